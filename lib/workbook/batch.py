"""The notebooks, run headless one after another over captures: python -m lib.batch CAPTURE ...

Executed copies land in WORKSPACE/<capture's name>/notebooks/. A complete one, made from the same
notebook, parameters, settings, photos and earlier results, is kept; a training that was stopped
resumes from its checkpoint. To run a notebook again all the same, delete its executed copy.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from pathlib import Path

import papermill
import torch
from traitlets.config import Config

from lib.capture.cameras import read_cameras
from lib.capture.views import frame_files
from lib.workbook.config import PRESETS, load_settings
from lib.workbook.workspace import Workspace, atomic

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "notebooks"


@dataclass(frozen=True)
class Step:
    """One notebook, and the workspace files it takes over and hands on."""

    name: str
    reads: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()


EXPORT1 = "export1/head.obj", "export1/head_position.exr", "export1/head_diffuse.png"
STEPS = (
    Step("01_inspect_capture", (), ("inspect/report.json",)),
    Step("02_train_stage1", (), ("stage1/checkpoint.pt", "stage1/scores.json")),
    Step(
        "03_export_stage1",
        ("stage1/checkpoint.pt",),
        ("export1/head.obj", "export1/head_position.exr"),
    ),
    Step("04_pick_eyes", EXPORT1, ("eyes/picks.json",)),
    Step("05_triangulate_eyes", (*EXPORT1, "eyes/picks.json"), ("eyes/eyes.json",)),
    Step(
        "06_train_stage2",
        ("eyes/eyes.json", "eyes/leye_mask", "eyes/reye_mask"),
        ("stage2/checkpoint.pt", "stage2/scores.json"),
    ),
    Step(
        "07_export_and_relight",
        ("stage1/checkpoint.pt", "stage2/checkpoint.pt", "eyes/eyes.json"),
        ("export/head.obj", "export/head.glb"),
    ),
)


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
    numbers = [step.name[:2] for step in STEPS]
    for flag, number in (("--from", first), ("--to", last)):
        if number is not None and number not in numbers:
            raise ValueError(f"{flag} {number}: expected one of {' '.join(numbers)}")
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
        for step, number in zip(STEPS, numbers)
        if number not in left_out and (first or "00") <= number <= (last or "99")
    ]
    if first and last and first > last:
        raise ValueError(f"--from {first} --to {last}: expected the first notebook before the last")
    if not steps:
        raise ValueError(f"--from {first} --to {last}: {capture} needs no notebook between them")
    return steps


def run_notebook(source: Path, target: Path, parameters: dict, stamp: str = "") -> None:
    """Executes one notebook into `target`; raises if it fails or does not declare one of the
    parameters.
    """
    declared = papermill.inspect_notebook(str(source))
    for name in parameters:
        if name not in declared:
            near = get_close_matches(name, declared, 1, 0) or ["none at all"]
            raise ValueError(
                f"{source}: unknown parameter {name!r}; nearest in its `parameters` cell: "
                f"{near[0]!r}"
            )
    notebook = papermill.execute_notebook(
        str(source),
        str(target),
        parameters=parameters,
        cwd=str(source.parent),
        kernel_name="python3",
        progress_bar=False,
        stdout_file=_Indented(sys.stdout),
        stderr_file=_Indented(sys.stderr),
        config=Config(KernelManager={"transport_encryption": "auto"}),
    )
    notebook.metadata["batch"] = {
        "inputs": stamp
    }  # only now: a copy without this stamp is not complete
    with atomic(target) as temporary:
        temporary.write_text(json.dumps(notebook, indent=1), encoding="utf-8")


def run_capture(
    capture: Path, steps: Sequence[Step], parameters: dict
) -> list[tuple[str, str, float, str]]:
    """(notebook, outcome, seconds, note) of every step; what follows a failure is not run."""
    folder, rows = Workspace(Path(parameters["workspace"]), capture.name).step("notebooks"), []
    root = folder.parent
    for index, step in enumerate(steps):
        source, target, start = (
            NOTEBOOKS / f"{step.name}.ipynb",
            folder / f"{step.name}.ipynb",
            time.perf_counter(),
        )
        stamp = _stamp(step, source, capture, parameters, root)
        if _stamp_of(target) == stamp and all((root / name).is_file() for name in step.writes):
            rows.append((step.name, "kept", 0.0, _note(root, step)))
            continue
        print(f"{capture.name}: {step.name}", flush=True)
        try:
            run_notebook(source, target, {**parameters, "capture": str(capture)}, stamp)
            missing = [name for name in step.writes if not (root / name).is_file()]
            if missing:
                raise ValueError(
                    f"{target}: expected it to write {', '.join(missing)}; open it to see why not"
                )
        except Exception as error:  # whatever it was, the other captures go on
            name = getattr(error, "ename", type(error).__name__)
            reason = f"{name}: {getattr(error, 'evalue', error)}"
            print(f"FAILED {target}\n{reason}", file=sys.stderr, flush=True)
            rows.append((step.name, "FAILED", time.perf_counter() - start, reason.splitlines()[0]))
            return rows + [(later.name, "not run", 0.0, "") for later in steps[index + 1 :]]
        rows.append((step.name, "done", time.perf_counter() - start, _note(root, step)))
    return rows


class _Indented:
    """A stream that sets a notebook's own lines apart from the batch's."""

    def __init__(self, stream):
        self.stream, self.fresh = stream, True

    def write(self, text: str) -> None:
        for line in text.splitlines(keepends=True):
            self.stream.write(("    " if self.fresh else "") + line)
            self.fresh = line.endswith("\n")

    def flush(self) -> None:
        self.stream.flush()


def _stamp(step: Step, source: Path, capture: Path, parameters: dict, root: Path) -> str:
    """Digest of what decides the step's results: notebook, program, parameters, settings, photos,
    earlier results.
    """
    cells = [cell["source"] for cell in json.loads(source.read_text("utf-8"))["cells"]]
    stage = 1 if step.name < "05" or not (capture / "config.yaml").is_file() else 2
    settings = asdict(load_settings(capture, parameters["preset"], stage, parameters["overrides"]))
    stats = [
        (path.relative_to(capture), path.stat())
        for path in sorted(capture.rglob("*"))
        if path.is_file()
    ]
    files = [(str(path), stat.st_size, stat.st_mtime_ns) for path, stat in stats]
    earlier = [_digest(root / name) for name in step.reads]
    program = [path.read_text("utf-8") for path in sorted((ROOT / "lib").rglob("*.py"))]
    text = json.dumps(
        [cells, program, parameters, settings, files, earlier], sort_keys=True, default=str
    )
    return hashlib.sha1(text.encode()).hexdigest()


def _digest(path: Path) -> list[str]:
    """Digests of a file, or of a folder's files in order; empty where there is neither."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return [hashlib.sha1(file.read_bytes()).hexdigest() for file in files if file.is_file()]


def _stamp_of(target: Path) -> str | None:
    """The stamp in an executed copy; None where there is none, or no complete one."""
    try:
        return json.loads(target.read_text("utf-8"))["metadata"]["batch"]["inputs"]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _note(root: Path, step: Step) -> str:
    """What the step's scores say, in a few words."""
    path = next((root / name for name in step.writes if name.endswith("scores.json")), None)
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
        "captures", nargs="+", type=Path, metavar="CAPTURE", help="a capture folder"
    )
    parser.add_argument(
        "--workspace", type=Path, default=ROOT / "workspace", help="results (%(default)s)"
    )
    parser.add_argument("--preset", choices=sorted(PRESETS), default="quick")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
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
    args = parser.parse_args(argv)
    captures = [path.expanduser().resolve() for path in args.captures]
    parameters = {
        "workspace": str(args.workspace.expanduser().resolve()),
        "preset": args.preset,
        "device": args.device,
        "interactive": False,
        "overrides": args.overrides,
    }
    try:  # all is checked before the first minute is spent
        names = [path.name for path in captures]
        if len(set(names)) < len(names):
            raise ValueError(
                f"{' '.join(names)}: two captures share a name, hence a results folder; rename one"
            )
        if args.device == "cuda" and not torch.cuda.is_available():
            raise ValueError(
                "--device cuda: expected a CUDA device and a torch built for it, found none; "
                "say auto or cpu"
            )
        plans = [
            plan(path, args.preset, args.overrides, args.first, args.last) for path in captures
        ]
        for name in names:
            Workspace(Path(parameters["workspace"]), name).step("notebooks")
    except (ValueError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    # The kernels import this very lib, also where it is not installed or another clone of it is.
    os.environ["PYTHONPATH"] = os.pathsep.join(
        [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    )
    try:
        table = [
            (capture.name, *row)
            for capture, steps in zip(captures, plans)
            for row in run_capture(capture, steps, parameters)
        ]
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
