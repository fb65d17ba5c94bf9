"""Progress of a run: a line for each capture, and a small file in which a training writes its step.

The line shows the notebook, the cell or the training's step, the score so far and the time left.
The time left is estimated from the share of each notebook in a whole run, see `steps.STEPS`.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from pathlib import Path

from tqdm import tqdm
from tqdm.contrib import DummyTqdmFile

from lib.workbook.settings import Settings
from lib.workbook.steps import Step

STATUS = "status.json"  # in a training's folder while it runs
LOOK = 2.0  # seconds between two looks at a training
QUIET = 60.0  # seconds between two lines of a capture where there is no terminal
STEP, PICTURE = "step", "held-out photo"  # what a training counts
TOLD = {STEP: "photo loss {:.4f}", PICTURE: "{:.1f} dB so far"}
# Of the time of a training's notebook: in its steps, and in the held-out pictures, if these are as
# small as the sample's. See `parts_of`.
PARTS = 0.69, 0.04
# A sample of a ray in a picture takes this part of one in a step, which also goes backwards; two
# cores. On a GPU pictures hardly count.
PICTURE_COST = 0.31
HEAD_SHARE = 0.42  # of a picture's pixels that show the head
STEADY = 0.1  # weight of a new estimate of the whole time, so that the time left does not jump
EARLY = 0.02  # of all work; before it is done, the time left is not told


@dataclass(frozen=True)
class Progress:
    """The progress of one capture."""

    capture: str
    notebook: str
    at: str = ""
    """"cell 3 of 20" or "step 400 of 1725"."""
    score: str = ""
    seconds_left: float | None = None

    def line(self) -> str:
        """Return the progress in one line."""
        left = self.seconds_left
        told = "" if left is None else f"about {_duration(left)} left in all"
        return f"{self.capture}: " + ", ".join(
            filter(None, (self.notebook, self.at, self.score, told))
        )


Tell = Callable[[Progress], None]


def write_status(
    folder: str | Path, done: int, n: int, value: float | None, what: str = STEP
) -> None:
    """Write how far a training is to its folder, whole or not at all. Errors of the disk are
    ignored here: the next checkpoint reports them.

    done, n: steps with the photo loss as `value`, or held-out pictures with their mean PSNR.
    """
    path = Path(folder) / STATUS
    temporary = path.with_name(f".{STATUS}.{os.getpid()}")
    with suppress(OSError):
        status = {"what": what, "done": done, "n": n, "value": value}
        temporary.write_text(json.dumps(status))
        os.replace(temporary, path)


def clear_status(folder: str | Path) -> None:
    """Remove the file of `write_status`."""
    with suppress(OSError):
        (Path(folder) / STATUS).unlink()


def read_status(folder: str | Path, since: float = 0.0) -> dict | None:
    """Return what, done, n and value of a training that wrote its status after `since` (seconds
    since the epoch), see `write_status`; else None.
    """
    path = Path(folder) / STATUS
    try:
        status = json.loads(path.read_text("utf-8")) if path.stat().st_mtime > since - 1 else None
        value = status["value"] if status["value"] is None else float(status["value"])
        counted = {"done": int(status["done"]), "n": int(status["n"]), "value": value}
        return counted | {"what": PICTURE if status["what"] == PICTURE else STEP}
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def parts_of(settings: Settings, n_heldout: int, n_pixels: float) -> tuple[float, float]:
    """Return which parts of the time of a training's notebook pass in its steps and in the pictures
    of n_heldout photos of n_pixels each: large ones take about as long as the steps.
    """
    renderer = settings.renderer
    a_ray = max(renderer.score_n_samples, renderer.sample_batch_size // renderer.max_num_ray)
    n_pixels = min(n_pixels, renderer.score_pixels or n_pixels)
    # One more than are held out: a picture of the last cells.
    samples = HEAD_SHARE * (n_heldout + 1) * n_pixels * a_ray
    pictures = PICTURE_COST * samples / (settings.train.max_steps * renderer.sample_batch_size)
    whole = 1.0 + pictures + (1.0 - sum(PARTS)) / PARTS[0]  # in units of the steps' time
    return 1.0 / whole, pictures / whole


class Watch:
    """Follows one capture, notebook by notebook, and passes its progress on.

    parts: see `parts_of`, by the name of the training's step.
    """

    def __init__(
        self,
        capture: str,
        steps: Sequence[Step],
        tell: Tell,
        on_gpu: bool = False,
        parts: Mapping[str, tuple[float, float]] | None = None,
    ):
        self.capture, self.waiting, self.tell = capture, list(steps), tell
        self.on_gpu, self.score, self.seconds, self.share = on_gpu, "", 0.0, 0.0
        self.parts = parts or {}
        self.whole: float | None = None  # seconds of all steps, estimated

    @contextmanager
    def over(self, step: Step, folder: Path) -> Iterator[Callable[[int, int], None]]:
        """Watch a notebook in the block; yield a function of (cells done, cells) to call. folder:
        of a training's status.
        """
        self.waiting = self.waiting[self.waiting.index(step) + 1 :] if step in self.waiting else []
        start, began, cells, done = time.monotonic(), time.time(), [0, 1], threading.Event()
        of_step, (in_steps, in_pictures) = self._share(step), self.parts.get(step.name, PARTS)
        trained, scored = 0, 0.0  # cells before the end of a training; part of the pictures

        def look() -> None:
            nonlocal trained, scored
            status = read_status(folder, began) if step.trains else None
            part, at = cells[0] / max(cells[1], 1), f"cell {cells[0] + 1} of {cells[1]}"
            score = self.score
            if status:
                now, what = status["done"] / max(status["n"], 1), status["what"]
                at = f"{what} {status['done'] + (what == PICTURE)} of {status['n']}"
                if status["value"] is not None:
                    score = TOLD[what].format(status["value"])
                trained = cells[0] if what == STEP else trained or cells[0]
                scored = now if what == PICTURE else 0.0
            elif scored:
                scored = 1.0
            if status and what == STEP:
                part = in_steps * now
            elif trained:
                part = (cells[0] - trained) / max(cells[1] - trained, 1)
                part = in_steps + in_pictures * scored + (1 - in_steps - in_pictures) * part
            elif step.trains:  # the cells before it take no time
                part = 0.0
            left = self._left(part * of_step, time.monotonic() - start, (1 - part) * of_step)
            self.tell(Progress(self.capture, step.name, at if cells[0] else "", score, left))

        def go_on() -> None:
            while not done.wait(LOOK):
                look()

        def on_cell(n_done: int, n: int) -> None:
            cells[:] = min(n_done, n - 1), n
            look()

        thread = threading.Thread(target=go_on, daemon=True)
        thread.start()
        try:
            yield on_cell
        finally:
            done.set()
            thread.join()
            self.seconds += time.monotonic() - start
            self.share += of_step

    def _share(self, step: Step) -> float:
        """Return a step's share of the time of a whole run of small photos."""
        longer = PARTS[0] / self.parts.get(step.name, PARTS)[0]  # than with small photos
        return step.share[self.on_gpu] * longer

    def _left(self, share: float, seconds: float, rest: float) -> float | None:
        """Return the seconds left, from the share of the work that is done and the time it took."""
        share, seconds = share + self.share, seconds + self.seconds
        rest += sum(map(self._share, self.waiting))
        if share <= EARLY:
            return None
        whole = seconds * (share + rest) / share
        self.whole = whole if self.whole is None else self.whole + STEADY * (whole - self.whole)
        # The smoothed whole lags: when a step takes longer than thought, the difference would reach
        # 0 long before the end. At least half of what the rest would take is left.
        return max(self.whole - seconds, rest / (share + rest) * self.whole / 2)


class Screen:
    """Shows progress: on a terminal a line for each capture below the output, elsewhere an ordinary
    line now and then.
    """

    def __init__(self, names: Sequence[str]):
        self.names, self.bars, self.told = list(names), {}, {}
        self.stack = ExitStack()

    def __enter__(self) -> Screen:
        if sys.stderr.isatty() and sys.stdout.isatty():
            terminal = sys.stdout  # one for all: tqdm clears its lines before others are written
            for i, name in enumerate(self.names):
                bar = tqdm(
                    bar_format="{desc}", position=i, leave=False, dynamic_ncols=True, file=terminal
                )
                self.bars[name] = self.stack.enter_context(bar)
            self.stack.enter_context(redirect_stdout(DummyTqdmFile(terminal)))
            self.stack.enter_context(redirect_stderr(DummyTqdmFile(terminal)))
        return self

    def __exit__(self, *error) -> None:
        self.stack.close()

    def tell(self, progress: Progress) -> None:
        """Show the progress of a capture."""
        line, name, now = progress.line(), progress.capture, time.monotonic()
        if name in self.bars:
            self.bars[name].set_description_str(line)
            return
        notebook, at = self.told.get(name, ("", 0.0))
        if notebook != progress.notebook:  # which the run itself has just named
            self.told[name] = progress.notebook, now
        elif now - at > QUIET:
            self.told[name] = progress.notebook, now
            print(f"    {line}", flush=True)


def _duration(seconds: float) -> str:
    """Return a time in words: "40 s", "12 min", "2.5 h"."""
    if seconds < 90:
        return f"{max(5, round(seconds / 5) * 5)} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
