"""SIFT features of a film's frames, by COLMAP, and which frames are worth matching."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import torch

from lib.filming.colmap import pycolmap

USUAL_FOCAL = 0.8  # of the longer side: a phone's main camera while it films, where nobody says it
PEAK = {True: 0.002, False: 0.004}  # of SIFT's contrast: skin, on the head alone, is smooth
N_FEATURES = 2000  # a picture, the largest first
RIM = 0.008  # of the longer side, inside a mask's edge, where features hang on the background
MAX_PAIRS = 2000  # of pictures to match
NEIGHBOURS = 2  # to either side, with which each frame is matched whatever it looks like
N_LOOKS = 512  # features of a picture, the largest, by which pairs are chosen
LOOKS_ALIKE = 8  # such features that a pair must share; by chance it is two or three
RATIO = 0.8  # of a feature's distance to its match over that to the next, at most
MEMORY = 2e9  # bytes that the threads which extract features may take together
BYTES_A_PIXEL = 200  # that such a thread takes: some 13 pictures of twice the width, as floats


def picture_name(number: int) -> str:
    """Return the name under which COLMAP knows frame `number`. Names of photos will not do: its
    lists of pairs are split at spaces.
    """
    return f"{number:05d}.png"


def frame_number(image: pycolmap.Image) -> int:
    """Return the number of the frame that is stored as this image, see `picture_name`."""
    return int(Path(image.name).stem)


def write_pictures(
    folder: Path, photos: Sequence[np.ndarray], heads: Sequence[np.ndarray], masked: bool
) -> None:
    """Write the pictures that features are taken from, and their masks if they are masked."""
    for part in ("image", "mask"):
        (folder / part).mkdir(parents=True)
    for i, (photo, head) in enumerate(zip(photos, heads, strict=True)):
        name = picture_name(i)
        if masked:
            inner, outer = _rims(head)
            cv2.imwrite(str(folder / "mask" / f"{name}.png"), inner)
            photo = np.where(outer[..., None], photo, photo[head].mean(0).astype(np.uint8))
        cv2.imwrite(str(folder / "image" / name), photo[..., ::-1])


def _rims(head: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the head without its rim, uint8, 255 inside; and with one more rim, bool; both (H,W).

    COLMAP masks only after it chose the strongest features. So the rest is painted over as well.
    """
    side = 2 * round(RIM * max(head.shape)) + 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    whole = head.astype(np.uint8)
    return cv2.erode(whole, kernel) * np.uint8(255), cv2.dilate(whole, kernel) > 0


def extract(
    database: Path,
    folder: Path,
    size: tuple[int, int],
    masked: bool,
    focal_px: float | None,
    n_threads: int,
) -> None:
    """Extract the SIFT features of all pictures, of `size` (H, W). On the head alone (masked) they
    are few, so they get an affine shape and are pooled over sizes.
    """
    height, width = size
    focal = focal_px or USUAL_FOCAL * max(size)
    reader = pycolmap.ImageReaderOptions()
    reader.camera_model = "RADIAL"
    reader.camera_params = f"{focal},{width / 2},{height / 2},0,0"
    if masked:
        reader.mask_path = folder / "mask"
    options = pycolmap.FeatureExtractionOptions()
    options.use_gpu = False
    options.num_threads = max(1, min(n_threads, int(MEMORY / (BYTES_A_PIXEL * height * width))))
    options.sift.max_num_features = N_FEATURES
    options.sift.peak_threshold = PEAK[masked]
    options.sift.estimate_affine_shape = masked  # minutes on whole pictures, which do without
    options.sift.domain_size_pooling = masked
    pycolmap.extract_features(
        database,
        folder / "image",
        camera_mode=pycolmap.CameraMode.SINGLE,
        reader_options=reader,
        extraction_options=options,
        device=pycolmap.Device.cpu,
    )


def likeness(database: Path, n_frames: int) -> np.ndarray:
    """Return how many of the largest features of two pictures are each other's nearest, (N,N) for i
    < j.
    """
    with pycolmap.Database.open(database) as stored:
        keys = {image.name: image.image_id for image in stored.read_all_images()}
        largest = torch.zeros(n_frames, N_LOOKS, 128)  # where a picture has fewer, zeros
        for i in range(n_frames):
            key = keys[picture_name(i)]
            affine = stored.read_keypoints(key)[:, 2:]
            size = np.hypot(affine[:, 0], affine[:, 2] if affine.shape[1] > 2 else 0)
            values = stored.read_descriptors(key).data[np.argsort(-size)[:N_LOOKS]]
            largest[i, : len(values)] = torch.from_numpy(values).float()
    largest = torch.nn.functional.normalize(largest, dim=2)
    alike = np.zeros((n_frames, n_frames), int)
    for i in range(n_frames - 1):  # one picture with all that follow
        cosine = largest[i] @ largest[i + 1 :].mT  # (others, features of i, features of theirs)
        back = cosine.argmax(1)
        best, nearest = cosine.max(2)
        mutual = back.gather(1, nearest) == torch.arange(N_LOOKS)
        second = cosine.scatter_(2, nearest[..., None], -1.0).amax(2)
        clear = 1 - best < RATIO**2 * (1 - second)
        alike[i, i + 1 :] = (mutual & clear).sum(1).numpy()
    return alike


def pairs_to_match(alike: np.ndarray) -> list[tuple[int, int]]:
    """Return pairs (i, j), i < j, of frames in the film's order: neighbours, and the MAX_PAIRS most
    similar pairs that share at least LOOKS_ALIKE features. alike: (N,N), see `likeness`.
    """
    i, j = np.triu_indices(len(alike), 1)
    near = j - i <= NEIGHBOURS
    count = np.where(near, alike.max() + 1, alike[i, j])
    order = np.argsort(-count, kind="stable")[:MAX_PAIRS]
    chosen = order[(near | (count >= LOOKS_ALIKE))[order]]
    return sorted(zip(i[chosen].tolist(), j[chosen].tolist(), strict=True))
