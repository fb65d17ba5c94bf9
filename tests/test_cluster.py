"""Captures on several workers: a worker that dies, captures that fail, a cluster that is joined."""

from __future__ import annotations

import re
import subprocess
import sys
from html import escape
from pathlib import Path
from urllib.parse import quote

import nbformat
import pytest
import torch
from distributed import Client
from test_batch import capture_folder

from lib.workbook import batch, cluster, jobs
from lib.workbook.steps import Step

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOK = """
import os, pathlib, signal
capture = pathlib.Path(capture)
assert not (capture / "broken").exists(), "the capture is broken"
deadly, died = capture / "deadly", capture.parent / f"{capture.name}.died"
if deadly.exists() and (deadly.read_text() == "always" or not died.exists()):
    died.write_text("")
    os.kill(os.getppid(), signal.SIGKILL)
print("words")
(pathlib.Path(workspace) / capture.name / "a.txt").write_text("done")
"""


@pytest.fixture
def notebook(tmp_path, monkeypatch):
    """A workbook of one small notebook, which can kill the worker that runs it."""
    parameters = nbformat.v4.new_code_cell(
        'capture = ""\nworkspace = ""\nrun = ""\npreset = "quick"\ndevice = "auto"\n'
        "interactive = True\noverrides = []",
        metadata={"tags": ["parameters"]},
    )
    made = nbformat.v4.new_notebook(cells=[parameters, nbformat.v4.new_code_cell(NOTEBOOK)])
    made.metadata["kernelspec"] = {
        "name": "python3",
        "display_name": "Python 3",
        "language": "python",
    }
    folder = tmp_path / "notebooks"
    folder.mkdir()
    nbformat.write(made, folder / "01_first.ipynb")
    monkeypatch.setattr(batch, "NOTEBOOKS", folder)
    monkeypatch.setattr(jobs, "STEPS", (Step("01_first", "inspect", writes=("a.txt",)),))


def test_two_workers_of_which_one_dies_give_four_results_and_two_reasons(
    notebook, tmp_path, capsys
):
    names = ["one", "two words", "Zoë 頭", "a\"b'c &lt;4&gt;", "broken", "deadly"]
    folders = {name: capture_folder(tmp_path, name) for name in names}
    (folders["broken"] / "broken").write_text("")
    (folders["Zoë 頭"] / "deadly").write_text("once")
    (folders["deadly"] / "deadly").write_text("always")
    work = tmp_path / "work"
    status = batch.main([*map(str, folders.values()), "--workspace", str(work), "--workers", "2"])
    out, err = capsys.readouterr()
    assert status == 1, err
    table = out[out.index("\ncapture ") :]
    rows = dict(re.findall(r"^(.+?) +01_first +(\w+)", table, re.M))
    assert rows == dict.fromkeys(names[:4], "done") | dict.fromkeys(names[4:], "FAILED")
    index = (work / "index.html").read_text()
    for name in names:  # escaped as text, quoted as a link
        page = (work / name / "report.html").read_text()
        assert f"<h1>{escape(name)}</h1>" in page and f">{escape(name)}</a>" in index
        assert f"<a href='./{quote(name)}/report.html'>" in index
    assert all((work / name / "a.txt").is_file() for name in names[:4])
    assert "6 captures on 2 workers" in out and "one:    words" in out
    assert "AssertionError: the capture is broken" in err
    assert "given up: its worker died 2 times" in err


def test_each_worker_sees_a_gpu_of_its_own():
    """On a machine with GPUs these are real; elsewhere only their names are passed on."""
    gpus = cluster._gpus("auto")
    names = gpus if len(gpus) > 1 else ["0", "1"]

    def seen(dask_worker):
        import os

        import torch

        named = os.environ["CUDA_VISIBLE_DEVICES"]
        return named, torch.cuda.device_count(), dask_worker.state.total_resources

    with cluster._started(names, len(names)) as started:
        with Client(started, security=started.security) as client:
            found = sorted(client.run(seen).values(), key=lambda one: names.index(one[0]))
    n_each = int(torch.cuda.device_count() > 1)
    assert found == [(name, n_each, {"GPU": 1}) for name in names]


@pytest.mark.parametrize(
    "asked, names",
    [(None, ["0", "1"]), ("3,5", ["3", "5"]), ("GPU-a, GPU-b", ["GPU-a", "GPU-b"]), ("1", ["1"])],
)
def test_gpus_are_those_that_the_environment_allows(monkeypatch, asked, names):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: len(names))
    if asked is None:
        monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    else:
        monkeypatch.setenv("CUDA_VISIBLE_DEVICES", asked)
    assert cluster._gpus("auto") == names and cluster._gpus("cpu") == []


def test_one_capture_starts_no_cluster(tmp_path):
    folder = capture_folder(tmp_path)
    code = (
        "import sys\nfrom lib.workbook import batch\nbatch.run_job = lambda job, tell: "
        "[('01_inspect_capture', 'done', 0.0, '')]\n"
        f"assert batch.main([{str(folder)!r}, '--workspace', {str(tmp_path / 'work')!r}]) == 0\n"
        "assert not {'dask', 'distributed', 'cryptography'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["--scheduler", "tcp://127.0.0.1:9"], "expected a running Dask scheduler"),
        (["--workers", "0"], "--workers 0: expected 1 or more"),
    ],
)
def test_a_cluster_that_cannot_be_used_is_one_clear_error(tmp_path, capsys, arguments, words):
    folders = [str(capture_folder(tmp_path, name)) for name in ("one", "two")]
    assert batch.main([*folders, "--workspace", str(tmp_path / "work"), *arguments]) == 2
    err = capsys.readouterr().err
    assert words in err and err.startswith("error: ") and err.count("\n") == 1
