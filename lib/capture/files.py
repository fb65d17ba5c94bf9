"""Which file belongs to which frame: photos and masks are found by the names that people give them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

from lib.capture.errors import CaptureError
from lib.capture.photos import picture_size
from lib.workbook.settings import Settings

ENDINGS = (
    "png jpg jpeg jpe jfif heic heif hif webp tif tiff bmp avif dng exr jxl ppm pgm gif mov mp4"
)
ENDING = re.compile(rf"\.({'|'.join(ENDINGS.split())})$", re.IGNORECASE)
OTHER_NAMES = {  # what other programs call the folder
    "image": ("images", "imgs", "img", "photos", "photo", "rgb", "input", "frames"),
    "mask": ("masks", "matte", "mattes", "alpha"),
    "hair_mask": ("hair_masks",),
    "specular_bfm": (),
    "leye_mask": ("leye_masks",),
    "reye_mask": ("reye_masks",),
}
AFFIX = re.compile(r"^(mask|matte|alpha)[ _.-]+|[ _.-]+(mask|matte|alpha)$", re.IGNORECASE)


def nfc(text: str) -> str:
    """Return the text in composed Unicode: macOS stores names decomposed."""
    return unicodedata.normalize("NFC", text)


def parts_of(listed: str) -> list[str]:
    """Return the parts of a path as a camera file lists it, either slash, composed; none leads
    out.
    """
    return [part for part in re.split(r"[/\\]", nfc(listed)) if part not in ("", ".", "..")]


def frame_name(listed: str) -> str:
    """Return a frame's name: the base name without the ending of a picture ("r_0.12" has none)."""
    return ENDING.sub("", parts_of(listed)[-1]) if parts_of(listed) else ""


def part_folder(capture: Path, part: str, listed: Sequence[str] = ()) -> Path | None:
    """Return the folder of a part, also if it has another program's name; None if there is none.

    listed: paths in the camera file. Their own folder counts if no usual name exists.
    """
    if (capture / part).is_dir():
        return capture / part
    if not capture.is_dir():
        return None
    there = {path.name.casefold(): path for path in sorted(capture.iterdir()) if path.is_dir()}
    for name in (part, *OTHER_NAMES[part]):
        if name in there:
            return there[name]
    for path in listed[:1]:
        own = capture.joinpath(*parts_of(path)[:-1])
        if len(parts_of(path)) > 1 and own.is_dir():
            return own
        if any(picture.stem == frame_name(path) for picture in pictures_in(capture, deep=False)):
            return capture
    return None


def need_folder(capture: Path, part: str, listed: Sequence[str] = ()) -> Path:
    """Return `part_folder`, or an error that says what lies there instead."""
    folder = part_folder(capture, part, listed)
    if folder is None:
        others = sorted(path.name for path in capture.iterdir() if path.is_dir())
        lies = "found none" + "".join(
            f"{', ' if i else ' but '}{name}/" for i, name in enumerate(others[:4])
        )
        raise CaptureError(
            f"{capture / part}: expected a folder with a file for every frame, {lies}"
            f"; name the one with the {'photos' if part == 'image' else 'masks'} {part}/"
        )
    return folder


def keep_inside(capture: Path, paths: Iterable[Path], settings: Settings) -> None:
    """Raise a CaptureError for a file of the capture that is a link to a place outside of it."""
    if settings.data.follow_links:
        return
    root = capture.resolve()
    for path in paths:
        if path.is_relative_to(capture) and not path.resolve().is_relative_to(root):
            raise CaptureError(
                f"{path}: expected a file of the capture, found a link that leads out of it; copy "
                "the file, or, if you trust the capture, --set data.follow_links=true"
            )


class Photos:
    """The photos of a capture, for camera files that leave their size or names out."""

    def __init__(self, capture: Path):
        self.capture = capture

    def names(self) -> list[str]:
        """Return base names of all photos, sorted."""
        return sorted(path.name for path in pictures_in(need_folder(self.capture, "image")))

    def size(self, listed: str) -> tuple[int, int]:
        """Return (width, height) of the photo that a camera file lists under this path."""
        folder = need_folder(self.capture, "image", [listed])
        return picture_size(find_files(folder, [listed], "image")[0])


def find_files(
    folder: Path, listed: Sequence[str], part: str, given: Sequence[str | None] = ()
) -> list[Path]:
    """Return one file of the folder for each frame.

    listed: the photos' paths in the camera file. given: the masks' own paths, where it has them.
    Names are tried in this order: exactly as listed; with another ending; with one ending more
    (COLMAP's x.jpg.png); with a word for mask or in other letter case. A CaptureError if two files
    fit a frame equally well, or if files are missing; it then says what is there instead.
    """
    pictures = pictures_in(folder)
    tables = [(key, defaultdict(list)) for key in _KEYS]
    for path in pictures:
        for key, table in tables:
            table[key(nfc(path.relative_to(folder).as_posix()))].append(path)
    found: list[Path | None] = []
    for i, photo in enumerate(listed):
        wanted = photo if part == "image" else ENDING.sub("", photo) + ".png"
        own = folder.parent.joinpath(*parts_of(given[i])) if i < len(given) and given[i] else None
        found.append(own if own and own.is_file() else _match(parts_of(wanted), photo, tables))
    missing = [i for i, path in enumerate(found) if path is None]
    if missing:
        _raise_missing(folder, listed, missing, part, [p for p in pictures if p not in found])
    return found


def pictures_in(folder: Path, deep: bool = True) -> list[Path]:
    """Return the files of the folder that have a picture's ending or none, sorted; hidden files are
    left out.
    """
    return [
        path
        for path in sorted(folder.rglob("*") if deep else folder.iterdir())
        if path.is_file()
        and not path.name.startswith(".")
        and (ENDING.search(path.name) or not path.suffix)
    ]


def _base(path: str) -> str:
    return path.split("/")[-1]


def _bare(path: str) -> str:
    """Return the base name in small letters, without picture endings and without a word for mask.
    """
    name = _base(path)
    while ENDING.search(name):
        name = ENDING.sub("", name)
    return AFFIX.sub("", name).casefold()


_KEYS: tuple[Callable[[str], str], ...] = (  # of a file's path inside its folder, best first
    str,
    _base,
    lambda path: ENDING.sub("", _base(path)),
    _bare,
)


def _match(wanted: list[str], photo: str, tables: list) -> Path | None:
    """Return the one file that fits best, None if none does; a CaptureError if two fit equally
    well.
    """
    exact, base, stem, bare = (table for _, table in tables)
    name = wanted[-1]
    tries = [
        *(exact.get("/".join(wanted[k:]), []) for k in range(len(wanted))),
        base.get(name, []),
        stem.get(name, []),  # the name as written, before an ending is cut
        stem.get(parts_of(photo)[-1], []),
        stem.get(ENDING.sub("", name), []),
        bare.get(_bare(name), []),
    ]
    fits = next((fits for fits in tries if fits), [None])
    if len(fits) > 1:
        raise CaptureError(
            f"{fits[0].parent}: expected one file for the frame {frame_name(photo)}, found "
            f"{fits[0].name} and {_apart(fits)}; remove one"
        )
    return fits[0]


def _apart(fits: list[Path]) -> str:
    """Return the second file's name; with its folder if the first file is in another one."""
    same = fits[0].parent == fits[1].parent
    return fits[1].name if same else f"{fits[1].parent.name}/{fits[1].name}"


def _raise_missing(
    folder: Path, listed: Sequence[str], missing: list[int], part: str, others: list[Path]
) -> None:
    names = [frame_name(listed[i]) for i in missing]
    near = get_close_matches(names[0], [path.name for path in others], 2, 0)
    lies = f"found instead {', '.join(near)}" if near else "found no other file"
    fix = (
        "leave its frame out of the camera file"
        if part in ("image", "mask")
        else ("remove the folder")
    )
    raise CaptureError(
        f"{folder / names[0]}{'' if part == 'image' else '.png'}: expected a file for every frame, "
        f"missing {len(missing)} of {len(listed)} ({', '.join(names[:3])}); {lies}; add it or {fix}"
    )
