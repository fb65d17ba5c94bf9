"""How every notebook begins: device, capture, workspace and settings, checked and told in a few
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

from lib.workbook.config import load_settings
from lib.workbook.plots.style import STYLE, folded
from lib.workbook.settings import Settings
from lib.workbook.steps import Step, find_step
from lib.workbook.workspace import UserError, Workspace

DEVICES = ("auto", "cpu", "cuda")


class OpeningError(UserError):
    """A notebook's parameters that cannot be used; one line that says which, and how to mend it."""


@contextmanager
def opening() -> Iterator[None]:
    """Give all figures one look; a mistake that shows in the block becomes an OpeningError."""
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
    """What the notebook of this name ("02_train_stage1") works with, from its parameters.

    Prints versions and device, capture and results folder, and displays which settings differ from
    the defaults; gives all figures one look. An OpeningError tells a mistake in one line.
    """
    with opening():
        step = find_step(notebook)
        device = choose_device(device)
        capture = Path(capture).expanduser().resolve()
        stage, settings = settings_of(step, capture, preset, overrides)
        space = Workspace(Path(workspace).expanduser().resolve(), capture.name, run)
    print(versions(device))
    print(f"capture    {capture}\nworkspace  {space.folder}{_elsewhere(step, space)}")
    display(_folded(settings))
    return Workbook(capture, space, settings, device, stage)


def choose_device(device: str = "auto") -> str:
    """The device to compute on, "cpu" or "cuda"; "auto": CUDA where it is."""
    if device not in DEVICES:
        raise ValueError(f"device: expected one of {', '.join(DEVICES)}, got {device!r}")
    found = torch.cuda.is_available()
    if device == "cuda" and not found:
        raise ValueError(
            "device cuda: expected a CUDA device and a torch built for it, found none; "
            "say auto or cpu"
        )
    return "cuda" if device != "cpu" and found else "cpu"


def versions(device: str) -> str:
    """A line of the versions of what decides results, and of the device."""
    on = f"CPU, {torch.get_num_threads()} threads"
    if device == "cuda":
        on = torch.cuda.get_device_name()
    packages = [f"{name} {version(name)}" for name in ("torch", "numpy", "numba")]
    return f"Python {platform.python_version()}, {', '.join(packages)}; running on {on}"


def settings_of(
    step: Step, capture: Path, preset: str, overrides: Sequence[str]
) -> tuple[int, Settings]:
    """The stage whose settings a step looks at, and these settings.

    Without eyes (data.eyes=none) there is no second training, and the first one's settings count.
    """
    settings = load_settings(capture, preset, 1, overrides)
    stage = 1 if settings.data.eyes == "none" else step.stage
    return stage, settings if stage == 1 else load_settings(capture, preset, stage, overrides)


def _elsewhere(step: Step, space: Workspace) -> str:
    """Which earlier steps' folders a named run reads from itself, and which from the ordinary
    run.
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
    """A folded table of the settings that differ from the defaults, and who says so."""
    rows = [(key, reprlib.repr(value), where) for key, value, where in settings.describe()]
    return folded(
        f"{len(rows)} settings differ from the defaults", rows, ("setting", "value", "from")
    )
