"""Everything that is learned of one capture, in one module with one query."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn

from lib.fields.encoding import GridSpec
from lib.fields.light import Light
from lib.fields.material import Material
from lib.fields.shape import Eyeballs, EyeballStart, FaceShape
from lib.workbook.config import Settings, settings_from_dict
from lib.workbook.workspace import WorkspaceError, load_checkpoint


class ScenePoints(NamedTuple):
    """The scene at M points, world units. Objects: 0 face, 1 left eyeball, 2 right eyeball."""

    sdf: Tensor  # (M,) of the nearest object
    gradient: Tensor  # (M, 3) of the nearest object
    feature: Tensor  # (M, F)
    objects: Tensor  # (M, n_objects) SDF of each
    owner: Tensor  # (M,) index of the nearest object
    face_gradient: Tensor  # (M, 3)


class Scene(nn.Module):
    """Face, material, light and, in stage 2, eyeballs."""

    def __init__(self, settings: Settings, n_views: int, eyeballs: Eyeballs | None = None):
        super().__init__()
        net, data, brdf = settings.network, settings.data, settings.brdf
        self.bound = data.bound
        spec = GridSpec.build(
            data.bound,
            net.num_levels,
            net.level_dim,
            net.base_resolution,
            net.max_resolution,
            net.log2_table_size,
            net.smoothstep,
        )
        self.face = FaceShape(spec, net.width, net.geo_feat_dim, net.start_radius * data.bound)
        self.material_field = Material(spec, net.width, brdf)
        self.light = Light(settings.light, n_views)
        self.sh_scale = data.sh_scale
        self.renderer = settings.renderer  # how its pictures are sampled
        self.eyeballs = eyeballs
        # VolSDF's beta, world units: the width of the surface's soft shell. Training lowers it by a
        # schedule: left to learn it (Yariv et al. 2021), a run of minutes ends with a shell of
        # several pixels.
        self.register_buffer("beta", torch.tensor(settings.train.beta_first))
        self.specular_scale = nn.Parameter(torch.ones(()))  # of specular_bfm
        roughness = brdf.eye_roughness_start if brdf.fit_eyes else brdf.eye_roughness
        self.eye_specular = nn.Parameter(torch.tensor(brdf.eye_specular), brdf.fit_eyes)
        self.eye_roughness = nn.Parameter(torch.tensor(roughness), brdf.fit_eyes)
        self.eye_roughness_range = brdf.eye_min_roughness, brdf.eye_max_roughness

    def set_level(self, n_active: int) -> None:
        """Switch on the first `n_active` levels of the face's encoding (coarse to fine)."""
        self.face.residual.grid.set_level(n_active)

    @torch.no_grad()
    def keep_in_range(self) -> None:
        """Clamp the eyes' gloss to its range after a step.

        The values themselves are clamped: a value clamped only where it is used has no gradient
        outside its range and would stay there.
        """
        self.eye_specular.clamp_(0.0, 1.0)
        self.eye_roughness.clamp_(*self.eye_roughness_range)

    def forward(self, x: Tensor) -> ScenePoints:
        """Return the scene's SDF, min(face, left, right), with gradient and owner at `x` (M, 3)."""
        sdf, gradient, feature = self.face(x)
        if self.eyeballs is None:
            return ScenePoints(
                sdf,
                gradient,
                feature,
                sdf[:, None],
                torch.zeros_like(sdf, dtype=torch.long),
                gradient,
            )
        eye_sdf, eye_gradient = self.eyeballs(x)
        objects = torch.cat([sdf[:, None], eye_sdf], dim=1)
        nearest, owner = objects.min(dim=1)
        gradients = torch.cat([gradient[:, None], eye_gradient], dim=1)
        picked = gradients.gather(1, owner[:, None, None].expand(-1, 1, 3))[:, 0]
        return ScenePoints(nearest, picked, feature, objects, owner, gradient)

    def sdf(self, x: Tensor) -> Tensor:
        """Return SDF (M,) of the scene at `x` (M, 3), without gradient or feature."""
        face = self.face.sdf(x)
        return (
            face
            if self.eyeballs is None
            else torch.minimum(face, self.eyeballs(x)[0].min(dim=1).values)
        )

    def face_sdf(self, x: Tensor) -> Tensor:
        """Return SDF (M,) of the face alone, eyeballs left out."""
        return self.face.sdf(x)

    def material(self, x: Tensor, owner: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """Return albedo (M, 3), specular (M, 1), roughness (M, 1); an eyeball's gloss is the eyes'
        own.
        """
        albedo, specular, roughness = self.material_field(x)
        if self.eyeballs is not None and owner is not None:
            eye = (owner > 0)[:, None]
            specular = torch.where(eye, self.eye_specular, specular)
            roughness = torch.where(eye, self.eye_roughness, roughness)
        return albedo, specular, roughness


def make_scene(
    settings: Settings, n_views: int, device: str, start: EyeballStart | None = None
) -> Scene:
    """Return a fresh scene on `device`. start: where its eyeballs begin; None: it has none (stage
    1).
    """
    data, eyeballs = settings.data, None
    if start is not None:
        eyeballs = Eyeballs(
            start, data.eyeball_min_size, data.eyeball_max_size, data.fix_eyeball_center
        )
    with torch.random.fork_rng(devices=[]):  # the caller's own chance stays as it was
        torch.default_generator.manual_seed(settings.train.seed)
        return Scene(settings, n_views, eyeballs).to(device)


def load_scene(path: str | Path, stage: int, device: str = "cpu") -> Scene:
    """Return the scene of a checkpoint.pt, as it was when that was written; with the refined
    material, where there is one.

    Warns where the training that wrote it was interrupted.
    """
    state = load_checkpoint(path, f"stage{stage}")
    try:
        return _restored(state, str(path), stage, device)
    except (KeyError, TypeError, AttributeError, RuntimeError, OverflowError) as error:
        words = (str(error).strip().splitlines() or ["no words"])[0]
        raise WorkspaceError(
            f"{path}: expected the state of a training, found {type(error).__name__}: "
            f"{words[:80]}; repeat the training"
        ) from error


def _restored(state: dict, path: str, stage: int, device: str) -> Scene:
    """Return the scene of a training's state; `path` is for messages."""
    settings = settings_from_dict(state["settings"], path)
    if state["step"] < settings.train.max_steps:
        warnings.warn(
            f"{path}: expected a finished training, found step {state['step']} of "
            f"{settings.train.max_steps}; run the training's notebook again to finish it",
            stacklevel=3,  # the line that calls load_scene
        )
    start = EyeballStart(**state["eyeballs"]) if stage == 2 else None
    scene = make_scene(settings, state["n_views"], device, start)
    scene.load_state_dict(state["scene"])
    if "refined" in state:
        scene.load_state_dict(state["refined"]["scene"], strict=False)
    scene.set_level(settings.train.level(state["step"] - 1))
    return scene.eval()
