"""What no photo sees of a surface, made up from what the photos see: there training leaves
arbitrary colours.
"""

from __future__ import annotations

import cv2
import numpy as np
from scipy import sparse
from scipy.ndimage import gaussian_filter1d
from scipy.sparse.linalg import splu

from lib.mesh.extract import Mesh


def fill_over(mesh: Mesh, value: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Values (V, C) at the vertices of a mesh; those that are not known (V,) follow smoothly.

    They are harmonic on the surface: nowhere above or below the known ones around them. Vertices in
    one place count as one, so a cut of the UV chart leaves no step behind.
    """
    _, first, one = np.unique(mesh.v_pos, axis=0, return_index=True, return_inverse=True)
    one = one.reshape(-1)
    known_one = np.bincount(one, known, len(first)) > 0
    if known_one.all() or not known_one.any():
        return value
    total = np.stack([np.bincount(one, known * column, len(first)) for column in value.T], 1)
    mean = total / np.maximum(np.bincount(one, known, len(first)), 1)[:, None]
    edges = Mesh(mesh.v_pos[first], one[mesh.t_pos_idx]).adjacency()
    pull = sparse.diags_array(edges.sum(1) + 1e-9) - edges  # a loose piece goes to the mean of all
    free = np.flatnonzero(~known_one)
    outside = edges[free][:, known_one] @ mean[known_one] + 1e-9 * mean[known_one].mean(0)
    mean[free] = splu(pull.tocsc()[free][:, free]).solve(outside)
    return np.where(known[:, None], value, mean[one]).astype(value.dtype)


def fill_around(value: np.ndarray, known: np.ndarray) -> np.ndarray:
    """An eyeball's map (H, W, C): texels that are not known (H, W) are as those known as far from
    the iris's middle.

    An eye is much the same all around: pupil, iris, white. Of every ring the known texels' median
    counts. Towards the rim of what is known, where lids shade the eye and lend it their colours,
    the two are blended.
    """
    if not known.any():
        return value
    depth = cv2.distanceTransform(known.astype(np.uint8), cv2.DIST_L2, 5) / (len(known) / 32)
    inner = depth > min(0.5, 0.5 * depth.max())  # its rim is not asked
    ring = _rings(known.shape, _middle(value, inner))
    n_all, n_in = np.bincount(ring.ravel()), np.bincount(ring[inner], minlength=ring.max() + 1)
    of_ring = np.split(value[inner][np.argsort(ring[inner], kind="stable")], np.cumsum(n_in)[:-1])
    asked = n_in >= 0.03 * n_all
    seen = np.flatnonzero(asked if asked.any() else n_in > 0)
    median = np.array([np.median(of_ring[k], axis=0) for k in seen])
    profile = np.stack([np.interp(np.arange(len(n_in)), seen, column) for column in median.T], 1)
    made = gaussian_filter1d(profile, len(known) / 128, axis=0)[ring]
    share = np.clip(depth - 0.5, 0.0, 1.0)[..., None]
    return (value * share + made * (1.0 - share)).astype(np.float32)


def _rings(shape: tuple[int, int], middle: np.ndarray) -> np.ndarray:
    """(H, W) whole distances in texels from a middle (x, y)."""
    y, x = np.indices(shape) + 0.5
    return np.hypot(x - middle[0], y - middle[1]).astype(int)


def _middle(value: np.ndarray, known: np.ndarray) -> np.ndarray:
    """(x, y) about which the known texels of a map (H, W, C) differ least within rings: the iris's
    middle.

    The gaze in the middle of the map is that of landmarks, a few degrees off where lids hide half
    of the iris.
    """
    small = max(len(known) // 64, 1)
    value, known = value[::small, ::small], known[::small, ::small]
    flat, n = value[known].astype(np.float64), len(known)
    best = np.inf, np.array([n / 2, n / 2])
    for dy, dx in np.ndindex(17, 17):
        middle = n / 2 + (np.array([dx, dy]) - 8) * n / 128
        ring = _rings(known.shape, middle)[known]
        count = np.maximum(np.bincount(ring), 1)
        mean = np.stack([np.bincount(ring, column) / count for column in flat.T], 1)
        spread = ((flat - mean[ring]) ** 2).sum()
        if spread < best[0]:
            best = spread, middle
    return best[1] * small
