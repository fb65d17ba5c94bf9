"""A training finds what was done to its photos: flash beside the lens, gains, tone curve, poses.

The photos are of a ball, rendered by rays. Largest errors of three seeds: 0.025 across and 0.061
in depth for the flash; of two seeds: 0.002 for the gains, 0.6 of what the tone curve was off. Of
three draws of wrong poses: a third of their reprojection error is left at most.
"""

from dataclasses import replace

import cv2
import numpy as np
import torch
from scipy.optimize import least_squares
from test_refine import BALLS, N, hits, photos, settings_of

from lib.capture.cameras import Cameras
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


def shaken(c2w: np.ndarray, size: float, seed: int) -> np.ndarray:
    """Cameras (N, 4, 4), each turned (radians) and shifted (world units) by normal noise."""
    wrong = c2w.copy()
    for pose, motion in zip(wrong, np.random.default_rng(seed).normal(0, size, (len(c2w), 6))):
        pose[:3, 3] += pose[:3, :3] @ motion[3:]
        pose[:3, :3] = pose[:3, :3] @ cv2.Rodrigues(motion[:3])[0]
    return wrong


def reprojection_px(true: Cameras, c2w: np.ndarray) -> float:
    """How far cameras c2w (N, 4, 4) put surface points from where the true ones see them.

    The mean over frames, after the one turn, shift and scale of the world that fits best: no photo
    tells a world that was moved together with all its cameras.
    """
    points = []
    for i in range(N):
        x, which = hits(true, i, BALLS[:1])
        points.append(x[which >= 0][::37])
    wrong = replace(true, c2w=c2w)

    def errors(world: np.ndarray) -> list[np.ndarray]:
        turn, scale = cv2.Rodrigues(world[:3])[0], np.exp(world[6])
        return [
            wrong.project(i, scale * x @ turn.T + world[3:6])[0] - true.project(i, x)[0]
            for i, x in enumerate(points)
        ]

    best = least_squares(lambda world: np.concatenate(errors(world)).ravel(), np.zeros(7)).x
    return float(np.mean([np.linalg.norm(error, axis=1).mean() for error in errors(best)]))


def test_wrong_poses_are_mended():
    """By two thirds or more as a rule. Threads add up in any order, and in so small a training that
    decides about one draw now and then: so the mean of three draws counts.
    """
    left = []
    for seed in (1, 2, 3):
        views = photos(1)
        true = views.cameras
        wrong = shaken(true.c2w, 0.006, seed)
        views.cameras = replace(true, c2w=wrong)
        settings = settings_of(500)
        settings.train.max_steps, settings.train.warmup_steps = 500, 20
        settings.train.lr_poses = 0.05  # five times the default: there are few steps
        settings.renderer.max_num_ray, settings.light.fit_pose = 128, True
        trainer = Trainer(views, settings, 1, "cpu")
        while trainer.step < 500:
            trainer.advance()
        found = trainer.scene.light.corrected(torch.as_tensor(wrong, dtype=torch.float32))
        before = reprojection_px(true, wrong)
        assert before > 1
        left.append(reprojection_px(true, found.detach().numpy().astype(np.float64)) / before)
    assert np.mean(left) < 0.5 and max(left) < 0.9, left
