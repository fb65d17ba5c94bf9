"""What a rendered capture knows of itself: normals, positions and parts of held-out frames, and its
eyes.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from lib.capture.cameras import Cameras
from lib.render.raster import interpolate, rasterize

if TYPE_CHECKING:
    import trimesh

MOST_BYTES = 2_000_000_000  # of a frame's maps once they are unpacked
# Meshes, in the order of the part numbers: skin, hair, left eye, right eye.
PARTS = ("head", "hair", "leye", "reye")


class Truth:
    """The truth of a capture: its gt.json, and a folder of per-frame .npz files or of meshes.

    `folder` holds heldout/<frame>.npz or mesh/{head,hair,leye,reye}.ply; by default the capture's
    own gt/.
    """

    def __init__(self, capture: Path, folder: Path | None = None):
        self.folder = Path(folder or Path(capture) / "gt")
        path = next(
            (p for p in (Path(capture) / "gt.json", self.folder.parent / "gt.json") if p.is_file()),
            None,
        )
        if path is None:
            raise ValueError(
                f"{capture}/gt.json: expected the truth of a rendered capture, found none"
            )
        if not self.folder.is_dir():
            raise ValueError(f"{self.folder}: expected the truth's folder, found none; name it")
        try:
            gt = json.loads(path.read_text())
            self.mm_per_unit = float(gt["mm_per_unit"])
            self.eyes = _eyes(gt["eyes"])
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
            raise ValueError(
                f"{path}: expected JSON with mm_per_unit and eyes, found: {str(error)[:60]}; "
                "remove it, or write it again"
            ) from None
        self._mesh: tuple[np.ndarray, ...] | None = None

    def frame(self, cameras: Cameras, i: int) -> dict[str, np.ndarray]:
        """Return `position`, `normal` (H, W, 3), `part` (H, W) and, if known, `albedo` of frame i
        at the cameras' size.

        World units and frame; part -1 is background.
        """
        file = self.folder / "heldout" / f"{cameras.names[i]}.npz"
        if file.is_file():
            return _at_size(_read_maps(file), cameras.height, cameras.width)
        v_pos, v_nrm, faces, part = self._meshes()
        seen = rasterize(v_pos, faces, cameras.c2w[i], cameras.K, (cameras.height, cameras.width))
        return {
            "position": interpolate(v_pos, faces, seen),
            "normal": interpolate(v_nrm, faces, seen),
            "part": np.where(seen.face_id >= 0, part[np.maximum(seen.face_id, 0)], -1),
        }

    def _meshes(self) -> tuple[np.ndarray, ...]:
        if self._mesh is None:
            meshes = []
            for name in PARTS:
                path = self.folder / "mesh" / f"{name}.ply"
                if not path.is_file():
                    raise ValueError(
                        f"{path}: expected it, or heldout/<frame>.npz, for the truth; found neither"
                    )
                meshes.append(_read_mesh(path))
            first = np.cumsum([0] + [len(mesh.vertices) for mesh in meshes[:-1]])
            self._mesh = (
                np.concatenate([mesh.vertices for mesh in meshes]).astype(np.float32),
                np.concatenate([mesh.vertex_normals for mesh in meshes]).astype(np.float32),
                np.concatenate(
                    [mesh.faces + n for mesh, n in zip(meshes, first, strict=True)]
                ).astype(np.int32),
                np.repeat(np.arange(len(PARTS)), [len(mesh.faces) for mesh in meshes]),
            )
        return self._mesh


def _eyes(found: dict) -> dict:
    """Return the eyes of a gt.json: of leye and reye a center (3,) and a radius, finite."""
    for side in ("leye", "reye"):
        values = np.array([*found[side]["center"], found[side]["radius"]], np.float64)
        if values.shape != (4,) or not np.isfinite(values).all():
            raise ValueError(f"{side} without a center of three numbers and a radius")
    return found


def _read_mesh(path: Path) -> trimesh.Trimesh:
    """Return the mesh of a PLY file, which may come from a stranger: no other file is read."""
    # here, because captures that bring images of the truth need not wait for it
    import trimesh

    try:
        with path.open("rb") as file:
            mesh = trimesh.load(file, file_type="ply", process=False)
        if not isinstance(mesh, trimesh.Trimesh) or not len(mesh.faces):
            raise ValueError(f"a {type(mesh).__name__} without triangles")
        n, faces = len(mesh.vertices), np.asarray(mesh.faces)
        if not np.isfinite(mesh.vertices).all() or faces.min() < 0 or faces.max() >= n:
            raise ValueError("vertices that are not finite, or faces of others")
    except Exception as error:  # trimesh promises no type for a damaged file
        raise ValueError(
            f"{path}: expected a mesh of triangles, found: {type(error).__name__}: "
            f"{str(error)[:60]}; remove gt/, or write it again"
        ) from None
    return mesh


def _read_maps(file: Path) -> dict[str, np.ndarray]:
    """Return the arrays of an npz, which may come from a stranger."""
    try:
        with zipfile.ZipFile(file) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MOST_BYTES:
                raise ValueError(f"more than {MOST_BYTES / 1e9:.0f} GB unpacked")
        with np.load(file, allow_pickle=False) as found:
            maps = dict(found)
        shape = maps["part"].shape
        if maps["part"].ndim != 2 or any(map.shape[:2] != shape for map in maps.values()):
            raise ValueError("maps of several sizes")
        if any(maps[name].shape != (*shape, 3) for name in ("position", "normal")):
            raise ValueError("positions or normals without three channels")
        if any(map.dtype.kind not in "biuf" for map in maps.values()):
            raise ValueError("values that are no numbers")
        return maps
    except Exception as error:  # zipfile and NumPy promise no type for a damaged file
        raise ValueError(
            f"{file}: expected maps position, normal and part, found: {str(error)[:60]}; "
            "remove gt/, or write it again"
        ) from None


def truth_of(capture: Path) -> Truth | None:
    """Return the truth that a capture brings itself (gt.json and gt/), or None."""
    known = (Path(capture) / "gt.json").is_file() and (Path(capture) / "gt").is_dir()
    return Truth(capture) if known else None


def _at_size(maps: dict[str, np.ndarray], height: int, width: int) -> dict[str, np.ndarray]:
    """Return the maps at the pixel nearest to each pixel centre of a smaller photo: angles must not
    be averaged.
    """
    full_height, full_width = maps["part"].shape
    rows = ((np.arange(height) + 0.5) * full_height / height).astype(int)
    cols = ((np.arange(width) + 0.5) * full_width / width).astype(int)
    out = {name: values[np.ix_(rows, cols)] for name, values in maps.items()}
    return out | {"albedo": out["albedo"] / 255.0} if "albedo" in out else out
