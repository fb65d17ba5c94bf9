"""From frames to a capture folder: cameras, the upright world, and files that are whole."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import pytest
from conftest import camera_ring
from film_clips import SAMPLE
from scipy.spatial.transform import Rotation

from lib.capture import make, poses
from lib.capture.cameras import Cameras, CaptureError, read_cameras
from lib.capture.faces import CHIN, FOREHEAD
from lib.capture.film import Film
from lib.capture.frames import Choice
from lib.capture.poses import Poses, pairs_to_match, solve_poses
from lib.capture.upright import EYE_CORNERS, IRISES, PUPILS, UNIT_MM, align
from lib.capture.views import load_views
from lib.workbook.config import load_settings

K = np.array([[900.0, 0, 240], [0, 900.0, 320], [0, 0, 1]])


def ring(n=24):
    return Cameras([f"{i:05d}" for i in range(n)], camera_ring(n), K, 480, 640, np.zeros(4))


def face_points():
    """(478,3) of a face in millimetres over UNIT_MM: pupils 63.4 apart, irises 11.7 wide."""
    points = np.random.default_rng(0).uniform(-0.4, 0.4, (478, 3)) + [0, 0, -0.4]
    points[CHIN], points[FOREHEAD] = [0, 0.5, -0.5], [0, -0.5, -0.5]
    for side, pupil, ends in zip((-1, 1), PUPILS, IRISES, strict=True):
        points[pupil] = [side * 31.7 / UNIT_MM, -0.2, -0.5]
        for end, way in zip(ends, (-1, 1), strict=True):
            points[end] = points[pupil] + [way * 5.85 / UNIT_MM, 0, 0]
    for corner, x in zip(EYE_CORNERS, (-0.3, -0.1, 0.1, 0.3), strict=True):
        points[corner] = [x, -0.2, -0.5]
    return points


def turned_away(cameras, scale, rotation, shift):
    """The same cameras in another world: x' = scale rotation x + shift."""
    c2w = cameras.c2w.copy()
    c2w[:, :3, :3] = rotation @ c2w[:, :3, :3]
    c2w[:, :3, 3] = scale * c2w[:, :3, 3] @ rotation.T + shift
    return Cameras(cameras.names, c2w, K, 480, 640, np.zeros(4))


def test_a_face_puts_the_world_upright_and_tells_its_millimetres():
    taken, points, rng = ring(), face_points(), np.random.default_rng(1)
    meshes = [taken.project(i, points)[0] for i in range(len(taken))]
    for i in range(0, len(taken), 6):  # in some views the mesh lies beside the face
        meshes[i] = meshes[i] + rng.normal(0, 60, (478, 2))
    meshes[3] = None
    rotation = Rotation.random(rng=2).as_matrix()
    other = turned_away(taken, 3.7, rotation, np.array([4.0, -2.0, 9.0]))
    found = align(other, meshes, [])
    moved = found.cameras(other)
    assert np.isclose(found.mm_per_unit, UNIT_MM) and 0.02 < found.mm_sd / UNIT_MM < 0.08
    shift = moved.c2w[0, :3, 3] - taken.c2w[0, :3, 3]
    assert np.allclose(moved.c2w[:, :3, :3], taken.c2w[:, :3, :3], atol=5e-3)
    assert np.allclose(
        moved.c2w[:, :3, 3], taken.c2w[:, :3, 3] + shift, atol=5e-2
    )  # 1 %, by the noise
    assert np.linalg.norm(shift) < 0.05  # this face stands where faces are put
    assert np.allclose(found.landmarks, points + shift, atol=2e-2)


def test_without_a_face_the_cameras_tell_up_and_the_masks_the_size():
    taken = ring()
    rows, columns = np.mgrid[:640, :480] + 0.5
    px, depth = zip(*(taken.project(i, np.zeros((1, 3))) for i in range(len(taken))), strict=True)
    heads = [
        np.hypot(columns - p[0, 0], rows - p[0, 1]) < 0.7 * 900 / d[0]
        for p, d in zip(px, depth, strict=True)
    ]
    rotation = Rotation.random(rng=3).as_matrix()
    other = turned_away(taken, 0.2, rotation, np.array([-3.0, 1.0, 0.5]))
    found = align(other, [None] * len(taken), heads)
    moved = found.cameras(other)
    assert found.mm_per_unit is None and found.landmarks is None
    middle = np.mean(moved.c2w[:, :3, 1], axis=0)  # down of the photos
    assert middle[1] > 0.9 * np.linalg.norm(middle)
    assert moved.c2w[:, 2, 3].mean() < 0  # the front is where the cameras stand
    px, _ = moved.project(0, found.points(np.array([[-3.0, 1.0, 0.5]])))
    assert np.linalg.norm(found.points(np.array([[-3.0, 1.0, 0.5]]))) < 0.02
    assert np.allclose(px, taken.project(0, np.zeros((1, 3)))[0], atol=1e-3)


def test_pairs_are_the_neighbours_and_those_that_look_alike():
    alike = np.zeros((6, 6), int)
    alike[0, 5], alike[1, 4] = 40, 3
    pairs = pairs_to_match(alike)
    assert (0, 5) in pairs and (1, 4) not in pairs
    assert {(i, i + 1) for i in range(5)} <= set(pairs)


def sample_frames():
    """Names, photos, masks and true cameras of the bundled sample."""
    truth = read_cameras(SAMPLE)
    photos = [cv2.imread(str(SAMPLE / "image" / f"{n}.png"))[..., ::-1] for n in truth.names]
    masks = [cv2.imread(str(SAMPLE / "mask" / f"{n}.png"), 0) > 127 for n in truth.names]
    return truth, photos, masks


def test_the_samples_cameras_are_found_from_its_photos(monkeypatch):
    """Relative directions are compared: place and size are open, and the focal length trades
    against the distance.
    """
    monkeypatch.setattr(poses, "SHARP", 1.0)  # the head alone will do
    truth, photos, masks = sample_frames()
    large = [cv2.resize(photo, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC) for photo in photos]
    heads = [np.kron(mask, np.ones((2, 2), bool)) for mask in masks]
    found = solve_poses(large, truth.names, heads)
    assert len(found.cameras) >= 0.95 * len(truth) and found.how == poses.HEAD
    index = [truth.names.index(name) for name in found.cameras.names]
    turns = found.cameras.c2w[:, :3, :3] @ truth.c2w[index][:, :3, :3].swapaxes(1, 2)
    off = Rotation.from_matrix(turns).mean().inv() * Rotation.from_matrix(turns)
    degrees = np.degrees(off.magnitude())  # turning about the head trades against walking round it
    assert degrees.mean() < 1.0 and degrees.max() < 3.0
    assert 0.9 < found.cameras.K[0, 0] / (2 * truth.K[0, 0]) < 1.1


def test_pictures_without_a_head_in_common_are_refused_in_a_sentence():
    rng = np.random.default_rng(0)
    photos = [rng.integers(0, 255, (120, 90, 3), np.uint8) for _ in range(12)]
    with pytest.raises(CaptureError, match="12 or more frames that fit together, found 0 of 12"):
        solve_poses(photos, [f"{i:05d}" for i in range(12)], [np.ones((120, 90), bool)] * 12)


def making(n=14):
    """A capture that only has to be written, of grey frames."""
    taken = ring(n)
    film = Film(Path("clip.mp4"), 480, 640, (480, 640))
    photos = [np.full((640, 480, 3), 100, np.uint8)] * n
    made = make.Making(
        film, Choice(film, [], list(range(n))), list(taken.names), photos, [None] * n
    )
    meshes = [taken.project(i, face_points())[0] for i in range(n)]
    made.poses = Poses(taken, ["00099"], np.zeros((1, 3)), 0.9, "the head alone")
    made.alignment = align(taken, meshes, [])
    made.cameras = made.alignment.cameras(taken)
    made.masks = np.full((n, 640, 480), 255, np.uint8)
    return made


def test_a_written_capture_reads_as_any_other(tmp_path):
    made = making()
    folder = make.write_capture(made, tmp_path / "alice")
    cameras = read_cameras(folder)
    assert cameras.names == made.cameras.names and np.allclose(cameras.c2w, made.cameras.c2w)
    settings = load_settings(folder)
    assert settings.light.fit_offset and settings.light.fit_pose
    assert settings.light.intensity is None
    assert len(load_views(folder, settings)) == 14
    record = json.loads((folder / "capture.json").read_text())
    assert record["frames_lost"] == ["00099"] and np.isclose(record["mm_per_unit"], UNIT_MM)


def test_nothing_is_overwritten_and_nothing_half_written(tmp_path, monkeypatch):
    made = making()
    folder = make.write_capture(made, tmp_path / "alice")
    before = sorted(path.name for path in folder.rglob("*"))
    with pytest.raises(CaptureError, match="never overwritten"):
        make.write_capture(made, folder)
    assert sorted(path.name for path in folder.rglob("*")) == before
    monkeypatch.setattr(make, "_record", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make.write_capture(made, tmp_path / "bob")
    assert [path.name for path in tmp_path.iterdir()] == ["alice"]
