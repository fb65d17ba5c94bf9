"""Shadows of a flash beside the lens, from the coarse copy of the SDF."""
from __future__ import annotations

import torch
from torch import Tensor

from lib.fields.light import Light
from lib.render.sampling import SdfCache, box_interval, density_integral

N_PLACES = 32    # on the way to the flash at which the cached SDF is looked up
LEAVE = 1.5      # cells of the cache at which the way begins, off its own surface


@torch.no_grad()
def reaching(points: Tensor, flash_position: Tensor, cache: SdfCache, beta: Tensor) -> Tensor:
    """Share (R,) of the flash at `flash_position` (R, 3) that reaches `points` (R, 3); world units.

    VolSDF's transmittance with the optical depth counted along the SDF (see `optical_depth`), of the stretches
    alone on which the way comes nearer to a surface: the one it leaves takes no light away, however flat the flash
    shines on it. Not differentiable: shadows do not move the surface.
    """
    way = flash_position - points
    length = way.norm(dim=-1).clamp_min(1e-6)
    dirs = way / length[:, None]
    start = LEAVE * cache.cell
    end = torch.minimum(box_interval(points, dirs, cache.bound)[1], length).clamp_min(start)
    # Closer together near the point: the nearest edges cast the sharpest shadows.
    ticks = torch.linspace(0.0, 1.0, N_PLACES, device=points.device) ** 1.5
    distance = start + (end - start)[:, None] * ticks
    sdf = cache.lookup(points[:, None] + distance[..., None] * dirs[:, None])
    soft = beta.clamp_min(0.35 * cache.cell)
    return torch.exp(density_integral(sdf / soft).diff(dim=1).clamp_max(0.0).sum(dim=1))


def arriving(light: Light, c2w: Tensor, view: Tensor, points: Tensor, cache: SdfCache, beta: Tensor
             ) -> tuple[Tensor, Tensor]:
    """Where the flash of cameras `c2w` (R, 4, 4), frames `view` (R,), sits, and what of it gets to `points`.

    All (R, 3), world units and linear colour. Only a flash beside the lens casts shadows that the camera sees.
    """
    position, flash = light.flash_position(c2w), light.flash(view)
    if light.beside_lens:
        flash = flash * reaching(points.detach(), position.detach(), cache, beta)[:, None]
    return position, flash
