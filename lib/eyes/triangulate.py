"""Marks in photos to points in space: RANSAC over pairs of views, least squares in pixels, a
covariance, and a list of outliers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.optimize import least_squares

from lib.capture.cameras import Cameras
from lib.capture.place import meeting_point
from lib.label.picks import SIDES, PickError, Picks
from lib.workbook.settings_sections import EyeballSettings

MIN_ANGLE = 2.0  # degrees between two views that can give a depth
MAX_PAIRS = 400  # view pairs tried; more are drawn at random, always the same ones


@dataclass
class TriangulatedPoint:
    """A point that was marked in N frames.

    xyz: (3,) world. covariance: (3, 3) world^2, from the residuals and a prior of sigma_px. frames:
    N names. residuals_px: (N,) distance between mark and reprojection. inlier: (N,) bool, the
    frames that the point was computed from.
    """

    xyz: np.ndarray
    covariance: np.ndarray
    frames: list[str]
    residuals_px: np.ndarray
    inlier: np.ndarray

    @property
    def sd(self) -> float:
        """Standard deviation along an axis, world units; the mean over three axes."""
        return float(np.sqrt(np.trace(self.covariance) / 3))

    @property
    def rms_px(self) -> float:
        """Root mean square residual, px, of the frames that the point was computed from."""
        return float(np.sqrt((self.residuals_px[self.inlier] ** 2).mean()))


def triangulate(
    cameras: Cameras,
    index: list[int],
    px: np.ndarray,
    sigma_px: float | np.ndarray = 1.0,
    what: str = "point",
    share: float = 0.5,
    plausible: Callable[[np.ndarray, np.ndarray], bool] | None = None,
) -> TriangulatedPoint:
    """Return the point that frames `index` (N) see at pixels px (N, 2) of the photos as taken.

    sigma_px: standard deviation of a mark, one or (N,). what: the point's name, for errors. share:
    part of the views that must agree. plausible(pair, xyz): whether a proposal (3,) of two views,
    given by their places in `index`, counts; None: each does.

    RANSAC: every pair of views proposes a point. The proposal that most views support to within 4
    sigma is refined by least squares of the reprojection error over sigma. A PickError names the
    frames if there are fewer than two views, if all look from one direction, or if fewer than
    `share` of them agree.
    """
    names = [cameras.names[i] for i in index]
    sigma = np.broadcast_to(np.asarray(sigma_px, float), len(index))
    if len(index) < 2:
        where = f" ({names[0]})" if names else ""
        raise PickError(
            f"{what}: expected picks in two photos or more, found {len(index)}{where}; mark it in "
            "one more photo"
        )
    rays = [cameras.rays(i, p) for i, p in zip(index, np.asarray(px, np.float64), strict=True)]
    origins, dirs = (np.concatenate(r) for r in zip(*rays, strict=True))
    view = _Views(cameras, index, dirs, sigma)
    pairs = np.stack(np.triu_indices(len(index), 1), 1)
    angle = np.degrees(np.arccos(np.clip((dirs[pairs[:, 0]] * dirs[pairs[:, 1]]).sum(1), -1, 1)))
    pairs = pairs[angle > MIN_ANGLE]
    if not len(pairs):
        raise PickError(
            f"{what}: photos {', '.join(names)} look from almost one direction ({angle.max():.1f} "
            f"degrees apart, {MIN_ANGLE:.0f} needed); mark it in a photo from further to the side"
        )
    if len(pairs) > MAX_PAIRS:
        pairs = np.random.default_rng(0).choice(pairs, MAX_PAIRS, replace=False)
    proposals = [meeting_point(origins[p], dirs[p], sigma[p] ** -2.0) for p in pairs]
    if plausible:
        keep = [plausible(p, x) for p, x in zip(pairs, proposals, strict=True)]
        if not any(keep):
            raise PickError(f"{what}: no two of {len(index)} photos agree on a plausible place")
        pairs = pairs[keep]
        proposals = [x for x, kept in zip(proposals, keep, strict=True) if kept]
    x, inlier = _agreed(view, pairs, proposals)
    residuals = view.residuals(x)
    if (residuals[inlier] > 4).any() or inlier.sum() < max(2, share * len(index)):
        found = ", ".join(f"{n} {r:.1f}" for n, r in zip(names, residuals * sigma, strict=True))
        raise PickError(
            f"{what}: the picks contradict each other: expected {4 * sigma.min():.1f} px or less "
            f"between pick and reprojection in {share:.0%} of the photos at least, found {found} "
            "px; are left and right, or inner and outer, swapped in one of them?"
        )
    n = int(inlier.sum())
    prior = 4  # degrees of freedom that sigma_px counts for: few picks say little
    variance = (prior + (residuals[inlier] ** 2).sum()) / (prior + max(2 * n - 3, 0))
    J = view.jacobian(x)[inlier].reshape(-1, 3)
    return TriangulatedPoint(x, variance * np.linalg.inv(J.T @ J), names, residuals * sigma, inlier)


def _agreed(
    view: _Views, pairs: np.ndarray, proposals: list[np.ndarray]
) -> tuple[np.ndarray, np.ndarray]:
    """Return the point (3,) that most views support, refined, and those views (N,) bool.

    proposals: a point (3,) for each pair (P, 2) of views.
    """
    costs = [(np.minimum(view.residuals(x), 4) ** 2).sum() for x in proposals]
    best = int(np.argmin(costs))
    # Two picks one sigma off put their proposal further off than that elsewhere, so the first set
    # is drawn wide.
    x, inlier = proposals[best], view.residuals(proposals[best]) < 8
    inlier[pairs[best]] = True
    for _ in range(5):
        x = view.refine(x, inlier)
        again = view.residuals(x) < 4
        if again.sum() < 2 or (again == inlier).all():
            break
        inlier = again
    return view.refine(x, inlier), inlier


def triangulate_landmarks(
    picks: Picks,
    cameras: Cameras,
    sigma_px: float | None = None,
    auto_sd: float = EyeballSettings.auto_sd,
) -> dict[str, dict[str, TriangulatedPoint]]:
    """Return points[side][name] of every landmark that was marked in two photos or more; see
    `triangulate`.

    sigma_px: standard deviation of a mark by hand, px; None: 1 px in a photo of 720 px. auto_sd:
    that of a proposed mark, in units of sigma_px. A landmark that was marked by hand in two photos
    ignores the proposals.
    """
    sigma_px = sigma_px or max(1.0, max(cameras.width, cameras.height) / 720)
    out: dict[str, dict[str, TriangulatedPoint]] = {side: {} for side in SIDES}
    for side in SIDES:
        on_map = picks.map[side].landmarks if side in picks.map else {}
        for name, marks in _marks(picks, cameras, side).items():
            by_hand = [mark for mark in marks if not mark[2]]
            marks = by_hand if len(by_hand) > 1 else marks
            if len(marks) < 2 and name in on_map:
                continue
            index, px, auto = zip(*marks, strict=True)
            sigma = sigma_px * np.where(auto, auto_sd, 1.0)
            out[side][name] = triangulate(
                cameras, list(index), np.array(px), sigma, f"{side} eye, {name}"
            )
    return out


def _marks(
    picks: Picks, cameras: Cameras, side: str
) -> dict[str, list[tuple[int, np.ndarray, bool]]]:
    """Return, for each landmark of one eye, (frame, px (2,), whether it was proposed) a photo."""
    marks: dict[str, list[tuple[int, np.ndarray, bool]]] = {}
    for frame, eyes in picks.frames.items():
        if side not in eyes:
            continue
        eye = eyes[side]
        for name, px in eye.landmarks.items():
            mark = cameras.names.index(frame), px, name in eye.auto
            marks.setdefault(name, []).append(mark)
    return marks


def outliers(points: dict[str, dict[str, TriangulatedPoint]]) -> list[str]:
    """Return the marks that were left out, in words, the worst first: "00012: left eye, iris_inner,
    37.2 px".
    """
    found = []
    for side, named in points.items():
        for name, point in named.items():
            for k in np.flatnonzero(~point.inlier):
                r = point.residuals_px[k]
                found.append((r, f"{point.frames[k]}: {side} eye, {name}, {r:.1f} px"))
    return [words for _, words in sorted(found, reverse=True)]


class _Views:
    """N pinhole views of one point: residuals and their derivative."""

    def __init__(self, cameras: Cameras, index: list[int], dirs: np.ndarray, sigma: np.ndarray):
        c2w = cameras.c2w[index]
        self.R, self.t = c2w[:, :3, :3], c2w[:, :3, 3]
        # Over sigma, so that all pixels below are in sigmas.
        self.focal = cameras.K[[0, 1], [0, 1]] / sigma[:, None]
        # From the rays of the picks, which have no distortion of the lens.
        d = np.einsum("nji,nj->ni", self.R, dirs)
        self.xy = self.focal * d[:, :2] / d[:, 2:]  # from the principal point

    def _local(self, x: np.ndarray) -> np.ndarray:
        return np.einsum("nji,nj->ni", self.R, x - self.t)

    def errors(self, x: np.ndarray) -> np.ndarray:
        """Return reprojection minus mark (N, 2), in sigmas; very large behind a camera."""
        p = self._local(x)
        out = self.focal * p[:, :2] / np.where(p[:, 2:] > 1e-9, p[:, 2:], np.nan) - self.xy
        return np.nan_to_num(out, nan=1e6)

    def residuals(self, x: np.ndarray) -> np.ndarray:
        """Return (N,) reprojection errors, in sigmas."""
        return np.linalg.norm(self.errors(x), axis=1)

    def jacobian(self, x: np.ndarray) -> np.ndarray:
        """Return the derivative (N, 2, 3) of `errors`, in sigmas a world unit."""
        p = self._local(x)
        J = np.zeros((len(p), 2, 3))
        J[:, 0, 0] = J[:, 1, 1] = 1 / p[:, 2]
        J[:, :, 2] = -p[:, :2] / p[:, 2:] ** 2
        return self.focal[:, :, None] * J @ self.R.transpose(0, 2, 1)

    def refine(self, x: np.ndarray, use: np.ndarray) -> np.ndarray:
        """Return the point (3,) near x with the least squared errors in the views `use` (N,) bool.
        """
        return least_squares(
            lambda x: self.errors(x)[use].ravel(),
            x,
            lambda x: self.jacobian(x)[use].reshape(-1, 3),
            method="lm",
            xtol=1e-10,
        ).x
