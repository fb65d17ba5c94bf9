"""Captures for the tests: a small synthetic one, and the large ones that may lie beside the
project.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest

RADIUS, DISTANCE, ALBEDO, INTENSITY, GAMMA = 0.6, 4.0, np.array([0.6, 0.4, 0.3]), 30.0, 2.2
EYES = {
    "leye_mask": [0.2, -0.1, -0.55],
    "reye_mask": [-0.2, -0.1, -0.55],
}  # on the sphere, world (y down, face to -z)


def camera_ring(n: int, span: float = 160.0) -> np.ndarray:
    """c2w (n,4,4): OpenCV cameras around the y axis, looking at the origin, from the subject's
    right to left.
    """
    poses = []
    for i, angle in enumerate(np.radians(np.linspace(-span / 2, span / 2, n))):
        height = (-0.8, 0.0, 0.8)[i % 3]
        position = np.array([DISTANCE * np.sin(angle), height, -DISTANCE * np.cos(angle)])
        forward = -position / np.linalg.norm(position)
        right = np.cross([0.0, 1.0, 0.0], forward)
        right /= np.linalg.norm(right)
        pose = np.eye(4)
        pose[:3] = np.column_stack([right, np.cross(forward, right), forward, position])
        poses.append(pose)
    return np.array(poses)


def pose_file_matrix(c2w: np.ndarray) -> list:
    """p (4 x 4 list) of a transforms.json for an OpenCV c2w: the inverse of the README's equation,
    written out.
    """
    p = np.eye(4)
    p[1] = c2w[0] * [1, -1, -1, 1]
    p[2] = c2w[1] * [1, -1, -1, 1]
    p[0] = c2w[2] * [1, -1, -1, 1]
    return p.tolist()


def write_capture(
    folder: Path, n: int = 8, size: tuple[int, int] = (24, 32), eyes: bool = False
) -> Path:
    """A sphere under a flash at the camera, hair on its upper third: images, masks,
    transforms.json, config.yaml.

    size: (width, height) px. The linear pixel is albedo / pi * cosine * intensity / d^2.
    """
    width, height = size
    focal = 1.4 * height * DISTANCE / (4 * RADIUS)
    for part in ("image", "mask", "hair_mask", *(EYES if eyes else ())):
        (folder / part).mkdir(parents=True)
    frames = []
    columns, rows = np.meshgrid(np.arange(width) + 0.5, np.arange(height) + 0.5)
    for i, c2w in enumerate(camera_ring(n)):
        name, origin = f"{i * 3:05d}", c2w[:3, 3]
        dirs = np.stack(
            [(columns - width / 2) / focal, (rows - height / 2) / focal, np.ones_like(rows)], -1
        )
        dirs = dirs @ c2w[:3, :3].T
        dirs /= np.linalg.norm(dirs, axis=-1, keepdims=True)
        along = dirs @ origin
        root = along**2 - origin @ origin + RADIUS**2
        hit = root > 0
        distance = -along - np.sqrt(np.maximum(root, 0))
        points = origin + distance[..., None] * dirs
        cosine = np.maximum(-(points / RADIUS * dirs).sum(-1), 0)
        linear = ALBEDO / np.pi * (cosine * INTENSITY / distance**2 * hit)[..., None]
        photo = np.round(255 * np.clip(linear, 0, 1) ** (1 / GAMMA)).astype(np.uint8)
        cv2.imwrite(str(folder / "image" / f"{name}.png"), photo[..., ::-1])
        masks = {"mask": hit, "hair_mask": hit & (points[..., 1] < -RADIUS / 3)}
        masks |= {
            eye: hit & (np.linalg.norm(points - EYES[eye], axis=-1) < 0.15) for eye in EYES if eyes
        }
        for part, mask in masks.items():
            cv2.imwrite(str(folder / part / f"{name}.png"), mask.astype(np.uint8) * 255)
        frames.append({"file_path": f"image/{name}.png", "transform_matrix": pose_file_matrix(c2w)})
    lens = {
        "w": width,
        "h": height,
        "fl_x": focal,
        "fl_y": focal,
        "cx": width / 2,
        "cy": height / 2,
    }
    (folder / "transforms.json").write_text(
        json.dumps({**lens, "k1": 0, "k2": 0, "p1": 0, "p2": 0, "frames": frames})
    )
    (folder / "config.yaml").write_text(
        f"name: sphere\nlight: {{ intensity: {INTENSITY}, color: [1, 1, 1], gamma: {GAMMA} }}\n"
    )
    return folder


@pytest.fixture
def make_capture(tmp_path: Path) -> Callable[..., Path]:
    """`write_capture` into the test's own folder; arguments as there, after the folder's name."""
    return lambda name="sphere", **options: write_capture(tmp_path / name, **options)


@pytest.fixture
def tiny_capture(tmp_path: Path) -> Path:
    """A valid capture of 8 frames, 24 x 32 px, without eye masks."""
    return write_capture(tmp_path / "sphere")


@pytest.fixture
def captures() -> Path:
    """The folder of large captures beside the project; the test is skipped where there is none."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "captures"
    if not folder.is_dir():
        pytest.skip(f"needs the captures in {folder}")
    return folder


@pytest.fixture
def in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several captures are run one after another in this process, not by a cluster."""
    from lib.workbook.jobs import run_job

    monkeypatch.setattr(
        "lib.workbook.cluster.run_on_cluster",
        lambda jobs, *_: {job.name: run_job(job) for job in jobs},
    )
