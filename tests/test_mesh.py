"""From distance to maps on shapes known exactly: a sphere, a head of ellipsoids, a ring, a
plate.
"""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
import trimesh
from skimage.measure import marching_cubes

from lib.capture.cameras import Cameras
from lib.mesh import bake as bake_module
from lib.mesh import extract as extract_module
from lib.mesh import unwrap as unwrap_module
from lib.mesh.bake import bake, sphere_cap, tangent_normals
from lib.mesh.clean import (
    N_VIEWS,
    borders,
    clean,
    cut_unseen,
    decimate,
    fill_small_holes,
    finer,
    largest_piece,
    n_seen,
    snap,
    trim,
)
from lib.mesh.complete import fill_around, fill_over
from lib.mesh.extract import Mesh, extract
from lib.mesh.unwrap import overlap, unwrap
from lib.render.raster import interpolate, rasterize_uv
from lib.render.visibility import evenly_spread
from lib.workbook.settings_sections import MeshSettings

FRONT, UP = np.array([0.0, 0, -1]), np.array([0.0, -1, 0])  # of the head below, in OpenCV's fashion


def sphere(x, radius=0.6):
    return np.linalg.norm(x, axis=-1) - radius


def ellipsoid(x, center, radii):
    q = (x - np.asarray(center)) / radii
    k = np.linalg.norm(q / radii, axis=-1)
    return np.linalg.norm(q, axis=-1) * (np.linalg.norm(q, axis=-1) - 1) / np.maximum(k, 1e-9)


def head(x):
    """A head that faces -z with y down: skull, nose, thin ears, a neck that leaves the cube."""
    parts = [
        ellipsoid(x, (0, -0.15, 0), (0.48, 0.6, 0.6)),
        ellipsoid(x, (0, 0, -0.58), (0.09, 0.15, 0.12)),
        np.maximum(np.linalg.norm(x[..., [0, 2]] - [0, 0.1], axis=-1) - 0.27, -x[..., 1]),
    ]
    parts += [ellipsoid(x, (side * 0.5, -0.05, 0.05), (0.03, 0.16, 0.1)) for side in (-1, 1)]
    return np.minimum.reduce(parts).astype(np.float32)


def with_gradient(sdf, step=1e-3):
    """`field` as snapping takes it, by central differences."""

    def field(x):
        x = x.astype(np.float64)
        return sdf(x), np.stack(
            [(sdf(x + step * e) - sdf(x - step * e)) / (2 * step) for e in np.eye(3)], -1
        )

    return field


def cameras(directions, distance=4.0, size=(120, 100)):
    """Cameras that look at the origin from some directions, with -y up."""
    c2w = np.tile(np.eye(4), (len(directions), 1, 1))
    for pose, d in zip(c2w, directions, strict=True):
        forward = -np.asarray(d, float) / np.linalg.norm(d)
        right = np.cross([0, 1, 0], forward)
        right /= np.linalg.norm(right)
        pose[:3] = np.stack([right, np.cross(forward, right), forward, -distance * forward], 1)
    K = np.array([[200.0, 0, size[1] / 2], [0, 200, size[0] / 2], [0, 0, 1]])
    return SimpleNamespace(c2w=c2w, K=K, width=size[1], height=size[0])


def arc(n=9):
    a = np.radians(np.linspace(-100, 100, n))
    return cameras(np.stack([np.sin(a), -0.3 * (-1.0) ** np.arange(n), -np.cos(a)], 1))


def half_edges(mesh):
    return np.stack([mesh.t_pos_idx, np.roll(mesh.t_pos_idx, -1, 1)], -1).reshape(-1, 2)


def assert_oriented_manifold(mesh):
    """Every edge has one face, or two that run along it in opposite directions."""
    assert len(np.unique(half_edges(mesh), axis=0)) == 3 * len(mesh.t_pos_idx)


def uv_areas(mesh):
    a, b, c = (mesh.v_uv[mesh.t_pos_idx[:, k]].astype(np.float64) for k in range(3))
    return ((b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0]) / 2


@pytest.fixture(scope="module")
def head_mesh():
    few = MeshSettings(n_faces=5000)
    return clean(extract(head, 1.0, 96), arc(), None, few, with_gradient(head), 2 / 96)


@pytest.fixture(scope="module")
def head_chart(head_mesh):
    return unwrap(head_mesh, FRONT, UP)


def test_a_sphere_comes_out_closed_outward_and_round():
    asked = []

    def counted(x):
        asked.append(len(x))
        return sphere(x)

    mesh = extract(counted, 1.0, 128)
    solid = trimesh.Trimesh(mesh.v_pos, mesh.t_pos_idx, process=False)
    assert solid.is_watertight
    assert solid.volume == pytest.approx(
        4 / 3 * np.pi * 0.6**3, rel=2e-3
    )  # positive: faces look outward
    # linear interpolation along an edge of length h errs by h^2 / 8 R at most
    assert np.abs(sphere(mesh.v_pos)).max() < (2 / 128) ** 2 / 8 / 0.6 * 1.01
    assert sum(asked) < 0.25 * 129**3


def test_sparse_grid_finds_what_a_full_grid_finds():
    def plate(x):  # a sphere with a plate that is thinner than a cell of the coarsest grid
        d = np.abs(x - [0.3, 0.31, 0.37]) - [0.6, 0.006, 0.3]
        box = np.linalg.norm(np.maximum(d, 0), axis=-1) + np.minimum(d.max(-1), 0)
        return np.minimum(sphere(x, 0.4), box).astype(np.float32)

    assert 0.012 < 2 / 2 / extract_module.COARSEST
    n = 4 * extract_module.COARSEST
    x = (np.indices((n + 1,) * 3).reshape(3, -1).T * (2 / n) - 1).astype(np.float32)
    full, faces, _, _ = marching_cubes(plate(x).reshape((n + 1,) * 3), 0.0)
    mesh = extract(plate, 1.0, n)
    assert len(mesh.t_pos_idx) == len(faces)
    np.testing.assert_allclose(
        np.sort(mesh.v_pos, axis=0), np.sort(full * 2 / n - 1, axis=0), atol=1e-5
    )


@pytest.mark.parametrize(
    ("field", "message"),
    [
        (lambda x: np.ones(len(x)), "expected a surface within"),
        (lambda x: np.where(x[:, 0] > 0, np.nan, 1), "expected finite values"),
    ],
)
def test_fields_without_a_surface_are_refused(field, message):
    with pytest.raises(ValueError, match=message):
        extract(field, 1.0, 48)


def test_one_camera_keeps_the_cap_it_sees_with_a_smooth_border():
    mesh = cut_unseen(extract(sphere, 1.0, 64), cameras([FRONT], distance=3.0), min_views=1)
    # the horizon of a sphere of radius r seen from distance d is at the angle acos(r / d)
    horizon = np.degrees(np.arccos(0.6 / 3))
    angle = np.degrees(np.arccos(mesh.v_pos @ FRONT / np.linalg.norm(mesh.v_pos, axis=1)))
    rim = angle[borders(mesh)[0]]
    assert len(borders(mesh)) == 1
    assert abs(rim.mean() - horizon) < 6 and np.ptp(rim) < 8  # a cell spans 3 degrees
    assert_oriented_manifold(mesh)


def test_masks_occluders_and_the_number_of_views_cut_as_well():
    mesh, views = extract(sphere, 1.0, 64), cameras([FRONT, FRONT + [0.01, 0, 0]])
    left = np.zeros((2, views.height, views.width), bool)
    left[..., : views.width // 2] = True
    assert abs(cut_unseen(mesh, views, left).v_pos[:, 0].max()) < 0.1  # pictures' left is -x here
    plate = Mesh(
        np.array([[0, -1, -1.0], [1, -1, -1], [1, 1, -1], [0, 1, -1]]),
        np.array([[0, 1, 2], [0, 2, 3]]),
    )
    assert abs(cut_unseen(mesh, views, occluders=[plate]).v_pos[:, 0].max()) < 0.1
    with pytest.raises(ValueError, match="that 3 cameras see inside their masks"):
        cut_unseen(mesh, views, min_views=3)


def dented(slope_deg: float) -> tuple[Mesh, np.ndarray]:
    """A square sheet of side 2 with a cone-shaped dent of radius 0.1, and its vertices (V,) bool.

    The opening of a cone is cos(slope) of its area.
    """
    n = 161
    x, y = np.meshgrid(*[np.linspace(-1, 1, n)] * 2, indexing="ij")
    r = np.hypot(x, y)
    z = -np.tan(np.radians(slope_deg)) * np.maximum(0.1 - r, 0)
    i = np.arange(n * n).reshape(n, n)
    a, b, c, d = (part.ravel() for part in (i[:-1, :-1], i[1:, :-1], i[1:, 1:], i[:-1, 1:]))
    faces = np.concatenate([np.stack([a, b, c], 1), np.stack([a, c, d], 1)])
    return Mesh(np.stack([x, y, z], -1).reshape(-1, 3), faces), (r < 0.1).ravel()


@pytest.mark.parametrize(("slope_deg", "stays"), [(60, True), (48, False), (0, False)])
def test_of_small_parts_that_no_camera_sees_only_deep_ones_stay(monkeypatch, slope_deg, stays):
    # cos(60 deg) = 0.5 and cos(48 deg) = 0.67: openings on both sides of 0.6 of the area. Both are
    # larger than 0.002 and smaller than 0.02 of the sheet, as the inside of a nostril is.
    mesh, dent = dented(slope_deg)
    assert 0.002 * 4 < mesh.areas()[dent[mesh.t_pos_idx].all(1)].sum() < 0.02 * 4
    monkeypatch.setattr("lib.mesh.clean.n_seen", lambda *_: [np.where(dent, 0, 5)])
    kept = cut_unseen(mesh, None)
    assert len(borders(kept)) == (1 if stays else 2)


def test_largest_piece_drops_the_rest_and_splits_touching_sheets():
    two = np.array(
        [[0, 0, 0], [1, 0, 0], [0, 1, 0], [-2, 0, 0], [0, -2, 0], [5, 5, 5], [6, 5, 5], [5, 6, 5.0]]
    )
    mesh = largest_piece(
        Mesh(two, np.array([[0, 1, 2], [0, 3, 4], [5, 6, 7]]))
    )  # the first two share a corner
    assert len(mesh.t_pos_idx) == 1 and mesh.areas()[0] == pytest.approx(2)


def test_small_holes_are_filled_and_the_neck_stays_open():
    mesh = extract(sphere, 1.0, 48)
    direction = mesh.v_pos / np.linalg.norm(mesh.v_pos, axis=1, keepdims=True)
    hole = (direction[mesh.t_pos_idx] @ FRONT > 0.995).any(1) | (
        direction[mesh.t_pos_idx] @ [1, 0, 0] > 0.999
    ).any(1)
    neck = (direction[mesh.t_pos_idx] @ UP < -0.6).any(1)
    open_mesh = mesh.keep(~hole & ~neck)
    assert len(borders(open_mesh)) == 3
    filled = fill_small_holes(open_mesh)
    assert len(borders(filled)) == 1
    assert_oriented_manifold(filled)
    assert (
        filled.v_pos[borders(filled)[0]][:, 1].min() > 0.3
    )  # what is left open is below, and down is +y
    snapped = snap(filled, with_gradient(sphere), 2 / 48, n_steps=4)
    assert np.abs(sphere(snapped.v_pos)).max() < 1e-3  # the patches went back to the sphere


def test_decimated_and_snapped_head_lies_on_its_surface(head_mesh):
    assert abs(len(head_mesh.t_pos_idx) - 5000) < 100
    assert len(borders(head_mesh)) == 1
    assert_oriented_manifold(head_mesh)
    on = np.abs(head(head_mesh.v_pos))
    assert np.percentile(on, 99) < 1e-4 and on.max() < 2e-3  # sharp creases between ellipsoids
    solid = trimesh.Trimesh(head_mesh.v_pos, head_mesh.t_pos_idx, process=False)
    assert np.abs(head(solid.triangles_center)).mean() < 1e-3
    assert (np.degrees(np.percentile(solid.face_angles.min(1), [2, 50])) > [5.0, 30.0]).all()
    assert (head_mesh.v_nrm * head_mesh.normals()).sum(1).mean() > 0.97


def test_decimation_leaves_a_small_mesh_alone(head_mesh):
    assert decimate(head_mesh, 10**6) is head_mesh


def test_head_is_one_even_chart_upright_and_not_mirrored(head_chart):
    assert overlap(head_chart) == 0
    areas = uv_areas(head_chart)
    assert (areas > 0).all()  # no face is flipped: outside is what the map shows
    low, high = head_chart.v_uv.min(0), head_chart.v_uv.max(0)
    assert (low > 0.005).all() and (high < 0.995).all() and (high - low).max() > 0.95
    ratio = areas / head_chart.areas()
    ratio /= areas.sum() / head_chart.areas().sum()
    assert np.percentile(ratio, 1) > 0.2 and np.percentile(ratio, 99) < 4
    front = (head_chart.v_nrm @ FRONT)[head_chart.t_pos_idx].mean(1)
    assert np.median(ratio[front > 0.7]) > 2 * np.median(
        ratio[front < -0.2]
    )  # the face has the texels
    # In a photo of the face the subject's left (+x) is on the right, and the crown (-y) is on top.
    face = head_chart.v_nrm @ FRONT > 0.7
    x, y, u, v = *head_chart.v_pos[face, :2].T, *head_chart.v_uv[face].T
    assert np.corrcoef(x, u)[0, 1] > 0.95 and np.corrcoef(-y, v)[0, 1] > 0.95


def test_a_finer_mesh_keeps_its_chart_and_lies_on_the_surface(head_chart):
    field, n = with_gradient(head), len(head_chart.t_pos_idx)
    for n_faces in (n, 2 * n, 4 * n):
        fine = finer(head_chart, n_faces, field, 0.02)
        assert abs(len(fine.t_pos_idx) - n_faces) < 0.05 * n_faces
        assert overlap(fine) == 0 and (uv_areas(fine) > 0).all()
        np.testing.assert_allclose(uv_areas(fine).sum(), uv_areas(head_chart).sum(), rtol=1e-4)
    added = fine.v_pos[len(head_chart.v_pos) :]
    assert np.quantile(np.abs(head(added)), 0.99) < 2e-3
    # Both sides of a cut stay together.
    twice, before = (len(m.v_pos) - len(np.unique(m.v_pos, axis=0)) for m in (fine, head_chart))
    assert twice >= 2 * before - 2


@pytest.mark.parametrize("shape", ["closed", "ring", "ring with a hole", "disk with holes"])
def test_any_topology_gets_a_chart_without_overlap(shape):
    ball, ring = trimesh.creation.icosphere(3), trimesh.creation.torus(1, 0.4, 40, 20)
    solid = ring if shape.startswith("ring") else ball
    mesh = Mesh(solid.vertices, solid.faces)
    centre = mesh.v_pos[mesh.t_pos_idx].mean(1)
    if shape == "ring with a hole":
        mesh = mesh.keep(centre[:, 0] < 1.25)
    if shape == "disk with holes":
        mesh = mesh.keep((centre[:, 1] < 0.7) & (np.abs(centre[:, 0]) < 0.93))
    chart = unwrap(mesh, FRONT, UP)
    assert len(chart.t_pos_idx) == len(mesh.t_pos_idx)
    assert np.isfinite(chart.v_uv).all() and overlap(chart) == 0
    assert np.sort(chart.areas()) == pytest.approx(np.sort(mesh.areas()), rel=1e-4)  # cut, not bent


def test_a_folded_chart_gives_way_to_the_one_to_one_start(head_mesh, monkeypatch, caplog):
    monkeypatch.setattr(
        unwrap_module, "_slim", lambda mesh, v_uv, n: np.abs(v_uv)
    )  # folded along both axes
    assert overlap(unwrap(head_mesh, FRONT, UP)) == 0
    assert "Tutte" in caplog.text


def test_a_mesh_that_cannot_be_unwrapped_is_told(head_mesh, monkeypatch):
    def singular(*args, **kwargs):
        raise RuntimeError("Factor is exactly singular")

    monkeypatch.setattr(unwrap_module, "splu", singular)
    with pytest.raises(RuntimeError, match="cannot be unwrapped .*exactly singular"):
        unwrap(head_mesh, FRONT, UP)


def test_overlap_is_seen():
    v_uv = np.array([[0.1, 0.1], [0.9, 0.1], [0.9, 0.9], [0.1, 0.9], [0.5, 0.2]])
    flat = Mesh(np.zeros((5, 3)), np.array([[0, 1, 2], [0, 2, 3]]), v_uv=v_uv)
    assert overlap(flat, 64) == 0
    folded = Mesh(np.zeros((5, 3)), np.array([[0, 1, 2], [0, 2, 4]]), v_uv=v_uv)
    assert overlap(folded, 64) > 100


def test_baked_maps_hold_the_field_at_the_texels(head_chart):
    maps = bake(
        head_chart,
        128,
        lambda p: {"diffuse": p * 2 + 1, "roughness": p[:, :1] ** 2},
        head,
    )
    mask, position = maps["mask"], maps["position"]
    assert 0.3 < mask.mean() < 0.95
    np.testing.assert_allclose(maps["diffuse"][mask], position[mask] * 2 + 1, atol=1e-5)
    fragments = rasterize_uv(head_chart.v_uv, head_chart.t_pos_idx, 128)
    flat = interpolate(head_chart.v_pos, head_chart.t_pos_idx, fragments)[mask]
    assert (
        np.abs(head(position[mask])).mean() < 0.2 * np.abs(head(flat)).mean()
    )  # moved to the surface
    np.testing.assert_allclose(np.linalg.norm(maps["normal"][mask], axis=-1), 1, atol=1e-4)
    # beside the chart: the value of a texel inside, no farther than two texels away; far from it:
    # nothing
    gutter = (maps["roughness"][..., 0] != 0) & ~mask
    assert gutter.any() and np.isin(maps["roughness"][gutter], maps["roughness"][mask]).all()
    near = np.zeros_like(mask)
    for i, j in np.ndindex(5, 5):
        near |= np.roll(mask, (i - 2, j - 2), (0, 1))
    assert not (gutter & ~near).any()


def test_soft_normals_lose_waves_and_keep_the_shape(head_chart):
    plain = bake(head_chart, 256, lambda p: {})
    period = 6 * np.sqrt(head_chart.areas().sum() / plain["mask"].sum())  # six texels

    def waved(points):
        normal = plain["normal"][plain["mask"]] + 0.2 * np.sin(2 * np.pi * points / period)
        return {"normal": normal / np.linalg.norm(normal, axis=1, keepdims=True)}

    def away(maps):
        return np.linalg.norm((maps["normal"] - plain["normal"])[plain["mask"]], axis=-1).mean()

    rough, soft = (bake(head_chart, 256, waved, soft=width) for width in (0, period / 2))
    assert away(soft) < 0.4 * away(rough)
    np.testing.assert_allclose(np.linalg.norm(soft["normal"][plain["mask"]], axis=-1), 1, atol=1e-4)


def test_unwrapped_first():
    with pytest.raises(ValueError, match="unwrap"):
        bake(Mesh(np.eye(3), np.array([[0, 1, 2]])), 8, lambda p: {})


def test_tangent_normals_lean_along_u_and_v():
    flat = Mesh(
        np.array([[0, 0, 0], [2, 0, 0], [2, 2, 0], [0, 2, 0.0]]),
        np.array([[0, 1, 2], [0, 2, 3]]),
        v_uv=np.array([[0, 0], [1, 0], [1, 1], [0, 1.0]]),
    )  # u along x, v along y, out is +z
    normal = np.broadcast_to(np.array([0.6, 0, 0.8]), (4, 4, 3)).astype(np.float32)
    np.testing.assert_allclose(tangent_normals(flat, normal), normal, atol=1e-6)
    turned = Mesh(flat.v_pos, flat.t_pos_idx, v_uv=flat.v_uv[[1, 2, 3, 0]])  # u along -y, v along x
    np.testing.assert_allclose(tangent_normals(turned, normal)[0, 0], [0, 0.6, 0.8], atol=1e-6)


def test_sphere_cap_is_a_disc_that_looks_where_it_faces():
    center, facing = np.array([0.2, -0.1, -0.5]), np.array([0.1, 0, -1])
    cap = sphere_cap(center, 0.1, facing, 1.2, UP)
    facing = facing / np.linalg.norm(facing)
    np.testing.assert_allclose(np.linalg.norm(cap.v_pos - center, axis=1), 0.1, rtol=1e-5)
    np.testing.assert_allclose(cap.v_nrm, (cap.v_pos - center) / 0.1, atol=1e-5)
    assert (cap.v_nrm * cap.normals()).sum(1).min() > 0.99 and (uv_areas(cap) > 0).all()
    # distance from the middle of the map is proportional to the angle from `facing`
    angle = np.arccos(np.clip(cap.v_nrm @ facing, -1, 1))
    radius = np.linalg.norm(cap.v_uv - 0.5, axis=1)
    np.testing.assert_allclose(radius, angle / 1.2 * radius.max(), atol=1e-3)
    assert cap.v_nrm[cap.v_uv[:, 1].argmax()] @ UP > 0.9  # up is up
    assert cap.v_nrm[cap.v_uv[:, 0].argmax(), 0] > 0.9  # and +x, the subject's left, on the right


def test_a_larger_body_that_no_camera_sees_is_not_taken_for_the_head():
    seen, hidden = (trimesh.creation.icosphere(5, r) for r in (0.3, 0.5))
    hidden.apply_translation([0, 0, 3.0])  # behind the other, from every camera
    both = Mesh(
        np.concatenate([seen.vertices, hidden.vertices]),
        np.concatenate([seen.faces, hidden.faces + len(seen.vertices)]),
    )
    c2w = np.tile(np.eye(4), (3, 1, 1))
    c2w[:, :3, 3] = [[-0.1, 0, -2], [0, 0, -2], [0.1, 0, -2]]
    cameras = Cameras(
        ["a", "b", "c"], c2w, np.array([[60.0, 0, 32], [0, 60, 32], [0, 0, 1]]), 64, 64, np.zeros(4)
    )
    masks = np.zeros((3, 64, 64), bool)
    masks[:, 20:44, 20:44] = True

    def field(p):
        distance = np.linalg.norm(p, axis=1)
        return distance - 0.3, p / distance[:, None]

    kept = clean(both, cameras, masks, MeshSettings(n_faces=2000), field, 0.1)
    assert np.linalg.norm(kept.v_pos, axis=1).max() < 0.4


def test_what_hides_what_is_counted_for_every_mesh():
    ball = extract(lambda x: sphere(x, 0.4), 1.0, 48)
    small = extract(lambda x: sphere(x + [0, 0, 0.55], 0.1), 1.0, 48)
    everywhere = [np.ones((3, 120, 100), bool)] * 2
    views = cameras([[0, 0, -1], [0.1, 0, -1], [0, 0, 1]])
    hidden, shown = n_seen([ball, small], views, everywhere)
    ahead = np.linalg.norm(ball.v_pos[:, :2], axis=1) < 0.05
    assert (hidden[ahead & (ball.v_pos[:, 2] < 0)] == 0).all() and (
        hidden[ahead & (ball.v_pos[:, 2] > 0)] == 1
    ).all()
    assert shown[small.v_pos[:, 2].argmin()] == 2 and shown[small.v_pos[:, 2].argmax()] == 0
    nowhere = [None, np.zeros((3, 120, 100), bool)]
    assert not n_seen([ball, small], views, nowhere)[1].any()


@pytest.mark.parametrize("n_cameras", [5, 48, 49, 95, 97, 300])
def test_of_many_cameras_as_many_as_allowed_are_asked_evenly_spread(n_cameras):
    """49 cameras were once thinned out to 25."""
    mesh = Mesh(np.array([[-0.5, -0.5, 0], [0, 0.5, 0], [0.5, -0.5, 0]]), np.array([[0, 1, 2]]))
    views = cameras([FRONT] * n_cameras)
    (n,) = n_seen([mesh], views, [None])
    assert n[0] == min(n_cameras, N_VIEWS)
    asked = evenly_spread(n_cameras, N_VIEWS)
    gaps = np.diff(asked)
    assert asked[0] == 0 and asked[-1] == n_cameras - 1 and np.ptp(gaps) <= 1


def test_threads_are_trimmed_off():
    strip = np.stack([np.arange(40) // 2 * 0.1, np.arange(40) % 2 * 0.1, np.zeros(40)], 1)
    faces = [[k, k + 1, k + 2][:: 1 - 2 * (k % 2)] for k in range(38)]
    thread = Mesh(strip + [3.0, 0, 0], np.array(faces))
    grid = np.stack(
        np.meshgrid(np.arange(31) * 0.1, np.arange(-15, 16) * 0.1, [0.0], indexing="ij"), -1
    ).reshape(-1, 3)
    k = (np.arange(30)[:, None] * 31 + np.arange(30)).ravel()
    square = np.concatenate([np.stack([k, k + 31, k + 32], 1), np.stack([k, k + 32, k + 1], 1)])
    faces = np.concatenate([square, thread.t_pos_idx + len(grid)])
    joined = trimesh.Trimesh(np.concatenate([grid, thread.v_pos]), faces)
    joined.merge_vertices()
    left = trim(Mesh(joined.vertices, joined.faces))
    assert left.v_pos[:, 0].max() == pytest.approx(3.0) and len(left.t_pos_idx) >= 1798 - 4


def test_what_no_photo_sees_follows_smoothly_across_a_cut(head_chart):
    """A closed head is slit up its back: filled on the map, the slit's two sides would differ."""
    known = head_chart.v_pos @ FRONT > 0.1
    value = np.stack([head_chart.v_pos[:, 0], np.full(len(known), 0.3)], 1)
    made = fill_over(head_chart, np.where(known[:, None], value, 9.0), known)
    assert (made[known] == value[known]).all() and np.allclose(made[:, 1], 0.3)
    assert value[known, 0].min() <= made[:, 0].min() and made[:, 0].max() <= value[known, 0].max()
    _, one = np.unique(head_chart.v_pos, axis=0, return_inverse=True)
    one = one.reshape(-1)
    middle = np.bincount(one, made[:, 0]) / np.bincount(one)
    assert np.abs(made[:, 0] - middle[one])[~known].max() < 1e-12  # doubled vertices agree
    nothing = np.zeros_like(known)
    assert (fill_over(head_chart, value, nothing) == value).all()


def test_unseen_texels_take_over_from_seen_ones(head_chart):
    seen = head_chart.v_pos @ FRONT > 0.1

    def fields(points):
        return {"diffuse": np.where(points @ FRONT > 0, 0.5, 9.0)[:, None].astype(np.float32)}

    maps = bake(head_chart, 128, fields, seen=seen)
    assert maps["diffuse"][maps["mask"]].max() < 0.51


def test_half_an_iris_is_made_whole():
    y, x = np.mgrid[:256, :256] + 0.5
    distance = np.hypot(x - 132, y - 118)  # the gaze is a few degrees off
    eye = np.select([distance < 18, distance < 50], [0.05, 0.4], 0.8)[..., None] * [1.0, 0.9, 0.8]
    known = (np.abs(y - 134) < 30) & (np.abs(x - 128) < 90)  # between the lids
    made = fill_around(np.where(known[..., None], eye, 0.2).astype(np.float32), known)
    sharp = (np.abs(distance - 18) > 6) & (np.abs(distance - 50) > 6)
    assert np.abs(made - eye)[sharp].max() < 0.05
    assert (fill_around(eye, np.zeros_like(known)) == eye).all()


def test_the_slit_of_a_ball_open_at_the_back_stays_clear_of_the_border():
    """A slit beside the border would cut off a thread, which the map shows as a spike that wastes
    much of it.
    """
    ball = extract(sphere, 1.0, 64)
    x, y, z = ball.v_pos[ball.t_pos_idx].mean(1).T
    opened = trim(ball.keep(~((z > 0.1) & (np.abs(x) < 0.1) & (np.abs(y) < 0.5))))
    chart = unwrap(opened, FRONT, UP)
    size = np.ptp(chart.v_uv, axis=0)
    assert overlap(chart) == 0 and uv_areas(chart).sum() > 0.72 * size[0] * size[1]


def test_both_sides_of_the_cut_meet_within_the_values_that_there_are():
    """Where one side is dark, the fading change must not push a map below what it held."""
    v_pos = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [1, 0, 0], [2, 0, 0], [1, 1, 0]])
    v_uv = np.array(
        [[0.05, 0.05], [0.45, 0.05], [0.45, 0.45], [0.05, 0.45], [0.55, 0.55], [0.95, 0.55],
         [0.55, 0.95]]
    )  # fmt: skip
    mesh = Mesh(v_pos.astype(float), np.array([[0, 1, 2], [0, 2, 3], [4, 5, 6]]), v_uv=v_uv)
    size = 64
    u = (np.arange(size) + 0.5) / size
    gloss = np.clip(1.0 - 3.0 * np.abs(u[None, :] - 0.5) * np.ones((size, 1)), 0, 1)
    gloss[: size // 2] = 0.0
    maps = {"specular": gloss[..., None].astype(np.float32),
            "normal": np.ones((size, size, 3), np.float32)}  # fmt: skip
    met = bake_module._without_step(mesh, maps, np.ones((size, size), bool), "cpu")["specular"]
    assert not np.allclose(met, gloss[..., None]) and met.min() >= 0 and met.max() <= 1
