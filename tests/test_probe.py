"""Looks into a scene: a fresh one is a sphere, so every number along a ray is known."""

import numpy as np
import torch

from lib.export.relight import look_at
from lib.fields.scene import make_scene
from lib.render.probe import follow_ray, sdf_slices
from lib.render.sampling import SdfCache
from lib.workbook.config import Settings

K = np.array([[100.0, 0, 32], [0, 100, 32], [0, 0, 1]])


def sphere() -> tuple:
    settings = Settings()
    settings.network.num_levels, settings.network.max_resolution = 4, 64
    settings.network.log2_table_size = 12
    scene = make_scene(settings, 2, "cpu")
    with torch.no_grad():  # the residual is small, but not zero
        scene.face.residual.network.gains[-1].zero_()
    cache = SdfCache(1.0, 32, "cpu")
    cache.refresh(scene)
    return scene, cache


def test_a_ray_through_the_middle_meets_the_sphere_where_it_is():
    scene, cache = sphere()
    pose = look_at(np.array([0, 0, 4.0]), np.zeros(3), np.array([0, 1.0, 0]))
    trace = follow_ray(scene, cache, pose, K, (32.0, 32.0), 0, 64, 32)
    offset = scene.sdf(torch.zeros(1, 3)).item()  # what the network's bias adds to -0.5
    expected = np.abs(4.0 - trace.distance) + offset
    assert np.abs(trace.sdf - expected).max() < 1e-3
    assert abs((trace.weights * trace.samples).sum() / trace.weights.sum() - (4 + offset)) < 0.02
    assert trace.light[0] > 0.99 and trace.light[-1] < 0.01
    assert (np.diff(trace.samples) > 0).all() and 0.99 < trace.weights.sum() < 1.001
    inside, outside = trace.density[trace.sdf < -0.2], trace.density[trace.sdf > 0.2]
    assert np.allclose(inside * trace.beta, 1, atol=1e-3) and (outside < 1e-2 / trace.beta).all()


def test_slices_leave_the_scene_as_it_was():
    scene, _ = sphere()
    before = scene.face.residual.grid.n_active
    right, up = np.array([1.0, 0, 0]), np.array([0, 1.0, 0])
    cuts = sdf_slices(scene, [1, 4], right, up, 41)
    assert cuts.shape == (2, 41, 41) and scene.face.residual.grid.n_active == before
    axis = np.linspace(-1, 1, 41)
    distance = np.hypot(*np.meshgrid(axis, axis))
    assert np.abs(cuts[1] - distance - cuts[1][20, 20]).max() < 1e-3
