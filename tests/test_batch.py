"""The batch: plans, arguments, unknown parameters, what is kept and what is run again."""

import json
import shutil
from pathlib import Path

import nbformat
import numpy as np
import pytest
import torch

from lib.workbook import batch, jobs
from lib.workbook.execute import run_notebook
from lib.workbook.identity import Digests
from lib.workbook.lock import FILE
from lib.workbook.steps import OF_A_TRAINING, Step, find_step
from lib.workbook.workspace import Workspace


def capture_folder(root: Path, name: str = "someone", config: str = "", eyes: bool = False) -> Path:
    folder = root / name
    for part in ("image", "mask", *(("leye_mask", "reye_mask") if eyes else ())):
        (folder / part).mkdir(parents=True)
        (folder / part / "1.png").write_bytes(b"not opened here")
    lens = {
        "w": 4,
        "h": 4,
        "fl_x": 4,
        "fl_y": 4,
        "cx": 2,
        "cy": 2,
        "k1": 0,
        "k2": 0,
        "p1": 0,
        "p2": 0,
    }
    frame = {"file_path": "image/1.png", "transform_matrix": np.eye(4).tolist()}
    (folder / "transforms.json").write_text(json.dumps(lens | {"frames": [frame]}))
    if config or eyes:
        landmarks = (
            "data: {left_eye_ldm: [[0.1, 0, 0]], right_eye_ldm: [[-0.1, 0, 0]]}" if eyes else ""
        )
        (folder / "config.yaml").write_text(config or landmarks)
    return folder


def numbers(steps) -> str:
    return " ".join(step.name[:2] for step in steps)


def test_plan_of_each_kind_of_capture(tmp_path):
    plain, ready = capture_folder(tmp_path, "plain"), capture_folder(tmp_path, "ready", eyes=True)
    assert numbers(batch.plan(plain)) == "01 02 03 04 05 06 07"
    assert numbers(batch.plan(plain, overrides=["data.eyes=none"])) == "01 02 03 07"
    assert numbers(batch.plan(ready)) == "01 05 06 07"
    assert numbers(batch.plan(ready, first="05")) == "05 06 07"
    assert numbers(batch.plan(ready, first="02", last="05")) == "02 03 04 05"  # asked for by name
    for part in ("leye_mask", "reye_mask"):
        shutil.rmtree(ready / part)
    assert numbers(batch.plan(ready)) == "01 02 03 04 05 06 07"


@pytest.mark.parametrize("missing", ["mask/1.png", "image", "transforms.json"])
def test_what_a_capture_lacks_is_told_before_anything_is_run(tmp_path, capsys, missing):
    folder = capture_folder(tmp_path)
    path = folder / missing
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert batch.main([str(folder), "--workspace", str(tmp_path / "work")]) == 2
    words = capsys.readouterr().err
    assert str(folder) in words and missing in words
    assert "found none" in words or "missing 1 of 1" in words
    assert not (tmp_path / "work").exists()


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["--set", "train.max_stepz=3"], ["train.max_stepz", "train.max_steps"]),
        (["--from", "8"], ["--from 8", "01 02 03"]),
        (["--from", "05", "--to", "03"], ["expected the first notebook before the last"]),
        (["--set", "data.eyes=none", "--to", "06"], ["data.eyes=none"]),
        pytest.param(
            ["--device", "cuda"],
            ["device cuda", "say auto or cpu"],
            marks=pytest.mark.skipif(torch.cuda.is_available(), reason="there is a CUDA device"),
        ),
        (["../elsewhere/nobody"], ["elsewhere/nobody"]),
    ],
)
def test_a_wrong_request_is_one_clear_error_and_nothing_is_run(
    tmp_path, capsys, monkeypatch, arguments, words
):
    monkeypatch.setattr(jobs, "run_notebook", lambda *_: pytest.fail("a notebook was started"))
    folder = capture_folder(tmp_path)
    assert batch.main([str(folder), *arguments, "--workspace", str(tmp_path / "work")]) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("error: ") and captured.err.count("\n") == 1
    assert all(word in captured.err for word in words), captured.err


def test_two_captures_of_one_name_are_refused(tmp_path, capsys):
    one, two = capture_folder(tmp_path / "a"), capture_folder(tmp_path / "b")
    assert batch.main([str(one), str(two), "--workspace", str(tmp_path / "work")]) == 2
    assert "share a name" in capsys.readouterr().err


@pytest.fixture
def two_notebooks(tmp_path, monkeypatch):
    """A workbook of two small notebooks; the second copies what the first wrote."""
    first = (
        "import lib.workbook.config, pathlib\nout = pathlib.Path(workspace) / "
        "pathlib.Path(capture).name\n"
        'print("seen by whoever waits")\n(out / "a.txt").write_text(preset + str(overrides))'
    )
    second = (
        "import pathlib\nout = pathlib.Path(workspace) / pathlib.Path(capture).name\n"
        'assert not (pathlib.Path(capture) / "broken").exists(), '
        '"the capture\\n\\x1b[31mis broken"\n'
        '(out / "b.txt").write_text((out / "a.txt").read_text())'
    )
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for name, source in (("01_first", first), ("02_second", second)):
        parameters = nbformat.v4.new_code_cell(
            'capture = ""\nworkspace = ""\nrun = ""\npreset = "quick"\ndevice = "auto"\n'
            "interactive = True\noverrides = []",
            metadata={"tags": ["parameters"]},
        )
        notebook = nbformat.v4.new_notebook(
            cells=[
                parameters,
                nbformat.v4.new_markdown_cell(f"# {name}\n\nWords.\n\n## What it does\n\nMore."),
                nbformat.v4.new_code_cell(source),
                nbformat.v4.new_markdown_cell("## Hand over"),
            ],
            metadata={
                "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}
            },
        )
        nbformat.write(notebook, folder / f"{name}.ipynb")
    monkeypatch.setattr(batch, "NOTEBOOKS", folder)
    monkeypatch.setattr(
        jobs,
        "STEPS",
        (
            Step("01_first", "inspect", writes=("a.txt",), settings=OF_A_TRAINING),
            Step("02_second", "stage1", reads=("a.txt",), writes=("b.txt",)),
        ),
    )
    return folder


def outcomes(printed: str) -> list[str]:
    return [line.split()[2] for line in printed.splitlines() if line.startswith("someone ")]


def test_failure_resume_and_rerun(two_notebooks, tmp_path, capsys):
    """One story, since every kernel costs seconds: fail, mend, resume, keep, change a setting."""
    folder, work = capture_folder(tmp_path), tmp_path / "work" / "someone"
    arguments = [str(folder), "--workspace", str(tmp_path / "work")]
    (folder / "broken").write_text("")
    assert batch.main(arguments) == 1
    captured = capsys.readouterr()
    assert outcomes(captured.out) == ["done", "FAILED"] and "the capture is broken" in captured.err
    assert "    seen by whoever waits\n" in captured.out
    target = work / "notebooks/02_second.ipynb"  # with the traceback, to be opened
    assert "AssertionError" in str(nbformat.read(target, as_version=4).cells[-2].outputs)
    assert captured.err.splitlines() == [
        "FAILED someone: 02_second",
        f"    under 'What it does' in {target}",
        "    AssertionError: the capture is broken",
    ]

    (folder / "broken").unlink()  # the capture changed: both run again
    assert batch.main(arguments) == 0
    assert outcomes(capsys.readouterr().out) == ["done", "done"]
    written = (work / "b.txt").stat().st_mtime_ns
    assert batch.main(arguments) == 0
    assert outcomes(capsys.readouterr().out) == ["kept", "kept"]
    assert (work / "b.txt").stat().st_mtime_ns == written

    (work / "a.txt").write_text("replaced by hand")  # a hand-over file: only its reader runs
    assert batch.main(arguments) == 0
    assert outcomes(capsys.readouterr().out) == ["kept", "done"]
    assert (work / "b.txt").read_text() == "replaced by hand"

    target = work / "notebooks/02_second.ipynb"  # killed half-way: no stamp, so it runs again
    notebook = json.loads(target.read_text())
    del notebook["metadata"]["batch"]
    target.write_text(json.dumps(notebook))
    assert batch.main([*arguments, "--from", "02"]) == 0
    assert outcomes(capsys.readouterr().out) == ["done"]


@pytest.fixture
def pretended(monkeypatch):
    """Notebooks that are never started: each step writes its files, and a list says which ran."""
    ran = []

    def run_notebook(source, target, parameters, record, on_cell=None):
        step = find_step(source.stem)
        space = Workspace(
            parameters["workspace"], Path(parameters["capture"]).name, parameters["run"]
        )
        ran.append(step.number)
        for file in step.writes:
            (space.write_to(step.folder).parent / file).write_text("{}")
        target.write_text(json.dumps({"metadata": {"batch": record}}))

    monkeypatch.setattr(jobs, "run_notebook", run_notebook)
    return ran


def test_a_named_run_reads_what_is_the_same_and_never_writes_there(pretended, tmp_path, capsys):
    arguments = [str(capture_folder(tmp_path)), "--workspace", str(tmp_path / "work")]
    assert batch.main(arguments) == 0 and len(pretended) == 7
    subject = tmp_path / "work/someone"
    before = {path: path.stat().st_mtime_ns for path in subject.glob("*/*") if path.is_file()}
    pretended.clear()
    assert batch.main([*arguments, "--run", "fine", "--set", "mesh.map_size=64"]) == 0
    assert pretended == ["03", "07"]
    assert {path: path.stat().st_mtime_ns for path in before} == before
    made = {path.name for path in (subject / "runs/fine").iterdir() if path.is_dir()}
    assert made == {"export1", "export", "notebooks"}
    capsys.readouterr()
    assert batch.main([*arguments, "--run", "../fine"]) == 2
    assert "run: expected a plain folder name, got '../fine'" in capsys.readouterr().err


def test_force_runs_all_and_keeps_the_trainings(pretended, tmp_path):
    arguments = [str(capture_folder(tmp_path)), "--workspace", str(tmp_path / "work")]
    assert batch.main(arguments) == 0 and batch.main(arguments) == 0 and len(pretended) == 7
    checkpoint = tmp_path / "work/someone/stage1/checkpoint.pt"
    checkpoint.write_text("the first")
    assert batch.main([*arguments, "--force", "--to", "03"]) == 0
    assert pretended[7:] == ["01", "02", "03"]
    kept = tmp_path / "work/someone/runs/earlier-1/stage1/checkpoint.pt"
    assert kept.read_text() == "the first" and checkpoint.read_text() == "{}"


def test_a_training_run_by_hand_with_other_settings_is_not_kept(pretended, tmp_path, capsys):
    arguments = [str(capture_folder(tmp_path)), "--workspace", str(tmp_path / "work")]
    assert batch.main([*arguments, "--to", "02"]) == 0
    (tmp_path / "work/someone/stage1/checkpoint.pt").write_text("of other settings")
    pretended.clear()
    assert batch.main([*arguments, "--to", "02"]) == 0 and pretended == ["02"]
    assert "02_train_stage1 (again: stage1/checkpoint.pt changed)" in capsys.readouterr().out


def test_a_subject_in_use_is_left_alone_and_the_others_go_on(pretended, in_turn, tmp_path, capsys):
    one, two = capture_folder(tmp_path), capture_folder(tmp_path, "other")
    work = tmp_path / "work"
    other = {"host": "elsewhere", "pid": 7, "since": "2020-01-01", "token": "theirs"}
    (work / "someone").mkdir(parents=True)
    (work / "someone" / FILE).write_text(json.dumps(other))
    assert batch.main([str(one), str(two), "--workspace", str(work), "--to", "01"]) == 1
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1
    assert "in use by process 7 on elsewhere since 2020-01-01" in captured.err
    assert outcomes(captured.out) == ["not"] and pretended == ["01"]
    index = (work / "index.html").read_text()
    assert batch.main([str(one), "--workspace", str(work), "--to", "01"]) == 1
    assert "reports:" not in capsys.readouterr().out  # it made none
    assert (work / "index.html").read_text() == index


def test_an_undeclared_parameter_is_an_error(two_notebooks, tmp_path):
    with pytest.raises(ValueError, match="unknown parameter 'overides'.*'overrides'"):
        run_notebook(two_notebooks / "01_first.ipynb", tmp_path / "out.ipynb", {"overides": []})
    assert not (tmp_path / "out.ipynb").exists()


def test_settings_reach_the_notebook_and_decide_what_is_kept(two_notebooks, tmp_path, capsys):
    arguments = [str(capture_folder(tmp_path)), "--workspace", str(tmp_path / "work"), "--to", "01"]
    assert batch.main([*arguments, "--set", "train.max_steps=7"]) == 0
    assert (tmp_path / "work/someone/a.txt").read_text() == "quick['train.max_steps=7']"
    capsys.readouterr()
    assert batch.main([*arguments, "--set", "train.max_steps=7"]) == 0
    assert outcomes(capsys.readouterr().out) == ["kept"]
    assert batch.main([*arguments, "--set", "train.max_steps=8"]) == 0
    assert outcomes(capsys.readouterr().out) == ["done"]


def test_masks_corrected_by_hand_are_noticed(tmp_path):
    digests = Digests(tmp_path / "digests.json")
    (tmp_path / "leye_mask").mkdir()
    (tmp_path / "leye_mask" / "1.png").write_bytes(b"as made")
    before = digests.of_path(tmp_path / "leye_mask")
    (tmp_path / "leye_mask" / "1.png").write_bytes(b"correct")  # of the same length
    assert digests.of_path(tmp_path / "leye_mask") != before
    assert digests.of_path(tmp_path / "absent") is None
    assert {"eyes/leye_mask", "eyes/reye_mask"} <= set(find_step("06").reads)


def test_ctrl_c_says_that_nothing_is_lost(tiny_capture, tmp_path, monkeypatch, capsys):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(batch, "run_job", interrupted)
    assert batch.main([str(tiny_capture), "--workspace", str(tmp_path / "work")]) == 130
    assert "the same command goes on where this one stopped" in capsys.readouterr().err
