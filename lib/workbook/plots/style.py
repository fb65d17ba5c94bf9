"""What all figures share: their look, their frame, the encoding of colours, tables."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import matplotlib.pyplot as plt
import numpy as np
from IPython.display import HTML, Markdown
from matplotlib.figure import Figure

from lib.capture.finding import MIME

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
    """Return a table for the notebook."""
    lines = [header, ["---"] * len(header), *rows]
    return Markdown(
        "\n".join(
            "| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in lines
        )
    )


def folded(summary: str, rows: Sequence[Sequence[object]], header: Sequence[str]) -> HTML:
    """Return a table for the notebook that is hidden until its summary is clicked."""
    head = "".join(f"<th>{escape(str(cell))}</th>" for cell in header)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows
    )
    return HTML(
        f"<details><summary>{escape(summary)}</summary>"
        f"<table><tr>{head}</tr>{body}</table></details>"
    )


class _Verdict(HTML):
    """A verdict's table, with its findings for whoever reads the executed notebook."""

    def __init__(self, table: str, findings: Sequence):
        super().__init__(table)
        self.findings = [[f.what, f.mark, f.found, f.advice] for f in findings]

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        return {MIME: {"findings": self.findings}}


def verdict(findings: Sequence) -> HTML:
    """Return a verdict for the notebook: a coloured mark, what was checked, what was found, what to
    do. `verdicts.findings_in` reads it in the executed notebook.

    findings: each has what, mark ("pass", "look" or "fail"), found and advice.
    """
    marks = {
        "pass": (GREEN, "&#10004; pass"),
        "look": (ORANGE, "&#9679; look at"),
        "fail": (RED, "&#10008; fail"),
    }
    rows = []
    for finding in findings:
        color, mark = marks[finding.mark]
        cells = (finding.what, finding.found, finding.advice)
        plain = "".join(f'<td style="text-align:left">{escape(cell)}</td>' for cell in cells)
        style = f"color:{color};font-weight:bold;white-space:nowrap;text-align:left"
        rows.append(f'<tr><td style="{style}">{mark}</td>{plain}</tr>')
    return _Verdict(f"<table>{''.join(rows)}</table>", findings)


def encoded(linear: np.ndarray, gamma: float = 2.2) -> np.ndarray:
    """Return linear colours (..., 3) encoded like a photo, uint8."""
    return np.round(255 * np.clip(linear, 0, 1) ** (1 / gamma)).astype(np.uint8)


def normal_colors(normal: np.ndarray) -> np.ndarray:
    """Return unit normals (H,W,3) as colours (H,W,3) uint8: x, y, z in [-1, 1] become r, g, b."""
    return np.round(127.5 * (1 + np.clip(normal, -1, 1))).astype(np.uint8)


def ball_normals(c2w: np.ndarray, n: int = 96) -> tuple[np.ndarray, np.ndarray]:
    """Return the normals (n, n, 3), unit, world, of a ball in front of a camera c2w (4, 4), and
    which pixels (n, n) show the ball.
    """
    x, y = np.meshgrid(*[np.linspace(-1.04, 1.04, n)] * 2)
    on = x**2 + y**2 < 1
    local = np.stack([x, y, -np.sqrt(np.clip(1 - x**2 - y**2, 0, 1))], -1)
    local[~on] = [0, 0, -1]
    return local @ np.asarray(c2w)[:3, :3].T, on


def figure(
    title: str,
    n_rows: int = 1,
    n_columns: int = 1,
    size: tuple[float, float] = (11, 3),
    bare: bool = False,
    **options,
) -> tuple[Figure, np.ndarray]:
    """Return a figure with its title at the left, and its axes (n_rows, n_columns). bare: without
    frames and ticks.
    """
    fig, axes = plt.subplots(n_rows, n_columns, figsize=size, squeeze=False, **options)
    fig.suptitle(title, x=0.01, ha="left", fontweight="bold", fontsize=10)
    for ax in axes.flat if bare else ():
        ax.axis("off")
    return fig, axes
