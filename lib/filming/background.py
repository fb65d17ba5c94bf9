"""Whether the room stands still in the pictures: then the subject turned before a fixed camera."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

APART = 0.15, 0.25  # of the film: pairs of frames so far apart are compared
N_PAIRS = 24  # of frames, spread over the film
MARGIN = 0.03  # of the longer side, around the person, where features hang on the outline
FEWEST = 12  # features of the room that must fit together for a pair to tell anything
SHARE = 0.5  # of a pair's matches, which fit one shift and turn where the camera stood
# Of the longer side, that a camera held by hand moves; walking by 10 degrees gives 0.15.
SHIFT = 0.1
MOST = 1000  # features that are looked for in a picture
MANY = 100  # features of a picture, at the median, with which a room shows much
RATIO = 0.8  # of a feature's distance to its match over that to the next, at most

STANDS = (
    "The room stands still while the head turns: the subject turned before a fixed camera. The "
    "light of the flash is right then, that of the room is not: darken the room, or walk the phone "
    "around a head that keeps still."
)


def shows_much(photos: Sequence[np.ndarray], people: Sequence[np.ndarray]) -> bool:
    """Return whether the room behind the person has many features in most pictures; arguments as in
    `stands_still`.
    """
    some = np.unique(np.linspace(0, len(photos) - 1, N_PAIRS // 2).astype(int))
    counts = [len(_features(photos[i], people[i])[0]) for i in some]
    return bool(np.median(counts) >= MANY)


def stands_still(photos: Sequence[np.ndarray], people: Sequence[np.ndarray]) -> bool:
    """Return whether what is behind the person stays in its place, from N photos (H,W,3) uint8 RGB
    in the order of the film and (H,W) bool where each shows the person. False where no room is
    seen.

    A camera that walks around a head sees another piece of the room a sixth of the film later, or
    the same far aside. So most pairs of frames decide; those without features say nothing.
    """
    n, votes = len(photos), []
    for apart in APART:
        lag = max(1, round(apart * n))
        for i in np.unique(np.linspace(0, n - 1 - lag, N_PAIRS // 2).astype(int)):
            one, other = (_features(photos[j], people[j]) for j in (i, i + lag))
            vote = _same_place(one, other, photos[0].shape[:2])
            votes += [] if vote is None else [vote]
    return len(votes) >= N_PAIRS // 4 and bool(np.mean(votes) > 0.5)


def _features(photo: np.ndarray, person: np.ndarray) -> tuple:
    """Return (key points, descriptors) of what is behind the person."""
    kernel = np.ones((2 * round(MARGIN * max(photo.shape)) + 1,) * 2, np.uint8)
    room = 255 * (1 - cv2.dilate(person.astype(np.uint8), kernel))
    orb = cv2.ORB_create(MOST, fastThreshold=8)
    return orb.detectAndCompute(cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY), room)


def _same_place(one: tuple, other: tuple, size: tuple[int, int]) -> bool | None:
    """Return whether two pictures' features show one room from one place; None if they are few."""
    if min(len(one[0]), len(other[0])) < 2 * FEWEST:
        return None
    matches = cv2.BFMatcher(cv2.NORM_HAMMING).knnMatch(one[1], other[1], k=2)
    good = [pair[0] for pair in matches if pair[0].distance < RATIO * pair[1].distance]
    if len(good) < FEWEST:
        return False
    start = np.float32([one[0][match.queryIdx].pt for match in good])
    end = np.float32([other[0][match.trainIdx].pt for match in good])
    cv2.setRNGSeed(0)
    motion, fits = cv2.estimateAffinePartial2D(start, end, ransacReprojThreshold=0.004 * max(size))
    if motion is None or fits.sum() < max(FEWEST, SHARE * len(good)):
        return False
    middle = np.array([size[1] / 2, size[0] / 2])
    moved = motion[:, :2] @ middle + motion[:, 2] - middle
    return bool(np.linalg.norm(moved) < SHIFT * max(size))
