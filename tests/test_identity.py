"""What makes the batch run a step again, and what does not."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from lib.workbook import code
from lib.workbook.batch import NOTEBOOKS
from lib.workbook.identity import Digests, differences, files_below, identity
from lib.workbook.steps import STEPS
from lib.workbook.workspace import Workspace


class Place:
    """A capture and a workspace with all files that steps read; what each step's identity is."""

    def __init__(self, root: Path):
        self.capture, self.space = root / "captures/someone", Workspace(root / "work", "someone")
        self.overrides, self.notebooks = [], NOTEBOOKS
        for name in ("image/1.png", "mask/1.png", "eye_picks.json", "transforms.json"):
            (self.capture / name).parent.mkdir(parents=True, exist_ok=True)
            (self.capture / name).write_text(name)
        for step in STEPS:
            for file in step.writes:
                (self.space.folder / file).parent.mkdir(parents=True, exist_ok=True)
                (self.space.folder / file).write_text(file)

    def all(self) -> dict[str, dict]:
        digests = Digests(self.space.ordinary / "digests.json")
        found = {}
        for step in STEPS:
            notebook = self.notebooks / f"{step.name}.ipynb"
            found[step.number] = identity(
                step, notebook, self.capture, "quick", self.overrides, self.space, digests
            )
        digests.save()
        return found


@pytest.fixture
def place(tmp_path):
    return Place(tmp_path)


def changed(before: dict, now: dict) -> str:
    return " ".join(number for number in now if now[number] != before[number])


@pytest.mark.parametrize(
    "file, steps",
    [
        ("eyes/picks.json", "05"),  # a landmark moved by hand
        ("eyes/eyes.json", "06 07"),
        ("stage1/checkpoint.pt", "03 05 07"),
        ("stage2/checkpoint.pt", "07"),
        ("export1/head.obj", "04 05"),
    ],
)
def test_an_earlier_result_redoes_its_readers(place, file, steps):
    before = place.all()
    (place.space.folder / file).write_text("changed")
    now = place.all()
    assert changed(before, now) == steps
    assert differences(before[steps[:2]], now[steps[:2]]) == [file]


def test_files_of_the_capture(place):
    before = place.all()
    (place.capture / "eye_picks.json").write_text("moved")
    assert changed(before, place.all()) == "04"
    before = place.all()
    (place.capture / "mask/1.png").write_text("1.PNG/mask")  # of the same length
    assert changed(before, place.all()) == "01 02 03 04 05 06 07"
    before = place.all()
    (place.capture / "config.yaml").write_text("light: {intensity: 3}")
    assert changed(before, place.all()) == "01 02 03 04 05 06 07"
    before = place.all()
    (place.capture / "config.yaml").write_text("# a remark\nlight: {intensity: 3}")
    assert changed(before, place.all()) == ""


def test_dates_and_places_do_not_count(place, tmp_path):
    before = place.all()
    for file in (place.capture / "image/1.png", place.space.folder / "eyes/picks.json"):
        os.utime(file, (1, 1))
    assert changed(before, place.all()) == ""
    shutil.move(tmp_path / "captures", tmp_path / "moved")
    shutil.move(tmp_path / "work", tmp_path / "also moved")
    place.capture = tmp_path / "moved/someone"
    place.space = Workspace(tmp_path / "also moved", "someone")
    assert changed(before, place.all()) == ""


@pytest.mark.parametrize(
    "setting, steps",
    [
        ("train.max_steps=7", "02 06"),
        ("mesh.map_size=64", "03 07"),
        ("data.downscale=2", "01 02 03 04 05 06 07"),
        ("train.val_freq=7", ""),  # nothing looks at it
    ],
)
def test_settings_redo_the_steps_that_they_decide(place, setting, steps):
    before = place.all()
    place.overrides = [setting]
    assert changed(before, place.all()) == steps


@pytest.mark.parametrize(
    "file, old, new, redone, kept",
    [
        ("train/losses.py", "def photo(", "UNUSED = 1\n\n\ndef photo(", "02 06", "01 03 04 05 07"),
        ("train/losses.py", "def photo(", "# a remark\ndef photo(", "", "02 06"),
        ("workbook/plots/views.py", '"""Pictures', '"""Some pictures', "", "01 02 03 04 05 06 07"),
        ("label/widget.js", "function", "/* */ function", "04", "01 02 06"),
        ("mesh/unwrap.py", "def unwrap(", "UNUSED = 1\n\n\ndef unwrap(", "03 07", "01 02"),
    ],
)
def test_code_redoes_the_steps_that_run_it(
    place, tmp_path, monkeypatch, file, old, new, redone, kept
):
    lib = code.ROOT / "lib"
    shutil.copytree(lib, tmp_path / "lib", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(code, "ROOT", tmp_path)
    before, path = place.all(), tmp_path / "lib" / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    numbers = changed(before, place.all()).split()
    assert set(redone.split()) <= set(numbers) and not set(kept.split()) & set(numbers)


def test_the_notebooks_code_counts_and_its_words_do_not(place, tmp_path):
    place.notebooks = tmp_path / "notebooks"
    shutil.copytree(NOTEBOOKS, place.notebooks)
    before, path = place.all(), place.notebooks / "03_export_stage1.ipynb"
    notebook = json.loads(path.read_text())
    notebook["cells"][0]["source"] = ["# Another title\n"]
    notebook["cells"][2]["source"].append("  # a remark")
    path.write_text(json.dumps(notebook))
    assert changed(before, place.all()) == ""
    notebook["cells"][2]["source"] = ["print(1)\n", *notebook["cells"][2]["source"]]
    path.write_text(json.dumps(notebook))
    assert changed(before, place.all()) == "03"


def test_linked_folders_count_and_loops_end(place, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/1.png").write_text("hair")
    (place.capture / "hair_mask").symlink_to(tmp_path / "elsewhere")
    (place.capture / "hair_mask/loop").symlink_to(place.capture)
    before = place.all()
    assert [name for name, _ in files_below(place.capture)].count("hair_mask/1.png") == 1
    (tmp_path / "elsewhere/1.png").write_text("rain")
    assert changed(before, place.all()) == "01 02 03 04 05 06 07"


def test_content_is_read_once_while_a_file_stays_as_it_is(tmp_path):
    file, digests = tmp_path / "photo.png", Digests(tmp_path / "digests.json")
    file.write_text("one")
    os.utime(file, (1, 1))  # old: what is as new as the clock's tick is never remembered
    first = digests.of_file(file)
    digests.save()
    again = Digests(tmp_path / "digests.json")
    assert again.known[str(file)][3] == first
    again.known[str(file)][3] = "remembered"
    assert again.of_file(file) == "remembered"
    file.write_text("two")  # same length, other time
    assert again.of_file(file) not in ("remembered", first)
    (tmp_path / "digests.json").write_text("{ cut short")
    assert Digests(tmp_path / "digests.json").of_file(file) == again.of_file(file)
