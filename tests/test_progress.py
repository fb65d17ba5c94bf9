"""How far a run is, in a line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lib.workbook.config import load_settings
from lib.workbook.progress import (
    PARTS,
    PICTURE,
    STATUS,
    Progress,
    Screen,
    Watch,
    clear_status,
    parts_of,
    read_status,
    write_status,
)
from lib.workbook.steps import STEPS, find_step

SAMPLE = Path(__file__).parents[1] / "data/sample_head"


def test_a_line_tells_notebook_step_score_and_time_left():
    line = Progress("alice", "02_train_stage1", "step 4 of 9", "photo loss 0.1234", 126.0).line()
    assert line == (
        "alice: 02_train_stage1, step 4 of 9, photo loss 0.1234, about 2 min left in all"
    )
    assert Progress("alice", "01_inspect_capture").line() == "alice: 01_inspect_capture"


def test_shares_are_those_of_a_whole_run():
    for shares in zip(*(step.share for step in STEPS)):  # on a processor, on a GPU
        assert sum(shares) == pytest.approx(1)


def test_a_training_tells_its_step_in_a_whole_file(tmp_path, monkeypatch):
    assert read_status(tmp_path) is None
    write_status(tmp_path, 4, 9, 0.5)
    assert read_status(tmp_path) == {"what": "step", "done": 4, "n": 9, "value": 0.5}
    assert [path.name for path in tmp_path.iterdir()] == [STATUS]
    assert read_status(tmp_path, os.path.getmtime(tmp_path / STATUS) + 5) is None  # of before
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
    write_status(tmp_path, 5, 9, 0.5)  # is passed over
    assert read_status(tmp_path)["done"] == 4
    clear_status(tmp_path)
    clear_status(tmp_path)
    (tmp_path / STATUS).write_text('{"step": []}')
    assert read_status(tmp_path) is None


def test_cells_and_steps_give_a_part_and_a_time(tmp_path):
    told, training = [], find_step("02")
    watch = Watch("alice", STEPS, told.append)
    with watch.over(STEPS[0], tmp_path) as on_cell:
        on_cell(5, 10)
    watch.score = "30.1 dB"
    write_status(tmp_path, 50, 100, 0.25)
    with watch.over(training, tmp_path) as on_cell:
        os.utime(tmp_path / STATUS)
        on_cell(3, 30)
    first, second = told[0], told[-1]
    assert (first.notebook, first.at, first.score) == ("01_inspect_capture", "cell 6 of 10", "")
    assert (second.at, second.score) == ("step 50 of 100", "photo loss 0.2500")
    assert second.seconds_left is not None and second.seconds_left >= 0


def test_the_time_left_does_not_jump_when_a_training_ends(tmp_path, monkeypatch):
    """A run in a clockwork of seconds, as the phone's film took on two cores: at no look is the
    time left more than 1.4 times the one before, and it ends below a tenth of the whole.
    """
    clock, told = [1000.0], []
    monkeypatch.setattr("lib.workbook.progress.time.monotonic", lambda: clock[0])
    monkeypatch.setattr("lib.workbook.progress.LOOK", 1e9)
    watch = Watch("alice", STEPS, lambda progress: told.append(progress.seconds_left))
    for step, seconds in zip(STEPS, (8, 166, 21, 10, 14, 244, 35), strict=True):
        with watch.over(step, tmp_path) as on_cell:
            for tick in range(seconds):
                clock[0] += 1
                trains = step.trains and 5 < tick < 0.4 * seconds
                clear_status(tmp_path)
                if trains:
                    write_status(tmp_path, round(100 * tick / (0.4 * seconds)), 100, 0.25)
                on_cell(9 if trains else 1 + 39 * tick // seconds, 40)
    told = [left for left in told if left is not None]
    assert all(after < 1.4 * before + 5 for before, after in zip(told, told[1:]))
    assert told[-1] < 50 and max(told) < 3 * 498


def test_held_out_pictures_count(tmp_path, monkeypatch):
    """Steps of 120 s, then 7 large pictures of 13 s: with `parts_of` the time left falls evenly."""
    settings = load_settings(SAMPLE, "quick", 1)
    small, large = (parts_of(settings, 7, n) for n in (192 * 256, 1080 * 1440))
    assert small == pytest.approx(PARTS, abs=0.05) and 0.7 < large[1] / large[0] < 1.2
    assert parts_of(settings, 7, 540 * 960) == pytest.approx(large, rel=0.01)  # score_pixels
    clock, told = [1000.0], []
    monkeypatch.setattr("lib.workbook.progress.time.monotonic", lambda: clock[0])
    monkeypatch.setattr("lib.workbook.progress.LOOK", 1e9)
    training = find_step("02")
    watch = Watch("alice", [training], told.append, parts={training.name: large})
    with watch.over(training, tmp_path) as on_cell:
        for tick in range(276):
            clock[0] += 1
            if tick < 120:
                write_status(tmp_path, tick, 120, 0.2)
            elif 130 < tick < 230:
                write_status(tmp_path, (tick - 130) // 14, 7, 30.0 + tick, PICTURE)
            else:
                clear_status(tmp_path)
            on_cell(9 if tick < 120 else 15 if tick < 230 else 15 + (tick - 229) // 2, 40)
    assert told[190].at == "held-out photo 5 of 7" and told[190].score == "220.0 dB so far"
    left = [progress.seconds_left for progress in told if progress.seconds_left is not None]
    assert all(after < before + 4 for before, after in zip(left, left[1:]))
    assert max(left) < 340 and left[-1] < 25


def test_without_a_terminal_lines_come_now_and_then(capsys, monkeypatch):
    with Screen(["alice"]) as screen:
        screen.tell(Progress("alice", "02_train_stage1", "step 1 of 9"))
        screen.tell(Progress("alice", "02_train_stage1", "step 2 of 9"))
        assert capsys.readouterr().out == ""
        monkeypatch.setattr("lib.workbook.progress.QUIET", -1.0)
        screen.tell(Progress("alice", "02_train_stage1", "step 3 of 9"))
    assert "alice: 02_train_stage1, step 3 of 9" in capsys.readouterr().out
