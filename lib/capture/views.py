"""Photos and masks of a capture, read into memory as 8-bit arrays."""
from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

import cv2
import numpy as np

from lib.capture.cameras import CaptureError, Cameras, read_cameras
from lib.config import Settings

HEAD, HAIR, LEFT_EYE, RIGHT_EYE = 1, 2, 4, 8  # bits of Views.labels
MASKS = {"mask": HEAD, "hair_mask": HAIR, "leye_mask": LEFT_EYE, "reye_mask": RIGHT_EYE}
SKIN_ALBEDO = 0.35  # mean of light and dark skin over R, G, B; sets only the scale of the maps where no light is given
MEAN_COSINE = 2 / 3  # of a sphere lit and seen from one place, over its disc


@dataclass
class Views:
    """N photos of a head with their masks and cameras.

    cameras: without distortion, for the photos as held here. images: (N,H,W,3) uint8 RGB, gamma-encoded, 0 outside
    the head. labels: (N,H,W) uint8, bits HEAD, HAIR, LEFT_EYE, RIGHT_EYE. specular_bfm: (N,H,W) uint8, linear, or
    None. gamma: linear = (image / 255) ** gamma. default_holdout: what `split` holds out unless told otherwise.
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
        """Views of the frames idx, in that order (copies)."""
        idx = list(idx)
        bfm = None if self.specular_bfm is None else self.specular_bfm[idx]
        return replace(self, cameras=self.cameras.subset(idx), images=self.images[idx], labels=self.labels[idx],
                       specular_bfm=bfm)

    def split(self, settings: Settings) -> tuple[Views, Views]:
        """(train, heldout) by settings.data.holdout, or else gt.json's `heldout`, or else every 9th from the 5th."""
        chosen = settings.data.holdout or self.default_holdout
        if isinstance(chosen, str):
            step, first = map(int, chosen.split(":")[1:])
            held = list(range(first, len(self), step)) or [len(self) // 2]
        else:
            stems = [Path(name).stem if name not in self.names else name for name in chosen]
            for stem in stems:
                if stem not in self.names:
                    near = get_close_matches(stem, self.names, 1, 0) or ["none"]
                    raise CaptureError(f"data.holdout: expected frames of the capture, found {stem!r}; the nearest is "
                                       f"{near[0]!r}")
            held = sorted({self.names.index(stem) for stem in stems})
        train = [i for i in range(len(self)) if i not in held]
        if not train:
            raise CaptureError(f"data.holdout: expected frames left to train on, found all {len(self)} held out")
        return self.subset(train), self.subset(held)


def load_views(capture: str | Path, settings: Settings, eye_masks: str | Path | None = None) -> Views:
    """Views of every frame of the camera file, undistorted, averaged down by data.downscale in linear light.

    eye_masks: folder with leye_mask/ and reye_mask/ that replaces the capture's own; drawn with the undistorted
    cameras (`read_cameras(capture).pinhole()`) at the photo's size. Every listed photo and mask must be there:
    `mask` always, hair_mask, specular_bfm and the two eye masks for all frames or for none.
    """
    capture = Path(capture)
    taken = read_cameras(capture, settings.data.meta_path)
    cameras = taken.scaled(settings.data.downscale).pinhole()
    folders = _folders(capture, settings, None if eye_masks is None else Path(eye_masks))
    paths = {part: _paths(folder, taken.names, (".png", ".jpg", ".jpeg") if part == "image" else (".png",))
             for part, folder in folders.items()}    # all of them before any is read
    shape = (len(taken), cameras.height, cameras.width)
    images, labels = np.empty((*shape, 3), np.uint8), np.empty(shape, np.uint8)
    bfm = np.empty(shape, np.uint8) if "specular_bfm" in folders else None
    warp = _warp(taken, cameras)
    straight = _warp(taken.pinhole(), cameras)       # for masks that were drawn without distortion
    decode = _decoding(settings.light.gamma)
    for i in range(len(taken)):                      # one at a time: only bytes are kept
        photo = _read(paths["image"][i], cv2.IMREAD_COLOR_RGB, taken)
        inside = _read_mask(paths["mask"][i], taken, must_show=True)
        if warp is None:
            head = inside
            np.multiply(photo, head[..., None], out=images[i])
        else:                                        # weighted by the mask, so that no background bleeds in
            cover = warp(inside.astype(np.float32))
            head = cover >= 0.5
            mean = warp(decode[photo] * inside[..., None]) / np.maximum(cover, 0.5)[..., None]
            images[i] = _encoded(mean, settings.light.gamma) * head[..., None]
        labels[i] = head * np.uint8(HEAD)
        for part in folders.keys() - {"image", "mask", "specular_bfm"}:
            move = straight if eye_masks is not None and "eye" in part else warp
            area = _read_mask(paths[part][i], taken)
            area = area if move is None else move(area.astype(np.float32)) >= 0.5
            labels[i] |= (area & head) * np.uint8(MASKS[part])
        if bfm is not None:
            fitted = _read(paths["specular_bfm"][i], cv2.IMREAD_GRAYSCALE, taken)
            bfm[i] = fitted if warp is None else np.round(warp(fitted.astype(np.float32)))
    views = Views(cameras, images, labels, bfm, settings.light.gamma, "hair_mask" in folders, "leye_mask" in folders)
    return replace(views, default_holdout=_listed_holdout(capture, taken.names) or views.default_holdout)


def estimate_intensity(views: Views, settings: Settings) -> float:
    """Flash intensity (world units) at which mean skin would look as bright as the photos do.

    Of each frame the mean of the linear skin (or head) pixels / flash colour is taken to be
    albedo / pi * cosine * intensity / d^2 with the albedo of mean skin and a sphere's mean cosine, d from the camera
    to the near half of the head about the world origin; the median over frames is returned.
    """
    estimates = []
    for i in range(len(views)):
        labels = views.labels[i]
        skin = labels == HEAD if (labels == HEAD).any() else (labels & HEAD) > 0
        radiance = (views.linear(i)[skin] / np.asarray(settings.light.color, np.float32)).mean()
        distance = max(np.linalg.norm(views.cameras.c2w[i, :3, 3]) - 0.5 * settings.data.bound, 1e-3)
        estimates.append(radiance * distance**2 * np.pi / (SKIN_ALBEDO * MEAN_COSINE))
    if not np.median(estimates) > 0:
        raise CaptureError(f"expected light inside the masks, found mean radiance {np.median(estimates)}; are the "
                           "photos black, or the masks beside the head?")
    return float(np.median(estimates))


def _folders(capture: Path, settings: Settings, eye_masks: Path | None) -> dict[str, Path]:
    """Which parts this capture brings, and where; `image` and `mask` it must."""
    for part in ("image", "mask"):
        if not (capture / part).is_dir():
            raise CaptureError(f"{capture / part}: expected a folder of {part}s, found none")
    folders = {part: capture / part for part in ("image", "mask", "hair_mask", "specular_bfm")
               if (capture / part).is_dir()}
    eyes = {part: (eye_masks or capture) / part for part in ("leye_mask", "reye_mask")}
    there = [folder for folder in eyes.values() if folder.is_dir()]
    if settings.data.eyes == "none" or not there and eye_masks is None:
        return folders
    if len(there) < 2:
        raise CaptureError(f"{eye_masks or capture}: expected both leye_mask and reye_mask, found "
                           f"{there[0].name + ' alone' if there else 'neither'}; label the eyes again")
    return folders | eyes


def _paths(folder: Path, names: list[str], suffixes: Sequence[str]) -> list[Path]:
    """One file a frame, by stem; an error that counts and names the missing ones."""
    found = {path.stem: path for path in sorted(folder.iterdir()) if path.suffix.lower() in suffixes}
    missing = [name for name in names if name not in found]
    if missing:
        raise CaptureError(f"{folder / missing[0]}{suffixes[0]}: expected a file for every frame of the camera file, "
                           f"found none for {len(missing)} of {len(names)} ({', '.join(missing[:5])}); add them, or "
                           + ("remove those frames from the camera file" if folder.name in ("image", "mask") else
                              f"remove {folder.name} to do without"))
    return [found[name] for name in names]


def _read(path: Path, flags: int, cameras: Cameras) -> np.ndarray:
    """One 8-bit image file of the cameras' size, as its pixels are stored (structure from motion ignores EXIF)."""
    data = path.read_bytes()
    png = path.suffix.lower() == ".png"
    # A decoder may return the upper part of a cut file, grey or black below.
    whole = data.rfind(b"IEND") > 0 if png else data.rfind(b"\xff\xd9") > data.rfind(b"\xff\xda")
    image = cv2.imdecode(np.frombuffer(data, np.uint8), flags | cv2.IMREAD_IGNORE_ORIENTATION) if whole else None
    if image is None:
        raise CaptureError(f"{path}: expected a whole {'PNG' if png else 'JPEG'}, found {len(data)} bytes that are cut "
                           "short or damaged; copy the file again")
    if image.shape[:2] != (cameras.height, cameras.width):
        raise CaptureError(f"{path}: expected {cameras.width} x {cameras.height} px as the camera file says, found "
                           f"{image.shape[1]} x {image.shape[0]}; photos and masks must be of that size, unrotated")
    return image


def _read_mask(path: Path, cameras: Cameras, must_show: bool = False) -> np.ndarray:
    """Mask (H,W) bool, white inside; a head mask must show something, and no mask may be 0 and 1 for 0 and 255."""
    mask = _read(path, cv2.IMREAD_GRAYSCALE, cameras)
    if mask.max() <= 127 and (must_show or mask.max() > 0):
        raise CaptureError(f"{path}: expected white (255) inside, found no value above {mask.max()}; write masks as 0 "
                           "and 255, and leave out frames without a head")
    return mask > 127


def _decoding(gamma: float) -> np.ndarray:
    """Linear value (256,) float32 of every byte."""
    return ((np.arange(256) / 255) ** gamma).astype(np.float32)


def _encoded(linear: np.ndarray, gamma: float) -> np.ndarray:
    """Gamma-encoded bytes of linear values."""
    return np.round(255 * np.clip(linear, 0, 1) ** (1 / gamma)).astype(np.uint8)


def _warp(taken: Cameras, kept: Cameras) -> Callable[[np.ndarray], np.ndarray] | None:
    """Resampling from the photo as taken to the photo as kept: undistortion, then area averages; None for neither."""
    maps = None
    if taken.dist.any():
        K = taken.K - [[0, 0, 0.5], [0, 0, 0.5], [0, 0, 0]]    # OpenCV's pixel centres are whole numbers
        maps = cv2.initUndistortRectifyMap(K, taken.dist, None, K, (taken.width, taken.height), cv2.CV_32FC1)
    size = (kept.width, kept.height)
    if maps is None and size == (taken.width, taken.height):
        return None

    def warp(image: np.ndarray) -> np.ndarray:
        image = image if maps is None else cv2.remap(image, *maps, cv2.INTER_LINEAR)
        return cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    return warp


def _listed_holdout(capture: Path, names: list[str]) -> list[str] | None:
    """gt.json's held-out frames, None where there is no such list."""
    path = capture / "gt.json"
    if not path.is_file():
        return None
    try:
        listed = [Path(name).stem for name in json.loads(path.read_text(encoding="utf-8")).get("heldout") or []]
    except (ValueError, AttributeError, TypeError) as error:
        raise CaptureError(f"{path}: expected JSON with a list `heldout`, found: {error}") from error
    if strange := [name for name in listed if name not in names]:
        raise CaptureError(f"{path}: expected `heldout` to name frames of the capture, found {strange[0]!r}")
    return listed
