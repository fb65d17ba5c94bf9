"""Where the head is in the world, and how large, from cameras and masks alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

HEAD_SIZE = 1.35  # root of the area a head covers, seen from the side, in parts of data.bound
MISFIT = 1.6  # a head so many times larger or smaller is out of scale
ASIDE = 0.35  # parts of data.bound; a head's middle farther from the origin is out of place

UPRIGHT = np.array([[0, 0, -1.0], [1, 0, 0], [0, -1, 0]])  # front, left, up of a head as expected
LEANS = 10.0  # degrees; a world that is turned by less stays


@dataclass
class Place:
    """A head in the cameras' world.

    centre: (3,). size: how many times as large it is as data.bound expects. ahead: share of the
    cameras that look towards it.
    """

    centre: np.ndarray
    size: float
    ahead: float

    def fits(self, bound: float) -> bool:
        """Return whether the head is already where the workbook expects it."""
        return bool(np.linalg.norm(self.centre) < ASIDE * bound and 1 / MISFIT < self.size < MISFIT)

    def moved(self, c2w: np.ndarray) -> np.ndarray:
        """Return cameras (N,4,4) of a world with the head around the origin, as large as expected.
        It is turned upright (up -y, front -z) if it leans or looks elsewhere.
        """
        c2w = c2w.copy()
        c2w[:, :3, 3] = (c2w[:, :3, 3] - self.centre) / self.size
        turn = np.eye(4)
        turn[:3, :3] = UPRIGHT.T @ head_axes(c2w)
        angle = np.degrees(np.arccos(np.clip((np.trace(turn) - 2) / 2, -1, 1)))
        return turn @ c2w if angle > LEANS else c2w


def head_axes(c2w: np.ndarray) -> np.ndarray:
    """Return the head's front, left (the subject's own) and up, (3,3) unit rows, world, as the
    cameras (N,4,4) agree on them.
    """
    position = c2w[:, :3, 3]
    up = -c2w[:, :3, 1].mean(0)  # y points down in every photo
    up /= max(np.linalg.norm(up), 1e-9)
    level = position - np.outer(position @ up, up)
    front = level.mean(0)
    if np.linalg.norm(front) < 0.05 * np.linalg.norm(position, axis=1).mean():
        front = level[0]  # cameras all around: any direction is as good
    front = front / max(np.linalg.norm(front), 1e-9)
    return np.stack([front, np.cross(up, front), up])


def meeting_point(
    origins: np.ndarray, dirs: np.ndarray, weights: np.ndarray | None = None
) -> np.ndarray:
    """Return the point (3,) with the least sum of squared distances to lines.

    origins: (N,3). dirs: (N,3) unit. weights: (N,), all 1 by default. Solves
    sum w (1 - d d^T) (x - o) = 0; of parallel lines it returns the point nearest the origin.
    """
    across = np.eye(3) - dirs[:, :, None] * dirs[:, None, :]
    if weights is not None:
        across = across * weights[:, None, None]
    return np.linalg.lstsq(across.sum(0), (across @ origins[..., None]).sum(0)[:, 0], rcond=None)[0]


def find_place(c2w: np.ndarray, dirs: np.ndarray, angles: np.ndarray, bound: float) -> Place:
    """Return the head's place from N cameras (N,4,4) and the rays through the middles of their
    masks.

    dirs: (N,3) unit. angles: (N,) root of each mask's area over the focal length, both in px. The
    middle of the head is where the optical axes meet. If the cameras do not aim at the head, it is
    where the rays meet.
    """
    origins = c2w[:, :3, 3]
    seen, aimed = (meeting_point(origins, way) for way in (dirs, c2w[:, :3, 2]))
    size = np.median(angles * np.linalg.norm(seen - origins, axis=1)) / HEAD_SIZE
    centre = aimed if np.linalg.norm(aimed - seen) < ASIDE * size else seen
    ahead = ((centre - origins) * dirs).sum(1) > 0
    size = np.median(angles * np.linalg.norm(centre - origins, axis=1)) / HEAD_SIZE
    return Place(centre, float(size / bound), float(ahead.mean()))


def misses(origins: np.ndarray, dirs: np.ndarray) -> float:
    """Return how far lines, from origins (N, 3) along unit dirs (N, 3), pass by the point where
    they nearly meet: the median, relative to its distance.
    """
    offset = meeting_point(origins, dirs) - origins
    along = (offset * dirs).sum(1, keepdims=True) * dirs
    return float(np.median(np.linalg.norm(offset - along, axis=1) / np.linalg.norm(offset, axis=1)))


def stand_in_one_place(c2w: np.ndarray) -> bool:
    """Return whether cameras c2w (N, 4, 4) that look in many directions all stand in one place, as
    inverted matrices do.
    """
    if len(c2w) < 3:
        return False
    inverse = np.linalg.inv(c2w)
    spread, walked = (
        np.linalg.norm(pose[:, :3, 3] - pose[:, :3, 3].mean(0), axis=1).mean()
        for pose in (c2w, inverse)
    )
    turned = np.degrees(np.arccos(np.clip(c2w[:, :3, 2] @ c2w[0, :3, 2], -1, 1))).max()
    return bool(turned > 20 and spread < 0.1 * walked)


def spread(chosen: Sequence[int], directions: np.ndarray, n_frames: int) -> list[int]:
    """Return n_frames of the chosen numbers, ascending, that are spread evenly in angle.

    directions: (N,3), from the head to the camera of each, any length. Begins with the view nearest
    to the mean direction, then takes the view farthest from all that are taken.
    """
    if n_frames >= len(chosen):
        return sorted(chosen)
    units = directions / np.linalg.norm(directions, axis=1, keepdims=True)
    taken = [int(np.argmax(units @ units.mean(0)))]
    nearest = units @ units[taken[0]]  # cosine of the angle to the nearest taken view
    while len(taken) < n_frames:
        taken.append(int(np.argmin(nearest)))
        nearest = np.maximum(nearest, units @ units[taken[-1]])
    return sorted(chosen[i] for i in taken)
