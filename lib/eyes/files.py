"""eyes.json: both eyeballs as a file, and where their masks are."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from lib.eyes.eyeballs import FROM_SETTINGS, Eye, Eyes
from lib.label.picks import SIDES, PickError
from lib.workbook.workspace import read_json, write_json

KIND = "eyes"


def write_eyes_json(path: str | Path, eyes: Eyes) -> None:
    """Write eyes.json, whole or not at all."""
    sides = {
        side: {
            "landmarks": eye.landmarks,
            "center": eye.center,
            "radius": eye.radius,
            "gaze": eye.gaze,
            "residuals_px": eye.residuals_px,
            "covariance": eye.covariance,
            "center_sd": eye.center_sd,
            "mark_sd": eye.mark_sd,
        }
        for side, eye in eyes
    }
    write_json(
        Path(path),
        KIND,
        sides | {"source": eyes.source, "outliers": eyes.outliers, "notes": eyes.notes},
    )


def read_eyes(path: str | Path) -> Eyes:
    """Return the eyes of an eyes.json; every entry is checked."""
    data = read_json(Path(path), KIND)
    try:
        eyes = {}
        for side in SIDES:
            entry = data[side]
            eyes[side] = Eye(
                {n: _array(p, (3,)) for n, p in entry["landmarks"].items()},
                _array(entry["center"], (3,)),
                float(_array(entry["radius"], ())),
                _array(entry["gaze"], (3,)),
                {n: float(r) for n, r in entry.get("residuals_px", {}).items()},
                {n: _array(c, (3, 3)) for n, c in entry.get("covariance", {}).items()},
                None if entry.get("center_sd") is None else float(_array(entry["center_sd"], ())),
                {n: float(_array(r, ())) for n, r in entry.get("mark_sd", {}).items()},
            )
        made = Eyes(
            **eyes,
            source=str(data["source"]),
            outliers=list(data.get("outliers", [])),
            notes=list(data.get("notes", [])),
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise PickError(
            f"{path}: expected left and right, each with landmarks, center, radius and gaze in "
            f"finite numbers, found a wrong or missing entry: {str(error)[:80]}; repeat "
            "05_triangulate_eyes"
        ) from error
    if not made.left.radius > 0 or not made.right.radius > 0:
        raise PickError(
            f"{path}: expected radii above 0, found {made.left.radius}, {made.right.radius}"
        )
    return made


def mask_folder(folder: str | Path, eyes: Eyes) -> Path | None:
    """Return the folder of the eye masks that belong to these eyes: `folder`, that of the eyes
    step, or None if the masks are the capture's own.
    """
    return None if eyes.source == FROM_SETTINGS else Path(folder)


def _array(values: object, shape: tuple[int, ...]) -> np.ndarray:
    array = np.array(values, np.float64)
    if array.shape != shape or not np.isfinite(array).all():
        raise ValueError(f"expected finite numbers of shape {shape}, got {str(values)[:60]}")
    return array
