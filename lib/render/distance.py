"""Distance to the edge of a region that is drawn on a grid: a mask, a visual hull."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import distance_transform_edt


def signed_distance(inside: np.ndarray) -> np.ndarray:
    """Return each cell's distance to the edge of a bool grid (any number of axes), in cells.

    float32, positive inside. The edge runs halfway between the centres of a cell inside and its
    neighbour outside, so these two are at 0.5 and -0.5. A grid without an edge is as far from it
    as the grid is wide.
    """
    if inside.all() or not inside.any():
        far = float(np.linalg.norm(inside.shape))
        return np.where(inside, far, -far).astype(np.float32)
    deep, away = distance_transform_edt(inside), distance_transform_edt(~inside)
    return np.where(inside, deep - 0.5, 0.5 - away).astype(np.float32)
