"""Everything that is learned of one capture, in one module with one query."""
from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn

from lib.config import Settings
from lib.fields.encoding import GridSpec
from lib.fields.light import Light
from lib.fields.material import EYE_ROUGHNESS, EYE_SPECULAR, EYE_START, Material, RadianceHead
from lib.fields.shape import Eyeballs, FaceShape


class Surface(NamedTuple):
    """The scene at M points, world units. Objects: 0 face, 1 left eyeball, 2 right eyeball."""

    sdf: Tensor            # (M,) of the nearest object
    gradient: Tensor       # (M, 3) of the nearest object
    feature: Tensor        # (M, F)
    objects: Tensor        # (M, n_objects) SDF of each
    owner: Tensor          # (M,) index of the nearest object
    face_gradient: Tensor  # (M, 3)


class Scene(nn.Module):
    """Face, material, light and, in stage 2, eyeballs."""

    def __init__(self, settings: Settings, n_views: int, eyeballs: Eyeballs | None = None):
        super().__init__()
        net, data = settings.network, settings.data
        self.bound = data.bound
        spec = GridSpec.build(data.bound, net.num_levels, net.level_dim, net.base_resolution,
                              net.max_resolution, net.log2_table_size)
        self.face = FaceShape(spec, net.width, net.geo_feat_dim)
        self.material_field = Material(spec, net.width, settings.brdf.min_roughness, settings.brdf.max_roughness)
        self.radiance = RadianceHead(net.geo_feat_dim, net.width)
        self.light = Light(settings.light, n_views)
        self.sh_scale = data.sh_scale
        self.eyeballs = eyeballs
        # VolSDF's beta, world units: the width of the surface's soft shell. Training lowers it by a schedule:
        # left to learn it (Yariv et al. 2021), a run of minutes ends with a shell of several pixels.
        self.register_buffer("beta", torch.tensor(settings.train.beta_first))
        self.specular_scale = nn.Parameter(torch.ones(()))    # of specular_bfm
        self.eye_specular = nn.Parameter(torch.tensor(EYE_SPECULAR), requires_grad=settings.brdf.fit_eyes)
        self.eye_roughness = nn.Parameter(torch.tensor(EYE_START if settings.brdf.fit_eyes else EYE_ROUGHNESS),
                                          requires_grad=settings.brdf.fit_eyes)

    def set_level(self, n_active: int) -> None:
        """Switch on the first `n_active` levels of the face's encoding (coarse to fine)."""
        self.face.residual.grid.set_level(n_active)

    @torch.no_grad()
    def keep_in_range(self) -> None:
        """Puts back what a step has moved out of its range: clamped where it is used, it would never come back."""
        self.eye_specular.clamp_(0.0, 1.0)
        self.eye_roughness.clamp_(0.03, 0.5)

    def forward(self, x: Tensor) -> Surface:
        """The scene's SDF, min(face, left, right), with gradient and owner at `x` (M, 3)."""
        sdf, gradient, feature = self.face(x)
        if self.eyeballs is None:
            return Surface(sdf, gradient, feature, sdf[:, None], torch.zeros_like(sdf, dtype=torch.long), gradient)
        eye_sdf, eye_gradient = self.eyeballs(x)
        objects = torch.cat([sdf[:, None], eye_sdf], dim=1)
        nearest, owner = objects.min(dim=1)
        gradients = torch.cat([gradient[:, None], eye_gradient], dim=1)
        picked = gradients.gather(1, owner[:, None, None].expand(-1, 1, 3))[:, 0]
        return Surface(nearest, picked, feature, objects, owner, gradient)

    def sdf(self, x: Tensor) -> Tensor:
        """SDF (M,) of the scene at `x` (M, 3), without gradient or feature."""
        face = self.face.sdf(x)
        return face if self.eyeballs is None else torch.minimum(face, self.eyeballs(x)[0].min(dim=1).values)

    def face_sdf(self, x: Tensor) -> Tensor:
        """SDF (M,) of the face alone, eyeballs left out."""
        return self.face.sdf(x)

    def material(self, x: Tensor, owner: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """Albedo (M, 3), specular (M, 1), roughness (M, 1); an eyeball's gloss is the eyes' own."""
        albedo, specular, roughness = self.material_field(x)
        if self.eyeballs is not None and owner is not None:
            eye = (owner > 0)[:, None]
            specular = torch.where(eye, self.eye_specular, specular)
            roughness = torch.where(eye, self.eye_roughness, roughness)
        return albedo, specular, roughness
