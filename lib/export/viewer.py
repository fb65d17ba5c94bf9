"""The relightable head in a browser: a widget for notebooks, and one HTML file that a person can
mail.

Both show the same page, `viewer.bundle.js`, which lib/export/web/build.sh builds. The page shades
with the workbook's own BRDF (see lib/render/shading.py), in the capture's world frame, and turns
about the axis that the photos call up. Three lights: the flash at the camera; a lamp with shadows
(a picture of depths, as in `relight`); a panorama, diffuse by spherical harmonics, glossy by
pictures blurred beforehand (the same split sum as `relight.Environment`).
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

import anywidget
import cv2
import numpy as np
import torch

from lib.capture.place import head_axes
from lib.capture.views import Views
from lib.export.assets import srgb
from lib.export.panoramas import painted, read_panorama
from lib.eyes.eyeballs import fit_sphere
from lib.fields.scene import Scene
from lib.mesh.bake import pad, sphere_cap
from lib.mesh.extract import Mesh, joined
from lib.render.raster import interpolate, rasterize_uv, texels
from lib.train.scores import nearest_view
from lib.workbook.workspace import atomic

NamedParts = Mapping[str, tuple[Mesh, Mapping[str, np.ndarray]]]
BUNDLE = Path(__file__).parent / "viewer.bundle.js"
N_SHOTS = 6  # photos that travel with a head, unless a caller wants another number
WIDEST = 1024  # px of a panorama
JPEG = [cv2.IMWRITE_JPEG_QUALITY, 95, cv2.IMWRITE_JPEG_SAMPLING_FACTOR]
JPEG += [cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444]
SHOWN = "diffuse", "specular", "roughness", "normal"  # maps that the page shows
FLAT = {"diffuse": [0.6, 0.57, 0.54], "specular": 0.4, "roughness": 0.45}  # of parts without maps
IRIS_SHARE = 0.5  # an iris's radius over its eyeball's: 6 mm over 12 mm


@dataclass
class Shot:
    """A photo to compare with the render, with its camera and the light in which it was taken.

    image: (H, W, 3) uint8, encoded. c2w (4, 4), K (3, 3): OpenCV, pixels of that image.
    light_position: (3,) world. light_rgb: (3,), radiance = f n.l rgb / d^2. ambient: (sh_coeffs (9,
    3), occlusion (9,), scale) of `shading.ambient`, or None. rise: slopes (N_BENDS,) of the
    camera's tone curve on the encoded scale, see `Light.response`; None: the gamma alone. shadows:
    whether the flash sits so far from the lens that the camera sees its shadows.
    """

    name: str
    image: np.ndarray
    c2w: np.ndarray
    K: np.ndarray
    light_position: np.ndarray
    light_rgb: np.ndarray
    ambient: tuple[np.ndarray, np.ndarray, float] | None = None
    gamma: float = 2.2
    rise: np.ndarray | None = None
    shadows: bool = False


@torch.no_grad()
def shots(
    photos: Views, scene: Scene, trained_c2w: np.ndarray, n_shots: int = N_SHOTS
) -> list[Shot]:
    """Return the most frontal photos under the light of a trained scene, the most frontal first.

    photos: the held-out ones, for a fair comparison. trained_c2w: (N, 4, 4), the cameras of the
    training; a photo takes gain and occlusion of the nearest one.
    """
    light, out = scene.light, []
    device = light.flash_rgb.device
    rise = torch.softmax(light.tone, 0) * len(light.tone) if light.fit_tone else None
    for i in _frontal(photos, n_shots):
        pose = torch.as_tensor(photos.cameras.c2w[i : i + 1], dtype=torch.float32, device=device)
        near = torch.tensor([nearest_view(photos.cameras.c2w[i], trained_c2w)], device=device)
        ambient = (light.sh_coeffs.cpu().numpy(), light.occlusion[near[0]].cpu().numpy())
        out.append(
            Shot(
                photos.names[i],
                photos.images[i],
                photos.cameras.c2w[i],
                photos.cameras.K,
                light.flash_position(pose)[0].cpu().numpy(),
                light.flash(near)[0].cpu().numpy(),
                (*ambient, scene.sh_scale),
                photos.gamma,
                None if rise is None else rise.cpu().numpy(),
                light.beside_lens,
            )
        )
    return out


def _frontal(photos: Views, n_shots: int) -> np.ndarray:
    front = head_axes(photos.cameras.c2w)[0]
    return np.argsort(-photos.cameras.c2w[:, :3, 3] @ front)[:n_shots]


def plain_eye(
    center: np.ndarray, radius: float, gaze: np.ndarray, up: np.ndarray, size: int = 256
) -> tuple[Mesh, dict[str, np.ndarray]]:
    """Return mesh and maps of a whole eyeball before any training: a white sphere with an iris.

    center (3,), gaze (3,) and up (3,), world frame; radius in world units. Maps are size x size.
    """
    cap = sphere_cap(center, radius, gaze, np.radians(178), up)
    fragments = rasterize_uv(cap.v_uv, cap.t_pos_idx, size)
    mask = fragments.face_id >= 0
    normal = interpolate(cap.vertex_normals(), cap.t_pos_idx, fragments)
    away = np.arccos(np.clip(normal @ (np.asarray(gaze) / np.linalg.norm(gaze)), -1, 1))
    iris = np.arcsin(IRIS_SHARE)
    diffuse = np.full((size, size, 3), 0.75, np.float32)
    diffuse[away < iris] = 0.16, 0.09, 0.05
    diffuse[away < 0.4 * iris] = 0.01
    flat = np.ones((size, size, 1), np.float32)
    maps = {"diffuse": diffuse, "specular": 0.2 * flat, "roughness": 0.15 * flat, "normal": normal}
    return cap, maps | {"mask": mask}


@dataclass
class Packed:
    """What the page receives: a header for JSON, and buffers that the header refers to by number.
    """

    header: dict[str, Any]
    buffers: list[bytes] = field(default_factory=list)

    def add(self, data: bytes, **more: Any) -> dict[str, Any]:
        """Add a buffer; return a reference to it."""
        self.buffers.append(data)
        return {"buffer": len(self.buffers) - 1, **more}

    def add_array(self, values: np.ndarray) -> dict[str, Any]:
        """Add numbers, deflated; return a reference to them."""
        data = zlib.compress(np.ascontiguousarray(values).tobytes(), 6)
        return self.add(data, type=str(values.dtype), deflated=True)

    def add_picture(self, image: np.ndarray) -> dict[str, Any]:
        """Add a picture (H, W, 1 or 3) uint8 as JPEG; return a reference to it."""
        data = cv2.imencode(".jpg", image[..., ::-1], JPEG)[1].tobytes()
        return self.add(data, type="image/jpeg")


def packed(
    parts: NamedParts,
    photos: list[Shot] | None = None,
    environments: Mapping[str, np.ndarray | str | Path] | None = None,
    axes: np.ndarray | None = None,
    title: str = "head",
    opacity: float = 1.0,
    map_size: int = 4096,
    device: str = "cpu",
) -> Packed:
    """Return a head as the page reads it.

    `parts`: name -> (mesh, maps), as `bake` and `read_head` give them; a part called *_eye turns
    about its centre; without maps it is plain. `photos`: the first is where the camera begins.
    `environments`: name -> panorama as an array (H, 2 H, 3) or a path to .hdr or .exr, besides the
    two painted ones. axes (3, 3): front, left, up in the world, from `photos` by default. opacity
    of the head at first, 0 to 1. map_size: larger maps are averaged down to it. Charts are drawn on
    `device`.
    """
    meshes, photos = [mesh for mesh, _ in parts.values()], photos or []
    v_pos = joined(meshes)[0]
    middle = (v_pos.min(0) + v_pos.max(0)) / 2
    if axes is None:
        axes = (
            head_axes(np.stack([shot.c2w for shot in photos]))
            if photos
            else np.array([[0, 0, -1], [1, 0, 0], [0, -1, 0]])
        )
    out = Packed(
        {
            "title": title,
            "axes": np.asarray(axes, float).tolist(),
            "middle": middle.tolist(),
            "radius": float(np.linalg.norm(v_pos - middle, axis=1).max()),
            "opacity": opacity,
        }
    )
    rgb = np.full(3, 60 * out.header["radius"] ** 2)  # a lamp that suits a head of this size
    out.header["light_rgb"] = rgb.tolist()
    out.header["parts"] = [
        _part(out, name, mesh, maps, map_size, device) for name, (mesh, maps) in parts.items()
    ]
    out.header["shots"] = [_shot(out, shot) for shot in photos]
    panoramas = painted() | {
        name: image if isinstance(image, np.ndarray) else read_panorama(image)
        for name, image in (environments or {}).items()
    }
    out.header["environments"] = [
        _environment(out, name, image) for name, image in panoramas.items()
    ]
    return out


def _part(
    out: Packed,
    name: str,
    mesh: Mesh,
    maps: Mapping[str, np.ndarray],
    map_size: int,
    device: str,
) -> dict[str, Any]:
    """Return what the page is told of a mesh, whose arrays and maps are packed into `out`."""
    v_uv = np.zeros((len(mesh.v_pos), 2)) if mesh.v_uv is None else mesh.v_uv
    low, size = mesh.v_pos.min(0), np.maximum(np.ptp(mesh.v_pos, axis=0), 1e-9)
    vertices = {
        "position": np.round(65535 * (mesh.v_pos - low) / size).astype(np.uint16),
        "normal": np.round(32767 * mesh.vertex_normals()).astype(np.int16),
        "uv": np.round(65535 * np.clip(texels(v_uv), 0, 1)).astype(np.uint16),
        "index": mesh.t_pos_idx.astype(np.uint32).ravel(),
    }
    part = {"name": name, "low": low.tolist(), "size": size.tolist(), "flat": FLAT, "maps": {}}
    part |= {key: out.add_array(values) for key, values in vertices.items()}
    if name.endswith("_eye"):
        part["pivot"] = fit_sphere(mesh.v_pos)[0].tolist()
        part["gaze"] = (mesh.v_pos[0] - part["pivot"]).tolist()  # a cap begins with its pole
    if "diffuse" not in maps:
        return part
    mask = maps["mask"] if "mask" in maps else np.ones(maps["diffuse"].shape[:2], bool)
    part["flat"] = {
        key: np.mean(maps[key][mask], 0).tolist() for key in ("diffuse", "specular", "roughness")
    }
    part["flat"] |= {key: part["flat"][key][0] for key in ("specular", "roughness")}
    if len(mask) > map_size:
        maps, mask = _smaller(maps, mask, map_size)
    pictures, part["normal_range"] = _pictures(mesh, maps, mask, device)
    # The empty parts take the nearest colour, so that smaller versions of a map show no seam.
    for key, value in pad(pictures, mask, len(mask)).items():
        value = np.round(255 * np.clip(value.reshape(*value.shape[:2], -1), 0, 1))
        part["maps"][key] = out.add_picture(value.astype(np.uint8))
    return part


def _smaller(
    maps: Mapping[str, np.ndarray], mask: np.ndarray, size: int
) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Return maps and mask, `size` a side: each texel is the linear mean of those that it covers
    and that are on the mask.
    """

    def mean(value: np.ndarray) -> np.ndarray:
        small = cv2.resize(value, (size, size), interpolation=cv2.INTER_AREA)
        return small.reshape(size, size, -1)

    weight = mask[..., None].astype(np.float32)
    share = mean(weight)
    out = {key: mean(maps[key] * weight) / np.maximum(share, 1e-6) for key in SHOWN}
    length = np.linalg.norm(out["normal"], axis=-1, keepdims=True)
    out["normal"] /= np.maximum(length, 1e-6)
    return out, share[..., 0] > 0


def _pictures(
    mesh: Mesh, maps: Mapping[str, np.ndarray], mask: np.ndarray, device: str
) -> tuple[dict[str, np.ndarray], float]:
    """Return maps in [0, 1], and the range of the map "normal".

    That map is the difference between the normals and the mesh's own, world frame. A sphere's
    difference is 0, so 8 bits leave no steps in its highlight.
    """
    fragments = rasterize_uv(mesh.v_uv, mesh.t_pos_idx, len(mask), device)
    own = interpolate(mesh.vertex_normals(), mesh.t_pos_idx, fragments)
    own /= np.maximum(np.linalg.norm(own, axis=-1, keepdims=True), 1e-6)
    added = np.where((mask & (fragments.face_id >= 0))[..., None], maps["normal"] - own, 0.0)
    widest = max(float(np.quantile(np.abs(added), 0.9995)), 1e-3)
    return {
        "diffuse": srgb(maps["diffuse"]),
        "specular": maps["specular"],
        "roughness": maps["roughness"],
        "normal": (128 + 127 * np.clip(added / widest, -1, 1)) / 255,
    }, widest


def _shot(out: Packed, shot: Shot) -> dict[str, Any]:
    """Return what the page is told of a photo and its camera; the picture is packed into `out`."""
    offset = np.asarray(shot.c2w)[:3, :3].T @ (shot.light_position - np.asarray(shot.c2w)[:3, 3])
    ambient = shot.ambient and {
        "sh_coeffs": np.asarray(shot.ambient[0]).tolist(),
        "occlusion": np.asarray(shot.ambient[1]).tolist(),
        "scale": shot.ambient[2],
    }
    return {
        "name": shot.name,
        "height": shot.image.shape[0],
        "width": shot.image.shape[1],
        "c2w": np.asarray(shot.c2w).tolist(),
        "K": np.asarray(shot.K).tolist(),
        "flash_offset": offset.tolist(),  # in the camera's frame: x right, y down, z forward
        "light_rgb": np.asarray(shot.light_rgb).tolist(),
        "room": ambient,
        "gamma": shot.gamma,
        "rise": None if shot.rise is None else np.asarray(shot.rise).tolist(),
        "shadows": shot.shadows,
        "image": out.add_picture(shot.image),
    }


def _environment(out: Packed, name: str, image: np.ndarray) -> dict[str, Any]:
    """Return what the page is told of a panorama, whose radiance is packed into `out`."""
    image = np.asarray(image, np.float32)
    if image.ndim != 3 or image.shape[2] != 3 or abs(image.shape[1] / image.shape[0] - 2) > 0.02:
        raise ValueError(
            f"environment {name!r}: expected a panorama (H, 2 H, 3) of linear radiance, got "
            f"an array of shape {image.shape}"
        )
    if image.shape[1] > WIDEST:
        image = cv2.resize(image, (WIDEST, WIDEST // 2), interpolation=cv2.INTER_AREA)
    rgb = out.add_array(np.minimum(image, 60000).astype(np.float16))
    return {"name": name, "height": image.shape[0], "width": image.shape[1], "rgb": rgb}


class HeadViewer(anywidget.AnyWidget):
    """The page in a notebook. The head travels when the page asks for it, so that the notebook's
    file stays small.
    """

    _esm = BUNDLE

    def __init__(self, head: Packed):
        super().__init__()
        self.head = head
        self.on_msg(self._received)

    def _received(self, _: Any, message: dict[str, Any], buffers: Any = None) -> None:
        if message.get("do") == "load":
            self.send({"kind": "head", "header": self.head.header}, self.head.buffers)


def view(parts: NamedParts, photos: list[Shot] | None = None, **options: Any) -> HeadViewer:
    """Return the widget that shows a head; arguments as for `packed`. Display it as a cell's last
    line.
    """
    return HeadViewer(packed(parts, photos, **options))


def write_html(
    path: str | Path,
    parts: NamedParts,
    photos: list[Shot] | None = None,
    map_size: int = 1024,
    **options: Any,
) -> Path:
    """Write the page with the head inside it to an HTML file; return the path. It opens from disk,
    without a network.

    Arguments as for `packed`. A head of 100,000 triangles with maps of 1024 px takes about 5 MB.
    """
    head = packed(parts, photos, map_size=map_size, **options)
    header = head.header | {"lengths": [len(buffer) for buffer in head.buffers]}
    text = json.dumps(header).encode()
    block = len(text).to_bytes(4, "little") + text + b"".join(head.buffers)
    page = PAGE.format(
        title=escape(head.header["title"]),
        data=base64.b64encode(block).decode(),
        script=BUNDLE.read_text(encoding="utf-8").replace("</script", "<\\/script"),
    )
    with atomic(Path(path)) as temporary:
        temporary.write_text(page, encoding="utf-8")
    return Path(path)


PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>body {{ margin: 0; background: #000; color: #eee; font: 16px sans-serif; }}</style>
</head>
<body>
<noscript>This page draws a head in 3D and needs JavaScript.</noscript>
<script type="text/plain" id="head-viewer-data">{data}</script>
<script type="module">{script}</script>
</body>
</html>
"""
