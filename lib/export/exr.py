"""OpenEXR files of float maps."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import OpenEXR

CHANNELS = {1: "Y", 3: "RGB", 4: "RGBA"}


def write_exr(path: Path, image: np.ndarray) -> None:
    """Write (H, W, C) half or single floats; C 1 (grey), 3 (RGB) or 4 (RGBA)."""
    name = CHANNELS[image.shape[-1]]
    pixels = np.ascontiguousarray(image[..., 0] if name == "Y" else image)
    header = {"compression": OpenEXR.ZIP_COMPRESSION, "type": OpenEXR.scanlineimage}
    OpenEXR.File(header, {name: pixels}).write(str(path))


def read_exr(path: Path) -> np.ndarray:
    """Return (H, W, C) float32 values of a file that `write_exr` wrote."""
    try:
        (channel,) = OpenEXR.File(str(path)).channels().values()
    except (RuntimeError, ValueError) as error:
        raise ValueError(
            f"{path}: expected an EXR file of this program, found none, or one cut short or of "
            f"another kind ({str(error)[:60]}); run the export again"
        ) from error
    return channel.pixels.reshape(*channel.pixels.shape[:2], -1).astype(np.float32)
