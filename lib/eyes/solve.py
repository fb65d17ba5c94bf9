"""From picks to eyes: landmarks in space, eyeballs, the eye's region on the mesh, and checks of all
three.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from lib.capture.cameras import Cameras
from lib.capture.views import Views
from lib.eyes import masks
from lib.eyes.chart import frontal_frames, make_chart
from lib.eyes.eyeballs import Eyes, face_forward, landmark_names, make_eyes
from lib.eyes.files import write_eyes_json
from lib.eyes.highlights import AT_LENS, Flash, find_highlights
from lib.eyes.triangulate import TriangulatedPoint, triangulate_landmarks
from lib.label.paint import (
    LANDMARK_PAINT,
    REGION_PAINT,
    mask_polygons,
    read_landmark_paint,
    read_region_paint,
)
from lib.label.picks import SIDES, EyePicks, PickError, Picks, mesh_digest
from lib.mesh.extract import Mesh
from lib.workbook.config import Settings


def solve_eyes(
    picks: Picks,
    cameras: Cameras,
    settings: Settings,
    mesh: Mesh,
    views: Views | None = None,
    sigma_px: float | None = None,
    flash: Flash = AT_LENS,
) -> Eyes:
    """Return both eyeballs, from picks in photos or on the map of the stage-1 mesh.

    cameras: of the photos as taken (`read_cameras`). settings: of stage 2. mesh: of stage 1. views:
    photos for the highlights; None: highlights are not used. sigma_px: see `triangulate_landmarks`.
    flash: see `flash_found`.

    Landmarks marked in two photos are triangulated; the others are taken from the map. Then spheres
    are fitted to the landmarks, to the mesh inside the drawn regions and to the highlights' meeting
    points. A PickError says which picks are missing or contradict each other.
    """
    if words := picks.missing():
        raise PickError("the eyes are not fully marked yet: " + "; ".join(words))
    options = settings.eyeballs
    points = triangulate_landmarks(picks, cameras, sigma_px, options.auto_sd)
    named = {side: _in_space(picks, side, points[side], mesh) for side in SIDES}
    arrays = {side: np.array(list(named[side].values())) for side in SIDES}
    _check_sides(named, picks, cameras, mesh)
    forward = face_forward(mesh, {side: points.mean(0) for side, points in arrays.items()})
    largest = settings.data.eyeball_max_size
    half = max(np.ptp(points, axis=0).max() for points in arrays.values()) / 2
    if largest < half:
        raise PickError(
            f"data.eyeball_max_size is {largest}, but the marks of an eye reach {half:.3f} to "
            "either side: expected settings of stage 2, with room for the eyeball's radius"
        )
    regions = {}

    def scan(side: str, center: np.ndarray, radius: float) -> np.ndarray:
        near = np.linalg.norm(mesh.v_pos - center, axis=1) < masks.REACH * radius
        regions[side] = masks.picked_region(picks, side, cameras, mesh, center, radius)
        v_pos = mesh.v_pos[near].astype(np.float64)
        score = regions[side](v_pos, None if mesh.v_uv is None else mesh.v_uv[near])
        inside = score > options.lid_rim
        return v_pos[inside if inside.sum() >= 5 else score > 0]

    def highlight(side: str, center: np.ndarray, radius: float) -> TriangulatedPoint | None:
        middle = arrays[side].mean(0)
        frames = frontal_frames(views.cameras, middle, forward, options.highlight_deg)
        if len(frames) < 4:
            return None
        axis = arrays["left"].mean(0) - arrays["right"].mean(0)
        chart = make_chart(views, frames, mesh, middle, 3 * radius, forward, axis)
        eye = chart.score(regions[side]) > 0
        return find_highlights(chart, eye, views, radius, flash, options.highlight_min)

    photos, looked = (views.cameras, highlight) if views else (cameras, None)
    source = "picks in photos" if any(points.values()) else "picks on the map"
    eyes = make_eyes(named, forward, settings, photos, source, looked, scan, points)
    for side, eye in eyes:
        unchecked = [name for name in eye.landmarks if picks.only_proposed(side, name)]
        eye.mark_sd = dict.fromkeys(unchecked, options.auto_sd)
    eyes.notes += check_eyeballs(eyes, mesh, cameras, forward)
    return eyes


def _in_space(
    picks: Picks, side: str, points: dict[str, TriangulatedPoint], mesh: Mesh
) -> dict[str, np.ndarray]:
    """Return the landmarks (3,) of one eye by name, sorted: triangulated, else from the map."""
    found = {name: point.xyz for name, point in points.items()}
    on_map = picks.map[side].landmarks if side in picks.map else {}
    on_map = {name: uv for name, uv in on_map.items() if name not in found}
    if on_map:
        masks.check_map(picks, mesh)
        xyz = map_points(mesh, np.array(list(on_map.values())))
        found |= dict(zip(on_map, xyz, strict=True))
    return dict(sorted(found.items()))


def eye_regions(picks: Picks, eyes: Eyes, cameras: Cameras, mesh: Mesh) -> dict[str, masks.Region]:
    """Return {side: region on the mesh} of what was drawn, see `masks.picked_region`."""
    return {
        side: masks.picked_region(picks, side, cameras, mesh, eye.center, eye.radius)
        for side, eye in eyes
    }


def write_eyes(
    folder: str | Path,
    eyes: Eyes,
    cameras: Cameras,
    mesh: Mesh,
    regions: dict[str, masks.Region],
    views: Views | None = None,
    device: str = "cpu",
) -> tuple[dict[str, np.ndarray], list[str]]:
    """Write eyes.json, leye_mask/ and reye_mask/; return the pixels of each mask, (N,) a side, and
    notes where a mask is uncertain.

    views: the photos to train on. In these the mask's edge is moved to where the colours change. In
    the held-out photos the mask is as the mesh carries it: no pixel of theirs is read.
    """
    unsettled: dict[str, list[str]] = {side: [] for side in SIDES}

    def both(i: int) -> list[np.ndarray]:
        drawn, name = [], cameras.names[i]
        for side, eye in eyes:
            where = regions[side], eye.center, eye.radius, device
            mask = masks.view_mask(mesh, cameras, i, *where)
            if views is not None and name in views.names and mask.any():
                moved = masks.follow_colors(views.images[views.names.index(name)], mask)
                if moved is None:
                    unsettled[side].append(name)
                mask = mask if moved is None else moved
            drawn.append(mask)
        return drawn

    counts = masks.write_masks(Path(folder), cameras.names, both)
    write_eyes_json(Path(folder) / "eyes.json", eyes)
    words = [
        f"{side} eye: in {len(names)} of {len(cameras)} photos ({', '.join(sorted(names)[:8])}) "
        "colour does not show its edge; there the mask is the mesh's"
        for side, names in unsettled.items()
        if names
    ]
    return counts, words


def paint_files(capture: str | Path) -> dict[tuple[str, str], Path]:
    """Return the paths of a capture's four painted PNGs, by kind and side; they need not exist."""
    return {
        (kind, side): Path(capture) / kind.format(side[0])
        for kind in (REGION_PAINT, LANDMARK_PAINT)
        for side in SIDES
    }


def picks_from_paint(capture: str | Path, mesh: Mesh) -> Picks | None:
    """Return the picks on the map of a capture's four painted PNGs; None if it has none of them. A
    PickError if some are missing or wrong.
    """
    files = paint_files(capture)
    there = [path for path in files.values() if path.is_file()]
    if not there:
        return None
    if missing := [path.name for path in files.values() if path not in there]:
        raise PickError(
            f"{capture}: expected four painted pictures or none, missing {', '.join(missing)}"
        )
    if mesh.v_uv is None:
        raise PickError(
            f"{there[0]}: paint on a map needs the stage-1 mesh with UV, this mesh has none"
        )
    uv = {side: read_landmark_paint(files[LANDMARK_PAINT, side]) for side in SIDES}
    xyz = {side: map_points(mesh, uv[side]) for side in SIDES}
    axis = xyz["left"].mean(0) - xyz["right"].mean(0)
    picks = Picks(map_mesh=mesh_digest(mesh.v_pos, mesh.v_uv))
    for side, outward in (("left", axis), ("right", -axis)):
        region = read_region_paint(files[REGION_PAINT, side])
        size = np.array(region.shape[::-1])
        polygons = [
            np.array([0, 1]) + polygon / size * [1, -1] for polygon in mask_polygons(region)
        ]
        picks.map[side] = EyePicks(
            dict(zip(landmark_names(xyz[side], outward), uv[side], strict=True)), polygons
        )
        corners = np.concatenate(polygons)
        middle = (corners.min(0) + corners.max(0)) / 2
        if (np.abs(middle - uv[side].mean(0)) > 2 * np.ptp(uv[side], axis=0).max()).any():
            raise PickError(
                f"{files[REGION_PAINT, side]}: expected the region about the {side} eye's "
                "landmarks, found it elsewhere on the map; are left and right swapped, or one "
                "painted twice?"
            )
    return picks


def map_points(mesh: Mesh, uv: np.ndarray) -> np.ndarray:
    """Return the world points (M, 3) of the mesh at uv (M, 2). A PickError where the map has no
    surface.
    """
    a, b, c = (mesh.v_uv[mesh.t_pos_idx[:, k]].astype(np.float64) for k in range(3))
    out = []
    for p in np.asarray(uv, np.float64):
        areas = [_cross2(q - p, r - p) for q, r in ((b, c), (c, a), (a, b))]  # twice, signed
        with np.errstate(divide="ignore", invalid="ignore"):
            bary = np.stack(areas, 1) / np.sum(areas, 0)[:, None]
        face = int(np.argmax(np.nan_to_num(bary, nan=-np.inf).min(1)))
        if bary[face].min() < -0.05:
            raise PickError(
                f"the point u={p[0]:.4f}, v={p[1]:.4f} lies off the map's surface; mark it on the "
                "head"
            )
        out.append(bary[face] @ mesh.v_pos[mesh.t_pos_idx[face]].astype(np.float64))
    return np.array(out)


def check_eyeballs(eyes: Eyes, mesh: Mesh, cameras: Cameras, forward: np.ndarray) -> list[str]:
    """Return doubts about the eyeballs' places, in words: an eyeball should fill its socket and
    stay behind its lids.

    forward (3,): unit, out of the face. Each eye is checked in the view that looks straightest at
    it, where the sphere's distance is
    compared with the mesh's. They should agree in the middle of the landmarks, and the sphere
    should stand out of the mesh nowhere.
    """
    notes = []
    for side, eye in eyes:
        toward = cameras.c2w[:, :3, 3] - eye.center
        i = int(np.argmax(toward @ forward / np.linalg.norm(toward, axis=1)))
        seen = masks.window(mesh, cameras, i, eye.center, eye.radius)
        if seen is None or not seen.on_mesh.any():
            notes.append(f"{side} eye: the centre {eye.center.round(3).tolist()} lies off the head")
            continue
        origin = cameras.c2w[i, :3, 3]
        p = seen.points[seen.on_mesh].astype(np.float64) - origin
        t = np.linalg.norm(p, axis=1)
        along = p @ (eye.center - origin) / t
        inside = eye.radius**2 - ((eye.center - origin) @ (eye.center - origin) - along**2)
        # Above 0 where the sphere stands out of the mesh.
        gap = (t - along + np.sqrt(np.maximum(inside, 0))) / eye.radius
        marks = list(eye.landmarks.values()) or [eye.center]
        middle = np.mean(marks, axis=0) - origin
        at = np.abs(gap[np.argmax(p @ middle / t)])
        out = (gap[inside > 0] > 0.1).mean() if (inside > 0).any() else 0.0
        if at > 0.25:
            notes.append(
                f"{side} eye: the eyeball's front is {at:.0%} of its radius away from the scanned "
                "eye"
            )
        if out > 0.2:
            notes.append(
                f"{side} eye: {out:.0%} of the eyeball stands out of the face: too large, or too "
                "far forward"
            )
    return notes


def _check_sides(
    named: dict[str, dict[str, np.ndarray]], picks: Picks, cameras: Cameras, mesh: Mesh
) -> None:
    """Raise a PickError where inner and outer, or left and right, are swapped."""
    for side in SIDES:
        width = np.linalg.norm(named[side]["corner_outer"] - named[side]["corner_inner"])
        for name, p in named[side].items():
            off = np.linalg.norm(mesh.v_pos - p, axis=1).min()
            if off > 0.4 * width:
                raise PickError(
                    f"{side} eye, {name}: expected a place on the scanned face, found it "
                    f"{off:.3f} off the scanned face: the photos disagree; correct the mark in 04, "
                    "left and right may be swapped in one of them"
                )
    inner, outer = (
        np.linalg.norm(named["left"][k] - named["right"][k])
        for k in ("corner_inner", "corner_outer")
    )
    if inner >= outer:
        raise PickError(
            "corners: expected the inner ones nearer together than the outer ones, found the inner "
            f"corners {inner:.3f} apart, the outer {outer:.3f}; correct the marks in 04: inner is "
            "the nose's side, they may be swapped"
        )
    axis = named["left"]["corner_inner"] - named["right"]["corner_inner"]
    frames = [cameras.names.index(frame) for frame in picks.frames]
    if frames and np.mean(cameras.c2w[frames, :3, 0] @ axis) < -0.7 * np.linalg.norm(axis):
        raise PickError(
            "left eye: expected on the right of photos from the front, found on the left: left is "
            "the subject's own side; swap the two eyes in 04, or turn upside-down photos"
        )


def _cross2(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
