"""How every notebook starts: device, capture, workspace and settings, checked and printed in a few
lines.
"""

from __future__ import annotations

import platform
import reprlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import matplotlib.pyplot as plt
import torch
from IPython.display import HTML, display

from lib.capture.cameras import read_cameras
from lib.workbook.config import load_settings
from lib.workbook.limits import check_export, check_memory
from lib.workbook.plots.style import STYLE, folded
from lib.workbook.settings import Settings
from lib.workbook.steps import Step, find_step
from lib.workbook.workspace import UserError, Workspace

DEVICES = ("auto", "cpu", "cuda")


class OpeningError(UserError):
    """Parameters of a notebook that cannot be used; one line says which, and how to fix it."""


@contextmanager
def opening() -> Iterator[None]:
    """Give all figures one style; a mistake in the block becomes an OpeningError."""
    plt.rcParams.update(STYLE)
    try:
        yield
    except (ValueError, OSError) as error:
        raise OpeningError(" ".join(str(error).split())) from None


@dataclass(frozen=True)
class Workbook:
    """What a notebook works with."""

    capture: Path
    workspace: Workspace
    settings: Settings
    device: str
    """"cpu" or "cuda"."""
    stage: int
    """Of the settings: 1 or 2, the training that they belong to."""


def open_workbook(
    notebook: str,
    capture: str | Path,
    workspace: str | Path,
    run: str = "",
    preset: str = "quick",
    device: str = "auto",
    overrides: Sequence[str] = (),
) -> Workbook:
    """Return what the notebook of this name ("02_train_stage1") works with, from its parameters.

    Prints versions, device, capture and results folder; displays the settings that differ from the
    defaults; gives all figures one style. An OpeningError if a parameter is wrong.
    """
    with opening():
        step = find_step(notebook)
        device = choose_device(device)
        capture = Path(capture).expanduser().resolve()
        stage, settings = settings_of(step, capture, preset, overrides)
        space = Workspace(Path(workspace).expanduser().resolve(), capture.name, run)
        need_memory(step, capture, settings, device, space)
    print(versions(device))
    print(f"capture    {capture}\nworkspace  {space.folder}{_elsewhere(step, space)}")
    display(_folded(settings))
    return Workbook(capture, space, settings, device, stage)


def choose_device(device: str = "auto") -> str:
    """Return the device to compute on, "cpu" or "cuda"; "auto" is CUDA if there is one."""
    if device not in DEVICES:
        raise ValueError(f"device: expected one of {', '.join(DEVICES)}, got {device!r}")
    found = torch.cuda.is_available()
    if device == "cuda" and not found:
        raise ValueError(
            "device cuda: expected a CUDA device and a torch built for it, found none; "
            "say auto or cpu"
        )
    return "cuda" if device != "cpu" and found else "cpu"


def need_memory(
    step: Step,
    capture: Path,
    settings: Settings,
    device: str,
    space: Workspace,
    n_at_once: int = 1,
) -> None:
    """Raise a WorkspaceError where a training, or the export, cannot fit on this machine; see
    `lib.workbook.limits`. n_at_once: captures that are worked on at once.
    """
    folder = space.folder / step.folder
    if step.trains:
        cameras = read_cameras(capture, settings).scaled(settings.data.downscale)
        n_photos = max(1, len(cameras) * 8 // 9)  # about: every 9th is held out
        size = cameras.width, cameras.height
        check_memory(settings, n_photos, size, device, folder, n_at_once)
    elif step.folder == "export":
        check_export(settings, folder, n_at_once)


def versions(device: str) -> str:
    """Return one line with the device and the versions of the packages that decide results."""
    on = f"CPU, {torch.get_num_threads()} threads"
    if device == "cuda":
        on = torch.cuda.get_device_name()
    packages = [f"{name} {version(name)}" for name in ("torch", "numpy", "numba")]
    return f"Python {platform.python_version()}, {', '.join(packages)}; running on {on}"


def settings_of(
    step: Step, capture: Path, preset: str, overrides: Sequence[str]
) -> tuple[int, Settings]:
    """Return the stage whose settings a step uses, and these settings.

    Without eyes (data.eyes=none) there is no second training, and every step uses the first one's
    settings.
    """
    settings = load_settings(capture, preset, 1, overrides)
    stage = 1 if settings.data.eyes == "none" else step.stage
    return stage, settings if stage == 1 else load_settings(capture, preset, stage, overrides)


def _elsewhere(step: Step, space: Workspace) -> str:
    """Return a line that says which earlier steps a named run reads from itself, and which from the
    ordinary run.
    """
    if not space.run:
        return ""
    found = [(file.partition("/")[0], space.find(file)) for file in step.reads]
    there = dict.fromkeys(name for name, path in found if path)
    own = [name for name in there if any((space.folder / name).glob("*"))]
    others = [name for name in there if name not in own]
    words = [f"{', '.join(own)} of this run"] if own else []
    words += [f"{', '.join(others)} of the ordinary run"] if others else []
    return f"\nreads      {'; '.join(words)}" if words else ""


def _folded(settings: Settings) -> HTML:
    """Return a folded table of the settings that differ from the defaults, with their sources."""
    rows = [(key, reprlib.repr(value), where) for key, value, where in settings.describe()]
    return folded(
        f"{len(rows)} settings differ from the defaults", rows, ("setting", "value", "from")
    )
