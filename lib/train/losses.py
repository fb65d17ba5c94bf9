"""What training asks of the fields: one function a loss, each a scalar tensor."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

TONE_FLOOR = 0.01  # linear; keeps the tone curve's slope finite in black


def tone(linear: Tensor) -> Tensor:
    """Linear radiance on the photo's own curve, roughly: an error in dark hair counts as an eye
    sees it.
    """
    return (linear + TONE_FLOOR) ** (1.0 / 2.2)


def clipped(rgb: Tensor, target: Tensor) -> Tensor:
    """Colours (..., 3) no brighter than white where the photo's (..., 3) are white; linear."""
    return rgb.clamp(max=torch.where(target > 0.999, 1.0, torch.inf))


def photo(rgb: Tensor, target: Tensor) -> Tensor:
    """L1 between shaded pixels and the photo, (R, 3) linear, compared on the photo's tone curve.

    CoRA compares linear values. There a pixel of dark hair weighs a tenth of one of skin, and the
    hair dents. A clipped photo value says "at least this bright".
    """
    return (tone(clipped(rgb, target)) - tone(target)).abs().mean()


def structure(image: Tensor, target: Tensor, n_levels: int = 3, window: int = 7) -> Tensor:
    """1 - SSIM of patches (N, C, S, S) on the tone curve, the mean over a pyramid of halved ones:
    likeness of patterns.

    It stands where CoRA has LPIPS, whose network would have to be downloaded; this needs no
    weights. SSIM of square windows: Wang et al. 2004, eq. 13; its pyramid: Wang et al. 2003. Levels
    smaller than the window are left out.
    """
    terms = []
    for _ in range(n_levels):
        if min(image.shape[-2:]) < window:
            break
        mean_a, mean_b, aa, bb, ab = (
            F.avg_pool2d(x, window, 1)
            for x in (image, target, image * image, target * target, image * target)
        )
        both, cross = mean_a**2 + mean_b**2, mean_a * mean_b
        similar = (
            (2 * cross + 1e-4)
            * (2 * (ab - cross) + 9e-4)
            / ((both + 1e-4) * (aa + bb - both + 9e-4))
        )
        terms.append(1.0 - similar.mean())
        image, target = F.avg_pool2d(image, 2), F.avg_pool2d(target, 2)
    return torch.stack(terms).mean() if terms else image.new_zeros(())


def mask(opacity: Tensor, inside: Tensor) -> Tensor:
    """L1 between accumulated opacity (R,) and the head mask (R,)."""
    return (opacity - inside).abs().mean()


def eikonal(gradient: Tensor) -> Tensor:
    """(M,) (|grad sdf| - 1)^2 of gradients (M, 3) (Gropp et al. 2020)."""
    return (gradient.norm(dim=-1) - 1.0) ** 2


def object_masks(objects: Tensor, inside: Tensor, left: Tensor, right: Tensor) -> Tensor:
    """L1 of each object's own opacity (R, 3) against its own mask: face = mask - eyes, left, right.

    ObjectSDF++ (Wu et al. 2023), eq. 9.
    """
    face = inside * (1.0 - left) * (1.0 - right)
    return (objects - torch.stack([face, left, right], dim=-1)).abs().mean()


def dull_hair(specular: Tensor, weights: Tensor, hair: Tensor) -> Tensor:
    """Specular (R, S) pulled to 0, under volume weights (R, S), where the hair mask (R,) is set."""
    return (weights.detach() * specular * hair[:, None]).sum(-1).mean()


def face_model(
    specular: Tensor, opacity: Tensor, scale: Tensor, prior: Tensor, where: Tensor
) -> Tensor:
    """L1 of specular (R,) times a learned scale against a fitted face model's (R,), on rays `where`
    (R,).
    """
    return ((specular * scale - prior).abs() * where * opacity.detach()).mean()


def alike_normals(normal: Tensor, neighbour: Tensor, weight: Tensor) -> Tensor:
    """Mean squared distance of unit normals (R, 3) at surface points and at their neighbours,
    weighted (R,).

    PermutoSDF (Rosu & Behnke 2023), eq. 10.
    """
    return ((normal - neighbour).square().sum(-1) * weight).mean()


def landmarks(points: Tensor, eye: Tensor, centers: Tensor, radius: Tensor) -> Tensor:
    """| |landmark - centre| - radius | of landmarks (K, 3) of eyeballs `eye` (K,), 0 left, 1 right;
    world units.
    """
    return ((points - centers.index_select(0, eye)).norm(dim=-1) - radius).abs().mean()


def centers(found: Tensor, expected: Tensor, sd: Tensor) -> Tensor:
    """Squared distance of eyeballs' centres (K, 3) to where they were seen, over twice its
    deviation (K,): world units.

    At one deviation a centre is half as far off, in this measure, as it is in space; beyond, more.
    """
    return ((found - expected).square().sum(-1) / (2.0 * sd)).mean()


def tangent_neighbour(points: Tensor, normal: Tensor, distance: float, noise: Tensor) -> Tensor:
    """Points (R, 3) shifted by about `distance` (world units) in the tangent plane of `normal` (R,
    3).

    `noise` (R, 3) standard normal.
    """
    direction = F.normalize(torch.linalg.cross(normal, noise), dim=-1, eps=1e-6)
    return points + distance * direction
