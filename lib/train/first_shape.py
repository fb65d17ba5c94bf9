"""A first shape: the visual hull of the masks, so that training starts at the silhouette.

CoRA starts from a sphere, which must first grow into the head while the soft shell is still wide.
The masks already say where the head cannot be. lib/capture/hull.py counts their votes; here they
become a signed distance that the face's SDF learns.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from lib.capture.distance import signed_distance
from lib.capture.hull import count_votes
from lib.capture.views import HEAD, Views
from lib.fields.shape import FaceShape
from lib.render.sampling import SdfCache
from lib.workbook.settings_sections import Train


def visual_hull(
    views: Views,
    bound: float,
    resolution: int,
    device: torch.device | str,
    n_vetoes: int,
) -> Tensor:
    """Return signed distance (resolution + 1,)^3, world units, of the masks' visual hull on a grid
    over the bound.

    A point is outside where `n_vetoes` frames see background through it.
    """
    axis = torch.linspace(-bound, bound, resolution + 1, device=device)
    points = torch.stack(torch.meshgrid(axis, axis, axis, indexing="ij"), -1).view(-1, 3)
    inside = (views.labels & HEAD) > 0
    vetoes, votes = count_votes(points, inside, views.cameras)
    side = resolution + 1
    solid = (vetoes < n_vetoes).view(side, side, side).cpu().numpy()
    if not (solid & (votes > 0).view(side, side, side).cpu().numpy()).any():
        raise ValueError(
            f"masks and cameras: expected the masks to share a volume in [-{bound:g}, "
            f"{bound:g}]^3, found none; check the pose file's convention, the scale of the scene "
            "and data.bound"
        )
    # A vertex that is in no camera's picture stays solid. The outermost layer is set to outside, so
    # that the hull is closed.
    solid[[0, -1]] = solid[:, [0, -1]] = solid[:, :, [0, -1]] = False
    return torch.from_numpy(-signed_distance(solid) * (2.0 * bound / resolution)).to(device)


def fit_hull(
    face: FaceShape, views: Views, cache: SdfCache, generator: torch.Generator, train: Train
) -> None:
    """Teach the face's SDF the visual hull, with the levels that are on now.

    `cache` gives the grid's size and device; its values stay.
    """
    device = cache.values.device
    cache = SdfCache(cache.bound, min(cache.resolution, train.hull_resolution), device)
    hull = visual_hull(views, cache.bound, cache.resolution, device, train.hull_vetoes)
    cache.values.copy_(hull.view(-1))
    optimizer = torch.optim.Adam(face.parameters(), lr=5e-3, eps=1e-15, fused=True)
    n_half = train.hull_points // 2
    near = cache.vertices[cache.values.abs() < 2.5 * cache.cell]
    for _ in range(train.hull_steps):
        pick = torch.randint(len(near), (n_half,), generator=generator, device=device)
        shake = torch.randn(n_half, 3, generator=generator, device=device) * cache.cell
        anywhere = torch.rand(n_half, 3, generator=generator, device=device) * 2.0 - 1.0
        points = torch.cat([near[pick] + shake, anywhere * cache.bound]).clamp(
            -cache.bound, cache.bound
        )
        sdf, gradient, _ = face(points)
        loss = (
            F.l1_loss(sdf, cache.lookup(points))
            + 0.02 * (gradient.norm(dim=-1) - 1.0).square().mean()
        )
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
