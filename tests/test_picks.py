"""Picks files and painted pictures: what is written is read back, what is malformed is refused in
words.
"""

import json

import cv2
import numpy as np
import pytest

from lib.label.paint import mask_polygons, polygon_mask, read_landmark_paint, read_region_paint
from lib.label.picks import EyePicks, PickError, Picks, read_picks, write_picks

NAMES, SIZE = ["00000", "00001", "00002"], (540, 720)


def good() -> dict:
    eye = {
        "landmarks": {"iris_inner": [200.5, 310], "iris_outer": [180, 311.25]},
        "region": [[[170, 300], [210, 300], [190, 320]]],
    }
    return {"kind": "eye_picks", "version": 1, "frames": {"00001": {"left": eye}}}


def test_picks_survive_the_file(tmp_path):
    picks = Picks(map={"right": EyePicks({"iris_inner": np.array([0.25, 0.75])})}, map_mesh="abc")
    picks.eye("00002", "left").landmarks["corner_outer"] = np.array([12.125, 34.5])
    picks.eye("00002", "left").region.append(np.array([[0.0, 0], [10, 0], [5, 7.5]]))
    picks.eye("00000", "right")  # an empty entry is not written
    write_picks(tmp_path / "picks.json", picks)
    again = read_picks(tmp_path / "picks.json", NAMES, SIZE)
    assert list(again.frames) == ["00002"] and list(again.frames["00002"]) == ["left"]
    assert again.frames["00002"]["left"].landmarks["corner_outer"].tolist() == [12.125, 34.5]
    assert again.frames["00002"]["left"].region[0].tolist() == [[0, 0], [10, 0], [5, 7.5]]
    assert (
        again.map["right"].landmarks["iris_inner"].tolist() == [0.25, 0.75]
        and again.map_mesh == "abc"
    )


def test_missing_is_said_in_words():
    picks = Picks()
    assert "left eye: iris inner in two photos" in picks.missing()
    for frame in NAMES[:2]:
        for side in ("left", "right"):
            for name in ("iris_inner", "iris_outer", "corner_inner", "corner_outer"):
                picks.eye(frame, side).landmarks[name] = np.zeros(2)
    assert picks.missing() == [
        f"{side} eye: the region, in one photo at least" for side in ("left", "right")
    ]
    del picks.eye("00000", "right").landmarks["iris_outer"]
    assert "right eye: iris outer in one more photo" in picks.missing()


def edit(path: tuple, value) -> bytes:
    """The good file with one entry replaced, as bytes."""
    data = good()
    entry = data
    for key in path[:-1]:
        entry = entry[key]
    entry[path[-1]] = value
    return json.dumps(data).encode()


EYE = ("frames", "00001", "left")
MALFORMED = {
    "empty": (b"", "picks.json"),
    "cut short": (json.dumps(good()).encode()[:90], "picks.json"),
    "not text": (b"\x89PNG\r\n\xff\xfe\x00", "picks.json"),
    "a list": (b"[1, 2]", "picks.json"),
    "another kind": (edit(("kind",), "eyes"), "eye_picks"),
    "another version": (edit(("version",), 99), "version"),
    "frames a list": (edit(("frames",), []), "expected an object"),
    "unknown frame": (edit(("frames",), {"0001": {}}), "did you mean"),
    "unknown side": (edit(("frames", "00001"), {"lef": {}}), "did you mean 'left'"),
    "unknown landmark": (
        edit((*EYE, "landmarks"), {"iris_iner": [1, 2]}),
        "did you mean 'iris_inner'",
    ),
    "one number": (
        edit((*EYE, "landmarks", "iris_inner"), [1]),
        r"expected finite numbers \[x, y\]",
    ),
    "not a number": (
        edit((*EYE, "landmarks", "iris_inner"), [float("nan"), 2]),
        "NaN|finite numbers",
    ),
    "words": (edit((*EYE, "landmarks", "iris_inner"), "here"), "finite numbers"),
    "outside the photo": (
        edit((*EYE, "landmarks", "iris_inner"), [541, 2]),
        "outside the picture of 540 x 720",
    ),
    "polygon of two": (edit((*EYE, "region"), [[[1, 2], [3, 4]]]), "three points or more"),
    "polygon without area": (edit((*EYE, "region"), [[[1, 2], [3, 4], [5, 6]]]), "without one"),
    "region a word": (edit((*EYE, "region"), "all"), "list of polygons"),
    "map without its mesh": (
        edit(("map",), {"left": {"landmarks": {"iris_inner": [0.5, 0.5]}}}),
        "map_mesh",
    ),
    "map beyond the square": (
        edit(("map",), {"left": {"landmarks": {"iris_inner": [5, 0.5]}}}),
        "outside",
    ),
    "misspelt entry": (edit(("frame",), {}), "did you mean 'frames'"),
}


@pytest.mark.parametrize("case", MALFORMED, ids=str)
def test_malformed_pick_files_are_refused(tmp_path, case):
    data, match = MALFORMED[case]
    (tmp_path / "picks.json").write_bytes(data)
    with pytest.raises(ValueError, match=match) as error:
        read_picks(tmp_path / "picks.json", NAMES, SIZE)
    assert "picks.json" in str(error.value)


def test_random_masks_survive_as_polygons():
    rng = np.random.default_rng(0)
    for share in (0.1, 0.5, 0.9):
        mask = rng.random((17, 23)) < share  # holes, islands and diagonal neighbours
        polygons = mask_polygons(mask, (100.5, 40), 0.5)
        assert np.array_equal(polygon_mask(polygons, mask.shape, (100.5, 40), 0.5), mask)


@pytest.fixture
def skin():
    """A map (128, 160) of noisy skin, RGB uint8."""
    noise = np.random.default_rng(0).integers(-10, 10, (128, 160, 3))
    return (np.array([190, 140, 120]) + noise).astype(np.uint8)


def save(path, rgb, quality=None):
    cv2.imwrite(str(path), rgb[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality] if quality else [])
    return path


@pytest.mark.parametrize("suffix,quality", [(".png", None), (".jpg", 75)])
def test_painted_region_is_read_through_blur_and_jpeg(tmp_path, skin, suffix, quality):
    paint = skin.copy()
    cv2.ellipse(paint, (60, 50), (24, 10), 0, 0, 360, (255, 255, 255), -1, cv2.LINE_AA)
    paint[100:103, 20:23] = 255  # a slip of the brush
    truth = (
        cv2.ellipse(np.zeros(skin.shape[:2], np.uint8), (60, 50), (24, 10), 0, 0, 360, 1, -1) > 0
    )
    mask = read_region_paint(save(tmp_path / f"p{suffix}", paint, quality))
    assert (mask & truth).sum() / (mask | truth).sum() > 0.93 and not mask[100:103].any()


@pytest.mark.parametrize("suffix,quality", [(".png", None), (".jpg", 75)])
@pytest.mark.parametrize("green", [(0, 255, 0), (60, 200, 40)])
def test_painted_landmarks_are_read_at_any_green(tmp_path, skin, suffix, quality, green):
    dots = np.array([[30, 50], [60, 48], [90, 47], [120, 52]])
    paint = skin.copy()
    for x, y in dots:
        cv2.circle(paint, (int(x), int(y)), 3, green, -1, cv2.LINE_AA)
    uv = read_landmark_paint(save(tmp_path / f"p{suffix}", paint, quality))
    px = np.column_stack([uv[:, 0] * 160, (1 - uv[:, 1]) * 128])
    assert np.abs(px - (dots + 0.5)).max() < 0.3


def test_single_pixels_are_landmarks_too(tmp_path, skin):
    for x in (30, 60, 90, 120):
        skin[50, x] = 0, 255, 0
    assert len(read_landmark_paint(save(tmp_path / "p.png", skin))) == 4


def dots(skin, n):
    for k in range(n):
        cv2.circle(skin, (20 + 25 * k, 50), 3, (0, 255, 0), -1)
    return skin


BAD_PAINT = {
    "no paint": (read_region_paint, lambda skin: skin, "found 0 white"),
    "all white": (read_region_paint, lambda skin: np.full_like(skin, 255), "100% of the map"),
    "no dots": (read_landmark_paint, lambda skin: skin, "found 0"),
    "three dots": (read_landmark_paint, lambda skin: dots(skin, 3), "found 3 at"),
    "five dots": (read_landmark_paint, lambda skin: dots(skin, 5), "found 5 at"),
}


@pytest.mark.parametrize("case", BAD_PAINT)
def test_bad_paint_is_refused_with_a_picture(tmp_path, skin, case):
    read, paint, match = BAD_PAINT[case]
    path = save(tmp_path / "paint.png", paint(skin))
    with pytest.raises(PickError, match=match) as error:
        read(path)
    assert "paint.png" in str(error.value)
    if read is read_landmark_paint:
        assert error.value.picture.shape == skin.shape


@pytest.mark.parametrize("read", [read_region_paint, read_landmark_paint])
@pytest.mark.parametrize("content", [None, b"", b"\x89PNG\r\n\x1a\nbroken", b"not a picture"])
def test_unreadable_paint_is_refused(tmp_path, read, content):
    path = tmp_path / "paint.png"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(PickError, match="paint.png: expected a .*found"):
        read(path)
