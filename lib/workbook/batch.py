"""The notebooks, run headless one after another: python -m lib.batch INPUT ...

An INPUT is a capture folder, or a film or a folder of photos, of which WORKSPACE/captures/<name>/
is made first. A capture that is there is never overwritten, and used if it is this film's. --force
makes it anew, and keeps the old one as captures/<name>-earlier-1; --run leaves it as it is, since
all runs of a film share its capture.
Executed copies land in WORKSPACE/<capture's name>/notebooks/. What decides a step's result is the
content of the files it reads, its settings and the code it runs: a step of which none of these has
changed is kept, and a training that was stopped resumes from its checkpoint. --force runs all steps
again; trainings that are there are kept in runs/, and labels of eyes stay as they are.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from lib.capture.cameras import read_cameras
from lib.capture.errors import short_line
from lib.capture.frames import glance
from lib.capture.make import sweep
from lib.capture.views import frame_files
from lib.workbook.config import PRESETS, load_settings
from lib.workbook.execute import NotebookError, add_to_record, record_of, run_notebook
from lib.workbook.filming import Filming, is_film, keep_earlier, open_film
from lib.workbook.identity import CACHE, Digests, differences, identity
from lib.workbook.lock import InUseError, in_use
from lib.workbook.opening import DEVICES, choose_device
from lib.workbook.steps import EXECUTED, FILM_STEP, STEPS, Step
from lib.workbook.workspace import Workspace, set_aside

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "notebooks"
Row = tuple[str, str, float, str]  # notebook, outcome, seconds, note


def plan(
    capture: Path,
    preset: str = "quick",
    overrides: Sequence[str] = (),
    first: str | None = None,
    last: str | None = None,
) -> list[Step]:
    """The steps that this capture needs, from `first` to `last` (such as "02"; None: no limit).

    A capture that brings eye masks and 3D eye landmarks goes straight to the second training,
    unless `first` or `last` names a notebook that would be left out. With data.eyes=none there is
    no second training.
    """
    check_limits(first, last)
    left_out: set[str] = set()
    settings = load_settings(capture, preset, 1, overrides)
    frame_files(capture, settings, read_cameras(capture, settings))  # what is missing shows now
    if settings.data.eyes == "none":
        left_out = {"04", "05", "06"}
        if left_out & {first, last}:
            raise ValueError(
                f"{capture}: data.eyes=none leaves out 04 to 06, and --from or --to names one of "
                "them"
            )
    elif (
        last or "99"
    ) >= "05":  # the second training's settings: what is wrong with them shows now
        data = load_settings(capture, preset, 2, overrides).data
        masks = [(capture / part).is_dir() for part in ("leye_mask", "reye_mask")]
        given = data.left_eye_ldm and data.right_eye_ldm and all(masks)
        if given and not {"02", "03", "04"} & {first, last}:
            left_out = {"02", "03", "04"}
    steps = [
        step
        for step in STEPS
        if step.number not in left_out and (first or "00") <= step.number <= (last or "99")
    ]
    if not steps:
        raise ValueError(f"--from {first} --to {last}: {capture} needs no notebook between them")
    return steps


def check_limits(first: str | None, last: str | None) -> None:
    """Raise a ValueError for a --from or --to that names no notebook, or in the wrong order."""
    numbers = [step.number for step in (FILM_STEP, *STEPS)]
    for flag, number in (("--from", first), ("--to", last)):
        if number is not None and number not in numbers:
            raise ValueError(f"{flag} {number}: expected one of {' '.join(numbers)}")
    if first and last and first > last:
        raise ValueError(f"--from {first} --to {last}: expected the first notebook before the last")


def run_film(filming: Filming, parameters: dict) -> Row:
    """What came of making a film's capture; one that is there and of use is kept.

    One that is there and of no use makes room under another name, and comes back where none takes
    its place.
    """
    if filming.done:
        return FILM_STEP.name, "kept", 0.0, ""
    start, folder = time.perf_counter(), filming.folder
    print(f"{folder.name}: {FILM_STEP.name}", flush=True)
    earlier = keep_earlier(folder) if folder.exists() else None
    if earlier:
        print(f"    the capture that was there is kept as {earlier}", flush=True)
    asked = {key: parameters[key] for key in ("workspace", "preset", "interactive", "overrides")}
    asked |= {"film": str(filming.film.path), "capture": str(folder)}
    source = NOTEBOOKS / f"{FILM_STEP.name}.ipynb"
    try:
        space = Workspace(Path(parameters["workspace"]), folder.name)
        with in_use(space.ordinary):
            run_notebook(source, space.write_to(EXECUTED) / source.name, asked)
        record = json.loads((folder / "capture.json").read_text("utf-8"))
    except Exception as error:  # whatever it was, the other captures go on
        seconds = time.perf_counter() - start
        return FILM_STEP.name, "FAILED", seconds, _told(folder, FILM_STEP, error)
    finally:
        sweep(folder)  # the notebook may have been killed
        if earlier and not folder.exists():
            earlier.rename(folder)
    note = f"{len(record['frames_registered'])} of {len(record['frames_chosen'])} frames"
    return FILM_STEP.name, "done", time.perf_counter() - start, note


def run_capture(
    capture: Path, steps: Sequence[Step], parameters: dict, force: bool = False
) -> list[Row]:
    """What came of each step, in order; what follows a failure is not run.

    Nothing is run where another run works on the same subject.
    """
    space = Workspace(Path(parameters["workspace"]), capture.name, parameters["run"])
    rows: list[Row] = []
    try:
        with in_use(space.ordinary):
            for step in steps:
                rows.append(_run_step(step, capture, space, parameters, force))
                if rows[-1][1] == "FAILED":
                    break
    except InUseError as error:
        print(f"{capture.name}: {error}", file=sys.stderr, flush=True)
    return rows + [(later.name, "not run", 0.0, "") for later in steps[len(rows) :]]


def run_planned(
    capture: Path, asked: tuple, parameters: dict, force: bool, steps: Sequence[Step] | None
) -> list[Row]:
    """`run_capture` of the steps, or, where a film's capture was only just made, of its plan."""
    try:
        steps = steps or plan(capture, *asked)
    except (ValueError, OSError) as error:  # the other captures go on
        reason = short_line(str(error))
        print(f"FAILED {capture.name}: {reason}", file=sys.stderr, flush=True)
        return [("plan", "FAILED", 0.0, reason)]
    return run_capture(capture, steps, parameters, force)


def _run_step(step: Step, capture: Path, space: Workspace, parameters: dict, force: bool) -> Row:
    """What came of one step: it was kept, done, or it failed."""
    start = time.perf_counter()
    source = NOTEBOOKS / f"{step.name}.ipynb"
    digests = Digests(space.ordinary / CACHE)
    try:
        now = identity(
            step, source, capture, parameters["preset"], parameters["overrides"], space, digests
        )
        digests.save()
        why = ["--force"] if force else _outdated(step, now, space, digests)
        if not why:
            return step.name, "kept", 0.0, _note(step, space)
        print(f"{capture.name}: {step.name}{_again(why)}", flush=True)
        folder = space.folder / step.folder
        if force and step.trains and (folder / "checkpoint.pt").is_file():
            print(f"    the training that was there is kept in {set_aside(folder)}", flush=True)
        target = space.write_to(EXECUTED) / source.name
        record = {"identity": now}
        run_notebook(source, target, {**parameters, "capture": str(capture)}, record)
        missing = [file for file in step.writes if not (space.folder / file).is_file()]
        if missing:
            raise ValueError(
                f"{target}: expected it to write {', '.join(missing)}; open it to see why not"
            )
        if step.trains:
            add_to_record(target, {"made": _made(step, space.folder, digests)})
    except Exception as error:  # whatever it was, the other captures go on
        return step.name, "FAILED", time.perf_counter() - start, _told(capture, step, error)
    return step.name, "done", time.perf_counter() - start, _note(step, space)


def _outdated(step: Step, now: dict, space: Workspace, digests: Digests) -> list[str]:
    """Why a step has to run; empty where its results are there and as they would become.

    A named run that would repeat a step of the ordinary run as it is reads that one's results.
    """
    own = any((space.folder / file).exists() for file in step.writes)
    root = space.folder if own else space.ordinary
    record = record_of(root / EXECUTED / f"{step.name}.ipynb") or {}
    if not all((root / file).is_file() for file in step.writes) or "identity" not in record:
        return ["new"]
    why = differences(record["identity"], now)
    # The checkpoint is not of these settings if the notebook was run by hand with others since.
    if step.trains and record.get("made") != _made(step, root, digests):
        why.append(f"{step.folder}/checkpoint.pt")
    return why


def _made(step: Step, root: Path, digests: Digests) -> str | None:
    """Digest of the checkpoint that a training has written."""
    return digests.of_path(root / step.folder / "checkpoint.pt")


def _again(why: list[str]) -> str:
    if why == ["new"]:
        return ""
    return " (--force)" if why == ["--force"] else f" (again: {', '.join(why)} changed)"


def _told(capture: Path, step: Step, error: Exception) -> str:
    """The reason of a failure in one line, after printing it with the place where it happened."""
    reason = f"{type(error).__name__}: {error}"
    print(f"FAILED {capture.name}: {step.name}", file=sys.stderr)
    if isinstance(error, NotebookError):
        reason = error.reason
        under = f"under {error.heading!r} in " if error.heading else "in "
        print(f"    {under}{error.path}", file=sys.stderr)
    reason = short_line(reason)
    print(f"    {reason}", file=sys.stderr, flush=True)
    return reason


def _note(step: Step, space: Workspace) -> str:
    """What the step's scores say, in a few words."""
    file = next((file for file in step.writes if file.endswith("scores.json")), None)
    path = file and space.find(file)
    scores = json.loads(path.read_text("utf-8")) if path else {}
    return ", ".join(
        f"{scores[key]:.2f} {unit}"
        for key, unit in (("psnr", "dB"), ("normal_deg_mean", "deg"))
        if isinstance(scores.get(key), float)
    )


def main(argv: Sequence[str] | None = None) -> int:
    """0 if every notebook of every capture succeeded, 1 if one failed, 2 for a wrong request, 130
    if interrupted.
    """
    parser = argparse.ArgumentParser(
        "python -m lib.batch",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "captures",
        nargs="+",
        type=Path,
        metavar="INPUT",
        help="a film, a folder of photos, or a capture folder",
    )
    parser.add_argument(
        "--workspace", type=Path, default=ROOT / "workspace", help="results (%(default)s)"
    )
    parser.add_argument("--preset", choices=sorted(PRESETS), default="quick")
    parser.add_argument("--device", choices=DEVICES, default="auto")
    parser.add_argument(
        "--set",
        action="extend",
        nargs="+",
        default=[],
        metavar="KEY=VALUE",
        dest="overrides",
        help="a setting, such as train.max_steps=2000; may be repeated",
    )
    parser.add_argument("--from", dest="first", metavar="NN", help="first notebook, such as 02")
    parser.add_argument("--to", dest="last", metavar="NN", help="last notebook, such as 06")
    parser.add_argument(
        "--run",
        default="",
        metavar="NAME",
        help="a run of its own, WORKSPACE/<capture's name>/runs/NAME/, beside the ordinary one",
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help="run all notebooks again, 00 too; captures and trainings that are there are kept",
    )
    args = parser.parse_args(argv)
    inputs = [path.expanduser().resolve() for path in args.captures]
    parameters = {
        "workspace": str(args.workspace.expanduser().resolve()),
        "run": args.run,
        "preset": args.preset,
        "device": args.device,
        "interactive": False,
        "overrides": args.overrides,
    }
    try:  # all is checked before the first minute is spent
        check_limits(args.first, args.last)
        anew = args.force and (args.first or "00") == "00"
        films = {
            path: open_film(path, "", args.workspace, args.preset, args.overrides, anew)
            for path in inputs
            if is_film(path)
        }
        captures = [films[path].folder if path in films else path for path in inputs]
        new = {filming.folder for filming in films.values() if not filming.done}
        if new and (args.first or "00") > "00":
            raise ValueError(f"--from {args.first}: expected a capture; a film begins with 00")
        names = [path.name for path in captures]
        if len(set(names)) < len(names):
            raise ValueError(
                f"{' '.join(names)}: two captures share a name, hence a results folder; rename one"
            )
        choose_device(args.device)
        asked = args.preset, args.overrides, args.first, args.last
        known = [
            path
            for source, path in zip(inputs, captures)
            if path not in new and not (source in films and args.last == "00")
        ]
        plans = {path: plan(path, *asked) for path in known}
        for filming in films.values():
            if not filming.done:
                told = [f"{filming.film.path.name}: {words}" for words in glance(filming.film)]
                print(*told, sep="\n", end="\n" * bool(told), file=sys.stderr)
        for name in names:
            Workspace(Path(parameters["workspace"]), name, args.run).write_to(EXECUTED)
    except (ValueError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    # The kernels import this very lib, also where it is not installed or another clone of it is.
    os.environ["PYTHONPATH"] = os.pathsep.join(
        [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    )
    try:
        table = []
        for source, capture in zip(inputs, captures):
            rows = [run_film(films[source], parameters)] if source in films else []
            if not rows or rows[0][1] != "FAILED" and args.last != "00":
                rows += run_planned(capture, asked, parameters, args.force, plans.get(capture))
            table += [(capture.name, *row) for row in rows]
    except KeyboardInterrupt:
        print("\ninterrupted; the same command goes on where this one stopped", file=sys.stderr)
        return 130
    wide = max(7, *(len(name) for name in names))
    print(f"\n{'capture':{wide}}  {'notebook':22} {'outcome':8} {'minutes':>7}")
    for name, notebook, outcome, seconds, note in [
        *table,
        ("", "in all", "", sum(row[3] for row in table), ""),
    ]:
        print(f"{name:{wide}}  {notebook:22} {outcome:8} {seconds / 60:7.1f}  {note}".rstrip())
    return int(any(row[2] in ("FAILED", "not run") for row in table))


if __name__ == "__main__":
    sys.exit(main())
