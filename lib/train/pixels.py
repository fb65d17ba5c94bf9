"""Training pixels: photos stay uint8 and masks one bit until a batch gathers them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import NamedTuple

import cv2
import numpy as np
import torch
from torch import Tensor

from lib.capture.views import HAIR, HEAD, LEFT_EYE, RIGHT_EYE, Views


class Batch(NamedTuple):
    """R pixels. Colours linear; masks 0 or 1."""

    view: Tensor  # (R,)
    px: Tensor  # (R, 2) pixel centres
    rgb: Tensor  # (R, 3)
    inside: Tensor  # (R,)
    hair: Tensor  # (R,)
    left: Tensor  # (R,)
    right: Tensor  # (R,)
    prior: Tensor | None  # (R,) specular of the fitted face model; None: there is none
    has_prior: Tensor | None  # (R,)


class PixelPool:
    """Draws batches of pixels of all views, most of them inside the dilated head mask.

    dilate_px: side of the mask's dilation, px. background_share and eye_share: parts of a batch
    drawn from the whole frame and from about the eyes. seed: of the order of the pixels; None: that
    of the photos.

    Pixels of the head and of the eyes are dealt out like a shuffled deck of cards: each once before
    any comes again, always in the same order. `step` says which cards are next; the training sets
    it. Drawn with replacement, a third of the head would be missed in the time that deals out all
    of it.
    """

    def __init__(
        self,
        views: Views,
        dilate_px: int,
        device: torch.device | str,
        background_share: float,
        eye_share: float,
        seed: int | None = 0,
    ):
        self.background_share, self.eye_share = background_share, eye_share
        self.height, self.width = views.images.shape[1:3]
        self.gamma = views.gamma
        self.images = torch.from_numpy(views.images.reshape(-1, 3)).to(device)
        self.labels = torch.from_numpy(views.labels.reshape(-1)).to(device)
        self.bits = torch.tensor(
            [HEAD, HAIR, LEFT_EYE, RIGHT_EYE], dtype=torch.uint8, device=device
        )
        prior = views.specular_bfm
        self.prior = None if prior is None else torch.from_numpy(prior.reshape(-1)).to(device)
        self.c2w = torch.as_tensor(views.cameras.c2w, dtype=torch.float32, device=device)
        self.k = torch.as_tensor(views.cameras.K, dtype=torch.float32, device=device)
        kernel = np.ones((max(dilate_px, 1),) * 2, np.uint8)
        size = self.height * self.width
        counts = np.int32 if len(views) * size < 2**31 else np.int64
        self.step = torch.zeros((), dtype=torch.long, device=device)  # a CUDA graph reads it anew
        chance = None if seed is None else np.random.default_rng(seed)

        def places(region: Callable[[np.ndarray], np.ndarray]) -> Tensor:
            found = [
                np.flatnonzero(region(labels)).astype(counts) + i * size
                for i, labels in enumerate(views.labels)
            ]
            cards = np.concatenate(found)
            if chance is not None:
                chance.shuffle(cards)
            return torch.from_numpy(cards).to(device)

        self.pool = places(lambda labels: cv2.dilate((labels & HEAD).astype(np.uint8), kernel))
        eyes = places(_around_eyes) if views.has_eyes else ()
        self.eyes = eyes if len(eyes) else None

    def draw(self, n: int, generator: torch.Generator | None) -> Batch:
        """Return the batch of n pixels of this `step`: first those of the dilated head masks, then
        the shares of background, which `generator` picks, and of eyes.
        """
        n_eyes = int(n * self.eye_share) if self.eyes is not None else 0
        n_background = int(n * self.background_share)
        parts = [
            self._deal(self.pool, n - n_background - n_eyes),
            torch.randint(
                len(self.labels), (n_background,), generator=generator, device=self.pool.device
            ),
        ]
        if n_eyes:
            parts.append(self._deal(self.eyes, n_eyes))
        return self.gather(torch.cat(parts))

    def _deal(self, cards: Tensor, n: int) -> Tensor:
        """Return the flat indices (n,) of this step's pixels."""
        place = self.step * n + torch.arange(n, device=cards.device)
        return cards[place % len(cards)].long()

    def gather(self, index: Tensor) -> Batch:
        """Return the batch of flat pixel indices (R,), which count through all views."""
        size = self.height * self.width
        within = index % size
        px = torch.stack([within % self.width, within // self.width], -1).float() + 0.5
        bits = ((self.labels[index][:, None] & self.bits) > 0).float().unbind(-1)
        rgb = (self.images[index].float() / 255.0) ** self.gamma * bits[0][:, None]
        if self.prior is None:
            prior = has_prior = None
        else:
            prior = self.prior[index].float() / 255.0
            # The fitted model is of skin: it knows nothing of hair and eyes, and is 0 elsewhere.
            has_prior = (prior > 0).float() * bits[0] * (1.0 - torch.stack(bits[1:]).amax(dim=0))
        return Batch(index // size, px, rgb, *bits, prior, has_prior)


def _around_eyes(labels: np.ndarray) -> np.ndarray:
    """Return bool (H, W): the eyes of a view's labels (H, W) and the rim of the lids, a quarter of
    an eye wide.

    The rim is drawn as often as the eyes. Otherwise a mask that is a pixel too large would count
    for more than one that is a pixel too small, and training would open the lids.
    """
    eyes = (labels & (LEFT_EYE | RIGHT_EYE) > 0).astype(np.uint8)
    reach = 1 + int(0.25 * np.sqrt(0.5 * eyes.sum()))
    return cv2.dilate(eyes, np.ones((2 * reach + 1,) * 2, np.uint8)) > 0


def brightness(views: Views) -> Tensor:
    """Return flash gain (N,) of each frame, at a first guess: mean linear head pixel times squared
    camera distance.

    A camera that meters its flash gives a nearer head less light. The squared distance turns that
    into a gain; without metering all gains come out alike. Their geometric mean is 1.
    """
    gains = []
    for i in range(len(views)):
        inside = (views.labels[i, ::2, ::2] & HEAD) > 0
        linear = (views.images[i, ::2, ::2][inside] / 255.0) ** views.gamma
        distance2 = float((views.cameras.c2w[i, :3, 3] ** 2).sum())
        gains.append(max(float(linear.mean()), 1e-4) * distance2 if len(linear) else 1.0)
    gain = torch.tensor(gains, dtype=torch.float32)
    return gain / gain.log().mean().exp()


def digest(views: Views) -> str:
    """Return a name for all that training reads of the views: photos, masks, cameras."""
    parts = [views.images, views.labels, views.cameras.c2w, views.cameras.K]
    if views.specular_bfm is not None:
        parts.append(views.specular_bfm)
    name = hashlib.sha1(repr(views.names).encode())
    for part in parts:
        name.update(np.ascontiguousarray(part))
    return name.hexdigest()
