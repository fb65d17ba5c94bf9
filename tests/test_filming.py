"""A film at the door: what counts as one, where its capture goes, what is refused, the verdict."""

from __future__ import annotations

import json

import av
import numpy as np
import pytest
from film_clips import SAMPLE, sample_pictures, write_film
from test_make import making

from lib.capture.errors import CaptureError
from lib.capture.finding import FAIL, PASS
from lib.capture.make import film_identity
from lib.capture.verdict import SIDES, coverage, gaps, judge
from lib.workbook import batch
from lib.workbook.config import film_settings
from lib.workbook.filming import is_film, open_film


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


def test_gaps_are_named():
    counts = np.ones((3, len(SIDES)), int)
    assert gaps(counts) == []
    counts[0, -1] = counts[1, 0] = 0
    assert gaps(counts) == ["the left above", "the right"]
    counts[2] = 0
    assert gaps(counts)[-1] == "below"


def lit(made, room, seed=0):
    """The frames as a face of one grey would look, lit by a flash at the camera and by a room."""
    from lib.capture.heads import CHEEKS
    from lib.capture.verdict import _normal

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
