"""How the head moves a little against the room while it is filmed.

Cameras that were found from whole pictures know their place in the room. The head sways against the
room by a millimetre and half a degree, so in the head's own world they are slightly wrong. The
points of the head alone tell cameras too weakly, but they tell this small, slow motion well.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import block_diag, coo_array, csr_array
from scipy.spatial.transform import Rotation

from lib.capture.cameras import Cameras

# Standard deviations of the motion: of turns in radians, of shifts in distances to the camera.
FAR = np.repeat([np.radians(0.25), 0.002], 3)  # from where the head is on average
FAST = np.repeat([np.radians(0.15), 0.001], 3)  # within a second
ROUNDS = 4
NOISE_PX = 0.3  # of features, at least


@dataclass
class Sightings:
    """M features on the head: of which frame and which point (M,) int, and where (M,2), px."""

    frame: np.ndarray
    point: np.ndarray
    px: np.ndarray


def follow_head(
    cameras: Cameras, points: np.ndarray, seen: Sightings, times: np.ndarray | None
) -> tuple[Cameras, np.ndarray, float]:
    """Return (cameras, points (P,3)) in the head's world, from those in the world of the room, and
    the root mean square shift of the head.

    times: (N,) seconds of the frames; None where they are unknown: then the motion may be uneven.
    Bundle adjustment with the lens fixed: it finds the points and, for every frame, a small turn
    and shift of the head. Both are unlikely to be large, and to change fast. Features that do not
    fit count less (Cauchy's weights).
    """
    points, c2w = points.copy(), cameras.c2w
    centre = np.median(points, axis=0)
    away = float(np.median(np.linalg.norm(c2w[:, :3, 3] - centre, axis=1)))
    unit = np.repeat([1.0, away], 3)
    prior = _prior(len(cameras), times)
    motion = np.zeros((len(cameras), 6))  # rotation vector, then shift in units of `away`
    for _ in range(ROUNDS):
        moved = _moved(c2w, centre, motion * unit)
        miss, by_motion, by_point = _linear(cameras, moved, points, seen, centre, motion * unit)
        by_motion = by_motion * unit
        far = np.linalg.norm(miss, axis=1)
        noise = max(NOISE_PX, float(np.median(far)))
        weight = 1 / (1 + (far / (2 * noise)) ** 2) / noise**2
        step, shift = _solve(miss, by_motion, by_point, weight, seen, prior, motion)
        motion, points = motion + step, points + shift
    sway = float(np.sqrt((motion[:, 3:] ** 2).sum(1).mean())) * away
    return replace(cameras, c2w=_moved(c2w, centre, motion * unit)), points, sway


def _moved(c2w: np.ndarray, centre: np.ndarray, motion: np.ndarray) -> np.ndarray:
    """Return cameras (N,4,4) in the head's world, where the head moved in the room's."""
    turn = Rotation.from_rotvec(motion[:, :3]).as_matrix()
    moved = c2w.copy()
    moved[:, :3, :3] = turn.swapaxes(1, 2) @ c2w[:, :3, :3]
    offset = c2w[:, :3, 3] - centre - motion[:, 3:]
    moved[:, :3, 3] = np.einsum("nji,nj->ni", turn, offset) + centre
    return moved


def _linear(
    cameras: Cameras,
    moved: np.ndarray,
    points: np.ndarray,
    seen: Sightings,
    centre: np.ndarray,
    motion: np.ndarray,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return how far points land from their features (M,2), px, and its derivatives by the frame's
    motion (M,2,6) and by the point (M,2,3). The lens's bend is left out of the derivatives.
    """
    now, x = replace(cameras, c2w=moved), points[seen.point]
    miss = np.empty_like(seen.px)
    for i in range(len(cameras)):
        of = seen.frame == i
        miss[of] = now.project(i, x[of])[0] - seen.px[of]
    turn = Rotation.from_rotvec(motion[:, :3]).as_matrix()[seen.frame]
    to_camera = cameras.c2w[seen.frame, :3, :3].swapaxes(1, 2)
    arm = np.einsum("mij,mj->mi", turn, x - centre)  # from the centre, in the room
    offset = arm + centre + motion[seen.frame, 3:] - cameras.c2w[seen.frame, :3, 3]
    local = np.einsum("mij,mj->mi", to_camera, offset)
    flat = np.zeros((len(x), 2, 3))
    flat[:, 0, 0] = cameras.K[0, 0] / local[:, 2]
    flat[:, 1, 1] = cameras.K[1, 1] / local[:, 2]
    flat[:, :, 2] = -np.stack([flat[:, 0, 0], flat[:, 1, 1]], 1) * local[:, :2] / local[:, 2:]
    by_place = flat @ to_camera
    crossed = np.cross(arm[:, None, :], by_place)  # g . (w x arm) = w . (arm x g)
    return miss, np.concatenate([crossed, by_place], 2), by_place @ turn


def _prior(n: int, times: np.ndarray | None) -> csr_array:
    """Return the inverse covariance (6N,6N) of all motions."""
    inverse = np.stack([np.diag(np.full(n, 1 / far**2)) for far in FAR], -1)
    if times is not None:
        later = np.argsort(times)
        for one, other in zip(later[:-1], later[1:], strict=True):
            tie = 1 / (FAST**2 * max(times[other] - times[one], 1e-3))
            for a, b, sign in (
                (one, one, 1),
                (other, other, 1),
                (one, other, -1),
                (other, one, -1),
            ):
                inverse[a, b] += sign * tie
    whole = np.zeros((n, 6, n, 6))
    for k in range(6):
        whole[:, k, :, k] = inverse[..., k]
    return csr_array(whole.reshape(6 * n, 6 * n))


def _solve(
    miss: np.ndarray,
    by_motion: np.ndarray,
    by_point: np.ndarray,
    weight: np.ndarray,
    seen: Sightings,
    prior: csr_array,
    motion: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Return one Gauss-Newton step of the motions (N,6) and of the points (P,3), the points
    eliminated first (Schur's complement).
    """
    n, n_points = len(motion), int(seen.point.max()) + 1
    of_frame = (6 * seen.frame[:, None] + np.arange(6))[:, None, :]
    of_point = (3 * seen.point[:, None] + np.arange(3))[:, None, :]
    rows = np.arange(miss.size).reshape(-1, 2, 1)
    root = np.sqrt(weight)[:, None, None]

    def sparse(values: np.ndarray, columns: np.ndarray, width: int) -> csr_array:
        row, column = np.broadcast_arrays(rows, columns)
        where = row.ravel(), column.ravel()
        return coo_array(((root * values).ravel(), where), (miss.size, width)).tocsr()

    A, B = sparse(by_motion, of_frame, 6 * n), sparse(by_point, of_point, 3 * n_points)
    r = (root[..., 0] * miss).ravel()
    blocks = np.zeros((n_points, 3, 3))
    np.add.at(blocks, seen.point, np.einsum("m,mki,mkj->mij", weight, by_point, by_point))
    ridge = 1e-9 * np.trace(blocks, axis1=1, axis2=2) + 1e-12
    inverse = block_diag(np.linalg.inv(blocks + ridge[:, None, None] * np.eye(3)), "csr")
    cross, toward, point_toward = A.T @ B, A.T @ r + prior @ motion.ravel(), B.T @ r
    whole = (A.T @ A + prior - cross @ inverse @ cross.T).toarray()
    step = -np.linalg.solve(whole, toward - cross @ (inverse @ point_toward))
    shift = -inverse @ (point_toward + cross.T @ step)
    return step.reshape(n, 6), shift.reshape(n_points, 3)
