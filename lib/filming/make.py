"""A film, or a folder of photos, becomes a capture folder: frames, head masks, cameras.

Every step can be replaced: masks of another program, a COLMAP model of these very frames.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import cv2
import numpy as np
import torch

from lib.capture.cameras import Cameras, read_cameras
from lib.capture.errors import CaptureError
from lib.capture.faces import CHIN, FOREHEAD, Face, find_face, head_box
from lib.capture.files import find_files
from lib.capture.photos import decoded, mask_values
from lib.capture.place import spread
from lib.filming.background import STANDS, shows_much, stands_still
from lib.filming.film import Film, read_frames
from lib.filming.frames import Choice
from lib.filming.heads import NeckCut, hair_masks, head_masks
from lib.filming.matte import person_matte
from lib.filming.poses import Poses, solve_poses
from lib.filming.upright import Alignment, align
from lib.workbook.settings import Settings

HULL_BOUND = 1.25  # head and collar lie inside
BELOW_CHIN = 0.15  # of the face's height, which still counts as head before its mask is made
THREADS = 8  # at most; each holds one picture


@dataclass
class Making:
    """A capture under construction: the results of each step. Frames are in the order of their
    names.

    film, choice: see `film` and `frames`. names, photos: N frames, (H,W,3) uint8 RGB. faces:
    results of `find_face`. mattes: (N,H,W) uint8 of the whole person. mattes_from: a folder of the
    user's own masks, which are used as they are. model_from: the user's own COLMAP model. Both are
    "" if they were made here. poses, alignment, cameras, masks, hair: of the frames that registered
    and stay. spared: names of frames that registered but are close to others. corrections: what a
    person changed, in words, see `corrected`. made_of: see `film_identity`.
    """

    film: Film
    choice: Choice
    names: list[str]
    photos: list[np.ndarray]
    faces: list[Face | None]
    mattes: np.ndarray | None = None
    mattes_from: str = ""
    model_from: str = ""
    poses: Poses | None = None
    alignment: Alignment | None = None
    cameras: Cameras | None = None
    masks: np.ndarray | None = None
    cut: NeckCut | None = None
    hair: np.ndarray | None = None
    hair_how: str = ""
    spared: list[str] = field(default_factory=list)
    corrections: list[str] = field(default_factory=list)
    made_of: dict = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    @property
    def brought(self) -> bool:
        """Whether the mattes are the user's own masks."""
        return bool(self.mattes_from)

    @property
    def sway_mm(self) -> float | None:
        """How far the head moved against the room, root mean square; None where unknown."""
        if not self.poses.sway or self.alignment.mm_per_unit is None:
            return None
        return self.poses.sway * self.alignment.scale * self.alignment.mm_per_unit

    @property
    def kept(self) -> list[int]:
        """Indices of the frames that have a camera and stay."""
        return [self.names.index(name) for name in self.cameras.names]


def take_frames(choice: Choice, settings: Settings) -> Making:
    """Return the frames of choice.chosen, which a person may have changed."""
    film, side = choice.film, settings.film.max_side
    photos = [photo for _, _, photo in read_frames(film, choice.chosen, side)]
    names = [film.name(number) for number in choice.chosen]
    faces = [find_face(photo) for photo in photos]
    made_of = film_identity(film.path, settings)
    return Making(
        film, choice, names, photos, faces, made_of=made_of, warnings=list(choice.warnings)
    )


def film_identity(film: Path, settings: Settings) -> dict:
    """Return what a capture is made of: the bytes of the film or photos, and the settings that
    count.
    """
    digest = hashlib.sha1()
    for path in sorted(film.iterdir()) if film.is_dir() else [film]:
        if path.is_file() and not path.name.startswith("."):
            digest.update(path.name.encode() if film.is_dir() else b"")
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha1").digest())
    return {"sha1": digest.hexdigest(), **asdict(settings.film)}


def add_mattes(
    making: Making,
    folder: str | Path = "",
    progress: Callable[[Iterable], Iterable] = iter,
) -> None:
    """Fill in the mattes: the person in each frame, or the masks of the folder."""
    making.mattes_from = str(folder)
    if making.brought:
        paths = find_files(Path(folder), making.names, "mask")
        masks = [mask_values(decoded(path)[0], path) for path in paths]
        shape = making.photos[0].shape[:2]
        for path, mask in zip(paths, masks, strict=True):
            if abs(mask.shape[0] / mask.shape[1] / (shape[0] / shape[1]) - 1) > 0.01:
                raise CaptureError(
                    f"{path}: expected a mask of the frame's shape, {shape[1]} x {shape[0]} px, "
                    f"found {mask.shape[1]} x {mask.shape[0]}; turn or crop it alike"
                )
        size = shape[::-1]
        making.mattes = np.stack([cv2.resize(m, size, interpolation=cv2.INTER_AREA) for m in masks])
        return
    kind = "person" if making.choice.has_face else "bright"

    def matte(photo: np.ndarray) -> np.ndarray:
        return np.round(255 * person_matte(photo, kind)).astype(np.uint8)

    with ThreadPoolExecutor(min(THREADS, torch.get_num_threads())) as pool:
        making.mattes = np.stack(list(progress(pool.map(matte, making.photos))))


def rough_heads(making: Making) -> list[np.ndarray]:
    """Return the head (H,W) bool of each frame, roughly: the person above the chin, or the user's
    own mask.
    """
    heads = []
    for face, matte in zip(making.faces, making.mattes, strict=True):
        head = matte > 127
        if not making.brought and making.choice.has_face:
            head = head & (np.arange(len(head))[:, None] < _lowest(face, matte))
        heads.append(head)
    return heads


def _lowest(face: Face | None, matte: np.ndarray) -> float:
    """Return the row below which a picture certainly shows no head."""
    if face is not None and face.landmarks is not None:
        top, chin = face.landmarks[FOREHEAD, 1], face.landmarks[CHIN, 1]
        return chin + BELOW_CHIN * (chin - top)
    if face is not None:
        return face.box[3] + BELOW_CHIN * (face.box[3] - face.box[1])
    box = head_box(matte / 255.0)
    return len(matte) if box is None else box[3]


def add_cameras(
    making: Making, model: str | Path = "", tell: Callable[[str], None] = lambda words: None
) -> None:
    """Fill in poses, alignment and cameras: computed, or read from a COLMAP model of these frames.

    tell: called with what starts next. If more frames register than were asked for, those stay that
    are even in angle around the head.
    """
    making.model_from = str(model)
    heads = rough_heads(making)
    people = [matte > 127 for matte in making.mattes]
    room_stands = stands_still(making.photos, people)
    if not making.model_from:
        height, width = making.photos[0].shape[:2]
        focal = making.film.focal_px
        if focal is not None:
            focal *= max(height, width) / max(making.film.width, making.film.height)
        making.poses = solve_poses(
            making.photos,
            making.names,
            heads,
            focal,
            room_stands,
            tell,
            room_first=shows_much(making.photos, people),
            times=_times(making),
        )
    else:
        making.poses = _read_model(Path(model), making)
    making.cameras = making.poses.cameras
    if room_stands:
        making.warnings.append(STANDS)
    kept = making.kept
    faces = making.faces if making.choice.has_face else [None] * len(making.faces)
    meshes = [faces[i].landmarks if faces[i] else None for i in kept]
    making.alignment = align(making.cameras, meshes, [heads[i] for i in kept])
    making.cameras = making.alignment.cameras(making.cameras)
    making.warnings += making.poses.warnings
    if making.choice.n_kept is not None:
        found = making.cameras
        stay = spread(range(len(found)), found.c2w[:, :3, 3], making.choice.n_kept)
        making.cameras = found.subset(stay)
        making.spared = [name for name in found.names if name not in making.cameras.names]


def _times(making: Making) -> list[float] | None:
    """Return the second of each frame in the film; None for photos."""
    film = making.film
    if film.photos:
        return None
    measured = {seen.number: seen.t for seen in making.choice.looks}
    return [measured.get(n, n / max(film.fps, 1.0)) for n in making.choice.chosen]


def _read_model(folder: Path, making: Making) -> Poses:
    """Return the cameras of a COLMAP model whose pictures are named like these frames."""
    settings = Settings()
    settings.data.meta_path, settings.data.recentre = folder.name, False
    found = read_cameras(folder.parent, settings)
    known = [i for i, name in enumerate(found.names) if name in making.names]
    if not known:
        raise CaptureError(
            f"{folder}: expected a model of frames named like {making.names[0]}, found "
            f"{found.names[0]}; export these frames and solve those"
        )
    height, width = making.photos[0].shape[:2]
    cameras = found.subset(known)
    if abs(cameras.width / cameras.height / (width / height) - 1) > 0.01 or cameras.lenses:
        raise CaptureError(
            f"{folder}: expected one pinhole or OPENCV camera of {width} x {height} px, found "
            f"{cameras.width} x {cameras.height}{' and another lens' if cameras.lenses else ''}; "
            "solve the frames as they were written"
        )
    cameras = cameras.scaled(cameras.width / width)
    lost = [name for name in making.names if name not in cameras.names]
    return Poses(cameras, lost, np.empty((0, 3)), float("nan"), f"read from {folder.name}")


def add_masks(making: Making) -> None:
    """Fill in the head masks: consistent over all views and cut at the neck, or the user's own; and
    hair masks, if colours separate hair from skin.
    """
    kept = making.kept
    photos, mattes = [making.photos[i] for i in kept], making.mattes[kept]
    landmarks = making.alignment.landmarks
    if making.brought:
        making.masks, making.cut = mattes, None
    else:
        making.masks, making.cut = head_masks(mattes, photos, making.cameras, landmarks, HULL_BOUND)
    if landmarks is None:
        making.hair, making.hair_how = None, "no hair masks: no face"
    else:
        making.hair, making.hair_how = hair_masks(
            making.masks, photos, making.cameras, landmarks, HULL_BOUND
        )


def corrected(
    making: Making,
    settings: Settings,
    take: Collection[int] = (),
    leave: Collection[int] = (),
    masks: str | Path = "",
    model: str | Path = "",
    tell: Callable[[str], None] = lambda words: None,
) -> Making:
    """Return the capture made anew with a person's corrections; `making` itself if there are none.

    take, leave: numbers of frames to add, and to leave out. masks, model: a folder of head masks
    and a COLMAP model, both of these frames. All frames that are asked for stay if they register.
    """
    before = making.choice.chosen
    if making.cameras is not None and (take or leave):
        stay = set(making.cameras.names)
        before = [number for number in before if making.film.name(number) in stay]
    chosen = sorted({*before, *take} - {*leave})
    said = [
        f"{what} {', '.join(map(str, sorted(numbers)))}"
        for what, numbers in (("taken:", take), ("left out:", leave))
        if numbers
    ]
    said += [f"masks of {masks}"] if str(masks) != making.mattes_from else []
    said += [f"model of {model}"] if str(model) != making.model_from else []
    if not said:
        return making
    choice = replace(making.choice, chosen=chosen, n_kept=None) if take or leave else making.choice
    new = take_frames(choice, settings)
    new.corrections = [*making.corrections, *said]
    add_mattes(new, masks)
    add_cameras(new, model, tell)
    add_masks(new)
    return new
