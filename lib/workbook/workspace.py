"""Where a subject's files lie; files that are written whole, have a version, and are checked when
read.

Which step reads and writes which of them: lib/workbook/steps.py.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from lib.workbook.steps import FOLDERS, writer_of

VERSION = 1  # of a kind of file that VERSIONS does not name
# Raise a kind's version when files of it can no longer be read. A training then starts anew, and
# every other reader says in one line which notebook to run again.
VERSIONS = {"stage1": 4, "stage2": 4}
FORBIDDEN = "\\:*?<>|"  # in names of subjects and runs: a shared folder may be seen by Windows
RUNS = "runs"  # named runs of a subject, each with folders of its own for the steps
# a checkpoint of full size takes 280 MB, and the one before stays until it is whole
FREE_BYTES = 700_000_000
# What a disk answers that cannot take a file.
STORAGE = (
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
    errno.ENOTDIR,
    errno.EEXIST,
    errno.EIO,
    errno.EFBIG,
)


class UserError(ValueError):
    """A mistake of the user. The message names the file or parameter, what was expected and the
    likely fix.
    """

    def _render_traceback_(self) -> list[str]:
        """Return the message alone: a notebook then shows no traceback for the user's mistake."""
        return [f"{type(self).__name__}: {self}"]


class WorkspaceError(UserError):
    """A file or folder that cannot be written or read."""


def require(holds: bool, words: str) -> None:
    """Raise a WorkspaceError with these words unless `holds` is true."""
    if not holds:
        raise WorkspaceError(words)


class OldFile(WorkspaceError):
    """A file of another version of the program, which this version cannot read."""


class DamagedFile(WorkspaceError):
    """A file that cannot be read: it was cut short, or is of another kind."""


@dataclass
class Workspace:
    """The results of one subject. The ordinary run is in root/subject/<step's folder>/.

    A named run is in root/subject/runs/<run>/<step's folder>/. What it has not made itself it reads
    from the ordinary run; it never writes there.
    """

    root: Path
    subject: str
    run: str = ""

    def __post_init__(self) -> None:
        self.root = Path(self.root)
        for what, name in (("subject", self.subject), ("run", self.run or "-")):
            plain = name and name == Path(name).name and name[0] != "." and name.isprintable()
            if not plain or set(name) & set(FORBIDDEN):
                raise WorkspaceError(f"{what}: expected a plain folder name, got {name!r}")

    @property
    def ordinary(self) -> Path:
        """The subject's folder, with the steps' folders of the ordinary run."""
        return self.root / self.subject

    @property
    def folder(self) -> Path:
        """The folder with the steps' folders of this run."""
        return self.ordinary / RUNS / self.run if self.run else self.ordinary

    def write_to(self, step: str) -> Path:
        """Return the folder of a step ("stage1"). It is created if needed; a WorkspaceError if it
        is not writable or the disk is nearly full.
        """
        if step not in FOLDERS:
            raise WorkspaceError(f"step: expected one of {', '.join(FOLDERS)}, got {step!r}")
        folder = self.folder / step
        with storage_errors(folder):
            folder.mkdir(parents=True, exist_ok=True)
            # permission bits alone do not tell, for root or on NFS
            with tempfile.TemporaryFile(dir=folder) as probe:
                probe.write(b"x")
            free = shutil.disk_usage(folder).free
        if free < FREE_BYTES:
            raise WorkspaceError(
                f"{folder}: expected {FREE_BYTES / 1e6:.0f} MB of free disk, found "
                f"{free / 1e6:.0f} MB; make room or choose another workspace"
            )
        return folder

    def find(self, file: str) -> Path | None:
        """Return where a step's file ("stage1/checkpoint.pt") or folder is: in this run, else in
        the ordinary one, else None. Nothing is created.
        """
        places = (self.folder / file, self.ordinary / file)
        return next((path for path in places if path.exists()), None)

    def read_from(self, file: str) -> Path:
        """Return `find`, or raise a WorkspaceError that names the notebook to run."""
        path = self.find(file)
        if path is None:
            raise WorkspaceError(
                f"{self.folder / file}: expected a file, found none; run {writer_of(file)} first"
            )
        return path

    def runs(self) -> list[str]:
        """Return the names of all runs, the one started last first; "" is the ordinary run."""
        named = [path for path in (self.ordinary / RUNS).glob("*") if path.is_dir()]
        named.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        return ["", *(path.name for path in named)]


def set_aside(folder: str | Path) -> Path:
    """Move the files of a step's folder to a run of its own; return where they are now.

    The run is called "earlier-1", "earlier-2", and so on; for a named run NAME, "NAME-earlier-1".
    Nothing is overwritten, and the folder is empty afterwards.
    """
    folder = Path(folder)
    named = folder.parent.parent.name == RUNS
    runs = folder.parent.parent if named else folder.parent / RUNS
    name, n = f"{folder.parent.name}-earlier" if named else "earlier", 1
    with storage_errors(folder):
        while (runs / f"{name}-{n}").exists():
            n += 1
        kept = runs / f"{name}-{n}" / folder.name
        kept.parent.mkdir(parents=True)
        os.replace(folder, kept)
        folder.mkdir()
    return kept


@contextmanager
def atomic(path: str | Path, before: Path | None = None) -> Iterator[Path]:
    """Yield a temporary path with the same suffix beside `path`. If the block succeeds, the file
    there becomes `path`.

    If anything fails in the block, `path` is unchanged and the temporary file is removed.
    before: where to keep what `path` had, once the new file is whole.
    """
    path = Path(path)
    temporary = path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}")
    try:
        with storage_errors(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            yield temporary
            if not temporary.is_file():
                raise WorkspaceError(
                    f"{path}: expected its writer to write {temporary.name}, found no file"
                )
            with open(temporary, "rb+") as file:
                os.fsync(file.fileno())
            if before and path.is_file():
                os.replace(path, before)
            os.replace(temporary, path)
    finally:
        with suppress(OSError):
            temporary.unlink()


def version_of(kind: str) -> int:
    """Return the version with which files of a kind are written, and which is expected when they
    are read.
    """
    return VERSIONS.get(kind, VERSION)


def write_json(path: str | Path, kind: str, payload: dict) -> None:
    """Write {"kind", "version", **payload} atomically. numpy values become lists and numbers; NaN
    is an error.
    """
    try:
        text = json.dumps(
            {**payload, "kind": kind, "version": version_of(kind)},
            indent=1,
            allow_nan=False,
            default=_plain,
        )
    except (TypeError, ValueError) as error:
        raise WorkspaceError(
            f"{path}: expected finite plain values to write, found: {error}"
        ) from error
    with atomic(path) as temporary:
        temporary.write_text(text + "\n", encoding="utf-8")


def read_json(path: str | Path, kind: str) -> dict:
    """Return the dict of a JSON file of this kind and version."""
    try:
        payload = json.loads(_existing(path).read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise WorkspaceError(
            f"{path}: expected JSON of kind {kind!r}, found: {error}; it may be cut short: "
            "delete it and repeat the step that wrote it"
        ) from error
    return _checked(path, kind, payload)


def one_before(path: str | Path) -> Path:
    """Return where the checkpoint before this one is kept."""
    path = Path(path)
    return path.with_name(f"{path.stem}.before{path.suffix}")


def save_checkpoint(path: str | Path, payload: dict, keep: bool = False) -> None:
    """Write a checkpoint atomically: tensors and plain values with their "kind"; the version is
    added.
    """
    import torch  # here, so that settings and folders need no torch

    if not payload.get("kind"):
        raise WorkspaceError(
            f"{path}: expected a checkpoint with a 'kind' such as 'scene', got keys {list(payload)}"
        )
    with atomic(path, one_before(path) if keep else None) as temporary:
        try:
            torch.save({**payload, "version": version_of(payload["kind"])}, temporary)
        except RuntimeError as error:  # how torch reports a disk that fills up
            raise WorkspaceError(
                f"{path}: writing failed, is the disk full? Earlier ones stay: {error}"
            ) from error


def load_checkpoint(path: str | Path, kind: str) -> dict:
    """Return the dict of a checkpoint of this kind and version, tensors on the CPU. Only plain data
    is loaded.
    """
    import torch

    present = _existing(path)
    try:
        payload = torch.load(present, map_location="cpu", weights_only=True)
    # Zip, pickle, EOF and runtime errors: torch promises no type for a damaged file.
    except Exception as error:
        raise DamagedFile(
            f"{path}: expected a checkpoint, found a file cut short or of another kind "
            f"({type(error).__name__}); delete it and repeat the step that wrote it"
        ) from error
    return _checked(path, kind, payload)


def _existing(path: str | Path) -> Path:
    """Return the path if it is a file, else raise a WorkspaceError."""
    if not Path(path).is_file():
        writer = writer_of(f"{Path(path).parent.name}/{Path(path).name}")
        raise WorkspaceError(f"{path}: expected a file, found none; run {writer} first")
    return Path(path)


def _checked(path: str | Path, kind: str, payload: object) -> dict:
    """Return the payload if it is a dict of this kind and version, else raise."""
    if isinstance(payload, dict):
        found = payload.get("kind"), payload.get("version")
    else:
        found = type(payload).__name__
    if found != (kind, version_of(kind)):
        trouble = OldFile if found[0] == kind else WorkspaceError
        raise trouble(
            f"{path}: expected kind and version {(kind, version_of(kind))}, found "
            f"{str(found)[:60]}; repeat "
            "the step that wrote it with this version of the program"
        )
    return payload


def _plain(value: object) -> object:
    """Return numpy values as JSON can hold them."""
    if isinstance(value, (np.ndarray, np.generic)):
        return value.tolist()
    raise TypeError(f"{type(value).__name__} has no JSON form")


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn an error of the disk in the block into a WorkspaceError that names the path."""
    try:
        yield
    except OSError as error:
        if error.errno not in STORAGE:
            raise
        raise WorkspaceError(
            f"{path}: expected a place to write, found: {error.strerror}; make room or choose "
            "another workspace. Earlier files are kept"
        ) from error
