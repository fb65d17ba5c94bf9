"""Pictures of two runs side by side."""

from __future__ import annotations

import cv2
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

from lib.capture.views import Views
from lib.workbook.compare import Comparison
from lib.workbook.plots.training import draw_losses

N_FRAMES = 3
LIMIT = 0.15  # difference that is shown brightest


def two_runs(both: Comparison, heldout: Views, n_frames: int = N_FRAMES) -> Figure:
    """Draw two runs: their curves in one plot, then for each held-out frame the photo, both
    renders, and their errors.

    heldout: views with the photos of these frames.
    """
    frames = [name for name in both.renders if name in heldout.names][:n_frames]
    height, width = heldout.images.shape[1:3]
    tall = 0.3 + 2.1 * height / width
    fig = plt.figure(figsize=(11, 3.2 + tall * len(frames)), layout="constrained")
    above, below = fig.subfigures(2, 1, height_ratios=(3.2, max(tall * len(frames), 0.1)))
    draw_losses(above.subplots(), dict(zip(both.names, both.curves)))
    grid = _grid(below, len(frames))
    for row, name in zip(grid, frames):
        photo = heldout.images[heldout.names.index(name)]
        renders = [_at_size(cv2.imread(str(path)), width, height) for path in both.renders[name]]
        row[0].imshow(photo)
        row[0].set_title(f"photo {name}")
        for k, (run, render) in enumerate(zip(both.names, renders)):
            row[1 + k].imshow(render)
            row[1 + k].set_title(f"{run}, {both.psnr[name][k]:.1f} dB")
            error = np.abs(photo.astype(np.float32) - render).mean(-1) / 255
            shown = row[3 + k].imshow(error, cmap="magma", vmin=0, vmax=LIMIT)
            row[3 + k].set_title(f"error of {run}")
    if frames:
        below.colorbar(shown, ax=grid.ravel().tolist(), fraction=0.02, label="mean over colours")
    fig.suptitle(" and ".join(both.names), x=0.01, ha="left", fontweight="bold", fontsize=10)
    return fig


def _grid(figure, n_rows: int) -> np.ndarray:
    """Return axes (n_rows, 5) without frames and ticks."""
    if not n_rows:
        return np.empty((0, 5), object)
    axes = figure.subplots(n_rows, 5, squeeze=False)
    for ax in axes.flat:
        ax.axis("off")
    return axes


def _at_size(image: np.ndarray, width: int, height: int) -> np.ndarray:
    """Return a picture that OpenCV has read, in RGB and at the photo's size; the sizes of two runs
    may differ.
    """
    return cv2.resize(image[..., ::-1], (width, height), interpolation=cv2.INTER_AREA)
