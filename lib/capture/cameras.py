"""Cameras of a capture: pose files to OpenCV cameras, pixels to rays, points to pixels."""
from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np


class CaptureError(ValueError):
    """A capture that cannot be used; the message names file, expectation, finding and likely fix."""


@dataclass
class Cameras:
    """N photos of one camera with fixed lens.

    names: N frame names, sorted. c2w: (N,4,4) float64, OpenCV (x right, y down, z forward) to world, world units.
    K: (3,3) float64, pixels, pixel centres at +0.5. width, height: pixels. dist: (4,) k1 k2 p1 p2, OpenCV's.
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
        """Origins (M,3) and unit directions (M,3) in the world of the rays through pixels px (M,2) of frame i."""
        px = np.asarray(px, np.float64).reshape(-1, 2)
        if self.dist.any():
            px = self._pinhole_px(px)
        xy = (px - self.K[:2, 2]) / self.K[[0, 1], [0, 1]]  # no skew: pose files have none
        dirs = np.column_stack([xy, np.ones(len(xy))]) @ self.c2w[i, :3, :3].T
        dirs /= np.linalg.norm(dirs, axis=1, keepdims=True)
        return np.broadcast_to(self.c2w[i, :3, 3], dirs.shape).copy(), dirs

    def project(self, i: int, points_world: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Pixels (M,2) and depths (M,) (camera z, world units) of world points (M,3) in frame i."""
        points = (np.asarray(points_world, np.float64).reshape(-1, 3) - self.c2w[i, :3, 3]) @ self.c2w[i, :3, :3]
        depth = points[:, 2]
        with np.errstate(divide="ignore", invalid="ignore"):
            xy = points[:, :2] / depth[:, None]
            if self.dist.any():
                xy = self._distorted(xy)
        return xy * self.K[[0, 1], [0, 1]] + self.K[:2, 2], depth

    def scaled(self, factor: float) -> Cameras:
        """Cameras of the same photos averaged down by a factor (2: half as wide), sizes rounded to whole pixels."""
        width, height = (max(1, round(size / factor)) for size in (self.width, self.height))
        scale = np.diag([width / self.width, height / self.height, 1.0])
        return replace(self, K=scale @ self.K, width=width, height=height)

    def subset(self, idx: Sequence[int]) -> Cameras:
        """Cameras of the frames idx, in that order."""
        return replace(self, names=[self.names[i] for i in idx], c2w=self.c2w[list(idx)])

    def pinhole(self) -> Cameras:
        """The same cameras without lens distortion: those of the photos once undistorted."""
        return replace(self, dist=np.zeros(4))

    def _distorted(self, xy: np.ndarray) -> np.ndarray:
        """Normalised image points (M,2) as the lens bends them (Brown's model)."""
        k1, k2, p1, p2 = self.dist
        x, y = xy.T
        r2 = x * x + y * y
        radial = 1 + k1 * r2 + k2 * r2 * r2
        return np.column_stack([x * radial + 2 * p1 * x * y + p2 * (r2 + 2 * x * x),
                                y * radial + p1 * (r2 + 2 * y * y) + 2 * p2 * x * y])

    def _pinhole_px(self, px: np.ndarray) -> np.ndarray:
        """Pixels (M,2) of the photo as taken -> pixels of the undistorted one."""
        stop = (cv2.TERM_CRITERIA_COUNT | cv2.TERM_CRITERIA_EPS, 40, 1e-10)
        return cv2.undistortPointsIter(px[:, None], self.K, self.dist, None, self.K, stop)[:, 0]


def read_cameras(folder: str | Path, meta: str = "transforms.json") -> Cameras:
    """Cameras of a capture folder, frames sorted by name.

    meta: camera file (only its base name counts); transforms_aligned.json stands in for an absent
    transforms.json. A file called *aligned* holds c2w itself; any other permutes the axes (method.md, section 1).
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise CaptureError(f"{folder}: expected a capture folder, found {'a file' if folder.exists() else 'nothing'}")
    path = folder / re.split(r"[/\\]", meta)[-1]
    if path.name == "transforms.json" and not path.is_file():
        path = path.with_name("transforms_aligned.json")
    if not path.is_file():
        raise CaptureError(f"{folder}: expected {Path(meta).name} with the cameras, found none; run the structure "
                           "from motion step or copy the file here")
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        w, h, fl_x, cx, cy = (float(data[key]) for key in ("w", "h", "fl_x", "cx", "cy"))
        fl_y = float(data.get("fl_y", fl_x))
        dist = np.array([float(data.get(key, 0)) for key in ("k1", "k2", "p1", "p2", "k3", "k4")])
        frames = sorted(((_stem(frame["file_path"]), frame["transform_matrix"]) for frame in data["frames"]),
                        key=lambda frame: frame[0])
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise CaptureError(f"{path}: expected JSON, found: {error}; the file may be cut short") from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CaptureError(f"{path}: expected w h fl_x fl_y cx cy and frames of file_path and transform_matrix, "
                           f"found a missing or wrong entry: {error!r}") from error
    names = [name for name, _ in frames]
    if not names or len(set(names)) < len(names):
        found = f"{max(names, key=names.count)} twice" if names else "none"
        raise CaptureError(f"{path}: expected frames of distinct names, found {found}")
    lens = np.array([w, h, fl_x, fl_y, cx, cy, *dist])
    if not np.isfinite(lens).all() or lens[:4].min() <= 0 or dist[4:].any():
        raise CaptureError(f"{path}: expected finite w h fl_x fl_y cx cy k1 k2 p1 p2, the first four above 0, and no "
                           f"k3 k4 (undistort such photos first), found {lens.tolist()}")
    c2w = np.stack([_pose(matrix, f"{path}: frame {name}", "aligned" in path.stem) for name, matrix in frames])
    K = np.array([[fl_x, 0, cx], [0, fl_y, cy], [0, 0, 1.0]])
    return Cameras(names, c2w, K, round(w), round(h), dist[:4])


def _stem(file_path: str) -> str:
    """Frame name: the base name without its extension (a dot before a digit, as in r_0.12, is no extension)."""
    return re.sub(r"\.[A-Za-z]\w{0,4}$", "", re.split(r"[/\\]", file_path)[-1])


def _pose(matrix: list, where: str, aligned: bool) -> np.ndarray:
    """OpenCV camera-to-world (4,4) of a pose file's matrix, or an error if it is no rigid motion."""
    try:
        p = np.array(matrix, np.float64)
    except (TypeError, ValueError):
        p = np.empty(0)
    if p.shape != (4, 4) or not np.isfinite(p).all():
        raise CaptureError(f"{where}: expected a transform_matrix of 4 x 4 finite numbers, found "
                           f"{p.tolist() if p.size else matrix}; leave the frame out or repeat its registration")
    c2w = p if aligned else np.vstack([p[[1, 2, 0]] * [1, -1, -1, 1], p[3]])
    rotation = c2w[:3, :3]
    error = np.abs(rotation @ rotation.T - np.eye(3)).max()
    if error > 1e-3 or np.linalg.det(rotation) < 0 or np.abs(c2w[3] - [0, 0, 0, 1]).max() > 1e-6:
        raise CaptureError(f"{where}: expected a rigid pose (rotation, translation, last row 0 0 0 1), found "
                           f"|R R^T - 1| = {error:.3g}, det R = {np.linalg.det(rotation):.3g}, last row "
                           f"{c2w[3].tolist()}; scale belongs in the translations, mirroring nowhere")
    return c2w
