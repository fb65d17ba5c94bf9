"""Which points a camera sees, or a lamp reaches: one depth map, and one test against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lib.render.raster import rasterize


@dataclass
class DepthMap:
    """The depths that a pinhole camera sees of a mesh; a lamp takes one of what it lights.

    depth (H, W), camera z in world units; c2w (4, 4), OpenCV; K (3, 3) pixels. Where nothing is,
    depth is inf (every point there is seen) or 0 (none is).
    """

    depth: np.ndarray
    c2w: np.ndarray
    K: np.ndarray

    @classmethod
    def of(
        cls,
        v_pos: np.ndarray,
        t_pos_idx: np.ndarray,
        c2w: np.ndarray,
        K: np.ndarray,
        size: tuple[int, int],
        empty: float = np.inf,
        device: str = "cpu",
    ) -> DepthMap:
        """Return the depth map of a mesh, drawn on `device`; `empty` is the depth where nothing is.
        """
        depth = rasterize(v_pos, t_pos_idx, c2w, K, size, device).depth
        return cls(np.where(np.isinf(depth), np.float32(empty), depth), c2w, K)

    def project(self, points: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return column and row (M,) integers and depth (M,) of points (M, 3) world.

        Points behind the camera or beside its picture get column and row -1.
        """
        p = (points - self.c2w[:3, 3]) @ self.c2w[:3, :3]
        z = np.maximum(p[:, 2], 1e-6)
        px = p / z[:, None] @ np.asarray(self.K)[:2].T
        inside = ((px >= 0) & (px < self.depth.shape[::-1])).all(1) & (p[:, 2] > 0)
        column, row = np.where(inside, px.T, -1).astype(int)
        return column, row, p[:, 2]

    def share_seen(
        self, points: np.ndarray, slack: float | np.ndarray = 0.0, reach: int = 0
    ) -> np.ndarray:
        """Return share (M,) of the pixels about a point's own that do not hide it, 0 outside the
        picture.

        points (M, 3) world. A pixel hides what is farther than its depth by more than `slack`
        (world units) and a pixel's width. All pixels up to `reach` columns and rows away are asked.
        """
        column, row, z = self.project(points)
        limit = z - z / self.K[0, 0] - slack
        width = 2 * reach + 1
        # The map with a frame of its border's values, so that every neighbour is at one offset.
        flat = np.pad(self.depth, reach, mode="edge").ravel()
        across = self.depth.shape[1] + 2 * reach
        corner = np.maximum(row, 0) * across + np.maximum(column, 0)
        total = np.zeros(len(points), np.float32)
        for i, j in np.ndindex(width, width):
            total += limit <= flat[corner + i * across + j]
        return np.where(column >= 0, total / width**2, 0)


def evenly_spread(n: int, n_most: int) -> Sequence[int]:
    """Return indices of at most `n_most` out of `n`, evenly spread, the first and the last among
    them.
    """
    if n <= n_most:
        return range(n)
    return np.round(np.linspace(0, n - 1, n_most)).astype(int).tolist()
