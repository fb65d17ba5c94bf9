"""What the flash adds to a pixel, and the shadows that a camera sees of a flash beside its lens."""

from __future__ import annotations

import torch
from torch import Tensor

from lib.fields.light import Light
from lib.render import shading
from lib.render.bounce import bounced
from lib.render.sampling import SdfCache, box_interval, density_integral

# Cells of the cache between a point and where its way to the flash begins. Nearer to its own
# surface the cache is too coarse, and the point would shade itself.
LEAVE = 1.5


@torch.no_grad()
def reaching(
    points: Tensor, flash_position: Tensor, cache: SdfCache, beta: Tensor, n_lookups: int = 32
) -> Tensor:
    """Return share (R,) of the flash at `flash_position` (R, 3) that reaches `points` (R, 3); world
    units.

    VolSDF's transmittance, with the optical depth counted along the SDF (see `optical_depth`). Only
    stretches that come nearer to a surface count: so the surface that the way leaves takes no light
    away, even at a grazing angle. The cached SDF is read at `n_lookups` places. Not differentiable:
    shadows do not move the surface.
    """
    way = flash_position - points
    length = way.norm(dim=-1).clamp_min(1e-6)
    dirs = way / length[:, None]
    start = LEAVE * cache.cell
    end = torch.minimum(box_interval(points, dirs, cache.bound)[1], length).clamp_min(start)
    # Closer together near the point: the nearest edges cast the sharpest shadows.
    ticks = torch.linspace(0.0, 1.0, n_lookups, device=points.device) ** 1.5
    distance = start + (end - start)[:, None] * ticks
    sdf = cache.lookup(points[:, None] + distance[..., None] * dirs[:, None])
    soft = beta.clamp_min(0.35 * cache.cell)
    return torch.exp(density_integral(sdf / soft).diff(dim=1).clamp_max(0.0).sum(dim=1))


def flash_light(
    light: Light,
    c2w: Tensor,
    view: Tensor,
    material: tuple[Tensor, Tensor, Tensor],
    normal: Tensor,
    points: Tensor,
    cache: SdfCache,
    beta: Tensor,
    n_lookups: int = 32,
    spread: Tensor | None = None,
) -> tuple[Tensor, Tensor]:
    """Return diffuse and specular radiance (R, S, 3) of the flash from S points on each of R rays.

    Cameras `c2w` (R, 4, 4), frames `view` (R,); albedo (R, S, 3), specular and roughness (R, S, 1)
    as `material`; `normal` and `points` (R, S, 3), the heaviest point of a ray first. Only a flash
    beside the lens casts shadows that the camera sees. The shadow is computed at the first point
    and used for the whole ray. `spread` (R, S, 1) widens highlights, see `shading.brdf`. Where
    `light.bounce` is above 0, the diffuse part holds so much of `bounced`.
    """
    eye, flash = c2w[:, None, :3, 3], light.flash(view)[:, None]
    if light.beside_lens:
        position = light.flash_position(c2w)
        share = reaching(points[:, 0].detach(), position.detach(), cache, beta, n_lookups)
        direct = flash * share[:, None, None]
        diffuse, gloss = shading.point_light(
            *material, normal, points, eye, position[:, None], direct, spread
        )
    else:
        diffuse, gloss = shading.light_at_eye(*material, normal, points, eye, flash, spread)
    if light.bounce > 0:
        diffuse = diffuse + light.bounce * bounced(material[0], normal, points, eye, flash, cache)
    return diffuse, gloss
