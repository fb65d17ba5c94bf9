"""A world in which the head is upright, in the middle and of known size; the face in the photos
decides.

Structure from motion leaves place, direction and size open. The face mesh, triangulated over all
frames that see it, gives place and direction. The size comes from lengths that differ little
between adults: the iris is 11.7 +- 0.5 mm wide (Rüfer et al. 2005), the pupils are 63.4 +- 3.8 mm
apart (Dodgson 2004), the outer corners of the eyes 89.5 +- 4 mm (Farkas 1994). The two distances go
together, as eyes stand near or far, so their mean counts as one length. It and the iris are weighed
by their spread in people. In a child only the iris would be right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from lib.capture.cameras import Cameras
from lib.capture.faces import CHIN, FOREHEAD
from lib.capture.place import HEAD_SIZE, UPRIGHT, head_axes, meeting_point

IRIS_MM = 11.7  # horizontal diameter of the visible iris
PUPILS_MM, CORNERS_MM = 63.4, 89.5  # distance of the pupils, and of the eyes' outer corners
# Their spread in people, as a share: of the iris, with 3 % by which the face mesh misses it; of the
# mean of both distances.
IRIS_SD, APART_SD = float(np.hypot(0.5 / IRIS_MM, 0.03)), 0.05
PUPILS = (468, 473)  # of the face mesh: middles of the right and of the left iris
IRISES = ((469, 471), (474, 476))  # of the face mesh: both ends of the right and of the left iris
EYE_CORNERS = (33, 133, 362, 263)  # outer right, inner right, inner left, outer left
UNIT_MM = 155.0  # of the world that is made: a head is about 1.4 high and wide
EYES_AT = np.array([0.0, -0.19, -0.5])  # where the middle between the eyes is put
FACE_HEIGHT = 1.1  # chin to forehead in that world, where the irises do not tell the size
FRONTAL = 25.0  # degrees from straight ahead within which the irises are measured
SLIP = 3.0  # px, beyond which a landmark counts less and less
FEWEST_FACES = 3  # frames with a face mesh


@dataclass
class Alignment:
    """A similarity, x' = scale rotation x + shift, and what was found on the way.

    landmarks: (478,3) of the face in the new world, nan where unknown; None without a face.
    mm_per_unit, mm_sd: of the new world; None where nothing tells. how: in words.
    """

    scale: float
    rotation: np.ndarray
    shift: np.ndarray
    landmarks: np.ndarray | None
    mm_per_unit: float | None
    mm_sd: float | None
    how: str

    def points(self, points: np.ndarray) -> np.ndarray:
        """Return points (P,3) of the old world in the new one."""
        return self.scale * points @ self.rotation.T + self.shift

    def cameras(self, cameras: Cameras) -> Cameras:
        """Return cameras of the old world in the new one."""
        c2w = cameras.c2w.copy()
        c2w[:, :3, :3] = self.rotation @ c2w[:, :3, :3]
        c2w[:, :3, 3] = self.points(cameras.c2w[:, :3, 3])
        return replace(cameras, c2w=c2w)


def align(
    cameras: Cameras, meshes: Sequence[np.ndarray | None], heads: Sequence[np.ndarray]
) -> Alignment:
    """Return the similarity that puts the head upright into [-1, 1]^3, the face towards -z, up -y.

    meshes: for each camera the face mesh (478,2), px, None where none was found. heads: (H,W) bool,
    which place a head without a face.
    """
    if sum(mesh is not None for mesh in meshes) >= FEWEST_FACES:
        return _by_face(cameras, meshes)
    return _by_masks(cameras, heads)


def _by_face(cameras: Cameras, meshes: Sequence[np.ndarray | None]) -> Alignment:
    landmarks = triangulate_meshes(cameras, meshes)
    corners = landmarks[list(EYE_CORNERS)]
    left = corners[2:].mean(0) - corners[:2].mean(0)
    left /= np.linalg.norm(left)
    down = landmarks[CHIN] - landmarks[FOREHEAD]
    height = np.linalg.norm(down)
    down -= (down @ left) * left
    down /= np.linalg.norm(down)
    rotation = np.stack([left, down, np.cross(left, down)])
    diameter, spread, n = _iris_diameter(cameras, meshes, landmarks, rotation)
    if n:
        pupils, outer = (
            np.linalg.norm(np.subtract(*landmarks[[one, other]]))
            for one, other in (PUPILS, EYE_CORNERS[::3])
        )
        apart = np.log([PUPILS_MM / pupils, CORNERS_MM / outer]).mean()
        mm = np.array([np.log(IRIS_MM / diameter), apart])  # of one unit of the old world
        sd = np.array([np.hypot(IRIS_SD, spread / diameter / np.sqrt(n)), APART_SD])
        weight = 1 / sd**2
        scale = float(np.exp((weight * mm).sum() / weight.sum())) / UNIT_MM
        mm_per_unit, mm_sd = UNIT_MM, UNIT_MM / np.sqrt(weight.sum())
        how = (
            f"upright by the face; size by the irises ({IRIS_MM} mm, {n} measured) and the "
            f"distances of the pupils and of the eyes' outer corners ({PUPILS_MM}, {CORNERS_MM} "
            f"mm), which differ by {100 * abs(mm[1] - mm[0]):.0f} %: good to "
            f"{100 * mm_sd / UNIT_MM:.0f} %"
        )
    else:
        scale, mm_per_unit, mm_sd = FACE_HEIGHT / height, None, None
        how = "upright by the face, size by its height; no irises were seen from the front"
    shift = EYES_AT - scale * rotation @ corners.mean(0)
    found = Alignment(float(scale), rotation, shift, None, mm_per_unit, mm_sd, how)
    return replace(found, landmarks=found.points(landmarks))


def _by_masks(cameras: Cameras, heads: Sequence[np.ndarray]) -> Alignment:
    """Return gravity from the cameras' up, place and size from the masks; no millimetres."""
    dirs = np.stack(
        [
            cameras.rays(i, np.argwhere(head).mean(0)[::-1] + 0.5)[1][0]
            for i, head in enumerate(heads)
        ]
    )
    origins = cameras.c2w[:, :3, 3]
    centre = meeting_point(origins, dirs)
    angles = [np.sqrt(head.sum()) / cameras.K[0, 0] for head in heads]
    size = np.median(angles * np.linalg.norm(centre - origins, axis=1)) / HEAD_SIZE
    rotation = UPRIGHT.T @ head_axes(
        np.concatenate(
            [cameras.c2w[:, :, :3], (cameras.c2w[:, :, 3] - [*centre, 0])[..., None]], -1
        )
    )
    words = "no face: upright by the cameras, size by the masks, no millimetres"
    shift = -rotation @ centre / size
    return Alignment(float(1 / size), rotation, shift, None, None, None, words)


def triangulate_meshes(cameras: Cameras, meshes: Sequence[np.ndarray | None]) -> np.ndarray:
    """Return (478,3) world: the points nearest to the rays of each landmark, by least squares.

    Rays that pass far by count less (Cauchy's weights), since the mesh guesses what it cannot see.
    """
    seen = [i for i, mesh in enumerate(meshes) if mesh is not None]
    rays = [cameras.rays(i, meshes[i]) for i in seen]
    origins = np.stack([origin for origin, _ in rays])  # (V,478,3)
    dirs = np.stack([direction for _, direction in rays])
    across = np.eye(3) - dirs[..., :, None] * dirs[..., None, :]
    weights = np.ones(dirs.shape[:2])
    for _ in range(10):
        weighted = across * weights[..., None, None]
        matrix = weighted.sum(0)
        target = (weighted @ origins[..., None]).sum(0)
        points = np.linalg.solve(matrix, target)[..., 0]
        offset = points - origins
        depth = np.maximum((offset * dirs).sum(-1), 1e-6)
        miss_px = np.linalg.norm(offset - depth[..., None] * dirs, axis=-1) / depth
        miss_px *= cameras.K[0, 0]
        weights = 1 / (depth**2 * (1 + (miss_px / SLIP) ** 2))
        weights /= weights.mean()
    return points


def _iris_diameter(
    cameras: Cameras,
    meshes: Sequence[np.ndarray | None],
    landmarks: np.ndarray,
    rotation: np.ndarray,
) -> tuple[float, float, int]:
    """Return (median diameter of the irises, its robust standard deviation, how many were
    measured, up to two a frame), world.

    rotation: (3,3), left, down and back of the face. Eyes look ahead, and not after the phone: from
    the side an iris looks narrower by the cosine.
    """
    found = []
    for i, mesh in enumerate(meshes):
        if mesh is None:
            continue
        for ends in IRISES:
            left, _, back = rotation @ (cameras.c2w[i, :3, 3] - landmarks[list(ends)].mean(0))
            aside = np.arctan2(left, -back)
            if abs(aside) > np.radians(FRONTAL):
                continue
            _, dirs = cameras.rays(i, mesh[list(ends)])
            distance = np.linalg.norm(cameras.c2w[i, :3, 3] - landmarks[list(ends)].mean(0))
            found.append(distance * np.linalg.norm(dirs[0] - dirs[1]) / np.cos(aside))
    if len(found) < FEWEST_FACES:
        return 0.0, 0.0, 0
    diameter = float(np.median(found))
    return diameter, float(1.48 * np.median(np.abs(np.array(found) - diameter))), len(found)
