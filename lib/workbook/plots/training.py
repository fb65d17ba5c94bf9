"""Pictures of a training: its curves, and a live picture while it runs."""

from __future__ import annotations

import io
import time
from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from IPython.display import HTML, Image, display
from matplotlib.figure import Figure

from lib.capture.views import Views
from lib.render.volume import render_view
from lib.workbook.config import Settings
from lib.workbook.plots.bars import bar
from lib.workbook.plots.style import INK, MUTED, encoded, figure

PAUSE = 10  # seconds between two live pictures


def curves(
    history: Mapping[str, Sequence[float]], milestones: Sequence[int] = (), title: str = ""
) -> Figure:
    """Draw training curves: every series over history["step"]. Losses are on a log scale, beta in a
    plot of its own.
    """
    fig, ((losses, shell),) = figure(title, 1, 2, (10, 3.2), width_ratios=(2, 1))
    draw_losses(losses, {"": history})
    shell.semilogy(history["step"], history["beta"], color=INK)
    shell.set(title="Width of the surface's shell (beta), world units", xlabel="step")
    for step in milestones:
        losses.axvline(step, color=MUTED, lw=0.7, ls=":")
    return fig


class LiveTraining:
    """The progress callback of a training: a bar, then photo and render of view i beside each
    other, and the curves.

    With interactive=False it prints lines instead.
    """

    def __init__(self, views: Views, i: int, settings: Settings, interactive: bool = True):
        self.views, self.i, self.settings, self.interactive = views, i, settings, interactive
        self.start, self.shown, self.handles = None, -np.inf, ()

    def __call__(self, step: int, scalars: Mapping[str, float], trainer) -> None:
        now, n_steps = time.perf_counter(), self.settings.train.max_steps
        self.start = self.start or (step, now)
        if now - self.shown < PAUSE and step < n_steps:
            return
        rate = (step - self.start[0]) / max(now - self.start[1], 1e-9)
        left = ""
        if rate and step < n_steps:
            left = f", {(n_steps - step) / rate:.0f} s of training left"
        text = f"step {step} of {n_steps}, photo loss {scalars['photo']:.4f}{left}"
        if self.interactive:
            self.handles = self.handles or [display(HTML(""), display_id=True) for _ in range(2)]
            self.handles[0].update(HTML(bar(step, n_steps, text)))
            self.handles[1].update(self._picture(trainer))
        else:
            print(text, flush=True)
        self.shown = time.perf_counter()

    def _picture(self, trainer) -> Image:
        cameras = self.views.cameras.scaled(max(1.0, self.views.cameras.width / 120))
        rgb = render_view(
            trainer.scene,
            cameras.c2w[self.i],
            cameras.K,
            (cameras.height, cameras.width),
            trainer.cache,
            view=self.i,
            n_lookups=self.settings.renderer.render_n_samples,
            n_samples=16,
        )["rgb"]
        fig, ((photo, render, losses),) = figure("", 1, 3, (10, 3), width_ratios=(1, 1, 1.6))
        photo.imshow(self.views.images[self.i])
        render.imshow(encoded(rgb, self.views.gamma))
        photo.set(title="photo", xticks=[], yticks=[])
        render.set(title="render so far", xticks=[], yticks=[])
        draw_losses(losses, {"": trainer.curves})
        file = io.BytesIO()
        fig.savefig(file, format="png")
        plt.close(fig)
        return Image(data=file.getvalue(), width=900)


def draw_losses(ax, runs: Mapping[str, Mapping[str, Sequence[float]]]) -> None:
    """Draw the losses of one or two runs by name, on a log scale; each loss has a colour. Of two
    runs the first is dashed, and the legend names both.
    """
    losses = dict.fromkeys(loss for history in runs.values() for loss in history)
    losses = [loss for loss in losses if loss not in ("step", "beta", "total")]
    styles = dict(zip(runs, ("-",) if len(runs) == 1 else ("--", "-")))
    lines = []
    for k, loss in enumerate(losses):
        for run, history in runs.items():
            values = np.maximum(history.get(loss, []), 1e-8)
            steps = history["step"][: len(values)]  # some losses end early
            ax.semilogy(steps, values, styles[run], color=f"C{k % 10}")
        lines.append(plt.Line2D([], [], color=f"C{k % 10}", label=loss))
    if len(runs) > 1:
        lines += [plt.Line2D([], [], color=MUTED, linestyle=s, label=r) for r, s in styles.items()]
    ax.set(title="Weighted losses", xlabel="step")
    ax.legend(handles=lines, loc="center left", bbox_to_anchor=(1, 0.5))
