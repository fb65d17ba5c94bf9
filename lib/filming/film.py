"""A film or a folder of photos, read in sequence as upright 8-bit RGB pictures.

PyAV decodes the film. Frames keep their number in the film, from 0. Nothing seeks: in films of
variable frame rate a frame cannot be found by its number. A normal (SDR) film is passed on
as it is encoded; the HDR curves of phones are undone, see `hdr`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import av
import cv2
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, Interpolation

from lib.capture.errors import CaptureError
from lib.filming.hdr import TO_BT709, light_of_codes
from lib.filming.stills import HEIF, focal_of, open_photo, photo_focal, read_photo, upright_size

FILMS = (".mp4", ".mov", ".m4v", ".mkv", ".webm", ".avi", ".3gp")
PHOTOS = (".jpg", ".jpeg", ".png", *HEIF)
GAMMA = 2.2  # of the pictures made from HDR films
SHORTEST = 2.0  # seconds of film with which it is worth to begin
FEWEST_FRAMES, FEWEST_PHOTOS = 24, 12
UNEVEN = 0.2  # a frame interval this far from the median makes the frame rate variable
TRANSFERS = {16: "pq", 18: "hlg"}  # H.273's numbers of SMPTE ST 2084 and ARIB STD-B67
BT2020, UNTAGGED = 9, 2  # H.273's numbers of primaries and of matrices


@dataclass
class Film:
    """What is known of a film, or of a folder of photos, before its pictures are read.

    width, height: of the upright picture, pixels. coded: (width, height) as stored. rotation:
    degrees, counter-clockwise, by which the stored picture is turned. fps: the average. n_frames,
    duration (seconds): None where the file does not say. transfer: "sdr", "hlg" or "pq". focal_px:
    of the upright full-size picture as the metadata have it, None where they are silent; phones
    crop films to steady them: a first guess. photos: a folder's files by name; empty for a film.
    """

    path: Path
    width: int
    height: int
    coded: tuple[int, int]
    rotation: int = 0
    fps: float = 0.0
    variable_rate: bool = False
    n_frames: int | None = None
    duration: float | None = None
    codec: str = ""
    bit_depth: int = 8
    transfer: str = "sdr"
    focal_px: float | None = None
    photos: list[Path] = field(default_factory=list)

    def describe(self) -> str:
        """Return size, length, rate, codec and light curve, in words."""
        size = f"{self.width} x {self.height} px"
        if self.photos:
            return f"{len(self.photos)} photos ({self.codec}), {size}"
        bits = f", {self.bit_depth} bit" if self.bit_depth != 8 else ""
        uneven = ", uneven" if self.variable_rate else ""
        length = f"{self.duration:.1f} s, " if self.duration else ""
        rate = f"{length}{self.fps:.4g} frames a second{uneven}"
        return f"{size}, {rate}, {self.codec}{bits}, {self.transfer.upper()}"

    def name(self, number: int) -> str:
        """Return the name of a frame as a file: its number in the film, or its photo's stem."""
        return self.photos[number].stem if self.photos else f"{number:05d}"


def probe(path: str | Path) -> Film:
    """Return what a film's file or a folder of photos says of itself; a CaptureError if of no use.

    Only the file's index and its first picture are read.
    """
    path = Path(path)
    if path.is_dir():
        return _probe_photos(path)
    if not path.is_file():
        raise CaptureError(
            f"{path}: expected a film or a folder of photos, found none; check the path"
        )
    with _opened(path) as container:
        if not container.streams.video:
            kinds = ", ".join(sorted({stream.type for stream in container.streams})) or "nothing"
            raise CaptureError(
                f"{path}: expected a film with a video stream, found {kinds}; choose another file"
            )
        stream = container.streams.video[0]
        # Matroska's index holds key frames alone, without their sizes.
        index = [] if "matroska" in container.format.name else stream.index_entries
        ends = max((index[i].pos + index[i].size for i in range(len(index))), default=0)
        if ends > (size := path.stat().st_size):
            raise CaptureError(
                f"{path}: expected a whole film of {ends / 1e6:.1f} MB, found {size / 1e6:.1f} MB: "
                "it was cut short; copy it from the phone again"
            )
        first = next(_decoded(container, path), None)
        if first is None:
            raise CaptureError(f"{path}: expected pictures, found none; film again")
        rotation, flip = _orientation(first)
        shape = (first.height, first.width) if rotation % 180 == 0 else (first.width, first.height)
        times = np.sort([index[i].timestamp for i in range(len(index))]) * float(stream.time_base)
        steps = np.diff(times)
        duration = _duration(container, stream)
        if len(steps) and duration is None:
            duration = float(times[-1] - times[0] + np.median(steps))
        fps = float(stream.average_rate or stream.guessed_rate or 0)
        if len(times) and duration:
            fps = len(times) / duration
        film = Film(
            path,
            width=shape[1],
            height=shape[0],
            coded=(first.width, first.height),
            rotation=rotation,
            fps=fps,
            variable_rate=bool(
                len(steps) and (abs(steps - np.median(steps)) > UNEVEN * np.median(steps)).any()
            ),
            n_frames=len(times) or stream.frames or None,
            duration=duration,
            codec=stream.codec_context.name,
            bit_depth=first.format.components[0].bits,
            transfer=TRANSFERS.get(int(first.color_trc), "sdr"),
            focal_px=_film_focal(container.metadata | stream.metadata, shape),
        )
    short = film.duration is not None and film.duration < SHORTEST
    if short or film.n_frames is not None and film.n_frames < FEWEST_FRAMES:
        found = [f"{film.duration:.1f} s"] if film.duration is not None else []
        found += [f"{film.n_frames} frames"] if film.n_frames else []
        raise CaptureError(
            f"{path}: expected a film of 20 to 30 s around the head, found {', '.join(found)}; "
            "film from ear to ear at three heights"
        )
    return film


def read_frames(
    film: Film, numbers: Collection[int] | None = None, max_side: int | None = None
) -> Iterator[tuple[int, float, np.ndarray]]:
    """Yield (number in the film, time in seconds, picture (H,W,3) uint8 RGB, upright), in order.

    numbers: convert only these frames, each named once; the film is still decoded from its start,
    up to the last of them. max_side: pictures whose longer side is above this are averaged down to
    it. One picture is held at a time. The time of a photo is its number. Raises a CaptureError
    where the film breaks.
    """
    if film.photos:
        for number, path in enumerate(film.photos):
            if numbers is None or number in numbers:
                yield number, float(number), _shrunk(read_photo(path), max_side)
        return
    left = None if numbers is None else len(numbers)  # never walked: it may be a long range
    with _opened(film.path) as container:
        for number, frame in enumerate(_decoded(container, film.path)):
            if left == 0:
                return
            if numbers is None or number in numbers:
                left = left and left - 1
                time = frame.time if frame.time is not None else number / max(film.fps, 1.0)
                yield number, float(time), _picture(frame, film, max_side)


def read_some(
    film: Film, n: int, max_side: int | None = None
) -> list[tuple[int, float, np.ndarray]]:
    """Return about n pictures from all parts of a film, as `read_frames` gives them.

    To be quick it reads key frames where the film has enough of them; these are counted, not
    numbered.
    """
    found = []
    if not film.photos:
        with _opened(film.path) as container:
            container.streams.video[0].codec_context.skip_frame = "NONKEY"
            try:
                keys = sum(packet.is_keyframe for packet in container.demux(video=0))
                container.seek(0)
            except av.error.FFmpegError as error:
                raise CaptureError(
                    f"{film.path}: expected a whole film, found that its pieces cannot be read "
                    f"({error.strerror}); copy it from the phone again"
                ) from error
            stride = max(1, round(keys / n))
            if keys >= n // 2:
                for i, frame in enumerate(_decoded(container, film.path)):
                    if i % stride == 0:
                        found.append((i, float(frame.time or 0), _picture(frame, film, max_side)))
    if len(found) >= n // 2:
        return found
    last = (film.n_frames or round(film.fps * (film.duration or 0.0)) or n) - 1
    numbers = set(np.linspace(0, last, n).astype(int).tolist())
    return list(read_frames(film, numbers, max_side))


def _opened(path: Path) -> av.container.InputContainer:
    """Return the opened file; a CaptureError where no film is in it."""
    try:
        return av.open(str(path))
    except (av.error.FFmpegError, OSError, ValueError) as error:
        with path.open("rb") as file:
            is_film = file.read(12)[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free")
        found = (
            "one without its index (moov): it was cut short; copy it from the phone again"
            if is_film
            else f"a file of {path.stat().st_size} bytes that is none; choose another file"
        )
        raise CaptureError(f"{path}: expected a film, such as an mp4, found {found}") from error


def _decoded(container: av.container.InputContainer, path: Path) -> Iterator[av.VideoFrame]:
    """Yield the frames of the first video stream, in order of display."""
    stream, n_read = container.streams.video[0], 0
    stream.thread_type = "AUTO"
    try:
        for frame in container.decode(stream):
            yield frame
            n_read += 1
    except av.error.FFmpegError as error:
        raise CaptureError(
            f"{path}: expected a whole film, found that frame {n_read} cannot be decoded "
            f"({error.strerror}); copy it from the phone again"
        ) from error


def _picture(frame: av.VideoFrame, film: Film, max_side: int | None) -> np.ndarray:
    """Return a decoded frame as upright RGB (H,W,3) uint8, by its matrix, range, curve and turn."""
    scale = min(1.0, (max_side or np.inf) / max(frame.width, frame.height))
    kernel = Interpolation.AREA if scale < 1 else Interpolation.BICUBIC
    transfer = TRANSFERS.get(int(frame.color_trc))
    matrix = int(frame.colorspace)
    if matrix == UNTAGGED:  # what players assume
        large = min(frame.width, frame.height) >= 720
        matrix = int(Colorspace.ITU709 if large else Colorspace.ITU601)
    try:
        rgb = frame.reformat(
            width=round(frame.width * scale),
            height=round(frame.height * scale),
            format="rgb48le" if transfer else "rgb24",
            src_colorspace=matrix,
            src_color_range=frame.color_range,
            dst_color_range=ColorRange.JPEG,
            interpolation=kernel | Interpolation.ACCURATE_RND | Interpolation.FULL_CHR_H_INT,
        ).to_ndarray()
    except (av.error.FFmpegError, ValueError) as error:
        raise CaptureError(
            f"{film.path}: expected colours that can be converted to RGB, found: {error}; convert "
            "the film to 8-bit H.264"
        ) from None
    if transfer:
        light = light_of_codes(transfer)[rgb]
        if int(frame.color_primaries) == BT2020:
            light = light @ TO_BT709.T
        rgb = np.round(255 * np.clip(light, 0, 1) ** (1 / GAMMA)).astype(np.uint8)
    rotation, flip = _orientation(frame)
    rgb = np.rot90(rgb, rotation // 90)
    return np.ascontiguousarray(rgb[:, ::-1] if flip else rgb)


def _orientation(frame: av.VideoFrame) -> tuple[int, bool]:
    """Return (degrees counter-clockwise, whether then mirrored) that make the picture upright.

    From the display matrix a b u, c d v, x y w, which sends a stored pixel (x, y) to
    (a x + c y, b x + d y). Turns are rounded to a quarter.
    """
    data = frame.side_data.get("DISPLAYMATRIX")
    if data is None:
        return 0, False
    a, b, _, c, d = np.frombuffer(bytes(data), np.int32)[:5].astype(float)
    flip = a * d - b * c < 0
    if flip:  # turned, then mirrored left to right: take the mirror off first
        a, c = -a, -c
    return round(np.degrees(np.arctan2(-b, a)) / 90) * 90, flip


def _duration(container: av.container.InputContainer, stream: av.VideoStream) -> float | None:
    """Return seconds of film as the file has it."""
    if stream.duration is not None:
        return float(stream.duration * stream.time_base)
    return container.duration / av.time_base if container.duration else None


def _film_focal(metadata: dict[str, str], shape: tuple[int, int]) -> float | None:
    """Return focal length in pixels that a phone wrote into its film."""
    for key, value in metadata.items():
        if "focal_length.35mm" in key.lower():
            try:
                return focal_of(float(value), shape)
            except ValueError:
                return None
    return None


def _probe_photos(folder: Path) -> Film:
    """Return what is known of a folder of photos; all of one size."""
    photos = sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in PHOTOS and not path.name.startswith(".")
    )
    if len(photos) < FEWEST_PHOTOS:
        raise CaptureError(
            f"{folder}: expected {FEWEST_PHOTOS} or more photos ({', '.join(PHOTOS)}), found "
            f"{len(photos)}; take about 60 from ear to ear at three heights"
        )
    stems: dict[str, Path] = {}
    for path in photos:
        if path.stem in stems:
            raise CaptureError(
                f"{folder}: expected one photo a name, found {stems[path.stem].name} and "
                f"{path.name}; remove one"
            )
        stems[path.stem] = path
    sizes = {path: open_photo(path, upright_size) for path in photos}
    width, height = max(sizes.values(), key=list(sizes.values()).count)
    if odd := [path.name for path, size in sizes.items() if size != (width, height)]:
        raise CaptureError(
            f"{folder}: expected photos of one size and one orientation, {width} x {height} px, "
            f"found {len(odd)} others ({', '.join(odd[:3])}); remove or turn them"
        )
    focal = [open_photo(path, photo_focal) for path in photos]
    focal = [value for value in focal if value is not None]
    return Film(
        folder,
        width,
        height,
        coded=(width, height),
        n_frames=len(photos),
        codec=photos[0].suffix[1:].lower(),
        focal_px=float(np.median(focal)) if focal else None,
        photos=photos,
    )


def _shrunk(picture: np.ndarray, max_side: int | None) -> np.ndarray:
    """Return the picture averaged down so that its longer side is at most max_side."""
    scale = (max_side or np.inf) / max(picture.shape[:2])
    if scale >= 1:
        return picture
    size = tuple(round(side * scale) for side in picture.shape[1::-1])
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
