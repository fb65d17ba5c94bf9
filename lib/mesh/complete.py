"""What no photo sees of a surface, made up from what the photos see: there training leaves
arbitrary colours.
"""

from __future__ import annotations

import cv2
import numpy as np
from scipy.ndimage import gaussian_filter1d


def fill_near(value: np.ndarray, known: np.ndarray) -> np.ndarray:
    """A map (H, W, C) whose texels that are not known (H, W) are a smooth mean of the known ones
    around them.

    Halved again and again, until a texel knows something, and interpolated back (push-pull, Gortler
    et al. 1996).
    """
    if known.all() or not known.any():
        return value
    height, width, n = value.shape
    weight = known.astype(np.float32)
    half = (-(-width // 2), -(-height // 2))
    coarse_weight = cv2.resize(weight, half, interpolation=cv2.INTER_AREA)
    coarse = cv2.resize(value * weight[..., None], half, interpolation=cv2.INTER_AREA).reshape(
        *half[::-1], n
    )
    coarse = fill_near(coarse / np.maximum(coarse_weight, 1e-6)[..., None], coarse_weight > 0)
    wide = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_LINEAR).reshape(value.shape)
    return np.where(known[..., None], value, wide)


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
