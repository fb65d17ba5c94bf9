"""Faces and people in a photo, by the models that come in mediapipe's wheel; all work offline.

This is the only module that imports mediapipe. Its face mesh gives 478 points with both irises and
sees faces up to about 75 degrees from ahead; its face detector gives a box and sees profiles too;
its selfie model says for every pixel how surely it shows a person.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from threading import Lock

import cv2
import numpy as np

from lib.capture.pieces import largest_piece

NO_PERSON = 0.03  # share of the picture below which the selfie model has found nobody
MESH_SIDE = 720  # px; smaller photos are enlarged: the face mesh wants some pixels
MAX_FACES = 4
ONE_AT_A_TIME = Lock()  # mediapipe's models take one photo after another
SMALL = 0.2  # faces of less than this share of the largest one's area are pictures on the wall
FRONTAL = 0.5  # of the other eye's width, below which an eye is seen too much from the side
ASTRAY = 0.2  # of the detected face's width: a mesh whose nose is farther off is wrong
NOSE = 1  # of the face mesh: the tip of the nose
CHIN, FOREHEAD = 152, 10  # of the face mesh: lowest and highest point of the face's outline
# The lids of each eye: outer corner, inner corner, middle of the upper and of the lower lid.
LID_POINTS = {"right": (33, 133, 159, 145), "left": (263, 362, 386, 374)}


@dataclass
class Face:
    """The largest face of a photo, in its pixels.

    box: (4,) left, top, right, bottom. landmarks: (478,2), None where the face mesh finds none, as
    in profiles. n_faces: how many faces of like size the photo shows.
    """

    box: np.ndarray
    landmarks: np.ndarray | None
    n_faces: int

    @property
    def eyelids(self) -> float:
        """Return how far the eyes are open: gap of the lids over width, of the better seen eye.

        nan without landmarks, and in views from the side, where the lids' points are guesses.
        """
        if self.landmarks is None:
            return float("nan")
        widths, gaps = [], []
        for outer, inner, upper, lower in LID_POINTS.values():
            widths.append(np.linalg.norm(self.landmarks[outer] - self.landmarks[inner]))
            gaps.append(np.linalg.norm(self.landmarks[upper] - self.landmarks[lower]))
        seen = int(np.argmax(widths))
        if min(widths) < FRONTAL * max(widths):
            return float("nan")
        return float(gaps[seen] / max(widths[seen], 1e-6))

    @property
    def roll(self) -> float:
        """Return by how many degrees the face leans in the picture, clockwise; nan without
        landmarks.
        """
        if self.landmarks is None:
            return float("nan")
        up = self.landmarks[FOREHEAD] - self.landmarks[CHIN]
        return float(np.degrees(np.arctan2(up[0], -up[1])))


def find_face(rgb: np.ndarray) -> Face | None:
    """Return the largest face of a photo (H,W,3) uint8 RGB, None where neither model sees one.

    The face mesh sometimes lies on a cheek in profiles: it counts only if its nose is where the
    face detector has the nose.
    """
    meshes, detected = face_meshes(rgb, MAX_FACES), _detected(rgb)
    boxes = [np.concatenate([mesh.min(0), mesh.max(0)]) for mesh in meshes]
    largest = max([*boxes, *(box for box, _ in detected)], key=_area, default=None)
    if largest is None:
        return None
    n_faces = max(
        sum(_area(box) > SMALL * _area(largest) for box in some)
        for some in (boxes, [box for box, _ in detected])
    )
    mesh = meshes[0] if boxes and _area(boxes[0]) > SMALL * _area(largest) else None
    if not detected:
        return Face(largest, mesh, n_faces)
    box, nose = max(detected, key=lambda found: _area(found[0]))
    if mesh is None or np.linalg.norm(mesh[NOSE] - nose) > ASTRAY * (box[2] - box[0]):
        return Face(box, None, n_faces)
    return Face(boxes[0], mesh, n_faces)


def face_meshes(rgb: np.ndarray, max_faces: int = 1) -> list[np.ndarray]:
    """Return the 478 points (478,2), px, of every face that the face mesh finds; the largest face
    first.

    rgb: (H,W,3) uint8. Points 468 to 477 are the irises. Points may lie outside the photo.
    """
    scale = max(1.0, MESH_SIDE / max(rgb.shape[:2]))
    large = rgb
    if scale > 1:
        large = cv2.resize(rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    with ONE_AT_A_TIME:
        result = _face_mesh(max_faces).process(np.ascontiguousarray(large))
    found = result.multi_face_landmarks or []
    size = rgb.shape[1::-1]
    meshes = [np.array([[p.x, p.y] for p in face.landmark]) * size for face in found]
    return sorted(meshes, key=lambda mesh: -np.prod(np.ptp(mesh, axis=0)))


def person_probability(rgb: np.ndarray) -> np.ndarray:
    """Return how surely each pixel shows a person: (H,W) float32 in [0, 1], from a 256 x 256 px
    model.
    """
    small = cv2.resize(rgb, (256, 256), interpolation=cv2.INTER_AREA)
    with ONE_AT_A_TIME:
        mask = _selfie_model().process(small).segmentation_mask
    return np.clip(cv2.resize(mask, rgb.shape[1::-1], interpolation=cv2.INTER_LINEAR), 0, 1)


def head_box(probability: np.ndarray) -> np.ndarray | None:
    """Return the box (4,), px, of the head at the top of a person (H,W) in [0, 1]; None if there is
    nobody.
    """
    largest = largest_piece(probability > 0.5)
    if largest.sum() < max(NO_PERSON * largest.size, 1):
        return None
    rows = np.flatnonzero(largest.any(1))
    widths = largest[rows].sum(1)
    # The head is about as high as it is wide, and the shoulders are wider: take the first row at
    # which the part above is no wider than high.
    wide = np.maximum.accumulate(widths)
    height = int(np.argmax(np.arange(1, len(rows) + 1) >= 1.1 * wide)) or len(rows)
    columns = np.flatnonzero(largest[rows[:height]].any(0))
    return np.array([columns[0], rows[0], columns[-1] + 1, rows[0] + height], float)


def bright_box(rgb: np.ndarray) -> np.ndarray:
    """Return the box (4,), px, of the largest bright object, which is the one near the flash."""
    gray = cv2.GaussianBlur(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), (0, 0), 3)
    _, bright = cv2.threshold(gray, 0, 1, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    largest = largest_piece(bright)
    if not largest.any():
        return np.array([0.25, 0.25, 0.75, 0.75]) * np.tile(rgb.shape[1::-1], 2)
    left, top, width, height = cv2.boundingRect(largest.astype(np.uint8))
    return np.array([left, top, left + width, top + height], float)


def _detected(rgb: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return box (4,) and tip of the nose (2,), px, of each face of the face detector."""
    faces, size = [], np.array(rgb.shape[1::-1])
    with ONE_AT_A_TIME:
        result = _face_detector().process(np.ascontiguousarray(rgb))
    for found in result.detections or []:
        place = found.location_data
        box = place.relative_bounding_box
        corners = np.array([box.xmin, box.ymin, box.xmin + box.width, box.ymin + box.height])
        nose = place.relative_keypoints[2]
        faces.append((corners * np.tile(size, 2), np.array([nose.x, nose.y]) * size))
    return faces


def _area(box: np.ndarray) -> float:
    return float(max(box[2] - box[0], 0) * max(box[3] - box[1], 0))


def _solutions():
    """Return mediapipe's models. The import is in here because it takes seconds."""
    os.environ.setdefault("GLOG_minloglevel", "2")  # it reports every model that it loads
    import mediapipe

    return mediapipe.solutions


@contextmanager
def _silence() -> Iterator[None]:
    """Drop what compiled code writes to standard error: TensorFlow Lite reports how it starts."""
    sys.stderr.flush()
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _started(model):
    """Return the model, after it has looked at a black picture."""
    with _silence():
        model.process(np.zeros((64, 64, 3), np.uint8))
    return model


@cache
def _face_mesh(max_faces: int):
    return _started(
        _solutions().face_mesh.FaceMesh(
            static_image_mode=True,
            max_num_faces=max_faces,
            refine_landmarks=True,
            min_detection_confidence=0.5,
        )
    )


@cache
def _face_detector():
    return _started(
        _solutions().face_detection.FaceDetection(model_selection=0, min_detection_confidence=0.4)
    )


@cache
def _selfie_model():
    return _started(_solutions().selfie_segmentation.SelfieSegmentation(model_selection=0))
