"""One run at a time in a subject's folder: a file there says who works in it."""

from __future__ import annotations

import json
import os
import re
import socket
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import psutil

from lib.workbook.workspace import WorkspaceError, storage_errors

FILE = "in_use.json"
TOKEN = "HEAD_WORKBOOK_IN_USE"  # in the environment of those that the holder starts
BEAT = 30  # seconds between two signs of life
LEFTOVER = re.compile(r"\.[^.].*\.\d+(\.\w+)?")  # names of files on their way
LEFT_BEHIND = 60  # seconds after which nobody works on them any more
SILENT = 300  # seconds without one, after which a holder on another machine counts as dead


class InUseError(WorkspaceError):
    """Another run works in the folder; the message says which, where and since when.

    holder: what its lock says.
    """

    def __init__(self, path: Path, holder: dict):
        self.holder = holder
        super().__init__(_words(path, holder))


@contextmanager
def in_use(folder: str | Path, beat: float = BEAT, batch: str = "") -> Iterator[int]:
    """Hold the folder in the block; an InUseError where another live run holds it.

    Gives how many processes of this very batch died one after another while they held it; `batch`
    is its name.

    A process that the holder started, such as a notebook of the batch, may enter, too. The lock of
    a dead process is taken over: one of this machine at once, one of another machine when its file
    was not touched for SILENT seconds.
    """
    path = Path(folder) / FILE
    with storage_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    given = os.environ.get(TOKEN)
    if given and _read(path).get("token") == given:
        yield 0
        return
    mine = {
        "host": socket.gethostname(),
        "pid": os.getpid(),
        "started": psutil.Process().create_time(),
        "since": datetime.now().astimezone().isoformat(timespec="seconds"),
        "token": uuid.uuid4().hex,
        "batch": batch,
        "deaths": 0,
    }
    with storage_errors(path):
        _acquire(path, mine)
    os.environ[TOKEN], done = mine["token"], threading.Event()
    threading.Thread(target=_beat, args=(path, done, beat), daemon=True).start()
    try:
        yield mine["deaths"]
    finally:
        done.set()
        if given is None:
            os.environ.pop(TOKEN, None)
        else:
            os.environ[TOKEN] = given
        if _read(path).get("token") == mine["token"]:  # unless it was taken over meanwhile
            with suppress(OSError):
                path.unlink()


def _acquire(path: Path, mine: dict) -> None:
    """Create the file with what `mine` says, or raise; counts deaths in the same batch."""
    for _ in range(3):  # others may be taking over the same dead lock
        try:
            descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        except FileExistsError:
            holder = _read(path)
            if _alive(path, holder):
                raise InUseError(path, holder) from None
            _remove(path, holder)
            if mine["batch"] and holder.get("batch") == mine["batch"]:
                before = holder.get("deaths", 0)
                mine["deaths"] = before + 1 if isinstance(before, int) else 1
        else:
            try:
                with os.fdopen(descriptor, "w") as file:
                    json.dump(mine, file)
            except OSError:  # a full disk: nobody holds the folder
                with suppress(OSError):
                    path.unlink()
                raise
            _sweep(path.parent)
            return
    raise InUseError(path, _read(path))


def _sweep(folder: Path) -> None:
    """Remove what writers that were killed have left; see `workspace.atomic`."""
    for path in folder.rglob(".*"):
        with suppress(OSError):
            old = time.time() - path.lstat().st_mtime > LEFT_BEHIND
            if old and LEFTOVER.fullmatch(path.name) and path.is_file():
                path.unlink()


def _remove(path: Path, holder: dict) -> None:
    """Remove a dead holder's file; one that a live run has just put in its place goes back."""
    aside = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        os.rename(path, aside)
    except FileNotFoundError:
        return  # another run was faster
    if _read(aside).get("token") == holder.get("token"):
        aside.unlink()
    else:
        os.rename(aside, path)


def _alive(path: Path, holder: dict) -> bool:
    """Return whether the run that a lock names still works."""
    if holder.get("host") == socket.gethostname():
        try:
            process = psutil.Process(int(holder["pid"]))
            same = abs(process.create_time() - holder["started"]) < 2  # pids are given out again
            return same and process.status() != psutil.STATUS_ZOMBIE
        except (psutil.NoSuchProcess, KeyError, TypeError, ValueError, OverflowError):
            return False
    try:
        return time.time() - path.stat().st_mtime < SILENT
    except OSError:
        return False


def _beat(path: Path, done: threading.Event, seconds: float) -> None:
    """Touch the file now and then, as a sign of life for other machines."""
    while not done.wait(seconds):
        with suppress(OSError):
            os.utime(path)


def _read(path: Path) -> dict:
    """Return what a lock says; empty where there is none, or nothing in it yet."""
    for _ in range(5):  # it may be in the middle of being written
        try:
            holder = json.loads(path.read_text("utf-8"))
            return holder if isinstance(holder, dict) else {}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            time.sleep(0.05)
    return {}


def _words(path: Path, holder: dict) -> str:
    who, host = holder.get("pid", "unknown"), holder.get("host", "an unknown machine")
    return (
        f"{path.parent}: in use by process {who} on {host} since {holder.get('since', 'unknown')}; "
        "wait for it to end, or stop it"
    )
