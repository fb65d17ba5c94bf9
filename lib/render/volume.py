"""Rays become pixels: VolSDF weights, and the method's shading at every sample."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from lib.fields.scene import Scene
from lib.render import shading
from lib.render.flash import flash_light
from lib.render.sampling import (
    SdfCache,
    may_hit,
    optical_depth,
    place_samples,
    split_weights,
    transmittance,
)

AVERAGED = {"rgb", "opacity", "objects", "diffuse_flash", "specular_flash", "ambient"}


class Rays(NamedTuple):
    """R rays with the camera each belongs to, world units."""

    origins: Tensor  # (R, 3)
    dirs: Tensor  # (R, 3) unit
    c2w: Tensor  # (R, 4, 4)
    view: Tensor  # (R,) index of the training frame
    pixel: Tensor | None = None  # (R,) radians that a pixel spans; None: rays without a width


class Rendered(NamedTuple):
    """What R rays of S samples see, of which K are shaded. Colours are linear."""

    rgb: Tensor  # (R, 3) flash + ambient, as the photo shows them
    opacity: Tensor  # (R,)
    objects: Tensor  # (R, n_objects) each object's own opacity under the scene's transmittance
    weights: Tensor  # (R, K) of the shaded samples, the largest first; they add up to the opacity
    distance: Tensor  # (R, K) along the ray, world units
    points: Tensor  # (R, K, 3)
    face_normal: Tensor  # (R, K, 3) of the face, whoever owns the sample
    normal: Tensor  # (R, K, 3)
    albedo: Tensor  # (R, K, 3)
    specular: Tensor  # (R, K, 1)
    roughness: Tensor  # (R, K, 1)
    diffuse_flash: Tensor  # (R, 3)
    specular_flash: Tensor  # (R, 3)
    ambient: Tensor  # (R, 3)
    face_gradient: Tensor  # (R * S + E, 3) of all samples and of the extra points


def camera_rays(px: Tensor, view: Tensor, c2w: Tensor, k: Tensor) -> Rays:
    """Return rays through `px` (R, 2), pixel centres at +0.5, of cameras `c2w` (R, 4, 4) and `k`
    (3, 3).
    """
    x = (px[:, 0] - k[0, 2]) / k[0, 0]
    y = (px[:, 1] - k[1, 2]) / k[1, 1]
    local = F.normalize(torch.stack([x, y, torch.ones_like(x)], -1), dim=-1)
    dirs = (c2w[:, :3, :3] @ local[..., None])[..., 0]
    return Rays(c2w[:, :3, 3], dirs, c2w, view, (1.0 / k[0, 0]).expand(len(px)))


def render_rays(
    scene: Scene,
    rays: Rays,
    cache: SdfCache,
    n_lookups: int,
    n_samples: int,
    *,
    n_shaded: int | None = None,
    jitter: Tensor | None = None,
    extra: Tensor | None = None,
) -> Rendered:
    """Return pixels of `rays`, from `n_samples` each, of which the `n_shaded` heaviest are shaded
    (None: all).

    `jitter` (R,) shifts the samples. At `extra` (E, 3) points the SDF's gradient is asked along the
    way.
    """
    n_rays = len(rays.origins)
    distance = place_samples(
        rays.origins.detach(),
        rays.dirs.detach(),
        cache,
        scene.beta,
        n_lookups,
        n_samples,
        jitter,
        scene.renderer.uniform_share,
    )
    points = rays.origins[:, None] + distance[..., None] * rays.dirs[:, None]
    flat = points.reshape(-1, 3)
    surface = scene(flat if extra is None else torch.cat([flat, extra]))

    def of_rays(values: Tensor) -> Tensor:
        return values[: len(flat)].view(n_rays, n_samples, *values.shape[1:])

    sdf = of_rays(surface.sdf)
    optical = optical_depth(sdf, scene.beta)
    weights = split_weights(transmittance(optical) * -torch.expm1(-optical), sdf)
    opacity = weights.sum(-1)
    if scene.eyeballs is None:
        objects = opacity[:, None]
    else:
        objects = _object_opacity(of_rays(surface.objects), scene.beta)

    # Only the heaviest samples are shaded. Their weights are scaled up to the ray's opacity.
    chosen = weights.detach().topk(n_shaded or n_samples, dim=-1).indices
    weights = weights.gather(1, chosen)
    weights = weights * (opacity / weights.sum(-1).clamp_min(1e-6))[:, None]

    def pick(values: Tensor) -> Tensor:
        if values.dim() == 2:
            return values.gather(1, chosen)
        return values.gather(1, chosen[..., None].expand(-1, -1, values.shape[-1]))

    points, distance = pick(points), pick(distance)
    face_normal = normal = F.normalize(pick(of_rays(surface.face_gradient)), dim=-1, eps=1e-6)
    if scene.eyeballs is not None:
        normal = F.normalize(pick(of_rays(surface.gradient)), dim=-1, eps=1e-6)
    owner = pick(of_rays(surface.owner))
    material, radiance = shade(scene, rays, points, normal, owner, distance, cache)
    seen = (weights[..., None] * torch.cat(radiance, -1)).sum(1).split(3, -1)
    rgb = scene.light.response(seen[0] + seen[1] + seen[2])
    return Rendered(
        rgb,
        opacity,
        objects,
        weights,
        distance,
        points,
        face_normal,
        normal,
        *material,
        *seen,
        surface.face_gradient,
    )


def shade(
    scene: Scene,
    rays: Rays,
    points: Tensor,
    normal: Tensor,
    owner: Tensor,
    distance: Tensor,
    cache: SdfCache,
) -> tuple[tuple[Tensor, Tensor, Tensor], tuple[Tensor, Tensor, Tensor]]:
    """Return material and radiance of K surface points on each of R rays, seen by the ray's camera.

    Material: albedo (R, K, 3), specular and roughness (R, K, 1). Radiance, linear (R, K, 3): the
    flash's diffuse and specular parts, and the room's. `points` and unit `normal` (R, K, 3) world;
    `owner` and `distance` along the ray (R, K). Differentiable in material, light, `points` and
    `normal`; shadows and bounced light do not move the surface.
    """
    material = scene.material(points.reshape(-1, 3), owner.reshape(-1))
    material = tuple(values.view(*owner.shape, values.shape[-1]) for values in material)
    light = scene.light
    flash = flash_light(
        light,
        rays.c2w,
        rays.view,
        material,
        normal,
        points,
        cache,
        scene.beta,
        scene.renderer.shadow_n_samples,
        None if rays.pixel is None else highlight_spread(scene, owner, distance, rays.pixel),
    )
    # index_select adds its gradients up in one pass; indexing would sort them first.
    occlusion = light.occlusion.index_select(0, rays.view)[:, None]
    room = shading.ambient(material[0], normal, light.sh_coeffs, occlusion, scene.sh_scale)
    return material, (*flash, room)


def highlight_spread(scene: Scene, owner: Tensor, distance: Tensor, pixel: Tensor) -> Tensor | None:
    """Return how much the half vector's slope varies within a pixel on an eyeball: the standard
    deviation (R, S, 1).

    It is 0 on the face. None if the scene has no eyeballs, or renderer.eye_pixel_filter is 0.
    `owner` and `distance` (R, S) of the samples, `pixel` (R,) see `Rays`. Across a pixel of width w
    an eyeball's normal turns by w / radius, and the direction to the camera by w / distance. In
    most photos an eye's highlight is narrower than that, so a photo shows the camera's filter.
    """
    width = scene.renderer.eye_pixel_filter
    if scene.eyeballs is None or width == 0:
        return None
    turn = distance.detach() / scene.eyeballs.radius.detach() + 1.0
    return (width * pixel[:, None] * turn * (owner > 0))[..., None]


def _object_opacity(objects: Tensor, beta: Tensor) -> Tensor:
    """Return opacity (R, n_objects) of each object, from SDFs (R, S, n_objects): its own density,
    the scene's transmittance.

    ObjectSDF++ (Wu et al. 2023). Differentiable in the face alone: masks, which may be a pixel off,
    shape the lids; where the eyeballs are, landmarks, highlights and photos know better.
    """
    held = torch.cat([objects[..., :1], objects[..., 1:].detach()], -1)
    optical = optical_depth(
        torch.cat([held, held.amin(-1, keepdim=True)], -1), beta
    )  # last, of the scene
    return (transmittance(optical[..., -1])[..., None] * -torch.expm1(-optical[..., :-1])).sum(1)


@torch.no_grad()
def render_view(
    scene: Scene,
    c2w: np.ndarray,
    k: np.ndarray,
    size: tuple[int, int],
    cache: SdfCache,
    *,
    view: int = 0,
    n_lookups: int = 128,
    n_samples: int = 32,
    chunk: int = 4096,
) -> dict[str, np.ndarray]:
    """Return images (H, W, ...) of one camera, float32: linear `rgb` and its parts, `normal` and
    `position` in the world frame, `depth` along the ray, `opacity`, `albedo`, `specular`,
    `roughness`, `objects` opacities.

    Pixels whose ray stays clear of the surface are 0 throughout. Colours and opacities of pixels on
    an outline are the mean of 2 x 2 rays; geometry and material are always those of the centre.
    `view` is the training frame whose occlusion and flash gain are used (the nearest one, for a new
    camera).
    """
    height, width = size
    device = scene.beta.device
    rows, cols = torch.meshgrid(
        torch.arange(height, device=device), torch.arange(width, device=device), indexing="ij"
    )
    px = torch.stack([cols.reshape(-1), rows.reshape(-1)], -1).float() + 0.5
    pose = torch.as_tensor(c2w, dtype=torch.float32, device=device)
    intrinsics = torch.as_tensor(k, dtype=torch.float32, device=device)

    def look(px: Tensor) -> dict[str, Tensor]:
        index = torch.full((len(px),), view, device=device, dtype=torch.long)
        rays = camera_rays(px, index, pose.expand(len(px), 4, 4), intrinsics)
        hit = torch.cat(
            [
                may_hit(origins, dirs, cache, n_lookups)
                for origins, dirs in zip(
                    rays.origins.split(1 << 16), rays.dirs.split(1 << 16), strict=True
                )
            ]
        )
        hit[0] = True  # an empty picture has its channels too
        images: dict[str, Tensor] = {}
        for pixels in torch.nonzero(hit)[:, 0].split(chunk):
            some = Rays(*(part[pixels] for part in rays))
            out = render_rays(scene, some, cache, n_lookups, n_samples)
            for name, value in _pixels(out, some).items():
                value = value.view(len(pixels), -1)
                images.setdefault(name, value.new_zeros(len(px), value.shape[1]))[pixels] = value
        return images

    images = look(px)
    outline = torch.nonzero(_outline(images, height, width, 4.0 * cache.cell))[:, 0]
    if len(outline):
        corners = torch.tensor(
            [[-0.25, -0.25], [0.25, -0.25], [-0.25, 0.25], [0.25, 0.25]], device=device
        )
        finer = look((px[outline, None] + corners).view(-1, 2))
        for name in AVERAGED & finer.keys():
            images[name][outline] = finer[name].view(len(outline), 4, -1).mean(1)
    return {
        name: image.view(height, width, -1).squeeze(-1).cpu().numpy()
        for name, image in images.items()
    }


def _outline(images: dict[str, Tensor], height: int, width: int, jump: float) -> Tensor:
    """Return bool (H * W,): pixels with an edge of opacity, of an object or of depth (`jump`, world
    units) around them.
    """
    edge = torch.zeros(1, 1, height, width, dtype=torch.bool, device=images["depth"].device)
    channels = [(images["depth"] * (images["opacity"] > 0.5), jump), (images["opacity"], 0.1)]
    channels += [(images["objects"][:, k : k + 1], 0.3) for k in range(images["objects"].shape[1])]
    for values, limit in channels:
        image = values.view(1, 1, height, width)
        span = F.max_pool2d(image, 3, 1, 1) + F.max_pool2d(-image, 3, 1, 1)
        edge |= span > limit
    return edge.view(-1)


def _pixels(out: Rendered, rays: Rays) -> dict[str, Tensor]:
    """Return what each ray sees, by name: means over its samples, weighted as its colour is."""
    def mean(samples: Tensor) -> Tensor:
        return (out.weights[..., None] * samples).sum(1) / out.opacity.clamp_min(1e-6)[:, None]

    depth = mean(out.distance[..., None])[:, 0]
    return {
        "rgb": out.rgb,
        "opacity": out.opacity,
        "depth": depth,
        "objects": out.objects,
        "position": rays.origins + depth[:, None] * rays.dirs,
        "normal": F.normalize(mean(out.normal), dim=-1),
        "albedo": mean(out.albedo),
        "specular": mean(out.specular),
        "roughness": mean(out.roughness),
        "diffuse_flash": out.diffuse_flash,
        "specular_flash": out.specular_flash,
        "ambient": out.ambient,
    }
