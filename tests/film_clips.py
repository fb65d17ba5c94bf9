"""Small films for the tests, written by PyAV."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample_head"


def write_film(
    path: Path,
    pictures: Iterable[np.ndarray],
    codec: str = "libx264",
    pix_fmt: str = "yuv420p",
    fps: int = 15,
    times: list[float] | None = None,
    rotation: int = 0,
    matrix: int = 1,
    transfer: int = 1,
    primaries: int = 1,
    full_range: bool = False,
    distance: int = 250,
) -> Path:
    """A film of pictures (H,W,3), uint8 or uint16 RGB, tagged as told (numbers of ITU-T H.273).

    rotation: degrees counter-clockwise that the display matrix asks for; the pictures are stored
    as they are. times: seconds of each frame, else evenly by fps. distance: of key frames, at most.
    """
    options = {"crf": "8", "preset": "ultrafast", "x265-params": "log-level=none"}
    with av.open(str(path), "w") as container:
        stream, base = None, Fraction(1, 90000)
        for i, picture in enumerate(pictures):
            if stream is None:
                stream = container.add_stream(codec, rate=fps, options=options)
                stream.gop_size = distance
                stream.height, stream.width = picture.shape[:2]
                stream.pix_fmt, stream.time_base = pix_fmt, base
                context = stream.codec_context
                context.time_base = base
                context.colorspace, context.color_trc = matrix, transfer
                context.color_primaries = primaries
                context.color_range = 2 if full_range else 1
                if rotation:
                    stream.set_display_rotation(rotation)
            deep = picture.dtype == np.uint16
            frame = av.VideoFrame.from_ndarray(
                np.ascontiguousarray(picture), format="rgb48le" if deep else "rgb24"
            )
            frame = frame.reformat(
                format=pix_fmt,
                dst_colorspace=5 if matrix == 2 else matrix,
                src_color_range=2,
                dst_color_range=2 if full_range else 1,
                interpolation=av.video.reformatter.Interpolation.BICUBIC
                | av.video.reformatter.Interpolation.ACCURATE_RND
                | av.video.reformatter.Interpolation.FULL_CHR_H_INT,
            )
            frame.colorspace, frame.color_range = matrix, 2 if full_range else 1
            frame.color_trc, frame.color_primaries = transfer, primaries
            seconds = i / fps if times is None else times[i]
            frame.pts, frame.time_base = round(seconds / base), base
            for packet in stream.encode(frame):
                container.mux(packet)
        for packet in stream.encode(None):
            container.mux(packet)
    return path


def sample_pictures(scale: float = 2.0) -> list[np.ndarray]:
    """The photos of the bundled sample, each before a grey wall, enlarged."""
    pictures = []
    for path in sorted((SAMPLE / "image").iterdir()):
        photo = cv2.imread(str(path), cv2.IMREAD_COLOR_RGB)
        mask = cv2.imread(str(SAMPLE / "mask" / f"{path.stem}.png"), cv2.IMREAD_GRAYSCALE)
        wall = np.full_like(photo, 28)
        wall[::16] = 40
        picture = np.where(mask[..., None] > 127, photo, wall)
        pictures.append(
            cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
        )
    return pictures


def shaken(picture: np.ndarray, length: int = 15) -> np.ndarray:
    """The picture as a sideways shake of so many pixels would blur it."""
    return cv2.blur(picture, (length, 1))
