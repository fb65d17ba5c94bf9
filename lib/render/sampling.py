"""Where along a ray to look: a fixed number of samples, most of them around the surface.

A coarse copy of the SDF says where the surface is. Fixed shapes beat ragged ones: every ray gets
the same number of samples, so a step is a few dense operations.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F


class SdfCache:
    """The scene's SDF at the vertices of a regular grid of `resolution` cells a side over [-bound,
    bound]^3, world units.
    """

    def __init__(self, bound: float, resolution: int, device: torch.device | str):
        self.bound, self.resolution = bound, resolution
        axis = torch.linspace(-bound, bound, resolution + 1, device=device)
        self.vertices = torch.stack(torch.meshgrid(axis, axis, axis, indexing="ij"), -1).view(-1, 3)
        self.values = torch.zeros(len(self.vertices), device=device)

    @property
    def cell(self) -> float:
        return 2.0 * self.bound / self.resolution

    @torch.no_grad()
    def refresh(self, scene, chunk: int = 1 << 18) -> None:
        """Evaluate the scene's SDF anew at every vertex."""
        for start in range(0, len(self.vertices), chunk):
            self.values[start : start + chunk] = scene.sdf(
                self.vertices[start : start + chunk]
            ).float()

    def lookup(self, x: Tensor) -> Tensor:
        """Return trilinear SDF (...) at `x` (..., 3); beyond the bound, that of its border."""
        side = self.resolution + 1
        grid = (x / self.bound).flip(-1).view(1, 1, 1, -1, 3)  # grid_sample's x is the last axis
        volume = self.values.view(1, 1, side, side, side)
        return F.grid_sample(volume, grid, align_corners=True, padding_mode="border").view(
            x.shape[:-1]
        )


def box_interval(origins: Tensor, dirs: Tensor, bound: float) -> tuple[Tensor, Tensor]:
    """Return entry and exit (R,) of rays through [-bound, bound]^3; a ray that misses gets an empty
    interval, not far off.
    """
    inverse = 1.0 / torch.where(dirs.abs() < 1e-9, torch.full_like(dirs, 1e-9), dirs)
    a, b = (-bound - origins) * inverse, (bound - origins) * inverse
    # A ray beside the box and along it would meet its planes a million units away, where no field
    # is defined.
    reach = origins.norm(dim=-1) + 1.8 * bound
    near = torch.minimum(torch.minimum(a, b).amax(-1).clamp_min(1e-3), reach)
    far = torch.maximum(a, b).amin(-1)
    return near, torch.maximum(far, near)


@torch.no_grad()
def may_hit(origins: Tensor, dirs: Tensor, cache: SdfCache, n_lookups: int) -> Tensor:
    """Return bool (R,): whether rays (R, 3) come near the surface, by the cached SDF at `n_lookups`
    places.
    """
    near, far = box_interval(origins, dirs, cache.bound)
    ticks = torch.linspace(0.0, 1.0, n_lookups, device=origins.device)
    distance = near[:, None] + (far - near)[:, None] * ticks
    sdf = cache.lookup(origins[:, None] + distance[..., None] * dirs[:, None])
    return (far > near) & (sdf.amin(dim=-1) < 2.0 * cache.cell)


def optical_depth(sdf: Tensor, beta: Tensor) -> Tensor:
    """Return optical depth (R, S - 1, ...) of the stretches between a ray's samples, where the SDF
    (R, S, ...) runs linearly.

    VolSDF's density Psi_beta(-sdf) / beta (Yariv et al. 2021, eq. 2), counted along the SDF instead
    of along the ray: the integral of Psi_beta(-s) / beta over ds, in closed form. The two agree for
    a ray that meets the surface head on. One that only grazes it stays in the soft shell for long;
    along the ray that shell is opaque at several beta from the surface, so that outlines would come
    out too large and training would shrink the head to fit them. Counted along the SDF, where a ray
    turns opaque does not depend on its angle (as in NeuS, Wang et al. 2021, sec. 3.1).
    """
    return density_integral(sdf / beta).diff(dim=1).abs()


def density_integral(scaled: Tensor) -> Tensor:
    """Return the antiderivative (...) of VolSDF's density at `scaled` (...), the SDF in units of
    beta: -exp(-s) / 2 outside, s - exp(s) / 2 inside.
    """
    return torch.sub(scaled.clamp_max(0.0), torch.exp(-scaled.abs()), alpha=0.5)


def split_weights(weight: Tensor, sdf: Tensor) -> Tensor:
    """Return weights (R, S) of samples from those of the stretches between them (R, S - 1), with
    the SDF (R, S).

    A stretch that enters the surface gives to its two ends in proportion to where the SDF crosses
    zero, so that the weighted mean of the samples lies on the surface; any other gives half and
    half.
    """
    start, end = sdf[:, :-1].detach(), sdf[:, 1:].detach()
    crosses = (start > 0) & (end <= 0)
    part = torch.where(crosses, start / (start - end).clamp_min(1e-9), torch.full_like(start, 0.5))
    return F.pad(weight * (1.0 - part), (0, 1)) + F.pad(weight * part, (1, 0))


def transmittance(depth: Tensor) -> Tensor:
    """Return light (R, N) that reaches the start of each stretch, from optical depths (R, N) front
    to back.
    """
    return torch.exp(-(torch.cumsum(depth, dim=-1) - depth))


@torch.no_grad()
def place_samples(
    origins: Tensor,
    dirs: Tensor,
    cache: SdfCache,
    beta: Tensor,
    n_lookups: int,
    n_samples: int,
    jitter: Tensor | None,
    uniform_share: float = 0.15,
) -> Tensor:
    """Return distances (R, n_samples) along each ray, ascending, world units.

    Rays (R, 3). The cached SDF at `n_lookups` places gives the weights of a VolSDF ray; the samples
    are the quantiles of those weights, mixed with `uniform_share` of an even spread. `jitter` (R,)
    in [0, 1) shifts a ray's quantiles (None: no shift).
    """
    near, far = box_interval(origins, dirs, cache.bound)
    ticks = torch.linspace(0.0, 1.0, n_lookups + 1, device=origins.device)
    edges = near[:, None] + (far - near)[:, None] * ticks
    sdf = cache.lookup(origins[:, None] + edges[..., None] * dirs[:, None])
    soft = beta.clamp_min(0.35 * cache.cell)  # never sharper than the copy can tell
    # What has been seen up to a place is 1 - exp(-depth): the weights' sum, without the weights.
    seen = -torch.expm1(-torch.cumsum(optical_depth(sdf, soft), dim=-1))
    seen = seen / seen[:, -1:].clamp_min(1e-6)
    cdf = F.pad(torch.lerp(seen, ticks[1:], uniform_share), (1, 0))
    cdf = cdf / cdf[:, -1:]

    shift = 0.5 if jitter is None else jitter[:, None]
    quantile = (torch.arange(n_samples, device=origins.device) + shift) / n_samples
    quantile = quantile.expand(len(origins), -1).contiguous()
    slot = torch.searchsorted(cdf, quantile, right=True).clamp(1, n_lookups)
    lower, upper = cdf.gather(1, slot - 1), cdf.gather(1, slot)
    part = ((quantile - lower) / (upper - lower).clamp_min(1e-9)).clamp(0.0, 1.0)
    start, end = edges.gather(1, slot - 1), edges.gather(1, slot)
    return start + part * (end - start)
