"""What decides a step's result: the content of the files it reads, its settings, and the code it
runs.

The batch runs a step again if its identity differs from that of the existing results. Dates, paths,
comments, docstrings and the notebook's text do not count.
"""

from __future__ import annotations

import ast
import fnmatch
import hashlib
import json
import os
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from lib.workbook.code import code_digests, differing, digest_of, imports, meaning
from lib.workbook.opening import settings_of
from lib.workbook.settings import UNUSED, by_key
from lib.workbook.steps import LABELS, Step
from lib.workbook.workspace import Workspace, atomic

SETTINGS_FILES = ("config.yaml", "config_wo-hybrid.yaml")  # count through the settings they give
FRESH = 2.0  # seconds; a file may change once more within a tick of its file system's clock
CACHE = "digests.json"


class Digests:
    """SHA-256 of files, remembered in a file. A file of unchanged size, time and inode is not read
    again.
    """

    def __init__(self, path: Path):
        self.path, self.known = path, {}
        with suppress(OSError, ValueError, RecursionError):
            known = json.loads(path.read_text("utf-8"))
            entries = known.items() if isinstance(known, dict) else ()
            self.known = {k: v for k, v in entries if isinstance(v, list) and len(v) == 4}

    def of_file(self, path: Path) -> str:
        """Return the digest of a file's content."""
        stat = path.stat()
        stamp = [stat.st_size, stat.st_mtime_ns, stat.st_ino]
        entry = self.known.get(str(path))
        if entry and entry[:3] == stamp:
            return entry[3]
        with open(path, "rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if time.time() - stat.st_mtime > FRESH:
            self.known[str(path)] = [*stamp, digest]
        return digest

    def of_path(self, path: Path) -> str | None:
        """Return the digest of a file, or of a folder's names and contents; None if there is
        neither.
        """
        if path.is_dir():
            return digest_of([(name, self.of_file(file)) for name, file in files_below(path)])
        return self.of_file(path) if path.is_file() else None

    def save(self) -> None:
        """Write the digests to their file, for the next time."""
        with atomic(self.path) as temporary:
            temporary.write_text(json.dumps(self.known), encoding="utf-8")


def identity(
    step: Step,
    notebook: Path,
    capture: Path,
    preset: str,
    overrides: Sequence[str],
    space: Workspace,
    digests: Digests,
) -> dict:
    """Return what decides the step's result, as digests: "capture", "settings" and "cells"; "code"
    and "earlier" results by name.
    """
    cells = code_cells(notebook)
    _, settings = settings_of(step, capture, preset, overrides)
    chosen = {
        key: value
        for key, value in by_key(asdict(settings)).items()
        if key.partition(".")[0] in step.settings and key not in UNUSED
    }
    earlier = {file: space.find(file) for file in step.reads}
    return {
        "capture": _capture(step, capture, digests),
        "settings": digest_of(sorted(chosen.items())),
        "cells": digest_of([meaning(cell) for cell in cells]),
        "code": code_digests(imports("\n".join(cells)), in_memory=False),
        "earlier": {file: path and digests.of_path(path) for file, path in earlier.items()},
    }


def differences(before: dict, now: dict) -> list[str]:
    """Return what differs between two identities, in words."""
    words = []
    for part, value in now.items():
        old = before.get(part)
        if old == value:
            continue
        if isinstance(value, dict) and isinstance(old, dict):
            names = differing(old, value)
            shown = ", ".join(names[:3]) + (" and others" if len(names) > 3 else "")
            words.append(shown if part == "earlier" else f"{part} ({shown})")
        else:
            words.append({"cells": "the notebook", "capture": "the capture"}.get(part, part))
    return words


def code_cells(notebook: Path) -> list[str]:
    """Return the Python of a notebook's code cells, without lines for IPython alone."""
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    sources = [re.sub(r"^\s*[%!].*$", "", source, flags=re.M) for source in sources]
    for source in sources:
        try:
            ast.parse(source)
        except SyntaxError as error:
            raise ValueError(f"{notebook}: expected Python in its cells, found: {error}") from None
    return sources


def files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield (name relative to the folder, path) of all files below it, sorted; links are followed.

    Hidden files are left out, and so are links that lead back to a folder above them.
    """
    for root, folders, names in os.walk(folder, followlinks=True):
        above = {os.path.realpath(part) for part in (Path(root), *Path(root).parents)}
        folders[:] = sorted(
            name
            for name in folders
            if name[0] != "." and os.path.realpath(os.path.join(root, name)) not in above
        )
        for name in sorted(names):
            path = Path(root, name)
            if name[0] != "." and path.is_file():
                yield path.relative_to(folder).as_posix(), path


def _capture(step: Step, capture: Path, digests: Digests) -> str:
    """Return the digest of the capture's files. Of files that the step does not read only the name
    counts, because the step may check whether they exist.
    """
    unread = SETTINGS_FILES if step.labels else SETTINGS_FILES + LABELS
    return digest_of(
        [
            (name, "" if any(fnmatch.fnmatch(name, u) for u in unread) else digests.of_file(path))
            for name, path in files_below(capture)
        ]
    )
