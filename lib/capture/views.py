"""Photos and masks of a capture, read into memory as 8-bit arrays."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

import cv2
import numpy as np

from lib.capture.cameras import Cameras, CaptureError, read_cameras
from lib.workbook.config import Settings

HEAD, HAIR, LEFT_EYE, RIGHT_EYE = 1, 2, 4, 8  # bits of Views.labels
MASKS = {"hair_mask": HAIR, "leye_mask": LEFT_EYE, "reye_mask": RIGHT_EYE}
PHOTOS = (".png", ".jpg", ".jpeg")
SKIN_ALBEDO = (
    0.35  # of skin between light and dark, mean of R, G, B; scales the maps where no light is given
)
FINE_BYTES = 5e8  # room for views of the finest size
MEAN_COSINE = 2 / 3  # of a sphere lit and seen from one place, over its disc


@dataclass
class Views:
    """N photos of a head with their masks and cameras.

    cameras: undistorted, of the photos as held here. images: (N,H,W,3) uint8 RGB, gamma-encoded, 0
    outside the head. labels: (N,H,W) uint8, bits HEAD, HAIR, LEFT_EYE, RIGHT_EYE. specular_bfm:
    (N,H,W) uint8, linear, or None. gamma: linear = (image / 255) ** gamma. default_holdout: see
    `heldout_indices`.
    """

    cameras: Cameras
    images: np.ndarray
    labels: np.ndarray
    specular_bfm: np.ndarray | None
    gamma: float
    has_hair: bool
    has_eyes: bool
    default_holdout: str | list[str] = "every:9:4"

    @property
    def names(self) -> list[str]:
        """Frame names, sorted."""
        return self.cameras.names

    def __len__(self) -> int:
        return len(self.images)

    def linear(self, i: int) -> np.ndarray:
        """Linear photo i (H,W,3) float32, 0 outside the head."""
        return _decoding(self.gamma)[self.images[i]]

    def subset(self, idx: Sequence[int]) -> Views:
        """Views of the frames idx, in that order; copies."""
        idx = list(idx)
        return replace(
            self,
            cameras=self.cameras.subset(idx),
            images=self.images[idx],
            labels=self.labels[idx],
            specular_bfm=None if self.specular_bfm is None else self.specular_bfm[idx],
        )

    def heldout_indices(self, settings: Settings) -> list[int]:
        """Frames held out by settings.data.holdout, else gt.json's `heldout`, else every 9th from
        the 5th.
        """
        asked = settings.data.holdout
        chosen = self.default_holdout if asked is None else asked
        if isinstance(chosen, str):
            step, first = map(int, chosen.split(":")[1:])
            held = list(range(first, len(self), step))
            held = (
                [len(self) // 2] if asked is None and not held else held
            )  # a capture of a few frames
        else:
            stems = [name if name in self.names else Path(name).stem for name in chosen]
            if strange := [stem for stem in stems if stem not in self.names]:
                near = get_close_matches(strange[0], self.names, 1, 0)[0]
                raise CaptureError(
                    "held-out frames (data.holdout, or gt.json): expected frames of the capture, "
                    f"found {strange[0]!r}; the nearest is {near!r}"
                )
            held = sorted({self.names.index(stem) for stem in stems})
        if not held:
            raise CaptureError(
                f"data.holdout: expected frames to be scored on, found none of {len(self)} chosen "
                "by "
                f"{chosen!r}; leave it out for every 9th"
            )
        if len(held) == len(self):
            raise CaptureError(
                f"data.holdout: expected frames left to train on, found all {len(self)} held out"
            )
        return held

    def split(self, settings: Settings) -> tuple[Views, Views]:
        """(train, heldout), as `heldout_indices` has it; copies."""
        held = self.heldout_indices(settings)
        return self.subset([i for i in range(len(self)) if i not in held]), self.subset(held)


def load_views(
    capture: str | Path, settings: Settings, eye_masks: str | Path | None = None
) -> Views:
    """Views of every frame of the camera file, undistorted, averaged down by data.downscale in
    linear light.

    eye_masks: folder of leye_mask/ and reye_mask/ that replace the capture's own; drawn with the
    undistorted cameras, `read_cameras(capture).pinhole()`, at the photo's size. Every listed photo
    and mask must be there: `mask` always, hair_mask, specular_bfm and both eye masks for every
    frame or not at all.
    """
    capture, gamma = Path(capture), settings.light.gamma
    taken = read_cameras(capture, settings.data.meta_path)
    cameras = taken.scaled(settings.data.downscale).pinhole()
    paths = frame_files(capture, settings, taken.names, eye_masks)  # all, before any is read
    holdout = _listed_holdout(capture / "gt.json") or "every:9:4"
    shape = (len(taken), cameras.height, cameras.width)
    images, labels = np.empty((*shape, 3), np.uint8), np.empty(shape, np.uint8)
    bfm = np.empty(shape, np.uint8) if "specular_bfm" in paths else None
    warp, straight = _warp(taken, cameras), _warp(taken.pinhole(), cameras)

    def read(i: int) -> None:  # into the arrays: only bytes are kept
        photo = _read(paths["image"][i], cv2.IMREAD_COLOR_RGB, taken)
        head = _read_mask(paths["mask"][i], taken, must_show=True)
        if warp is None:
            np.multiply(photo, head[..., None], out=images[i])
        else:  # weighted by the mask, so that no background bleeds in
            cover = warp(head.astype(np.float32))
            mean = (
                warp(_decoding(gamma)[photo] * head[..., None]) / np.maximum(cover, 0.5)[..., None]
            )
            head = cover >= 0.5
            images[i] = np.round(255 * np.clip(mean, 0, 1) ** (1 / gamma)) * head[..., None]
        labels[i] = head * np.uint8(HEAD)
        for part in MASKS.keys() & paths.keys():
            move = straight if eye_masks is not None and part != "hair_mask" else warp
            area = _read_mask(paths[part][i], taken)
            area = area if move is None else move(area.astype(np.float32)) >= 0.5
            labels[i] |= (area & head) * np.uint8(MASKS[part])
        if bfm is not None:
            fitted = _read(paths["specular_bfm"][i], cv2.IMREAD_GRAYSCALE, taken)
            if warp is not None:  # 0 means unknown: only what is known is averaged
                known = warp((fitted > 0).astype(np.float32))
                mean = warp(fitted.astype(np.float32)) / np.maximum(known, 0.5)
                fitted = np.round(mean * (known >= 0.5))
            bfm[i] = fitted

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(read, range(len(taken))))
    return Views(
        cameras, images, labels, bfm, gamma, "hair_mask" in paths, "leye_mask" in paths, holdout
    )


def frame_files(
    capture: str | Path, settings: Settings, names: list[str], eye_masks: str | Path | None = None
) -> dict[str, list[Path]]:
    """Of every part that a capture brings (image, mask, hair_mask, ...) the file of each frame;
    none is opened.

    `names`: of the frames. Without the photos or masks, or with a part that lacks some frames, a
    CaptureError.
    """
    folders = _folders(Path(capture), settings, None if eye_masks is None else Path(eye_masks))
    return {part: _paths(folder, names) for part, folder in folders.items()}


def fine_views(capture: str | Path, settings: Settings, room: float = FINE_BYTES) -> Views:
    """Views as large as the photos, or as much smaller as `room` in bytes asks for, but never below
    data.downscale.

    For the eyes, which are small, and looked at once: training on all of these pixels would take
    too long.
    """
    taken = read_cameras(capture, settings.data.meta_path)
    settings = copy.deepcopy(settings)
    needed = 4.0 * len(taken) * taken.width * taken.height  # colours and labels
    settings.data.downscale = float(np.clip(np.sqrt(needed / room), 1.0, settings.data.downscale))
    return load_views(capture, settings)


def estimate_intensity(views: Views, settings: Settings) -> float:
    """Flash intensity (world units) at which mean skin would look as bright as the photos do.

    A frame's mean linear skin (or head) pixel over flash colour is taken to be albedo / pi * cosine
    * intensity / d^2, with the albedo of mean skin, a sphere's mean cosine, and d from the camera
    to the near half of a head about the world's origin. The median over the frames is returned.
    """
    estimates = []
    for i in range(len(views)):
        skin = views.labels[i] == HEAD
        skin = skin if skin.any() else views.labels[i] > 0
        radiance = (views.linear(i)[skin] / np.asarray(settings.light.color, np.float32)).mean()
        d = max(np.linalg.norm(views.cameras.c2w[i, :3, 3]) - 0.5 * settings.data.bound, 1e-3)
        estimates.append(radiance * d * d * np.pi / (SKIN_ALBEDO * MEAN_COSINE))
    if not np.median(estimates) > 0:
        raise CaptureError(
            "light.intensity: expected light inside the masks, found black; do they lie on the "
            "head?"
        )
    return float(np.median(estimates))


def _folders(capture: Path, settings: Settings, eye_masks: Path | None) -> dict[str, Path]:
    """Which parts this capture brings, and where; `image` and `mask` it must."""
    folders = {part: capture / part for part in ("image", "mask", "hair_mask", "specular_bfm")}
    for part in ("image", "mask"):
        if not folders[part].is_dir():
            raise CaptureError(
                f"{folders[part]}: expected a folder with a file for every frame, found none"
            )
    folders = {part: folder for part, folder in folders.items() if folder.is_dir()}
    eyes = {part: (eye_masks or capture) / part for part in ("leye_mask", "reye_mask")}
    there = [folder.name for folder in eyes.values() if folder.is_dir()]
    if settings.data.eyes == "none" or not there and eye_masks is None:
        return folders
    if len(there) < 2:
        raise CaptureError(
            f"{eye_masks or capture}: expected both leye_mask and reye_mask, found "
            f"{' '.join(there) or 'neither'}; label both eyes, or remove the one to begin anew"
        )
    return folders | eyes


def read_photo(capture: str | Path, name: str) -> np.ndarray:
    """One frame's photo (H,W,3) uint8 RGB as it was taken, background and all, unrotated as
    `load_views` reads it.
    """
    (path,) = _paths(Path(capture) / "image", [name])
    return _decoded(path, cv2.IMREAD_COLOR_RGB)


def _paths(folder: Path, names: list[str]) -> list[Path]:
    """One file a frame, found by stem; an error that counts and names the missing ones."""
    photo = folder.name == "image"
    found = {
        path.stem: path
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in (PHOTOS if photo else PHOTOS[:1])
    }
    if missing := [name for name in names if name not in found]:
        fix = (
            "leave its frame out of the camera file"
            if photo or folder.name == "mask"
            else "remove the folder"
        )
        raise CaptureError(
            f"{folder / missing[0]}{'' if photo else '.png'}: expected a file for every frame, "
            f"missing {len(missing)} of {len(names)} ({', '.join(missing[:5])}); add it or {fix}"
        )
    return [found[name] for name in names]


def _decoded(path: Path, flags: int) -> np.ndarray:
    """An image file, 8 bit, unrotated (structure from motion ignores EXIF)."""
    data, png = path.read_bytes(), path.suffix.lower() == ".png"
    # Of a file cut short a decoder may return the upper part, grey below.
    whole = data.rfind(b"IEND") > 0 if png else data.rfind(b"\xff\xd9") > data.rfind(b"\xff\xda")
    flags |= cv2.IMREAD_IGNORE_ORIENTATION
    image = cv2.imdecode(np.frombuffer(data, np.uint8), flags) if whole else None
    if image is None:
        raise CaptureError(
            f"{path}: expected a whole {'PNG' if png else 'JPEG'}, found {len(data)} bytes, cut "
            "short or damaged; copy the file again"
        )
    return image


def _read(path: Path, flags: int, cameras: Cameras) -> np.ndarray:
    """An image file of the cameras' size, see `_decoded`."""
    image = _decoded(path, flags)
    if image.shape[:2] != (cameras.height, cameras.width):
        raise CaptureError(
            f"{path}: expected {cameras.width} x {cameras.height} px as in the camera file, found "
            f"{image.shape[1]} x {image.shape[0]}; photos and masks must be of one size, unrotated"
        )
    return image


def _read_mask(path: Path, cameras: Cameras, must_show: bool = False) -> np.ndarray:
    """Mask (H,W) bool, white inside; 0 and 1 for 0 and 255 is an error, for a head mask so is no
    white at all.
    """
    mask = _read(path, cv2.IMREAD_GRAYSCALE, cameras)
    if mask.max() <= 127 and (must_show or mask.max() > 0):
        raise CaptureError(
            f"{path}: expected white (255) inside, found nothing above {mask.max()}; write masks "
            "as 0 and 255, and leave out frames without a head"
        )
    return mask > 127


def _decoding(gamma: float) -> np.ndarray:
    """Linear value (256,) float32 of every byte."""
    return ((np.arange(256) / 255) ** gamma).astype(np.float32)


def _warp(taken: Cameras, kept: Cameras) -> Callable[[np.ndarray], np.ndarray] | None:
    """Photo as taken -> photo as kept: undistorted, then averaged down; None where neither is
    needed.
    """
    size, maps = (kept.width, kept.height), None
    if taken.dist.any():
        K = taken.K - [
            [0, 0, 0.5],
            [0, 0, 0.5],
            [0, 0, 0],
        ]  # OpenCV's pixel centres are whole numbers
        maps = cv2.initUndistortRectifyMap(
            K, taken.dist, None, K, (taken.width, taken.height), cv2.CV_32FC1
        )
    if maps is None and size == (taken.width, taken.height):
        return None

    def warp(image: np.ndarray) -> np.ndarray:
        image = image if maps is None else cv2.remap(image, *maps, cv2.INTER_LINEAR)
        return cv2.resize(image, size, interpolation=cv2.INTER_AREA)

    return warp


def _listed_holdout(path: Path) -> list[str] | None:
    """gt.json's held-out frames, None where there is no such list."""
    try:
        return (
            json.loads(path.read_text(encoding="utf-8")).get("heldout") if path.is_file() else None
        )
    except (ValueError, AttributeError) as error:
        raise CaptureError(
            f"{path}: expected JSON with a list `heldout`, found: {error}"
        ) from error
