"""The lids' rim on an eyeball: smooth, on the ball, where the masks have it, and without a gap."""

from __future__ import annotations

import igl
import numpy as np
import pytest

from lib.capture.cameras import Cameras
from lib.export.relight import look_at
from lib.eyes.lids import settle_lids
from lib.mesh.bake import bake, sphere_cap
from lib.mesh.extract import Mesh
from lib.mesh.unwrap import overlap
from lib.render.raster import rasterize

CENTER, RADIUS = np.array([0.2, -0.1, 0.0]), 0.1
GAZE, UP = np.array([0.0, 0, -1]), np.array([0.0, -1, 0])
MM = RADIUS / 12  # world units
SIZE, LENS = 240, 1400.0


def almond(direction: np.ndarray) -> np.ndarray:
    """Above 0 in an eye's opening, 18 x 11 mm, by the direction from the ball's centre."""
    x, y = (direction[..., :2] / np.maximum(-direction[..., 2:], 1e-3)).T
    return (0.5 * np.cos(np.clip(x / 1.1, -1, 1) * np.pi / 2) - np.abs(y)).T - 1e-3


def skin(fields=None) -> tuple[Mesh, dict]:
    """A sheet about the ball of triangles of 1.3 mm: it rises off it outside the almond and bumps
    through it here and there, as a trained field does. White where the eye shows.
    """
    cap = sphere_cap(CENTER, 1.0, GAZE, np.radians(80), UP, n_rings=24)
    direction = cap.v_nrm.astype(np.float64)
    rng = np.random.default_rng(0)
    height = np.clip(-0.35 * almond(direction), -0.08, 0.2) + rng.normal(0, 0.02, len(direction))
    mesh = Mesh(CENTER + RADIUS * (1 + height[:, None]) * direction, cap.t_pos_idx, None, cap.v_uv)
    mesh.v_nrm = mesh.normals()

    def material(points):
        eye = almond((points - CENTER) / np.linalg.norm(points - CENTER, axis=1)[:, None]) > 0
        color = np.where(eye[:, None], [0.8, 0.8, 0.8], [0.5, 0.3, 0.2])
        gray = np.full((len(points), 1), 0.4)
        return {"diffuse": color, "specular": gray, "roughness": gray}

    return mesh, bake(mesh, 256, material)


def ball() -> tuple[Mesh, dict]:
    cap = sphere_cap(CENTER, RADIUS, GAZE, np.radians(75), UP)

    def material(points):
        gray = np.full((len(points), 1), 0.1)
        return {"diffuse": np.full((len(points), 3), 0.8), "specular": gray, "roughness": gray}

    return cap, bake(cap, 64, material)


def cameras() -> Cameras:
    poses = [
        look_at(CENTER + 1.5 * np.array([np.sin(a), np.sin(b), -np.cos(a)]), CENTER, UP)
        for a in np.radians([-50, -25, 0, 25, 50])
        for b in np.radians([-20, 0, 20])
    ]
    K = np.array([[LENS, 0, SIZE / 2], [0, LENS, SIZE / 2], [0, 0, 1]])
    return Cameras([str(i) for i in range(len(poses))], np.array(poses), K, SIZE, SIZE, np.zeros(4))


def masks(views: Cameras) -> np.ndarray:
    """What each view sees of the opening on the ball."""
    j, i = np.mgrid[:SIZE, :SIZE] + 0.5
    rays = np.stack([(i - SIZE / 2) / LENS, (j - SIZE / 2) / LENS, np.ones_like(i)], -1)
    out = []
    for c2w in views.c2w:
        d = rays @ c2w[:3, :3].T
        d /= np.linalg.norm(d, axis=-1, keepdims=True)
        off = c2w[:3, 3] - CENTER
        along = (d * off).sum(-1)
        root = along**2 - off @ off + RADIUS**2
        point = (off + (-along - np.sqrt(np.maximum(root, 0)))[..., None] * d) / RADIUS
        out.append((root > 0) & (almond(point) > 0) & (point[..., 2] < 0))
    return np.array(out)


def rim_of(mesh: Mesh) -> np.ndarray:
    """(M, 3) in order: the longest curve along which a mesh meets the ball."""
    height = np.linalg.norm(mesh.v_pos - CENTER, axis=1) - RADIUS
    height[np.abs(height) < 1e-6] = 1e-6  # a vertex on the ball
    points, ends, _ = igl.isolines(
        mesh.v_pos.astype(np.float64), mesh.t_pos_idx.astype(np.int64), height, np.array([0.0])
    )
    ahead = {}
    for a, b in ends:
        ahead.setdefault(int(a), []).append(int(b))
        ahead.setdefault(int(b), []).append(int(a))
    loops, left = [], set(ahead)
    while left:
        loop = [left.pop()]
        while nexts := [n for n in ahead[loop[-1]] if n in left]:
            left.discard(nexts[0])
            loop.append(nexts[0])
        loops.append(points[loop])
    return max(loops, key=lambda loop: np.linalg.norm(np.diff(loop, axis=0), axis=1).sum())


def roughness(rim: np.ndarray) -> float:
    """Degrees by which a rim's turn in a millimetre differs from that in the next one, root mean
    square, away from the corners. A smooth curve has little.
    """
    at = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(rim, axis=0), axis=1))])
    even = np.stack([np.interp(np.arange(0, at[-1], MM), at, x) for x in rim.T], 1)
    step = np.diff(even, axis=0)
    step /= np.linalg.norm(step, axis=1, keepdims=True)
    turn = np.degrees(np.arccos(np.clip((step[1:] * step[:-1]).sum(1), -1, 1)))
    along_lids = np.abs(even[1:-2, 0] - CENTER[0]) < 0.6 * RADIUS
    return float(np.sqrt(np.mean(np.diff(turn)[along_lids] ** 2)))


@pytest.fixture(scope="module")
def settled():
    parts, views = {"head": skin(), "left_eye": ball()}, cameras()
    return parts["head"], settle_lids(parts, views, [masks(views)])


def test_the_rim_is_smooth_on_the_ball_and_where_the_masks_have_it(settled):
    (rough, _), (mesh, _) = settled
    before, after = rim_of(rough), rim_of(mesh)
    assert roughness(before) > 20 and roughness(after) < 4
    on_ball = np.abs(np.linalg.norm(after - CENTER, axis=1) - RADIUS)
    assert on_ball.max() < 0.02 * MM
    # How far from the almond's edge, in the middle of both lids and at both corners.
    direction = (after - CENTER) / RADIUS
    off = np.abs(almond(direction)) * 12
    assert np.median(off) < 0.4 and off[np.abs(direction[:, 0]) < 0.6].max() < 0.7
    assert np.ptp(after[:, 0]) / MM == pytest.approx(24 * np.sin(np.arctan(1.1)), abs=0.5)


def test_no_view_sees_the_head_inside_the_opening_or_through_it(settled):
    _, (mesh, _) = settled
    cap = sphere_cap(CENTER, RADIUS, GAZE, np.radians(75), UP)
    v_pos = np.concatenate([mesh.v_pos, cap.v_pos])
    t_pos_idx = np.concatenate([mesh.t_pos_idx, cap.t_pos_idx + len(mesh.v_pos)])
    K = np.array([[3000.0, 0, 150], [0, 3000, 150], [0, 0, 1]])
    corners = v_pos[t_pos_idx].astype(np.float64)
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    for a, b in np.radians([(0, 0), (-70, 0), (70, 0), (0, 40), (0, -40), (45, 30), (-45, -30)]):
        place = np.array([np.cos(b) * np.sin(a), np.sin(b), -np.cos(b) * np.cos(a)])
        c2w = look_at(CENTER + 1.5 * place, CENTER + RADIUS * GAZE, UP)
        seen = rasterize(v_pos, t_pos_idx, c2w, K, (300, 300)).face_id
        face = seen[100:200, 100:200]
        face = face[face >= 0]
        away = (normal[face] * (corners[face].mean(1) - c2w[:3, 3])).sum(1) > 0
        assert not away.any()


def test_the_chart_and_the_skins_colours_stay(settled):
    (before, maps), (mesh, after) = settled
    assert overlap(mesh) == 0
    np.testing.assert_array_equal(after["mask"], maps["mask"])
    np.testing.assert_allclose(np.ptp(mesh.v_uv, axis=0), np.ptp(before.v_uv, axis=0))
    # White is on the eyeball alone: the head takes over the lid's colour.
    assert (maps["diffuse"][maps["mask"]][:, 2] > 0.7).mean() > 0.1
    assert (after["diffuse"][after["mask"]][:, 2] > 0.5).mean() < 0.01
    # Tears: at the rim the lid's roughness is nearer to the eyeball's 0.1 than to its own 0.4.
    direction = after["position"] - CENTER
    height = np.linalg.norm(direction, axis=-1) / RADIUS - 1
    lid = after["mask"] & (height > 0) & (np.linalg.norm(direction, axis=-1) < 1.5 * RADIUS)
    assert after["roughness"][lid & (height < 0.005)].mean() < 0.25
    assert after["roughness"][lid & (height > 0.06)].mean() > 0.35
    away = np.linalg.norm(maps["position"] - CENTER, axis=-1) > 0.2
    np.testing.assert_array_equal(after["diffuse"][away], maps["diffuse"][away])
    length = np.linalg.norm(after["normal"][after["mask"]], axis=-1)
    np.testing.assert_allclose(length, 1, atol=1e-3)


def test_without_eyes_nothing_changes():
    head, maps = skin()
    mesh, after = settle_lids({"head": (head, maps)}, cameras(), [])
    assert mesh is head and after is maps


def test_masks_that_show_no_eye_leave_the_mesh_to_decide():
    parts, views = {"head": skin(), "left_eye": ball()}, cameras()
    mesh, _ = settle_lids(parts, views, [np.zeros((len(views), SIZE, SIZE), bool)])
    assert roughness(rim_of(mesh)) < 4
