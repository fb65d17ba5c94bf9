"""One notebook executed headless by papermill; if it fails, the reason in one line."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path

import papermill
from jupyter_client.manager import AsyncKernelManager
from papermill.exceptions import PapermillExecutionError
from traitlets.config import Config

from lib.workbook.workspace import atomic

RECORD = "batch"  # in an executed notebook's metadata; one without it is not complete
ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


class _Kernel(AsyncKernelManager):
    """A kernel that is shut down without an interrupt first. By then it has nothing to do, and
    would only print "KeyboardInterrupt caught in kernel".
    """

    async def _async_interrupt_kernel(self) -> None:
        if not self.shutting_down:
            await super()._async_interrupt_kernel()


class NotebookError(RuntimeError):
    """A notebook that failed.

    path: the executed copy, with the traceback. heading: the one above the cell that failed.
    reason: one line.
    """

    def __init__(self, path: Path, heading: str, reason: str):
        self.path, self.heading, self.reason = path, heading, reason
        where = f", under {heading!r}" if heading else ""
        super().__init__(f"{path}{where}: {reason}")


def run_notebook(
    source: Path,
    target: Path,
    parameters: dict,
    record: dict | None = None,
    on_cell: Callable[[int, int], None] | None = None,
) -> None:
    """Execute a notebook into `target`, with `record` among its metadata once it is complete.

    on_cell: called with (cells done, cells) as it goes.

    A NotebookError if a cell fails; a ValueError for a parameter that the notebook does not
    declare.
    """
    declared = papermill.inspect_notebook(str(source))
    for name in parameters:
        if name not in declared:
            near = get_close_matches(name, declared, 1, 0) or ["none at all"]
            raise ValueError(
                f"{source}: unknown parameter {name!r}; nearest in its `parameters` cell: "
                f"{near[0]!r}"
            )
    try:
        notebook = papermill.execute_notebook(
            _literal(source),
            _literal(target),
            parameters=parameters,
            cwd=str(source.parent),
            kernel_name="python3",
            progress_bar=on_cell
            and {
                "file": _Cells(on_cell),
                "bar_format": "{n_fmt}/{total_fmt}",
                "mininterval": 0,
            },
            stdout_file=_Indented(sys.stdout),
            stderr_file=_Indented(sys.stderr),
            config=Config(KernelManager={"transport_encryption": "auto"}),
            kernel_manager_class=_Kernel,
        )
    except Exception as error:  # a kernel may die in many ways
        raise NotebookError(target, heading_above_failure(target), _reason(error)) from error
    notebook.metadata[RECORD] = record or {}
    _save(target, notebook)


def _literal(path: Path) -> str:
    """Return a path as papermill takes it, which fills in what stands in braces."""
    return str(path).replace("{", "{{").replace("}", "}}")


def add_to_record(target: Path, more: dict) -> None:
    """Add entries to the record of an executed notebook."""
    notebook = json.loads(target.read_text("utf-8"))
    notebook["metadata"][RECORD] |= more
    _save(target, notebook)


def _save(target: Path, notebook: dict) -> None:
    with atomic(target) as temporary:
        temporary.write_text(json.dumps(notebook, indent=1), encoding="utf-8")


def record_of(target: Path) -> dict | None:
    """Return the record in an executed notebook; None if there is none, or if it was not executed
    to its end.
    """
    try:
        record = json.loads(target.read_text("utf-8"))["metadata"][RECORD]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def heading_above_failure(target: Path) -> str:
    """Return the nearest heading above the failed cell of an executed notebook; "" if none failed.
    """
    heading = ""
    try:
        for cell in json.loads(target.read_text("utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                found = re.findall(r"^#+ +(.+)$", "".join(cell["source"]), re.M)
                heading = found[-1].strip() if found else heading
                continue
            status = cell["metadata"].get("papermill", {}).get("status")
            kinds = {output["output_type"] for output in cell.get("outputs", [])}
            if "error" in kinds or status in ("failed", "running"):
                return heading
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass  # a notebook that was cut short
    return ""


def _reason(error: Exception) -> str:
    """Return a failure in one line without colours."""
    name, text = type(error).__name__, str(error)
    if isinstance(error, PapermillExecutionError):
        name, text = error.ename, error.evalue
        if not text.strip():
            line = (error.source.strip().splitlines() or [""])[-1]
            text = f"in a cell that ends with {line!r}"
    return " ".join(ANSI.sub("", f"{name}: {text}").split())


class _Cells:
    """A stream for papermill's progress bar, which hands its two numbers on."""

    def __init__(self, on_cell: Callable[[int, int], None]):
        self.on_cell = on_cell

    def write(self, text: str) -> None:
        if found := re.search(r"(\d+)/(\d+)", text):
            self.on_cell(int(found[1]), int(found[2]))

    def flush(self) -> None:
        pass


class _Indented:
    """A stream that indents a notebook's own lines among the batch's."""

    def __init__(self, stream):
        self.stream, self.fresh = stream, True

    def write(self, text: str) -> None:
        for line in text.splitlines(keepends=True):
            self.stream.write(("    " if self.fresh else "") + line)
            self.fresh = line.endswith("\n")

    def flush(self) -> None:
        self.stream.flush()
