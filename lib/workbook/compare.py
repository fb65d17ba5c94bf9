"""Two runs of one training, side by side: settings, code, scores, curves, held-out pictures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lib.workbook.code import differing
from lib.workbook.settings import by_key
from lib.workbook.workspace import Workspace, WorkspaceError, load_checkpoint, read_json

ORDINARY = "ordinary"  # what the run without a name is called
UNITS = {"psnr": "dB", "deg": "deg", "mm": "mm", "seconds": "s", "ms": "ms"}  # by words in names
DIGITS = {"dB": 2, "deg": 2, "mm": 2, "s": 0, "ms": 1}  # after the point, by unit; others have 3


@dataclass(frozen=True)
class Comparison:
    """How two runs of one training differ; every pair is in the order of `names`."""

    names: tuple[str, str]
    settings: dict[str, tuple[object, object]]
    """Those that differ, by key."""
    other: tuple[str, ...]
    """What else decided them and differs, in words: modules of code, photos, eyes."""
    scores: dict[str, tuple[float | None, float | None]]
    curves: tuple[dict[str, list[float]], dict[str, list[float]]]
    psnr: dict[str, tuple[float, float]]
    """dB of each frame that both held out."""
    renders: dict[str, tuple[Path, Path]]
    """The pictures of these frames."""

    def rows(self) -> list[tuple[str, str, str, str]]:
        """Return rows (what, first run, second run, difference) for a table: first what differs,
        then the scores.
        """
        rows = [(key, str(a), str(b), "") for key, (a, b) in self.settings.items()]
        rows += [(f"differs: {what}", "", "", "") for what in self.other]
        if not rows:
            rows = [("settings, code and photos", "the same", "the same", "")]
        for name, (a, b) in self.scores.items():
            unit = unit_of(name)
            a, b = (value if value is None else float(value) for value in (a, b))
            gap = "" if a is None or b is None else f"{shown(b - a, unit, '+')} {unit}".strip()
            a, b = ("" if value is None else shown(value, unit) for value in (a, b))
            rows.append((f"{name}{unit and f', {unit}'}", a, b, gap))
        return rows


def compare_runs(workspace: Workspace, run_a: str, run_b: str, stage: int) -> Comparison:
    """Return the comparison of two runs of the training of this stage (1 or 2). "" is the ordinary
    run.

    A WorkspaceError if one of them is not finished.
    """
    folders = [_folder(workspace, run, stage) for run in (run_a, run_b)]
    for run, folder in zip((run_a, run_b), folders):
        if not (folder / "scores.json").is_file():
            there = ", ".join(run or '""' for run in finished_runs(workspace, stage)) or "none"
            raise WorkspaceError(
                f"{folder / 'scores.json'}: expected a finished training of the run {run!r}, found "
                f"none; finished runs of this training: {there}"
            )
    made = [load_checkpoint(folder / "checkpoint.pt", f"stage{stage}") for folder in folders]
    scores = [read_json(folder / "scores.json", "scores") for folder in folders]
    kept = [read_json(folder / "curves.json", "curves") for folder in folders]
    for folder, one in zip(folders, scores):
        _check_frames(folder / "scores.json", one)
    frames = [name for name in scores[0]["frames"] if name in scores[1]["frames"]]
    numbers = [_numbers(one) for one in scores]
    return Comparison(
        (run_a or ORDINARY, run_b or ORDINARY),
        _settings(*(one["settings"] for one in made)),
        tuple(_other(*made)),
        {key: tuple(one.get(key) for one in numbers) for key in numbers[0] | numbers[1]},
        tuple({k: v for k, v in one.items() if isinstance(v, list)} for one in kept),
        {name: tuple(one["frames"][name]["psnr"] for one in scores) for name in frames},
        {name: tuple(one / "heldout" / f"{name}.png" for one in folders) for name in frames},
    )


def _check_frames(path: Path, scores: dict) -> None:
    """Raise a WorkspaceError where a score of a frame is missing."""
    frames = scores.get("frames")
    whole = isinstance(frames, dict) and all(isinstance(one, dict) for one in frames.values())
    if not whole or not all(isinstance(one.get("psnr"), int | float) for one in frames.values()):
        raise WorkspaceError(
            f"{path}: expected a PSNR for each held-out frame, found others; run the training's "
            "notebook again"
        )


def _numbers(scores: dict) -> dict[str, float]:
    """Return the entries of scores.json that are numbers."""
    found = {key: value for key, value in scores.items() if isinstance(value, int | float)}
    return {key: float(value) for key, value in found.items() if key != "version"}


def finished_runs(workspace: Workspace, stage: int) -> list[str]:
    """Return the names of the runs that finished this training, the newest first; "" is the
    ordinary run.
    """
    done = {run: _folder(workspace, run, stage) / "scores.json" for run in workspace.runs()}
    there = [run for run, path in done.items() if path.is_file()]
    return sorted(there, key=lambda run: done[run].stat().st_mtime, reverse=True)


def other_run(workspace: Workspace, stage: int) -> str | None:
    """Return the run to lay beside the workspace's own: the ordinary one, or else the run that
    finished this training last. None if there is none. Runs whose checkpoint cannot be read are
    skipped.
    """
    for run in sorted(finished_runs(workspace, stage), key=bool):  # "" first
        if run != workspace.run and _readable(_folder(workspace, run, stage), stage):
            return run
    return None


def unit_of(score: str) -> str:
    """Return unit of a score by its name; "" for shares and counts."""
    words = score.split("_")
    return next((unit for word, unit in UNITS.items() if word in words), "")


def _readable(folder: Path, stage: int) -> bool:
    """Return whether a training's checkpoint is whole and was written by this version of the
    program.
    """
    try:
        load_checkpoint(folder / "checkpoint.pt", f"stage{stage}")
    except WorkspaceError:
        return False
    return True


def _folder(workspace: Workspace, run: str, stage: int) -> Path:
    """Return the folder of a run's own training. The ordinary run does not stand in for it here."""
    return Workspace(workspace.root, workspace.subject, run).folder / f"stage{stage}"


def _settings(one: dict, two: dict) -> dict[str, tuple[object, object]]:
    """Return the settings that differ, by "section.key", with both values."""
    one, two = by_key(one), by_key(two)
    keys = [key for key in one | two if one.get(key) != two.get(key)]
    return {key: (one.get(key), two.get(key)) for key in keys}


def _other(one: dict, two: dict) -> list[str]:
    """Return what differs besides the settings, in words."""
    code = differing(one["code"], two["code"])
    words = [f"code ({', '.join(code)})"] if code else []
    if one["data"] != two["data"]:
        words.append("photos, masks or cameras")
    return words + (["eyes"] if one["eyeballs"] != two["eyeballs"] else [])


def shown(score: float, unit: str, sign: str = "") -> str:
    """Return a score with as many digits as tell something. sign: "+" also shows a plus."""
    if not unit and float(score).is_integer():
        return f"{score:{sign}.0f}"
    return f"{score:{sign}.{DIGITS.get(unit, 3)}f}"
