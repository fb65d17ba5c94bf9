"""A film, or a folder of photos, becomes a capture folder: frames, head masks, cameras.

Every step can be replaced: masks of another program, a COLMAP model of these very frames. The
folder is written beside its place and renamed whole; one that is there already is never touched.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path

import cv2
import numpy as np
import psutil

from lib.capture.background import STANDS, stands_still
from lib.capture.cameras import Cameras, read_cameras
from lib.capture.errors import CaptureError
from lib.capture.faces import CHIN, FOREHEAD, Face, find_face
from lib.capture.files import find_files
from lib.capture.film import Film, read_frames
from lib.capture.finding import Finding
from lib.capture.frames import Choice, head_box, spread
from lib.capture.heads import NeckCut, hair_masks, head_masks
from lib.capture.matte import person_matte
from lib.capture.photos import decoded, mask_values
from lib.capture.poses import Poses, solve_poses
from lib.capture.upright import Alignment, align
from lib.workbook.settings import Settings

HULL_BOUND = 1.25  # head and collar lie inside
BELOW_CHIN = 0.15  # of the face's height, which still counts as head before its mask is made
THREADS = 2  # each holds one picture

CONFIG = """\
# Written with this capture from {film}. Each line is an assumption that you may correct.
data:
  eyes: {eyes}           # none: no face was found, so there are no eyes to model
light:
  # The flash sits a centimetre or two beside the lens, phones balance colours and bend tones, and
  # nobody has measured how strong their flash is. So all of these are learned from the photos.
  intensity: null      # estimated from the photos' brightness, then scaled by the gains
  color: [1.0, 1.0, 1.0]  # white: the phone balances its colours to the flash
  gamma: {gamma}           # photo = linear ** (1 / gamma)
  fit_offset: true     # where the flash sits beside the lens
  fit_gain: true       # the strength of the flash in every frame: automatic exposure
  fit_tone: true       # how the phone's tone curve differs from the gamma's
  fit_pose: true       # the cameras are found by features: a pixel off at the most
"""


@dataclass
class Making:
    """A capture on its way: what each step found. Frames are in the order of their names.

    film, choice: see `film` and `frames`. names, photos: N frames, (H,W,3) uint8 RGB. faces: what
    `find_face` sees in them. mattes: (N,H,W) uint8 of the whole person. brought: the mattes are
    masks that the person brought, and are used as they are. poses, alignment, cameras, masks, hair:
    of the frames that registered and stay. spared: names of those that registered, too, and stand
    close to others. made_of: see `film_identity`.
    """

    film: Film
    choice: Choice
    names: list[str]
    photos: list[np.ndarray]
    faces: list[Face | None]
    mattes: np.ndarray | None = None
    brought: bool = False
    poses: Poses | None = None
    alignment: Alignment | None = None
    cameras: Cameras | None = None
    masks: np.ndarray | None = None
    cut: NeckCut | None = None
    hair: np.ndarray | None = None
    hair_how: str = ""
    spared: list[str] = field(default_factory=list)
    made_of: dict = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    @property
    def kept(self) -> list[int]:
        """Indices of the frames that have a camera and stay."""
        return [self.names.index(name) for name in self.cameras.names]


def take_frames(choice: Choice, settings: Settings) -> Making:
    """The frames of choice.chosen, which a person may have changed."""
    film, side = choice.film, settings.film.max_side
    photos = [photo for _, _, photo in read_frames(film, choice.chosen, side)]
    names = [film.name(number) for number in choice.chosen]
    faces = [find_face(photo) for photo in photos]
    made_of = film_identity(film.path, settings)
    return Making(
        film, choice, names, photos, faces, made_of=made_of, warnings=list(choice.warnings)
    )


def film_identity(film: Path, settings: Settings) -> dict:
    """What a capture is made of: the film's or the photos' bytes, and the settings that count."""
    digest = hashlib.sha1()
    for path in sorted(film.iterdir()) if film.is_dir() else [film]:
        if path.is_file() and not path.name.startswith("."):
            digest.update(path.name.encode() if film.is_dir() else b"")
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha1").digest())
    return {"sha1": digest.hexdigest(), **asdict(settings.film)}


def add_mattes(making: Making, folder: str | Path | None = None) -> None:
    """Fill in the mattes: of the person in each frame, or the masks in the folder as they are."""
    if folder is not None:
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
        making.brought = True
        return
    kind = "person" if making.choice.has_face else "bright"

    def matte(photo: np.ndarray) -> np.ndarray:
        return np.round(255 * person_matte(photo, kind)).astype(np.uint8)

    with ThreadPoolExecutor(THREADS) as pool:
        making.mattes = np.stack(list(pool.map(matte, making.photos)))
    making.brought = False


def rough_heads(making: Making) -> list[np.ndarray]:
    """(H,W) bool of each frame: the person above the chin, or what a person brought."""
    heads = []
    for face, matte in zip(making.faces, making.mattes, strict=True):
        head = matte > 127
        if not making.brought and making.choice.has_face:
            head = head & (np.arange(len(head))[:, None] < _lowest(face, matte))
        heads.append(head)
    return heads


def _lowest(face: Face | None, matte: np.ndarray) -> float:
    """Row below which a picture shows no head for sure."""
    if face is not None and face.landmarks is not None:
        top, chin = face.landmarks[FOREHEAD, 1], face.landmarks[CHIN, 1]
        return chin + BELOW_CHIN * (chin - top)
    if face is not None:
        return face.box[3] + BELOW_CHIN * (face.box[3] - face.box[1])
    box = head_box(matte / 255.0)
    return len(matte) if box is None else box[3]


def add_cameras(making: Making, model: str | Path | None = None) -> None:
    """Fill in poses, alignment and cameras: found, or read from a COLMAP model of these frames.

    Of more frames than asked for, those stay that stand evenly in angle around the head.
    """
    heads = rough_heads(making)
    room_stands = stands_still(making.photos, [matte > 127 for matte in making.mattes])
    if model is None:
        height, width = making.photos[0].shape[:2]
        focal = making.film.focal_px
        if focal is not None:
            focal *= max(height, width) / max(making.film.width, making.film.height)
        making.poses = solve_poses(making.photos, making.names, heads, focal, room_stands)
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


def _read_model(folder: Path, making: Making) -> Poses:
    """The cameras of a COLMAP model whose pictures are named like these frames."""
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
    """Fill in the head masks: agreed over all views and cut at the neck, or as brought; and hair
    masks where colours tell hair from skin.
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


def write_capture(making: Making, folder: str | Path, verdict: Sequence[Finding] = ()) -> Path:
    """Write the capture folder, whole or not at all; one that exists is never overwritten."""
    folder = Path(folder)
    need_free(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    sweep(folder)
    prefix = f"{_scratch_of(folder)}{os.getpid()}."
    with tempfile.TemporaryDirectory(prefix=prefix, dir=folder.parent) as scratch:
        whole = Path(scratch) / folder.name
        _write_pictures(making, whole)
        _write_text(whole / "transforms_aligned.json", _transforms(making.cameras))
        _write_text(whole / "capture.json", _record(making, verdict))
        config = CONFIG.format(
            film=making.film.path.name,
            eyes="none" if making.alignment.landmarks is None else "auto",
            gamma=2.2,
        )
        (whole / "config.yaml").write_text(config, encoding="utf-8")
        need_free(folder)
        os.rename(whole, folder)
    return folder


def sweep(folder: Path) -> None:
    """Remove what a writer of this capture has left behind that was killed."""
    for path in folder.parent.glob(".*"):
        if path.name.startswith(_scratch_of(folder)):
            pid = path.name.removeprefix(_scratch_of(folder)).split(".")[0]
            if pid.isdigit() and not psutil.pid_exists(int(pid)):
                shutil.rmtree(path, ignore_errors=True)


def _scratch_of(folder: Path) -> str:
    """How the folder's name begins in which a capture is written."""
    return f".{folder.name}.in_work."


def need_free(folder: Path) -> None:
    """Raise where something lies at the folder's place already."""
    if folder.exists():
        raise CaptureError(
            f"{folder}: expected a new folder for the capture, found one that exists and is never "
            "overwritten; name another, or remove it"
        )


def _write_pictures(making: Making, folder: Path) -> None:
    parts = {"image": [making.photos[i][..., ::-1] for i in making.kept], "mask": making.masks}
    if making.hair is not None:
        parts["hair_mask"] = making.hair
    for part, pictures in parts.items():
        (folder / part).mkdir(parents=True)
        for name, picture in zip(making.cameras.names, pictures, strict=True):
            path = folder / part / f"{name}.png"
            if not cv2.imwrite(str(path), picture):
                raise CaptureError(f"{path}: expected to write a picture, found no room; make some")


def _transforms(cameras: Cameras) -> dict:
    """What transforms_aligned.json holds: OpenCV camera-to-world matrices, one lens."""
    (fx, _, cx), (_, fy, cy), _ = cameras.K.tolist()
    k1, k2, p1, p2 = cameras.dist.tolist()
    return {
        "w": cameras.width,
        "h": cameras.height,
        **{"fl_x": fx, "fl_y": fy, "cx": cx, "cy": cy, "k1": k1, "k2": k2, "p1": p1, "p2": p2},
        "frames": [
            {"file_path": f"image/{name}.png", "transform_matrix": c2w.tolist()}
            for name, c2w in zip(cameras.names, cameras.c2w, strict=True)
        ],
    }


def _record(making: Making, verdict: Sequence[Finding]) -> dict:
    """What capture.json holds: what was measured on the way, and how."""
    film, alignment, poses = making.film, making.alignment, making.poses
    return {
        "kind": "capture",
        "version": 1,
        "film": {
            "name": film.path.name,
            "width": film.width,
            "height": film.height,
            "fps": film.fps,
            "transfer": film.transfer,
            "codec": film.codec,
        },
        "made_of": making.made_of,
        "frames_chosen": [name for name in making.names if name not in making.spared],
        "frames_registered": making.cameras.names,
        "frames_lost": poses.lost,
        "frames_spared": making.spared,
        "cameras": f"features on {poses.how}" if making.poses.points.size else poses.how,
        "error_px": None if np.isnan(poses.error_px) else poses.error_px,
        "focal_px": {"found": making.cameras.K[0, 0], "full_size_by_metadata": film.focal_px},
        "mm_per_unit": alignment.mm_per_unit,
        "mm_per_unit_sd": alignment.mm_sd,
        "world": alignment.how,
        "masks": "brought" if making.brought else making.cut.how if making.cut else "no neck cut",
        "hair_masks": making.hair_how,
        "warnings": making.warnings,
        "verdict": [asdict(finding) for finding in verdict],
        "versions": {name: version(name) for name in ("pycolmap", "mediapipe", "av", "numpy")},
    }


def _write_text(path: Path, payload: dict) -> None:
    path.write_text(json.dumps(payload, indent=1) + "\n", encoding="utf-8")
