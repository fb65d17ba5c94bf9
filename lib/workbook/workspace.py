"""Where each step writes, and files that are whole, versioned and checked when read again."""

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

VERSION = 1  # of every JSON and checkpoint; raise it when old files can no longer be read
WRITERS = {
    "inspect": "01_inspect_capture",
    "stage1": "02_train_stage1",
    "export1": "03_export_stage1",
    "eyes": "04_pick_eyes, 05_triangulate_eyes",
    "stage2": "06_train_stage2",
    "export": "07_export_and_relight",
}
STEPS = (*WRITERS, "notebooks")
RUNS = "runs"  # named runs of a subject, each with folders of its own for the steps
# a checkpoint of full size takes 280 MB, and the one before stays until it is whole
FREE_BYTES = 700_000_000
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
)  # what a disk answers that cannot take a file


class WorkspaceError(ValueError):
    """A file or folder that cannot be written or read; the message names it, the expectation and
    the likely fix.
    """


@dataclass
class Workspace:
    """The output folder of one subject: root/subject/<step>/."""

    root: Path
    subject: str

    def __post_init__(self) -> None:
        self.root = Path(self.root)
        if (
            not self.subject
            or self.subject != Path(self.subject).name
            or self.subject in (".", "..")
        ):
            raise WorkspaceError(f"subject: expected a plain folder name, got {self.subject!r}")

    def step(self, name: str) -> Path:
        """Folder of a step, made if need be, known to be writable and to have room."""
        if name not in STEPS:
            raise WorkspaceError(f"step: expected one of {', '.join(STEPS)}, got {name!r}")
        folder = self.root / self.subject / name
        with _storage_errors(folder):
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(
                dir=folder
            ) as probe:  # permission bits alone do not tell, for root or on NFS
                probe.write(b"x")
            free = shutil.disk_usage(folder).free
        if free < FREE_BYTES:
            raise WorkspaceError(
                f"{folder}: expected {FREE_BYTES / 1e6:.0f} MB of free disk, found "
                f"{free / 1e6:.0f} MB; make room or choose another workspace"
            )
        return folder


def set_aside(folder: str | Path) -> Path:
    """Where the files of a step's folder now are: a run of its own, "earlier-1" and so on.

    Nothing is overwritten, and the folder is empty afterwards. A named run NAME becomes
    "NAME-earlier-1".
    """
    folder = Path(folder)
    named = folder.parent.parent.name == RUNS
    runs = folder.parent.parent if named else folder.parent / RUNS
    name, n = f"{folder.parent.name}-earlier" if named else "earlier", 1
    with _storage_errors(folder):
        while (runs / f"{name}-{n}").exists():
            n += 1
        kept = runs / f"{name}-{n}" / folder.name
        kept.parent.mkdir(parents=True)
        os.replace(folder, kept)
        folder.mkdir()
    return kept


@contextmanager
def atomic(path: str | Path) -> Iterator[Path]:
    """Temporary path of the same suffix beside `path`, to be written in the block; it becomes
    `path` at the end.

    Whatever goes wrong in the block, `path` keeps what it had and the temporary file is gone.
    """
    path = Path(path)
    temporary = path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}")
    try:
        with _storage_errors(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            yield temporary
            if not temporary.is_file():
                raise WorkspaceError(
                    f"{path}: expected its writer to write {temporary.name}, found no file"
                )
            with open(temporary, "rb+") as file:
                os.fsync(file.fileno())
            os.replace(temporary, path)
    finally:
        with suppress(OSError):
            temporary.unlink()


def write_json(path: str | Path, kind: str, payload: dict) -> None:
    """Write {"kind", "version", **payload} atomically; numpy values become lists and numbers, NaN
    is refused.
    """
    try:
        text = json.dumps(
            {**payload, "kind": kind, "version": VERSION}, indent=1, allow_nan=False, default=_plain
        )
    except (TypeError, ValueError) as error:
        raise WorkspaceError(
            f"{path}: expected finite plain values to write, found: {error}"
        ) from error
    with atomic(path) as temporary:
        temporary.write_text(text + "\n", encoding="utf-8")


def read_json(path: str | Path, kind: str) -> dict:
    """The whole dict of a JSON file of this kind and version."""
    try:
        payload = json.loads(_existing(path).read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise WorkspaceError(
            f"{path}: expected JSON of kind {kind!r}, found: {error}; it may be cut short: "
            "delete it and repeat the step that wrote it"
        ) from error
    return _checked(path, kind, payload)


def save_checkpoint(path: str | Path, payload: dict) -> None:
    """Write a checkpoint atomically: tensors and plain values, with its "kind"; the version is
    added.
    """
    import torch  # here, so that settings and folders need no torch

    if not payload.get("kind"):
        raise WorkspaceError(
            f"{path}: expected a checkpoint with a 'kind' such as 'scene', got keys {list(payload)}"
        )
    with atomic(path) as temporary:
        try:
            torch.save({**payload, "version": VERSION}, temporary)
        except RuntimeError as error:  # how torch reports a disk that fills up
            raise WorkspaceError(
                f"{path}: writing failed, is the disk full? Earlier ones stay: {error}"
            ) from error


def load_checkpoint(path: str | Path, kind: str) -> dict:
    """The whole dict of a checkpoint of this kind and version, tensors on the CPU; only plain data
    is loaded.
    """
    import torch

    present = _existing(path)
    try:
        payload = torch.load(present, map_location="cpu", weights_only=True)
    except (
        Exception
    ) as error:  # zip, pickle, EOF and runtime errors: torch promises no type for a damaged file
        raise WorkspaceError(
            f"{path}: expected a checkpoint, found a file cut short or of another kind "
            f"({type(error).__name__}); delete it and repeat the step that wrote it"
        ) from error
    return _checked(path, kind, payload)


def _existing(path: str | Path) -> Path:
    """The path, if it is a file."""
    if not Path(path).is_file():
        writer = WRITERS.get(Path(path).parent.name, "the step that writes it")
        raise WorkspaceError(f"{path}: expected a file, found none; run {writer} first")
    return Path(path)


def _checked(path: str | Path, kind: str, payload: object) -> dict:
    """The payload, if it is a dict of this kind and version."""
    found = (
        (payload.get("kind"), payload.get("version"))
        if isinstance(payload, dict)
        else type(payload).__name__
    )
    if found != (kind, VERSION):
        raise WorkspaceError(
            f"{path}: expected kind and version {(kind, VERSION)}, found {found}; repeat the step "
            "that wrote it with this version of the program"
        )
    return payload


def _plain(value: object) -> object:
    """JSON's form of numpy values."""
    if isinstance(value, (np.ndarray, np.generic)):
        return value.tolist()
    raise TypeError(f"{type(value).__name__} has no JSON form")


@contextmanager
def _storage_errors(path: Path) -> Iterator[None]:
    """Turns what the disk refuses into one clear error naming the path; other errors pass."""
    try:
        yield
    except OSError as error:
        if error.errno not in STORAGE:
            raise
        raise WorkspaceError(
            f"{path}: expected a place to write, found: {error.strerror}; make room or choose "
            "another "
            "workspace. Earlier files are kept"
        ) from error
