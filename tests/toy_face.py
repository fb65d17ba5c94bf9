"""A toy face for tests of the eyes: half a ball, two eyeballs standing out, a ridge for a nose; all
known exactly.
"""

from __future__ import annotations

import numpy as np
import trimesh

from lib.capture.cameras import Cameras
from lib.capture.views import Views
from lib.label.paint import mask_polygons
from lib.label.picks import SIDES, Picks
from lib.mesh.extract import Mesh
from lib.render.raster import interpolate, rasterize

CENTERS = {"left": np.array([0.2, -0.15, -0.64]), "right": np.array([-0.2, -0.15, -0.64])}
RADIUS = 0.1
LANDMARKS = {
    "corner_inner": (-0.65, 0.05),
    "iris_inner": (-0.3, 0.15),  # x and y in radii, for a left eye
    "iris_outer": (0.3, 0.1),
    "corner_outer": (0.65, 0),
}


def landmarks(side: str) -> dict[str, np.ndarray]:
    """name -> (3,) points on the eyeball, named from the nose outward."""
    mirror = 1 if side == "left" else -1
    out = {}
    for name, (x, y) in LANDMARKS.items():
        d = np.array([mirror * x, y, -np.sqrt(1 - x * x - y * y)])
        out[name] = CENTERS[side] + RADIUS * d
    return out


def face() -> tuple[Mesh, np.ndarray]:
    """What shows from the front as a mesh, with UV straight from there; each face's part: 0 skin, 1
    left, 2 right.
    """
    parts = [trimesh.creation.icosphere(5, 0.7)]
    parts += [
        trimesh.creation.icosphere(4, RADIUS).apply_translation(CENTERS[side]) for side in SIDES
    ]
    nose = trimesh.creation.box((0.06, 0.4, 0.2))
    parts += [nose.subdivide().subdivide().apply_translation([0, 0, -0.75])]
    v_pos, faces, part, n = [], [], [], 0
    for k, p in enumerate(parts):
        v_pos.append(p.vertices)
        faces.append(p.faces + n)
        part.append(np.full(len(p.faces), k % 3))
        n += len(p.vertices)
    v_pos, faces, part = np.concatenate(v_pos), np.concatenate(faces), np.concatenate(part)
    x, y, z = v_pos[faces].mean(1).T
    keep = np.where(part == 0, z < -0.15, z < CENTERS["left"][2])
    for c in CENTERS.values():  # one surface only under every UV
        keep &= (part > 0) | (np.hypot(x - c[0], y - c[1]) > 0.095)
    keep &= (np.abs(x) > 0.029) | (np.abs(y) > 0.19) | (z < -0.76)
    mesh = Mesh(v_pos, faces[keep])
    mesh.v_uv = np.stack([(mesh.v_pos[:, 0] + 1) / 2, (1 - mesh.v_pos[:, 1]) / 2], 1).astype(
        np.float32
    )
    return mesh, part[keep]


def arc(n: int = 9, spread: float = 100.0, size=(240, 180), dist=(0, 0, 0, 0)) -> Cameras:
    """n cameras on an arc in front of the face, upright, at two heights."""
    c2w = np.tile(np.eye(4), (n, 1, 1))
    for k, a in enumerate(np.radians(np.linspace(-spread / 2, spread / 2, n))):
        forward = np.array([np.sin(a), 0.15 * (-1) ** k, np.cos(a)])
        forward /= np.linalg.norm(forward)
        right = np.cross([0, 1, 0], forward)
        right /= np.linalg.norm(right)
        c2w[k, :3] = np.column_stack([right, np.cross(forward, right), forward, -4 * forward])
    K = np.array([[500.0, 0, size[1] / 2], [0, 500, size[0] / 2], [0, 0, 1]])
    return Cameras([f"{k:03d}" for k in range(n)], c2w, K, size[1], size[0], np.array(dist, float))


def true_masks(mesh: Mesh, part: np.ndarray, cameras: Cameras) -> dict[str, np.ndarray]:
    """{side: (N, H, W) bool}: where each eyeball shows."""
    face_id = np.stack(
        [
            rasterize(
                mesh.v_pos, mesh.t_pos_idx, c, cameras.K, (cameras.height, cameras.width)
            ).face_id
            for c in cameras.c2w
        ]
    )
    return {
        side: np.where(face_id >= 0, part[face_id], 0) == k
        for k, side in ((1, "left"), (2, "right"))
    }


def photos(
    mesh: Mesh, part: np.ndarray, cameras: Cameras, cornea: float = 0.0, offset=(0.0, 0.0, 0.0)
) -> Views:
    """Views of the toy face under a flash at the camera: speckled skin, eyes with iris, pupil and a
    highlight.

    offset: (3,) of the flash from the lens, in the camera's frame, world units.
    cornea: how far in front of the eyeball's centre the ball that shines has its own, world units.
    """
    images, labels = [], []
    for c2w in cameras.c2w:
        seen = rasterize(
            mesh.v_pos, mesh.t_pos_idx, c2w, cameras.K, (cameras.height, cameras.width)
        )
        points, face = (
            interpolate(mesh.v_pos, mesh.t_pos_idx, seen).astype(np.float64),
            seen.face_id,
        )
        speckle = (
            0.06 * np.sin(points @ [[91.0], [57], [73]]) * np.sin(points @ [[-43.0], [85], [29]])
        )
        linear = np.where(face[..., None] >= 0, np.array([0.5, 0.28, 0.18]) * (1 + speckle), 0)
        for k, side in ((1, "left"), (2, "right")):
            n = (points - CENTERS[side]) / RADIUS
            iris = np.hypot(n[..., 0], n[..., 1] - 0.1)
            eye = np.where((iris < 0.32)[..., None], [0.1, 0.2, 0.3], [0.6, 0.58, 0.55])
            eye = np.where((iris < 0.12)[..., None], 0.01, eye)
            shining = CENTERS[side] - [0, 0, cornea]
            out = points - shining
            ways = [c2w[:3, 3] - points, c2w[:3, 3] + c2w[:3, :3] @ offset - points]
            half = sum(way / np.linalg.norm(way, axis=-1, keepdims=True) for way in ways)
            aside = 1 - (out * half).sum(-1) / np.maximum(
                np.linalg.norm(out, axis=-1) * np.linalg.norm(half, axis=-1), 1e-9
            )
            glint = np.exp(-np.maximum(aside, 0) / 0.003)
            linear = np.where(
                ((face >= 0) & (part[face] == k))[..., None], eye + glint[..., None], linear
            )
        images.append(np.round(255 * np.clip(linear, 0, 1) ** (1 / 2.2)).astype(np.uint8))
        labels.append((face >= 0).astype(np.uint8))
    return Views(cameras, np.array(images), np.array(labels), None, 2.2, False, False)


def picks(cameras: Cameras, masks: dict[str, np.ndarray], frames: list[int]) -> Picks:
    """Exact picks in some frames."""
    out = Picks()
    for i in frames:
        for side in SIDES:
            eye = out.eye(cameras.names[i], side)
            for name, p in landmarks(side).items():
                eye.landmarks[name] = cameras.project(i, p[None])[0][0]
            eye.region = mask_polygons(masks[side][i])
    return out
