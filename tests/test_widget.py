"""The labelling session: edits, undo, saving, what each pick implies elsewhere; and the widget's
half in Python.
"""

import json
import os
from pathlib import Path

import cv2
import numpy as np
import pytest
import toy_face

from lib.capture.views import Views
from lib.eyes import labelling
from lib.eyes.triangulate import triangulate_landmarks
from lib.label import widget as widgets
from lib.label.paint import LANDMARK_PAINT, REGION_PAINT, polygon_mask
from lib.label.picks import PickError, Picks, read_picks
from lib.label.session import MAP, Session
from lib.workbook.config import Settings

NAMES = ("iris_inner", "iris_outer", "corner_inner", "corner_outer")


@pytest.fixture
def session(tmp_path):
    return Session(
        Picks(), toy_face.arc(5), tmp_path / "picks.json", triangulate_landmarks, (256, 128), "mesh"
    )


def place(session, frame, name="iris_inner", side="left", off=(0, 0)):
    i = session.cameras.names.index(frame)
    at = session.cameras.project(i, toy_face.landmarks(side)[name][None])[0][0] + off
    session.edit({"do": "landmark", "frame": frame, "side": side, "name": name, "at": at.tolist()})
    return at


def test_every_change_is_saved_and_undone_and_redone(session):
    place(session, "001")
    assert "iris_inner" in read_picks(session.path).frames["001"]["left"].landmarks
    place(session, "001", "iris_outer")
    session.edit({"do": "undo"})
    assert set(read_picks(session.path).frames["001"]["left"].landmarks) == {"iris_inner"}
    session.edit({"do": "undo"})
    session.edit({"do": "undo"})  # nothing left: nothing happens
    assert read_picks(session.path).frames == {}
    session.edit({"do": "redo"})
    session.edit({"do": "redo"})
    assert set(read_picks(session.path).frames["001"]["left"].landmarks) == {
        "iris_inner",
        "iris_outer",
    }
    session.edit({"do": "undo"})
    place(session, "002")  # a new edit ends what could be redone
    session.edit({"do": "redo"})
    assert "iris_outer" not in session.picks.frames["001"]["left"].landmarks


def test_landmarks_are_deleted(session):
    place(session, "001")
    session.edit(
        {"do": "landmark", "frame": "001", "side": "left", "name": "iris_inner", "at": None}
    )
    assert read_picks(session.path).frames == {}


def stroke(session, points, radius=3.0, erase=False, frame="001", side="right"):
    session.edit(
        {
            "do": "stroke",
            "frame": frame,
            "side": side,
            "points": points,
            "radius": radius,
            "erase": erase,
        }
    )


def painted(session, frame="001", side="right"):
    """The region (480, 360) on a grid of half pixels."""
    return polygon_mask(session.picks.frames[frame][side].region, (480, 360), (0, 0), 0.5)


def test_strokes_paint_and_erase_discs_and_lines(session):
    stroke(session, [[50, 60], [80, 60]])
    x, y = np.meshgrid((np.arange(360) + 0.5) / 2, (np.arange(480) + 0.5) / 2)
    line = np.hypot(x - np.clip(x, 50, 80), y - 60) <= 3
    assert np.array_equal(painted(session), line)
    stroke(session, [[65, 60]], 2.0, erase=True)
    assert np.array_equal(
        painted(session), line & (np.hypot(x - 65, y - 60) > 2)
    )  # a hole stays a hole
    again = read_picks(session.path).frames["001"]["right"].region
    assert np.array_equal(polygon_mask(again, (480, 360), (0, 0), 0.5), painted(session))
    stroke(session, [[50, 60], [80, 60]], 5.0, erase=True)
    assert "001" not in read_picks(session.path).frames  # nothing is left of it


def test_polygons_are_kept_as_drawn_and_joined_when_they_meet(session):
    square = [[20.25, 20], [40, 20], [40, 40], [20.25, 40]]
    session.edit({"do": "polygon", "frame": "001", "side": "right", "points": square})
    assert session.picks.frames["001"]["right"].region[0].tolist() == square
    session.edit(
        {"do": "vertex", "frame": "001", "side": "right", "polygon": 0, "index": 2, "at": [44, 44]}
    )
    assert session.picks.frames["001"]["right"].region[0][2].tolist() == [44, 44]
    session.edit(
        {"do": "vertex", "frame": "001", "side": "right", "polygon": 0, "index": 2, "at": None}
    )
    assert len(session.picks.frames["001"]["right"].region[0]) == 3
    session.edit({"do": "undo"})
    session.edit({"do": "undo"})
    session.edit(
        {
            "do": "polygon",
            "frame": "001",
            "side": "right",
            "points": [[30, 30], [60, 30], [60, 50], [30, 50]],
        }
    )
    mask = painted(session)
    assert mask.sum() == pytest.approx(
        4 * (19.75 * 20 + 30 * 20 - 10 * 10), rel=0.03
    )  # a union, without a hole in it
    session.edit({"do": "clear", "frame": "001", "side": "right"})
    assert "001" not in read_picks(session.path).frames


def test_strokes_beyond_the_photo_are_clipped(session):
    stroke(session, [[-5, 10], [4, 10]])
    stroke(session, [[500, 500]])
    points = np.concatenate(session.picks.frames["001"]["right"].region)
    assert points.min() >= 0 and (points <= [180, 240]).all() and painted(session).any()


def test_one_pick_is_a_line_elsewhere_and_two_are_a_point_with_its_residual(session):
    true = toy_face.landmarks("left")["iris_inner"]
    place(session, "001")
    px = session.cameras.project(3, true[None])[0][0]
    (line,) = session.overlay("003")["left"]["lines"]["iris_inner"]
    a, b = (np.array(p) for p in (line[0], line[-1]))
    across = np.array([a[1] - b[1], b[0] - a[0]]) / np.linalg.norm(a - b)
    assert abs((px - a) @ across) < 0.2 and not session.overlay("003")["left"]["points"]
    assert session.overlay("001")["left"]["lines"] == {}  # the photo with the pick needs no line
    place(session, "003", off=(0, 1.5))
    place(session, "002")
    x, y, off = session.overlay("003")["left"]["points"]["iris_inner"]
    assert session.overlay("000")["left"]["points"]["iris_inner"][2] is None
    assert off == pytest.approx(np.hypot(x - px[0], y - px[1] - 1.5), abs=0.02) and 0.5 < off < 1.5
    row = session.status()["rows"]["left"]["iris_inner"]
    assert row["photos"] == 3 and row["worst"] == "003" and row["worst_px"] == off


def test_contradictions_are_told_in_the_row(session):
    place(session, "000")
    place(session, "004", off=(0, 40))
    assert "contradict" in session.status()["rows"]["left"]["iris_inner"]["problem"]
    assert session.overlay("002")["left"]["lines"]["iris_inner"]


def test_what_is_missing_shrinks_to_nothing(session):
    assert len(session.status()["missing"]) == 10
    for side in ("left", "right"):
        for name in NAMES:
            for frame in ("001", "003"):
                place(session, frame, name, side)
        stroke(session, [[90, 100]], side=side)
    assert session.status()["missing"] == []


def test_a_mark_several_pixels_off_is_a_doubt(session):
    for frame in ("001", "002", "003"):
        place(session, frame)
    assert session.status()["doubts"] == []
    place(session, "002", off=(0, 9))
    (doubt,) = session.status()["doubts"]
    assert doubt.startswith("left iris inner: ") and doubt.endswith("px off in 002")
    place(session, "004", "iris_outer")
    place(session, "000", "iris_outer", off=(0, 40))
    assert "left iris outer: photos disagree" in session.status()["doubts"]


def test_hand_edits_take_over_what_was_proposed(session):
    session.picks.eye("001", "left").landmarks["iris_inner"] = np.array([10.0, 10])
    session.picks.eye("001", "left").region = [np.array([[1.0, 1], [5, 1], [5, 5]])]
    session.picks.eye("001", "left").auto = {"iris_inner", "region"}
    place(session, "001")
    assert session.picks.frames["001"]["left"].auto == {"region"}
    stroke(session, [[3, 3]], side="left")
    assert session.picks.frames["001"]["left"].auto == set()
    session.edit({"do": "undo"})
    assert read_picks(session.path).frames["001"]["left"].auto == {"region"}


def test_the_map_is_labelled_in_uv(session):
    session.edit(
        {"do": "landmark", "frame": MAP, "side": "left", "name": "iris_inner", "at": [64, 32]}
    )
    picks = read_picks(session.path)
    assert (
        picks.map["left"].landmarks["iris_inner"].tolist() == [0.25, 0.75]
        and picks.map_mesh == "mesh"
    )
    assert session.overlay(MAP)["left"]["landmarks"]["iris_inner"] == [64, 32]
    session.edit(
        {
            "do": "stroke",
            "frame": MAP,
            "side": "left",
            "points": [[100, 50]],
            "radius": 4,
            "erase": False,
        }
    )
    region = np.concatenate(session.overlay(MAP)["left"]["region"])
    assert np.allclose([region.min(0), region.max(0)], [[96, 46], [104, 54]], atol=0.5)


NONSENSE = [
    {},
    {"do": "fly", "frame": "001", "side": "left"},
    {"do": "landmark", "frame": "001", "side": "left"},
    {"do": "landmark", "frame": "999", "side": "left", "name": "iris_inner", "at": [1, 1]},
    {"do": "landmark", "frame": "001", "side": "middle", "name": "iris_inner", "at": [1, 1]},
    {"do": "landmark", "frame": "001", "side": "left", "name": "nose", "at": [1, 1]},
    {"do": "landmark", "frame": "001", "side": "left", "name": "iris_inner", "at": ["a", 1]},
    {
        "do": "landmark",
        "frame": "001",
        "side": "left",
        "name": "iris_inner",
        "at": [float("nan"), 1],
    },
    {"do": "polygon", "frame": "001", "side": "left", "points": [[1, 1], [2, 2]]},
    {"do": "stroke", "frame": "001", "side": "left", "points": [], "radius": 2},
    {"do": "vertex", "frame": "001", "side": "left", "polygon": 3, "index": 0, "at": [1, 1]},
]


@pytest.mark.parametrize("op", NONSENSE, ids=range(len(NONSENSE)))
def test_nonsense_changes_nothing(session, op):
    place(session, "001")
    before = session.path.read_bytes()
    with pytest.raises(PickError):
        session.edit(op)
    assert session.path.read_bytes() == before and session.status()["undo"] == 1
    assert list(session.picks.frames["001"]) == ["left"]


@pytest.mark.skipif(
    os.geteuid() == 0, reason="root may write anywhere, so a read-only folder cannot be made"
)
def test_a_read_only_folder_is_told(session):
    session.path.parent.chmod(0o500)
    place(session, "001")
    session.path.parent.chmod(0o700)
    assert "picks.json" in session.status()["problem"]


def test_a_save_that_fails_is_told_and_nothing_is_lost(session):
    place(session, "001")
    session.path = session.path / "picks.json"  # below a file: cannot be written
    place(session, "002")
    assert "picks.json" in session.status()["problem"] and set(session.picks.frames) == {
        "001",
        "002",
    }


@pytest.fixture
def capture(tmp_path):
    """A capture folder with photos of the toy face's names."""
    (tmp_path / "capture" / "image").mkdir(parents=True)
    for name in toy_face.arc(5).names:
        cv2.imwrite(
            str(tmp_path / "capture" / "image" / f"{name}.png"),
            np.full((240, 180, 3), 90, np.uint8),
        )
    return tmp_path / "capture"


def test_the_widget_answers_the_page(session, capture):
    order = widgets.frontal_order(session.cameras, np.array([0.0, 0, -1]))
    widget = widgets.EyeLabeller(
        session, lambda name: (capture / "image" / f"{name}.png").read_bytes(), order
    )
    assert widget.scene["frame"] == order[0] == "002" and set(widget.scene["companions"]) == set(
        order
    )
    sent = []
    widget.send = lambda content, buffers=None: sent.append((content, buffers))
    widget._received(widget, {"do": "image", "frame": "003"})
    assert sent[0][0] == {"kind": "image", "frame": "003"} and sent[0][1][0].startswith(b"\x89PNG")
    widget._received(
        widget,
        {"do": "landmark", "frame": "002", "side": "left", "name": "iris_inner", "at": [100, 100]},
    )
    assert widget.scene["overlays"]["002"]["left"]["landmarks"] == {"iris_inner": [100.0, 100.0]}
    assert (
        widget.scene["overlays"]["003"]["left"]["lines"]["iris_inner"]
        and widget.scene["status"]["undo"] == 1
    )
    widget._received(widget, {"do": "go", "frame": "004"})
    assert widget.scene["frame"] == "004"
    for op in (
        *NONSENSE,
        {"do": "go", "frame": "zzz"},
        {"do": "image", "frame": "zzz"},
        {"do": "go"},
    ):
        widget._received(widget, op)
        assert widget.scene["message"], op
    widget._received(widget, {"do": "undo"})
    assert not widget.scene["message"] and widget.picks.missing()
    json.dumps(widget.scene)  # plain values only


def test_the_page_is_there_and_plain():
    script = (Path(widgets.__file__).with_name("widget.js")).read_text()
    assert (
        "export default" in script and "import " not in script and "http" not in script
    )  # works offline


def test_where_picks_come_from(tmp_path, capture):
    mesh, _ = toy_face.face()
    cameras, folder = toy_face.arc(5), tmp_path / "eyes"

    def no_face():
        raise PickError("a face was found in 0 of 5 photos: mark the eyes by hand")

    def proposal():
        picks = Picks()
        picks.eye("002", "left").landmarks["iris_inner"] = np.array([7.0, 7])
        return picks, "a face in 5 of 5 photos"

    picks, source = labelling.first_picks(capture, folder, cameras, mesh, no_face)
    assert picks.frames == {} and "by hand" in source and not (folder / "picks.json").exists()
    _, source = labelling.first_picks(capture, folder, cameras, mesh, proposal)
    assert source == "proposed automatically: a face in 5 of 5 photos"
    picks, source = labelling.first_picks(capture, folder, cameras, mesh, no_face)
    assert "restored" in source and "iris_inner" in picks.frames["002"]["left"].landmarks
    painted = capture / "diffuse_leye_mask.png"
    painted.touch()
    os.utime(folder / "picks.json", (0, 0))
    _, source = labelling.first_picks(capture, folder, cameras, mesh, no_face)
    assert source.endswith(f"; newer, and not looked at: {painted}")
    painted.unlink()
    (folder / "picks.json").rename(capture / "eye_picks.json")
    _, source = labelling.first_picks(capture, folder, cameras, mesh, no_face)
    assert "brought by the capture" in source and (folder / "picks.json").is_file()
    (folder / "picks.json").write_text("{")
    with pytest.raises(ValueError, match="picks.json"):
        labelling.first_picks(capture, folder, cameras, mesh, proposal)


def test_picks_on_the_map_of_an_old_mesh_are_dropped_and_told(tmp_path, capture, session):
    session.edit(
        {"do": "landmark", "frame": MAP, "side": "left", "name": "iris_inner", "at": [64, 32]}
    )
    mesh, _ = toy_face.face()
    picks, source = labelling.first_picks(capture, session.path.parent, toy_face.arc(5), mesh)
    assert picks.map == {} and "made anew" in source
    assert read_picks(session.path).map == {}  # where 05_triangulate_eyes reads them
    session.path.rename(capture / "eye_picks.json")
    session.edit({"do": "undo"})
    session.edit({"do": "redo"})  # the capture brings the old ones
    session.path.rename(capture / "eye_picks.json")
    assert labelling.first_picks(capture, session.path.parent, toy_face.arc(5), mesh)[0].map == {}


def test_what_was_taken_away_leaves_nothing_behind(session):
    place(session, "001")
    session.edit(
        {"do": "landmark", "frame": "001", "side": "left", "name": "iris_inner", "at": None}
    )
    session.edit({"do": "clear", "frame": "002", "side": "left"})
    assert session.picks.frames == {} and session.status()["marked"] == []


def test_a_wrong_painted_picture_is_told_and_shown(tmp_path, capture):
    mesh, _ = toy_face.face()
    for side in "lr":
        for kind in (REGION_PAINT, LANDMARK_PAINT):
            cv2.imwrite(str(capture / kind.format(side)), np.zeros((64, 64, 3), np.uint8))
    with pytest.raises(PickError, match=r"expected 4 .*paint_found.png shows what was found"):
        labelling.first_picks(capture, tmp_path, toy_face.arc(5), mesh)
    assert (tmp_path / "paint_found.png").is_file()


def test_held_out_photos_are_neither_offered_nor_labelled(tmp_path, capture, monkeypatch):
    cameras, (mesh, _) = toy_face.arc(5), toy_face.face()
    monkeypatch.setattr(labelling, "read_cameras", lambda *_: cameras)
    images = np.zeros((5, 240, 180, 3), np.uint8)
    views = Views(cameras, images, images[..., 0], None, 2.2, False, False)
    trained = views.subset([0, 2, 3, 4])
    brought = Session(Picks(), cameras, capture / "eye_picks.json", triangulate_landmarks)
    for frame in ("001", "003"):
        place(brought, frame)
    folder = tmp_path / "eyes"
    picks, source, widget = labelling.label_eyes(capture, folder, trained, Settings(), mesh)
    assert "held-out photos (001)" in source and list(picks.frames) == ["003"]
    assert list(read_picks(folder / "picks.json").frames) == ["003"]
    assert "001" not in widget.order and set(widget.order) == {"000", "002", "003", "004"}
    assert "001" not in widget.scene["companions"]
    for op in (
        {"do": "landmark", "frame": "001", "side": "left", "name": "pupil", "at": [90, 90]},
        {"do": "go", "frame": "001"},
    ):
        widget._received(widget, op)
        assert widget.scene["message"] and list(widget.picks.frames) == ["003"]
