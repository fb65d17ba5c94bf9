"""What a training needs is told before it starts, with the setting that makes it fit."""

from __future__ import annotations

import re
import shutil
from collections import namedtuple

import pytest
from test_train import prepared

from lib.fields.scene import make_scene
from lib.train.loop import train
from lib.workbook import limits
from lib.workbook.config import load_settings
from lib.workbook.limits import check_room, memory, n_parameters
from lib.workbook.workspace import WorkspaceError

BIG = (1080, 1440)


@pytest.mark.parametrize("preset", ["quick", "full"])
def test_parameters_are_counted(tiny_capture, preset):
    settings = load_settings(tiny_capture, preset)
    scene = make_scene(settings, 8, "cpu")
    n = sum(values.numel() for values in scene.parameters())
    assert n_parameters(settings) == pytest.approx(n, rel=0.05)


def test_a_gpu_training_of_300_photos_is_estimated_near_its_measured_memory(tiny_capture):
    """3.8 GiB at its peak, see RESULTS.md."""
    settings = load_settings(tiny_capture, "full")
    needed = sum(memory(settings, 270, BIG, "cuda").values())
    assert needed == pytest.approx(3.8 * 2**30, rel=0.35)


@pytest.mark.parametrize(
    "free, overrides, named",
    [
        (2e9, [], "data.downscale"),
        (3e9, ["renderer.sample_batch_size=4194304"], "renderer.sample_batch_size"),
        (8e9, ["network.log2_table_size=26"], "network.log2_table_size"),
        (1e6, [], "no setting"),
    ],
)
def test_what_does_not_fit_names_settings_that_do(
    tiny_capture, tmp_path, monkeypatch, free, overrides, named
):
    settings = load_settings(tiny_capture, "full", overrides=overrides)
    monkeypatch.setattr(limits, "free_memory", lambda device: free)
    with pytest.raises(WorkspaceError) as caught:
        check_room(settings, 300, BIG, "cuda", tmp_path)
    words = str(caught.value)
    assert named in words and len(words) < 400 and "\n" not in words
    if named != "no setting":
        advice = re.search(r"set (.*)", words)[1].split()
        again = load_settings(tiny_capture, "full", overrides=[*overrides, *advice])
        size = tuple(side / again.data.downscale for side in BIG)
        check_room(again, 300, size, "cuda", tmp_path)


def test_a_training_that_cannot_fit_does_not_start(tiny_capture, tmp_path, monkeypatch):
    chosen, _, settings = prepared(tiny_capture)
    monkeypatch.setattr(limits, "free_memory", lambda device: 1e6)
    with pytest.raises(WorkspaceError, match="expected .* GB of free memory on the processor"):
        train(chosen, settings, 1, tmp_path / "stage1")
    assert [*tmp_path.glob("stage1/*")] == []
    monkeypatch.undo()
    usage = namedtuple("usage", "free")(1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    with pytest.raises(WorkspaceError, match="free disk for checkpoints"):
        train(chosen, settings, 1, tmp_path / "stage1")
