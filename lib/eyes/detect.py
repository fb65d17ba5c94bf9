"""Eyes without a person: a face detector in every photo, triangulated, and settled by colour on the
mesh.

mediapipe's face mesh brings its own models. To use other weights, pass another detector: a function
of an RGB photo and its name that returns {side: Found}. `lib.eyes.parser` has two: a face parser,
and 68 points from a file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from lib.capture.cameras import Cameras, spread_frames
from lib.capture.faces import face_meshes
from lib.capture.views import Views
from lib.eyes.chart import (
    Chart,
    chart_landmarks,
    find_iris,
    frontal_frames,
    make_chart,
    refine_mask,
)
from lib.eyes.eyeballs import RADIUS_SHARE, face_forward
from lib.eyes.masks import picked_region
from lib.eyes.triangulate import TriangulatedPoint, triangulate
from lib.label.picks import SIDES, PickError, Picks
from lib.mesh.extract import Mesh
from lib.workbook.settings_sections import EyeballSettings

AT_LEAST = 3  # frames with a face without which nothing is proposed
BY_HAND = (
    "mark the eyes by hand in 04_pick_eyes, four points an eye in two photos or more, or say "
    "data.eyes=none where there are none"
)
CORNERS, IRIS_SIDES = ("corner_inner", "corner_outer"), ("iris_inner", "iris_outer")
# Indices into the 478 points of the face mesh: the lids from outer corner over the top and back,
# and the iris's border.
LIDS = {
    "right": [33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7],
    "left": [263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249],
}
IRIS = {"right": [469, 470, 471, 472], "left": [474, 475, 476, 477]}


@dataclass
class Found:
    """One eye in one photo, in pixels.

    points: (2,) each: corner_inner, corner_outer and, if the detector knows them, iris_inner and
    iris_outer. lids: the visible eye as a polygon (K, 2).
    """

    points: dict[str, np.ndarray]
    lids: np.ndarray


Detector = Callable[[np.ndarray, str], dict[str, Found]]


def mediapipe_detector() -> Detector:
    """Return a detector by mediapipe's face mesh with irises; works offline."""

    def detect(image: np.ndarray, name: str = "") -> dict[str, Found]:
        meshes = face_meshes(image)
        if not meshes:
            return {}
        px = meshes[0]
        out = {}
        for side in SIDES:
            lids, iris = px[LIDS[side]], px[IRIS[side]]
            inward = lids[8] - lids[0]
            order = np.argsort(iris @ inward)
            out[side] = Found(
                {
                    "corner_outer": lids[0],
                    "corner_inner": lids[8],
                    "iris_outer": iris[order[0]],
                    "iris_inner": iris[order[-1]],
                },
                lids,
            )
        return out

    return detect


def propose_picks(
    views: Views,
    cameras: Cameras,
    mesh: Mesh,
    detector: Detector | None = None,
    frontal_deg: float = EyeballSettings.frontal_deg,
    n_proposed: int = EyeballSettings.n_proposed,
) -> tuple[Picks, str]:
    """Return automatic picks for a person to check, and what they are based on, in words.

    The picks are landmarks and regions of both eyes in `n_proposed` frontal photos; all are marked
    as proposed. cameras: of the photos as taken, in whose pixels the picks are. mesh: of stage 1.
    frontal_deg: how far from straight ahead a photo still counts as frontal.

    The detections of all photos are triangulated. Those of frontal photos are fused on the mesh,
    where colour settles the region's edge. The result is projected into the photos, so they agree
    with each other. A PickError says what to do if no face is found.
    """
    detector = detector or mediapipe_detector()
    found = {i: detector(views.images[i], name) for i, name in enumerate(views.names)}
    found = {i: eyes for i, eyes in found.items() if len(eyes) == 2}
    if len(found) < AT_LEAST:
        raise PickError(
            f"no face was found: {len(found)} of {len(views)} photos seem to show one, {AT_LEAST} "
            f"are needed; {BY_HAND}"
        )
    try:
        points = {
            side: {name: _meet(views.cameras, found, side, name) for name in CORNERS}
            for side in SIDES
        }
    except PickError as error:
        raise PickError(
            f"no face was found: {len(found)} of {len(views)} photos seem to show one, each in "
            f"another place; {BY_HAND}"
        ) from error
    middle = {side: np.mean([p.xyz for p in points[side].values()], axis=0) for side in SIDES}
    outward = middle["left"] - middle["right"]
    forward, between = face_forward(mesh, middle), (middle["left"] + middle["right"]) / 2
    ahead = frontal_frames(views.cameras, between, forward, frontal_deg)
    frontal = [i for i in ahead if i in found]
    if len(frontal) < AT_LEAST:
        raise PickError(
            f"a face was found in {len(frontal)} photos from ahead, {AT_LEAST} are needed; "
            f"{BY_HAND}"
        )
    wild = _outliers([point for named in points.values() for point in named.values()])
    words = (
        f"a face in {len(found)} of {len(views)} photos, {len(frontal)} of them from ahead; "
        f"outliers: {', '.join(wild) or 'none'}"
    )
    picks, radius = Picks(), RADIUS_SHARE * float(np.linalg.norm(outward))
    for side in SIDES:
        corners = np.array([points[side][name].xyz for name in CORNERS])
        seen = {i: found[i][side] for i in frontal}
        chart, mask, settled = _fused(views, mesh, side, seen, corners, forward, outward, radius)
        guess = _iris_guess(chart, mask, views, found, side)
        iris = find_iris(chart, mask, *guess)
        if not settled:
            words += f"; {side} eye: colour does not show its edge, the region is as detected"
        if iris is None:
            words += f"; {side} eye: no edge of the iris was found, it is where it was detected"
        marks = chart_landmarks(mask, iris or guess, side == "left")
        xyz = {name: _on_mesh(chart, px) for name, px in marks.items()}
        edge = _outline(chart, mask)
        for i in spread_frames(views.cameras, frontal, n_proposed):
            name = views.names[i]
            taken = cameras.names.index(name)  # another index: views may lack some frames
            eye = picks.eye(name, side)
            eye.landmarks = {n: cameras.project(taken, p[None])[0][0] for n, p in xyz.items()}
            eye.region = [cameras.project(taken, edge)[0]]
            eye.auto = {*xyz, "region"}
    return picks, words


def _fused(
    views: Views,
    mesh: Mesh,
    side: str,
    seen: dict[int, Found],
    corners: np.ndarray,
    forward: np.ndarray,
    outward: np.ndarray,
    radius: float,
) -> tuple[Chart, np.ndarray, bool]:
    """Return the chart of one eye, the visible eye in it (n, n) bool, and whether colour settled
    its edge.

    seen: the detections of frontal photos, by index. corners (2, 3), forward and outward (3,),
    radius of the eyeball: world.
    """
    middle, rough = corners.mean(0), Picks()
    for i, eye in seen.items():
        rough.eye(views.names[i], side).region = [eye.lids]
    center = middle - 0.85 * radius * forward
    region = picked_region(rough, side, views.cameras, mesh, center, radius)
    span = 2.4 * float(np.linalg.norm(corners[1] - corners[0]))
    chart = make_chart(views, list(seen), mesh, middle, span, forward, outward)
    return chart, *refine_mask(chart, chart.score(region))


def _outliers(points: list[TriangulatedPoint]) -> list[str]:
    """Return the frames, sorted, that were left out of more than one of the points."""
    left_out = [
        name
        for point in points
        for name, kept in zip(point.frames, point.inlier, strict=True)
        if not kept
    ]
    return sorted(name for name in set(left_out) if left_out.count(name) > 1)


def _outline(chart: Chart, mask: np.ndarray) -> np.ndarray:
    """Return the outline (K, 3), world, of a chart's mask, of few enough corners to be dragged."""
    (outline, *_), _ = cv2.findContours(
        mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE
    )
    corners = cv2.approxPolyDP(outline, 0.7, True)[:, 0]
    return np.array([chart.points[row, col] for col, row in corners], np.float64)


def _iris_guess(
    chart: Chart, mask: np.ndarray, views: Views, found: dict[int, dict[str, Found]], side: str
) -> tuple[np.ndarray, float]:
    """Return centre (2,) and radius of the iris, chart pixels, as detected; if it was not, in the
    middle of the eye.
    """
    try:
        sides = np.array([_meet(views.cameras, found, side, name).xyz for name in IRIS_SIDES])
    except PickError:
        rows, cols = np.nonzero(mask)
        return np.array([cols.mean(), rows.mean()]) + 0.5, 0.22 * np.ptp(cols)
    px = chart.camera.project(0, sides)[0]
    return px.mean(0), float(np.linalg.norm(px[0] - px[1]) / 2)


def _meet(
    cameras: Cameras, found: dict[int, dict[str, Found]], side: str, name: str
) -> TriangulatedPoint:
    """Return the triangulated point of one landmark of the face, from all detections. Detections
    scatter by about a tenth of the eye's width.
    """
    seen = [(i, eyes[side].points[name]) for i, eyes in found.items() if name in eyes[side].points]
    widths = [
        np.linalg.norm(eyes[side].points["corner_outer"] - eyes[side].points["corner_inner"])
        for eyes in found.values()
    ]
    index, px = [i for i, _ in seen], np.array([p for _, p in seen])
    return triangulate(cameras, index, px, 0.08 * max(widths), f"{side} eye, {name} as detected")


def _on_mesh(chart: Chart, px: np.ndarray) -> np.ndarray:
    """Return the point (3,) of the mesh under a chart pixel (2,), or the nearest one."""
    rows, cols = np.nonzero(chart.on)
    nearest = np.argmin((cols + 0.5 - px[0]) ** 2 + (rows + 0.5 - px[1]) ** 2)
    return chart.points[rows[nearest], cols[nearest]].astype(np.float64)
