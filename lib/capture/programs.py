"""Readers of other programs' camera files: COLMAP, Metashape, RealityCapture, IRON, NeuS.

Each gives `Listed`. What they raise on files that are not as they should be, `imports.read_listed`
turns into one line.
"""

from __future__ import annotations

import csv
import io
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import defusedxml.ElementTree as ET
import numpy as np
from defusedxml import DefusedXmlException
from scipy.spatial.transform import Rotation

from lib.capture.errors import CaptureError
from lib.capture.files import Photos
from lib.capture.lens import Lens

PINHOLES = ("OPENCV", "PINHOLE", "SIMPLE_PINHOLE", "SIMPLE_RADIAL", "RADIAL", "PERSPECTIVE")
FISHEYES = ("OPENCV_FISHEYE", "FISHEYE", "SIMPLE_RADIAL_FISHEYE", "RADIAL_FISHEYE")
MOST_NPZ = 10_000_000  # bytes of an npz once it is unpacked
# COLMAP's camera models in the order of their numbers, and how many parameters each has.
COLMAP_MODELS = (
    ("SIMPLE_PINHOLE", 3),
    ("PINHOLE", 4),
    ("SIMPLE_RADIAL", 4),
    ("RADIAL", 5),
    ("OPENCV", 8),
    ("OPENCV_FISHEYE", 8),
    ("FULL_OPENCV", 12),
    ("FOV", 5),
    ("SIMPLE_RADIAL_FISHEYE", 4),
    ("RADIAL_FISHEYE", 5),
    ("THIN_PRISM_FISHEYE", 12),
)


@dataclass
class Frame:
    """One photo of a camera file. file: its path as listed. matrix: (4,4) as `Listed` says."""

    file: str
    matrix: np.ndarray
    lens: Lens
    mask: str | None = None


@dataclass
class Listed:
    """A camera file: its frames, the program that wrote it, and the convention of its matrices.

    foreign: whether another program wrote it. Its scale and place are then arbitrary.
    """

    path: Path
    frames: list[Frame]
    program: str
    convention: str
    foreign: bool


def read_colmap(folder: Path) -> Listed:
    """Return a COLMAP model, binary or text; its points are not needed.

    Read here and not by pycolmap, which never ends, or crashes, on files that are cut short.
    """
    binary = (folder / "images.bin").is_file()
    ending = ".bin" if binary else ".txt"
    cameras, images = ((folder / f"{stem}{ending}").read_bytes() for stem in ("cameras", "images"))
    try:
        lenses = dict(_binary_lenses(cameras) if binary else _text_lenses(cameras.decode()))
        shots = list(_binary_shots(images) if binary else _text_shots(images.decode()))
    except (struct.error, ValueError, IndexError, KeyError):
        raise CaptureError(
            f"{folder}: expected a COLMAP model (cameras{ending}, images{ending}), found files "
            "that do not read; export the model again"
        ) from None
    frames = []
    for name, (w, x, y, z), centre, key in shots:
        kind, width, height, p = lenses[key]
        if kind not in (*PINHOLES, *FISHEYES):
            raise CaptureError(
                f"{folder}: camera model {kind}: expected PINHOLE, RADIAL, OPENCV or their "
                "fisheyes; undistort the photos first (colmap image_undistorter)"
            )
        f2 = kind in ("PINHOLE", "OPENCV", "OPENCV_FISHEYE")
        focal, rest = (p[:2], p[2:]) if f2 else ([p[0], p[0]], p[1:])
        fisheye = "FISHEYE" in kind
        bends = zip(("k1", "k2", "k3", "k4") if fisheye else ("k1", "k2", "p1", "p2"), rest[2:])
        lens = Lens(width, height, *focal, *rest[:2], **dict(bends), fisheye=fisheye)
        pose = np.eye(4)
        pose[:3, :3], pose[:3, 3] = Rotation.from_quat([x, y, z, w]).as_matrix(), centre
        frames.append(Frame(name, pose, lens))
    return with_frames(Listed(folder, frames, "COLMAP", "opencv_w2c", True))


def _binary_lenses(data: bytes) -> Iterator[tuple]:
    """Yield (key, (model, width, height, parameters))."""
    (n,), at = struct.unpack_from("<Q", data), 8
    for _ in range(n):
        key, model, width, height = struct.unpack_from("<IiQQ", data, at)
        kind, n_params = COLMAP_MODELS[model] if model >= 0 else ("unknown", 0)
        yield key, (kind, width, height, struct.unpack_from(f"<{n_params}d", data, at + 24))
        at += 24 + 8 * n_params


def _text_lenses(text: str) -> Iterator[tuple]:
    """Yield what `_binary_lenses` does."""
    for line in text.splitlines():
        if line.strip() and line.lstrip()[0] != "#":
            key, kind, width, height, *params = line.split()
            n_params = dict(COLMAP_MODELS).get(kind, len(params))
            if len(params) != n_params:
                raise ValueError(f"expected {n_params} parameters, found {len(params)}")
            yield int(key), (kind, int(width), int(height), [*map(float, params)])


def _binary_shots(data: bytes) -> Iterator[tuple]:
    """Yield (name, quaternion w x y z, translation, key of the lens) of every photo."""
    (n,), at = struct.unpack_from("<Q", data), 8
    for _ in range(n):
        _, *numbers, key = struct.unpack_from("<I7dI", data, at)
        end = data.index(b"\0", at + 64)
        name = data[at + 64 : end].decode()
        (n_points,) = struct.unpack_from("<Q", data, end + 1)
        yield name, numbers[:4], numbers[4:], key
        at = end + 9 + 24 * n_points
    if at > len(data):
        raise ValueError(f"expected {at} bytes, found {len(data)}")


def _text_shots(text: str) -> Iterator[tuple]:
    """Yield what `_binary_shots` does; every second line lists points."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    while lines and not lines[0].strip():
        lines.pop(0)
    for line in lines[::2]:
        if line.strip():
            _, *numbers, key, name = line.split(maxsplit=9)
            numbers = [*map(float, numbers)]
            yield name.strip(), numbers[:4], numbers[4:], int(key)


def read_metashape(path: Path, text: str) -> Listed:
    """Return what Metashape's camera XML (agisoft) lists, in the chunk's own coordinates."""
    try:
        root = ET.fromstring(text)
    except (ET.ParseError, DefusedXmlException) as error:
        what = str(error)[:80]
        raise CaptureError(
            f"{path}: expected plain XML, found an error ({what}); export it again"
        ) from None
    lenses = {}
    for sensor in root.iter("sensor"):
        calibration = sensor.find("calibration[@class='adjusted']")
        calibration = sensor.find("calibration") if calibration is None else calibration
        if calibration is None:
            continue
        size = sensor.find("resolution")
        size = calibration.find("resolution") if size is None else size
        w, h = int(size.get("width")), int(size.get("height"))
        terms = ("f", "cx", "cy", "b1", "k1", "k2", "k3", "k4", "p1", "p2")
        number = {key: float(calibration.findtext(key) or 0) for key in terms}
        kind = calibration.get("type") or sensor.get("type") or "frame"
        if kind not in ("frame", "fisheye", "equidistant_fisheye"):
            raise CaptureError(f"{path}: sensor type {kind}: expected frame; undistort the photos")
        f = number.pop("f")  # Metashape swaps p1 and p2 against OpenCV
        lenses[sensor.get("id")] = Lens(
            w,
            h,
            fl_x=f + number.pop("b1"),
            fl_y=f,
            cx=w / 2 + number.pop("cx"),
            cy=h / 2 + number.pop("cy"),
            p1=number.pop("p2"),
            p2=number.pop("p1"),
            **number,
            fisheye=kind != "frame",
        )
    frames = []
    for camera in root.iter("camera"):
        pose = camera.findtext("transform")
        if pose and camera.get("sensor_id") in lenses:  # the others were not aligned
            matrix = np.array(pose.split(), float).reshape(4, 4)
            frames.append(Frame(camera.get("label"), matrix, lenses[camera.get("sensor_id")]))
    return with_frames(Listed(path, frames, "Metashape", "opencv", True))


def read_realitycapture(path: Path, text: str, photos: Photos) -> Listed:
    """Return what RealityCapture's or RealityScan's CSV of internal and external camera parameters
    lists.

    The focal length is for 36 mm over the longer side, the principal point in parts of that side.
    heading (clockwise), pitch and roll are degrees, of OpenGL's axes.
    """
    rows = list(csv.DictReader(io.StringIO(text.lstrip()[1:]), skipinitialspace=True))
    needed = {"name", "x", "y", "alt", "heading", "pitch", "roll", "f"}
    if not rows or needed - set(rows[0]):
        lacking = " ".join(sorted(needed - set(rows[0] if rows else ())))
        raise CaptureError(
            f"{path}: expected RealityCapture's CSV of internal and external camera parameters, "
            f"found no {lacking}; export that"
        )
    frames = []
    for row in rows:
        w, h = photos.size(row["name"])
        n = {key: float(row.get(key) or 0) for key in (*needed - {"name"}, "px", "py")}
        n |= {key: float(row.get(key) or 0) for key in ("k1", "k2", "k3", "k4", "t1", "t2")}
        side = max(w, h)
        focal = n["f"] * side / 36
        lens = Lens(
            w, h, focal, focal, w / 2 + n["px"] * side, h / 2 + n["py"] * side,
            n["k1"], n["k2"], n["t2"], n["t1"], n["k3"], n["k4"],
        )  # fmt: skip
        pose = np.eye(4)
        angles = [-n["heading"], n["pitch"], n["roll"]]
        pose[:3, :3] = Rotation.from_euler("ZXY", angles, degrees=True).as_matrix()
        pose[:3, 3] = n["x"], n["y"], n["alt"]
        frames.append(Frame(row["name"], pose, lens))
    return Listed(path, frames, "RealityCapture", "opengl", True)


def read_iron(path: Path, data: dict) -> Listed:
    """Return what IRON's cam_dict_norm.json lists: K and W2C, 4 x 4, flat, and img_size of every
    photo.
    """
    frames = []
    for name, camera in data.items():
        try:
            K, pose = (np.array(camera[key], float).reshape(4, 4) for key in ("K", "W2C"))
            w, h = map(int, camera["img_size"])
        except (KeyError, TypeError, ValueError):
            raise CaptureError(
                f"{path}: {name}: expected K and W2C of 16 numbers and img_size, found others"
            ) from None
        frames.append(Frame(name, pose, Lens(w, h, K[0, 0], K[1, 1], K[0, 2], K[1, 2])))
    return with_frames(Listed(path, frames, "IRON", "opencv_w2c", True))


def read_neus(path: Path, photos: Photos) -> Listed:
    """Return what cameras_sphere.npz of NeuS, WildLight and the like lists: world_mat_i and
    scale_mat_i.
    """
    with zipfile.ZipFile(path) as packed:
        size = sum(entry.file_size for entry in packed.infolist())
    if size > MOST_NPZ:
        raise CaptureError(
            f"{path}: expected matrices of at most {MOST_NPZ / 1e6:.0f} MB, found {size / 1e6:.0f} "
            "MB unpacked; export the cameras again"
        )
    with np.load(path, allow_pickle=False) as data:
        numbers = sorted(int(k.split("_")[-1]) for k in data if k.startswith("world_mat_"))
        frames = []
        for i in numbers:
            match = [
                name
                for name in photos.names()
                if name.rpartition(".")[0].lstrip("0") == f"{i or ''}"
            ]
            if not match:
                continue
            projection = (data[f"world_mat_{i}"] @ data.get(f"scale_mat_{i}", np.eye(4)))[:3]
            K, R, centre = cv2.decomposeProjectionMatrix(projection)[:3]
            pose = np.eye(4)
            pose[:3, :3], pose[:3, 3] = R.T, (centre[:3] / centre[3])[:, 0]
            K = K / K[2, 2]
            lens = Lens(*photos.size(match[0]), K[0, 0], K[1, 1], K[0, 2] + 0.5, K[1, 2] + 0.5)
            frames.append(Frame(match[0], pose, lens))
    return with_frames(Listed(path, frames, "NeuS", "opencv", True))


def with_frames(listed: Listed) -> Listed:
    """Return what a camera file lists; a CaptureError if it lists no frame."""
    if not listed.frames:
        raise CaptureError(
            f"{listed.path}: expected photos with cameras, found none; was the registration run?"
        )
    return listed
