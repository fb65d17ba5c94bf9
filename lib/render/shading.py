"""What a pixel is: the BRDF, a point light, and the ambient light of the room.

Every direction is a unit vector that leaves the surface, every colour is linear.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F

EPS = 1e-6
# GGX is a mixture of Gaussians of the half vector's slope: of variance alpha^2 / (2 u), where u is
# distributed as exp(-u). These u, evenly spaced in log u, give the widened lobe to 2 percent.
MIXTURE, N_MIXTURE = (0.04, 5.0), 6  # first and last u; how many


def dot(a: Tensor, b: Tensor) -> Tensor:
    """Return dot product (..., 1) of two vectors (..., 3)."""
    return (a * b).sum(-1, keepdim=True)


def brdf(
    albedo: Tensor,
    specular: Tensor,
    roughness: Tensor,
    normal: Tensor,
    light_dir: Tensor,
    view_dir: Tensor,
    spread: Tensor | None = None,
) -> tuple[Tensor, Tensor]:
    """Return what is reflected of a light: diffuse (..., 3) and specular (..., 1), per steradian.

    The reflectance times max(n.l, 0); 0 where the surface faces away from light or camera. `albedo`
    (..., 3), `specular` s and `roughness` r (..., 1), unit vectors (..., 3); all differentiable.
    Diffuse: Burley 2012, F_D90 = 0.5 + 2 r (l.h)^2. Specular: GGX with alpha = r^2 and Smith's
    separable masking (Walter et al. 2007, eq. 33 and 34), Schlick's Fresnel with F0 = 0.08 s
    (Burley 2012). `spread` (..., 1): see `_ggx`.
    """
    # h = (l + v) / |l + v| and |l + v|^2 = 2 + 2 l.v, so that l.h = |l + v| / 2.
    l_h = torch.sqrt((0.5 + 0.5 * dot(light_dir, view_dir)).clamp_min(EPS))
    cosines = (normal[..., None, :] * torch.stack([light_dir, view_dir], -2)).sum(-1)
    n_l = cosines[..., :1].clamp_min(0.0) * (cosines[..., 1:] > 0)
    cosines = cosines.clamp(EPS, 1.0)

    retro = 1.0 + (2.0 * roughness * l_h**2 - 0.5) * (1.0 - cosines) ** 5
    of_light, of_view = retro.split(1, dim=-1)
    diffuse = albedo * (of_light * of_view / math.pi)

    a2 = roughness**4
    d_ggx = _ggx(normal, (light_dir + view_dir) / (2.0 * l_h), a2, spread)
    # G / (4 n.l n.v) with Smith's G1 = 2 n.x / (n.x + sqrt(a2 + (1 - a2) n.x^2)), the cosines
    # cancelled.
    smith = cosines + torch.sqrt(a2 + (1.0 - a2) * cosines**2)
    f0 = 0.08 * specular
    fresnel = f0 + (1.0 - f0) * (1.0 - l_h) ** 5
    of_light, of_view = smith.split(1, dim=-1)
    return diffuse * n_l, d_ggx * fresnel / (of_light * of_view) * n_l


def brdf_at_eye(
    albedo: Tensor,
    specular: Tensor,
    roughness: Tensor,
    normal: Tensor,
    view_dir: Tensor,
    spread: Tensor | None = None,
) -> tuple[Tensor, Tensor]:
    """Return `brdf` of a light at the eye: l = v = h, as CoRA has it throughout; diffuse (..., 3)
    and specular (..., 1). Arguments as there.
    """
    n_l = dot(normal, view_dir)
    cosine = n_l.clamp(EPS, 1.0)
    n_l = F.relu(n_l)
    retro = 1.0 + (2.0 * roughness - 0.5) * (1.0 - cosine) ** 5
    a2 = roughness**4
    smith = cosine + torch.sqrt(a2 + (1.0 - a2) * cosine**2)
    gloss = 0.08 * specular * _ggx(normal, view_dir, a2, spread) / smith**2
    return albedo * (retro**2 / math.pi) * n_l, gloss * n_l


def ggx(sine2: Tensor, a2: Tensor | float) -> Tensor:
    """Return GGX's distribution D (..., 1) of half vectors; `sine2` (..., 1) is the squared sine of
    their angle to the normal, `a2` is roughness^4.
    """
    return a2 / (math.pi * (sine2 + a2 * (1.0 - sine2)).clamp_min(1e-12) ** 2)


def _ggx(normal: Tensor, half: Tensor, a2: Tensor, spread: Tensor | None = None) -> Tensor:
    """Return GGX's distribution D (..., 1) of half vectors, exact in single precision.

    D = a2 / (pi ((n.h)^2 (a2 - 1) + 1)^2) with a2 = alpha^2. At the peak of a lobe the bracket is
    a2, 8e-7 for a roughness of 0.03, while n.h is known to 1e-7: the sum as written would lose the
    peak to rounding. So sin^2 + a2 cos^2 is summed, with sin^2 = g (1 - g / 4) of g = |n - h|^2,
    the squared gap between the two unit vectors.

    Where `spread` (..., 1) is above 0, D is its mean over a Gaussian of slopes of that standard
    deviation. That is what a pixel sees of a strongly curved surface.
    """
    gap = normal - half
    gap = dot(gap, gap)
    sine2 = gap * (1.0 - 0.25 * gap)
    narrow = ggx(sine2, a2)
    if spread is None:
        return narrow
    # D cos^4 is the density of slopes (tan). A Gaussian of variance V, averaged over another one
    # of variance W, is one of variance V + W.
    # Made on the device: a CUDA graph cannot copy numbers from the host.
    nth = torch.arange(N_MIXTURE, device=a2.device, dtype=a2.dtype)
    u = MIXTURE[0] * (MIXTURE[1] / MIXTURE[0]) ** (nth / (N_MIXTURE - 1))
    share = torch.softmax(u.log() - u, dim=0)  # u exp(-u), the density of log u
    variance = a2 / (2.0 * u) + spread**2
    cosine2 = (1.0 - sine2).clamp_min(EPS)
    density = share / (2.0 * math.pi * variance) * torch.exp(-sine2 / cosine2 / (2.0 * variance))
    return torch.where(spread > 0, density.sum(-1, keepdim=True) / cosine2**2, narrow)


def light_at_eye(
    albedo: Tensor,
    specular: Tensor,
    roughness: Tensor,
    normal: Tensor,
    position: Tensor,
    camera_position: Tensor,
    light_rgb: Tensor,
    spread: Tensor | None = None,
) -> tuple[Tensor, Tensor]:
    """Return `point_light` of a light at the camera, in half as many operations: diffuse and
    specular radiance (..., 3). Arguments as there.
    """
    to_eye = camera_position - position
    distance2 = dot(to_eye, to_eye).clamp_min(EPS)
    view_dir = to_eye * distance2.rsqrt()
    diffuse, gloss = brdf_at_eye(albedo, specular, roughness, normal, view_dir, spread)
    arriving = light_rgb / distance2
    return diffuse * arriving, gloss * arriving


def point_light(
    albedo: Tensor,
    specular: Tensor,
    roughness: Tensor,
    normal: Tensor,
    position: Tensor,
    camera_position: Tensor,
    light_position: Tensor,
    light_rgb: Tensor,
    spread: Tensor | None = None,
) -> tuple[Tensor, Tensor]:
    """Return diffuse and specular radiance (..., 3) of a surface under a point light.

    Radiance = f max(n.l, 0) rgb / d^2, f the `brdf`, d the distance to the light in world units.
    Positions (..., 3) in the world frame; `light_rgb` (..., 3) is intensity times colour;
    `spread` (..., 1): see `_ggx`.
    """
    to_light = light_position - position
    distance2 = dot(to_light, to_light).clamp_min(EPS)
    light_dir = to_light * distance2.rsqrt()
    view_dir = F.normalize(camera_position - position, dim=-1, eps=EPS)
    diffuse, gloss = brdf(albedo, specular, roughness, normal, light_dir, view_dir, spread)
    arriving = light_rgb / distance2
    return diffuse * arriving, gloss * arriving


def sh_basis(direction: Tensor) -> Tensor:
    """Return the 9 real spherical harmonics (..., 9) up to degree 2 of unit vectors (..., 3)."""
    x, y, z = direction.unbind(-1)
    return torch.stack(
        [
            torch.full_like(x, 0.28209479177387814),
            0.4886025119029199 * y,
            0.4886025119029199 * z,
            0.4886025119029199 * x,
            1.0925484305920792 * x * y,
            1.0925484305920792 * y * z,
            0.31539156525252005 * (3.0 * z * z - 1.0),
            1.0925484305920792 * x * z,
            0.5462742152960396 * (x * x - y * y),
        ],
        dim=-1,
    )


def ambient(
    albedo: Tensor, normal: Tensor, sh_coeffs: Tensor, occlusion: Tensor, scale: float
) -> Tensor:
    """Return radiance (..., 3) reflected from the room's light: CoRA, eq. for the ambient term.

    softplus(sum c_k Y_k(n), beta 10) * sigmoid(sum o_vk Y_k(n)) * albedo * scale. `sh_coeffs` (9,
    3) of the room, `occlusion` (..., 9) of the view (the photographer blocks light). The normal is
    detached: the room's light is too weak to shape the surface.
    """
    basis = sh_basis(normal.detach())
    light = F.softplus(basis @ sh_coeffs, beta=10.0)
    seen = torch.sigmoid((basis * occlusion).sum(-1, keepdim=True))
    return light * seen * albedo * scale
