"""A training finds what was done to its photos: flash beside the lens, gains, tone curve.

The photos are of a ball, rendered by rays. Largest errors of three seeds: 0.025 across and 0.061
in depth for the flash; of two seeds: 0.002 for the gains, 0.6 of what the tone curve was off.
"""

import numpy as np
import torch
from test_refine import N, photos, settings_of

from lib.capture.views import Views
from lib.fields.light import Light
from lib.train.loop import Trainer


def fitted(views: Views, what: str, n_steps: int) -> Light:
    """The light after a training that fits one thing."""
    settings = settings_of(n_steps)
    settings.train.max_steps, settings.train.warmup_steps = n_steps, 20
    setattr(settings.light, f"fit_{what}", True)
    trainer = Trainer(views, settings, 1, "cpu")
    while trainer.step < n_steps:
        trainer.advance()
    return trainer.scene.light


def test_a_flash_beside_the_lens_is_found():
    offset = 0.3, -0.2, 0.0
    light = fitted(photos(1, offset=offset), "offset", 300)
    error = np.abs(light.offset.detach().numpy() - offset)
    assert error[:2].max() < 0.05 and error[2] < 0.15  # depth hardly changes a picture


def test_gains_of_the_flash_are_found():
    log_gain = np.random.default_rng(1).uniform(-0.35, 0.35, N)
    log_gain -= log_gain.mean()
    light = fitted(photos(1, gain=np.exp(log_gain)), "gain", 300)
    found = light.log_gain.detach().numpy().mean(1)
    assert log_gain.std() > 0.15 and (found - found.mean() - log_gain).std() < 0.005


def test_a_tone_curve_is_found_in_part():
    # Albedo takes up some of it: nobody knows how dark a dark stripe is.
    def bent(encoded: np.ndarray) -> np.ndarray:
        return encoded - 0.25 * np.sin(2 * np.pi * encoded) / (2 * np.pi)

    views = photos(1)
    views.images = np.round(255 * bent(views.images / 255)).astype(np.uint8)
    light = fitted(views, "tone", 600)
    encoded = torch.linspace(0.05, 0.8, 16)
    found = (light.response(encoded**2.2) ** (1 / 2.2)).detach().numpy()
    true = bent(encoded.numpy())
    before, after = (np.sqrt(np.mean((x - true) ** 2)) for x in (encoded.numpy(), found))
    assert before > 0.025 and after < 0.75 * before
