"""Trainings that are killed at any moment, and disks that refuse any write: nothing is lost."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from test_batch import capture_folder, pretended  # noqa: F401
from test_train import prepared

from lib.train.loop import train
from lib.workbook import batch, lock
from lib.workbook.lock import in_use
from lib.workbook.workspace import WorkspaceError, load_checkpoint, one_before

ROOT = Path(__file__).resolve().parents[1]
N_KILLS = 20
# Run in a process of its own that only imports, so that it may fork. Each child trains until it is
# killed: at a random moment by its parent, or by its own hand at a random call that writes.
KILLS = """
import json, os, random, shutil, signal, sys, time
from pathlib import Path
import torch
sys.path[:0] = [{root!r}, {tests!r}]
from conftest import write_capture
from test_batch import capture_folder, pretended  # noqa: F401
from test_train import prepared
from lib.train.loop import train
from lib.workbook.workspace import load_checkpoint

torch.set_num_threads(1)
out, chance, n_steps = Path({out!r}), random.Random(7), 24
more = f"train.max_steps={{n_steps}}", "train.save_freq=1", "train.milestones=[18]"
capture = write_capture(out / "sphere")


def run(folder, at_call=0):  # at_call: die in this call that writes, half-way through torch.save
    child, count = os.fork(), [0]
    if child:
        return child
    def counted(module, name):
        real = getattr(module, name)
        def call(*args, **kwargs):
            count[0] += 1
            if count[0] == at_call:
                if name == "save":
                    real(*args)
                    os.truncate(args[1], os.path.getsize(args[1]) // 2)
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **kwargs)
        setattr(module, name, call)
    for module, name in ((os, "replace"), (os, "fsync"), (torch, "save")):
        counted(module, name)
    chosen, _, settings = prepared(capture, 1, *more)
    train(chosen, settings, 1, folder)
    os._exit(0)


def state(folder):
    return load_checkpoint(folder / "checkpoint.pt", "stage1")


def finish(folder):
    assert os.waitpid(run(folder), 0)[1] == 0
    ended = state(folder)
    for name, value in whole["scene"].items():
        assert torch.equal(value, ended["scene"][name]), name
    assert ended["curves"]["photo"] == whole["curves"]["photo"]


start = time.perf_counter()
assert os.waitpid(run(out / "whole"), 0)[1] == 0
took, whole = time.perf_counter() - start, state(out / "whole")
folder, kills, steps = out / "killed" / "stage1", 0, []
while kills < {n_kills}:
    if (folder / "checkpoint.pt").is_file() and state(folder)["step"] > 0.7 * n_steps:
        finish(folder)
        shutil.rmtree(folder)
    by_hand = kills % 2
    child = run(folder, chance.randrange(1, 24) if by_hand else 0)
    if not by_hand:
        time.sleep(chance.uniform(0.2, 0.9) * took)
        os.kill(child, signal.SIGKILL)
    kills += os.waitpid(child, 0)[1] == signal.SIGKILL
    found = [path for path in folder.glob("*") if path.name[0] != "."]
    for path in found:
        assert path.suffix in (".pt", ".json"), path
        if path.suffix == ".json":
            json.loads(path.read_text())
    steps.append([load_checkpoint(p, "stage1")["step"] for p in found if p.suffix == ".pt"])
finish(folder)
print("steps found:", steps)
"""


def test_a_training_killed_at_twenty_moments_ends_as_the_unbroken_one(tmp_path):
    names = {"root": str(ROOT), "tests": str(ROOT / "tests"), "out": str(tmp_path)}
    threads = dict.fromkeys(("OMP_NUM_THREADS", "NUMBA_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    done = subprocess.run(
        [sys.executable, "-c", KILLS.format(**names, n_kills=N_KILLS)],
        env={**os.environ, **threads, "NUMBA_THREADING_LAYER": "workqueue"},
        capture_output=True,
        text=True,
        timeout=500,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-3000:]
    assert "steps found:" in done.stdout
    print(done.stdout)


@contextlib.contextmanager
def refusing(monkeypatch, n: int, code: int):
    """From the n-th call on that writes, all are refused; gives the list of calls so far."""
    calls = []

    def counted(module, name, refuse):
        real = getattr(module, name)

        def call(*args, **kwargs):
            calls.append(name)
            if len(calls) >= n:
                raise refuse
            return real(*args, **kwargs)

        patch.setattr(module, name, call)

    with monkeypatch.context() as patch:
        for module, name in ((os, "replace"), (os, "fsync"), (Path, "mkdir"), (Path, "write_text")):
            counted(module, name, OSError(code, os.strerror(code)))
        counted(torch, "save", RuntimeError("PytorchStreamWriter failed writing file"))
        yield calls


def readable(folder: Path) -> dict[str, int]:
    """Steps of all checkpoints; an error for a file that does not read."""
    steps = {}
    for path in folder.iterdir():
        if path.suffix == ".pt":
            steps[path.name] = load_checkpoint(path, "stage1")["step"]
        else:
            json.loads(path.read_text())
    return steps


def test_a_disk_that_refuses_any_write_of_a_training_harms_nothing(
    tiny_capture, tmp_path, monkeypatch
):
    more = "train.start=sphere", "train.max_steps=2", "train.save_freq=1", "train.milestones=[1]"
    chosen, _, settings = prepared(tiny_capture, 1, *more)
    with refusing(monkeypatch, 10**6, errno.ENOSPC) as calls:
        whole = train(chosen, settings, 1, tmp_path / "whole")
    assert {"replace", "fsync", "save", "write_text"} <= set(calls)
    for n in range(1, len(calls) + 1):
        folder, code = tmp_path / f"{n}", (errno.ENOSPC, errno.EROFS, errno.EDQUOT)[n % 3]
        with refusing(monkeypatch, n, code):
            with pytest.raises(WorkspaceError) as caught:
                train(chosen, settings, 1, folder)
        words = str(caught.value)
        assert "\n" not in words and len(words) < 300 and str(folder) in words
        if folder.exists():
            readable(folder)
    again = train(chosen, settings, 1, folder)
    for name, value in whole.scene.state_dict().items():
        assert torch.equal(value, again.scene.state_dict()[name]), name


def test_a_checkpoint_cut_short_falls_back_to_the_one_before(tiny_capture, tmp_path, capsys):
    chosen, _, settings = prepared(tiny_capture)
    whole, folder = train(chosen, settings, 1, tmp_path / "whole"), tmp_path / "whole"
    path = folder / "checkpoint.pt"
    assert readable(folder) == {"checkpoint.pt": 9, "checkpoint.before.pt": 8}
    path.write_bytes(path.read_bytes()[:1000])
    again = train(chosen, settings, 1, folder)
    assert "cut short" in capsys.readouterr().out and again.steps_run == 1
    for name, value in whole.scene.state_dict().items():
        assert torch.equal(value, again.scene.state_dict()[name]), name
    os.replace(path, one_before(path))  # killed between the two renames
    assert train(chosen, settings, 1, folder).steps_run == 0 and path.is_file()
    assert not (tmp_path / "runs").exists()


def test_what_killed_writers_left_is_swept_by_the_next_run(tmp_path, monkeypatch):
    monkeypatch.setattr(lock, "LEFT_BEHIND", -1)
    left = [tmp_path / "stage1/.checkpoint.123.pt", tmp_path / ".digests.77.json"]
    kept = [tmp_path / "stage1/checkpoint.pt", tmp_path / ".hidden", tmp_path / ".a.1.2.old name"]
    for path in (*left, *kept):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
    with in_use(tmp_path):
        assert not any(path.exists() for path in left) and all(path.exists() for path in kept)


def test_a_lock_on_a_full_disk_is_one_line_and_leaves_nothing(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(lock.json, "dump", full)
    with pytest.raises(WorkspaceError, match="No space left"), in_use(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_any_write_of_a_batch_gives_one_line(
    pretended,  # noqa: F811
    tmp_path,
    monkeypatch,
    capsys,
):
    """The batch's own writes: locks, digests, records, reports; results that are there stay."""
    asked = [str(capture_folder(tmp_path)), "--workspace", str(tmp_path / "work")]
    assert batch.main(asked) == 0
    subject = tmp_path / "work" / "someone"
    results = [path for path in subject.glob("*/*") if path.is_file()]
    with refusing(monkeypatch, 10**6, errno.ENOSPC) as calls:
        assert batch.main([*asked, "--force"]) == 0
    capsys.readouterr()
    for n in range(1, len(calls) + 1, 5):
        with refusing(monkeypatch, n, (errno.ENOSPC, errno.EROFS, errno.EDQUOT)[n % 3]):
            assert batch.main([*asked, "--force"]) in (0, 1, 2)  # 0: the report alone was refused
        told = capsys.readouterr()
        assert "Traceback" not in told.err and (told.err or "no report" in told.out)
        assert all(json.loads(path.read_text()) for path in subject.glob("*/*.ipynb"))
        there = {path.name for path in subject.rglob("*")}  # --force moves trainings aside
        assert {path.name for path in results} <= there
    assert batch.main([*asked, "--force"]) == 0
