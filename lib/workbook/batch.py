"""The notebooks, run headless one after another: python -m lib.batch INPUT ...

An INPUT is a capture folder, or a film or a folder of photos, of which WORKSPACE/captures/<name>/
is made first. A capture that is there is never overwritten, and used if it is this film's. --force
makes it anew, and keeps the old one as captures/<name>-earlier-1; --run leaves it as it is, since
all runs of a film share its capture.
Executed copies land in WORKSPACE/<capture's name>/notebooks/. What decides a step's result is the
content of the files it reads, its settings and the code it runs: a step of which none of these has
changed is kept, and a training that was stopped resumes from its checkpoint. --force runs all steps
again; trainings that are there are kept in runs/, and labels of eyes stay as they are.

Several captures are spread by Dask over the GPUs of this machine, or over --workers processes, or
over the workers of a running cluster (--scheduler). All machines of a cluster see the program, the
captures and the workspace under the same paths.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
import uuid
from collections.abc import Sequence
from pathlib import Path

import torch

from lib.capture.errors import short_line
from lib.filming.frames import glance
from lib.workbook.config import PRESETS
from lib.workbook.film_jobs import is_film, open_film
from lib.workbook.jobs import (
    NOTEBOOKS,
    ROOT,
    Job,
    check_limits,
    need_memory_for,
    plan,
    run_job,
)
from lib.workbook.opening import DEVICES, choose_device
from lib.workbook.progress import Screen
from lib.workbook.report import write_index
from lib.workbook.steps import EXECUTED
from lib.workbook.workspace import Workspace


def main(argv: Sequence[str] | None = None) -> int:
    """Return the exit status: 0 if every notebook of every capture succeeded, 1 if one failed, 2
    for a wrong request, 130 if interrupted.
    """
    args = _parser().parse_args(argv)
    try:  # all is checked before the first minute is spent
        jobs = _jobs(args)
    except (ValueError, OSError) as error:
        print(f"error: {short_line(str(error))}", file=sys.stderr)
        return 2
    # The kernels import this very lib, also where it is not installed or another clone of it is.
    os.environ["PYTHONPATH"] = os.pathsep.join(
        [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    )
    start = time.perf_counter()
    try:
        with Screen([job.name for job in jobs]) as screen:
            if len(jobs) == 1 and not args.scheduler:
                found = {jobs[0].name: run_job(jobs[0], screen.tell)}
            else:  # slow to import, and not needed for one
                from lib.workbook.cluster import run_on_cluster

                asked = args.scheduler, args.workers, args.device
                found = run_on_cluster(jobs, screen.tell, *asked)
    except (ValueError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\ninterrupted; the same command goes on where this one stopped", file=sys.stderr)
        return 130
    table = [(job.name, *row) for job in jobs for row in found[job.name]]
    _print_table(table, time.perf_counter() - start)
    if any(row[2] != "not run" for row in table):  # else the reports are those of another run
        try:
            print(f"\nreports: {write_index(args.workspace.expanduser().resolve())}")
        except (ValueError, OSError) as error:
            print(f"no index of the reports was written: {error}", file=sys.stderr)
    return int(any(row[2] in ("FAILED", "not run") for row in table))


def _jobs(args: argparse.Namespace) -> list[Job]:
    """Return a job for each input, all checked; a ValueError or OSError tells what cannot be
    carried out.
    """
    inputs = [path.expanduser().resolve() for path in args.captures]
    parameters = {
        "workspace": str(args.workspace.expanduser().resolve()),
        "run": args.run,
        "preset": args.preset,
        "device": args.device,
        "interactive": False,
        "overrides": args.overrides,
    }
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
    device = choose_device(args.device)
    asked, batch = (args.preset, args.overrides, args.first, args.last), uuid.uuid4().hex
    jobs = []
    for source, capture in zip(inputs, captures):
        later = capture in new or (source in films and args.last == "00")
        steps = () if later else tuple(plan(capture, *asked))
        jobs.append(
            Job(
                capture,
                parameters,
                steps,
                films.get(source),
                args.first,
                args.last,
                args.force,
                NOTEBOOKS,
                batch,
            )
        )
    for filming in films.values():
        if not filming.done:
            told = [f"{filming.film.path.name}: {words}" for words in glance(filming.film)]
            print(*told, sep="\n", end="\n" * bool(told), file=sys.stderr)
    spaces = [Workspace(Path(parameters["workspace"]), name, args.run) for name in names]
    if not args.scheduler:  # there each worker tells it, of its own machine
        n_workers = args.workers or (torch.cuda.device_count() if device == "cuda" else 1)
        for job, space in zip(jobs, spaces):
            need_memory_for(job, space, device, max(1, min(n_workers, len(jobs))))
    for space in spaces:
        space.write_to(EXECUTED)
    return jobs


def _print_table(table: list[tuple[str, str, str, float, str]], seconds: float) -> None:
    """Print what came of all notebooks, and how long they took; seconds: by the clock."""
    wide = max(7, *(len(row[0]) for row in table))
    print(f"\n{'capture':{wide}}  {'notebook':22} {'outcome':8} {'minutes':>7}")
    in_all = ("", "in all", "", sum(row[3] for row in table), f"{seconds / 60:.1f} by the clock")
    for name, notebook, outcome, took, note in [*table, in_all]:
        print(f"{name:{wide}}  {notebook:22} {outcome:8} {took / 60:7.1f}  {note}".rstrip())


def _parser() -> argparse.ArgumentParser:
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
    parser.add_argument(
        "--workers",
        type=int,
        metavar="N",
        help="captures worked on at once; default: one a GPU, or one",
    )
    parser.add_argument(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help="a running Dask cluster to work on, such as tcp://host:8786",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
