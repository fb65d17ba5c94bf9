"""A first shape: the visual hull of the masks, so that training starts at the silhouette.

CoRA starts from a sphere, which must first grow into the head while the soft shell is still wide. The masks
already say where the head cannot be.
"""
from __future__ import annotations

import numpy as np
import torch
from scipy.ndimage import distance_transform_edt
from torch.nn import functional as F

from lib.capture.views import HEAD, Views
from lib.fields.shape import FaceShape
from lib.render.sampling import SdfCache

N_VETOES = 2      # frames that must see background through a point: one bad mask carves nothing
N_STEPS = 80
N_POINTS = 4096


def visual_hull(views: Views, cache: SdfCache) -> np.ndarray:
    """Signed distance (side, side, side), world units, of the masks' visual hull at the cache's vertices."""
    points = cache.vertices.cpu().numpy().astype(np.float64)
    vetoes = np.zeros(len(points), np.int32)
    cameras = views.cameras
    for i in range(len(cameras)):
        px, depth = cameras.project(i, points)
        col, row = np.floor(np.nan_to_num(px, nan=-1.0, posinf=-1.0, neginf=-1.0).clip(-1, 1e6)).astype(int).T
        seen = (depth > 0) & (col >= 0) & (col < cameras.width) & (row >= 0) & (row < cameras.height)
        head = (views.labels[i] & HEAD) > 0
        vetoes[seen] += ~head[row[seen], col[seen]]
    side = cache.resolution + 1
    solid = (vetoes < N_VETOES).reshape(side, side, side)
    if not solid.any():
        raise ValueError("masks and cameras: expected the masks to share a common volume in "
                         f"[-{cache.bound:g}, {cache.bound:g}]^3, found none; check the pose file's convention and data.bound")
    # A vertex inside the frame of no camera stays solid; the box's own walls must not.
    solid[[0, -1]] = solid[:, [0, -1]] = solid[:, :, [0, -1]] = False
    return ((distance_transform_edt(~solid) - distance_transform_edt(solid)) * cache.cell).astype(np.float32)


def fit_hull(face: FaceShape, views: Views, cache: SdfCache, generator: torch.Generator) -> None:
    """Teaches the face's SDF the visual hull, levels as they are switched on now."""
    device = cache.values.device
    cache.values.copy_(torch.from_numpy(visual_hull(views, cache).reshape(-1)).to(device))
    optimizer = torch.optim.Adam(face.parameters(), lr=5e-3, eps=1e-15, fused=True)
    near = cache.vertices[cache.values.abs() < 2.5 * cache.cell]
    for _ in range(N_STEPS):
        pick = torch.randint(len(near), (N_POINTS // 2,), generator=generator, device=device)
        shake = torch.randn(N_POINTS // 2, 3, generator=generator, device=device) * cache.cell
        anywhere = torch.rand(N_POINTS // 2, 3, generator=generator, device=device) * 2.0 - 1.0
        points = torch.cat([near[pick] + shake, anywhere * cache.bound]).clamp(-cache.bound, cache.bound)
        sdf, gradient, _ = face(points)
        loss = F.l1_loss(sdf, cache.lookup(points)) + 0.02 * (gradient.norm(dim=-1) - 1.0).square().mean()
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
