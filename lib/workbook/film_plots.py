"""Pictures of a film on its way to a capture."""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

from lib.capture.views import HAIR, HEAD
from lib.filming.frames import BLURRED, Choice
from lib.filming.make import Making
from lib.workbook.film_verdict import AZIMUTHS, HEIGHTS, coverage, directions
from lib.workbook.plots.style import BLUE, INK, MUTED, ORANGE, RED

REASONS = {  # how a look's reason begins: its name and colour in the picture
    "blurred": ("blurred", RED),
    "out of focus": ("out of focus", RED),
    "eyes": ("eyes closed", ORANGE),
    "face cut": ("face cut by the edge", INK),
    "frame": ("another beside it was taken", "#c8c8c8"),
}


def frame_choice(choice: Choice) -> Figure:
    """Draw the sharpness of every frame over time, which frames were taken, and why the others were
    not.
    """
    is_film, looks = not choice.film.photos, choice.looks
    fig, ax = plt.subplots(figsize=(9, 3.2))
    t = np.array([seen.t for seen in looks])
    value = np.array([seen.relative if is_film else seen.detail for seen in looks])
    ax.plot(t, value, color=MUTED, linewidth=0.5, zorder=1)
    kinds = [next((key for key in REASONS if seen.reason.startswith(key)), "") for seen in looks]
    for key, (name, color) in [*REASONS.items(), ("", ("taken", BLUE))]:
        here = np.array([kind == key for kind in kinds])
        if here.any():
            size = 26 if key in ("", "eyes", "face cut") else 14
            ax.scatter(t[here], value[here], size, color=color, label=f"{here.sum()} {name}")
    if is_film:
        ax.axhline(BLURRED, color=RED, linewidth=0.8, linestyle="--")
    ax.set_xlabel("seconds" if is_film else "photo")
    ax.set_ylabel("sharpness of the head\nbeside the frames around" if is_film else "detail")
    ax.set_title(f"{choice.film.path.name}: {len(choice.chosen)} of {len(looks)} frames taken")
    ax.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0))
    return fig


def labels_of(masks: Sequence[np.ndarray], hair: Sequence[np.ndarray] | None = None) -> np.ndarray:
    """Return label bits (N,H,W) uint8 of masks (H,W) uint8, for a contact sheet."""
    labels = (np.asarray(masks) > 127) * np.uint8(HEAD)
    if hair is not None:
        labels |= (np.asarray(hair) > 127) * np.uint8(HAIR)
    return labels


def coverage_map(making: Making) -> Figure:
    """Draw where the cameras stand around the head; directions without a camera are red."""
    azimuth, elevation = directions(making)
    counts = coverage(making)
    fig, ax = plt.subplots(figsize=(8, 3.6))
    for row, (low, high, _) in zip(counts, HEIGHTS, strict=True):
        for count, (start, end, _) in zip(row, AZIMUTHS, strict=True):
            color, alpha = (BLUE, min(0.08 * count, 0.5)) if count else (RED, 0.25)
            box = plt.Rectangle((start, low), end - start, high - low, fc=color, alpha=alpha)
            ax.add_patch(box)
            if not count:
                at = (start + end) / 2, (low + high) / 2
                ax.annotate("nothing", at, fontsize=8, color=RED, ha="center", va="center")
    for start, end, side in AZIMUTHS:
        ax.annotate(side, ((start + end) / 2, 57), fontsize=7, color=MUTED, ha="center", va="top")
    for low, high, height in HEIGHTS:
        ax.annotate(
            height, (103, (low + high) / 2), fontsize=7, color=MUTED, ha="right", va="center"
        )
    ax.plot(azimuth, elevation, "-", color=MUTED, linewidth=0.5)
    ax.scatter(azimuth, elevation, 16, color=INK, zorder=3)
    ax.set(xlim=(-105, 105), ylim=(-60, 60))
    ax.set_xlabel("degrees around the head, from the subject's right to the left")
    ax.set_ylabel("degrees above eye level")
    ax.set_title("Coverage: each dot is a frame; the darker a field, the more frames")
    ax.grid(False)
    return fig
