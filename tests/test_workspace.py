"""Workspace: whole files or none, versions, and what a full or forbidden disk gets."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections import namedtuple

import numpy as np
import pytest
import torch

from lib.workbook import workspace
from lib.workbook.workspace import (
    VERSION,
    Workspace,
    WorkspaceError,
    atomic,
    load_checkpoint,
    read_json,
    save_checkpoint,
    write_json,
)


def test_steps_have_folders_of_their_own(tmp_path):
    space = Workspace(tmp_path, "someone")
    folder = space.write_to("stage1")
    assert (
        folder == tmp_path / "someone" / "stage1" and folder.is_dir() and not list(folder.iterdir())
    )
    (folder / "kept.txt").write_text("kept")
    assert space.write_to("stage1") == folder and (folder / "kept.txt").read_text() == "kept"
    with pytest.raises(WorkspaceError, match="expected one of inspect, stage1.*'stage3'"):
        space.write_to("stage3")
    for subject in ("", "..", "a/b", "/abs"):
        with pytest.raises(WorkspaceError, match="expected a plain folder name"):
            Workspace(tmp_path, subject)


def test_reading_creates_nothing_and_needs_no_room(tmp_path, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10**9, 10**9, 0))
    space = Workspace(tmp_path, "someone", "mine")
    with pytest.raises(
        WorkspaceError,
        match=r"mine/stage1/checkpoint.pt: expected a file, found none; run 02_train_stage1 first",
    ) as error:
        space.read_from("stage1/checkpoint.pt")
    assert error.value._render_traceback_() == [f"WorkspaceError: {error.value}"]
    with pytest.raises(WorkspaceError, match="run 05_triangulate_eyes first"):
        space.read_from("eyes/eyes.json")
    assert space.find("eyes/leye_mask") is None and space.runs() == [""]
    assert not list(tmp_path.iterdir())
    (tmp_path / "someone/stage1").mkdir(parents=True)
    (tmp_path / "someone/stage1/checkpoint.pt").write_text("")
    assert Workspace(tmp_path, "someone").read_from("stage1/checkpoint.pt").is_file()


def test_a_named_run_reads_its_own_files_first_and_writes_apart(tmp_path):
    plain, mine = Workspace(tmp_path, "someone"), Workspace(tmp_path, "someone", "mine")
    (plain.write_to("stage1") / "scores.json").write_text("ordinary")
    assert mine.read_from("stage1/scores.json").read_text() == "ordinary"
    assert mine.write_to("stage1") == tmp_path / "someone/runs/mine/stage1"
    (mine.write_to("stage1") / "scores.json").write_text("mine")
    assert mine.read_from("stage1/scores.json").read_text() == "mine"
    assert plain.read_from("stage1/scores.json").read_text() == "ordinary"
    assert plain.runs() == ["", "mine"]
    for run in ("..", "a/b", "a\\b", "/abs", ".hidden", "a:b"):
        with pytest.raises(WorkspaceError, match="run: expected a plain folder name") as error:
            Workspace(tmp_path, "someone", run)
        assert "\n" not in str(error.value)


def test_workspace_under_a_file_is_refused_by_name(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(
        WorkspaceError, match=r"file/someone/stage1: .*Not a directory.*another workspace"
    ):
        Workspace(tmp_path / "file", "someone").write_to("stage1")
    with pytest.raises(
        WorkspaceError, match=r"file/a.json: expected a place to write, found: File exists"
    ):
        write_json(tmp_path / "file" / "a.json", "eyes", {})
    assert (tmp_path / "file").read_text() == "in the way"


@pytest.mark.parametrize(
    ("code", "words"), [(errno.EROFS, "Read-only file system"), (errno.EACCES, "Permission denied")]
)
def test_read_only_workspace(tmp_path, monkeypatch, code, words):
    def refuse(*args, **kwargs):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(
        workspace.tempfile, "TemporaryFile", refuse
    )  # chmod would not stop a test run by root
    with pytest.raises(WorkspaceError, match=rf"stage1: expected a place to write, found: {words}"):
        Workspace(tmp_path, "someone").write_to("stage1")


def test_too_little_free_disk_is_found_before_the_work(tmp_path, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10**9, 10**9 - 10**6, 10**6))
    with pytest.raises(
        WorkspaceError, match=r"stage2: expected 700 MB of free disk, found 1 MB; make room"
    ):
        Workspace(tmp_path, "someone").write_to("stage2")


def test_disk_that_fills_up_while_writing_keeps_the_earlier_file(tmp_path, monkeypatch):
    path = tmp_path / "eyes.json"
    write_json(path, "eyes", {"radius": 1})

    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(
        WorkspaceError, match=r"eyes.json: .*No space left on device; make room.*Earlier files"
    ):
        write_json(path, "eyes", {"radius": 2})
    assert read_json(path, "eyes")["radius"] == 1 and os.listdir(tmp_path) == ["eyes.json"]


def test_checkpoint_on_a_full_disk_keeps_the_earlier_one(tmp_path, monkeypatch):
    path = tmp_path / "checkpoint.pt"
    save_checkpoint(path, {"kind": "scene", "step": 1})

    def full(payload, target):
        target.write_bytes(b"half")
        raise RuntimeError("PytorchStreamWriter failed writing file data/0: file write failed")

    monkeypatch.setattr(torch, "save", full)
    with pytest.raises(WorkspaceError, match=r"checkpoint.pt: writing failed, is the disk full\?"):
        save_checkpoint(path, {"kind": "scene", "step": 2})
    assert load_checkpoint(path, "scene")["step"] == 1 and os.listdir(tmp_path) == ["checkpoint.pt"]


def test_atomic_leaves_the_old_file_and_no_rubbish_when_the_writer_fails(tmp_path):
    path = tmp_path / "map.npy"
    with atomic(path) as temporary:
        assert temporary.parent == tmp_path and temporary.suffix == ".npy" and not path.exists()
        np.save(temporary, np.arange(3))
    with pytest.raises(ZeroDivisionError), atomic(path) as temporary:
        temporary.write_bytes(b"half")
        _ = 1 / 0
    assert np.load(path).tolist() == [0, 1, 2] and os.listdir(tmp_path) == ["map.npy"]
    with pytest.raises(WorkspaceError, match="found no file"), atomic(path):
        pass
    with (
        pytest.raises(FileNotFoundError),
        atomic(path) as temporary,
    ):  # the writer's own trouble is not the disk's
        open(tmp_path / "absent")


def test_json_round_trip_of_numpy_values(tmp_path):
    path = tmp_path / "new" / "scores.json"
    write_json(
        path, "scores", {"psnr": np.float32(30.5), "center": np.arange(3.0), "steps": np.int64(7)}
    )
    assert read_json(path, "scores") == {
        "kind": "scores",
        "version": VERSION,
        "psnr": 30.5,
        "center": [0.0, 1.0, 2.0],
        "steps": 7,
    }
    for bad in (float("nan"), np.array([np.inf]), object()):
        with pytest.raises(WorkspaceError, match="scores.json: expected finite plain values"):
            write_json(path, "scores", {"psnr": bad})
    assert read_json(path, "scores")["psnr"] == 30.5


def test_json_that_cannot_be_used_says_why(tmp_path):
    path = tmp_path / "eyes.json"
    with pytest.raises(
        WorkspaceError, match="eyes.json: expected a file, found none; run the step"
    ):
        read_json(path, "eyes")
    with pytest.raises(WorkspaceError, match="run 02_train_stage1 first"):
        load_checkpoint(tmp_path / "stage1" / "checkpoint.pt", "stage1")
    write_json(path, "eyes", {"left": [1, 2, 3]})
    with pytest.raises(
        WorkspaceError, match=r"expected kind and version \('scores', 1\), found \('eyes', 1\)"
    ):
        read_json(path, "scores")
    text = path.read_text()
    path.write_text(text[: len(text) // 2])
    with pytest.raises(WorkspaceError, match="eyes.json: expected JSON of kind 'eyes'.*cut short"):
        read_json(path, "eyes")
    path.write_text(json.dumps({"kind": "eyes", "version": VERSION + 1}))
    with pytest.raises(WorkspaceError, match=rf"found \('eyes', {VERSION + 1}\)"):
        read_json(path, "eyes")
    path.write_text("[1]")
    with pytest.raises(WorkspaceError, match="found list"):
        read_json(path, "eyes")


def test_checkpoint_round_trip_and_refusals(tmp_path):
    path = tmp_path / "checkpoint.pt"
    weights = {"grid": torch.arange(1000.0), "step": 3, "settings": {"train": {"lr": 1e-3}}}
    save_checkpoint(path, {"kind": "scene", **weights})
    again = load_checkpoint(path, "scene")
    assert torch.equal(again["grid"], weights["grid"]) and again["settings"] == weights["settings"]
    with pytest.raises(
        WorkspaceError, match=r"expected kind and version \('eyes', 1\), found \('scene', 1\)"
    ):
        load_checkpoint(path, "eyes")
    with pytest.raises(WorkspaceError, match="expected a checkpoint with a 'kind'"):
        save_checkpoint(path, weights)
    with pytest.raises(WorkspaceError, match="expected a file, found none"):
        load_checkpoint(tmp_path / "absent.pt", "scene")


@pytest.mark.parametrize("share", [0.0, 0.3, 0.95])
def test_checkpoint_cut_short(tmp_path, share):
    path = tmp_path / "checkpoint.pt"
    save_checkpoint(path, {"kind": "scene", "grid": torch.arange(1000.0)})
    data = path.read_bytes()
    path.write_bytes(data[: int(share * len(data))])
    with pytest.raises(
        WorkspaceError, match="checkpoint.pt: expected a checkpoint, found a file cut short.*repeat"
    ):
        load_checkpoint(path, "scene")


def test_checkpoint_of_another_version_and_of_untrusted_content(tmp_path):
    path = tmp_path / "checkpoint.pt"
    torch.save({"kind": "scene", "version": VERSION + 1}, path)
    with pytest.raises(WorkspaceError, match=rf"found \('scene', {VERSION + 1}\)"):
        load_checkpoint(path, "scene")
    torch.save({"kind": "scene", "version": VERSION, "code": os.getcwd}, path)
    with pytest.raises(WorkspaceError, match="found a file cut short or of another kind"):
        load_checkpoint(path, "scene")
