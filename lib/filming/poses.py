"""Cameras of a film's frames by structure from motion: COLMAP's SIFT and its incremental mapper.

Where the room shows much, features come from the whole pictures, which hold frames together best.
People move a little against their room, so then the head's own features tell how it moved; see
`sway`. Elsewhere features come from the head alone. Where one way does not connect the frames well,
the others are tried as well; see `better`.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path

import numpy as np
import torch
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from lib.capture.cameras import Cameras
from lib.capture.errors import CaptureError
from lib.filming import features
from lib.filming.colmap import pycolmap
from lib.filming.features import frame_number, picture_name
from lib.filming.matching import SEED, match_pairs
from lib.filming.sway import Sightings, follow_head

HEAD, WHOLE = "the head alone", "the whole pictures"  # where features are taken from
LOOSE = "the head alone, matched loosely"
FEWEST = 12  # frames that must register
ENOUGH = 0.95  # share of the frames that must register for nothing else to be tried
# Of the longer side: an error on the head with which nothing else is tried. A head that moves by
# half a percent of its distance against the room has a larger one.
SHARP = {HEAD: 1e-3, WHOLE: 1.25e-3}
ALIKE = 0.05  # share of the frames by which two runs may differ, and count as alike
CLEARLY = 0.85  # of the other run's error: below it, few frames are given up for it
# In place of features.RATIO where nothing else holds the frames together. Matching and mapping then
# take three times as long.
LOOSE_RATIO = 0.87
MOST_THREADS = 8  # of the mapper, which does little at once
SHARED = 15  # points of the head that a frame shares with another; in a good film it is 25 or more
FEWEST_SEEN = 6  # head's features a frame, on average, from which its motion is told
FEW_LOST = 0.2  # of the frames: no more are matched with all others to be taken in after all


@dataclass
class Poses:
    """Cameras that structure from motion found. Their world's place, size and direction are
    arbitrary.

    cameras: of the frames that registered, sorted by name. lost: names of the others. points: (P,3)
    world, on the part that features were taken from. error_px: root mean square distance, on the
    head, between features and their points, before the cameras follow the head's motion. how: in
    words. warnings: sentences for the person. sway: root mean square shift of the head against the
    room, which the cameras follow; 0 where they were found from the head alone.
    """

    cameras: Cameras
    lost: list[str]
    points: np.ndarray
    error_px: float
    how: str
    warnings: list[str] = field(default_factory=list)
    sway: float = 0.0


def solve_poses(
    photos: Sequence[np.ndarray],
    names: Sequence[str],
    heads: Sequence[np.ndarray],
    focal_px: float | None = None,
    room_stands: bool = False,
    tell: Callable[[str], None] = lambda words: None,
    room_first: bool = False,
    times: Sequence[float] | None = None,
) -> Poses:
    """Return cameras of N photos (H,W,3) uint8 RGB in the order of the film.

    heads: (H,W) bool each, where a photo shows the head and nothing else. focal_px: what the
    metadata say, of these photos; only a first guess. room_stands: the head turned before a fixed
    camera, and the room would say that nothing moved. tell: is told what begins. room_first: the
    room shows so much that the whole pictures are tried first. times: (N,) seconds of the photos in
    a film, which tell how fast the head moves; None where they are unknown. One camera took all:
    its focal length and two terms of radial distortion are found with the poses. Raises a
    CaptureError where fewer than FEWEST frames hold together.
    """
    tries: dict[str, Poses | None] = {}
    order = (HEAD,) if room_stands else (WHOLE, HEAD) if room_first else (HEAD, WHOLE)
    when = None if times is None else dict(zip(names, times, strict=True))
    with tempfile.TemporaryDirectory() as scratch:
        for where in (*order, LOOSE):
            folder = Path(scratch) / ("whole" if where == WHOLE else "head")
            tries[where] = _solve(folder, photos, names, heads, focal_px, where, tell, when)
            if _enough(tries, len(names), max(photos[0].shape)):
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


def _enough(tries: dict[str, Poses | None], n_frames: int, side: int) -> bool:
    """Return whether the runs so far are so good that no other is needed."""
    good = [way for way, run in tries.items() if run and len(run.cameras) >= ENOUGH * n_frames]
    if good and {HEAD, WHOLE} <= set(tries):
        return True
    return any(tries[way].error_px < SHARP.get(way, np.inf) * side for way in good)


def better(one: Poses, other: Poses) -> Poses:
    """Return the run that holds more frames; of about as many, that with a clearly lower error."""
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
    tell: Callable[[str], None],
    times: dict[str, float] | None,
) -> Poses | None:
    """Return the result of one run of structure from motion; None if no two pictures match. folder:
    keeps pictures and features, which the next run on the same part reuses.
    """
    masked, n_threads = where != WHOLE, torch.get_num_threads()
    pycolmap.set_random_seed(SEED)
    pycolmap.logging.minloglevel = pycolmap.logging.ERROR.value  # it reports every picture
    extracted, database = folder / "features.db", folder / "database.db"
    if not extracted.exists():
        tell(f"{where}: features of {len(names)} frames")
        features.write_pictures(folder, photos, heads, masked)
        features.extract(extracted, folder, photos[0].shape[:2], masked, focal_px, n_threads)
    shutil.copyfile(extracted, database)
    alike = features.likeness(database, len(names))
    pairs = [(picture_name(i), picture_name(j)) for i, j in features.pairs_to_match(alike)]
    tell(f"{where}: {len(pairs)} pairs of frames to match")
    ratio = LOOSE_RATIO if where == LOOSE else features.RATIO
    match_pairs(database, pairs, masked, ratio, n_threads)
    tell(f"{where}: cameras from the matches")
    with tempfile.TemporaryDirectory(dir=folder) as models_folder:
        models = pycolmap.incremental_mapping(
            database, folder / "image", models_folder, _mapping_options(masked)
        )
    whole = [model for model in models.values() if model.num_reg_images() > 1]
    if not whole:
        return None
    model = max(whole, key=lambda one: one.num_reg_images())
    others = [m for m in whole if m is not model]
    model = _take_in(model, database, folder, len(names), masked)
    _bend(model)
    return _poses(model, names, heads, where, others, times)


def _registered(model: pycolmap.Reconstruction) -> dict[int, pycolmap.Image]:
    """Return the images that a model holds, by their frame's number."""
    return {frame_number(image): image for image in model.images.values() if image.has_pose}


def _take_in(
    model: pycolmap.Reconstruction,
    database: Path,
    folder: Path,
    n_frames: int,
    masked: bool,
) -> pycolmap.Reconstruction:
    """Return the model with the frames that register after a loose match with all of its frames."""
    kept = _registered(model)
    lost = [i for i in range(n_frames) if i not in kept]
    if not lost or len(lost) > FEW_LOST * n_frames:
        return model
    pairs = [
        (picture_name(one), picture_name(other))
        for one in lost
        for other in range(n_frames)
        if other in kept
    ]
    with pycolmap.Database.open(database) as stored:
        keys = {image.name: image.image_id for image in stored.read_all_images()}
        for one, other in pairs:  # a pair that has matches is not matched again
            stored.delete_matches(keys[one], keys[other])
            stored.delete_two_view_geometry(keys[one], keys[other])
    match_pairs(database, pairs, masked, LOOSE_RATIO, torch.get_num_threads())
    with tempfile.TemporaryDirectory(dir=folder) as start, tempfile.TemporaryDirectory() as end:
        model.write(start)
        more = pycolmap.incremental_mapping(
            database, folder / "image", end, _mapping_options(masked), input_path=start
        )
    return max([model, *more.values()], key=lambda one: one.num_reg_images())


def _mapping_options(masked: bool) -> pycolmap.IncrementalPipelineOptions:
    """Return the mapper's options: repeatable, a straight lens, few matches for a head alone."""
    options = pycolmap.IncrementalPipelineOptions()
    options.random_seed = SEED
    options.mapper.random_seed = SEED
    options.triangulation.random_seed = SEED
    options.num_threads = min(MOST_THREADS, torch.get_num_threads())
    options.extract_colors = False
    options.max_num_models = 5
    options.triangulation.ignore_two_view_tracks = False
    if masked:  # heads have few features
        options.mapper.init_min_num_inliers = 60
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
    times: dict[str, float] | None,
) -> Poses:
    """Return a reconstruction as our cameras, in the head's world."""
    images = {names[i]: image for i, image in _registered(model).items()}
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
    inside = np.array([_on_head(point, model, heads) for point in model.points3D.values()])
    points = [point for point, on in zip(model.points3D.values(), inside) if on]
    residuals = np.array([point.error for point in points])
    weights = np.array([point.track.length() for point in points])
    error = float(np.sqrt((residuals**2 * weights).sum() / max(weights.sum(), 1)))
    places = np.array([point.xyz for point in points]).reshape(-1, 3)
    poses = Poses(cameras, [name for name in names if name not in images], places, error, where)
    if where == WHOLE and weights.sum() >= FEWEST_SEEN * len(kept):
        poses = _by_head(poses, _sightings(points, model, names, kept), times)
    for other in others:
        apart = {names[i] for i in _registered(other)}
        if only := sorted(apart - set(kept)):
            some = ", ".join(only[:5]) + (", ..." if len(only) > 5 else "")
            poses.warnings.append(
                f"{len(only)} frames ({some}) fit together among themselves, but not with the "
                f"other {len(kept)}; they are left out. Film in one go, without a gap."
            )
    return poses


def _by_head(poses: Poses, seen: Sightings, times: dict[str, float] | None) -> Poses:
    """Return poses that follow the head's motion, without frames that only the room holds."""
    cameras = poses.cameras
    together = hold_together(seen, len(cameras))
    names = [cameras.names[i] for i in together]
    if strays := [name for name in cameras.names if name not in names]:
        poses.lost += strays
        poses.warnings.append(
            f"Left out, since they share too little of the head with the others: {len(strays)} "
            f"({', '.join(strays[:5])}{', ...' if len(strays) > 5 else ''})."
        )
        kept = np.isin(seen.frame, together)
        place = np.searchsorted(together, seen.frame[kept])
        points, index = np.unique(seen.point[kept], return_inverse=True)
        seen, poses.points = Sightings(place, index, seen.px[kept]), poses.points[points]
    when = None if times is None else np.array([times[name] for name in names])
    found = follow_head(cameras.subset(together), poses.points, seen, when)
    poses.cameras, poses.points, poses.sway = found
    return poses


def hold_together(seen: Sightings, n_frames: int) -> np.ndarray:
    """Return the frames (K,) of the largest group in which each shares SHARED points or more with
    another. Points that only two frames see do not count: any two frames can agree on a point.
    """
    counted = np.bincount(seen.point)[seen.point] > 2
    index = seen.frame[counted], seen.point[counted]
    ones = csr_array((np.ones(len(index[0])), index), (n_frames, int(seen.point.max()) + 1))
    _, group = connected_components((ones @ ones.T).toarray() >= SHARED)
    return np.flatnonzero(group == np.bincount(group).argmax())


def _sightings(
    points: Sequence[pycolmap.Point3D],
    model: pycolmap.Reconstruction,
    names: Sequence[str],
    kept: list[str],
) -> Sightings:
    """Return all features of these points; frames count by their place among the kept names."""
    place = {name: i for i, name in enumerate(kept)}
    found = [
        (place[names[frame_number(image)]], k, *image.points2D[element.point2D_idx].xy)
        for k, point in enumerate(points)
        for element in point.track.elements
        for image in [model.images[element.image_id]]
    ]
    frame, point, x, y = np.array(found).T
    return Sightings(frame.astype(int), point.astype(int), np.stack([x, y], 1))


def _on_head(
    point: pycolmap.Point3D, model: pycolmap.Reconstruction, heads: Sequence[np.ndarray]
) -> bool:
    """Return whether most of a point's features lie on the head."""
    votes = []
    for element in point.track.elements:
        image = model.images[element.image_id]
        col, row = image.points2D[element.point2D_idx].xy.astype(int)
        votes.append(heads[frame_number(image)][row, col])
    return bool(np.mean(votes) > 0.5)
