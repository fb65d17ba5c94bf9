// What Python packed (lib/export/viewer.py: `packed`): a header and buffers, to three.js geometry and textures.

import {
  BufferAttribute, BufferGeometry, ClampToEdgeWrapping, DataUtils, LinearFilter, LinearMipmapLinearFilter, NoColorSpace,
  SRGBColorSpace, Texture, Vector3,
} from "three";

const ARRAYS = { uint16: Uint16Array, int16: Int16Array, uint32: Uint32Array, float32: Float32Array, float16: Uint16Array };

/** Resolves a header's references {buffer, type, deflated} with the buffers that came along. */
export class Content {
  constructor(header, buffers) {
    this.header = header;
    this.buffers = buffers.map((buffer) => (ArrayBuffer.isView(buffer) ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength) : new Uint8Array(buffer)));
  }
  async array({ buffer, type, deflated }) {
    let bytes = this.buffers[buffer];
    if (deflated) bytes = new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer());
    return new ARRAYS[type](bytes.slice().buffer);
  }
  blob({ buffer, type }) { return new Blob([this.buffers[buffer]], { type }); }
}

/** Geometry of a part: positions and UV come as 16-bit shares of their range, normals as 16-bit signed shares of 1. */
export async function geometryOf(content, part) {
  const [position, normal, uv, index] = await Promise.all(["position", "normal", "uv", "index"].map((name) => content.array(part[name])));
  const places = Float32Array.from(position, (value, k) => part.low[k % 3] + value / 65535 * part.size[k % 3]);
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(places, 3));
  geometry.setAttribute("normal", new BufferAttribute(normal, 3, true));
  geometry.setAttribute("uv", new BufferAttribute(uv, 2, true));
  geometry.setIndex(new BufferAttribute(index, 1));
  geometry.computeBoundingSphere();
  return geometry;
}

/** Texture of one map; v counts downwards, so rows stay as they are. */
export async function textureOf(content, reference, encoded, anisotropy) {
  const bitmap = await createImageBitmap(content.blob(reference), { colorSpaceConversion: "none", premultiplyAlpha: "none" });
  const texture = new Texture(bitmap);
  Object.assign(texture, {
    colorSpace: encoded ? SRGBColorSpace : NoColorSpace, flipY: false, wrapS: ClampToEdgeWrapping, wrapT: ClampToEdgeWrapping,
    minFilter: LinearMipmapLinearFilter, magFilter: LinearFilter, generateMipmaps: true, anisotropy,
  });
  texture.needsUpdate = true;
  return texture;
}

/** Linear radiance of a panorama as 32-bit floats. */
export async function radianceOf(content, { name, width, height, rgb }) {
  return { name, width, height, rgb: Float32Array.from(await content.array(rgb), DataUtils.fromHalfFloat) };
}

export const vector = (values) => new Vector3(...values);

/** The header and the buffers of one block: its length as 4 bytes, JSON, then the buffers end to end. */
export function unpacked(bytes) {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  let at = 4 + length;
  return new Content(header, header.lengths.map((n) => bytes.subarray(at, at += n)));
}
