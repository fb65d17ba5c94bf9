"""Camera files of this and other programs: poses and lenses, frame by frame.

A reader returns `Listed`: the matrices as the file has them, with the convention they are in. The
content of a file decides which reader is used; `data.cameras` can set another convention.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import struct
import tempfile
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import cv2
import defusedxml.ElementTree as ET
import numpy as np
from defusedxml import DefusedXmlException
from scipy.spatial.transform import Rotation

from lib.capture.errors import CaptureError
from lib.capture.files import Photos, parts_of
from lib.capture.lens import Lens

OPENGL = np.diag([1.0, -1.0, -1.0, 1.0])  # between OpenGL's and OpenCV's camera axes
CONVENTIONS = ("opencv", "opengl", "opencv_w2c", "opengl_w2c")
LENS_KEYS = ("w", "h", "fl_x", "fl_y", "cx", "cy")
BENDS = ("k1", "k2", "p1", "p2", "k3", "k4")
PINHOLES = ("OPENCV", "PINHOLE", "SIMPLE_PINHOLE", "SIMPLE_RADIAL", "RADIAL", "PERSPECTIVE")
FISHEYES = ("OPENCV_FISHEYE", "FISHEYE", "SIMPLE_RADIAL_FISHEYE", "RADIAL_FISHEYE")
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
MOST_NPZ = 10_000_000  # bytes of an npz once it is unpacked
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
        return _colmap(path)
    if path.suffix == ".npz":
        return _neus(path, photos)
    text = read_text(path)
    start = text.lstrip()[:1]
    if start == "<":
        return _metashape(path, text)
    if start == "#":
        return _realitycapture(path, text, photos)
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
            return _iron(path, data)
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


def _colmap(folder: Path) -> Listed:
    """Return what a COLMAP model lists, binary or text; its points are not needed."""
    import pycolmap  # slow to import, and needed only here

    with tempfile.TemporaryDirectory() as scratch:
        ending = ".bin" if (folder / "images.bin").is_file() else ".txt"
        for stem in ("cameras", "images", "points3D", "rigs", "frames"):
            source, copy = folder / (stem + ending), Path(scratch, stem + ending)
            if source.is_file():
                shutil.copyfile(source, copy)
            elif stem == "points3D":
                copy.write_bytes(bytes(8) if ending == ".bin" else b"")
        try:
            if ending == ".bin":
                _walk_images(folder / "images.bin")
            model = pycolmap.Reconstruction(scratch)
        except Exception:  # pycolmap raises many kinds
            raise CaptureError(
                f"{folder}: expected a COLMAP model (cameras{ending}, images{ending}), found files "
                "that do not read; export the model again"
            ) from None
    lenses = {}
    for key, camera in model.cameras.items():
        kind, p = camera.model.name, list(camera.params)
        f2 = kind in ("PINHOLE", "OPENCV", "OPENCV_FISHEYE")
        focal, rest = (p[:2], p[2:]) if f2 else ([p[0], p[0]], p[1:])
        if kind not in (*PINHOLES, *FISHEYES):
            raise CaptureError(
                f"{folder}: camera model {kind}: expected PINHOLE, RADIAL, OPENCV or their "
                "fisheyes; undistort the photos first (colmap image_undistorter)"
            )
        fisheye, bends = "FISHEYE" in kind, rest[2:]
        names = ("k1", "k2", "k3", "k4") if fisheye else ("k1", "k2", "p1", "p2")
        lenses[key] = Lens(
            camera.width, camera.height, *focal, *rest[:2], **dict(zip(names, bends)),
            fisheye=fisheye,
        )  # fmt: skip
    frames = []
    for image in model.images.values():
        if image.has_pose:
            pose = np.vstack([image.cam_from_world().matrix(), [0, 0, 0, 1]])
            frames.append(Frame(image.name, pose, lenses[image.camera_id]))
    return _some(Listed(folder, frames, "COLMAP", "opencv_w2c", True))


def _walk_images(path: Path) -> None:
    """Raise a ValueError unless COLMAP's binary list of photos has the length that its counts
    promise: its own reader never ends where a name is cut short.
    """
    data = path.read_bytes()
    (n_images,), at = struct.unpack_from("<Q", data), 8
    for _ in range(n_images):
        at = data.index(b"\0", at + 64) + 1
        (n_points,) = struct.unpack_from("<Q", data, at)
        at += 8 + 24 * n_points
    if at != len(data):
        raise ValueError(f"expected {at} bytes, found {len(data)}")


def _metashape(path: Path, text: str) -> Listed:
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
    return _some(Listed(path, frames, "Metashape", "opencv", True))


def _realitycapture(path: Path, text: str, photos: Photos) -> Listed:
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


def _iron(path: Path, data: dict) -> Listed:
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
    return _some(Listed(path, frames, "IRON", "opencv_w2c", True))


def _neus(path: Path, photos: Photos) -> Listed:
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
    return _some(Listed(path, frames, "NeuS", "opencv", True))


def _some(listed: Listed) -> Listed:
    if not listed.frames:
        raise CaptureError(
            f"{listed.path}: expected photos with cameras, found none; was the registration run?"
        )
    return listed


def to_opencv(matrix: np.ndarray, convention: str) -> np.ndarray:
    """Return the OpenCV camera-to-world matrix (4,4) of a matrix in the given convention.

    "cora": OpenGL's camera axes, and the world's axes in another order, see notebooks/GUIDE.md.
    """
    if convention == "cora":
        return np.vstack([matrix[[1, 2, 0]] * [1, -1, -1, 1], matrix[3]])
    if convention.endswith("_w2c"):
        matrix = np.linalg.inv(matrix)
    return matrix @ OPENGL if convention.startswith("opengl") else matrix
