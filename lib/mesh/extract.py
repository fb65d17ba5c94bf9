"""From a signed distance to a triangle mesh; the field is evaluated near the surface only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numba
import numpy as np
from scipy import sparse
from skimage.measure import marching_cubes

COARSEST = 48  # fewest cells a side of the first grid: a nose or an ear spans several of them
CHUNK = 1 << 18  # points handed to the field at once
# Positions (M, 3) in world units -> signed distances (M,) and their gradients (M, 3).
DistanceField = Callable[[np.ndarray], tuple[np.ndarray, np.ndarray]]


@dataclass
class Mesh:
    """A triangle mesh in world units; faces are counter-clockwise seen from outside."""

    v_pos: np.ndarray  # (V, 3) float32
    t_pos_idx: np.ndarray  # (F, 3) int32
    v_nrm: np.ndarray | None = None  # (V, 3) float32, unit
    v_uv: np.ndarray | None = None  # (V, 2) float32, u right, v up; one chart, so the same indices

    def __post_init__(self) -> None:
        self.v_pos = np.ascontiguousarray(self.v_pos, np.float32)
        self.t_pos_idx = np.ascontiguousarray(self.t_pos_idx, np.int32)

    def areas(self) -> np.ndarray:
        """Return (F,) areas of the faces."""
        return np.linalg.norm(self._cross(), axis=1) / 2

    def vertex_normals(self) -> np.ndarray:
        """Return unit normals (V, 3): the given ones, or the mean of the faces around."""
        return self.normals() if self.v_nrm is None else self.v_nrm

    def normals(self) -> np.ndarray:
        """Return unit normals (V, 3), the mean of the faces around, weighted by area."""
        total = self.at_vertices(self._cross())
        return (total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-20)).astype(
            np.float32
        )

    def at_vertices(self, values: np.ndarray) -> np.ndarray:
        """Return sums (V, C), at each vertex, of the values (F, C) of the faces around it."""
        corner = self.t_pos_idx.ravel()
        return np.stack(
            [np.bincount(corner, np.repeat(column, 3), len(self.v_pos)) for column in values.T], 1
        )

    def _cross(self) -> np.ndarray:
        a, b, c = (self.v_pos[self.t_pos_idx[:, k]].astype(np.float64) for k in range(3))
        return np.cross(b - a, c - a)

    def adjacency(self) -> sparse.csr_array:
        """Return (V, V) matrix with ones where an edge joins two vertices."""
        i, j = (self.t_pos_idx[:, k].T.ravel() for k in ([0, 1, 2, 1, 2, 0], [1, 2, 0, 0, 1, 2]))
        matrix = sparse.csr_array((np.ones(len(i)), (i, j)), shape=(len(self.v_pos),) * 2)
        matrix.data[:] = 1
        return matrix

    def keep(self, faces: np.ndarray) -> Mesh:
        """Return the mesh of some faces, (F,) bool or indices (K,), without unused vertices."""
        used, t_pos_idx = np.unique(self.t_pos_idx[faces], return_inverse=True)
        v_nrm, v_uv = (None if a is None else a[used] for a in (self.v_nrm, self.v_uv))
        return Mesh(self.v_pos[used], t_pos_idx.reshape(-1, 3), v_nrm, v_uv)


def joined(meshes: Sequence[Mesh]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return several meshes as one: vertices (V, 3), faces (F, 3), and the first vertex of each
    mesh (n + 1,).
    """
    first = np.cumsum([0] + [len(mesh.v_pos) for mesh in meshes])
    t_pos_idx = [mesh.t_pos_idx + n for mesh, n in zip(meshes, first[:-1], strict=True)]
    return np.concatenate([mesh.v_pos for mesh in meshes]), np.concatenate(t_pos_idx), first


def extract(sdf: Callable[[np.ndarray], np.ndarray], bound: float, resolution: int) -> Mesh:
    """Return the zero level of a signed distance in [-bound, bound]^3, on at least `resolution`
    cells a side.

    `sdf` takes world positions (M, 3) and gives distances (M,), negative inside. It is evaluated
    everywhere on a coarse grid only. Then the cells that the surface crosses are halved, again and
    again, until they are fine enough: 256^3 cells cost about 0.7 million evaluations instead of 17
    million. After the first halving only the box around the surface is kept.
    """

    def ask(index: np.ndarray) -> np.ndarray:
        out = np.empty(len(index), np.float32)
        for i in range(0, len(index), CHUNK):
            nodes = index[i : i + CHUNK] + first
            out[i : i + CHUNK] = sdf((nodes * (2 * bound / n) - bound).astype(np.float32))
        if not np.isfinite(out).all():
            raise ValueError(
                "signed distance: expected finite values, found others at "
                f"{(~np.isfinite(out)).sum()} of {len(out)} points; train anew with train.lr lower"
            )
        return out

    n_halvings = max(int(np.log2(resolution / COARSEST)), 0)
    n = int(np.ceil(resolution / 2**n_halvings))  # cells a side of the whole cube
    first = np.zeros(3, np.int64)  # the node of the whole cube that is grid[0, 0, 0]
    grid = ask(np.indices((n + 1,) * 3).reshape(3, -1).T).reshape((n + 1,) * 3)
    for level in range(n_halvings):
        # A cell may hide a part thinner than itself; a corner then is within half a diagonal of the
        # surface.
        cells = _crossed(grid)
        if level == 0:
            cells |= _corners(np.abs(grid), np.minimum) < 0.87 * 2 * bound / n
        else:
            box = _box(cells)
            grid = grid[tuple(slice(a, b + 1) for a, b in box)]
            cells = cells[tuple(slice(a, b) for a, b in box)]
            first = first + box[:, 0]
        n, first = 2 * n, 2 * first
        grid = _halve(grid, cells, ask)
    if not (grid < 0).any() or not (grid > 0).any():
        raise ValueError(
            f"signed distance: expected a surface within {bound} of the origin, found only values "
            f"from {grid.min():.3g} to {grid.max():.3g}; train longer, or correct data.bound"
        )
    v_pos, t_pos_idx, _, _ = marching_cubes(grid, 0.0, gradient_direction="descent")
    return Mesh((v_pos + first) * (2 * bound / n) - bound, t_pos_idx)


def _box(cells: np.ndarray, margin: int = 3) -> np.ndarray:
    """Return first and last + 1 (3, 2) of the marked cells along each axis, `margin` cells wider;
    all cells if none is marked.
    """
    box = []
    for axis, n in enumerate(cells.shape):
        on = np.flatnonzero(cells.any(tuple({0, 1, 2} - {axis})))
        box.append((max(on[0] - margin, 0), min(on[-1] + 1 + margin, n)) if len(on) else (0, n))
    return np.array(box)


def _corners(grid: np.ndarray, reduce: Callable) -> np.ndarray:
    """Return one value for each cell, reduced over its 8 corners."""
    for axis in range(3):
        a = np.moveaxis(grid, axis, 0)
        grid = np.moveaxis(reduce(a[:-1], a[1:]), 0, axis)
    return grid


def _crossed(grid: np.ndarray) -> np.ndarray:
    inside = grid < 0
    return _corners(inside, np.logical_or) & ~_corners(inside, np.logical_and)


def _halve(grid: np.ndarray, cells: np.ndarray, ask: Callable) -> np.ndarray:
    """Return the grid at half the spacing. It is evaluated in `cells` and where the surface
    continues from them, and interpolated elsewhere.
    """
    fine = _interpolated(grid)
    known, done = np.zeros(fine.shape, bool), np.zeros_like(cells)
    known[::2, ::2, ::2] = True
    while cells.any():
        nodes = _new_nodes(cells, known)
        fine[tuple(nodes.T)] = ask(nodes)
        done |= cells
        cells = _followed(fine, cells, done)
    return fine


@numba.njit(cache=True)
def _interpolated(grid):
    """Return a grid of twice as many cells; a new node is the mean of two opposite old ones."""
    shape = 2 * grid.shape[0] - 1, 2 * grid.shape[1] - 1, 2 * grid.shape[2] - 1
    fine = np.empty(shape, np.float32)
    for i, j, k in np.ndindex(shape):
        fine[i, j, k] = (
            grid[i // 2, j // 2, k // 2] + grid[(i + 1) // 2, (j + 1) // 2, (k + 1) // 2]
        ) / 2
    return fine


@numba.njit(cache=True)
def _new_nodes(cells, known):
    """Return the fine nodes (M, 3) of the marked coarse cells that were not known yet, and mark
    them as known.
    """
    out, m = np.empty((27 * cells.sum(), 3), np.int32), 0
    for i, j, k in np.ndindex(cells.shape):
        if not cells[i, j, k]:
            continue
        for a, b, c in np.ndindex(3, 3, 3):
            a, b, c = 2 * i + a, 2 * j + b, 2 * k + c
            if not known[a, b, c]:
                known[a, b, c] = True
                out[m] = a, b, c
                m += 1
    return out[:m]


@numba.njit(cache=True)
def _followed(fine, cells, done):
    """Return the coarse cells that the surface enters from a marked cell through a common face;
    cells that are done are left out.
    """
    out = np.zeros_like(cells)
    n_i, n_j, n_k = cells.shape
    for i, j, k in np.ndindex(cells.shape):
        if not cells[i, j, k]:
            continue
        for axis, side in np.ndindex(3, 2):
            step = 2 * side - 1
            a, b, c = i + (axis == 0) * step, j + (axis == 1) * step, k + (axis == 2) * step
            if min(a, b, c) < 0 or a >= n_i or b >= n_j or c >= n_k or done[a, b, c]:
                continue
            n_inside = 0
            for u, v in np.ndindex(3, 3):
                w = 2 * side
                if axis == 0:
                    p, q, r = w, u, v
                elif axis == 1:
                    p, q, r = u, w, v
                else:
                    p, q, r = u, v, w
                n_inside += fine[2 * i + p, 2 * j + q, 2 * k + r] < 0
            out[a, b, c] |= 0 < n_inside < 9
    return out
