"""Verdicts: a sound thing passes, a spoilt one fails, and every line says why."""

from types import SimpleNamespace

import numpy as np
import pytest

from lib.capture.finding import FAIL, LOOK, PASS
from lib.capture.outline import MaskOffset
from lib.eyes.eyeballs import Eye, Eyes
from lib.mesh.extract import Mesh
from lib.workbook import verdicts


def report(**changes) -> SimpleNamespace:
    n = 30
    sound = {
        "names": [f"{i:03d}" for i in range(n)],
        "topics": [],
        "warnings": [],
        "exposure": np.full(n, 0.2),
        "distance": np.full(n, 4.0),
        "sharpness": np.linspace(0.8, 1.2, n),
        "fill": np.full(n, 0.99),
        "mask_offset": MaskOffset(0.1, clear=True),
        "clipped": np.full(n, 0.001),
        "azimuth_span": 190.0,
        "elevation_span": 40.0,
    }
    return SimpleNamespace(**(sound | changes))


def marks(findings) -> dict[str, str]:
    return {finding.what: finding.mark for finding in findings}


def test_a_sound_capture_passes_and_each_fault_shows_where_it_is():
    assert set(marks(verdicts.of_capture(report())).values()) == {PASS}
    warned = verdicts.of_capture(report(topics=["clipped"], warnings=["lower the exposure"]))
    assert marks(warned)["clipped"] == LOOK
    assert [f.advice for f in warned if f.what == "clipped"] == ["lower the exposure"]
    assert marks(verdicts.of_capture(report(clipped=np.full(30, 0.3))))["clipped"] == FAIL
    turned = verdicts.of_capture(report(topics=["cameras"], warnings=["turn y and z"]))
    assert marks(turned)["cameras"] == FAIL and turned[-1].advice == "turn y and z"


def flat_square(stretch: float = 1.0) -> Mesh:
    """A square of 8 x 8 cells that faces +z; its chart is stretched towards one side."""
    y, x = (axis.ravel() for axis in np.mgrid[0:9, 0:9] / 8.0)
    at = np.arange(81).reshape(9, 9)
    a, b, c, d = (part.ravel() for part in (at[:-1, :-1], at[:-1, 1:], at[1:, 1:], at[1:, :-1]))
    faces = np.concatenate([np.stack(corners, 1) for corners in ((a, b, c), (a, c, d))])
    mesh = Mesh(np.stack([x, y, 0 * x], 1), faces)
    mesh.v_uv = np.stack([x**stretch, y], 1)
    return mesh


@pytest.mark.parametrize(("stretch", "mark"), [(1.0, PASS), (3.0, FAIL)])
def test_an_uneven_map_is_told(stretch, mark):
    ahead = np.array([0, 0, 1.0])
    assert marks(verdicts.of_mesh(flat_square(stretch), ahead, 0, 0, 0.99))["even texels"] == mark


def test_overlap_and_outline_decide():
    found = marks(verdicts.of_mesh(flat_square(), np.array([0, 0, 1.0]), 1, 3, 0.5))
    assert found["holes in the face"] == FAIL
    assert found["map"] == FAIL and found["outline"] == FAIL


def eyes(residual: float = 0.3, gaze=(0, 0, 1.0), radius: float = 0.1) -> Eyes:
    both = []
    for x in (0.26, -0.26):
        center = np.array([x, 0, 0.0])
        named = {"iris_inner": center + [0, 0, 0.1]}
        both.append(Eye(named, center, radius, np.array([0, 0, 1.0]), {"iris_inner": residual}))
    both[1].gaze = np.array(gaze) / np.linalg.norm(gaze)
    return Eyes(*both, source="")


def test_eyes():
    ahead, limits = np.array([0, 0, 1.0]), (0.05, 0.15)
    assert set(marks(verdicts.of_eyes(eyes(), ahead, limits, 720)).values()) == {PASS}
    assert marks(verdicts.of_eyes(eyes(9.0), ahead, limits, 720))["marks agree"] == FAIL
    assert marks(verdicts.of_eyes(eyes(9.0), ahead, limits, 7200))["marks agree"] == PASS
    inwards = marks(verdicts.of_eyes(eyes(gaze=(0, 0, -1.0)), ahead, limits, 720))
    assert inwards["gaze"] == FAIL and inwards["gaze to the front"] == FAIL
    at_end = marks(verdicts.of_eyes(eyes(radius=0.1495), ahead, limits, 720))
    assert at_end["range of sizes"] == LOOK and at_end["landmarks on the ball"] == FAIL


def test_scores_have_a_direction():
    found = marks(verdicts.of_scores({"psnr": 33.0, "eye_radius_error_mm": -2.0}, {"psnr": 37.5}))
    assert found == {
        "PSNR beside the photo": PASS,
        "eyeballs' radius off": FAIL,
        "lost by exporting": FAIL,
    }
    sized = verdicts.score_rows([{"photo_px": [624, 832], "psnr": 33.0}, {}])
    assert sized[0] == ("size of the photos, px", "624 x 832", "", "")
    rows = verdicts.score_rows([{"psnr": 33.0}, {"seconds": 60.0}])
    assert rows == [
        ("PSNR beside the photo, dB", "33.00", "", "at least 30 dB"),
        ("time, s", "", "60", "lower is better"),
    ]
