"""Losses by hand, the visual hull, and a training that can be killed."""

import contextlib
import math
from dataclasses import asdict, replace
from pathlib import Path
from types import SimpleNamespace

import cv2
import numpy as np
import pytest
import torch
from torch.utils._python_dispatch import TorchDispatchMode

from lib.capture.views import HEAD, LEFT_EYE, RIGHT_EYE, load_views
from lib.fields.kernels import numba_encoding
from lib.fields.scene import load_scene
from lib.fields.shape import EyeballStart
from lib.train import loop, losses
from lib.train.first_shape import visual_hull
from lib.train.loop import Trainer, train
from lib.train.optimizer import part_of_rate
from lib.train.pixels import PixelPool
from lib.train.resume import NO_MATTER
from lib.train.scores import nearest_view, psnr, score
from lib.workbook.code import code_digests
from lib.workbook.config import Settings, load_settings
from lib.workbook.progress import read_status
from lib.workbook.settings_sections import Train
from lib.workbook.workspace import WorkspaceError, load_checkpoint

TINY = [
    "network.num_levels=3",
    "network.max_resolution=16",
    "network.log2_table_size=10",
    "network.width=16",
    "renderer.max_num_ray=32",
    "renderer.sample_batch_size=256",
    "renderer.render_n_samples=16",
    "renderer.cache_resolution=12",
    "train.max_steps=9",
    "train.save_freq=4",
    "train.vis_freq=2",
    "train.milestones=[6]",
    "train.warmup_steps=2",
    "data.holdout=every:4:1",
]
EYES = EyeballStart(
    [[0.2, -0.1, -0.5], [-0.2, -0.1, -0.5]],
    0.1,
    ([[0.2, -0.1, -0.6]], [[-0.2, -0.1, -0.6]]),
    (0.01, None),
)


class Killed(Exception):
    """Stands for a kill signal in the middle of a training."""


def prepared(capture, stage=1, *more):
    settings = load_settings(capture, "quick", stage, [*TINY, *more])
    chosen, heldout = load_views(capture, settings).split(settings)
    return chosen, heldout, settings


def test_losses_by_hand():
    t = torch.tensor
    assert float(losses.mask(t([0.5, 1.0]), t([1.0, 1.0]))) == pytest.approx(0.25)
    assert float(losses.eikonal(t([[2.0, 0, 0], [0, 1.0, 0]])).mean()) == pytest.approx(
        0.5
    )  # (1^2 + 0) / 2
    assert float(losses.photo(t([[0.2] * 3]), t([[0.2] * 3]))) == 0.0
    assert float(losses.photo(t([[3.0] * 3]), t([[1.0] * 3]))) == 0.0  # clipped: at least 1
    assert float(losses.photo(t([[0.0] * 3]), t([[0.5] * 3]))) == pytest.approx(
        0.51 ** (1 / 2.2) - 0.01 ** (1 / 2.2)
    )
    # Face 0.75 against 1, left 0.5 against 0, right 0 against 0, on skin.
    assert float(
        losses.object_masks(t([[0.75, 0.5, 0.0]]), t([1.0]), t([0.0]), t([0.0]))
    ) == pytest.approx(0.25)
    # On the left eye the face's own mask is 0.
    assert float(losses.object_masks(t([[0.0, 1.0, 0.0]]), t([1.0]), t([1.0]), t([0.0]))) == 0.0
    # Landmarks at 0.15 and 0.1 from their centres, radius 0.1: gaps 0.05 and 0.
    centers = t([[0.0, 0, 0], [1.0, 0, 0]])
    assert float(
        losses.landmarks(t([[0.15, 0, 0], [1.1, 0, 0]]), t([0, 1]), t([1.0, 0.5]), centers, t(0.1))
    ) == pytest.approx(0.025)
    # One centre two deviations of 0.01 off, 0.02^2 / 0.02 = 0.02; the other where it was seen.
    assert float(
        losses.centers(
            t([[0.02, 0, 0], [1.0, 0, 0]]), t([[0.0, 0, 0], [1.0, 0, 0]]), t([0.01, 0.5])
        )
    ) == pytest.approx(0.01)
    assert float(
        losses.alike_normals(t([[1.0, 0, 0]]), t([[0.0, 1.0, 0]]), t([0.5]))
    ) == pytest.approx(1.0)
    # The highlights' mean roughness is (0.5 * 1 + 0.3 * 3) / 4 = 0.35; the fourth ray is no skin.
    assert float(
        losses.alike_gloss(
            t([0.5, 0.3, 0.7, 0.9]), t([1.0, 1.0, 1.0, 0.0]), t([1.0, 3.0, 0.0, 5.0])
        )
    ) == pytest.approx((0.15 + 0.05 + 0.35) / 4)
    assert float(losses.dull_hair(t([[0.5, 0.5]]), t([[0.25, 0.5]]), t([1.0]))) == pytest.approx(
        0.375
    )
    assert float(
        losses.face_model(t([0.2, 0.9]), t([1.0, 1.0]), t(2.0), t([0.5, 0.0]), t([1.0, 0.0]))
    ) == pytest.approx(0.05)


def test_only_hair_is_dulled():
    specular = torch.tensor([[0.5, 0.25], [0.8, 0.8]], requires_grad=True)
    weights = torch.tensor([[0.5, 0.4], [0.9, 0.1]], requires_grad=True)
    loss = losses.dull_hair(specular, weights, torch.tensor([1.0, 0.0]))
    assert float(loss.detach()) == pytest.approx((0.5 * 0.5 + 0.4 * 0.25) / 2)
    loss.backward()
    assert torch.equal(specular.grad, torch.tensor([[0.25, 0.2], [0.0, 0.0]]))
    assert weights.grad is None  # a dark surface must not be had by thinning the hair


def test_tangent_neighbours_stay_in_the_plane():
    torch.manual_seed(0)
    normal = torch.nn.functional.normalize(torch.randn(20, 3), dim=-1)
    points = torch.randn(20, 3)
    shift = losses.tangent_neighbour(points, normal, 0.01, torch.randn(20, 3)) - points
    torch.testing.assert_close(shift.norm(dim=-1), torch.full((20,), 0.01), atol=1e-6, rtol=1e-4)
    assert (shift * normal).sum(-1).abs().max() < 1e-6


def test_normals_on_skin_and_hair_are_compared_with_a_neighbours():
    """A unit sphere: a neighbour at eps in the tangent plane has its normal turned by atan(eps)."""
    settings = Settings()
    settings.network.neighbor_eps, settings.loss.smooth_every = 0.5, 2
    settings.loss.w_eps_n, settings.loss.w_eps_n_smooth = 0.3, 0.7
    torch.manual_seed(0)
    normal = torch.nn.functional.normalize(torch.randn(8, 1, 3), dim=-1)
    step = SimpleNamespace(
        settings=settings,
        scene=SimpleNamespace(face=lambda p: (p.norm(dim=-1) - 1.0, p, None)),
        out=SimpleNamespace(points=normal, face_normal=normal),
        noise=SimpleNamespace(tangent=torch.randn(8, 3)),
        batch=SimpleNamespace(
            hair=torch.tensor([0.0, 0, 1, 0, 0, 1, 1, 1]),
            inside=torch.tensor([1.0, 1, 1, 1, 0, 1, 1, 1]),
        ),
    )
    apart = 2.0 - 2.0 / math.sqrt(1.0 + 0.5**2)
    # Rays 0, 2, 4 and 6: skin, hair, outside of the head, hair.
    expected = apart * (0.3 + 0.7 + 0.0 + 0.7) / 4
    assert float(losses._smooth(step)) == pytest.approx(expected, rel=1e-5)


def test_gradients_count_at_samples_and_anywhere():
    length = torch.tensor([[2.0], [1.0], [3.0]])  # the last at a point anywhere
    step = SimpleNamespace(
        out=SimpleNamespace(face_gradient=length * torch.tensor([0.0, 0.6, 0.8])),
        noise=SimpleNamespace(anywhere=torch.zeros(1, 3)),
    )
    assert float(losses._eikonal(step)) == pytest.approx((1.0 + 0.0) / 2 + 4.0, rel=1e-5)


def test_the_visual_hull_of_a_sphere(tiny_capture):
    chosen, _, settings = prepared(tiny_capture)
    hull = visual_hull(chosen, 1.0, 24, "cpu", 2)
    axis = torch.linspace(-1, 1, 25)
    distance = torch.stack(torch.meshgrid(axis, axis, axis, indexing="ij"), -1).norm(dim=-1)
    assert (hull[distance < 0.5] < 0).all()  # the sphere of radius 0.6 is inside its hull
    x, y = axis[:, None, None], axis[None, :, None]
    beside = (
        (distance > 0.72) & (distance < 0.84) & (x.abs() < 0.3) & (y.abs() > 0.6)
    )  # inside every frame
    assert beside.sum() > 20 and (hull[beside] > 0).all()
    for axis in range(3):  # a distance changes by a cell a cell, across the surface as well
        assert float(hull.diff(dim=axis).abs().max()) == pytest.approx(2 / 24, rel=1e-5)


def test_one_bad_mask_carves_nothing_and_two_do(tiny_capture):
    chosen, _, _ = prepared(tiny_capture)

    def at_the_origin(n_vetoes: int) -> float:
        return float(visual_hull(chosen, 1.0, 24, "cpu", n_vetoes)[12, 12, 12])

    assert at_the_origin(1) < 0
    chosen.labels[0] = 0
    assert at_the_origin(1) > 0 and at_the_origin(2) < 0
    chosen.labels[1] = 0
    assert at_the_origin(2) > 0 and at_the_origin(3) < 0


def test_a_hull_that_fills_all_is_closed_at_the_bound(tiny_capture):
    chosen, _, _ = prepared(tiny_capture)
    chosen.labels[:] = HEAD
    hull = visual_hull(chosen, 1.0, 8, "cpu", 2)
    assert (hull[1:-1, 1:-1, 1:-1] < 0).all()
    border = torch.ones_like(hull, dtype=torch.bool)
    border[1:-1, 1:-1, 1:-1] = False
    assert (hull[border] > 0).all()


def test_a_hull_of_nothing_is_an_error(tiny_capture):
    chosen, _, settings = prepared(tiny_capture)
    chosen.labels[:] = 0
    with pytest.raises(ValueError, match="pose file"):
        visual_hull(chosen, 1.0, 8, "cpu", 2)


def test_batches_come_from_the_head_and_keep_their_pixel(tiny_capture):
    chosen, _, _ = prepared(tiny_capture)
    pool = PixelPool(chosen, 3, "cpu", 0.12, 0.12)
    batch = pool.draw(400, torch.Generator().manual_seed(0))
    assert batch.inside.mean() > 0.6
    for k in range(0, 400, 37):
        col, row = (batch.px[k] - 0.5).long().tolist()
        view = int(batch.view[k])
        np.testing.assert_allclose(batch.rgb[k].numpy(), chosen.linear(view)[row, col], atol=1e-5)
        assert bool(batch.inside[k]) == bool(chosen.labels[view, row, col] & HEAD)


def test_every_pixel_of_the_head_is_drawn_once_before_any_comes_again(make_capture):
    chosen, _, _ = prepared(make_capture("sphere", eyes=True), 2)
    pool = PixelPool(chosen, 3, "cpu", 0.25, 0.25, seed=5)
    other = PixelPool(chosen, 3, "cpu", 0.25, 0.25, seed=6)
    n_pixels, n_eyes = len(pool.pool), len(pool.eyes)
    assert sorted(pool.pool.tolist()) == sorted(other.pool.tolist()) != pool.pool.tolist()
    assert pool.pool.tolist() != other.pool.tolist()
    seen = {"head": [], "eyes": []}

    def drawn(step: int) -> list[int]:
        pool.step.fill_(step)
        batch = pool.draw(64, torch.Generator().manual_seed(step))
        size = pool.height * pool.width
        flat = (batch.px - 0.5).long() @ torch.tensor([1, pool.width]) + batch.view * size
        return flat.tolist()

    for step in range(n_pixels // 32 + 1):  # a batch of 64: 32 of the head, 16 of the eyes
        pixels = drawn(step)
        seen["head"] += pixels[:32]
        seen["eyes"] += pixels[48:]
    assert sorted(seen["head"][:n_pixels]) == sorted(pool.pool.tolist())
    assert sorted(seen["eyes"][:n_eyes]) == sorted(pool.eyes.tolist())
    assert drawn(1)[:32] == seen["head"][32:64]  # a step's pixels follow from its number
    assert PixelPool(chosen, 3, "cpu", 0.25, 0.25, None).pool.tolist() == sorted(
        seen["head"][:n_pixels]
    )


def test_eyes_and_hair_are_not_held_to_the_skins_gloss(make_capture):
    chosen, _, _ = prepared(make_capture("sphere", eyes=True), 2)
    chosen.specular_bfm = np.full(chosen.labels.shape, 90, np.uint8)
    chosen.specular_bfm[:, :, :3] = 0  # the fitted model knows nothing there
    batch = PixelPool(chosen, 3, "cpu", 0.12, 0.12).draw(3000, torch.Generator().manual_seed(0))
    eyes, unknown = (batch.left + batch.right) > 0, batch.px[:, 0] < 3
    skin = (batch.inside > 0) & (batch.hair == 0) & ~eyes & ~unknown
    assert eyes.sum() > 100 and unknown.sum() > 30
    assert not batch.has_prior[eyes].any() and not batch.has_prior[batch.hair > 0].any()
    assert not batch.has_prior[unknown].any() and batch.has_prior[skin].all()


def test_training_learns(tiny_capture, tmp_path):
    chosen, heldout, settings = prepared(
        tiny_capture, 1, "train.max_steps=120", "train.milestones=[80]", "train.vis_freq=10"
    )
    result = train(chosen, settings, 1, tmp_path)
    assert result.curves["step"] == list(range(10, 130, 10))
    photo = result.curves["photo"]  # of 32 pixels, other ones each time
    assert np.mean(photo[-4:]) < 0.6 * np.mean(photo[:4])
    scores = score(result.scene, result.cache, chosen, heldout, settings, tmp_path)
    assert scores["mask_iou"] > 0.7 and set(scores["frames"]) == set(heldout.names)
    assert scores["photo_px"] == [heldout.cameras.width, heldout.cameras.height]
    assert read_status(tmp_path) is None  # it counted the photos, and is done
    assert all((tmp_path / "heldout" / f"{name}.png").is_file() for name in heldout.names)


@pytest.mark.parametrize("stage", [1, 2])
def test_kill_and_resume_give_the_same_result(make_capture, tmp_path, stage):
    capture = make_capture("sphere", eyes=True)
    chosen, _, settings = prepared(capture, stage)
    eyes = EYES if stage == 2 else None
    whole = train(chosen, settings, stage, tmp_path / "whole", eyeballs=eyes)

    def kill(step, scalars, trainer):
        if step == 6:
            raise Killed

    with pytest.raises(Killed):
        train(chosen, settings, stage, tmp_path / "killed", on_progress=kill, eyeballs=eyes)
    resumed = train(chosen, settings, stage, tmp_path / "killed", eyeballs=eyes)
    for name, value in whole.scene.state_dict().items():
        assert torch.equal(value, resumed.scene.state_dict()[name]), name
    assert whole.curves["photo"] == resumed.curves["photo"]


def test_a_checkpoint_cut_short_is_told_kept_and_trained_anew(tiny_capture, tmp_path, capsys):
    chosen, _, settings = prepared(tiny_capture)
    whole = train(chosen, settings, 1, tmp_path / "whole" / "stage1")
    path = tmp_path / "cut" / "stage1" / "checkpoint.pt"
    path.parent.mkdir(parents=True)
    half = (tmp_path / "whole/stage1/checkpoint.pt").read_bytes()
    half = half[: len(half) // 2]
    path.write_bytes(half)
    again = train(chosen, settings, 1, path.parent)
    printed = capsys.readouterr().out
    assert "checkpoint.pt is cut short" in printed and "training starts anew" in printed
    assert (tmp_path / "cut/runs/earlier-1/stage1/checkpoint.pt").read_bytes() == half
    assert again.steps_run == again.steps == settings.train.max_steps
    for name, value in whole.scene.state_dict().items():
        assert torch.equal(value, again.scene.state_dict()[name]), name


def test_a_kill_in_the_middle_of_writing_leaves_the_checkpoint_before(
    tiny_capture, tmp_path, monkeypatch
):
    chosen, _, settings = prepared(tiny_capture)
    settings.train.save_freq = 4
    whole = train(chosen, settings, 1, tmp_path / "whole" / "stage1")
    save, calls = torch.save, []

    def cut(payload, file):
        calls.append(payload["step"])
        if len(calls) == 2:
            Path(file).write_bytes(b"half")
            raise Killed
        save(payload, file)

    monkeypatch.setattr(torch, "save", cut)
    with pytest.raises(Killed):
        train(chosen, settings, 1, tmp_path / "killed" / "stage1")
    kept = load_checkpoint(tmp_path / "killed/stage1/checkpoint.pt", "stage1")
    assert kept["step"] == calls[0] == 4 and calls[1] == 8
    monkeypatch.undo()
    again = train(chosen, settings, 1, tmp_path / "killed" / "stage1")
    assert again.steps_run == again.steps - 4
    for name, value in whole.scene.state_dict().items():
        assert torch.equal(value, again.scene.state_dict()[name]), name


def test_every_earlier_run_is_kept_and_training_starts_anew(tiny_capture, tmp_path, capsys):
    chosen, _, settings = prepared(tiny_capture)
    folder, before = tmp_path / "stage1", []
    for weight in (0.1, 0.2, 0.3):
        settings.loss.w_mask = weight
        assert train(chosen, settings, 1, folder).steps == settings.train.max_steps
        before.append((folder / "checkpoint.pt").read_bytes())
    printed = capsys.readouterr().out
    assert printed.count("of other loss.w_mask; it is kept in") == 2
    runs = [tmp_path / f"runs/earlier-{n}/stage1" for n in (1, 2)]
    assert [(run / "checkpoint.pt").read_bytes() for run in runs] == before[:2]
    assert all((run / "curves.json").is_file() for run in runs)
    assert (folder / "checkpoint.pt").read_bytes() == before[2]


def test_a_result_says_how_many_steps_were_taken_now(tiny_capture, tmp_path, capsys):
    chosen, _, settings = prepared(tiny_capture)
    whole = train(chosen, settings, 1, tmp_path / "stage1")
    assert (whole.steps_run, whole.steps) == (9, 9) and whole.describe().startswith("9 steps in")
    capsys.readouterr()
    again = train(chosen, settings, 1, tmp_path / "stage1")
    assert "loaded a finished training, 0 steps run: " in capsys.readouterr().out
    assert again.describe() == f"0 steps run now; when it was trained: {whole.describe()}"


@pytest.mark.parametrize("what", ["level", "drops"])
def test_a_schedule_derived_from_settings_decides_a_training(
    tiny_capture, tmp_path, capsys, monkeypatch, what
):
    chosen, _, settings = prepared(tiny_capture)
    train(chosen, settings, 1, tmp_path / "stage1")
    other = {"level": lambda train, step: 2, "drops": lambda train: [5]}[what]
    monkeypatch.setattr(Train, what, other)
    assert train(chosen, settings, 1, tmp_path / "stage1").steps_run == 9
    assert "of other schedule of levels and rates; it is kept in" in capsys.readouterr().out


def test_the_code_of_the_first_shape_decides_a_training():
    assert {"lib.capture.hull", "lib.train.first_shape"} <= code_digests(
        ["lib.train.loop"], NO_MATTER
    ).keys()


@pytest.mark.parametrize("stage", [1, 2])
def test_a_checkpoint_of_an_older_program_is_kept_and_training_starts_anew(
    make_capture, tmp_path, capsys, stage
):
    chosen, _, settings = prepared(make_capture(eyes=True), stage)
    path, eyes = tmp_path / f"stage{stage}/checkpoint.pt", EYES if stage == 2 else None
    path.parent.mkdir()
    settings_then = {"train": {"radiance_until": 0.0, "fuse_from": 20000}}  # keys that are gone
    old = {"kind": f"stage{stage}", "version": 2, "step": 9, "settings": settings_then}
    torch.save(old, path)
    with pytest.raises(
        WorkspaceError, match=r"found \('stage.', 2\); repeat the step that wrote it"
    ):
        load_scene(path, stage)
    assert train(chosen, settings, stage, path.parent, eyeballs=eyes).steps_run == 9
    assert "of other versions of the program; it is kept in" in capsys.readouterr().out
    kept = tmp_path / f"runs/earlier-1/stage{stage}/checkpoint.pt"
    assert torch.load(kept, weights_only=True)["version"] == 2


@pytest.mark.parametrize("begun", [4, 9])
def test_a_changed_loss_is_trained_on(tiny_capture, tmp_path, capsys, monkeypatch, begun):
    """As a researcher does it in a notebook: `losses.photo = mine`, after 4 of 9 steps or all."""

    def stop(step, scalars, trainer):
        if step > begun:
            raise Killed

    chosen, _, settings = prepared(tiny_capture)
    with pytest.raises(Killed) if begun < 9 else contextlib.nullcontext():
        train(chosen, settings, 1, tmp_path / "stage1", on_progress=stop)
    old = load_checkpoint(tmp_path / "stage1/checkpoint.pt", "stage1")
    assert old["step"] == begun - begun % 4 if begun < 9 else 9
    scale = 0.5
    monkeypatch.setattr(
        losses, "photo", lambda rgb, target, floor: scale * (rgb - target).abs().mean()
    )
    monkeypatch.setattr(losses, "eikonal", losses.eikonal)  # the same again: not a change
    capsys.readouterr()
    steps = []
    for _ in range(2):
        train(chosen, settings, 1, tmp_path / "stage1", on_progress=lambda n, *_: steps.append(n))
    printed = capsys.readouterr().out
    assert "of other code (lib.train.losses); it is kept in" in printed
    assert "lib.train.losses.photo is not what its file says" in printed
    assert "lib.train.losses.eikonal" not in printed
    assert "going on" not in printed and printed.count("loaded a finished training, 0 steps") == 1
    assert steps == [2, 4, 6, 8, 9]  # all of them, once
    kept = load_checkpoint(tmp_path / "runs/earlier-1/stage1/checkpoint.pt", "stage1")
    assert all(torch.equal(kept["scene"][name], value) for name, value in old["scene"].items())
    scale = 0.7  # what the new loss takes from around it
    train(chosen, settings, 1, tmp_path / "stage1")
    assert "it is kept in" in capsys.readouterr().out


def test_lids_are_drawn_as_often_as_the_eyes_they_frame(make_capture):
    chosen, _, _ = prepared(make_capture("sphere", eyes=True), 2)
    pool, (height, width) = PixelPool(chosen, 3, "cpu", 0.12, 0.12), chosen.labels.shape[1:]
    near = np.zeros(chosen.labels.shape, bool)
    near.reshape(-1)[pool.eyes.numpy()] = True
    eyes = (chosen.labels & (LEFT_EYE | RIGHT_EYE)) > 0
    seen = eyes.any(axis=(1, 2))
    assert len(pool.eyes) == near.sum() and seen.any() and not near[~seen].any()
    rim = cv2.dilate(eyes[seen][0].astype(np.uint8), np.ones((3, 3))) > 0
    assert near[seen][0][rim].all() and near.sum() < 0.5 * len(chosen) * height * width


def test_what_the_first_training_never_reads_may_change(tiny_capture, tmp_path, capsys):
    chosen, _, settings = prepared(tiny_capture)
    whole = train(chosen, settings, 1, tmp_path)
    settings.data.eyes, settings.data.eyeball_max_size, settings.loss.w_ldm, settings.data.beta = (
        "none",
        0.12,
        1.0,
        0.2,
    )
    assert train(chosen, settings, 1, tmp_path).seconds == whole.seconds
    assert "anew" not in capsys.readouterr().out


def test_other_eyes_are_trained_anew_and_the_checkpoint_holds_them(make_capture, tmp_path, capsys):
    chosen, _, settings = prepared(make_capture("sphere", eyes=True), 2)
    train(chosen, settings, 2, tmp_path, eyeballs=EYES)
    train(chosen, settings, 2, tmp_path, eyeballs=EYES)
    assert "anew" not in capsys.readouterr().out
    moved = replace(EYES, centers=[[0.21, -0.1, -0.5], EYES.centers[1]])
    train(chosen, settings, 2, tmp_path, eyeballs=moved)
    assert "eyes" in capsys.readouterr().out
    assert load_checkpoint(tmp_path / "checkpoint.pt", "stage2")["eyeballs"] == asdict(moved)
    found = load_scene(tmp_path / "checkpoint.pt", 2).eyeballs.centers.detach().numpy()
    assert np.abs(found - np.array(moved.centers)).max() < 0.02


def test_the_second_training_wants_eyeballs_and_the_first_none(tiny_capture):
    chosen, _, settings = prepared(tiny_capture)
    for stage, eyes in ((1, EYES), (2, None)):
        with pytest.raises(ValueError, match="eyeballs for stage 2 alone"):
            Trainer(chosen, settings, stage, "cpu", eyes)


def test_a_changed_mask_is_trained_on(tiny_capture, tmp_path, capsys):
    chosen, _, settings = prepared(tiny_capture)
    train(chosen, settings, 1, tmp_path / "stage1")
    chosen.labels[0, 0, 0] ^= HEAD
    train(chosen, settings, 1, tmp_path / "stage1")
    assert "photos, masks or cameras" in capsys.readouterr().out


def test_how_often_to_save_may_change(tiny_capture, tmp_path):
    chosen, _, settings = prepared(tiny_capture)
    whole = train(chosen, settings, 1, tmp_path)
    settings.train.save_freq = 2
    assert (
        train(chosen, settings, 1, tmp_path).seconds == whole.seconds
    )  # nothing was trained again


def test_a_training_that_diverges_stops_and_keeps_the_last_good_checkpoint(tiny_capture, tmp_path):
    views, _, settings = prepared(
        tiny_capture, 1, "train.max_steps=20", "train.save_freq=5", "train.vis_freq=3"
    )

    def spoil(step, scalars, trainer):
        if step == 12:
            trainer.scene.light.sh_coeffs.data.fill_(torch.nan)

    with pytest.raises(
        FloatingPointError, match=r"diverged: .*photo.*sh_coeffs.* at step 15; .*checkpoint.pt .*lr"
    ):
        train(views, settings, 1, tmp_path, on_progress=spoil)
    state = load_checkpoint(tmp_path / "checkpoint.pt", "stage1")
    assert state["step"] == 10 and all(value.isfinite().all() for value in state["scene"].values())


def test_no_position_reaches_beyond_the_table(tiny_capture):
    # A field that is spoilt places its samples anywhere: what a kernel does with those must not end
    # the process.
    settings = prepared(tiny_capture)[2]
    grid = Trainer(prepared(tiny_capture)[0], settings, 1, "cpu").scene.face.residual.grid
    x = torch.tensor([[torch.nan, 0, 0], [torch.inf, 0, 0], [-torch.inf, torch.nan, 9.0]])
    guarded = torch.zeros(3 * len(grid.table), grid.table.shape[1])
    middle = guarded[len(grid.table) : 2 * len(grid.table)]
    features = numba_encoding.forward(x, middle, grid.spec, 3, False)
    assert not features.any()
    numba_encoding._backward(
        numba_encoding._finite(x),
        np.ones(features.shape, np.float32),
        *numba_encoding._layout(grid.spec),
        3,
        middle.numpy(),
        (0,) * middle.shape[1],
    )
    assert (
        not guarded[: len(grid.table)].any()
        and not guarded[2 * len(grid.table) :].any()
        and middle.any()
    )


def test_a_scene_is_made_and_loaded_without_touching_the_callers_chance(tiny_capture, tmp_path):
    chosen, _, settings = prepared(tiny_capture)
    train(chosen, settings, 1, tmp_path)
    torch.manual_seed(5)
    expected = torch.rand(4)
    torch.manual_seed(5)
    load_scene(tmp_path / "checkpoint.pt", 1)
    assert torch.equal(torch.rand(4), expected)


def test_chance_is_a_function_of_the_step(tiny_capture):
    """A restored training goes on with the pixels that the unbroken one draws."""
    views, _, settings = prepared(tiny_capture, 1, "train.max_steps=4")
    unbroken = Trainer(views, settings, 1, "cpu")
    unbroken.advance()
    again = Trainer(views, settings, 1, "cpu")
    again.restore(unbroken.state())
    again.generator.manual_seed(99)
    first, second = unbroken.advance(), again.advance()
    assert {name: float(value) for name, value in first.items()} == pytest.approx(
        {name: float(value) for name, value in second.items()}, rel=1e-5
    )
    third = unbroken.advance()
    assert float(third["photo"]) != float(first["photo"])
    assert (int(unbroken.pixels.step), int(again.pixels.step)) == (2, 1)  # counted from 0
    settings.train.seed += 1
    assert not torch.equal(Trainer(views, settings, 1, "cpu").pixels.pool, again.pixels.pool)


def test_a_centre_that_highlights_showed_is_held(make_capture):
    chosen, _, settings = prepared(make_capture("sphere", eyes=True), 2)
    trainer = Trainer(chosen, settings, 2, "cpu", EYES)
    trainer.cache.refresh(trainer.scene)
    with torch.no_grad():
        trainer.scene.eyeballs.centers += 0.03
    term = trainer.terms(trainer.pixels.draw(32, trainer.generator), trainer.noise())["centers"]
    # Left: 3 * 0.03^2 / (2 * 0.01), the right one was not seen; their mean.
    assert float(term.detach()) == pytest.approx(settings.loss.w_ldm * 0.135 / 2, rel=1e-3)
    free = Trainer(chosen, settings, 2, "cpu", replace(EYES, center_sd=(None, None)))
    free.cache.refresh(free.scene)
    assert "centers" not in free.terms(free.pixels.draw(32, free.generator), free.noise())


def test_eyeballs_are_held_alike(make_capture):
    chosen, _, settings = prepared(make_capture("sphere", eyes=True), 2)
    marks = [[[x + 0.02, 0.0, -0.5], [x - 0.02, 0.0, -0.5]] for x in (0.2, -0.2)]
    start = EyeballStart([[0.2, 0.0, -0.42], [-0.2, 0.0, -0.42]], 0.1, tuple(marks))
    trainer = Trainer(chosen, settings, 2, "cpu", start)
    trainer.cache.refresh(trainer.scene)
    drawn = trainer.pixels.draw(32, trainer.generator), trainer.noise()

    def moved(left, right):
        with torch.no_grad():
            trainer.scene.eyeballs.centers.copy_(torch.tensor(start.centers))
            trainer.scene.eyeballs.centers += torch.tensor([left, right])
        return float(trainer.terms(*drawn)["alike_eyes"].detach()) / settings.loss.w_ldm

    assert moved([0.0, 0.0, 0.0], [0.0, 0.0, 0.0]) == pytest.approx(0.0, abs=1e-9)
    # Both down, and one to the side: still alike.
    assert moved([0.01, 0.02, 0.0], [0.0, 0.02, 0.0]) == pytest.approx(0.0, abs=1e-9)
    # One up, one down, by 0.01: 0.02^2 / (2 * 0.08 * 0.1).
    assert moved([0.03, 0.01, 0.0], [0.0, -0.01, 0.0]) == pytest.approx(0.025, rel=1e-4)
    free = Trainer(chosen, settings, 2, "cpu", replace(start, landmarks=((), ())))
    assert free.fronts is None


def test_a_loss_of_ones_own_is_a_function_and_a_line(tiny_capture, tmp_path, monkeypatch):
    def bright(albedo):
        return (1.0 - albedo).mean()

    chosen, _, settings = prepared(tiny_capture, 1, "train.max_steps=40", "train.vis_freq=4")
    plain = train(chosen, settings, 1, tmp_path / "plain")
    term = losses.Term("bright", 20.0, lambda s: bright(s.out.albedo))
    monkeypatch.setattr(losses, "TERMS", [*losses.TERMS, term])
    own = train(chosen, settings, 1, tmp_path / "own")
    codes = [
        load_checkpoint(tmp_path / name / "checkpoint.pt", "stage1")["code"]
        for name in ("plain", "own")
    ]
    assert {name for name in codes[0] if codes[0][name] != codes[1][name]} == {"lib.train.losses"}
    assert "bright" not in plain.curves
    assert own.curves["bright"][-1] < 0.5 * own.curves["bright"][0]
    assert own.curves["photo"][-1] > plain.curves["photo"][-1]  # it pulls the albedo too far
    total = sum(own.curves[name][3] for name in own.curves if name not in ("step", "beta", "total"))
    assert own.curves["total"][3] == pytest.approx(total, rel=1e-4)


def test_the_loss_of_the_photo_may_have_another_name(tiny_capture, tmp_path, monkeypatch):
    chosen, _, settings = prepared(tiny_capture, 1, "train.max_steps=4", "train.vis_freq=2")
    own = losses.TERMS[0]._replace(name="own")
    monkeypatch.setattr(losses, "TERMS", [own, *losses.TERMS[1:]])
    told = []
    monkeypatch.setattr(loop, "write_status", lambda *values: told.append(values[-1]))
    result = train(chosen, settings, 1, tmp_path / "own")
    assert len(result.curves["own"]) == 2 and told == result.curves["total"]


def test_rates_and_beta_follow_their_schedules(tiny_capture):
    chosen, _, settings = prepared(tiny_capture)
    trainer = Trainer(chosen, settings, 1, "cpu")
    train = settings.train
    rates = [part_of_rate("material", step, train) for step in range(8)]
    assert rates[:3] == [0.5, 1.0, 1.0] and rates[6] == pytest.approx(0.33)
    assert part_of_rate("face", 0, train) == pytest.approx(0.5 / 3)  # the shape warms up for longer
    poses = [part_of_rate("poses", step, train) for step in range(train.max_steps)]
    assert not any(poses[:3]) and all(poses[3:])  # and poses wait for a shape
    assert trainer.beta() == pytest.approx(settings.train.beta_first)
    trainer.step = 9
    assert trainer.beta() == pytest.approx(settings.train.beta_last)


def test_poses_are_fitted_and_leave_the_world_where_it_is(tiny_capture):
    chosen, _, settings = prepared(tiny_capture)
    settings.light.fit_pose = True
    trainer = Trainer(chosen, settings, 1, "cpu")
    for step in range(settings.train.max_steps):
        trainer.advance()
        asked = trainer.scene.light.pose.grad is not None
        assert asked == (step >= 3)  # of 9: no work for a gradient that moves nothing
    pose = trainer.scene.light.pose.detach().view(-1)
    assert 0.0 < float(pose.abs().max()) < 1e-3
    assert float((trainer.motions.T @ pose).abs().max()) < 1e-3 * float(pose.norm())


class _NoNumbersFromTheHost(TorchDispatchMode):
    """Refuses tensors that are made from Python's numbers: a CUDA graph cannot hold that copy."""

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        made = func is torch.ops.aten.lift_fresh.default and args[0].numel() > 1
        assert not made, "torch.tensor(...) in a step"
        return func(*args, **(kwargs or {}))


def test_roughness_alike_counts_on_skin_where_it_is_asked_for(make_capture):
    chosen, _, settings = prepared(make_capture("sphere", eyes=True), 2)
    trainer = Trainer(chosen, settings, 2, "cpu", EYES)
    trainer.cache.refresh(trainer.scene)
    batch, noise = trainer.pixels.draw(32, trainer.generator), trainer.noise()
    assert settings.loss.w_alike_gloss == 0 and "alike_gloss" not in trainer.terms(batch, noise)
    settings.loss.w_alike_gloss = 0.5
    assert float(trainer.terms(batch, noise)["alike_gloss"].detach()) > 0
    nothing = batch._replace(inside=torch.zeros_like(batch.inside))
    eyes = batch._replace(left=torch.ones_like(batch.left))
    hair = batch._replace(hair=torch.ones_like(batch.hair))
    for other in (nothing, eyes, hair):
        assert float(trainer.terms(other, noise)["alike_gloss"].detach()) == 0


def test_a_cuda_graph_could_hold_a_step(make_capture):
    more = ["loss.w_alike_gloss=0.03", "light.bounce=0.15"]
    chosen, _, settings = prepared(make_capture(eyes=True), 2, *more)
    assert settings.light.bounce > 0
    trainer = Trainer(chosen, settings, 2, "cpu", EYES)
    with torch.no_grad(), _NoNumbersFromTheHost():
        batch = trainer.pixels.draw(settings.renderer.max_num_ray, trainer.generator)
        trainer.terms(batch, trainer.noise(), fit_poses=True)
    with pytest.raises(AssertionError, match="in a step"), _NoNumbersFromTheHost():
        torch.tensor([1.0, 2.0])


def test_psnr_by_hand():
    image, where = np.full((2, 2, 3), 0.6), np.array([[True, True], [False, False]])
    reference = np.full((2, 2, 3), 0.5)
    reference[1] = 0.0  # outside `where`
    assert psnr(image, reference, where) == pytest.approx(-10 * math.log10(0.01))


def test_the_nearest_view_lends_its_occlusion():
    poses = np.stack([np.eye(4)] * 3)
    poses[:, 0, 3] = [0.0, 2.0, 5.0]
    wanted = np.eye(4)
    wanted[0, 3] = 2.9
    assert nearest_view(wanted, poses) == 1


def test_shares_of_a_batch_and_the_tone_come_from_the_settings(make_capture):
    more = ["train.eye_share=0.5", "train.background_share=0.25", "loss.tone_floor=0.3"]
    chosen, _, settings = prepared(make_capture("sphere", eyes=True), 2, *more)
    trainer = Trainer(chosen, settings, 2, "cpu", EYES)
    about_eyes = torch.zeros(len(trainer.pixels.labels), dtype=torch.bool)
    about_eyes[trainer.pixels.eyes] = True
    batch = trainer.pixels.draw(400, trainer.generator)
    height, width = trainer.pixels.height, trainer.pixels.width
    column, row = (batch.px - 0.5).long().unbind(-1)
    index = (batch.view * height + row) * width + column
    assert about_eyes[index[200:]].all() and not about_eyes[index[:200]].all()
    assert not bool(batch.inside[100:200].all())  # of the whole frame
    trainer.cache.refresh(trainer.scene)
    drawn, noise = trainer.pixels.draw(32, trainer.generator), trainer.noise()
    flat = float(trainer.terms(drawn, noise)["photo"].detach())
    settings.loss.tone_floor = 0.01
    assert flat < 0.9 * float(trainer.terms(drawn, noise)["photo"].detach())


def test_speeds_come_from_the_settings(tiny_capture):
    more = [
        "train.lr_flash=2.0",
        "train.lr_drop=0.5",
        "train.shape_warmup=1",
        "light.fit_gain=true",
    ]
    chosen, _, settings = prepared(tiny_capture, 1, *more, "train.poses_from=0.5")
    groups = {g["name"]: g for g in Trainer(chosen, settings, 1, "cpu").optimizer.param_groups}
    assert groups["flash"]["base_lr"] == pytest.approx(2.0 * settings.train.lr)
    assert part_of_rate("face", 0, settings.train) == 0.5  # half of a warm-up of two steps
    assert part_of_rate("material", 6, settings.train) == 0.5
    assert (
        part_of_rate("poses", 4, settings.train) == 0.0 < part_of_rate("poses", 5, settings.train)
    )


def test_a_share_of_a_batch_shows_what_is_behind_the_head(tiny_capture):
    chosen, _, _ = prepared(tiny_capture)
    beside = 1 - float(((chosen.labels & HEAD) > 0).mean())
    assert beside > 0.3
    for share in (0.0, 0.5):
        pool = PixelPool(chosen, 1, "cpu", share, 0.0)
        batch = pool.draw(4000, torch.Generator().manual_seed(0))
        assert float((batch.inside == 0).float().mean()) == pytest.approx(share * beside, abs=0.03)
