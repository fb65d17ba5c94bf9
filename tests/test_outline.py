"""Masks that all end too far out or in are found in the photos and moved; others stay as given."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from scipy.ndimage import distance_transform_edt

from lib.capture.checks import check_capture
from lib.capture.distance import signed_distance
from lib.capture.errors import CaptureError
from lib.capture.outline import carried, edge_profile, measure_offset, moved
from lib.capture.views import HAIR, HALF, HEAD, load_views
from lib.workbook.config import Settings, load_settings

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample_head"


def with_offset(px: float) -> Settings:
    return replace(Settings(), data=replace(Settings().data, mask_offset_px=px))


def change(folder, how, parts=("mask", "hair_mask")) -> None:
    """Apply how(mask) to every mask file of the folder."""
    for part in parts:
        for path in (folder / part).iterdir():
            cv2.imwrite(str(path), how(cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)))


def shifted(mask: np.ndarray, px: float) -> np.ndarray:
    """Return the mask, a byte image, with its outline `px` farther out, by exact distances."""
    inside = mask > HALF
    depth = distance_transform_edt(inside) - distance_transform_edt(~inside)
    return np.uint8(255 * (depth - np.where(inside, 0.5, -0.5) > -px))


def overlap(a: np.ndarray, b: np.ndarray) -> float:
    return (a & b).sum() / (a | b).sum()


@pytest.fixture
def head(make_capture):
    """A ball with hair before a dim wall, under a flash and some light of the room, with noise.

    10 photos of 180 x 240 px; and their true labels.
    """
    folder, rng = make_capture(n=10, size=(180, 240)), np.random.default_rng(0)
    for path in (folder / "image").iterdir():
        photo = cv2.imread(str(path)).astype(float)
        inside = cv2.imread(str(folder / "mask" / path.name), cv2.IMREAD_GRAYSCALE) > HALF
        wall = 12 + 8 * np.sin(np.arange(180) / 9.0)
        photo = np.where(inside[..., None], np.maximum(photo, 100), wall[None, :, None])
        photo += rng.normal(0, 3, photo.shape)
        cv2.imwrite(str(path), np.clip(np.round(photo), 0, 255).astype(np.uint8))
    return folder, load_views(folder, with_offset(0)).labels


@pytest.mark.parametrize("px", [-3, 3], ids=["3 px too large", "3 px too small"])
def test_masks_that_are_all_off_alike_are_moved(head, px):
    folder, truth = head
    change(folder, lambda mask: shifted(mask, -px))
    given = load_views(folder, with_offset(0)).labels
    views = load_views(folder, Settings())
    assert views.mask_offset.clear and abs(views.mask_offset.px - px) < 0.5
    for bit, before, after in ((HEAD, 0.94, 0.99), (HAIR, 0.9, 0.92)):
        assert overlap(given & bit > 0, truth & bit > 0) < before
        assert overlap(views.labels & bit > 0, truth & bit > 0) > after
    assert not (views.images[views.labels == 0]).any()
    said = check_capture(folder, Settings(), views)
    assert said.topics.count("outline") == 1 and "data.mask_offset_px=0" in " ".join(said.warnings)
    wanted = load_views(folder, with_offset(views.mask_offset.px))
    assert np.array_equal(wanted.labels, views.labels)
    assert "outline" not in check_capture(folder, with_offset(px), wanted).topics


def test_true_masks_are_left_alone(head):
    folder, truth = head
    views = load_views(folder, Settings())
    assert np.array_equal(views.labels, truth) and views.mask_offset.clear
    assert views.mask_offset.applied == 0 and abs(views.mask_offset.px) < 0.5
    assert "outline" not in check_capture(folder, Settings(), views).topics


def test_masks_that_are_off_otherwise_in_every_frame_are_left_alone(head):
    folder, _ = head
    rng = np.random.default_rng(1)

    def jitter(mask):  # by up to some px, in patches of 20 px, and each frame as a whole
        rough = cv2.resize(rng.normal(0, 4, (12, 9)).astype(np.float32), mask.shape[::-1])
        return np.uint8(255 * (signed_distance(mask > HALF) + rough + rng.uniform(-4, 4) > 0))

    change(folder, jitter)
    views, given = load_views(folder, Settings()), load_views(folder, with_offset(0))
    assert not views.mask_offset.clear and np.array_equal(views.labels, given.labels)
    assert "outline" not in check_capture(folder, Settings(), views).topics


def test_photos_that_show_no_outline_leave_masks_alone(head):
    folder, truth = head
    change(folder, lambda mask: shifted(mask, 3))
    for path in (folder / "image").iterdir():
        photo = cv2.imread(str(path))
        rng = np.random.default_rng(2)
        photo[:] = np.clip(rng.normal(90, 6, photo.shape), 0, 255)
        cv2.imwrite(str(path), photo)
    assert load_views(folder, Settings()).mask_offset.applied == 0


def test_only_a_few_frames_are_read_for_it_and_none_held_out(head, monkeypatch):
    folder, _ = head
    seen = []
    monkeypatch.setattr("lib.capture.views.N_OUTLINES", 4)
    monkeypatch.setattr(
        "lib.capture.views.edge_profile", lambda photo, mask: seen.append(mask) or None
    )
    views = load_views(folder, Settings())
    held = views.heldout_indices(Settings())
    assert len(seen) == 4 and not views.mask_offset.clear
    for mask in seen:
        assert not any(np.array_equal(mask, views.labels[i] > 0) for i in held)


def test_what_the_head_gains_is_hair_beside_hair():
    head, hair = np.zeros((40, 40), bool), np.zeros((40, 40), bool)
    head[10:30, 10:30] = hair[10:20, 10:30] = True
    grown = moved(head, 3)
    after = carried(hair, head, grown)
    assert after[8, 20] and after[14, 8] and not after[28, 8] and not after[20:].any()
    shrunk = moved(head, -3)
    assert np.array_equal(carried(hair, head, shrunk), hair & shrunk)


def test_a_mask_without_an_outline_says_nothing():
    photo = np.zeros((30, 20, 3), np.uint8)
    assert edge_profile(photo, np.zeros((30, 20), bool)) is None
    assert edge_profile(photo, np.ones((30, 20), bool)) is None
    assert not measure_offset([]).clear and measure_offset([]).applied == 0


def test_the_picture_border_is_no_outline():
    head = np.zeros((40, 40), bool)
    head[10:, 10:30] = True  # cut by the border below
    shrunk, grown = moved(head, -2), moved(head, 2)
    assert shrunk[-1, 20] and not shrunk[11, 20] and not shrunk[20, 11] and shrunk[20, 12]
    assert grown[8, 20] and grown[-1, 8] and not grown[-1, 7] and moved(head, 0) is head


def test_a_mask_moved_until_nothing_is_left_is_an_error(tiny_capture):
    with pytest.raises(CaptureError, match="data.mask_offset_px=0") as error:
        load_views(tiny_capture, with_offset(-20))
    assert len(str(error.value)) <= 300


def test_the_sample_loads_as_with_no_offset():
    given, views = (
        load_views(SAMPLE, load_settings(SAMPLE, "quick", 1, overrides))
        for overrides in (["data.mask_offset_px=0"], [])
    )
    assert np.array_equal(given.labels, views.labels)
    assert np.array_equal(given.images, views.images)
    assert views.mask_offset.clear and views.mask_offset.applied == 0
