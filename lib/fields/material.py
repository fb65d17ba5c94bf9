"""What the surfaces are made of: albedo, specular and roughness of a position."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from lib.fields.encoding import GridSpec
from lib.fields.field import HashField
from lib.fields.mlp import MLP
from lib.workbook.settings_sections import Brdf


class Material(nn.Module):
    """Albedo, specular and roughness of a position."""

    def __init__(self, spec: GridSpec, width: int, brdf: Brdf):
        super().__init__()
        self.field = HashField(spec, MLP(3 + spec.n_features, width, 5))
        self.min_roughness, self.max_roughness = brdf.min_roughness, brdf.max_roughness
        with torch.no_grad():  # training moves roughness slowly, so it starts near skin's
            span = brdf.max_roughness - brdf.min_roughness
            part = (brdf.skin_roughness - brdf.min_roughness) / span
            self.field.network.stack[-1].bias[4] = torch.logit(torch.tensor(part).clamp(0.05, 0.95))

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return albedo (M, 3) linear, specular s (M, 1), roughness r (M, 1) at `x` (M, 3), world
        units.
        """
        albedo, specular, rough = torch.sigmoid(self.field(x)[0]).split([3, 1, 1], dim=-1)
        roughness = self.min_roughness + (self.max_roughness - self.min_roughness) * rough
        return albedo, specular, roughness
