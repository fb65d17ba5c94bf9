"""How good a film is for this method, and what to do better next time.

Notebook 00 shows this of the film. What a capture, the eyes and the scores are worth, 01 to 07, is
in lib/workbook/verdicts.py.
"""

from __future__ import annotations

import numpy as np

from lib.capture.finding import FAIL, LOOK, PASS, Finding, mark_of
from lib.filming.film import GAMMA
from lib.filming.frames import DRIFT, SOFT, UNUSABLE
from lib.filming.heads import CHEEKS
from lib.filming.make import Making

AZIMUTHS = ((-100, -55, "right"), (-55, -18, "half right"), (-18, 18, "front"),
         (18, 55, "half left"), (55, 100, "left"))  # fmt: skip
HEIGHTS = ((10, 60, "above"), (-10, 10, "level"), (-60, -10, "below"))
ROOM_LIGHT = 1 / 3, 1 / 2  # of all light: the flash is twice as bright as the room; as bright
# Share of the head, by judgement; of four films tried one was above the first (2.3 %), and its
# cameras and masks were still good.
FILM_CLIPPED = 0.01, 0.05
# px of a picture 960 px high, of features on the head from where they should be. Still heads: 0.5
# to 0.9.
STILL = 1.6, 3.0
N_GAPS = 2, 6  # of the 15 directions, by judgement: more than a corner of the arc; a third of it


def judge(making: Making) -> list[Finding]:
    """Return what the film's frames, masks and cameras show: one finding for each question."""
    return [
        _light(making),
        _clipping(making),
        _coverage(making),
        _stillness(making),
        _focus(making),
        _exposure(making),
    ]


def directions(making: Making) -> tuple[np.ndarray, np.ndarray]:
    """Return azimuth and elevation (N,), degrees, of the cameras around the head; 0, 0 is straight
    ahead, azimuth grows towards the subject's left.
    """
    x, y, z = making.cameras.c2w[:, :3, 3].T
    return np.degrees(np.arctan2(x, -z)), np.degrees(np.arctan2(-y, np.hypot(x, z)))


def coverage(making: Making) -> np.ndarray:
    """Return (3, 5) int: cameras in each of HEIGHTS (from above down) and AZIMUTHS (from the
    right).
    """
    azimuth, elevation = directions(making)
    return np.array(
        [
            [
                ((azimuth >= a) & (azimuth < b) & (elevation >= low) & (elevation < high)).sum()
                for a, b, _ in AZIMUTHS
            ]
            for low, high, _ in HEIGHTS
        ]
    )


def gaps(counts: np.ndarray) -> list[str]:
    """Return the names of the directions without a camera, such as "the left above". counts (3, 5):
    see `coverage`.
    """
    named = []
    for row, (_, _, height) in zip(counts, HEIGHTS, strict=True):
        if not row.any():
            named.append({"level": "eye level", "above": "above", "below": "below"}[height])
            continue
        named += [
            f"the {side}" + ("" if height == "level" else f" {height}")
            for count, (_, _, side) in zip(row, AZIMUTHS, strict=True)
            if not count
        ]
    return named


def room_share(making: Making) -> float | None:
    """Return the share of the light on the face that does not come from the flash; None without a
    face.

    A point of skin that many cameras see has the linear value albedo (flash cosine / d^2 + room).
    Over cosine / d^2 this is a line, whose value at 0 is the room's part. The result is the median
    over points of the cheeks.
    """
    landmarks = making.alignment.landmarks
    if landmarks is None:
        return None
    shares = []
    for at in CHEEKS:
        normal = _normal(landmarks, at)
        lit, seen = [], []
        for i, k in enumerate(making.kept):
            towards = making.cameras.c2w[i, :3, 3] - landmarks[at]
            distance = np.linalg.norm(towards)
            cosine = towards @ normal / distance
            (px,), _ = making.cameras.project(i, landmarks[at : at + 1])
            col, row = px.astype(int)
            inside = 3 <= col < making.cameras.width - 3 and 3 <= row < making.cameras.height - 3
            if cosine > 0.3 and inside:
                patch = making.photos[k][row - 3 : row + 4, col - 3 : col + 4]
                lit.append(cosine / distance**2)
                seen.append(float(((patch / 255.0) ** GAMMA).mean()))
        if len(lit) < 8 or np.ptp(lit) < 0.3 * max(lit):
            continue
        flash, room = np.polyfit(lit, seen, 1)
        whole = flash * np.percentile(lit, 90) + room
        shares.append(float(np.clip(room / max(whole, 1e-6), 0, 1)))
    return float(np.median(shares)) if shares else None


def _normal(landmarks: np.ndarray, at: int) -> np.ndarray:
    """Return the face's outward unit normal at a landmark, from the points around it."""
    away = np.linalg.norm(landmarks[:468] - landmarks[at], axis=1)
    near = landmarks[:468][np.argsort(away)[:16]]
    normal = np.linalg.svd(near - near.mean(0))[2][2]
    outward = landmarks[at] - landmarks[:468].mean(0) - [0, 0, 0.3]
    return normal * np.sign(normal @ outward)


def _light(making: Making) -> Finding:
    what = "flash against room light"
    share = room_share(making)
    if share is None:
        return Finding(what, LOOK, "not measured: no face", "film in a dim room, the light on")
    mark = mark_of(share, ROOM_LIGHT)
    advice = "" if mark == PASS else "darken the room, or go nearer: 40 to 50 cm"
    return Finding(what, mark, f"{100 * share:.0f} % of the light comes from the room", advice)


def _clipping(making: Making) -> Finding:
    clipped = making.choice.clipped
    mark = mark_of(clipped, FILM_CLIPPED)
    advice = "" if mark == PASS else "lower the exposure before you lock it; step back a little"
    return Finding("clipped highlights", mark, f"{100 * clipped:.1f} % of the head", advice)


def _coverage(making: Making) -> Finding:
    lacking = gaps(coverage(making))
    mark = mark_of(len(lacking), N_GAPS)
    if not lacking:
        return Finding("coverage", PASS, "from ear to ear at three heights")
    named = ", ".join(lacking[:4]) + (", ..." if len(lacking) > 4 else "")
    return Finding("coverage", mark, f"nothing from {named}", f"film from {named}, too")


def _stillness(making: Making) -> Finding:
    error = making.poses.error_px * 960 / max(making.cameras.height, making.cameras.width)
    if not np.isfinite(error):
        return Finding("stillness of the head", LOOK, "not measured: the cameras were brought")
    mark = mark_of(error, STILL)
    advice = "" if mark == PASS else "rest the head against a wall, look at one point, no talking"
    found = f"features on the head are {error:.1f} px off, of 960"
    return Finding("stillness of the head", mark, found, advice)


def _focus(making: Making) -> Finding:
    taken = set(making.choice.chosen)
    detail = float(np.median([s.detail for s in making.choice.looks if s.number in taken] or [0]))
    mark = PASS if detail >= SOFT else LOOK if detail >= UNUSABLE else FAIL
    advice = "" if mark == PASS else "hold a finger on the face until focus is locked"
    return Finding("focus", mark, f"detail {detail:.1f}, {SOFT:g} or more is good", advice)


def _exposure(making: Making) -> Finding:
    what, stops = "exposure", making.choice.exposure_stops
    if not np.isfinite(stops):
        return Finding(what, LOOK, "not measured: photos, or no face", "")
    mark = mark_of(stops, (DRIFT, 2 * DRIFT))
    advice = "" if mark == PASS else "lock the exposure: hold a finger on the face"
    return Finding(what, mark, f"the face's brightness drifts by {stops:.1f} stops", advice)
