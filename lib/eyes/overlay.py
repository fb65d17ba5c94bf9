"""Where marks and eyeballs appear in photos, to be drawn on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from lib.capture.cameras import Cameras
from lib.eyes.eyeballs import Eye, Eyes
from lib.label.picks import EyePicks, Picks

Points = dict[str, np.ndarray]  # "left iris_inner" -> (2,) px


@dataclass(frozen=True)
class EyeOverlay:
    """Marks and eyeballs in some frames, in pixels of the photos as taken.

    clicked: for each frame, the points that were clicked. solved: the same points after
    triangulation. rims: the outlines (K, 2) of both eyeballs.
    """

    frames: list[str]
    clicked: list[Points]
    solved: list[Points]
    rims: list[list[np.ndarray]]


def on_photos(eyes: Eyes, cameras: Cameras, clicks: Picks | None, n: int = 8) -> EyeOverlay:
    """Return the first n frames with clicks; if there are none, the four that see the eyes best,
    with the solved landmarks in place of clicks.
    """
    gaze = eyes.left.gaze + eyes.right.gaze
    frontal = [cameras.names[i] for i in np.argsort(cameras.c2w[:, :3, 2] @ gaze)][:4]
    frames = list(clicks.frames)[:n] if clicks and clicks.frames else frontal
    index = [cameras.names.index(frame) for frame in frames]
    places = _named(eyes)
    solved = [{name: cameras.project(i, p)[0][0] for name, p in places.items()} for i in index]
    clicked = solved
    if clicks and clicks.frames:
        clicked = [_named(clicks.frames[frame].items()) for frame in frames]
    rims = [[rim(cameras, i, eye.center, eye.radius) for _, eye in eyes] for i in index]
    return EyeOverlay(frames, clicked, solved, rims)


def _named(eyes: Iterable[tuple[str, Eye | EyePicks]]) -> Points:
    """Return the landmarks of (side, eye) pairs by "left iris_inner"."""
    return {f"{side} {name}": p for side, eye in eyes for name, p in eye.landmarks.items()}


def rim(cameras: Cameras, i: int, center: np.ndarray, radius: float) -> np.ndarray:
    """Return the outline (60, 2) of a ball in frame i, px: its circle at right angles to the
    camera's axis.
    """
    turn = np.radians(np.arange(0, 360, 6))[:, None]
    right, down = cameras.c2w[i, :3, 0], cameras.c2w[i, :3, 1]
    return cameras.project(i, center + radius * (np.cos(turn) * right + np.sin(turn) * down))[0]


def eye_window(
    cameras: Cameras, i: int, eyes: Eyes, size: Sequence[int], margin: float = 0.55
) -> tuple[slice, slice]:
    """Return the rows and columns of frame i around both eyes, inside a picture of size (height,
    width).
    """
    px = np.concatenate([cameras.project(i, eye.center)[0] for _, eye in eyes])
    reach = margin * np.ptp(px[:, 0])
    (x0, y0), (x1, y1) = np.floor(px.min(0) - reach), np.ceil(px.max(0) + reach)
    rows = slice(int(max(y0, 0)), int(min(y1, size[0])))
    return rows, slice(int(max(x0, 0)), int(min(x1, size[1])))
