"""One capture's way through the notebooks: which of them it needs, and what came of each.

What decides a step's result is the content of the files it reads, its settings and the code it
runs: a step of which none of these has changed is kept.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from lib.capture.cameras import read_cameras
from lib.capture.errors import short_line
from lib.capture.holdout import held_out, listed_holdout
from lib.capture.views import Views, frame_files
from lib.filming.writing import sweep
from lib.workbook.config import load_settings
from lib.workbook.execute import NotebookError, add_to_record, record_of, run_notebook
from lib.workbook.film_jobs import Filming, is_there, keep_earlier
from lib.workbook.identity import CACHE, Digests, differences, identity
from lib.workbook.limits import check_memory
from lib.workbook.lock import SILENT, InUseError, in_use
from lib.workbook.opening import choose_device, need_memory, settings_of
from lib.workbook.progress import Tell, Watch, parts_of
from lib.workbook.report import MARKS, Row, read_cells, write_report
from lib.workbook.steps import EXECUTED, FILM_STEP, STEPS, Step
from lib.workbook.verdicts import findings_in
from lib.workbook.workspace import Workspace, read_json, set_aside

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "notebooks"
DEATHS = 1  # of its workers that a capture survives
WAIT = 10.0  # seconds between two looks at the lock of a worker that died elsewhere


@dataclass(frozen=True)
class Job:
    """All that a process, here or on another machine, has to know to take a capture through.

    capture: its folder. parameters: of the notebooks, as `python -m lib.batch` sets them. steps:
    what `plan` found; empty: it is planned once the film's capture is there. filming: the film that
    the capture is made of, or None. first, last: limits of the plan. batch: names the batch in the
    lock, so that a worker may wait for the lock of a dead one.
    """

    capture: Path
    parameters: dict
    steps: tuple[Step, ...] = ()
    filming: Filming | None = None
    first: str | None = None
    last: str | None = None
    force: bool = False
    notebooks: Path = NOTEBOOKS
    batch: str = ""

    @property
    def name(self) -> str:
        """Return the subject's name."""
        return self.capture.name


class GivenUp(RuntimeError):
    """A capture that killed its workers."""


def run_job(job: Job, tell: Tell = lambda progress: None) -> list[Row]:
    """Return what came of each notebook of a capture, and write its report; whatever goes wrong is
    a row, not an error. tell: is called with how far it is.
    """
    start = time.time()
    rows = _alone(job, tell)
    if all(row[1] == "not run" for row in rows):  # the report is that of the run that holds it
        return rows
    try:
        write_report(job.capture, job.parameters, rows, start)
    except Exception as error:  # the results are there without it
        reason = short_line(f"{type(error).__name__}: {error}")
        print(f"{job.name}: no report was written: {reason}", file=sys.stderr, flush=True)
    return rows


def _alone(job: Job, tell: Tell) -> list[Row]:
    """Return what came of each notebook; none is run where another run works on the same subject.
    """
    first = FILM_STEP if job.filming or not job.steps else job.steps[0]
    try:
        with _held(Workspace(Path(job.parameters["workspace"]), job.name), job):
            return _rows(job, tell)
    except InUseError as error:
        print(f"{job.name}: {error}", file=sys.stderr, flush=True)
        rows = [(first.name, "not run", 0.0, "in use by another run")]
    except (GivenUp, ValueError, OSError) as error:
        rows = [(first.name, "FAILED", 0.0, _told(job, first, error))]
    return rows + [(step.name, "not run", 0.0, "") for step in job.steps if step is not first]


def _rows(job: Job, tell: Tell) -> list[Row]:
    """Return what came of each notebook, while the subject is held."""
    rows = [run_film(job)] if job.filming else []
    if job.last == "00" or (rows and rows[0][1] == "FAILED"):
        return rows
    asked = job.parameters["preset"], job.parameters["overrides"], job.first, job.last
    try:
        steps = job.steps or plan(job.capture, *asked)
    except (ValueError, OSError) as error:  # of a capture that was just made
        reason = short_line(str(error))
        print(f"FAILED {job.name}: {reason}", file=sys.stderr, flush=True)
        return [*rows, ("plan", "FAILED", 0.0, reason)]
    return rows + run_capture(job, steps, tell)


def plan(
    capture: Path,
    preset: str = "quick",
    overrides: Sequence[str] = (),
    first: str | None = None,
    last: str | None = None,
) -> list[Step]:
    """Return the steps that this capture needs, from `first` to `last` (such as "02"; None: no
    limit).

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
    elif (last or "99") >= "05":
        # The second training's settings are read here, so that what is wrong with them shows now.
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


def need_memory_for(job: Job, space: Workspace, device: str, n_at_once: int = 1) -> None:
    """Raise a WorkspaceError where a training or the export of a job cannot fit. Steps whose
    results are there are passed over: they may be kept.

    n_at_once: captures that are worked on at once on this machine.
    """
    asked = job.parameters["preset"], job.parameters["overrides"]
    for step in job.steps:
        if not all(space.find(file) for file in step.writes):
            _, settings = settings_of(step, job.capture, *asked)
            need_memory(step, job.capture, settings, device, space, n_at_once)
    trains = (job.last or "99") >= "02"
    if not job.steps and job.filming and not job.filming.done and trains:
        film, settings = job.filming.film, job.filming.settings
        shrunk = min(1.0, settings.film.max_side / max(film.width, film.height))
        shrunk /= settings.data.downscale
        size = round(film.width * shrunk), round(film.height * shrunk)
        n_photos = len(film.photos) or settings.film.n_frames
        check_memory(settings, n_photos, size, device, space.folder / "stage1", n_at_once)


def check_limits(first: str | None, last: str | None) -> None:
    """Raise a ValueError for a --from or --to that names no notebook, or in the wrong order."""
    numbers = [step.number for step in (FILM_STEP, *STEPS)]
    for flag, number in (("--from", first), ("--to", last)):
        if number is not None and number not in numbers:
            raise ValueError(f"{flag} {number}: expected one of {' '.join(numbers)}")
    if first and last and first > last:
        raise ValueError(f"--from {first} --to {last}: expected the first notebook before the last")


def run_film(job: Job) -> Row:
    """Return what came of making a film's capture; one that is there and of use is kept.

    One that is there and of no use makes room under another name, and comes back where none takes
    its place. The subject is held meanwhile: another run may have made it before.
    """
    filming, parameters = job.filming, job.parameters
    start, folder = time.perf_counter(), filming.folder
    try:
        if filming.done or not job.force and is_there(folder, filming.film.path, filming.settings):
            return FILM_STEP.name, "kept", 0.0, ""
    except ValueError as error:
        return FILM_STEP.name, "FAILED", 0.0, _told(job, FILM_STEP, error)
    print(f"{folder.name}: {FILM_STEP.name}", flush=True)
    earlier = keep_earlier(folder) if folder.exists() else None
    if earlier:
        print(f"    the capture that was there is kept as {earlier}", flush=True)
    asked = {key: parameters[key] for key in ("workspace", "preset", "interactive", "overrides")}
    asked |= {"film": str(filming.film.path), "capture": str(folder)}
    source = job.notebooks / f"{FILM_STEP.name}.ipynb"
    try:
        space = Workspace(Path(parameters["workspace"]), folder.name)
        run_notebook(source, space.write_to(EXECUTED) / source.name, asked)
        record = json.loads((folder / "capture.json").read_text("utf-8"))
    except Exception as error:  # whatever it was, the other captures go on
        seconds = time.perf_counter() - start
        return FILM_STEP.name, "FAILED", seconds, _told(job, FILM_STEP, error)
    finally:
        sweep(folder)  # the notebook may have been killed
        if earlier and not folder.exists():
            earlier.rename(folder)
    note = f"{len(record['frames_registered'])} of {len(record['frames_chosen'])} frames"
    return FILM_STEP.name, "done", time.perf_counter() - start, note


def run_capture(job: Job, steps: Sequence[Step], tell: Tell = lambda progress: None) -> list[Row]:
    """Return what came of each step, in order; what follows a failure is not run."""
    space = Workspace(Path(job.parameters["workspace"]), job.name, job.parameters["run"])
    rows: list[Row] = []
    on_gpu = choose_device(job.parameters["device"]) == "cuda"
    watch = Watch(job.name, steps, tell, on_gpu, _parts(job, steps))
    for step in steps:
        name, outcome, seconds, note = _run_step(step, job, space, watch)
        watch.score = note or watch.score
        if outcome != "FAILED":
            note = "; ".join(filter(None, [note, *_doubts(step, space)]))
        rows.append((name, outcome, seconds, note))
        if outcome == "FAILED":
            break
    return rows + [(later.name, "not run", 0.0, "") for later in steps[len(rows) :]]


def _parts(job: Job, steps: Sequence[Step]) -> dict[str, tuple[float, float]]:
    """Return for each training how its notebook's time is spent, see `parts_of`; none for a capture
    that cannot be read: its first step says why.
    """
    found, asked = {}, (job.parameters["preset"], job.parameters["overrides"])
    with suppress(ValueError, OSError):
        for step in steps:
            if step.trains:
                _, settings = settings_of(step, job.capture, *asked)
                cameras = read_cameras(job.capture, settings)
                default = listed_holdout(job.capture / "gt.json") or Views.default_holdout
                n_pixels = cameras.width * cameras.height / settings.data.downscale**2
                n_heldout = len(held_out(cameras.names, settings, default))
                found[step.name] = parts_of(settings, n_heldout, n_pixels)
    return found


@contextmanager
def _held(space: Workspace, job: Job) -> Iterator[None]:
    """Hold the subject in the block. The lock of another worker of the same batch that died on
    another machine is waited for: only its silence tells that it is dead. GivenUp where too many
    workers died of the subject.
    """
    until = time.monotonic() + SILENT + 3 * WAIT
    with ExitStack() as stack:
        while True:
            try:
                deaths = stack.enter_context(in_use(space.ordinary, batch=job.batch))
                break
            except InUseError as error:
                ours = job.batch and error.holder.get("batch") == job.batch
                if not ours or time.monotonic() > until:
                    raise
                time.sleep(WAIT)
        if deaths > DEATHS:
            raise GivenUp(f"given up: its worker died {deaths} times; is there enough memory?")
        yield


def _run_step(step: Step, job: Job, space: Workspace, watch: Watch) -> Row:
    """Return what came of one step: it was kept, done, or it failed."""
    start = time.perf_counter()
    source, capture, parameters = job.notebooks / f"{step.name}.ipynb", job.capture, job.parameters
    digests = Digests(space.ordinary / CACHE)
    try:
        now = identity(
            step, source, capture, parameters["preset"], parameters["overrides"], space, digests
        )
        digests.save()
        why = ["--force"] if job.force else _outdated(step, now, space, digests)
        if not why:
            return step.name, "kept", 0.0, _note(step, space)
        print(f"{job.name}: {step.name}{_again(why)}", flush=True)
        folder = space.folder / step.folder
        if job.force and step.trains and (folder / "checkpoint.pt").is_file():
            print(f"    the training that was there is kept in {set_aside(folder)}", flush=True)
        target = space.write_to(EXECUTED) / source.name
        record = {"identity": now}
        with watch.over(step, folder) as on_cell:
            run_notebook(source, target, {**parameters, "capture": str(capture)}, record, on_cell)
        missing = [file for file in step.writes if not (space.folder / file).is_file()]
        if missing:
            raise ValueError(
                f"{target}: expected it to write {', '.join(missing)}; open it to see why not"
            )
        if step.trains:
            add_to_record(target, {"made": _made(step, space.folder, digests)})
    except Exception as error:  # whatever it was, the other captures go on
        return step.name, "FAILED", time.perf_counter() - start, _told(job, step, error)
    return step.name, "done", time.perf_counter() - start, _note(step, space)


def _outdated(step: Step, now: dict, space: Workspace, digests: Digests) -> list[str]:
    """Return why a step has to run; empty where its results are there and as they would become.

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
    """Return the digest of the checkpoint that a training has written."""
    return digests.of_path(root / step.folder / "checkpoint.pt")


def _again(why: list[str]) -> str:
    if why == ["new"]:
        return ""
    return " (--force)" if why == ["--force"] else f" (again: {', '.join(why)} changed)"


def _told(job: Job, step: Step, error: Exception) -> str:
    """Return the reason of a failure in one line, after printing it with the place where it
    happened.
    """
    reason = f"{type(error).__name__}: {error}"
    print(f"FAILED {job.name}: {step.name}", file=sys.stderr)
    if isinstance(error, NotebookError):
        reason = error.reason
        under = f"under {error.heading!r} in " if error.heading else "in "
        print(f"    {under}{error.path}", file=sys.stderr)
    reason = short_line(reason)
    print(f"    {reason}", file=sys.stderr, flush=True)
    return reason


def _doubts(step: Step, space: Workspace) -> list[str]:
    """Return what the verdict of the executed notebook says to look at, in a few words."""
    path = space.find(f"{EXECUTED}/{step.name}.ipynb")
    found = findings_in(read_cells(path)) if path else []
    names = {mark: ", ".join(line.what for line in found if line.mark == mark) for mark in MARKS}
    return [f"{MARKS[mark]} {words}" for mark, words in names.items() if words]


def _note(step: Step, space: Workspace) -> str:
    """Return what the step's scores say, in a few words."""
    file = next((file for file in step.writes if file.endswith("scores.json")), None)
    path = file and space.find(file)
    try:
        scores = read_json(path, "scores") if path else {}
    except (ValueError, OSError):
        scores = {}  # the step's readers say what is wrong with it
    return ", ".join(
        f"{scores[key]:.2f} {unit}"
        for key, unit in (("psnr", "dB"), ("normal_deg_mean", "deg"))
        if isinstance(scores.get(key), float)
    )
