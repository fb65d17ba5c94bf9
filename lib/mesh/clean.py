"""From all that the field encloses to what the cameras saw: one piece without holes, with few
well-shaped faces.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import fast_simplification
import igl
import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from lib.capture.cameras import Cameras
from lib.mesh.extract import DistanceField, Mesh, joined
from lib.mesh.split import cut_at, edges_of, split
from lib.render.visibility import DepthMap, evenly_spread
from lib.workbook.settings_sections import MeshSettings

# Visibility is tested in at most so many cameras: neighbours in a video see the same.
N_VIEWS = 48
# An island that no camera sees stays if its area is below the first part of the seen area, or if
# it is below the second part and no flat piece: the opening that it would leave is smaller than
# LID of its area. The inside of a nostril is deep, the underside of a neck is flat.
SPECK, ISLAND, LID = 0.002, 0.02, 0.6
# The border is cut where the smoothed visibility passes this level: below a half, so that the
# border lies a little outside of what is seen.
LEVEL = 0.3


def clean(
    mesh: Mesh,
    cameras: Cameras,
    masks: Sequence[np.ndarray] | None,
    options: MeshSettings,
    field: DistanceField,
    max_step: float,
    occluders: Sequence[Mesh] = (),
    device: str = "cpu",
) -> Mesh:
    """Return the mesh to unwrap: the seen part in one piece, small holes filled, decimated, on the
    surface.

    mesh: as `extract` gives it. masks: (N, H, W) bool, the head in each view. options: n_faces,
    min_views and hole_share count. field, max_step: see `snap`. The others: see `cut_unseen`.
    """
    n_faces = options.n_faces
    if len(mesh.t_pos_idx) > 3 * n_faces:  # finer than the views can tell apart
        mesh = decimate(mesh, 3 * n_faces)
    mesh = largest_piece(cut_unseen(mesh, cameras, masks, options.min_views, occluders, device))
    mesh = fill_small_holes(mesh, options.hole_share)
    return snap(trim(decimate(mesh, n_faces)), field, max_step)


def cut_unseen(
    mesh: Mesh,
    cameras: Cameras,
    masks: Sequence[np.ndarray] | None = None,
    min_views: int = MeshSettings.min_views,
    occluders: Sequence[Mesh] = (),
    device: str = "cpu",
) -> Mesh:
    """Return the part of the mesh that at least `min_views` cameras see, inside their masks; its
    border is smooth.

    `cameras` and `masks` as in `n_seen`. Small parts that no camera sees, such as the inside of a
    nostril, stay: without them the mesh would have holes. `occluders` hide parts of the mesh and
    are not cut (eyeballs).
    """
    seen = n_seen([mesh, *occluders], cameras, [masks] + [None] * len(occluders), device)[0]
    normal = mesh.normals()
    value = (seen >= min_views).astype(float)
    if not value.any():
        raise ValueError(
            f"mesh: expected a part that {min_views} cameras see inside their masks, found none; "
            "give cameras, masks and mesh of one capture, or set mesh.min_views lower"
        )
    edges = mesh.adjacency()
    corner_area = np.bincount(mesh.t_pos_idx.ravel(), np.repeat(mesh.areas() / 3, 3), len(value))
    hidden = np.flatnonzero(value == 0)
    _, island = connected_components(edges[hidden][:, hidden], directed=False)
    # The sum of area times normal is the opening's area: nearly all of an island's for the
    # underside of a neck, which must go, a part of it for the inside of a nostril or the back of an
    # ear, which stays.
    area, seen_area = np.bincount(island, corner_area[hidden]), (corner_area * value).sum()
    facing = (corner_area[:, None] * normal)[hidden].T
    opening = np.linalg.norm([np.bincount(island, a) for a in facing], axis=0)
    deep = (area < ISLAND * seen_area) & (opening < LID * area)
    stays = (area < SPECK * seen_area) | deep
    value[hidden[stays[island]]] = 1
    average = sparse.diags_array(1 / edges.sum(1)) @ edges
    # The border follows a level of the visibility smoothed over about a twentieth of the head: it
    # is smooth, too.
    n_rounds = min(max(len(mesh.t_pos_idx) // 2500, 4), 100)
    for _ in range(n_rounds):
        value = average @ value
    kept = _opened(value > LEVEL, edges, round(n_rounds**0.5))
    return _clip(mesh, np.where(kept, value, 0.0) - LEVEL)


def _opened(kept: np.ndarray, edges: sparse.csr_array, width: int) -> np.ndarray:
    """Return which of the kept vertices (V,) bool are left after strips narrower than twice `width`
    edges are removed.
    """
    inner = kept
    for _ in range(width):
        inner = inner & ~((edges @ ~inner) > 0)
    for _ in range(width + 1):
        inner = inner | ((edges @ inner) > 0)
    return kept & inner


def n_seen(
    parts: Sequence[Mesh],
    cameras: Cameras,
    masks: Sequence[Sequence[np.ndarray] | None],
    device: str = "cpu",
) -> list[np.ndarray]:
    """Return how many cameras see each vertex: an array (V,) of integers for each of several
    meshes, which hide one another.

    `masks`: for each mesh (N, H, W) bool, true where it may be seen, or None. If there are more
    than N_VIEWS cameras, only N_VIEWS evenly spread ones are asked. Depths are drawn on `device`.
    """
    v_pos, t_pos_idx, first = joined(parts)
    v_nrm = np.concatenate([mesh.normals() for mesh in parts])
    size, poses = (int(cameras.height), int(cameras.width)), np.asarray(cameras.c2w)

    def seen_by(i: int) -> np.ndarray:
        c2w = poses[i]
        depths = DepthMap.of(v_pos, t_pos_idx, c2w, cameras.K, size, 0.0, device)
        to_camera = c2w[:3, 3] - v_pos
        seen = (to_camera * v_nrm).sum(1) > 0.1 * np.linalg.norm(to_camera, axis=1)
        # One pixel around is enough: a point's own hides half of the vertices of a slanted place.
        seen[seen] = depths.share_seen(v_pos[seen], reach=1) > 0
        column, row, _ = depths.project(v_pos)
        for start, end, mask in zip(first[:-1], first[1:], masks, strict=True):
            if mask is not None:
                seen[start:end] &= np.asarray(mask[i], bool)[row[start:end], column[start:end]]
        return seen

    total = np.zeros(len(v_pos), int)
    with ThreadPoolExecutor() as pool:
        for seen in pool.map(seen_by, evenly_spread(len(poses), N_VIEWS)):
            total += seen
    return np.split(total, first[1:-1])


def _clip(mesh: Mesh, value: np.ndarray) -> Mesh:
    """Return the part of the mesh where the value (V,) is positive; faces are cut where it crosses
    zero.
    """
    mesh, on, above = cut_at(mesh, value)
    return mesh.keep((on | above)[mesh.t_pos_idx].all(1))


def largest_piece(mesh: Mesh) -> Mesh:
    """Return the connected piece with the largest area as a manifold: a vertex where two sheets
    only touch is split.
    """
    faces, origin = igl.split_nonmanifold(mesh.t_pos_idx.astype(np.int64))
    v_nrm, v_uv = (None if a is None else a[origin] for a in (mesh.v_nrm, mesh.v_uv))
    mesh = Mesh(mesh.v_pos[origin], faces, v_nrm, v_uv)
    _, piece = igl.facet_components(mesh.t_pos_idx.astype(np.int64))
    return mesh.keep(piece == np.bincount(piece, mesh.areas()).argmax())


def trim(mesh: Mesh) -> Mesh:
    """Return the largest piece without ears. An ear is a face that is attached by one edge only;
    they are removed until there are none.
    """
    while True:
        mesh = largest_piece(mesh)
        edges = np.sort(np.stack([mesh.t_pos_idx, np.roll(mesh.t_pos_idx, -1, 1)], -1), -1).astype(
            np.int64
        )
        _, index, count = np.unique(
            edges @ [len(mesh.v_pos), 1], return_inverse=True, return_counts=True
        )
        ears = (count[index.reshape(-1, 3)] == 1).sum(1) > 1
        if not ears.any() or ears.all():
            return mesh
        mesh = mesh.keep(~ears)


def borders(mesh: Mesh) -> list[np.ndarray]:
    """Return the closed border loops of a manifold mesh, as vertex indices, the longest (world
    units) first.
    """
    loops = [np.array(loop) for loop in igl.boundary_loop_all(mesh.t_pos_idx.astype(np.int64))]
    length = [
        np.linalg.norm(np.diff(mesh.v_pos[loop], axis=0, append=mesh.v_pos[loop[:1]]), axis=1).sum()
        for loop in loops
    ]
    return [loops[i] for i in np.argsort(length)[::-1]]


def openings_ahead(mesh: Mesh, front: np.ndarray) -> int:
    """Return how many openings lie in the half of the mesh towards `front` (3,), such as the face.
    """
    ahead = mesh.v_pos @ front
    return sum(bool(ahead[loop].mean() > np.median(ahead)) for loop in borders(mesh))


def fill_small_holes(mesh: Mesh, share: float = MeshSettings.hole_share) -> Mesh:
    """Return the mesh with its small holes closed: those smaller than `share` of the largest one,
    or than a fifth of the mesh.

    Large openings stay, because no camera looked there: the neck, perhaps the back.
    """
    loops = borders(mesh)
    size = [np.ptp(mesh.v_pos[loop], axis=0).sum() for loop in loops]
    limit = max(share * max(size, default=0), np.ptp(mesh.v_pos, axis=0).sum() / 5)
    return fill(mesh, [loop for loop, extent in zip(loops, size, strict=True) if extent < limit])


def fill(mesh: Mesh, loops: Sequence[np.ndarray], max_rings: int = 1000) -> Mesh:
    """Return the mesh with some of its border loops closed; new vertices and faces come after the
    old ones.

    loops: the vertices (K,) of each, in order, see `borders`. Each hole is filled with rings of
    faces that shrink towards its middle, so no face is long and thin. They are flat until `snap`
    moves them to the surface.
    """
    v_pos, faces, n_vertices = [mesh.v_pos], [mesh.t_pos_idx], len(mesh.v_pos)
    for loop in loops:
        ring, rim = loop, mesh.v_pos[loop]
        n_rings = min(max(round(len(loop) / 10), 1), max_rings)
        for k in range(1, n_rings):
            inner = n_vertices + np.arange(len(loop))
            a, b, c, d = ring, np.roll(ring, -1), inner, np.roll(inner, -1)
            faces += [np.stack([b, a, c], 1), np.stack([b, c, d], 1)]
            v_pos.append(rim.mean(0) + (rim - rim.mean(0)) * (1 - k / n_rings))
            n_vertices, ring = n_vertices + len(loop), inner
        middle = np.full(len(loop), n_vertices)  # the last ring is one point
        faces.append(np.stack([np.roll(ring, -1), ring, middle], 1))
        v_pos.append(rim.mean(0)[None])
        n_vertices += 1
    return Mesh(np.concatenate(v_pos), np.concatenate(faces))


def decimate(mesh: Mesh, n_faces: int) -> Mesh:
    """Return the mesh with about `n_faces` faces, fewest where it is flat (quadrics; Garland &
    Heckbert 1997).
    """
    if n_faces >= len(mesh.t_pos_idx):
        return mesh
    v_pos, t_pos_idx = fast_simplification.simplify(
        mesh.v_pos, mesh.t_pos_idx, target_count=n_faces, agg=3
    )
    return Mesh(v_pos, t_pos_idx)


def snap(
    mesh: Mesh,
    field: DistanceField,
    max_step: float,
    n_steps: int = 3,
) -> Mesh:
    """Return the mesh with its vertices moved to the zero level and evenly spread; the normals are
    the field's gradients.

    `field` takes (M, 3) positions and gives distances (M,) and gradients (M, 3). Each step is a
    Newton step along the gradient, at most `max_step` long (world units: a cell of the grid). In
    all but the last step, vertices also move towards the middle of their neighbours, within the
    surface, so thin triangles become rounder. A border vertex only looks at its neighbours along
    the border, which smooths the border.
    """
    v_pos, edges = mesh.v_pos.astype(np.float64), mesh.adjacency()
    if loops := borders(mesh):
        rim = np.concatenate(loops)
        edges.data[np.repeat(np.isin(np.arange(len(v_pos)), rim), np.diff(edges.indptr))] = 0
        along = [np.concatenate([np.roll(loop, turn) for loop in loops]) for turn in (1, -1)]
        edges += sparse.csr_array(
            (np.ones(2 * len(rim)), (np.tile(rim, 2), np.concatenate(along))), edges.shape
        )
    average = sparse.diags_array(1 / edges.sum(1)) @ edges
    for step in range(n_steps + 1):
        distance, gradient = (np.asarray(a, np.float64) for a in field(v_pos.astype(np.float32)))
        length = np.maximum(np.linalg.norm(gradient, axis=1, keepdims=True), 1e-6)
        if step == n_steps:  # the normals belong to where the last step ended
            break
        normal = gradient / length
        move = np.zeros_like(v_pos)
        if step < n_steps - 1:
            move = 0.5 * (average @ v_pos - v_pos)
            move -= (move * normal).sum(1, keepdims=True) * normal
        v_pos += move - normal * np.clip(distance[:, None] / length, -max_step, max_step)
    return replace(mesh, v_pos=v_pos, v_nrm=(gradient / length).astype(np.float32))


def on_surface(mesh: Mesh, first: int, field: DistanceField, max_step: float) -> Mesh:
    """Return the mesh with its vertices from `first` on moved to the field's zero level, and their
    normals. Two vertices at one place, on both sides of a chart's cut, stay together.

    field, max_step: see `snap`.
    """
    v_pos, v_nrm = mesh.v_pos.copy(), mesh.vertex_normals().copy()
    places, of_place = np.unique(v_pos[first:], axis=0, return_inverse=True)
    for _ in range(2):
        distance, gradient = field(places)
        length = np.maximum(np.linalg.norm(gradient, axis=1, keepdims=True), 1e-6)
        places -= np.clip(distance[:, None] / length, -max_step, max_step) * gradient / length
    v_pos[first:], v_nrm[first:] = places[of_place], (gradient / length)[of_place]
    return replace(mesh, v_pos=v_pos, v_nrm=v_nrm)


def finer(mesh: Mesh, n_faces: int, field: DistanceField, max_step: float) -> Mesh:
    """Return the mesh with edges halved until it has about `n_faces` faces, at most four times as
    many as before; new vertices are moved to the surface.

    The edges whose middle is farthest from the surface are halved first. A chart keeps its shape:
    to lay out few faces and halve them is faster than to lay out many. field, max_step: see `snap`.
    """
    n_marked = (n_faces - len(mesh.t_pos_idx)) // 2  # an edge halved makes two faces more
    if n_marked <= 0:
        return mesh
    edges, _ = edges_of(mesh)
    off = np.abs(field(mesh.v_pos[edges].mean(1))[0])
    marked = np.zeros(len(edges), bool)
    marked[np.argsort(off, kind="stable")[::-1][:n_marked]] = True
    return on_surface(split(mesh, marked), len(mesh.v_pos), field, max_step)
