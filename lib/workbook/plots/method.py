"""Pictures of the method: along one ray, in one plane, and of the light that was found."""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.figure import Figure

from lib.fields.light import Light
from lib.render.probe import RayTrace
from lib.render.shading import ambient, sh_basis
from lib.workbook.plots.style import (
    BLUE,
    GREEN,
    INK,
    MUTED,
    ORANGE,
    RED,
    ball_normals,
    encoded,
    figure,
)

NEAR = 8  # widths of the soft shell around the surface that are shown from near by
COLORS = (RED, GREEN, BLUE)  # of the colours red, green and blue


def one_ray(trace: RayTrace, photo: np.ndarray, px: tuple[float, float], gamma: float) -> Figure:
    """Draw one ray from distance to pixel: its pixel, the SDF, density and transmitted light, and
    the samples.
    """
    fig, (row,) = figure("Along one ray", 1, 4, (11, 3.1), width_ratios=(0.9, 1, 1, 1))
    _pixel(row[0], trace, photo, px, gamma)
    row[1].plot(trace.distance, trace.sdf, color=INK)
    row[1].axhline(0, color=MUTED, lw=0.8)
    row[1].set(title="signed distance, < 0 inside", xlabel="distance from the camera")
    middle = (trace.weights * trace.samples).sum() / max(trace.weights.sum(), 1e-6)
    window = middle - NEAR * trace.beta, middle + NEAR * trace.beta
    row[1].axvspan(*window, color=ORANGE, alpha=0.25, lw=0)
    near = (trace.distance > window[0]) & (trace.distance < window[1])
    row[2].plot(trace.distance[near], trace.density[near] * trace.beta, color=BLUE)
    row[2].plot(trace.distance[near], trace.light[near], color=ORANGE)
    row[2].set(title="near the surface", xlim=window, ylim=(0, 1.05), xlabel="the orange part")
    row[2].text(0.98, 0.8, r"density $\sigma\beta$", color=BLUE, ha="right", **_in(row[2]))
    row[2].text(0.02, 0.8, "light let\nthrough, T", color=ORANGE, **_in(row[2]))
    row[3].vlines(trace.samples, 0, trace.weights, color=INK)
    row[3].plot(trace.samples, trace.weights, "o", color=INK, ms=4)
    row[3].set(title=f"{len(trace.samples)} samples and their weights", xlim=window, ylim=(0, 1.05))
    hidden = ((trace.samples < window[0]) | (trace.samples > window[1])).sum()
    row[3].set_xlabel(f"the orange part; {hidden} more lie outside")
    return fig


def _in(ax: plt.Axes) -> dict:
    return {"transform": ax.transAxes, "fontsize": 8}


def _pixel(
    ax: plt.Axes, trace: RayTrace, photo: np.ndarray, px: tuple[float, float], gamma: float
) -> None:
    """Draw the photo with the pixel marked; below it the pixel's colour, as photographed and as
    rendered.
    """
    height, width = photo.shape[:2]
    column, row = (int(value) for value in px)
    strip, gap = round(0.14 * height), round(0.03 * height)
    sheet = np.full((height + gap + strip, width, 3), 255, np.uint8)
    sheet[:height] = photo
    sheet[height + gap :, : width // 2] = photo[row, column]
    sheet[height + gap :, width // 2 :] = encoded(trace.rgb, gamma)
    ax.imshow(sheet, interpolation="nearest")
    ax.plot(*px, "o", mfc="none", color=ORANGE, ms=10, mew=1.6)
    for x, word in ((0.25, "photo"), (0.75, "render")):
        at = x * width, height + gap + strip / 2
        ax.text(*at, word, ha="center", va="center", fontsize=7, color="white")
    ax.set_title(f"the pixel {column}, {row}")
    ax.axis("off")


def slices(fields: np.ndarray, half: float, titles: Sequence[str], title: str = "") -> Figure:
    """Draw cuts through distance fields (L, n, n) that reach `half` world units to each side:
    inside blue, outside red, the surface black.
    """
    fig, (row,) = figure(title, 1, len(fields), (11, 0.5 + 11 / len(fields)), bare=True)
    extent = (-half, half, -half, half)
    for ax, field, name in zip(row, fields, titles, strict=True):
        shown = ax.imshow(field, cmap="RdBu_r", vmin=-0.6, vmax=0.6, extent=extent)
        lines = np.arange(-1, 1.01, 0.1) * half
        ax.contour(field, lines, colors=MUTED, linewidths=0.4, extent=extent, origin="upper")
        ax.contour(field, [0], colors=INK, linewidths=1.6, extent=extent, origin="upper")
        ax.set_title(name)
    fig.colorbar(shown, ax=row.tolist(), fraction=0.02, label="signed distance, world units")
    return fig


def light_found(light: Light, sh_scale: float, c2w: np.ndarray, names: Sequence[str]) -> Figure:
    """Draw the light of a trained scene.

    The panels: the room's light on a white ball seen from c2w (4, 4); how much of it reaches each
    frame; where the flash sits; and, if they were fitted, the flash's gains and the tone curve.
    """
    panels = [_room, _blocked, _flash_place]
    panels += [_gains] if light.fit_gain else []
    panels += [_tone] if light.fit_tone else []
    fig, (row,) = figure("The light that was found", 1, len(panels), (11, 2.7))
    for ax, panel in zip(row, panels):
        panel(ax, light, sh_scale, c2w, names)
    return fig


def _room(ax: plt.Axes, light: Light, sh_scale: float, c2w: np.ndarray, names) -> None:
    normal, on = ball_normals(c2w, 240)
    coeffs, free = light.sh_coeffs.detach().cpu(), torch.full((9,), 0.0)
    white = torch.ones(*normal.shape[:2], 3)
    ball = 2 * ambient(white, torch.as_tensor(normal).float(), coeffs, free, sh_scale).numpy()
    top = max(float(ball[on].max()), 1e-6)
    ax.imshow(np.where(on[..., None], encoded(ball / top), 255))
    ax.set_title("room light\non a white ball")
    words = f"ball brightened; true\nbrightest spot {top:.3f} of white"
    ax.text(0.5, -0.05, words, ha="center", va="top", **_in(ax))
    ax.axis("off")


def _blocked(ax: plt.Axes, light: Light, sh_scale: float, c2w: np.ndarray, names) -> None:
    normal, on = ball_normals(c2w)
    basis = sh_basis(torch.as_tensor(normal[on]).float())
    share = torch.sigmoid(light.occlusion.detach().cpu() @ basis.T).mean(1).numpy()
    ax.bar(range(len(share)), share, color=BLUE, width=0.8)
    ax.axhline(0.5, color=MUTED, lw=0.8, ls=":")
    ax.set(title="share of the room light\nthat arrives", ylim=(0, 1), xlabel="training frame")
    ax.set_xticks([0, len(names) - 1], [names[0], names[-1]])


def _flash_place(ax: plt.Axes, light: Light, sh_scale: float, c2w: np.ndarray, names) -> None:
    x, y, z = light.offset.detach().cpu().numpy()
    reach = 1.5 * max(abs(x), abs(y), 0.03)
    ax.plot(0, 0, "o", color=INK, ms=9)
    ax.plot(x, y, "*", color=ORANGE, ms=15, mec=INK, mew=0.5)
    ax.set(xlim=(-reach, reach), ylim=(reach, -reach), aspect="equal", xlabel="right, world units")
    if light.beside_lens:
        along = "ahead of" if z > 0 else "behind"
        words = f"flash (star): {np.hypot(x, y):.2f} beside\nand {abs(z):.2f} {along} the lens"
    else:
        words = "flash (star):\nat the lens, as given"
    ax.set(title=words, ylabel="down")


def _gains(ax: plt.Axes, light: Light, sh_scale: float, c2w: np.ndarray, names) -> None:
    gain = (light.log_gain - light.log_gain.mean(0)).exp().detach().cpu().numpy()
    for values, color in zip(gain.T, COLORS):
        ax.plot(values, color=color, lw=1)
    ax.set(title="gain of the flash\nin each frame", xlabel="training frame", ylim=(0, None))
    ax.set_xticks([0, len(names) - 1], [names[0], names[-1]])


def _tone(ax: plt.Axes, light: Light, sh_scale: float, c2w: np.ndarray, names) -> None:
    linear = np.linspace(0, 1, 100)[:, None].repeat(3, 1).astype(np.float32) ** light.gamma
    ax.plot([0, 1], [0, 1], color=MUTED, lw=0.8, ls=":")
    ax.plot(linear[:, 0] ** (1 / light.gamma), light.photo(linear)[:, 0] ** (1 / light.gamma))
    ax.set(title="tone curve,\non the photo's scale", xlabel="the gamma's", ylabel="fitted")
    ax.set(xlim=(0, 1), ylim=(0, 1), aspect="equal")
