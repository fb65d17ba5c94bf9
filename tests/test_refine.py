"""The last phase on spheres of known texture: what is seen, what is learned, what stays, and what a
kill leaves.
"""

from __future__ import annotations

import copy
import math
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from conftest import camera_ring
from test_raster import StandIn

from lib.capture.cameras import Cameras
from lib.capture.views import HEAD, LEFT_EYE, RIGHT_EYE, Views
from lib.fields.scene import Scene, load_scene, make_scene
from lib.fields.shape import EyeballStart
from lib.render import raster, shading
from lib.render.raster import rasterize
from lib.train import losses
from lib.train.loop import Trainer, train
from lib.train.refine import Refiner, refine
from lib.train.surfaces import ViewPoints, VisiblePoints, _outline
from lib.workbook.config import Settings
from lib.workbook.workspace import load_checkpoint, save_checkpoint

N, RADIUS, INTENSITY = 9, 0.5, 40.0
BALLS = [
    ([0.0, 0.0, 0.0], RADIUS),
    ([0.2, -0.1, -0.45], 0.12),
    ([-0.2, -0.1, -0.45], 0.12),
]  # face, left, right
EYES = EyeballStart([BALLS[1][0], BALLS[2][0]], 0.12)
PARTS = [HEAD, HEAD | LEFT_EYE, HEAD | RIGHT_EYE, 0]  # of a pixel that shows them, or nothing
GLOSS = [
    (0.5, 0.4),
    (0.2, 0.2),
    (0.2, 0.2),
]  # specular and roughness: where an untrained scene starts
SHAPE = ("face.", "eyeballs.", "beta", "light.offset", "light.pose")


class Killed(Exception):
    """Stands for a kill signal in the middle of a refinement."""


def settings_of(n_steps: int) -> Settings:
    s = Settings()
    s.network.num_levels, s.network.max_resolution, s.network.log2_table_size, s.network.width = (
        4,
        48,
        13,
        16,
    )
    s.light.intensity, s.light.color, s.data.sh_scale = INTENSITY, [1.0, 1.0, 1.0], 0.0
    s.renderer.sample_batch_size, s.renderer.max_num_ray, s.renderer.cache_resolution = 8192, 64, 12
    s.train.mesh_render, s.train.mesh_render_iter, s.train.vis_freq, s.train.lr_material = (
        True,
        n_steps,
        2,
        15.0,
    )
    s.train.max_steps, s.train.start = 1, "sphere"
    return s


def round_face(scene: Scene) -> Scene:
    """The scene with its face the sphere of BALLS, exactly."""
    with torch.no_grad():
        scene.face.residual.network.gains[-1].zero_()
    return scene


def texture(x: np.ndarray) -> np.ndarray:
    """True albedo at x (..., 3): stripes of +-0.25 about 0.5, which an untrained material is
    everywhere.
    """
    return 0.5 + 0.25 * np.sin(9.0 * x + [0.0, 1.0, 2.0])


def hits(cameras: Cameras, i: int, balls: list) -> tuple[np.ndarray, np.ndarray]:
    """Nearest points (H, W, 3) on spheres along a camera's rays, and on which (H, W); -1: none."""
    px = (
        np.stack(np.meshgrid(np.arange(cameras.width), np.arange(cameras.height)), -1).reshape(
            -1, 2
        )
        + 0.5
    )
    origin, dirs = cameras.rays(i, px)
    best, which = np.full(len(px), np.inf), np.full(len(px), -1)
    for k, (center, radius) in enumerate(balls):
        along = ((center - origin) * dirs).sum(1)
        root = along**2 - ((center - origin) ** 2).sum(1) + radius**2
        t = np.where(root > 0, along - np.sqrt(np.maximum(root, 0)), np.inf)
        which[t < best] = k
        best = np.minimum(best, t)
    points = origin + np.where(which >= 0, best, 0)[:, None] * dirs
    return points.reshape(cameras.height, cameras.width, 3), which.reshape(
        cameras.height, cameras.width
    )


def photos(
    n_balls: int,
    size: tuple[int, int] = (80, 72),
    offset: tuple[float, float, float] = (0.0, 0.0, 0.0),
    gain: np.ndarray | None = None,
) -> Views:
    """Photos of BALLS under a flash, by rays: nothing of them comes from what is tested.

    offset: of the flash from the lens, in the camera's frame. gain (N,): its strength in a photo.
    """
    gain = np.ones(N) if gain is None else gain
    height, width = size
    focal = 1.25 * height * 4.0 / (4 * RADIUS)
    k = np.array([[focal, 0, width / 2], [0, focal, height / 2], [0, 0, 1.0]])
    cameras = Cameras([f"{i:05d}" for i in range(N)], camera_ring(N), k, width, height, np.zeros(4))
    images, labels = np.zeros((N, *size, 3), np.uint8), np.zeros((N, *size), np.uint8)
    for i in range(N):
        x, which = hits(cameras, i, BALLS[:n_balls])
        center, radius = (np.array([ball[k] for ball in BALLS]) for k in (0, 1))
        gloss, eye = np.array(GLOSS)[which], np.broadcast_to(cameras.c2w[i, :3, 3], x.shape)
        flash = eye + cameras.c2w[i, :3, :3] @ np.array(offset)
        values = (
            texture(x),
            gloss[..., :1],
            gloss[..., 1:],
            (x - center[which]) / radius[which][..., None],
            x,
            eye,
            flash,
        )
        lit = shading.point_light(
            *(torch.as_tensor(np.array(v)) for v in values), torch.tensor(INTENSITY * gain[i])
        )
        linear = sum(lit).numpy() * (which >= 0)[..., None]
        images[i] = np.round(255 * np.clip(linear, 0, 1) ** (1 / 2.2))
        labels[i] = np.array(PARTS)[which]
    return Views(cameras, images, labels, None, 2.2, False, n_balls > 1)


def surfaces_of(scene: Scene, views: Views, **options) -> VisiblePoints:
    return VisiblePoints(
        scene,
        views,
        torch.as_tensor(views.cameras.c2w, dtype=torch.float32, device=scene.beta.device),
        **options,
    )


@pytest.fixture(scope="module")
def two_views() -> dict[int, Views]:
    """Photos by stage."""
    return {1: photos(1), 2: photos(3)}


@pytest.fixture
def trained(two_views, tmp_path):
    """Makes (views, settings, folder) with the checkpoint of a training of one step, which learned
    nothing.
    """

    def make(stage: int, n_steps: int) -> tuple[Views, Settings, Path]:
        settings = settings_of(n_steps)
        trainer = Trainer(two_views[stage], settings, stage, "cpu", EYES if stage == 2 else None)
        round_face(trainer.scene)
        trainer.step = 1
        folder = tmp_path / "subject" / f"stage{stage}"
        folder.mkdir(parents=True)
        save_checkpoint(folder / "checkpoint.pt", trainer.state())
        return two_views[stage], settings, folder

    return make


def test_points_are_on_the_rays_and_on_the_surface_however_coarse_the_mesh(two_views):
    views = two_views[2]
    scene = round_face(make_scene(settings_of(1), N, "cpu", EYES))
    for resolution in (24, 96):
        surfaces = surfaces_of(scene, views, resolution=resolution)
        for i in (0, N // 2):
            expected, which = hits(views.cameras, i, BALLS)
            points, sure = (x.numpy() for x in as_picture(surfaces[i]))
            rows = surfaces[i].row.numpy()[sure]
            assert sure.sum() > 0.5 * (which >= 0).sum()
            np.testing.assert_array_equal(surfaces[i].owner.numpy()[rows], which[sure])
            np.testing.assert_allclose(points[sure], expected[sure], atol=2e-4)
            center, radius = (np.array([ball[k] for ball in BALLS])[which[sure]] for k in (0, 1))
            np.testing.assert_allclose(
                surfaces[i].normal.numpy()[rows],
                (expected[sure] - center) / radius[:, None],
                atol=2e-3,
            )


def test_outlines_are_left_out(two_views):
    views = two_views[2]
    surfaces = surfaces_of(
        round_face(make_scene(settings_of(1), N, "cpu", EYES)), views, resolution=96
    )
    for i in range(N):
        _, which = hits(views.cameras, i, BALLS)
        most, least = (
            change(which.astype(np.int16), np.ones((3, 3))) for change in (cv2.dilate, cv2.erode)
        )
        different, sure = most != least, as_picture(surfaces[i])[1].numpy()
        assert different.sum() > 100 and not (sure & different).any()
        inner = cv2.erode((~different & (which == 0)).astype(np.uint8), np.ones((9, 9))) > 0
        assert sure[inner].mean() > 0.95  # all but what is seen at a grazing angle


def test_an_eye_that_is_elsewhere_in_the_photo_is_not_painted_on(two_views):
    views = copy.deepcopy(two_views[2])
    views.labels[:, :, :] &= 255 ^ LEFT_EYE
    surfaces = surfaces_of(
        round_face(make_scene(settings_of(1), N, "cpu", EYES)), views, resolution=96
    )
    owners = torch.cat([surfaces[i].owner[surfaces[i].sure] for i in range(N)])
    assert (owners == 2).any() and not (owners == 1).any()


def test_a_step_of_the_surface_is_an_outline_and_a_slant_is_none():
    rows, columns = torch.meshgrid(torch.arange(12.0), torch.arange(20.0), indexing="ij")
    width, owner = torch.full((12, 20), 0.01), torch.zeros(12, 20)
    slant = torch.stack([0.01 * columns, 0.01 * rows, 0.02 * columns], -1)  # 63 degrees
    n = torch.tensor([-0.02, 0.0, 0.01])
    normal = (n / n.norm()).expand(12, 20, 3)
    assert not _outline(slant, normal, owner, width).any()
    flat, front = (
        torch.stack([0.01 * columns, 0.01 * rows, 0 * rows], -1),
        torch.tensor([0.0, 0, -1]).expand(12, 20, 3),
    )
    flat[:, 10:, 2] = 0.03  # three pixels' widths
    edge = _outline(flat, front, owner, width)
    assert edge[:, 8:12].all() and not edge[:, :8].any() and not edge[:, 12:].any()


def test_few_views_are_kept_where_there_is_no_room_for_all(two_views):
    scene = round_face(make_scene(settings_of(1), N, "cpu"))
    roomy, tight = (
        surfaces_of(scene, two_views[1], resolution=48, max_bytes=n) for n in (1 << 30, 1)
    )
    for i in (0, 1, 0):
        for a, b in zip(roomy[i], tight[i], strict=True):
            assert torch.equal(a, b)
    assert len(roomy.kept) == 2 and len(tight.kept) == 1 and roomy[0] is roomy[0]


def test_structure_by_hand():
    torch.manual_seed(0)
    patch = torch.rand(2, 3, 32, 32)
    assert float(losses.structure(patch, patch)) == pytest.approx(0.0, abs=1e-5)
    # Flat patches of 0.5 and 0.6: (2 * 0.3 + 1e-4) / (0.25 + 0.36 + 1e-4), on every level, in
    # single precision.
    flat = torch.full((1, 3, 32, 32), 0.5)
    assert float(losses.structure(flat, flat + 0.1)) == pytest.approx(1 - 0.6001 / 0.6101, abs=1e-3)
    # No likeness of patterns at all costs nearly 1; and it is a loss that can be followed downhill.
    noise = torch.rand(2, 3, 32, 32, requires_grad=True)
    value = losses.structure(noise, patch)
    value.backward()
    moved = noise.detach() - 0.5 * noise.grad / noise.grad.abs().max()
    assert 0.7 < value.item() < 1.1 and losses.structure(moved, patch).item() < value.item()
    assert float(losses.structure(patch[..., :5], patch[..., 5:10])) == 0.0  # smaller than a window


@torch.no_grad()
def albedo_error(scene: Scene, x: torch.Tensor) -> float:
    """Mean error of the face's albedo at x (M, 3)."""
    albedo, _, _ = scene.material(x, torch.zeros(len(x), dtype=torch.long))
    return float((albedo - torch.as_tensor(texture(x.numpy()))).abs().mean())


def test_the_texture_is_learned_and_the_shape_stays(trained):
    views, settings, folder = trained(2, 150)
    scene = load_scene(folder / "checkpoint.pt", 2)
    before, surfaces = copy.deepcopy(scene.state_dict()), surfaces_of(scene, views, resolution=48)
    x = torch.cat(
        [surfaces[i].points[surfaces[i].sure & (surfaces[i].owner == 0)] for i in range(N)]
    )
    # The mean of |0.25 sin| is 0.25 * 2 / pi = 0.16; a photo's byte is worth about 0.004 of albedo.
    assert albedo_error(scene, x) == pytest.approx(0.16, abs=0.02)
    n_told = []
    out = refine(scene, views, settings, folder, n_told.append)
    assert albedo_error(scene, x) < 0.016
    assert out.steps == sum(n_told) == 150 and out.curves["step"][-1] == 150
    assert out.curves["photo"][-1] < out.curves["photo"][0] / 3
    moved = {
        name for name, value in scene.state_dict().items() if not torch.equal(value, before[name])
    }
    assert not [name for name in moved if name.startswith(SHAPE)]
    assert {"eye_roughness", "material_field.field.grid.table"} <= moved
    assert all(
        torch.equal(value, scene.state_dict()[name])
        for name, value in load_scene(folder / "checkpoint.pt", 2).state_dict().items()
    )


def test_the_photo_at_an_outline_does_not_matter(trained):
    views, settings, folder = trained(2, 1)
    spoiled, settings.loss.w_lpips = copy.deepcopy(views), 0.0
    scene = load_scene(folder / "checkpoint.pt", 2)
    settings.train.mesh_render_resolution = 96
    clean = Refiner(scene, views, settings, 1)
    for i in range(N):
        unsure = ~as_picture(clean.surfaces[i])[1].numpy()
        spoiled.images[i][unsure] = 255 - spoiled.images[i][unsure]
    assert (spoiled.images != views.images).any()
    dirty = Refiner(scene, spoiled, settings, 1)
    picked = clean.pick()
    assert picked == dirty.pick() and len(picked) == clean.n_views
    for name, value in clean.terms(picked).items():
        assert torch.equal(value, dirty.terms(picked)[name]), name


def test_one_patch_in_four_lies_about_an_eye(trained):
    views, settings, folder = trained(2, 1)
    settings.train.mesh_render_resolution = 48
    refiner = Refiner(load_scene(folder / "checkpoint.pt", 2), views, settings, 1)
    assert refiner.n_patches < 4  # of one view, as with the preset quick
    size = refiner.pixels.height * refiner.pixels.width
    refiner.head = [
        torch.tensor([view * size]) for view in range(N)
    ]  # a head of one pixel, in the corner
    corners = [corner for _ in range(20) for _, some in refiner.pick() for corner in some]
    assert sum(corner != 0 for corner in corners) == len(corners) / 4


def test_without_a_sure_pixel_the_material_only_holds(trained):
    views, settings, folder = trained(1, 1)
    settings.train.mesh_render_resolution = 48
    refiner = Refiner(load_scene(folder / "checkpoint.pt", 1), views, settings, 1)
    for i in range(N):
        refiner.surfaces.kept[i] = refiner.surfaces[i]._replace(
            sure=torch.zeros_like(refiner.surfaces[i].sure)
        )
    assert {name: float(value) for name, value in refiner.advance().items()} == {"hold": 0.0}


def killed_at(step: int):
    def advance(self, advance=Refiner.advance):
        if self.step == step:
            raise Killed
        return advance(self)

    return advance


def test_a_killed_one_starts_again_and_a_finished_one_returns_at_once(trained, monkeypatch):
    views, settings, folder = trained(1, 6)
    path, stored = folder / "checkpoint.pt", (folder / "checkpoint.pt").read_bytes()
    scene = load_scene(path, 1)
    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(Refiner, "advance", killed_at(3))
        refine(scene, views, settings, folder)
    assert path.read_bytes() == stored
    whole = refine(scene, views, settings, folder)  # the scene itself was left half refined
    (folder / "other").mkdir()
    (folder / "other/checkpoint.pt").write_bytes(stored)
    other = load_scene(folder / "other/checkpoint.pt", 1)
    refine(other, views, settings, folder / "other")
    assert all(
        torch.equal(a, b)
        for a, b in zip(scene.state_dict().values(), other.state_dict().values(), strict=True)
    )
    fresh = make_scene(settings, N, "cpu")
    again = refine(fresh, views, settings, folder, pytest.fail)
    assert again == replace(whole, steps_run=0)  # not a step
    assert again.describe().startswith("loaded a finished refinement, 0 steps run")
    assert all(
        torch.equal(a, b)
        for a, b in zip(scene.state_dict().values(), fresh.state_dict().values(), strict=True)
    )


def test_other_settings_of_this_phase_keep_the_training(trained):
    views, settings, folder = trained(1, 4)
    stored = load_checkpoint(folder / "checkpoint.pt", "stage1")["scene"]
    result = train(views, settings, 1, folder)
    refine(result.scene, views, settings, folder)
    first = {name: value.clone() for name, value in result.scene.state_dict().items()}
    settings.loss.w_lpips, settings.train.mesh_render_iter = 0.5, 3
    again = train(views, settings, 1, folder)
    assert not (folder.parent / "runs").exists()
    assert all(torch.equal(value, stored[name]) for name, value in again.scene.state_dict().items())
    assert refine(again.scene, views, settings, folder).steps == 3
    assert any(
        not torch.equal(value, first[name]) for name, value in again.scene.state_dict().items()
    )
    settings.train.mesh_render = False  # and without it all is as trained
    assert refine(again.scene, views, settings, folder).steps == 0
    for scene in (again.scene, load_scene(folder / "checkpoint.pt", 1)):
        assert all(torch.equal(value, stored[name]) for name, value in scene.state_dict().items())


def test_a_refinement_that_diverges_is_told_and_not_kept(trained, monkeypatch):
    views, settings, folder = trained(1, 4)
    before, advance = (folder / "checkpoint.pt").read_bytes(), Refiner.advance

    def diverge(self):
        with torch.no_grad():
            self.scene.light.sh_coeffs += math.nan
        return advance(self)

    monkeypatch.setattr(Refiner, "advance", diverge)
    with pytest.raises(FloatingPointError, match="diverged at step .*checkpoint.pt keeps"):
        refine(load_scene(folder / "checkpoint.pt", 1), views, settings, folder)
    assert (folder / "checkpoint.pt").read_bytes() == before


def test_views_of_another_training_are_refused(trained):
    views, settings, folder = trained(1, 4)
    with pytest.raises(ValueError, match="own views"):
        refine(load_scene(folder / "checkpoint.pt", 1), views.subset([0, 1]), settings, folder)


def compare_backends(
    views: Views, scenes: list[Scene], at_least: float, mark=lambda v_pos: None
) -> None:
    """Faces, points and losses of two scenes alike but for what draws them; `mark` is told the
    second's meshes.
    """
    ours, theirs = (surfaces_of(scene, views, resolution=24) for scene in scenes)
    theirs.v_pos, theirs.t_pos_idx, theirs.owner = (
        x.to(theirs.c2w.device, copy=True) for x in (ours.v_pos, ours.t_pos_idx, ours.owner)
    )  # one mesh: rounding may move a cell's triangles into the next
    mark(theirs.v_pos)
    for i in (0, N // 2):
        faces = [
            rasterize(s.v_pos, s.t_pos_idx, s.c2w[i], s.k, views.labels[i].shape).face_id.cpu()
            for s in (ours, theirs)
        ]
        assert (faces[0] == faces[1]).float().mean() >= at_least and len(faces[0].unique()) > 300
        points, sure = zip(*(as_picture(s[i]) for s in (ours, theirs)))
        both = sure[0] & sure[1]
        assert both.sum() > 0.99 * sure[0].sum() > 500
        torch.testing.assert_close(points[1][both], points[0][both], atol=1e-3, rtol=0)
    settings = settings_of(2)
    settings.train.mesh_render_resolution = 24
    first, second = (Refiner(scene, views, settings, 2) for scene in scenes)
    mark(second.surfaces.v_pos)
    for _ in range(2):  # before and after a step
        a, b = first.advance(), second.advance()
        total = float(sum(a.values()))
        assert a.keys() == b.keys() and total > 0.1
        for name in a:
            assert float(b[name]) == pytest.approx(float(a[name]), rel=0.01, abs=1e-3 * total), name


def as_picture(seen: ViewPoints) -> tuple[torch.Tensor, torch.Tensor]:
    """Points (H, W, 3) and which are sure (H, W)."""
    row, shown = seen.row.clamp(min=0).long().cpu(), (seen.row >= 0).cpu()
    return seen.points.cpu()[row], seen.sure.cpu()[row] & shown


def test_nvdiffrasts_conventions_give_the_same_refinement(two_views, monkeypatch):
    scenes = [round_face(make_scene(settings_of(2), N, "cpu", EYES)) for _ in range(2)]
    marked = []
    monkeypatch.setattr(raster, "_nvdiffrast", lambda: StandIn)
    monkeypatch.setattr(
        raster,
        "backend",
        lambda v_pos=None: "nvdiffrast" if any(v_pos is mesh for mesh in marked) else "numba",
    )
    compare_backends(two_views[2], scenes, 0.995, marked.append)
    assert len(marked) == 2


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device")
def test_nvdiffrast_gives_the_same_refinement():
    pytest.importorskip("nvdiffrast", reason="needs nvdiffrast")
    scenes = [round_face(make_scene(settings_of(2), N, device, EYES)) for device in ("cpu", "cuda")]
    scenes[1].load_state_dict(scenes[0].state_dict())
    assert raster.backend(scenes[1].beta) == "nvdiffrast"
    compare_backends(
        photos(3, (480, 432)), scenes, 0.995
    )  # nvdiffrast snaps corners to a sixteenth of a pixel
