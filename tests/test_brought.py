"""What people bring: foreign camera files and names, odd pictures, wrong poses. One test a kind."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import struct
import unicodedata
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import psutil
import pytest
from conftest import camera_ring, pose_file_matrix, write_capture
from PIL import Image
from scipy.spatial.transform import Rotation

from lib.capture.cameras import read_cameras
from lib.capture.checks import check_capture
from lib.capture.errors import MESSAGE_LENGTH, CaptureError
from lib.capture.imports import OPENGL
from lib.capture.lens import Lens
from lib.capture.place import head_axes
from lib.capture.views import HEAD, LEFT_EYE, load_views, read_photo
from lib.workbook.settings import Settings

N, SIZE = 24, (48, 64)


def with_data(**values) -> Settings:
    settings = Settings()
    return replace(settings, data=replace(settings.data, **values))


def edit(folder: Path, change) -> None:
    path = folder / "transforms.json"
    data = json.loads(path.read_text())
    change(data)
    path.write_text(json.dumps(data))


def lens_of(folder: Path) -> dict:
    data = json.loads((folder / "transforms.json").read_text())
    return {key: data[key] for key in ("w", "h", "fl_x", "fl_y", "cx", "cy")}


def warnings(folder: Path, settings: Settings | None = None) -> str:
    found = check_capture(folder, settings or Settings()).warnings
    assert all(len(line) <= MESSAGE_LENGTH for line in found)
    return "\n".join(found)


def refusal(folder: Path, settings: Settings | None = None) -> str:
    with pytest.raises(CaptureError) as error:
        load_views(folder, settings or Settings())
    text = str(error.value)
    assert len(text) <= MESSAGE_LENGTH and "\n" not in text
    return text


def same_as(folder: Path, sound: Path) -> None:
    """The capture loads, and with the photos, masks and poses of the sound one."""
    one, other = load_views(folder, Settings()), load_views(sound, Settings())
    np.testing.assert_array_equal(one.images, other.images)
    np.testing.assert_array_equal(one.labels, other.labels)
    np.testing.assert_allclose(one.cameras.c2w, other.cameras.c2w, atol=1e-9)


@pytest.fixture
def sound(tmp_path) -> Path:
    folder = write_capture(tmp_path / "sound", n=N, size=SIZE)
    shutil.rmtree(folder / "hair_mask")
    return folder


@pytest.fixture
def brought(sound, tmp_path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "brought"))


# 1. Poses are judged against masks


def make_lopsided(folder: Path) -> None:
    """Photos and masks of a slanted bar in place of the sphere, alike from everywhere."""
    near, far = [[-0.1, -0.6, z] for z in (-0.1, 0.1)], [[0.1, 0.6, z] for z in (-0.1, 0.1)]
    corners = np.array([*near, *far, *([-0.6, -0.5, z] for z in (0, 0.1)), [0.6, 0.5, 0.2]]) * 1.3
    cameras = read_cameras(folder)
    for i, name in enumerate(cameras.names):
        px = cameras.project(i, corners)[0]
        mask = np.zeros((cameras.height, cameras.width), np.uint8)
        cv2.fillConvexPoly(mask, cv2.convexHull(np.round(px - 0.5).astype(np.int32)), 255)
        cv2.imwrite(str(folder / "mask" / f"{name}.png"), mask)
        cv2.imwrite(str(folder / "image" / f"{name}.png"), np.repeat(mask[..., None] // 2, 3, 2))


def test_poses_on_the_wrong_photos_are_said_with_the_worst_frames(sound):
    make_lopsided(sound)
    report = check_capture(sound, Settings())
    assert np.median(report.fill) > 0.97 and "contradict" not in "\n".join(report.warnings)

    def shift(data):
        poses = [frame["transform_matrix"] for frame in data["frames"]]
        for frame, pose in zip(data["frames"], poses[9:] + poses[:9], strict=True):
            frame["transform_matrix"] = pose

    edit(sound, shift)
    report = check_capture(sound, Settings())
    (line,) = [line for line in report.warnings if "contradict each other" in line]
    assert report.names[int(report.fill.argmin())] in line and report.fill.min() < 0.75


def test_world_to_camera_matrices_are_named_and_a_setting_reads_them(brought, sound):
    poses = np.linalg.inv(camera_ring(N))

    def invert(data):
        for frame, pose in zip(data["frames"], poses, strict=True):
            frame["transform_matrix"] = pose.tolist()

    edit(brought, invert)
    (brought / "transforms.json").rename(brought / "transforms_aligned.json")
    text = refusal(brought)
    assert "all stand in one place" in text and "data.cameras=opencv_w2c" in text
    cameras = read_cameras(brought, with_data(cameras="opencv_w2c"))
    np.testing.assert_allclose(cameras.c2w, camera_ring(N), atol=1e-9)
    assert "world-to-camera" in cameras.source


def test_world_to_camera_matrices_about_another_origin_are_said_too(brought):
    poses = camera_ring(N)
    poses[:, :3, 3] += [3.0, -1.0, 2.0]

    def invert(data):
        for frame, pose in zip(data["frames"], np.linalg.inv(poses), strict=True):
            frame["transform_matrix"] = pose.tolist()

    edit(brought, invert)
    (brought / "transforms.json").rename(brought / "transforms_aligned.json")
    assert "invert them" in warnings(brought)


def test_other_axes_are_said_and_a_setting_reads_them(brought):
    def opengl(data):
        for frame, pose in zip(data["frames"], camera_ring(N) @ OPENGL, strict=True):
            frame["transform_matrix"] = pose.tolist()

    edit(brought, opengl)
    (brought / "transforms.json").rename(brought / "transforms_aligned.json")
    assert "turn their y and z" in warnings(brought)
    cameras = read_cameras(brought, with_data(cameras="opengl"))
    np.testing.assert_allclose(cameras.c2w, camera_ring(N), atol=1e-9)


# 2. Keys that change the meaning


def test_lenses_in_every_frame_and_three_rows_load(brought, sound):
    def move(data):
        lens = {key: data.pop(key) for key in lens_of(sound)}
        for frame in data["frames"]:
            frame.update(lens, k3=0.0, k4=0.0)
            frame["transform_matrix"] = frame["transform_matrix"][:3]
        data["camera_model"] = "OPENCV"

    edit(brought, move)
    same_as(brought, sound)


def project_by(lens: Lens, cameras, i: int, points: np.ndarray) -> np.ndarray:
    local = (points - cameras.c2w[i, :3, 3]) @ cameras.c2w[i, :3, :3]
    bent = lens.distort(local[:, :2] / local[:, 2:])
    return bent * [lens.fl_x, lens.fl_y] + [lens.cx, lens.cy]


DOTS = np.array([[-0.4, -0.4, 0], [0.4, -0.4, 0], [0.4, 0.4, 0], [-0.4, 0.4, 0], [0, 0, 0.0]])


def draw_dots(folder: Path, lenses: list[Lens]) -> None:
    cameras = read_cameras(folder, with_data(recentre=False))
    for i, name in enumerate(cameras.names):
        mask = np.zeros((cameras.height, cameras.width), np.uint8)
        for x, y in project_by(lenses[i], cameras, i, DOTS):
            centre = round(16 * (x - 0.5)), round(16 * (y - 0.5))
            cv2.circle(mask, centre, 16 * 4, 255, -1, shift=4)
        cv2.imwrite(str(folder / "mask" / f"{name}.png"), mask)
        cv2.imwrite(str(folder / "image" / f"{name}.png"), np.repeat(mask[..., None] // 2, 3, 2))


def dots_lie_where_projected(folder: Path) -> None:
    settings = with_data(recentre=False)  # five dots are no head
    views = load_views(folder, settings)
    for i in range(1, len(views) - 1):  # from the sides the dots hide each other
        head = (views.labels[i] & HEAD).astype(np.uint8)
        centres = cv2.connectedComponentsWithStats(head)[3][1:] + 0.5
        gaps = np.linalg.norm(centres[:, None] - views.cameras.project(i, DOTS)[0], axis=-1)
        assert len(centres) == 5 and gaps.min(0).max() < 0.4
    cameras = read_cameras(folder, settings)
    photo = read_photo(folder, cameras, cameras.names[0])
    assert photo[(views.labels[0] & HEAD) > 0].mean() > 100


@pytest.mark.parametrize(
    "keys",
    [
        {"camera_model": "OPENCV_FISHEYE", "k1": 0.05, "k2": -0.01},
        {"is_fisheye": True},
        {"camera_model": "OPENCV", "k1": 0.5, "k3": 20.0},
    ],
)
def test_fisheyes_and_higher_terms_are_straightened(tmp_path, keys):
    folder = write_capture(tmp_path / "lens", n=5, size=(120, 160))
    shutil.rmtree(folder / "hair_mask")
    edit(folder, lambda data: data.update(fl_x=220.0, fl_y=220.0, **keys))
    bends = {key: value for key, value in keys.items() if key in ("k1", "k2", "k3")}
    fisheye = "is_fisheye" in keys or "FISHEYE" in keys["camera_model"]
    draw_dots(folder, 5 * [Lens(120, 160, 220, 220, 60, 80, **bends, fisheye=fisheye)])
    dots_lie_where_projected(folder)
    assert "straightened" in read_cameras(folder).source


def test_each_frames_own_lens_is_used_and_another_size_is_named(tmp_path):
    folder = write_capture(tmp_path / "lens", n=5, size=(120, 160))
    shutil.rmtree(folder / "hair_mask")
    focal = [380.0, 400.0, 420.0, 470.0, 440.0]

    def own(data):
        for frame, fl in zip(data["frames"], focal, strict=True):
            frame.update(fl_x=fl, fl_y=fl)

    edit(folder, own)
    draw_dots(folder, [Lens(120, 160, fl, fl, 60, 80) for fl in focal])
    dots_lie_where_projected(folder)
    edit(folder, lambda data: data["frames"][1].update(w=160, h=120, cx=80, cy=60))
    assert "image/00003.png, 160 x 120" in refusal(folder)


def test_the_angle_gives_the_focal_length_and_the_photo_its_size(brought, sound):
    lens = lens_of(sound)

    def blender(data):
        for key in (*lens, "k1", "k2", "p1", "p2"):
            data.pop(key)
        data["camera_angle_x"] = 2 * np.arctan(lens["w"] / 2 / lens["fl_x"])
        for frame in data["frames"]:
            frame["file_path"] = frame["file_path"].replace("image/", "./train/")[:-4]

    edit(brought, blender)
    same_as(brought, sound)
    edit(brought, lambda data: data.pop("camera_angle_x"))
    text = refusal(brought)
    assert all(f"'{key}'" in text for key in lens) and "tan(camera_angle_x / 2)" in text


@pytest.mark.parametrize("keys", [{"camera_model": "EQUIRECTANGULAR"}, {"ftheta_p0": 0.1}])
def test_other_lenses_are_refused_by_name(brought, keys):
    edit(brought, lambda data: data.update(keys))
    text = refusal(brought)
    assert "EQUIRECTANGULAR" in text or "ftheta_p0" in text
    assert "undistort the photos first" in text


# 3. The lens is plausible


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"cx": 48.0, "cy": 64.0}, "principal point near the middle.*Scale fl_x fl_y cx cy"),
        ({"fl_x": 4.2, "fl_y": 4.2}, "focal length in pixels, found .*an angle of 165"),
        ({"fl_x": 10000.0, "fl_y": 10000.0}, "focal length in pixels"),
        ({"fl_y": 20.0}, "fl_x and fl_y about alike"),
        ({"k1": -44.85, "k2": 1017.4, "p1": 0.62, "p2": 0.94}, "folds inside the picture"),
        ({"p1": 3.0}, "folds inside the picture"),
    ],
)
def test_lenses_that_cannot_be_are_refused(brought, keys, words):
    edit(brought, lambda data: data.update(keys))
    assert re.search(words, refusal(brought))


# 4. Shift and scale


SHIFT, SCALE = np.array([11.1, -7.4, 5.55]), 3.7


def nerfstudio_world(data):
    for frame in data["frames"]:
        matrix = np.array(frame["transform_matrix"])
        matrix[:3, 3] = SCALE * matrix[:3, 3] + SHIFT
        frame["transform_matrix"] = matrix.tolist()


def test_another_programs_world_is_recentred_and_said(brought, sound):
    edit(brought, nerfstudio_world)
    edit(brought, lambda data: data.update(camera_model="OPENCV"))
    views, wanted = load_views(brought, Settings()), load_views(sound, Settings())
    factor = np.linalg.norm(views.cameras.c2w[0, :3, 3]) / np.linalg.norm(
        wanted.cameras.c2w[0, :3, 3]
    )
    np.testing.assert_allclose(
        views.cameras.c2w[:, :3, 3], factor * wanted.cameras.c2w[:, :3, 3], atol=0.02
    )
    assert 0.7 < factor < 1.4
    said = views.cameras.source
    assert "nerfstudio, OpenGL cameras, recentred by (7.40, -5.55, -11.10), scaled by" in said
    assert "lock the exposure" not in warnings(brought)
    untouched = read_cameras(brought, with_data(recentre=False)).c2w
    assert np.linalg.norm(untouched[:, :3, 3].mean(0)) > 5


def test_a_world_of_ones_own_is_said_in_numbers(brought):
    edit(brought, nerfstudio_world)
    text = warnings(brought)
    assert "(-7.40, 5.55, 11.10)" in text and "data.recentre=true" in text
    assert "lock the exposure" not in text  # distance is measured to the head
    assert "recentred" in read_cameras(brought, with_data(recentre=True)).source


def test_worlds_that_eyes_or_truth_are_given_in_stay(brought):
    edit(brought, nerfstudio_world)
    edit(brought, lambda data: data.update(aabb_scale=4))
    (brought / "gt.json").write_text("{}")
    assert "recentred" not in read_cameras(brought).source


# 5. What is in the pictures


def test_a_cut_outs_alpha_is_the_mask(brought, sound):
    for path in (brought / "mask").iterdir():
        photo = cv2.imread(str(sound / "image" / path.name))
        alpha = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
        cv2.imwrite(str(path), np.dstack([photo, alpha]))
    same_as(brought, sound)
    for path in (brought / "mask").iterdir():  # photos with alpha need no masks
        shutil.move(path, brought / "image" / path.name)
    (brought / "mask").rmdir()
    same_as(brought, sound)


def test_a_colour_picture_is_no_mask(brought):
    for path in (brought / "image").iterdir():
        colours = np.random.default_rng(0).integers(0, 255, (*SIZE[::-1], 3)).astype(np.uint8)
        cv2.imwrite(str(brought / "mask" / path.name), colours)
    assert "expected a mask of black and white, found colours" in refusal(brought)


@pytest.mark.parametrize("white", [65535, 4095])
def test_16_bits_are_scaled_by_their_range(brought, sound, white):
    for part in ("image", "mask"):
        for path in (brought / part).iterdir():
            pixels = cv2.imread(str(path), cv2.IMREAD_UNCHANGED).astype(float) / 255
            pixels[0, 0] = 1.0  # a pixel that shows the range
            cv2.imwrite(str(path), np.round(pixels * white).astype(np.uint16))
    views, wanted = load_views(brought, Settings()), load_views(sound, Settings())
    assert np.abs(views.images.astype(int) - wanted.images)[:, 1:].max() <= 1
    np.testing.assert_array_equal(views.labels[:, 1:], wanted.labels[:, 1:])


def test_a_black_head_and_a_frame_without_flash_are_said(brought):
    for path in (brought / "image").iterdir():
        cv2.imwrite(str(path), cv2.imread(str(path)) // 16)
    assert "the head is nearly black" in warnings(brought)


def test_a_frame_without_flash_is_said(brought):
    path = brought / "image" / "00012.png"
    cv2.imwrite(str(path), cv2.imread(str(path)) // 4)
    assert "nearly black beside the others: 00012" in warnings(brought)


def save_jpeg(path: Path, rgb: np.ndarray, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    Image.fromarray(rgb).save(path, quality=98, exif=exif)


UPRIGHT = {3: lambda a: np.rot90(a, 2), 6: lambda a: np.rot90(a, -1), 8: np.rot90}


@pytest.mark.parametrize("orientation", [3, 6, 8])
@pytest.mark.parametrize("kept", ["stored", "upright"])
def test_exif_turns_photos_and_masks_alike(brought, sound, orientation, kept):
    """Photos that EXIF turns, masks drawn on the upright photo; cameras of either."""
    make_lopsided(brought)
    shutil.rmtree(sound)
    shutil.copytree(brought, sound)
    turn = UPRIGHT[orientation]
    if kept == "upright" and orientation == 3:
        pytest.skip("of one size: cameras count as those of the stored photo")
    for path in list((brought / "image").iterdir()):
        rgb = cv2.imread(str(path))[..., ::-1]
        stored = rgb if kept == "stored" else UPRIGHT[{6: 8, 8: 6}[orientation]](rgb)
        path.unlink()
        save_jpeg(path.with_suffix(".jpg"), np.ascontiguousarray(stored), orientation)
        if kept == "stored":
            mask = brought / "mask" / path.name
            cv2.imwrite(str(mask), turn(cv2.imread(str(mask), 0)))
    views, wanted = load_views(brought, Settings()), load_views(sound, Settings())
    np.testing.assert_array_equal(views.labels, wanted.labels)
    assert np.abs(views.images.astype(int) - wanted.images).mean() < 3


def test_soft_and_hidden_eyes_load_and_an_empty_head_does_not(tmp_path):
    folder = write_capture(tmp_path / "eyes", n=5, size=SIZE, eyes=True)
    soft = np.zeros(SIZE[::-1], np.uint8)
    soft[30, 20:23] = 85
    cv2.imwrite(str(folder / "leye_mask" / "00003.png"), soft)
    cv2.imwrite(str(folder / "reye_mask" / "00003.png"), soft * 0)
    assert not (load_views(folder, Settings()).labels[1] & LEFT_EYE).any()
    cv2.imwrite(str(folder / "mask" / "00003.png"), soft)
    assert "mask/00003.png: expected white (255) inside, found nothing above 85" in refusal(folder)


# 6. Types by content


def test_types_are_told_by_content(brought, sound):
    for i, path in enumerate(sorted((brought / "image").iterdir())):
        rgb = Image.open(path).convert("RGB")
        kind = ("PNG", "BMP", "TIFF", "WEBP")[i % 4]
        path.unlink()
        options = {"lossless": True, "exact": True} if kind == "WEBP" else {}
        with open(path.with_suffix((".jpg", ".png")[i % 2]), "wb") as file:
            rgb.save(file, kind, **options)
    same_as(brought, sound)


def test_heic_loads(brought):
    pytest.importorskip("pillow_heif")
    wanted = load_views(brought, Settings())
    for path in list((brought / "image").iterdir()):
        image = Image.open(path).convert("RGB")
        path.unlink()
        with open(path.with_suffix(".jpg"), "wb") as file:
            image.save(file, "HEIF", quality=95)
    views = load_views(brought, Settings())
    assert np.abs(views.images.astype(int) - wanted.images).mean() < 4


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\0\0\0$ftypheic\0\0", "found HEIC; convert it"),
        (b"\0\0\0\x18ftypmp42\0\0", "found a film; convert it"),
        (b"version https://git-lfs.github.com/spec/v1", "Git LFS pointer"),
        (b"<!DOCTYPE html>", "found a web page"),
        (b"", "found 0 bytes"),
    ],
)
def test_what_is_no_picture_is_named(brought, data, words):
    (brought / "image" / "00012.png").write_bytes(data)
    assert words in refusal(brought) and "00012.png" in refusal(brought)


def test_a_motion_photo_loads_and_a_cut_one_does_not(brought):
    wanted = load_views(brought, Settings())
    rng = np.random.default_rng(3)
    for path in list((brought / "image").iterdir()):
        jpeg = io.BytesIO()
        Image.open(path).convert("RGB").save(jpeg, "JPEG", quality=98)
        path.unlink()
        tail = b"\0\0\0\x18ftypmp42" + rng.bytes(3000) + b"\xff\xda" + rng.bytes(9)
        path.with_suffix(".jpg").write_bytes(jpeg.getvalue() + tail)
    views = load_views(brought, Settings())
    assert np.abs(views.images.astype(int) - wanted.images).mean() < 3
    (brought / "image" / "00012.jpg").write_bytes(jpeg.getvalue()[:-60])
    assert "00012.jpg: expected a whole JPEG" in refusal(brought)


# 7. Names


def test_the_listed_file_is_read_and_two_that_fit_are_named(brought, sound):
    for path in list((brought / "image").iterdir()):
        black = Image.new("RGB", SIZE)
        black.save(path.with_suffix(".jpg"))
    same_as(brought, sound)  # the camera file lists the .png

    def bare(data):
        for frame in data["frames"]:
            frame["file_path"] = frame["file_path"][:-4]

    edit(brought, bare)
    text = refusal(brought)
    assert "00000.jpg" in text and "00000.png" in text


def test_composed_and_decomposed_names_are_one(brought, sound):
    for part in ("image", "mask"):
        for path in list((brought / part).iterdir()):
            path.rename(path.with_name(unicodedata.normalize("NFD", f"Zo\u00eb {path.name}")))

    def rename(data):
        for frame in data["frames"]:
            frame["file_path"] = frame["file_path"].replace("image/", "image/Zo\u00eb ")

    edit(brought, rename)
    same_as(brought, sound)


@pytest.mark.parametrize("name", ["head.v2.{}", "IMG.{}.left", "{}.jpg"])
def test_names_with_dots_are_read_as_written(brought, sound, name):
    for part in ("image", "mask"):
        for path in list((brought / part).iterdir()):
            path.rename(path.with_name(name.format(path.stem) + ".png"))

    def rename(data):
        for frame in data["frames"]:
            frame["file_path"] = "image/" + name.format(frame["file_path"][6:-4])

    edit(brought, rename)
    same_as(brought, sound)


@pytest.mark.parametrize(
    ("images", "masks", "mask_name"),
    [
        ("images", "masks", "{}.png"),
        ("Image", "Mask", "{}.PNG"),
        ("photos", "mask", "{}.png.png"),
        ("image", "masks", "{}_mask.png"),
    ],
)
def test_folders_and_masks_of_other_programs_are_found(brought, sound, images, masks, mask_name):
    for path in list((brought / "mask").iterdir()):
        path.rename(path.with_name(mask_name.format(path.stem)))
    (brought / "mask").rename(brought / "m")
    (brought / "m").rename(brought / masks)
    (brought / "image").rename(brought / "i")
    (brought / "i").rename(brought / images)
    same_as(brought, sound)


def test_frames_of_two_folders_with_one_name_are_named(brought):
    def stereo(data):
        for i, frame in enumerate(data["frames"]):
            frame["file_path"] = f"image/{('left', 'right')[i % 2]}/{i // 2:06d}.png"

    edit(brought, stereo)
    text = refusal(brought)
    assert "left/000000.png and right/000000.png" in text and "rename" in text


def test_missing_says_what_lies_there_instead(brought):
    path = brought / "image" / "00012.png"
    path.rename(path.with_name("IMG_00012.png"))
    text = refusal(brought)
    assert "missing 1 of 24 (00012)" in text and "found instead IMG_00012.png" in text
    shutil.rmtree(brought / "mask")
    (brought / "segmentation").mkdir()
    path.with_name("IMG_00012.png").rename(path)
    assert "segmentation/" in refusal(brought)


# 8. Messages


@pytest.mark.parametrize("code", ["utf-8-sig", "utf-16"])
def test_byte_order_marks_are_read(brought, sound, code):
    path = brought / "transforms.json"
    path.write_text(path.read_text(), encoding=code)
    same_as(brought, sound)


def test_messages_stay_short(brought):
    path = brought / "transforms.json"
    path.write_bytes(b"\x80\x81" + 5000 * b"x")
    assert "UTF-8" in refusal(brought)
    path.write_text("[" * 3000)
    refusal(brought)
    path.write_text(json.dumps({"w": 4, "frames": [{"file_path": "x" * 4000}]}))
    refusal(brought)
    deep = brought.joinpath(*["a folder with a long name"] * 14)
    shutil.copytree(brought / "image", deep / "image")
    assert "expected transforms.json" in refusal(deep)


def test_memory_is_estimated_before_it_is_taken(brought, monkeypatch):
    class Memory:
        available = 400_000

    monkeypatch.setattr(psutil, "virtual_memory", lambda: Memory)
    text = refusal(brought)
    assert "of memory" in text and "data.downscale=" in text


# Cameras from elsewhere


def from_elsewhere(folder: Path, sound: Path, program: str) -> None:
    """The capture loads as the sound one, up to a rotation, a shift and a scale of the world."""
    (folder / "transforms.json").unlink(missing_ok=True)
    views, wanted = load_views(folder, Settings()), load_views(sound, Settings())
    np.testing.assert_array_equal(views.images, wanted.images)
    assert program in views.cameras.source
    a, b = views.cameras.c2w, wanted.cameras.c2w
    turn = a[0, :3, :3] @ b[0, :3, :3].T
    np.testing.assert_allclose(turn @ b[:, :3, :3], a[:, :3, :3], atol=1e-4)
    scale = np.linalg.norm(a[0, :3, 3]) / np.linalg.norm(b[0, :3, 3])
    np.testing.assert_allclose(a[:, :3, 3], scale * b[:, :3, 3] @ turn.T, atol=0.05)
    np.testing.assert_allclose(views.cameras.K, wanted.cameras.K, rtol=1e-4)
    assert "contradict" not in warnings(folder)
    front, left, up = head_axes(a)
    assert front[2] < -0.9 and left[0] > 0.9 and up[1] < -0.9  # upright, whatever the world was


def moved_poses() -> np.ndarray:
    """The sound poses in a world that is turned, shifted and scaled."""
    turn = Rotation.from_euler("xyz", [20, -50, 130], degrees=True).as_matrix()
    poses = camera_ring(N)
    poses[:, :3, :3] = turn @ poses[:, :3, :3]
    poses[:, :3, 3] = 2.5 * poses[:, :3, 3] @ turn.T + [4.0, -3.0, 8.0]
    return poses


@pytest.mark.parametrize("binary", [False, True])
def test_a_colmap_model(brought, sound, binary):
    lens, folder = lens_of(sound), brought / "sparse" / "0"
    folder.mkdir(parents=True)
    params = [lens[key] for key in ("fl_x", "fl_y", "cx", "cy")]
    poses = np.linalg.inv(moved_poses())
    quaternions = Rotation.from_matrix(poses[:, :3, :3]).as_quat()[:, [3, 0, 1, 2]]
    if binary:
        cameras = struct.pack("<QIiQQ4d", 1, 1, 1, lens["w"], lens["h"], *params)
        images = struct.pack("<Q", N)
        for i in range(N):
            images += struct.pack("<I7dI", i + 1, *quaternions[i], *poses[i, :3, 3], 1)
            images += f"{3 * i:05d}.png".encode() + b"\0" + struct.pack("<Q", 0)
        (folder / "cameras.bin").write_bytes(cameras)
        (folder / "images.bin").write_bytes(images)
    else:
        numbers = " ".join(map(str, params))
        (folder / "cameras.txt").write_text(f"1 PINHOLE {lens['w']} {lens['h']} {numbers}\n")
        lines = [
            f"{i + 1} {' '.join(map(str, [*quaternions[i], *poses[i, :3, 3]]))} 1 {3 * i:05d}.png\n"
            for i in range(N)
        ]
        (folder / "images.txt").write_text("\n".join(lines) + "\n")
    put_masks = list((brought / "mask").iterdir())
    for path in put_masks:  # COLMAP's names of masks
        path.rename(path.with_name(path.name + ".png"))
    from_elsewhere(brought, sound, "COLMAP")


def test_a_metashape_xml(brought, sound):
    lens = lens_of(sound)
    cameras = "".join(
        f'<camera id="{i}" sensor_id="0" label="{3 * i:05d}">'
        f"<transform>{' '.join(map(str, pose.ravel()))}</transform></camera>"
        for i, pose in enumerate(moved_poses())
    )
    (brought / "cameras.xml").write_text(
        f"""<?xml version="1.0" encoding="UTF-8"?>
<document version="2.0.0"><chunk label="Chunk 1" enabled="true"><sensors next_id="1">
<sensor id="0" label="unknown" type="frame"><resolution width="{lens["w"]}" height="{lens["h"]}"/>
<calibration type="frame" class="adjusted">
<resolution width="{lens["w"]}" height="{lens["h"]}"/><f>{lens["fl_x"]}</f><cx>0</cx><cy>0</cy>
</calibration></sensor></sensors>
<cameras next_id="9">{cameras}<camera id="99" sensor_id="0" label="not aligned"/></cameras>
</chunk></document>"""
    )
    from_elsewhere(brought, sound, "Metashape")


@pytest.mark.parametrize("separator", [",", ", "])
def test_a_realitycapture_csv(brought, sound, separator):
    lens = lens_of(sound)
    head = "#name,x,y,alt,heading,pitch,roll,f,px,py,k1,k2,k3,k4,t1,t2".split(",")
    rows = [separator.join(head)]
    for i, pose in enumerate(moved_poses() @ OPENGL):
        yaw, pitch, roll = Rotation.from_matrix(pose[:3, :3]).as_euler("ZXY", degrees=True)
        focal = lens["fl_x"] * 36 / max(lens["w"], lens["h"])
        values = [*pose[:3, 3], -yaw, pitch, roll, focal, *8 * [0.0]]
        rows.append(separator.join([f"{3 * i:05d}.png", *map(str, values)]))
    (brought / "cameras.csv").write_text("\n".join(rows))
    from_elsewhere(brought, sound, "RealityCapture")


def test_an_iron_file(brought, sound):
    lens = lens_of(sound)
    K = np.eye(4)
    K[:3, :3] = Lens(**lens_kwargs(lens)).K
    data = {
        f"{3 * i:05d}.png": {
            "K": K.ravel().tolist(),
            "W2C": pose.ravel().tolist(),
            "img_size": [lens["w"], lens["h"]],
        }
        for i, pose in enumerate(np.linalg.inv(moved_poses()))
    }
    (brought / "cam_dict_norm.json").write_text(json.dumps(data))
    from_elsewhere(brought, sound, "IRON")


def lens_kwargs(lens: dict) -> dict:
    return {"width": lens["w"], "height": lens["h"], **{k: lens[k] for k in lens if k[0] in "fc"}}


def test_a_neus_file(brought, sound):
    K = Lens(**lens_kwargs(lens_of(sound))).K - [[0, 0, 0.5], [0, 0, 0.5], [0, 0, 0]]
    data = {}
    for i, pose in enumerate(np.linalg.inv(moved_poses())):
        data[f"world_mat_{3 * i}"] = np.vstack([K @ pose[:3], [0, 0, 0, 1]])
        data[f"scale_mat_{3 * i}"] = np.diag([2.0, 2, 2, 1])
    np.savez(brought / "cameras_sphere.npz", **data)
    from_elsewhere(brought, sound, "NeuS")


def test_nerf_synthetic_with_alpha(brought, sound):
    lens = lens_of(sound)
    (brought / "image").rename(brought / "train")
    for path in (brought / "train").iterdir():
        alpha = cv2.imread(str(brought / "mask" / path.name), 0)
        cv2.imwrite(str(path), np.dstack([cv2.imread(str(path)), alpha]))
    shutil.rmtree(brought / "mask")
    data = {"camera_angle_x": 2 * np.arctan(lens["w"] / 2 / lens["fl_x"]), "frames": []}
    for i, pose in enumerate(camera_ring(N)):
        data["frames"].append(
            {"file_path": f"./train/{3 * i:05d}", "transform_matrix": pose_file_matrix(pose)}
        )
    (brought / "transforms_train.json").write_text(json.dumps(data))
    from_elsewhere(brought, sound, "NeRF-synthetic")


# What must not change


def test_the_sample_is_read_byte_for_byte_as_ever():
    sample = Path(__file__).resolve().parents[1] / "data" / "sample_head"
    views = load_views(sample, Settings())
    digests = [
        hashlib.sha1(part.tobytes()).hexdigest()[:12]
        for part in (views.images, views.labels, views.specular_bfm, views.cameras.c2w)
    ]
    assert digests == ["9a4560e0cd78", "487b2c962c11", "9c6c2456b6f1", "7ff2ac780ff5"]
    assert views.cameras.source == "CoRA's layout, OpenGL cameras"


# The given ones


GIVEN = Path(__file__).resolve().parents[2] / "shared" / "brought"
REFUSED = {
    "bad_distortion": "folds inside the picture",
    "half_size_wh": "principal point near the middle of photos of 60 x 80",
    "heic_named_jpg": "found HEIC; convert",
    "stereo_dirs": "rename",
    "w2c_as_c2w": "all stand in one place",
}


@pytest.mark.skipif(not GIVEN.is_dir(), reason=f"needs the captures in {GIVEN}")
def test_the_given_captures():
    for folder in sorted(path for path in GIVEN.iterdir() if path.is_dir()):
        if folder.name in REFUSED:
            assert REFUSED[folder.name] in refusal(folder)
        else:
            contradict = "contradict each other" in warnings(folder)
            assert contradict == (folder.name == "names_shifted"), folder.name
