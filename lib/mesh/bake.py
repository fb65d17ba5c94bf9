"""From a field and a UV chart to maps: each texel gets the field's values at its point of the
surface.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numba
import numpy as np

from lib.mesh.complete import fill_over
from lib.mesh.extract import Mesh
from lib.mesh.unwrap import MARGIN
from lib.render.raster import interpolate, rasterize_uv, texels

Maps = dict[str, np.ndarray]  # by name: (S, S, C) float32, and "mask" (S, S) bool
MaterialField = Callable[[np.ndarray], dict[str, np.ndarray]]


def bake(
    mesh: Mesh,
    size: int,
    fields: MaterialField,
    surface: Callable[[np.ndarray], np.ndarray] | None = None,
    seen: np.ndarray | None = None,
    fill: Callable | None = None,
    gutter: int | None = None,
    device: str = "cpu",
    soft: float = 0.0,
) -> Maps:
    """Return maps (size, size, C) float32, linear, row 0 at v = 1, and "mask" (size, size) bool:
    texels on the mesh.

    `fields` takes (M, 3) world positions and gives a dictionary of (M, C) values (diffuse,
    specular, roughness, normal in the world's frame). Always there: "position" (world units) and
    "normal". With `surface` (signed distances (M,) at points (M, 3)) a texel's position is first
    moved from its flat face to the surface, along the mesh's normal, by at most a tenth of the
    faces' mean edge. With `seen` (V,), true for vertices that photos show, the material of all
    other texels is made up: by `fill` on the map, or else over the mesh (see `complete`). Their
    place and normal are kept.
    Values are carried on over `gutter` texels around the chart (a sixty-fourth of the map by
    default), so that filtering at its border meets no black. The chart is drawn on `device`.
    `soft`: width (standard deviation, world units) over which normals are averaged. A hash grid's
    gradient waves with its cells, which shows as a weave in grazing light: half a cell is enough.
    """
    if mesh.v_uv is None:
        raise ValueError("mesh.v_uv: expected a UV chart, found none; unwrap the mesh first")
    fragments = rasterize_uv(mesh.v_uv, mesh.t_pos_idx, size, device)
    mask = fragments.face_id >= 0
    v_nrm = mesh.vertex_normals()
    points = interpolate(mesh.v_pos, mesh.t_pos_idx, fragments)[mask]
    along = interpolate(v_nrm, mesh.t_pos_idx, fragments)[mask]
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-6)
    if surface is not None:
        # A tenth of an edge, which is 1.5 times the root of a face's area.
        longest = 0.15 * np.sqrt(mesh.areas().mean())
        points -= np.clip(surface(points), -longest, longest)[:, None] * along
    values = {"normal": along}
    values |= fields(points) | {"position": points}
    material = values.keys() - {"normal", "position"}
    maps = {}
    for name, value in values.items():
        maps[name] = np.zeros((size, size, value.shape[1]), np.float32)
        maps[name][mask] = value
    if soft > 0:
        texel = np.sqrt(mesh.areas().sum() / max(mask.sum(), 1))  # world units, near enough
        maps["normal"] = _softened(maps["normal"], mask, soft / texel)
    if seen is not None:
        share = interpolate(seen[:, None].astype(np.float32), mesh.t_pos_idx, fragments)
        if fill is not None:
            known = (share[..., 0] > 0.5) & mask
            maps |= {name: fill(maps[name], known) * mask[..., None] for name in material}
        else:
            share = np.clip(2 * share - 1, 0, 1)  # between what is known and what is made up
            for name, value in fields(mesh.v_pos).items():
                if name in material:
                    made = interpolate(fill_over(mesh, value, seen), mesh.t_pos_idx, fragments)
                    maps[name] = maps[name] * share + made * (1 - share)
    maps = _without_step(mesh, maps, mask, device)
    return pad(maps, mask, size // 64 if gutter is None else gutter) | {"mask": mask}


def _softened(normal: np.ndarray, mask: np.ndarray, width: float) -> np.ndarray:
    """Return unit normals (H, W, 3) averaged over `width` texels (standard deviation), on the mask.
    """
    total = cv2.GaussianBlur(normal * mask[..., None], (0, 0), width)
    length = np.maximum(np.linalg.norm(total, axis=-1, keepdims=True), 1e-6)
    return np.where(mask[..., None], total / length, 0).astype(np.float32)


def _without_step(
    mesh: Mesh, maps: dict[str, np.ndarray], mask: np.ndarray, device: str
) -> dict[str, np.ndarray]:
    """Return the maps with both sides of the chart's cut alike: each goes to the mean of the two.

    There the same place has two texels, which saw other neighbours. The difference fades over one
    triangle.
    """
    _, one, count = np.unique(mesh.v_pos, axis=0, return_inverse=True, return_counts=True)
    one = one.reshape(-1)
    twice = count[one] > 1
    if not twice.any():
        return maps
    faces = mesh.t_pos_idx[twice[mesh.t_pos_idx].any(1)]
    drawn, beside = rasterize_uv(mesh.v_uv, faces, len(mask), device), _nearest(mask, 4)
    column, row = texels(mesh.v_uv[twice]).T.astype(np.float32) * len(mask) - 0.5
    for name in maps.keys() - {"position"}:
        image = _carried(maps[name], *beside)  # one at a time: large maps fill the memory
        at = cv2.remap(image, column, row, cv2.INTER_LINEAR).reshape(len(column), -1)
        mean = np.stack([np.bincount(one[twice], x, len(count)) for x in at.T], 1)
        change = np.zeros((len(twice), at.shape[1]), np.float32)
        change[twice] = mean[one[twice]] / count[one[twice]][:, None] - at
        lowest, highest = maps[name].min(), maps[name].max()
        maps[name] += interpolate(change, faces, drawn) * mask[..., None]
        np.clip(maps[name], lowest, highest, out=maps[name])  # no value that no texel had
    length = np.linalg.norm(maps["normal"], axis=-1, keepdims=True)
    return maps | {"normal": maps["normal"] / np.maximum(length, 1e-6)}


def pad(maps: dict[str, np.ndarray], mask: np.ndarray, width: int) -> dict[str, np.ndarray]:
    """Return the maps with every texel up to `width` outside the mask set to its nearest value
    inside.
    """
    beside = _nearest(mask, width)
    return {name: _carried(value, *beside) for name, value in maps.items()}


def _nearest(mask: np.ndarray, width: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the texels (M,) outside the mask, up to `width` away from it, and the nearest texels
    (M,) inside; both count along the rows.
    """
    distance, label = cv2.distanceTransformWithLabels(
        (~mask).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    source = np.zeros(label.max() + 1, np.int64)
    source[label[mask]] = np.flatnonzero(mask)
    target = np.flatnonzero((distance > 0) & (distance <= width))
    return target, source[label.ravel()[target]]


def _carried(value: np.ndarray, target: np.ndarray, source: np.ndarray) -> np.ndarray:
    """Return a copy of a map (H, W, C) with its texels `source` repeated at `target`."""
    out = np.ascontiguousarray(value).copy()
    rows = out.reshape(-1, value.shape[-1])
    rows[target] = rows[source]
    return out


def tangents(mesh: Mesh) -> np.ndarray:
    """Return unit tangents (V, 3): the direction in which u grows, at right angles to the vertex
    normals.
    """
    t, uv = mesh.t_pos_idx, mesh.v_uv.astype(np.float64)
    p1, p2 = (mesh.v_pos[t[:, k]] - mesh.v_pos[t[:, 0]] for k in (1, 2))
    q1, q2 = (uv[t[:, k]] - uv[t[:, 0]] for k in (1, 2))
    # dp/du = (p1 q2_v - p2 q1_v) / det; the sign of det alone keeps the weight of large faces.
    det = q1[:, 0] * q2[:, 1] - q1[:, 1] * q2[:, 0]
    along_u = (p1 * q2[:, 1:] - p2 * q1[:, 1:]) * np.sign(det)[:, None]
    along_u *= (mesh.areas() / np.maximum(np.linalg.norm(along_u, axis=1), 1e-20))[:, None]
    total = mesh.at_vertices(along_u)
    normal = mesh.vertex_normals()
    total -= (total * normal).sum(1, keepdims=True) * normal
    return (total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-20)).astype(
        np.float32
    )


def tangent_normals(mesh: Mesh, normal: np.ndarray, device: str = "cpu") -> np.ndarray:
    """Return normals (H, W, 3) in the mesh's tangent frame (x along u, y along v, z out), from
    normals in the world's frame.

    Texels off the chart are (0, 0, 1); those next to it take the nearest value inside.
    """
    size = normal.shape[0]
    fragments = rasterize_uv(mesh.v_uv, mesh.t_pos_idx, size, device)
    mask = fragments.face_id >= 0
    frame = np.concatenate([mesh.vertex_normals(), tangents(mesh)], 1)
    out = np.zeros_like(normal)
    out[..., 2] = 1
    _into_frame(frame, mesh.t_pos_idx, fragments.face_id, fragments.bary, normal, out)
    return pad({"": out}, mask, size // 64)[""]


@numba.njit(cache=True, nogil=True)
def _into_frame(frame, t_idx, face_id, bary, normal, out):
    """Fill in normals (H, W, 3) along tangent, bitangent and vertex normal.

    frame (V, 6): a vertex's normal, then its tangent.
    """
    here = np.empty(6)
    for j in range(face_id.shape[0]):
        for i in range(face_id.shape[1]):
            f = face_id[j, i]
            if f < 0:
                continue
            here[:] = 0.0
            for k in range(3):
                corner = t_idx[f, k]
                for c in range(6):
                    here[c] += bary[j, i, k] * frame[corner, c]
            z, x = here[:3], here[3:]
            z /= max(np.sqrt((z * z).sum()), 1e-6)
            x -= (x * z).sum() * z
            x /= max(np.sqrt((x * x).sum()), 1e-6)
            n = normal[j, i]
            out[j, i, 0] = n[0] * x[0] + n[1] * x[1] + n[2] * x[2]
            out[j, i, 1] = (
                n[0] * (z[1] * x[2] - z[2] * x[1])
                + n[1] * (z[2] * x[0] - z[0] * x[2])
                + n[2] * (z[0] * x[1] - z[1] * x[0])
            )
            out[j, i, 2] = n[0] * z[0] + n[1] * z[1] + n[2] * z[2]


def sphere_cap(
    center: np.ndarray,
    radius: float,
    facing: np.ndarray,
    angle: float,
    up: np.ndarray | None = None,
    n_rings: int = 48,
) -> Mesh:
    """Return the part of a sphere within `angle` (radians) of the direction `facing`, unwrapped to
    a disc.

    center (3,) and radius in world units. On the map the distance from the middle is proportional
    to the angle (azimuthal equidistant). `facing` is in the middle and `up` is upwards, as in a
    photo from there: an iris is a round disc.
    """
    facing = np.asarray(facing, float) / np.linalg.norm(facing)
    up = np.eye(3)[np.abs(facing).argmin()] if up is None else np.asarray(up, float)
    right = np.cross(up, facing)
    right /= np.linalg.norm(right)
    up, n = np.cross(facing, right), 2 * n_rings
    phi = 2 * np.pi * np.arange(n) / n
    disc = np.concatenate(
        [
            [[0.0, 0.0]],
            *(np.stack([np.cos(phi), np.sin(phi)], 1) * k / n_rings for k in range(1, n_rings + 1)),
        ]
    )
    theta = np.linalg.norm(disc, axis=1, keepdims=True)
    around = disc @ np.stack([right, up]) / np.maximum(theta, 1e-9)
    v_nrm = np.cos(theta * angle) * facing + np.sin(theta * angle) * around
    i, j = np.arange(n), np.roll(np.arange(n), -1)
    faces = [np.stack([np.zeros(n, int), 1 + i, 1 + j], 1)]
    for k in range(1, n_rings):
        a, b = 1 + (k - 1) * n, 1 + k * n
        faces += [np.stack([a + i, b + i, b + j], 1), np.stack([a + i, b + j, a + j], 1)]
    return Mesh(
        np.asarray(center) + radius * v_nrm,
        np.concatenate(faces),
        v_nrm.astype(np.float32),
        (0.5 + disc * (0.5 - MARGIN)).astype(np.float32),
    )
