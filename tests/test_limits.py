"""What a training needs is told before it starts, with the setting that makes it fit."""

from __future__ import annotations

import os
import re
import shutil
from collections import namedtuple

import pytest
import torch
from film_clips import sample_pictures, write_film
from test_train import prepared

from lib.fields.scene import make_scene
from lib.train.loop import train
from lib.workbook import batch, jobs, limits
from lib.workbook.config import load_settings
from lib.workbook.limits import check_export, check_memory, free_memory, memory, n_parameters
from lib.workbook.opening import OpeningError, open_workbook
from lib.workbook.workspace import WorkspaceError

BIG = (1080, 1440)
NEEDS_GPU = pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device")


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
    assert needed == pytest.approx(3.8 * 2**30, rel=0.1)


@pytest.mark.parametrize(
    "more, measured",
    [
        ([], 1.52e9),
        (["network.log2_table_size=22"], 4.55e9),
        (["renderer.sample_batch_size=524288"], 1.91e9),
    ],
)
def test_estimates_follow_what_an_h100_gave_up(tiny_capture, more, measured):
    """80 photos of 540 x 720 px, preset full, first training: see RESULTS.md, "One H100"."""
    settings = load_settings(tiny_capture, "full", 1, more)
    needed = sum(memory(settings, 80, (540, 720), "cuda").values())
    assert 1.0 <= needed / measured < 1.15


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
    monkeypatch.setattr(limits, "free_memory", lambda *_: free)
    # A disk without room for checkpoints would be told first.
    monkeypatch.setattr(limits, "_check_disk", lambda *_: None)
    with pytest.raises(WorkspaceError) as caught:
        check_memory(settings, 300, BIG, "cuda", tmp_path)
    words = str(caught.value)
    assert named in words and len(words) < 400 and "\n" not in words
    if named != "no setting":
        advice = re.search(r"set (.*)", words)[1].split()
        again = load_settings(tiny_capture, "full", overrides=[*overrides, *advice])
        size = tuple(side / again.data.downscale for side in BIG)
        check_memory(again, 300, size, "cuda", tmp_path)


def test_a_training_that_cannot_fit_does_not_start(tiny_capture, tmp_path, monkeypatch):
    chosen, _, settings = prepared(tiny_capture)
    monkeypatch.setattr(limits, "free_memory", lambda *_: 1e6)
    with pytest.raises(WorkspaceError, match="expected .* GB of free memory on the processor"):
        train(chosen, settings, 1, tmp_path / "stage1")
    assert [*tmp_path.glob("stage1/*")] == []
    monkeypatch.undo()
    usage = namedtuple("usage", "free")(1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    with pytest.raises(WorkspaceError, match="free disk for checkpoints"):
        train(chosen, settings, 1, tmp_path / "stage1")


@pytest.fixture
def driver(tmp_path, monkeypatch):
    """A stand-in for nvidia-smi; call it with the MiB that are free on each GPU."""
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    monkeypatch.setattr(torch.cuda, "is_initialized", lambda: False)

    def tells(*free: int) -> None:
        lines = "".join(f"{i}, GPU-{i}{i}a-b, {mib}\n" for i, mib in enumerate(free))
        script = tmp_path / "bin" / "nvidia-smi"
        script.parent.mkdir(exist_ok=True)
        script.write_text(f"#!/bin/sh\ncat << END\n{lines}END\n")
        script.chmod(0o755)

    return tells


@pytest.mark.parametrize(
    "asked, n_at_once, mib",
    [(None, 1, 700), (None, 2, 400), ("1", 1, 400), ("GPU-22a", 1, 900), ("2,0", 2, 700)],
)
def test_free_memory_of_gpus_is_the_drivers(driver, monkeypatch, asked, n_at_once, mib):
    driver(700, 400, 900)
    if asked:
        monkeypatch.setenv("CUDA_VISIBLE_DEVICES", asked)
    assert free_memory("cuda", n_at_once) == mib * 2**20


def test_without_an_answer_cuda_itself_is_asked(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(torch.cuda, "is_initialized", lambda: False)
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda device: (5.0, 9.0))
    assert free_memory("cuda") == 5.0


def test_workers_on_a_processor_share_its_memory():
    assert free_memory("cpu", 2) == pytest.approx(free_memory("cpu") / 2, rel=0.2)


@pytest.fixture
def ran(monkeypatch):
    """Notebooks that are not run; the list names those that would be."""
    names = []

    def run(source, target, parameters, record=None, on_cell=None):
        names.append(source.stem)
        raise ValueError("far enough")

    monkeypatch.setattr(jobs, "run_notebook", run)
    return names


def test_a_batch_on_a_full_gpu_names_the_setting_before_anything_runs(
    tiny_capture, tmp_path, driver, ran, monkeypatch, capsys
):
    monkeypatch.setattr(batch, "choose_device", lambda device: "cuda")
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 1)
    asked = [str(tiny_capture), "--workspace", str(tmp_path / "work"), "--preset", "full"]
    driver(900)
    assert batch.main(asked) == 2
    told = capsys.readouterr().err
    assert ran == [] and not (tmp_path / "work").exists()
    assert told.count("\n") == 1 and len(told) < 300, told
    assert "GB of free memory on the GPU for this training, found 0.9 GB" in told
    assert batch.main([*asked, "--set", *re.search(r"set (.*)", told)[1].split()]) == 1
    assert ran == ["01_inspect_capture"]


def test_a_film_is_judged_by_its_photos_as_they_are_trained_on(
    tmp_path, driver, ran, monkeypatch, capsys
):
    monkeypatch.setattr(batch, "choose_device", lambda device: "cuda")
    monkeypatch.setattr(batch, "glance", lambda film: [])
    film = write_film(tmp_path / "alice.mp4", sample_pictures(1.0))
    asked = [str(film), "--workspace", str(tmp_path / "work"), "--preset", "full"]
    driver(2300)
    more = ["--set", "film.n_frames=20000"]
    assert batch.main([*asked, *more]) == 2 and ran == []
    told = capsys.readouterr().err
    advice = re.search(r"set (.*)", told)[1].split()
    assert "data.downscale" in advice[0]
    assert batch.main([*asked, *more, *advice, "--to", "02"]) == 1
    assert batch.main([*asked, *more, "--to", "01"]) == 1  # trains nothing
    assert ran == ["00_film_to_capture"] * 2


def test_a_batch_whose_results_are_there_is_not_refused(tiny_capture, tmp_path, ran, monkeypatch):
    monkeypatch.setattr(limits, "free_memory", lambda *_: 1e6)
    asked = [str(tiny_capture), "--workspace", str(tmp_path), "--to", "02"]
    assert batch.main(asked) == 2
    folder = tmp_path / tiny_capture.name / "stage1"
    folder.mkdir(parents=True)
    for name in ("checkpoint.pt", "scores.json"):
        (folder / name).write_text("{}")
    assert batch.main(asked) == 1 and ran == ["01_inspect_capture"]


def test_a_notebook_says_it_as_it_opens(tiny_capture, tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "free_memory", lambda *_: 1e6)
    for name, words in (("02_train_stage1", "for this training"), ("07_export_and_relight", "px")):
        with pytest.raises(OpeningError, match=f"GB of free memory .*{words}"):
            open_workbook(name, tiny_capture, tmp_path)
    assert open_workbook("01_inspect_capture", tiny_capture, tmp_path)


def test_maps_that_do_not_fit_name_a_size_that_does(tiny_capture, tmp_path, monkeypatch):
    large = load_settings(tiny_capture, "full", 2, ["mesh.map_size=4096"])
    monkeypatch.setattr(limits, "free_memory", lambda *_: 3e9)
    with pytest.raises(WorkspaceError, match="expected 4.4 GB .* set mesh.map_size=2048"):
        check_export(large, tmp_path)
    check_export(load_settings(tiny_capture, "full", 2, ["mesh.map_size=2048"]), tmp_path)
    monkeypatch.setattr(limits, "free_memory", lambda *_: 1e8)
    with pytest.raises(WorkspaceError, match="no setting"):
        check_export(large, tmp_path)
    monkeypatch.setattr(limits, "free_memory", lambda *_: 9e9)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: namedtuple("usage", "free")(4e8))
    with pytest.raises(WorkspaceError, match="0.5[67] GB of free disk .* set mesh.map_size=2048"):
        check_export(large, tmp_path)


@pytest.mark.parametrize("free, fits", [(4.5e7, 512), (3.1e7, None)])
def test_a_full_disk_names_a_size_of_maps_that_fits_or_none(
    tiny_capture, tmp_path, monkeypatch, free, fits
):
    more = ["mesh.map_size=4096", "mesh.n_faces=100000"]
    monkeypatch.setattr(shutil, "disk_usage", lambda path: namedtuple("usage", "free")(free))
    with pytest.raises(WorkspaceError) as caught:
        check_export(load_settings(tiny_capture, "full", 2, more), tmp_path)
    assert str(caught.value).endswith(f"set mesh.map_size={fits}" if fits else "small enough")
    smallest = load_settings(tiny_capture, "full", 2, [*more, f"mesh.map_size={fits or 256}"])
    if fits:
        check_export(smallest, tmp_path)
    else:  # what is smallest already is not advised again
        with pytest.raises(WorkspaceError, match="another workspace: no setting"):
            check_export(smallest, tmp_path)


@pytest.mark.parametrize("asked", [22, 13, 12, 11])
def test_a_full_disk_names_tables_that_fit_or_none(tiny_capture, tmp_path, monkeypatch, asked):
    def check(log2_size):
        more = [f"network.log2_table_size={log2_size}"]
        check_memory(load_settings(tiny_capture, "full", 1, more), 8, (64, 64), "cpu", tmp_path)

    smallest = load_settings(tiny_capture, "full", 1, ["network.log2_table_size=12"])
    free = 36 * n_parameters(smallest) + 1 if asked > 12 else 1000
    monkeypatch.setattr(shutil, "disk_usage", lambda path: namedtuple("usage", "free")(free))
    with pytest.raises(WorkspaceError) as caught:
        check(asked)
    words = str(caught.value)
    assert len(words) < 300
    assert words.endswith("set network.log2_table_size=12" if asked > 12 else "small enough")
    if asked > 12:
        check(12)


@NEEDS_GPU
def test_a_training_on_a_gpu_takes_about_what_was_estimated(tiny_capture, tmp_path):
    more = ["train.max_steps=60", "train.level_grow_iter=4", "train.warmup_steps=5"]
    settings = load_settings(tiny_capture, "full", 1, more)
    chosen, _, _ = prepared(tiny_capture)
    size = chosen.cameras.width, chosen.cameras.height
    needed = sum(memory(settings, len(chosen), size, "cuda").values())
    free = torch.cuda.mem_get_info()[0]
    train(chosen, settings, 1, tmp_path / "stage1", "cuda")
    used = free - torch.cuda.mem_get_info()[0]
    assert used < 1.25 * needed


@NEEDS_GPU
def test_on_a_nearly_full_gpu_the_advice_fits(tiny_capture, tmp_path):
    more = ["train.max_steps=20", "renderer.sample_batch_size=1048576"]
    settings = load_settings(tiny_capture, "full", 1, more)
    chosen, _, _ = prepared(tiny_capture)
    torch.cuda.empty_cache()
    taken = torch.empty(int(torch.cuda.mem_get_info()[0] - 2e9), dtype=torch.uint8, device="cuda")
    with pytest.raises(WorkspaceError, match="GB of free memory on the GPU") as caught:
        train(chosen, settings, 1, tmp_path / "stage1", "cuda")
    advice = re.search(r"set (.*)", str(caught.value))[1].split()
    settings = load_settings(tiny_capture, "full", 1, [*more, *advice])
    assert train(chosen, settings, 1, tmp_path / "stage1", "cuda").steps == 20
    del taken
