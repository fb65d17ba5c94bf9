"""A scene asked with numpy arrays: distances, gradients and materials of the face and of each
eyeball.
"""

from dataclasses import asdict

import numpy as np
import pytest

from lib.fields.scene import load_scene, make_scene
from lib.fields.shape import EyeballStart
from lib.mesh import sampled
from lib.mesh.sampled import Sampled
from lib.workbook.config import Settings
from lib.workbook.workspace import save_checkpoint


def scene(stage: int):
    settings = Settings()
    settings.network.num_levels, settings.network.log2_table_size, settings.network.width = (
        4,
        12,
        16,
    )
    start = EyeballStart([[0.2, 0.0, -0.5], [-0.2, 0.0, -0.5]], 0.1) if stage == 2 else None
    return make_scene(settings, 2, "cpu", start)


def test_gradient_is_the_slope_of_the_distance(monkeypatch):
    face = Sampled(scene(1))
    points = np.random.default_rng(0).uniform(-0.8, 0.8, (500, 3)).astype(np.float32)
    distance, gradient = face.distance_and_gradient(points)
    assert np.allclose(face.distance(points), distance, atol=1e-5)
    h = np.array([0.01, 0, 0], np.float32)
    slope = (face.distance(points + h) - face.distance(points - h)) / 0.02
    assert np.median(np.abs(slope - gradient[:, 0])) < 0.01
    monkeypatch.setattr(sampled, "CHUNK", 64)  # cutting the points into chunks changes nothing
    assert np.allclose(face.distance(points), distance, atol=1e-6)


def test_eyeballs_are_spheres_and_left_comes_first():
    both = scene(2)
    points = np.array(
        [[0.2, 0.0, -0.61], [-0.2, 0.0, -0.61]], np.float32
    )  # 0.01 before the left, the right eye
    left, right = Sampled(both, 1), Sampled(both, 2)
    assert np.allclose(left.distance(points), [0.01, np.hypot(0.4, 0.11) - 0.1], atol=1e-4)
    assert np.allclose(right.distance(points)[::-1], left.distance(points), atol=1e-6)
    maps = left.maps(points[:1])
    assert np.allclose(maps["normal"], [[0, 0, -1]], atol=1e-6)
    # An eye's own gloss.
    assert np.allclose(maps["specular"], 0.2) and np.allclose(maps["roughness"], 0.2)
    assert {name: value.shape for name, value in maps.items()} == {
        "diffuse": (1, 3),
        "specular": (1, 1),
        "roughness": (1, 1),
        "normal": (1, 3),
    }
    assert (Sampled(both).maps(points)["roughness"] > 0.15).all()  # the face's, without eyeballs


def test_the_first_training_has_no_eyeballs():
    with pytest.raises(ValueError, match="expected a scene with eyeballs"):
        Sampled(scene(1), 1)


def test_a_training_that_was_interrupted_is_told(tmp_path, recwarn):
    settings, made = Settings(), scene(1)
    settings.network.num_levels, settings.network.log2_table_size, settings.network.width = (
        4,
        12,
        16,
    )
    for step in (settings.train.max_steps, 7):
        save_checkpoint(
            tmp_path / "checkpoint.pt",
            {
                "kind": "stage1",
                "settings": asdict(settings),
                "n_views": 2,
                "scene": made.state_dict(),
                "step": step,
            },
        )
        load_scene(tmp_path / "checkpoint.pt", 1)
    told = [
        str(warning.message) for warning in recwarn.list if "checkpoint.pt" in str(warning.message)
    ]
    assert len(told) == 1 and f"found step 7 of {settings.train.max_steps}; run" in told[0]


def test_an_inset_face_is_as_far_inside_and_an_eyeball_keeps_its_radius():
    both = scene(2)
    points = np.random.default_rng(0).uniform(-0.8, 0.8, (50, 3)).astype(np.float32)
    plain, inset = Sampled(both), Sampled(both, inset=0.5)
    further = 0.5 * float(both.beta)
    assert np.allclose(inset.distance(points), plain.distance(points) + further, atol=1e-6)
    distance, gradient = inset.distance_and_gradient(points)
    assert np.allclose(distance, plain.distance(points) + further, atol=1e-5)
    assert np.allclose(gradient, plain.distance_and_gradient(points)[1])
    with pytest.raises(ValueError, match="expected 0 for an eyeball"):
        Sampled(both, 1, inset=0.5)
