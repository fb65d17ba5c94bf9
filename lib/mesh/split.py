"""Triangles cut finer: along marked edges, or along a line on the surface."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from lib.mesh.extract import Mesh


def edges_of(mesh: Mesh) -> tuple[np.ndarray, np.ndarray]:
    """Return edges (E, 2) as pairs of vertices, and (F, 3) the edge from corner k to corner k + 1.
    """
    ends, n = mesh.t_pos_idx.astype(np.int64), len(mesh.v_pos)
    other = np.roll(ends, -1, 1)
    # One number an edge: to sort those is ten times as fast as to sort pairs.
    edges, index = np.unique(
        np.minimum(ends, other) * n + np.maximum(ends, other), return_inverse=True
    )
    return np.stack(np.divmod(edges, n), 1), index.reshape(-1, 3)


def _between(mesh: Mesh, edges: np.ndarray, w: np.ndarray) -> Mesh:
    """Return the mesh with one more vertex on each edge (M, 2), a share w (M, 1) from its first
    end.
    """

    def more(values: np.ndarray | None) -> np.ndarray | None:
        if values is None:
            return None
        added = values[edges[:, 0]] * (1 - w) + values[edges[:, 1]] * w
        return np.concatenate([values, added]).astype(values.dtype)

    return Mesh(more(mesh.v_pos), mesh.t_pos_idx, more(mesh.v_nrm), more(mesh.v_uv))


def split(mesh: Mesh, marked: np.ndarray) -> Mesh:
    """Return the mesh with marked edges (E,) halved, and the faces along them cut to fit."""
    return _cut(mesh, *edges_of(mesh), marked, np.full((marked.sum(), 1), 0.5))


def cut_at(mesh: Mesh, score: np.ndarray) -> tuple[Mesh, np.ndarray, np.ndarray]:
    """Return the mesh with edges along a score's zero; which vertices (V,) lie there, and which are
    above 0.

    score (V,). Every face that the zero crosses becomes three.
    """
    edges, of_face = edges_of(mesh)
    crossed = (score[edges] > 0).sum(1) == 1  # two edges of a face, or none
    n, v = len(mesh.v_pos), score[edges[crossed]]
    # Points are kept off the ends of their edge: a point on a vertex would make faces without area.
    share = np.clip(v[:, :1] / (v[:, :1] - v[:, 1:]), 0.05, 0.95)
    made = _cut(mesh, edges, of_face, crossed, share)
    on = np.arange(len(made.v_pos)) >= n
    above = np.concatenate([score > 0, np.zeros(len(made.v_pos) - n, bool)])
    return made, on, above


def _cut(
    mesh: Mesh, edges: np.ndarray, of_face: np.ndarray, marked: np.ndarray, share: np.ndarray
) -> Mesh:
    """Return the mesh with its marked edges (E,) cut, each at a share (M, 1) from its first end,
    and the faces along them cut to fit. edges, of_face: see `edges_of`.
    """
    t = mesh.t_pos_idx
    new = np.full(len(edges), -1)
    new[marked] = len(mesh.v_pos) + np.arange(marked.sum())
    m, count = new[of_face], marked[of_face].sum(1)
    faces = [t[count == 0]]
    # Turned so that with one marked edge it comes first, and with two the other one comes last.
    first = np.where(count == 1, marked[of_face].argmax(1), (~marked[of_face]).argmax(1) + 1) % 3
    (a, b, c), (ab, bc, ca) = (
        np.take_along_axis(x, (first[:, None] + np.arange(3)) % 3, 1).T for x in (t, m)
    )
    for pieces, k in (
        (((a, ab, c), (ab, b, c)), 1),
        (((ab, b, bc), (a, ab, bc), (a, bc, c)), 2),
        (((a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca)), 3),
    ):
        faces += [np.stack(corners, 1)[count == k] for corners in pieces]
    return replace(_between(mesh, edges[marked], share), t_pos_idx=np.concatenate(faces))
