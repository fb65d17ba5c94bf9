"""A labelling session: picks under edit, with undo, saved after every change, and what each pick
implies in other photos.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from lib.capture.cameras import Cameras
from lib.label.paint import mask_polygons, polygon_mask
from lib.label.picks import (
    EXTRA_LANDMARKS,
    LANDMARKS,
    SIDES,
    EyePicks,
    PickError,
    Picks,
    from_json,
    to_json,
    write_picks,
)

# (picks, cameras) -> {side: {landmark: point}}; a point has xyz (3,) world, frames (N names),
# residuals_px (N,) and rms_px. PickError where the photos contradict each other.
Triangulate = Callable[[Picks, Cameras], dict[str, dict[str, Any]]]
MAP = "map"  # the frame name under which the diffuse map of the stage-1 mesh is labelled
UNDO = 200  # steps kept
FAR = 3.0  # px of a photo of 720: a mark farther from the landmark's place should be looked at


class Session:
    """Picks under edit. `edit` applies what a person did. `overlay` and `status` return what to
    show.
    """

    def __init__(
        self,
        picks: Picks,
        cameras: Cameras,
        path: str | Path,
        triangulate: Triangulate,
        map_size: tuple[int, int] | None = None,
        map_mesh: str = "",
    ):
        self.picks, self.cameras, self.path = picks, cameras, Path(path)
        # (width, height) of the map and the digest of its mesh; None and "" if there is no map.
        self.map_size, self.map_mesh = map_size, map_mesh
        self.undone: list[Picks] = []
        self.done: list[Picks] = []
        self.saved = ""
        self.triangulate = triangulate
        self.cache: dict[tuple, Any] = {}

    def size(self, frame: str) -> tuple[int, int]:
        """Return (width, height) of a frame's picture, pixels."""
        return self.map_size if frame == MAP else (self.cameras.width, self.cameras.height)

    def edit(self, op: dict[str, Any]) -> None:
        """Apply an edit {"do": ...} and save. An edit that makes no sense raises a PickError and
        changes nothing.

        - landmark: frame, side, name, at (x, y); at None deletes it.
        - polygon: frame, side, points; it is added to the region.
        - vertex: frame, side, polygon, index, at; at None deletes it.
        - stroke: frame, side, points, radius, erase.
        - clear: frame, side.
        - undo, redo.
        """
        do = op.get("do")
        if do in ("undo", "redo"):
            source, target = (self.done, self.undone) if do == "undo" else (self.undone, self.done)
            if source:
                target.append(self.picks)
                self.picks = source.pop()
                self._save()
            return
        before = copy.deepcopy(self.picks)
        try:
            self._change(op)
            self.picks.prune()
            known = self.cameras.names if op["frame"] != MAP else None
            from_json(to_json(self.picks), "this edit", known, self.size(self.cameras.names[0]))
        except PickError:
            self.picks = before
            raise
        except (LookupError, TypeError, ValueError) as error:
            self.picks = before
            raise PickError(f"this edit is malformed: {error!r}") from error
        self.done = [*self.done[-UNDO + 1 :], before]
        self.undone = []
        self._save()

    def _change(self, op: dict[str, Any]) -> None:
        do, frame, side = op["do"], op["frame"], op["side"]
        frames = [*self.cameras.names, MAP] if self.map_size else self.cameras.names
        if side not in SIDES or frame not in frames:
            raise PickError(f"there is no {side} eye in frame {frame!r}")
        eye = self._eye(frame, side)
        if do == "landmark":
            eye.auto.discard(op["name"])
            if op["at"] is None:
                eye.landmarks.pop(op["name"], None)
            else:
                eye.landmarks[op["name"]] = self._stored(frame, [op["at"]])[0]
            return
        eye.auto.discard("region")
        if do == "clear":
            eye.region = []
        elif do == "vertex":
            polygon = eye.region[op["polygon"]]
            if op["at"] is not None:
                polygon[op["index"]] = self._stored(frame, [op["at"]])[0]
            elif len(polygon) > 3:
                eye.region[op["polygon"]] = np.delete(polygon, op["index"], axis=0)
            else:
                del eye.region[op["polygon"]]
        elif do == "polygon" and not eye.region:
            eye.region = [self._stored(frame, op["points"])]
        elif do in ("polygon", "stroke"):
            self._paint(eye, frame, np.array(op["points"], np.float64).reshape(-1, 2), op)
        else:
            raise PickError(f"there is nothing called {do!r} to do")

    def _paint(self, eye: Any, frame: str, points: np.ndarray, op: dict[str, Any]) -> None:
        """Add a stroke or polygon to a region, or erase a stroke from it, on a grid of half pixels
        (whole pixels in large photos).
        """
        cell = 0.5 if max(self.size(frame)) < 1600 else 1.0
        old = [self._shown(frame, polygon) for polygon in eye.region]
        reach = float(op.get("radius", 0)) + 2
        low = np.floor(np.min([p.min(0) for p in (*old, points)], axis=0) - reach).clip(0)
        high = np.minimum(
            np.max([p.max(0) for p in (*old, points)], axis=0) + reach, self.size(frame)
        )
        n = np.ceil((high - low) / cell).astype(int)
        if (n < 1).any():
            return
        mask = polygon_mask(old, (n[1], n[0]), tuple(low), cell)
        if op["do"] == "polygon":
            mask |= polygon_mask([points], mask.shape, tuple(low), cell)
        else:
            inside = _capsules(points, float(op["radius"]), mask.shape, low, cell)
            mask = mask & ~inside if op.get("erase") else mask | inside
        eye.region = [
            self._stored(frame, polygon) for polygon in mask_polygons(mask, tuple(low), cell)
        ]

    def _eye(self, frame: str, side: str) -> Any:
        if frame == MAP:
            self.picks.map_mesh = self.map_mesh
            return self.picks.map.setdefault(side, EyePicks())
        return self.picks.eye(frame, side)

    def _stored(self, frame: str, points: Any) -> np.ndarray:
        """Return points of the picture (N, 2), clipped to it, as picks keep them: in pixels, or in
        UV on the map.
        """
        size = np.array(self.size(frame), np.float64)
        points = np.array(points, np.float64).reshape(-1, 2).clip(0, size)
        return np.array([0, 1]) + points / size * [1, -1] if frame == MAP else points

    def _shown(self, frame: str, points: np.ndarray) -> np.ndarray:
        return (points - [0, 1]) * [1, -1] * self.size(frame) if frame == MAP else points

    def _save(self) -> None:
        try:
            write_picks(self.path, self.picks)
            self.saved = ""
        except ValueError as error:  # a full disk must not end the session: the picks still exist
            self.saved = str(error)

    def solved(self) -> dict[str, dict[str, Any]]:
        """Return {side: {name: the point that all photos agree on, or a string that says why there
        is none}}.
        """
        out: dict[str, dict[str, Any]] = {}
        for side in SIDES:
            for name in LANDMARKS + EXTRA_LANDMARKS:
                at = [
                    (f, e[side].landmarks[name], name in e[side].auto)
                    for f, e in sorted(self.picks.frames.items())
                    if side in e and name in e[side].landmarks
                ]
                if not at:
                    continue
                key = (side, name, *((f, *p, auto) for f, p, auto in at))
                if key not in self.cache:
                    only = Picks()
                    for f, p, auto in at:
                        only.eye(f, side).landmarks[name] = p
                        only.eye(f, side).auto |= {name} if auto else set()
                    try:
                        self.cache[key] = self.triangulate(only, self.cameras)[side][name]
                    except PickError as error:
                        self.cache[key] = str(error)
                out.setdefault(side, {})[name] = self.cache[key]
        return out

    def overlay(self, frame: str) -> dict[str, Any]:
        """Return what to draw on a frame, in its pixels: {side: {landmarks, auto, region, lines,
        points}}.

        lines[name]: epipolar lines of a landmark that only one other photo has. points[name]: [x,
        y, distance]: where the other photos expect the landmark, and how far the mark here is from
        it, px (None without a mark).
        """
        out: dict[str, Any] = {}
        index = self.cameras.names.index(frame) if frame != MAP else -1
        eyes = self.picks.map if frame == MAP else self.picks.frames.get(frame, {})
        solved = self.solved()
        for side in SIDES:
            entry = {"landmarks": {}, "auto": [], "region": [], "lines": {}, "points": {}}
            if side in eyes:
                entry["landmarks"] = {
                    n: self._shown(frame, p).tolist() for n, p in eyes[side].landmarks.items()
                }
                entry["auto"] = sorted(eyes[side].auto)
                entry["region"] = [
                    self._shown(frame, polygon).tolist() for polygon in eyes[side].region
                ]
            for name, point in solved.get(side, {}).items() if frame != MAP else ():
                if not isinstance(point, str):
                    (px,), (depth,) = self.cameras.project(index, point.xyz[None])
                    here = entry["landmarks"].get(name)
                    off = None if here is None else round(float(np.linalg.norm(px - here)), 2)
                    if depth > 0:
                        entry["points"][name] = [*np.round(px, 2).tolist(), off]
                elif name not in entry["landmarks"]:
                    others = [
                        f
                        for f, e in self.picks.frames.items()
                        if side in e and name in e[side].landmarks
                    ]
                    entry["lines"][name] = [
                        self._epipolar(f, side, name, index) for f in others[:4]
                    ]
            out[side] = entry
        return out

    def _epipolar(self, frame: str, side: str, name: str, index: int) -> list[list[float]]:
        """Return the ray through another photo's pick as a polyline (K, 2) in frame `index`, along
        the part that passes the head.
        """
        i = self.cameras.names.index(frame)
        (origin,), (d,) = self.cameras.rays(i, self.picks.frames[frame][side].landmarks[name][None])
        middle = -origin @ d  # the ray's point nearest the head's middle
        points = origin + d * (middle + np.linspace(-1, 1, 33))[:, None]
        px, depth = self.cameras.project(index, points)
        return np.round(px[depth > 0], 1).tolist()

    def status(self) -> dict[str, Any]:
        """Return what is missing, how each landmark is marked, and where photos disagree, as plain
        values for the page.
        """
        rows, solved = {}, self.solved()
        for side in SIDES:
            rows[side] = {}
            for name in LANDMARKS + EXTRA_LANDMARKS:
                auto = [
                    name in e[side].auto
                    for e in self.picks.frames.values()
                    if side in e and name in e[side].landmarks
                ]
                n, point = len(auto), solved.get(side, {}).get(name)
                row = {
                    "photos": n,
                    "proposed": n > 0 and all(auto),
                    "map": side in self.picks.map and name in self.picks.map[side].landmarks,
                }
                if point is not None and not isinstance(point, str):
                    worst = int(np.argmax(point.residuals_px))
                    row |= {
                        "rms": round(point.rms_px, 2),
                        "worst": point.frames[worst],
                        "worst_px": round(float(point.residuals_px[worst]), 2),
                    }
                elif point and n > 1:
                    row["problem"] = point
                rows[side][name] = row
        marked = [f for f, e in self.picks.frames.items() if any(e.values())]
        limit = FAR * max(1.0, max(self.cameras.width, self.cameras.height) / 720)
        doubts = [
            f"{side} {name.replace('_', ' ')}: "
            + (
                f"{row['worst_px']:.1f} px off in {row['worst']}"
                if "rms" in row
                else "photos disagree"
            )
            for side, named in rows.items()
            for name, row in named.items()
            if "problem" in row or row.get("worst_px", 0) > limit
        ]
        return {
            "missing": self.picks.missing(),
            "rows": rows,
            "marked": marked,
            "doubts": doubts,
            "problem": self.saved,
            "undo": len(self.done),
            "redo": len(self.undone),
        }


def _capsules(
    points: np.ndarray, radius: float, shape: tuple[int, int], low: np.ndarray, cell: float
) -> np.ndarray:
    """Return the cells (H, W) bool whose centre is within `radius` of a line through points (K, 2).
    """
    rows, cols = np.indices(shape)
    x, y = low[0] + cell * (cols + 0.5), low[1] + cell * (rows + 0.5)
    inside = np.zeros(shape, bool)
    starts, ends = (points[:-1], points[1:]) if len(points) > 1 else (points, points)
    for a, b in zip(starts, ends, strict=True):
        d = b - a
        t = np.clip(((x - a[0]) * d[0] + (y - a[1]) * d[1]) / max(d @ d, 1e-12), 0, 1)
        inside |= (x - a[0] - t * d[0]) ** 2 + (y - a[1] - t * d[1]) ** 2 <= radius * radius
    return inside
