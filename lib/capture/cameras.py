"""Cameras of a capture: pose files to OpenCV cameras, pixels to rays, points to pixels."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np

STOP = (
    cv2.TERM_CRITERIA_COUNT | cv2.TERM_CRITERIA_EPS,
    40,
    1e-10,
)  # of the search that undoes distortion


class CaptureError(ValueError):
    """A capture that cannot be used; the message names file, expectation, finding and likely
    fix.
    """


@dataclass
class Cameras:
    """N photos of one camera with fixed lens; `rays` and `project` honour its distortion.

    names: N frame names, sorted. c2w: (N,4,4) float64, OpenCV (x right, y down, z forward) to
    world. K: (3,3) float64, pixels, centres at +0.5. width, height: pixels. dist: (4,) k1 k2 p1 p2,
    OpenCV's.
    """

    names: list[str]
    c2w: np.ndarray
    K: np.ndarray
    width: int
    height: int
    dist: np.ndarray

    def __len__(self) -> int:
        return len(self.names)

    def rays(self, i: int, px: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Origins (M,3) and unit directions (M,3), world, of the rays through pixels px (M,2) of
        frame i.
        """
        px = np.asarray(px, np.float64).reshape(-1, 2)
        if self.dist.any() and len(px):
            px = cv2.undistortPoints(px[:, None], self.K, self.dist, P=self.K, criteria=STOP)[:, 0]
        xy = (px - self.K[:2, 2]) / self.K[[0, 1], [0, 1]]  # no skew: pose files have none
        dirs = np.column_stack([xy, np.ones(len(xy))]) @ self.c2w[i, :3, :3].T
        dirs /= np.linalg.norm(dirs, axis=1, keepdims=True)
        return np.tile(self.c2w[i, :3, 3], (len(dirs), 1)), dirs

    def project(self, i: int, points_world: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Pixels (M,2) and depths (M,) (camera z; behind the camera below 0) of world points
        (M,3).
        """
        points = (
            np.asarray(points_world, np.float64).reshape(-1, 3) - self.c2w[i, :3, 3]
        ) @ self.c2w[i, :3, :3]
        with np.errstate(divide="ignore", invalid="ignore"):
            x, y = points[:, :2].T / points[:, 2]
        if self.dist.any():  # Brown's model
            k1, k2, p1, p2 = self.dist
            r2 = x * x + y * y
            radial = 1 + k1 * r2 + k2 * r2 * r2
            x, y = (
                x * radial + 2 * p1 * x * y + p2 * (r2 + 2 * x * x),
                y * radial + p1 * (r2 + 2 * y * y) + 2 * p2 * x * y,
            )
        return np.column_stack([x, y]) * self.K[[0, 1], [0, 1]] + self.K[:2, 2], points[:, 2]

    def scaled(self, factor: float) -> Cameras:
        """Cameras of the photos averaged down by a factor (2: half as wide), rounded to whole
        pixels.
        """
        width, height = (max(1, round(size / factor)) for size in (self.width, self.height))
        scale = np.diag([width / self.width, height / self.height, 1.0])
        return replace(self, K=scale @ self.K, width=width, height=height)

    def subset(self, idx: Sequence[int]) -> Cameras:
        """Cameras of the frames idx, in that order."""
        return replace(self, names=[self.names[i] for i in idx], c2w=self.c2w[list(idx)])

    def pinhole(self) -> Cameras:
        """The same cameras without lens distortion: those of the photos once undistorted."""
        return replace(self, dist=np.zeros(4))


def read_cameras(folder: str | Path, meta: str = "transforms.json") -> Cameras:
    """Cameras of a capture folder, frames sorted by name.

    meta: camera file; only its base name counts; transforms_aligned.json stands in for an absent
    transforms.json. A file called *aligned* holds c2w itself, any other p (README, Your own
    capture).
    """
    path = Path(folder) / re.split(r"[/\\]", meta)[-1]
    if path.name == "transforms.json" and not path.is_file():
        path = path.with_name("transforms_aligned.json")
    if not path.is_file():
        what = f"{Path(meta).name} with the cameras" if Path(folder).is_dir() else "a folder"
        raise CaptureError(
            f"{folder}: expected {what}, found none; check the path, or copy the camera file there"
        )
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        w, h, fl_x, cx, cy = (float(data[key]) for key in ("w", "h", "fl_x", "cx", "cy"))
        fl_y = float(data.get("fl_y", fl_x))
        dist = np.array([float(data.get(key, 0)) for key in ("k1", "k2", "p1", "p2", "k3", "k4")])
        frames = sorted(
            ((_stem(frame["file_path"]), frame["transform_matrix"]) for frame in data["frames"]),
            key=lambda frame: frame[0],
        )
    except (
        KeyError,
        TypeError,
        ValueError,
        AttributeError,
    ) as error:  # JSON's errors are ValueErrors
        found = (
            f"no {error}; add it"
            if isinstance(error, KeyError)
            else f"{error!r}; it may be cut short"
        )
        raise CaptureError(
            f"{path}: expected JSON of w h fl_x fl_y cx cy and frames of file_path and "
            f"transform_matrix, found {found}"
        ) from error
    names = [name for name, _ in frames]
    if not names or len(set(names)) < len(names):
        raise CaptureError(f"{path}: expected frames of distinct names, found {names}")
    lens = np.array([w, h, fl_x, fl_y, cx, cy, *dist])
    if not np.isfinite(lens).all() or lens[:4].min() <= 0 or dist[4:].any():
        raise CaptureError(
            f"{path}: expected finite w h fl_x fl_y cx cy k1 k2 p1 p2, the first four above 0, "
            f"no k3 k4 (undistort such photos first), found {lens.tolist()}"
        )
    c2w = np.stack(
        [_pose(p, f"{path}: frame {name}", "aligned" in path.stem) for name, p in frames]
    )
    K = np.array([[fl_x, 0, cx], [0, fl_y, cy], [0, 0, 1.0]])
    return Cameras(names, c2w, K, round(w), round(h), dist[:4])


def spread_frames(cameras: Cameras, index: list[int], n: int) -> list[int]:
    """n frames of `index`, its first and then always the one farthest from those chosen."""
    chosen, at = index[:1], cameras.c2w[:, :3, 3]
    while len(chosen) < min(n, len(index)):
        chosen.append(max(index, key=lambda i: min(np.linalg.norm(at[i] - at[c]) for c in chosen)))
    return chosen


def _stem(file_path: str) -> str:
    """Frame name: base name without extension (a dot before a digit, as in r_0.12, starts none)."""
    return re.sub(r"\.[A-Za-z]\w{0,4}$", "", re.split(r"[/\\]", file_path)[-1])


def _pose(matrix: list, where: str, aligned: bool) -> np.ndarray:
    """OpenCV camera-to-world (4,4) of a pose file's matrix; an error if it is no rigid motion."""
    try:
        p = np.array(matrix, np.float64)
    except (TypeError, ValueError):  # ragged, or not numbers
        p = np.empty(0)
    if p.shape != (4, 4) or not np.isfinite(p).all():
        raise CaptureError(
            f"{where}: expected a transform_matrix of 4 x 4 finite numbers, found {matrix}; "
            "leave the frame out or repeat its registration"
        )
    c2w = p if aligned else np.vstack([p[[1, 2, 0]] * [1, -1, -1, 1], p[3]])
    R, last = c2w[:3, :3], c2w[3].tolist()
    error, det = np.abs(R @ R.T - np.eye(3)).max(), np.linalg.det(R)
    if error > 1e-3 or det < 0 or last != [0, 0, 0, 1]:
        raise CaptureError(
            f"{where}: expected a rigid pose (rotation, translation, last row 0 0 0 1), found "
            f"|R R^T - 1| = {error:.3g}, det R = {det:.3g}, last row {last}; scale belongs in the "
            "translations, mirroring nowhere"
        )
    return c2w
