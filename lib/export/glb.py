"""Head and eyes as one GLB file (glTF 2.0): Y up, facing +Z, in metres.

The node `capture` holds the rotation and the scale from the capture's world. Below it are `head`
and, for each eyeball, a socket at its centre that holds the eyeball. At rest an eyeball's node has
no rotation, and its axes are the head's: a rotation about Y turns the gaze sideways, one about X up
or down.
"""

from __future__ import annotations

import json
import struct
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from scipy.spatial.transform import Rotation

from lib.capture.place import head_axes
from lib.mesh.bake import tangents
from lib.mesh.extract import Mesh
from lib.render.raster import texels
from lib.workbook.workspace import atomic

EYEBALL_M = 0.012  # radius of a grown-up's eyeball
HEAD_M = 0.24  # height of a grown-up's head, chin to crown
FLOAT, UINT = 5126, 5125  # glTF's numbers of component types
ARRAY, ELEMENT = 34962, 34963  # and of what a buffer is for


@dataclass(frozen=True)
class GltfFrame:
    """How a head stands in its capture's world.

    axes: (3, 3) unit rows, world: left (the subject's own), up and front. metres: length of a world
    unit. scale_from: where the metres come from, in words.
    """

    axes: np.ndarray
    metres: float
    scale_from: str


def head_frame(
    c2w: np.ndarray,
    head: Mesh,
    eye_centers: np.ndarray | None = None,
    eye_radius: float | None = None,
    gaze: np.ndarray | None = None,
    capture: str | Path | None = None,
) -> GltfFrame:
    """Return the frame of a head, from the cameras that saw it and, if there are eyes, from those.

    c2w (N, 4, 4). eye_centers (2, 3), left first, eye_radius and gaze (2, 3): world. The eyes'
    centres decide what is left, the photos what is up. If the photos lie on their side, the gaze is
    the front. The scale is `mm_per_unit` of capture.json in the folder `capture`; else eyeballs
    have a radius of 12 mm; else the head is 0.24 m high.
    """
    front, left, up = head_axes(c2w)
    if eye_centers is not None:
        left = _unit(eye_centers[0] - eye_centers[1])
        if abs(up @ left) > 0.7 and gaze is not None:
            up = np.cross(np.mean(gaze, axis=0), left)
        up = _unit(up - (up @ left) * left)
        front = np.cross(left, up)
    metres, scale_from = _scale(head.v_pos @ up, eye_radius, capture)
    return GltfFrame(np.stack([left, up, front]), metres, scale_from)


def _scale(
    heights: np.ndarray, eye_radius: float | None, capture: str | Path | None
) -> tuple[float, str]:
    path = None if capture is None else Path(capture) / "capture.json"
    if path is not None and path.is_file():
        try:
            mm = json.loads(path.read_text(encoding="utf-8")).get("mm_per_unit")
        except (ValueError, AttributeError, RecursionError) as error:
            raise ValueError(
                f"{path}: expected JSON with mm_per_unit, found: {str(error)[:80]}; mend or delete "
                "it"
            ) from error
        if mm is not None:
            number = isinstance(mm, int | float) and not isinstance(mm, bool)
            if not number or not 0 < mm < 1e9:
                raise ValueError(
                    f"{path}: expected mm_per_unit above 0, found {str(mm)[:40]!r}; correct or "
                    "remove it"
                )
            return mm / 1000, "mm_per_unit of capture.json"
    if eye_radius:
        return EYEBALL_M / eye_radius, "eyeballs of 12 mm radius"
    return HEAD_M / float(np.ptp(heights)), "a head of 0.24 m height"


def _unit(x: np.ndarray) -> np.ndarray:
    return x / max(np.linalg.norm(x), 1e-12)


class _Document:
    """A glTF document under construction: its tree and its one buffer."""

    def __init__(self) -> None:
        self.tree: dict[str, Any] = {"asset": {"version": "2.0", "generator": "head-workbook"}}
        self.buffer = bytearray()

    def add(self, kind: str, item: dict) -> int:
        """Add an item to the list `kind`; return its index."""
        self.tree.setdefault(kind, []).append(item)
        return len(self.tree[kind]) - 1

    def view(self, data: bytes, target: int | None = None) -> int:
        """Add these bytes to the buffer; return the index of their buffer view."""
        self.buffer += bytes(-len(self.buffer) % 4)
        view = {"buffer": 0, "byteOffset": len(self.buffer), "byteLength": len(data)}
        self.buffer += data
        return self.add("bufferViews", view | ({"target": target} if target else {}))

    def accessor(self, values: np.ndarray, bounds: bool = False) -> int:
        """Add rows (M, C) float32, or whole numbers (M,) for triangles; return the index of their
        accessor.
        """
        whole = values.ndim == 1
        values = np.ascontiguousarray(values, "<u4" if whole else "<f4")
        item = {
            "bufferView": self.view(values.tobytes(), ELEMENT if whole else ARRAY),
            "componentType": UINT if whole else FLOAT,
            "count": len(values),
            "type": "SCALAR" if whole else f"VEC{values.shape[1]}",
        }
        if bounds:
            item |= {"min": values.min(0).tolist(), "max": values.max(0).tolist()}
        return self.add("accessors", item)

    def texture(self, name: str, png: bytes) -> dict[str, int]:
        """Add a picture, a PNG file's bytes; return a reference to its texture."""
        view = self.view(png)
        image = self.add("images", {"name": name, "mimeType": "image/png", "bufferView": view})
        return {"index": self.add("textures", {"name": name, "source": image, "sampler": 0})}

    def write(self, path: Path) -> None:
        """Write tree and buffer as one GLB file."""
        self.tree["buffers"] = [{"byteLength": len(self.buffer)}]
        text = json.dumps(self.tree, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 4)
        data = bytes(self.buffer) + bytes(-len(self.buffer) % 4)
        header = struct.pack("<4sII", b"glTF", 2, 28 + len(text) + len(data))
        chunks = [struct.pack("<I4s", len(text), b"JSON"), text]
        chunks += [struct.pack("<I4s", len(data), b"BIN\0"), data]
        with atomic(path) as temporary:
            temporary.write_bytes(b"".join([header, *chunks]))


def write_glb(
    path: Path,
    meshes: dict[str, Mesh],
    pictures: dict[str, dict[str, np.ndarray]],
    frame: GltfFrame,
    pivots: dict[str, np.ndarray] | None = None,
) -> Path:
    """Write every mesh with its textures, tangents and node to a GLB file; return the path.

    `meshes`: name (head, left_eye, right_eye) -> mesh in the world's frame. `pictures`: name ->
    8-bit RGB pictures (H, W, 3): diffuse and specular sRGB-encoded, roughness, normal in the
    tangent frame. `pivots`: name -> world point (3,) that the mesh turns about.
    KHR_materials_specular holds F0 = 0.08 specular.
    """
    document = _Document()
    sampler = {"magFilter": 9729, "minFilter": 9987, "wrapS": 33071, "wrapT": 33071}
    document.add("samplers", sampler)
    turn = Rotation.from_matrix(frame.axes)
    capture = {
        "name": "capture",
        "rotation": turn.as_quat().tolist(),
        "scale": [frame.metres] * 3,
        "children": [],
        "extras": {"metres_per_unit": frame.metres, "scale_from": frame.scale_from},
    }
    root = document.add("nodes", capture)
    with ThreadPoolExecutor() as pool:
        jobs = {
            name: {key: pool.submit(_png, key, rgb) for key, rgb in of_part.items()}
            for name, of_part in pictures.items()
        }
    for name, mesh in meshes.items():
        pivot = (pivots or {}).get(name)
        pngs = {key: job.result() for key, job in jobs[name].items()}
        material = _material(document, name, pngs)
        if pivot is None:
            node = {"name": name, "mesh": _mesh(document, name, mesh, material)}
        else:
            axes, about = frame.axes, np.asarray(pivot, float)
            eye = {"name": name, "mesh": _mesh(document, name, mesh, material, axes, about)}
            node = {
                "name": f"{name}_socket",
                "translation": about.tolist(),
                "rotation": turn.inv().as_quat().tolist(),
                "children": [document.add("nodes", eye)],
            }
        capture["children"].append(document.add("nodes", node))
    document.add("scenes", {"name": "head", "nodes": [root]})
    document.tree |= {"scene": 0, "extensionsUsed": ["KHR_materials_specular"]}
    document.write(Path(path))
    return Path(path)


def _mesh(
    document: _Document,
    name: str,
    mesh: Mesh,
    material: int,
    axes: np.ndarray | None = None,
    about: np.ndarray | None = None,
) -> int:
    """Add a mesh; return its index. about, axes: the origin and the axes of its own frame, if it
    has one.
    """
    axes, about = (np.eye(3) if axes is None else axes), (np.zeros(3) if about is None else about)
    along_u = tangents(mesh) @ axes.T
    attributes = {
        "POSITION": document.accessor((mesh.v_pos - about) @ axes.T, bounds=True),
        "NORMAL": document.accessor(_unit_rows(mesh.vertex_normals() @ axes.T)),
        "TANGENT": document.accessor(np.column_stack([_unit_rows(along_u), np.ones(len(along_u))])),
        "TEXCOORD_0": document.accessor(texels(mesh.v_uv)),  # v counts down there
    }
    indices = document.accessor(mesh.t_pos_idx.ravel())
    primitive = {"attributes": attributes, "indices": indices, "material": material}
    return document.add("meshes", {"name": name, "primitives": [primitive]})


def _unit_rows(x: np.ndarray) -> np.ndarray:
    return x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-20)


def _png(key: str, rgb: np.ndarray) -> bytes:
    """Return the file of a map: roughness is in green alone, blue would be metal."""
    if key == "roughness":
        rgb = rgb * np.array([0, 1, 0], np.uint8)
    return cv2.imencode(".png", rgb[..., ::-1])[1].tobytes()


def _material(document: _Document, name: str, pngs: dict[str, bytes]) -> int:
    surface = {
        "baseColorTexture": document.texture(f"{name}_diffuse", pngs["diffuse"]),
        "metallicRoughnessTexture": document.texture(f"{name}_roughness", pngs["roughness"]),
        "metallicFactor": 0.0,
    }
    # glTF's reflectance is 0.04 times this colour, ours is 0.08 times the map.
    specular = {
        "specularColorFactor": [2.0, 2.0, 2.0],
        "specularColorTexture": document.texture(f"{name}_specular", pngs["specular"]),
    }
    material = {
        "name": name,
        "pbrMetallicRoughness": surface,
        "normalTexture": document.texture(f"{name}_normal", pngs["normal"]),
        "extensions": {"KHR_materials_specular": specular},
    }
    return document.add("materials", material)
