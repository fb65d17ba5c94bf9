"""Which frames of a capture are held out: results are scored on them, no training sees them."""

from __future__ import annotations

import json
from difflib import get_close_matches
from pathlib import Path

from lib.capture.errors import CaptureError
from lib.capture.imports import read_text
from lib.workbook.config import Settings


def held_out(names: list[str], settings: Settings, default: str | list[str]) -> list[int]:
    """Return which of the frames `names` are held out: those of settings.data.holdout, else of
    `default`, a list of names or "every:STEP:FIRST".
    """
    asked = settings.data.holdout
    chosen = default if asked is None else asked
    if isinstance(chosen, str):
        step, first = map(int, chosen.split(":")[1:])
        held = list(range(first, len(names), step))
        if asked is None and not held:  # a capture of a few frames
            held = [len(names) // 2]
    else:
        stems = [name if name in names else Path(name).stem for name in chosen]
        if strange := [stem for stem in stems if stem not in names]:
            near = get_close_matches(strange[0], names, 1, 0)[0]
            raise CaptureError(
                "held-out frames (data.holdout, or gt.json): expected frames of the capture, "
                f"found {strange[0]!r}; the nearest is {near!r}"
            )
        held = sorted({names.index(stem) for stem in stems})
    if not held:
        raise CaptureError(
            f"data.holdout: expected frames to be scored on, found none of {len(names)} chosen "
            f"by {chosen!r}; leave it out for every 9th"
        )
    if len(held) == len(names):
        raise CaptureError(
            f"data.holdout: expected frames left to train on, found all {len(names)} held out"
        )
    return held


def listed_holdout(path: Path) -> list[str] | None:
    """Return the held-out frames of a gt.json; None if it has no such list."""
    try:
        listed = json.loads(read_text(path)).get("heldout") if path.is_file() else None
    except (ValueError, AttributeError, RecursionError) as error:
        raise CaptureError(
            f"{path}: expected JSON with a list `heldout`, found: {str(error)[:80]}; mend it"
        ) from error
    if listed is None:
        return None
    if not isinstance(listed, list) or not all(isinstance(name, str | int) for name in listed):
        raise CaptureError(f"{path}: expected `heldout` to list names, found others")
    return [str(name) for name in listed]
