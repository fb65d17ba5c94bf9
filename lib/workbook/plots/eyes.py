"""Pictures of eyes: marks in photos, and cuts through mesh and eyeballs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from lib.workbook.plots.style import BLUE, GREEN, INK, ORANGE, RED, figure

if TYPE_CHECKING:
    from lib.mesh.extract import Mesh


def landmarks(
    photos: Sequence[np.ndarray],
    names: Sequence[str],
    clicked: Sequence[Mapping[str, np.ndarray]],
    solved: Sequence[Mapping[str, np.ndarray]] = (),
    regions: Sequence[Sequence[np.ndarray]] = (),
    title: str = "",
    margin: float = 1.6,
) -> Figure:
    """Photos cropped to their picks: clicked points (2,) px as crosses, solved ones as rings,
    regions as polygons.
    """
    columns = min(4, len(photos))
    n_rows = -(-len(photos) // columns)
    fig, axes = figure(title, n_rows, columns, (11, 0.5 + 5.5 * n_rows / columns), bare=True)
    for i, ax in enumerate(axes.flat[: len(photos)]):
        ax.imshow(photos[i])
        for name, point in clicked[i].items():
            color = BLUE if name.startswith("left") else GREEN
            ax.plot(*point, "+", color=color, ms=9, mew=1.3)
            if solved and name in solved[i]:
                ax.plot(*solved[i][name], "o", mfc="none", color=RED, ms=8, mew=1.0)
        for polygon in regions[i] if regions else ():
            ax.plot(*np.vstack([polygon, polygon[:1]]).T, color=ORANGE, lw=1)
        points = np.array(
            [
                *clicked[i].values(),
                *(p for polygon in (regions[i] if regions else ()) for p in polygon),
            ]
        )
        middle, reach = (
            (points.max(0) + points.min(0)) / 2,
            margin * np.ptp(points, axis=0).max() / 2 + 4,
        )
        ax.set(
            xlim=(middle[0] - reach, middle[0] + reach),
            ylim=(middle[1] + reach / 2, middle[1] - reach / 2),
        )
        ax.set_title(names[i])
    return fig


def eye_sections(
    mesh: Mesh | None,
    centers: np.ndarray,
    radius: float,
    front: np.ndarray,
    points: Sequence[np.ndarray],
    title: str = "",
) -> Figure:
    """Cuts through the mesh about both eyeballs, left first: level through their centers (2,3), and
    upright through each. points: landmarks (N,3) an eye; all in world units.
    """
    import trimesh  # here, because the other pictures need not wait for it

    side = (centers[0] - centers[1]) / np.linalg.norm(centers[0] - centers[1])
    front = front - (front @ side) * side
    front = front / np.linalg.norm(front)
    up = np.cross(front, side)
    fig, axes = figure(title, 1, 3, (11, 4))
    skin = mesh and trimesh.Trimesh(mesh.v_pos, mesh.t_pos_idx, process=False)
    for ax, name, normal, flat, height, eyes in zip(
        axes[0],
        ("level", "upright, left eye", "upright, right eye"),
        (up, side, side),
        (side, front, front),
        (front, up, up),
        ((0, 1), (0,), (1,)),
    ):
        plane = np.stack([flat, height], 1)
        if skin:
            lines = trimesh.intersections.mesh_plane(skin, normal, centers[eyes[0]])
            ax.add_collection(LineCollection(lines @ plane, colors=INK, linewidths=1))
        for k in eyes:
            ax.add_patch(
                plt.Circle(
                    centers[k] @ plane, radius, fc=(BLUE, GREEN)[k] + "33", ec=(BLUE, GREEN)[k]
                )
            )
            ax.plot(*(points[k] @ plane).T, "x", color=RED, ms=5)
        ax.set(
            title=name,
            aspect="equal",
            xlabel="to the subject's left" if name == "level" else "to the front",
            ylabel="to the front" if name == "level" else "up",
        )
        at = centers[list(eyes)] @ plane
        half = 2 * radius + np.ptp(at[:, 0]) / 2
        ax.set(
            xlim=at[:, 0].mean() + np.array([-half, half]),
            ylim=at[:, 1].mean() + np.array([-half, half]),
        )
    return fig
