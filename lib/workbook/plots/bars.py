"""Progress of long work: a bar if a person watches the notebook, otherwise a line every 20 seconds.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import Any

from IPython.display import HTML, display

BAR_EVERY, LINE_EVERY = 0.2, 20.0  # seconds


class ProgressBar:
    """Counts the steps of some work. Call it with the number of steps that were done."""

    def __init__(self, n_steps: int | None, what: str, interactive: bool = True):
        self.n_steps, self.what, self.interactive = n_steps, what, interactive
        self.done, self.shown, self.handle = 0, time.perf_counter(), None

    def __call__(self, n: int = 1) -> None:
        self.done += n
        now, last = time.perf_counter(), self.done == self.n_steps
        if not last and now - self.shown < (BAR_EVERY if self.interactive else LINE_EVERY):
            return
        self.shown = now
        of = "" if self.n_steps is None else f" of {self.n_steps}"
        text = f"{self.what}: {self.done}{of}"
        if not self.interactive:
            if not last:  # what came of the work is printed by the cell itself
                print(text, flush=True)
            return
        self.handle = self.handle or display(HTML(""), display_id=True)
        self.handle.update(HTML(bar(self.done, self.n_steps, text)))


def bar(done: int, n_steps: int | None, text: str) -> str:
    """Return the HTML of a progress bar with words beside it; n_steps None: a bar that only shows
    activity.
    """
    value = "" if n_steps is None else f' value="{done}" max="{n_steps}"'
    return f'<progress{value} style="width:24em"></progress> {text}'


def progress(
    items: Iterable[Any], what: str, interactive: bool = True, total: int | None = None
) -> Iterator[Any]:
    """Yield the items and show the progress. total: their number, if they have no length."""
    total = len(items) if total is None and hasattr(items, "__len__") else total
    shown = ProgressBar(total, what, interactive)
    for item in items:
        yield item
        shown()
