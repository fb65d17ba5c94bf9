"""Photos and masks of a capture, read into memory as 8-bit arrays."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
import psutil

from lib.capture.cameras import Cameras, read_cameras
from lib.capture.errors import CaptureError
from lib.capture.files import find_files, keep_inside, need_folder, part_folder
from lib.capture.holdout import held_out, listed_holdout
from lib.capture.lens import Lens
from lib.capture.orient import mask_of, masks_upright, placed
from lib.capture.outline import MaskOffset, carried, edge_profile, measure_offset, moved
from lib.capture.photos import alpha_of, as_gray, as_rgb, decoded, white_of
from lib.workbook.config import Settings

HEAD, HAIR, LEFT_EYE, RIGHT_EYE = 1, 2, 4, 8  # bits of Views.labels
MASKS = {"hair_mask": HAIR, "leye_mask": LEFT_EYE, "reye_mask": RIGHT_EYE}
# Of skin between light and dark, mean of R, G, B; scales the maps where no light is given.
SKIN_ALBEDO = 0.35
FINE_BYTES = 5e8  # room for views of the finest size
N_OUTLINES = 12  # photos, at most, in which the masks' offset is measured
HALF = 127  # a mask is inside above
NUMBERED = 3  # a part with no byte above was written as 0 and 1
MEAN_COSINE = 2 / 3  # of a sphere lit and seen from one place, over its disc

Warp = Callable[[np.ndarray], np.ndarray]  # a picture as taken -> as kept


@dataclass
class Views:
    """N photos of a head with their masks and cameras.

    cameras: undistorted, of the photos as held here. images: (N,H,W,3) uint8 RGB, gamma-encoded, 0
    outside the head. labels: (N,H,W) uint8, bits HEAD, HAIR, LEFT_EYE, RIGHT_EYE. specular_bfm:
    (N,H,W) uint8, linear, or None. gamma: linear = (image / 255) ** gamma. default_holdout: see
    `heldout_indices`. mask_offset: how far the masks' files end from the photos' outlines; labels
    are corrected by it.
    """

    cameras: Cameras
    images: np.ndarray
    labels: np.ndarray
    specular_bfm: np.ndarray | None
    gamma: float
    has_hair: bool
    has_eyes: bool
    default_holdout: str | list[str] = "every:9:4"
    mask_offset: MaskOffset = MaskOffset(0.0, clear=False)

    @property
    def names(self) -> list[str]:
        """Frame names, sorted."""
        return self.cameras.names

    def __len__(self) -> int:
        return len(self.images)

    def linear(self, i: int) -> np.ndarray:
        """Return linear photo i (H,W,3) float32, 0 outside the head."""
        return _decoding(self.gamma)[self.images[i]]

    def subset(self, idx: Sequence[int]) -> Views:
        """Return views of the frames idx, in that order; copies."""
        idx = list(idx)
        return replace(
            self,
            cameras=self.cameras.subset(idx),
            images=self.images[idx],
            labels=self.labels[idx],
            specular_bfm=None if self.specular_bfm is None else self.specular_bfm[idx],
        )

    def at_most(self, n_pixels: int | None) -> Views:
        """Return views of photos of about n_pixels at most, averaged down in linear light as
        data.downscale does it; these very views where they are no larger, or for None.
        """
        factor = np.sqrt(self.labels[0].size / (n_pixels or np.inf))
        if factor <= 1:
            return self
        cameras = self.cameras.scaled(factor)
        warp = _warp(self.cameras, cameras)
        shape = (len(self), cameras.height, cameras.width)
        images, labels = np.empty((*shape, 3), np.uint8), np.empty(shape, np.uint8)
        for i, label in enumerate(self.labels):
            images[i], head = _warped(self.images[i], (label & HEAD) > 0, warp, self.gamma)
            labels[i] = head * np.uint8(HEAD)
            for bit in MASKS.values():
                part = warp(((label & bit) > 0).astype(np.float32)) >= 0.5
                labels[i] |= (part & head) * np.uint8(bit)
        bfm = self.specular_bfm
        if bfm is not None:
            bfm = np.stack([_warped_prior(one, warp) for one in bfm]).astype(np.uint8)
        return replace(self, cameras=cameras, images=images, labels=labels, specular_bfm=bfm)

    def heldout_indices(self, settings: Settings) -> list[int]:
        """Return the held-out frames: those of settings.data.holdout, else of gt.json's `heldout`,
        else every 9th from the 5th.
        """
        return held_out(self.names, settings, self.default_holdout)

    def split(self, settings: Settings) -> tuple[Views, Views]:
        """Return (train, heldout) views, see `heldout_indices`; copies."""
        held = self.heldout_indices(settings)
        return self.subset([i for i in range(len(self)) if i not in held]), self.subset(held)


def load_views(
    capture: str | Path, settings: Settings, eye_masks: str | Path | None = None
) -> Views:
    """Return the views of every frame of the camera file: undistorted, and averaged down by
    data.downscale in linear light.

    eye_masks: a folder of leye_mask/ and reye_mask/ that replace the capture's own. They are drawn
    with the undistorted cameras, `read_cameras(capture).pinhole()`, at the photo's size. Every
    photo and every `mask` must exist; hair_mask, specular_bfm and the eye masks must exist for all
    frames or for none. Masks are moved by data.mask_offset_px, see `mask_offset`.
    """
    capture, gamma = Path(capture), settings.light.gamma
    taken = read_cameras(capture, settings)
    cameras = taken.scaled(settings.data.downscale).pinhole()
    paths = frame_files(capture, settings, taken, eye_masks)  # all, before any is read
    holdout = listed_holdout(capture / "gt.json") or "every:9:4"
    _need_memory(len(taken), taken, cameras)
    shape = (len(taken), cameras.height, cameras.width)
    images, labels = np.empty((*shape, 3), np.uint8), np.empty(shape, np.uint8)
    bfm = np.empty(shape, np.uint8) if "specular_bfm" in paths else None
    straight, white = _warp(taken.pinhole(), cameras), _white(paths["image"])
    back = masks_upright(paths["image"], paths["mask"], taken)
    brightest = {part: np.zeros(len(taken), np.uint8) for part in MASKS}
    offset = mask_offset(paths, settings, taken, holdout, white, back)

    def read(i: int) -> None:  # into the arrays: only bytes are kept
        warp = _warp(taken, cameras, i)
        stored, exif = decoded(paths["image"][i])
        pixels, upright = placed(stored, exif, paths["image"][i], taken)

        def mask(part: str) -> np.ndarray:
            return mask_of(paths[part][i], taken, exif, upright, back)

        photo, head = as_rgb(pixels, white), mask("mask")
        if not (head > HALF).any():
            raise CaptureError(
                f"{paths['mask'][i]}: expected white (255) inside, found nothing above "
                f"{head.max()}; write masks as 0 and 255, and leave out frames without a head"
            )
        given = head > HALF
        head = whole = moved(given, offset.applied)
        if not whole.any():
            raise CaptureError(
                f"{paths['mask'][i]}: expected a head left of the mask moved by "
                f"{offset.applied:.1f} px, found none; set data.mask_offset_px=0"
            )
        if warp is None:
            np.multiply(photo, head[..., None], out=images[i])
        else:
            images[i], head = _warped(photo, head, warp, gamma)
        labels[i] = head * np.uint8(HEAD)
        for part in MASKS.keys() & paths.keys():
            drawn = eye_masks is not None and part != "hair_mask"
            move = straight if drawn else warp
            area = mask_of(paths[part][i], taken, 1, False, False) if drawn else mask(part)
            brightest[part][i] = area.max()
            area = area > HALF
            if offset.applied and not drawn:
                area = carried(area, given, whole)
            area = area if move is None else move(area.astype(np.float32)) >= 0.5
            labels[i] |= (area & head) * np.uint8(MASKS[part])
        if bfm is not None:
            file = paths["specular_bfm"][i]
            fitted = as_gray(placed(*decoded(file), file, taken)[0])
            bfm[i] = fitted if warp is None else _warped_prior(fitted, warp)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(read, range(len(taken))))
    for part in MASKS.keys() & paths.keys():
        if 0 < brightest[part].max() <= NUMBERED:
            raise CaptureError(
                f"{paths[part][0].parent}: expected white (255) inside, found nothing above "
                f"{brightest[part].max()} in any frame; write masks as 0 and 255"
            )
    has_hair, has_eyes = "hair_mask" in paths, "leye_mask" in paths
    return Views(cameras, images, labels, bfm, gamma, has_hair, has_eyes, holdout, offset)


def _warped(
    photo: np.ndarray, head: np.ndarray, warp: Warp, gamma: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return a photo (H, W, 3) uint8, 0 outside the head, and the head's mask (H, W) bool, both
    undistorted and averaged down.

    The mean is one of linear values inside the mask, so that no background bleeds in.
    """
    cover = warp(head.astype(np.float32))
    mean = warp(_decoding(gamma)[photo] * head[..., None]) / np.maximum(cover, 0.5)[..., None]
    head = cover >= 0.5
    return np.round(255 * np.clip(mean, 0, 1) ** (1 / gamma)) * head[..., None], head


def _warped_prior(fitted: np.ndarray, warp: Warp) -> np.ndarray:
    """Return a face model's specular (H, W), undistorted and averaged down. 0 means unknown: only
    what is known is averaged.
    """
    known = warp((fitted > 0).astype(np.float32))
    mean = warp(fitted.astype(np.float32)) / np.maximum(known, 0.5)
    return np.round(mean * (known >= 0.5))


def mask_offset(
    paths: dict[str, list[Path]],
    settings: Settings,
    cameras: Cameras,
    default: str | list[str],
    white: int,
    back: bool,
) -> MaskOffset:
    """Return how far the masks end from the photos' outlines: settings.data.mask_offset_px, or
    measured in N_OUTLINES frames that are not held out.

    paths: see `frame_files`. default: see `held_out`. white, back: see `_white`, `masks_upright`.
    """
    if settings.data.mask_offset_px is not None:
        return MaskOffset(settings.data.mask_offset_px, clear=True, asked=True)

    def profile(i: int) -> np.ndarray | None:
        stored, exif = decoded(paths["image"][i])
        pixels, upright = placed(stored, exif, paths["image"][i], cameras)
        head = mask_of(paths["mask"][i], cameras, exif, upright, back) > HALF
        return edge_profile(as_rgb(pixels, white), head)

    held = set(held_out(cameras.names, settings, default))
    free = [i for i in range(len(cameras)) if i not in held]
    chosen = np.linspace(0, len(free) - 1, min(N_OUTLINES, len(free))).round().astype(int)
    with ThreadPoolExecutor(4) as pool:
        profiles = pool.map(profile, [free[k] for k in chosen])
        return measure_offset([found for found in profiles if found is not None])


def frame_files(
    capture: str | Path, settings: Settings, cameras: Cameras, eye_masks: str | Path | None = None
) -> dict[str, list[Path]]:
    """Return the file of each frame, for every part that a capture has (image, mask, hair_mask,
    ...). Only the first photo is opened.

    A CaptureError if photos or masks are missing, or if a part lacks some frames. Photos whose
    alpha channel varies are their own masks if there is no mask folder.
    """
    capture, listed = Path(capture), cameras.files or cameras.names
    folders = _folders(capture, settings, listed, None if eye_masks is None else Path(eye_masks))
    found = {
        part: find_files(folder, listed, part, (cameras.masks or ()) if part == "mask" else ())
        for part, folder in folders.items()
    }
    keep_inside(capture, sorted(capture.iterdir()), settings)  # labels, truth, settings
    keep_inside(capture, [path for paths in found.values() for path in paths], settings)
    if "mask" not in found:
        if alpha_of(decoded(found["image"][0])[0]) is None:
            need_folder(capture, "mask")
        found["mask"] = found["image"]
    return found


def fine_views(capture: str | Path, settings: Settings, room: float = FINE_BYTES) -> Views:
    """Return views at the photos' own size, or smaller if they would take more than `room` bytes,
    but never smaller than data.downscale asks for.

    These are for the eyes, which are small and are looked at only once. Training on all of these
    pixels would take too long.
    """
    taken = read_cameras(capture, settings)
    settings = copy.deepcopy(settings)
    needed = 4.0 * len(taken) * taken.width * taken.height  # colours and labels
    settings.data.downscale = float(np.clip(np.sqrt(needed / room), 1.0, settings.data.downscale))
    return load_views(capture, settings)


def estimate_intensity(views: Views, settings: Settings) -> float:
    """Return the flash intensity (world units) at which mean skin would look as bright as in the
    photos.

    The mean linear pixel of skin (or of the head), divided by the flash's colour, is taken as
    albedo / pi * cosine * intensity / d^2. The albedo is that of mean skin, the cosine a sphere's
    mean, and d the distance from the camera to the near half of a head around the world's origin.
    The result is the median over the frames.
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


def _folders(
    capture: Path, settings: Settings, listed: list[str], eye_masks: Path | None
) -> dict[str, Path]:
    """Return the folder of each part that this capture has; `image` is required."""
    folders = {"image": need_folder(capture, "image", listed)}
    for part in ("mask", "hair_mask", "specular_bfm"):
        if folder := part_folder(capture, part):
            folders[part] = folder
    if settings.data.eyes == "none":
        return folders
    eyes = {part: part_folder(eye_masks or capture, part) for part in ("leye_mask", "reye_mask")}
    there = [part for part, folder in eyes.items() if folder]
    if not there and eye_masks is None:
        return folders
    if len(there) < 2:
        raise CaptureError(
            f"{eye_masks or capture}: expected both leye_mask and reye_mask, found "
            f"{' '.join(there) or 'neither'}; label both eyes, or remove the one to begin anew"
        )
    return folders | eyes


def read_photo(capture: str | Path, cameras: Cameras, name: str) -> np.ndarray:
    """Return one frame's photo (H,W,3) uint8 RGB as `cameras` (of `read_cameras`) see it, with its
    background.
    """
    i = cameras.names.index(name)
    listed = (cameras.files or cameras.names)[i]
    (path,) = find_files(need_folder(Path(capture), "image", [listed]), [listed], "image")
    pixels, _ = placed(*decoded(path), path, cameras)
    photo = as_rgb(pixels, white_of(pixels))
    if not cameras.lenses:
        return photo
    return cv2.remap(photo, cameras.lenses[i].maps(cameras.K), None, cv2.INTER_LINEAR)


def _white(photos: list[Path]) -> int:
    """Return the value of white of a capture's 16-bit photos, the same for all; 65535 for other
    photos.
    """
    if decoded(photos[0])[0].dtype != np.uint16:
        return 65535
    return max(white_of(decoded(photo)[0]) for photo in photos)


def _need_memory(n: int, taken: Cameras, kept: Cameras) -> None:
    """Raise where the photos as kept, and a few as floats, do not fit into the free memory."""
    fixed = 4 * 40.0 * taken.width * taken.height  # four threads
    needed = fixed + 5.0 * n * kept.width * kept.height
    free = 0.8 * psutil.virtual_memory().available
    if needed > free:
        factor = taken.width / kept.width * np.sqrt(needed / max(free - fixed, 1e-3 * free))
        raise CaptureError(
            f"{n} photos of {kept.width} x {kept.height} px: expected a need of less than the free "
            f"{free / 1e9:.1f} GB of memory, found {needed / 1e9:.1f} GB; set data.downscale="
            f"{np.ceil(2 * factor) / 2:g}, or leave photos out"
        )


def _decoding(gamma: float) -> np.ndarray:
    """Return linear value (256,) float32 of every byte."""
    return ((np.arange(256) / 255) ** gamma).astype(np.float32)


def _warp(taken: Cameras, kept: Cameras, i: int = 0) -> Warp | None:
    """Return a function from photo i as taken to the photo as kept: undistorted, then averaged
    down. None if neither is needed.
    """
    size, maps = (kept.width, kept.height), ()
    if taken.lenses:
        maps = (_lens_maps(taken.lenses[i], tuple(taken.K.ravel())), None)
    elif taken.dist.any():
        # OpenCV's pixel centres are whole numbers.
        K = taken.K - [[0, 0, 0.5], [0, 0, 0.5], [0, 0, 0]]
        maps = cv2.initUndistortRectifyMap(
            K, taken.dist, None, K, (taken.width, taken.height), cv2.CV_32FC1
        )
    if not maps and size == (taken.width, taken.height):
        return None

    def warp(image: np.ndarray) -> np.ndarray:
        image = cv2.remap(image, *maps, cv2.INTER_LINEAR) if maps else image
        return cv2.resize(image, size, interpolation=cv2.INTER_AREA)

    return warp


@lru_cache(maxsize=8)
def _lens_maps(lens: Lens, K: tuple[float, ...]) -> np.ndarray:
    return lens.maps(np.reshape(K, (3, 3)))
