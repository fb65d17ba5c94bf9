"""How a notebook opens, and what a mistake in its parameters gets."""

from __future__ import annotations

import pytest
import torch

from lib.workbook import opening
from lib.workbook.opening import OpeningError, choose_device, open_workbook


@pytest.fixture
def shown(monkeypatch):
    """What is displayed."""
    pieces = []
    monkeypatch.setattr(opening, "display", lambda piece: pieces.append(piece.data))
    return pieces


def test_it_says_where_and_with_what(tiny_capture, tmp_path, shown, capsys):
    book = open_workbook(
        "02_train_stage1", tiny_capture, tmp_path / "work", overrides=["train.max_steps=7"]
    )
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3 and "torch" in lines[0] and "running on" in lines[0]
    assert str(tiny_capture) in lines[1] and str(tmp_path / "work" / tiny_capture.name) in lines[2]
    assert book.settings.train.max_steps == 7 and book.stage == 1
    assert book.device in ("cpu", "cuda") and book.capture == tiny_capture
    assert "<td>train.max_steps</td><td>7</td><td>override train.max_steps=7</td>" in shown[0]
    assert shown[0].startswith("<details>")
    assert not (tmp_path / "work").exists()  # opening writes nothing


def test_a_named_run_says_which_results_it_reads(tiny_capture, tmp_path, shown, capsys):
    subject = tmp_path / tiny_capture.name
    for path in (subject / "eyes/eyes.json", subject / "runs/mine/stage1/scores.json"):
        path.parent.mkdir(parents=True)
        path.write_text("{}")
    open_workbook("06_train_stage2", tiny_capture, tmp_path, "mine")
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "reads      stage1 of this run; eyes of the ordinary run"


def test_the_settings_are_those_of_the_notebooks_training(tiny_capture, tmp_path, shown):
    steps = [
        open_workbook(name, tiny_capture, tmp_path).settings.train.max_steps
        for name in ("02_train_stage1", "06_train_stage2")
    ]
    assert steps == [1725, 2600]
    book = open_workbook(
        "07_export_and_relight", tiny_capture, tmp_path, overrides=["data.eyes=none"]
    )
    assert book.stage == 1


@pytest.mark.parametrize(
    "change, words",
    [
        ({"capture": "nowhere/nobody"}, "nowhere/nobody: expected a capture folder, found none"),
        ({"overrides": ["train.max_stepz=3"]}, "unknown key 'train.max_stepz'.*train.max_steps"),
        ({"run": "../elsewhere"}, "run: expected a plain folder name, got '../elsewhere'"),
        ({"preset": "fast"}, "preset.*'fast'"),
        ({"device": "tpu"}, "device: expected one of auto, cpu, cuda, got 'tpu'"),
    ],
)
def test_a_mistake_is_one_line_without_a_traceback(tiny_capture, tmp_path, shown, change, words):
    given = {"capture": tiny_capture, "workspace": tmp_path} | change
    with pytest.raises(OpeningError, match=words) as error:
        open_workbook("02_train_stage1", **given)
    assert "\n" not in str(error.value)
    assert error.value._render_traceback_() == [f"OpeningError: {error.value}"]


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a CUDA device")
def test_cuda_that_is_not_there_is_no_silent_processor():
    assert choose_device("auto") == "cpu"
    with pytest.raises(ValueError, match="device cuda: expected a CUDA device.*say auto or cpu"):
        choose_device("cuda")
