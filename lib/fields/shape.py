"""Where the surfaces are: the face's signed distance field, and two spheres for the eyeballs."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from lib.fields.encoding import GridSpec
from lib.fields.field import HashField
from lib.fields.mlp import TangentMLP


class FaceShape(nn.Module):
    """The face's SDF: a sphere plus a learned residual of the encoded position.

    start_radius: of the sphere, world units.
    """

    def __init__(self, spec: GridSpec, width: int, n_feature: int, start_radius: float):
        super().__init__()
        self.residual = HashField(spec, TangentMLP(3 + spec.n_features, width, 1 + n_feature))
        self.start_radius = start_radius
        # The residual starts near zero, so the first surface is the sphere itself.
        with torch.no_grad():
            self.residual.network.gains[-1].mul_(1e-2)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return SDF (M,), its gradient (M, 3) and a feature (M, n_feature) at `x` (M, 3), world
        units.

        All three are differentiable in the weights: the gradient is carried forward, not taken by
        autograd.
        """
        value, gradient = self.residual(x, tangents=True)
        distance = x.norm(dim=-1).clamp_min(1e-6)
        return (
            value[:, 0] + distance - self.start_radius,
            gradient + x / distance[:, None],
            value[:, 1:],
        )

    def sdf(self, x: Tensor) -> Tensor:
        """Return SDF (M,) alone, at a quarter of the cost."""
        return self.residual(x)[0][:, 0] + x.norm(dim=-1).clamp_min(1e-6) - self.start_radius


@dataclass
class EyeballStart:
    """What was found of the eyes before the second training: where its eyeballs start, what holds
    them.

    World units, the subject's left eye first; plain lists, so that a checkpoint can hold them.
    centers: 2 points. radius: of both. landmarks: points on each eyeball, perhaps none. center_sd:
    standard deviations of the centres where highlights showed them, else None. trust: of each
    landmark, 1 for marks by hand, less for proposed ones; empty: 1 for all.
    """

    centers: list[list[float]]
    radius: float
    landmarks: tuple[list[list[float]], list[list[float]]] = ((), ())
    center_sd: tuple[float | None, float | None] = (None, None)
    trust: tuple[list[float], list[float]] = ((), ())


class Eyeballs(nn.Module):
    """Two spheres, the subject's left eye first: free centres, one shared radius.

    start: where they begin; its radius is brought into min_radius to max_radius, world units.
    """

    def __init__(
        self,
        start: EyeballStart,
        min_radius: float,
        max_radius: float,
        fixed_centers: bool = False,
    ):
        super().__init__()
        self.centers = nn.Parameter(
            torch.tensor(start.centers, dtype=torch.float32), requires_grad=not fixed_centers
        )
        self.min_radius, self.max_radius = min_radius, max_radius
        part = min(max((start.radius - min_radius) / (max_radius - min_radius), 0.02), 0.98)
        self.radius_logit = nn.Parameter(torch.logit(torch.tensor(float(part))))

    @property
    def radius(self) -> Tensor:
        """World units, between eyeball_min_size and eyeball_max_size."""
        return self.min_radius + (self.max_radius - self.min_radius) * torch.sigmoid(
            self.radius_logit
        )

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Return SDF (M, 2) and its gradient (M, 2, 3) of both spheres at `x` (M, 3), world units.
        """
        away = x[:, None, :] - self.centers
        distance = away.norm(dim=-1).clamp_min(1e-6)
        return distance - self.radius, away / distance[..., None]
