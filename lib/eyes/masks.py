"""Eye regions in every view, through the stage-1 mesh, from wherever they were drawn.

A region is a score on the mesh, above 0 inside the visible eye. Every photo in which the region was
drawn votes at the points of the mesh that it sees, with the signed distance from its outline. A
drawing on the map is one more vote. The score is the mean of the votes. Each view then evaluates
the score at the points that its pixels see. So all views agree, and the edge is not limited by a
map's texels.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from lib.capture.cameras import Cameras
from lib.capture.distance import signed_distance
from lib.label.paint import polygon_mask
from lib.label.picks import SIDES, PickError, Picks, mesh_digest
from lib.mesh.extract import Mesh
from lib.render.raster import interpolate, rasterize, sample
from lib.render.visibility import DepthMap
from lib.workbook.workspace import atomic

REACH = 1.6  # the window about an eye, in eyeball radii
CAP = 0.15  # a vote counts at most as much as this distance from the edge, in eyeball radii
HIDDEN = 0.08  # a point this far behind the mesh, in eyeball radii, is hidden from a view
MASK_FOLDERS = {"left": "leye_mask", "right": "reye_mask"}
# (points (M, 3) world, their UV (M, 2) or None) -> score (M,), above 0 inside, NaN where nobody
# knows
Region = Callable[[np.ndarray, np.ndarray | None], np.ndarray]


class SignedPolygons:
    """Signed distance to polygons (even-odd), positive inside, in the polygons' own units."""

    def __init__(self, polygons: list[np.ndarray], margin: float, n_cells: int = 400):
        points = np.concatenate(polygons)
        self.low = points.min(0) - margin
        self.cell = float((np.ptp(points, axis=0).max() + 2 * margin) / n_cells)
        size = np.ceil((np.ptp(points, axis=0) + 2 * margin) / self.cell).astype(int)
        inside = polygon_mask(polygons, (size[1], size[0]), tuple(self.low), self.cell)
        self.grid = signed_distance(inside) * self.cell

    def __call__(self, xy: np.ndarray) -> np.ndarray:
        """Return signed distances (M,) at xy (M, 2); beyond the grid, the distance at its border.
        """
        return sample(self.grid, (xy - self.low) / self.cell)


@dataclass
class Window:
    """What a view sees around an eye: a cut-out of its picture, drawn from the mesh.

    x0, y0: its upper left pixel. points: (H, W, 3) world. uv: (H, W, 2) or None. depth: (H, W), inf
    off the mesh.
    """

    x0: int
    y0: int
    points: np.ndarray
    uv: np.ndarray | None
    depth: np.ndarray

    @property
    def on_mesh(self) -> np.ndarray:
        """Which pixels (H, W) bool see the mesh."""
        return np.isfinite(self.depth)


def window(
    mesh: Mesh,
    cameras: Cameras,
    i: int,
    center: np.ndarray,
    radius: float,
    device: str = "cpu",
) -> Window | None:
    """Return the window of view i around an eyeball, centre (3,) and radius in world units; None if
    it is outside the picture or behind the camera.
    """
    cameras = cameras.pinhole()
    (px,), (depth,) = cameras.project(i, center[None])
    half = REACH * radius * cameras.K[0, 0] / max(depth, 1e-9)
    x0, y0 = np.maximum(np.floor(px - half), 0).astype(int)
    x1, y1 = np.minimum(np.ceil(px + half), [cameras.width, cameras.height]).astype(int)
    if depth <= radius or x1 - x0 < 2 or y1 - y0 < 2:
        return None
    K = cameras.K - [[0, 0, x0], [0, 0, y0], [0, 0, 0]]
    size = y1 - y0, x1 - x0
    seen = rasterize(mesh.v_pos, mesh.t_pos_idx, cameras.c2w[i], K, size, device)
    uv = None if mesh.v_uv is None else interpolate(mesh.v_uv, mesh.t_pos_idx, seen)
    return Window(int(x0), int(y0), interpolate(mesh.v_pos, mesh.t_pos_idx, seen), uv, seen.depth)


def visible(
    points: np.ndarray, cameras: Cameras, i: int, seen: Window, tolerance: float
) -> np.ndarray:
    """Return which points (M, 3) view i sees, (M,) bool, inside its window. tolerance: world units.
    """
    K = cameras.K - [[0, 0, seen.x0], [0, 0, seen.y0], [0, 0, 0]]
    return DepthMap(seen.depth, cameras.c2w[i], K).share_seen(points, tolerance) > 0


def picked_region(
    picks: Picks, side: str, cameras: Cameras, mesh: Mesh, center: np.ndarray, radius: float
) -> Region:
    """Return the drawn region of one eye: the mean signed distance, in eyeball radii, over photos
    and map.

    center (3,) and radius: of the eyeball, roughly, world units. A photo counts only at points that
    it sees. One that looks straight at the eye counts more than one from the side (cosine squared),
    and one drawn by hand twenty times as much as a proposed one.
    """
    votes = []  # (index of the photo, window, signed polygons, pixels per eyeball radius, weight)
    drawn = [
        (frame, eyes[side].region)
        for frame, eyes in picks.frames.items()
        if side in eyes and eyes[side].region
    ]
    toward = np.array(
        [cameras.c2w[cameras.names.index(f), :3, 3] - center for f, _ in drawn]
    ).reshape(-1, 3)
    toward /= np.linalg.norm(toward, axis=1, keepdims=True)
    for (frame, polygons), direction in zip(drawn, toward, strict=True):
        i = cameras.names.index(frame)
        seen = window(mesh, cameras, i, center, radius)
        if seen is None:
            raise PickError(
                f"frame {frame}, {side} eye: a region is drawn where the eye cannot be: at "
                f"{center.round(3)} it lies outside this photo; are left and right swapped?"
            )
        scale = cameras.K[0, 0] / cameras.project(i, center[None])[1][0]
        weight = max(float(direction @ toward.mean(0)) / np.linalg.norm(toward.mean(0)), 0.1) ** 2
        weight *= 0.05 if "region" in picks.frames[frame][side].auto else 1
        votes.append(
            (i, seen, SignedPolygons(polygons, 0.3 * radius * scale), scale * radius, weight)
        )
    on_map = picks.map[side].region if side in picks.map else []
    if on_map:
        check_map(picks, mesh)
        # World units a UV unit, near enough.
        per_uv = np.sqrt(mesh.areas().sum() / max(_uv_area(mesh), 1e-12))
        map_vote = SignedPolygons(on_map, 0.3 * radius / per_uv)
    if not votes and not on_map:
        raise PickError(
            f"{side} eye: expected its region in a photo or on the map, found none; draw it"
        )

    def score(points: np.ndarray, uv: np.ndarray | None = None) -> np.ndarray:
        total, weights = np.zeros(len(points)), np.zeros(len(points))
        for i, seen, signed, px_per_radius, weight in votes:
            px = cameras.project(i, points)[0]
            use = weight * visible(points, cameras, i, seen, HIDDEN * radius)
            total += use * np.clip(signed(px) / px_per_radius, -CAP, CAP)
            weights += use
        if on_map and uv is not None:
            total += np.clip(map_vote(uv) * per_uv / radius, -CAP, CAP)
            weights += 1
        return np.where(weights > 0, total / np.maximum(weights, 1e-9), np.nan)

    return score


def check_map(picks: Picks, mesh: Mesh) -> None:
    """Raise a PickError if the picks on the map were made on another mesh than this one."""
    found = "no UV" if mesh.v_uv is None else mesh_digest(mesh.v_pos, mesh.v_uv)
    if found != picks.map_mesh:
        raise PickError(
            f"the picks on the map belong to mesh {picks.map_mesh}, the stage-1 mesh is now "
            f"{found}: it was made anew, and picks on a map do not survive that; pick again, or "
            "pick in photos"
        )


def _uv_area(mesh: Mesh) -> float:
    a, b, c = (mesh.v_uv[mesh.t_pos_idx[:, k]].astype(np.float64) for k in range(3))
    u, v = b - a, c - a
    return float(np.abs(u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]).sum() / 2)


def view_mask(
    mesh: Mesh,
    cameras: Cameras,
    i: int,
    region: Region,
    center: np.ndarray,
    radius: float,
    device: str = "cpu",
) -> np.ndarray:
    """Return the mask (H, W) bool of an eye in view i, as the mesh carries the region there, in the
    pixels of the undistorted photo at the cameras' size.
    """
    mask = np.zeros((cameras.height, cameras.width), bool)
    seen = window(mesh, cameras, i, center, radius, device)
    if seen is None or not seen.on_mesh.any():
        return mask
    on = seen.on_mesh
    part = np.zeros(on.shape, bool)
    part[on] = (
        region(seen.points[on].astype(np.float64), None if seen.uv is None else seen.uv[on]) > 0
    )
    box = np.s_[seen.y0 : seen.y0 + on.shape[0], seen.x0 : seen.x0 + on.shape[1]]
    mask[box] = _tidy(part)
    return mask


def follow_colors(photo: np.ndarray, mask: np.ndarray) -> np.ndarray | None:
    """Return the mask (H, W) with its edge moved to where the photo's colours change, by at most a
    seventh of its height; None if colours do not separate the eye from the lids.

    photo: (h, w, 3) uint8 of the same view, of any size. The stage-1 mesh is a millimetre off
    around the eyes, so a region carried into a photo from the side is off as well.
    """
    rows, cols = (np.flatnonzero(mask.any(axis)) for axis in (1, 0))
    margin = rows[-1] - rows[0] + 2
    low = np.maximum([rows[0] - margin, cols[0] - margin], 0)
    box = np.s_[low[0] : rows[-1] + margin + 1, low[1] : cols[-1] + margin + 1]
    whole, photo = mask, cv2.resize(photo, mask.shape[::-1], interpolation=cv2.INTER_CUBIC)
    mask, photo = mask[box], photo[box]
    # The edge of a small eye is settled between the pixels.
    finer = int(np.clip(60 / max(signed_distance(mask).max() * 2, 1), 1, 3))
    large = cv2.resize(photo, None, fx=finer, fy=finer, interpolation=cv2.INTER_CUBIC)
    rough = (
        cv2.resize(mask.astype(np.uint8), None, fx=finer, fy=finer, interpolation=cv2.INTER_NEAREST)
        > 0
    )
    fine = settle_by_color(large, rough, 0.15, 0.15)
    if fine is None:
        return None
    fine = cv2.resize(fine.astype(np.float32), mask.shape[::-1], interpolation=cv2.INTER_AREA)
    moved = np.zeros_like(whole)
    moved[box] = _tidy(fine > 0.5)
    return moved


def settle_by_color(
    image: np.ndarray, rough: np.ndarray, inward: float, outward: float
) -> np.ndarray | None:
    """Return a rough mask (H, W) bool whose edge is settled by the colours on both sides of it
    (GrabCut).

    Only a band around the rough edge may change: `inward` and `outward`, in parts of the mask's
    height. None if colour does not separate the two sides: the mask is too small, or the result
    hardly overlaps it.
    """
    distance = signed_distance(rough)
    height = 2 * distance.max()
    label = np.where(distance > 0, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    label[distance > inward * height] = cv2.GC_FGD
    label[distance < -outward * height] = cv2.GC_BGD
    rows, cols = (np.flatnonzero((distance > -height).any(axis)) for axis in (1, 0))
    # Far skin would only blur the model of the near one.
    box = np.s_[rows[0] : rows[-1] + 1, cols[0] : cols[-1] + 1]
    part = np.ascontiguousarray(label[box])
    if height < 4 or (part == cv2.GC_BGD).sum() < 10:
        return None
    cv2.setRNGSeed(0)
    models = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.grabCut(
        np.ascontiguousarray(image[box][..., ::-1]), part, None, *models, 3, cv2.GC_INIT_WITH_MASK
    )
    fine = np.zeros_like(rough)
    fine[box] = (part == cv2.GC_FGD) | (part == cv2.GC_PR_FGD)
    return fine if (fine & rough).sum() > 0.4 * (fine | rough).sum() else None


def _tidy(mask: np.ndarray) -> np.ndarray:
    """Return the mask without pinholes, and without specks smaller than a tenth of its largest
    piece.
    """
    mask = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    n, pieces, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=4)
    area = stats[:, cv2.CC_STAT_AREA].copy()
    area[0] = 0
    return (area >= 0.1 * area.max())[pieces] & (pieces > 0)


def write_masks(
    folder: Path, names: list[str], masks: Callable[[int], Sequence[np.ndarray]]
) -> dict[str, np.ndarray]:
    """Write leye_mask/<name>.png and reye_mask/<name>.png of every frame; return the pixels in
    each, (N,) a side.

    masks(i): the left and the right eye's mask (H, W) bool in frame i; it is called for several
    frames at once. A pixel in both goes to neither. Each file is written whole.
    """

    def write(i: int) -> list[int]:
        left, right = masks(i)
        alone = {"left": left & ~right, "right": right & ~left}
        for side, mask in alone.items():
            with atomic(Path(folder) / MASK_FOLDERS[side] / f"{names[i]}.png") as path:
                cv2.imwrite(str(path), mask.astype(np.uint8) * 255)
        return [int(alone[side].sum()) for side in SIDES]

    with ThreadPoolExecutor(4) as pool:
        counts = dict(zip(SIDES, np.array(list(pool.map(write, range(len(names))))).T, strict=True))
    if empty := [side for side in SIDES if not counts[side].any()]:
        raise PickError(
            f"{empty[0]} eye: its region shows in no view; does the region lie on the mesh?"
        )
    return counts
