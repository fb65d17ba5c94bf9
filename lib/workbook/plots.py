"""Pictures for the notebooks: arrays in, figures out. Nothing here computes results."""

from __future__ import annotations

import io
import platform
import time
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING

import cv2
import matplotlib.pyplot as plt
import numpy as np
import PIL.Image
import torch
from IPython.display import HTML, Image, Markdown, display
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from mpl_toolkits.mplot3d.art3d import Line3DCollection

from lib.capture.checks import head_axes
from lib.capture.views import HAIR, HEAD, LEFT_EYE, RIGHT_EYE, Views
from lib.render.volume import render_view
from lib.workbook.config import Settings

if TYPE_CHECKING:
    from lib.mesh.extract import Mesh

INK, MUTED, BLUE, RED, GREEN, ORANGE = (
    "#222222",
    "#7a7a7a",
    "#1f6feb",
    "#d1242f",
    "#1a7f37",
    "#e07b00",
)
PARTS = {
    "head": (HEAD, "#ffffff"),
    "hair": (HAIR, ORANGE),
    "left eye": (LEFT_EYE, BLUE),
    "right eye": (RIGHT_EYE, GREEN),
}
PAUSE = 10  # seconds between two live pictures
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


def show_versions(device: str = "auto") -> str:
    """The device in use, "cpu" or "cuda"; prints it with the versions, and gives all figures one
    look.
    """
    plt.rcParams.update(STYLE)
    device = {"auto": "cuda" if torch.cuda.is_available() else "cpu"}.get(device, device)
    name = (
        torch.cuda.get_device_name()
        if device == "cuda"
        else f"CPU, {torch.get_num_threads()} threads"
    )
    packages = ", ".join(
        f"{package} {version(package)}" for package in ("torch", "numpy", "numba", "matplotlib")
    )
    print(f"Python {platform.python_version()}, {packages}; running on {name}")
    return device


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


def contact_sheet(
    images: Sequence[np.ndarray],
    names: Sequence[str],
    labels: Sequence[np.ndarray],
    marked: Sequence[str] = (),
    columns: int = 9,
    width: int = 120,
    title: str = "",
) -> Figure:
    """All photos (H,W,3) uint8 small, side by side, with their label bits (H,W) outlined; `marked`
    names stand out.
    """
    height = round(width * images[0].shape[0] / images[0].shape[1])
    columns = min(columns, len(images))
    n_rows = -(-len(images) // columns)
    sheet = np.full((n_rows * height, columns * width, 3), 255, np.uint8)
    fig, ((ax,),) = _figure(
        title, size=(11, 11 * n_rows * height / (columns * width) + 0.4), bare=True
    )
    for i, (image, name) in enumerate(zip(images, names)):
        y, x = i // columns * height, i % columns * width
        small = cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)
        bits = cv2.resize(labels[i], (width, height), interpolation=cv2.INTER_NEAREST)
        for bit, color in PARTS.values():
            rims, _ = cv2.findContours(
                (bits & bit > 0).astype(np.uint8), cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE
            )
            cv2.drawContours(small, rims, -1, [int(color[k : k + 2], 16) for k in (1, 3, 5)], 1)
        sheet[y : y + height, x : x + width] = small
        ax.text(
            x + 4,
            y + 4,
            name + (" held out" if name in marked else ""),
            va="top",
            fontsize=6.5,
            color=INK if name in marked else "white",
            bbox={"fc": "#ffd33d", "ec": "none", "pad": 1.2} if name in marked else None,
        )
    ax.imshow(sheet, interpolation="nearest")
    found = [
        (part, color)
        for part, (bit, color) in PARTS.items()
        if any((label & bit).any() for label in labels)
    ]
    handles = [
        plt.Line2D([], [], color=MUTED if part == "head" else color, label=part)
        for part, color in found
    ]
    fig.legend(handles=handles, loc="outside upper right", ncols=4)
    return fig


def cameras_3d(
    c2w: np.ndarray,
    K: np.ndarray,
    size: tuple[int, int],
    azimuth: np.ndarray,
    elevation: np.ndarray,
    held: np.ndarray,
    points: np.ndarray,
    title: str = "",
) -> Figure:
    """Cameras (N,4,4) of size (width, height) px as frusta around points (M,3); and their azimuth
    and elevation (N,) in degrees. Those held out (N,) bool are red.
    """
    turn, reach = head_axes(c2w), np.abs(c2w[:, :3, 3]).max()
    corners = np.array([[0, 0], [size[0], 0], list(size), [0, size[1]]]) - K[:2, 2]
    corners = 0.16 * reach * np.column_stack([corners / K[[0, 1], [0, 1]], np.ones(4)])
    fig = plt.figure(figsize=(10, 4.6))
    fig.suptitle(title, x=0.01, ha="left", fontweight="bold", fontsize=10)
    space, around = fig.add_subplot(1, 2, 1, projection="3d"), fig.add_subplot(1, 2, 2)
    for pose, color in zip(c2w, np.where(held, RED, BLUE)):
        apex, tips = turn @ pose[:3, 3], (corners @ pose[:3, :3].T + pose[:3, 3]) @ turn.T
        lines = [[apex, tip] for tip in tips] + [[tips[k], tips[k - 1]] for k in range(4)]
        space.add_collection3d(Line3DCollection(lines, colors=color, linewidths=0.7))
    turned = points @ turn.T
    space.scatter(*turned.T, s=2, c=turned[:, 0], cmap="bone", linewidths=0, alpha=0.6)
    for axis, name in zip("xyz", ("front", "left", "up")):
        space.set(**{f"{axis}lim": (-reach, reach), f"{axis}label": name})
    space.set_box_aspect((1, 1, 1), zoom=1.25)
    space.view_init(22, 35)
    around.scatter(azimuth[~held], elevation[~held], s=28, color=BLUE, label="trained on")
    around.scatter(azimuth[held], elevation[held], s=28, color=RED, label="held out")
    around.set(
        xlabel="around the head, degrees, positive to the subject's left",
        ylabel="height, degrees",
        title="Where the photos were taken from",
    )
    around.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=2)
    return fig


def per_frame(names: Sequence[str], series: Mapping[str, np.ndarray], title: str = "") -> Figure:
    """One small panel of bars a series, frames along x; the weakest and the strongest frame are
    named.
    """
    fig, axes = _figure(title, 1, len(series), (11, 2.4))
    for ax, (label, values) in zip(axes[0], series.items()):
        ax.bar(range(len(values)), values, color=BLUE, width=0.8)
        ax.set(
            title=label,
            xlabel="frame",
            xticks=sorted({int(np.argmin(values)), int(np.argmax(values))}),
        )
        ax.set_xticklabels([names[i] for i in ax.get_xticks().astype(int)], rotation=25)
        ax.grid(axis="x", visible=False)
    return fig


def curves(
    history: Mapping[str, Sequence[float]], milestones: Sequence[int] = (), title: str = ""
) -> Figure:
    """Training curves: history["step"] along x, every other series as a line (losses on a log
    scale, beta apart).
    """
    fig, ((losses, shell),) = _figure(title, 1, 2, (10, 3.2), width_ratios=(2, 1))
    _draw_curves(losses, history)
    shell.semilogy(history["step"], history["beta"], color=INK)
    shell.set(title="Width of the surface's shell (beta), world units", xlabel="step")
    for step in milestones:
        losses.axvline(step, color=MUTED, lw=0.7, ls=":")
    return fig


def comparison(
    names: Sequence[str],
    photos: Sequence[np.ndarray],
    renders: Sequence[np.ndarray],
    notes: Sequence[str] = (),
    limit: float = 0.15,
    title: str = "",
) -> Figure:
    """A named row a frame of photo, render and absolute difference (H,W,3) uint8, both in the
    photo's encoding.
    """
    height = 2.55 * photos[0].shape[0] / photos[0].shape[1]
    fig, axes = _figure(title, len(names), 3, (8.2, 0.5 + len(names) * height), bare=True)
    for i, (row, photo, render) in enumerate(zip(axes, photos, renders)):
        difference = np.abs(photo.astype(np.float32) - render).mean(-1) / 255
        row[0].imshow(photo)
        row[1].imshow(render)
        heat = row[2].imshow(difference, cmap="magma", vmin=0, vmax=limit)
        row[0].set_title(names[i])
        row[1].set_title(f"render{', ' + notes[i] if notes else ''}")
        row[2].set_title("difference")
    fig.colorbar(heat, ax=axes[:, 2].tolist(), fraction=0.05, label="mean over colours, 1 = white")
    return fig


def gallery(
    images: Mapping[str, np.ndarray],
    columns: int = 4,
    title: str = "",
    mask: np.ndarray | None = None,
    width: float = 11,
) -> Figure:
    """Named pictures in a grid: (H,W,3) as colours, (H,W) as values with a scale; white outside the
    mask (H,W).
    """
    columns = min(columns, len(images))
    n_rows = -(-len(images) // columns)
    first = next(iter(images.values()))
    height = 0.5 + n_rows * (0.3 + 0.9 * width / columns * first.shape[0] / first.shape[1])
    fig, axes = _figure(title, n_rows, columns, (width, height), bare=True)
    for ax, (name, image) in zip(axes.flat, images.items()):
        ax.set_title(name)
        if image.ndim == 2:
            hidden = ~np.isfinite(image) | (False if mask is None else ~mask)
            fig.colorbar(
                ax.imshow(np.ma.masked_array(image, hidden)), ax=ax, fraction=0.046, pad=0.02
            )
        else:
            image = image if image.dtype == np.uint8 else np.clip(image, 0, 1)
            white = 255 if image.dtype == np.uint8 else 1
            ax.imshow(
                image
                if mask is None
                else np.where(mask[..., None], image, white).astype(image.dtype)
            )
    return fig


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
    fig, axes = _figure(title, n_rows, columns, (11, 0.5 + 5.5 * n_rows / columns), bare=True)
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
    fig, axes = _figure(title, 1, 3, (11, 4))
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


def turntable(frames: Sequence[np.ndarray], fps: float = 12) -> Image:
    """Frames (H,W,3) uint8 as an animation that plays in the notebook."""
    pictures, file = [PIL.Image.fromarray(frame) for frame in frames], io.BytesIO()
    pictures[0].save(
        file,
        "WEBP",
        save_all=True,
        append_images=pictures[1:],
        duration=round(1000 / fps),
        quality=85,
    )
    return Image(data=file.getvalue(), format="webp")


class LiveTraining:
    """The progress callback of a training: a bar, and view i's photo beside its render so far with
    the curves.

    With interactive=False it prints a line now and then instead.
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
        to_go = f", about {(n_steps - step) / rate:.0f} s to go" if rate and step < n_steps else ""
        text = f"step {step} of {n_steps}, photo loss {scalars['photo']:.4f}{to_go}"
        if self.interactive:
            self.handles = self.handles or [display(HTML(""), display_id=True) for _ in range(2)]
            bar = f'<progress value="{step}" max="{n_steps}" style="width:24em"></progress> {text}'
            self.handles[0].update(HTML(bar))
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
        fig, ((photo, render, losses),) = _figure("", 1, 3, (10, 3), width_ratios=(1, 1, 1.6))
        photo.imshow(self.views.images[self.i])
        render.imshow(encoded(rgb, self.views.gamma))
        photo.set(title="photo", xticks=[], yticks=[])
        render.set(title="render so far", xticks=[], yticks=[])
        _draw_curves(losses, trainer.curves)
        file = io.BytesIO()
        fig.savefig(file, format="png")
        plt.close(fig)
        return Image(data=file.getvalue(), width=900)


def _draw_curves(ax, history: Mapping[str, Sequence[float]]) -> None:
    for name in [name for name in history if name not in ("step", "beta", "total")]:
        values = np.maximum(history[name], 1e-8)
        ax.semilogy(
            history["step"][: len(values)], values, ".-", ms=3, label=name
        )  # some end early
    ax.set(title="Weighted losses", xlabel="step")
    ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))


def _figure(
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
