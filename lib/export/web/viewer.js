// The picture: a head under a light, as the workbook itself renders it (see shaders.js). It knows nothing of buttons;
// panel.js changes `state` and calls `invalidate`.

import {
  BufferAttribute, BufferGeometry, Color, DepthTexture, DoubleSide, FloatType, GLSL3, HalfFloatType, LineSegments, Matrix3,
  Matrix4, Mesh, NearestFilter, NoBlending, NormalBlending, PerspectiveCamera, Quaternion, RawShaderMaterial, Raycaster, Scene,
  Texture, Vector2, Vector3, Vector4, WebGLRenderer, WebGLRenderTarget, WireframeGeometry,
} from "three";
import { Camera } from "./camera.js";
import { geometryOf, radianceOf, textureOf, vector } from "./content.js";
import { Panorama } from "./panorama.js";
import {
  BACKDROP_FRAGMENT, DEVELOP_FRAGMENT, LINE_FRAGMENT, N_BENDS, PART_FRAGMENT, PART_VERTEX, SCREEN_VERTEX, SHADOW_FRAGMENT, SHADOW_VERTEX,
} from "./shaders.js";

export const LIGHTS = ["flash", "lamp", "environment"];                                       // the shader's `light`
export const SHOWS = ["shaded", "diffuse", "specular", "roughness", "normals", "checker"];   // the shader's `show`
export const TONES = ["photo", "srgb", "neutral", "aces"];                                   // the shader's `tone`
export const MAPS = ["diffuse", "specular", "roughness", "normal"];
const SHADOW_SIZE = 2048, WIDEST_GAZE = 0.5;                                                  // px; radians
const BACKGROUNDS = { black: 0x000000, grey: 0x777777, white: 0xffffff };

export class Viewer {
  /** A viewer of `content` on a canvas; `ready` resolves once everything is there. */
  constructor(canvas, content) {
    this.renderer = new WebGLRenderer({ canvas, antialias: false, alpha: false, powerPreference: "high-performance" });
    this.canvas = canvas;
    this.content = content;
    const { header } = content;
    this.shots = header.shots;
    const [front, left, up] = header.axes.map(vector);
    Object.assign(this, { front, left, up, middle: vector(header.middle), radius: header.radius, parts: [], panoramas: new Map() });
    this.camera = new Camera(this);
    this.state = {
      light: "flash", show: "shaded", tone: "photo", exposure: 0, shot: 0, room: true, shadows: true, background: "black", backdrop: true,
      maps: { diffuse: true, specular: true, roughness: true, normal: true }, eyes: true, wireframe: false, opacity: header.opacity,
      environment: header.environments[0].name, angle: 0, gaze: new Vector3(), lamp: null,
    };
    this.build();
    this.reset();
    // The lamp begins inside the picture, and there it is as bright on the skin as the flash.
    const distance = 1.5 * this.radius, rgb = this.shots.length ? this.shot.light_rgb : header.light_rgb;
    this.lampRgb = rgb.map((value) => value * (distance / this.reach()) ** 2);
    this.state.lamp = { direction: front.clone().addScaledVector(left, -0.55).addScaledVector(up, 0.4).normalize(), distance };
    this.listeners = new Set();
    this.ready = this.load();
  }

  // ---- what there is ----------------------------------------------------------------------------------------------
  build() {
    this.scene = new Scene();
    const nothing = new Texture();
    this.shared = Object.fromEntries(Object.entries({
      light: 0, show: 0, lamp_position: new Vector3(), lamp_rgb: new Vector3(), shadows: false, shadow_depth: null,
      shadow_view: new Matrix4(), shadow_lens: new Vector4(), room: Array.from({ length: 9 }, () => new Vector3()),
      irradiance: Array.from({ length: 9 }, () => new Vector3()), occlusion: new Array(9).fill(0), room_scale: 0,
      panorama: nothing, blurred: null, panorama_axes: new Matrix3(), use_map: new Vector4(1, 1, 1, 1), opacity: 1,
    }).map(([name, value]) => [name, { value }]));
    const material = (vertexShader, fragmentShader, uniforms, more) => new RawShaderMaterial({ glslVersion: GLSL3, vertexShader, fragmentShader, uniforms, ...more });
    const triangle = new BufferGeometry();
    triangle.setAttribute("position", new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3));
    const screen = (fragment, uniforms) => {
      const mesh = new Mesh(triangle, material(SCREEN_VERTEX, fragment, uniforms, { depthTest: false, depthWrite: false, blending: NoBlending }));
      mesh.frustumCulled = false;
      return mesh;
    };
    this.backdrop = screen(BACKDROP_FRAGMENT, { panorama: this.shared.panorama, panorama_axes: this.shared.panorama_axes, blurred: this.shared.blurred, to_world: { value: new Matrix4() }, eye: { value: new Vector3() } });
    this.backdrop.renderOrder = -1;
    this.scene.add(this.backdrop);
    this.develop = screen(DEVELOP_FRAGMENT, Object.fromEntries(Object.entries({
      radiance: null, exposure: 1, gamma: 2.2, rise: new Array(N_BENDS).fill(1), tone: 0, background: new Vector3(),
    }).map(([name, value]) => [name, { value }])));
    this.developing = new Scene();
    this.developing.add(this.develop);
    this.screenCamera = new PerspectiveCamera();
    this.depthOnly = material(SHADOW_VERTEX, SHADOW_FRAGMENT, {}, { side: DoubleSide, blending: NoBlending });
    this.lines = material(SHADOW_VERTEX, LINE_FRAGMENT, { line: { value: new Vector3(0.05, 0.35, 0.9) } });
    this.radiance = new WebGLRenderTarget(1, 1, { type: HalfFloatType, samples: 4, minFilter: NearestFilter, magFilter: NearestFilter, generateMipmaps: false });
    this.shadow = new WebGLRenderTarget(SHADOW_SIZE, SHADOW_SIZE, { minFilter: NearestFilter, magFilter: NearestFilter, depthTexture: new DepthTexture(SHADOW_SIZE, SHADOW_SIZE, FloatType) });
    this.shared.shadow_depth.value = this.shadow.depthTexture;
    this.lampCamera = new PerspectiveCamera();
    this.lampCamera.matrixAutoUpdate = false;
    this.material = material;
  }

  async load() {
    const { content } = this, anisotropy = Math.min(8, this.renderer.capabilities.getMaxAnisotropy());
    await this.light(this.state.environment);
    for (const part of content.header.parts) {
      const geometry = await geometryOf(content, part), uniforms = { ...this.shared };
      const own = { turn: new Matrix3(), flat_diffuse: vector(part.flat.diffuse), flat_specular: part.flat.specular, flat_roughness: part.flat.roughness, normal_range: part.normal_range || 0 };
      for (const [name, value] of Object.entries(own)) uniforms[name] = { value };
      for (const name of MAPS) uniforms[`${name}_map`] = { value: part.maps[name] ? await textureOf(content, part.maps[name], name === "diffuse", anisotropy) : new Texture() };
      uniforms.use_map = { value: new Vector4() };
      const isEye = Boolean(part.pivot);
      if (isEye) uniforms.opacity = { value: 1 };
      const mesh = new Mesh(geometry, this.material(PART_VERTEX, PART_FRAGMENT, uniforms, { side: DoubleSide, blending: NoBlending }));
      const veil = new Mesh(geometry, this.material(SHADOW_VERTEX, SHADOW_FRAGMENT, {}, { side: DoubleSide, colorWrite: false }));
      mesh.matrixAutoUpdate = false;
      mesh.frustumCulled = veil.frustumCulled = false;
      veil.visible = false;
      veil.renderOrder = 1;
      this.scene.add(mesh, veil);
      this.parts.push({ ...part, mesh, veil, isEye, uniforms, pivot: isEye && vector(part.pivot), looks: isEye && vector(part.gaze) });
    }
    this.invalidate();
  }

  /** Makes the panorama of that name the light from all around. */
  async light(name) {
    if (!this.panoramas.has(name)) {
      const known = this.content.header.environments.find((entry) => entry.name === name);
      this.panoramas.set(name, new Panorama(await radianceOf(this.content, known)));
    }
    this.state.environment = name;
    this.invalidate();
  }
  add(panorama) { this.panoramas.set(panorama.name, panorama); }
  get environments() { return [...new Set([...this.content.header.environments.map((entry) => entry.name), ...this.panoramas.keys()])]; }

  get shot() { return this.shots[this.state.shot]; }
  get hasEyes() { return this.parts.some((part) => part.isEye); }
  /** Back to the photo's camera. */
  reset(index = this.state.shot) {
    this.state.shot = index;
    this.shots.length ? this.camera.stand(this.shots[index]) : this.camera.standInFront();
    this.invalidate();
  }
  get lampPosition() { return this.middle.clone().addScaledVector(this.state.lamp.direction, this.state.lamp.distance); }

  // ---- drawing ----------------------------------------------------------------------------------------------------
  invalidate() {
    if (this.pending || this.gone) return;
    this.pending = requestAnimationFrame(() => { this.pending = 0; this.draw(); });
  }

  draw() {
    const ratio = Math.min(window.devicePixelRatio || 1, 2), [width, height] = [this.canvas.clientWidth, this.canvas.clientHeight];
    if (!width || !height || !this.parts.length) return;
    this.renderer.setPixelRatio(ratio);
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.canvas.width !== w || this.canvas.height !== h) this.renderer.setSize(width, height, false);
    this.radiance.setSize(w, h);
    this.camera.update(width, height);
    this.prepare();
    const { renderer } = this;
    renderer.setRenderTarget(this.radiance);
    renderer.setClearColor(0x000000, 0);
    renderer.clear();
    renderer.render(this.scene, this.camera.three);
    this.develop.material.uniforms.radiance.value = this.radiance.texture;
    renderer.setRenderTarget(null);
    renderer.render(this.developing, this.screenCamera);
    for (const listener of this.listeners) listener();
  }

  prepare() {
    const { state, shared, camera, shot } = this, set = (name, value) => { shared[name].value = value; };
    const shaded = state.show === "shaded", flash = state.light === "flash";
    set("light", LIGHTS.indexOf(state.light));
    set("show", SHOWS.indexOf(state.show));
    // Away from the photo's place the exposure follows the distance, as a phone's would: the flash keeps the skin as bright.
    let exposure = 2 ** state.exposure;
    if (state.light !== "environment") {
      const position = flash ? this.flashPosition() : this.lampPosition;
      shared.lamp_position.value.copy(position);
      shared.lamp_rgb.value.set(...(flash ? (shot ? shot.light_rgb : this.content.header.light_rgb) : this.lampRgb));
      if (flash && !camera.shot) exposure *= (position.distanceTo(camera.target) / this.reach()) ** 2;
      const casts = state.shadows && (flash ? Boolean(shot?.shadows) : true) && shaded;
      set("shadows", casts);
      this.pose();
      if (casts) this.castShadows(position);
    } else this.pose();
    const room = state.room && state.light !== "environment" && shot?.room;
    set("room_scale", room ? room.scale : 0);
    if (room) { room.sh_coeffs.forEach((row, k) => shared.room.value[k].set(...row)); set("occlusion", room.occlusion); }
    const panorama = this.panoramas.get(state.environment);
    if (panorama) {
      set("panorama", panorama.picture);
      set("blurred", panorama.blurred);
      set("irradiance", panorama.irradiance);
      const right = this.left.clone().negate(), turn = new Quaternion().setFromAxisAngle(this.up, state.angle);
      const [x, z] = [right, this.front.clone()].map((axis) => axis.applyQuaternion(turn));
      shared.panorama_axes.value.set(x.x, x.y, x.z, this.up.x, this.up.y, this.up.z, z.x, z.y, z.z);
    }
    this.backdrop.visible = state.light === "environment" && state.backdrop && shaded;
    const b = this.backdrop.material.uniforms;
    b.to_world.value.copy(camera.three.matrixWorld).multiply(camera.three.projectionMatrixInverse);
    b.eye.value.copy(camera.position);
    b.blurred.value = shared.blurred.value;
    const d = this.develop.material.uniforms;
    d.exposure.value = exposure;
    d.tone.value = shaded ? TONES.indexOf(state.tone) : TONES.length;
    d.gamma.value = shot ? shot.gamma : 2.2;
    d.rise.value = shot?.rise || new Array(N_BENDS).fill(1);
    const color = new Color().setHex(BACKGROUNDS[state.background], "");
    d.background.value.set(color.r, color.g, color.b);
  }

  /** The flash where the photo's was, seen from the camera. */
  flashPosition() {
    const { camera, shot } = this, [x, y, z] = shot ? shot.flash_offset : [0, 0, 0];
    return camera.position.clone().add(camera.axis(x, -y, -z));
  }
  /** Distance of the photo's flash from what it looks at. */
  reach() {
    if (!this.shot) return 4.2 * this.radius;
    const place = new Vector3(...this.shot.c2w.slice(0, 3).map((row) => row[3]));
    const forward = new Vector3(...this.shot.c2w.slice(0, 3).map((row) => row[2]));
    return this.middle.clone().sub(place).dot(forward);
  }

  /** Where every part is, and how it is drawn. */
  pose() {
    const { state } = this, clear = state.opacity < 1;
    for (const part of this.parts) {
      const { mesh, veil, uniforms } = part, see = !part.isEye || state.eyes;
      mesh.visible = see && (part.isEye || state.opacity > 0);
      if (part.isEye) {
        const turn = this.gazeTurn();
        mesh.matrix.makeTranslation(part.pivot).multiply(new Matrix4().makeRotationFromQuaternion(turn)).multiply(new Matrix4().makeTranslation(part.pivot.clone().negate()));
        uniforms.turn.value.setFromMatrix4(mesh.matrix);
      } else {
        uniforms.opacity.value = state.opacity;
        mesh.material.transparent = clear;
        mesh.material.blending = clear ? NormalBlending : NoBlending;
        mesh.renderOrder = clear ? 2 : 0;
        veil.visible = clear && mesh.visible;
        veil.material.transparent = clear;
      }
      uniforms.use_map.value.set(...MAPS.map((name) => Number(state.maps[name] && Boolean(part.maps[name]))));
      if (state.wireframe && !part.wire) {
        part.wire = new LineSegments(new WireframeGeometry(mesh.geometry), this.lines);
        part.wire.matrixAutoUpdate = part.wire.frustumCulled = false;
        part.wire.renderOrder = 3;
        this.scene.add(part.wire);
      }
      if (part.wire) {
        part.wire.visible = state.wireframe && mesh.visible;
        part.wire.matrix.copy(mesh.matrix);
      }
      mesh.material.polygonOffset = state.wireframe;
      mesh.material.polygonOffsetFactor = mesh.material.polygonOffsetUnits = 1;
    }
    this.scene.updateMatrixWorld(true);
  }

  /** Draws what the lamp sees: a square picture of depths, as relight.py's `_lit`. */
  castShadows(lamp) {
    const { shared, lampCamera, renderer } = this, away = lamp.distanceTo(this.middle);
    if (away < 1.02 * this.radius) { shared.shadows.value = false; return; }
    const forward = this.middle.clone().sub(lamp).divideScalar(away);
    const across = Math.abs(forward.y) < 0.9 ? new Vector3(0, 1, 0) : new Vector3(1, 0, 0);
    const right = across.cross(forward).normalize(), down = new Vector3().crossVectors(forward, right);
    const focal = SHADOW_SIZE / 2 * Math.sqrt(away ** 2 - this.radius ** 2) / this.radius;
    const near = away - 1.01 * this.radius, far = away + 1.01 * this.radius;
    // OpenGL's camera looks along -z with y up; rows count from below, in the shader as well.
    lampCamera.matrix.makeBasis(right, down.negate(), forward.clone().negate()).setPosition(lamp);
    const side = 2 * focal / SHADOW_SIZE;
    lampCamera.projectionMatrix.set(side, 0, 0, 0, 0, side, 0, 0, 0, 0, -(far + near) / (far - near), -2 * far * near / (far - near), 0, 0, -1, 0);
    lampCamera.projectionMatrixInverse.copy(lampCamera.projectionMatrix).invert();
    lampCamera.matrixWorld.copy(lampCamera.matrix);
    lampCamera.matrixWorldInverse.copy(lampCamera.matrix).invert();
    shared.shadow_view.value.makeScale(1, 1, -1).multiply(lampCamera.matrixWorldInverse);       // depth is positive
    shared.shadow_lens.value.set(focal, near, far, 2 * away / focal);
    const hidden = this.scene.children.filter((child) => child.visible && !this.parts.some((part) => part.mesh === child));
    hidden.forEach((child) => { child.visible = false; });
    const textureBefore = shared.shadow_depth.value;
    shared.shadow_depth.value = null;
    lampCamera.matrixWorldAutoUpdate = false;
    this.scene.overrideMaterial = this.depthOnly;
    renderer.setRenderTarget(this.shadow);
    renderer.clear();
    renderer.render(this.scene, lampCamera);
    this.scene.overrideMaterial = null;
    shared.shadow_depth.value = textureBefore;
    hidden.forEach((child) => { child.visible = true; });
  }

  // ---- eyes -------------------------------------------------------------------------------------------------------
  /** Rotation of both eyeballs: from the gaze they were exported with to that plus `state.gaze`, without torsion. */
  gazeTurn() {
    const eyes = this.parts.filter((part) => part.isEye);
    const ahead = eyes.reduce((sum, part) => sum.add(part.looks), new Vector3()).normalize();
    return new Quaternion().setFromUnitVectors(ahead, ahead.clone().add(this.state.gaze).normalize());
  }
  /** The eye under a canvas position (CSS px), or null. */
  eyeAt(x, y) {
    if (!this.state.eyes) return null;
    const ray = new Raycaster(), at = new Vector2(x / this.canvas.clientWidth * 2 - 1, 1 - y / this.canvas.clientHeight * 2);
    ray.ray.origin.copy(this.camera.position);
    ray.ray.direction.set(at.x, at.y, 0.5).unproject(this.camera.three).sub(this.camera.position).normalize();
    const meshes = this.parts.filter((part) => part.mesh.visible && (part.isEye || this.state.opacity === 1)).map((part) => part.mesh);
    const [hit] = ray.intersectObjects(meshes, false);
    return hit ? this.parts.find((part) => part.isEye && part.mesh === hit.object) || null : null;
  }
  /** Turns the gaze by a drag (CSS px) on an eye: the iris follows the pointer. */
  look(eye, dx, dy) {
    const { camera, state } = this, size = eye.mesh.geometry.boundingSphere.radius;
    const px = size * camera.lens.fx * camera.frame(this.canvas.clientWidth, this.canvas.clientHeight).scale / camera.position.distanceTo(eye.pivot);
    const eyes = this.parts.filter((part) => part.isEye), ahead = eyes.reduce((sum, part) => sum.add(part.looks), new Vector3()).normalize();
    const now = ahead.clone().add(state.gaze).addScaledVector(camera.axis(1, 0, 0), dx / px).addScaledVector(camera.axis(0, 1, 0), -dy / px).normalize();
    const angle = ahead.angleTo(now);
    if (angle > WIDEST_GAZE) now.copy(ahead).applyQuaternion(new Quaternion().slerp(new Quaternion().setFromUnitVectors(ahead, now), WIDEST_GAZE / angle));
    state.gaze = now.sub(ahead);
    this.invalidate();
  }

  // ---- pictures ---------------------------------------------------------------------------------------------------
  /** A PNG of what is shown, as a blob. */
  picture() {
    this.draw();                                              // toBlob must follow in the same task: nothing is preserved
    return new Promise((resolve) => this.canvas.toBlob(resolve, "image/png"));
  }

  /** A film of one turn about the head, as {blob, extension}: MP4 where the browser can, else WebM. */
  async turntable(seconds, progress) {
    const type = ["video/mp4;codecs=avc1.640028", "video/mp4", "video/webm;codecs=vp9", "video/webm"].find((kind) => window.MediaRecorder?.isTypeSupported(kind));
    if (!type) throw new Error("This browser records no video; lib.export.turntable writes one from Python.");
    const recorder = new MediaRecorder(this.canvas.captureStream(30), { mimeType: type, videoBitsPerSecond: 12e6 }), chunks = [];
    recorder.ondataavailable = (event) => chunks.push(event.data);
    const done = new Promise((resolve) => { recorder.onstop = resolve; });
    const start = { position: this.camera.position.clone(), turn: this.camera.turn.clone(), shot: this.camera.shot };
    recorder.start();
    const begin = performance.now();
    for (let angle = 0, share = 0; share < 1;) {
      await new Promise(requestAnimationFrame);
      share = Math.min((performance.now() - begin) / (1000 * seconds), 1);
      this.camera.orbit(2 * Math.PI * share - angle, 0);
      angle = 2 * Math.PI * share;
      this.draw();
      progress?.(share);
    }
    recorder.stop();
    await done;
    Object.assign(this.camera, { shot: start.shot });
    this.camera.position.copy(start.position);
    this.camera.turn.copy(start.turn);
    this.invalidate();
    const blob = new Blob(chunks, { type: type.split(";")[0] });
    if (!blob.size) throw new Error("The browser recorded nothing: it draws too slowly here. lib.export.turntable writes a film from Python.");
    return { blob, extension: type.includes("mp4") ? "mp4" : "webm" };
  }

  dispose() {
    this.gone = true;
    cancelAnimationFrame(this.pending);
    this.panoramas.forEach((panorama) => panorama.dispose());
    this.renderer.dispose();
    this.renderer.forceContextLoss();
  }
}
