"""Light from all around as pictures: two painted ones, and the user's own files."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import OpenEXR


def painted() -> dict[str, np.ndarray]:
    """Return two painted panoramas by name: (64, 128, 3) float32, linear radiance, as `Environment`
    reads them.
    """
    room, sky = np.full((2, 64, 128, 3), 0.08, np.float32)
    room[16:40, 20:36] = 6, 4, 2.5  # a warm window, to the subject's left
    room[12:44, 56:66] = 3, 3, 3  # a white one, ahead
    room[20:36, 96:116] = 1.5, 3, 6  # a blue one, to the subject's right
    sky[:] = np.interp(np.arange(64), [0, 28, 36, 63], [1.6, 1.1, 0.25, 0.15])[:, None, None]
    return {"Room with three windows": room, "Overcast sky": sky}


def read_panorama(path: str | Path) -> np.ndarray:
    """Return (H, W, 3) float32 linear radiance of a latitude-longitude picture in a .hdr or .exr
    file.
    """
    path = Path(path).expanduser()
    if path.suffix.lower() not in (".hdr", ".exr"):
        raise ValueError(f"{path}: expected a panorama as .hdr or .exr, found {path.suffix!r}")
    if not path.is_file():
        raise ValueError(f"{path}: expected a panorama, found no such file; check the path")
    image = _exr(path) if path.suffix.lower() == ".exr" else _hdr(path)
    if image is None:
        raise ValueError(f"{path}: expected an RGB picture, found none; was it cut short?")
    height, width = image.shape[:2]
    if abs(width / height - 2) > 0.02:
        raise ValueError(
            f"{path}: expected a panorama twice as wide as high (latitude-longitude), found "
            f"{width} x {height} px; export it as equirectangular"
        )
    return np.maximum(np.nan_to_num(image.astype(np.float32), posinf=65504.0), 0.0)


def _hdr(path: Path) -> np.ndarray | None:
    try:
        image = cv2.imread(str(path), cv2.IMREAD_ANYDEPTH | cv2.IMREAD_COLOR)
    except cv2.error:  # a size beyond all bounds
        return None
    return None if image is None else image[..., ::-1]


def _exr(path: Path) -> np.ndarray | None:
    try:
        channels = OpenEXR.File(str(path)).channels()
    except (RuntimeError, ValueError):
        return None
    for name in ("RGB", "RGBA"):
        if name in channels:
            return channels[name].pixels[..., :3]
    if {"R", "G", "B"} <= set(channels):
        return np.stack([channels[name].pixels for name in "RGB"], -1)
    return None
