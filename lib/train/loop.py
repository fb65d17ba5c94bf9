"""One training loop for both stages: draw pixels, render, compare, step; checkpoint and resume.

A resumed training takes the same steps as one that was never interrupted. On a processor the result
is the same to the last bit. On a GPU, atomic sums come in any order, and no two runs agree exactly.
"""

from __future__ import annotations

import math
import os
import time
import warnings
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from lib.capture.views import Views
from lib.fields.field import HAS_TRITON
from lib.fields.light import world_motions
from lib.fields.scene import Scene, make_scene
from lib.fields.shape import EyeballStart
from lib.render.sampling import SdfCache
from lib.render.volume import camera_rays, render_rays
from lib.train import losses
from lib.train.first_shape import fit_hull
from lib.train.graphs import StepGraphs
from lib.train.losses import Noise, StepOutput
from lib.train.optimizer import make_optimizer, part_of_rate, poses_move
from lib.train.pixels import Batch, PixelPool, brightness, digest
from lib.train.resume import NO_MATTER, changes, schedule
from lib.workbook.code import code_digests, replaced
from lib.workbook.limits import check_memory
from lib.workbook.progress import clear_status, write_status
from lib.workbook.settings import Settings
from lib.workbook.workspace import (
    DamagedFile,
    OldFile,
    load_checkpoint,
    one_before,
    save_checkpoint,
    set_aside,
    write_json,
)

SEEDS_APART = 1_000_003  # between two trainings' seeds: more than any has steps
OnStep = Callable[[int, dict[str, float], "Trainer"], None]


@dataclass
class Result:
    """A finished training."""

    scene: Scene
    cache: SdfCache
    curves: dict[str, list[float]]
    seconds: float
    steps: int
    device: str
    steps_run: int
    """Of all steps those that this call took; the others it found in a checkpoint."""

    @property
    def ms_per_step(self) -> float:
        return 1e3 * self.seconds / max(self.steps, 1)

    def describe(self) -> str:
        """Return what was done and how long the whole training took, in words."""
        took = f"{self.steps} steps in {self.seconds:.0f} s, {self.ms_per_step:.0f} ms a step"
        if self.steps_run == self.steps:
            return took
        if not self.steps_run:
            return f"0 steps run now; when it was trained: {took}"
        return f"{self.steps_run} steps run now; in all {took}"


class Trainer:
    """The state of a training run, and one step of it."""

    def __init__(
        self,
        views: Views,
        settings: Settings,
        stage: int,
        device: str,
        eyeballs: EyeballStart | None = None,
    ):
        if (stage == 2) != (eyeballs is not None):
            raise ValueError(f"stage {stage}: expected eyeballs for stage 2 alone, got {eyeballs}")
        self.settings, self.stage, self.device, self.views = settings, stage, device, views
        self.eyeballs = eyeballs
        drawn = settings.train.background_share, settings.train.eye_share, settings.train.seed
        self.pixels = PixelPool(views, settings.data.dilate_ks, device, *drawn)
        self.scene = make_scene(settings, len(views.names), device, eyeballs)
        if settings.light.fit_gain:
            with torch.no_grad():
                self.scene.light.log_gain.copy_(brightness(views).log()[:, None])
        self.motions = world_motions(self.pixels.c2w) if settings.light.fit_pose else None
        self.cache = SdfCache(settings.data.bound, settings.renderer.cache_resolution, device)
        self.generator = torch.Generator(device=device).manual_seed(settings.train.seed)
        self.data = digest(views)
        self.code = code_digests(["lib.train.loop"], NO_MATTER)
        self.step = 0
        self.seconds = 0.0
        self.curves: dict[str, list[float]] = {}
        on_gpu = torch.device(device).type == "cuda"
        self.optimizer = make_optimizer(self.scene, settings.train, on_gpu)
        self.graphs = None
        if on_gpu and HAS_TRITON:
            self.graphs = StepGraphs(self.compute, self.generator)
        elif on_gpu:
            warnings.warn(
                "no Triton, C compiler or Python.h: training on the GPU takes far longer",
                stacklevel=2,
            )
        self.landmarks = self.highlights = self.fronts = None
        if eyeballs is not None and all(eyeballs.landmarks):
            left, right = eyeballs.landmarks
            self.landmarks = (
                torch.tensor([*left, *right], dtype=torch.float32, device=device),
                torch.tensor([0] * len(left) + [1] * len(right), device=device),
                torch.tensor(
                    [*eyeballs.trust[0], *eyeballs.trust[1]] or [1.0] * len(left + right),
                    device=device,
                ),
            )
            fronts = [torch.tensor(points, device=device).mean(0) for points in (left, right)]
            self.fronts = torch.stack(fronts), settings.eyeballs.alike_sd * eyeballs.radius
        if eyeballs is not None and any(eyeballs.center_sd):
            self.highlights = (
                self.scene.eyeballs.centers.detach().clone(),
                torch.tensor([sd or 1e3 for sd in eyeballs.center_sd], device=device),
            )

    def beta(self) -> float:
        """Return VolSDF's beta, world units: falls geometrically from beta_first to beta_last, then
        stays.
        """
        train = self.settings.train
        part = min(1.0, self.step / max(train.beta_until * train.max_steps, 1.0))
        return train.beta_first * (train.beta_last / train.beta_first) ** part

    def advance(self) -> dict[str, torch.Tensor]:
        """Do one step; return the losses by name, still on the device."""
        self._prepare()
        train, light = self.settings.train, self.settings.light
        fit_poses = light.fit_pose and poses_move(self.step, train)
        scalars = self.graphs.run(fit_poses) if self.graphs else self.compute(fit_poses)
        self.step += 1
        return scalars

    def _prepare(self) -> None:
        """Set what depends on the step's number: chance, pixels, the first shape, the cached SDF,
        levels, beta and rates. It runs on the host, outside of a CUDA graph.
        """
        settings, train = self.settings, self.settings.train
        # A resumed training draws what the unbroken one draws, and so does a replayed graph.
        self.generator.manual_seed(train.seed * SEEDS_APART + self.step)
        self.pixels.step.fill_(self.step)
        if self.step == 0 and train.start == "hull":
            self.scene.set_level(train.init_level)
            fit_hull(self.scene.face, self.views, self.cache, self.generator, train)
        if self.step % settings.renderer.cache_every == 0:
            self.cache.refresh(self.scene)
        self.scene.set_level(train.level(self.step))
        self.scene.beta.fill_(self.beta())
        for group in self.optimizer.param_groups:
            rate = group["base_lr"] * part_of_rate(group["name"], self.step, train)
            if isinstance(group["lr"], torch.Tensor):
                group["lr"].fill_(rate)
            else:
                group["lr"] = rate

    def compute(self, fit_poses: bool) -> dict[str, torch.Tensor]:
        """Draw pixels, render, compare and step; return the losses. All shapes are fixed, so a CUDA
        graph can replay it.
        """
        batch = self.pixels.draw(self.settings.renderer.max_num_ray, self.generator)
        terms = self.terms(batch, self.noise(), fit_poses)
        total = torch.stack([*terms.values()]).sum()
        self.optimizer.zero_grad(set_to_none=True)
        total.backward()
        self.optimizer.step()
        self.scene.keep_in_range()
        if fit_poses:
            self.scene.light.keep_world(self.motions)
        return {"total": total.detach(), **{name: term.detach() for name, term in terms.items()}}

    def noise(self) -> Noise:
        """Return the random numbers of a step, except those that draw its pixels."""
        n = self.settings.renderer.max_num_ray
        options = {"generator": self.generator, "device": self.device}
        return Noise(
            torch.rand(n, **options),
            torch.rand(n // 4, 3, **options) * 2.0 - 1.0,
            torch.rand(n, 1, **options),
            torch.randn(n, 3, **options),
        )

    def terms(self, batch: Batch, noise: Noise, fit_poses: bool = False) -> dict[str, torch.Tensor]:
        """Return the weighted losses of a batch.

        A CUDA graph can hold this: it draws no random numbers, never waits for the device, and its
        shapes do not change.
        """
        settings, scene = self.settings, self.scene
        options = settings.renderer
        n_samples = max(options.sample_batch_size // options.max_num_ray, 4)
        c2w = scene.light.corrected(self.pixels.c2w)
        if not fit_poses:  # a gradient that nobody uses would cost half a step
            c2w = c2w.detach()
        c2w = c2w.index_select(0, batch.view)
        rays = camera_rays(batch.px, batch.view, c2w, self.pixels.k)
        out = render_rays(
            scene,
            rays,
            self.cache,
            options.render_n_samples,
            n_samples,
            n_shaded=min(options.n_shaded, n_samples),
            jitter=noise.along_ray,
            extra=noise.anywhere * scene.bound,
        )
        # Both are laid over the same random grey. Over black, dark hair would look just as well
        # transparent.
        rgb = out.rgb + (1.0 - out.opacity)[:, None] * noise.grey
        target = batch.rgb + (1.0 - batch.inside)[:, None] * noise.grey
        return losses.weighted(
            StepOutput(
                settings,
                scene,
                batch,
                noise,
                out,
                rgb,
                target,
                self.landmarks,
                self.highlights,
                self.fronts,
            )
        )

    def state(self) -> dict:
        """Return everything that decides the next step, as a checkpoint stores it."""
        return {
            "kind": f"stage{self.stage}",
            "settings": asdict(self.settings),
            "eyeballs": self.eyeballs and asdict(self.eyeballs),
            "data": self.data,
            "code": self.code,
            "schedule": schedule(self.settings.train),
            "step": self.step,
            "seconds": self.seconds,
            "n_views": len(self.pixels.c2w),
            "scene": self.scene.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "cache": self.cache.values,
            "curves": self.curves,
        }

    def restore(self, state: dict) -> None:
        """Continue from what `state()` gave: the next step is the one after it."""
        self.scene.load_state_dict(state["scene"])
        self.optimizer.load_state_dict(state["optimizer"])
        on_gpu = torch.device(self.device).type == "cuda"
        # A captured graph must find its rate on the device.
        for group in self.optimizer.param_groups:
            rate = float(group["lr"])
            group.update(
                capturable=on_gpu, lr=torch.tensor(rate, device=self.device) if on_gpu else rate
            )
        self.cache.values.copy_(state["cache"])
        self.step, self.seconds, self.curves = state["step"], state["seconds"], state["curves"]
        self.scene.set_level(self.settings.train.level(self.step - 1))


def train(
    views: Views,
    settings: Settings,
    stage: int,
    folder: Path,
    device: str = "cpu",
    on_progress: OnStep | None = None,
    eyeballs: EyeballStart | None = None,
) -> Result:
    """Train a scene; return it with what the training took. `folder` gets checkpoint.pt during the
    training and curves.json at its end.

    eyeballs: where those of stage 2 start (`Eyes.start`); stage 1 has none. `on_progress(step,
    scalars, trainer)` is called every `vis_freq` steps and after the last.

    If `folder` has a checkpoint of the same code, settings, photos and masks, the training
    continues from it: a killed run loses at most `save_freq` steps, and a finished one returns at
    once. If it is cut short, checkpoint.before.pt takes its place. The files of any other training
    are kept as a run of its own (see `lib.workbook.workspace.set_aside`), and the training starts
    anew.
    """
    path = Path(folder) / "checkpoint.pt"
    size = views.cameras.width, views.cameras.height
    check_memory(settings, len(views), size, device, path.parent)
    trainer = Trainer(views, settings, stage, device, eyeballs)
    for name in replaced(trainer.code):
        print(f"{name} is not what its file says: it was replaced, or edited since it was imported")
    if path.exists() or one_before(path).exists():
        _go_on(trainer, path)
    options, first = settings.train, trainer.step
    while trainer.step < options.max_steps:
        start = time.perf_counter()
        scalars = trainer.advance()
        shown, saved = (
            trainer.step % every == 0 or trainer.step == options.max_steps
            for every in (options.vis_freq, options.save_freq)
        )
        if shown or saved:
            values = {name: float(value) for name, value in scalars.items()}
            _check_finite(values, trainer, path)
        if shown:
            values["beta"] = float(trainer.scene.beta)
            for name, value in {"step": trainer.step, **values}.items():
                trainer.curves.setdefault(name, []).append(value)
        trainer.seconds += time.perf_counter() - start
        if shown:
            loss = values.get("photo", values["total"])  # TERMS may name no "photo"
            write_status(folder, trainer.step, options.max_steps, loss)
        if saved:
            save_checkpoint(path, trainer.state(), keep=True)
        if shown and on_progress:
            on_progress(trainer.step, values, trainer)
    clear_status(folder)
    write_json(Path(folder) / "curves.json", "curves", trainer.curves)
    return Result(
        trainer.scene,
        trainer.cache,
        trainer.curves,
        trainer.seconds,
        trainer.step,
        device,
        trainer.step - first,
    )


def _go_on(trainer: Trainer, path: Path) -> None:
    """Restore the training of a checkpoint, or set that of another one aside; prints which."""
    reason = ""  # why the training cannot go on
    try:
        state = _newest(path, f"stage{trainer.stage}")
        try:
            if absent := trainer.state().keys() - state.keys():
                raise KeyError(*sorted(absent)[:1])
            if changed := changes(state, trainer):
                reason = f"another training was here, of other {', '.join(changed)}"
        except (KeyError, TypeError, AttributeError) as error:
            raise DamagedFile(f"{path}: expected a training's state, found no {error}") from None
    except OldFile:
        reason = "another training was here, of other versions of the program"
    except DamagedFile:
        reason = f"{path} is cut short or of another kind"
    if reason:
        print(f"{reason}; it is kept in {set_aside(path.parent)}\ntraining starts anew", flush=True)
        return
    trainer.restore(state)
    n_steps = trainer.settings.train.max_steps
    if trainer.step < n_steps:
        print(f"going on from step {trainer.step} of {n_steps}", flush=True)
    else:
        print(f"loaded a finished training, 0 steps run: {path}", flush=True)


def _newest(path: Path, kind: str) -> dict:
    """Return the checkpoint, or, where it is cut short or absent, the one before, which takes its
    place.
    """
    before = one_before(path)
    if path.exists():
        try:
            return load_checkpoint(path, kind)
        except DamagedFile:
            state = load_checkpoint(before, kind) if before.exists() else None
            if state is None:
                raise
        print(f"{path} is cut short or of another kind; back to the one before", flush=True)
    else:  # the run was killed between moving one and writing the next
        state = load_checkpoint(before, kind)
    os.replace(before, path)
    return state


def _check_finite(scalars: dict[str, float], trainer: Trainer, path: Path) -> None:
    strange = [name for name, value in scalars.items() if not math.isfinite(value)]
    strange += [
        name for name, values in trainer.scene.named_parameters() if not values.isfinite().all()
    ]
    if strange:
        kept = f"{path} holds the last good state" if path.exists() else "no checkpoint was written"
        raise FloatingPointError(
            f"the training diverged: expected finite numbers, found others in {', '.join(strange)} "
            f"at step {trainer.step}; {kept}. Set train.lr lower, and light.fit_offset=false or "
            "light.fit_gain=false where the capture's flash sits at the lens or is fixed"
        )
