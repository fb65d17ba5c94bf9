"""How a film enters the workbook: where its capture goes, and whether one that is there is its
own.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lib.capture.cameras import camera_file
from lib.capture.errors import CaptureError
from lib.capture.files import part_folder
from lib.filming.film import FILMS, PHOTOS, Film, probe
from lib.filming.make import film_identity
from lib.workbook.config import film_settings
from lib.workbook.opening import opening, versions
from lib.workbook.settings import Settings

CAPTURES = "captures"  # folder of the workspace for captures made from films


@dataclass(frozen=True)
class Filming:
    """A film, and the capture folder that is made from it. done: it is there and is used."""

    film: Film
    folder: Path
    settings: Settings
    done: bool


def is_film(path: Path) -> bool:
    """Return whether a path names a film, or a folder of loose photos that is no capture yet."""
    if not path.is_dir():
        return path.suffix.lower() in FILMS
    photos = any(file.suffix.lower() in PHOTOS for file in path.iterdir())
    with suppress(CaptureError):
        camera_file(path)
        return False
    return photos and part_folder(path, "image") is None


def capture_of(film: Path, workspace: Path) -> Path:
    """Return the capture folder of a film, in the workspace, of the film's name."""
    return workspace / CAPTURES / (film.name if film.is_dir() else film.stem)


def open_film(
    film: str | Path,
    capture: str | Path,
    workspace: str | Path,
    preset: str = "quick",
    overrides: Sequence[str] = (),
    force: bool = False,
) -> Filming:
    """Return a film as it says it is, and the folder where its capture goes: `capture`, or, if that
    is "", one in the workspace.

    force: a capture that lies there is not used. A CaptureError if the film is of no use, or if
    another capture is in the way.
    """
    path, space = (Path(where).expanduser().resolve() for where in (film, workspace))
    settings = film_settings(preset, overrides)
    folder = Path(capture).expanduser().resolve() if str(capture) else capture_of(path, space)
    done = not force and is_there(folder, path, settings)
    return Filming(probe(path), folder, settings, done)


def keep_earlier(folder: Path) -> Path:
    """Rename a capture, so that a new one can take its place: "clip-earlier-1" and so on."""
    n = 1
    while (kept := folder.with_name(f"{folder.name}-earlier-{n}")).exists():
        n += 1
    return folder.rename(kept)


def open_film_workbook(
    film: str | Path,
    capture: str | Path,
    workspace: str | Path,
    preset: str = "quick",
    overrides: Sequence[str] = (),
) -> Filming:
    """Return what notebook 00 works with, from its parameters: that of `open_film`, and print it as
    `open_workbook` does. An OpeningError tells a mistake in one line.
    """
    with opening():
        book = open_film(film, capture, workspace, preset, overrides)
    film = book.film
    there = " (there already: made anew only where you correct something)" if book.done else ""
    print(versions("cpu"))
    print(f"film       {film.path}: {film.describe()}\ncapture    {book.folder}{there}")
    wanted = book.settings.film
    print(
        f"settings   {wanted.n_frames} frames (film.n_frames), their longer side at most "
        f"{wanted.max_side} px (film.max_side)"
    )
    return book


def is_there(folder: Path, film: Path, settings: Settings) -> bool:
    """Return whether this film's capture, of these settings, is there; a CaptureError if another
    one is.
    """
    if not folder.exists():
        return False
    try:
        made_of = json.loads((folder / "capture.json").read_text("utf-8"))["made_of"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        made_of = None
    if made_of == film_identity(film, settings):
        return True
    found = "another film or other film settings" if made_of else "something else"
    raise CaptureError(
        f"{folder}: expected no folder, or the capture of {film.name}, found one made from "
        f"{found}; captures are never overwritten: rename or remove it, or say --force"
    )
