"""Mattes, the hull of all views, and heads cut at the neck."""

from __future__ import annotations

import json

import cv2
import numpy as np
import pytest
from conftest import camera_ring
from film_clips import SAMPLE, sample_pictures

from lib.capture.cameras import Cameras
from lib.capture.errors import CaptureError
from lib.capture.faces import CHIN, FOREHEAD, NOSE, find_face
from lib.capture.hull import carve
from lib.capture.pieces import largest_region
from lib.filming.film import probe, read_frames
from lib.filming.heads import CHEEKS, EARS, hair_masks, head_masks
from lib.filming.matte import person_matte

HEAD_CENTER, HEAD_RADIUS = np.array([0.0, -0.2, 0.0]), 0.5
NECK_CENTER, NECK_RADIUS = np.array([0.0, 0.35, 0.05]), 0.3
BODY_CENTER, BODY_RADIUS = np.array([0.0, 1.35, 0.1]), 0.85
SKIN, CLOTH, WALL = (190, 140, 110), (70, 90, 150), (30, 30, 30)


def cameras(n=24, width=120, height=160, focal=330.0):
    K = np.array([[focal, 0, width / 2], [0, focal, height / 2], [0, 0, 1]])
    names = [f"{i:05d}" for i in range(n)]
    return Cameras(names, camera_ring(n), K, width, height, np.zeros(4))


def balls(cameras, i):
    """(index of the ball in front (H,W), -1 for none): head, neck, body of a simple person."""
    columns, rows = np.meshgrid(np.arange(cameras.width), np.arange(cameras.height))
    origins, dirs = cameras.rays(i, np.stack([columns, rows], -1).reshape(-1, 2) + 0.5)
    nearest, part = np.full(len(dirs), np.inf), np.full(len(dirs), -1)
    for k, (center, radius) in enumerate(
        [(HEAD_CENTER, HEAD_RADIUS), (NECK_CENTER, NECK_RADIUS), (BODY_CENTER, BODY_RADIUS)]
    ):
        along = ((center - origins) * dirs).sum(1)
        root = along**2 - ((center - origins) ** 2).sum(1) + radius**2
        distance = np.where(root > 0, along - np.sqrt(np.maximum(root, 0)), np.inf)
        part[distance < nearest] = k
        nearest = np.minimum(nearest, distance)
    return part.reshape(cameras.height, cameras.width)


def on_head(x, y, z):
    direction = np.array([x, y, z], float)
    return HEAD_CENTER + HEAD_RADIUS * direction / np.linalg.norm(direction)


@pytest.fixture(scope="module")
def person():
    """(parts, photos, mattes, cameras, landmarks) of a simple person in clothes."""
    taken = cameras()
    parts = np.stack([balls(taken, i) for i in range(len(taken))])
    photos = np.array([SKIN, SKIN, CLOTH, WALL], np.uint8)[parts]
    landmarks = np.full((478, 3), np.nan)
    landmarks[[CHIN, FOREHEAD, NOSE]] = on_head(0, 1, -1.2), on_head(0, -1, -1.2), [0, -0.2, -0.55]
    landmarks[list(EARS)] = on_head(-1, 0, -0.3), on_head(1, 0, -0.3)
    landmarks[list(CHEEKS)] = [
        on_head(x, y, -1) for x, y in [(-0.4, 0), (0.4, 0), (-0.5, 0.2), (0.5, 0.2)]
    ] + [on_head(-0.4, 0.4, -1), on_head(0.4, 0.4, -1), on_head(0, -0.6, -1)]
    return parts, photos, ((parts >= 0) * 255).astype(np.uint8), taken, landmarks


def iou(masks, truth):
    inside = masks > 127
    return (inside & truth).sum((1, 2)) / (inside | truth).sum((1, 2))


def test_the_hull_of_a_ball_is_the_ball():
    taken = cameras()
    inside = np.stack([balls(taken, i) == 0 for i in range(len(taken))])
    points, spacing = carve(inside, taken, 1.0, 2, coarse=24, rounds=2)
    radius = np.linalg.norm(points - HEAD_CENTER, axis=1)
    assert spacing == 2 / 96 and len(points) > 2000
    seen = points[:, 2] < 0  # the cameras stand in front
    assert abs(np.median(radius[seen]) - HEAD_RADIUS) < spacing
    assert len(carve(np.zeros_like(inside), taken, 1.0, 2, 24, 1)[0]) == 0


def test_heads_are_cut_at_the_collar(person):
    parts, photos, mattes, taken, landmarks = person
    masks, cut = head_masks(mattes, photos, taken, landmarks, 1.2)
    truth = (parts == 0) | (parts == 1)
    assert "collar" in cut.how and cut.normal @ [0, -1, 0] > 0.8
    assert iou(masks, truth).min() > 0.95
    assert masks.dtype == np.uint8 and len(np.unique(masks[0])) > 10  # soft at the edge


def test_a_fault_of_few_mattes_vanishes(person):
    parts, photos, mattes, taken, landmarks = person
    torn = mattes.copy()
    torn[5, 40:90, 60:80] = 0  # a piece of the head is lost
    torn[6, 30:60, 84:110] = 255  # a piece of the wall is taken
    masks, _ = head_masks(torn, photos, taken, landmarks, 1.2)
    truth = (parts == 0) | (parts == 1)
    assert iou(torn * (parts != 2), truth)[[5, 6]].max() < 0.95  # the fault is large
    assert iou(masks, truth).min() > 0.95


def test_a_bare_chest_is_cut_where_necks_end(person):
    parts, _, mattes, taken, landmarks = person
    photos = np.array([SKIN, SKIN, SKIN, WALL], np.uint8)[parts]
    masks, cut = head_masks(mattes, photos, taken, landmarks, 1.2)
    assert "bare" in cut.how
    below = cut.normal @ landmarks[CHIN] - cut.offset
    size = np.linalg.norm(landmarks[CHIN] - landmarks[FOREHEAD])
    assert 0.25 * size < below < 0.5 * size
    assert all((masks[i] > 127)[parts[i] == 0].mean() > 0.97 for i in range(len(taken)))


def test_a_scarf_is_cut_below_the_chin(person):
    parts, _, mattes, taken, landmarks = person
    photos = np.array([SKIN, CLOTH, CLOTH, WALL], np.uint8)[parts]
    masks, _ = head_masks(mattes, photos, taken, landmarks, 1.2)
    assert iou(masks, parts == 0).min() > 0.93


def test_a_subject_without_a_face_is_not_cut(person):
    parts, photos, mattes, taken, _ = person
    masks, cut = head_masks(mattes, photos, taken, None, 2.4)
    assert cut is None and iou(masks, parts >= 0).mean() > 0.93


def test_mattes_that_share_nothing_are_an_error(person):
    _, photos, mattes, taken, landmarks = person
    with pytest.raises(CaptureError, match="mattes that meet in space"):
        head_masks(0 * mattes, photos, taken, landmarks)


def test_the_largest_piece_is_kept_and_filled():
    mask = np.zeros((40, 40), bool)
    mask[5:25, 5:25], mask[10:14, 10:14], mask[30:33, 30:33] = True, False, True
    kept = largest_region(mask)
    assert kept[12, 12] and not kept[31, 31] and kept.sum() == 400


def test_mattes_of_the_sample_and_of_a_bust():
    pictures = sample_pictures()
    for i in (0, 15, 30):
        mask = cv2.imread(str(SAMPLE / "mask" / f"{i:05d}.png"), cv2.IMREAD_GRAYSCALE)
        truth = cv2.resize(mask, pictures[i].shape[1::-1], interpolation=cv2.INTER_LINEAR) > 127
        matte = person_matte(pictures[i])
        assert matte.dtype == np.float32 and 0 <= matte.min() and matte.max() <= 1
        assert iou((255 * matte)[None], truth[None])[0] > 0.9
    rows, columns = np.mgrid[:160, :120]
    depth = 1 - ((rows - 70) ** 2 + (columns - 60) ** 2) / 45.0**2
    bust = np.clip(15 + 200 * np.sqrt(np.maximum(depth, 0)), 0, 255)
    photo = np.repeat(bust[..., None], 3, 2).astype(np.uint8)
    assert iou((255 * person_matte(photo, "bright"))[None], (depth > 0)[None])[0] > 0.95


def test_a_face_is_found_with_its_points_and_the_larger_of_two_counts():
    picture = sample_pictures()[22]
    faces = [find_face(photo) for photo in sample_pictures()]
    face = next(face for face in faces if face and np.isfinite(face.eyelids))
    assert face.landmarks.shape == (478, 2) and 0.05 < face.eyelids < 0.8 and face.n_faces == 1
    assert face.landmarks[CHIN, 1] > face.landmarks[NOSE, 1] > face.landmarks[FOREHEAD, 1]
    small = cv2.resize(picture, None, fx=0.7, fy=0.7)
    both = np.full((picture.shape[0], picture.shape[1] + small.shape[1], 3), 28, np.uint8)
    both[:, : picture.shape[1]] = picture
    both[: small.shape[0], picture.shape[1] :] = small
    found = find_face(both)
    assert found.n_faces == 2 and found.box[2] < picture.shape[1]
    assert find_face(np.full((320, 240, 3), 60, np.uint8)) is None


def test_many_torn_mattes_do_not_carve_the_subject_away(person):
    parts, photos, mattes, taken, _ = person
    torn = mattes * (parts == 0)
    for i in range(0, len(torn), 8):  # as in shadow: an eighth of the mattes lacks the chin
        torn[i, np.flatnonzero((parts[i] == 0).any(1))[-20] :] = 0
    masks, _ = head_masks(torn, photos, taken, None, 1.0)
    assert iou(torn, parts == 0).min() < 0.85
    assert iou(masks, parts == 0).mean() > 0.93


def test_hair_is_told_by_the_colour_of_the_crown(person):
    parts, photos, _, taken, landmarks = person
    head = ((parts == 0) * 255).astype(np.uint8)
    photos = np.where((parts == 0)[..., None], SKIN, WALL).astype(np.uint8)
    truth = np.zeros(parts.shape, bool)
    for i in range(len(taken)):
        rows, columns = np.nonzero(parts[i] == 0)
        origins, dirs = taken.rays(i, np.stack([columns, rows], 1) + 0.5)
        along = ((HEAD_CENTER - origins) * dirs).sum(1)
        off = ((HEAD_CENTER - origins) ** 2).sum(1) - along**2
        hit = origins + (along - np.sqrt(np.maximum(HEAD_RADIUS**2 - off, 0)))[:, None] * dirs
        truth[i, rows, columns] = hit[:, 1] < HEAD_CENTER[1] - 0.6 * HEAD_RADIUS
    photos[truth] = (70, 50, 40)
    hair, how = hair_masks(head, photos, taken, landmarks, 1.0)
    assert "hair by colour" in how and iou(hair, truth).mean() > 0.85
    bald, how = hair_masks(head, np.where(truth[..., None], SKIN, photos), taken, landmarks, 1.0)
    assert bald is None and "no hair masks" in how


def test_heads_of_the_phone_video_keep_their_ears(captures):
    folder = captures / "phone_video"
    if not folder.is_dir():
        pytest.skip(f"needs {folder}")
    truth = json.loads((folder / "gt.json").read_text())
    scored = [int(path.stem) for path in sorted((folder / "mask").iterdir())]
    numbers = sorted({*scored, *range(5, 270, 10)})
    photos = [rgb for _, _, rgb in read_frames(probe(folder / "video_A.mp4"), numbers, 640)]
    mattes = np.stack([np.round(255 * person_matte(photo)) for photo in photos]).astype(np.uint8)
    height, width = mattes.shape[1:]
    scale = height / truth["h"]
    names = [f"{number:05d}" for number in numbers]
    c2w = np.array([truth["frames"][number]["c2w"] for number in numbers])
    taken = Cameras(names, c2w, np.diag([scale, scale, 1]) @ truth["K"], width, height, np.zeros(4))
    landmarks = np.full((478, 3), np.nan)  # of this very head, read from its true surface
    landmarks[[CHIN, FOREHEAD, NOSE]] = [0, 0.44, -0.55], [0, -0.46, -0.57], [0, 0.04, -0.73]
    landmarks[list(EARS)] = [-0.46, -0.1, -0.1], [0.46, -0.1, -0.1]
    landmarks[list(CHEEKS)] = [
        [-0.24, 0.02, -0.54], [0.24, 0.02, -0.54], [-0.16, -0.05, -0.56], [0.16, -0.05, -0.56],
        [-0.2, 0.12, -0.54], [0.2, 0.12, -0.54], [0.0, -0.38, -0.6],
    ]  # fmt: skip
    masks, cut = head_masks(mattes, photos, taken, landmarks)
    assert "collar" in cut.how
    at = [numbers.index(number) for number in scored]
    true = np.stack(
        [
            cv2.imread(str(folder / "mask" / f"{number:05d}.png"), cv2.IMREAD_GRAYSCALE)
            for number in scored
        ]
    )
    small = [cv2.resize(mask, (width, height), interpolation=cv2.INTER_AREA) > 127 for mask in true]
    likeness = iou(masks[at], np.stack(small))
    assert likeness.mean() > 0.97 and likeness.min() > 0.94


def test_a_bust_is_told_from_a_lit_wall_beside_it():
    """The wall is far brighter than the dark behind it, and far darker than the bust."""
    rng = np.random.default_rng(0)
    picture = rng.normal(3, 1, (240, 320))
    picture[:, :130] = rng.normal(32, 2, (240, 130))  # a lit wall, along the left side
    rows, columns = np.mgrid[:240, :320]
    bust = np.hypot((rows - 130) / 80, (columns - 170) / 60) < 1
    picture[bust] = rng.normal(190, 8, bust.sum())
    rgb = np.repeat(np.clip(picture, 0, 255).astype(np.uint8)[..., None], 3, 2)
    matte = person_matte(rgb, "bright") > 0.5
    assert (matte & bust).sum() / (matte | bust).sum() > 0.95
