"""What other programs make of an export: Khronos' validator, three.js in a browser, and Blender.

Each test skips, with the reason, where its program is not there. tests/setup_gltf.sh gets the
validator and three.js from npm.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from test_export import whole_export

TOOLS = Path(os.environ.get("GLTF_TOOLS", Path(__file__).parent / "artefacts" / "gltf_tools"))
VALIDATE = """
const validator = require('gltf-validator'), fs = require('fs');
validator.validateBytes(new Uint8Array(fs.readFileSync(process.argv[1])))
  .then(report => console.log(JSON.stringify(report.issues)));
"""


def test_khronos_validator_finds_nothing(tmp_path):
    node = shutil.which("node")
    if node is None or not (TOOLS / "node_modules" / "gltf-validator").is_dir():
        pytest.skip(f"needs node, and gltf-validator in {TOOLS} (sh tests/setup_gltf.sh)")
    whole_export(tmp_path)
    told = subprocess.run(
        [node, "-e", VALIDATE, str(tmp_path / "head.glb")],
        cwd=TOOLS,
        capture_output=True,
        text=True,
        check=True,
    )
    issues = json.loads(told.stdout)
    assert issues["messages"] == []
    assert issues["numErrors"] == issues["numWarnings"] == issues["numInfos"] == 0


BLENDER = """
import json, sys
import bpy
bpy.ops.wm.read_factory_settings(use_empty=True)
bpy.ops.import_scene.gltf(filepath=sys.argv[1])
found = {}
for name in ("head", "left_eye", "right_eye"):
    thing = bpy.data.objects[name]
    corners = [thing.matrix_world @ v.co for v in thing.data.vertices]
    found[name] = {
        "low": [min(c[k] for c in corners) for k in range(3)],
        "high": [max(c[k] for c in corners) for k in range(3)],
        "origin": list(thing.matrix_world.translation),
    }
print("FOUND" + json.dumps(found))
"""


def test_blender_shows_the_face_in_metres(tmp_path):
    """Blender is Z up, and its front view looks along +y: a face looks towards -y there."""
    python = os.environ.get("BLENDER_PYTHON")
    if python is None:
        pytest.skip("needs BLENDER_PYTHON, a Python in which `pip install bpy` was run (4.4, 5.0)")
    whole_export(tmp_path)
    told = subprocess.run(
        [python, "-c", BLENDER, str(tmp_path / "head.glb")], capture_output=True, text=True
    )
    line = next((text for text in told.stdout.splitlines() if text.startswith("FOUND")), None)
    assert line, told.stderr[-2000:]
    found = json.loads(line[5:])
    head, left, right = (found[name] for name in ("head", "left_eye", "right_eye"))
    assert left["origin"] == pytest.approx([0.03, -0.075, 0.015], abs=1e-5)  # 0.15 m to a unit
    assert right["origin"] == pytest.approx([-0.03, -0.075, 0.015], abs=1e-5)
    assert left["low"][0] > 0 > right["high"][0]
    assert head["high"][2] == pytest.approx(0.075, abs=1e-3)
