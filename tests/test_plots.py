"""Pictures: what can be said about them exactly. How they look is for eyes to judge."""

import io
from types import SimpleNamespace

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import PIL.Image
import pytest
import trimesh

matplotlib.use("Agg")

from lib.capture.views import HAIR, HEAD  # noqa: E402
from lib.mesh.extract import Mesh  # noqa: E402
from lib.workbook import plots  # noqa: E402
from lib.workbook.config import Settings  # noqa: E402
from lib.workbook.plots.style import STYLE  # noqa: E402


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


def test_colours_of_normals_and_of_linear_light():
    assert plots.normal_colors(np.array([[[1.0, 0, -1]]])).tolist() == [[[255, 128, 0]]]
    assert plots.encoded(np.array([0.0, 0.5**2.2, 1.0, 7.0])).tolist() == [0, 128, 255, 255]


def test_contact_sheet_outlines_masks_and_marks_names():
    labels = np.zeros((3, 40, 30), np.uint8)
    labels[:, 10:30, 8:22] = HEAD
    labels[1, 10:15, 8:22] |= HAIR
    fig = plots.contact_sheet(
        np.full((3, 40, 30, 3), 90, np.uint8), ["a", "b", "c"], labels, ["b"], 2, 30
    )
    sheet = fig.axes[0].images[0].get_array()
    assert sheet.shape == (80, 60, 3)
    assert sheet[20, 8].tolist() == [255, 255, 255] and sheet[20, 15].tolist() == [90, 90, 90]
    assert sheet[12, 38].tolist() == [224, 123, 0]  # the second photo's hair
    assert [text.get_text() for text in fig.axes[0].texts] == ["a", "b held out", "c"]
    assert [text.get_text() for text in fig.legends[0].get_texts()] == ["head", "hair"]


def test_comparison_shows_the_mean_difference_of_colours():
    photo, render = np.zeros((1, 4, 5, 3), np.uint8), np.zeros((1, 4, 5, 3), np.uint8)
    render[0, 1, 2] = [51, 0, 0]
    with plt.rc_context(STYLE):
        fig = plots.comparison(["photo a"], photo, render, ["31 dB"])
    assert np.isclose(fig.axes[2].images[0].get_array()[1, 2], 0.2 / 3)
    assert fig.axes[1].get_title(loc="left") == "render, 31 dB"


def test_sections_cut_the_sphere_where_the_eyes_are():
    ball = trimesh.creation.icosphere(4, 1.0)
    ball = Mesh(ball.vertices, ball.faces)
    centers = np.array([[0.3, 0, -0.6], [-0.3, 0, -0.6]])
    fig = plots.eye_sections(ball, centers, 0.2, np.array([0, 0, -1.0]), centers[:, None])
    for ax, radius in zip(fig.axes, (1.0, np.sqrt(0.91), np.sqrt(0.91))):
        cut = np.concatenate(ax.collections[0].get_segments())
        assert np.allclose(np.linalg.norm(cut, axis=1), radius, atol=0.01)
    assert [len(ax.patches) for ax in fig.axes] == [2, 1, 1]
    assert (
        fig.axes[0].patches[0].center[0] > 0
    )  # left is left of nothing: positive, as its label says


def test_turntable_keeps_frames_and_speed():
    frames = [np.full((20, 30, 3), shade, np.uint8) for shade in (0, 120, 250)]
    movie = PIL.Image.open(io.BytesIO(plots.turntable(frames, fps=10).data))
    assert (movie.n_frames, movie.size, movie.info.get("loop")) == (3, (30, 20), 0)


def test_a_headless_training_prints_lines(capsys):
    settings = Settings()
    settings.train.max_steps = 30
    live = plots.LiveTraining(SimpleNamespace(), 0, settings, interactive=False)
    for step in (10, 20, 30):
        live(step, {"photo": 0.5 / step}, None)
    lines = capsys.readouterr().out.splitlines()
    assert (
        lines[0] == "step 10 of 30, photo loss 0.0500"
        and lines[-1] == "step 30 of 30, photo loss 0.0167"
    )
    assert len(lines) == 2  # the second came too soon after the first


def test_a_gallery_is_cropped_to_its_mask_and_can_share_one_scale():
    mask = np.zeros((100, 60), bool)
    mask[40:60, 20:30] = True
    low, high = np.zeros((100, 60)), np.full((100, 60), 7.0)
    fig = plots.gallery({"low": low, "high": high}, 2, mask=mask, shared="photos")
    shown = [ax.images[0] for ax in fig.axes[:2]]
    assert shown[0].get_array().shape == (29, 19)
    assert all((one.norm.vmin, one.norm.vmax) == (0, 7) for one in shown)
    assert len(fig.axes) == 3 and fig.axes[2].get_ylabel() == "photos"


def test_tints_say_whose_pixel_it_is():
    rgb, objects = np.full((1, 3, 3), 100, np.uint8), np.zeros((1, 3, 3))
    objects[0, [0, 1, 2], [0, 1, 2]] = 1  # face, left, right
    face, left, right = plots.tinted(rgb, objects)[0].tolist()
    assert face == [100, 100, 100] and np.argmax(left) == 2 and np.argmax(right) == 1
