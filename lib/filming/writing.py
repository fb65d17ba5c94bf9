"""A capture folder is written: beside its place, then renamed whole; none is ever overwritten."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

import cv2
import numpy as np
import psutil

from lib.capture.cameras import Cameras
from lib.capture.errors import CaptureError
from lib.capture.finding import Finding
from lib.filming.make import Making

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
  fit_pose: false      # these cameras are good to a pixel; fitting them further did not help
"""


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
    """Return how the folder's name begins in which a capture is written."""
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
    """Return what transforms_aligned.json holds: OpenCV camera-to-world matrices, one lens."""
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
    """Return what capture.json holds: what was measured on the way, and how."""
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
        "head_sway_mm": making.sway_mm,
        "focal_px": {"found": making.cameras.K[0, 0], "full_size_by_metadata": film.focal_px},
        "mm_per_unit": alignment.mm_per_unit,
        "mm_per_unit_sd": alignment.mm_sd,
        "world": alignment.how,
        "masks": "brought" if making.brought else making.cut.how if making.cut else "no neck cut",
        "hair_masks": making.hair_how,
        "corrections": making.corrections,
        "warnings": making.warnings,
        "verdict": [asdict(finding) for finding in verdict],
        "versions": {name: version(name) for name in ("pycolmap", "mediapipe", "av", "numpy")},
    }


def _write_text(path: Path, payload: dict) -> None:
    path.write_text(json.dumps(payload, indent=1) + "\n", encoding="utf-8")
