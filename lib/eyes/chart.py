"""One straight view of an eye, made from all photos: its colours without highlights.

The chart is what a camera straight in front of the eye would see of the stage-1 mesh. Each of its
pixels is a point of the mesh. Its colour is the median of the colours that the photos show there: a
highlight moves from photo to photo, so the median has none. White, iris and lids are then easier to
tell apart than in any single photo.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from lib.capture.cameras import Cameras
from lib.capture.distance import signed_distance
from lib.capture.pieces import largest_region
from lib.capture.views import Views
from lib.eyes.masks import HIDDEN, Region, settle_by_color, visible, window
from lib.label.picks import PickError
from lib.mesh.extract import Mesh
from lib.render.raster import sample

FAR = 20.0  # the chart's camera stands this many spans away: nearly parallel rays
FINER = 1.5  # chart pixels a photo pixel


@dataclass
class Chart:
    """An eye from straight ahead: the subject's left is on the right, up is up; n x n pixels.

    camera: of one frame, the chart's own. span: width in world units. points: (n, n, 3) world. on:
    (n, n) bool, where a photo sees the mesh. color: (n, n, 3) uint8 RGB, encoded like the photos.
    samples: (N, n, n, 3) float32, what each of N photos shows, NaN where it sees nothing. index:
    (N,) these photos.
    """

    camera: Cameras
    span: float
    points: np.ndarray
    on: np.ndarray
    color: np.ndarray
    samples: np.ndarray
    index: list[int]

    def __len__(self) -> int:
        return len(self.on)

    def score(self, region: Region) -> np.ndarray:
        """Return the score (n, n) of a region; -1 where it is unknown."""
        out = np.full(self.on.shape, -1.0)
        out[self.on] = np.nan_to_num(region(self.points[self.on].astype(np.float64), None), nan=-1)
        return out


def frontal_frames(
    cameras: Cameras, at: np.ndarray, forward: np.ndarray, degrees: float
) -> list[int]:
    """Return the frames that see the point `at` (3,) from within some degrees of straight ahead;
    the straightest comes first.
    """
    toward = cameras.c2w[:, :3, 3] - at
    angle = np.degrees(np.arccos(np.clip(toward @ forward / np.linalg.norm(toward, axis=1), -1, 1)))
    return [int(i) for i in np.argsort(angle) if angle[i] < degrees]


def make_chart(
    views: Views,
    index: list[int],
    mesh: Mesh,
    center: np.ndarray,
    span: float,
    forward: np.ndarray,
    outward: np.ndarray,
) -> Chart:
    """Return the chart about `center` (3,), `span` world units wide, from photos `index`.

    forward: (3,) unit, out of the face. outward: (3,), across it, to the subject's left.
    """
    cameras = views.cameras
    mesh = mesh.keep(
        (np.linalg.norm(mesh.v_pos - center, axis=1) < 1.5 * span)[mesh.t_pos_idx].any(1)
    )
    depth = np.median([cameras.project(i, center[None])[1][0] for i in index])
    n = int(np.clip(FINER * span * cameras.K[0, 0] / depth, 80, 400))
    x = outward / np.linalg.norm(outward)
    c2w = np.eye(4)
    c2w[:3] = np.column_stack([x, np.cross(-forward, x), -forward, center + FAR * span * forward])
    K = np.array([[n * FAR, 0, n / 2], [0, n * FAR, n / 2], [0, 0, 1.0]])
    camera = Cameras(["chart"], c2w[None], K, n, n, np.zeros(4))
    seen = window(mesh, camera, 0, center, span)
    points = seen.points[seen.on_mesh].astype(np.float64)
    samples = np.full((len(index), n, n, 3), np.nan, np.float32)
    for k, i in enumerate(index):
        about = window(mesh, cameras, i, center, span / 2)
        if about is not None:
            part = sample(views.images[i].astype(np.float32), cameras.project(i, points)[0])
            part[~visible(points, cameras, i, about, HIDDEN * span / 3)] = np.nan
            samples[k][seen.on_mesh] = part
    on = seen.on_mesh & np.isfinite(samples[..., 0]).any(0)
    color = np.zeros((n, n, 3), np.uint8)
    color[on] = np.nanmedian(samples[:, on], axis=0)
    return Chart(camera, span, seen.points, on, color, samples, list(index))


def refine_mask(chart: Chart, score: np.ndarray) -> tuple[np.ndarray, bool]:
    """Return the visible eye (n, n) bool, and whether colour decided its edge.

    score: (n, n), above 0 inside, roughly. GrabCut moves the edge to where colours change. If it
    fails, the mask is the rough one.
    """
    rough = largest_region((score > 0) & chart.on, 4)
    if rough.sum() < 30:
        raise PickError(
            f"the eye's region: expected 30 px seen from straight ahead, found {rough.sum()}; "
            "correct the eye's marks in 04, they must lie on the scanned eye"
        )
    settled = settle_by_color(chart.color, rough, 0.3, 0.4)
    fine = (rough if settled is None else settled).astype(np.uint8)
    opened = cv2.morphologyEx(fine, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)) > 0
    eye = largest_region(opened, 4).astype(np.uint8)
    eye = cv2.morphologyEx(eye, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8)) > 0
    return eye, settled is not None


def find_iris(
    chart: Chart, mask: np.ndarray, at: np.ndarray, radius: float
) -> tuple[np.ndarray, float] | None:
    """Return centre (2,) and radius of the iris, chart pixels: the circle near the given one with
    the strongest edge; None if no circle has an edge on both sides.

    Only the part of a circle inside the visible eye counts, and both sides must show some of it.
    Circles near the given one are preferred: centres up to 0.4 radii away and radii from 0.8 to 1.3
    are tried.
    """
    gray = cv2.GaussianBlur(chart.color.astype(np.float32).mean(-1), (0, 0), 0.7)
    angle = np.radians(np.arange(0, 360, 10))
    ring, inside = np.stack([np.cos(angle), np.sin(angle)], 1), signed_distance(mask)
    best, found = 0.0, None
    for r in radius * np.linspace(0.8, 1.3, 11):
        for dx, dy in np.stack(np.meshgrid(*[np.linspace(-0.4, 0.4, 9)] * 2), -1).reshape(-1, 2):
            center = at + radius * np.array([dx, dy])
            use = sample(inside, center + (r + 1.5) * ring) > 0
            if use[ring[:, 0] > 0.5].sum() < 3 or use[ring[:, 0] < -0.5].sum() < 3:
                continue
            outside = sample(gray, center + (r + 1.5) * ring[use])
            step = outside - sample(gray, center + (r - 1.5) * ring[use])
            unlike = dx * dx + dy * dy + (r / radius - 1) ** 2
            edge = np.minimum(step, 60).mean() * np.exp(-unlike / 0.3)
            if edge > best:
                best, found = edge, (center, r)
    return found


def chart_landmarks(
    mask: np.ndarray, iris: tuple[np.ndarray, float], left: bool
) -> dict[str, np.ndarray]:
    """Return the four landmarks, chart pixels (2,): the two sides of the iris, and the two ends of
    the visible eye, a little inside.
    """
    rows, cols = np.nonzero(mask)
    ends = {}
    for end, col in (("low", cols.min()), ("high", cols.max())):
        near = np.abs(cols - col) <= 3
        ends[end] = np.array([cols[near].mean(), rows[near].mean()]) + 0.5
    (center, r), distance = iris, signed_distance(mask)
    sides = {}
    for end, sign in (("low", -1), ("high", 1)):
        angle = np.radians([0, 10, -10, 20, -20, 30, -30, 40, -40])
        border = center + r * np.stack([sign * np.cos(angle), np.sin(angle)], 1)
        seen = np.flatnonzero(sample(distance, border) > 1)
        sides[end] = border[seen[0] if len(seen) else 0]
    inner, outer = ("low", "high") if left else ("high", "low")
    return {
        "iris_inner": sides[inner],
        "iris_outer": sides[outer],
        "corner_inner": ends[inner],
        "corner_outer": ends[outer],
    }
