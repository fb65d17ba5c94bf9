"""Pictures by their content, not by their name: decoding, EXIF orientation, bit depth, masks."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, UnidentifiedImageError

from lib.capture.errors import CaptureError

try:  # HEIC is what iPhones write
    import pillow_heif

    pillow_heif.register_heif_opener()
except ImportError:  # then it is named, see `found_instead`
    pass

MOST_PIXELS = 250_000_000  # of a picture: phones have up to 200 million
Image.MAX_IMAGE_PIXELS = MOST_PIXELS  # Pillow warns above, and refuses twice as many
RANGES = (255, 1023, 4095, 16383, 65535)  # white of 8, 10, 12, 14 and 16 bits
COLOURED = 0.01  # a mask may have this share of pixels that are not grey ...
COLOUR = 40  # ... by so many bytes
KINDS = (  # (bytes, where, what)
    (b"\x89PNG", 0, "a PNG"),
    (b"\xff\xd8\xff", 0, "a JPEG"),
    (b"ftyphei", 4, "HEIC"),
    (b"ftypmif1", 4, "HEIC"),
    (b"ftypavif", 4, "AVIF"),
    (b"ftyp", 4, "a film"),
    (b"RIFF", 0, "WebP"),
    (b"II*\0", 0, "a TIFF or raw photo"),
    (b"MM\0*", 0, "a TIFF or raw photo"),
    (b"\x76\x2f\x31\x01", 0, "an EXR"),
    (b"version https://git-lfs", 0, "a Git LFS pointer (git lfs pull)"),
    (b"<", 0, "a web page or XML"),
)
TOO_LARGE = (
    f"expected a picture of at most {MOST_PIXELS / 1e6:.0f} million pixels, found more; make it "
    "smaller"
)
TURNS = {  # EXIF orientation -> stored picture to upright
    1: lambda a: a,
    2: lambda a: a[:, ::-1],
    3: lambda a: a[::-1, ::-1],
    4: lambda a: a[::-1],
    5: lambda a: a.swapaxes(0, 1),
    6: lambda a: np.rot90(a, -1),
    7: lambda a: np.rot90(a, 2).swapaxes(0, 1),
    8: lambda a: np.rot90(a, 1),
}
INVERSE = {6: 8, 8: 6}  # the other turns undo themselves


def decoded(path: Path) -> tuple[np.ndarray, int]:
    """Return the stored pixels, (H,W), (H,W,3) RGB or (H,W,4) RGBA, uint8 or uint16, and the EXIF
    orientation.
    """
    data = path.read_bytes()
    try:
        if data[:4] == b"\x89PNG" and b"IEND" not in data:  # cut short near its end
            raise EOFError
        if data[:4] == b"\x89PNG" and data[24:25] == b"\x10":  # Pillow would drop the lower 8 bits
            with Image.open(io.BytesIO(data)) as image:
                _check_size(image)
                image.verify()
            return _by_opencv(data), orientation_of(path)
        with Image.open(io.BytesIO(data)) as image:
            _check_size(image)
            image.load()  # raises for a file cut short
            orientation = image.getexif().get(0x0112, 1)
            return _plain(image), orientation if orientation in TURNS else 1
    except UnidentifiedImageError:
        pixels = _by_opencv(data) if data[:4] in (b"II*\0", b"MM\0*") else None
        if pixels is None:
            raise CaptureError(f"{path}: {found_instead(data)}") from None
        return pixels, 1
    except Image.DecompressionBombError:
        raise CaptureError(f"{path}: {TOO_LARGE}") from None
    except (OSError, SyntaxError, ValueError, EOFError, struct.error, MemoryError) as error:
        if isinstance(error, CaptureError):
            raise CaptureError(f"{path}: {error}") from None
        raise CaptureError(f"{path}: {found_instead(data)}") from None


def _check_size(image: Image.Image) -> None:
    """Raise before a picture is decoded that would fill the memory."""
    if image.width * image.height > MOST_PIXELS:
        raise CaptureError(TOO_LARGE)


def found_instead(data: bytes) -> str:
    """Return what bytes are that could not be decoded as a picture, and what to do."""
    what = next((kind for magic, at, kind in KINDS if data[at:].startswith(magic)), None)
    if what in ("a PNG", "a JPEG") or what is None:
        whole = what[2:] if what else "PNG or JPEG"
        return (
            f"expected a whole {whole}, found {len(data)} bytes, cut short or damaged; copy the "
            "file again"
        )
    return f"expected a PNG or JPEG, found {what}; convert it to PNG or JPEG"


def _plain(image: Image.Image) -> np.ndarray:
    """Return pixels of a loaded picture, see `decoded`."""
    mode = image.mode
    if mode.startswith("I;16"):
        return np.asarray(image).astype(np.uint16)
    if mode in ("I", "F"):
        raise CaptureError(
            "expected 8 or 16 bits a colour, found 32; convert it to a PNG of 8 or 16 bits"
        )
    if mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        return np.asarray(image.convert("RGBA"))
    return np.asarray(image.convert("L" if mode in ("1", "L") else "RGB"))


def _by_opencv(data: bytes) -> np.ndarray | None:
    """Return the pixels of a picture with 16 bits a colour; None if OpenCV cannot read it."""
    flags = cv2.IMREAD_UNCHANGED | cv2.IMREAD_IGNORE_ORIENTATION
    pixels = cv2.imdecode(np.frombuffer(data, np.uint8), flags)
    if pixels is None or pixels.dtype not in (np.uint8, np.uint16):
        return None
    if pixels.ndim == 3:
        pixels = pixels[..., [2, 1, 0, 3][: pixels.shape[2]]]
    return pixels


def orientation_of(path: Path) -> int:
    """Return the EXIF orientation of a picture, 1 if it has none; only the file's head is read."""
    try:
        with Image.open(path) as image:
            found = image.getexif().get(0x0112, 1)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return 1
    return found if found in TURNS else 1


def picture_size(path: Path) -> tuple[int, int]:
    """Return (width, height) of a stored picture; only the file's head is read."""
    try:
        with Image.open(path) as image:
            return image.size
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return decoded(path)[0].shape[1::-1]


def white_of(pixels: np.ndarray) -> int:
    """Return the value of white in pixels (H, W, ...) of 8 or 16 bits. Of 16 bits: the smallest of
    RANGES that holds the largest value.
    """
    top = int(pixels.max()) if pixels.dtype == np.uint16 else 255
    return next(white for white in RANGES if top <= white)


def as_rgb(pixels: np.ndarray, white: int = 65535) -> np.ndarray:
    """Return (H,W,3) uint8; 16-bit values are divided by `white`."""
    if pixels.dtype == np.uint16:
        pixels = np.round(np.minimum(pixels / white, 1) * 255).astype(np.uint8)
    if pixels.ndim == 2:
        return np.repeat(pixels[..., None], 3, 2)
    return np.ascontiguousarray(pixels[..., :3])


def as_gray(pixels: np.ndarray) -> np.ndarray:
    """Return (H,W) uint8, the luma of colours; 16-bit values are divided by their own white."""
    if pixels.ndim == 2:
        if pixels.dtype == np.uint8:
            return pixels
        return np.round(pixels / white_of(pixels) * 255).astype(np.uint8)
    return cv2.cvtColor(as_rgb(pixels, white_of(pixels)), cv2.COLOR_RGB2GRAY)


def alpha_of(pixels: np.ndarray) -> np.ndarray | None:
    """Return the alpha channel (H,W) uint8 if there is one that varies, else None."""
    if pixels.ndim != 3 or pixels.shape[2] < 4 or np.ptp(pixels[..., 3]) == 0:
        return None
    return as_gray(pixels[..., 3])


def mask_values(pixels: np.ndarray, path: Path) -> np.ndarray:
    """Return the values (H,W) uint8 of a mask file: its alpha if that varies, else its grey. A
    CaptureError if it has colours.
    """
    alpha = alpha_of(pixels)
    if alpha is not None:
        return alpha
    if pixels.ndim == 3:
        rgb = as_rgb(pixels, white_of(pixels)).astype(np.int16)
        if (np.ptp(rgb, axis=2) > COLOUR).mean() > COLOURED:
            raise CaptureError(
                f"{path}: expected a mask of black and white, found colours; write the cut-out's "
                "alpha as the mask, white inside"
            )
    return as_gray(pixels)


def turned(pixels: np.ndarray, orientation: int, back: bool = False) -> np.ndarray:
    """Return a stored picture (H, W, ...) turned upright as its EXIF orientation (1 to 8) says;
    with `back`, an upright one turned as stored.
    """
    turn = TURNS[INVERSE.get(orientation, orientation) if back else orientation]
    return np.ascontiguousarray(turn(pixels))
