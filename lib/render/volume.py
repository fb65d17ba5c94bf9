"""Rays become pixels: VolSDF weights, and the method's shading at every sample."""
from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from lib.fields.scene import Scene, Surface
from lib.render import shading
from lib.render.sampling import SdfCache, may_hit, optical_depth, place_samples, split_weights, transmittance

AVERAGED = {"rgb", "radiance", "opacity", "objects", "diffuse_flash", "specular_flash", "ambient"}


class Rays(NamedTuple):
    """R rays with the camera each belongs to, world units."""

    origins: Tensor    # (R, 3)
    dirs: Tensor       # (R, 3) unit
    c2w: Tensor        # (R, 4, 4)
    view: Tensor       # (R,) index of the training frame


class Rendered(NamedTuple):
    """What R rays of S samples see. Colours are linear."""

    rgb: Tensor              # (R, 3) flash + ambient
    radiance: Tensor | None  # (R, 3) of the radiance head
    opacity: Tensor          # (R,)
    objects: Tensor          # (R, n_objects) each object's own opacity under the scene's transmittance
    weights: Tensor          # (R, S)
    distance: Tensor         # (R, S) along the ray, world units
    points: Tensor           # (R, S, 3)
    surface: Surface         # of the R * S samples
    normal: Tensor           # (R * S, 3)
    albedo: Tensor           # (R * S, 3)
    specular: Tensor         # (R * S, 1)
    roughness: Tensor        # (R * S, 1)
    diffuse_flash: Tensor    # (R, 3)
    specular_flash: Tensor   # (R, 3)
    ambient: Tensor          # (R, 3)


def camera_rays(px: Tensor, view: Tensor, c2w: Tensor, k: Tensor) -> Rays:
    """Rays through `px` (R, 2), pixel centres at +0.5, of cameras `c2w` (R, 4, 4) and `k` (3, 3)."""
    x = (px[:, 0] - k[0, 2]) / k[0, 0]
    y = (px[:, 1] - k[1, 2]) / k[1, 1]
    local = F.normalize(torch.stack([x, y, torch.ones_like(x)], -1), dim=-1)
    dirs = (c2w[:, :3, :3] @ local[..., None])[..., 0]
    return Rays(c2w[:, :3, 3], dirs, c2w, view)


def render_rays(scene: Scene, rays: Rays, cache: SdfCache, n_lookups: int, n_samples: int,
                jitter: Tensor | None = None, radiance: bool = False,
                extra: Tensor | None = None) -> tuple[Rendered, Surface | None]:
    """Pixels of `rays`, and the surface at `extra` (E, 3) points, which ride along in the same query.

    `jitter` (R,) shifts the samples.
    """
    n_rays = len(rays.origins)
    distance = place_samples(rays.origins.detach(), rays.dirs.detach(), cache, scene.beta, n_lookups, n_samples,
                             jitter)
    points = rays.origins[:, None] + distance[..., None] * rays.dirs[:, None]
    flat = points.reshape(-1, 3)
    found = scene(flat if extra is None else torch.cat([flat, extra]))
    surface, rest = (found, None) if extra is None else _split(found, len(flat))

    dirs = rays.dirs[:, None].expand_as(points).reshape(-1, 3)
    objects = surface.objects.view(n_rays, n_samples, -1)
    width = (distance[:, 1:] - distance[:, :-1])[..., None]
    depths = optical_depth(objects[:, :-1], objects[:, 1:], width, scene.beta)    # (R, S - 1, n_objects)
    sdf = surface.sdf.view(n_rays, n_samples)
    depth = depths[..., 0] if scene.eyeballs is None else \
        optical_depth(sdf[:, :-1], sdf[:, 1:], width[..., 0], scene.beta)
    through = transmittance(depth)
    weights = split_weights(through * -torch.expm1(-depth), sdf)
    # Each object's own density under the scene's transmittance (ObjectSDF++, Wu et al. 2023).
    object_opacity = (through[..., None] * -torch.expm1(-depths)).sum(1)

    normal = F.normalize(surface.gradient, dim=-1, eps=1e-6)
    albedo, specular, roughness = scene.material(flat, surface.owner)
    eye = rays.origins.repeat_interleave(n_samples, 0)
    flash_position = scene.light.flash_position(rays.c2w).repeat_interleave(n_samples, 0)
    flash_rgb = scene.light.flash(rays.view).repeat_interleave(n_samples, 0)
    # index_select adds its gradients up in one pass; indexing would sort them first.
    occlusion = scene.light.occlusion.index_select(0, rays.view)
    diffuse_flash, specular_flash = shading.point_light(albedo, specular, roughness, normal, flat, eye,
                                                        flash_position, flash_rgb)
    room = shading.ambient(albedo, normal, scene.light.sh_coeffs, occlusion.repeat_interleave(n_samples, 0),
                           scene.sh_scale)
    seen = [(weights[..., None] * colour.view(n_rays, -1, 3)).sum(1)
            for colour in (diffuse_flash, specular_flash, room)]
    head = None
    if radiance:
        colour = scene.radiance(surface.feature, normal, shading.sh_basis(dirs))
        head = (weights[..., None] * colour.view(n_rays, -1, 3)).sum(1)
    return Rendered(seen[0] + seen[1] + seen[2], head, weights.sum(-1), object_opacity, weights, distance, points,
                    surface, normal, albedo, specular, roughness, *seen), rest


def _split(found: Surface, n: int) -> tuple[Surface, Surface]:
    return Surface(*(part[:n] for part in found)), Surface(*(part[n:] for part in found))


@torch.no_grad()
def render_view(scene: Scene, c2w: np.ndarray, k: np.ndarray, size: tuple[int, int], cache: SdfCache, *,
                view: int = 0, n_lookups: int = 128, n_samples: int = 32, chunk: int = 4096,
                radiance: bool = False, antialias: bool = True) -> dict[str, np.ndarray]:
    """Images (H, W, ...) of one camera, float32: linear `rgb` and its parts, `normal` and `position` in the
    world frame, `depth` along the ray, `opacity`, `albedo`, `specular`, `roughness`, `objects` opacities.

    Pixels whose ray stays clear of the surface are 0 throughout. With `antialias`, colours and opacities of
    pixels on an outline are the mean of 2 x 2 rays; geometry and material are always those of the centre.
    `view` is the training frame whose occlusion and flash gain are used (the nearest one, for a new camera).
    """
    height, width = size
    device = scene.beta.device
    rows, cols = torch.meshgrid(torch.arange(height, device=device), torch.arange(width, device=device), indexing="ij")
    px = torch.stack([cols.reshape(-1), rows.reshape(-1)], -1).float() + 0.5
    pose = torch.as_tensor(c2w, dtype=torch.float32, device=device)
    intrinsics = torch.as_tensor(k, dtype=torch.float32, device=device)

    def look(px: Tensor) -> dict[str, Tensor]:
        index = torch.full((len(px),), view, device=device, dtype=torch.long)
        rays = camera_rays(px, index, pose.expand(len(px), 4, 4), intrinsics)
        hit = torch.cat([may_hit(origins, dirs, cache, n_lookups) for origins, dirs in
                         zip(rays.origins.split(1 << 16), rays.dirs.split(1 << 16), strict=True)])
        hit[0] = True    # an empty picture has its channels too
        images: dict[str, Tensor] = {}
        for pixels in torch.nonzero(hit)[:, 0].split(chunk):
            some = Rays(*(part[pixels] for part in rays))
            out, _ = render_rays(scene, some, cache, n_lookups, n_samples, radiance=radiance)
            for name, value in _pixels(out, some).items():
                value = value.view(len(pixels), -1)
                images.setdefault(name, value.new_zeros(len(px), value.shape[1]))[pixels] = value
        return images

    images = look(px)
    outline = torch.nonzero(_outline(images, height, width, 4.0 * cache.cell))[:, 0]
    if antialias and len(outline):
        corners = torch.tensor([[-0.25, -0.25], [0.25, -0.25], [-0.25, 0.25], [0.25, 0.25]], device=device)
        finer = look((px[outline, None] + corners).view(-1, 2))
        for name in AVERAGED & finer.keys():
            images[name][outline] = finer[name].view(len(outline), 4, -1).mean(1)
    return {name: image.view(height, width, -1).squeeze(-1).cpu().numpy() for name, image in images.items()}


def _outline(images: dict[str, Tensor], height: int, width: int, jump: float) -> Tensor:
    """Bool (H * W,): pixels with an edge of opacity, of an object or of depth (`jump`, world units) around them."""
    edge = torch.zeros(1, 1, height, width, dtype=torch.bool, device=images["depth"].device)
    channels = [(images["depth"] * (images["opacity"] > 0.5), jump), (images["opacity"], 0.1)]
    channels += [(images["objects"][:, k:k + 1], 0.3) for k in range(images["objects"].shape[1])]
    for values, limit in channels:
        image = values.view(1, 1, height, width)
        span = F.max_pool2d(image, 3, 1, 1) + F.max_pool2d(-image, 3, 1, 1)
        edge |= span > limit
    return edge.view(-1)


def _pixels(out: Rendered, rays: Rays) -> dict[str, Tensor]:
    n_rays = len(out.opacity)

    def mean(samples: Tensor) -> Tensor:
        total = (out.weights[..., None] * samples.view(n_rays, -1, samples.shape[-1])).sum(1)
        return total / out.opacity.clamp_min(1e-6)[:, None]

    depth = (out.weights * out.distance).sum(-1) / out.opacity.clamp_min(1e-6)
    pixels = {"rgb": out.rgb, "opacity": out.opacity, "depth": depth, "objects": out.objects,
              "position": rays.origins + depth[:, None] * rays.dirs,
              "normal": F.normalize(mean(out.normal), dim=-1), "albedo": mean(out.albedo),
              "specular": mean(out.specular), "roughness": mean(out.roughness),
              "diffuse_flash": out.diffuse_flash, "specular_flash": out.specular_flash, "ambient": out.ambient}
    if out.radiance is not None:
        pixels["radiance"] = out.radiance
    return pixels
