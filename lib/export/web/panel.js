// The page around the picture: buttons, sliders, keys and gestures. It changes the viewer's state and asks for a new
// picture; it computes nothing of light.

import { panoramaOf } from "./panorama.js";
import { LIGHTS, MAPS, SHOWS, TONES } from "./viewer.js";

const NAMES = {
  flash: "Flash", lamp: "Lamp", environment: "Environment",
  shaded: "Shaded", diffuse: "Diffuse", specular: "Specular", roughness: "Roughness", normals: "Normals", checker: "UV checker",
  photo: "As the photo", srgb: "Plain sRGB", neutral: "Neutral (Khronos)", aces: "Film (ACES)",
  black: "Black", grey: "Grey", white: "White", normal: "Normal",
};
const KEYS = [
  ["Drag · one finger", "turn the head"], ["Right drag · Shift drag · two fingers", "move"], ["Wheel · pinch · + −", "zoom"],
  ["← → ↑ ↓", "turn; with Shift: move"], ["0", "back to the photo's camera"], ["C", "photo over render, and back"],
  ["1 2 3", "flash, lamp, environment"], ["V", "next view: shaded, diffuse, …"], ["W", "wireframe"], ["E", "eyes on or off"],
  ["[ ]", "darker, brighter"], ["< >", "turn the environment or the lamp"], ["S", "screenshot"], ["T", "turntable film"],
  ["Esc", "give the wheel back to the page"],
];
const SECONDS = 8;                                            // of a turntable

export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** Builds the page of a viewer: {root, canvas, say(text), attach(viewer)}. whole: it fills the window. */
export function page({ whole }) {
  const canvas = h("canvas", { class: "hv-canvas", "aria-label": "The head. Drag to turn it; press ? for help." });
  const note = h("div", { class: "hv-note", role: "status" }, "Loading the head …");
  const stage = h("div", { class: "hv-stage" }, canvas, note), panel = h("div", { class: "hv-panel" }), bar = h("div", { class: "hv-bar", role: "toolbar" });
  const root = h("div", { class: `hv-root${whole ? " hv-whole" : ""}`, tabindex: 0, "data-lm-suppress-shortcuts": "true", "data-jp-suppress-context-menu": "true" }, bar, h("div", { class: "hv-middle" }, stage, panel));
  const say = (text, problem = false) => { note.textContent = text; note.hidden = !text; note.classList.toggle("problem", problem); };
  return { root, canvas, say, attach: (viewer) => attach({ root, bar, stage, panel, canvas, say, whole, viewer }) };
}

function attach({ root, bar, stage, panel, canvas, say, whole, viewer }) {
  const { state, camera } = viewer, stop = new AbortController(), { signal } = stop;
  const listen = (node, kind, action, options = {}) => node.addEventListener(kind, action, { ...options, signal });
  const changed = () => { refresh(); viewer.invalidate(); };
  const ui = { compare: false, split: 0.5, filming: false };
  let timer = 0;
  const flash = (text, problem) => { say(text, problem); clearTimeout(timer); timer = setTimeout(() => say(""), problem ? 8000 : 2500); };

  // ---- controls ---------------------------------------------------------------------------------------------------
  const button = (name, text, title, action) => h("button", { type: "button", title, "data-name": name, onclick: () => { action(); root.focus({ preventScroll: true }); } }, text);
  const refreshers = [];                                      // what brings every control in line with the state
  function choice(name, label, values, get, set) {
    const select = h("select", { "data-name": name, onchange: () => { set(select.value); changed(); } });
    refreshers.push(() => {
      const all = typeof values === "function" ? values() : values;
      if (select.options.length !== all.length) select.replaceChildren(...all.map((value) => h("option", { value }, NAMES[value] || value)));
      select.value = get();
    });
    return h("label", { class: "hv-row" }, h("span", {}, label), select);
  }
  function slider(name, label, [min, max, step], get, set, words) {
    const input = h("input", { type: "range", min, max, step, "data-name": name, oninput: () => { set(+input.value); changed(); } });
    const text = h("output", {});
    refreshers.push(() => { input.value = get(); text.textContent = words(get()); });
    return h("label", { class: "hv-row" }, h("span", {}, label), input, text);
  }
  function tick(name, label, get, set) {
    const input = h("input", { type: "checkbox", "data-name": name, onchange: () => { set(input.checked); changed(); } });
    refreshers.push(() => { input.checked = get(); });
    return h("label", { class: "hv-tick" }, input, label);
  }
  const section = (name, title, ...children) => h("section", { "data-name": name }, h("h3", {}, title), ...children);
  const signed = (value, unit) => `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value).toFixed(1)} ${unit}`;

  const lights = LIGHTS.map((name, k) => button(`light-${name}`, NAMES[name], `${["Flash at the camera", "A lamp you drag", "Light from all around"][k]} (${k + 1})`, () => { state.light = name; changed(); }));
  const reset = button("reset", "Reset view", "Back to the photo's camera (0)", () => goHome());
  const compare = button("compare", "Compare", "The photo slides over the render (C)", () => toggleCompare());
  const shoot = button("screenshot", "Screenshot", "Save what is shown as PNG (S)", () => screenshot());
  const film = button("turntable", "Turntable", `Film one turn of ${SECONDS} s, as MP4 or WebM (T)`, () => turntable());
  const full = button("full", "Full screen", "Fill the screen; Esc leaves", () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.()));
  const ask = button("help", "?", "Keys and gestures (?)", () => { help.hidden = !help.hidden; });
  const fold = button("fold", "Controls", "Show or hide the controls", () => { root.classList.toggle("hv-folded"); });
  const file = h("input", { type: "file", accept: ".hdr,.exr", hidden: true, "data-name": "panorama-file", onchange: () => file.files[0] && open(file.files[0]) });
  const pad = h("div", { class: "hv-pad", tabindex: 0, role: "slider", "aria-label": "Direction of the lamp", "aria-valuetext": "", "data-name": "pad", title: "Where the lamp is: the middle is at the camera, the rim behind the head" }, h("i"));
  const room = (name) => (viewer.shots.some((shot) => shot.room) ? tick(name, "Room light of the capture", () => state.room, (on) => { state.room = on; }) : null);
  const of = {                                                // what belongs to each light
    flash: h("div", {}, room("room"),
      h("p", {}, "The flash sits at the camera. Off the photo's place, exposure follows the distance.")),
    lamp: h("div", {}, h("div", { class: "hv-beside" }, pad, h("p", {}, "Drag the lamp in the picture, or here: the middle is at the camera, the rim behind the head.")),
      slider("lamp-distance", "Distance", [1.2, 8, 0.05], () => state.lamp.distance / viewer.radius, (x) => { state.lamp.distance = x * viewer.radius; }, (x) => `${x.toFixed(1)} ×`),
      tick("shadows", "Shadows", () => state.shadows, (on) => { state.shadows = on; }), room("room-too")),
    environment: h("div", {}, choice("environment", "Scene", () => viewer.environments, () => state.environment, (name) => viewer.light(name)),
      slider("angle", "Rotation", [-180, 180, 1], () => Math.round(state.angle * 180 / Math.PI), (x) => { state.angle = x * Math.PI / 180; }, (x) => `${x}°`),
      tick("backdrop", "Show it behind the head", () => state.backdrop, (on) => { state.backdrop = on; }),
      h("div", {}, button("panorama", "Open .hdr or .exr …", "A panorama of your own, twice as wide as high", () => file.click()), file)),
  };
  panel.append(
    section("light", "Light", ...Object.values(of)),
    section("picture", "Picture",
      slider("exposure", "Exposure", [-4, 4, 0.1], () => state.exposure, (x) => { state.exposure = x; }, (x) => signed(x, "EV")),
      choice("tone", "Tones", TONES, () => state.tone, (x) => { state.tone = x; }),
      choice("background", "Backdrop", ["black", "grey", "white"], () => state.background, (x) => { state.background = x; })),
    section("surface", "Surface",
      choice("show", "View", SHOWS, () => state.show, (x) => { state.show = x; }),
      h("div", { class: "hv-maps" }, "Maps in use"),
      h("div", { class: "hv-ticks", role: "group", "aria-label": "Maps in use" }, ...MAPS.map((name) => tick(`map-${name}`, NAMES[name], () => state.maps[name], (on) => { state.maps[name] = on; }))),
      h("div", { class: "hv-ticks hv-apart" }, tick("wireframe", "Wireframe", () => state.wireframe, (on) => { state.wireframe = on; }),
        viewer.hasEyes ? tick("eyes", "Eyes", () => state.eyes, (on) => { state.eyes = on; }) : null),
      slider("opacity", "Head", [0, 1, 0.05], () => state.opacity, (x) => { state.opacity = x; }, (x) => `${Math.round(100 * x)} %`)));
  if (viewer.hasEyes) panel.append(section("gaze", "Gaze", h("div", { class: "hv-beside" }, button("ahead", "Look ahead", "As the eyes were exported", () => { state.gaze.set(0, 0, 0); changed(); }), h("p", {}, "Drag an eye to turn both."))));
  if (viewer.shots.length) panel.append(section("photo", "Photo", viewer.shots.length > 1 ? choice("shot", "Camera", viewer.shots.map((_, k) => String(k)), () => String(state.shot), (k) => goHome(+k)) : h("p", {}, viewer.shots[0].name)));

  const photo = h("img", { class: "hv-photo", alt: "The photo", draggable: "false" });
  const handle = h("div", { class: "hv-divider", tabindex: 0, role: "slider", "aria-label": "How much of the photo is shown", "data-name": "divider" }, h("b", {}, "photo"), h("b", {}, "render"));
  const lamp = h("div", { class: "hv-lamp", tabindex: 0, role: "slider", "aria-label": "Lamp", "aria-valuetext": "", "data-name": "lamp", title: "Drag the lamp" });
  const help = h("div", { class: "hv-help", hidden: true, onclick: () => { help.hidden = true; } }, h("h3", {}, "Keys and gestures"),
    h("dl", {}, ...KEYS.flatMap(([keys, what]) => [h("dt", {}, keys), h("dd", {}, what)])));
  const group = (...buttons) => h("span", { class: "hv-group" }, ...buttons);
  stage.append(photo, handle, lamp, help);
  bar.append(h("span", { class: "hv-group", role: "group", "aria-label": "Light" }, ...lights), h("span", { class: "hv-space" }),
    group(reset, viewer.shots.some((shot) => shot.image) ? compare : null), group(shoot, film), group(full, fold, ask));

  // ---- in line with the state -------------------------------------------------------------------------------------
  const size = () => [canvas.clientWidth, canvas.clientHeight];
  function refresh() {
    refreshers.forEach((action) => action());
    const select = panel.querySelector('[data-name="shot"]');
    if (select) [...select.options].forEach((option, k) => { option.textContent = viewer.shots[k].name; });
    LIGHTS.forEach((name, k) => { lights[k].classList.toggle("on", name === state.light); lights[k].setAttribute("aria-pressed", name === state.light); of[name].hidden = name !== state.light; });
    compare.classList.toggle("on", ui.compare);
    compare.setAttribute("aria-pressed", ui.compare);
    const [width, height] = size(), frame = camera.lens && width ? camera.frame(width, height) : null;
    const comparing = ui.compare && camera.shot?.image && frame;
    photo.hidden = handle.hidden = !comparing;
    if (comparing) {
      if (photo.dataset.name !== camera.shot.name) {
        photo.dataset.name = camera.shot.name;
        URL.revokeObjectURL(photo.src);
        photo.src = URL.createObjectURL(viewer.content.blob(camera.shot.image));
      }
      Object.assign(photo.style, { left: `${frame.x}px`, top: `${frame.y}px`, width: `${frame.width}px`, height: `${frame.height}px`, clipPath: `inset(0 ${100 * (1 - ui.split)}% 0 0)` });
      Object.assign(handle.style, { left: `${frame.x + ui.split * frame.width}px`, top: `${frame.y}px`, height: `${frame.height}px` });
      handle.setAttribute("aria-valuenow", Math.round(100 * ui.split));
    }
    root.dataset.view = JSON.stringify({
      ready: viewer.parts.length > 0, light: state.light, atPhoto: Boolean(camera.shot), shot: state.shot, frame, exposure: state.exposure, angle: state.angle, environment: state.environment,
      position: camera.position.toArray(), gaze: state.gaze.toArray(), lamp: viewer.lampPosition.toArray(), lampRgb: viewer.lampRgb, show: state.show, compare: Boolean(comparing), drawn: ui.drawn || 0,
    });
  }
  viewer.listeners.add(() => {                                // after every picture
    const [width, height] = size();
    lamp.hidden = state.light !== "lamp" || state.show !== "shaded" || ui.filming;
    if (!lamp.hidden) {
      const at = camera.project(viewer.lampPosition, width, height), inside = at.ahead && at.x > 0 && at.x < width && at.y > 0 && at.y < height;
      if (!at.ahead) { at.x = width - at.x; at.y = height - at.y; }
      lamp.style.left = `${Math.min(Math.max(at.x, 18), width - 18)}px`;
      lamp.style.top = `${Math.min(Math.max(at.y, 18), height - 18)}px`;
      lamp.classList.toggle("outside", !inside);
      const [x, y] = padPosition();
      pad.firstChild.style.left = `${50 + 50 * x}%`;
      pad.firstChild.style.top = `${50 + 50 * y}%`;
    }
    ui.drawn = (ui.drawn || 0) + 1;
    refresh();
  });

  // ---- what a person does -----------------------------------------------------------------------------------------
  function goHome(index = state.shot) { viewer.reset(index); changed(); }
  function toggleCompare() { ui.compare = !(ui.compare && camera.shot); if (ui.compare) { state.light = "flash"; state.show = "shaded"; goHome(); } changed(); }
  const save = (blob, name) => {
    const link = h("a", { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    flash(`Saved ${name} to your downloads`);
  };
  const subject = viewer.content.header.title || "head";
  async function screenshot() { save(await viewer.picture(), `${subject}.png`); }
  async function turntable() {
    if (ui.filming) return;
    ui.filming = true;
    try {
      const { blob, extension } = await viewer.turntable(SECONDS, (share) => say(`Filming: ${Math.round(100 * share)} %`));
      save(blob, `${subject}_turntable.${extension}`);
    } catch (error) { flash(error.message, true); } finally { ui.filming = false; changed(); }
  }
  async function open(chosen) {
    say(`Reading ${chosen.name} …`);
    try {
      const panorama = await panoramaOf(chosen);
      viewer.add(panorama);
      await viewer.light(panorama.name);
      say("");
    } catch (error) { flash(error.message, true); }
    file.value = "";
    changed();
  }
  // The pad shows directions from the head as seen from the camera: the distance from its middle is the angle.
  function padPosition() {
    const { direction } = state.lamp, x = direction.dot(camera.axis(1, 0, 0)), y = -direction.dot(camera.axis(0, 1, 0)), z = direction.dot(camera.axis(0, 0, 1));
    const angle = Math.atan2(Math.hypot(x, y), z) / Math.PI, length = Math.hypot(x, y) || 1;
    return [angle * x / length, angle * y / length];
  }
  function setLamp(x, y) {                                    // pad position, from -1 to 1
    const away = Math.min(Math.hypot(x, y), 1), angle = Math.PI * away, k = Math.sin(angle) / (Math.hypot(x, y) || 1);
    state.lamp.direction.copy(camera.axis(k * x, -k * y, Math.cos(angle))).normalize();
    changed();
  }
  function nudgeLamp(dx, dy) { const [x, y] = padPosition(); setLamp(x + dx, y + dy); }
  function dragLamp(px, py) {                                 // to a canvas position: on the half sphere where it is now
    const [width, height] = size(), middle = camera.project(viewer.middle, width, height);
    const reach = camera.position.distanceTo(viewer.middle), unit = camera.lens.fx * camera.frame(width, height).scale / reach * state.lamp.distance;
    let [x, y] = [(px - middle.x) / unit, (py - middle.y) / unit];
    const front = state.lamp.direction.dot(camera.axis(0, 0, 1)) >= 0, far = Math.hypot(x, y);
    if (far > 0.999) { x *= 0.999 / far; y *= 0.999 / far; }
    state.lamp.direction.copy(camera.axis(x, -y, (front ? 1 : -1) * Math.sqrt(1 - x * x - y * y))).normalize();
    changed();
  }
  /** Follows a pointer from its press on a node to its release. */
  function follow(node, move, begin = () => true) {
    listen(node, "pointerdown", (event) => {
      if (!begin(event)) return;
      event.preventDefault();
      event.stopPropagation();
      node.focus({ preventScroll: true });
      node.setPointerCapture(event.pointerId);
      move(event);
      const moving = (next) => move(next), end = () => node.removeEventListener("pointermove", moving);
      node.addEventListener("pointermove", moving);
      node.addEventListener("pointerup", end, { once: true });
      node.addEventListener("pointercancel", end, { once: true });
    });
  }
  const place = (event) => { const box = canvas.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };
  follow(lamp, (event) => { if (event.type === "pointermove") dragLamp(...place(event)); });
  follow(pad, (event) => { const box = pad.getBoundingClientRect(); setLamp((event.clientX - box.left) / box.width * 2 - 1, (event.clientY - box.top) / box.height * 2 - 1); });
  follow(handle, (event) => { const frame = camera.frame(...size()); ui.split = Math.min(Math.max((place(event)[0] - frame.x) / frame.width, 0), 1); refresh(); });

  const fingers = new Map();
  let eye = null, panning = false;
  listen(canvas, "pointerdown", (event) => {
    event.preventDefault();
    root.focus({ preventScroll: true });
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, place(event));
    panning = event.button > 0 || event.shiftKey;
    eye = fingers.size === 1 && !panning ? viewer.eyeAt(...place(event)) : null;
    canvas.classList.toggle("held", true);
    help.hidden = true;
  });
  listen(canvas, "pointermove", (event) => {
    const before = fingers.get(event.pointerId), now = place(event);
    if (!before) {
      const pressed = event.buttons || event.pointerType === "touch";
      if (!pressed && viewer.hasEyes) canvas.classList.toggle("eye", Boolean(viewer.parts.length < 8 && state.opacity === 1 && nearEye(now)));
      return;
    }
    const [dx, dy] = [now[0] - before[0], now[1] - before[1]];
    if (fingers.size === 2) {
      const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
      const spread = (at) => Math.max(Math.hypot(at[0] - other[0], at[1] - other[1]), 10);
      camera.zoom(spread(before) / spread(now));
      camera.pan(dx / 2, dy / 2, ...size());
    } else if (eye) viewer.look(eye, dx, dy);
    else if (panning) camera.pan(dx, dy, ...size());
    else camera.orbit(dx / size()[1] * 3.5, dy / size()[1] * 3.5);
    fingers.set(event.pointerId, now);
    changed();
  });
  const lift = (event) => { fingers.delete(event.pointerId); if (!fingers.size) { eye = null; canvas.classList.remove("held"); } };
  listen(canvas, "pointerup", lift);
  listen(canvas, "pointercancel", lift);
  function nearEye([x, y]) {                                  // cheap: inside an eyeball's disc
    const [width, height] = size();
    return viewer.parts.some((part) => {
      if (!part.isEye || !state.eyes) return false;
      const at = camera.project(part.pivot, width, height);
      const px = part.mesh.geometry.boundingSphere.radius * camera.lens.fx * camera.frame(width, height).scale / camera.position.distanceTo(part.pivot);
      return Math.hypot(at.x - x, at.y - y) < 0.8 * px;
    });
  }
  listen(root, "contextmenu", (event) => { if (event.target === canvas) { event.preventDefault(); event.stopPropagation(); } });
  listen(canvas, "wheel", (event) => {
    const focused = whole || root.contains(document.activeElement) || root.getRootNode().activeElement === root;
    if (!focused) { flash("Click the picture first, then the wheel zooms"); return; }
    event.preventDefault();
    camera.zoom(Math.exp(event.deltaY * (event.deltaMode ? 0.05 : 0.0012)));
    changed();
  }, { passive: false });
  listen(root, "keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target, key } = event, typing = ["SELECT", "INPUT"].includes(target.tagName);
    if (typing || (target.tagName === "BUTTON" && ["Enter", " "].includes(key))) { event.stopPropagation(); return; }
    const arrow = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    const angle = (by) => (state.light === "lamp" ? nudgeLamp(0.04 * by, 0) : (state.angle = wrap(state.angle + by * Math.PI / 36)));
    const actions = {
      0: () => goHome(), "+": () => camera.zoom(0.88), "=": () => camera.zoom(0.88), "-": () => camera.zoom(1 / 0.88), c: toggleCompare,
      1: () => { state.light = "flash"; }, 2: () => { state.light = "lamp"; }, 3: () => { state.light = "environment"; },
      v: () => { state.show = SHOWS[(SHOWS.indexOf(state.show) + 1) % SHOWS.length]; }, w: () => { state.wireframe = !state.wireframe; },
      e: () => { state.eyes = !state.eyes; }, "[": () => { state.exposure = Math.max(state.exposure - 0.2, -4); }, "]": () => { state.exposure = Math.min(state.exposure + 0.2, 4); },
      "<": () => angle(-1), ">": () => angle(1), ",": () => angle(-1), ".": () => angle(1), s: screenshot, t: turntable, "?": () => { help.hidden = !help.hidden; },
      Escape: () => { if (!help.hidden) help.hidden = true; else document.activeElement?.blur(); },
    };
    const action = actions[key.length === 1 ? key.toLowerCase() : key];
    if (arrow && (target === lamp || target === pad)) nudgeLamp(0.03 * arrow[0], 0.03 * arrow[1]);
    else if (arrow && target === handle) { ui.split = Math.min(Math.max(ui.split + 0.02 * arrow[0], 0), 1); }
    else if (arrow && event.shiftKey) camera.pan(-25 * arrow[0], -25 * arrow[1], ...size());
    else if (arrow) camera.orbit(-0.08 * arrow[0], -0.08 * arrow[1]);
    else if (action) action();
    else return;
    event.preventDefault();
    event.stopPropagation();
    changed();
  });
  const resize = new ResizeObserver(() => changed());
  resize.observe(canvas);
  listen(canvas, "webglcontextlost", (event) => { event.preventDefault(); if (!viewer.gone) say("The graphics card dropped this viewer (too many of them are open). Run the cell again.", true); });
  root.classList.toggle("hv-folded", root.clientWidth <= 720);
  say("");
  changed();
  return () => { stop.abort(); resize.disconnect(); clearTimeout(timer); URL.revokeObjectURL(photo.src); viewer.dispose(); };
}

const wrap = (angle) => Math.atan2(Math.sin(angle), Math.cos(angle));
