"""Every reader of a file, with files that are cut, mixed up or made up: a result, or one line."""

from __future__ import annotations

import copy
import io
import json
import warnings
from pathlib import Path

import cv2
import numpy as np
import PIL.Image
import pytest
import torch
from conftest import write_capture
from film_clips import sample_pictures, write_film
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from test_hostile import VALUES, mutated
from test_train import TINY

from lib.capture.cameras import read_cameras
from lib.capture.holdout import listed_holdout
from lib.export.assets import read_head, read_obj, write_head
from lib.export.glb import _scale
from lib.export.panoramas import read_panorama
from lib.export.relight import listed_tests
from lib.eyes.eyeballs import Eye, Eyes
from lib.eyes.files import read_eyes, write_eyes_json
from lib.eyes.parser import landmarks68_detector
from lib.fields.scene import load_scene
from lib.filming.film import probe, read_frames
from lib.label.picks import EyePicks, Picks, read_picks, write_picks
from lib.mesh.extract import Mesh
from lib.train.loop import train
from lib.train.truth import Truth
from lib.workbook.compare import compare_runs
from lib.workbook.config import film_settings, load_settings
from lib.workbook.execute import heading_above_failure, record_of
from lib.workbook.film_jobs import is_there
from lib.workbook.identity import Digests
from lib.workbook.lock import FILE, InUseError, in_use
from lib.workbook.progress import read_status
from lib.workbook.report import write_index, write_report
from lib.workbook.workspace import Workspace, load_checkpoint, read_json, write_json

FEW = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],  # no search for the smallest case: it takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
FEWEST = settings(FEW, max_examples=15)
GONE = object()
ODD = st.sampled_from(
    [GONE, None, True, "", "x" * 500, 10**400, -1, 1e308, float("nan"), [], {}, [[1], [2, 3]]]
)


def one_line(reader, path: Path, *arguments):
    """Call a reader; what it raises is a ValueError of one short line that names the file."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return reader(path, *arguments)
    except ValueError as error:
        words = str(error).replace(str(path.parent), "")  # which may be of any length
        assert path.name in words and len(words) <= 300 and "\n" not in words, words


def places(tree: object, at: tuple = ()) -> list[tuple]:
    """Where something can be replaced in a tree of JSON; of lists the first two entries."""
    if not isinstance(tree, dict | list):
        return [at]
    keys = list(tree) if isinstance(tree, dict) else range(len(tree[:2]))
    return [at, *(place for key in keys for place in places(tree[key], (*at, key)))]


def with_value(tree: object, at: tuple, value: object) -> object:
    """A copy of the tree with another value at a place, or without it."""
    if not at:
        return {} if value is GONE else value
    tree = copy.deepcopy(tree)
    parent = tree
    for key in at[:-1]:
        parent = parent[key]
    if value is GONE:
        del parent[at[-1]]
    else:
        parent[at[-1]] = value
    return tree


def wrong(tree: object):
    """Values with one of them replaced or left out."""
    return st.builds(with_value, st.just(tree), st.sampled_from(places(tree)), ODD | VALUES)


def bad_json(tree: object):
    """Bytes: this JSON with a wrong value, cut or mixed up, or anything at all."""
    whole = json.dumps(tree).encode()
    deep = st.sampled_from([b"[" * 100_000, b"\xff\xfe\x00", b"", b'{"a": ' * 9000])
    made = wrong(tree).map(lambda value: json.dumps(value).encode())
    return made | made | mutated(whole) | deep | st.binary(max_size=40)


EYE = Eye({"iris_inner": np.zeros(3), "lid": np.ones(3)}, np.zeros(3), 0.1, np.array([0, 0, -1.0]))
EYES = Eyes(EYE, EYE, source="picks in photos", outliers=["00003"], notes=["one"])
POSE = np.eye(4).tolist()
SIDE = {"center": [0.1, 0.2, 0.3], "radius": 0.1}
TEST = {
    "file": "gt/relight/000.png",
    "c2w_opencv": POSE,
    "light_position": [0, 0, -4],
    "light_rgb": [9, 9, 9],
}
TRUTH = {
    "mm_per_unit": 120.0,
    "eyes": {"leye": SIDE, "reye": SIDE},
    "heldout": ["00003"],
    "relight": [TEST],
}
MARK = EyePicks({"iris_inner": np.array([3.0, 4.0])}, [np.array([[1.0, 1], [4, 1], [4, 4]])])


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> Path:
    """A sound capture, which no test changes for good."""
    return write_capture(tmp_path_factory.mktemp("sound") / "sphere")


def written(path: Path, write) -> object:
    """The JSON that a writer writes."""
    write(path)
    return json.loads(path.read_text())


def test_eyes(tmp_path):
    path = tmp_path / "eyes.json"
    tree = written(path, lambda at: write_eyes_json(at, EYES))

    @FEW
    @given(bad_json(tree))
    def check(data):
        path.write_bytes(data)
        one_line(read_eyes, path)

    assert read_eyes(path).left.radius == 0.1
    check()


def test_points_of_68_landmarks(sound, tmp_path):
    path, cameras = tmp_path / "points.json", read_cameras(sound, load_settings(sound))
    tree = {cameras.names[0]: np.random.default_rng(0).uniform(2, 20, (68, 2)).tolist()}
    path.write_text(json.dumps(tree))
    assert landmarks68_detector(path, cameras, cameras)

    @FEW
    @given(bad_json(tree))
    def check(data):
        path.write_bytes(data)
        one_line(landmarks68_detector, path, cameras, cameras)

    check()


@FEW
@given(bad_json(TRUTH))
def test_truth(tmp_path, data):
    (tmp_path / "gt").mkdir(exist_ok=True)
    path = tmp_path / "gt.json"
    path.write_bytes(data)
    for reader in (listed_holdout, lambda at: Truth(at.parent), lambda at: listed_tests(at.parent)):
        one_line(reader, path)


@FEW
@given(bad_json({"mm_per_unit": 120.0, "made_of": {"sha1": "0"}, "warnings": ["dark"]}))
def test_the_record_of_a_capture(tmp_path, data):
    folder, film = tmp_path / "alice", tmp_path / "alice.mp4"
    folder.mkdir(exist_ok=True)
    film.write_bytes(b"film")
    path = folder / "capture.json"
    path.write_bytes(data)
    one_line(lambda at: _scale(np.array([0.0, 1.0]), None, at.parent), path)
    one_line(lambda at: is_there(at.parent, film, film_settings()), folder)


@FEW
@given(st.data())
def test_settings_of_a_capture(tmp_path, data):
    text = b"name: a\ndata: {bound: 1.0, holdout: [a, b]}\nlight: {intensity: 30, color: [1, 1, 1]}"
    whole = {"data": {"bound": 1.0, "holdout": ["a"]}, "light": {"color": [1, 1, 1]}}
    path = tmp_path / "config.yaml"
    path.write_bytes(data.draw(mutated(text) | bad_json(whole)))
    one_line(lambda at: load_settings(at.parent), path)


def test_picks(tmp_path):
    path = tmp_path / "picks.json"
    picks = Picks({"00000": {"left": MARK}}, {"left": EyePicks({"iris_inner": np.ones(2) / 2})})
    picks.map_mesh = "abc"
    tree = written(path, lambda at: write_picks(at, picks))
    assert read_picks(path, ["00000"], (24, 32)).frames

    @FEW
    @given(bad_json(tree))
    def check(data):
        path.write_bytes(data)
        one_line(read_picks, path, ["00000"], (24, 32))

    check()


# Records of runs are the program's own. One that was damaged is as good as none.

CELL = {
    "cell_type": "code",
    "id": "two",
    "execution_count": 1,
    "source": ["x"],
    "metadata": {"papermill": {"status": "failed"}},
    "outputs": [{"output_type": "stream", "name": "stderr", "text": ["careful"]}],
}
NOTEBOOK = {
    "cells": [
        {"cell_type": "markdown", "id": "one", "source": ["## Here"], "metadata": {}},
        CELL,
    ],
    "metadata": {"batch": {"identity": {}}},
    "nbformat": 4,
    "nbformat_minor": 5,
}


@FEW
@given(bad_json(NOTEBOOK))
def test_executed_notebooks(tmp_path, data):
    path = tmp_path / "02_train_stage1.ipynb"
    path.write_bytes(data)
    assert isinstance(record_of(path), dict | None)
    assert isinstance(heading_above_failure(path), str)


@FEW
@given(bad_json({"what": "step", "done": 3, "n": 9, "value": 0.5}))
def test_the_status_of_a_training(tmp_path, data):
    (tmp_path / "status.json").write_bytes(data)
    assert isinstance(read_status(tmp_path), dict | None)


@FEW
@given(bad_json({"/a/b": [1, 2, 3, "digest"]}))
def test_remembered_digests(tmp_path, data):
    path, file = tmp_path / "digests.json", tmp_path / "a.txt"
    file.write_text("a")
    path.write_bytes(data.replace(b"/a/b", str(file).encode()))
    assert Digests(path).of_file(file) is not None


@FEWEST
@given(wrong({"host": "h", "pid": 3, "started": 1.0, "since": "x", "token": "t", "deaths": 1}))
def test_locks(tmp_path, monkeypatch, value):
    monkeypatch.setattr("socket.gethostname", lambda: "h")
    (tmp_path / FILE).write_text(json.dumps(value))
    try:
        with in_use(tmp_path, batch="b"):
            pass
    except InUseError as error:
        assert "\n" not in str(error)


@FEWEST
@given(st.data())
def test_reports(sound, tmp_path, data):
    space = tmp_path / "sphere"
    (space / "notebooks").mkdir(parents=True, exist_ok=True)
    (space / "stage1").mkdir(exist_ok=True)
    made = data.draw(bad_json(NOTEBOOK), "executed notebook")
    (space / "notebooks/02_train_stage1.ipynb").write_bytes(made)
    scores = {"kind": "scores", "version": 1, "psnr": 30.0, "frames": {"a": {"psnr": 30.0}}}
    (space / "stage1/scores.json").write_bytes(data.draw(bad_json(scores), "scores"))
    asked = {"workspace": str(tmp_path), "run": "", "preset": "quick", "overrides": []}
    write_report(sound, asked, [("02_train_stage1", "done", 1.0, "")], 0.0)
    found = read_json(space / "report.json", "report")
    (space / "report.json").write_bytes(data.draw(bad_json(found), "report"))
    assert write_index(tmp_path).is_file()


@pytest.fixture(scope="module")
def trained(tmp_path_factory) -> tuple[Path, Path]:
    """A capture and the workspace of a training of two steps."""
    from lib.capture.views import load_views

    root = tmp_path_factory.mktemp("trained")
    capture = write_capture(root / "sphere")
    chosen = load_settings(capture, "quick", 1, [*TINY, "train.max_steps=2"])
    views, _ = load_views(capture, chosen).split(chosen)
    train(views, chosen, 1, root / "work/sphere/stage1")
    scores = {"psnr": 30.0, "frames": {"00003": {"psnr": 30.0}}}
    write_json(root / "work/sphere/stage1/scores.json", "scores", scores)
    return capture, root / "work"


def test_checkpoints(trained, tmp_path):
    capture, work = trained
    state = load_checkpoint(work / "sphere/stage1/checkpoint.pt", "stage1")
    whole = (work / "sphere/stage1/checkpoint.pt").read_bytes()
    path = tmp_path / "checkpoint.pt"
    plain = {key: state[key] for key in ("settings", "step", "n_views", "scene", "code", "curves")}
    at = [place for place in places(plain) if 0 < len(place) < 4]
    torch.save(state, path)
    assert load_scene(path, 1)

    def without_words(*_):
        raise RuntimeError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("lib.fields.scene.make_scene", without_words)
        one_line(load_scene, path, 1)

    @FEWEST
    @given(st.sampled_from(at), ODD | st.just(torch.zeros(3)))
    def wrong_entries(place, value):
        torch.save(with_value(state, place, value), path)
        one_line(load_scene, path, 1)

    @FEW
    @given(st.binary(max_size=40) | mutated(whole))
    def wrong_bytes(data):
        path.write_bytes(data)
        one_line(load_checkpoint, path, "stage1")

    wrong_entries()
    wrong_bytes()


@pytest.mark.parametrize("file", ["scores.json", "curves.json"])
def test_two_runs_beside_each_other(trained, file):
    space = Workspace(trained[1], "sphere")
    path = space.folder / "stage1" / file
    whole = path.read_bytes()
    assert compare_runs(space, "", "", 1).rows()

    @FEWEST
    @given(bad_json(json.loads(whole)))
    def check(data):
        path.write_bytes(data)
        one_line(lambda _: compare_runs(space, "", "", 1).rows(), path)

    try:
        check()
    finally:
        path.write_bytes(whole)


def maps(**more) -> bytes:
    file, flat = io.BytesIO(), np.zeros((6, 4, 3), np.float32)
    np.savez(file, **({"position": flat, "normal": flat, "part": np.zeros((6, 4), int)} | more))
    return file.getvalue()


@FEW
@given(
    mutated(maps())
    | st.binary(max_size=60)
    | st.sampled_from(
        [
            maps(part=np.zeros((6, 4, 2))),
            maps(normal=np.zeros((6, 4))),
            maps(position=np.full((6, 4, 3), "x")),
            maps(part=np.zeros(3)),
        ]
    )
)
def test_maps_of_the_truth(sound, tmp_path, data):
    cameras = read_cameras(sound, load_settings(sound))
    (tmp_path / "gt/heldout").mkdir(parents=True, exist_ok=True)
    (tmp_path / "gt.json").write_text(json.dumps(TRUTH))
    path = tmp_path / "gt/heldout" / f"{cameras.names[0]}.npz"
    path.write_bytes(data)
    one_line(lambda at: Truth(tmp_path).frame(cameras, 0), path)


PLY = b"""ply
format ascii 1.0
comment TextureFile ../../secret.png
element vertex 3
property float x
property float y
property float z
element face 1
property list uchar int vertex_indices
end_header
0 0 0
1 0 0
0 1 0
3 0 1 2
"""


@FEW
@given(
    mutated(PLY)
    | st.binary(max_size=60)
    | st.sampled_from(
        [PLY.replace(b"vertex 3", b"vertex 999999999"), PLY.replace(b"0 1 2", b"0 1 9")]
    )
)
def test_meshes_of_the_truth(sound, tmp_path, data):
    cameras = read_cameras(sound, load_settings(sound))
    (tmp_path / "gt/mesh").mkdir(parents=True, exist_ok=True)
    (tmp_path / "gt.json").write_text(json.dumps(TRUTH))
    for name in ("hair", "leye", "reye"):
        (tmp_path / f"gt/mesh/{name}.ply").write_bytes(PLY)
    path = tmp_path / "gt/mesh/head.ply"
    path.write_bytes(data)
    one_line(lambda at: Truth(tmp_path).frame(cameras, 0), path)


def test_exported_meshes_and_maps(tmp_path):
    v_pos = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0]], np.float32)
    mesh = Mesh(v_pos, np.array([[0, 1, 2]]), None, v_pos[:, :2])
    colour, grey = np.full((8, 8, 3), 0.5, np.float32), np.full((8, 8, 1), 0.5, np.float32)
    whole = {"diffuse": colour, "specular": grey, "roughness": grey, "normal": colour}
    write_head(tmp_path, "head", mesh, whole | {"position": colour, "mask": colour[..., 0] > 0})
    assert len(read_head(tmp_path, "head")[0].v_pos) == 3
    obj, exr = tmp_path / "head.obj", tmp_path / "head_position.exr"

    @FEW
    @given(mutated(obj.read_bytes()) | st.binary(max_size=60))
    def bad_obj(data):
        path = tmp_path / "other.obj"
        path.write_bytes(data)
        one_line(read_obj, path)

    bad_obj()
    kept = exr.read_bytes()

    @FEW
    @given(st.integers(0, len(kept) - 1))
    def cut(n):
        exr.write_bytes(kept[:n])
        one_line(lambda at: read_head(at.parent, "head"), exr)

    cut()


@pytest.mark.parametrize("ending", ["hdr", "exr"])
def test_panoramas(tmp_path, ending):
    path = tmp_path / f"sky.{ending}"
    if ending == "hdr":
        assert cv2.imwrite(str(path), np.ones((4, 8, 3), np.float32))
    else:
        import OpenEXR

        header = {"compression": OpenEXR.ZIP_COMPRESSION, "type": OpenEXR.scanlineimage}
        OpenEXR.File(header, {"RGB": np.ones((4, 8, 3), np.float32)}).write(str(path))
    whole = path.read_bytes()
    assert read_panorama(path).shape == (4, 8, 3)
    # Of EXR only cut files: its library believes any size that a header gives.
    bad = mutated(whole) | st.binary(max_size=40)
    cut = st.integers(0, len(whole) - 1).map(lambda n: whole[:n])

    @FEW
    @given(bad if ending == "hdr" else cut)
    def check(data):
        path.write_bytes(data)
        one_line(read_panorama, path)

    check()


def test_films(tmp_path):
    path = write_film(tmp_path / "film.mp4", sample_pictures(0.5)[:30], fps=8)
    whole = path.read_bytes()
    assert probe(path).width

    @FEWEST
    @given(mutated(whole) | st.binary(max_size=60))
    def check(data):
        path.write_bytes(data)
        film = one_line(probe, path)
        if film:
            one_line(lambda at: [*read_frames(film, [0, 5])], path)

    check()


def test_loose_photos(tmp_path):
    file, exif = io.BytesIO(), PIL.Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8769)[0xA405] = 26
    PIL.Image.new("RGB", (60, 40), "red").save(file, "JPEG", exif=exif)
    whole, folder = file.getvalue(), tmp_path / "photos"
    folder.mkdir()
    for i in range(30):
        (folder / f"{i:02d}.jpg").write_bytes(whole)
    path = folder / "00.jpg"
    assert probe(folder).photos

    @FEW
    @given(mutated(whole) | st.binary(max_size=60))
    def check(data):
        path.write_bytes(data)
        try:
            film = probe(folder)
            [*read_frames(film, [0])]
        except ValueError as error:
            assert "\n" not in str(error) and len(str(error).replace(str(folder), "")) <= 300

    check()
