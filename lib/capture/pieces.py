"""Connected pieces of masks."""

from __future__ import annotations

import cv2
import numpy as np


def largest_piece(mask: np.ndarray, connectivity: int = 8) -> np.ndarray:
    """Return the largest connected piece (H,W) bool of a mask (H,W); nothing of an empty one.

    connectivity: 8 if pixels that touch at a corner hang together, else 4.
    """
    count, labels, stats, _ = cv2.connectedComponentsWithStats(
        mask.astype(np.uint8), connectivity=connectivity
    )
    if count < 2:
        return np.zeros(mask.shape, bool)
    return labels == 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))


def largest_region(mask: np.ndarray, connectivity: int = 8) -> np.ndarray:
    """Return `largest_piece` of a mask (H,W), its holes filled."""
    piece = largest_piece(mask, connectivity).astype(np.uint8)
    outlines, _ = cv2.findContours(piece, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    filled = np.zeros(mask.shape, np.uint8)
    cv2.drawContours(filled, outlines, -1, 1, cv2.FILLED)
    return filled > 0
