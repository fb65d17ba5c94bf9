"""Pictures of a film on its way to a capture."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

from lib.capture.frames import BLURRED, Choice
from lib.workbook.plots.style import BLUE, INK, MUTED, ORANGE, RED

REASONS = {  # how a look's reason begins: its name and colour in the picture
    "blurred": ("blurred", RED),
    "out of focus": ("out of focus", RED),
    "eyes": ("eyes closed", ORANGE),
    "face cut": ("face cut by the edge", INK),
    "frame": ("another beside it was taken", "#c8c8c8"),
}


def frame_choice(choice: Choice) -> Figure:
    """Sharpness of every frame over time, which frames were taken, and why the others were not."""
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
