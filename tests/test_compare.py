"""Two runs side by side."""

from __future__ import annotations

import os

import cv2
import numpy as np
import pytest
from conftest import write_capture

from lib.capture.views import load_views
from lib.train.loop import train
from lib.train.scores import score, write_scores
from lib.workbook.compare import compare_runs, other_run
from lib.workbook.config import load_settings
from lib.workbook.plots import two_runs
from lib.workbook.workspace import Workspace, WorkspaceError

TINY = [
    "train.max_steps=4",
    "train.lr=2e-3",
    "train.start=sphere",
    "train.vis_freq=1",
    "network.num_levels=2",
    "network.max_resolution=24",
    "network.log2_table_size=8",
    "renderer.max_num_ray=64",
    "renderer.sample_batch_size=512",
    "renderer.cache_resolution=12",
    "data.downscale=2",
]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A workspace with an ordinary run and one named "slow", and the held-out views."""
    root = tmp_path_factory.mktemp("runs")
    capture = write_capture(root / "tiny", n=9, size=(24, 32))
    for run, more in (("", []), ("slow", ["train.lr=1e-4"])):
        settings = load_settings(capture, "quick", 1, [*TINY, *more])
        views, heldout = load_views(capture, settings).split(settings)
        folder = Workspace(root / "work", "tiny", run).write_to("stage1")
        result = train(views, settings, 1, folder)
        scores = score(result.scene, result.cache, views, heldout, settings, folder)
        write_scores(folder, scores, result.seconds, result.steps, result.ms_per_step, "cpu")
    return Workspace(root / "work", "tiny"), heldout


def test_what_differs_and_what_came_of_it(place):
    space, heldout = place
    both = compare_runs(space, "", "slow", 1)
    assert both.names == ("ordinary", "slow")
    assert both.settings == {"train.lr": (2e-3, 1e-4)} and both.other == ()
    a, b = both.scores["psnr"]
    rows = {row[0]: row[1:] for row in both.rows()}
    assert rows["train.lr"] == ("0.002", "0.0001", "")
    assert rows["psnr, dB"] == (f"{a:.2f}", f"{b:.2f}", f"{b - a:+.2f} dB")
    assert list(both.psnr) == heldout.names and "mask_iou" in rows and "version" not in rows
    assert both.curves[0]["step"] == [1, 2, 3, 4]


def test_a_run_beside_itself_differs_in_nothing(place):
    both = compare_runs(place[0], "slow", "slow", 1)
    assert both.rows()[0] == ("settings, code and photos", "the same", "the same", "")
    assert all(a == b for a, b in both.scores.values())


def test_the_ordinary_run_is_taken_or_else_the_newest_other(place):
    space, _ = place
    slow = Workspace(space.root, space.subject, "slow")
    assert other_run(space, 1) == "slow" and other_run(slow, 1) == ""
    assert other_run(space, 2) is None
    os.utime(slow.folder / "stage1/scores.json", (1, 1))
    assert other_run(Workspace(space.root, space.subject, "third"), 1) == ""


def test_a_run_with_a_damaged_checkpoint_is_passed_over(place):
    space, _ = place
    path = space.folder / "stage1/checkpoint.pt"
    whole = path.read_bytes()
    path.write_bytes(whole[:100])
    try:
        assert other_run(Workspace(space.root, space.subject, "third"), 1) == "slow"
        assert other_run(Workspace(space.root, space.subject, "slow"), 1) is None
    finally:
        path.write_bytes(whole)


def test_a_run_that_was_not_finished_is_told(place):
    with pytest.raises(
        WorkspaceError, match="finished training of the run 'none', found none; .*slow"
    ):
        compare_runs(place[0], "", "none", 1)


def test_the_figure_shows_photo_renders_and_errors(place):
    space, heldout = place
    both = compare_runs(space, "", "slow", 1)
    fig = two_runs(both, heldout)
    curves, rows = fig.subfigs
    titles = [ax.get_title() or ax.get_title("left") for ax in rows.axes]
    name = heldout.names[0]
    assert titles[:5] == [
        f"photo {name}",
        f"ordinary, {both.psnr[name][0]:.1f} dB",
        f"slow, {both.psnr[name][1]:.1f} dB",
        "error of ordinary",
        "error of slow",
    ]
    render = cv2.imread(str(both.renders[name][1]))[..., ::-1].astype(np.float32)
    error = np.abs(heldout.images[0].astype(np.float32) - render).mean(-1) / 255
    assert np.allclose(rows.axes[4].images[0].get_array(), error, atol=1e-6)
    assert len(curves.axes[0].lines) == 2 * (len(both.curves[0]) - 3)  # all but step, beta, total
