"""Captures: cameras, photos and masks as they are read, and one clear error for each thing that can
be wrong.
"""

from __future__ import annotations

import json
import re
import shutil
import tracemalloc
from dataclasses import replace

import cv2
import numpy as np
import pytest
from conftest import ALBEDO, DISTANCE, GAMMA, INTENSITY, RADIUS, camera_ring, pose_file_matrix

from lib.capture.cameras import Cameras, read_cameras
from lib.capture.checks import check_capture
from lib.capture.errors import CaptureError
from lib.capture.place import head_axes
from lib.capture.views import (
    HAIR,
    HEAD,
    LEFT_EYE,
    RIGHT_EYE,
    estimate_intensity,
    fine_views,
    load_views,
)
from lib.workbook.config import Settings, load_settings


def edit_cameras(folder, change):
    """Apply change(dict) to the folder's transforms.json."""
    path = folder / "transforms.json"
    data = json.loads(path.read_text())
    change(data)
    path.write_text(json.dumps(data))


def with_data(**values):
    """Default settings with other data settings."""
    return replace(Settings(), data=replace(Settings().data, **values))


def some_cameras(dist=(0, 0, 0, 0)):
    K = np.array([[50.0, 0, 20], [0, 48.0, 15], [0, 0, 1]])
    return Cameras([f"{i}" for i in range(5)], camera_ring(5), K, 40, 30, np.array(dist, float))


# Cameras


def test_pose_file_permutes_axes_as_written_down(tiny_capture):
    """p to c2w of the README, entry by entry, on numbers that are all different."""
    cameras = read_cameras(tiny_capture)
    p = np.array(
        json.loads((tiny_capture / "transforms.json").read_text())["frames"][2]["transform_matrix"]
    )
    written = [
        [p[1, 0], -p[1, 1], -p[1, 2], p[1, 3]],
        [p[2, 0], -p[2, 1], -p[2, 2], p[2, 3]],
        [p[0, 0], -p[0, 1], -p[0, 2], p[0, 3]],
        [0, 0, 0, 1],
    ]
    np.testing.assert_allclose(cameras.c2w[2], written)
    np.testing.assert_allclose(cameras.c2w, camera_ring(8), atol=1e-12)
    assert (cameras.width, cameras.height, len(cameras)) == (24, 32, 8) and not cameras.dist.any()


def test_aligned_file_holds_c2w_itself(tiny_capture):
    poses = camera_ring(8)

    def align(data):
        for frame, pose in zip(data["frames"], poses):
            frame["transform_matrix"] = pose.tolist()

    edit_cameras(tiny_capture, align)
    (tiny_capture / "transforms.json").rename(tiny_capture / "transforms_aligned.json")
    for meta in ("transforms.json", "data/other/transforms_aligned.json"):
        np.testing.assert_array_equal(
            read_cameras(tiny_capture, with_data(meta_path=meta)).c2w, poses
        )
    with pytest.raises(CaptureError, match="expected transforms_b.json"):
        read_cameras(tiny_capture, with_data(meta_path="transforms_b.json"))


def test_frames_are_named_by_base_name_and_sorted(tiny_capture):
    def rename(data):
        paths = [
            "./image/00009.JPG",
            "C:\\photos\\00003.png",
            "00006",
            "images/x/00000.tiff",
            "image/00012.png",
            "image/00015.jpeg",
            "image/00018",
            "r_0.21",
        ]
        for frame, path in zip(data["frames"], paths):
            frame["file_path"] = path

    edit_cameras(tiny_capture, rename)
    cameras = read_cameras(tiny_capture)
    assert cameras.names == [
        "00000",
        "00003",
        "00006",
        "00009",
        "00012",
        "00015",
        "00018",
        "r_0.21",
    ]
    np.testing.assert_allclose(
        cameras.c2w[3], camera_ring(8)[0], atol=1e-12
    )  # 00009 was listed first


@pytest.mark.parametrize("dist", [(0, 0, 0, 0), (-0.2, 0.05, 0.01, -0.02)])
def test_a_ray_through_a_pixel_projects_onto_it(dist):
    cameras = some_cameras(dist)
    px = np.random.default_rng(0).uniform([0, 0], [40, 30], (50, 2))
    for i in range(len(cameras)):
        origins, dirs = cameras.rays(i, px)
        np.testing.assert_allclose(np.linalg.norm(dirs, axis=1), 1)
        again, depth = cameras.project(i, origins + 3.0 * dirs)
        np.testing.assert_allclose(again, px, atol=1e-6)
        np.testing.assert_allclose(depth, 3.0 * dirs @ cameras.c2w[i, :3, 2])


def test_projection_by_hand():
    """One metre ahead, 0.1 right, 0.2 down, 2 away: (50 * 0.05 + 20, 48 * 0.1 + 15)."""
    cameras = some_cameras()
    c2w = cameras.c2w[1]
    px, depth = cameras.project(1, (c2w @ [0.1, 0.2, 2.0, 1.0])[:3])
    np.testing.assert_allclose(px, [[22.5, 19.8]])
    np.testing.assert_allclose(depth, [2.0])
    assert cameras.project(1, (c2w @ [0.1, 0.2, -2.0, 1.0])[:3])[1] < 0


def test_distortion_is_opencvs():
    cameras = some_cameras((-0.2, 0.05, 0.01, -0.02))
    points = np.random.default_rng(1).uniform([-1, -1, 3], [1, 1, 5], (20, 3))
    world = points @ cameras.c2w[0, :3, :3].T + cameras.c2w[0, :3, 3]
    expected = cv2.projectPoints(points, np.zeros(3), np.zeros(3), cameras.K, cameras.dist)[0][:, 0]
    np.testing.assert_allclose(cameras.project(0, world)[0], expected, atol=1e-9)


def test_scaled_cameras_see_the_same(tiny_capture):
    cameras = read_cameras(tiny_capture)
    half, third = cameras.scaled(2), cameras.scaled(3)
    points = np.random.default_rng(2).uniform(-0.5, 0.5, (10, 3))
    full = cameras.project(4, points)[0]
    np.testing.assert_allclose(half.project(4, points)[0], full / 2)
    assert (third.width, third.height) == (
        8,
        11,
    )  # 32 / 3 rounded: each axis has its own exact factor
    np.testing.assert_allclose(third.project(4, points)[0], full * [8 / 24, 11 / 32])
    some = cameras.subset([5, 1])
    assert some.names == [cameras.names[5], cameras.names[1]]
    np.testing.assert_array_equal(some.c2w[1], cameras.c2w[1])


# Views


def test_views_of_a_valid_capture(tiny_capture):
    settings = load_settings(tiny_capture, "quick", 1)
    views = load_views(tiny_capture, settings)
    assert views.images.shape == (8, 32, 24, 3) and views.images.dtype == np.uint8
    assert views.labels.dtype == np.uint8 and set(np.unique(views.labels)) == {0, HEAD, HEAD | HAIR}
    assert views.has_hair and not views.has_eyes and views.specular_bfm is None
    photo = cv2.imread(str(tiny_capture / "image" / "00006.png"))[..., ::-1]
    np.testing.assert_array_equal(
        views.images[2], photo
    )  # RGB, and the photo's background is black already
    centre = views.linear(1)[16, 12]  # frame 1 stands level with the sphere's centre
    expected = ALBEDO / np.pi * INTENSITY / (DISTANCE - RADIUS) ** 2
    np.testing.assert_allclose(centre, expected, rtol=0.02)


def test_background_is_blacked_by_the_mask(tiny_capture):
    path = tiny_capture / "image" / "00009.png"
    photo = cv2.imread(str(path))
    mask = cv2.imread(str(tiny_capture / "mask" / "00009.png"), 0) > 127
    cv2.imwrite(str(path), np.where(mask[..., None], photo, 200).astype(np.uint8))
    views = load_views(tiny_capture, Settings())
    assert (views.images[3][~mask] == 0).all() and (
        views.images[3][mask] == photo[mask][:, ::-1]
    ).all()
    # Averaged down, background must not bleed into the head's rim either: no brighter than the
    # head's brightest.
    small = load_views(tiny_capture, with_data(downscale=2))
    assert small.images[3].max() <= views.images[3].max()


def test_the_eyes_get_photos_as_large_as_there_is_room_for(make_capture):
    capture = make_capture(n=5, size=(24, 32))
    settings = load_settings(capture, "quick", 1, ["data.downscale=4"])
    shapes = [
        fine_views(capture, settings, room).images.shape[1:3] for room in (1e6, 5 * 24 * 32, 100)
    ]
    assert shapes == [(32, 24), (16, 12), (8, 6)] and settings.data.downscale == 4


def test_photos_of_too_many_pixels_are_averaged_down_as_when_read(make_capture):
    folder = make_capture("sphere", eyes=True)
    views = load_views(folder, Settings())
    n_pixels = views.cameras.width * views.cameras.height
    assert views.at_most(None) is views and views.at_most(n_pixels) is views
    read = load_views(folder, with_data(downscale=2))
    small = views.at_most(n_pixels // 4)
    assert (small.images == read.images).all() and (small.labels == read.labels).all()
    assert np.allclose(small.cameras.K, read.cameras.K) and small.names == views.names


def test_downscale_averages_light_not_bytes(make_capture):
    folder = make_capture(n=2)
    checker = np.indices((32, 24)).sum(0) % 2 * 255
    for name in ("00000", "00003"):
        cv2.imwrite(
            str(folder / "image" / f"{name}.png"),
            np.repeat(checker[..., None], 3, 2).astype(np.uint8),
        )
        cv2.imwrite(str(folder / "mask" / f"{name}.png"), np.full((32, 24), 255, np.uint8))
        cv2.imwrite(
            str(folder / "hair_mask" / f"{name}.png"),
            np.repeat([[255, 255, 255, 0], [255, 0, 0, 0]], 6, 1).repeat(16, 0).astype(np.uint8),
        )
    views = load_views(folder, with_data(downscale=2))
    assert views.images.shape == (2, 16, 12, 3)
    # Half of the pixels at full light: linear 0.5, byte 255 * 0.5 ** (1 / 2.2) = 186; a mean of
    # bytes would be 128.
    assert (views.images == 186).all()
    np.testing.assert_allclose(views.linear(0), 0.5, atol=0.005)
    hair = (views.labels[0] & HAIR) > 0
    assert (
        hair[:8, :9].all()
        and not hair[:8, 9:].any()
        and hair[8:, :3].all()
        and not hair[8:, 3:].any()
    )
    odd = load_views(folder, with_data(downscale=2.5))
    assert odd.images.shape == (2, 13, 10, 3) and (odd.cameras.width, odd.cameras.height) == (
        10,
        13,
    )


def test_jpeg_photos_are_found_by_stem(tiny_capture):
    reference = load_views(tiny_capture, Settings())
    for path in list((tiny_capture / "image").iterdir()):
        cv2.imwrite(
            str(path.with_suffix(".jpg")), cv2.imread(str(path)), [cv2.IMWRITE_JPEG_QUALITY, 98]
        )
        path.unlink()
    views = load_views(tiny_capture, Settings())
    inside = reference.labels > 0
    assert np.abs(views.images[inside].astype(int) - reference.images[inside]).mean() < 3
    path = tiny_capture / "image" / "00006.jpg"
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(
        CaptureError, match=r"00006.jpg: expected a whole JPEG, found \d+ bytes, cut short"
    ):
        load_views(tiny_capture, Settings())


def test_specular_bfm_is_read_where_it_is(tiny_capture):
    values = (4 * np.arange(32 * 24) % 256).astype(np.uint8).reshape(32, 24)
    (tiny_capture / "specular_bfm").mkdir()
    for name in read_cameras(tiny_capture).names:
        cv2.imwrite(str(tiny_capture / "specular_bfm" / f"{name}.png"), values)
    np.testing.assert_array_equal(load_views(tiny_capture, Settings()).specular_bfm[7], values)
    small = load_views(tiny_capture, with_data(downscale=2)).specular_bfm[7]
    assert small[0, 1] == (8 + 12 + 104 + 108) / 4  # linear already: bytes are averaged
    assert small[0, 0] == round((4 + 96 + 100) / 3)  # 0 means unknown, and takes no part
    values[:2, :2] = [[0, 4], [0, 0]]
    cv2.imwrite(str(tiny_capture / "specular_bfm" / "00021.png"), values)
    assert load_views(tiny_capture, with_data(downscale=2)).specular_bfm[7][0, 0] == 0  # mostly
    (tiny_capture / "specular_bfm" / "00003.png").unlink()
    with pytest.raises(
        CaptureError, match=r"specular_bfm/00003.png: expected a file.*remove the folder"
    ):
        load_views(tiny_capture, Settings())


def test_eye_masks_keep_their_side(make_capture, tmp_path):
    folder = make_capture(n=5, eyes=True)
    views = load_views(folder, Settings())
    assert views.has_eyes
    for i in range(5):  # the subject faces -z with y down, so its left is at +x
        for bit, x in ((LEFT_EYE, 0.2), (RIGHT_EYE, -0.2)):
            seen = np.argwhere(views.labels[i] & bit)
            if len(seen) > 2:
                origins, dirs = views.cameras.rays(i, seen[:, ::-1] + 0.5)
                along = (origins * dirs).sum(1)
                reach = -along - np.sqrt(along**2 - (origins**2).sum(1) + RADIUS**2)
                assert np.abs((origins + reach[:, None] * dirs)[:, 0] - x).max() < 0.16
    assert (views.labels & LEFT_EYE).any() and (views.labels & RIGHT_EYE).any()
    assert not load_views(folder, with_data(eyes="none")).has_eyes
    # Masks drawn by a later step replace the capture's own.
    for eye in ("leye_mask", "reye_mask"):
        (tmp_path / "eyes" / eye).mkdir(parents=True)
        for name in views.names:
            drawn = np.zeros((32, 24), np.uint8)
            drawn[15:18, 11:13] = 255 * (eye == "leye_mask")
            cv2.imwrite(str(tmp_path / "eyes" / eye / f"{name}.png"), drawn)
    drawn = load_views(folder, Settings(), tmp_path / "eyes")
    assert not (drawn.labels & RIGHT_EYE).any()
    assert ((drawn.labels & LEFT_EYE) > 0).sum(axis=(1, 2)).tolist() == [6] * 5


def test_distorted_photos_come_out_straight(make_capture):
    """Dots drawn where a distorted camera sees 3D points lie, once read, where its pinhole camera
    projects them.
    """
    folder = make_capture(n=2, size=(120, 160))
    edit_cameras(folder, lambda data: data.update(k1=2.5, k2=-2.0, p1=0.01, p2=-0.015))
    taken = read_cameras(folder)
    points = np.array([[-0.4, -0.4, 0], [0.4, -0.4, 0], [0.4, 0.4, 0], [-0.4, 0.4, 0], [0, 0, 0.0]])
    for i, name in enumerate(taken.names):
        mask = np.zeros((160, 120), np.uint8)
        for x, y in taken.project(i, points)[
            0
        ]:  # shift=4: sixteenths of a pixel; OpenCV's centres are whole numbers
            cv2.circle(
                mask, (round(16 * (x - 0.5)), round(16 * (y - 0.5))), 16 * 4, 255, -1, shift=4
            )
        cv2.imwrite(str(folder / "mask" / f"{name}.png"), mask)
        cv2.imwrite(str(folder / "hair_mask" / f"{name}.png"), mask)
        cv2.imwrite(str(folder / "image" / f"{name}.png"), np.repeat(mask[..., None], 3, 2) // 2)
    bent = taken.project(0, points)[0] - taken.pinhole().project(0, points)[0]
    assert np.abs(bent).max() > 1.5
    for factor in (1, 2):
        views = load_views(folder, with_data(downscale=factor))
        assert not views.cameras.dist.any()
        for i in range(2):
            _, _, _, centres = cv2.connectedComponentsWithStats(
                (views.labels[i] & HEAD).astype(np.uint8)
            )
            wanted = views.cameras.project(i, points)[0]
            gaps = np.linalg.norm(centres[1:, None] + 0.5 - wanted, axis=-1)
            assert len(centres) == 6 and gaps.min(0).max() < 0.35
            inside = views.images[i][(views.labels[i] & HEAD) > 0]
            assert np.median(inside) == 127 and inside.min() > 120  # no background in the rim


def test_drawn_eye_masks_are_not_undistorted_again(make_capture, tmp_path):
    folder = make_capture(n=2, size=(60, 80), eyes=True)
    edit_cameras(folder, lambda data: data.update(k1=4.0))
    drawn = np.zeros((80, 60), np.uint8)
    drawn[25:55, 15:45] = 255
    for eye in ("leye_mask", "reye_mask"):
        (tmp_path / "eyes" / eye).mkdir(parents=True)
        for name in ("00000", "00003"):
            cv2.imwrite(str(folder / eye / f"{name}.png"), drawn)
            cv2.imwrite(str(tmp_path / "eyes" / eye / f"{name}.png"), drawn)
    straight = load_views(folder, Settings(), tmp_path / "eyes").labels[0] & LEFT_EYE > 0
    bent = load_views(folder, Settings()).labels[0] & LEFT_EYE > 0
    np.testing.assert_array_equal(straight, drawn > 0)
    assert (bent != straight).any()


def test_reading_keeps_bytes_only(make_capture):
    """Memory at its highest: the arrays that come back and the float photos of a few frames, never
    of all.
    """
    folder = make_capture(n=48, size=(45, 60))
    pixels = 45 * 60
    load_views(folder, Settings())  # modules that are imported on the way are not counted
    for settings in (Settings(), with_data(downscale=2)):
        tracemalloc.start()
        views = load_views(folder, settings)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        held = views.images.nbytes + views.labels.nbytes
        assert held == len(views) * views.images[0].size // 3 * 4
        assert (
            peak - held < 0.5 * 48 * 3 * 4 * pixels
        )  # half of what all photos would take as floats


# Held-out frames


def test_held_out_frames(make_capture):
    folder = make_capture(n=20)
    names = [f"{3 * i:05d}" for i in range(20)]

    def held(**values):
        train, heldout = load_views(folder, Settings()).split(with_data(**values))
        assert sorted(train.names + heldout.names) == names and not set(train.names) & set(
            heldout.names
        )
        assert len(train) == len(train.images) == len(train.labels) == len(train.cameras.c2w)
        return heldout.names

    assert held() == [names[4], names[13]]
    assert held(holdout="every:5:0") == [names[0], names[5], names[10], names[15]]
    assert held(holdout=["00006", "00003.png"]) == ["00003", "00006"]
    (folder / "gt.json").write_text(json.dumps({"heldout": ["00009.png"]}))
    assert held() == ["00009"]
    assert held(holdout="every:19:1") == ["00003"]
    for nothing in ("every:9:400", []):
        with pytest.raises(
            CaptureError, match="data.holdout: expected frames to be scored on, found none"
        ):
            held(holdout=nothing)
    with pytest.raises(CaptureError, match="found '00006x'; the nearest is '00006'"):
        held(holdout=["00006x"])
    with pytest.raises(CaptureError, match="found all 20 held out"):
        held(holdout="every:1:0")
    (folder / "gt.json").write_text(json.dumps({"heldout": ["99999.png"]}))
    with pytest.raises(CaptureError, match="gt.json.*'99999'"):
        held()
    (folder / "gt.json").write_text('{"heldout": [')
    with pytest.raises(CaptureError, match="gt.json: expected JSON"):
        load_views(folder, Settings())


def test_a_short_capture_still_holds_one_out(make_capture):
    train, heldout = load_views(make_capture(n=3), Settings()).split(Settings())
    assert len(train) == 2 and heldout.names == ["00003"]


# Bad input


def put(folder, part, name, image):
    cv2.imwrite(str(folder / part / name), image)


def cut(path, share=0.5):
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])


def flip(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 255
    path.write_bytes(bytes(data))


def set_pose(matrix):
    return lambda folder: edit_cameras(
        folder, lambda data: data["frames"][3].update(transform_matrix=matrix)
    )


def scaled_pose():
    pose = camera_ring(8)[3]
    pose[:3, :3] *= 1.1
    return pose_file_matrix(pose)


MIRROR = np.diag([1.0, 1, -1, 1])
BAD = {
    "no image folder": (
        lambda f: shutil.rmtree(f / "image"),
        r"sphere/image: expected a folder with a file for every",
    ),
    "no mask folder": (lambda f: shutil.rmtree(f / "mask"), r"sphere/mask: expected a folder"),
    "no camera file": (
        lambda f: (f / "transforms.json").unlink(),
        r"expected transforms.json with the cameras, found",
    ),
    "photo absent": (
        lambda f: (f / "image/00009.png").unlink(),
        r"image/00009: .*missing 1 of 8 \(00009\)",
    ),
    "mask absent": (
        lambda f: (f / "mask/00009.png").unlink(),
        r"mask/00009.png: expected a file for every frame",
    ),
    "hair mask absent": (
        lambda f: (f / "hair_mask/00009.png").unlink(),
        r"hair_mask/00009.png: .*remove the folder",
    ),
    "mask size": (
        lambda f: put(f, "mask", "00009.png", np.full((30, 24), 255, np.uint8)),
        r"mask/00009.png: expected 24 x 32 px as in the camera file, found 24 x 30",
    ),
    "photo size": (
        lambda f: put(f, "image", "00009.png", np.zeros((24, 32, 3), np.uint8)),
        r"image/00009.png: expected 24 x 32 px.*found 32 x 24.*unrotated",
    ),
    "photo cut short": (
        lambda f: cut(f / "image/00009.png"),
        r"image/00009.png: expected a whole PNG, found \d+ byt",
    ),
    "photo without its end": (
        lambda f: cut(f / "image/00009.png", 0.99),
        r"image/00009.png: expected a whole PNG",
    ),
    "photo damaged": (
        lambda f: flip(f / "image/00009.png"),
        r"image/00009.png: expected a whole PNG",
    ),
    "photo empty": (
        lambda f: cut(f / "image/00009.png", 0),
        r"image/00009.png: expected a whole PNG or JPEG, found 0 bytes",
    ),
    "mask cut short": (
        lambda f: cut(f / "mask/00009.png"),
        r"mask/00009.png: expected a whole PNG",
    ),
    "mask black": (
        lambda f: put(f, "mask", "00009.png", np.zeros((32, 24), np.uint8)),
        r"mask/00009.png: expected white \(255\) inside, found nothing above 0",
    ),
    "hair mask of 0 and 1": (
        lambda f: [
            put(f, "hair_mask", path.name, np.ones((32, 24), np.uint8))
            for path in (f / "hair_mask").iterdir()
        ],
        r"hair_mask: expected white \(255\) inside, found nothing above 1",
    ),
    "one eye only": (
        lambda f: shutil.copytree(f / "mask", f / "leye_mask"),
        r"expected both leye_mask and reye_mask, found leye_mask",
    ),
    "the other eye only": (
        lambda f: shutil.copytree(f / "mask", f / "reye_mask"),
        r"expected both.*found reye_mask",
    ),
    "pose not a number": (
        set_pose([[float("nan")] * 4] * 4),
        r"frame image/00009.png: expected a transform_matrix of 4 x 4 fin",
    ),
    "pose of two rows": (
        set_pose([[1, 0, 0, 0]] * 2),
        r"frame image/00009.png: expected a transform_matrix of 4 x 4",
    ),
    "pose ragged": (set_pose([[1, 2], [1]]), r"frame image/00009.png: expected a transform_matrix"),
    "pose scaled": (
        set_pose(scaled_pose()),
        r"frame 00009: expected a rigid pose.*\|R R\^T - 1\| = 0.21",
    ),
    "pose mirrored": (
        set_pose(pose_file_matrix(camera_ring(8)[3] @ MIRROR)),
        r"frame 00009: .*det R = -1.*mirroring",
    ),
    "pose with a last row": (
        set_pose([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 1, 1]]),
        r"last row \[0",
    ),
    "camera file cut short": (
        lambda f: cut(f / "transforms.json"),
        r"transforms.json: expected JSON.*cut short",
    ),
    "camera file without focal length": (
        lambda f: edit_cameras(f, lambda d: d.pop("fl_x")),
        r"transforms.json: expected JSON of w h fl_x.*'fl_x'",
    ),
    "focal length 0": (
        lambda f: edit_cameras(f, lambda d: d.update(fl_x=0)),
        r"the first four above 0",
    ),
    "another lens": (
        lambda f: edit_cameras(f, lambda d: d.update(camera_model="EQUIRECTANGULAR")),
        r"camera_model EQUIRECTANGULAR: expected a pinhole.*undistort the photos first",
    ),
    "no frames": (
        lambda f: edit_cameras(f, lambda d: d.update(frames=[])),
        r"expected frames of distinct names",
    ),
    "frame twice": (
        lambda f: edit_cameras(f, lambda d: d["frames"].append(d["frames"][0])),
        r"distinct names",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_captures_get_one_clear_error(tiny_capture, case):
    spoil, message = BAD[case]
    load_views(tiny_capture, Settings())  # valid before
    spoil(tiny_capture)
    with pytest.raises(CaptureError, match=message):
        load_views(tiny_capture, Settings())
    with pytest.raises(CaptureError, match=message):
        check_capture(tiny_capture, Settings())


def test_missing_capture_folder(tmp_path):
    with pytest.raises(CaptureError, match="nobody: expected a folder, found none"):
        load_views(tmp_path / "nobody", Settings())


def test_a_listed_eye_mask_that_is_absent_or_a_lone_drawn_side(make_capture, tmp_path):
    folder = make_capture(n=2, eyes=True)
    shutil.copytree(folder / "leye_mask", tmp_path / "eyes" / "leye_mask")
    with pytest.raises(
        CaptureError, match="eyes: expected both leye_mask and reye_mask, found leye_mask"
    ):
        load_views(folder, Settings(), tmp_path / "eyes")
    with pytest.raises(CaptureError, match="found neither"):
        load_views(folder, Settings(), tmp_path / "nothing")
    (folder / "reye_mask" / "00003.png").unlink()
    with pytest.raises(CaptureError, match="reye_mask/00003.png: expected a file for every frame"):
        load_views(folder, Settings())


# Light and checks


def test_intensity_estimate_of_a_sphere_of_mean_skin(make_capture):
    """On the test sphere of mean albedo 0.433 the estimate must be off by 0.433 / 0.35, the albedo
    it assumes.
    """
    folder = make_capture(n=6, size=(48, 64))
    shutil.rmtree(folder / "hair_mask")
    settings = load_settings(folder, "quick", 1)
    views = load_views(folder, settings)
    expected = INTENSITY * ALBEDO.mean() / 0.35
    assert estimate_intensity(views, settings) == pytest.approx(expected, rel=0.1)
    half = replace(
        views,
        images=np.round(255 * (0.5 * (views.images / 255) ** GAMMA) ** (1 / GAMMA)).astype(
            np.uint8
        ),
    )
    assert estimate_intensity(half, settings) == pytest.approx(expected / 2, rel=0.12)
    with pytest.raises(CaptureError, match="light.intensity: expected light inside the masks"):
        estimate_intensity(replace(views, images=views.images * 0), settings)


def test_report_on_a_good_capture(make_capture):
    folder = make_capture(n=24, eyes=True)
    put(folder, "image", "unlisted.png", np.zeros((32, 24, 3), np.uint8))
    report = check_capture(folder, load_settings(folder, "quick", 1))
    assert (
        report.warnings == []
        and report.n_unlisted == 1
        and report.heldout == ["00012", "00039", "00066"]
    )
    assert (
        report.parts["eye masks"] and report.parts["hair_mask"] and not report.parts["specular_bfm"]
    )
    np.testing.assert_allclose(
        report.azimuth, np.linspace(-80, 80, 24), atol=2
    )  # ordered right to left
    assert report.azimuth_span == pytest.approx(
        160, abs=3
    ) and report.elevation_span == pytest.approx(22.6, abs=2)
    np.testing.assert_allclose(report.distance, np.hypot(DISTANCE, [0.8, 0, 0.8] * 8))
    mask = cv2.imread(str(folder / "mask" / "00000.png"), 0) > 127
    assert report.mask_share[0] == pytest.approx(mask.mean()) and (report.clipped == 0).all()
    assert ("look at", "anything") not in report.rows() and dict(report.rows())[
        "frames"
    ].startswith("24 of 24 x 32 px")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            lambda pose: pose[:3, 3].__imul__(10),
            "times as large as expected within data.bound: divide the cameras'",
        ),
        (
            lambda pose: pose[:3, 1:3].__imul__(-1),
            "of another convention than expected: .* turn their y and z .*OpenGL",
        ),
        (None, "cover the pictures' borders in 24 of 24 frames: are they inverted"),
    ],
)
def test_report_names_cameras_and_masks_of_another_kind(make_capture, change, words):
    folder = make_capture(n=24)
    poses = camera_ring(24)

    def edit(data):
        for frame, pose in zip(data["frames"], poses, strict=True):
            change(pose)
            frame["transform_matrix"] = pose_file_matrix(pose)

    if change:
        edit_cameras(folder, edit)
    for path in () if change else (folder / "mask").iterdir():
        cv2.imwrite(str(path), 255 - cv2.imread(str(path), 0))
        photo = folder / "image" / path.name
        cv2.imwrite(str(photo), np.maximum(cv2.imread(str(photo)), 60))  # a room behind the head
    first = check_capture(folder, load_settings(folder, "quick", 1)).warnings[0]
    assert re.search(words, first), first


def test_report_names_what_costs_quality(make_capture):
    folder = make_capture(n=8)
    for i, name in enumerate(f"{3 * i:05d}" for i in range(8)):
        path = folder / "image" / f"{name}.png"
        photo = cv2.imread(str(path)).astype(float)
        photo = (
            cv2.GaussianBlur(photo, (0, 0), 4) if i == 2 else photo * (0.6 if i in (1, 3) else 3)
        )
        cv2.imwrite(str(path), np.clip(photo, 0, 255).astype(np.uint8))

    def narrow(data):
        for i, frame in enumerate(data["frames"]):
            pose = camera_ring(8, span=40)[i]
            pose[1, 3] = 0.0
            pose[:3, :3] = camera_ring(2, span=1e-3)[1, :3, :3]
            pose[0, 3] += 5.0
            frame["transform_matrix"] = pose_file_matrix(pose)

    edit_cameras(folder, narrow)
    text = "\n".join(check_capture(folder, Settings()).warnings)
    for words in (
        "8 frames; 20 or more",
        "degrees around the head",
        "degrees of height",
        "is clipped",
        "light.fit_gain",
        "not at the world's origin",
    ):
        assert words in text


def test_black_photo_is_an_error_of_the_check(tiny_capture):
    put(tiny_capture, "image", "00009.png", np.zeros((32, 24, 3), np.uint8))
    with pytest.raises(
        CaptureError, match="image/00009: expected light inside the mask, found black"
    ):
        check_capture(tiny_capture, Settings())


# Real and ground-truth captures


def test_left_is_left_on_the_ground_truth_capture(captures):
    """The true eyes project into the masks of their own side: iris points in frontal frames, and
    never the other's.
    """
    folder = captures / "mh_small"
    settings = load_settings(folder, "quick", 2)
    views = load_views(folder, settings)
    eyes = json.loads((folder / "gt.json").read_text())["eyes"]
    assert (
        views.has_eyes
        and views.has_hair
        and views.default_holdout == ["00012.png", "00039.png", "00066.png"]
    )
    sides = {
        "leye": (LEFT_EYE, settings.data.left_eye_ldm),
        "reye": (RIGHT_EYE, settings.data.right_eye_ldm),
    }
    seen = {"leye": 0, "reye": 0}
    for i in range(len(views)):
        origin = views.cameras.c2w[i, :3, 3]
        for side, (bit, landmarks) in sides.items():
            centre, radius = np.array(eyes[side]["center"]), eyes[side]["radius"]
            if -(origin - centre)[2] < 0.8 * np.linalg.norm(origin - centre):
                continue  # not frontal: the subject looks to -z
            iris = centre + radius * np.array([0, 0, -1.0])
            for point in (iris, np.mean(landmarks, axis=0)):
                ((x, y),) = views.cameras.project(i, point)[0].astype(int)
                near = np.bitwise_or.reduce(
                    views.labels[i, y - 1 : y + 2, x - 1 : x + 2], axis=None
                )  # lids are low
                assert near & (LEFT_EYE | RIGHT_EYE) == bit, (views.names[i], side)
            ((x, y),) = views.cameras.project(i, centre)[0]
            rows, columns = np.nonzero(views.labels[i] & bit)
            size = 2 * radius * views.cameras.K[0, 0] / np.linalg.norm(origin - centre)
            assert np.hypot(columns.mean() + 0.5 - x, rows.mean() + 0.5 - y) < 0.5 * size
            seen[side] += 1
    assert min(seen.values()) >= 6


def test_real_photographs_load(captures):
    folder = captures / "skull_flash"
    settings = load_settings(folder, "quick", 1, ["data.downscale=4"])
    views = load_views(folder, settings)
    assert (
        views.images.shape == (66, 119, 178, 3)
        and not views.has_eyes
        and settings.light.intensity is None
    )
    assert 20 < estimate_intensity(views, settings) < 1000
    report = check_capture(folder, settings, views)
    assert report.azimuth_span > 300 and len(report.heldout) == 7


def test_up_is_up_in_the_photos_and_left_is_the_subjects():
    front, left, up = head_axes(camera_ring(9))  # y points down there, the face to -z
    assert np.allclose([front, left, up], [[0, 0, -1], [1, 0, 0], [0, -1, 0]], atol=0.05)
    axes = head_axes(camera_ring(36, span=350.0))  # all around: no front, but still a frame, and up
    assert np.allclose(axes @ axes.T, np.eye(3), atol=1e-6) and axes[2, 1] < -0.99


@pytest.mark.parametrize("grey,inside", [(100, False), (200, True)])
def test_a_grey_pixel_of_a_head_mask_counts_from_half_on(tiny_capture, grey, inside):
    path = sorted((tiny_capture / "mask").glob("*.png"))[0]
    mask = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    mask[0, :5] = grey
    cv2.imwrite(str(path), mask)
    labels = load_views(tiny_capture, load_settings(tiny_capture, "quick", 1, [])).labels
    assert (labels[0, 0, :5] & HEAD > 0).all() == inside == (labels[0, 0, :5] & HEAD > 0).any()
