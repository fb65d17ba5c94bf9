"""Picks made from a rendered capture's truth, and its true surface as a mesh: what tests and
benchmarks start from.
"""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import yaml

from lib.capture.cameras import Cameras
from lib.eyes.eyeballs import landmark_names
from lib.label.paint import mask_polygons
from lib.label.picks import SIDES, Picks
from lib.mesh.extract import Mesh

CAPTURES = Path(__file__).resolve().parents[2] / "shared" / "captures"


def truth(capture: Path) -> dict:
    """{"left": {"center", "radius"}, "right": {...}, "mm": mm_per_unit}."""
    gt = json.loads((capture / "gt.json").read_text())
    return {side: gt["eyes"][f"{side[0]}eye"] for side in SIDES} | {"mm": gt["mm_per_unit"]}


def true_landmarks(capture: Path) -> dict[str, dict[str, np.ndarray]]:
    """landmarks[side][name] (3,) world: those of config.yaml, moved onto the true eyeball."""
    data = yaml.safe_load((capture / "config.yaml").read_text())["data"]
    eyes = truth(capture)
    axis = np.subtract(eyes["left"]["center"], eyes["right"]["center"])
    out = {}
    for side, outward in (("left", axis), ("right", -axis)):
        points = np.array(data[f"{side}_eye_ldm"]) - eyes[side]["center"]
        points = (
            eyes[side]["center"]
            + points * (eyes[side]["radius"] / np.linalg.norm(points, axis=1))[:, None]
        )
        out[side] = dict(zip(landmark_names(points, outward), points, strict=True))
    return out


def true_mask(capture: Path, frame: str, side: str) -> np.ndarray:
    """(H, W) bool: the true eye mask of a frame."""
    return (
        cv2.imread(str(capture / f"{side[0]}eye_mask" / f"{frame}.png"), cv2.IMREAD_GRAYSCALE) > 127
    )


def true_mesh(capture: Path, eyes: bool = True) -> Mesh:
    """The true surfaces as one mesh, without UV."""
    import trimesh

    v_pos, t_pos_idx, n = [], [], 0
    for path in sorted((capture / "gt" / "mesh").glob("*.ply")):
        if eyes or "eye" not in path.stem:
            part = trimesh.load(path, process=False)
            v_pos.append(np.array(part.vertices))
            t_pos_idx.append(np.array(part.faces) + n)
            n += len(part.vertices)
    return Mesh(np.concatenate(v_pos), np.concatenate(t_pos_idx))


def true_picks(
    capture: Path,
    cameras: Cameras,
    frames: list[str],
    noise_px: float = 0.0,
    seed: int = 0,
    corners: int = 14,
) -> Picks:
    """Picks a careful person would make in `frames`: 4 landmarks and a polygon of `corners` points
    for each eye.

    Noise is normal, in pixels, on every coordinate. An eye that a frame hides gets no pick there.
    """
    rng, picks, landmarks = np.random.default_rng(seed), Picks(), true_landmarks(capture)
    for frame in frames:
        i = cameras.names.index(frame)
        for side in SIDES:
            mask = true_mask(capture, frame, side)
            if mask.sum() < 20:
                continue
            eye = picks.eye(frame, side)
            for name, p in landmarks[side].items():
                eye.landmarks[name] = cameras.project(i, p[None])[0][0] + rng.normal(0, noise_px, 2)
            outline = max(mask_polygons(mask), key=len)
            steps = np.linalg.norm(np.diff(outline, axis=0, append=outline[:1]), axis=1)
            outline = np.concatenate(
                [
                    a + (b - a) * np.linspace(0, 1, max(int(n), 1), endpoint=False)[:, None]
                    for a, b, n in zip(outline, np.roll(outline, -1, 0), steps * 4)
                ]
            )
            smooth = np.stack(
                [
                    np.convolve(np.r_[c[-6:], c, c[:6]], np.ones(13) / 13, "valid")
                    for c in outline.T
                ],
                1,
            )
            chosen = smooth[np.linspace(0, len(smooth), corners, endpoint=False).astype(int)]
            eye.region.append(chosen + rng.normal(0, noise_px, chosen.shape))
    return picks


def iou(a: np.ndarray, b: np.ndarray) -> float:
    """Intersection over union of two bool masks."""
    return float((a & b).sum() / max((a | b).sum(), 1))


def frontal(capture: Path, cameras: Cameras, degrees: float = 45.0) -> list[int]:
    """Indices of the frames within `degrees` of straight ahead, as the true eyes and head have it
    (-z).
    """
    eyes = truth(capture)
    middle = np.mean([eyes[side]["center"] for side in SIDES], axis=0)
    toward = cameras.c2w[:, :3, 3] - middle
    angle = np.degrees(np.arccos(-toward[:, 2] / np.linalg.norm(toward, axis=1)))
    return [i for i in np.argsort(angle) if angle[i] <= degrees]
