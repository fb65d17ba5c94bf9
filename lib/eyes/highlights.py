"""The flash's highlights on an eyeball, which show its centre.

A ball shines where its normal is the half vector between the directions to the camera and to the
flash. The line along that normal goes through the ball's centre, so the lines of several photos
meet there, whatever the lids hide. If the flash sits at the lens, the line is the camera's own ray.
The cornea is a smaller ball in front of the eyeball, and its highlights point elsewhere: `is_round`
tells them apart.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np

from lib.capture.cameras import Cameras
from lib.capture.distance import signed_distance
from lib.capture.views import Views
from lib.eyes.chart import FINER, Chart, make_chart
from lib.eyes.triangulate import TriangulatedPoint, triangulate
from lib.fields.scene import load_scene
from lib.label.picks import PickError
from lib.mesh.extract import Mesh
from lib.workbook.settings_sections import EyeballSettings

BEHIND = 0.5, 1.6  # radii from a highlight to the centre, as the mesh tells where the highlight is
AGREE = 3  # photos whose highlights must meet in one point
SHARE = 1 / 3  # and their part of all bright spots, or of those that move
# Spots stay if they are nearer to one another than this, in radii, in photos whose highlights would
# be twice as far apart or more.
STAYS = 0.1


@dataclass
class Flash:
    """The flash as the first training found it.

    offset: (3,) world units, from the lens to the flash, in the camera's frame (x right, y down, z
    forward). gain: frame name -> (3,) its strength in that photo, one value a colour; 1 for frames
    that are not listed.
    """

    offset: np.ndarray
    gain: dict[str, np.ndarray]

    def feet(self, cameras: Cameras, index: list[int], spots: np.ndarray) -> np.ndarray:
        """Return the points (N, 3) between lens and flash where the normals at highlights (N, 3) on
        a ball cross that line.

        index: the frame of each highlight. The normal halves the angle between lens C and flash L
        as seen from the highlight p, so it divides the way from C to L as |p - C| to |p - L|. This
        hardly depends on the depth of p, which the mesh knows to a millimetre.
        """
        lens = cameras.c2w[index, :3, 3]
        light = lens + cameras.c2w[index, :3, :3] @ self.offset
        near, far = (np.linalg.norm(spots - at, axis=1) for at in (lens, light))
        return lens + (light - lens) * (near / (near + far))[:, None]


AT_LENS = Flash(np.zeros(3), {})


def flash_found(checkpoint: str | Path, names: list[str]) -> Flash:
    """Return the flash of a first training's checkpoint.pt. names: the frames it was trained on."""
    light = load_scene(checkpoint, 1).light
    log_gain = light.log_gain.detach().numpy()
    gain = np.exp(log_gain - log_gain.mean(0))
    of_frames = dict(zip(names, gain, strict=True)) if len(names) == len(gain) else {}
    return Flash(light.offset.detach().numpy().astype(np.float64), of_frames)


def find_highlights(
    chart: Chart,
    mask: np.ndarray,
    views: Views,
    radius: float,
    flash: Flash = AT_LENS,
    brighter: float = EyeballSettings.highlight_min,
) -> TriangulatedPoint | None:
    """Return the point where the normals at the highlights of one eye meet; None if they do not.

    mask: (n, n) bool, the eye in the chart. radius: of the eyeball, roughly, world units. A
    highlight is what one photo shows brighter than the median of all photos, after the flash's gain
    in that photo was divided out. brighter: by how much at least, linear.
    """
    mask = mask & chart.on
    gain = np.array([flash.gain.get(views.names[i], np.ones(3)) for i in chart.index])
    linear = (chart.samples[:, mask] / 255) ** views.gamma / gain[:, None].astype(np.float32)
    depth, excess = signed_distance(mask), np.zeros((len(linear), *mask.shape), np.float32)
    # A highlight is white, so it raises even the least of the three colours.
    excess[:, mask] = np.nan_to_num((linear - np.nanmedian(linear, axis=0)).min(-1))
    excess = np.stack([cv2.GaussianBlur(e, (0, 0), FINER / 2) for e in excess])
    peaks = excess.max((1, 2))
    third = np.sort(peaks)[-3:].min()  # the two strongest may be stray sparkles
    strong = peaks > max(brighter, 0.4 * third)
    index, spots = [], []
    for i, e in zip(np.array(chart.index)[strong], excess[strong], strict=True):
        row, col = np.unravel_index(e.argmax(), e.shape)
        rows, cols = np.indices(e.shape)
        near = np.hypot(rows - row, cols - col) < 2.5 * FINER
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
    brighter: float = EyeballSettings.highlight_min,
) -> TriangulatedPoint | None:
    """Return the same as `find_highlights`, for the highlights inside the eye masks of some frames.

    label: LEFT_EYE or RIGHT_EYE. ball: a rough eyeball as a mesh. front (3,): the middle of its
    visible part. radius: its own, world units. forward, outward: see `make_chart`.
    """
    eye = ((views.labels & label) > 0)[..., None]
    chart = make_chart(
        replace(views, images=views.images * eye), frames, ball, front, 3 * radius, forward, outward
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # of a chart's pixels that no photo shows
        mask = np.nanmedian(chart.samples.max(-1), axis=0) > 0
    if not mask.any():
        return None
    return find_highlights(chart, mask, views, radius, flash, brighter)


def outdo_training(cameras: Cameras, center: np.ndarray, radius: float, large_px: float) -> bool:
    """Return whether an eyeball is so large in the photos, large_px in radius, that training should
    keep its centre where highlights showed it. center (3,) and radius: world units.

    On a ball of few pixels the highlights of neighbouring photos overlap. What they have in common
    counts as colour, not as highlight, and the centre comes out too far in front. There the second
    training, which sees all pixels, finds the better centre.
    """
    depth = np.median([cameras.project(i, center[None])[1][0] for i in range(len(cameras))])
    return bool(radius * cameras.K[0, 0] / depth >= large_px)


def is_round(
    points: np.ndarray, center: np.ndarray, limits: tuple[float, float], roundness: float
) -> bool:
    """Return whether points (N, 3) lie on a ball about the centre (3,): their distances differ by
    less than `roundness` radii at the median, and the radius is within limits.
    """
    distance = np.linalg.norm(points - center, axis=1)
    radius = np.median(distance)
    off = np.median(np.abs(distance - radius)) / radius
    return bool(off < roundness and limits[0] < radius < limits[1])


def _meet(
    index: list[int], spots: list[np.ndarray], views: Views, radius: float, flash: Flash
) -> TriangulatedPoint | None:
    """Return the point where the normals at bright spots (N of (3,)) meet, from those spots that
    are highlights; None if there are too few.

    Each normal is treated as the ray of a camera that stands between lens and flash, see
    `Flash.feet`. Moist corners and pale rims shine as well, but they stay where they are: the
    normals at such a spot meet in the spot itself, not a radius behind it. Such a spot may be the
    brightest in most photos. Then the normals of two such places cross by chance behind them. So
    where less than SHARE of all spots agree, only spots that move count.
    """
    if len(index) < AGREE:
        return None
    spots = np.array(spots)
    cameras = views.cameras.subset(index)
    cameras.c2w[:, :3, 3] = flash.feet(views.cameras, index, spots)
    px = np.array([cameras.project(k, spot[None])[0][0] for k, spot in enumerate(spots)])

    def point_of(some: np.ndarray) -> TriangulatedPoint | None:
        """Return the meeting point of some spots (M,), by number, if it may be a centre."""

        def behind(which: np.ndarray, center: np.ndarray) -> bool:
            away = np.linalg.norm(spots[some[which]] - center, axis=1) / radius
            return bool((away > BEHIND[0]).all() and (away < BEHIND[1]).all())

        try:
            point = triangulate(
                cameras, some.tolist(), px[some], 0.5, "highlight", 0.0, plausible=behind
            )
        except PickError:
            return None
        enough = point.inlier.sum() >= AGREE and behind(point.inlier, point.xyz)
        return point if enough else None

    point = point_of(np.arange(len(index)))
    if point is None or point.inlier.sum() >= SHARE * len(index):
        return point
    moves = ~_stay(spots, cameras.c2w[:, :3, 3], radius)
    agreed = np.flatnonzero(point.inlier & moves)
    return point_of(agreed) if len(agreed) >= max(AGREE, SHARE * moves.sum()) else None


def _stay(spots: np.ndarray, feet: np.ndarray, radius: float) -> np.ndarray:
    """Return (N,) bool: whether two other photos, from elsewhere, show a spot in the place of each
    spot (N, 3).

    feet: (N, 3), see `Flash.feet`. A highlight on a ball moves by the ball's radius times the
    angle, in radians, by which its foot turns about the ball.
    """
    toward = feet - spots.mean(0)
    toward = toward / np.linalg.norm(toward, axis=1, keepdims=True)
    turn = np.linalg.norm(toward[:, None] - toward, axis=-1)
    near = np.linalg.norm(spots[:, None] - spots, axis=-1) < STAYS * radius
    return (near & (turn > 2 * STAYS)).sum(1) >= 2
