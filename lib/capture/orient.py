"""Photos and masks in the same orientation: EXIF gives that of a photo, but seldom that of a mask.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from lib.capture.cameras import Cameras
from lib.capture.errors import CaptureError
from lib.capture.photos import as_gray, decoded, mask_values, orientation_of, turned


def placed(
    pixels: np.ndarray, orientation: int, path: Path, cameras: Cameras
) -> tuple[np.ndarray, bool]:
    """Return a picture (H, W, ...) of the cameras' size, and whether it had to be turned upright.

    pixels: as stored. orientation: EXIF's, 1 to 8. Structure from motion mostly ignores EXIF. So a
    picture counts as stored unless its size contradicts that.
    """
    size, found = (cameras.height, cameras.width), pixels.shape[:2]
    if found == size:
        return pixels, False
    if orientation >= 5 and found == size[::-1]:
        return turned(pixels, orientation), True
    factor = found[1] / size[1]
    if found == size[::-1]:
        fix = "photos and masks must be of one size, unrotated; turn it by 90 degrees"
    elif abs(found[0] / size[0] / factor - 1) < 0.01:
        fix = f"of photos scaled by {factor:.3g}, scale w h fl_x fl_y cx cy in the camera file, too"
    else:
        fix = "photos and masks must be of one size, unrotated and uncropped"
    raise CaptureError(
        f"{path}: expected {size[1]} x {size[0]} px as in the camera file, found {found[1]} x "
        f"{found[0]}; {fix}"
    )


def mask_of(
    path: Path, cameras: Cameras, photo_exif: int, photo_turned: bool, back: bool
) -> np.ndarray:
    """Return the mask (H,W) uint8 of a photo, in the photo's orientation; more than HALF is inside.

    Masks are often drawn on the upright photo and have no EXIF. A mask of the other size is turned
    like its photo. If the size does not tell, `back` says whether to turn it.
    """
    pixels, own = decoded(path)
    values = mask_values(pixels, path)
    size, fits = (cameras.height, cameras.width), values.shape[:2]
    if fits == size:
        return turned(values, photo_exif, back=True) if back and photo_exif > 1 else values
    if fits == size[::-1] and own < 5 and photo_exif >= 5:
        return turned(values, photo_exif, back=not photo_turned)
    return placed(values, own, path, cameras)[0]


def masks_upright(photos: list[Path], masks: list[Path], cameras: Cameras) -> bool:
    """Return whether masks are upright while EXIF turns their photos, if sizes do not tell.

    The photos decide: the head is brighter than its surroundings.
    """
    gains = []
    for photo, mask in list(zip(photos, masks, strict=True))[:: max(1, len(photos) // 12)]:
        exif = orientation_of(photo)
        if exif == 1 or photo == mask or exif >= 5 and cameras.width != cameras.height:
            continue
        gray = as_gray(decoded(photo)[0]).astype(np.float32)
        values = mask_values(decoded(mask)[0], mask)
        if values.shape != gray.shape or np.ptp(values) == 0:
            continue
        fits = [
            np.corrcoef(gray.ravel(), drawn.ravel())[0, 1]
            for drawn in (values, turned(values, exif, back=True))
        ]
        gains.append(fits[1] - fits[0])
    return bool(gains) and float(np.mean(gains)) > 0.02
