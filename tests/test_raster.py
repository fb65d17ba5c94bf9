"""The rasteriser against rays computed by hand, the capture's truth, and one backend against the
other.
"""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from lib.render import raster
from lib.render.raster import backend, interpolate, rasterize, rasterize_uv

CAPTURE = Path(__file__).parents[2] / "shared/captures/mh_male_light"
K = np.array([[50.0, 0, 20.5], [0, 60.0, 14.0], [0, 0, 1]])
SIZE = (30, 40)
QUAD = np.array([[0, 1, 2], [0, 2, 3]])


def camera(position=(0.3, -0.2, -2.0), angle=0.2):
    """A camera turned about its y axis by `angle`, looking roughly along +z."""
    c, s = np.cos(angle), np.sin(angle)
    c2w = np.eye(4)
    c2w[:3, :3] = [[c, 0, s], [0, 1, 0], [-s, 0, c]]
    c2w[:3, 3] = position
    return c2w


def rays(c2w, size=SIZE):
    """(H, W, 3) directions through the pixel centres, with a camera z of 1, in the world's
    frame.
    """
    j, i = np.mgrid[: size[0], : size[1]] + 0.5
    local = np.stack([(i - K[0, 2]) / K[0, 0], (j - K[1, 2]) / K[1, 1], np.ones_like(i)], -1)
    return local @ c2w[:3, :3].T


def test_slanted_plane_has_the_depth_and_position_of_the_ray():
    c2w = camera()
    v_pos = np.array(
        [[-5, -5, 0.5], [5, -5, 2.5], [5, 5, 3.5], [-5, 5, 1.5]]
    )  # z = 2 + 0.2 x + 0.1 y
    d, o = rays(c2w), c2w[:3, 3]
    # o_z + t d_z = 2 + 0.2 (o_x + t d_x) + 0.1 (o_y + t d_y)
    t = (2 + 0.2 * o[0] + 0.1 * o[1] - o[2]) / (d[..., 2] - 0.2 * d[..., 0] - 0.1 * d[..., 1])
    fragments = rasterize(v_pos, QUAD, c2w, K, SIZE)
    assert (fragments.face_id >= 0).all()
    np.testing.assert_allclose(fragments.depth, t, rtol=1e-6)
    np.testing.assert_allclose(interpolate(v_pos, QUAD, fragments), o + t[..., None] * d, atol=2e-6)
    np.testing.assert_allclose(fragments.bary.sum(-1), 1, atol=1e-6)


def test_the_nearer_face_wins_in_either_order():
    far = np.array([[-9, -9, 5.0], [9, -9, 5], [9, 9, 5], [-9, 9, 5]])
    near = np.array([[-0.21, -0.21, 2.0], [0.21, -0.21, 2], [0.21, 0.21, 2], [-0.21, 0.21, 2]])
    for first, second in ((far, near), (near, far)):
        f = rasterize(
            np.concatenate([first, second]), np.concatenate([QUAD, QUAD + 4]), np.eye(4), K, SIZE
        )
        assert set(np.unique(f.depth)) == {2.0, 5.0}
        # at distance 2 it spans x = 20.5 +- 5.25 px, y = 14 +- 6.3 px: 11 x 12 pixel centres
        assert (f.depth == 2).sum() == 11 * 12


def test_a_face_reaching_behind_the_camera_is_cut_at_the_camera_only():
    floor = np.array(
        [[-50, 1, -50.0], [50, 1, -50], [50, 1, 50], [-50, 1, 50]]
    )  # 1 below the lens, y down
    f = rasterize(floor, QUAD, np.eye(4), K, SIZE)
    below = rays(np.eye(4))[..., 1] > 1 / 50  # rays that reach the floor before its far end
    np.testing.assert_array_equal(f.face_id >= 0, below)
    np.testing.assert_allclose(f.depth[below], 1 / rays(np.eye(4))[..., 1][below], rtol=1e-5)
    behind = rasterize(floor - [0, 0, 60], QUAD, np.eye(4), K, SIZE)
    assert (
        (behind.face_id == -1).all() and np.isinf(behind.depth).all() and (behind.bary == 0).all()
    )


def test_no_pixel_falls_between_faces_whose_edges_cross_pixel_centres():
    rng = np.random.default_rng(0)
    n = 24
    x, y = np.meshgrid(np.arange(n), np.arange(n))
    points = np.stack([x.ravel(), y.ravel(), np.ones(n * n)], -1) + 0.5
    inner = (x.ravel() % (n - 1) > 0) & (y.ravel() % (n - 1) > 0)
    points[inner, :2] += rng.integers(-1, 2, (inner.sum(), 2)) * 0.25  # no flips
    points[:, 2] = 1
    i = (np.arange(n - 1)[:, None] * n + np.arange(n - 1)).ravel()
    t_idx = np.concatenate(
        [np.stack([i, i + 1, i + n], -1), np.stack([i + 1, i + n + 1, i + n], -1)]
    )
    f = rasterize(points, t_idx, np.eye(4), np.eye(3), (n, n))
    assert (f.face_id >= 0).all()


def test_uv_map_has_v_up_and_texel_centres_at_a_half():
    v_uv = np.array([[0.0, 0], [1, 0], [1, 1], [0, 1]])
    f = rasterize_uv(v_uv, QUAD, 8)
    uv = interpolate(v_uv, QUAD, f)
    np.testing.assert_allclose(uv[0, 0], [0.5 / 8, 7.5 / 8], atol=1e-6)
    np.testing.assert_allclose(uv[7, 2], [2.5 / 8, 0.5 / 8], atol=1e-6)


def test_torch_vertices_give_torch_fragments_and_gradients_of_attributes():
    v_pos = torch.tensor([[-5, -5, 0.5], [5, -5, 2.5], [5, 5, 3.5], [-5, 5, 1.5]])
    f = rasterize(v_pos, torch.as_tensor(QUAD), torch.as_tensor(camera()), torch.as_tensor(K), SIZE)
    g = rasterize(v_pos.numpy(), QUAD, camera(), K, SIZE)
    assert isinstance(f.depth, torch.Tensor) and backend(v_pos) == "numba"
    np.testing.assert_array_equal(f.face_id.numpy(), g.face_id)
    colors = torch.linspace(0, 1, 12, dtype=torch.float64).reshape(4, 3).requires_grad_()
    picture = interpolate(colors, torch.as_tensor(QUAD), f)
    expected = interpolate(colors.detach().numpy(), QUAD, g)
    np.testing.assert_allclose(picture.detach().numpy(), expected, atol=1e-6)
    picture.sum().backward()
    # the weights of a pixel sum to 1, in each of 3 channels
    assert colors.grad.sum().item() == pytest.approx(3 * SIZE[0] * SIZE[1], rel=1e-5)


def test_faces_that_name_missing_vertices_are_refused():
    with pytest.raises(ValueError, match="only 4"):
        rasterize(np.zeros((4, 3)), QUAD + 3, np.eye(4), K, SIZE)
    with pytest.raises(ValueError, match=r"\(F, 3\)"):
        rasterize(np.zeros((4, 3)), np.zeros((2, 4), int), np.eye(4), K, SIZE)


@pytest.mark.skipif(not CAPTURE.exists(), reason=f"needs the ground-truth capture {CAPTURE}")
def test_true_meshes_land_on_the_true_positions_of_a_held_out_view():
    trimesh = pytest.importorskip("trimesh")
    names = ("head", "hair", "leye", "reye")
    parts = [trimesh.load(CAPTURE / f"gt/mesh/{p}.ply", process=False) for p in names]
    whole = trimesh.util.concatenate(
        [trimesh.Trimesh(p.vertices, p.faces, process=False) for p in parts]
    )
    meta = json.loads((CAPTURE / "transforms.json").read_text())
    frame = next(f for f in meta["frames"] if Path(f["file_path"]).stem == "00040")
    p = np.array(frame["transform_matrix"])
    c2w = np.array([[r[0], -r[1], -r[2], r[3]] for r in (p[1], p[2], p[0])] + [[0, 0, 0, 1]])
    intrinsics = np.array([[meta["fl_x"], 0, meta["cx"]], [0, meta["fl_y"], meta["cy"]], [0, 0, 1]])
    f = rasterize(whole.vertices, whole.faces, c2w, intrinsics, (meta["h"], meta["w"]))
    truth = np.load(CAPTURE / "gt/heldout/00040.npz")
    hit = (truth["part"] >= 0) & (f.face_id >= 0)
    assert hit.sum() > 0.995 * (truth["part"] >= 0).sum()
    distance = np.linalg.norm(
        interpolate(whole.vertices, whole.faces, f) - truth["position"], axis=-1
    )[hit]
    assert np.median(distance) < 5e-4  # 0.08 mm: the truth is stored in half precision


class StandIn:
    """What nvdiffrast gives by its source, on the processor: weights of corners 0 and 1, z / w, ids
    from 1.

    Pixel (i, j) is at ((2 i + 1) / W - 1, (2 j + 1) / H - 1) in clip space, faces beyond -w <= z <=
    w are cut.
    """

    @staticmethod
    def RasterizeCudaContext(device):
        return None

    @staticmethod
    def rasterize(context, pos, tri, resolution, grad_db=True):
        height, width = resolution
        y, x = torch.meshgrid(
            (2 * torch.arange(height) + 1) / height - 1,
            (2 * torch.arange(width) + 1) / width - 1,
            indexing="ij",
        )
        out, nearest = torch.zeros(1, height, width, 4), torch.full((height, width), torch.inf)
        for f, corners in enumerate(pos[0][tri.long()]):
            px, py = (
                corners[:, k, None, None] - at * corners[:, 3, None, None]
                for k, at in ((0, x), (1, y))
            )
            a = torch.stack(
                [
                    px[(k + 1) % 3] * py[(k + 2) % 3] - py[(k + 1) % 3] * px[(k + 2) % 3]
                    for k in range(3)
                ]
            )
            b = a / a.sum(0)
            z, w = (b * corners[:, 2, None, None]).sum(0), (b * corners[:, 3, None, None]).sum(0)
            hit = (b >= 0).all(0) & (z.abs() <= w) & (z / w < nearest)
            nearest[hit] = (z / w)[hit]
            out[0, hit] = torch.stack([b[0], b[1], z / w, torch.full_like(z, f + 1)], -1)[hit]
        return out, torch.zeros(0)


def test_nvdiffrasts_conventions_are_turned_into_ours(monkeypatch):
    monkeypatch.setattr(raster, "_nvdiffrast", lambda: StandIn)
    monkeypatch.setattr(raster, "backend", lambda v_pos=None: "nvdiffrast")
    rng = np.random.default_rng(2)
    v_pos, t_idx = rng.uniform(-1, 1, (40, 3)) + [0, 0, 1.5], rng.integers(0, 40, (25, 3))
    f = rasterize(torch.as_tensor(v_pos), torch.as_tensor(t_idx), camera(), K, SIZE)
    u = rasterize_uv(torch.as_tensor(v_pos[:, :2]), torch.as_tensor(t_idx), 17)
    monkeypatch.undo()
    ours = rasterize(v_pos, t_idx, camera(), K, SIZE), rasterize_uv(v_pos[:, :2], t_idx, 17)
    for found, expected in zip((f, u), ours, strict=True):
        same = found.face_id.numpy() == expected.face_id
        assert same.mean() > 0.99 and len(np.unique(expected.face_id)) > 5
        np.testing.assert_allclose(found.depth.numpy()[same], expected.depth[same], rtol=1e-4)
        np.testing.assert_allclose(found.bary.numpy()[same], expected.bary[same], atol=1e-3)


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device")
def test_nvdiffrast_agrees_with_numba():
    pytest.importorskip("nvdiffrast", reason="needs nvdiffrast")
    rng = np.random.default_rng(1)
    v_pos = (rng.uniform(-1, 1, (300, 3)) + [0, 0, 1.5]).astype(np.float32)
    t_idx = rng.integers(0, 300, (200, 3)).astype(np.int32)
    f = rasterize(torch.as_tensor(v_pos).cuda(), torch.as_tensor(t_idx).cuda(), camera(), K, SIZE)
    g = rasterize(v_pos, t_idx, camera(), K, SIZE)
    same = f.face_id.cpu().numpy() == g.face_id
    assert same.mean() > 0.97  # edges are snapped to a sixteenth of a pixel there
    np.testing.assert_allclose(f.depth.cpu().numpy()[same], g.depth[same], rtol=1e-3)
    np.testing.assert_allclose(f.bary.cpu().numpy()[same], g.bary[same], atol=5e-3)
    u = rasterize_uv(torch.as_tensor(v_pos[:, :2]).cuda(), torch.as_tensor(t_idx).cuda(), 33)
    expected = rasterize_uv(v_pos[:, :2], t_idx, 33).face_id >= 0
    assert ((u.face_id.cpu().numpy() >= 0) == expected).mean() > 0.97


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device")
def test_a_map_beyond_nvdiffrasts_viewport_is_drawn_whole():
    pytest.importorskip("nvdiffrast", reason="needs nvdiffrast")
    v_uv = np.array([[0.01, 0.02], [0.99, 0.05], [0.97, 0.98], [0.03, 0.96]], np.float32)
    first, other = (rasterize_uv(v_uv, QUAD, 4096, device) for device in ("cpu", "cuda"))
    assert (first.face_id == other.face_id).mean() > 0.999
    both = first.face_id >= 0
    np.testing.assert_allclose(
        other.bary[both & (first.face_id == other.face_id)],
        first.bary[both & (first.face_id == other.face_id)],
        atol=5e-4,
    )


def test_arrays_that_run_backwards_are_drawn_by_nvdiffrast_too(monkeypatch):
    """torch takes no view of negative strides, and unwrap looks at the faces from both ends."""
    rng = np.random.default_rng(3)
    v_uv, t_idx = rng.uniform(0, 1, (30, 2)), rng.integers(0, 30, (12, 3))
    expected = rasterize_uv(v_uv, t_idx[::-1], 17)
    monkeypatch.setattr(raster, "_nvdiffrast", lambda: StandIn)
    monkeypatch.setattr(raster, "_drawn_on", lambda v, device: isinstance(v, np.ndarray))
    monkeypatch.setattr(raster, "backend", lambda v: "nvdiffrast")
    found = rasterize_uv(v_uv[::-1][::-1], t_idx[::-1], 17)
    assert (found.face_id == expected.face_id).mean() > 0.98
    assert interpolate(torch.as_tensor(v_uv.copy()), t_idx[::-1], found).shape == (17, 17, 2)


def test_arrays_lent_to_a_device_come_back_as_arrays(monkeypatch):
    """numpy in, numpy out, whichever backend draws."""
    lent, as_tensor = [], torch.as_tensor
    monkeypatch.setattr(raster, "_nvdiffrast", lambda: StandIn)
    monkeypatch.setattr(raster, "backend", lambda v: lent.append(type(v)) or "numba")

    def on_the_processor(x, device=None, **options):
        return as_tensor(x, **options)

    rng = np.random.default_rng(2)
    v_pos, t_idx = rng.uniform(-1, 1, (40, 3)) + [0, 0, 1.5], rng.integers(0, 40, (25, 3))
    plain = rasterize(v_pos, t_idx, camera(), K, SIZE)
    monkeypatch.setattr(torch, "as_tensor", on_the_processor)
    drawn = rasterize(v_pos, t_idx, camera(), K, SIZE, "cuda")
    assert lent == [np.ndarray, torch.Tensor] and isinstance(drawn.depth, np.ndarray)
    np.testing.assert_array_equal(drawn.face_id, plain.face_id)


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device")
def test_meshes_are_seen_baked_and_relit_alike_on_cuda():
    pytest.importorskip("nvdiffrast", reason="needs nvdiffrast")
    from lib.export.relight import relight
    from lib.mesh.bake import bake, sphere_cap
    from lib.mesh.clean import n_seen

    cap = sphere_cap([0, 0, 2.0], 0.5, [0, 0, -1.0], 1.5, [0, -1.0, 0], 24)
    views = SimpleNamespace(c2w=np.eye(4)[None].repeat(2, 0), K=K, width=SIZE[1], height=SIZE[0])
    seen = [n_seen([cap], views, [None], device)[0] for device in ("cpu", "cuda")]
    assert (seen[0] == seen[1]).mean() > 0.98

    def material(points):
        gray = np.full((len(points), 1), 0.5, np.float32)
        return {"diffuse": 0.5 + 0.3 * np.sin(9 * points), "specular": gray, "roughness": gray}

    maps = [bake(cap, 64, material, device=device) for device in ("cpu", "cuda")]
    both = maps[0]["mask"] & maps[1]["mask"]
    assert both.mean() > 0.97 * maps[0]["mask"].mean()
    np.testing.assert_allclose(maps[0]["diffuse"][both], maps[1]["diffuse"][both], atol=5e-3)
    pictures = [
        relight([(cap, maps[0])], np.eye(4), K, SIZE, [1.0, 0, 0], np.ones(3) * 9, device=device)
        for device in ("cpu", "cuda")
    ]
    assert np.abs(pictures[0] - pictures[1]).mean() < 0.01 * pictures[0].mean()
