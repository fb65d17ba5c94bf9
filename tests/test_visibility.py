"""A depth map tells what its camera sees."""

from __future__ import annotations

import numpy as np

from lib.render.visibility import DepthMap

K = np.array([[100.0, 0, 50], [0, 100, 40], [0, 0, 1]])
SIZE = (80, 100)
# A wall two units ahead that covers the picture's left half: x from -1 to 0.
WALL = np.array([[-1, -1, 2.0], [0, -1, 2], [0, 1, 2], [-1, 1, 2]])
FACES = np.array([[0, 1, 2], [0, 2, 3]])


def test_points_behind_a_wall_are_hidden():
    depths = DepthMap.of(WALL, FACES, np.eye(4), K, SIZE)
    points = np.array(
        [
            [-0.5, 0, 1.9],  # before the wall
            [-0.5, 0, 2.1],  # behind it, by more than a pixel's width, 0.021
            [-0.5, 0, 2.01],  # behind it, by less
            [0.5, 0, 2.1],  # beside it
            [-0.5, 0, -1.0],  # behind the camera
            [3.0, 0, 2.0],  # outside the picture
        ]
    )
    assert depths.share_seen(points).tolist() == [1, 0, 1, 1, 0, 0]
    assert depths.share_seen(points, slack=0.1).tolist() == [1, 1, 1, 1, 0, 0]
    solid = DepthMap.of(WALL, FACES, np.eye(4), K, SIZE, empty=0.0)
    assert solid.share_seen(points).tolist() == [1, 0, 1, 0, 0, 0]  # nothing is nothing to see


def test_at_an_edge_a_share_of_the_pixels_around_see_a_point():
    depths = DepthMap.of(WALL, FACES, np.eye(4), K, SIZE)
    column = np.array([48.5, 49.5, 50.5, 51.5])  # the wall ends at column 50
    points = np.stack([(column - 50) / 100 * 3, np.full(4, 0.015), np.full(4, 3.0)], 1)
    np.testing.assert_allclose(depths.share_seen(points, reach=1), [0, 1 / 3, 2 / 3, 1])
    np.testing.assert_allclose(depths.share_seen(points), [0, 0, 1, 1])


def test_the_camera_may_stand_anywhere():
    turn = np.array([[0, 0, 1.0], [0, 1, 0], [-1, 0, 0]])
    c2w = np.eye(4)
    c2w[:3, :3], c2w[:3, 3] = turn, [5, -2, 1]
    depths = DepthMap.of(WALL @ turn.T + c2w[:3, 3], FACES, c2w, K, SIZE)
    points = np.array([[-0.5, 0, 1.9], [-0.5, 0, 2.1]]) @ turn.T + c2w[:3, 3]
    assert depths.share_seen(points).tolist() == [1, 0]
    column, row, z = depths.project(points)
    assert column.tolist() == [50 - 27, 50 - 24] and row.tolist() == [40, 40]
    np.testing.assert_allclose(z, [1.9, 2.1])
