"""A capture sent by a stranger: a one-line reason, soon, no code run, nothing changed outside."""

from __future__ import annotations

import json
import shutil
import time
import warnings
from pathlib import Path

import numpy as np
import pytest
import torch
from bad_captures import BAD, MARK, Hostile
from conftest import write_capture
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.capture.cameras import read_cameras
from lib.capture.checks import check_capture
from lib.capture.errors import CaptureError
from lib.capture.imports import read_listed
from lib.capture.photos import decoded, picture_size
from lib.capture.views import load_views
from lib.label.picks import from_json, read_picks
from lib.train.truth import truth_of
from lib.workbook import batch, jobs
from lib.workbook.config import load_settings, parse_yaml
from lib.workbook.execute import run_notebook
from lib.workbook.workspace import WorkspaceError, load_checkpoint, read_json

SOON = 10.0  # seconds
QUICK = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def read_as_the_notebooks_do(source, target, parameters, record, on_cell=None) -> None:
    """What the notebooks read of a capture, without their kernels."""
    capture = Path(parameters["capture"])
    chosen = load_settings(capture, "quick", 1, parameters["overrides"])
    views = load_views(capture, chosen)
    views.heldout_indices(chosen)
    check_capture(capture, chosen, views)
    truth_of(capture)
    if (capture / "eye_picks.json").is_file():
        read_picks(capture / "eye_picks.json", views.names, (24, 32))
    raise AssertionError("a bad capture was read to its end")


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> Path:
    """A sound capture, to be copied and spoiled."""
    return write_capture(tmp_path_factory.mktemp("sound") / "sphere")


def all_files(folder: Path) -> dict[str, object]:
    """Every file below a folder, with what it is; links are not followed."""
    return {
        str(path.relative_to(folder)): (path.lstat().st_mtime_ns, path.lstat().st_size)
        for path in folder.rglob("*")
    }


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_capture_gives_one_line_soon_and_touches_nothing(
    kind, sound, tmp_path, capsys, monkeypatch
):
    spoil, words = BAD[kind]
    monkeypatch.setattr(jobs, "run_notebook", read_as_the_notebooks_do)
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "given" / "capture"
    shutil.copytree(sound, folder)
    spoil(folder)
    before, start = all_files(tmp_path / "given"), time.perf_counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        status = batch.main([str(folder), "--workspace", str(tmp_path / "work"), "--to", "01"])
    assert time.perf_counter() - start < SOON
    told = capsys.readouterr()
    lines = told.err.splitlines()
    assert status in (1, 2) and len(lines) == (1 if status == 2 else 2), told.err
    assert "AssertionError" not in told.err, told.err
    assert words in lines[-1] and len(lines[-1]) < 320 and lines[-1].isprintable(), lines[-1]
    assert all_files(tmp_path / "given") == before and not [*tmp_path.rglob(MARK)]
    assert {path.name for path in tmp_path.iterdir()} <= {"given", "work"}


def test_the_corpus_is_large():
    assert len(BAD) >= 60


def test_jupyter_keeps_its_tokens():
    makefile = (Path(__file__).resolve().parents[1] / "Makefile").read_text()
    assert "jupyter lab" in makefile
    assert "token=" not in makefile and "password=" not in makefile


def test_a_link_out_is_followed_where_an_override_allows_it(sound, tmp_path):
    folder = tmp_path / "given" / "capture"
    shutil.copytree(sound, folder)
    BAD["link_photos"][0](folder)
    with pytest.raises(CaptureError, match="leads out of it"):
        load_views(folder, load_settings(folder))
    assert len(load_views(folder, load_settings(folder, overrides=["data.follow_links=true"]))) == 8


@pytest.mark.parametrize(
    "name", ['it\'s "quoted"', "-rf", "Zoë 頭", "{capture} {0}", "a b", "$(x)`y`"]
)
def test_names_are_only_names(sound, tmp_path, name, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    folder, seen = tmp_path / "given" / name, []
    shutil.copytree(sound, folder)

    def run(source, target, parameters, record, on_cell=None):
        seen.append((parameters["capture"], target))
        read_as_the_notebooks_do(source, target, parameters, record)

    monkeypatch.setattr(jobs, "run_notebook", run)
    assert batch.main(["--workspace", str(tmp_path / "work"), "--to", "01", "--", str(folder)]) == 1
    assert "was read to its end" in capsys.readouterr().err  # a sound one
    assert seen == [(str(folder), tmp_path / "work" / name / "notebooks/01_inspect_capture.ipynb")]


@pytest.mark.parametrize("name", ["a\nimport os", "<img src=x onerror=alert(1)>", "a|b", "C:x"])
def test_a_name_that_no_folder_should_have_is_refused(sound, tmp_path, capsys, name):
    folder = tmp_path / name
    shutil.copytree(sound, folder)
    assert batch.main([str(folder), "--workspace", str(tmp_path / "work"), "--to", "01"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_parameter_is_text_and_never_code(tmp_path):
    """One real kernel: quotes, braces and lines in parameters and in the path of the notebook."""
    import nbformat

    cells = [
        nbformat.v4.new_code_cell('capture = ""\nout = ""', metadata={"tags": ["parameters"]}),
        nbformat.v4.new_code_cell("open(out, 'w').write(capture)"),
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(made, tmp_path / "n.ipynb")
    folder = tmp_path / "{capture} {0}"
    folder.mkdir()
    evil = f'x"\'"""\nopen({str(tmp_path / MARK)!r}, \'w\')\n#\\ {{}} \\u0022'
    given = {"capture": evil, "out": str(folder / "said")}
    run_notebook(tmp_path / "n.ipynb", folder / "n.ipynb", given)
    assert (folder / "said").read_text() == evil and not (tmp_path / MARK).exists()
    assert (folder / "n.ipynb").is_file()


def test_a_hostile_checkpoint_is_not_run(tmp_path):
    for name, write in (("a.pt", torch.save), ("b.pt", lambda x, p: p.write_bytes(b"\x80\x04."))):
        write({"kind": "stage1", "x": Hostile(tmp_path)}, tmp_path / name)
        with pytest.raises(WorkspaceError, match=name):
            load_checkpoint(tmp_path / name, "stage1")
    assert not [*tmp_path.parent.rglob(MARK)]


# What a reader may raise is a ValueError in one line; hypothesis looks for anything else.

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


def one_line(read, *arguments) -> None:
    """Call a reader; anything but a result or a one-line ValueError is a fault."""
    try:
        read(*arguments)
    except ValueError as error:
        assert len(str(error)) < 2000 and "\n" not in str(error).strip()


@QUICK
@given(st.text(max_size=60) | VALUES.map(lambda value: json.dumps(value, default=str)))
def test_any_yaml_is_a_value_or_one_line(text):
    one_line(parse_yaml, text, "config.yaml")


@QUICK
@given(st.dictionaries(st.sampled_from(["data", "light", "train", "name", "recipe", "x"]), VALUES))
def test_any_settings_are_settings_or_one_line(sound, values):
    (sound / "config.yaml").write_text(json.dumps(values))
    one_line(load_settings, sound)
    (sound / "config.yaml").unlink()


KEYS = [
    "w",
    "h",
    "fl_x",
    "cx",
    "cy",
    "k1",
    "camera_model",
    "camera_angle_x",
    "frames",
    "aabb_scale",
]
FRAME = st.dictionaries(
    st.sampled_from(["file_path", "transform_matrix", "mask_path", "fl_x"]), VALUES
)


@QUICK
@given(
    st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=3),
    st.lists(FRAME, max_size=2),
    st.integers(0, 7),
)
def test_any_transforms_are_cameras_or_one_line(sound, tmp_path, changes, frames, i):
    data = json.loads((sound / "transforms.json").read_text())
    data |= changes
    if isinstance(data["frames"], list):
        for frame in frames:
            if i < len(data["frames"]) and isinstance(data["frames"][i], dict):
                data["frames"][i] |= frame
    (tmp_path / "transforms.json").write_text(json.dumps(data))
    one_line(read_cameras, tmp_path)


class NoPhotos:
    """A capture of photos that are all alike, for camera files that ask for their size."""

    def size(self, listed):
        return 24, 32

    def names(self):
        return ["00000.png", "00001.png"]


def mutated(sound_bytes: bytes):
    """Bytes with some parts changed, cut or repeated."""
    return st.builds(
        lambda at, what, cut: (sound_bytes[:at] + what + sound_bytes[at + len(what) :])[:cut],
        st.integers(0, len(sound_bytes)),
        st.binary(max_size=12),
        st.integers(0, len(sound_bytes)) | st.just(len(sound_bytes)),
    )


def file_kinds() -> dict[str, bytes]:
    import io

    from bad_captures import CAMERA, IMAGE, POSE, SENSOR, SHOT, XML

    packed, iron = io.BytesIO(), {"K": [1.0] * 16, "W2C": np.eye(4).ravel().tolist()}
    np.savez(packed, world_mat_0=np.eye(4), scale_mat_0=np.eye(4))
    shot = SHOT.format(label="00000", pose=POSE)
    return {
        "cameras.xml": XML.format(head="", sensor=SENSOR.format(w=24), camera=shot).encode(),
        "cameras.csv": b"#name,x,y,alt,heading,pitch,roll,f\n00000.png,1,2,3,4,5,6,30\n",
        "cam_dict_norm.json": json.dumps({"00000.png": iron | {"img_size": [24, 32]}}).encode(),
        "cameras_sphere.npz": packed.getvalue(),
        "sparse/cameras.bin": CAMERA,
        "sparse/images.bin": (1).to_bytes(8, "little") + IMAGE,
        "sparse/cameras.txt": b"1 PINHOLE 24 32 30 30 12 16\n",
        "sparse/images.txt": b"1 1 0 0 0 0 0 1 1 00000.png\n\n",
    }


@pytest.mark.parametrize("file", file_kinds())
def test_any_other_camera_file_is_cameras_or_one_line(file, tmp_path):
    kinds = file_kinds()
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    if path.parent != tmp_path:  # a COLMAP model has both files
        for other, data in kinds.items():
            if other.startswith("sparse/") and other.endswith(path.suffix):
                (tmp_path / other).write_bytes(data)
    path.write_bytes(kinds[file])
    read_listed(path.parent if path.parent != tmp_path else path, NoPhotos())  # the sound one

    @QUICK
    @given(mutated(kinds[file]))
    def any_bytes(data):
        path.write_bytes(data)
        one_line(read_listed, path.parent if path.parent != tmp_path else path, NoPhotos())

    any_bytes()


@QUICK
@given(st.data())
def test_any_bytes_are_a_picture_or_one_line(sound, tmp_path, data):
    whole = (sound / "image/00009.png").read_bytes()
    path = tmp_path / "a.png"
    path.write_bytes(data.draw(st.binary(max_size=80) | mutated(whole)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        one_line(decoded, path)
        one_line(picture_size, path)


@QUICK
@given(VALUES, st.sampled_from(["frames", "map", "version", "x"]))
def test_any_picks_are_picks_or_one_line(value, key):
    one_line(from_json, {key: value}, "eye_picks.json", ["00000"], (24, 32))
    eye = {"frames": {"00000": {"left": value if isinstance(value, dict) else {"region": value}}}}
    one_line(from_json, eye, "eye_picks.json", ["00000"], (24, 32))


@QUICK
@given(st.binary(max_size=60) | VALUES.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_json_of_ours_or_one_line(tmp_path, data):
    (tmp_path / "eyes.json").write_bytes(data)
    one_line(read_json, tmp_path / "eyes.json", "eyes")


@QUICK
@given(st.data())
def test_any_bytes_are_a_checkpoint_or_one_line(tmp_path, data):
    torch.save({"kind": "stage1", "step": 1, "x": torch.zeros(3)}, tmp_path / "whole.pt")
    whole = (tmp_path / "whole.pt").read_bytes()
    (tmp_path / "a.pt").write_bytes(data.draw(st.binary(max_size=60) | mutated(whole)))
    one_line(load_checkpoint, tmp_path / "a.pt", "stage1")
