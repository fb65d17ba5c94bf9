"""Pictures of the truth beside ours, for captures that bring it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from matplotlib.figure import Figure

from lib.workbook.plots.style import encoded, figure, normal_colors


def beside_truth(
    ours: Mapping[str, np.ndarray],
    truth: Mapping[str, np.ndarray],
    camera: np.ndarray,
    mm_per_unit: float,
    title: str = "",
) -> Figure:
    """Draw truth, ours and difference of normals, depth and, if the truth has it, albedo: a row
    each.

    ours: pictures of `render_view`. truth: of `Truth.frame`, same camera. camera: (3,) its
    position, world units.
    """
    on = (truth["part"] >= 0) & (ours["opacity"] > 0.5)
    normal = truth["normal"].astype(np.float32)
    normal /= np.maximum(np.linalg.norm(normal, axis=-1, keepdims=True), 1e-6)
    angle = np.degrees(np.arccos(np.clip((normal * ours["normal"]).sum(-1), -1, 1)))
    depth = np.linalg.norm(truth["position"].astype(np.float32) - camera, axis=-1)
    gap = np.abs(depth - ours["depth"]) * mm_per_unit
    rows = [
        ("normals", normal_colors(normal), normal_colors(ours["normal"]), angle, 30, "deg"),
        ("depth", depth, ours["depth"], gap, 3, "mm"),
    ]
    if "albedo" in truth:
        pair = [encoded(picture["albedo"]) for picture in (truth, ours)]
        error = np.abs(pair[0].astype(float) - pair[1]).mean(-1) / 255
        rows.append(("albedo", *pair, error, 0.15, "of white"))
    height = 2.5 * on.shape[0] / on.shape[1]
    fig, axes = figure(title, len(rows), 3, (8.6, 0.5 + len(rows) * height), bare=True)
    for row, (name, true, own, error, limit, unit) in zip(axes, rows):
        limits = {"vmin": true[on].min(), "vmax": true[on].max()} if true.ndim == 2 else {}
        for ax, picture, whose in zip(row, (true, own), ("truth", "ours")):
            ax.imshow(_on(picture, on), interpolation="nearest", **limits)
            ax.set_title(f"{name}, {whose}")
        shown = row[2].imshow(_on(error, on), cmap="magma", vmin=0, vmax=limit)
        row[2].set_title(f"difference, median {np.median(error[on]):.2g} {unit}")
        fig.colorbar(shown, ax=row[2], fraction=0.06, label=unit)
    return fig


def _on(picture: np.ndarray, on: np.ndarray) -> np.ndarray:
    """Return the picture, white or masked where no surface is."""
    if picture.ndim == 2:
        return np.ma.masked_array(picture, ~on)
    return np.where(on[..., None], picture, 255).astype(np.uint8)
