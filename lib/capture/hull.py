"""The visual hull: the part of space that the masks of all views leave."""

from __future__ import annotations

import numpy as np
import torch
from scipy.ndimage import label
from torch import Tensor

from lib.capture.cameras import Cameras
from lib.capture.lens import brown

SEEN_BY = 0.4  # share of the views that must have a place in their picture to say what is there


def count_votes(points: Tensor, inside: np.ndarray, cameras: Cameras) -> tuple[Tensor, Tensor]:
    """Return (vetoes, votes), (P,) int32: how many views see background, and the subject, at each
    point.

    points: (P,3) world. inside: (N,H,W) bool, the subject in each view. A view whose picture does
    not contain a point is not counted.
    """
    vetoes, votes = torch.zeros(2, len(points), dtype=torch.int32, device=points.device)
    height, width = inside.shape[1:]
    for i, mask in enumerate(inside):
        col, row, depth = project(points, cameras, i)
        col, row = col.floor().long(), row.floor().long()
        seen = (depth > 0) & (col >= 0) & (col < width) & (row >= 0) & (row < height)
        subject = torch.from_numpy(mask).to(points.device)
        hit = subject[row.clamp(0, height - 1), col.clamp(0, width - 1)]
        vetoes += seen & ~hit
        votes += seen & hit
    return vetoes, votes


def shared_points(inside: np.ndarray, cameras: Cameras, bound: float, n: int = 40) -> np.ndarray:
    """Return those points (M,3) float32, world, of an even grid of n^3 over [-bound, bound]^3 that
    lie inside the masks of all views that show them.

    inside: (N,H,W) bool. At least one view must show a point.
    """
    axis = torch.linspace(-bound, bound, n)
    points = torch.stack(torch.meshgrid(axis, axis, axis, indexing="ij"), -1).view(-1, 3)
    vetoes, votes = count_votes(points, inside, cameras)
    return points[(vetoes == 0) & (votes > 0)].numpy()


def project(points: Tensor, cameras: Cameras, i: int) -> tuple[Tensor, Tensor, Tensor]:
    """Return column, row (px, float) and depth (world) (P,) of world points (P,3) in view i."""
    pose = torch.as_tensor(cameras.c2w[i], dtype=torch.float32, device=points.device)
    local = (points - pose[:3, 3]) @ pose[:3, :3]
    depth = local[:, 2]
    x, y = (local[:, :2] / depth.clamp_min(1e-6)[:, None]).unbind(-1)
    if cameras.dist.any():  # far outside the picture the polynomial folds
        x, y = brown(x, y, (x * x + y * y).clamp_max(4.0), cameras.dist)
    k = cameras.K
    return x * float(k[0, 0]) + float(k[0, 2]), y * float(k[1, 1]) + float(k[1, 2]), depth


def carve(
    inside: np.ndarray,
    cameras: Cameras,
    bound: float,
    n_vetoes: int,
    coarse: int = 48,
    rounds: int = 3,
) -> tuple[np.ndarray, float]:
    """Return the hull's surface in [-bound, bound]^3: points (P,3) float32, world, and their
    spacing.

    The points are the centres of solid cells that touch an empty one; only the largest piece
    counts. A cell is empty if n_vetoes views see background there, or if less than SEEN_BY of the
    views show it. coarse: cells a side at first. Each round halves the cells near the surface.
    """
    n, solid = coarse, None
    for level in range(rounds + 1):
        if solid is None:
            ask = np.ones((n, n, n), bool)
        else:
            n *= 2
            solid = solid.repeat(2, 0).repeat(2, 1).repeat(2, 2)
            ask = _near_surface(solid, 2)
        spacing = 2 * bound / n
        index = np.argwhere(ask)
        points = torch.from_numpy(((index + 0.5) * spacing - bound).astype(np.float32))
        vetoes, votes = count_votes(points, inside, cameras)
        keep = (vetoes < n_vetoes) & (vetoes + votes >= SEEN_BY * len(inside))
        solid = np.zeros_like(ask) if level == 0 else solid
        solid[tuple(index.T)] = keep.numpy()
    pieces, n_pieces = label(solid)
    if n_pieces > 1:
        solid = pieces == 1 + np.argmax(np.bincount(pieces.ravel())[1:])
    index = np.argwhere(solid & _near_surface(solid, 1))
    return ((index + 0.5) * spacing - bound).astype(np.float32), spacing


def _near_surface(solid: np.ndarray, n_cells: int) -> np.ndarray:
    """Return the cells within n_cells of a change between solid and empty, (n,n,n) bool."""
    near = np.zeros_like(solid)
    for axis in range(3):
        lower, upper = [slice(None)] * 3, [slice(None)] * 3
        lower[axis], upper[axis] = slice(None, -1), slice(1, None)
        change = solid[tuple(lower)] != solid[tuple(upper)]
        near[tuple(lower)] |= change
        near[tuple(upper)] |= change
    for _ in range(n_cells - 1):
        grown = near.copy()
        for axis in range(3):
            for shift in (1, -1):
                grown |= np.roll(near, shift, axis)
        near = grown
    return near
