"""Values for the parts that no photo sees, made from those that photos see. Training leaves
arbitrary colours there.
"""

from __future__ import annotations

import cv2
import numpy as np
from scipy import sparse
from scipy.ndimage import gaussian_filter1d
from scipy.sparse.linalg import splu

from lib.mesh.extract import Mesh


def fill_over(mesh: Mesh, value: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Return values (V, C) at the vertices of a mesh; those that are not known (V,) bool are
    replaced by smooth ones.

    The new values are harmonic on the surface, so they stay between the known values around them.
    Vertices at one place count as one, so the cut of a UV chart leaves no step.
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
    """Return an eyeball's map (H, W, C) whose unknown texels take the colour of the known ones at
    the same distance from the iris's middle.

    known: (H, W) bool. An eye is much the same all around: pupil, iris, white. Each ring takes the
    median of its known texels. Near the rim of the known part, where the lids cast shade and
    colour, known and made values are blended.
    """
    if not known.any():
        return value
    first = value[known][0]
    if (value[known] == first).all():  # fixed gloss
        return np.broadcast_to(first, value.shape).astype(np.float32)
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


def fill_image(image: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Return an image (H, W, C) whose unknown pixels follow smoothly from the known ones around.

    It is halved until every pixel is known, then filled from coarse to fine (Gortler et al. 1996).
    """
    if known.all() or min(known.shape) < 2:
        return image
    weight = known[..., None].astype(np.float32)
    size = tuple(-(-side // 2) for side in known.shape[::-1])
    below = cv2.resize(weight, size, interpolation=cv2.INTER_AREA)
    small = cv2.resize(image * weight, size, interpolation=cv2.INTER_AREA)
    small = small.reshape(*below.shape, -1) / np.maximum(below, 1e-6)[..., None]
    coarse = fill_image(small, below > 1e-6)
    coarse = cv2.resize(coarse, known.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return np.where(known[..., None], image, coarse.reshape(image.shape))


def _rings(shape: tuple[int, int], middle: np.ndarray) -> np.ndarray:
    """Return the distance (H, W) of each texel from a middle (x, y), in whole texels."""
    y, x = np.indices(shape) + 0.5
    return np.hypot(x - middle[0], y - middle[1]).astype(int)


def _middle(value: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Return the iris's middle (x, y): the point about which the known texels of a map (H, W, C)
    differ least within rings.

    The map's own middle is the gaze of the landmarks. That is a few degrees off if the lids hide
    half of the iris.
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
