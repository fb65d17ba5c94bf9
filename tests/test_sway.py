"""A head that moves against the room: its motion is told from its own points."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from conftest import camera_ring
from scipy.spatial.transform import Rotation

from lib.capture.cameras import Cameras
from lib.filming import sway

N = 40
K = np.array([[900.0, 0, 240], [0, 900.0, 320], [0, 0, 1]])


def swaying(rng):
    """Cameras in the head's world and in the room's, and the times of the frames: the head turns by
    up to 0.4 degrees and shifts by 0.2 % of the distance, slowly.
    """
    times = np.linspace(0.0, 18.0, N)
    true = Cameras([f"{i:05d}" for i in range(N)], camera_ring(N), K, 480, 640, np.zeros(4))
    waves = np.sin(times[:, None] * rng.uniform(0.3, 0.7, 6) + rng.uniform(0, 6, 6))
    away = np.linalg.norm(true.c2w[:, :3, 3], axis=1).mean()
    room = true.c2w.copy()
    turn = Rotation.from_rotvec(np.radians(0.4) * waves[:, :3]).as_matrix()
    room[:, :3, :3] = turn @ true.c2w[:, :3, :3]
    room[:, :3, 3] = (turn @ true.c2w[:, :3, 3:])[..., 0] + 0.002 * away * waves[:, 3:]
    return true, replace(true, c2w=room), times


def sightings(true, points, rng):
    """Features of each point in a few frames in a row, 0.3 px off; a tenth of them are wrong."""
    frame, point, px = [], [], []
    for k in range(len(points)):
        for i in range(start := rng.integers(0, N - 4), start + 4):
            frame.append(i)
            point.append(k)
            px.append(true.project(i, points[k : k + 1])[0][0] + rng.normal(0, 0.3, 2))
    px = np.array(px)
    wrong = rng.random(len(px)) < 0.1
    px[wrong] += rng.normal(0, 6, (wrong.sum(), 2))
    return sway.Sightings(np.array(frame), np.array(point), px)


def misses_px(true, found, points):
    """Root mean square distance of the points in the frames of both, after the best turn and shift
    of all cameras together, which is open.
    """
    turns = found.c2w[:, :3, :3] @ true.c2w[:, :3, :3].swapaxes(1, 2)
    turn = Rotation.from_matrix(turns).mean().as_matrix()
    shift = (found.c2w[:, :3, 3] - true.c2w[:, :3, 3] @ turn.T).mean(0)
    pairs = [(true.project(i, points)[0], found.project(i, points @ turn.T + shift)[0])
             for i in range(N)]  # fmt: skip
    return float(np.sqrt(np.mean([((a - b) ** 2).sum(1).mean() for a, b in pairs])))


def test_the_heads_motion_is_taken_out_of_the_cameras():
    rng = np.random.default_rng(0)
    true, room, times = swaying(rng)
    points = rng.normal(0, 0.35, (1200, 3))
    seen = sightings(true, points, rng)
    before = misses_px(true, room, points)
    guessed = points + rng.normal(0, 0.002, points.shape)
    found, places, moved = sway.follow_head(room, guessed, seen, times)
    assert misses_px(true, found, points) < 0.5 * before
    assert places.shape == points.shape and moved > 0
    unsure, _, _ = sway.follow_head(room, points, seen, None)  # photos: no times
    assert misses_px(true, unsure, points) < before


def test_a_head_that_stays_still_stays_where_it_is():
    rng = np.random.default_rng(1)
    true, _, times = swaying(rng)
    points = rng.normal(0, 0.35, (1200, 3))
    found, _, _ = sway.follow_head(true, points, sightings(true, points, rng), times)
    assert misses_px(true, found, points) < 0.5  # features are 0.3 px off, in four frames each
