"""Is a capture good enough? Exposure, sharpness, masks and coverage, measured before any training.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np

from lib.capture.agreement import better_convention, fill_shares, mask_rays
from lib.capture.errors import CaptureError, short_line
from lib.capture.files import frame_name, need_folder, part_folder, pictures_in
from lib.capture.outline import MaskOffset
from lib.capture.place import Place, find_place, head_axes
from lib.capture.views import HEAD, Views, load_views
from lib.workbook.config import Settings

# Where a warning begins. "Sound" are the sample, four rendered captures, a rendered film, and 66
# real photos of a model skull with masks by GrabCut.
PHOTO_CLIPPED_BYTE = 254  # a byte from here on may have been brighter than the sensor holds
# Of the head, at the median frame; highlights drive specular and roughness. Sound ones: up to 0.3 %
# (single frames up to 2.5 %).
CLIPPED_SHARE = 0.02
UNSHARP = 0.35  # share of the median frame's sharpness; sound ones: 0.38 (skull) to 0.74
AZIMUTH_SPAN = 120.0  # degrees; ear to ear is about 180; sound ones: 161 to 338
ELEVATION_SPAN = 20.0  # degrees; one height leaves chin and crown unseen; sound ones: 44 to 102
# Brightest over darkest decile, distance taken out: one stop hints at automatic exposure. Sound
# ones: 1.2 to 1.7 (skull).
EXPOSURE_RATIO = 2.0
N_FRAMES = 20  # at three heights one every 25 degrees; tried: 30 to 90
# Share of the masks that their hull fills, at the median and at worst. Sound ones: 1.00 and 1.00,
# the skull 0.95 and 0.83; with photos named one frame off 0.79 and 0.66.
FILLED = 0.85
FILLED_WORST = 0.65
BLACK = 0.004  # mean linear luminance of a head that is nearly black, a byte of 21
UNLIT = 0.15  # a frame with so little of the others' light: the flash did not fire


@dataclass
class Report:
    """What a capture holds. Arrays are (N,), in the order of `names`.

    parts: folder -> whether it is there. exposure: mean linear luminance of the head. clipped:
    share of the head's pixels with a channel at its limit. sharpness: variance of the Laplacian
    over the squared mean, in the head. mask_share: of the image. azimuth, elevation: degrees about
    the world's origin, from the mean camera direction, positive towards the subject's left and up;
    the photos decide what is up. distance: camera to origin, world units. fill: share of the mask
    that the masks' hull fills. mask_offset: how far the masks' files end from the photos' outlines.
    source: what the camera file was taken for. place: where the head is. warnings: in words.
    topics: the topic of each warning.
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
    fill: np.ndarray
    mask_offset: MaskOffset
    source: str
    place: Place
    warnings: list[str]
    topics: list[str]

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
        """Return (what, finding) lines for a person to read."""
        there = ", ".join(part for part, found in self.parts.items() if found)
        return [
            (
                "frames",
                f"{len(self.names)} of {self.width} x {self.height} px, {len(self.heldout)} held "
                f"out, {self.n_unlisted} photos without a camera",
            ),
            ("parts", there),
            ("cameras taken for", self.source),
            (
                "masks agree",
                f"their common hull fills {self.fill.min():.2f} to {self.fill.max():.2f} of them",
            ),
            ("masks' outlines", str(self.mask_offset)),
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
    """Return a report on a capture.

    views: what `load_views` returned, if it was read already. A CaptureError if the capture cannot
    be used. What can be used but costs quality is in `warnings`.
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
    place = find_place(views.cameras.c2w, *mask_rays(views), settings.data.bound)
    around, posed = views.cameras.c2w, views
    if not place.fits(settings.data.bound):  # measured about the head all the same
        around = around.copy()
        around[:, :3, 3] -= place.centre
        posed = replace(views, cameras=replace(views.cameras, c2w=place.moved(views.cameras.c2w)))
    azimuth, elevation, distance = _directions(around)
    folder = need_folder(capture, "image", views.cameras.files or ())
    photos = {frame_name(path.name) for path in pictures_in(folder)}
    report = Report(
        names=views.names,
        heldout=[views.names[i] for i in views.heldout_indices(settings)],
        width=views.cameras.width,
        height=views.cameras.height,
        parts={
            "image": True,
            "mask": part_folder(capture, "mask") is not None,
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
        fill=fill_shares(posed, settings.data.bound),
        mask_offset=views.mask_offset,
        source=views.cameras.source,
        place=place,
        warnings=[],
        topics=[],
    )
    for topic, text in _warnings(report, views, settings.data.bound):
        report.topics.append(topic)
        report.warnings.append(short_line(text))
    return report


def _measure(views: Views, i: int) -> tuple[float, float, float, float]:
    """Return exposure, clipped share, sharpness and mask share of frame i."""
    head = (views.labels[i] & HEAD) > 0
    image = views.images[i]
    exposure = (views.linear(i)[head] @ np.array([0.2126, 0.7152, 0.0722], np.float32)).mean()
    clipped = (image[head] >= PHOTO_CLIPPED_BYTE).any(axis=1).mean()
    gray = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.float32)
    inner = (
        cv2.erode(head.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    )  # the mask's own edge is always sharp
    inner = inner if inner.any() else head
    sharpness = cv2.Laplacian(gray, cv2.CV_32F)[inner].var() / max(gray[inner].mean(), 1e-6) ** 2
    return float(exposure), float(clipped), float(sharpness), float(head.mean())


def _directions(c2w: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return azimuth, elevation (degrees) and distance (N,) of cameras (N,4,4) about the origin."""
    front, left, up = head_axes(c2w) @ c2w[:, :3, 3].T
    distance = np.maximum(np.linalg.norm(c2w[:, :3, 3], axis=1), 1e-9)
    return (
        np.degrees(np.arctan2(left, front)),
        np.degrees(np.arcsin(np.clip(up / distance, -1, 1))),
        distance,
    )


def _warnings(report: Report, views: Views, bound: float) -> list[tuple[str, str]]:
    """Return (topic, what costs quality and what to do about it); the worst comes first."""
    found = [*_camera_warnings(report, views, bound), *_photo_warnings(report)]
    return [(topic, text) for holds, topic, text in found if holds]


def _camera_warnings(report: Report, views: Views, bound: float) -> list[tuple[bool, str, str]]:
    """Return (whether it holds, topic, words) of what is wrong with masks and cameras."""
    inverted = sum(
        np.mean([(edge & HEAD > 0).mean() for edge in (labels[0], labels[:, 0], labels[:, -1])])
        > 0.5
        for labels in views.labels
    )
    n, place, where = len(views), report.place, report.place.centre
    worst = [report.names[i] for i in np.argsort(report.fill)[:3]]
    at = "({:.2f}, {:.2f}, {:.2f})".format(*where)
    apart = not place.fits(bound)
    large = f"the head is {place.size:.3g} times as large as expected within data.bound"
    if np.linalg.norm(where) > 0.1 * bound:
        misplaced = (
            f"the cameras look at {at}, not at the world's origin, and {large}: set "
            f"data.recentre=true, or subtract {at} from the cameras' positions and divide them by "
            f"{place.size:.3g}"
        )
    else:
        misplaced = (
            f"{large}: divide the cameras' positions by {place.size:.3g}, or set data.recentre=true"
        )
    advice = better_convention(views)
    return [
        (
            inverted > n / 2,
            "masks",
            f"the masks cover the pictures' borders in {inverted} of {n} frames: are they "
            "inverted? The head must be white",
        ),
        (
            advice is not None,
            "cameras",
            "the matrices are of another convention than expected: the masks' middles meet ahead "
            f"of the cameras if you {advice}",
        ),
        (
            apart and advice is None and place.ahead > 0.5,
            "cameras",
            misplaced,
        ),
        (
            place.ahead <= 0.5 and advice is None,
            "cameras",
            f"the cameras look away from the head in {n - round(place.ahead * n)} of {n} frames: "
            "is the camera file of another convention? Set data.cameras",
        ),
        (
            not apart and (np.median(report.fill) < FILLED or report.fill.min() < FILLED_WORST),
            "masks and cameras",
            "masks and cameras contradict each other: the hull of all masks fills only "
            f"{np.median(report.fill):.2f} of them at the median (1.00 in a sound capture); "
            f"worst {', '.join(worst)} ({report.fill.min():.2f}); are poses on the wrong photos, "
            "masks turned, or is the lens wrong?",
        ),
        (
            bool(report.mask_offset.applied) and not report.mask_offset.asked,
            "outline",
            f"{report.mask_offset}; look whether they fit now, data.mask_offset_px=0 keeps them as "
            "given",
        ),
    ]


def _photo_warnings(report: Report) -> list[tuple[bool, str, str]]:
    """Return (whether it holds, topic, words) of what is wrong with light and directions."""
    light, n = report.exposure * report.distance**2, len(report.names)
    low, high = np.quantile(light, [0.1, 0.9])
    dark = [name for name, value in zip(report.names, light) if value < UNLIT * np.median(light)]
    blurred = [
        name
        for name, s in zip(report.names, report.sharpness)
        if s < UNSHARP * np.median(report.sharpness)
    ]
    return [
        (
            np.median(report.exposure) < BLACK,
            "brightness",
            f"the head is nearly black (mean linear luminance {np.median(report.exposure):.4f}); "
            "was the flash on? 16-bit or linear photos must be gamma-encoded",
        ),
        (
            bool(dark),
            "flash",
            f"nearly black beside the others: {', '.join(dark[:8])}; the flash did not fire, leave "
            "them out",
        ),
        (
            n < N_FRAMES,
            "frames",
            f"{n} frames; {N_FRAMES} or more give a better shape",
        ),
        (
            report.azimuth_span < AZIMUTH_SPAN,
            "around the head",
            f"cameras cover {report.azimuth_span:.0f} degrees around the head; "
            "walk from ear to ear",
        ),
        (
            report.elevation_span < ELEVATION_SPAN,
            "heights",
            f"cameras cover {report.elevation_span:.0f} degrees of height; add "
            "rounds above and below the eyes",
        ),
        (
            np.median(report.clipped) > CLIPPED_SHARE,
            "clipped",
            f"{100 * np.median(report.clipped):.1f} % of the head is clipped; lower the exposure",
        ),
        (
            high > EXPOSURE_RATIO * low,
            "exposure",
            f"brightness varies by {high / max(low, 1e-9):.1f} beyond distance; lock the "
            "exposure, or set light.fit_gain=true",
        ),
        (
            bool(blurred),
            "sharpness",
            f"blurred beside the others: {', '.join(blurred[:8])}; leave them out",
        ),
    ]
