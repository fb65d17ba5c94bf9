"""Verdicts: what is good, what to look at, what fails. The thresholds are here, except those of the
warnings about a capture (lib/capture/checks.py) and of a film (lib/workbook/film_verdict.py).

Each threshold has its reason beside it: what was measured on sound captures (the sample, rendered
heads, a rendered film, real photos of a model skull) and on mistakes, or "by judgement". They
change nothing that is computed. No film of a real person was among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lib.capture.checks import (
    AZIMUTH_SPAN,
    CLIPPED_SHARE,
    ELEVATION_SPAN,
    EXPOSURE_RATIO,
    FILLED,
    FILLED_WORST,
    N_FRAMES,
    UNSHARP,
    Report,
)
from lib.capture.finding import FAIL, LOOK, MIME, PASS, Finding, mark_of
from lib.workbook.compare import shown

if TYPE_CHECKING:
    from lib.eyes.eyeballs import Eyes
    from lib.mesh.extract import Mesh

# A capture: beyond these a warning becomes a failure.
FEW_FRAMES = 8  # by judgement: fewer do not show each place of the head twice
NARROW = 45.0  # degrees around the head, by judgement: one cheek and both ears are not seen
CAPTURE_CLIPPED = 0.15  # share of the head at the median frame, by judgement: hides gloss
CONTRADICT = 0.5  # share of the masks that their common hull fills, at the median; wrong axes: 0.00
FATAL = ("masks", "cameras", "brightness")  # any warning about these

# A draft mesh: (passes up to, may do up to).
STRETCH = 4.0, 10.0  # texel density on the face, 95th over 5th percentile; the sample: 3.1
# IoU of the mesh's outline with held-out masks, at least. The sample: 0.996; masks of 540 x 720 px
# that are 2 px and 5 px too large: 0.977 and 0.94.
OUTLINE = 0.96, 0.90

# Eyes.
# Of a photo of 720 px, rms of a landmark: a hand's click is 1 px off. The sample: up to 0.5 px.
RESIDUAL_PX = 1.5, 4.0
# Radii, a landmark's distance from its eyeball: corners are half lid. The sample: 0.11.
OFF_SPHERE = 0.15, 0.3
# Angle between the gazes: eyes that look at a phone 0.3 m away are 12 degrees apart. The sample,
# which looks straight ahead: 1 to 3.
CROSSED_DEG = 12.0, 25.0
# Radius over what the eyes' distance suggests, or the inverse: two and three deviations of 0.3.
SIZE = 1.8, 2.5

# The result.
# dB that the exported meshes may lose beside the training's render, in one photo. Preset full, 90
# photos: 0.5; preset quick, the sample and films: 0.8 to 2.0, and finer meshes and maps win back
# 0.1 of that. Maps of 128 px on the sample: 4.5.
EXPORT_LOSS = 2.5, 4.0


@dataclass(frozen=True)
class Score:
    """What a score means. good, fair: limits of "pass" and "look"; None if no limit is known."""

    words: str
    unit: str
    better: str  # "higher", "lower" or "nearer 0"
    good: float | None = None
    fair: float | None = None


# "Good" is a little below what sound captures reach with preset quick: 32 to 38 dB, normals 5 deg,
# surface 0.2 to 0.3 mm, eyes 0.1 to 0.6 mm, albedo 31 to 34 dB, relit 28 to 35 dB. "Fair" ends
# about where masks 4 px off or a wrong light led to (19 to 28 dB), and eyes without masks (2 mm).
SCORES = {
    "psnr": Score("PSNR beside the photo", "dB", "higher", 30, 25),
    "psnr_own_exposure": Score("PSNR at each photo's own exposure", "dB", "higher", 30, 25),
    "ssim": Score("SSIM, likeness of patterns", "", "higher", 0.93, 0.85),
    "mask_iou": Score("overlap with the mask", "", "higher", 0.97, 0.93),
    "normal_deg_mean": Score("normals off, mean", "deg", "lower", 7, 15),
    "normal_deg_median": Score("normals off, median", "deg", "lower", 4, 8),
    "normal_deg_hair": Score("normals off in hair, mean", "deg", "lower", 10, 20),
    "point_mm_median": Score("surface off, median", "mm", "lower", 0.7, 2),
    "psnr_albedo": Score("PSNR of the albedo", "dB", "higher", 28, 22),
    "left_eye_mm": Score("left eyeball's centre off", "mm", "lower", 0.7, 2),
    "right_eye_mm": Score("right eyeball's centre off", "mm", "lower", 0.7, 2),
    "eye_radius_error_mm": Score("eyeballs' radius off", "mm", "nearer 0", 0.5, 1.5),
    "psnr_relit": Score("PSNR under lamps it never saw", "dB", "higher", 26, 20),
    "specular_skin_mean": Score("specular of skin, mean", "", ""),
    "specular_skin_std": Score("specular of skin, spread", "", ""),
    "roughness_skin_mean": Score("roughness of skin, mean", "", ""),
    "roughness_skin_std": Score("roughness of skin, spread", "", ""),
    "seconds": Score("time", "s", "lower"),
    "steps": Score("steps", "", ""),
    "ms_per_step": Score("a step", "ms", "lower"),
}


def findings_in(cells: Sequence[Mapping]) -> list[Finding]:
    """Return the findings of the verdicts that the cells of an executed notebook show."""
    findings = []
    for output in outputs_in(cells):
        shown = output.get("data", {}).get(MIME, {})
        lines = shown.get("findings", []) if isinstance(shown, Mapping) else []
        with suppress(TypeError, ValueError):  # of another version, or not ours
            findings += [Finding(*map(str, line)) for line in lines]
    return findings


def outputs_in(cells: Sequence[Mapping]) -> Iterator[Mapping]:
    """Yield the outputs of the cells of an executed notebook, in order."""
    for cell in cells:
        yield from cell.get("outputs", [])


def of_capture(report: Report) -> list[Finding]:
    """Return whether a capture is good enough: one finding for each question."""
    warned = dict(zip(report.topics, report.warnings))
    light = report.exposure * report.distance**2
    low, high = np.quantile(light, [0.1, 0.9])
    weakest = report.sharpness.min() / max(np.median(report.sharpness), 1e-9)
    fill, clipped = np.median(report.fill), np.median(report.clipped)
    lines = [
        (
            "frames",
            f"{len(report.names)} photos, {N_FRAMES} or more are fine",
            len(report.names) < FEW_FRAMES,
        ),
        (
            "masks and cameras",
            f"the common hull fills {fill:.2f} of the masks, {FILLED:g} or more is fine; at worst "
            f"{report.fill.min():.2f}, {FILLED_WORST:g} or more is fine",
            fill < CONTRADICT,
        ),
        ("outline", str(report.mask_offset), False),
        (
            "around the head",
            f"{report.azimuth_span:.0f} degrees, {AZIMUTH_SPAN:.0f} or more are fine; ear to ear "
            "is about 180",
            report.azimuth_span < NARROW,
        ),
        (
            "heights",
            f"{report.elevation_span:.0f} degrees from low to high, {ELEVATION_SPAN:.0f} or more "
            "are fine",
            False,
        ),
        (
            "clipped",
            f"{100 * clipped:.2f} % of the head, up to {100 * CLIPPED_SHARE:g} % is fine",
            clipped > CAPTURE_CLIPPED,
        ),
        (
            "exposure",
            f"brightness varies by {high / max(low, 1e-9):.2f}, up to {EXPOSURE_RATIO:g} is fine",
            False,
        ),
        (
            "sharpness",
            f"the weakest frame has {weakest:.2f} of the median, {UNSHARP:g} or more is fine",
            False,
        ),
    ]
    known = {topic for topic, _, _ in lines}
    findings = []
    for topic, found, failed in lines:
        mark = LOOK if topic in warned else PASS
        findings.append(Finding(topic, FAIL if failed else mark, found, warned.get(topic, "")))
    for topic, text in warned.items():
        if topic not in known:
            mark = FAIL if topic in FATAL else LOOK
            findings.append(Finding(topic, mark, "see the advice", text))
    return findings


def of_mesh(
    mesh: Mesh, front: np.ndarray, holes: int, overlapping: int, outline: float
) -> list[Finding]:
    """Return whether a draft mesh is good enough to find the eyes on: one finding for each
    question.

    front: (3,) world, out of the face. holes: openings in the face. overlapping: texels that two
    places of the chart share. outline: mean IoU of the mesh's outline with the masks of held-out
    photos.
    """
    faces = mesh.v_pos[mesh.t_pos_idx]
    edges = faces[:, 1] - faces[:, 0], faces[:, 2] - faces[:, 0]
    normal = np.cross(*edges)
    area = np.linalg.norm(normal, axis=1)
    ahead = (normal @ front > 0.5 * area) & (area > 0)
    flat = mesh.v_uv[mesh.t_pos_idx]
    (a, b), (c, d) = ((flat[:, k] - flat[:, 0]).T for k in (1, 2))
    low, high = np.quantile((np.abs(a * d - b * c) / np.maximum(area, 1e-12))[ahead], [0.05, 0.95])
    return [
        _at_least("outline", outline, OUTLINE,
                  f"{outline:.3f} overlap with held-out masks, {OUTLINE[0]:g} or more is fine",
                  "train for longer; look at masks and cameras in 01"),
        Finding("holes in the face", FAIL if holes else PASS, f"{holes}",
                "train for longer, or film the face from more sides" if holes else ""),
        Finding("map", FAIL if overlapping else PASS, f"{overlapping} texels lie on one another",
                "set mesh.n_faces lower" if overlapping else ""),
        _at_most("even texels", high / max(low, 1e-12), STRETCH,
                 f"the face's densest are {high / max(low, 1e-12):.1f} times as dense as the "
                 f"sparsest, up to {STRETCH[0]:g} is fine",
                 "set mesh.n_faces lower; paint on photos, not on the map"),
    ]  # fmt: skip


def of_eyes(
    eyes: Eyes, forward: np.ndarray, limits: tuple[float, float], size: int
) -> list[Finding]:
    """Return whether the marks agree and the eyes are plausible: one finding for each question.

    forward: (3,) world, out of the face. limits: smallest and largest radius allowed. size: longer
    side of the photos, px.
    """
    scale = max(1.0, size / 720)
    residuals = {f"{side} {name.replace('_', ' ')}": px / scale for side, eye in eyes
                 for name, px in eye.residuals_px.items()}  # fmt: skip
    gap = {
        f"{side} {name.replace('_', ' ')}": abs(np.linalg.norm(point - eye.center) / eye.radius - 1)
        for side, eye in eyes
        for name, point in eye.landmarks.items()
    }
    radius, ratio = eyes.left.radius, eyes.size_ratio()
    crossed = np.degrees(np.arccos(np.clip(eyes.left.gaze @ eyes.right.gaze, -1, 1)))
    findings = []
    if residuals:
        name, worst = max(residuals.items(), key=lambda item: item[1])
        findings.append(
            _at_most("marks agree", worst, RESIDUAL_PX,
                     f"worst {worst:.2f} px, {name}; up to {RESIDUAL_PX[0]:g} px is fine",
                     f"move the marks of {name} in 04"))  # fmt: skip
        few = eyes.outliers
        findings.append(
            Finding("marks left out", LOOK if few else PASS, ", ".join(few) or "none",
                    "move them in 04" if few else ""))  # fmt: skip
    name, worst = max(gap.items(), key=lambda item: item[1])
    ends = not 1.01 * limits[0] < radius < 0.99 * limits[1]
    where = f"{limits[0]:g} to {limits[1]:g}, the radius is {'at its end' if ends else 'inside'}"
    ahead = min(eye.gaze @ forward for _, eye in eyes) > 0.5
    findings += [
        _at_most("landmarks on the ball", worst, OFF_SPHERE,
                 f"{name} lies {100 * worst:.1f} % of the radius from the ball, up to "
                 f"{100 * OFF_SPHERE[0]:.0f} % is fine",
                 "move its marks in 04"),
        _at_most("size", max(ratio, 1 / ratio), SIZE,
                 f"radius {radius:.4f}, {ratio:.2f} times what the eyes' distance suggests; "
                 f"{1 / SIZE[0]:.2f} to {SIZE[0]:g} times is fine",
                 "mark the corners of the white, and more photos"),
        Finding("range of sizes", LOOK if ends else PASS, where,
                "marks hardly tell the size: set a narrower range, or mark photos" if ends else ""),
        _at_most("gaze", crossed, CROSSED_DEG,
                 f"the eyes look {crossed:.1f} degrees apart, up to {CROSSED_DEG[0]:.0f} are fine",
                 "are left and right, or inner and outer, swapped?"),
        Finding("gaze to the front", PASS if ahead else FAIL,
                "both eyes look out of the face" if ahead else "an eye looks into the head",
                "" if ahead else "are the marks on the eyes?"),
    ]  # fmt: skip
    return findings


def of_scores(
    scores: Mapping[str, float], trained: Mapping[str, float] | None = None
) -> list[Finding]:
    """Return a finding for each score that has limits. With the scores of the training (`trained`),
    also what the export lost.
    """
    findings = []
    for key, meaning in SCORES.items():
        if meaning.good is None or not isinstance(scores.get(key), int | float):
            continue
        value = scores[key]
        with_unit = f"{shown(value, meaning.unit)} {meaning.unit}".strip()
        found = f"{with_unit}, {_goal(meaning)} is good"
        limits = meaning.good, meaning.fair
        mark = _at_least if meaning.better == "higher" else _at_most
        findings.append(mark(meaning.words, value if meaning.better == "higher" else abs(value),
                             limits, found, ""))  # fmt: skip
    if trained and "psnr" in trained and "psnr" in scores:
        lost = trained["psnr"] - scores["psnr"]
        findings.append(
            _at_most("lost by exporting", lost, EXPORT_LOSS,
                     f"{lost:.2f} dB of PSNR, up to {EXPORT_LOSS[0]:g} dB is fine",
                     "raise mesh.n_faces and mesh.map_size"))  # fmt: skip
    return findings


def score_rows(tables: Sequence[Mapping[str, float]]) -> list[tuple[str, ...]]:
    """Return rows for a table: the size of the photos, then each score with its unit, its value in
    each table, and what is good.
    """
    keys = [key for key in SCORES if any(isinstance(t.get(key), int | float) for t in tables)]
    sizes = [t.get("photo_px") for t in tables]
    sizes = [" x ".join(map(str, px)) if isinstance(px, list) else "" for px in sizes]
    rows = [("size of the photos, px", *sizes, "")] if any(sizes) else []
    for key in keys:
        meaning = SCORES[key]
        values = [shown(t[key], meaning.unit) if key in t else "" for t in tables]
        what = meaning.words + (f", {meaning.unit}" if meaning.unit else "")
        rows.append((what, *values, _goal(meaning)))
    return rows


def _goal(meaning: Score) -> str:
    """Return what is good, in words."""
    if meaning.good is None:
        return meaning.better and f"{meaning.better} is better"
    unit = meaning.unit and f" {meaning.unit}"
    sign = {"higher": "at least ", "lower": "at most ", "nearer 0": "within ±"}[meaning.better]
    return f"{sign}{meaning.good:g}{unit}"


def _at_most(what: str, value: float, limits: tuple, found: str, advice: str) -> Finding:
    mark = mark_of(value, limits)
    return Finding(what, mark, found, "" if mark == PASS else advice)


def _at_least(what: str, value: float, limits: tuple, found: str, advice: str) -> Finding:
    return _at_most(what, -value, (-limits[0], -limits[1]), found, advice)
