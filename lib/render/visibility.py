"""Which points a camera sees, or a lamp reaches: one depth map, and one test against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numba
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
        """Return the depth map (H, W) of a mesh, v_pos (V, 3) world and t_pos_idx (F, 3), seen by a
        camera c2w (4, 4), K (3, 3), size (H, W). Drawn on `device`; `empty`: where nothing is.
        """
        depth = rasterize(v_pos, t_pos_idx, c2w, K, size, device).depth
        return cls(np.where(np.isinf(depth), np.float32(empty), depth), c2w, K)

    def project(self, points: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return column and row (M,) integers and depth (M,) of points (M, 3) world.

        Points behind the camera or beside its picture get column and row -1.
        """
        column, row = np.empty((2, len(points)), np.int64)
        z = np.empty(len(points))
        _project(np.asarray(points), *self._camera(), self.depth.shape, column, row, z)
        return column, row, z

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
        share = np.zeros(len(points), np.float32)
        _share(self.depth, column, row, limit, reach, share)
        return share

    def _camera(self) -> tuple[np.ndarray, np.ndarray]:
        return np.asarray(self.c2w, np.float64), np.asarray(self.K, np.float64)


@numba.njit(cache=True, nogil=True)
def _project(points, c2w, K, shape, column, row, depth):
    """Fill in column, row and depth of points (M, 3), as `DepthMap.project` gives them."""
    for i in range(len(points)):
        x, y, z = points[i, 0] - c2w[0, 3], points[i, 1] - c2w[1, 3], points[i, 2] - c2w[2, 3]
        p = c2w[0, 0] * x + c2w[1, 0] * y + c2w[2, 0] * z
        q = c2w[0, 1] * x + c2w[1, 1] * y + c2w[2, 1] * z
        w = c2w[0, 2] * x + c2w[1, 2] * y + c2w[2, 2] * z
        depth[i], away = w, max(w, 1e-6)
        u = (K[0, 0] * p + K[0, 1] * q) / away + K[0, 2] * w / away
        v = (K[1, 0] * p + K[1, 1] * q) / away + K[1, 2] * w / away
        inside = w > 0 and 0 <= u < shape[1] and 0 <= v < shape[0]
        column[i], row[i] = (int(u), int(v)) if inside else (-1, -1)


@numba.njit(cache=True, nogil=True)
def _share(depth, column, row, limit, reach, share):
    """Fill in which share of the pixels about (column, row) is at least `limit` (M,) away.

    Beyond its border the map goes on with the border's values.
    """
    height, width = depth.shape
    for i in range(len(limit)):
        if column[i] < 0:
            continue
        n_seen = 0
        for b in range(row[i] - reach, row[i] + reach + 1):
            for a in range(column[i] - reach, column[i] + reach + 1):
                n_seen += limit[i] <= depth[min(max(b, 0), height - 1), min(max(a, 0), width - 1)]
        share[i] = n_seen / (2 * reach + 1) ** 2


def evenly_spread(n: int, n_most: int) -> Sequence[int]:
    """Return indices of at most `n_most` out of `n`, evenly spread, the first and the last among
    them.
    """
    if n <= n_most:
        return range(n)
    return np.round(np.linspace(0, n - 1, n_most)).astype(int).tolist()
