"""A head of our own: what it is shaped like (signed distances) and what colour it has.

Everything is analytic and deterministic. World frame as in a capture: x to the subject's left, y
down, the face looks along -z, one unit is 155 mm. Distances are negative inside. They are made of
smooth unions, so they are true distances only near the surface; the mesher allows for that.
"""

from __future__ import annotations

import numpy as np

MM_PER_UNIT = 155.0
NECK_CUT = 0.93  # y of the flat cut through the neck

# The eyeballs are plain spheres, the left one first. Lids are built around them.
EYE_RADIUS = 0.098
EYE_X, EYE_Y, EYE_Z = 0.181, -0.175, -0.552
EYE_CENTERS = np.array([[EYE_X, EYE_Y, EYE_Z], [-EYE_X, EYE_Y, EYE_Z]])
GAZE = np.array([0.055, 0.02, -1.0]) / np.linalg.norm([0.055, 0.02, -1.0])
IRIS_ANGLE = np.arcsin(0.0405 / EYE_RADIUS)  # between gaze and iris border, seen from the centre
PUPIL_ANGLE = np.arcsin(0.0155 / EYE_RADIUS)

LID_HALF_WIDTH = 0.083  # of the opening between the lids, frontal
LID_UP, LID_DOWN = 0.0340, 0.0270  # how far it opens above and below the corners' line
LID_YAW, LID_TILT = np.radians(9.0), np.radians(5.0)  # turned outwards; outer corner higher
MOUTH_Y, MOUTH_HALF_WIDTH = 0.238, 0.17


# ---- building blocks
# ---------------------------------------------------------------------------------------


def union(a, b, k):
    """The smooth minimum of two distances, blended over a width k."""
    h = np.maximum(k - np.abs(a - b), 0) / k
    return np.minimum(a, b) - h * h * k / 4


def carve(a, b, k):
    """Solid a without solid b, the edge rounded over a width k."""
    return -union(-a, b, k)


def ellipsoid(p, center, radii):
    """Distance to an axis-aligned ellipsoid, first order exact at its surface."""
    q = (p - center) / radii
    k0 = np.linalg.norm(q, axis=-1)
    k1 = np.linalg.norm(q / radii, axis=-1)
    return k0 * (k0 - 1) / np.maximum(k1, 1e-9)


def segment(p, a, b):
    """Distance to the segment ab, and where along it (0 to 1) the nearest point lies."""
    a, b = np.asarray(a, float), np.asarray(b, float)
    t = np.clip((p - a) @ (b - a) / ((b - a) @ (b - a)), 0, 1)
    return np.linalg.norm(p - a - t[..., None] * (b - a), axis=-1), t


def capsule(p, a, b, ra, rb):
    """Distance to a rod from a to b whose radius goes from ra to rb."""
    d, t = segment(p, a, b)
    return d - (ra + (rb - ra) * t)


def blob(p, center, size):
    """A Gaussian bump, 1 at its centre; used to push the surface in or out."""
    return np.exp(-(((p - center) / size) ** 2).sum(-1))


def ramp(x, lo, hi):
    """0 below lo, 1 above hi, smooth between (lo > hi turns it round)."""
    t = np.clip((x - lo) / (hi - lo), 0, 1)
    return t * t * (3 - 2 * t)


def noise(p, seed=0):
    """Value noise in [-1, 1] with one cell a unit, in as many dimensions as p has."""
    base = np.floor(p).astype(np.int64)
    f = p - base
    f = f * f * (3 - 2 * f)
    total = 0.0
    primes = (73856093, 19349663, 83492791)
    for corner in np.ndindex(*(2,) * p.shape[-1]):
        h = np.full(p.shape[:-1], (seed * 2654435761 + 374761393) & 0xFFFFFFFF, np.uint64)
        weight = 1.0
        for i, c in enumerate(corner):
            h ^= ((base[..., i] + c) * primes[i]).astype(np.uint64) & np.uint64(0xFFFFFFFF)
            weight = weight * (f[..., i] if c else 1 - f[..., i])
        for shift in (15, 13):
            h = ((h ^ (h >> np.uint64(shift))) * np.uint64(2246822519)) & np.uint64(0xFFFFFFFF)
        h ^= h >> np.uint64(16)
        total = total + weight * (h.astype(float) / 0x7FFFFFFF - 1)
    return total


def dots(p, seed):
    """Round soft spots in [0, 1], at most one a cell, of varying strength."""
    cell = np.floor(p)
    center = cell + 0.5 + 0.15 * np.stack([noise(cell, seed + i) for i in range(3)], -1)
    return ramp(np.linalg.norm(p - center, axis=-1), 0.37, 0.14) * ramp(
        noise(cell, seed + 3), -0.5, 0.5
    )


def mirrored(p):
    """The same points on the left half of the head, without a crease in the middle."""
    q = np.array(p, float)
    q[..., 0] = np.sqrt(q[..., 0] ** 2 + 4e-4)
    return q


# ---- eyes
# --------------------------------------------------------------------------------------------------


def eye_frame(p):
    """Points on the left half in the lids' own axes: u to the outer corner, v down, w forward."""
    q = p - EYE_CENTERS[0]
    c, s = np.cos(LID_YAW), np.sin(LID_YAW)
    u, w = c * q[..., 0] + s * q[..., 2], s * q[..., 0] - c * q[..., 2]
    v = q[..., 1]
    c, s = np.cos(LID_TILT), np.sin(LID_TILT)
    return c * u - s * v, s * u + c * v, w


def from_eye_frame(uvw):
    """The inverse of eye_frame for one point, relative to the left eye's centre."""
    u, v, w = uvw
    c, s = np.cos(LID_TILT), np.sin(LID_TILT)
    u, v = c * u + s * v, c * v - s * u
    c, s = np.cos(LID_YAW), np.sin(LID_YAW)
    return np.array([c * u + s * w, v, s * u - c * w])


def lid_lines(u):
    """Where the upper and the lower lid's edge run, v as a function of u."""
    t = np.clip(u / LID_HALF_WIDTH, -1.6, 1.6)
    skew = 0.18 * t  # the upper lid is highest on the nose's side
    return -LID_UP * (1 - t * t) * (1 - skew), LID_DOWN * (1 - t * t) * (1 + 0.5 * skew)


def eye_opening(p):
    """Distance-like value, negative where the lids leave the eyeball of the left half free."""
    u, v, w = eye_frame(p)
    up, down = lid_lines(u)
    almond = np.maximum(up - v, v - down)
    return np.maximum(np.maximum(almond * 0.85, np.abs(u) - LID_HALF_WIDTH), 0.015 - w)


# ---- skin
# --------------------------------------------------------------------------------------------------


def ear(p):
    """Distance to the ear of the left half: plate, rim, inner fold, lobe."""
    q = p - np.array([0.463, -0.075, 0.075])
    a, b = np.radians(24.0), np.radians(-13.0)  # stands off the head; leans back
    x, z = (
        np.cos(a) * q[..., 0] - np.sin(a) * q[..., 2],
        np.sin(a) * q[..., 0] + np.cos(a) * q[..., 2],
    )
    y, z = np.cos(b) * q[..., 1] - np.sin(b) * z, np.sin(b) * q[..., 1] + np.cos(b) * z
    e = np.stack([x, y, z], -1)
    d = ellipsoid(e, [0.005, 0.0, 0.0], [0.030, 0.165, 0.098])
    d = union(d, ellipsoid(e, [0.0, 0.135, -0.025], [0.030, 0.060, 0.048]), 0.03)  # lobe
    # the rim follows an ellipse, open towards the face below the middle
    ring = np.sqrt((np.sqrt((y / 1.7) ** 2 + z**2) - 0.083) ** 2 + (x - 0.026) ** 2)
    rim = (
        ring
        - 0.020
        + 0.02 * ramp(y, 0.03, 0.13)
        + 0.03 * ramp(-z, 0.05, 0.11) * ramp(y, -0.05, 0.02)
    )
    d = union(d, rim, 0.018)
    inner, _ = segment(e, [0.03, -0.055, 0.022], [0.03, 0.055, 0.030])  # antihelix
    d = union(d, inner - 0.017, 0.02)
    d = carve(d, ellipsoid(e, [0.042, 0.030, -0.018], [0.032, 0.058, 0.034]), 0.02)  # concha
    d = carve(d, ellipsoid(e, [0.044, -0.075, -0.005], [0.024, 0.050, 0.030]), 0.02)
    d = union(d, ellipsoid(e, [0.02, 0.025, -0.065], [0.022, 0.032, 0.020]), 0.02)  # tragus
    return d


def nose(p):
    """Distance to the nose: bridge, tip, wings, nostrils."""
    d = capsule(p, [0, -0.215, -0.630], [0, 0.02, -0.770], 0.042, 0.044)
    d = union(d, ellipsoid(p, [0, 0.035, -0.785], [0.052, 0.047, 0.054]), 0.05)
    d = union(d, ellipsoid(p, [0.067, 0.062, -0.712], [0.039, 0.036, 0.072]), 0.045)
    d = union(d, capsule(p, [0, 0.070, -0.785], [0, 0.092, -0.690], 0.022, 0.024), 0.035)
    d = union(d, ellipsoid(p, [0.040, -0.110, -0.610], [0.045, 0.120, 0.070]), 0.06)  # side walls
    d = union(d, ellipsoid(p, [0.035, -0.010, -0.685], [0.032, 0.070, 0.050]), 0.045)
    d = d + 0.007 * blob(p, [0.066, 0.012, -0.735], [0.028, 0.016, 0.040])  # above the wings
    return d


def mouth_line(ax):
    """y of the line between the lips."""
    t = ax / MOUTH_HALF_WIDTH
    return MOUTH_Y + 0.005 * np.cos(np.pi * np.clip(t, 0, 1) * 1.6) - 0.006 * t * t


def lip_profile(ax):
    """Heights of the upper and the lower lip's red part above and below the mouth line."""
    t = np.clip(ax / MOUTH_HALF_WIDTH, 0, 1)
    upper = 0.048 * np.sqrt(np.clip(1 - t**1.7, 0, 1)) - 0.009 * np.exp(
        -((ax / 0.022) ** 2)
    )  # cupid's bow
    lower = 0.060 * np.sqrt(np.clip(1 - t**2.2, 0, 1))
    return upper, lower


def lips(p):
    """Distance to the two lips, bent around the teeth."""
    ax, y, z = p[..., 0], p[..., 1], p[..., 2]
    upper, lower = lip_profile(ax)
    line, bend = mouth_line(ax), 2.9 * ax**2
    taper = np.sqrt(np.clip(1 - (ax / (MOUTH_HALF_WIDTH * 1.02)) ** 2, 0, 1))

    def roll(center_y, center_z, ry, rz):
        ry, rz = np.maximum(ry, 0.006), np.maximum(rz, 0.006)
        r = np.sqrt(((y - center_y) / ry) ** 2 + ((z - center_z) / rz) ** 2)
        return (r - 1) * np.minimum(ry, rz)

    top = roll(line - 0.42 * upper, -0.685 + bend, 0.62 * upper, 0.045 * taper)
    low = roll(line + 0.46 * lower, -0.672 + bend, 0.60 * lower, 0.047 * taper)
    both = union(top, low, 0.008)
    return -union(-both, MOUTH_HALF_WIDTH - ax, 0.02)


def skull(p):
    """Distance to the head without ears, nose and lips' detail (mirrored points); hair grows from
    this.
    """
    d = ellipsoid(p, [0, -0.370, 0.010], [0.455, 0.505, 0.585])
    d = union(d, ellipsoid(p, [0, -0.360, -0.235], [0.385, 0.370, 0.425]), 0.15)  # forehead
    d = union(d, ellipsoid(p, [0, 0.010, -0.240], [0.350, 0.430, 0.370]), 0.12)  # face
    d = union(
        d, capsule(p, [0.280, 0.195, -0.060], [0.120, 0.405, -0.440], 0.085, 0.100), 0.20
    )  # jaw
    d = union(d, ellipsoid(p, [0, 0.425, -0.520], [0.140, 0.100, 0.125]), 0.12)  # chin
    d = union(d, ellipsoid(p, [0.270, -0.015, -0.370], [0.125, 0.095, 0.170]), 0.22)  # cheek bone
    d = union(d, ellipsoid(p, [0.150, 0.120, -0.470], [0.150, 0.170, 0.130]), 0.12)  # cheek
    d = union(
        d, ellipsoid(p, [0.235, 0.125, -0.315], [0.128, 0.175, 0.195]), 0.16
    )  # below the cheek bone
    d = union(d, ellipsoid(p, [0, 0.225, -0.515], [0.190, 0.160, 0.165]), 0.10)  # around the mouth
    neck = capsule(p, [0, 0.15, 0.120], [0, 1.20, 0.235], 0.270, 0.295)
    neck = union(
        neck, capsule(p, [0.10, 0.95, 0.20], [0.60, 1.22, 0.28], 0.18, 0.16), 0.22
    )  # shoulders
    neck = union(
        neck, capsule(p, [0.290, 0.220, 0.060], [0.060, 0.960, -0.030], 0.050, 0.040), 0.10
    )
    return union(d, neck, 0.16)


def skin(points):
    """Signed distance to the skin. points: (M, 3)."""
    p = mirrored(points)
    ax = p[..., 0]
    d = skull(p)
    d = union(
        d, capsule(p, [0, -0.275, -0.610], [0.260, -0.275, -0.500], 0.060, 0.045), 0.10
    )  # brow ridge
    d = carve(d, ellipsoid(p, [0.172, -0.190, -0.752], [0.130, 0.080, 0.105]), 0.12)  # eye sockets
    d = carve(d, ellipsoid(p, [0.530, -0.300, -0.460], [0.100, 0.170, 0.160]), 0.20)  # temples
    # eyelids: a shell around the ball, opened by the almond, with a fold above
    ball = np.linalg.norm(p - EYE_CENTERS[0], axis=-1)
    d = union(d, ball - EYE_RADIUS - 0.019, 0.075)
    u, v, w = eye_frame(p)
    up, down = lid_lines(u)
    near = np.exp(-(((ball - EYE_RADIUS - 0.02) / 0.03) ** 2))
    near = near * ramp(w, 0.0, 0.04) * ramp(np.abs(u), 0.11, 0.07)
    d = d + 0.007 * near * np.exp(-(((v - 0.8 * up + 0.032) / 0.011) ** 2))  # fold of the upper lid
    d = d + 0.004 * near * np.exp(-(((v - down - 0.034) / 0.014) ** 2))  # fold of the lower lid
    d = carve(d, eye_opening(p), 0.008)
    # nose and mouth
    d = union(d, nose(p), 0.070)
    d = carve(d, ellipsoid(p, [0.038, 0.101, -0.738], [0.020, 0.022, 0.034]), 0.016)  # nostrils
    d = d + 0.007 * np.exp(
        -((segment(p, [0.118, 0.060, -0.650], [0.200, 0.205, -0.570])[0] / 0.030) ** 2)
    )
    d = union(d, lips(p), 0.030)
    front = ramp(p[..., 2], -0.45, -0.52)
    slit = np.exp(-(((p[..., 1] - mouth_line(ax)) / 0.010) ** 2)) * ramp(ax, MOUTH_HALF_WIDTH, 0.11)
    d = d + 0.013 * slit * front
    corner = [MOUTH_HALF_WIDTH + 0.008, mouth_line(MOUTH_HALF_WIDTH), -0.59]
    d = d + 0.007 * blob(p, corner, [0.022, 0.022, 0.08])
    d = d + 0.010 * blob(p, [0, 0.150, -0.70], [0.018, 0.045, 0.06])  # philtrum
    d = d + 0.016 * blob(p, [0, 0.345, -0.64], [0.110, 0.030, 0.07])  # above the chin
    d = union(d, ear(p), 0.03)
    d = d - 0.012 * blob(p, [0, 0.70, -0.10], [0.05, 0.07, 0.10])  # larynx
    return np.maximum(d, p[..., 1] - NECK_CUT)


# ---- hair
# --------------------------------------------------------------------------------------------------

CROWN = np.array([0.09, -0.80, 0.42])
_LINE = np.array(
    [
        [0, -0.625],
        [18, -0.635],
        [32, -0.610],
        [44, -0.540],
        [54, -0.430],
        [64, -0.335],
        [74, -0.230],
        [80, -0.100],
        [86, -0.040],
        [91, -0.110],
        [97, -0.270],
        [112, -0.275],
        [122, -0.140],
        [132, 0.060],
        [145, 0.220],
        [160, 0.270],
        [180, 0.280],
    ]
)


def strands(p):
    """Coordinates of hair around the crown: across the strands (in strands) and along them."""
    axis = (CROWN - [0, -0.3, 0.05]) / np.linalg.norm(CROWN - [0, -0.3, 0.05])
    side = np.cross(axis, [1, 0, 0])
    side /= np.linalg.norm(side)
    q = p - [0, -0.3, 0.05]
    q = q / np.linalg.norm(q, axis=-1, keepdims=True)
    polar = np.arccos(np.clip(q @ axis, -1, 1))
    around = np.arctan2(q @ side, q @ np.cross(axis, side)) + 0.45 * polar  # a whorl
    return around, polar


def strand_noise(p, n, seed):
    """Noise in [-1, 1] of n strands around the crown, long along the strands."""
    around, polar = strands(p)
    # cos and sin make it close on itself
    c = np.stack([np.cos(around) * n / 6.28, np.sin(around) * n / 6.28, polar * 2.2], -1)
    return noise(c, seed)


def hair(points):
    """Signed distance to the hair: the skull, thicker above an irregular hairline."""
    p = mirrored(points)
    d = skull(p)
    d = carve(d, ellipsoid(p, [0.530, -0.300, -0.460], [0.100, 0.170, 0.160]), 0.20)
    phi = np.degrees(np.arctan2(p[..., 0], -(p[..., 2] + 0.02)))
    line = np.interp(phi, _LINE[:, 0], _LINE[:, 1])
    # locks hang over the forehead, more of them on the right of the parting
    fringe = ramp(-p[..., 2], 0.35, 0.5) * ramp(points[..., 0], 0.20, 0.10)
    line = line + 0.020 * noise(points * 20.0, 5) + 0.006 * noise(points * 45.0, 6)
    line = line + fringe * (0.045 + 0.075 * strand_noise(points, 60, 8))
    above = line - p[..., 1]
    thick = 0.020 + 0.045 * ramp(above, 0.02, 0.30)
    thick = thick + 0.045 * blob(points, [-0.10, -0.78, -0.40], [0.26, 0.20, 0.30])
    parting = np.exp(-(((points[..., 0] - 0.175) / 0.016) ** 2)) * ramp(p[..., 2], 0.25, 0.05)
    thick = thick - 0.022 * parting * ramp(p[..., 1], -0.3, -0.4)
    lock = strand_noise(points, 46, 1) * 0.014 + strand_noise(points, 110, 2) * 0.008
    lock = lock * ramp(np.linalg.norm(points - CROWN, axis=-1), 0.0, 0.2)
    thick = thick + lock * ramp(above, 0.0, 0.15)
    d = d - (thick * ramp(above, -0.006, 0.045) - 0.02 * ramp(above, 0.02, -0.03))
    return np.maximum(d, p[..., 1] - 0.45)


# ---- colours (linear)
# --------------------------------------------------------------------------------------


def skin_albedo(points):
    """Linear albedo (M, 3) of the skin, brows and lips included."""
    p = mirrored(points)
    ax, y, z = p[..., 0], p[..., 1], p[..., 2]
    color = np.broadcast_to(np.array([0.475, 0.295, 0.215]), p.shape).copy()

    def mix(target, weight):
        nonlocal color
        color = color + np.clip(weight, 0, 1)[..., None] * (np.asarray(target) - color)

    mix([0.55, 0.375, 0.285], 0.8 * blob(p, [0, -0.50, -0.60], [0.32, 0.16, 0.3]))  # pale forehead
    mix([0.50, 0.215, 0.165], 0.85 * blob(p, [0.245, 0.07, -0.52], [0.13, 0.12, 0.2]))  # cheeks
    mix(
        [0.47, 0.190, 0.150], 0.70 * blob(p, [0, 0.05, -0.82], [0.09, 0.07, 0.10])
    )  # tip of the nose
    mix([0.46, 0.200, 0.160], 0.5 * blob(p, [0.09, 0.07, -0.70], [0.04, 0.05, 0.07]))
    mix([0.50, 0.220, 0.180], 0.7 * blob(p, [0.50, -0.06, 0.09], [0.10, 0.20, 0.14]))  # ears
    mix([0.45, 0.230, 0.180], 0.5 * blob(p, [0, 0.42, -0.64], [0.12, 0.07, 0.12]))  # chin
    mix(
        [0.36, 0.200, 0.165], 0.55 * blob(p, [0.175, -0.095, -0.62], [0.085, 0.035, 0.10])
    )  # under the eyes
    mix([0.38, 0.240, 0.190], 0.45 * ramp(y, 0.36, 0.62))  # neck
    mottled = (
        0.5 * noise(points * 9, 11) + 0.3 * noise(points * 20, 12) + 0.25 * noise(points * 45, 13)
    )
    color = color * (1 + 0.16 * mottled[..., None] * np.array([0.7, 1.1, 1.2]))
    # freckles on nose and cheeks
    spots = np.maximum(dots(points * 24, 21), dots(points * 31 + 0.37, 25))
    where = 1.3 * blob(p, [0.16, 0.0, -0.62], [0.21, 0.13, 0.3])
    where = where + 0.35 * blob(p, [0.1, -0.42, -0.6], [0.3, 0.2, 0.3])
    mix([0.235, 0.110, 0.065], 0.85 * spots * np.clip(where, 0, 1))
    for center, size in (([0.235, 0.140], 0.0095), ([-0.125, 0.345], 0.0085)):  # two moles
        mole = np.exp(-((np.linalg.norm(points[:, :2] - center, axis=-1) / size) ** 2))
        mix([0.10, 0.055, 0.040], 1.6 * mole * (z < -0.2))
    # lips
    upper, lower = lip_profile(ax)
    line = mouth_line(ax)
    soft = 0.010
    edge = np.where(y < line, upper, lower)
    red = ramp(np.abs(y - line), edge + soft, edge - soft)
    red = red * ramp(ax, MOUTH_HALF_WIDTH + 0.01, MOUTH_HALF_WIDTH - 0.02) * (z < -0.45)
    mix(
        np.array([0.37, 0.115, 0.100]) * (1 + 0.15 * noise(points * [60, 14, 14], 31))[..., None],
        0.9 * red,
    )
    dark = (
        np.exp(-(((y - line) / 0.0075) ** 2))
        * ramp(ax, MOUTH_HALF_WIDTH + 0.01, 0.14)
        * (z < -0.45)
    )
    mix([0.12, 0.035, 0.032], 0.8 * dark)
    # brows: hairs along an arch
    t = (ax - 0.075) / 0.225
    arch = -0.262 - 0.050 * np.sin(np.clip(t, 0, 1) * 2.3) + 0.02 * t
    width = 0.030 * np.sqrt(np.clip(1.05 - t, 0, 1)) * ramp(t, -0.12, 0.08)
    hairs = 0.5 + 0.5 * noise(np.stack([points[:, 0] * 120 + y * 70, y * 55, z * 10], -1), 41)
    brow = (
        ramp(np.abs(y - arch), width + 0.012, np.maximum(width - 0.010, 0))
        * (width > 0.002)
        * (z < -0.3)
    )
    mix([0.090, 0.050, 0.030], brow * (0.68 + 0.32 * hairs))
    # lash line and the lids' wet edge
    u, v, w = eye_frame(p)
    up, down = lid_lines(u)
    at_eye = (w > 0.01) * ramp(np.abs(u), LID_HALF_WIDTH + 0.03, LID_HALF_WIDTH)
    mix([0.42, 0.190, 0.150], 0.6 * at_eye * blob(np.stack([u, v], -1), [0, 0], [0.10, 0.06]))
    mix([0.070, 0.042, 0.032], 0.9 * at_eye * np.exp(-(((v - up + 0.004) / 0.0085) ** 2)))
    mix([0.22, 0.110, 0.085], 0.6 * at_eye * np.exp(-(((v - down - 0.004) / 0.0065) ** 2)))
    caruncle = blob(np.stack([u, v], -1), [-LID_HALF_WIDTH, 0], [0.016, 0.014])
    mix([0.46, 0.160, 0.135], 0.9 * (w > 0) * caruncle)
    # nostrils
    mix([0.12, 0.05, 0.04], 0.9 * blob(p, [0.038, 0.099, -0.735], [0.024, 0.021, 0.036]))
    return np.clip(color, 0.01, 0.9)


def hair_albedo(points):
    """Linear albedo (M, 3) of the hair: mid-brown strands, some of them sun-bleached."""
    s = 0.45 * strand_noise(points, 46, 1) + 0.45 * strand_noise(points, 110, 2)
    s = s + 0.4 * strand_noise(points, 230, 3)
    light = ramp(s, -0.7, 0.8)[..., None]
    color = (1 - light) * np.array([0.085, 0.046, 0.026]) + light * np.array([0.270, 0.158, 0.088])
    return color * (1 + 0.12 * noise(points * 12, 7))[..., None]


def eye_albedo(points, center):
    """Linear albedo (M, 3) of an eyeball: white with veins, iris with rays and a dark ring,
    pupil.
    """
    q = (points - center) / np.linalg.norm(points - center, axis=-1, keepdims=True)
    angle = np.arccos(np.clip(q @ GAZE, -1, 1))
    right = np.cross(GAZE, [0, 1, 0])
    around = np.arctan2(q @ np.cross(right, GAZE), q @ right)
    ring = angle / IRIS_ANGLE
    c = np.stack([np.cos(around) * 6, np.sin(around) * 6, ring * 1.5], -1)
    rays = noise(c, 51) + 0.6 * noise(c * [2.2, 2.2, 1], 52)
    white = np.array([0.66, 0.60, 0.55]) * (1 + 0.05 * noise(q * 12, 53))[..., None]
    veins = ramp(np.abs(noise(q * 7, 54)), 0.12, 0.0) * ramp(
        angle, IRIS_ANGLE * 1.2, IRIS_ANGLE * 2.2
    )
    white = white + (0.45 * veins)[..., None] * (np.array([0.58, 0.28, 0.24]) - white)
    iris = np.array([0.085, 0.165, 0.150]) * (1 + 0.35 * rays)[..., None]
    warm = (0.7 * ramp(ring, 0.68, 0.45))[..., None]
    iris = iris + warm * (np.array([0.190, 0.120, 0.050]) - iris)
    iris = iris * (1 - 0.75 * ramp(ring, 0.80, 0.98))[..., None]  # limbal ring
    color = white + ramp(ring, 1.04, 0.97)[..., None] * (iris - white)
    color = color + ramp(angle / PUPIL_ANGLE, 1.12, 0.9)[..., None] * (0.012 - color)
    return np.clip(color, 0.008, 0.9)
