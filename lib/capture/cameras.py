"""Cameras of a capture: pose files to OpenCV cameras, pixels to rays, points to pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np

from lib.capture.errors import CaptureError
from lib.capture.files import (
    Photos,
    find_files,
    frame_name,
    keep_inside,
    need_folder,
    nfc,
    part_folder,
    parts_of,
)
from lib.capture.imports import Frame, Listed, read_listed, to_opencv
from lib.capture.lens import Lens, brown
from lib.capture.photos import decoded, mask_values
from lib.capture.place import Place, find_place, stand_in_one_place
from lib.workbook.settings import Settings

OTHER_FILES = ("transforms_train.json", "cam_dict_norm.json", "cameras_sphere.npz")
N_LOOKED_AT = 24  # masks that tell where the head is
WORDS = {  # of a convention
    "cora": "OpenGL",
    "opengl": "OpenGL",
    "opencv": "OpenCV",
    "opencv_w2c": "OpenCV world-to-camera",
    "opengl_w2c": "OpenGL world-to-camera",
}
# When the search that undoes distortion ends: steps, and their length.
STOP = (cv2.TERM_CRITERIA_COUNT | cv2.TERM_CRITERIA_EPS, 40, 1e-10)


@dataclass
class Cameras:
    """N photos of one camera with a fixed lens; `rays` and `project` include its distortion.

    names: N frame names, sorted. c2w: (N,4,4) float64, OpenCV (x right, y down, z forward) to
    world. K: (3,3) float64, px, pixel centres at +0.5. width, height: px. dist: (4,) k1 k2 p1 p2,
    OpenCV's. files, masks: paths of photos and masks as the camera file lists them. lenses: the
    lens of each stored photo, if K and dist cannot describe it; else None. source: what the camera
    file was taken for, in words.
    """

    names: list[str]
    c2w: np.ndarray
    K: np.ndarray
    width: int
    height: int
    dist: np.ndarray
    files: list[str] | None = None
    masks: list[str | None] | None = None
    lenses: list[Lens] | None = None
    source: str = ""

    def __len__(self) -> int:
        return len(self.names)

    def rays(self, i: int, px: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return origins (M,3) and unit directions (M,3), world, of the rays through pixels px
        (M,2) of frame i.
        """
        px = np.asarray(px, np.float64).reshape(-1, 2)
        if self.dist.any() and len(px):
            px = cv2.undistortPoints(px[:, None], self.K, self.dist, P=self.K, criteria=STOP)[:, 0]
        xy = (px - self.K[:2, 2]) / self.K[[0, 1], [0, 1]]  # no skew: pose files have none
        dirs = np.column_stack([xy, np.ones(len(xy))]) @ self.c2w[i, :3, :3].T
        dirs /= np.linalg.norm(dirs, axis=1, keepdims=True)
        return np.tile(self.c2w[i, :3, 3], (len(dirs), 1)), dirs

    def project(self, i: int, points_world: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return pixels (M,2) and depths (M,) of world points (M,3) in frame i. Depth is the
        camera's z, below 0 behind it.
        """
        points = (
            np.asarray(points_world, np.float64).reshape(-1, 3) - self.c2w[i, :3, 3]
        ) @ self.c2w[i, :3, :3]
        with np.errstate(divide="ignore", invalid="ignore"):
            x, y = points[:, :2].T / points[:, 2]
        if self.dist.any():
            x, y = brown(x, y, x * x + y * y, self.dist)
        return np.column_stack([x, y]) * self.K[[0, 1], [0, 1]] + self.K[:2, 2], points[:, 2]

    def scaled(self, factor: float) -> Cameras:
        """Return cameras of the photos averaged down by a factor (2: half as wide), rounded to
        whole pixels.
        """
        width, height = (max(1, round(size / factor)) for size in (self.width, self.height))
        scale = np.diag([width / self.width, height / self.height, 1.0])
        return replace(self, K=scale @ self.K, width=width, height=height)

    def subset(self, idx: Sequence[int]) -> Cameras:
        """Return the cameras of the frames idx, in that order."""
        idx = list(idx)
        lists = {key: getattr(self, key) for key in ("names", "files", "masks", "lenses")}
        chosen = {key: [v[i] for i in idx] for key, v in lists.items() if v is not None}
        return replace(self, c2w=self.c2w[idx], **chosen)

    def pinhole(self) -> Cameras:
        """Return the same cameras without lens distortion: those of the photos once undistorted."""
        return replace(self, dist=np.zeros(4), lenses=None)


def read_cameras(folder: str | Path, settings: Settings | None = None) -> Cameras:
    """Return the cameras of a capture folder, frames sorted by name.

    Three settings of settings.data count. meta_path names the camera file; if it is the default,
    transforms.json, and absent, another file is used, see `camera_file`. cameras: the convention of
    the matrices. recentre: whether the world is moved and scaled so that the head lies around the
    origin.
    """
    folder, settings = Path(folder), settings or Settings()
    file = camera_file(folder, settings.data.meta_path)
    keep_inside(folder, sorted(file.iterdir()) if file.is_dir() else [file], settings)
    listed = read_listed(file, Photos(folder))
    cameras = _cameras(listed, settings.data.cameras)
    return _recentred(cameras, folder, settings, listed.foreign)


def spread_frames(cameras: Cameras, index: list[int], n: int) -> list[int]:
    """Return n frames of `index`: its first one, then always the one farthest from those chosen."""
    chosen, at = index[:1], cameras.c2w[:, :3, 3]
    while len(chosen) < min(n, len(index)):
        chosen.append(max(index, key=lambda i: min(np.linalg.norm(at[i] - at[c]) for c in chosen)))
    return chosen


def camera_file(folder: Path, meta: str = "transforms.json") -> Path:
    """Return the camera file of a capture, or the folder of its COLMAP model (of several, the one
    with most photos).
    """
    if not folder.is_dir():
        raise CaptureError(f"{folder}: expected a folder, found none; check the path")
    named = folder / (parts_of(meta) or ["transforms.json"])[-1]
    if named.is_file() or (named / "images.bin").is_file() or (named / "images.txt").is_file():
        return named
    if named.name == "transforms.json":
        for name in ("transforms_aligned.json", *OTHER_FILES):
            if (folder / name).is_file():
                return folder / name
        models = [*folder.rglob("images.bin"), *folder.rglob("images.txt")]
        if models:
            return max(models, key=lambda path: path.stat().st_size).parent
        for path in sorted([*folder.glob("*.xml"), *folder.glob("*.csv")]):
            head = path.read_bytes()[:2000].replace(b"\0", b"")
            if b"<document" in head or b"heading" in head:
                return path
    others = sorted(p.name for p in folder.iterdir() if p.suffix in (".json", ".xml", ".csv"))
    raise CaptureError(
        f"{folder}: expected {named.name} with the cameras, found "
        f"{', '.join(others[:3]) or 'none'}; check the path, copy the camera file there, or name "
        "it by data.meta_path"
    )


def _cameras(listed: Listed, convention: str) -> Cameras:
    """Return the checked cameras of a camera file, frames sorted."""
    frames = sorted(listed.frames, key=lambda frame: nfc(frame_name(frame.file)))
    names = [frame_name(frame.file) for frame in frames]
    for name, first, second in zip(names, frames, frames[1:]):
        if name == frame_name(second.file):
            one, two = ("/".join(parts_of(frame.file)[-2:]) for frame in (first, second))
            raise CaptureError(
                f"{listed.path}: expected frames of distinct names, found {one} and {two}, which "
                f"share the name {name!r}; rename the photos, or leave one out"
            )
    lens = frames[0].lens
    for frame in frames:
        if (frame.lens.width, frame.lens.height) != (lens.width, lens.height):
            raise CaptureError(
                f"{listed.path}: expected photos of one size, found {lens.width} x {lens.height} "
                f"and, for {frame.file}, {frame.lens.width} x {frame.lens.height}; leave it out"
            )
    for one in dict.fromkeys(frame.lens for frame in frames):
        if fault := one.fault():
            raise CaptureError(f"{listed.path}: {fault}")
    meant = listed.convention if convention == "auto" else convention
    c2w = np.stack(
        [
            _rigid(to_opencv(frame.matrix, meant), f"{listed.path}: frame {name}")
            for frame, name in zip(frames, names, strict=True)
        ]
    )
    if stand_in_one_place(c2w):
        raise CaptureError(
            f"{listed.path}: expected cameras around a head, found that all stand in one place; "
            "are the matrices world-to-camera? Invert them, or set data.cameras="
            + ("opencv_w2c" if meant == "opencv" else "opengl_w2c")
        )
    alike = lens.simple and all(frame.lens == lens for frame in frames)
    K = lens.K if alike else np.median([frame.lens.K for frame in frames], axis=0)
    return Cameras(
        names,
        c2w,
        K,
        lens.width,
        lens.height,
        np.array([lens.k1, lens.k2, lens.p1, lens.p2]) if alike else np.zeros(4),
        [frame.file for frame in frames],
        [frame.mask for frame in frames],
        None if alike else [frame.lens for frame in frames],
        f"{listed.program}, {WORDS[meant]} cameras" + ("" if alike else _lens_words(frames)),
    )


def _lens_words(frames: list[Frame]) -> str:
    what = "a fisheye lens" if frames[0].lens.fisheye else "lenses"
    many = len({frame.lens for frame in frames}) > 1
    return f", {what}{' of every frame' if many else ''} straightened"


def _rigid(c2w: np.ndarray, where: str) -> np.ndarray:
    """Return the pose (4,4); a CaptureError if it is not a rigid motion."""
    R, last = c2w[:3, :3], c2w[3].tolist()
    error, det = np.abs(R @ R.T - np.eye(3)).max(), np.linalg.det(R)
    if error > 1e-3 or det < 0 or last != [0, 0, 0, 1]:
        raise CaptureError(
            f"{where}: expected a rigid pose (rotation, translation, last row 0 0 0 1), found "
            f"|R R^T - 1| = {error:.3g}, det R = {det:.3g}, last row {last}; scale belongs in the "
            "translations, mirroring nowhere"
        )
    return c2w


def _recentred(cameras: Cameras, folder: Path, settings: Settings, foreign: bool) -> Cameras:
    """Return the cameras with the head upright around the origin, about as large as data.bound
    expects.

    data.recentre decides. If it is None, cameras are moved only if another program wrote the file,
    the head is elsewhere, and the capture has no places in its own world (eyes, truth).
    """
    data, asked = settings.data, settings.data.recentre
    places = (data.left_eye_ldm, data.right_eye_ldm, data.eyeball_left_center)
    bound_to_world = any(places) or (folder / "gt.json").is_file()
    if asked is False or asked is None and (not foreign or bound_to_world):
        return cameras
    place = _look_at_masks(cameras, folder, data.bound)
    if place is None or place.ahead < 0.9 or asked is None and place.fits(data.bound):
        return cameras
    moved = place.moved(cameras.c2w)
    turned = ", turned upright" if abs(moved[0, :3, :3] - cameras.c2w[0, :3, :3]).max() else ""
    shift = ", ".join(f"{value:.2f}" for value in -place.centre)
    said = f", recentred by ({shift}), scaled by {1 / place.size:.3g}{turned}"
    return replace(cameras, c2w=moved, source=cameras.source + said)


def _look_at_masks(cameras: Cameras, folder: Path, bound: float) -> Place | None:
    """Return where the head is, judged from some of the masks; None if fewer than three show it."""
    idx = np.unique(np.linspace(0, len(cameras) - 1, N_LOOKED_AT).astype(int))
    masks, photos = part_folder(folder, "mask"), need_folder(folder, "image", cameras.files)
    found = find_files(
        masks or photos,
        [cameras.files[i] for i in idx],
        "mask" if masks else "image",
        [cameras.masks[i] for i in idx],
    )
    seen, dirs, angles = [], [], []
    for i, path in zip(idx, found, strict=True):
        mask = mask_values(decoded(path)[0], path) > 127
        if mask.shape != (cameras.height, cameras.width) or not mask.any():
            continue
        if cameras.lenses:
            maps = cameras.lenses[i].maps(cameras.K)
            mask = cv2.remap(mask.astype(np.uint8), maps, None, cv2.INTER_NEAREST) > 0
        middle = np.argwhere(mask).mean(0)[::-1] + 0.5
        seen.append(i)
        dirs.append(cameras.rays(i, middle)[1][0])
        angles.append(np.sqrt(mask.sum() / (cameras.K[0, 0] * cameras.K[1, 1])))
    if len(seen) < 3:
        return None
    return find_place(cameras.c2w[seen], np.array(dirs), np.array(angles), bound)
