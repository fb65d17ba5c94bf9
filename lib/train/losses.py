"""What training asks of the fields: one function a loss, each a scalar tensor, and TERMS.

To add a loss, write its function here and add one line to TERMS. Curves and plots follow by name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional as F

from lib.fields.scene import Scene
from lib.render.volume import Rendered
from lib.train.pixels import Batch
from lib.workbook.config import Settings


def tone(linear: Tensor, floor: float = 0.01) -> Tensor:
    """Return linear radiance (...), encoded roughly as photos are: an error in dark hair then
    counts as much as it is seen.

    `floor` (loss.tone_floor) is added first, so that the slope stays finite in black.
    """
    return (linear + floor) ** (1.0 / 2.2)


def clipped(rgb: Tensor, target: Tensor) -> Tensor:
    """Return colours (..., 3) no brighter than white where the photo's (..., 3) are white; linear.
    """
    return rgb.clamp(max=torch.where(target > 0.999, 1.0, torch.inf))


def photo(rgb: Tensor, target: Tensor, floor: float = 0.01) -> Tensor:
    """Return L1 between shaded pixels and the photo, (R, 3) linear, compared on the photo's tone
    curve.

    CoRA compares linear values. There a pixel of dark hair weighs a tenth of one of skin, and the
    hair dents. `floor`: see `tone`. A clipped photo value says "at least this bright".
    """
    return (tone(clipped(rgb, target), floor) - tone(target, floor)).abs().mean()


def structure(image: Tensor, target: Tensor, n_levels: int = 3, window: int = 7) -> Tensor:
    """Return 1 - SSIM of patches (N, C, S, S) on the tone curve, the mean over a pyramid of halved
    ones: likeness of patterns.

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
    """Return L1 between accumulated opacity (R,) and the head mask (R,)."""
    return (opacity - inside).abs().mean()


def eikonal(gradient: Tensor) -> Tensor:
    """Return (M,) (|grad sdf| - 1)^2 of gradients (M, 3) (Gropp et al. 2020)."""
    return (gradient.norm(dim=-1) - 1.0) ** 2


def object_masks(objects: Tensor, inside: Tensor, left: Tensor, right: Tensor) -> Tensor:
    """Return L1 of each object's own opacity (R, 3) against its own mask: face = mask - eyes, left,
    right.

    ObjectSDF++ (Wu et al. 2023), eq. 9.
    """
    face = inside * (1.0 - left) * (1.0 - right)
    return (objects - torch.stack([face, left, right], dim=-1)).abs().mean()


def dull_hair(specular: Tensor, weights: Tensor, hair: Tensor) -> Tensor:
    """Return specular (R, S) pulled to 0, under volume weights (R, S), where the hair mask (R,) is
    set.
    """
    return (weights.detach() * specular * hair[:, None]).sum(-1).mean()


def face_model(
    specular: Tensor, opacity: Tensor, scale: Tensor, prior: Tensor, where: Tensor
) -> Tensor:
    """Return L1 between specular (R,) times a learned scale and a fitted face model's specular
    (R,), on the rays where `where` (R,) is 1.
    """
    return ((specular * scale - prior).abs() * where * opacity.detach()).mean()


def alike_gloss(roughness: Tensor, skin: Tensor, highlight: Tensor) -> Tensor:
    """Return L1 between roughness (R,) where `skin` (R,) is 1 and its mean over that skin, weighted
    by the highlight (R,) seen there.

    Only a highlight tells roughness. Skin that shows none is drawn towards skin that does; the mean
    itself is not moved by it.
    """
    seen = skin * highlight
    usual = (roughness * seen).sum() / seen.sum().clamp_min(1e-6)
    return ((roughness - usual.detach()).abs() * skin).mean()


def alike_normals(normal: Tensor, neighbour: Tensor, weight: Tensor) -> Tensor:
    """Return mean squared distance of unit normals (R, 3) at surface points and at their
    neighbours, weighted (R,).

    PermutoSDF (Rosu & Behnke 2023), eq. 10.
    """
    return ((normal - neighbour).square().sum(-1) * weight).mean()


def landmarks(
    points: Tensor, eye: Tensor, trust: Tensor, centers: Tensor, radius: Tensor
) -> Tensor:
    """Return | |landmark - centre| - radius | of landmarks (K, 3) of eyeballs `eye` (K,), 0 left, 1
    right, each times its `trust` (K,); world units.
    """
    off = (points - centers.index_select(0, eye)).norm(dim=-1) - radius
    return (trust * off.abs()).mean()


def centers(found: Tensor, expected: Tensor, sd: Tensor) -> Tensor:
    """Return squared distance of eyeballs' centres (K, 3) to where they were seen (K, 3), over
    twice the standard deviation (K,) of that; world units.

    A centre that is one deviation away costs half of its distance; one that is two away, all of it.
    """
    return ((found - expected).square().sum(-1) / (2.0 * sd)).mean()


def alike_eyes(centers: Tensor, fronts: Tensor, sd: float) -> Tensor:
    """Return by how much one eyeball's centre lies higher, or deeper, behind the middle of its
    landmarks than the other: its square over twice its standard deviation `sd`; world units.

    Centres and fronts, the landmarks' means, are (2, 3). What lies along the line between the eyes
    does not count: a glance to the side moves the landmarks along it, and photos tell it well.
    """
    behind, apart = centers - fronts, fronts[0] - fronts[1]
    unlike = behind[0] - behind[1]
    unlike = unlike - apart * (apart @ unlike) / (apart @ apart)
    return unlike.square().sum() / (2.0 * sd)


def tangent_neighbour(points: Tensor, normal: Tensor, distance: float, noise: Tensor) -> Tensor:
    """Return points (R, 3) shifted by about `distance` (world units) in the tangent plane of
    `normal` (R, 3).

    `noise` (R, 3) standard normal.
    """
    direction = F.normalize(torch.linalg.cross(normal, noise), dim=-1, eps=1e-6)
    return points + distance * direction


class Noise(NamedTuple):
    """What chance decides in a step of R rays."""

    along_ray: Tensor  # (R,) in [0, 1): shift of a ray's samples
    anywhere: Tensor  # (R / 4, 3) in [-1, 1): places in space, in parts of the bound
    grey: Tensor  # (R, 1) in [0, 1): what lies behind the head
    tangent: Tensor  # (R, 3) standard normal: towards a neighbour


class StepOutput(NamedTuple):
    """What the losses of a step may look at: R rays, drawn and rendered."""

    settings: Settings
    scene: Scene
    batch: Batch
    noise: Noise
    out: Rendered
    rgb: Tensor  # (R, 3) rendered, linear, over the step's grey
    target: Tensor  # (R, 3) the photo, linear, over the same grey
    seen_landmarks: tuple[Tensor, Tensor, Tensor] | None  # (K, 3), (K,) 0 left, 1 right, trust (K,)
    seen_centers: tuple[Tensor, Tensor] | None  # (2, 3) and deviations (2,), world units
    fronts: tuple[Tensor, float] | None  # (2, 3) of both eyes, and how far centres differ


class Term(NamedTuple):
    """A loss as it counts in a step."""

    name: str  # of its curve
    weight: str | float  # a key of the settings' section `loss`, or a number
    loss: Callable[[StepOutput], Tensor]
    applies: Callable[[StepOutput], bool] = lambda s: True


def _eikonal(s: StepOutput) -> Tensor:
    n_anywhere = len(s.noise.anywhere)
    error = eikonal(s.out.face_gradient)
    return error[:-n_anywhere].mean() + error[-n_anywhere:].mean()


def _face_model(s: StepOutput) -> Tensor:
    specular = (s.out.weights.detach() * s.out.specular[..., 0]).sum(-1)
    scale, batch = s.scene.specular_scale, s.batch
    return face_model(specular, s.out.opacity, scale, batch.prior, batch.has_prior)


def _alike_gloss(s: StepOutput) -> Tensor:
    batch = s.batch
    skin = batch.inside * (1.0 - batch.hair) * (1.0 - batch.left) * (1.0 - batch.right)
    highlight = s.out.specular_flash.detach().mean(-1)
    # The heaviest sample of a ray stands for its surface.
    return alike_gloss(s.out.roughness[:, 0, 0], skin * s.out.opacity.detach(), highlight)


def _smooth(s: StepOutput) -> Tensor:
    # The heaviest sample of a ray stands for its surface: its normal is known, only the
    # neighbour's is new.
    weights, eps = s.settings.loss, s.settings.network.neighbor_eps
    some = slice(None, None, weights.smooth_every)  # of a batch's rays, whose order is chance
    point, normal = s.out.points[some, 0].detach(), s.out.face_normal[some, 0]
    tangent, hair, inside = s.noise.tangent[some], s.batch.hair[some], s.batch.inside[some]
    _, gradient, _ = s.scene.face(tangent_neighbour(point, normal.detach(), eps, tangent))
    weight = torch.where(hair > 0, weights.w_eps_n_smooth, weights.w_eps_n) * inside
    return alike_normals(normal, F.normalize(gradient, dim=-1, eps=1e-6), weight)


TERMS = [
    Term("photo", "w_l1", lambda s: photo(s.rgb, s.target, s.settings.loss.tone_floor)),
    Term("mask", "w_mask", lambda s: mask(s.out.opacity, s.batch.inside)),
    Term("eikonal", "w_eikonal", _eikonal),
    Term(
        "hair",
        "w_reg_diff",
        lambda s: dull_hair(s.out.specular[..., 0], s.out.weights, s.batch.hair),
    ),
    Term("face_model", "w_abdmm", _face_model, lambda s: s.batch.prior is not None),
    Term("alike_gloss", "w_alike_gloss", _alike_gloss, lambda s: s.settings.loss.w_alike_gloss > 0),
    Term(  # its two weights, of skin and of hair, are those of its pixels
        "smooth",
        1.0,
        _smooth,
        lambda s: s.settings.loss.w_eps_n > 0 or s.settings.loss.w_eps_n_smooth > 0,
    ),
    Term(
        "objects",
        "w_sdf_mask",
        lambda s: object_masks(s.out.objects, s.batch.inside, s.batch.left, s.batch.right),
        lambda s: s.scene.eyeballs is not None,
    ),
    Term(
        "landmarks",
        "w_ldm",
        lambda s: landmarks(*s.seen_landmarks, s.scene.eyeballs.centers, s.scene.eyeballs.radius),
        lambda s: s.seen_landmarks is not None,
    ),
    Term(
        "centers",
        "w_ldm",
        lambda s: centers(s.scene.eyeballs.centers, *s.seen_centers),
        lambda s: s.seen_centers is not None,
    ),
    Term(
        "alike_eyes",
        "w_ldm",
        lambda s: alike_eyes(s.scene.eyeballs.centers, *s.fronts),
        lambda s: s.fronts is not None,
    ),
]


def weighted(s: StepOutput) -> dict[str, Tensor]:
    """Return the weighted losses of a step by name: those of TERMS that apply to it."""
    terms = {}
    for term in TERMS:
        if term.applies(s):
            weight = term.weight
            weight = getattr(s.settings.loss, weight) if isinstance(weight, str) else weight
            terms[term.name] = weight * term.loss(s)
    return terms
