"""The exported assets under other lights: a lamp anywhere, the capture's room, or a panorama."""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from lib.capture.cameras import Cameras
from lib.capture.files import parts_of
from lib.capture.photos import as_rgb, decoded
from lib.export.bounces import Bounces
from lib.mesh.extract import Mesh, joined
from lib.render.raster import interpolate, rasterize, texels
from lib.render.shading import ambient as room_light
from lib.render.shading import dot, ggx, point_light, sh_basis
from lib.render.visibility import DepthMap
from lib.train.scores import psnr

Parts = Sequence[tuple[Mesh, dict[str, np.ndarray]]]
SHADOW_SIZE = 1024, 2048  # px a side of the depth picture that the light takes, least and most
SHADOW_SHARE = 3  # between them it is so many times as wide as what is drawn
# Roughness at which an environment is blurred beforehand.
LEVELS = (0.0, 0.15, 0.3, 0.45, 0.65, 0.9)


def relight(
    parts: Parts,
    c2w: np.ndarray,
    K: np.ndarray,
    size: tuple[int, int],
    light_position: np.ndarray | None = None,
    light_rgb: np.ndarray | None = None,
    ambient: tuple[np.ndarray, np.ndarray, float] | None = None,
    environment: Environment | None = None,
    shadows: bool = True,
    supersample: int = 2,
    device: str = "cpu",
    bounces: Bounces | None = None,
) -> np.ndarray:
    """Return linear radiance (H, W, 3) of meshes with maps under new lights; black where nothing
    is.

    `parts`: (mesh, maps) of head and eyeballs, as `bake` or `read_head` give them. c2w (4, 4) and K
    (3, 3) as for `rasterize`. size: (height, width). Three lights add up: a point light with hard
    shadows (light_position in world units; light_rgb in the flash's unit: radiance = f n.l rgb /
    d^2); the room's light of a trained scene (`ambient`: sh_coeffs (9, 3), occlusion (9,), scale);
    an `Environment`. With `bounces`, of the same parts, the point light's goes on from skin to
    skin. shadows=False lights all that the camera sees, as a lamp at the lens does; places that the
    lamp does not reach still throw nothing on. With `shadows` or `bounces` the lamp must be outside
    the head. A pixel is the mean of supersample^2 rays. Triangles are drawn and shaded on `device`.
    """
    big = np.asarray(K, np.float64) * np.array([[supersample], [supersample], [1]])
    shape = (size[0] * supersample, size[1] * supersample)
    thrown = None
    if bounces is not None and light_position is not None:
        lamp = np.asarray(light_position, np.float32)
        places = (torch.as_tensor(x, dtype=torch.float32) for x in (bounces.points, bounces.normal))
        lit = _lit(parts, lamp, *places, 0, device).cpu().numpy()
        thrown = bounces.at_vertices(lamp, light_rgb, lit)
    seen, s = _surface(parts, c2w, big, shape, device, thrown)
    on_device = {"dtype": torch.float32, "device": device}
    eye = torch.as_tensor(np.asarray(c2w)[:3, 3], **on_device)
    radiance = torch.zeros_like(s["position"])
    if light_position is not None:
        lamp = np.asarray(light_position, np.float32)
        at, rgb = (torch.as_tensor(np.asarray(a), **on_device) for a in (lamp, light_rgb))
        material = (s[name] for name in ("diffuse", "specular", "roughness", "normal", "position"))
        diffuse, gloss = point_light(*material, eye, at, rgb)
        where = s["position"], s["normal"]
        radiance += (diffuse + gloss) * (
            _lit(parts, lamp, *where, max(shape), device) if shadows else 1
        )
    if thrown is not None:
        radiance += s["diffuse"] / torch.pi * s["thrown"]
    if ambient is not None:
        coeffs, occlusion = (torch.as_tensor(a, **on_device) for a in ambient[:2])
        radiance += room_light(s["diffuse"], s["normal"], coeffs, occlusion, ambient[2])
    if environment is not None:
        radiance += environment.reflected(s, F.normalize(eye - s["position"], dim=-1))
    image = np.zeros((*shape, 3), np.float32)
    image[seen] = radiance.cpu().numpy()
    return image.reshape(size[0], supersample, size[1], supersample, 3).mean((1, 3))


def look_at(position: np.ndarray, target: np.ndarray, up: np.ndarray) -> np.ndarray:
    """Return c2w (4, 4), OpenCV, of a camera at `position` that looks at `target` with `up` on top.
    """
    forward = np.asarray(target, float) - position
    forward /= np.linalg.norm(forward)
    right = np.cross(forward, up)
    right /= np.linalg.norm(right)
    c2w = np.eye(4)
    c2w[:3] = np.stack([right, np.cross(forward, right), forward, position], 1)
    return c2w


@dataclass
class RelitTest:
    """A true picture under a lamp that no training saw, and ours; both (H, W, 3) uint8, encoded.
    psnr: dB, inside the true picture's head.
    """

    file: str
    target: np.ndarray
    image: np.ndarray
    psnr: float


def relit_tests(
    parts: Parts,
    capture: Path,
    cameras: Cameras,
    gamma: float,
    device: str = "cpu",
    bounces: Bounces | None = None,
) -> list[RelitTest]:
    """Return the exported assets beside the truth: one test for each `relight` of the capture's
    gt.json; empty if it has none.

    A test in gt.json has file, c2w_opencv, light_position and light_rgb, in the capture's world.
    Its lens is that of `cameras`, at the picture's own size. bounces: see `relight`.
    """
    asked = listed_tests(capture)
    files = {test["file"]: Path(capture, *parts_of(test["file"])) for test in asked}
    inside = Path(capture).resolve()
    there = [
        test
        for test in asked
        if files[test["file"]].is_file()
        and files[test["file"]].resolve().is_relative_to(inside)
    ]

    def run(test: dict[str, Any]) -> RelitTest:
        target = as_rgb(decoded(files[test["file"]])[0])
        lens = cameras.pinhole().scaled(cameras.width / target.shape[1])
        lamp = test["light_position"], test["light_rgb"]
        pose = np.array(test["c2w_opencv"])
        linear = relight(
            parts, pose, lens.K, target.shape[:2], *lamp, device=device, bounces=bounces
        )
        image = np.round(255 * np.clip(linear, 0, 1) ** (1 / gamma)).astype(np.uint8)
        decibel = psnr(image / 255, target / 255, target.max(-1) > 0)
        return RelitTest(test["file"], target, image, decibel)

    with ThreadPoolExecutor(4) as pool:  # each takes some hundred megabytes
        return list(pool.map(run, there))


def listed_tests(capture: Path) -> list[dict[str, Any]]:
    """Return the entries of `relight` in the capture's gt.json, checked; empty if it has none.

    A ValueError names the file if an entry cannot be right: it may come from a stranger.
    """
    path = Path(capture) / "gt.json"
    if not path.is_file():
        return []
    try:
        tests = json.loads(path.read_text("utf-8")).get("relight", [])
        for test in tests:
            shapes = {"c2w_opencv": (4, 4), "light_position": (3,), "light_rgb": (3,)}
            for key, shape in shapes.items():
                values = np.array(test[key], np.float64)
                if values.shape != shape or not np.isfinite(values).all():
                    raise ValueError(f"{key} of shape {values.shape}, or not finite")
            parts_of(test["file"])[-1]
        return list(tests)
    except (
        ValueError,
        KeyError,
        IndexError,
        TypeError,
        AttributeError,
        OverflowError,
        RecursionError,
    ) as error:
        raise ValueError(
            f"{path}: expected `relight` to list file, c2w_opencv, light_position and light_rgb, "
            f"found: {type(error).__name__}: {str(error)[:80]}; correct or remove it"
        ) from None


def _surface(
    parts: Parts,
    c2w: np.ndarray,
    K: np.ndarray,
    size: tuple[int, int],
    device: str,
    thrown: np.ndarray | None = None,
) -> tuple[np.ndarray, dict[str, Tensor]]:
    """Return which pixels (H, W) see a part; and for these pixels position, diffuse, specular,
    roughness and normal, (M, C) each, and what vertices have as `thrown` (V, C).
    """
    v_pos, t_pos_idx, owner = _merged(parts)
    fragments = rasterize(v_pos, t_pos_idx, c2w, K, size, device)
    seen = fragments.face_id >= 0
    owner = owner[fragments.face_id[seen]]
    v_uv = np.concatenate([mesh.v_uv for mesh, _ in parts])
    rows = [v_pos, v_uv] if thrown is None else [v_pos, v_uv, thrown]
    point = interpolate(np.concatenate(rows, 1), t_pos_idx, fragments)[seen]
    channels = {"diffuse": 3, "specular": 1, "roughness": 1, "normal": 3}
    values = {name: torch.zeros(len(point), n, device=device) for name, n in channels.items()}
    for i, (_, maps) in enumerate(parts):
        mine = np.flatnonzero(owner == i)
        if not len(mine):
            continue
        where = 2 * texels(point[mine, 3:5]) - 1
        where = torch.as_tensor(where, dtype=torch.float32, device=device)
        mine = torch.as_tensor(mine, device=device)
        for name, value in values.items():
            image = torch.as_tensor(maps[name], device=device).movedim(-1, 0).float()
            value[mine] = _sample(image, where)
    values["normal"] = F.normalize(values["normal"], dim=-1)
    values |= {"position": torch.as_tensor(point[:, :3], device=device)}
    return seen, values | {"thrown": torch.as_tensor(point[:, 5:], device=device)}


def _sample(image: Tensor, where: Tensor) -> Tensor:
    """Return the values (M, C) of a picture (C, H, W) at places (M, 2): x and y from -1 to 1
    between its outer edges.
    """
    found = F.grid_sample(
        image[None], where[None, None], padding_mode="border", align_corners=False
    )
    return found[0, :, 0].T


def _merged(parts: Parts) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return vertices and faces of all parts as one mesh, and the part of every face."""
    meshes = [mesh for mesh, _ in parts]
    v_pos, t_pos_idx, _ = joined(meshes)
    return (
        v_pos,
        t_pos_idx,
        np.repeat(np.arange(len(parts)), [len(mesh.t_pos_idx) for mesh in meshes]),
    )


def _lit(
    parts: Parts, lamp: np.ndarray, position: Tensor, normal: Tensor, drawn_px: int, device: str
) -> Tensor:
    """Return the share (M, 1) of the light that reaches points (M, 3), from 3 x 3 comparisons with
    a depth map seen from the light. normal: unit, (M, 3).
    """
    v_pos, t_pos_idx, _ = _merged(parts)
    middle = (v_pos.min(0) + v_pos.max(0)) / 2
    radius, distance = np.linalg.norm(v_pos - middle, axis=1).max(), np.linalg.norm(middle - lamp)
    if distance < 1.02 * radius:
        raise ValueError(
            f"light_position: expected a place outside the head, more than {1.02 * radius:.3g} "
            f"from {middle.round(3).tolist()}, got {lamp.tolist()}"
        )
    forward = (middle - lamp) / distance
    view = look_at(lamp, middle, np.eye(3)[np.abs(forward).argmin()])
    px = int(np.clip(SHADOW_SHARE * drawn_px, *SHADOW_SIZE))
    focal = px / 2 * np.sqrt(distance**2 - radius**2) / radius
    K = np.array([[focal, 0, px / 2], [0, focal, px / 2], [0, 0, 1]])
    depths = DepthMap.of(v_pos, t_pos_idx, view, K, (px, px), device=device)
    # Points are lifted off the surface by two of the picture's pixels, lest they shadow themselves.
    lift = 2 * distance / focal
    lifted = (position + lift * normal).cpu().numpy()
    share = depths.share_seen(lifted, lift, reach=1)[:, None]
    return torch.as_tensor(share, dtype=torch.float32, device=device)


@dataclass
class Environment:
    """Light from all around: a panorama (latitude-longitude) of linear radiance, infinitely far
    away.

    image: (h, 2 h, 3); its middle is what the head's `front` faces, its top is `up`, its right half
    is to the subject's own right. There are no shadows. Diffuse is computed by spherical harmonics
    (Ramamoorthi & Hanrahan 2001), glossy reflections by blurred pictures and the fitted integral of
    the BRDF (Karis 2013, split sum). The blur has the lobe of lib/render/shading.py; the fit stands
    here alone. The viewer has the same in web/panorama.js and web/shaders.js.
    """

    image: np.ndarray
    front: np.ndarray
    up: np.ndarray

    def __post_init__(self) -> None:
        up = np.asarray(self.up, float) / np.linalg.norm(self.up)
        right = np.cross(self.front, up)
        right /= np.linalg.norm(right)
        axes = np.stack([right, up, np.cross(up, right)])
        self.axes = torch.as_tensor(axes, dtype=torch.float32)
        image = np.asarray(self.image, np.float32)
        small = cv2.resize(image, (64, 32), interpolation=cv2.INTER_AREA)
        small = torch.as_tensor(small).reshape(-1, 3)
        theta, phi = torch.meshgrid(
            (torch.arange(32) + 0.5) / 32 * torch.pi,
            (torch.arange(64) + 0.5) / 32 * torch.pi - torch.pi,
            indexing="ij",
        )
        local = torch.stack([theta.sin() * phi.sin(), theta.cos(), theta.sin() * phi.cos()], -1)
        local = local.reshape(-1, 3)
        area = (theta.sin() * (torch.pi / 32) ** 2).reshape(-1, 1)
        bands = torch.tensor([1.0] + [2 / 3] * 3 + [1 / 4] * 5)[:, None] * torch.pi
        self.irradiance = bands * (sh_basis(local @ self.axes).T @ (small * area))
        self.blurred = [torch.as_tensor(image).movedim(-1, 0)]
        cosine = local @ local.T
        # Squared sine of the half vector's angle; view, normal and mirror direction are one here.
        sine2 = ((1 - cosine) / 2).clamp(0, 1)
        for r in LEVELS[1:]:
            weight = cosine.clamp_min(0) * ggx(sine2, r**4) * area.T
            self.blurred.append((weight / weight.sum(1, keepdim=True) @ small).T.reshape(3, 32, 64))

    def _look(self, image: Tensor, direction: Tensor) -> Tensor:
        """Return the radiance (M, 3) that comes from unit directions (M, 3), world frame."""
        x, y, z = (direction @ self.axes.T.to(direction.device)).unbind(-1)
        where = torch.stack(
            [torch.atan2(x, z) / torch.pi, torch.acos(y.clamp(-1, 1)) / torch.pi * 2 - 1], -1
        )
        # One column more on both sides, so that values are blended across the seam at the back.
        wide = torch.cat([image[..., -1:], image, image[..., :1]], -1)
        where[:, 0] *= image.shape[-1] / wide.shape[-1]
        return _sample(wide, where)

    def reflected(self, s: dict[str, Tensor], view_dir: Tensor) -> Tensor:
        """Return the radiance (M, 3) that surface points (as in `relight`) send towards view_dir
        (M, 3).
        """
        device = view_dir.device
        irradiance = sh_basis(s["normal"]) @ self.irradiance.to(device)
        diffuse = s["diffuse"] / torch.pi * irradiance.clamp_min(0)
        n_v, r = dot(s["normal"], view_dir).clamp(0, 1), s["roughness"]
        mirror = 2 * n_v * s["normal"] - view_dir
        looked = torch.stack([self._look(image.to(device), mirror) for image in self.blurred])
        levels = torch.tensor(LEVELS, device=device)
        low = (torch.bucketize(r, levels) - 1).clamp(0, len(LEVELS) - 2)
        above = ((r - levels[low]) / (levels[low + 1] - levels[low])).clamp(0, 1)
        index = low.expand(-1, 3)[None]
        near, far = looked.gather(0, index)[0], looked.gather(0, index + 1)[0]
        light = near + (far - near) * above
        # Karis' fit of the integral of D F G over the hemisphere, as scale and offset of F0.
        slope, start = (-1, -0.0275, -0.572, 0.022), (1, 0.0425, 1.04, -0.04)
        c = r * r.new_tensor(slope) + r.new_tensor(start)
        a = torch.minimum(c[:, :1] ** 2, 2 ** (-9.28 * n_v)) * c[:, :1] + c[:, 1:2]
        return diffuse + light * (
            0.08 * s["specular"] * (-1.04 * a + c[:, 2:3]) + 1.04 * a + c[:, 3:]
        )
