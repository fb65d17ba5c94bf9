"""Photos of a folder that becomes a capture: upright, in sRGB; and their focal length."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms, ImageOps

from lib.capture.errors import CaptureError

HEIF = (".heic", ".heif")
DIAGONAL_35MM = 43.27  # mm, of the 36 x 24 mm picture that "35 mm equivalent" refers to


def open_photo(path: Path, read: Callable[[Image.Image], object]):
    """Return what `read` makes of the opened photo; a CaptureError where that cannot be read."""
    if path.suffix.lower() in HEIF:
        try:
            import pillow_heif
        except ImportError:
            raise CaptureError(
                f"{path}: expected pillow-heif, which reads HEIC photos, found it not installed; "
                "pip install pillow-heif, or set the camera to JPEG (most compatible)"
            ) from None
        pillow_heif.register_heif_opener()
    try:
        with Image.open(path) as image:
            return read(image)
    except (
        OSError,
        ValueError,
        SyntaxError,
        ZeroDivisionError,
        Image.DecompressionBombError,
    ) as error:
        raise CaptureError(
            f"{path}: expected a whole photo, found {path.stat().st_size} bytes, cut short or "
            "damaged; copy the file again"
        ) from error


def read_photo(path: Path) -> np.ndarray:
    """Return a photo (H,W,3) uint8 RGB, upright, in sRGB's primaries."""

    def read(image: Image.Image) -> np.ndarray:
        profile = image.info.get("icc_profile")
        upright = ImageOps.exif_transpose(image).convert("RGB")
        if profile:
            try:
                source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
                upright = ImageCms.profileToProfile(upright, source, ImageCms.createProfile("sRGB"))
            except ImageCms.PyCMSError:
                pass  # a profile of another kind (grey, CMYK): the values stay
        return np.asarray(upright)

    return open_photo(path, read)


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Return (width, height) as the EXIF orientation turns it."""
    turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    return image.size[::-1] if turned else image.size


def photo_focal(image: Image.Image) -> float | None:
    """Return focal length (px) by EXIF: the 35 mm equivalent, else focal length and pitch; None
    where they are missing or make no sense.
    """
    exif = image.getexif().get_ifd(0x8769)
    try:
        if equivalent := exif.get(0xA405):
            return focal_of(float(equivalent), image.size)
        length, pitch = float(exif[0x920A]), float(exif[0xA20E])  # mm; pixels a unit
        unit = {2: 25.4, 3: 10.0, 4: 1.0}[exif.get(0xA210, 2)]
        taken_width = float(exif.get(0xA002, max(image.size)))
        focal = length * pitch / unit * max(image.size) / taken_width
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    return focal if 0 < focal < np.inf else None


def focal_of(equivalent: float, shape: tuple[int, int]) -> float:
    """Return focal length (px) of a 35 mm equivalent in mm (CIPA: by the picture's diagonal)."""
    return equivalent / DIAGONAL_35MM * float(np.hypot(*shape))
