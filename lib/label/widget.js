// The eye labelling widget: what a person sees and does. Python keeps the picks and works out what follows from them;
// this file draws them and turns gestures into the edits that session.py understands.

const COLORS = {
  iris_inner: "#41b6ff", iris_outer: "#b98bff", corner_inner: "#ffc233", corner_outer: "#ff6b81",
  iris_top: "#3fe0b0", iris_bottom: "#b6e04a", pupil: "#ffffff",
};
const MAIN = ["iris_inner", "iris_outer", "corner_inner", "corner_outer"];
const SIDE_COLOR = { left: "#3d9bff", right: "#3ecf6b" };
const TOOLS = {
  point: ["Point", "p", "Click to place the landmark chosen in the list; drag to move it; Delete removes it"],
  polygon: ["Polygon", "g", "Click around the visible eye; Enter or the first point closes it, Escape drops it; drag corners"],
  brush: ["Brush", "b", "Paint the visible eye; [ and ] change the size"],
  erase: ["Erase", "e", "Erase what was painted; [ and ] change the size"],
  pan: ["Pan", "v", "Drag to move the picture; in every tool: after a click here the wheel zooms, right drag or Space moves"],
};
const KEYS = "1–4 landmark · P G B E V tools · [ ] brush · L R eye · ← → photo · + − zoom · D this eye · F both · 0 whole · Ctrl Z / Ctrl Y · Del";
const PATIENCE = 5000;     // ms
const SILENT = "No answer from the kernel: it is busy, or was restarted (then run the cells above again). What was done since is not saved.";
const words = (name) => name.replace("_", " ");

function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "class") node.className = value;
    else node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}

/** A canvas that shows a photo, zoomed and moved, in CSS pixels: css = photo * scale + offset. */
class Picture {
  constructor(canvas) {
    Object.assign(this, { canvas, bitmap: null, frame: null, size: [1, 1], scale: 1, x: 0, y: 0 });
  }
  get width() { return this.canvas.clientWidth; }
  get height() { return this.canvas.clientHeight; }
  at(event) {                                     // photo pixels under a pointer
    const box = this.canvas.getBoundingClientRect();
    const [cx, cy] = [event.clientX - box.left, event.clientY - box.top];
    return [(cx - this.x) / this.scale, (cy - this.y) / this.scale];
  }
  css([x, y]) { return [x * this.scale + this.x, y * this.scale + this.y]; }
  zoom(factor, cx = this.width / 2, cy = this.height / 2) {
    const whole = Math.min(this.width / this.size[0], this.height / this.size[1]);
    const scale = Math.min(Math.max(this.scale * factor, whole * 0.5), 80);
    this.x = cx - (cx - this.x) * scale / this.scale;
    this.y = cy - (cy - this.y) * scale / this.scale;
    this.scale = scale;
  }
  show([x0, y0, x1, y1]) {                        // fit a box of photo pixels
    if (!this.width || !this.height) return;
    this.scale = Math.min(this.width / (x1 - x0), this.height / (y1 - y0));
    this.x = (this.width - (x0 + x1) * this.scale) / 2;
    this.y = (this.height - (y0 + y1) * this.scale) / 2;
  }
  begin() {                                       // a cleared context in CSS pixels, sharp at any browser zoom
    const ratio = window.devicePixelRatio || 1;
    const [w, hgt] = [Math.round(this.width * ratio), Math.round(this.height * ratio)];
    if (this.canvas.width !== w || this.canvas.height !== hgt) { this.canvas.width = w; this.canvas.height = hgt; }
    const ctx = this.canvas.getContext("2d");
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.fillStyle = "#16181c";
    ctx.fillRect(0, 0, this.width, this.height);
    if (this.bitmap) {
      ctx.imageSmoothingEnabled = this.scale * ratio * this.size[0] / this.bitmap.width < 40;
      ctx.imageSmoothingQuality = "high";
      ctx.drawImage(this.bitmap, this.x, this.y, this.size[0] * this.scale, this.size[1] * this.scale);
    }
    return ctx;
  }
}

/** A box of photo pixels about everything known of the eyes in an overlay, or of one of them; null if nothing is. */
function eyeBox(overlay, side) {
  const points = [];
  for (const [s, entry] of Object.entries(overlay || {})) {
    if (!side || s === side) points.push(...Object.values(entry.landmarks), ...entry.region.flat(), ...Object.values(entry.points));
  }
  if (!points.length) return null;
  const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])];
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const margin = Math.max((side ? 0.3 : 0.12) * (box[2] - box[0]), 0.4 * (box[3] - box[1]), 4);
  return [box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin];
}

function drawOverlay(ctx, picture, overlay, { side, active, opacity, small, corners }) {
  const path = (points, close) => {
    points.forEach((p, i) => { const [x, y] = picture.css(p); i ? ctx.lineTo(x, y) : ctx.moveTo(x, y); });
    if (close) ctx.closePath();
  };
  for (const [s, entry] of Object.entries(overlay || {})) {
    const mine = s === side, eye = eyeBox(overlay, s);
    const size = small ? 3 : !eye ? 5 : Math.min(Math.max((eye[2] - eye[0]) * picture.scale / 30, 3), 6);     // of marks, CSS pixels
    if (entry.region.length) {
      ctx.beginPath();
      entry.region.forEach((polygon) => path(polygon, true));
      ctx.globalAlpha = opacity * (mine ? 0.55 : 0.3);
      ctx.fillStyle = SIDE_COLOR[s];
      ctx.fill("evenodd");
      ctx.globalAlpha = Math.max(opacity, 0.8) * (mine ? 1 : 0.6);      // the tint is faint, so that the iris shows
      ctx.strokeStyle = SIDE_COLOR[s];
      ctx.lineWidth = small ? 1 : 1.5;
      ctx.setLineDash(entry.auto.includes("region") ? [5, 3] : []);
      ctx.stroke();
      ctx.setLineDash([]);
      if (corners && mine) {
        for (const polygon of entry.region) if (polygon.length <= 60) for (const p of polygon) {
          const [x, y] = picture.css(p);
          ctx.fillStyle = "#000";
          ctx.fillRect(x - 4, y - 4, 8, 8);
          ctx.fillStyle = "#fff";
          ctx.fillRect(x - 3, y - 3, 6, 6);
        }
      }
    }
    ctx.globalAlpha = mine ? 1 : 0.5;
    for (const [name, lines] of Object.entries(entry.lines)) {
      ctx.strokeStyle = COLORS[name];
      ctx.lineWidth = mine && name === active ? 2 : 1;
      for (const line of lines) { ctx.beginPath(); path(line, false); ctx.stroke(); }
    }
    for (const [name, [px, py, off]] of Object.entries(entry.points)) {
      const [x, y] = picture.css([px, py]);
      const here = entry.landmarks[name];
      ctx.strokeStyle = COLORS[name];
      ctx.lineWidth = 1.5;
      ctx.beginPath();
      ctx.moveTo(x - size, y - size); ctx.lineTo(x + size, y + size); ctx.moveTo(x - size, y + size); ctx.lineTo(x + size, y - size);
      if (here) { ctx.moveTo(x, y); ctx.lineTo(...picture.css(here)); }
      ctx.stroke();
      if (here && !small && mine && off > 1) label(ctx, x + 9, y + 16, `${off.toFixed(1)} px`, off > 4 ? "#ff5c5c" : "#fff");
    }
    for (const [name, p] of Object.entries(entry.landmarks)) {
      const [x, y] = picture.css(p);
      const radius = mine && name === active && !small ? size + 2 : size;
      ctx.beginPath();
      ctx.arc(x, y, radius, 0, 2 * Math.PI);
      ctx.lineWidth = 4; ctx.strokeStyle = "#000a"; ctx.stroke();
      ctx.lineWidth = 2; ctx.strokeStyle = COLORS[name];
      ctx.setLineDash(entry.auto.includes(name) ? [3, 2] : []);
      ctx.stroke();
      ctx.setLineDash([]);
      if (!small) { ctx.fillStyle = COLORS[name]; ctx.fillRect(x - 0.75, y - 0.75, 1.5, 1.5); }
    }
    ctx.globalAlpha = 1;
  }
}

function label(ctx, x, y, text, color) {
  ctx.font = "12px system-ui, sans-serif";
  ctx.fillStyle = "#000b";
  ctx.fillRect(x - 3, y - 11, ctx.measureText(text).width + 6, 15);
  ctx.fillStyle = color;
  ctx.fillText(text, x, y);
}

function render({ model, el }) {
  const bitmaps = new Map();                      // photos received, a few at a time
  const ui = { tool: "point", side: "left", active: "iris_inner", radius: 0, opacity: 0.2, draft: [], stroke: null, drag: null, pointer: null, space: false };
  const main = new Picture(h("canvas", { class: "eye-main", "aria-label": "photo" }));
  const scene = () => model.get("scene");
  const overlay = () => scene().overlays[scene().frame];
  let waiting = 0, silent = false;                // for an answer to what was sent: a kernel may be gone
  function send(op) {
    model.send(op);
    waiting ||= setTimeout(() => { silent = true; update(); }, PATIENCE);
  }
  function answered() { clearTimeout(waiting); waiting = 0; silent = false; update(); }
  const edit = (op) => send({ frame: scene().frame, side: ui.side, ...op });

  // ---- the page -------------------------------------------------------------------------------------------------
  const button = (text, title, action, name) => h("button", { title, "data-name": name, onclick: () => { action(); root.focus({ preventScroll: true }); } }, text);
  const tabs = {}, tools = {}, rows = h("div", { class: "eye-rows" });
  for (const side of ["right", "left"]) tabs[side] = button(`${side === "left" ? "Left" : "Right"} eye`, `The subject's ${side} eye (${side[0].toUpperCase()})`, () => setSide(side), `side-${side}`);
  for (const [name, [text, key, title]] of Object.entries(TOOLS)) tools[name] = button(text, `${title} (${key.toUpperCase()})`, () => setTool(name), `tool-${name}`);
  const radius = h("input", { type: "range", min: 0.5, max: 40, step: 0.5, title: "Brush size ([ and ])", "data-name": "radius", oninput: () => { ui.radius = +radius.value; draw(); } });
  const opacity = h("input", { type: "range", min: 0, max: 1, step: 0.05, value: ui.opacity, title: "How strongly regions are drawn", "data-name": "opacity", oninput: () => { ui.opacity = +opacity.value; draw(); } });
  const undo = button("↶", "Undo (Ctrl Z)", () => edit({ do: "undo" }), "undo");
  const redo = button("↷", "Redo (Ctrl Y)", () => edit({ do: "redo" }), "redo");
  const frames = h("select", { title: "Photo, the most frontal first", "data-name": "frame", onchange: () => go(frames.value) });
  const missing = h("div", { class: "eye-missing" }), status = h("div", { class: "eye-status", role: "status" });
  const strip = h("div", { class: "eye-strip" });
  const group = (...children) => h("span", { class: "eye-group" }, ...children);
  const root = h("div", { class: "eye-root", tabindex: 0, "data-lm-suppress-shortcuts": "true", "data-jp-suppress-context-menu": "true" },
    h("div", { class: "eye-bar" },
      group(tabs.right, tabs.left),
      group(undo, redo, button("Clear", "Remove this eye's region in this photo", () => edit({ do: "clear" }), "clear")),
      group(...Object.values(tools)),
      group(button("‹", "Previous photo (←)", () => step(-1), "previous"), frames, button("›", "Next photo (→)", () => step(1), "next")),
      group(button("This eye", "Zoom to this eye (D)", () => zoomTo(ui.side), "eye"), button("Both", "Zoom to both eyes (F)", () => zoomTo(), "eyes"), button("Whole", "The whole photo (0)", () => { whole(); draw(); }, "whole"))),
    h("div", { class: "eye-middle" }, main.canvas, h("div", { class: "eye-side" }, rows, missing,
      h("div", { class: "eye-sliders" }, h("label", {}, "regions", opacity), h("label", {}, "brush", radius)))),
    strip, status, h("div", { class: "eye-keys" }, KEYS));
  el.append(root);

  // ---- what is shown --------------------------------------------------------------------------------------------
  const companions = new Map();
  function layout() {
    const { order, companions: names } = scene();
    frames.replaceChildren(...order.map((name) => h("option", { value: name }, name)));
    for (const name of names) {
      const picture = new Picture(h("canvas", { title: `Go to ${name}`, "data-frame": name, onclick: () => go(name) }));
      companions.set(name, picture);
      strip.append(h("figure", {}, picture.canvas, h("figcaption", {}, name)));
    }
  }
  function load(picture, frame, size) {
    picture.frame = frame;
    picture.size = size;
    picture.bitmap = bitmaps.get(frame) || null;
    if (!picture.bitmap) model.send({ do: "image", frame });
  }
  async function received(message, buffers) {
    if (message.kind !== "image") return;
    const bitmap = await createImageBitmap(new Blob([buffers[0]]));
    bitmaps.delete(message.frame);
    bitmaps.set(message.frame, bitmap);
    for (const old of bitmaps.keys()) if (bitmaps.size > 12 && old !== scene().frame && !companions.has(old)) bitmaps.delete(old);
    for (const picture of [main, ...companions.values()]) if (picture.frame === message.frame) picture.bitmap = bitmap;
    draw();
  }
  function whole() { main.show([0, 0, ...main.size]); }
  function zoomToEyes(side) { const box = eyeBox(overlay(), side) || eyeBox(overlay()); box ? main.show(box) : whole(); }
  function zoomTo(side) { zoomToEyes(side); draw(); }
  function update() {
    const { frame, order, overlays, sizes, status: state, message } = scene();
    const size = sizes[frame === "map" ? "map" : "photo"];
    if (main.frame !== frame) { ui.draft = []; load(main, frame, size); zoomToEyes(); firstMissing(); }
    for (const [name, picture] of companions) if (!picture.frame) load(picture, name, sizes.photo);
    if (!ui.radius) { ui.radius = Math.max(1.5, Math.round(size[0] / 150)); radius.value = ui.radius; radius.max = Math.max(20, size[0] / 20); }
    for (const option of frames.options) option.textContent = (state.marked.includes(option.value) ? "● " : "") + option.value;
    frames.value = frame;
    undo.disabled = !state.undo; redo.disabled = !state.redo;
    const left = state.missing.filter((text) => text.startsWith(ui.side)), other = state.missing.length - left.length;
    missing.replaceChildren(h("b", {}, state.missing.length ? "Still missing" : state.doubts.length ? "Complete, but look again at" : "Complete: both eyes can be solved"),
      ...(state.missing.length ? [] : state.doubts).map((text) => h("div", {}, text)), ...left.map((text) => h("div", {}, text)), ...(other ? [h("div", {}, `and ${other} for the other eye`)] : []));
    missing.classList.toggle("done", !state.missing.length && !state.doubts.length);
    status.textContent = silent ? SILENT : message || state.problem || ui.hint || `Saved · ${order.filter((name) => name !== "map").length} photos, ${state.marked.length} marked · ${TOOLS[ui.tool][2]}`;
    status.classList.toggle("problem", Boolean(silent || message || state.problem));
    drawRows(state.rows[ui.side]);
    draw();
  }
  function drawRows(state) {
    const here = overlay()?.[ui.side]?.landmarks || {};
    rows.replaceChildren(...Object.keys(COLORS).map((name, i) => {
      const row = state[name], fact = row.problem ? "photos disagree" : row.proposed ? `proposed, ${row.photos} photos` : row.rms !== undefined ? `${row.photos} photos, ${row.rms.toFixed(1)} px` : row.photos ? `${row.photos} photo` : row.map ? "on the map" : i < 4 ? "not yet" : "optional";
      const line = h("div", { class: "eye-row", "data-name": `landmark-${name}`, title: row.problem || (i < 4 ? `Landmark ${i + 1}` : "Optional"), onclick: () => { ui.active = name; setTool("point"); } },
        h("i", { style: `background:${COLORS[name]}` }), h("span", {}, words(name)), h("em", {}, fact));
      if (row.worst && row.worst_px > 2) line.append(h("button", { title: `Largest error: ${row.worst_px} px in ${row.worst}`, onclick: (event) => { event.stopPropagation(); ui.active = ui.wanted = name; go(row.worst); } }, `${row.worst_px.toFixed(0)}px ›`));
      line.classList.toggle("active", name === ui.active);
      line.classList.toggle("here", name in here);
      line.classList.toggle("bad", Boolean(row.problem));
      return line;
    }));
  }
  function draw() {
    const ctx = main.begin();
    drawOverlay(ctx, main, overlay(), { ...ui, small: false, corners: ui.tool === "polygon" });
    const mark = overlay()?.[ui.side]?.points[ui.active], off = mark && mark[2] !== null ? `, ${mark[2].toFixed(1)} px off` : "";
    label(ctx, 8, 18, `${ui.side} ${words(ui.active)}${off}`, COLORS[ui.active]);
    ctx.strokeStyle = ctx.fillStyle = "#fff";
    if (ui.draft.length) {
      ctx.beginPath();
      [...ui.draft, ...(ui.pointer ? [ui.pointer] : [])].forEach((p, i) => { const [x, y] = main.css(p); i ? ctx.lineTo(x, y) : ctx.moveTo(x, y); });
      ctx.lineWidth = 1.5; ctx.stroke();
      for (const p of ui.draft) { const [x, y] = main.css(p); ctx.fillRect(x - 2.5, y - 2.5, 5, 5); }
    }
    if (ui.stroke) {
      ctx.beginPath();
      const points = ui.stroke.length > 1 ? ui.stroke : [ui.stroke[0], ui.stroke[0]];
      points.forEach((p, i) => { const [x, y] = main.css(p); i ? ctx.lineTo(x, y) : ctx.moveTo(x, y); });
      ctx.globalAlpha = 0.45; ctx.lineCap = ctx.lineJoin = "round"; ctx.lineWidth = 2 * ui.radius * main.scale;
      ctx.strokeStyle = ui.tool === "erase" ? "#000" : SIDE_COLOR[ui.side];
      ctx.stroke();
      ctx.globalAlpha = 1;
    }
    if (ui.pointer && ["brush", "erase"].includes(ui.tool)) {
      const [x, y] = main.css(ui.pointer);
      ctx.beginPath(); ctx.arc(x, y, ui.radius * main.scale, 0, 2 * Math.PI); ctx.lineWidth = 1; ctx.strokeStyle = "#fff"; ctx.stroke();
    }
    for (const [name, picture] of companions) {
      const other = scene().overlays[name], box = eyeBox(other, ui.side) || eyeBox(other);
      picture.show(box || [0, 0, ...picture.size]);
      const small = picture.begin();
      drawOverlay(small, picture, other, { ...ui, small: true });
      picture.canvas.classList.toggle("current", name === scene().frame);
    }
    for (const [name, node] of Object.entries(tabs)) node.classList.toggle("on", name === ui.side);
    for (const [name, node] of Object.entries(tools)) node.classList.toggle("on", name === ui.tool);
    main.canvas.style.cursor = ui.tool === "pan" || ui.space ? "grab" : ["brush", "erase"].includes(ui.tool) ? "none" : "crosshair";
    root.dataset.view = JSON.stringify({ frame: main.frame, ready: Boolean(main.bitmap), scale: main.scale, x: main.x, y: main.y });
  }

  // ---- what a person does ---------------------------------------------------------------------------------------
  function setTool(tool) { ui.tool = tool; ui.draft = []; ui.hint = ""; update(); }
  function setSide(side) { ui.side = side; ui.draft = []; firstMissing(); update(); }
  function go(frame) { send({ do: "go", frame }); }
  function step(by) {
    const { order, frame } = scene();
    const next = order.indexOf(frame) + by;
    if (next >= 0 && next < order.length) go(order[next]);
  }
  function closePolygon() {
    if (ui.draft.length > 2) edit({ do: "polygon", points: ui.draft });
    ui.draft = [];
    draw();
  }
  function nearest(entries, event, reach) {       // [key, point] of the entry nearest to the pointer on the screen
    const box = main.canvas.getBoundingClientRect();
    const [cx, cy] = [event.clientX - box.left, event.clientY - box.top];
    const far = ([, p]) => { const [x, y] = main.css(p); return Math.hypot(x - cx, y - cy); };
    const best = [...entries].sort((a, b) => far(a) - far(b))[0];
    return best && far(best) <= reach ? best : null;
  }
  function firstMissing() {                       // in another photo, or of the other eye, begin with what it lacks
    const here = overlay()?.[ui.side]?.landmarks || {}, open = MAIN.find((name) => !(name in here));
    ui.hint = "";
    if (open && !ui.wanted) ui.active = open;
    ui.wanted = null;
  }
  function nextMissing() {
    const here = overlay()[ui.side].landmarks;
    const open = MAIN.filter((name) => !(name in here) && name !== ui.active);
    if (MAIN.includes(ui.active) && open.length) ui.active = MAIN.slice(MAIN.indexOf(ui.active)).concat(MAIN).find((name) => open.includes(name));
  }
  main.canvas.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    root.focus({ preventScroll: true });
    main.canvas.setPointerCapture(event.pointerId);
    const p = main.at(event), mine = overlay()?.[ui.side];
    if (event.button || ui.space || ui.tool === "pan") { ui.drag = { kind: "pan", x: event.clientX - main.x, y: event.clientY - main.y }; return; }
    if (ui.tool === "point") {
      const marks = ["left", "right"].flatMap((side) => Object.entries(overlay()[side].landmarks).map(([name, q]) => [[side, name], q]));
      const placed = ui.active in mine.landmarks, hit = nearest(marks, event, placed ? 10 : 5);      // to place one, go near others
      ui.hint = hit || !placed ? "" : `${words(ui.active)} is placed here: drag it to move it, Delete removes it`;
      if (ui.hint) { update(); return; }
      if (hit) { ui.side = hit[0][0]; ui.active = hit[0][1]; }
      const name = ui.active;
      overlay()[ui.side].landmarks[name] = hit ? hit[1] : p;
      ui.drag = { kind: "landmark", name, moved: !hit, offset: hit ? [hit[1][0] - p[0], hit[1][1] - p[1]] : [0, 0] };
    } else if (ui.tool === "polygon") {
      const corners = mine.region.flatMap((polygon, k) => polygon.length <= 60 ? polygon.map((q, i) => [[k, i], q]) : []);
      const hit = ui.draft.length ? null : nearest(corners, event, 8);
      if (hit && event.altKey) edit({ do: "vertex", polygon: hit[0][0], index: hit[0][1], at: null });
      else if (hit) ui.drag = { kind: "vertex", polygon: hit[0][0], index: hit[0][1] };
      else if (ui.draft.length > 2 && nearest([[0, ui.draft[0]]], event, 9)) closePolygon();
      else ui.draft.push(p);
    } else ui.stroke = [p];
    draw();
  });
  main.canvas.addEventListener("pointermove", (event) => {
    const p = ui.pointer = main.at(event);
    if (ui.drag?.kind === "pan") { main.x = event.clientX - ui.drag.x; main.y = event.clientY - ui.drag.y; }
    else if (ui.drag?.kind === "landmark") {
      const q = [p[0] + ui.drag.offset[0], p[1] + ui.drag.offset[1]], before = overlay()[ui.side].landmarks[ui.drag.name];
      ui.drag.moved ||= Math.hypot(q[0] - before[0], q[1] - before[1]) * main.scale > 1;
      if (ui.drag.moved) overlay()[ui.side].landmarks[ui.drag.name] = q;
    } else if (ui.drag?.kind === "vertex") { overlay()[ui.side].region[ui.drag.polygon][ui.drag.index] = p; ui.drag.moved = true; }
    else if (ui.stroke) { const last = ui.stroke.at(-1); if (Math.hypot(p[0] - last[0], p[1] - last[1]) > ui.radius / 4) ui.stroke.push(p); }
    draw();
  });
  function release() {
    const { drag, stroke } = ui;
    ui.drag = ui.stroke = null;
    if (drag?.kind === "landmark" && drag.moved) {
      edit({ do: "landmark", name: drag.name, at: overlay()[ui.side].landmarks[drag.name] });
      nextMissing();
    } else if (drag?.kind === "vertex" && drag.moved) edit({ do: "vertex", polygon: drag.polygon, index: drag.index, at: overlay()[ui.side].region[drag.polygon][drag.index] });
    else if (stroke) edit({ do: "stroke", points: stroke, radius: ui.radius, erase: ui.tool === "erase" });
    update();
  }
  main.canvas.addEventListener("pointerup", release);
  main.canvas.addEventListener("pointercancel", release);
  main.canvas.addEventListener("pointerleave", () => { ui.pointer = null; draw(); });
  main.canvas.addEventListener("contextmenu", (event) => { event.preventDefault(); event.stopPropagation(); });
  main.canvas.addEventListener("dblclick", () => { if (ui.draft.length > 2) closePolygon(); });
  main.canvas.addEventListener("wheel", (event) => {
    if (!root.matches(":focus-within")) return;    // the page scrolls until the widget was clicked
    event.preventDefault();
    const box = main.canvas.getBoundingClientRect();
    main.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), event.clientX - box.left, event.clientY - box.top);
    draw();
  }, { passive: false });
  root.addEventListener("keydown", (event) => {
    if (["SELECT", "INPUT"].includes(event.target.tagName) && !event.ctrlKey && !event.metaKey) return;
    if (event.target.tagName === "BUTTON" && ["Enter", " "].includes(event.key)) return;     // the button's own
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key, command = event.ctrlKey || event.metaKey;
    const tool = Object.keys(TOOLS).find((name) => TOOLS[name][1] === key);
    const size = (factor) => { ui.radius = Math.min(Math.max(ui.radius * factor, 0.5), +radius.max); radius.value = ui.radius; draw(); };
    const actions = {
      ArrowLeft: () => step(-1), ArrowRight: () => step(1), "[": () => size(1 / 1.2), "]": () => size(1.2),
      "+": () => { main.zoom(1.3); draw(); }, "=": () => { main.zoom(1.3); draw(); }, "-": () => { main.zoom(1 / 1.3); draw(); },
      0: () => { whole(); draw(); }, f: () => zoomTo(), d: () => zoomTo(ui.side), l: () => setSide("left"), r: () => setSide("right"),
      Enter: closePolygon, Escape: () => { ui.draft = []; draw(); }, " ": () => { ui.space = true; draw(); },
      Delete: remove, Backspace: remove,
    };
    if (command && (key === "z" || key === "y")) edit({ do: key === "y" || event.shiftKey ? "redo" : "undo" });
    else if (command) return;
    else if ("1234".includes(key) && key.length === 1) { ui.active = MAIN[key - 1]; setTool("point"); }
    else if (tool) setTool(tool);
    else if (actions[key]) actions[key]();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  root.addEventListener("keyup", (event) => { if (event.key === " ") { ui.space = false; draw(); } });
  root.addEventListener("focusout", () => { ui.space = false; });
  for (const slider of [radius, opacity]) slider.addEventListener("change", () => root.focus({ preventScroll: true }));
  function remove() { if (overlay()[ui.side].landmarks[ui.active]) edit({ do: "landmark", name: ui.active, at: null }); }

  // ---- wiring ---------------------------------------------------------------------------------------------------
  layout();
  const resize = new ResizeObserver(() => { if (!ui.seen && main.width) { ui.seen = true; zoomToEyes(); } draw(); });
  resize.observe(main.canvas);
  model.on("change:scene", answered);
  model.on("msg:custom", received);
  update();
  return () => { resize.disconnect(); clearTimeout(waiting); model.off("change:scene", answered); model.off("msg:custom", received); };
}

export default { render };
