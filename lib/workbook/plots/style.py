"""What all figures share: their look, their frame, the encoding of colours, tables."""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib.pyplot as plt
import numpy as np
from IPython.display import Markdown
from matplotlib.figure import Figure

INK, MUTED = "#222222", "#7a7a7a"
BLUE, RED, GREEN, ORANGE = "#1f6feb", "#d1242f", "#1a7f37", "#e07b00"
STYLE = {
    "figure.dpi": 90,
    "savefig.bbox": "tight",
    "figure.constrained_layout.use": True,
    "font.size": 9,
    "axes.titlesize": 9,
    "axes.titlelocation": "left",
    "axes.labelsize": 8,
    "xtick.labelsize": 8,
    "ytick.labelsize": 8,
    "legend.fontsize": 8,
    "legend.frameon": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": MUTED,
    "axes.labelcolor": MUTED,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "text.color": INK,
    "axes.titlecolor": INK,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": "#e6e6e6",
    "grid.linewidth": 0.6,
    "lines.linewidth": 1.4,
}


def table(rows: Sequence[Sequence[object]], header: Sequence[str]) -> Markdown:
    """A table for the notebook."""
    lines = [header, ["---"] * len(header), *rows]
    return Markdown(
        "\n".join(
            "| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in lines
        )
    )


def encoded(linear: np.ndarray, gamma: float = 2.2) -> np.ndarray:
    """Linear colour (..., 3) as a photo shows it, uint8."""
    return np.round(255 * np.clip(linear, 0, 1) ** (1 / gamma)).astype(np.uint8)


def normal_colors(normal: np.ndarray) -> np.ndarray:
    """Unit normals (H,W,3) as colours (H,W,3) uint8: x, y, z in [-1, 1] become r, g, b."""
    return np.round(127.5 * (1 + np.clip(normal, -1, 1))).astype(np.uint8)


def figure(
    title: str,
    n_rows: int = 1,
    n_columns: int = 1,
    size: tuple[float, float] = (11, 3),
    bare: bool = False,
    **options,
) -> tuple[Figure, np.ndarray]:
    """A figure with its title at the left, and its axes (n_rows, n_columns); bare: without frames
    and ticks.
    """
    fig, axes = plt.subplots(n_rows, n_columns, figsize=size, squeeze=False, **options)
    fig.suptitle(title, x=0.01, ha="left", fontweight="bold", fontsize=10)
    for ax in axes.flat if bare else ():
        ax.axis("off")
    return fig, axes
