"""One run at a time in a subject's folder."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time

import psutil
import pytest

from lib.workbook import lock
from lib.workbook.lock import FILE, SILENT, InUseError, in_use

HOLD = """
import sys, time
from lib.workbook.lock import in_use
with in_use(sys.argv[1]):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def holder(folder, seconds: float = 60, **environment) -> subprocess.Popen:
    """A process that holds the folder, or fails to."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder), str(seconds)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )
    process.first_line = process.stdout.readline()
    return process


def write_lock(folder, **changes) -> None:
    """The lock of a live process: this one."""
    entry = {
        "host": socket.gethostname(),
        "pid": os.getpid(),
        "started": psutil.Process().create_time(),
        "since": "2020-01-01T00:00:00+00:00",
        "token": "theirs",
    }
    (folder / FILE).write_text(json.dumps(entry | changes))


def test_one_works_and_the_other_says_who_holds_it(tmp_path):
    with in_use(tmp_path):
        second = holder(tmp_path, **{lock.TOKEN: ""})
        assert second.first_line == "" and second.wait() == 1
        words = second.stderr.read().strip().splitlines()[-1]
        assert f"in use by process {os.getpid()} on {socket.gethostname()} since" in words
        assert str(tmp_path) in words
    assert not (tmp_path / FILE).exists()
    with in_use(tmp_path):
        pass


def test_what_the_holder_starts_may_enter_and_leaves_the_lock(tmp_path):
    with in_use(tmp_path):
        child = holder(tmp_path, 0)
        assert child.first_line == "held\n" and child.wait() == 0
        with in_use(tmp_path):
            pass
        assert json.loads((tmp_path / FILE).read_text())["pid"] == os.getpid()
    assert lock.TOKEN not in os.environ


def test_the_lock_of_a_killed_process_is_taken_over(tmp_path):
    first = holder(tmp_path)
    assert first.first_line == "held\n"
    with pytest.raises(InUseError, match=f"process {first.pid} on"), in_use(tmp_path):
        pass
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    assert (tmp_path / FILE).is_file()
    with in_use(tmp_path):
        assert json.loads((tmp_path / FILE).read_text())["pid"] == os.getpid()


def test_a_process_number_given_out_again_is_not_the_holder(tmp_path):
    write_lock(tmp_path)
    with pytest.raises(InUseError), in_use(tmp_path):
        pass
    write_lock(tmp_path, started=psutil.Process().create_time() - 1000)
    with in_use(tmp_path):
        pass


def test_another_machine_is_dead_when_it_was_silent_for_long(tmp_path):
    write_lock(tmp_path, host="elsewhere", pid=1)
    with pytest.raises(InUseError, match="process 1 on elsewhere since 2020"), in_use(tmp_path):
        pass
    long_ago = time.time() - 2 * SILENT
    os.utime(tmp_path / FILE, (long_ago, long_ago))
    with in_use(tmp_path):
        assert json.loads((tmp_path / FILE).read_text())["host"] == socket.gethostname()


def test_the_holder_gives_signs_of_life(tmp_path):
    with in_use(tmp_path, beat=0.02):
        os.utime(tmp_path / FILE, (1, 1))
        for _ in range(500):
            if (tmp_path / FILE).stat().st_mtime > 1:
                return
            time.sleep(0.02)
    pytest.fail("the file was never touched")


def test_an_unreadable_lock_counts_as_held_until_it_is_old(tmp_path):
    (tmp_path / FILE).write_text("{")
    with pytest.raises(InUseError, match="an unknown machine"), in_use(tmp_path):
        pass
    os.utime(tmp_path / FILE, (1, 1))
    with in_use(tmp_path):
        pass


def test_a_lock_that_changed_hands_meanwhile_goes_back(tmp_path):
    write_lock(tmp_path, token="new")
    lock._remove(tmp_path / FILE, {"token": "old"})  # judged dead before the new one came
    assert json.loads((tmp_path / FILE).read_text())["token"] == "new"


def test_deaths_count_within_one_batch(tmp_path):
    write_lock(tmp_path, pid=2**22 + 1, batch="ours", deaths=1)
    with in_use(tmp_path, batch="ours") as deaths:
        assert deaths == 2
    write_lock(tmp_path, pid=2**22 + 1, batch="theirs", deaths=1)
    with in_use(tmp_path, batch="ours") as deaths:
        assert deaths == 0
