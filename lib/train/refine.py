"""The last phase of a training, `mesh_render`: material and light refined on the rasterised mesh,
the shape frozen.

In the volume a pixel is a mean over a thin shell. Here it is one point of the surface, which is
what the exported maps show, and patches of the photos are compared as a whole: colours by L1,
patterns by their structure.
"""

from __future__ import annotations

import copy
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from lib.capture.views import Views
from lib.fields.scene import Scene
from lib.render.sampling import SdfCache
from lib.render.volume import Rays, shade
from lib.train import losses
from lib.train.pixels import Batch, PixelPool
from lib.train.resume import NO_MATTER, OF_REFINEMENT
from lib.train.surfaces import VisiblePoints
from lib.workbook.code import code_digests
from lib.workbook.config import Settings
from lib.workbook.workspace import load_checkpoint, save_checkpoint


@dataclass
class Refined:
    """What a refinement took; no steps: there was none."""

    steps: int = 0
    seconds: float = 0.0
    curves: dict[str, list[float]] = field(default_factory=dict)
    steps_run: int = 0
    """Of all steps those that this call took."""

    def describe(self) -> str:
        """Return what was done, in words."""
        if not self.steps:
            return "train.mesh_render is off: as trained"
        took = f"{self.steps} steps in {self.seconds:.0f} s"
        return took if self.steps_run else f"loaded a finished refinement, 0 steps run ({took})"


def refine(
    scene: Scene,
    views: Views,
    settings: Settings,
    folder: Path,
    on_progress: Callable[[int], Any] | None = None,
) -> Refined:
    """Return what refining took. Material and light of `scene` are refined in place, and in
    `folder`/checkpoint.pt.

    `views` and `settings` are those of the training that wrote the checkpoint. The refined values
    are added to it once all `train.mesh_render_iter` steps are done; the trained ones stay. A
    finished refinement is loaded at once. One that was killed, or has other settings or code,
    starts again from the end of the training. Without `train.mesh_render`, or with 0 steps, scene
    and checkpoint stay as trained. `on_progress(n)` is called every `vis_freq` steps with the
    number of steps done.
    """
    path = Path(folder) / "checkpoint.pt"
    state = load_checkpoint(path, "stage1" if scene.eyeballs is None else "stage2")
    wanted, found = (settings.train.max_steps, len(views)), (state["step"], state["n_views"])
    if wanted != found:
        raise ValueError(
            f"{path}: expected a training of (steps, views) = {wanted}, found {found}; finish that "
            "training first, and give its own views"
        )
    scene.load_state_dict(state["scene"])
    done = state.pop("refined", None)
    asked = {key: settings.get(key) for key in sorted(OF_REFINEMENT - {"train.mesh_render"})}
    asked["code"] = code_digests(["lib.train.refine"], NO_MATTER)
    n_steps = settings.train.mesh_render_iter if settings.train.mesh_render else 0
    if done and n_steps and done["asked"] == asked:
        scene.load_state_dict(done["scene"], strict=False)
        return Refined(done["steps"], done["seconds"], done["curves"])
    if not n_steps:
        if done:
            save_checkpoint(path, state)
        return Refined()
    start, refiner, curves = time.perf_counter(), Refiner(scene, views, settings, n_steps), {}
    told = 0  # the step that on_progress was last told
    while refiner.step < n_steps:
        scalars = refiner.advance()
        if refiner.step % settings.train.vis_freq == 0 or refiner.step == n_steps:
            for name, value in {"step": refiner.step, **scalars}.items():
                curves.setdefault(name, []).append(float(value))
            if not all(values.isfinite().all() for values in [*scalars.values(), *refiner.moved]):
                raise FloatingPointError(
                    f"the refinement diverged at step {refiner.step}; {path} keeps the training's "
                    "material. Set train.lr lower, or train.mesh_render=false"
                )
            if on_progress:
                on_progress(refiner.step - told)
                told = refiner.step
    out = Refined(n_steps, time.perf_counter() - start, curves, n_steps)
    moved = {id(p) for p in refiner.moved}
    values = {name: p.detach() for name, p in scene.named_parameters() if id(p) in moved}
    save_checkpoint(
        path,
        state
        | {
            "refined": {
                "asked": asked,
                "scene": values,
                "steps": out.steps,
                "seconds": out.seconds,
                "curves": out.curves,
            }
        },
    )
    return out


class Refiner:
    """The state of a refinement, and one step of it."""

    def __init__(
        self,
        scene: Scene,
        views: Views,
        settings: Settings,
        n_steps: int,
    ):
        self.scene, self.settings, self.n_steps, self.step = scene, settings, n_steps, 0
        options = settings.train
        shares = options.background_share, options.eye_share
        self.pixels = PixelPool(views, 1, scene.beta.device, *shares, seed=None)
        self.surfaces = VisiblePoints(
            scene,
            views,
            scene.light.corrected(self.pixels.c2w),
            options.mesh_render_resolution,
            options.mesh_render_outline,
        )
        self.trained = copy.deepcopy(scene.material_field)
        self.cache = SdfCache(
            settings.data.bound, settings.renderer.cache_resolution, scene.beta.device
        )
        self.cache.refresh(scene)
        # Flat indices of every view's pixels in the head and in the eyes, and picks that are alike
        # on any device.
        self.ends = torch.arange(1, len(views)) * self.pixels.height * self.pixels.width
        self.head = self._by_view(self.pixels.pool)
        self.eyes = self.head if self.pixels.eyes is None else self._by_view(self.pixels.eyes)
        self.random = torch.Generator().manual_seed(settings.train.seed)
        self.side = min(options.mesh_render_patch, self.pixels.height, self.pixels.width)
        self.n_views = min(options.mesh_render_views, len(views))
        n_in_step = settings.renderer.sample_batch_size // options.mesh_render_patch**2
        self.n_patches = max(n_in_step // self.n_views, 1)  # of a view
        light = scene.light
        eyes = [] if scene.eyeballs is None else [scene.eye_specular, scene.eye_roughness]
        material = list(scene.material_field.parameters())
        rest = [
            p
            for p in (light.sh_coeffs, light.occlusion, light.log_gain, scene.specular_scale, *eyes)
            if p.requires_grad
        ]
        self.moved = [*material, *rest]
        rate = options.mesh_render_lr * options.lr
        self.optimizer = torch.optim.Adam(
            [
                {"params": material, "base_lr": rate * options.lr_material},
                {"params": rest, "base_lr": rate},
            ],
            eps=1e-15,
            betas=(0.9, 0.99),
            fused=True,
        )

    def _by_view(self, index: Tensor) -> tuple[Tensor, ...]:
        index = index.cpu()  # where patches are picked
        return index.tensor_split(torch.searchsorted(index, self.ends.to(index.dtype)))

    def advance(self) -> dict[str, Tensor]:
        """Do one step; return the weighted losses by name, still on the device."""
        for group in self.optimizer.param_groups:
            group["lr"] = group["base_lr"] * (1.0 - self.step / self.n_steps)
        terms = self.terms(self.pick())
        self.optimizer.zero_grad(set_to_none=True)
        sum(terms.values()).backward()
        self.optimizer.step()
        self.scene.keep_in_range()
        self.step += 1
        return {name: term.detach() for name, term in terms.items()}

    def pick(self) -> list[tuple[int, list[int]]]:
        """Return (view, its patches' first pixels) of random patches about pixels of the head, one
        in four about an eye's.
        """
        height, width, picked = self.pixels.height, self.pixels.width, []
        for view in torch.randperm(len(self.head), generator=self.random)[: self.n_views].tolist():
            corners = []
            for k in range(self.n_patches):
                fourth = (len(picked) * self.n_patches + k) % 4 == 3
                pool = self.eyes[view] if fourth and len(self.eyes[view]) else self.head[view]
                middle = (
                    int(pool[torch.randint(len(pool), (), generator=self.random)])
                    - view * height * width
                )
                row, column = (
                    min(max(at - self.side // 2, 0), most - self.side)
                    for at, most in ((middle // width, height), (middle % width, width))
                )
                corners.append(row * width + column)
            picked.append((view, corners))
        return picked

    def gather(self, picked: list[tuple[int, list[int]]]) -> tuple[Batch, Tensor, list[Tensor]]:
        """Return the photos' pixels of patches, R in all, and what the surface shows in M of them.

        The M places (M,) among the R pixels, and there [points, normal, owner, sure] as in
        `surfaces.ViewPoints`; the other pixels show nothing.
        """
        width, device = self.pixels.width, self.pixels.pool.device
        one = torch.arange(self.side**2, device=device)
        patch = one // self.side * width + one % self.side
        index, places, parts = [], [], []
        for view, corners in picked:
            pixels = (torch.tensor(corners, device=device)[:, None] + patch).view(-1)
            seen = self.surfaces[view]
            row = seen.row.view(-1)[pixels]
            shown = torch.nonzero(row >= 0)[:, 0]
            places.append(shown + sum(map(len, index)))
            parts.append([values[row[shown].long()] for values in seen[1:]])
            index.append(pixels + view * self.pixels.height * width)
        batch = self.pixels.gather(torch.cat(index))
        return batch, torch.cat(places), [torch.cat(part) for part in zip(*parts)]

    def terms(self, picked: list[tuple[int, list[int]]]) -> dict[str, Tensor]:
        """Return the weighted losses of patches."""
        loss = self.settings.loss
        batch, at, (points, normal, owner, sure) = self.gather(picked)
        # Every place lies on some view's outline. Left alone it would drift there, since the field
        # is shared.
        unsure, n_sure = points[~sure], max(int(sure.sum()), 1)
        with torch.no_grad():
            before = torch.cat(self.trained(unsure), -1)
        terms = {
            "hold": loss.w_hold
            * (torch.cat(self.scene.material_field(unsure), -1) - before).abs().sum()
            / n_sure
        }
        if not sure.any():
            return terms
        at = at[sure]
        rgb, specular = self.shade(batch.view[at], points[sure], normal[sure], owner[sure])
        terms["photo"] = loss.w_l1 * losses.photo(rgb, batch.rgb[at], loss.tone_floor)
        if loss.w_lpips > 0:  # pixels that are not sure are the photo's in both
            image = batch.rgb.index_copy(0, at, losses.clipped(rgb, batch.rgb[at]))
            terms["structure"] = loss.w_lpips * losses.structure(
                *(
                    losses.tone(x, loss.tone_floor).view(-1, self.side, self.side, 3).movedim(-1, 1)
                    for x in (image, batch.rgb)
                )
            )
        terms["hair"] = loss.w_reg_diff * (specular * batch.hair[at]).mean()
        if self.pixels.prior is not None:
            terms["face_model"] = loss.w_abdmm_refine * losses.face_model(
                specular,
                torch.ones_like(specular),
                self.scene.specular_scale,
                batch.prior[at],
                batch.has_prior[at],
            )
        return terms

    def shade(
        self, view: Tensor, points: Tensor, normal: Tensor, owner: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Return linear colour (M, 3) and specular (M,) of surface points (M, 3) with unit normals
        (M, 3), owners (M,), each seen in the frame `view` (M,). Differentiable in material and
        light.
        """
        c2w, light = self.surfaces.c2w[view], self.scene.light
        away = points - c2w[:, :3, 3]
        distance = away.norm(dim=-1, keepdim=True)
        pixel = (1.0 / self.pixels.k[0, 0]).expand(len(points))
        rays = Rays(c2w[:, :3, 3], away / distance, c2w, view, pixel)
        one = points[:, None], normal[:, None], owner[:, None]  # on each ray
        material, light_parts = shade(self.scene, rays, *one, distance, self.cache)
        diffuse, gloss, room = light_parts
        return light.response((diffuse + gloss + room)[:, 0]), material[1][:, 0, 0]
