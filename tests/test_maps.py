"""Maps as other programs use them: small versions, the chart's cut, and memory for large ones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from test_mesh import FRONT, UP, ellipsoid, with_gradient

from lib.export.assets import write_parts
from lib.export.glb import GltfFrame
from lib.mesh.bake import bake
from lib.mesh.clean import decimate, snap
from lib.mesh.extract import extract
from lib.mesh.unwrap import unwrap

SIZE = 256


def skull(x):
    return ellipsoid(x, (0, 0, 0), (0.5, 0.6, 0.55)).astype(np.float32)


@pytest.fixture(scope="module")
def chart():
    """A closed skull, slit up its back to lie flat."""
    mesh = decimate(extract(skull, 1.0, 64), 2500)
    return unwrap(snap(mesh, with_gradient(skull), 2 / 64), FRONT, UP)


def even(points):
    n = len(points)
    color, gray = np.tile(np.float32([0.5, 0.3, 0.2]), (n, 1)), np.full((n, 1), 0.4, np.float32)
    return {"diffuse": color, "specular": gray, "roughness": gray}


def test_no_smaller_version_of_a_map_takes_in_what_is_beside_the_chart(chart, tmp_path):
    maps = bake(chart, SIZE, even)
    frame = GltfFrame(np.array([[1.0, 0, 0], UP, FRONT]), 0.12, "a test")
    write_parts(tmp_path, {"head": (chart, maps)}, frame)
    for name, value in (("diffuse", (188, 149, 124)), ("specular", (102,) * 3)):
        image = cv2.imread(str(tmp_path / f"head_{name}.png"))[..., ::-1]
        mask = maps["mask"]
        for level in range(1, 5):
            side = SIZE >> level
            image = cv2.resize(image, (side, side), interpolation=cv2.INTER_AREA)
            mask = cv2.resize(maps["mask"].astype(np.float32), (side, side), cv2.INTER_AREA) > 0
            assert mask.mean() > 0.5
            assert np.abs(image[mask].astype(int) - value).max() <= 1, (name, level)


def cut_pairs(mesh) -> np.ndarray:
    """(M, 2) vertices at one place, on either side of the chart's cut."""
    _, one, count = np.unique(mesh.v_pos, axis=0, return_inverse=True, return_counts=True)
    twice = np.flatnonzero(count[one.reshape(-1)] == 2)
    return twice[np.argsort(one.reshape(-1)[twice], kind="stable")].reshape(-1, 2)


@pytest.mark.parametrize("name", ["diffuse", "roughness", "normal"])
def test_both_sides_of_the_cut_are_alike(chart, name):
    """The material varies over a triangle, and what the back shows is made up."""

    def varied(points):
        wave = np.sin(25 * points)
        return {
            "diffuse": (0.5 + 0.3 * wave).astype(np.float32),
            "specular": np.full((len(points), 1), 0.4, np.float32),
            "roughness": (0.5 + 0.3 * wave[:, :1]).astype(np.float32),
        }

    pairs = cut_pairs(chart)
    assert len(pairs) > 10
    seen = np.arange(len(chart.v_pos)) % 7 > 0  # one side may be seen, and the other not
    maps = bake(chart, 512, varied, seen=seen, soft=0.02)
    column, row = (chart.v_uv * [1, -1] + [0, 1]).T.astype(np.float32) * 512 - 0.5
    at = cv2.remap(maps[name], column, row, cv2.INTER_LINEAR).reshape(len(column), -1)
    step = np.abs(at[pairs[:, 0]] - at[pairs[:, 1]]).max(1)
    along = chart.t_pos_idx[:, :2]
    elsewhere = np.abs(at[along[:, 0]] - at[along[:, 1]]).max(1)
    assert np.median(step) < 0.2 * np.median(elsewhere)


MEMORY = """
import resource, sys
sys.path[:0] = [{tests!r}]
import numpy as np
from test_maps import even
from lib.export.assets import write_parts
from lib.export.glb import GltfFrame
from lib.mesh.bake import bake, sphere_cap
cap = sphere_cap([0, 0, 0], 1.0, [0, 0, -1], 1.5, [0, -1, 0])
out = []
for size in (256, 1024):
    parts = {{"head": (cap, bake(cap, size, even))}}
    write_parts({folder!r}, parts, GltfFrame(np.eye(3), 0.1, "a test"))
    out.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
print(*out)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in kilobytes on Linux")
def test_maps_of_4096_px_take_less_than_6_gigabytes(tmp_path):
    """What grows, grows with the texels: measured at 1024 px, a sixteenth of them."""
    code = MEMORY.format(tests=str(Path(__file__).parent), folder=str(tmp_path))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    small, large = (int(word) * 1024 for word in done.stdout.split()[-2:])
    assert small + 16 * (large - small) < 6e9
