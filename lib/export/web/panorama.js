// Light from all around, as lib/export/relight.py's Environment has it: the diffuse part by spherical harmonics
// (Ramamoorthi & Hanrahan 2001), glossy reflections by pictures that are blurred beforehand, here on the processor.

import { ClampToEdgeWrapping, DataArrayTexture, DataTexture, DataUtils, HalfFloatType, LinearFilter, RepeatWrapping, RGBAFormat, Vector3 } from "three";
import { EXRLoader } from "three/examples/jsm/loaders/EXRLoader.js";
import { HDRLoader } from "three/examples/jsm/loaders/HDRLoader.js";
import { LEVELS } from "./shaders.js";

const WIDTH = 64, HEIGHT = 32, WIDEST = 1024;

/** A panorama: {name, width, height, rgb: Float32Array of linear radiance, row 0 at the top}, ready to light a head. */
export class Panorama {
  constructor({ name, width, height, rgb }) {
    while (width > WIDEST) ({ width, height, rgb } = averaged({ width, height, rgb }, width >> 1, height >> 1));
    this.name = name;
    this.picture = texture(new DataTexture(halves(rgb), width, height, RGBAFormat, HalfFloatType));
    this.blur(averaged({ width, height, rgb }, WIDTH, HEIGHT).rgb);
  }

  blur(rgb) {
    const n = WIDTH * HEIGHT, [x, y, z, area] = [0, 1, 2, 3].map(() => new Float32Array(n));
    for (let k = 0; k < n; ++k) {
      const theta = (Math.floor(k / WIDTH) + 0.5) / HEIGHT * Math.PI, phi = ((k % WIDTH) + 0.5) / HEIGHT * Math.PI - Math.PI;
      x[k] = Math.sin(theta) * Math.sin(phi); y[k] = Math.cos(theta); z[k] = Math.sin(theta) * Math.cos(phi);
      area[k] = Math.sin(theta) * (Math.PI / HEIGHT) ** 2;
    }
    this.irradiance = Array.from({ length: 9 }, () => new Vector3());
    for (let k = 0; k < n; ++k) {
      const light = new Vector3(rgb[3 * k], rgb[3 * k + 1], rgb[3 * k + 2]).multiplyScalar(area[k] * Math.PI);
      basis(x[k], y[k], z[k]).forEach((value, i) => this.irradiance[i].addScaledVector(light, value * (i ? (i < 4 ? 2 / 3 : 1 / 4) : 1)));
    }
    const layers = LEVELS.slice(1), out = new Float32Array(3 * n * layers.length), a2 = layers.map((r) => r ** 4 - 1);
    const sums = new Float64Array(4 * layers.length);
    for (let i = 0; i < n; ++i) {
      sums.fill(0);
      for (let j = 0; j < n; ++j) {
        const cosine = x[i] * x[j] + y[i] * y[j] + z[i] * z[j];
        if (cosine <= 0) continue;
        const half = Math.min((1 + cosine) / 2, 1), weighted = cosine * area[j];
        for (let k = 0; k < layers.length; ++k) {
          const weight = weighted / (half * a2[k] + 1) ** 2;
          sums[4 * k] += weight * rgb[3 * j]; sums[4 * k + 1] += weight * rgb[3 * j + 1]; sums[4 * k + 2] += weight * rgb[3 * j + 2];
          sums[4 * k + 3] += weight;
        }
      }
      for (let k = 0; k < layers.length; ++k) for (let c = 0; c < 3; ++c) out[3 * (k * n + i) + c] = sums[4 * k + c] / sums[4 * k + 3];
    }
    this.blurred = texture(new DataArrayTexture(halves(out), WIDTH, HEIGHT, layers.length));
    this.blurred.type = HalfFloatType;
  }

  dispose() { this.picture.dispose(); this.blurred.dispose(); }
}

function basis(x, y, z) {
  return [0.28209479177387814, 0.4886025119029199 * y, 0.4886025119029199 * z, 0.4886025119029199 * x, 1.0925484305920792 * x * y,
    1.0925484305920792 * y * z, 0.31539156525252005 * (3 * z * z - 1), 1.0925484305920792 * x * z, 0.5462742152960396 * (x * x - y * y)];
}

function texture(made) {
  made.wrapS = RepeatWrapping;
  made.wrapT = ClampToEdgeWrapping;
  made.minFilter = made.magFilter = LinearFilter;
  made.generateMipmaps = false;
  made.needsUpdate = true;
  return made;
}

function halves(rgb) {
  const n = rgb.length / 3, out = new Uint16Array(4 * n), one = DataUtils.toHalfFloat(1);
  for (let k = 0; k < n; ++k) {
    for (let c = 0; c < 3; ++c) out[4 * k + c] = DataUtils.toHalfFloat(Math.min(rgb[3 * k + c], 60000));
    out[4 * k + 3] = one;
  }
  return out;
}

/** The picture at another size: every new pixel is the mean of the area that it covers. */
function averaged({ width, height, rgb }, w, h) {
  const rows = resized(rgb, height, width * 3, h);
  const turned = transposed(rows, h, width), columns = resized(turned, width, h * 3, w);
  return { width: w, height: h, rgb: transposed(columns, w, h) };
}
function resized(values, n, stride, m) {                      // n rows of `stride` numbers to m rows
  const out = new Float32Array(m * stride), step = n / m;
  for (let i = 0; i < m; ++i) for (let j = Math.floor(i * step); j < Math.min(Math.ceil((i + 1) * step), n); ++j) {
    const share = (Math.min(j + 1, (i + 1) * step) - Math.max(j, i * step)) / step;
    for (let k = 0; k < stride; ++k) out[i * stride + k] += share * values[j * stride + k];
  }
  return out;
}
function transposed(rgb, height, width) {
  const out = new Float32Array(rgb.length);
  for (let j = 0; j < height; ++j) for (let i = 0; i < width; ++i) for (let c = 0; c < 3; ++c) out[3 * (i * height + j) + c] = rgb[3 * (j * width + i) + c];
  return out;
}

/** The panorama in a .hdr or .exr file that the person chose. */
export async function panoramaOf(file) {
  const buffer = await file.arrayBuffer(), name = file.name.replace(/\.\w+$/, "");
  let read;
  try {
    read = (/\.exr$/i.test(file.name) ? new EXRLoader() : new HDRLoader()).parse(buffer);
  } catch (error) {
    throw new Error(`${file.name}: expected a panorama as .hdr or .exr, found something else (${error.message || error})`);
  }
  const { data, width, height } = read;
  if (Math.abs(width / height - 2) > 0.02) throw new Error(`${file.name}: expected a panorama twice as wide as high, found ${width} x ${height} px`);
  const n = width * height, channels = data.length / n, rgb = new Float32Array(3 * n), upside = /\.exr$/i.test(file.name);
  for (let j = 0; j < height; ++j) for (let i = 0; i < width; ++i) for (let c = 0; c < 3; ++c) {
    const from = ((upside ? height - 1 - j : j) * width + i) * channels + Math.min(c, channels - 1);
    const value = data instanceof Uint16Array ? DataUtils.fromHalfFloat(data[from]) : data[from];
    rgb[3 * (j * width + i) + c] = Math.max(value, 0) || 0;
  }
  return new Panorama({ name, width, height, rgb });
}
