"""Pictures of photos and renders: contact sheets, cameras, comparisons, galleries, turntables."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import cv2
import matplotlib.pyplot as plt
import numpy as np
import PIL.Image
from IPython.display import Image
from matplotlib.figure import Figure
from mpl_toolkits.mplot3d.art3d import Line3DCollection

from lib.capture.place import head_axes
from lib.capture.views import HAIR, HEAD, LEFT_EYE, RIGHT_EYE
from lib.workbook.plots.style import (
    BLUE,
    GREEN,
    INK,
    ORANGE,
    RED,
    ball_normals,
    figure,
    normal_colors,
)

PARTS = {
    "head": (HEAD, "#ffffff"),
    "hair": (HAIR, ORANGE),
    "left eye": (LEFT_EYE, BLUE),
    "right eye": (RIGHT_EYE, GREEN),
}


def contact_sheet(
    images: Sequence[np.ndarray],
    names: Sequence[str],
    labels: Sequence[np.ndarray],
    marked: Sequence[str] = (),
    columns: int = 9,
    width: int = 120,
    title: str = "",
) -> Figure:
    """Draw all photos (H,W,3) uint8 as small pictures with their label bits (H,W) outlined;
    `marked` names are highlighted.
    """
    height = round(width * images[0].shape[0] / images[0].shape[1])
    columns = min(columns, len(images))
    n_rows = -(-len(images) // columns)
    sheet = np.full((n_rows * height, columns * width, 3), 255, np.uint8)
    fig, ((ax,),) = figure(
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
    handles = [plt.Line2D([], [], color=color, label=part) for part, color in found]
    on_black = {"frameon": True, "facecolor": "black", "labelcolor": "white"}
    fig.legend(handles=handles, loc="outside upper right", ncols=4, **on_black)
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
    """Draw cameras (N,4,4) as frusta around points (M,3), and their azimuth and elevation (N,) in
    degrees.

    size: (width, height) px. held: (N,) bool, the held-out cameras, which are red.
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
    if held.any():
        around.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=2)
    return fig


def per_frame(
    names: Sequence[str],
    series: Mapping[str, np.ndarray],
    limits: Mapping[str, float] | None = None,
    title: str = "",
) -> Figure:
    """Draw one small bar chart for each series, with frames along x. The lowest and highest frame
    are named. limits: a dashed line in the series of that name.
    """
    limits = limits or {}
    fig, axes = figure(title, 1, len(series), (11, 2.4))
    for ax, (label, values) in zip(axes[0], series.items()):
        ax.bar(range(len(values)), values, color=BLUE, width=0.8)
        ax.set(
            title=label,
            xlabel="frame",
            xticks=sorted({int(np.argmin(values)), int(np.argmax(values))}),
        )
        ax.set_xticklabels([names[i] for i in ax.get_xticks().astype(int)], rotation=25)
        ax.grid(axis="x", visible=False)
        if label in limits:
            ax.axhline(limits[label], color=RED, lw=0.9, ls="--")
            ax.set_ylim(0, max(1.15 * limits[label], 1.05 * np.max(values)))
    return fig


def comparison(
    names: Sequence[str],
    photos: Sequence[np.ndarray],
    renders: Sequence[np.ndarray],
    notes: Sequence[str] = (),
    limit: float = 0.15,
    title: str = "",
) -> Figure:
    """Draw a row for each frame: photo, render and absolute difference, (H,W,3) uint8 in the
    photo's encoding.
    """
    height = 2.55 * photos[0].shape[0] / photos[0].shape[1]
    fig, axes = figure(title, len(names), 3, (8.2, 0.5 + len(names) * height), bare=True)
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
    c2w: np.ndarray | Mapping[str, np.ndarray] | None = None,
    shared: str = "",
) -> Figure:
    """Draw named pictures in a grid: (H,W,3) as colours, (H,W) as values with a scale; white
    outside the mask (H,W), and cropped to it.

    c2w: (4,4); pictures whose name begins with "normal" get a ball as this camera would see it, as
    the key to their colours. Or a camera by the name of its picture. shared: what the values are,
    if all pictures of values are to have one scale.
    """
    columns = min(columns, len(images))
    n_rows = -(-len(images) // columns)
    if mask is not None and mask.any():
        images, mask = _cropped(images, mask)
    first = next(iter(images.values()))
    height = 0.5 + n_rows * (0.3 + 0.9 * width / columns * first.shape[0] / first.shape[1])
    fig, axes = figure(title, n_rows, columns, (width, height), bare=True)
    values = [image for image in images.values() if image.ndim == 2] if shared else []
    limits = {"vmin": np.nanmin(values), "vmax": np.nanmax(values)} if values else {}
    for ax, (name, image) in zip(axes.flat, images.items()):
        ax.set_title(name)
        if image.ndim == 2:
            hidden = ~np.isfinite(image) | (False if mask is None else ~mask)
            shown = ax.imshow(np.ma.masked_array(image, hidden), **limits)
            if not shared:
                fig.colorbar(shown, ax=ax, fraction=0.046, pad=0.02)
        else:
            image = image if image.dtype == np.uint8 else np.clip(image, 0, 1)
            if mask is not None:
                white = 255 if image.dtype == np.uint8 else 1
                image = np.where(mask[..., None], image, white).astype(image.dtype)
            ax.imshow(image, interpolation="bicubic")
            own = c2w.get(name) if isinstance(c2w, Mapping) else c2w
            if own is not None and (own is not c2w or name.startswith("normal")):
                _normal_key(ax, own)
    if values:
        fig.colorbar(shown, ax=axes.ravel().tolist(), fraction=0.02, label=shared)
    return fig


def _cropped(
    images: Mapping[str, np.ndarray], mask: np.ndarray
) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Return pictures and mask (H,W) without what lies around the mask, but for a small margin."""
    margin = 0.04 * max(mask.shape)
    ends = [np.flatnonzero(mask.any(axis))[[0, -1]] for axis in (1, 0)]
    part = tuple(slice(int(max(a - margin, 0)), int(b + margin) + 2) for a, b in ends)
    return {name: image[part] for name, image in images.items()}, mask[part]


def _normal_key(ax: plt.Axes, c2w: np.ndarray) -> None:
    """Draw a ball in the colours of its normals into the picture's lower right corner."""
    normal, on = ball_normals(c2w)
    ball = np.concatenate([normal_colors(normal), 255 * on[..., None].astype(np.uint8)], -1)
    key = ax.inset_axes((0.76, 0.0, 0.24, 0.24))
    key.imshow(ball)
    key.axis("off")
    key.set_title("a ball", fontsize=7, loc="center", pad=1)


def turntable(frames: Sequence[np.ndarray], fps: float = 12) -> Image:
    """Return frames (H,W,3) uint8 as an animation that plays in the notebook."""
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
