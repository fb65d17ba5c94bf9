"""Trains on a capture and prints what it cost and how good it is: `python -m lib.bench CAPTURE`."""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

import torch

from lib.capture.views import Views, estimate_intensity, fine_views, load_views
from lib.eyes.eyeballs import eyes_from_settings
from lib.fields.shape import EyeballStart
from lib.train.loop import Result, Trainer, train
from lib.train.refine import refine
from lib.train.scores import score
from lib.train.truth import Truth, truth_of
from lib.workbook.config import PRESETS, Settings, load_settings

PHASES = ("cache", "pixels", "render and losses", "backward", "optimizer")
COLUMNS = {
    "psnr": "PSNR dB",
    "psnr_own_exposure": "own exposure dB",
    "ssim": "SSIM",
    "normal_deg_mean": "normals deg",
    "normal_deg_median": "median",
    "normal_deg_hair": "hair",
    "point_mm_median": "points mm",
    "mask_iou": "IoU",
    "left_eye_mm": "left eye mm",
    "right_eye_mm": "right",
    "eye_radius_error_mm": "radius",
    "psnr_albedo": "albedo dB",
}
THREE = ("ssim", "mask_iou", "point_mm_median")  # have three digits after the point, the others two


def main(arguments: list[str] | None = None) -> list[dict]:
    """Train once for each variant; return the scores, and print steps, seconds, share of each phase
    and peak memory.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("capture", type=Path)
    parser.add_argument("--preset", default="quick", choices=sorted(PRESETS))
    parser.add_argument(
        "--stage",
        type=int,
        default=1,
        choices=(1, 2),
        help="2 needs eye masks in the capture folder and landmarks in its config.yaml",
    )
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument(
        "--truth",
        type=Path,
        help="folder with heldout/<frame>.npz or mesh/*.ply; default: CAPTURE/gt",
    )
    parser.add_argument("--out", type=Path, help="keep checkpoints and held-out renders here")
    parser.add_argument(
        "--set", nargs="+", action="extend", default=[], metavar="KEY=VALUE", dest="overrides"
    )
    parser.add_argument(
        "--against",
        nargs="+",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="train once more with these settings on top, and compare; may be repeated",
    )
    options = parser.parse_args(arguments)
    truth = Truth(options.capture, options.truth) if options.truth else truth_of(options.capture)
    rows: list[dict] = []
    for changes in ([], *options.against):
        variant = " ".join(changes)
        settings, views, eyeballs = _prepare(options, changes)
        chosen, heldout = views.split(settings)
        heldout = heldout.at_most(settings.renderer.score_pixels)
        if settings.light.intensity is None:
            settings.light.intensity = estimate_intensity(chosen, settings)
        with tempfile.TemporaryDirectory() as scratch:
            folder = (options.out or Path(scratch)) / f"run{len(rows)}"
            result = train(
                chosen, settings, options.stage, folder, options.device, eyeballs=eyeballs
            )
            refining = refine(result.scene, chosen, settings, folder).seconds
            start = time.perf_counter()
            scores = score(result.scene, result.cache, chosen, heldout, settings, folder, truth)
        if not rows:
            trainer = Trainer(chosen, settings, options.stage, options.device, eyeballs)
            _print(options, trainer, result, scores, time.perf_counter() - start)
        rows.append(
            {"variant": variant or "as it is", "seconds": result.seconds + refining} | scores
        )
        if len(rows) > 1:
            print(
                f"{variant}: {result.seconds + refining:.1f} s, {scores['psnr']:.2f} dB",
                file=sys.stderr,
            )
    if len(rows) > 1:
        print(timing_table(rows))
    return rows


def timing_table(rows: list[dict]) -> str:
    """Return the scores of some runs as a table in Markdown."""
    columns = {key: title for key, title in COLUMNS.items() if any(key in row for row in rows)}
    lines = [
        "| settings | s | " + " | ".join(columns.values()) + " |",
        "|---|---|" + "---|" * len(columns),
    ]
    for row in rows:
        digits = [
            f"{row[key]:.{3 if key in THREE else 2}f}" if key in row else "" for key in columns
        ]
        lines.append(f"| {row['variant']} | {row['seconds']:.0f} | " + " | ".join(digits) + " |")
    return "\n".join(lines)


def phase_shares(trainer: Trainer, n_steps: int = 20) -> dict[str, float]:
    """Return the share of a step's time that each phase takes. CUDA graphs are off, and each phase
    is timed until the device is done.
    """
    trainer.graphs = None
    for _ in range(3):
        trainer.advance()
    spent = dict.fromkeys(PHASES, 0.0)

    def timed(phase: str, work):
        start = time.perf_counter()
        out = work()
        if trainer.device != "cpu":
            torch.cuda.synchronize()
        spent[phase] += time.perf_counter() - start
        return out

    for _ in range(n_steps):
        batch = timed(
            "pixels",
            lambda: trainer.pixels.draw(trainer.settings.renderer.max_num_ray, trainer.generator),
        )
        total = timed(
            "render and losses",
            lambda b=batch: sum(trainer.terms(b, trainer.noise()).values()),
        )
        trainer.optimizer.zero_grad(set_to_none=True)
        timed("backward", total.backward)
        timed("optimizer", trainer.optimizer.step)
    timed("cache", lambda: trainer.cache.refresh(trainer.scene))
    spent["cache"] *= n_steps / trainer.settings.renderer.cache_every
    whole = sum(spent.values())
    return {phase: seconds / whole for phase, seconds in spent.items()}


def _prepare(
    options: argparse.Namespace, overrides: list[str]
) -> tuple[Settings, Views, EyeballStart | None]:
    settings = load_settings(
        options.capture, options.preset, options.stage, [*options.overrides, *overrides]
    )
    views = load_views(options.capture, settings)
    if options.stage == 1:
        return settings, views, None
    fine = fine_views(options.capture, settings)
    eyes = eyes_from_settings(settings, fine.cameras, fine.split(settings)[0])
    return settings, views, eyes.start()


def _print(
    options: argparse.Namespace, trainer: Trainer, result: Result, scores: dict, scoring: float
) -> None:
    on_gpu = torch.device(options.device).type == "cuda"
    name = torch.cuda.get_device_name() if on_gpu else f"{torch.get_num_threads()} CPU threads"
    peak = (
        torch.cuda.max_memory_allocated() / 2**30
        if on_gpu
        else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    )
    shares = phase_shares(trainer)
    print(f"{options.capture.name}, preset {options.preset}, stage {options.stage}, on {name}")
    print(
        f"{result.steps} steps of {trainer.settings.renderer.max_num_ray} rays in "
        f"{result.seconds:.1f} s, {result.ms_per_step:.2f} ms a step; {len(scores['frames'])} "
        f"held-out frames scored in {scoring:.1f} s"
    )
    print("phases: " + ", ".join(f"{phase} {share:.0%}" for phase, share in shares.items()))
    print(f"peak memory {peak:.2f} GiB")
    for key, value in scores.items():
        if isinstance(value, float):
            print(f"{key:20s} {value:9.4f}")


def command() -> None:
    """Run `main` as a command: an error is one line."""
    try:
        main()
    except (ValueError, FloatingPointError) as error:
        sys.exit(f"error: {error}")
