"""Mattes of people: which pixels of one photo show the subject.

`heads.head_masks` then makes the mattes of all views agree in space, and cuts them at the neck.
"""

from __future__ import annotations

import cv2
import numpy as np
from scipy.ndimage import distance_transform_edt

from lib.capture.faces import NO_PERSON, person_probability
from lib.capture.pieces import largest_region

WORK_SIDE = 640  # px; larger photos are cut at this size, their edges then settled at full size
SURE = 0.95, 0.05  # probabilities from which on a pixel is person, or background, for sure
CUT_ROUNDS = 3  # of GrabCut
N_WALLS = 3  # levels that are tried, until a bright piece is no wall
ALONG_EDGE = 0.1  # share of the picture's top and sides that a wall covers, and no subject
SOFTNESS = 3  # px at WORK_SIDE: radius of the guided filter that makes the edge soft


def person_matte(rgb: np.ndarray, kind: str = "auto") -> np.ndarray:
    """Return how much of each pixel the subject covers: (H,W) float32 in [0, 1], soft at the edge.

    rgb: (H,W,3) uint8. kind: "person" starts from mediapipe's selfie model; "bright" starts from
    what the flash lights most, such as a bust in front of a dark room; "auto" uses the first if it
    finds a person. GrabCut (Rother et al. 2004) settles the border by colour, and a guided filter
    (He et al. 2010) takes the soft edge from the photo.
    """
    scale = min(1.0, WORK_SIDE / max(rgb.shape[:2]))
    small = rgb
    if scale < 1:
        small = cv2.resize(rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    probability = person_probability(small) if kind != "bright" else None
    if kind == "bright" or kind == "auto" and (probability > 0.5).mean() < NO_PERSON:
        return _finished(rgb, _cut_bright(small), scale)
    return _finished(rgb, _cut(small, probability), scale)


def _finished(rgb: np.ndarray, small: np.ndarray, scale: float) -> np.ndarray:
    """Return the matte at the photo's size, from one that is `scale` times as large."""
    matte = cv2.resize(small, rgb.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    return soft_edge(rgb, matte, max(2, round(SOFTNESS / scale)))


def _cut_bright(rgb: np.ndarray) -> np.ndarray:
    """Return the object nearest to the flash (H,W) float32, 0 or 1, including its shaded parts.

    Its brightest part is certainly the subject, and what is far from that is certainly not.
    Brightness is split on a logarithmic scale, because light falls off with the squared distance.
    """
    gray = cv2.GaussianBlur(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), (0, 0), max(rgb.shape[:2]) / 300)
    logarithm = np.round(255 * np.log1p(gray / 8.0) / np.log1p(255 / 8.0)).astype(np.uint8)
    level, piece = _bright_piece(logarithm)
    away = distance_transform_edt(~piece)
    size = np.sqrt(piece.sum())
    probability = np.where(piece, 0.9, np.where(away < 0.12 * size, 0.3, 0.0))
    probability[piece & (logarithm > 0.5 * (level + np.percentile(logarithm[piece], 80)))] = 1.0
    return _cut(rgb, probability.astype(np.float32))


def _bright_piece(values: np.ndarray) -> tuple[float, np.ndarray]:
    """Return (level, the largest piece (H,W) bool that is brighter) of values (H,W) uint8.

    The level is Otsu's. If the piece runs along the picture's top or sides, it is a lit wall, and
    the subject in front of it is brighter: then the brighter part is split again.
    """
    level, _ = cv2.threshold(values, 0, 1, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    for _ in range(N_WALLS):
        bright = (values > level).astype(np.uint8)
        piece = largest_region(cv2.morphologyEx(bright, cv2.MORPH_OPEN, np.ones((5, 5))) > 0)
        rim = np.concatenate([piece[0], piece[:, 0], piece[:, -1]])
        if rim.mean() <= ALONG_EDGE:
            break
        level, _ = cv2.threshold(
            values[values > level][None], 0, 1, cv2.THRESH_BINARY | cv2.THRESH_OTSU
        )
    return level, piece


def soft_edge(rgb: np.ndarray, matte: np.ndarray, radius: int) -> np.ndarray:
    """Return the matte (H,W) float32 with the photo's own edge within `radius` px of its border."""
    guide = rgb.astype(np.float32) / 255
    soft = cv2.ximgproc.guidedFilter(guide, matte.astype(np.float32), radius, 1e-4)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (4 * radius + 1,) * 2)
    hard = (matte > 0.5).astype(np.uint8)
    near = cv2.dilate(hard, kernel) != cv2.erode(hard, kernel)
    return np.where(near, np.clip(soft, 0, 1), hard).astype(np.float32)


def _cut(rgb: np.ndarray, probability: np.ndarray) -> np.ndarray:
    """Return the subject (H,W) float32, 0 or 1, by GrabCut seeded with a probability; one piece."""
    marks = np.where(probability > 0.5, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    side = max(3, round(0.008 * max(rgb.shape[:2])) | 1)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    marks[cv2.erode((probability > SURE[0]).astype(np.uint8), kernel) > 0] = cv2.GC_FGD
    marks[cv2.dilate((probability > SURE[1]).astype(np.uint8), kernel) == 0] = cv2.GC_BGD
    if not np.isin(marks, (cv2.GC_FGD, cv2.GC_PR_FGD)).any():
        return np.zeros(rgb.shape[:2], np.float32)
    cv2.setRNGSeed(0)  # GrabCut's colour models begin at random
    bgr = np.ascontiguousarray(rgb[..., ::-1])
    cv2.grabCut(
        bgr, marks, None, np.zeros((1, 65)), np.zeros((1, 65)), CUT_ROUNDS, cv2.GC_INIT_WITH_MASK
    )
    return largest_region(np.isin(marks, (cv2.GC_FGD, cv2.GC_PR_FGD))).astype(np.float32)
