"""Pictures of eyes: marks in photos, cuts through mesh and eyeballs, uncertainty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import Ellipse
from matplotlib.patheffects import withStroke

from lib.workbook.plots.style import BLUE, GREEN, INK, ORANGE, RED, figure

if TYPE_CHECKING:
    from lib.eyes.eyeballs import Eyes
    from lib.mesh.extract import Mesh

HALO = withStroke(linewidth=2.2, foreground="white")  # marks stay visible on any iris

LEVEL = "cut level with the eyes, from above"


def landmarks(
    photos: Sequence[np.ndarray],
    names: Sequence[str],
    clicked: Sequence[Mapping[str, np.ndarray]],
    solved: Sequence[Mapping[str, np.ndarray]] = (),
    regions: Sequence[Sequence[np.ndarray]] = (),
    title: str = "",
    margin: float = 1.6,
) -> Figure:
    """Draw photos cropped to their marks: clicked points (2,) px as crosses, solved ones as rings,
    regions as polygons.
    """
    columns = min(3, len(photos))
    n_rows = -(-len(photos) // columns)
    fig, axes = figure(title, n_rows, columns, (11, 0.5 + 5.5 * n_rows / columns), bare=True)
    for i, ax in enumerate(axes.flat[: len(photos)]):
        ax.imshow(photos[i], interpolation="bicubic")
        for name, point in clicked[i].items():
            color = BLUE if name.startswith("left") else GREEN
            ax.plot(*point, "+", color=color, ms=5, mew=1.0, path_effects=[HALO])
            if solved and name in solved[i]:
                ax.plot(*solved[i][name], "o", mfc="none", color=RED, ms=6, mew=0.9)
        polygons = regions[i] if regions else ()
        for polygon in polygons:
            ax.plot(*np.vstack([polygon, polygon[:1]]).T, color=ORANGE, lw=1)
        points = np.vstack([*clicked[i].values(), *polygons])
        middle = (points.max(0) + points.min(0)) / 2
        reach = margin * np.ptp(points, axis=0).max() / 2 + 4
        ax.set(
            xlim=(middle[0] - reach, middle[0] + reach),
            ylim=(middle[1] + reach / 2, middle[1] - reach / 2),
        )
        ax.set_title(names[i])
    return fig


def tinted(rgb: np.ndarray, objects: np.ndarray) -> np.ndarray:
    """Return a picture (H,W,3) uint8 in grey, its left eyeball tinted blue, its right one green.

    objects: (H,W,3) how much of each pixel is face, left and right eyeball, 0 to 1.
    """
    picture = np.repeat(rgb.mean(-1, keepdims=True), 3, axis=-1)
    for color, part in ((BLUE, objects[..., 1:2]), (GREEN, objects[..., 2:3])):
        tint = np.array([int(color[k : k + 2], 16) for k in (1, 3, 5)])
        picture = picture + 0.6 * np.clip(part, 0, 1) * (tint - picture)
    return np.round(picture).astype(np.uint8)


def eye_sections(
    mesh: Mesh | None,
    centers: np.ndarray,
    radius: float,
    front: np.ndarray,
    points: Sequence[np.ndarray],
    title: str = "",
) -> Figure:
    """Draw cuts through the mesh at both eyeballs: a level one through both centres (2,3), seen
    from above, and an upright one through each.

    centers: left first. points: landmarks (N,3) of each eye. All are in world units.
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
        (LEVEL, "upright, left eye", "upright, right eye"),
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
            xlabel="to the subject's left" if name == LEVEL else "to the front",
            ylabel="to the front" if name == LEVEL else "up",
        )
        at = centers[list(eyes)] @ plane
        half = 2 * radius + np.ptp(at[:, 0]) / 2
        ax.set(
            xlim=at[:, 0].mean() + np.array([-half, half]),
            ylim=at[:, 1].mean() + np.array([-half, half]),
        )
        if name == LEVEL:
            ax.invert_yaxis()  # seen from above, the subject's left is right where front is down
    return fig


def uncertainty(eyes: Eyes, forward: np.ndarray, up: np.ndarray) -> Figure:
    """Draw each eye from above: its ball, its landmarks, and their uncertainty as ellipses of two
    standard deviations, enlarged.

    forward, up: (3,) world, out of the face, and upwards.
    """
    across = _axes(forward, up)
    spread = [
        np.sqrt(np.linalg.eigvalsh(across @ cov @ across.T).max())
        for _, eye in eyes
        for cov in eye.covariance.values()
    ]
    magnified = max(1, round(0.25 * eyes.left.radius / (2 * max(spread))))
    fig, (row,) = figure("How certain the landmarks are, from above", 1, 2, (9, 3.6))
    for ax, (side, eye), color in zip(row, reversed([*eyes]), (GREEN, BLUE)):
        middle = across @ eye.center
        ax.add_patch(plt.Circle((0, 0), eye.radius, fc=color + "22", ec=color))
        for name, cov in eye.covariance.items():
            at = across @ eye.landmarks[name] - middle
            values, vectors = np.linalg.eigh(across @ cov @ across.T)
            turn = np.degrees(np.arctan2(vectors[1, 1], vectors[0, 1]))
            size = 4 * magnified * np.sqrt(values)
            ax.add_patch(Ellipse(at, size[1], size[0], angle=turn, fc=RED + "33", ec=RED, lw=0.8))
            ax.plot(*at, ".", color=RED, ms=3)
            below = name.startswith("corner")
            ax.annotate(
                name.replace("_", " "),
                at,
                (0, 20 if below else -26),
                textcoords="offset points",
                fontsize=7,
                ha="center",
            )
        half = 1.7 * eye.radius
        ax.set(xlim=(-half, half), ylim=(1.2 * half, -0.4 * half), aspect="equal")
        ax.set(title=f"{side} eye; ellipses {magnified} times as large as they are")
        ax.set(xlabel="to the subject's left, world units", ylabel="to the front")
    return fig


def eye_drift(
    start: np.ndarray,
    end: np.ndarray,
    radii: tuple[float, float],
    forward: np.ndarray,
    up: np.ndarray,
    true: tuple[np.ndarray, float] | None = None,
) -> Figure:
    """Draw both eyeballs from above, before (dashed) and after (filled) a training.

    start, end: (2, 3) centres, left first. radii: before and after. true: centres and radius if
    they are known (dotted). All are in world units.
    """
    across = _axes(forward, up)
    fig, (row,) = figure("Where the eyeballs began, and where they ended", 1, 2, (9, 4.2))
    for k, ax, side, color in ((1, row[0], "right", GREEN), (0, row[1], "left", BLUE)):
        middle = across @ end[k]
        ax.add_patch(plt.Circle((0, 0), radii[1], fc=color + "22", ec=color))
        ax.plot(0, 0, "o", color=color, ms=5, label="after")
        began = across @ start[k] - middle
        ax.add_patch(plt.Circle(began, radii[0], fc="none", ec=INK, ls="--", lw=1))
        ax.plot(*began, "+", color=INK, ms=9, label="before")
        if true is not None:
            at = across @ true[0][k] - middle
            ax.add_patch(plt.Circle(at, true[1], fc="none", ec=RED, ls=":", lw=1.4))
            ax.plot(*at, "x", color=RED, ms=7, label="truth")
        half, moved = 1.3 * max(radii), np.linalg.norm(end[k] - start[k]) / radii[1]
        ax.set(xlim=(-half, half), ylim=(half, -half), aspect="equal")
        ax.set(title=f"{side} eye: the centre moved by {100 * moved:.1f} % of the radius")
        ax.set(xlabel="to the subject's left, world units", ylabel="to the front")
        ax.legend(loc="upper right")
    return fig


def _axes(forward: np.ndarray, up: np.ndarray) -> np.ndarray:
    """Return (2, 3) unit rows: to the subject's left, and to the front, both level."""
    up = up / np.linalg.norm(up)
    front = forward - (forward @ up) * up
    front = front / np.linalg.norm(front)
    return np.stack([np.cross(up, front), front])
