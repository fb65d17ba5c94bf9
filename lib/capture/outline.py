"""How far a capture's head masks end from the outlines that its photos show.

A tool that grows or shrinks all of its masks alike costs much: at 4 px, the head gets a rim of
background, or loses its own. The photos tell it. A lit head is brighter than the room, so its
brightness falls most across the true outline. Masks that are wrong in one place in one frame and
elsewhere in another are not told by this.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from scipy.ndimage import distance_transform_edt, gaussian_filter1d

from lib.capture.distance import signed_distance

REACH = 8.0  # px to either side of a mask's outline that are looked at
LARGEST = 6.0  # px; no greater offset is found
SHARE = 0.05  # nor one greater than this part of the head's size, the root of its area
BIN = 0.1  # px
WIDTH = 0.7  # px over which the profile is averaged: distances of a mask come in whole pixels
STRONG = 0.3  # of white per px; a greater fall counts as this
FAINT = 0.002  # of white per px; a frame whose greatest fall is below this shows no outline
APPLIED = 1.0  # px; a smaller offset is left alone: true masks are found within a third of that
CLEAR = 1.3  # the fall at the outline found over that at the masks' own, at least
AGREE = 0.7  # share of frames whose own offset lies within a pixel of the common one, at least


@dataclass(frozen=True)
class MaskOffset:
    """By how many px the masks are to be grown (below 0: shrunk) to end where the photos do.

    px: the offset. clear: whether the photos tell it. asked: whether the settings gave it instead.
    """

    px: float
    clear: bool
    asked: bool = False

    @property
    def applied(self) -> float:
        """The px by which masks are grown: 0 unless asked for, or clear and at least APPLIED."""
        told = self.asked or self.clear and abs(self.px) >= APPLIED
        return self.px if told else 0.0

    def __str__(self) -> str:
        side, way = ("inside", "out") if self.px > 0 else ("outside", "in")
        if self.asked:
            moved = f"moved {way} by {abs(self.px):g} px" if self.px else "left as given"
            return f"masks {moved}, as data.mask_offset_px says"
        if not self.clear:
            return "photos do not tell clearly where masks should end; left as given"
        if not self.applied:
            return f"masks end {abs(self.px):.1f} px from the photos' outlines; left as given"
        return f"masks lie {abs(self.px):.1f} px {side} the photos' outlines; moved {way}"


def moved(mask: np.ndarray, px: float) -> np.ndarray:
    """Return a bool mask (H, W) whose outline lies `px` farther out; the mask itself for 0."""
    return mask if px == 0 else signed_distance(mask) > -px


def carried(part: np.ndarray, head: np.ndarray, grown: np.ndarray) -> np.ndarray:
    """Return the bool mask (H, W) of a part of the head, hair for instance, after the head's mask
    was moved.

    What the head gained belongs to the part where the nearest pixel of the old head does. The
    border between the part and the rest of the head stays.
    """
    if not (grown & ~head).any():
        return part & grown
    rows, columns = distance_transform_edt(~head, return_distances=False, return_indices=True)
    return (part & head)[rows, columns] & grown


def edge_profile(photo: np.ndarray, mask: np.ndarray) -> np.ndarray | None:
    """Return the mean fall of brightness (B,), of white per px, across the outline moved by each of
    `offsets()`; None where the mask is empty or has no outline.

    photo: (H, W, 3) uint8, gamma-encoded. mask: (H, W) bool. A pixel's fall is the gradient of its
    brightness along the mask's distance, at most STRONG: a few highlights, or a bright wall, do
    not decide. Offsets beyond SHARE of the head's size are NaN.
    """
    if not mask.any() or mask.all():
        return None
    rows, columns = (np.flatnonzero(mask.any(axis)) for axis in (1, 0))
    pad = int(REACH) + 4
    top, left = max(rows[0] - pad, 0), max(columns[0] - pad, 0)
    part = slice(top, rows[-1] + pad + 1), slice(left, columns[-1] + pad + 1)
    depth = np.clip(signed_distance(mask)[part], -2 * REACH, 2 * REACH)
    bright = cv2.GaussianBlur(photo[part].max(-1).astype(np.float32) / 255, (0, 0), 0.8)
    smooth = cv2.GaussianBlur(depth, (0, 0), 1.5)
    dx, dy = _gradient(smooth)
    bx, by = _gradient(bright)
    fall = (bx * dx + by * dy) / np.maximum(np.hypot(dx, dy), 1e-6)
    at = offsets()
    index = np.floor((REACH - depth) / BIN).astype(int)
    used = (index >= 0) & (index < len(at))
    used[[0, 1, -2, -1]] = used[:, [0, 1, -2, -1]] = False  # gradients need neighbours
    count, total = (
        gaussian_filter1d(np.bincount(index[used], weights, len(at)).astype(float), WIDTH / BIN)
        for weights in (None, np.clip(fall[used], -STRONG, STRONG))
    )
    profile = total / np.maximum(count, 1e-9)
    profile[np.abs(at) > min(LARGEST, SHARE * np.sqrt(mask.sum()))] = np.nan
    return profile


def offsets() -> np.ndarray:
    """Return the offsets (B,), px, of an `edge_profile`."""
    return BIN * (np.arange(int(2 * REACH / BIN)) + 0.5) - REACH


def measure_offset(profiles: list[np.ndarray]) -> MaskOffset:
    """Return the offset of a capture's masks from the `edge_profile` of some of its frames: the
    median over the frames.

    profiles: (B,) each. It is clear if brightness falls CLEAR times as much there as at the masks'
    own outlines, or if they hardly differ, and if the frames agree.
    """
    at = offsets()
    found = np.array([_peak(at, profile) for profile in profiles])
    if not profiles or np.isnan(found).mean() > 1 - AGREE:
        return MaskOffset(0.0, False)
    px = float(np.nanmedian(found))
    there, here = (
        np.nanmedian([profile[np.abs(at - k).argmin()] for profile in profiles]) for k in (px, 0.0)
    )
    sharp = abs(px) < APPLIED or there > CLEAR * max(here, 0.0)
    agree = np.mean(np.abs(found - px) < 1.0)  # NaN does not
    return MaskOffset(px, bool(sharp and agree >= AGREE))


def _peak(at: np.ndarray, profile: np.ndarray) -> float:
    """Return the offset of a profile's greatest fall, between the bins by a parabola; NaN if it is
    faint, or if brightness falls still more beyond what was looked at.
    """
    known = np.flatnonzero(np.isfinite(profile))
    if len(known) < 3:
        return np.nan
    k = known[profile[known].argmax()]
    if profile[k] < FAINT or k in (known[0], known[-1]):
        return np.nan
    before, here, after = profile[k - 1 : k + 2]
    bend = before - 2 * here + after
    return float(at[k] + (0.5 * BIN * (before - after) / bend if bend < 0 else 0.0))


def _gradient(picture: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the derivatives (H, W) per px along x and y of a picture (H, W) float32."""
    across, down = ((1, 0), (0, 1))
    return tuple(cv2.Sobel(picture, cv2.CV_32F, *way, scale=1 / 8) for way in (across, down))
