"""Is a capture good enough? Exposure, sharpness, masks and coverage, measured before any
training.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from lib.capture.views import HEAD, CaptureError, Views, load_views
from lib.workbook.config import Settings

CLIPPED = 254  # a byte from here on may have been brighter than the sensor holds
CLIPPED_SHARE = 0.02  # warn above: highlights drive specular and roughness
BLURRED = 0.35  # warn below this share of the median frame's sharpness
AZIMUTH_SPAN = 120.0  # degrees; ear to ear is about 180
ELEVATION_SPAN = 20.0  # degrees; one height leaves chin and crown unseen
EXPOSURE_RATIO = (
    2.0  # brightest over darkest decile, distance taken out: more hints at automatic exposure
)
N_FRAMES = 20
HEAD_SIZE = (
    1.35  # root of the area that a head covers, seen from the side, in parts of data.bound; warn
)
MISFIT = 1.6  # where it is so many times larger or smaller


@dataclass
class Report:
    """What a capture holds; arrays are (N,), in the order of `names`.

    parts: folder -> there or not. exposure: mean linear luminance of the head. clipped: share of
    head pixels with a channel at its limit. sharpness: variance of the Laplacian over squared mean,
    of the head. mask_share: of the image. azimuth, elevation: degrees about the world's origin,
    from the mean camera direction, positive towards the subject's left and up (up is what the
    photos agree on). distance: camera to origin, world units.
    """

    names: list[str]
    heldout: list[str]
    width: int
    height: int
    parts: dict[str, bool]
    n_unlisted: int
    exposure: np.ndarray
    clipped: np.ndarray
    sharpness: np.ndarray
    mask_share: np.ndarray
    azimuth: np.ndarray
    elevation: np.ndarray
    distance: np.ndarray
    warnings: list[str]

    @property
    def azimuth_span(self) -> float:
        """Degrees around the head that the cameras cover: a circle less its largest gap."""
        around = np.sort(self.azimuth)
        return float(360 - np.diff(np.append(around, around[0] + 360)).max())

    @property
    def elevation_span(self) -> float:
        """Degrees from the lowest camera to the highest."""
        return float(np.ptp(self.elevation))

    def rows(self) -> list[tuple[str, str]]:
        """(what, finding) lines for a person to read."""
        there = ", ".join(part for part, found in self.parts.items() if found)
        return [
            (
                "frames",
                f"{len(self.names)} of {self.width} x {self.height} px, {len(self.heldout)} held "
                "out, "
                f"{self.n_unlisted} photos without a camera",
            ),
            ("parts", there),
            (
                "around the head",
                f"{self.azimuth_span:.0f} degrees, heights over {self.elevation_span:.0f} degrees",
            ),
            (
                "camera distance",
                f"{self.distance.min():.2f} to {self.distance.max():.2f} world units",
            ),
            (
                "exposure",
                f"{self.exposure.min():.3f} to {self.exposure.max():.3f} (mean linear luminance)",
            ),
            (
                "clipped",
                f"{100 * self.clipped.mean():.2f} % of the head, at most "
                f"{100 * self.clipped.max():.2f} %",
            ),
            (
                "sharpness",
                f"weakest frame {self.names[int(self.sharpness.argmin())]}, "
                f"{self.sharpness.min() / max(np.median(self.sharpness), 1e-9):.2f} of the median",
            ),
            (
                "head in the picture",
                f"{100 * self.mask_share.min():.0f} to {100 * self.mask_share.max():.0f} %",
            ),
            *(("look at", warning) for warning in self.warnings),
        ]


def check_capture(capture: str | Path, settings: Settings, views: Views | None = None) -> Report:
    """Report on a capture, read as `load_views` reads it (`views`: what that gave, to spare a
    second reading).

    Raises CaptureError for what cannot be used at all; what can be used but will cost quality is in
    `warnings`.
    """
    capture = Path(capture)
    views = load_views(capture, settings) if views is None else views
    measures = np.array([_measure(views, i) for i in range(len(views))])
    exposure, clipped, sharpness, mask_share = measures.T
    if not exposure.all():
        name = views.names[int(exposure.argmin())]
        raise CaptureError(
            f"{capture / 'image' / name}: expected light inside the mask, found black; is the mask "
            "another frame's or inverted, or the photo empty?"
        )
    azimuth, elevation, distance = _directions(views.cameras.c2w)
    photos = {
        path.stem
        for path in (capture / "image").iterdir()
        if path.suffix.lower() in (".png", ".jpg", ".jpeg")
    }
    report = Report(
        names=views.names,
        heldout=[views.names[i] for i in views.heldout_indices(settings)],
        width=views.cameras.width,
        height=views.cameras.height,
        parts={
            "image": True,
            "mask": True,
            "hair_mask": views.has_hair,
            "eye masks": views.has_eyes,
            "specular_bfm": views.specular_bfm is not None,
            "config.yaml": (capture / "config.yaml").is_file(),
            "gt.json": (capture / "gt.json").is_file(),
            "eye_picks.json": (capture / "eye_picks.json").is_file(),
        },
        n_unlisted=len(photos - set(views.names)),
        exposure=exposure,
        clipped=clipped,
        sharpness=sharpness,
        mask_share=mask_share,
        azimuth=azimuth,
        elevation=elevation,
        distance=distance,
        warnings=[],
    )
    report.warnings += _warnings(report, views, settings.data.bound)
    return report


def _measure(views: Views, i: int) -> tuple[float, float, float, float]:
    """Exposure, clipped share, sharpness and mask share of frame i."""
    head = (views.labels[i] & HEAD) > 0
    image = views.images[i]
    exposure = (views.linear(i)[head] @ np.array([0.2126, 0.7152, 0.0722], np.float32)).mean()
    clipped = (image[head] >= CLIPPED).any(axis=1).mean()
    gray = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.float32)
    inner = (
        cv2.erode(head.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    )  # the mask's own edge is always sharp
    inner = inner if inner.any() else head
    sharpness = cv2.Laplacian(gray, cv2.CV_32F)[inner].var() / max(gray[inner].mean(), 1e-6) ** 2
    return float(exposure), float(clipped), float(sharpness), float(head.mean())


def head_axes(c2w: np.ndarray) -> np.ndarray:
    """Unit front, left (the subject's own) and up (3,3), world, as the photos of cameras (N,4,4)
    agree on them.
    """
    position = c2w[:, :3, 3]
    up = -c2w[:, :3, 1].mean(0)  # y points down in every photo
    up /= max(np.linalg.norm(up), 1e-9)
    level = position - np.outer(position @ up, up)
    front = level.mean(0)
    if np.linalg.norm(front) < 0.05 * np.linalg.norm(position, axis=1).mean():
        front = level[0]  # cameras all around: any direction is as good
    front = front / max(np.linalg.norm(front), 1e-9)
    return np.stack([front, np.cross(up, front), up])


def _directions(c2w: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Azimuth, elevation (degrees) and distance (N,) of cameras (N,4,4) about the origin, up as the
    photos have it.
    """
    front, left, up = head_axes(c2w) @ c2w[:, :3, 3].T
    distance = np.maximum(np.linalg.norm(c2w[:, :3, 3], axis=1), 1e-9)
    return (
        np.degrees(np.arctan2(left, front)),
        np.degrees(np.arcsin(np.clip(up / distance, -1, 1))),
        distance,
    )


def _warnings(report: Report, views: Views, bound: float) -> list[str]:
    """What will cost quality, each with what to do; what spoils most comes first."""
    light = report.exposure * report.distance**2
    low, high = np.quantile(light, [0.1, 0.9])
    blurred = [
        name
        for name, s in zip(report.names, report.sharpness)
        if s < BLURRED * np.median(report.sharpness)
    ]
    aside = away = inverted = 0
    for i, labels in enumerate(views.labels):
        ((x, y),), (depth,) = views.cameras.project(i, np.zeros((1, 3)))
        inside = 0 <= x < report.width and 0 <= y < report.height
        aside += not inside or not labels[int(y), int(x)] & HEAD
        away += depth <= 0
        inverted += (
            np.mean([(edge & HEAD > 0).mean() for edge in (labels[0], labels[:, 0], labels[:, -1])])
            > 0.5
        )
    n, focal = len(views), np.sqrt(views.cameras.K[0, 0] * views.cameras.K[1, 1])
    size = (
        np.median(
            np.sqrt(report.mask_share * report.width * report.height) / focal * report.distance
        )
        / bound
    )
    found = [
        (
            inverted > n / 2,
            f"the masks cover the pictures' borders in {inverted} of {n} frames: are they "
            "inverted? The "
            "head must be white",
        ),
        (
            away > n / 2,
            f"the cameras look away from the world's origin in {away} of {n} frames: is the pose "
            "file of "
            "another convention? OpenGL's y and z point the other way",
        ),
        (
            not HEAD_SIZE / MISFIT < size < HEAD_SIZE * MISFIT,
            f"the head is {size / HEAD_SIZE:.2g} times as large as expected within data.bound: "
            "divide the cameras' "
            f"positions by {size / HEAD_SIZE:.2g}",
        ),
        (
            aside > n / 2,
            f"the world's origin lies outside the head in {aside} of {n} frames; centre the head "
            "at the "
            "origin, within data.bound",
        ),
        (len(views) < N_FRAMES, f"{len(views)} frames; {N_FRAMES} or more give a better shape"),
        (
            report.azimuth_span < AZIMUTH_SPAN,
            f"cameras cover {report.azimuth_span:.0f} degrees around the head; "
            "walk from ear to ear",
        ),
        (
            report.elevation_span < ELEVATION_SPAN,
            f"cameras cover {report.elevation_span:.0f} degrees of height; add "
            "rounds above and below the eyes",
        ),
        (
            np.median(report.clipped) > CLIPPED_SHARE,
            f"{100 * np.median(report.clipped):.1f} % of the head is clipped; lower the exposure",
        ),
        (
            high > EXPOSURE_RATIO * low,
            f"brightness varies by {high / max(low, 1e-9):.1f} beyond distance; lock the "
            "exposure, or set light.fit_gain=true",
        ),
        (bool(blurred), f"blurred beside the others: {', '.join(blurred[:8])}; leave them out"),
    ]
    return [text for holds, text in found if holds]
