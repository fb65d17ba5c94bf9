"""Trains on a capture and prints what it cost and how good it is: `python -m lib.train.bench CAPTURE`."""
from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

import torch

from lib.capture.views import estimate_intensity, load_views
from lib.config import load_settings
from lib.train.loop import Trainer, train
from lib.train.scores import score
from lib.train.truth import Truth, truth_of

PHASES = ("cache", "pixels", "render and losses", "backward", "optimizer")


def main(arguments: list[str] | None = None) -> dict:
    """The scores, after printing them with steps, seconds, the share of each phase and the peak memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("capture", type=Path)
    parser.add_argument("--preset", default="quick", choices=("quick", "full"))
    parser.add_argument("--stage", type=int, default=1, choices=(1, 2),
                        help="2 needs eye masks in the capture folder, landmarks and centres in its config.yaml")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--truth", type=Path, help="folder with heldout/<frame>.npz or mesh/*.ply; default: CAPTURE/gt")
    parser.add_argument("--out", type=Path, help="keep checkpoint and held-out renders here")
    parser.add_argument("--set", nargs="*", default=[], metavar="KEY=VALUE", dest="overrides")
    options = parser.parse_args(arguments)

    settings = load_settings(options.capture, options.preset, options.stage, options.overrides)
    views = load_views(options.capture, settings)
    chosen, heldout = views.split(settings)
    if settings.light.intensity is None:
        settings.light.intensity = estimate_intensity(chosen, settings)
    truth = Truth(options.capture, options.truth) if options.truth else truth_of(options.capture)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.out or Path(scratch)
        result = train(chosen, settings, options.stage, folder, options.device)
        shares = phase_shares(Trainer(chosen, settings, options.stage, options.device))
        start = time.perf_counter()
        scores = score(result.scene, result.cache, chosen, heldout, settings, folder, truth)
        scoring = time.perf_counter() - start
    _print(options, settings, result, shares, scores, scoring)
    return scores


def phase_shares(trainer: Trainer, n_steps: int = 20) -> dict[str, float]:
    """Part of a step that each phase takes, phase by phase with the device waited for, CUDA graphs off."""
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
        batch = timed("pixels", lambda: trainer.pixels.draw(trainer.settings.renderer.max_num_ray, trainer.generator))
        total = timed("render and losses", lambda b=batch: sum(trainer.terms(b, trainer.noise(), True).values()))
        trainer.optimizer.zero_grad(set_to_none=True)
        timed("backward", total.backward)
        timed("optimizer", trainer.optimizer.step)
    timed("cache", lambda: trainer.cache.refresh(trainer.scene))
    spent["cache"] *= n_steps / trainer.settings.renderer.cache_every
    whole = sum(spent.values())
    return {phase: seconds / whole for phase, seconds in spent.items()}


def _print(options, settings, result, shares, scores, scoring: float) -> None:
    on_gpu = torch.device(options.device).type == "cuda"
    name = torch.cuda.get_device_name() if on_gpu else f"{torch.get_num_threads()} CPU threads"
    peak = torch.cuda.max_memory_allocated() / 2 ** 30 if on_gpu else \
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2 ** 20
    print(f"{options.capture.name}, preset {options.preset}, stage {options.stage}, on {name}")
    print(f"{result.steps} steps of {settings.renderer.max_num_ray} rays in {result.seconds:.1f} s, "
          f"{result.ms_per_step:.2f} ms a step; {len(scores['frames'])} held-out frames scored in {scoring:.1f} s")
    print("phases: " + ", ".join(f"{phase} {share:.0%}" for phase, share in shares.items()))
    print(f"peak memory {peak:.2f} GiB")
    for key, value in scores.items():
        if isinstance(value, float):
            print(f"{key:20s} {value:9.4f}")


if __name__ == "__main__":
    main()
