"""What a training and the export need of memory and disk, told before they start, with the setting
that makes them fit.

Estimates, from measurements: a step's memory grows with its samples and with the networks' width,
everything else is counted.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from copy import deepcopy
from pathlib import Path

import psutil

from lib.workbook.settings import Settings
from lib.workbook.workspace import WorkspaceError

N_TABLES = 2  # hash grids: of the distance and of the material
# Bytes a parameter: value, gradient, two moments; on a GPU also what its kernels sum up in.
TRAINED = {"cpu": 16.0, "cuda": 26.0}
SAVED = 12  # bytes a parameter in a checkpoint
CHECKPOINTS = 3  # the one on its way, the last, the one before
PIXEL = {"cpu": 13.0, "cuda": 6.5}  # bytes a pixel of all photos
SAMPLE = {"cpu": 170.0, "cuda": 20.0}  # bytes a sample of a step and unit of the networks' width
FIXED = {"cpu": 0.25e9, "cuda": 0.6e9}  # bytes of all else
PART = 0.95  # of what is free may be used
# Of the export: bytes of RAM beside its maps, and for each texel of the head's maps; bytes of disk
# for each texel, those of the eyes included, and for each triangle.
EXPORT_FIXED, EXPORT_TEXEL = 0.9e9, 210.0
DISK_TEXEL, DISK_FACE = 32.0, 300.0
NOTHING_FITS = "close other programs, or use another machine: no setting makes it small enough"
SMALLEST = {
    "log2_table_size": 12,
    "sample_batch_size": 2048,
    "cache_resolution": 32,
    "map_size": 256,
}


def check_memory(
    settings: Settings,
    n_photos: int,
    size: tuple[int, int],
    device: str,
    folder: Path,
    n_at_once: int = 1,
) -> None:
    """Raise a WorkspaceError where a training cannot fit; it names settings with which it does.

    size: (width, height) px of the photos as they are trained on. folder: of the checkpoint.
    n_at_once: trainings that share the machine.
    """
    trial, last = deepcopy(settings), settings.network.log2_table_size
    disk = {}
    for n in (last, *range(last - 1, SMALLEST["log2_table_size"] - 1, -1)):
        trial.network.log2_table_size = n
        disk[n] = CHECKPOINTS * SAVED * n_parameters(trial)
    _check_disk(folder, "checkpoints", "network.log2_table_size", disk)
    free, kind = free_memory(device, n_at_once), "cuda" if device.startswith("cuda") else "cpu"
    needed = sum(memory(settings, n_photos, size, kind).values())
    if needed <= PART * free:
        return
    where = "GPU" if kind == "cuda" else "processor"
    raise WorkspaceError(
        f"{folder}: expected {needed / 1e9:.1f} GB of free memory on the {where} for this "
        f"training, found {free / 1e9:.1f} GB{_each(device, n_at_once)}; "
        f"{_fitting(settings, n_photos, size, kind, free)}"
    )


def check_export(settings: Settings, folder: Path, n_at_once: int = 1) -> None:
    """Raise a WorkspaceError where the export's maps cannot fit in RAM or on the disk; it names the
    size of maps that does.

    folder: of the export. n_at_once: exports that share the machine.
    """
    mesh, free = settings.mesh, free_memory("cpu", n_at_once)
    sizes = [mesh.map_size]
    while sizes[-1] > SMALLEST["map_size"]:
        sizes.append(max(SMALLEST["map_size"], sizes[-1] // 2))
    disk = {px: DISK_TEXEL * px**2 + DISK_FACE * mesh.n_faces for px in sizes}
    _check_disk(folder, f"maps of {mesh.map_size} px", "mesh.map_size", disk)
    needed = EXPORT_FIXED + EXPORT_TEXEL * mesh.map_size**2
    if needed > PART * free:
        fits = [px for px in sizes if EXPORT_FIXED + EXPORT_TEXEL * px**2 <= PART * free]
        raise WorkspaceError(
            f"{folder}: expected {needed / 1e9:.1f} GB of free memory for maps of {mesh.map_size} "
            f"px, found {free / 1e9:.1f} GB{_each('cpu', n_at_once)}; "
            f"{f'set mesh.map_size={fits[0]}' if fits else NOTHING_FITS}"
        )


def memory(settings: Settings, n_photos: int, size: tuple[int, int], kind: str) -> dict[str, float]:
    """Return bytes that a training takes, by what takes them; kind: "cpu" or "cuda"."""
    renderer, network = settings.renderer, settings.network
    return {
        "photos": PIXEL[kind] * n_photos * size[0] * size[1],
        "samples": SAMPLE[kind] * renderer.sample_batch_size * network.width,
        "tables": TRAINED[kind] * n_parameters(settings),
        "cache": 16.0 * (renderer.cache_resolution + 1) ** 3,  # vertices and values
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


def free_memory(device: str, n_at_once: int = 1) -> float:
    """Return the bytes that are free on the device, for each of n_at_once processes: these share
    the processor's memory, and have a GPU each.

    A process that has not used the GPU yet asks the driver: by asking CUDA it would take half a
    gigabyte itself.
    """
    if not device.startswith("cuda"):
        return float(psutil.virtual_memory().available) / n_at_once
    import torch  # here, so that settings need no torch

    if not torch.cuda.is_initialized() and (free := _free_by_driver()):
        return min(free[:n_at_once])
    return float(torch.cuda.mem_get_info(device)[0])


def _free_by_driver() -> list[float]:
    """Return the bytes that are free on each GPU that CUDA_VISIBLE_DEVICES names, by nvidia-smi;
    empty if it does not answer.
    """
    asked = os.environ.get("CUDA_VISIBLE_DEVICES", "").replace(" ", "")
    query = ["nvidia-smi", "--query-gpu=index,uuid,memory.free", "--format=csv,noheader,nounits"]
    try:
        told = subprocess.run(query, capture_output=True, text=True, timeout=20, check=True).stdout
        rows = [line.replace(" ", "").split(",") for line in told.splitlines()]
        gpus = [(index, uuid, float(free) * 2**20) for index, uuid, free in rows]
    except (OSError, ValueError, subprocess.SubprocessError):
        return []
    names = asked.split(",") if asked else [index for index, _, _ in gpus]
    found = [
        [free for index, uuid, free in gpus if name == index or uuid.startswith(name)]
        for name in names
    ]
    return [free[0] for free in found if free]


def _each(device: str, n_at_once: int) -> str:
    """Return what a share of the memory is, in words."""
    shared = n_at_once > 1 and not device.startswith("cuda")
    return f" for each of {n_at_once} workers" if shared else ""


def _check_disk(folder: Path, what: str, key: str, needed: dict[int, float]) -> None:
    """Raise a WorkspaceError where the disk of a folder is too full for `what`; it names the first
    value of the setting `key` with which it is not.

    needed: bytes by value of the setting, from the one that is set to the smallest.
    """
    while not folder.exists():  # it is made by the first file
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    first = next(iter(needed.values()))
    if first > free:
        fits = [value for value, n_bytes in needed.items() if n_bytes <= free]
        advice = f", or set {key}={fits[0]}" if fits else ": no setting makes it small enough"
        raise WorkspaceError(
            f"{folder}: expected {first / 1e9:.2f} GB of free disk for {what}, found "
            f"{free / 1e9:.2f} GB; delete files or choose another workspace{advice}"
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
        can_shrink = {
            "photos": min(scaled) > 32,
            "samples": renderer.sample_batch_size > SMALLEST["sample_batch_size"],
            "tables": network.log2_table_size > SMALLEST["log2_table_size"],
            "cache": renderer.cache_resolution > SMALLEST["cache_resolution"],
        }
        parts = {name: parts[name] for name, can in can_shrink.items() if can}
        largest = max(parts, key=parts.get, default="")
        if largest == "photos":
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
    return NOTHING_FITS
