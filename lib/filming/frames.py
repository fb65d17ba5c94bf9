"""Which frames of a film to keep: sharp on the head, eyes open, the whole face, evenly spread.

`look` reads the film once and measures every frame. `choose` decides from these measurements,
evenly in time; it takes a quarter more frames than asked for. Once their cameras are known,
`spread` keeps those that are even in angle. `glance` looks at a few frames before anything else
starts. A face is not required: from behind, or on a bust, the head is found by the person's matte,
or as the bright object in front of a dark room.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np

from lib.capture.errors import CaptureError
from lib.capture.faces import Face, bright_box, find_face, head_box, person_probability
from lib.filming.film import GAMMA, Film, read_frames, read_some

MORE = 1.25  # times as many frames as asked for are taken, until their cameras are known
N_GLANCES = 12  # frames that are looked at before a film is begun
LOOKED_AT = 15.0  # frames a second that are measured, about; a faster film is thinned out evenly
SIDE = 960  # px; frames are measured at this size
AROUND = 1.0  # seconds to either side within which frames are compared
BLURRED = 0.75  # of the sharpness around, below which a frame counts as blurred by motion
CLOSED = 0.6  # of the eyelids' opening around, below which a frame counts as a blink
EDGE = 0.004  # of the picture's side: a face this near to the edge is cut
FACES = 0.2  # share of the frames that must show one: of a skull the face mesh sees some
# Detail below which a film looks soft, and is of no use, by judgement; a sharp one: 6.3.
SOFT, UNUSABLE = 3.2, 2.4
DARK = 30.0  # 8-bit value that the brightest tenth of the head must reach
FILM_CLIPPED_BYTE = 250  # 8-bit value from which on a channel counts as clipped
LYING = 60.0  # degrees that a face leans in the picture, above which the film lies on its side
# Stops of change in the head's brightness that automatic exposure is suspected of. A rendered film
# of fixed exposure: 0.5, because the phone comes nearer and the head turns.
DRIFT = 0.7


@dataclass
class Look:
    """What was measured in one frame.

    t: seconds. sharpness: standard deviation of the Laplacian of the brightness over its mean, in
    the head's box. detail: strength of the Laplacian at a scale of 1 px over that at 4 px. box:
    (4,) of the face, or of the head, as shares of width and height. face: whether a face was found.
    mesh: whether its landmarks were found. eyelids, roll: see `Face`. luminance: mean
    linear brightness of the box. bright: 8-bit value that its brightest tenth reaches. clipped:
    share of its pixels with a clipped channel. person: share of the picture that shows a person.
    relative, eyes_relative: sharpness and eyelids over those of the frames around. reason: why the
    frame was not taken, "" if it was.
    """

    number: int
    t: float
    sharpness: float
    detail: float
    box: np.ndarray
    face: bool
    mesh: bool
    n_faces: int
    eyelids: float
    roll: float
    face_cut: bool
    head_cut: bool
    luminance: float
    bright: float
    clipped: float
    person: float
    relative: float = 1.0
    eyes_relative: float = 1.0
    reason: str = ""


@dataclass
class Choice:
    """The frames that were taken, and findings about the film.

    chosen: numbers in the film, ascending. n_kept: how many of them stay in the end, see `spread`;
    None: all that register. warnings: sentences for the person. exposure_stops: how much the head's
    brightness drifts over the film: 5th to 95th percentile of its logarithm, after the flash's
    fall-off with distance was divided out (by the size of the face); nan without faces. clipped:
    mean share of clipped pixels on the head. has_face: whether at least a fifth of the frames show
    a face.
    """

    film: Film
    looks: list[Look]
    chosen: list[int]
    warnings: list[str] = field(default_factory=list)
    exposure_stops: float = float("nan")
    clipped: float = 0.0
    has_face: bool = False
    n_kept: int | None = None


def choose_frames(
    film: Film,
    n_frames: int,
    progress: Callable[[Iterator], Iterator] = iter,
    numbers: Collection[int] = (),
) -> Choice:
    """Measure a film and choose frames, see `look` and `choose`: MORE times n_frames, of which
    n_frames stay in the end.

    numbers: a person's own choice; it is taken instead, and all of it stays.
    """
    choice = choose(film, list(progress(look(film))), n_frames, round((MORE - 1) * n_frames))
    if len(numbers):
        choice.chosen = sorted(numbers)
    elif not film.photos:
        choice.n_kept = n_frames
    return choice


def glance(film: Film) -> list[str]:
    """Return what a few frames already show against a film: sentences for the person, within
    seconds. A CaptureError as in `choose`.
    """
    looks = [_look_at(number, t, rgb) for number, t, rgb in read_some(film, N_GLANCES, SIDE)]
    choice = Choice(film, looks, [])
    _check_use(choice)
    choice.has_face = sum(seen.mesh for seen in looks) >= FACES * len(looks)
    _warn(choice, 0)
    return choice.warnings


def n_looks(film: Film) -> int | None:
    """Return how many frames `look` measures; None if the film does not give its number of frames.
    """
    return film.n_frames and -(-film.n_frames // _stride(film))


def _stride(film: Film) -> int:
    """Return the step between measured frames of a film."""
    return max(1, round(film.fps / LOOKED_AT))


def look(film: Film) -> Iterator[Look]:
    """Yield the measurements of every frame, or of each second or third one of a faster film: about
    LOOKED_AT a second (of 24 frames 12, of 30 and of 60 frames 15).
    """
    stride = _stride(film)
    numbers = None if stride == 1 else range(0, 10**9, stride)
    for number, t, rgb in read_frames(film, numbers, SIDE):
        yield _look_at(number, t, rgb)


def choose(film: Film, looks: Sequence[Look], n_frames: int, more: int = 0) -> Choice:
    """Choose n_frames + more frames, one in each of as many windows of equal length.

    From each window the sharpest frame is taken that is not blurred, no blink, and shows the whole
    face. A head cut at the hair is taken only if its window has no better frame. If a window has
    none, other windows give more. Of a folder of photos all are taken, because a person chose them,
    except those with closed eyes or out of focus. A CaptureError for films that are too dark or out
    of focus throughout. Fills in each look's `relative`, `eyes_relative` and `reason`.
    """
    looks = sorted(looks, key=lambda seen: seen.number)
    choice = Choice(film, looks, [])
    if not looks:
        raise CaptureError(f"{film.path}: expected pictures, found none; film again")
    _check_use(choice)
    choice.has_face = sum(seen.mesh for seen in looks) >= FACES * len(looks)
    _compare(choice)
    for seen in looks:
        seen.reason = _fault(seen, choice)
    usable = [i for i, seen in enumerate(looks) if not seen.reason]
    if film.photos:
        taken = usable
    else:
        taken = _spread_in_time(looks, usable, n_frames + more)
        _explain(looks, usable, taken)
    choice.chosen = [looks[i].number for i in taken]
    _warn(choice, n_frames)
    return choice


def _look_at(number: int, t: float, rgb: np.ndarray) -> Look:
    """Measure one upright picture (H,W,3) uint8."""
    height, width = rgb.shape[:2]
    face, probability = find_face(rgb), person_probability(rgb)
    box = face.box if face else head_box(probability)
    if box is None:
        box = bright_box(rgb)
    inside = np.clip(np.round(box), 0, [width, height, width, height]).astype(int)
    x0, y0 = np.minimum(inside[:2], [width - 8, height - 8])
    x1, y1 = np.maximum(inside[2:], [x0 + 8, y0 + 8])
    part = rgb[y0:y1, x0:x1]
    gray = cv2.cvtColor(part, cv2.COLOR_RGB2GRAY).astype(np.float32)
    fine, coarse = _laplacian(gray, 1.0), _laplacian(gray, 4.0)
    return Look(
        number,
        t,
        sharpness=fine / max(float(gray.mean()), 1.0),
        detail=fine / max(coarse, 1e-3),
        box=box / [width, height, width, height],
        face=face is not None,
        mesh=face is not None and face.landmarks is not None,
        n_faces=face.n_faces if face else 0,
        eyelids=face.eyelids if face else float("nan"),
        roll=face.roll if face else float("nan"),
        face_cut=face is not None and _is_cut(face, width, height),
        head_cut=_head_is_cut(probability, inside),
        luminance=float(((part / 255.0) ** GAMMA).mean()),
        bright=float(np.percentile(gray, 90)),
        clipped=float((part >= FILM_CLIPPED_BYTE).any(-1).mean()),
        person=float((probability > 0.5).mean()),
    )


def _laplacian(gray: np.ndarray, sigma: float) -> float:
    """Return the standard deviation of the Laplacian after smoothing by sigma px."""
    return float(cv2.Laplacian(cv2.GaussianBlur(gray, (0, 0), sigma), cv2.CV_32F).std())


def _is_cut(face: Face, width: int, height: int) -> bool:
    """Return whether the face reaches out of the picture."""
    margin = EDGE * max(width, height)
    box = face.box
    if face.landmarks is None:  # a detector's box is wider than a profile's face: allow for that
        margin -= 0.15 * (box[2] - box[0])
    outside = box[0] < margin or box[1] < margin
    return bool(outside or box[2] > width - margin or box[3] > height - margin)


def _head_is_cut(probability: np.ndarray, box: np.ndarray) -> bool:
    """Return whether the person touches the picture's edge beside or above the face."""
    person = probability > 0.5
    if not person.any():
        return False
    middle = (box[1] + box[3]) // 2  # below it the shoulders may reach the sides
    sides = person[:middle, [0, -1]].sum(0).max(initial=0) > 0.1 * max(box[3] - box[1], 1)
    above = person[0, box[0] : box[2]].sum() > 0.2 * max(box[2] - box[0], 1)
    return bool(sides or above)


def _compare(choice: Choice) -> None:
    """Fill in how sharp each frame is, and how open the eyes are, relative to the frames around it.
    """
    looks, around = choice.looks, 8 if choice.film.photos else AROUND  # a photo's time: its number
    t = np.array([seen.t for seen in looks])
    sharpness = np.array([seen.sharpness for seen in looks])
    eyelids = np.array([seen.eyelids for seen in looks])
    for i, seen in enumerate(looks):
        near = abs(t - t[i]) <= around
        seen.relative = float(sharpness[i] / max(np.percentile(sharpness[near], 80), 1e-9))
        opening = eyelids[(abs(t - t[i]) <= 2 * around) & np.isfinite(eyelids)]
        if np.isfinite(eyelids[i]):  # compared over longer than a blink
            seen.eyes_relative = float(eyelids[i] / max(np.percentile(opening, 75), 1e-9))


def _fault(seen: Look, choice: Choice) -> str:
    """Return why a frame cannot be used; "" if it can."""
    if choice.has_face and seen.eyes_relative < CLOSED:
        return "eyes closed"
    if choice.film.photos:  # neighbours show other sides: compare with a fixed limit
        return f"out of focus: detail {seen.detail:.1f}" if seen.detail < UNUSABLE else ""
    if seen.face_cut:
        return "face cut by the picture's edge"
    if seen.relative < BLURRED:
        return f"blurred: {100 * seen.relative:.0f} % as sharp as those around"
    return ""


def _spread_in_time(looks: Sequence[Look], usable: Sequence[int], n_frames: int) -> list[int]:
    """Return indices of n_frames usable looks: the best of each window, then the best in the gaps.
    """
    if len(usable) <= n_frames:
        return list(usable)

    def merit(i: int) -> tuple[bool, float]:
        return not looks[i].head_cut, looks[i].sharpness

    t = np.array([seen.t for seen in looks])
    ends = t[-1] + np.median(np.diff(t))
    windows = ((t[list(usable)] - t[0]) / (ends - t[0]) * n_frames + 1e-6).astype(int)
    taken = []
    for window in range(n_frames):
        inside = [i for i, where in zip(usable, windows, strict=True) if where == window]
        if inside:
            taken.append(max(inside, key=merit))
    left = [i for i in usable if i not in taken]
    while len(taken) < n_frames and left:
        gaps = [np.abs(t[taken] - t[i]).min() for i in left]
        widest = max(gaps)
        i = max((i for i, gap in zip(left, gaps, strict=True) if gap > 0.9 * widest), key=merit)
        taken.append(i)
        left.remove(i)
    return sorted(taken)


def _explain(looks: Sequence[Look], usable: Sequence[int], taken: Sequence[int]) -> None:
    """Fill in, for each usable frame that was not taken, which one was taken instead."""
    t = np.array([looks[i].t for i in taken])
    for i in set(usable) - set(taken):
        other = looks[taken[int(np.argmin(abs(t - looks[i].t)))]]
        looks[i].reason = f"frame {other.number} beside it was taken"


def _check_use(choice: Choice) -> None:
    """Raise a CaptureError for films that are of no use: dark, out of focus, or on their side."""
    path, looks = choice.film.path, choice.looks
    rolls = [seen.roll for seen in looks if np.isfinite(seen.roll)]
    if len(rolls) >= FACES * len(looks) and abs(np.median(rolls)) > LYING:
        raise CaptureError(
            f"{path}: expected an upright face, found it turned by "
            f"{abs(np.median(rolls)):.0f} degrees; turn the film in the phone's editor"
        )
    bright = float(np.median([seen.bright for seen in looks]))
    if bright < DARK:
        raise CaptureError(
            f"{path}: expected a head lit by the flash, found it too dark (the brightest tenth "
            f"reaches {bright:.0f} of 255); turn the light on, film from about 50 cm"
        )
    detail = float(np.median([seen.detail for seen in looks]))
    if detail < UNUSABLE:
        raise CaptureError(
            f"{path}: expected a head in focus, found it out of focus throughout (detail "
            f"{detail:.1f}, {UNUSABLE:g} is needed); hold the focus on the face before you film"
        )


def _warn(choice: Choice, n_frames: int) -> None:
    """Fill in findings over the whole film, and the warnings."""
    film, looks, warnings = choice.film, choice.looks, choice.warnings
    n = len(looks)
    faces = [seen for seen in looks if seen.face]
    choice.clipped = float(np.mean([seen.clipped for seen in looks]))
    if not choice.has_face:
        warnings.append(
            f"A face was found in {len(faces)} of {n} frames: the subject is taken for a bust, "
            "without eyes and without millimetres."
        )
    elif not film.photos:
        # The flash falls off with distance squared, and so does the face's height in the picture.
        frontal = [seen for seen in looks if np.isfinite(seen.eyelids)] or faces
        stops = np.log2(
            [seen.luminance / max(seen.box[3] - seen.box[1], 1e-3) ** 2 for seen in frontal]
        )
        choice.exposure_stops = float(np.ptp(np.percentile(stops, [5, 95])))
        if choice.exposure_stops > DRIFT:
            warnings.append(
                f"The face's brightness changes by {choice.exposure_stops:.1f} stops: the exposure "
                "was automatic; lock it (hold a finger on the face) next time."
            )
    several = sum(seen.n_faces > 1 for seen in looks)
    if several > 0.1 * n:
        warnings.append(
            f"{several} of {n} frames show more than one face: the larger one is used; film one "
            "person alone next time."
        )
    if not film.photos and film.width > film.height:
        warnings.append(
            f"The film is wider than high ({film.width} x {film.height}): the head gets few "
            "pixels; hold the phone upright next time."
        )
    if choice.clipped > 0.03:
        warnings.append(
            f"{100 * choice.clipped:.0f} % of the head is clipped to white: lower the exposure "
            "before you film."
        )
    detail = float(np.median([seen.detail for seen in looks]))
    if detail < SOFT:
        warnings.append(
            f"The head looks soft (detail {detail:.1f}, {SOFT:g} or more is good): focus on the "
            "face and hold the focus before you film."
        )
    cut = sum(seen.face_cut or seen.head_cut for seen in looks)
    if cut > 0.2 * n:
        warnings.append(
            f"The head is cut by the picture's edge in {cut} of {n} frames: step back next time."
        )
    blurred = sum(seen.relative < BLURRED for seen in looks)
    if not film.photos and blurred > 0.3 * n:
        warnings.append(f"{blurred} of {n} frames are blurred by motion: move more slowly.")
    if not film.photos and len(choice.chosen) < n_frames:
        warnings.append(
            f"{len(choice.chosen)} of {n_frames} wanted frames can be used; film for longer."
        )
