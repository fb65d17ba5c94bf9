"""Picks: what a person marked on photos or on the stage-1 map, as a checked file.

A pick file (eyes/picks.json, or eye_picks.json in a capture) is JSON:

    {"kind": "eye_picks", "version": 1,
     "frames": {"00012": {"left": {"landmarks": {"iris_inner": [x, y], ...},
                                   "region": [[[x, y], ...], ...]},
                          "right": {...}}},
     "map": {"left": {...}, "right": {...}}, "map_mesh": "3f2a..."}

`frames` is in pixels of the photo as it was taken (pixel centres at +0.5). These picks stay valid
after another training. `map` is in UV of the stage-1 mesh (u right, v up) and is valid for that
mesh only: `map_mesh` names it. `left` and `right` are the subject's own; inner is the side of the
nose. A region is a list of polygons, filled even-odd. "auto" of an eye lists what was proposed
automatically (names of landmarks, "region"). If a person marked the same thing, the proposal is
ignored.
"""

from __future__ import annotations

import difflib
import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from lib.workbook.workspace import read_json, write_json

SIDES = ("left", "right")
# All of them lie on the eyeball's surface.
LANDMARKS = ("iris_inner", "iris_outer", "corner_inner", "corner_outer")
EXTRA_LANDMARKS = ("iris_top", "iris_bottom", "pupil")
KIND = "eye_picks"


class PickError(ValueError):
    """Picks that cannot be used. picture: (H, W, 3) uint8 RGB of what was found, or None."""

    def __init__(self, message: str, picture: np.ndarray | None = None):
        super().__init__(message)
        self.picture = picture


@dataclass
class EyePicks:
    """One eye in one picture: named points (x, y), and the visible eye as polygons [(K, 2), ...].
    """

    landmarks: dict[str, np.ndarray] = field(default_factory=dict)
    region: list[np.ndarray] = field(default_factory=list)
    auto: set[str] = field(default_factory=set)  # what of this was proposed, not drawn by hand

    def __bool__(self) -> bool:
        return bool(self.landmarks or self.region)


@dataclass
class Picks:
    """All picks.

    frames[name][side]: in pixels of the photos. map[side]: in UV of the mesh whose digest is
    map_mesh.
    """

    frames: dict[str, dict[str, EyePicks]] = field(default_factory=dict)
    map: dict[str, EyePicks] = field(default_factory=dict)
    map_mesh: str = ""

    def eye(self, frame: str, side: str) -> EyePicks:
        """Return the picks of one eye in one frame; empty ones are created if there are none."""
        return self.frames.setdefault(frame, {}).setdefault(side, EyePicks())

    def prune(self) -> None:
        """Remove frames and eyes without any mark."""
        self.map = {side: eye for side, eye in self.map.items() if eye}
        for frame in list(self.frames):
            eyes = {side: eye for side, eye in self.frames[frame].items() if eye}
            if eyes:
                self.frames[frame] = eyes
            else:
                del self.frames[frame]

    def leave_out(self, heldout: list[str]) -> str:
        """Drop the picks of held-out frames; return what was dropped, in words, or ""."""
        dropped = [name for name in heldout if self.frames.pop(name, None)]
        if not dropped:
            return ""
        return f"picks in held-out photos ({', '.join(dropped)}) are left out: scores need them"

    def only_proposed(self, side: str, name: str) -> bool:
        """Return whether a landmark was marked in photos, in none of them by hand."""
        marked = [
            eyes[side]
            for eyes in self.frames.values()
            if side in eyes and name in eyes[side].landmarks
        ]
        return len(marked) > 1 and all(name in eye.auto for eye in marked)

    def missing(self) -> list[str]:
        """Return what the person must still mark, in words; empty if nothing."""
        out = []
        for side in SIDES:
            eyes = [eyes[side] for eyes in self.frames.values() if side in eyes]
            on_map = self.map.get(side, EyePicks())
            for name in LANDMARKS:
                n = sum(name in eye.landmarks for eye in eyes)
                if n < 2 and name not in on_map.landmarks:
                    words = name.replace("_", " ")
                    out.append(
                        f"{side} eye: {words} in {'two photos' if n == 0 else 'one more photo'}"
                    )
            if not on_map.region and not any(eye.region for eye in eyes):
                out.append(f"{side} eye: the region, in one photo at least")
        return out


def mesh_digest(v_pos: np.ndarray, v_uv: np.ndarray) -> str:
    """Return a short digest of a mesh's v_pos (V, 3) and v_uv (V, 2). Picks on a map are valid for
    one digest only.
    """
    data = [np.ascontiguousarray(a, np.float32).round(5).tobytes() for a in (v_pos, v_uv)]
    return hashlib.sha256(b"".join(data)).hexdigest()[:16]


def to_json(picks: Picks) -> dict[str, Any]:
    """Return the picks as plain JSON values, rounded to a thousandth of a pixel, without empty
    entries.
    """

    def eyes(entry: dict[str, EyePicks], digits: int) -> dict[str, Any]:
        plain = {}
        for side, eye in entry.items():
            if eye:
                named = {n: np.round(p, digits).tolist() for n, p in eye.landmarks.items()}
                region = [np.round(polygon, digits).tolist() for polygon in eye.region]
                plain[side] = {"landmarks": named, "region": region}
                plain[side] |= {"auto": sorted(eye.auto)} if eye.auto else {}
        return plain

    frames = {frame: eyes(entry, 3) for frame, entry in sorted(picks.frames.items())}
    out: dict[str, Any] = {"frames": {frame: entry for frame, entry in frames.items() if entry}}
    if any(picks.map.values()):
        out |= {"map": eyes(picks.map, 7), "map_mesh": picks.map_mesh}
    return out


def from_json(
    data: dict[str, Any],
    where: str,
    names: list[str] | None = None,
    size: tuple[int, int] | None = None,
) -> Picks:
    """Return the picks of JSON values; every entry is checked, and a PickError names the wrong one.

    where: the file's name, for errors. names: the capture's frames. size: (width, height) of the
    photos, px.
    """
    _known(data, ("kind", "version", "frames", "map", "map_mesh"), where)
    picks = Picks(map_mesh=str(data.get("map_mesh", "")))
    for frame, entry in _dict(data.get("frames"), f"{where}: frames").items():
        if names is not None and frame not in names:
            raise PickError(
                f"{where}: frame {frame!r} is not one of the capture's {len(names)} frames"
                f"{_near(frame, names)}; frames are named like the photo, without its extension"
            )
        picks.frames[frame] = _eyes(entry, f"{where}: frame {frame}", size)
    if "map" in data:
        picks.map = _eyes(data["map"], f"{where}: map", (1, 1))
        if picks.map and not picks.map_mesh:
            raise PickError(
                f"{where}: picks on the map need map_mesh, the digest of the mesh they were made "
                "on; pick again in 04_pick_eyes"
            )
    return picks


def read_picks(
    path: str | Path, names: list[str] | None = None, size: tuple[int, int] | None = None
) -> Picks:
    """Return the picks of a file; every entry is checked, see `from_json`."""
    return from_json(read_json(Path(path), KIND), str(path), names, size)


def write_picks(path: str | Path, picks: Picks) -> None:
    """Write the picks to a file, whole or not at all."""
    write_json(Path(path), KIND, to_json(picks))


def _eyes(entry: Any, where: str, size: tuple[int, int] | None) -> dict[str, EyePicks]:
    _known(_dict(entry, where), SIDES, where)
    return {side: _eye(eye, f"{where}, {side} eye", size) for side, eye in entry.items()}


def _eye(entry: Any, where: str, size: tuple[int, int] | None) -> EyePicks:
    _known(_dict(entry, where), ("landmarks", "region", "auto"), where)
    landmarks = _dict(entry.get("landmarks", {}), f"{where}, landmarks")
    _known(landmarks, LANDMARKS + EXTRA_LANDMARKS, where)
    eye = EyePicks(
        {name: _points([p], f"{where}, {name}", size)[0] for name, p in landmarks.items()}
    )
    region, auto = entry.get("region", []), entry.get("auto", [])
    for key, value, content in (("region", region, "polygons"), ("auto", auto, "names")):
        if not isinstance(value, list):
            raise PickError(
                f"{where}: {key} must be a list of {content}, got {type(value).__name__}"
            )
    _known(
        dict.fromkeys(map(str, auto)), (*LANDMARKS, *EXTRA_LANDMARKS, "region"), f"{where}, auto"
    )
    eye.auto = set(auto)
    for k, polygon in enumerate(region):
        points = _points(polygon, f"{where}, polygon {k + 1}", size)
        x, y = points.T
        if len(points) < 3 or abs(x @ np.roll(y, 1) - y @ np.roll(x, 1)) < 1e-12:
            raise PickError(
                f"{where}: polygon {k + 1} needs three points or more around an area, got "
                f"{len(points)} points without one; draw it again or delete it"
            )
        eye.region.append(points)
    return eye


def _points(values: Any, where: str, size: tuple[int, int] | None) -> np.ndarray:
    try:
        points = np.array(values, np.float64)
    except (TypeError, ValueError, OverflowError):
        points = np.empty(0)
    if points.ndim != 2 or points.shape[1] != 2 or not np.isfinite(points).all():
        raise PickError(f"{where}: expected finite numbers [x, y], got {str(values)[:80]}")
    if size is not None and ((points < 0).any() or (points > size).any()):
        worst = points[np.abs(points - np.array(size) / 2).max(-1).argmax()]
        raise PickError(
            f"{where}: point {worst.round(1).tolist()} lies outside the picture of {size[0]} x "
            f"{size[1]}; picks are in pixels of the full-size photo"
        )
    return points


def _dict(value: Any, where: str) -> dict:
    if not isinstance(value, dict):
        raise PickError(f"{where}: expected an object of names, got {type(value).__name__}")
    return value


def _known(entry: dict, known: tuple[str, ...], where: str) -> None:
    for key in entry:
        if key not in known:
            raise PickError(
                f"{where}: unknown name {key!r}{_near(key, known)}; known are {', '.join(known)}"
            )


def _near(key: str, known: Any) -> str:
    near = difflib.get_close_matches(str(key), known, 1, 0.5)
    return f", did you mean {near[0]!r}?" if near else ""
