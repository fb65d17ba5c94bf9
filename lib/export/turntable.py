"""Pictures of a turning head as a film that other programs play."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import PIL.Image

from lib.workbook.workspace import atomic


def write_turntable(path: str | Path, frames: Sequence[np.ndarray], fps: float = 12) -> Path:
    """Write frames (H, W, 3) uint8, encoded colour, as a film; return its path. Its name decides
    the format: .mp4 (H.264) or .gif.

    H.264 needs even sizes: an odd last row or column is left out.
    """
    path = Path(path)
    if path.suffix not in (".mp4", ".gif"):
        raise ValueError(f"{path}: expected a name that ends in .mp4 or .gif, got {path.suffix!r}")
    with atomic(path) as temporary:
        (_mp4 if path.suffix == ".mp4" else _gif)(temporary, frames, fps)
    return path


def _mp4(path: Path, frames: Sequence[np.ndarray], fps: float) -> None:
    height, width = (size // 2 * 2 for size in frames[0].shape[:2])
    with av.open(str(path), "w", format="mp4") as film:
        stream = film.add_stream("libx264", rate=Fraction(fps).limit_denominator(1000))
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.options = {"crf": "17"}
        for frame in frames:
            picture = av.VideoFrame.from_ndarray(np.ascontiguousarray(frame[:height, :width]))
            film.mux(stream.encode(picture))
        film.mux(stream.encode())


def _gif(path: Path, frames: Sequence[np.ndarray], fps: float) -> None:
    pictures = [PIL.Image.fromarray(frame) for frame in frames]
    duration = round(1000 / fps)
    pictures[0].save(
        path, "GIF", save_all=True, append_images=pictures[1:], duration=duration, loop=0
    )
