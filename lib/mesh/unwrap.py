"""One UV chart for a whole head. Nothing is torn apart, so eyes can be painted and marked on the
map.
"""

from __future__ import annotations

import logging
from dataclasses import replace

import igl
import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import dijkstra, minimum_spanning_tree
from scipy.sparse.linalg import splu

from lib.mesh.clean import borders, fill, largest_piece
from lib.mesh.extract import Mesh
from lib.render.raster import rasterize_uv

log = logging.getLogger(__name__)
MARGIN = 1 / 128  # of the square, left empty on every side: room for the gutter of a small map
SHORT = 3.0  # border length^2 / area under which a head is slit; half a sphere has 6.3, a disk 12.6


def unwrap(
    mesh: Mesh,
    front: np.ndarray | None = None,
    up: np.ndarray | None = None,
    n_iterations: int = 40,
    device: str = "cpu",
) -> Mesh:
    """Return the mesh with v_uv: one chart without overlap in the unit square, with the face
    upright as in a photo.

    `front` and `up` (3,): directions from the head towards the cameras and towards its top. The
    chart starts as Tutte's embedding (uniform weights, on a circle), which is always one-to-one.
    SLIM (Rabinovich et al. 2017, symmetric Dirichlet energy) then reduces its stretch and frees the
    border. The face gets more texels than the back.

    Holes are closed while the chart is computed. Handles are cut through. A mesh that is closed, or
    has only a small opening, is slit up the back of the head. Vertices along a cut are doubled, so
    the result may have more vertices than `mesh`.
    """
    front = None if front is None else np.asarray(front, float) / np.linalg.norm(front)
    up = None if up is None else np.asarray(up, float) / np.linalg.norm(up)
    mesh = largest_piece(mesh)
    try:
        mesh = _disk(mesh, front, up)
        whole = fill(mesh, borders(mesh)[1:], max_rings=3)
        start, n = _tutte(whole), len(mesh.v_pos)
    except RuntimeError as error:
        raise RuntimeError(
            f"the mesh cannot be unwrapped ({error}); set mesh.n_faces lower, or train for longer: "
            "it should be one smooth piece"
        ) from error
    v_uv = start[:n]
    relaxed = _slim(whole if front is None else _face_first(whole, front), start, n_iterations)
    if relaxed is not None and overlap(replace(mesh, v_uv=_fit(relaxed[:n])), device=device) == 0:
        v_uv = relaxed[:n]
    else:
        log.warning(
            "the relaxed UV chart overlaps itself: Tutte's embedding is used, with uneven texels"
        )
    if front is not None and up is not None:
        v_uv = _upright(mesh, v_uv, front, up)
    return replace(mesh, v_uv=_fit(v_uv))


def _upright(mesh: Mesh, v_uv: np.ndarray, front: np.ndarray, up: np.ndarray) -> np.ndarray:
    """Return the chart (V, 2) turned so that the face is upright in it, as in a photo.

    Both charts are written as complex numbers. The best rotation between them (least squares) is
    then the angle of sum(w conj(a) b); vertices that face the camera weigh most.
    """
    facing = np.clip(mesh.normals() @ front, 0, None)[:, None] ** 4
    charts = v_uv, _photo(mesh, front, up)
    a, b = ((chart - (chart * facing).sum(0) / facing.sum()) @ [1, 1j] for chart in charts)
    angle = np.angle((a.conj() * b * facing[:, 0]).sum())
    turned = v_uv @ [1, 1j] * np.exp(1j * angle)
    return np.stack([turned.real, turned.imag], 1)


def _face_first(mesh: Mesh, front: np.ndarray) -> Mesh:
    """Return the mesh after an inversion in a sphere in front of the face: angles stay, near parts
    grow, far parts shrink.

    The sphere's middle lies three half depths of the head in front of the head's middle, so lengths
    at the nose grow four times as much as those at the back. It also reduces the stretch of
    flattening.
    """
    half = np.ptp(mesh.v_pos @ front) / 2
    x = mesh.v_pos - (mesh.v_pos.min(0) + mesh.v_pos.max(0)) / 2 - 3 * half * front
    return replace(mesh, v_pos=half * x / (x**2).sum(1, keepdims=True))


def _photo(mesh: Mesh, front: np.ndarray, up: np.ndarray) -> np.ndarray:
    """Return where a far camera in front sees the vertices, (V, 2), world units: to its right, and
    upwards.
    """
    return np.stack([mesh.v_pos @ np.cross(up, front), mesh.v_pos @ up], 1)


def overlap(mesh: Mesh, size: int = 1024, device: str = "cpu") -> int:
    """Return how many texels, `size` a side, have their centre inside two faces of the UV chart."""
    first, last = (
        rasterize_uv(mesh.v_uv, t, size, device) for t in (mesh.t_pos_idx, mesh.t_pos_idx[::-1])
    )
    other = np.where(last.face_id >= 0, len(mesh.t_pos_idx) - 1 - last.face_id, -1)
    inside = np.minimum(first.bary.min(-1), last.bary.min(-1)) > 1e-3  # not just on a common edge
    return int(((first.face_id != other) & inside).sum())


def _fit(v_uv: np.ndarray) -> np.ndarray:
    """Return the chart (V, 2), scaled evenly into the middle of the unit square."""
    low, high = v_uv.min(0), v_uv.max(0)
    return ((v_uv - (low + high) / 2) * (1 - 2 * MARGIN) / (high - low).max() + 0.5).astype(
        np.float32
    )


def _tutte(mesh: Mesh) -> np.ndarray:
    """Return the chart (V, 2) of a disk: its border on the unit circle, every other vertex in the
    middle of its neighbours.
    """
    border = borders(mesh)[0]
    steps = np.linalg.norm(mesh.v_pos[border] - mesh.v_pos[np.roll(border, 1)], axis=1) + 1e-9
    angle = 2 * np.pi * np.cumsum(steps) / steps.sum()
    v_uv, free = np.zeros((len(mesh.v_pos), 2)), np.ones(len(mesh.v_pos), bool)
    v_uv[border], free[border] = np.stack([np.cos(angle), np.sin(angle)], 1), False
    edges = mesh.adjacency()
    laplacian = (sparse.diags_array(edges.sum(1)) - edges).tocsr()
    # With these options 50 times faster than without.
    factors = splu(
        laplacian[free][:, free].tocsc(),
        permc_spec="MMD_AT_PLUS_A",
        diag_pivot_thresh=0.0,
        options={"SymmetricMode": True},
    )
    v_uv[free] = factors.solve(edges[free] @ v_uv)
    return v_uv


def _slim(mesh: Mesh, v_uv: np.ndarray, n_iterations: int) -> np.ndarray | None:
    """Return the chart (V, 2), relaxed from `v_uv` until it hardly improves; None if the solver
    fails.
    """
    area, unevenness = mesh.areas(), np.inf
    try:
        data = igl.slim_precompute(
            np.asfortranarray(mesh.v_pos, np.float64),
            np.asfortranarray(mesh.t_pos_idx),
            np.asfortranarray(v_uv),
            igl.MappingEnergyType.SYMMETRIC_DIRICHLET,
            np.zeros(0, np.int32),
            np.zeros((0, 2), order="F"),
            0.0,
        )
        for _ in range(0, n_iterations, 2):
            v_uv = np.array(igl.slim_solve(data, 2))[:, :2]
            a, b, c = (v_uv[mesh.t_pos_idx[:, k]] for k in range(3))
            scale = np.abs(np.linalg.det(np.stack([b - a, c - a], 1))) / 2 / area + 1e-12
            scale /= scale.mean()
            before, unevenness = unevenness, np.average(scale + 1 / scale, weights=area)
            if not unevenness < 0.95 * before:
                break
    except RuntimeError as error:
        log.warning("SLIM failed: %s", error)
        return None
    return v_uv if np.isfinite(v_uv).all() else None


def _disk(mesh: Mesh, front: np.ndarray | None, up: np.ndarray | None) -> Mesh:
    """Return the mesh cut open, through handles and along a slit, so that it is a disk once its
    holes are filled.
    """
    closed = fill(mesh, borders(mesh), max_rings=1)
    while igl.euler_characteristic(closed.t_pos_idx.astype(np.int64)) < 2:
        mesh = _cut(mesh, _around_handle(closed, len(mesh.v_pos)))
        if igl.facet_components(mesh.t_pos_idx.astype(np.int64))[0] > 1:
            raise RuntimeError("a handle is a chain of faces that only borders surround")
        closed = fill(mesh, borders(mesh), max_rings=1)
    loops = borders(mesh)
    rim = mesh.v_pos[loops[0]] if loops else np.zeros((1, 3))
    openness = np.linalg.norm(rim - np.roll(rim, 1, 0), axis=1).sum() ** 2 / mesh.areas().sum()
    if openness > SHORT:
        return mesh
    front, up = (np.eye(3)[2 - k] if d is None else d for k, d in enumerate((front, up)))
    end = (mesh.v_pos @ (up - 0.5 * front)).argmax()
    lengths, depth, is_open = _lengths(mesh), mesh.v_pos @ front, bool(openness > SHORT / 10)
    if not is_open:  # all the way round the back
        lengths.data *= (0.1 + (depth - depth.min()) / np.ptp(depth))[lengths.indices] ** 2
    # A slit along a border would leave two pieces that hang on a thread.
    for loop in loops[is_open:]:
        lengths.data[np.isin(lengths.indices, loop)] *= 1e3
    distance, before = dijkstra(lengths, indices=end, return_predecessors=True)
    # To the nearest place of the opening: on the way to another the slit would run along its
    # border.
    path = [loops[0][distance[loops[0]].argmin()] if is_open else (mesh.v_pos @ up).argmin()]
    while path[-1] != end:
        path.append(before[path[-1]])
    return _cut(mesh, np.array(path)) if len(path) > 1 else mesh


def _lengths(mesh: Mesh) -> sparse.csr_array:
    """Return (V, V) matrix of the lengths of the edges, in world units."""
    edges = mesh.adjacency().tocoo()
    length = np.linalg.norm(mesh.v_pos[edges.row] - mesh.v_pos[edges.col], axis=1) + 1e-9
    return sparse.csr_array((length, (edges.row, edges.col)), shape=edges.shape)


def _cut(mesh: Mesh, path: np.ndarray) -> Mesh:
    """Return the mesh cut open along a path of vertices, joined by edges; those inside the path are
    doubled.
    """
    n = len(mesh.v_pos)
    ends = np.sort(np.stack([path[:-1], path[1:]], 1))
    corners = np.sort(
        np.stack([mesh.t_pos_idx, np.roll(mesh.t_pos_idx, -1, 1)], -1).astype(np.int64)
    )
    flags = np.isin(corners @ [n, 1], ends.astype(np.int64) @ [n, 1])
    _, faces, origin = igl.cut_mesh(
        mesh.v_pos.astype(np.float64), mesh.t_pos_idx.astype(np.int64), flags
    )
    return Mesh(mesh.v_pos[origin], faces, None if mesh.v_nrm is None else mesh.v_nrm[origin])


def _around_handle(closed: Mesh, n: int) -> np.ndarray:
    """Return a short closed path of vertices that does not separate the closed mesh; a cut along it
    opens a handle.

    Tree and cotree (Erickson & Whittlesey 2005): take a tree of shortest paths from a root. Among
    the edges that are not in it, take a spanning tree of the faces that prefers long loops. The
    edges in neither tree close loops through the root, and the shortest of these is returned. A
    second search starts on the loop that the first one found. Vertices from `n` on fill holes.
    Paths avoid them and the holes' borders, because a cut there could separate pieces.
    """
    half = np.stack([closed.t_pos_idx, np.roll(closed.t_pos_idx, -1, 1)], -1).reshape(-1, 2)
    order = np.lexsort(np.sort(half).T)
    # Every edge is there twice, once a side.
    ends, faces = half[order[::2]], (order // 3).reshape(-1, 2)
    length = np.linalg.norm(closed.v_pos[ends[:, 0]] - closed.v_pos[ends[:, 1]], axis=1) + 1e-9
    length[np.isin(ends, ends[(ends >= n).any(1)]).any(1)] *= 1e3
    graph = sparse.coo_array((length, ends.T), shape=(len(closed.v_pos),) * 2).tocsr()
    best, root = (np.inf, None), 0
    for _ in range(3):
        distance, before = dijkstra(graph, directed=False, indices=root, return_predecessors=True)
        in_tree = (before[ends[:, 0]] == ends[:, 1]) | (before[ends[:, 1]] == ends[:, 0])
        loop = distance[ends].sum(1) + length
        free = np.flatnonzero(~in_tree)
        free = free[np.unique(np.sort(faces[free]), axis=0, return_index=True)[1]]
        weight = loop[free].max() * 2 - loop[free]
        dual = sparse.coo_array((weight, faces[free].T), shape=(len(closed.t_pos_idx),) * 2).tocsr()
        tree = minimum_spanning_tree(dual).tocoo()
        pairs, in_tree = (
            np.sort(p).astype(np.int64) @ [len(closed.t_pos_idx), 1]
            for p in (faces[free], np.stack([tree.row, tree.col], 1))
        )
        in_cotree = np.isin(pairs, in_tree)
        edge = free[~in_cotree][loop[free[~in_cotree]].argmin()]
        if loop[edge] >= best[0]:
            break
        arms = []
        for end in ends[edge]:
            arm = [end]
            while arm[-1] != root:
                arm.append(before[arm[-1]])
            arms.append(arm)
        while len(arms[0]) > 1 and len(arms[1]) > 1 and arms[0][-2] == arms[1][-2]:
            arms[0].pop()
            arms[1].pop()
        best, root = (loop[edge], np.array(arms[1][::-1] + arms[0])), arms[0][0]
    return best[1]
