"""What a training needs of memory and disk, told before it starts, with the setting that makes it
fit.

Estimates, from measurements: a step's memory grows with its samples and with the networks' width,
everything else is counted.
"""

from __future__ import annotations

import shutil
from copy import deepcopy
from pathlib import Path

import psutil

from lib.workbook.settings import Settings
from lib.workbook.workspace import WorkspaceError

N_TABLES = 2  # hash grids: of the distance and of the material
TRAINED = 16  # bytes a parameter: value, gradient, two moments
SAVED = 12  # bytes a parameter in a checkpoint
CHECKPOINTS = 3  # the one on its way, the last, the one before
PIXEL = {"cpu": 13.0, "cuda": 6.5}  # bytes a pixel of all photos
SAMPLE = {"cpu": 170.0, "cuda": 75.0}  # bytes a sample of a step and unit of the networks' width
FIXED = {"cpu": 0.25e9, "cuda": 0.5e9}  # bytes of all else
PART = 0.95  # of what is free may be used
SMALLEST = {"log2_table_size": 12, "sample_batch_size": 2048}


def check_room(
    settings: Settings, n_photos: int, size: tuple[int, int], device: str, folder: Path
) -> None:
    """Raise a WorkspaceError where a training cannot fit; it names settings with which it does.

    size: (width, height) px of the photos as they are trained on. folder: of the checkpoint.
    """
    _check_disk(settings, folder)
    free, kind = free_memory(device), "cuda" if device.startswith("cuda") else "cpu"
    needed = sum(memory(settings, n_photos, size, kind).values())
    if needed <= PART * free:
        return
    where = "GPU" if kind == "cuda" else "processor"
    raise WorkspaceError(
        f"{folder}: expected {needed / 1e9:.1f} GB of free memory on the {where} for this "
        f"training, found {free / 1e9:.1f} GB; {_fitting(settings, n_photos, size, kind, free)}"
    )


def memory(settings: Settings, n_photos: int, size: tuple[int, int], kind: str) -> dict[str, float]:
    """Return bytes that a training takes, by what takes them; kind: "cpu" or "cuda"."""
    renderer, network = settings.renderer, settings.network
    return {
        "photos": PIXEL[kind] * n_photos * size[0] * size[1],
        "samples": SAMPLE[kind] * renderer.sample_batch_size * network.width,
        "tables": TRAINED * n_parameters(settings),
        "cache": 12.0 * renderer.cache_resolution**3,
        "fixed": FIXED[kind],
    }


def n_parameters(settings: Settings) -> int:
    """Return how many parameters the hash grids have, which hold nearly all."""
    network = settings.network
    n_levels, first, last = network.num_levels, network.base_resolution, network.max_resolution
    growth = (last / first) ** (1 / max(n_levels - 1, 1))
    entries = [(first * growth**level + 1) ** 3 for level in range(n_levels)]
    most = 2.0**network.log2_table_size
    return int(N_TABLES * network.level_dim * sum(min(n, most) for n in entries))


def free_memory(device: str) -> float:
    """Return the bytes that are free on the device."""
    if not device.startswith("cuda"):
        return float(psutil.virtual_memory().available)
    import torch  # here, so that settings need no torch

    return float(torch.cuda.mem_get_info(device)[0])


def _check_disk(settings: Settings, folder: Path) -> None:
    needed = CHECKPOINTS * SAVED * n_parameters(settings)
    while not folder.exists():  # it is made by the first checkpoint
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise WorkspaceError(
            f"{folder}: expected {needed / 1e9:.1f} GB of free disk for checkpoints, found "
            f"{free / 1e9:.1f} GB; make room, choose another workspace, or set "
            f"network.log2_table_size={max(12, settings.network.log2_table_size - 2)}"
        )


def _fitting(
    settings: Settings, n_photos: int, size: tuple[int, int], kind: str, free: float
) -> str:
    """Return the advice: settings with which the training fits, found by making the largest part
    smaller again and again.
    """
    trial, factor, changed = deepcopy(settings), 1.0, {}
    for _ in range(60):
        scaled = (size[0] / factor, size[1] / factor)
        parts = memory(trial, n_photos, scaled, kind)
        if sum(parts.values()) <= PART * free:
            return f"set {' '.join(f'{key}={value:g}' for key, value in changed.items())}"
        network, renderer = trial.network, trial.renderer
        if renderer.sample_batch_size <= SMALLEST["sample_batch_size"]:
            parts["samples"] = 0.0
        if network.log2_table_size <= SMALLEST["log2_table_size"]:
            parts["tables"] = 0.0
        largest = max(parts, key=parts.get)
        if largest == "photos" and min(scaled) > 32:
            factor += 0.5
            changed["data.downscale"] = settings.data.downscale * factor
        elif largest == "samples":
            renderer.sample_batch_size //= 2
            changed["renderer.sample_batch_size"] = renderer.sample_batch_size
        elif largest == "tables":
            network.log2_table_size -= 1
            changed["network.log2_table_size"] = network.log2_table_size
        elif largest == "cache":
            renderer.cache_resolution //= 2
            changed["renderer.cache_resolution"] = renderer.cache_resolution
        else:
            break
    return "close other programs, or use another machine: no setting makes it small enough"
