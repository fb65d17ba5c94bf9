// The doors: `render` for the notebook's widget (anywidget), and a page of its own where the head lies in the document.

import { Content, unpacked } from "./content.js";
import { page } from "./panel.js";
import css from "./style.css";
import { Viewer } from "./viewer.js";

const PATIENCE = 15000;     // ms
const SILENT = "The kernel sends no head: it is busy, or was restarted. Run the cell above again.";

async function show(made, content) {
  try {
    const viewer = new Viewer(made.canvas, content);
    await viewer.ready;
    made.root.viewer = viewer;
    return made.attach(viewer);
  } catch (error) {
    const noGraphics = /WebGL/i.test(error.message);
    made.say(noGraphics ? "This browser offers no WebGL 2. Switch on hardware acceleration in its settings, or use another browser." : `The head cannot be shown: ${error.message}`, true);
    console.error(error);
    return () => {};
  }
}

function styled(node) {
  const style = document.createElement("style");
  style.textContent = css;
  node.prepend(style);
}

function render({ model, el }) {
  const made = page({ whole: false });
  styled(made.root);
  el.append(made.root);
  let end = null, gone = false;
  const timer = setTimeout(() => made.say(SILENT, true), PATIENCE);
  async function received(message, buffers) {
    if (message.kind !== "head" || end || gone) return;
    clearTimeout(timer);
    end = () => {};
    end = await show(made, new Content(message.header, buffers));
    if (gone) end();
  }
  model.on("msg:custom", received);
  model.send({ do: "load" });
  return () => { gone = true; clearTimeout(timer); model.off("msg:custom", received); end?.(); };
}

/** The page of an HTML file: its head lies in the document, as base64. */
async function open(data) {
  const made = page({ whole: true });
  styled(made.root);
  document.body.append(made.root);
  made.root.focus();
  const bytes = await (await fetch(`data:application/octet-stream;base64,${data.textContent.trim()}`)).arrayBuffer();
  data.remove();
  await show(made, unpacked(new Uint8Array(bytes)));
}

const data = document.getElementById("head-viewer-data");
if (data) open(data);

export default { render };
