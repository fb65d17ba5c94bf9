"""Eye regions go from some photos, or the map, through the mesh into every view: the right pixels,
and only those.
"""

from dataclasses import replace

import cv2
import numpy as np
import pytest
import toy_face
from truth_picks import iou

from lib.eyes.masks import (
    SignedPolygons,
    picked_region,
    view_mask,
    visible,
    window,
    write_masks,
)
from lib.eyes.solve import solve_eyes
from lib.label.picks import SIDES, EyePicks, PickError, Picks, mesh_digest
from lib.render.raster import sample
from lib.workbook.config import Settings


@pytest.fixture(scope="module")
def scene():
    mesh, part = toy_face.face()
    cameras = toy_face.arc()
    return mesh, cameras, toy_face.true_masks(mesh, part, cameras)


def test_signed_distance_of_a_square():
    square = SignedPolygons([np.array([[10.0, 10], [20, 10], [20, 20], [10, 20]])], 5)
    xy = np.array([[15.0, 15], [15, 10], [15, 7], [12, 15]])
    assert np.allclose(square(xy), [5, 0, -3, 2], atol=0.1)


def test_sampling_is_linear_between_cell_centres():
    grid = np.arange(12.0).reshape(3, 4)
    xy = np.array([[0.5, 0.5], [1.0, 0.5], [2.5, 2.0], [-9, -9], [99, 99]])
    assert np.allclose(sample(grid, xy), [0, 0.5, 8, 0, 11])


def test_the_nose_hides_the_far_eye(scene):
    mesh, cameras, _ = scene
    point = toy_face.landmarks("left")["iris_inner"]
    seen = {}
    for i in (0, 8):
        about = window(mesh, cameras, i, toy_face.CENTERS["left"], toy_face.RADIUS)
        seen[i] = visible(point[None], cameras, i, about, 0.008).tolist()
    assert (
        cameras.c2w[0, 0, 3] > 0 > cameras.c2w[8, 0, 3]
    )  # camera 8 stands on the other side of the nose
    assert seen == {0: [True], 8: [False]}


def test_a_window_outside_the_photo_is_none(scene):
    mesh, cameras, _ = scene
    assert window(mesh, cameras, 0, np.array([5.0, 0, 0]), 0.1) is None
    assert window(mesh, cameras, 0, cameras.c2w[0, :3, 3] - cameras.c2w[0, :3, 2], 0.1) is None


@pytest.mark.parametrize("side", SIDES)
def test_regions_of_three_photos_reach_every_view(scene, side):
    mesh, cameras, masks = scene
    picks = toy_face.picks(cameras, masks, [2, 4, 6])
    region = picked_region(picks, side, cameras, mesh, toy_face.CENTERS[side], toy_face.RADIUS)
    drawn = [
        view_mask(mesh, cameras, i, region, toy_face.CENTERS[side], toy_face.RADIUS)
        for i in range(len(cameras))
    ]
    scores = [iou(a, b) for a, b in zip(drawn, masks[side], strict=True)]
    assert min(scores[1:-1]) > 0.88 and np.mean(scores) > 0.9
    assert not any(
        (a & b).any()
        for a, b in zip(drawn, masks["right" if side == "left" else "left"], strict=True)
    )


def test_picks_on_distorted_photos_become_masks_on_undistorted_ones(scene):
    mesh, straight, masks = scene
    bent = replace(straight, dist=np.array([-8.0, 20.0, 0.3, -0.3]))  # the lens is long
    picks, moved = toy_face.picks(straight, masks, [2, 4, 6]), []
    for frame, eyes in picks.frames.items():
        i = straight.names.index(frame)
        for eye in eyes.values():  # what was at px in the straight photo is elsewhere in the bent
            shown = [bent.project(i, sum(straight.rays(i, p)))[0] for p in eye.region]
            moved.append(np.linalg.norm(shown[0] - eye.region[0], axis=1).max())
            eye.region = shown
            eye.landmarks = {
                name: bent.project(i, sum(straight.rays(i, p)))[0][0]
                for name, p in eye.landmarks.items()
            }
    assert np.median(moved) > 3.0  # so lost distortion would be seen
    eyes = solve_eyes(picks, bent, Settings(), mesh)
    for side, eye in eyes:
        assert np.linalg.norm(eye.center - toy_face.CENTERS[side]) < 0.006
        for name, p in toy_face.landmarks(side).items():
            assert np.linalg.norm(eye.landmarks[name] - p) < 1e-3
        region = picked_region(picks, side, bent, mesh, eye.center, eye.radius)
        drawn = [view_mask(mesh, bent, i, region, eye.center, eye.radius) for i in range(len(bent))]
        scores = [iou(a, b) for a, b in zip(drawn, masks[side], strict=True)]
        assert min(scores[1:-1]) > 0.87 and np.mean(scores) > 0.9


def test_one_wild_region_of_five_is_outvoted(scene):
    mesh, cameras, masks = scene
    picks = toy_face.picks(cameras, masks, [2, 3, 4, 5, 6])
    eye = picks.frames[cameras.names[4]]["left"]
    eye.region = [polygon + [6, 0] for polygon in eye.region]  # half an eye too far to the right
    region = picked_region(picks, "left", cameras, mesh, toy_face.CENTERS["left"], toy_face.RADIUS)
    drawn = view_mask(mesh, cameras, 4, region, toy_face.CENTERS["left"], toy_face.RADIUS)
    assert iou(drawn, masks["left"][4]) > 0.8


def half_plane(cameras, i: int, point, inside: float) -> np.ndarray:
    """A rectangle (4, 2) px of frame i whose left edge is `inside` radii left of a point."""
    (px,), (depth,) = cameras.project(i, point[None])
    radius = toy_face.RADIUS * cameras.K[0, 0] / depth
    left, far = px[0] - inside * radius, max(0.5, inside + 0.3) * radius
    return np.array([[left, px[1] - far], [left + far, px[1] - far],
                     [left + far, px[1] + far], [left, px[1] + far]])  # fmt: skip


def score_of(scene, votes: dict[int, tuple[float, bool]]) -> float:
    """The score of one point of the left eye, of votes {frame: (radii inside, proposed)}."""
    mesh, cameras, _ = scene
    point, picks = toy_face.landmarks("left")["iris_inner"], Picks()
    for i, (inside, proposed) in votes.items():
        eye = picks.eye(cameras.names[i], "left")
        eye.region = [half_plane(cameras, i, point, inside)]
        eye.auto = {"region"} if proposed else set()
    region = picked_region(picks, "left", cameras, mesh, toy_face.CENTERS["left"], toy_face.RADIUS)
    return float(region(point[None], None)[0])


def test_a_region_drawn_by_hand_counts_twenty_times_a_proposed_one(scene):
    # By hand the point is 0.03 radii inside, in the proposal 0.14 radii outside: their mean
    # at weights 1 and 0.05 is (0.03 - 0.05 * 0.14) / 1.05. Both photos see the eye alike.
    mixed = score_of(scene, {2: (0.03, False), 3: (-0.14, True)})
    assert mixed == pytest.approx((0.03 - 0.05 * 0.14) / 1.05, abs=0.0035)
    assert score_of(scene, {3: (-0.14, True)}) == pytest.approx(-0.14, abs=0.005)  # alone it counts


def test_one_region_that_is_far_too_large_does_not_outvote_two(scene):
    # A vote counts at most as 0.15 radii: (0.15 - 0.1 - 0.1) / 3, and not (0.8 - 0.1 - 0.1) / 3.
    votes = {1: (-0.1, False), 2: (0.8, False), 3: (-0.1, False)}
    assert score_of(scene, votes) == pytest.approx(-0.05 / 3, abs=0.006)


def test_a_region_on_the_map_reaches_every_view(scene):
    mesh, cameras, masks = scene
    t = np.linspace(0, 2 * np.pi, 40)[:-1]
    picks = Picks(map_mesh=mesh_digest(mesh.v_pos, mesh.v_uv))
    # Seen from the front the eyeball is round where it leaves the ball; any disc well inside it
    # will do.
    disc = toy_face.CENTERS["left"][:2] + 0.06 * np.stack([np.cos(t), np.sin(t)], 1)
    picks.map["left"] = EyePicks(region=[np.stack([(disc[:, 0] + 1) / 2, (1 - disc[:, 1]) / 2], 1)])
    region = picked_region(picks, "left", cameras, mesh, toy_face.CENTERS["left"], toy_face.RADIUS)
    ahead = len(cameras) // 2
    drawn = view_mask(mesh, cameras, ahead, region, toy_face.CENTERS["left"], toy_face.RADIUS)
    outline, _ = cameras.project(ahead, np.column_stack([disc, np.full(len(disc), -0.72)]))
    truth = (
        cv2.fillPoly(np.zeros(drawn.shape, np.uint8), [np.round(outline - 0.5).astype(np.int32)], 1)
        > 0
    )
    assert iou(drawn, truth) > 0.85
    picks.map_mesh = "another"
    with pytest.raises(PickError, match="belong to mesh another, .* made anew"):
        picked_region(picks, "left", cameras, mesh, toy_face.CENTERS["left"], toy_face.RADIUS)


def test_no_region_is_an_error(scene):
    mesh, cameras, _ = scene
    with pytest.raises(PickError, match="left eye: expected its region"):
        picked_region(Picks(), "left", cameras, mesh, toy_face.CENTERS["left"], toy_face.RADIUS)


def test_masks_are_written_for_every_frame_and_never_overlap(tmp_path):
    left, right = np.zeros((2, 20, 30), bool)
    left[5:10, 5:15], right[5:10, 12:20] = True, True
    counts = write_masks(tmp_path, ["a", "b"], [(left, right), (~left & False, right)].__getitem__)
    assert counts["left"].tolist() == [35, 0] and counts["right"].tolist() == [25, 40]
    read = {
        side: cv2.imread(str(tmp_path / f"{side[0]}eye_mask" / "a.png"), cv2.IMREAD_UNCHANGED)
        for side in SIDES
    }
    assert (
        set(np.unique(read["left"])) == {0, 255}
        and not ((read["left"] > 0) & (read["right"] > 0)).any()
    )
    assert sorted(p.name for p in (tmp_path / "leye_mask").iterdir()) == ["a.png", "b.png"]
    with pytest.raises(PickError, match="left eye: its region shows in no view"):
        write_masks(tmp_path, ["a"], lambda _: (~left & False, right))
