"""Distance to the edge of a region that is drawn on a grid: a mask, a visual hull."""

from __future__ import annotations

import cv2
import numpy as np
from scipy.ndimage import distance_transform_edt


def signed_distance(inside: np.ndarray) -> np.ndarray:
    """Return each cell's distance to the edge of a bool grid (any number of axes), in cells.

    float32, positive inside. The edge runs halfway between the centres of a cell inside and its
    neighbour outside, so these two are at 0.5 and -0.5. The grid's border is no edge. A grid
    without an edge is as far from it as the grid is wide.
    """
    if inside.all() or not inside.any():
        far = float(np.linalg.norm(inside.shape))
        return np.where(inside, far, -far).astype(np.float32)
    deep, away = (_to_other_side(part) for part in (inside, ~inside))
    return np.where(inside, deep - 0.5, 0.5 - away).astype(np.float32)


def _to_other_side(part: np.ndarray) -> np.ndarray:
    """Return the distance of each True cell to the nearest False one, in cells; 0 at False ones."""
    if part.ndim == 2:  # several times as fast as SciPy's
        return cv2.distanceTransform(part.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return distance_transform_edt(part)
