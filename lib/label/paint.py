"""Painted pictures as eye labels: regions and landmark dots on the stage-1 map; and masks as
polygons.
"""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from lib.label.picks import PickError

REGION_PAINT = "diffuse_{}eye_mask.png"  # {}: l or r; white is the eye
LANDMARK_PAINT = "diffuse_{}eye_landmark.png"  # four green dots


def read_region_paint(path: str | Path) -> np.ndarray:
    """Return the largest region painted white on a map, (H, W) bool, with its holes filled.

    A pixel counts if its darkest channel is above 200 and it is connected to pure paint (above
    240). So blurred edges and JPEG noise do no harm.
    """
    darkest = _read_rgb(path).min(-1)
    _, blobs, stats, _ = cv2.connectedComponentsWithStats(
        (darkest > 200).astype(np.uint8), connectivity=8
    )
    core = np.bincount(blobs[darkest > 240], minlength=len(stats))
    core[0] = 0
    if core.max() < 4:
        raise PickError(
            f"{path}: expected one eye region painted white (255, 255, 255), found "
            f"{int(core.max())} white pixels; paint the visible eye on the stage-1 diffuse map"
        )
    region = (blobs == core.argmax()).astype(np.uint8)
    if region.mean() > 0.5:
        raise PickError(
            f"{path}: expected one eye region painted white, found {region.mean():.0%} of the map "
            "white; paint on the diffuse map itself, and only the eye"
        )
    outlines, _ = cv2.findContours(region, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    return cv2.drawContours(region, outlines, -1, 1, cv2.FILLED).astype(bool)


def read_landmark_paint(path: str | Path, count: int = 4) -> np.ndarray:
    """Return the centroids (count, 2) of the green dots painted on a map, in UV, from left to
    right.

    Any green counts. Greenness is green minus the larger of red and blue, and weights the centroid.
    Dots fainter than a tenth of the fourth-strongest one count as noise. If the number is not
    `count`, the PickError has a picture of what was found.
    """
    rgb = _read_rgb(path)
    colour = rgb.astype(np.float32)
    green = np.clip(colour[..., 1] - colour[..., [0, 2]].max(-1), 0, None)
    n, blobs, stats, _ = cv2.connectedComponentsWithStats(
        (green > 60).astype(np.uint8), connectivity=8
    )
    strength = np.bincount(blobs.ravel(), weights=green.ravel(), minlength=n)[1:]
    order = 1 + np.argsort(-strength)
    faintest = 0.1 * np.sort(strength)[::-1][min(count, n - 1) - 1] if n > 1 else 0.0
    centroids = []
    for b in order[strength[order - 1] >= faintest]:
        rows, cols = np.nonzero(blobs == b)
        centroids.append(
            np.average(np.column_stack([cols, rows]) + 0.5, axis=0, weights=green[rows, cols])
        )
    if len(centroids) != count:
        picture = (rgb * 0.4).astype(np.uint8)
        for x, y in centroids:
            cv2.circle(picture, (int(x), int(y)), max(6, len(rgb) // 60), (255, 60, 60), 2)
        raise PickError(
            f"{path}: expected {count} separate green dots (0, 255, 0): the iris's border and the "
            f"corners of the white, two each; found {len(centroids)}"
            + (f" at {[f'{x:.0f},{y:.0f}' for x, y in centroids[:8]]}" if centroids else "")
            + "; paint dots of 1 to 10 pixels that do not touch",
            picture,
        )
    uv = np.array(centroids) / [rgb.shape[1], rgb.shape[0]]
    uv[:, 1] = 1 - uv[:, 1]
    return uv[np.argsort(uv[:, 0])]


def mask_polygons(
    mask: np.ndarray, offset: tuple[float, float] = (0, 0), scale: float = 1.0
) -> list[np.ndarray]:
    """Return polygons [(K, 2), ...] along the pixel edges of a bool mask (H, W). `polygon_mask`
    turns them back into the same mask.

    Pixel (row j, column i) of the mask covers offset + scale * (i, j) to offset + scale * (i + 1, j
    + 1).
    """
    # Three times as large, so that edges fall between thirds of a pixel.
    padded = np.pad(np.repeat(np.repeat(mask.astype(np.uint8), 3, 0), 3, 1), 1)
    outlines, _ = cv2.findContours(padded, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    # Snapped to the edges of whole pixels.
    edges = [np.round((outline[:, 0] - 1) / 3.0) for outline in outlines]
    return [edge * scale + offset for edge in edges if len(edge) > 2]


def polygon_mask(
    polygons: list[np.ndarray],
    size: tuple[int, int],
    offset: tuple[float, float] = (0, 0),
    scale: float = 1.0,
) -> np.ndarray:
    """Return the pixels (H, W) bool whose centre is inside the polygons (even-odd). size: (height,
    width).
    """
    x = offset[0] + scale * (np.arange(size[1]) + 0.5)
    y = offset[1] + scale * (np.arange(size[0]) + 0.5)
    inside = np.zeros(size, bool)
    for polygon in polygons:
        a, b = polygon, np.roll(polygon, -1, axis=0)
        for (xa, ya), (xb, yb) in zip(a, b, strict=True):
            rows = (y >= min(ya, yb)) & (y < max(ya, yb))
            if ya != yb and rows.any():
                crossing = xa + (y[rows] - ya) * (xb - xa) / (yb - ya)
                inside[rows] ^= x[None] > crossing[:, None]
    return inside


def _read_rgb(path: str | Path) -> np.ndarray:
    """Return (H, W, 3) uint8 RGB of a picture file."""
    if not Path(path).is_file():
        raise PickError(f"{path}: expected a painted picture, found no such file")
    try:
        image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    except cv2.error:  # more pixels than lib/__init__.py allows
        image = None
    if image is None:
        raise PickError(
            f"{path}: expected a PNG or JPEG picture, found a file that cannot be decoded; "
            "it may be cut short, export it again"
        )
    return image[..., ::-1]
