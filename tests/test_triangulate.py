"""Triangulation: exact without noise, as good as the Cramer-Rao bound with it, and wild views are
named.
"""

import numpy as np
import pytest

from lib.capture.cameras import Cameras
from lib.capture.place import meeting_point
from lib.eyes.triangulate import outliers, triangulate, triangulate_landmarks
from lib.label.picks import PickError, Picks


def ring(n: int, spread: float = 80.0, dist=(0, 0, 0, 0)) -> Cameras:
    """n cameras on an arc of `spread` degrees, 4 units away, looking at the origin with +z
    forward.
    """
    c2w = np.tile(np.eye(4), (n, 1, 1))
    for k, a in enumerate(np.radians(np.linspace(-spread / 2, spread / 2, n))):
        forward = np.array([np.sin(a), 0.1 * (-1) ** k, np.cos(a)])
        forward /= np.linalg.norm(forward)
        right = np.cross([0, 1, 0], forward)
        right /= np.linalg.norm(right)
        c2w[k, :3] = np.column_stack([right, np.cross(forward, right), forward, -4 * forward])
    K = np.array([[1200.0, 0, 270], [0, 1210, 360], [0, 0, 1]])
    return Cameras([f"{k:05d}" for k in range(n)], c2w, K, 540, 720, np.array(dist, float))


X = np.array([0.1, -0.2, -0.3])


def seen(cameras: Cameras, x=X) -> np.ndarray:
    return np.concatenate([cameras.project(i, x[None])[0] for i in range(len(cameras))])


def test_meeting_point_of_two_skew_rays():
    # Rays along x at z = 0 and along y at z = 1 come closest at the origin's axis, half way: (0, 0,
    # 0.5).
    x = meeting_point(np.array([[-5.0, 0, 0], [0, 7, 1]]), np.array([[1.0, 0, 0], [0, 1, 0]]))
    assert np.allclose(x, [0, 0, 0.5])


@pytest.mark.parametrize("dist", [(0, 0, 0, 0), (-0.2, 0.05, 0.001, -0.002)])
def test_exact_picks_give_the_exact_point(dist):
    cameras = ring(5, dist=dist)
    point = triangulate(cameras, list(range(5)), seen(cameras))
    assert np.abs(point.xyz - X).max() < 1e-8 and point.rms_px < 1e-5 and point.inlier.all()


def test_noise_reaches_the_cramer_rao_bound_and_the_wild_view_is_named():
    cameras, rng, runs = ring(7), np.random.default_rng(1), 300
    px, squared, named, predicted = seen(cameras), 0.0, 0, 0.0
    for _ in range(runs):
        noisy = px + rng.normal(0, 1.0, px.shape)
        noisy[3] += 60 * np.array([np.cos(a := rng.uniform(0, 6.28)), np.sin(a)])
        point = triangulate(cameras, list(range(7)), noisy)
        squared += ((point.xyz - X) ** 2).sum()
        predicted += np.trace(point.covariance)
        named += list(np.array(point.frames)[~point.inlier]) == ["00003"]
    # The bound: covariance >= (J^T J)^-1 at sigma = 1 px, J from finite differences over the six
    # good views.
    good, eps = [0, 1, 2, 4, 5, 6], 1e-6
    J = np.stack([(seen(cameras, X + eps * e) - px)[good].ravel() / eps for e in np.eye(3)], 1)
    bound = np.trace(np.linalg.inv(J.T @ J))
    assert np.sqrt(squared / runs / bound) < 1.2
    assert 0.8 < predicted / runs / bound < 1.25
    assert named >= 0.98 * runs


def picks_of(cameras: Cameras) -> Picks:
    picks = Picks()
    for side, x in (("left", X), ("right", -X)):
        for frame, p in zip(cameras.names, seen(cameras, x)):
            picks.eye(frame, side).landmarks["iris_inner"] = p
    return picks


def test_landmarks_keep_their_sides_and_outliers_are_named():
    cameras = ring(6)
    picks = picks_of(cameras)
    picks.frames["00002"]["right"].landmarks["iris_inner"] += 25
    points = triangulate_landmarks(picks, cameras)
    assert np.allclose(points["left"]["iris_inner"].xyz, X) and np.allclose(
        points["right"]["iris_inner"].xyz, -X
    )
    (words,) = outliers(points)
    assert words.startswith("00002: right eye, iris_inner, 3")


def test_a_hand_pick_moves_what_was_proposed_and_two_replace_it():
    cameras = ring(6)
    picks, true = picks_of(cameras), seen(cameras)
    for frame in cameras.names:
        eye = picks.eye(frame, "left")
        eye.landmarks["iris_inner"] = eye.landmarks["iris_inner"] + [6, 0]  # a proposal with a bias
        eye.auto.add("iris_inner")
    biased = triangulate_landmarks(picks, cameras)["left"]["iris_inner"].xyz
    for frame in ("00002", "00004"):
        picks.eye(frame, "left").landmarks["iris_inner"] = true[cameras.names.index(frame)]
        picks.eye(frame, "left").auto.clear()
        point = triangulate_landmarks(picks, cameras)["left"]["iris_inner"]
        assert point.residuals_px[point.frames.index(frame)] < 0.6
    assert np.linalg.norm(biased - X) > 0.01 and point.frames == ["00002", "00004"]
    assert np.linalg.norm(point.xyz - X) < 1e-8


def test_one_photo_is_too_few():
    cameras = ring(3)
    with pytest.raises(
        PickError,
        match="left eye, iris_inner: expected picks in two photos or more, found 1 .00000",
    ):
        picks = picks_of(cameras)
        picks.frames = {"00000": picks.frames["00000"]}
        triangulate_landmarks(picks, cameras)


def test_photos_from_one_direction_are_refused():
    cameras = ring(3, spread=0.5)
    cameras.c2w[:, 1] = cameras.c2w[:1, 1]
    with pytest.raises(PickError, match="further to the side"):
        triangulate(cameras, [0, 2], seen(cameras)[[0, 2]])


@pytest.mark.parametrize("n", [2, 5])
def test_contradicting_picks_are_refused(n):
    cameras = ring(n)
    px = seen(cameras)
    px[:, 1] += 40 * np.arange(n) ** 2 * (-1) ** np.arange(n)  # every view somewhere else
    with pytest.raises(PickError, match="contradict.*00001 .*swapped"):
        triangulate(cameras, list(range(n)), px)
