"""The flash's highlights on an eyeball, which show its centre.

A ball shines where its normal is the half vector between the directions to the camera and to the
flash. The line along that normal goes through the ball's centre. The lines of several photos meet
in the centre, whatever the lids hide. With the flash at the lens the line is the camera's own ray.
(The cornea is a smaller ball in front of the eyeball, so its highlights do not show the eyeball's
centre: check with `is_round`.)
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np

from lib.capture.cameras import Cameras
from lib.capture.views import Views
from lib.eyes.chart import FINER, Chart, make_chart
from lib.eyes.triangulate import Point, triangulate
from lib.fields.scene import load_scene
from lib.label.picks import PickError
from lib.mesh.extract import Mesh
from lib.render.distance import signed_distance

STAYS = 0.1  # radii: nearer than this, two bright spots are in one place
HIGHLIGHT = 0.1  # linear value that a highlight adds at least, where a photo's white is 1
LARGE = 13  # px, radius of an eyeball from which its highlights are truer than what training finds
UNROUND = (
    0.05  # median relative deviation from a ball above which highlights are not from that ball
)


@dataclass
class Flash:
    """The flash as the first training found it.

    offset: (3,) world units, from the lens, in the camera's frame (x right, y down, z forward).
    gain: frame name -> (3,) its strength in that photo, a colour each; 1 where a frame is missing.
    """

    offset: np.ndarray
    gain: dict[str, np.ndarray]

    def feet(self, cameras: Cameras, index: list[int], spots: np.ndarray) -> np.ndarray:
        """(N, 3) where the normals of a ball at its highlights (N, 3) meet the line from lens to
        flash.

        The normal there halves the angle between lens C and flash L, so it divides C to L as
        |p - C| to |p - L|. It hardly depends on the spot's depth, which the mesh knows to a
        millimetre.
        """
        lens = cameras.c2w[index, :3, 3]
        light = lens + cameras.c2w[index, :3, :3] @ self.offset
        near, far = (np.linalg.norm(spots - at, axis=1) for at in (lens, light))
        return lens + (light - lens) * (near / (near + far))[:, None]


AT_LENS = Flash(np.zeros(3), {})


def flash_found(checkpoint: str | Path, names: list[str]) -> Flash:
    """The flash of a first training's checkpoint.pt. names: of the frames it was trained on."""
    light = load_scene(checkpoint, 1).light
    log_gain = light.log_gain.detach().numpy()
    gain = np.exp(log_gain - log_gain.mean(0))
    of_frames = dict(zip(names, gain, strict=True)) if len(names) == len(gain) else {}
    return Flash(light.offset.detach().numpy().astype(np.float64), of_frames)


def find_highlights(
    chart: Chart, mask: np.ndarray, views: Views, radius: float, flash: Flash = AT_LENS
) -> Point | None:
    """Where the highlights on a chart's eye, inside `mask` (n, n) of the chart, point to; None if
    nowhere.

    A highlight is what a photo shows brighter than all photos' median, once the flash's gain in it
    is taken out. radius: the eyeball's, roughly, world units.
    """
    mask = mask & chart.on
    gain = np.array([flash.gain.get(views.names[i], np.ones(3)) for i in chart.index])
    linear = (chart.samples[:, mask] / 255) ** views.gamma / gain[:, None].astype(np.float32)
    depth, excess = signed_distance(mask), np.zeros((len(linear), *mask.shape), np.float32)
    excess[:, mask] = np.nan_to_num(
        (linear - np.nanmedian(linear, axis=0)).min(-1)
    )  # white, and not always there
    excess = np.stack([cv2.GaussianBlur(e, (0, 0), FINER / 2) for e in excess])
    peaks = excess.max((1, 2))
    strong = max(
        HIGHLIGHT, 0.4 * np.sort(peaks)[-3:].min()
    )  # the third best: two may be stray sparkles
    index, spots = [], []
    for i, e in zip(np.array(chart.index)[peaks > strong], excess[peaks > strong], strict=True):
        row, col = np.unravel_index(e.argmax(), e.shape)
        near = np.hypot(*(np.indices(e.shape) - np.array([row, col])[:, None, None])) < 2.5 * FINER
        weight = np.where(near & (e > 0.3 * e[row, col]), e, 0)[..., None]
        if depth[row, col] > FINER / 2:  # at the rim it may be half hidden
            index.append(int(i))
            spots.append((chart.points * weight).sum((0, 1)) / weight.sum())
    return _meet(index, spots, views, radius, flash)


def find_in_masks(
    views: Views,
    label: int,
    frames: list[int],
    ball: Mesh,
    front: np.ndarray,
    forward: np.ndarray,
    outward: np.ndarray,
    radius: float,
    flash: Flash = AT_LENS,
) -> Point | None:
    """Where the highlights inside the eye masks of some frames point to; None if nowhere.

    label: LEFT_EYE or RIGHT_EYE. ball: the eyeball roughly, radius (world units) its own; front
    (3,): the middle of what is seen of it. forward, outward: see `make_chart`.
    """
    eye = ((views.labels & label) > 0)[..., None]
    chart = make_chart(
        replace(views, images=views.images * eye), frames, ball, front, 3 * radius, forward, outward
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # of a chart's pixels that no photo shows
        mask = np.nanmedian(chart.samples.max(-1), axis=0) > 0
    return find_highlights(chart, mask, views, radius, flash) if mask.any() else None


def outdo_training(cameras: Cameras, center: np.ndarray, radius: float) -> bool:
    """Whether an eyeball is large enough in the photos that its centre should stay where highlights
    showed it.

    On a ball of few pixels the highlights of neighbouring photos overlap, and what they have in
    common is not taken for a highlight: the centre comes out too far in front. Training, which sees
    all pixels, then knows better.
    """
    depth = np.median([cameras.project(i, center[None])[1][0] for i in range(len(cameras))])
    return bool(radius * cameras.K[0, 0] / depth >= LARGE)


def is_round(points: np.ndarray, center: np.ndarray, limits: tuple[float, float]) -> bool:
    """Whether points (N, 3) lie on a ball about the centre, with a radius within limits."""
    distance = np.linalg.norm(points - center, axis=1)
    radius = np.median(distance)
    return bool(
        np.median(np.abs(distance - radius)) < UNROUND * radius and limits[0] < radius < limits[1]
    )


def _meet(
    index: list[int], spots: list[np.ndarray], views: Views, radius: float, flash: Flash
) -> Point | None:
    """The point where the ball's normals at bright spots (3,) meet, of those that are highlights.

    Each normal is the ray of a camera that stands at its foot between lens and flash.
    """
    if len(index) < 4:
        return None
    feet = flash.feet(views.cameras, index, np.array(spots))
    cameras = views.cameras.subset(index)
    cameras.c2w[:, :3, 3] = feet
    kept = _wandering(np.array(spots), feet, radius)
    if len(kept) < 4:
        return None
    px = [cameras.project(k, spots[k][None])[0][0] for k in kept]
    try:
        return triangulate(cameras, list(kept), np.array(px), 0.5, "highlight", share=1 / 3)
    except PickError:
        return None


def _wandering(spots: np.ndarray, eyes: np.ndarray, radius: float) -> np.ndarray:
    """Indices of the bright spots (N, 3) that move as the cameras (N, 3) do, as highlights on a
    ball do.

    Moist corners and pale rims shine too, but stay: what three cameras apart see in one place is
    left out. (A ball's highlight moves by its radius times the camera's turn.)
    """
    toward = eyes - spots.mean(0)
    toward = toward / np.linalg.norm(toward, axis=1, keepdims=True)
    turn = np.linalg.norm(toward[:, None] - toward[None], axis=-1)
    stays = (np.linalg.norm(spots[:, None] - spots[None], axis=-1) < STAYS * radius) & (
        turn > 2 * STAYS
    )
    return np.flatnonzero(stays.sum(1) < 2)
