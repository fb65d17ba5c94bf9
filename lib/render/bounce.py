"""Bounced light of the flash in training, by cones through the distance field.

For relit pictures of an exported head, lib/export/bounces.py computes it under any lamp instead, by
lib/render/radiosity.py.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F

from lib.render.sampling import SdfCache

# Five cones share the hemisphere: one about the normal, four about directions so far from it.
TILT = 0.96  # rad
HALF_ANGLE = 0.5  # its sine, of every cone
MIDDLE = 0.25  # of the light that comes evenly from everywhere, what the middle cone brings
REACH = 0.4  # how far a cone is followed, in parts of the bound
N_ALONG = 5  # places along a cone
LIFT = 0.25  # cells of the cache between a point and where its cones begin


@torch.no_grad()
def openness(points: Tensor, normal: Tensor, cache: SdfCache) -> Tensor:
    """Return the part (R,) of the hemisphere over `points` (R, 3), world units, that is open,
    weighted by the cosine to their unit `normal` (R, 3): 1 on a plane, less in a hollow.

    Cones through a distance field (Wright 2015, Dynamic Occlusion with Signed Distance Fields,
    SIGGRAPH course): at a place t along a cone of half angle a, the cone is open as far as the
    nearest surface leaves it wide, sdf / (t sin a). The narrowest of N_ALONG places counts. The
    points' own cached SDF is subtracted first: the cache is coarse, and the point lies on the
    surface. Not differentiable.
    """
    # An axis that the normal is not along, made on the device: a CUDA graph copies nothing.
    x_axis = (normal[:, 0].abs() < 0.7).to(normal.dtype)
    axis = torch.stack([x_axis, 1.0 - x_axis, torch.zeros_like(x_axis)], -1)
    one = F.normalize(torch.linalg.cross(normal, axis, dim=-1), dim=-1)
    two = torch.linalg.cross(normal, one, dim=-1)
    ahead, aside = math.cos(TILT) * normal, math.sin(TILT)
    tilted = (ahead + aside * way for way in (one, -one, two, -two))
    dirs = torch.stack([normal, *tilted], 1)
    growth = (REACH * cache.bound / cache.cell) ** (1.0 / (N_ALONG - 1))
    along = cache.cell * growth ** torch.arange(N_ALONG, device=points.device)
    start = points + LIFT * cache.cell * normal
    places = start[:, None, None] + along[:, None] * dirs[:, :, None]
    distance = cache.lookup(places) - cache.lookup(points)[:, None, None]
    outside = (places.abs() > cache.bound).any(-1)
    free = (distance / (HALF_ANGLE * along)).clamp(0.0, 1.0)
    free = torch.where(outside, torch.ones_like(free), free).amin(-1)
    return MIDDLE * free[:, 0] + (1.0 - MIDDLE) * free[:, 1:].mean(-1)


def bounced(
    albedo: Tensor, normal: Tensor, points: Tensor, eye: Tensor, flash: Tensor, cache: SdfCache
) -> Tensor:
    """Return the diffuse radiance (R, S, 3) that hollows throw at themselves, of a `flash` (R, 1,
    3), intensity times colour, at `eye` (R, 1, 3); world units.

    albedo / pi times flash / d^2 times q / (1 - q), where q is the albedo times the closed part of
    the hemisphere: what closes it is taken to be lit from the front and coloured like the point, so
    that light goes to and fro in a geometric series q + q^2 + ... (the assumption of Jimenez et al.
    2016, Practical Realtime Strategies for Accurate Indirect Occlusion). The surroundings are
    seldom lit from the front: `light.bounce` is the part that counts.

    albedo, normal, points (R, S, 3), the heaviest sample of a ray first. The first one's openness
    stands for the whole ray. Differentiable in the point's own albedo and in the flash alone: light
    from elsewhere neither moves the surface nor colours what throws it.
    """
    closed = 1.0 - openness(points[:, 0].detach(), normal[:, 0].detach(), cache)
    thrown = albedo.detach() * closed[:, None, None]
    arriving = flash / (points - eye).square().sum(-1, keepdim=True).clamp_min(1e-6)
    return albedo / math.pi * arriving * thrown / (1.0 - thrown).clamp_min(0.1)
