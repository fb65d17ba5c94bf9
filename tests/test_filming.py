"""A film at the door: what counts as one, where its capture goes, what is refused, the verdict."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import av
import numpy as np
import pytest
from film_clips import SAMPLE, sample_pictures, write_film
from test_make import making

from lib.capture.errors import CaptureError
from lib.capture.finding import FAIL, PASS
from lib.filming.make import film_identity
from lib.workbook import batch, jobs
from lib.workbook.config import film_settings
from lib.workbook.film_jobs import is_film, open_film
from lib.workbook.film_verdict import AZIMUTHS, coverage, gaps, judge
from lib.workbook.lock import FILE

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def clip(tmp_path_factory):
    """A film of the bundled sample."""
    return write_film(tmp_path_factory.mktemp("film") / "alice.mp4", sample_pictures(1.0))


def test_films_and_folders_of_photos_are_told_from_captures(clip, tmp_path):
    assert is_film(clip) and not is_film(SAMPLE)
    assert not is_film(tmp_path)  # an empty folder: the usual error names what it lacks
    (tmp_path / "IMG_1.jpg").write_bytes(b"not opened here")
    assert is_film(tmp_path)
    (tmp_path / "transforms.json").write_text("{}")
    assert not is_film(tmp_path)


def test_a_capture_is_used_again_only_if_it_is_this_very_films(clip, tmp_path):
    book = open_film(clip, "", tmp_path)
    assert book.folder == tmp_path / "captures" / "alice" and not book.done
    book.folder.mkdir(parents=True)
    with pytest.raises(CaptureError, match="made from something else"):
        open_film(clip, "", tmp_path)
    made_of = film_identity(clip, film_settings())
    (book.folder / "capture.json").write_text(json.dumps({"made_of": made_of}))
    assert open_film(clip, "", tmp_path).done
    with pytest.raises(CaptureError, match="another film or other film settings"):
        open_film(clip, "", tmp_path, overrides=["film.n_frames=30"])


@pytest.mark.parametrize(
    "kind, words",
    [
        ("nothing", ["expected a film"]),
        ("short", ["20 to 30 s", "found"]),
        ("sound", ["video stream"]),
    ],
)
def test_a_film_of_no_use_is_one_sentence_before_anything_is_run(tmp_path, capsys, kind, words):
    path = tmp_path / "bad.mp4"
    if kind == "nothing":
        path.write_bytes(b"no film at all" * 20)
    elif kind == "short":
        write_film(path, sample_pictures(0.5)[:10])
    else:
        with av.open(str(path), "w") as container:
            stream = container.add_stream("aac", rate=44100, layout="mono")
            silence = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), "fltp", "mono")
            silence.rate = 44100
            container.mux(stream.encode(silence))
            container.mux(stream.encode(None))
    assert batch.main([str(path), "--workspace", str(tmp_path / "work")]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and "bad.mp4" in told and all(word in told for word in words)
    assert not (tmp_path / "work").exists()


def test_a_film_without_a_capture_cannot_begin_later(clip, tmp_path, capsys):
    assert batch.main([str(clip), "--workspace", str(tmp_path), "--from", "02"]) == 2
    assert "begins with 00" in capsys.readouterr().err


def filmed(monkeypatch, tmp_path, clip, fails=False):
    """A batch whose 00 writes a folder instead of running, and whose plan reads it."""

    def run(source, target, asked, record=None):
        if fails:
            raise ValueError("no head here")
        folder = Path(asked["capture"])
        assert not folder.exists()
        folder.mkdir(parents=True)
        told = {"made_of": film_identity(Path(asked["film"]), film_settings())}
        told |= {"frames_registered": [1], "frames_chosen": [1], "now": asked["film"]}
        (folder / "capture.json").write_text(json.dumps(told))

    monkeypatch.setattr(jobs, "run_notebook", run)
    monkeypatch.setattr(batch, "glance", lambda film: [])


def test_force_makes_a_films_capture_anew_beside_the_old_one(clip, tmp_path, monkeypatch, capsys):
    filmed(monkeypatch, tmp_path, clip)
    asked = [str(clip), "--workspace", str(tmp_path), "--to", "00"]
    folder = tmp_path / "captures" / "alice"
    assert batch.main(asked) == 0
    (folder / "mine.txt").write_text("corrected by hand")
    assert batch.main(asked) == 0 and (folder / "mine.txt").exists()  # kept
    assert batch.main([*asked, "--run", "other"]) == 0 and (folder / "mine.txt").exists()
    assert batch.main([*asked, "--force"]) == 0
    earlier = tmp_path / "captures" / "alice-earlier-1"
    assert (earlier / "mine.txt").exists() and not (folder / "mine.txt").exists()
    assert str(earlier) in capsys.readouterr().out
    assert batch.main([*asked, "--force"]) == 0
    assert (tmp_path / "captures" / "alice-earlier-2").is_dir()


def holder(space: Path) -> Path:
    """The lock of a run on another machine, in the film's results."""
    path = space / "alice" / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"host": "elsewhere", "pid": 7, "since": "noon", "token": "t"}))
    return path


@pytest.mark.parametrize("more", [[], ["--force"]])
def test_a_film_that_another_run_works_on_is_left_alone(clip, tmp_path, monkeypatch, capsys, more):
    filmed(monkeypatch, tmp_path, clip)
    asked = [str(clip), "--workspace", str(tmp_path), "--to", "00"]
    assert batch.main(asked) == 0
    index, lock = (tmp_path / "index.html").read_text(), holder(tmp_path)
    kept = sorted(tmp_path.rglob("*"))
    capsys.readouterr()
    assert batch.main([*asked, *more]) == 1
    told = capsys.readouterr()
    assert "in use by process 7 on elsewhere since noon" in told.err and told.err.count("\n") == 1
    assert "00_film_to_capture     not run" in told.out and "reports:" not in told.out
    assert sorted(tmp_path.rglob("*")) == kept and (tmp_path / "index.html").read_text() == index
    lock.unlink()
    assert batch.main([*asked, *more]) == 0


def test_two_runs_started_at_once_on_one_film(clip, tmp_path):
    """Two real processes: the second says who holds the film; the first makes its capture."""
    code = f"""
import json, sys, time
from pathlib import Path
from lib.filming.make import film_identity
from lib.workbook import batch, jobs
from lib.workbook.config import film_settings

def run(source, target, asked, record=None):
    Path({str(tmp_path / "began")!r}).touch()
    while not Path({str(tmp_path / "go on")!r}).exists():
        time.sleep(0.05)
    folder = Path(asked["capture"])
    folder.mkdir(parents=True)
    told = {{"made_of": film_identity(Path(asked["film"]), film_settings())}}
    told |= {{"frames_registered": [1], "frames_chosen": [1]}}
    (folder / "capture.json").write_text(json.dumps(told))

jobs.run_notebook, batch.glance = run, lambda film: []
sys.exit(batch.main([{str(clip)!r}, "--workspace", {str(tmp_path / "work")!r}, "--to", "00"]))
"""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "cwd": ROOT}
    first = subprocess.Popen([sys.executable, "-c", code], **pipes)
    while not (tmp_path / "began").exists():
        assert first.poll() is None, first.communicate()
        time.sleep(0.05)
    second = subprocess.run([sys.executable, "-c", code], check=False, timeout=120, **pipes)
    assert second.returncode == 1 and f"in use by process {first.pid} on" in second.stderr
    assert not (tmp_path / "work/index.html").exists()
    (tmp_path / "go on").touch()
    told = first.communicate(timeout=120)
    assert first.returncode == 0, told
    assert (tmp_path / "work/captures/alice/capture.json").is_file()
    third = subprocess.run([sys.executable, "-c", code], check=False, timeout=120, **pipes)
    assert third.returncode == 0 and "kept" in third.stdout


def test_a_film_that_fails_with_force_gives_the_old_capture_back(clip, tmp_path, monkeypatch):
    filmed(monkeypatch, tmp_path, clip)
    asked = [str(clip), "--workspace", str(tmp_path), "--to", "00"]
    assert batch.main(asked) == 0
    filmed(monkeypatch, tmp_path, clip, fails=True)
    assert batch.main([*asked, "--force"]) == 1
    assert [path.name for path in (tmp_path / "captures").iterdir()] == ["alice"]


def test_a_capture_that_cannot_be_planned_stops_no_other(
    clip, in_turn, tmp_path, monkeypatch, capsys
):
    """The film's capture, just made, has no cameras; the capture after it is run all the same."""
    filmed(monkeypatch, tmp_path, clip)
    ran = []
    monkeypatch.setattr(jobs, "run_capture", lambda job, *_: ran.append(job.name) or [])
    assert batch.main([str(clip), str(SAMPLE), "--workspace", str(tmp_path)]) == 1
    assert ran == [SAMPLE.name]
    told = capsys.readouterr()
    assert "alice" in told.err and "plan                   FAILED" in told.out


@pytest.mark.parametrize("limits", [["--to", "12"], ["--from", "07", "--to", "03"]])
def test_wrong_limits_show_before_a_film_is_read(clip, tmp_path, monkeypatch, capsys, limits):
    filmed(monkeypatch, tmp_path, clip)
    assert batch.main([str(clip), "--workspace", str(tmp_path), *limits]) == 2
    assert "--from" in capsys.readouterr().err or "--to" in limits
    assert not (tmp_path / "captures").exists()


def test_a_dark_film_is_refused_before_another_one_is_begun(clip, tmp_path, monkeypatch, capsys):
    dark = write_film(tmp_path / "dark.mp4", [one // 12 for one in sample_pictures(1.0)])
    monkeypatch.setattr(jobs, "run_notebook", lambda *_: pytest.fail("nothing may run"))
    space = tmp_path / "work"
    assert batch.main([str(clip), str(dark), "--workspace", str(space)]) == 2
    assert "dark.mp4: expected a head lit by the flash" in capsys.readouterr().err
    assert not space.exists()


def test_gaps_are_named():
    counts = np.ones((3, len(AZIMUTHS)), int)
    assert gaps(counts) == []
    counts[0, -1] = counts[1, 0] = 0
    assert gaps(counts) == ["the left above", "the right"]
    counts[2] = 0
    assert gaps(counts)[-1] == "below"


def lit(made, room, seed=0):
    """The frames as a face of one grey would look, lit by a flash at the camera and by a room."""
    from lib.filming.heads import CHEEKS
    from lib.workbook.film_verdict import _normal

    marks = made.alignment.landmarks
    for i in range(len(made.photos)):
        photo = np.full((640, 480, 3), 20, np.uint8)
        for at in CHEEKS:
            away = made.cameras.c2w[i, :3, 3] - marks[at]
            distance = np.linalg.norm(away)
            light = max(away @ _normal(marks, at), 0) / distance**3 * 5 + room
            ((col, row),), _ = made.cameras.project(i, marks[at : at + 1])
            spot = slice(int(row) - 6, int(row) + 7), slice(int(col) - 6, int(col) + 7)
            photo[spot] = np.round(255 * (0.5 * light) ** (1 / 2.2))
        made.photos[i] = photo
    return made


@pytest.mark.parametrize("room, mark", [(0.0, PASS), (1.5, FAIL)])
def test_the_verdict_tells_flash_from_room_light(room, mark):
    made = making(24)
    made.photos = list(made.photos)
    (line,) = [line for line in judge(lit(made, room)) if line.what.startswith("flash")]
    assert line.mark == mark and bool(line.advice) == (mark == FAIL)


def test_the_verdict_counts_cameras_by_direction():
    counts = coverage(making(24))
    assert counts.sum() == 24 and counts.any(1).all()


def test_the_coverage_map_marks_the_directions_without_a_camera():
    from lib.workbook.film_plots import coverage_map

    made = making(24)
    made.cameras = made.cameras.subset(range(12))  # from one side alone
    lacking = int((coverage(made) == 0).sum())
    texts = [text.get_text() for text in coverage_map(made).axes[0].texts]
    assert lacking and texts.count("nothing") == lacking
