"""Two eyeballs: spheres through landmarks, and where the second training starts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import least_squares

from lib.capture.cameras import Cameras
from lib.capture.views import LEFT_EYE, RIGHT_EYE, Views
from lib.eyes.chart import frontal_frames
from lib.eyes.highlights import AT_LENS, Flash, find_in_masks, is_round, outdo_training
from lib.eyes.triangulate import TriangulatedPoint, outliers
from lib.fields.shape import EyeballStart
from lib.label.picks import SIDES, PickError
from lib.mesh.bake import sphere_cap
from lib.mesh.extract import Mesh
from lib.workbook.config import Settings
from lib.workbook.settings_sections import EyeballSettings

FROM_SETTINGS = "the capture's settings"  # source of eyes that nobody marked here
RADIUS_SHARE = 0.19  # an eyeball's radius over the eyes' distance: 12 over 63 mm in adults


@dataclass
class Eye:
    """One eyeball. All vectors are in world units.

    landmarks: name -> (3,) points on it. center (3,). radius. gaze (3,): unit direction from the
    centre to the middle of the iris. residuals_px: name -> RMS distance, px, between picks and
    reprojection. covariance: name -> (3, 3), world^2. center_sd: standard deviation of the centre;
    None unless highlights showed it. mark_sd: name -> standard deviation of its marks, in units of
    that of a mark by hand, for landmarks that nobody marked by hand.
    """

    landmarks: dict[str, np.ndarray]
    center: np.ndarray
    radius: float
    gaze: np.ndarray
    residuals_px: dict[str, float] = field(default_factory=dict)
    covariance: dict[str, np.ndarray] = field(default_factory=dict)
    center_sd: float | None = None
    mark_sd: dict[str, float] = field(default_factory=dict)


@dataclass
class Eyes:
    """Both eyeballs; they share one radius.

    source: how they were made. outliers: picks that were left out, in words. notes: doubts, in
    words. evidence: the highlights that were used, in words.
    """

    left: Eye
    right: Eye
    source: str
    outliers: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)

    def __iter__(self):
        return iter((("left", self.left), ("right", self.right)))

    def size_ratio(self) -> float:
        """Return the radius, divided by the radius that the distance between the eyes suggests; 1
        in most adults.
        """
        apart = np.linalg.norm(np.subtract(self.left.center, self.right.center))
        return float(self.left.radius / (RADIUS_SHARE * apart))

    def start(self) -> EyeballStart:
        """Return where the second training starts its eyeballs, and what holds them."""
        sides = self.left, self.right
        return EyeballStart(
            [np.asarray(eye.center).tolist() for eye in sides],
            float(np.mean([eye.radius for eye in sides])),
            tuple([np.asarray(p).tolist() for p in eye.landmarks.values()] for eye in sides),
            tuple(eye.center_sd for eye in sides),
            tuple([1.0 / eye.mark_sd.get(name, 1.0) for name in eye.landmarks] for eye in sides),
        )


def fit_sphere(points: np.ndarray) -> tuple[np.ndarray, float]:
    """Return centre (3,) and radius of the sphere through points (N, 3), N at least 4.

    Least squares of |p|^2 = 2 c.p + r^2 - |c|^2, which is linear in c and r^2 - |c|^2. A PickError
    where the points lie in one plane.
    """
    points = np.asarray(points, np.float64)
    mean = points.mean(0)
    p = points - mean
    A = np.column_stack([2 * p, np.ones(len(p))])
    scale = np.ptp(points, axis=0).max()
    if len(p) < 4 or not scale > 0 or np.linalg.cond(A / [scale, scale, scale, 1]) > 1e6:
        raise PickError(
            f"expected four points or more that do not lie in one plane, got {len(p)}; no sphere "
            "is determined by them"
        )
    x = np.linalg.lstsq(A, (p * p).sum(1), rcond=None)[0]
    return x[:3] + mean, float(np.sqrt(x[3] + x[:3] @ x[:3]))


def fit_eyeballs(
    landmarks: dict[str, np.ndarray],
    forward: np.ndarray,
    radius_range: tuple[float, float],
    sigma: dict[str, np.ndarray] | None = None,
    surface: dict[str, np.ndarray] | None = None,
    aims: dict[str, tuple[np.ndarray, float]] | None = None,
    radius_sd: float = EyeballSettings.radius_sd,
    alike_sd: float = EyeballSettings.alike_sd,
) -> tuple[dict[str, np.ndarray], float]:
    """Return the centres {side: (3,)} of two spheres and their one radius, world units.

    landmarks[side]: (N, 3) points on the sphere. sigma[side]: (N,) their standard deviations.
    surface[side]: (M, 3) points of the scanned eye; together they weigh as much as eight landmarks.
    aims[side]: a point and its standard deviation, where highlights showed the centre. forward:
    (3,) unit, out of the face. radius_range: smallest and largest radius. radius_sd: standard
    deviation of log(radius / prior). alike_sd: that of `unlike`, in radii of the prior.

    The sum of five terms is minimised: the geometric distances |p - c| - r (Huber); log(r / prior)
    / radius_sd; the distance of a centre from its aim; a weak term that keeps the centre straight
    behind the landmarks; and `unlike`. The last two are needed because a few landmarks lie nearly
    on one circle, which leaves the centre free along the circle's axis: a landmark that is 0.3 mm
    off moves it by 2 mm. The fit starts from algebraic spheres where the points determine one.
    """
    means = {side: landmarks[side].mean(0) for side in SIDES}
    prior = np.clip(RADIUS_SHARE * np.linalg.norm(means["left"] - means["right"]), *radius_range)
    floor = 0.03 * prior  # no landmark is truer than this: eyes are not quite spheres
    across = np.eye(3) - np.outer(forward, forward)

    def errors(x: np.ndarray) -> np.ndarray:
        radius, out = np.exp(x[6]), [(x[6] - np.log(prior)) / radius_sd]
        for k, side in enumerate(SIDES):
            c = x[3 * k : 3 * k + 3]
            s = np.hypot(floor, 0 if sigma is None else sigma[side])
            out += [_huber((np.linalg.norm(landmarks[side] - c, axis=1) - radius) / s)]
            out += [across @ (c - means[side]) / (0.25 * prior)]
            if surface and len(surface.get(side, ())):
                d = np.linalg.norm(surface[side] - c, axis=1) - radius
                out += [_huber(d / floor) * np.sqrt(8 / len(d))]
            if aims and side in aims:
                out += [(c - aims[side][0]) / aims[side][1]]
        out += [unlike({"left": x[:3], "right": x[3:6]}, means) / (alike_sd * prior)]
        return np.hstack(out)

    low, high = np.full(7, -np.inf), np.full(7, np.inf)
    low[6], high[6] = np.log(radius_range)
    balls = [
        _first_ball(
            np.concatenate([landmarks[side], *([surface[side]] if surface else ())]),
            means[side],
            forward,
            prior,
        )
        for side in SIDES
    ]
    radius = np.clip(np.log(np.mean([r for _, r in balls])), low[6] + 1e-6, high[6] - 1e-6)
    start = np.hstack([*(center for center, _ in balls), radius])
    x = least_squares(errors, start, bounds=(low, high), x_scale=np.array([prior] * 6 + [1.0])).x
    return {"left": x[:3], "right": x[3:6]}, float(np.exp(x[6]))


def unlike(centers: dict[str, np.ndarray], fronts: dict[str, np.ndarray]) -> np.ndarray:
    """Return by how much (3,) the left eye's centre, seen from its landmarks' mean `fronts`,
    differs from the right one's, mirrored; world units.

    The mirror is the plane half way between the two means: faces are nearly symmetric.
    """
    left, right = (centers[side] - fronts[side] for side in SIDES)
    apart = fronts["left"] - fronts["right"]
    return left - right + 2 * apart * (apart @ right) / (apart @ apart)


def _first_ball(
    points: np.ndarray, mean: np.ndarray, forward: np.ndarray, prior: float
) -> tuple[np.ndarray, float]:
    """Return centre (3,) and radius to start from: the algebraic sphere if it is plausible for an
    eye, else one behind the landmarks.
    """
    try:
        center, radius = fit_sphere(points)
        if 0.5 < radius / prior < 2 and (mean - center) @ forward > 0.5 * radius:
            return center, radius
    except PickError:
        pass
    return mean - 0.85 * prior * forward, prior


def _huber(r: np.ndarray, knee: float = 2.0) -> np.ndarray:
    """Return residuals whose squares grow only linearly beyond the knee (Huber's loss for least
    squares).
    """
    a = np.abs(r)
    return np.where(a <= knee, r, np.sign(r) * np.sqrt(knee * (2 * np.maximum(a, knee) - knee)))


def make_eyes(
    landmarks: dict[str, dict[str, np.ndarray]],
    forward: np.ndarray,
    settings: Settings,
    cameras: Cameras,
    source: str,
    highlight: Callable[[str, np.ndarray, float], TriangulatedPoint | None] | None = None,
    scan: Callable[[str, np.ndarray, float], np.ndarray] | None = None,
    marked: dict[str, dict[str, TriangulatedPoint]] | None = None,
) -> Eyes:
    """Return both eyeballs through landmarks: spheres are fitted, scan and highlights are looked
    for about them, and spheres are fitted again to all.

    landmarks[side]: name -> (3,) world. forward (3,): unit, out of the face. cameras: of the photos
    to train on. source: see `Eyes`. For a side, a centre (3,) and a radius, `scan` returns points
    (M, 3) of the scanned eye, and `highlight`, asked afterwards, the point where its highlights
    meet; None: there are none. marked[side]: those of the landmarks that were triangulated.
    """
    options, marked = settings.eyeballs, marked or {side: {} for side in SIDES}
    limits = settings.data.eyeball_min_size, settings.data.eyeball_max_size
    trust = {"radius_sd": options.radius_sd, "alike_sd": options.alike_sd}
    points = {side: np.array(list(landmarks[side].values())) for side in SIDES}
    sigma = {
        side: np.array([marked[side][n].sd if n in marked[side] else 0.0 for n in landmarks[side]])
        for side in SIDES
    }
    centers, radius = fit_eyeballs(points, forward, limits, sigma, **trust)
    surface, aims, notes, evidence = {}, given_centers(settings, radius), [], []
    for side in SIDES:
        where = side, centers[side], radius
        surface[side] = np.zeros((0, 3)) if scan is None else scan(*where)
        if highlight is None or side in aims:
            continue
        aim, whole = highlight(*where), np.concatenate([surface[side], points[side]])
        if aim is None:
            told = "landmarks" if scan is None else "landmarks and the scanned surface"
            notes.append(
                f"{side} eye: no highlights were found that meet in a point; {told} alone say "
                "where its centre is"
            )
        elif is_round(whole, aim.xyz, limits, options.roundness):
            aims[side] = aim.xyz, max(aim.sd, 0.01 * radius)
            evidence.append(f"{side} eye: highlights of {aim.inlier.sum()} photos show its centre")
        else:
            notes.append(
                f"{side} eye: its highlights meet at {aim.xyz.round(3).tolist()}, about which "
                "the scanned eye is not round (a cornea?); they were not used"
            )
    centers, radius = fit_eyeballs(points, forward, limits, sigma, surface, aims, **trust)
    if not 1.01 * limits[0] < radius < 0.99 * limits[1]:
        notes.append(
            f"the eyeballs' radius, {radius:.4f}, lies at the end of data.eyeball_min_size to "
            f"eyeball_max_size, {limits[0]} to {limits[1]}: marks and scan hardly tell it; set a "
            "narrower range, or mark photos"
        )
    eyes = {
        side: Eye(
            landmarks[side],
            centers[side],
            radius,
            gaze_of(landmarks[side], centers[side], forward),
            {name: point.rms_px for name, point in marked[side].items()},
            {name: point.covariance for name, point in marked[side].items()},
            held_sd(aims.get(side), cameras, centers[side], radius, options.highlight_px),
        )
        for side in SIDES
    }
    return Eyes(**eyes, source=source, outliers=outliers(marked), notes=notes, evidence=evidence)


def eyes_from_settings(
    settings: Settings, cameras: Cameras, views: Views | None = None, flash: Flash = AT_LENS
) -> Eyes:
    """Return the eyes of a preprocessed capture, whose config has left_eye_ldm and right_eye_ldm
    (3D points without names).

    If `views` have eye masks, highlights of the `flash` inside them show where the centres are.
    """
    points = {side: _points_of(settings, side) for side in SIDES}
    axis = points["left"].mean(0) - points["right"].mean(0)
    middle = (points["left"].mean(0) + points["right"].mean(0)) / 2
    with_masks = views is not None and views.has_eyes
    looking = _eye_seeing(views) if with_masks else cameras.c2w[:, :3, 3]
    forward = across(looking.mean(0) - middle, axis)
    options = settings.eyeballs

    def highlight(side: str, center: np.ndarray, radius: float) -> TriangulatedPoint | None:
        front, label = points[side].mean(0), LEFT_EYE if side == "left" else RIGHT_EYE
        frames = frontal_frames(views.cameras, front, forward, options.highlight_deg)
        if len(frames) < 4:
            return None
        ball = sphere_cap(center, radius, forward, np.pi / 2)
        return find_in_masks(
            views, label, frames, ball, front, forward, axis, radius, flash, options.highlight_min
        )

    landmarks = {}
    for side, outward in (("left", axis), ("right", -axis)):
        names = landmark_names(points[side], outward)
        landmarks[side] = dict(zip(names, points[side], strict=True))
    photos = views.cameras if views else cameras
    looked = highlight if with_masks else None
    return make_eyes(landmarks, forward, settings, photos, FROM_SETTINGS, looked)


def _points_of(settings: Settings, side: str) -> np.ndarray:
    """Return the settings' 3D points (N, 3) on one eyeball; a PickError if there are fewer than
    three.
    """
    ldm = getattr(settings.data, f"{side}_eye_ldm")
    if not ldm or len(ldm) < 3:
        raise PickError(
            f"data.{side}_eye_ldm: expected 3D points of the {side} eye, at least three, found "
            f"{len(ldm or ())}; label the eyes in 04_pick_eyes instead"
        )
    return np.array(ldm, np.float64)


def _eye_seeing(views: Views) -> np.ndarray:
    """Return the positions (N, 3), world, of the cameras whose eye masks are not empty."""
    sees = (views.labels & (LEFT_EYE | RIGHT_EYE)).any((1, 2))
    if not sees.any():
        raise PickError(
            "leye_mask and reye_mask: expected white where an eye shows, found black in all "
            "frames; remove the two folders and label the eyes in 04_pick_eyes"
        )
    return views.cameras.c2w[sees, :3, 3]


def given_centers(settings: Settings, radius: float) -> dict[str, tuple[np.ndarray, float]]:
    """Return {side: (centre (3,), its standard deviation)} of the centres that the settings fix
    (data.fix_eyeball_center), world units.
    """
    given = settings.data.eyeball_left_center, settings.data.eyeball_right_center
    return {
        side: (np.array(at), 1e-3 * radius)
        for side, at in zip(SIDES, given, strict=True)
        if settings.data.fix_eyeball_center and at is not None
    }


def held_sd(
    aim: tuple[np.ndarray, float] | None,
    cameras: Cameras,
    center: np.ndarray,
    radius: float,
    large_px: float,
) -> float | None:
    """Return the standard deviation, world units, with which the second training holds a centre at
    its aim; None if it does not hold it.

    aim: point (3,) and its standard deviation. center (3,) and radius: of the eyeball, world units.
    large_px: see `outdo_training`.
    """
    if aim is None or not outdo_training(cameras, center, radius, large_px):
        return None
    return aim[1]


def landmark_names(points: np.ndarray, outward: np.ndarray) -> list[str]:
    """Return the names of landmarks (N, 3) by their order along `outward`, which points from the
    nose to the temple.
    """
    if len(points) != 4:
        return [f"point_{k}" for k in range(len(points))]
    names = np.empty(4, object)
    names[np.argsort(points @ outward)] = [
        "corner_inner",
        "iris_inner",
        "iris_outer",
        "corner_outer",
    ]
    return names.tolist()


def across(direction: np.ndarray, axis: np.ndarray) -> np.ndarray:
    """Return the part of a direction (3,) at right angles to an axis (3,), as a unit vector."""
    direction = direction - axis * (direction @ axis) / (axis @ axis)
    return direction / np.linalg.norm(direction)


def face_forward(mesh: Mesh, middle: dict[str, np.ndarray]) -> np.ndarray:
    """Return (3,) unit direction out of the face: the mesh's mean normal between and about the
    eyes.
    """
    axis = middle["left"] - middle["right"]
    reach = 0.6 * np.linalg.norm(axis)
    near = np.linalg.norm(mesh.v_pos - (middle["left"] + middle["right"]) / 2, axis=1) < reach
    normal = mesh.vertex_normals()[near].astype(np.float64).sum(0)
    return across(normal, axis)


def gaze_of(
    landmarks: dict[str, np.ndarray], center: np.ndarray, forward: np.ndarray
) -> np.ndarray:
    """Return the unit direction (3,) from the centre to the middle of the iris's border; `forward`
    if the border was not marked.
    """
    iris = [p for name, p in landmarks.items() if name in ("iris_inner", "iris_outer")]
    gaze = np.mean(iris, axis=0) - center if len(iris) == 2 else forward
    return gaze / np.linalg.norm(gaze)
