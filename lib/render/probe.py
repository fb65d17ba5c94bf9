"""Looks into a trained scene: along one ray, and at a plane through the head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch

from lib.fields.scene import Scene
from lib.render.sampling import SdfCache, box_interval, optical_depth, transmittance
from lib.render.volume import camera_rays, render_rays

N_STRETCHES = 600  # of the fine look along a ray


class RayTrace(NamedTuple):
    """One ray through a scene, numpy; distances in world units from the camera."""

    distance: np.ndarray  # (N,) places of the fine look
    sdf: np.ndarray  # (N,)
    density: np.ndarray  # (N,) VolSDF's, a world unit
    light: np.ndarray  # (N,) share of the light that comes through so far: transmittance
    samples: np.ndarray  # (S,) where a training step would look, near to far
    weights: np.ndarray  # (S,) of the samples; their sum is the opacity
    beta: float  # world units
    rgb: np.ndarray  # (3,) linear, as rendered


@torch.no_grad()
def follow_ray(
    scene: Scene,
    cache: SdfCache,
    c2w: np.ndarray,
    K: np.ndarray,
    px: tuple[float, float],
    view: int,
    n_lookups: int,
    n_samples: int,
) -> RayTrace:
    """Return what the ray through pixel `px` (column, row) of a camera meets.

    c2w (4, 4) OpenCV, world; K (3, 3) pixels. view: the training frame whose gain and occlusion
    count. n_lookups, n_samples: see `render_rays`.
    """
    device = scene.beta.device
    pose = torch.as_tensor(np.asarray(c2w)[None], dtype=torch.float32, device=device)
    lens = torch.as_tensor(K, dtype=torch.float32, device=device)
    at = torch.tensor([px], dtype=torch.float32, device=device)
    rays = camera_rays(at, torch.tensor([view], device=device), pose, lens)
    out = render_rays(scene, rays, cache, n_lookups, n_samples)
    near, far = (float(end) for end in box_interval(rays.origins, rays.dirs, scene.bound))
    distance = torch.linspace(near, far, N_STRETCHES, device=device)
    sdf = scene.sdf(rays.origins + distance[:, None] * rays.dirs)
    outside = 0.5 * torch.exp(-sdf.abs() / scene.beta)
    density = torch.where(sdf > 0, outside, 1.0 - outside) / scene.beta
    light = transmittance(optical_depth(sdf[None], scene.beta))[0]
    light = torch.cat([light, light[-1:]])
    order = out.distance[0].argsort()
    values = distance, sdf, density, light, out.distance[0][order], out.weights[0][order]
    return RayTrace(
        *(value.cpu().numpy() for value in values), float(scene.beta), out.rgb[0].cpu().numpy()
    )


@torch.no_grad()
def sdf_slices(
    scene: Scene, levels: Sequence[int], right: np.ndarray, up: np.ndarray, n: int = 160
) -> np.ndarray:
    """Return the face's SDF (L, n, n), world units, on the plane through the origin along `right`
    and `up` (3,), with the first levels[k] levels of its encoding on.

    Row 0 is the top; the plane reaches to the bound on all sides. The scene is left as it was.
    """
    device, grid = scene.beta.device, scene.face.residual.grid
    axis = np.linspace(-scene.bound, scene.bound, n)
    points = axis[None, :, None] * right + axis[::-1, None, None] * up
    points = torch.as_tensor(points.reshape(-1, 3), dtype=torch.float32, device=device)
    before, slices = grid.n_active, []
    for level in levels:
        scene.set_level(level)
        slices.append(scene.face_sdf(points).view(n, n).cpu().numpy())
    scene.set_level(before)
    return np.stack(slices)
