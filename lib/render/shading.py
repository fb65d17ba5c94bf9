"""What a pixel is: the BRDF, a point light, and the ambient light of the room.

Every direction is a unit vector that leaves the surface, every colour is linear.
"""
from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F

EPS = 1e-6


def dot(a: Tensor, b: Tensor) -> Tensor:
    """Dot product (..., 1) of two vectors (..., 3)."""
    return (a * b).sum(-1, keepdim=True)


def brdf(albedo: Tensor, specular: Tensor, roughness: Tensor, normal: Tensor,
         view_dir: Tensor, light_dir: Tensor) -> tuple[Tensor, Tensor]:
    """Diffuse (..., 3) and specular (..., 1) reflectance per steradian, without the cosine.

    `albedo` (..., 3), `specular` s and `roughness` r (..., 1), directions (..., 3), all differentiable.
    Diffuse: Burley 2012, F_D90 = 0.5 + 2 r (l.h)^2. Specular: GGX with alpha = r^2, Smith's separable
    masking, Schlick's Fresnel with F0 = 0.08 s (Walter et al. 2007; Burley 2012).
    """
    half = F.normalize(view_dir + light_dir, dim=-1, eps=EPS)
    n_l = dot(normal, light_dir).clamp(EPS, 1.0)
    n_v = dot(normal, view_dir).clamp(EPS, 1.0)
    n_h = dot(normal, half).clamp(0.0, 1.0)
    l_h = dot(light_dir, half).clamp(0.0, 1.0)

    grazing = 0.5 + 2.0 * roughness * l_h ** 2 - 1.0
    retro = (1.0 + grazing * (1.0 - n_l) ** 5) * (1.0 + grazing * (1.0 - n_v) ** 5)
    diffuse = albedo * retro / math.pi

    a2 = roughness ** 4
    d_ggx = a2 / (math.pi * ((n_h ** 2) * (a2 - 1.0) + 1.0).clamp_min(EPS) ** 2)
    # G / (4 n.l n.v) with Smith's G1 = 2 n.x / (n.x + sqrt(a2 + (1 - a2) n.x^2)), the cosines cancelled.
    visibility = 1.0 / ((n_l + torch.sqrt(a2 + (1.0 - a2) * n_l ** 2))
                        * (n_v + torch.sqrt(a2 + (1.0 - a2) * n_v ** 2)))
    f0 = 0.08 * specular
    fresnel = f0 + (1.0 - f0) * (1.0 - l_h) ** 5
    return diffuse, d_ggx * visibility * fresnel


def point_light(albedo: Tensor, specular: Tensor, roughness: Tensor, normal: Tensor, position: Tensor,
                camera_position: Tensor, light_position: Tensor, light_rgb: Tensor) -> tuple[Tensor, Tensor]:
    """Diffuse and specular radiance (..., 3) of a surface under a point light.

    Radiance = f max(n.l, 0) rgb / d^2, d the distance to the light in world units. Positions (..., 3) in
    the world frame; `light_rgb` (..., 3) is intensity times colour. With the light at the camera this is
    the flash of CoRA, where l = v = h.
    """
    to_light = light_position - position
    distance2 = dot(to_light, to_light).clamp_min(EPS)
    light_dir = to_light * distance2.rsqrt()
    view_dir = F.normalize(camera_position - position, dim=-1, eps=EPS)
    diffuse, gloss = brdf(albedo, specular, roughness, normal, view_dir, light_dir)
    # The view's cosine guards the side that the camera cannot see, where the BRDF has no meaning.
    facing = (dot(normal, view_dir) > 0).to(normal.dtype)
    arriving = dot(normal, light_dir).clamp_min(0.0) * facing * light_rgb / distance2
    return diffuse * arriving, gloss * arriving


def sh_basis(direction: Tensor) -> Tensor:
    """The 9 real spherical harmonics (..., 9) up to degree 2 of unit vectors (..., 3)."""
    x, y, z = direction.unbind(-1)
    return torch.stack([
        torch.full_like(x, 0.28209479177387814),
        0.4886025119029199 * y, 0.4886025119029199 * z, 0.4886025119029199 * x,
        1.0925484305920792 * x * y, 1.0925484305920792 * y * z,
        0.31539156525252005 * (3.0 * z * z - 1.0),
        1.0925484305920792 * x * z, 0.5462742152960396 * (x * x - y * y)], dim=-1)


def ambient(albedo: Tensor, normal: Tensor, sh_coeffs: Tensor, occlusion: Tensor, scale: float) -> Tensor:
    """Radiance (..., 3) reflected from the room's light: CoRA, eq. for the ambient term.

    softplus(sum c_k Y_k(n), beta 10) * sigmoid(sum o_vk Y_k(n)) * albedo * scale. `sh_coeffs` (9, 3) of the
    room, `occlusion` (..., 9) of the view (the photographer blocks light). The normal is detached: the
    room's light is too weak to shape the surface.
    """
    basis = sh_basis(normal.detach())
    light = F.softplus(basis @ sh_coeffs, beta=10.0)
    seen = torch.sigmoid((basis * occlusion).sum(-1, keepdim=True))
    return light * seen * albedo * scale
