"""From frames to a capture folder: cameras, the upright world, and files that are whole."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import cv2
import numpy as np
import pytest
from conftest import camera_ring
from film_clips import SAMPLE
from scipy.spatial.transform import Rotation

from lib.capture.cameras import Cameras, read_cameras
from lib.capture.errors import CaptureError
from lib.capture.faces import CHIN, FOREHEAD
from lib.capture.views import load_views
from lib.filming import features, make, matching, poses, writing
from lib.filming.background import stands_still
from lib.filming.features import MAX_PAIRS, pairs_to_match
from lib.filming.film import Film
from lib.filming.frames import Choice
from lib.filming.poses import Poses, better, solve_poses
from lib.filming.sway import Sightings
from lib.filming.upright import EYE_CORNERS, IRISES, PUPILS, UNIT_MM, align
from lib.workbook.config import load_settings

K = np.array([[900.0, 0, 240], [0, 900.0, 320], [0, 0, 1]])


def ring(n=24):
    return Cameras([f"{i:05d}" for i in range(n)], camera_ring(n), K, 480, 640, np.zeros(4))


def face_points():
    """(478,3) of a face in millimetres over UNIT_MM: pupils 63.4 and outer corners of the eyes 89.5
    apart, irises 11.7 wide.
    """
    points = np.random.default_rng(0).uniform(-0.4, 0.4, (478, 3)) + [0, 0, -0.4]
    points[CHIN], points[FOREHEAD] = [0, 0.5, -0.5], [0, -0.5, -0.5]
    for side, pupil, ends in zip((-1, 1), PUPILS, IRISES, strict=True):
        points[pupil] = [side * 31.7 / UNIT_MM, -0.2, -0.5]
        for end, way in zip(ends, (-1, 1), strict=True):
            points[end] = points[pupil] + [way * 5.85 / UNIT_MM, 0, 0]
    for corner, x in zip(EYE_CORNERS, (-44.75, -16, 16, 44.75), strict=True):
        points[corner] = [x / UNIT_MM, -0.2, -0.5]
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


def test_neighbours_are_matched_where_no_pair_looks_alike():
    pairs = pairs_to_match(np.triu(np.full((5, 5), 3), 1))
    assert pairs == [(i, i + k) for i in range(5) for k in (1, 2) if i + k < 5]


def test_of_too_many_alike_pairs_those_most_alike_stay_and_all_neighbours():
    n = 90
    alike = np.triu(np.random.default_rng(0).integers(20, 200, (n, n)), 1)
    pairs = pairs_to_match(alike)
    assert len(pairs) == len(set(pairs)) == MAX_PAIRS < n * (n - 1) // 2
    assert {(i, i + k) for k in (1, 2) for i in range(n - k)} <= set(pairs)
    far = np.triu(np.ones((n, n), bool), 3)
    taken = np.zeros_like(far)
    taken[tuple(np.array(pairs).T)] = True
    assert alike[far & taken].min() >= alike[far & ~taken].max()


def held(n_frames, error_px):
    return Poses(ring(n_frames), [], np.zeros((1, 3)), error_px, "")


def test_a_frame_is_given_up_only_for_a_clearly_lower_error():
    many = held(66, 0.85)
    assert better(many, held(65, 0.80)) is many and better(held(65, 0.80), many) is many
    exact = held(65, 0.60)
    assert better(many, exact) is exact  # about as many, and clearly better
    assert better(many, held(40, 0.30)) is many
    also = held(66, 0.84)
    assert better(many, also) is also


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
    monkeypatch.setitem(poses.SHARP, poses.HEAD, 1.0)  # the head alone will do
    truth, photos, masks = sample_frames()
    # Photos have names that people gave them; COLMAP's lists are split at spaces.
    truth = replace(truth, names=[f"{name} \"Zoë's\" # {i}" for i, name in enumerate(truth.names)])
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
    folder = writing.write_capture(made, tmp_path / "alice")
    cameras = read_cameras(folder)
    assert cameras.names == made.cameras.names and np.allclose(cameras.c2w, made.cameras.c2w)
    settings = load_settings(folder)
    assert settings.light.fit_offset and not settings.light.fit_pose
    assert settings.light.intensity is None
    assert len(load_views(folder, settings)) == 14
    record = json.loads((folder / "capture.json").read_text())
    assert record["frames_lost"] == ["00099"] and np.isclose(record["mm_per_unit"], UNIT_MM)


def test_a_writer_that_is_killed_leaves_nothing_that_counts(tmp_path):
    """Killed in the middle of writing, by the signal that nobody can catch; then written again."""
    code = (
        "import time, sys; sys.path.insert(0, sys.argv[2]); from test_make import making, writing\n"
        "whole = writing._write_text\n"
        "writing._write_text = lambda *a: (whole(*a), print('half', flush=True), time.sleep(60))\n"
        "writing.write_capture(making(), sys.argv[1])"
    )
    here = str(Path(__file__).parent)
    writer = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "alice"), here],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(here).parent,
    )
    assert writer.stdout.readline() == "half\n"
    (left,) = tmp_path.iterdir()
    assert left.name.startswith(".alice.") and (left / "alice" / "image").is_dir()
    writer.kill()
    writer.wait()
    alive = tmp_path / f".alice.in_work.{os.getpid()}.of_another_that_writes"
    alive.mkdir()
    writing.write_capture(making(), tmp_path / "alice")
    assert sorted(path.name for path in tmp_path.iterdir()) == [alive.name, "alice"]
    assert len(read_cameras(tmp_path / "alice")) == 14


def blank(n=14):
    """Frames with a grey square for a head, before anything is known of them."""
    made = making(n)
    made.poses = made.alignment = made.cameras = made.masks = None
    return made


def write_masks(folder, names, size=(640, 480), inside=200):
    folder.mkdir()
    for name in names:
        mask = np.zeros(size, np.uint8)
        mask[size[0] // 4 : size[0] // 2, size[1] // 4 : size[1] // 2] = inside
        cv2.imwrite(str(folder / f"{name}.png"), mask)
    return folder


def write_model(folder, cameras, names, kind="PINHOLE"):
    """A COLMAP model in text, as any program exports it: names of pictures, cameras, no points."""
    folder.mkdir(parents=True)
    (fx, _, cx), (_, fy, cy), _ = cameras.K
    lens = {"PINHOLE": f"{fx} {fy} {cx} {cy}", "SIMPLE_PINHOLE": f"{fx} {cx} {cy}"}[kind]
    size = f"{cameras.width} {cameras.height}"
    (folder / "cameras.txt").write_text(f"1 {kind} {size} {lens}\n")
    lines = []
    for i, name in enumerate(names):
        w2c = np.linalg.inv(cameras.c2w[i])
        x, y, z, w = Rotation.from_matrix(w2c[:3, :3]).as_quat()
        lines.append(f"{i + 1} {w} {x} {y} {z} {' '.join(map(str, w2c[:3, 3]))} 1 {name}.png\n\n")
    (folder / "images.txt").write_text("".join(lines))
    (folder / "points3D.txt").write_text("")
    return folder


def test_masks_and_a_model_that_a_person_brings_take_the_place_of_ours(tmp_path):
    """Masks come back as they are, cameras up to the similarity that puts the world upright."""
    made = blank()
    made.choice.has_face = False
    names = made.names
    make.add_mattes(made, write_masks(tmp_path / "masks", names))
    assert made.brought and set(np.unique(made.mattes)) == {0, 200}
    taken = ring(len(names))
    model = write_model(tmp_path / "solved" / "sparse", taken, names[:-2])
    make.add_cameras(made, model)
    assert made.poses.how == "read from sparse" and made.poses.lost == names[-2:]
    assert made.cameras.names == names[:-2]
    turns = made.cameras.c2w[:, :3, :3] @ taken.c2w[:-2, :3, :3].swapaxes(1, 2)
    assert np.allclose(turns, turns[0], atol=1e-6) and np.allclose(made.cameras.K, K)
    apart, same = (
        np.linalg.norm(np.diff(c2w[:12, :3, 3], axis=0), axis=1)
        for c2w in (made.cameras.c2w, taken.c2w)
    )
    assert np.allclose(apart / same, (apart / same).mean())
    make.add_masks(made)
    folder = writing.write_capture(made, tmp_path / "alice")
    for name in names[:-2]:
        assert (cv2.imread(str(folder / "mask" / f"{name}.png"), 0) == made.mattes[0]).all()
    record = json.loads((folder / "capture.json").read_text())
    assert record["masks"] == "brought" and record["cameras"] == "read from sparse"
    assert record["error_px"] is None and record["frames_lost"] == names[-2:]


def with_a_model(tmp_path, monkeypatch):
    """A capture made of brought masks and cameras, and what it was made from."""
    made = blank()
    made.choice.has_face = False
    make.add_mattes(made, write_masks(tmp_path / "masks", made.names))
    make.add_cameras(made, write_model(tmp_path / "sparse", ring(14), made.names))
    make.add_masks(made)

    def take(choice, settings):
        new = blank(24)
        new.choice = choice
        index = [int(number) for number in choice.chosen]
        new.names = [new.names[i] for i in index]
        new.photos, new.faces = [new.photos[i] for i in index], [None] * len(index)
        return new

    monkeypatch.setattr(make, "take_frames", take)
    return made


def test_a_person_corrects_frames_masks_and_cameras(tmp_path, monkeypatch):
    made = with_a_model(tmp_path, monkeypatch)
    same = tmp_path / "masks", tmp_path / "sparse"
    assert make.corrected(made, None, [], [], *same) is made
    names = [f"{i:05d}" for i in range(24)]
    masks = write_masks(tmp_path / "better", names, inside=255)
    model = write_model(tmp_path / "solved", ring(24), names)
    new = make.corrected(made, None, [20, 22], [3], masks, model)
    assert new.cameras.names == [f"{i:05d}" for i in [*range(3), *range(4, 14), 20, 22]]
    assert new.masks.max() == 255 and new.poses.how == "read from solved"
    assert new.corrections[:2] == ["taken: 20, 22", "left out: 3"] and len(new.corrections) == 4
    record = json.loads((writing.write_capture(new, tmp_path / "a") / "capture.json").read_text())
    assert record["corrections"] == new.corrections


def test_a_model_of_larger_pictures_fits_these_frames(tmp_path):
    made = blank()
    made.choice.has_face = False
    make.add_mattes(made, write_masks(tmp_path / "masks", made.names, (1280, 960)))
    assert made.mattes.shape[1:] == (640, 480)
    taken = ring()
    large = Cameras(taken.names, taken.c2w, np.diag([2, 2, 1]) @ K, 960, 1280, np.zeros(4))
    make.add_cameras(made, write_model(tmp_path / "sparse", large, made.names))
    assert np.allclose(made.cameras.K, K) and made.cameras.width == 480


def test_masks_and_models_of_other_frames_are_refused(tmp_path):
    made = blank()
    with pytest.raises(CaptureError, match="masks"):
        make.add_mattes(made, write_masks(tmp_path / "masks", made.names[:-1]))
    with pytest.raises(CaptureError, match="480 x 640 px, found 640 x 480"):
        make.add_mattes(made, write_masks(tmp_path / "turned", made.names, (480, 640)))
    make.add_mattes(made, write_masks(tmp_path / "good", made.names))
    strange = write_model(tmp_path / "strange", ring(), [f"other{i}" for i in range(14)])
    with pytest.raises(CaptureError, match="frames named like 00000, found other0"):
        make.add_cameras(made, strange)
    taken = ring()
    wide = Cameras(taken.names, taken.c2w, K, 640, 480, np.zeros(4))
    with pytest.raises(CaptureError, match="480 x 640 px, found 640 x 480"):
        make.add_cameras(made, write_model(tmp_path / "wide", wide, made.names))


def test_of_more_frames_than_asked_those_stay_that_stand_evenly(tmp_path):
    made = blank(24)
    made.choice.has_face, made.choice.n_kept = False, 12
    make.add_mattes(made, write_masks(tmp_path / "masks", made.names))
    make.add_cameras(made, write_model(tmp_path / "sparse", ring(24), made.names))
    assert len(made.cameras) == 12 and len(made.spared) == 12
    assert sorted([*made.cameras.names, *made.spared]) == made.names and not made.poses.lost
    make.add_masks(made)
    record = json.loads((writing.write_capture(made, tmp_path / "a") / "capture.json").read_text())
    assert record["frames_chosen"] == record["frames_registered"] == made.cameras.names
    assert record["frames_spared"] == made.spared


def before(room, photos, masks):
    """Heads before a picture of a room, the same in all."""
    return [np.where(mask[..., None], photo, room) for photo, mask in zip(photos, masks)]


def twice_as_large():
    """Photos and masks of the sample."""
    _, photos, masks = sample_frames()
    return (
        [cv2.resize(photo, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC) for photo in photos],
        [np.kron(mask, np.ones((2, 2), bool)) for mask in masks],
    )


def textured(height, width, seed=0):
    noise = np.random.default_rng(seed).integers(0, 255, (height // 6, width // 6, 3), np.uint8)
    return cv2.resize(noise, (width, height), interpolation=cv2.INTER_CUBIC)


def test_a_head_that_turns_before_a_fixed_camera_is_told():
    photos, masks = twice_as_large()
    height, width = masks[0].shape
    room = textured(height, width)
    assert stands_still(before(room, photos, masks), masks)
    by_hand = [np.roll(room, (i % 5, i % 4), (0, 1)) for i in range(len(photos))]
    shaken = [before(room, [p], [m])[0] for room, p, m in zip(by_hand, photos, masks)]
    assert stands_still(shaken, masks)
    wide = textured(height, 12 * width)
    walked = [wide[:, 40 * i : 40 * i + width] for i in range(len(photos))]
    moving = [before(room, [p], [m])[0] for room, p, m in zip(walked, photos, masks)]
    assert not stands_still(moving, masks)
    assert not stands_still(before(np.zeros_like(room), photos, masks), masks)  # a dark room


def test_where_the_room_stands_still_it_has_no_say(monkeypatch):
    asked = []
    monkeypatch.setattr(poses, "_solve", lambda *a: asked.append(a[5]))
    photos, heads = [np.zeros((60, 40, 3), np.uint8)] * 3, [np.ones((60, 40), bool)] * 3
    with pytest.raises(CaptureError):
        solve_poses(photos, ["0", "1", "2"], heads, room_stands=True)
    assert asked == [poses.HEAD, poses.LOOSE]


@pytest.mark.parametrize(
    ("runs", "tried"),
    [
        ({poses.WHOLE: 1.0}, [poses.WHOLE]),  # a head that keeps still
        ({poses.WHOLE: 1.5, poses.HEAD: 2.0}, [poses.WHOLE, poses.HEAD]),
        ({poses.WHOLE: None, poses.HEAD: 2.0}, [poses.WHOLE, poses.HEAD]),
        (
            {poses.WHOLE: None, poses.HEAD: None, poses.LOOSE: 2.0},
            [poses.WHOLE, poses.HEAD, poses.LOOSE],
        ),
    ],
)
def test_a_room_that_shows_much_comes_first_and_the_head_where_that_fails(monkeypatch, runs, tried):
    """Errors on the head, in px of pictures 960 px high; None: nothing was found."""
    asked = []

    def solved(*a):
        asked.append(where := a[5])
        return None if runs[where] is None else held(20, runs[where])

    monkeypatch.setattr(poses, "_solve", solved)
    photos, heads = [np.zeros((960, 540, 3), np.uint8)] * 20, [np.ones((960, 540), bool)] * 20
    found = solve_poses(photos, [str(i) for i in range(20)], heads, room_first=True)
    assert asked == tried and found.error_px == min(filter(None, runs.values()))


def test_frames_that_only_the_room_holds_are_left_out_and_told():
    """Three frames share points of the head among themselves alone: they look alike, and the room
    put them where it repeats itself.
    """
    taken, rng = ring(12), np.random.default_rng(0)
    points = rng.normal(0, 0.3, (300, 3))
    frame, point = np.divmod(np.arange(12 * 200), 200)
    point = np.where(np.isin(frame, (3, 4, 5)), 200 + point % 100, point)
    px = np.stack([taken.project(i, points[k : k + 1])[0][0] for i, k in zip(frame, point)])
    found = Poses(taken, ["00099"], points, 0.9, poses.WHOLE)
    found = poses._by_head(found, Sightings(frame, point, px), None)
    assert found.lost == ["00099", "00003", "00004", "00005"] and len(found.cameras) == 9
    assert len(found.points) == 200 and found.warnings[0].endswith(" 3 (00003, 00004, 00005).")
    assert np.allclose(found.cameras.c2w, taken.subset([0, 1, 2, *range(6, 12)]).c2w, atol=1e-3)


def test_pairs_are_matched_alike_by_one_process_and_by_more(tmp_path, monkeypatch):
    monkeypatch.setattr(matching, "FEWEST_PAIRS", 1)
    photos, masks = (part[:4] for part in twice_as_large())
    names = [features.picture_name(i) for i in range(4)]
    features.write_pictures(tmp_path, photos, masks, True)
    features.extract(tmp_path / "features.db", tmp_path, photos[0].shape[:2], True, None, 2)
    found = []
    for n in (1, 3):
        shutil.copyfile(tmp_path / "features.db", database := tmp_path / f"{n}.db")
        matching.match_pairs(database, list(combinations(names, 2)), True, 0.8, n)
        with closing(sqlite3.connect(database)) as stored:
            found.append([stored.execute(f"SELECT * FROM {t}").fetchall() for t in matching.TABLES])
    assert found[0] == found[1] and len(found[0][0]) == 6
    assert not list(tmp_path.glob("share_*.db"))


def test_frames_in_two_pieces_are_told_by_name_and_the_larger_piece_is_kept(monkeypatch):
    """Negatives share no feature with the others: they are a head of their own."""
    monkeypatch.setitem(poses.SHARP, poses.HEAD, 1.0)
    monkeypatch.setattr(poses, "ENOUGH", 0.5)  # the head alone will do
    photos, masks = twice_as_large()
    large, small = range(0, len(photos), 2), range(15, 29)
    names = [f"a{i:02d}" for i in large] + [f"b{i:02d}" for i in small]
    pictures = [photos[i] for i in large] + [255 - photos[i] for i in small]
    found = solve_poses(pictures, names, [masks[i] for i in [*large, *small]])
    assert len(found.cameras) >= 12 and all(name[0] == "a" for name in found.cameras.names)
    assert {name for name in names if name[0] == "b"} <= set(found.lost)
    (told,) = [words for words in found.warnings if "fit together among themselves" in words]
    assert "(b" in told and "Film in one go" in told


def test_nothing_is_overwritten_and_nothing_half_written(tmp_path, monkeypatch):
    made = making()
    folder = writing.write_capture(made, tmp_path / "alice")
    before = sorted(path.name for path in folder.rglob("*"))
    with pytest.raises(CaptureError, match="never overwritten"):
        writing.write_capture(made, folder)
    assert sorted(path.name for path in folder.rglob("*")) == before
    monkeypatch.setattr(writing, "_record", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        writing.write_capture(made, tmp_path / "bob")
    assert [path.name for path in tmp_path.iterdir()] == ["alice"]


def test_sigterm_ends_quietly_after_colmap_was_imported():
    code = "import lib.filming.poses, os, signal; os.kill(os.getpid(), signal.SIGTERM)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ended.returncode == -signal.SIGTERM and not ended.stderr
