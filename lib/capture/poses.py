"""Cameras of a film's frames by structure from motion: COLMAP's SIFT and its incremental mapper.

Features come from the head alone, because people move a little relative to the room. If the head
does not connect the frames well, the whole pictures are tried as well; see `better`.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path

import cv2
import numpy as np
import pycolmap
import torch

from lib.capture.cameras import Cameras
from lib.capture.errors import CaptureError

SEED = 0
HEAD, WHOLE = "the head alone", "the whole pictures"  # where features are taken from
LOOSE = "the head alone, matched loosely"
FEWEST = 12  # frames that must register
ENOUGH = 0.95  # share of the frames that must register for the whole pictures not to be tried
SHARP = 1e-3  # of the longer side: an error on the head with which nothing else is tried
ALIKE = 0.05  # share of the frames by which two runs may differ, and count as alike
CLEARLY = 0.85  # of the other run's error: below it, few frames are given up for it
USUAL_FOCAL = 0.8  # of the longer side: a phone's main camera while it films, where nobody says it
PEAK = {True: 0.002, False: 0.004}  # of SIFT's contrast: skin, on the head alone, is smooth
N_FEATURES = 2000  # a picture, the largest first
RIM = 0.008  # of the longer side, inside a mask's edge, where features hang on the background
MAX_PAIRS = 2000  # of pictures to match
NEIGHBOURS = 2  # to either side, with which each frame is matched whatever it looks like
N_LOOKS = 512  # features of a picture, the largest, by which pairs are chosen
RATIO = 0.8  # of a feature's distance to its match over that to the next, at most
LOOSE_RATIO = 0.87  # the same where nothing else holds the frames together: three times as long
LOOKS_ALIKE = 8  # such features that a pair must share; by chance it is two or three
FEW_LOST = 0.2  # of the frames: no more are matched with all others to be taken in after all


@dataclass
class Poses:
    """Cameras that structure from motion found. Their world's place, size and direction are
    arbitrary.

    cameras: of the frames that registered, sorted by name. lost: names of the others. points: (P,3)
    world, on the part that features were taken from. error_px: root mean square distance, on the
    head, between features and their points. how: in words. warnings: sentences for the person.
    """

    cameras: Cameras
    lost: list[str]
    points: np.ndarray
    error_px: float
    how: str
    warnings: list[str] = field(default_factory=list)


def solve_poses(
    photos: Sequence[np.ndarray],
    names: Sequence[str],
    heads: Sequence[np.ndarray],
    focal_px: float | None = None,
    room_stands: bool = False,
    tell: Callable[[str], None] = lambda words: None,
) -> Poses:
    """Return cameras of N photos (H,W,3) uint8 RGB in the order of the film.

    heads: (H,W) bool each, where a photo shows the head and nothing else. focal_px: what the
    metadata say, of these photos; only a first guess. room_stands: the head turned before a fixed
    camera, and the room would say that nothing moved. tell: is told what begins. One camera took
    all: its focal length and two terms of radial distortion are found with the poses. Raises a
    CaptureError where fewer than FEWEST frames hold together.
    """
    tries: dict[str, Poses | None] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for where in (HEAD, LOOSE) if room_stands else (HEAD, WHOLE, LOOSE):
            folder = Path(scratch) / ("whole" if where == WHOLE else "head")
            tries[where] = _solve(folder, photos, names, heads, focal_px, where, tell)
            if _enough(where, tries[where], photos, names):
                break
    found = [poses for poses in tries.values() if poses is not None]
    if not found or max(len(poses.cameras) for poses in found) < FEWEST:
        most = max((len(poses.cameras) for poses in found), default=0)
        raise CaptureError(
            f"cameras: expected {FEWEST} or more frames that fit together, found {most} of "
            f"{len(names)}; film again: slowly from ear to ear, the face still, light on the face, "
            "or bring a COLMAP model"
        )
    best = reduce(better, found)
    if len(tries) > 1:
        said = [
            f"{where}: {len(poses.cameras)} frames at {poses.error_px:.2f} px"
            if poses
            else f"{where}: none"
            for where, poses in tries.items()
        ]
        best.how += f" ({'; '.join(said)})"
    return best


def _enough(
    where: str, poses: Poses | None, photos: Sequence[np.ndarray], names: Sequence[str]
) -> bool:
    """Return whether a run is so good that no other is needed."""
    if poses is None or len(poses.cameras) < ENOUGH * len(names):
        return False
    return where != HEAD or poses.error_px < SHARP * max(photos[0].shape)


def better(one: Poses, other: Poses) -> Poses:
    """Return the run that holds more frames; of about as many, the one with a clearly lower error.
    """
    sizes = len(one.cameras), len(other.cameras)
    if max(sizes) - min(sizes) <= ALIKE * max(sizes):
        low, high = sorted((one, other), key=lambda poses: poses.error_px)
        if sizes[0] == sizes[1] or low.error_px < CLEARLY * high.error_px:
            return low
    return max(one, other, key=lambda poses: len(poses.cameras))


def _solve(
    folder: Path,
    photos: Sequence[np.ndarray],
    names: Sequence[str],
    heads: Sequence[np.ndarray],
    focal_px: float | None,
    where: str,
    tell: Callable[[str], None] = lambda words: None,
) -> Poses | None:
    """Return the result of one run of structure from motion; None if no two pictures match. folder:
    keeps pictures and features, which the next run on the same part reuses.
    """
    masked = where != WHOLE
    pycolmap.set_random_seed(SEED)
    pycolmap.logging.minloglevel = pycolmap.logging.ERROR.value  # it reports every picture
    features, database = folder / "features.db", folder / "database.db"
    if not features.exists():
        tell(f"{where}: features of {len(names)} frames")
        _write_pictures(folder, photos, names, heads, masked)
        _extract(features, folder, photos[0].shape[:2], masked, focal_px)
    shutil.copyfile(features, database)
    pairs = [(names[i], names[j]) for i, j in pairs_to_match(_likeness(database, names))]
    tell(f"{where}: {len(pairs)} pairs of frames to match")
    _match(database, folder, pairs, masked, LOOSE_RATIO if where == LOOSE else RATIO)
    tell(f"{where}: cameras from the matches")
    with tempfile.TemporaryDirectory(dir=folder) as models_folder:
        models = pycolmap.incremental_mapping(
            database, folder / "image", models_folder, _mapping_options()
        )
    whole = [model for model in models.values() if model.num_reg_images() > 1]
    if not whole:
        return None
    model = max(whole, key=lambda one: one.num_reg_images())
    others = [m for m in whole if m is not model]
    model = _take_in(model, database, folder, names, masked)
    _bend(model)
    return _poses(model, names, heads, where, others)


def _registered(model: pycolmap.Reconstruction) -> set[str]:
    """Return the names of the frames that a model holds."""
    return {Path(image.name).stem for image in model.images.values() if image.has_pose}


def _take_in(
    model: pycolmap.Reconstruction,
    database: Path,
    folder: Path,
    names: Sequence[str],
    masked: bool,
) -> pycolmap.Reconstruction:
    """Return the model with the frames that register after a loose match with all of its frames."""
    kept = _registered(model)
    lost = [name for name in names if name not in kept]
    if not lost or len(lost) > FEW_LOST * len(names):
        return model
    pairs = [(one, other) for one in lost for other in names if other in kept]
    with pycolmap.Database.open(database) as stored:
        keys = {Path(image.name).stem: image.image_id for image in stored.read_all_images()}
        for one, other in pairs:  # a pair that has matches is not matched again
            stored.delete_matches(keys[one], keys[other])
            stored.delete_two_view_geometry(keys[one], keys[other])
    _match(database, folder, pairs, masked, LOOSE_RATIO)
    with tempfile.TemporaryDirectory(dir=folder) as start, tempfile.TemporaryDirectory() as end:
        model.write(start)
        more = pycolmap.incremental_mapping(
            database, folder / "image", end, _mapping_options(), input_path=start
        )
    return max([model, *more.values()], key=lambda one: one.num_reg_images())


def _write_pictures(
    folder: Path,
    photos: Sequence[np.ndarray],
    names: Sequence[str],
    heads: Sequence[np.ndarray],
    masked: bool,
) -> None:
    """Write the pictures that features are taken from, and their masks if they are masked."""
    for part in ("image", "mask"):
        (folder / part).mkdir(parents=True)
    for name, photo, head in zip(names, photos, heads, strict=True):
        if masked:
            inner, outer = _rims(head)
            cv2.imwrite(str(folder / "mask" / f"{name}.png.png"), inner)
            photo = np.where(outer[..., None], photo, photo[head].mean(0).astype(np.uint8))
        cv2.imwrite(str(folder / "image" / f"{name}.png"), photo[..., ::-1])


def _rims(head: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the head without its rim, uint8, 255 inside; and with one more rim, bool; both (H,W).

    COLMAP masks only after it chose the strongest features. So the rest is painted over as well.
    """
    side = 2 * round(RIM * max(head.shape)) + 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    whole = head.astype(np.uint8)
    return cv2.erode(whole, kernel) * np.uint8(255), cv2.dilate(whole, kernel) > 0


def _extract(
    database: Path, folder: Path, size: tuple[int, int], masked: bool, focal_px: float | None
) -> None:
    """Extract the SIFT features of all pictures, of `size` (H, W): affine shape, pooled over sizes.
    """
    height, width = size
    focal = focal_px or USUAL_FOCAL * max(size)
    reader = pycolmap.ImageReaderOptions()
    reader.camera_model = "RADIAL"
    reader.camera_params = f"{focal},{width / 2},{height / 2},0,0"
    if masked:
        reader.mask_path = folder / "mask"
    options = pycolmap.FeatureExtractionOptions()
    options.use_gpu = False
    options.sift.max_num_features = N_FEATURES
    options.sift.peak_threshold = PEAK[masked]
    options.sift.estimate_affine_shape = masked  # minutes on whole pictures, which do without
    options.sift.domain_size_pooling = masked
    pycolmap.extract_features(
        database,
        folder / "image",
        camera_mode=pycolmap.CameraMode.SINGLE,
        reader_options=reader,
        extraction_options=options,
        device=pycolmap.Device.cpu,
    )


def _match(
    database: Path, folder: Path, pairs: Sequence[tuple[str, str]], masked: bool, ratio: float
) -> None:
    """Match pairs of frames. On the head alone, which has few features, they are searched again
    along the epipolar lines; that takes four times as long.
    """
    listed = folder / "pairs.txt"
    listed.write_text("".join(f"{one}.png {other}.png\n" for one, other in pairs))
    matching, pairing = pycolmap.FeatureMatchingOptions(), pycolmap.ImportedPairingOptions()
    matching.use_gpu = False
    matching.guided_matching = masked
    matching.sift.max_ratio = ratio
    pairing.match_list_path = listed
    verification = pycolmap.TwoViewGeometryOptions()
    verification.ransac.random_seed = SEED
    pycolmap.match_image_pairs(
        database, matching, pairing, verification, device=pycolmap.Device.cpu
    )


def _likeness(database: Path, names: Sequence[str]) -> np.ndarray:
    """Return how many of the largest features of two pictures are each other's nearest, (N,N) for i
    < j.
    """
    with pycolmap.Database.open(database) as stored:
        keys = {image.name: image.image_id for image in stored.read_all_images()}
        largest = torch.zeros(len(names), N_LOOKS, 128)  # where a picture has fewer, zeros
        for i, name in enumerate(names):
            key = keys[f"{name}.png"]
            affine = stored.read_keypoints(key)[:, 2:]
            size = np.hypot(affine[:, 0], affine[:, 2] if affine.shape[1] > 2 else 0)
            values = stored.read_descriptors(key).data[np.argsort(-size)[:N_LOOKS]]
            largest[i, : len(values)] = torch.from_numpy(values).float()
    largest = torch.nn.functional.normalize(largest, dim=2)
    alike = np.zeros((len(names),) * 2, int)
    for i in range(len(names) - 1):  # one picture with all that follow
        cosine = largest[i] @ largest[i + 1 :].mT  # (others, features of i, features of theirs)
        back = cosine.argmax(1)
        best, nearest = cosine.max(2)
        mutual = back.gather(1, nearest) == torch.arange(N_LOOKS)
        second = cosine.scatter_(2, nearest[..., None], -1.0).amax(2)
        clear = 1 - best < RATIO**2 * (1 - second)
        alike[i, i + 1 :] = (mutual & clear).sum(1).numpy()
    return alike


def pairs_to_match(alike: np.ndarray) -> list[tuple[int, int]]:
    """Return pairs (i, j), i < j, of frames in the film's order: neighbours, and the MAX_PAIRS most
    similar pairs that share at least LOOKS_ALIKE features. alike: (N,N), see `_likeness`.
    """
    i, j = np.triu_indices(len(alike), 1)
    count = np.where(j - i <= NEIGHBOURS, alike.max() + 1, alike[i, j])
    order = np.argsort(-count, kind="stable")[:MAX_PAIRS]
    chosen = order[count[order] >= LOOKS_ALIKE]
    return sorted(zip(i[chosen].tolist(), j[chosen].tolist(), strict=True))


def _mapping_options() -> pycolmap.IncrementalPipelineOptions:
    options = pycolmap.IncrementalPipelineOptions()
    options.random_seed = SEED
    options.mapper.random_seed = SEED
    options.triangulation.random_seed = SEED
    options.extract_colors = False
    options.max_num_models = 5
    options.triangulation.ignore_two_view_tracks = False
    options.mapper.init_min_num_inliers = 60  # heads have few features
    options.mapper.abs_pose_min_num_inliers = 15
    options.mapper.abs_pose_min_inlier_ratio = 0.15
    # Few pictures of a head cannot tell a bent lens from a wrong focal length: see `_bend`.
    options.ba_refine_extra_params = False
    options.mapper.abs_pose_refine_extra_params = False
    options.ba_global_function_tolerance = 1e-6
    return options


def _bend(model: pycolmap.Reconstruction) -> None:
    """Adjust everything once more, with the lens's radial distortion free."""
    if model.num_reg_images() < FEWEST:
        return
    options = pycolmap.BundleAdjustmentOptions()
    options.print_summary = False
    options.ceres.loss_function_type = pycolmap.LossFunctionType.CAUCHY
    options.ceres.loss_function_scale = 1.0
    everything = pycolmap.BundleAdjustmentConfig()
    for image in model.images.values():
        if image.has_pose:
            everything.add_image(image.image_id)
    everything.fix_gauge(pycolmap.BundleAdjustmentGauge.TWO_CAMS_FROM_WORLD)
    pycolmap.create_default_bundle_adjuster(options, everything, model).solve()
    model.update_point_3d_errors()


def _poses(
    model: pycolmap.Reconstruction,
    names: Sequence[str],
    heads: Sequence[np.ndarray],
    where: str,
    others: list[pycolmap.Reconstruction],
) -> Poses:
    """Return a reconstruction as our cameras."""
    images = {Path(image.name).stem: image for image in model.images.values() if image.has_pose}
    kept = sorted(images)
    camera = next(iter(model.cameras.values()))
    f, cx, cy, k1, k2 = camera.params
    poses = [np.vstack([images[name].cam_from_world().matrix(), [0, 0, 0, 1]]) for name in kept]
    cameras = Cameras(
        kept,
        np.linalg.inv(poses),
        np.array([[f, 0, cx], [0, f, cy], [0, 0, 1.0]]),
        camera.width,
        camera.height,
        np.array([k1, k2, 0.0, 0.0]),
        source="structure from motion",
    )
    head_of = dict(zip(names, heads, strict=True))
    inside = np.array([_on_head(point, model, head_of) for point in model.points3D.values()])
    points = [point for point, on in zip(model.points3D.values(), inside) if on]
    residuals = np.array([point.error for point in points])
    weights = np.array([point.track.length() for point in points])
    error = float(np.sqrt((residuals**2 * weights).sum() / max(weights.sum(), 1)))
    poses = Poses(
        cameras,
        [name for name in names if name not in images],
        np.array([point.xyz for point in points]).reshape(-1, 3),
        error,
        where,
    )
    for other in others:
        apart = {Path(image.name).stem for image in other.images.values() if image.has_pose}
        if only := sorted(apart - set(kept)):
            some = ", ".join(only[:5]) + (", ..." if len(only) > 5 else "")
            poses.warnings.append(
                f"{len(only)} frames ({some}) fit together among themselves, but not with the "
                f"other {len(kept)}; they are left out. Film in one go, without a gap."
            )
    return poses


def _on_head(point: pycolmap.Point3D, model: pycolmap.Reconstruction, head_of: dict) -> bool:
    """Return whether most of a point's features lie on the head."""
    votes = []
    for element in point.track.elements:
        image = model.images[element.image_id]
        col, row = image.points2D[element.point2D_idx].xy.astype(int)
        votes.append(head_of[Path(image.name).stem][row, col])
    return bool(np.mean(votes) > 0.5)
