"""Camera files of this and other programs: poses and lenses, frame by frame.

A reader returns `Listed`: the matrices as the file has them, with the convention they are in. The
content of a file decides which reader is used; `data.cameras` can set another convention.
"""

from __future__ import annotations

import csv
import json
import zipfile
import zlib
from pathlib import Path

import cv2
import numpy as np

from lib.capture.errors import CaptureError
from lib.capture.files import Photos, parts_of
from lib.capture.lens import Lens
from lib.capture.programs import (
    FISHEYES,
    PINHOLES,
    Frame,
    Listed,
    read_colmap,
    read_iron,
    read_metashape,
    read_neus,
    read_realitycapture,
)

OPENGL = np.diag([1.0, -1.0, -1.0, 1.0])  # between OpenGL's and OpenCV's camera axes
LENS_KEYS = ("w", "h", "fl_x", "fl_y", "cx", "cy")
BENDS = ("k1", "k2", "p1", "p2", "k3", "k4")
FOREIGN = {  # keys that this project's own files never have -> who writes them
    "applied_transform": "nerfstudio",
    "applied_scale": "nerfstudio",
    "orientation_override": "nerfstudio",
    "ply_file_path": "nerfstudio",
    "camera_model": "nerfstudio",
    "aabb_scale": "instant-ngp",
    "is_fisheye": "instant-ngp",
    "camera_angle_x": "NeRF-synthetic",
}
MOST_BYTES = 100_000_000  # of a camera file
MOST_FRAMES = 5000
MOST_PX = 2**16  # of a photo's side
UNREADABLE = (  # what readers of other programs' files raise, and our own on values that they lack
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
    OSError,
    NotImplementedError,
    zipfile.BadZipFile,
    zlib.error,
    csv.Error,
    cv2.error,
    np.linalg.LinAlgError,
)
OTHER_LENSES = ("ftheta_p0", "latlong", "equirectangular", "lens_shift")


def read_listed(path: Path, photos: Photos) -> Listed:
    """Return what a camera file lists, by its content: JSON, COLMAP's folder, XML, CSV or NumPy's
    npz.

    Whatever is wrong with it is a CaptureError: it may come from a stranger.
    """
    try:
        listed = _read(path, photos)
    except CaptureError:
        raise
    except UNREADABLE as error:
        raise CaptureError(
            f"{path}: expected cameras of nerfstudio, COLMAP, Metashape, RealityCapture, IRON or "
            f"NeuS, found values that do not read ({type(error).__name__}: {str(error)[:60]}); "
            "export it again"
        ) from None
    if len(listed.frames) > MOST_FRAMES:
        raise CaptureError(
            f"{path}: expected at most {MOST_FRAMES} photos, found {len(listed.frames)}; leave "
            "some out"
        )
    for frame in listed.frames:
        _check_frame(frame, path)
    return listed


def _check_frame(frame: Frame, path: Path) -> None:
    """Raise for a name that no file can have, and for numbers out of all bounds."""
    for name in (frame.file or "", *filter(None, [frame.mask])):
        longest = max(map(len, parts_of(name)), default=0)
        if not name.isprintable() or not 0 < longest < 200 or len(name) > 2000:
            raise CaptureError(
                f"{path}: expected names of files, found {name[:40]!r}, of {len(name)} characters; "
                "rename the photo"
            )
    sizes = frame.lens.width, frame.lens.height
    numbers = [*sizes, *frame.lens.K.ravel(), *frame.matrix.ravel()]
    if not np.isfinite(numbers).all() or not all(0 < size <= MOST_PX for size in sizes):
        raise CaptureError(
            f"{path}: frame {frame.file}: expected finite numbers and a size of 1 to {MOST_PX} px, "
            "found others; repeat the registration"
        )


def _read(path: Path, photos: Photos) -> Listed:
    """Return what the reader of this kind of file finds."""
    if path.is_dir():
        return read_colmap(path)
    if path.suffix == ".npz":
        return read_neus(path, photos)
    text = read_text(path)
    start = text.lstrip()[:1]
    if start == "<":
        return read_metashape(path, text)
    if start == "#":
        return read_realitycapture(path, text, photos)
    return _json(path, text, photos)


def read_text(path: Path) -> str:
    """Return the text of a file in UTF-8, with or without a byte order mark, or in UTF-16 with one.
    """
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise CaptureError(
            f"{path}: expected at most {MOST_BYTES / 1e6:.0f} MB of text, found {size / 1e6:.0f} "
            "MB; is it another file?"
        )
    data = path.read_bytes()
    code = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(code)
    except UnicodeDecodeError as error:
        raise CaptureError(
            f"{path}: expected text in UTF-8, found other bytes at {error.start}; save it as UTF-8"
        ) from None


def _json(path: Path, text: str, photos: Photos) -> Listed:
    expected = "expected JSON of w h fl_x fl_y cx cy and frames of file_path and transform_matrix"
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = f" at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise CaptureError(
            f"{path}: {expected}, found an error{line}; it may be cut short, export it again"
        ) from None
    if isinstance(data, dict) and "frames" not in data and data:
        if all(isinstance(v, dict) and "W2C" in v for v in data.values()):
            return read_iron(path, data)
    frames = data.get("frames") if isinstance(data, dict) else None
    if not isinstance(frames, list) or not all(isinstance(frame, dict) for frame in frames):
        raise CaptureError(f"{path}: {expected}, found no list of frames; add it")
    if not frames:
        raise CaptureError(f"{path}: expected frames of distinct names, found none; add them")
    for frame in frames:
        lacking = [key for key in ("file_path", "transform_matrix") if key not in frame]
        if lacking or not isinstance(frame["file_path"], str):
            raise CaptureError(f"{path}: {expected}, found a frame without {lacking or 'a name'}")
    writer = next((FOREIGN[key] for key in FOREIGN if key in data), None)
    if writer is None and all("fl_x" in frame for frame in frames):
        writer = "nerfstudio"  # its converters write a lens in every frame
    shared = {key: value for key, value in data.items() if key != "frames"}
    listed = [
        Frame(
            frame["file_path"],
            _matrix(frame["transform_matrix"], f"{path}: frame {frame['file_path']}"),
            _lens({**shared, **frame}, path, frame["file_path"], photos),
            frame.get("mask_path") if isinstance(frame.get("mask_path"), str) else None,
        )
        for frame in frames
    ]
    aligned = "aligned" in path.stem
    return Listed(
        path,
        listed,
        writer or ("this workbook" if aligned else "CoRA's layout"),
        "opencv" if aligned else "cora",
        writer is not None and not aligned,
    )


def _matrix(values: object, where: str) -> np.ndarray:
    """Return the (4,4) float64 matrix of a 4 x 4 or 3 x 4 list."""
    try:
        matrix = np.array(values, np.float64)
    except (TypeError, ValueError):  # ragged, or not numbers
        matrix = np.empty(0)
    if matrix.shape == (3, 4):
        matrix = np.vstack([matrix, [0, 0, 0, 1]])
    if matrix.shape != (4, 4) or not np.isfinite(matrix).all():
        raise CaptureError(
            f"{where}: expected a transform_matrix of 4 x 4 finite numbers (or 3 x 4), found "
            f"{str(values)[:60]}; leave the frame out or repeat its registration"
        )
    return matrix


def _lens(values: dict, path: Path, file: str, photos: Photos) -> Lens:
    """Return the lens that a transforms.json gives a frame, with the keys that change what the
    numbers mean.
    """
    model = str(values.get("camera_model") or "OPENCV").upper()
    strange = [key for key in OTHER_LENSES if values.get(key)]
    if model not in PINHOLES + FISHEYES or strange:
        raise CaptureError(
            f"{path}: camera_model {strange[0] if strange else model}: expected a pinhole, OPENCV "
            "or OPENCV_FISHEYE lens; undistort the photos first"
        )
    values = dict(values)
    lacking = [key for key in LENS_KEYS if values.get(key) is None]
    angle = values.get("camera_angle_x")
    if {"w", "h"} & set(lacking) and (angle is not None or not {"fl_x", "cx", "cy"} & set(lacking)):
        values["w"], values["h"] = photos.size(file)
    try:
        if angle is not None and values.get("fl_x") is None:
            values["fl_x"] = float(values["w"]) / 2 / np.tan(float(angle) / 2)
            values.setdefault("cx", float(values["w"]) / 2)
            values.setdefault("cy", float(values["h"]) / 2)
        if values.get("fl_y") is None:
            values["fl_y"] = values.get("fl_x")
        given = {key: float(values[key]) for key in LENS_KEYS if values.get(key) is not None}
        bends = {key: float(values.get(key) or 0) for key in BENDS}
    except (TypeError, ValueError):
        raise CaptureError(
            f"{path}: frame {file}: expected numbers for w h fl_x fl_y cx cy k1 k2 p1 p2; "
            "write them without quotes or units"
        ) from None
    if lacking := [repr(key) for key in LENS_KEYS if key not in given]:
        raise CaptureError(
            f"{path}: expected JSON of w h fl_x fl_y cx cy, found no {' '.join(lacking)}; add them "
            "(fl_x = w / 2 / tan(camera_angle_x / 2))"
        )
    numbers = {key: given[key] for key in LENS_KEYS}
    fine = np.isfinite([*numbers.values(), *bends.values()]).all()
    if not fine or min(numbers[key] for key in LENS_KEYS[:4]) <= 0:
        raise CaptureError(
            f"{path}: expected finite w h fl_x fl_y cx cy k1 k2 p1 p2, the first four above 0, "
            f"found {list(numbers.values())}; repeat the registration"
        )
    numbers |= {"w": round(numbers["w"]), "h": round(numbers["h"])}
    fisheye = model in FISHEYES or bool(values.get("is_fisheye"))
    return Lens(*numbers.values(), **bends, fisheye=fisheye)


def to_opencv(matrix: np.ndarray, convention: str) -> np.ndarray:
    """Return the OpenCV camera-to-world matrix (4,4) of a matrix in the given convention.

    "cora": OpenGL's camera axes, and the world's axes in another order, see notebooks/GUIDE.md.
    """
    if convention == "cora":
        return np.vstack([matrix[[1, 2, 0]] * [1, -1, -1, 1], matrix[3]])
    if convention.endswith("_w2c"):
        matrix = np.linalg.inv(matrix)
    return matrix @ OPENGL if convention.startswith("opengl") else matrix
