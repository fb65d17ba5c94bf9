"""Head masks that agree over all views: the visual hull of the mattes, cut by one plane at the
neck.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import cv2
import numpy as np
import torch
from scipy.spatial import cKDTree

from lib.capture.cameras import Cameras
from lib.capture.errors import CaptureError
from lib.capture.faces import CHIN, FOREHEAD, NOSE
from lib.capture.hull import carve, project
from lib.capture.pieces import largest_region

VETOES = 0.05, 0.1, 0.2  # shares of the views that must see background for space to be empty
ALIKE = 0.005  # of intersection over union: fewer vetoes are taken where they do no worse
SLACK = 1.0  # cells of the hull within which a view's own matte decides
CHEEKS = (50, 280, 101, 330, 205, 425, 151)  # of the face mesh: cheeks and forehead, bare skin
EARS = (234, 454)  # the face's outline before the right and the left ear
SKIN_RADIUS = 0.08  # of the face's height, around those points, from which skin is learned
SKIN_LIMIT = 4.0  # standard deviations of log chromaticity within which a colour is skin
SKIN_SPREAD = 0.05  # of log chromaticity, at least: light and shadow of real skin
BELOW, BESIDE = 1.3, 0.55  # of the face's height: where below the chin the neck and collar are
USUAL = 0.35, 10.0  # cut so much of the face's height below the chin, tilted so, by default
TILTS = np.arange(-5.0, 50.0, 2.5)  # degrees by which the plane falls towards the front
CROWN, BROWS = 0.12, -0.28  # of the face's height: hair for sure, and brows, over the forehead
HAIR_APART = 3.0  # standard deviations between hair and skin, below which hair cannot be separated
RIM = 4  # px inside the mask's edge where colours are not trusted
SHADE = 0.3  # of log brightness, by which light falls differently on like hair, or like skin
DOUBT = 0.2  # share of wrongly parted points above which the collar is not found


@dataclass
class NeckCut:
    """The plane between head and body: points x with normal @ x > offset are head (world)."""

    normal: np.ndarray
    offset: float
    how: str


def head_masks(
    mattes: np.ndarray,
    photos: Sequence[np.ndarray],
    cameras: Cameras,
    landmarks: np.ndarray | None,
    bound: float = 1.25,
) -> tuple[np.ndarray, NeckCut | None]:
    """Return (masks (N,H,W) uint8, the cut): the head in every view, 255 inside and soft at the
    edge.

    mattes: (N,H,W) uint8 of the whole person. photos: N pictures (H,W,3) uint8 RGB; each is read
    once. cameras: of these pictures, with distortion. landmarks: (478,3) world points of the face
    mesh, nan where unknown; None for a subject without a face, which is not cut. bound: head and
    collar lie in [-bound, bound]^3.

    Near the hull's outline each pixel follows its own matte; elsewhere the hull of all views
    decides. So an error in a few views disappears. A CaptureError if the mattes have nothing in
    common.
    """
    inside = mattes > 127
    n_vetoes = _agreed_vetoes(inside, cameras, bound)
    points, spacing = carve(inside, cameras, bound, n_vetoes)
    if not len(points):
        raise CaptureError(
            "masks: expected mattes that meet in space, found none that do; look at the mattes, "
            "then at the cameras"
        )
    cut = None
    if landmarks is not None:
        cut = find_neck(points, spacing, photos, cameras, landmarks)
    heights = np.ones(len(points), np.float32)
    if cut is not None:
        heights = (points @ cut.normal - cut.offset).astype(np.float32)
    with ThreadPoolExecutor() as pool:
        masks = pool.map(
            lambda i: _mask(mattes[i], points, heights, spacing, cameras, i), range(len(mattes))
        )
        return np.stack(list(masks)), cut


def _agreed_vetoes(inside: np.ndarray, cameras: Cameras, bound: float) -> int:
    """Return how many views must see background to carve a point: the number whose hull is most
    like the mattes.

    Good mattes give the best hull with few. If many mattes miss parts, few would carve parts of the
    subject away.
    """
    counts = sorted({max(2, round(share * len(inside))) for share in VETOES})
    if len(counts) == 1:
        return counts[0]
    likeness, low = [], None
    for count in counts[::-1]:  # the largest hull first: below it, the bounds end, not the subject
        points, spacing = carve(inside, cameras, bound, count, rounds=2)
        hulls = [
            _silhouette(points, spacing, cameras, i, inside.shape[1:]) for i in range(len(inside))
        ]
        if low is None:
            low = [max(np.flatnonzero(hull.any(1)), default=0) + 1 for hull in hulls]
        values = [
            (hull & mask)[:end].sum() / max((hull | mask)[:end].sum(), 1)
            for hull, mask, end in zip(hulls, inside, low, strict=True)
        ]
        likeness.insert(0, float(np.median(values)))
    return counts[int(np.argmax(np.array(likeness) >= max(likeness) - ALIKE))]


def _silhouette(
    points: np.ndarray, spacing: float, cameras: Cameras, i: int, shape: tuple[int, int]
) -> np.ndarray:
    """Return which pixels (H,W) bool the hull of these surface points covers in view i."""
    col, row, depth = (values.numpy() for values in project(torch.from_numpy(points), cameras, i))
    col, row = np.floor(col).astype(int), np.floor(row).astype(int)
    seen = (depth > 0) & (col >= 0) & (col < shape[1]) & (row >= 0) & (row < shape[0])
    dots = np.zeros(shape, np.uint8)
    if not seen.any():
        return dots > 0
    dots[row[seen], col[seen]] = 1
    pixel = spacing * cameras.K[0, 0] / float(np.median(depth[seen]))
    size = 2 * int(np.ceil(0.75 * pixel)) + 1
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    return largest_region(cv2.dilate(dots, disc) > 0)


def hair_masks(
    masks: np.ndarray,
    photos: Sequence[np.ndarray],
    cameras: Cameras,
    landmarks: np.ndarray,
    bound: float = 1.25,
) -> tuple[np.ndarray | None, str]:
    """Return (hair masks (N,H,W) uint8, 0 or 255, or None; how they were made, in words).

    masks: of `head_masks`; the other arguments as there. Pixels above the brows or beside the face
    are hair if their colour is nearer to that of the crown than to that of the cheeks. None if
    crown and cheeks look too much alike (a bald or shaven head, fair hair in warm light); the
    method works without hair masks.
    """
    inside = masks > 127
    points, spacing = carve(inside, cameras, bound, max(2, round(VETOES[0] * len(inside))))
    if not len(points):
        return None, "no hair masks: the head masks do not meet in space"
    chin, top, size, up, forward, between = _face_frame(landmarks)
    height = (points - top) @ up / size
    rim = np.ones((2 * RIM + 1,) * 2, np.uint8)  # where the wall shines through
    clear = np.stack([cv2.erode(mask.astype(np.uint8), rim) > 0 for mask in inside])
    color, seen = surface_colors(points, np.arange(len(points)), spacing, photos, cameras, clear)
    cheeks = landmarks[list(CHEEKS)]
    face = np.any([np.linalg.norm(points - at, axis=1) < SKIN_RADIUS * size for at in cheeks], 0)
    crown = seen & (height > CROWN)
    face &= seen
    if min(crown.sum(), face.sum()) < 30:
        return None, "no hair masks: too little of the crown is seen"
    feature = np.log(np.maximum(color, 1e-2))
    models = [_color_model(feature[part]) for part in (crown, face)]
    far = [_mahalanobis(feature, *model) for model in models]
    apart = np.median(far[1][crown]), np.median(far[0][face])
    if min(apart) < HAIR_APART**2:
        return None, "no hair masks: the crown's colour is too near to the skin's"
    ahead = ((points - between) @ forward) / size
    may = (height > BROWS) | (ahead < 0)  # above the brows, or behind the outline of the face
    score = np.clip(far[1] - far[0], -20, 20)
    score = score[seen][cKDTree(points[seen]).query(points)[1]]  # of the nearest that was seen
    score = np.where(may, score, -20).astype(np.float32)
    hair = np.zeros_like(masks)
    for i in range(len(masks)):
        col, row, depth, front = _splat(points, spacing, cameras, i)
        if len(front):
            pixel = spacing * cameras.K[0, 0] / float(np.median(depth[front]))
            level = _painted(score, col, row, depth, front, masks.shape[1:], pixel)
            hair[i] = np.where((level > 0) & inside[i], 255, 0)
    return hair, f"hair by colour, {np.sqrt(min(apart)):.1f} standard deviations from the skin's"


def _color_model(features: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return mean (3,) and inverse covariance (3,3) of logarithmic colours, without outliers."""
    near = abs(features - np.median(features, axis=0)).sum(1)
    kept = features[near <= np.percentile(near, 80)]
    spread = np.cov(kept.T) * 2 + 0.05**2 * np.eye(3) + SHADE**2 * np.ones((3, 3))
    return kept.mean(0), np.linalg.inv(spread)


def _mahalanobis(features: np.ndarray, mean: np.ndarray, inverse: np.ndarray) -> np.ndarray:
    """Return squared distances (P,) of features (P,3) from a colour model."""
    away = features - mean
    return ((away @ inverse) * away).sum(1)


def _face_frame(landmarks: np.ndarray) -> tuple[np.ndarray, ...]:
    """Return (chin, forehead (3,), face's height, up, forward, point between the ears), world."""
    chin, top = landmarks[CHIN], landmarks[FOREHEAD]
    size = float(np.linalg.norm(top - chin))
    up = (top - chin) / size
    between = np.nanmean(landmarks[list(EARS)], axis=0)
    forward = landmarks[NOSE] - between
    forward -= (forward @ up) * up
    return chin, top, size, up, forward / np.linalg.norm(forward), between


def find_neck(
    points: np.ndarray,
    spacing: float,
    photos: Sequence[np.ndarray],
    cameras: Cameras,
    landmarks: np.ndarray,
) -> NeckCut:
    """Return the plane just above the collar: where skin with the cheeks' colour ends below the
    chin.

    points: (P,3) of the person's surface, world. If clothes and skin have the same colour (a bare
    chest, a scarf up to the chin), the plane is where necks usually end.
    """
    chin, _, size, up, forward, between = _face_frame(landmarks)
    height = (points - chin) @ up / size
    beside = points - between
    beside = np.linalg.norm(beside - (beside @ up)[:, None] * up, axis=1) / size
    neck = (height < 0) & (height > -BELOW) & (beside < BESIDE)
    cheeks = landmarks[list(CHEEKS)]
    near = [np.linalg.norm(points - cheek, axis=1) < SKIN_RADIUS * size for cheek in cheeks]
    face = np.any(near, axis=0)
    asked = np.flatnonzero(neck | face)
    color, seen = surface_colors(points, asked, spacing, photos, cameras)
    is_face, is_neck = face[asked] & seen, neck[asked] & seen

    def usual(why: str) -> NeckCut:
        normal = _tilted(up, forward, USUAL[1])
        return NeckCut(normal, float(normal @ (chin - USUAL[0] * size * up)), why)

    if is_face.sum() < 20 or is_neck.sum() < 100:
        return usual("too little of the neck is seen: cut where necks usually end")
    chroma = np.log(np.maximum(color[:, [0, 2]], 1e-3)) - np.log(np.maximum(color[:, 1:2], 1e-3))
    middle = np.median(chroma[is_face], axis=0)
    width = np.maximum(1.48 * np.median(abs(chroma[is_face] - middle), axis=0), SKIN_SPREAD)
    skin = (((chroma - middle) / width) ** 2).sum(1) < SKIN_LIMIT**2
    spots, bare = points[asked[is_neck]], skin[is_neck]
    if not 0.05 < bare.mean() < 0.95:
        kind = "bare" if bare.mean() > 0.5 else "covered"
        return usual(f"the neck is {kind} as far as it is seen: cut where necks usually end")
    best = (np.inf, None, 0.0)
    for tilt in TILTS:
        normal = _tilted(up, forward, tilt)
        along = spots @ normal
        levels = np.linspace(*np.percentile(along, [1, 99]), 120)
        order = np.sort(along[bare]), np.sort(along[~bare])
        wrong_below = np.searchsorted(order[0], levels) / max(len(order[0]), 1)
        wrong_above = 1 - np.searchsorted(order[1], levels) / max(len(order[1]), 1)
        wrong = (wrong_below + wrong_above) / 2
        k = int(np.argmin(wrong))
        if wrong[k] < best[0]:
            best = (float(wrong[k]), normal, float(levels[k]))
    if best[0] > DOUBT:
        return usual("skin and clothes look alike: cut where necks usually end")
    words = f"cut at the collar, {100 * best[0]:.0f} % of skin and cloth on the wrong side"
    return NeckCut(best[1], best[2], words)


def _tilted(up: np.ndarray, forward: np.ndarray, degrees: float) -> np.ndarray:
    """Return the normal (3,) of a plane that falls by so many degrees towards the front."""
    angle = np.radians(degrees)
    return np.cos(angle) * up + np.sin(angle) * forward


def surface_colors(
    points: np.ndarray,
    asked: np.ndarray,
    spacing: float,
    photos: Sequence[np.ndarray],
    cameras: Cameras,
    inside: np.ndarray | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Return (colours (A,3) of surface points, encoded, the mean over views; which of them any view
    saw).

    points: (P,3), the whole surface, which hides what is behind it. asked: (A,) indices into it.
    inside: (N,H,W) bool, the pixels that count; None: all.
    """
    total, weight = np.zeros((len(asked), 3)), np.zeros(len(asked))
    for i in range(len(cameras)):
        col, row, depth, front = _splat(points, spacing, cameras, i)
        at = asked[np.isin(asked, front)]
        if inside is not None:
            at = at[inside[i][row[at], col[at]]]
        if not len(at):
            continue
        photo = photos[i]
        where = np.searchsorted(asked, at)
        total[where] += photo[row[at], col[at]] / 255.0
        weight[where] += 1
    return total / np.maximum(weight, 1)[:, None], weight > 0


def _splat(
    points: np.ndarray, spacing: float, cameras: Cameras, i: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return (column, row, depth (P,), indices of the points that nothing hides) in view i."""
    col, row, depth = (values.numpy() for values in project(torch.from_numpy(points), cameras, i))
    col, row = np.floor(col).astype(int), np.floor(row).astype(int)
    seen = (depth > 0) & (col >= 0) & (col < cameras.width) & (row >= 0) & (row < cameras.height)
    index = np.flatnonzero(seen)
    if not len(index):
        return col, row, depth, index
    cell = max(1, int(np.ceil(1.5 * spacing * cameras.K[0, 0] / np.median(depth[index]))))
    shape = cameras.height // cell + 1, cameras.width // cell + 1
    place = (row[index] // cell) * shape[1] + col[index] // cell
    nearest = np.full(shape[0] * shape[1], np.inf)
    np.minimum.at(nearest, place, depth[index])
    front = index[depth[index] < nearest[place] + 3 * spacing]
    return col, row, depth, front


def _mask(
    matte: np.ndarray,
    points: np.ndarray,
    heights: np.ndarray,
    spacing: float,
    cameras: Cameras,
    i: int,
) -> np.ndarray:
    """Return the head's mask (H,W) uint8 in view i; heights: (P,) of the points above the neck's
    cut.
    """
    col, row, depth, front = _splat(points, spacing, cameras, i)
    mask = np.zeros_like(matte)
    if not len(front):
        return mask
    pixel = spacing * cameras.K[0, 0] / float(np.median(depth[front]))  # size of a cell
    hull = _silhouette(points, spacing, cameras, i, matte.shape).astype(np.uint8)
    slack = int(np.ceil(SLACK * pixel)) + 1
    band = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * slack + 1,) * 2)
    sure, maybe = cv2.erode(hull, band) > 0, cv2.dilate(hull, band) > 0
    person = np.where(sure, 255, np.where(maybe, matte, 0)).astype(np.float32)
    # The height above the cut, of what is in front: that of the nearest point in the picture.
    level = _painted(heights, col, row, depth, front, matte.shape, pixel)
    above = np.clip(0.5 + level / spacing * pixel / 2, 0, 1)  # about two pixels soft
    soft = person * above
    whole = largest_region(soft > 127).astype(np.uint8)
    return np.where(cv2.dilate(whole, band) > 0, soft, 0).round().astype(np.uint8)


def _painted(
    values: np.ndarray,
    col: np.ndarray,
    row: np.ndarray,
    depth: np.ndarray,
    front: np.ndarray,
    shape: tuple[int, int],
    pixel: float,
) -> np.ndarray:
    """Return the value of the nearest front point in every pixel, (H,W) float32, smoothed by a
    cell.
    """
    order = front[np.argsort(-depth[front])]  # the nearest to the camera is painted last
    known = np.zeros(shape, np.float32)
    known[row[order], col[order]] = values[order]
    empty = np.ones(shape, np.uint8)
    empty[row[order], col[order]] = 0
    _, nearest = cv2.distanceTransformWithLabels(
        empty, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    of_label = np.zeros(nearest.max() + 1, np.float32)
    of_label[nearest[empty == 0]] = known[empty == 0]
    return cv2.GaussianBlur(of_label[nearest], (0, 0), max(1.0, pixel))
