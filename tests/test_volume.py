"""Densities, weights and opacity against worked arithmetic; the volume against the rasterised
mesh.
"""

import math

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from lib.fields.scene import Scene, make_scene
from lib.fields.shape import Eyeballs, EyeballStart
from lib.mesh.extract import extract
from lib.mesh.sampled import Sampled
from lib.render.flash import flash_light, reaching
from lib.render.raster import rasterize
from lib.render.sampling import (
    SdfCache,
    box_interval,
    may_hit,
    optical_depth,
    place_samples,
    split_weights,
    transmittance,
)
from lib.render.volume import (
    Rays,
    _object_opacity,
    camera_rays,
    highlight_spread,
    render_rays,
    render_view,
)
from lib.workbook.config import Settings
from lib.workbook.presets import PRESETS

BETA = torch.tensor(0.01, dtype=torch.float64)


def laplace_cdf(x: torch.Tensor, beta: torch.Tensor) -> torch.Tensor:
    """Psi_beta(x): 1/2 exp(x/beta) below 0, 1 - 1/2 exp(-x/beta) above (Yariv et al. 2021, eq.
    2).
    """
    tail = 0.5 * torch.exp(-x.abs() / beta)
    return torch.where(x > 0, 1.0 - tail, tail)


def tensor(*values: float) -> torch.Tensor:
    return torch.tensor(values, dtype=torch.float64)


def test_optical_depth_by_hand():
    # The integral of Psi(-s) / beta from far outside: exp(-s / beta) / 2 down to s > 0, 1/2 at the
    # surface, and depth / beta + exp(-depth / beta) / 2 below it.
    e = math.exp(-2)
    sdf = torch.stack([tensor(9, 9, 9), tensor(0.02, 0, -0.02)], 1)
    torch.testing.assert_close(optical_depth(sdf, BETA), tensor(e / 2, 0.5, 2 + e / 2)[:, None])
    assert not optical_depth(
        tensor(0.01, 0.01)[None], BETA
    ).any()  # along the surface nothing is met


@pytest.mark.parametrize(
    ("start", "end"), [(0.05, -0.03), (0.02, 0.01), (-0.01, -0.05), (-0.02, 0.04), (0.003, -0.003)]
)
def test_optical_depth_matches_a_fine_sum(start, end):
    s = torch.linspace(start, end, 200_001, dtype=torch.float64)
    expected = torch.trapezoid(laplace_cdf(-s, BETA) / BETA, s).abs()
    assert float(optical_depth(tensor(start, end)[None], BETA)) == pytest.approx(
        float(expected), rel=1e-6
    )


def test_transmittance_by_hand():
    # depths 1, 2, 3: light before each is 1, e^-1, e^-3
    torch.testing.assert_close(
        transmittance(tensor(1, 2, 3)[None])[0], tensor(1, math.exp(-1), math.exp(-3))
    )


def test_weights_go_to_the_ends_in_proportion_to_the_crossing():
    # From 0.3 to -0.1 the SDF crosses zero at 3/4 of the stretch: a quarter stays in front.
    out = split_weights(tensor(0.8, 0.2)[None], tensor(0.3, -0.1, -0.2)[None])[0]
    torch.testing.assert_close(out, tensor(0.8 * 0.25, 0.8 * 0.75 + 0.1, 0.1))


def test_the_box_and_rays_that_miss_it():
    origins, dirs = tensor(0, 0, -4).expand(2, 3), torch.stack([tensor(0, 0, 1), tensor(1, 0, 0)])
    near, far = box_interval(origins, dirs, 1.0)
    assert (near[0], far[0]) == (3.0, 5.0)
    assert near[1] == far[1]
    beside, along = tensor(-4, 0, 1.5)[None], F.normalize(tensor(1, 0, 1e-7), dim=0)[None]
    near, far = box_interval(beside, along, 1.0)
    assert near == far and near < 10.0


def ball_scene(eyeballs: Eyeballs | None = None, beta: float = 0.002) -> tuple[Scene, SdfCache]:
    """A scene whose face is exactly the sphere of radius 0.5: its residual is zero."""
    torch.manual_seed(0)
    settings = Settings()
    settings.network.num_levels, settings.network.log2_table_size, settings.network.width = (
        3,
        10,
        16,
    )
    settings.network.base_resolution, settings.network.max_resolution = 4, 16
    scene = Scene(settings, 3, eyeballs)
    with torch.no_grad():
        scene.face.residual.network.gains[-1].zero_()
    scene.beta.fill_(beta)
    cache = SdfCache(1.0, 48, "cpu")
    cache.refresh(scene)
    return scene, cache


def rays_at(x: torch.Tensor) -> Rays:
    """Rays along +z through (x, 0)."""
    n = len(x)
    origins = torch.stack([x, torch.zeros(n), torch.full((n,), -4.0)], -1)
    pose = torch.eye(4).repeat(n, 1, 1)
    pose[:, :3, 3] = origins
    return Rays(
        origins, torch.tensor([0.0, 0.0, 1.0]).expand(n, 3), pose, torch.zeros(n, dtype=torch.long)
    )


def test_rays_meet_the_sphere_where_it_is():
    scene, cache = ball_scene()
    x = torch.tensor([0.0, 0.2, 0.4, 0.6])
    out = render_rays(scene, rays_at(x), cache, 64, 24)
    assert out.opacity[:3].min() > 0.99 and out.opacity[3] < 1e-3
    depth = (out.weights * out.distance).sum(-1) / out.opacity
    expected = 4.0 - torch.sqrt(0.25 - x[:3] ** 2)
    # A ray ends 0.343 beta behind the zero level head on, and before it where it only grazes.
    assert (depth[:3] - expected).abs().max() < 0.006


def test_a_ray_that_comes_head_on_ends_where_preset_quick_takes_the_surface():
    # By the depth of `density_integral` it ends behind the level by the integral of T from there
    # inwards, 2 (1 - exp(-1/2)) = 0.787 beta, less that of 1 - T outwards, 0.444 beta.
    beta, inset = 0.02, PRESETS["quick"]["mesh"]["inset"]
    scene, cache = ball_scene(beta=beta)
    with torch.no_grad():
        out = render_rays(scene, rays_at(torch.zeros(1)), cache, 256, 400)
    ends = float((out.weights * out.distance).sum() / out.opacity)
    assert ends - 3.5 == pytest.approx(inset * beta, rel=0.05)
    mesh = extract(Sampled(scene, inset=inset).distance, 1.0, 96)
    radius = np.linalg.norm(mesh.v_pos, axis=1)
    assert radius.mean() == pytest.approx(4.0 - ends, abs=0.02 * beta)


def test_few_samples_see_what_many_do():
    scene, cache = ball_scene()
    with torch.no_grad():  # skin of strong colours, which change from cell to cell
        scene.material_field.field.grid.table.normal_(0.0, 2.0)
    x = torch.linspace(0, 0.49, 40)
    with torch.no_grad():
        two, few, many = (render_rays(scene, rays_at(x), cache, 64, n) for n in (2, 16, 128))
    torch.testing.assert_close(few.opacity, many.opacity, atol=0.02, rtol=0)
    contrast = float(many.rgb.std())
    assert contrast > 0.3 * float(many.rgb.mean())
    assert float((few.rgb - many.rgb).abs().max()) < 0.02 * contrast
    assert float((two.rgb - many.rgb).abs().max()) > 0.1 * contrast  # too few are seen to be


def test_an_outline_lies_where_the_surface_is():
    # A ray that passes the sphere at a distance d goes down to s = d and up again: 2 exp(-d / beta)
    # / 2.
    scene, cache = ball_scene(beta=0.01)
    gap = torch.tensor([0.0, 0.01, 0.03])
    out = render_rays(scene, rays_at(0.5 + gap), cache, 128, 200)
    torch.testing.assert_close(
        out.opacity, 1 - torch.exp(-torch.exp(-gap / 0.01)), atol=0.02, rtol=0
    )


def test_the_heaviest_samples_stand_for_the_ray():
    scene, cache = ball_scene()
    x = torch.linspace(0, 0.49, 20)
    some = render_rays(scene, rays_at(x), cache, 64, 16, n_shaded=4)
    every = render_rays(scene, rays_at(x), cache, 64, 16)
    assert some.weights.shape == (20, 4) and some.albedo.shape == (20, 4, 3)
    torch.testing.assert_close(some.weights.sum(-1), every.opacity)
    torch.testing.assert_close(some.rgb, every.rgb, atol=2e-3, rtol=0.02)


def test_samples_are_ascending_and_mostly_near_the_surface():
    scene, cache = ball_scene()
    rays = rays_at(torch.tensor([0.1]))
    t = place_samples(
        rays.origins, rays.dirs, cache, scene.beta.detach(), 64, 16, torch.tensor([0.3])
    )[0]
    assert (t.diff() >= 0).all()
    assert ((t - (4 - math.sqrt(0.24))).abs() < 0.1).sum() >= 11


def test_empty_rays_are_told_from_the_cache():
    scene, cache = ball_scene()
    rays = rays_at(torch.tensor([0.0, 0.95]))
    assert may_hit(rays.origins, rays.dirs, cache, 64).tolist() == [True, False]


def test_each_object_has_its_own_opacity():
    eyes = Eyeballs(EyeballStart([[0.2, 0.0, -0.55], [-0.2, 0.0, -0.55]], 0.1), 0.05, 0.15)
    scene, cache = ball_scene(eyes)
    out = render_rays(scene, rays_at(torch.tensor([0.2, -0.2, 0.0])), cache, 64, 48)
    front = out.objects.argmax(dim=1)
    assert front.tolist() == [1, 2, 0]  # left eye at +x, right eye at -x, face between
    assert out.objects.max(dim=1).values.min() > 0.8
    assert out.objects.min() < 0.05


def test_volume_and_raster_agree():
    scene, cache = ball_scene(beta=0.001)
    import trimesh

    ball = trimesh.creation.icosphere(subdivisions=5, radius=0.5)
    k, pose = np.array([[90.0, 0, 24], [0, 90.0, 32], [0, 0, 1]]), np.eye(4)
    pose[2, 3] = -4.0
    out = render_view(scene, pose, k, (64, 48), cache, n_lookups=64, n_samples=32)
    seen = rasterize(
        ball.vertices.astype(np.float32), ball.faces.astype(np.int32), pose, k, (64, 48)
    )
    hit = seen.face_id >= 0
    assert ((out["opacity"] > 0.5) != hit).mean() < 0.01
    inner = hit & (out["opacity"] > 0.95)
    depth = (out["position"] @ pose[:3, 2] + 4.0)[inner]
    assert np.abs(depth - seen.depth[inner]).mean() < 0.005
    assert (
        np.degrees(
            np.arccos(
                np.clip(
                    (out["normal"] * out["position"]).sum(-1)[inner]
                    / np.linalg.norm(out["position"], axis=-1)[inner],
                    -1,
                    1,
                )
            )
        ).mean()
        < 1.0
    )


def test_only_eyeballs_widen_their_highlights_by_the_pixel():
    # f = 500 px, an eyeball of radius 0.1 seen from 3.0: across 0.5 px its normal turns by
    # 0.5 * 3.0 / 500 / 0.1 = 0.03, the way to the camera by 0.5 / 500 = 0.001.
    settings = Settings()
    start = EyeballStart([[0.2, 0.0, -0.5], [-0.2, 0.0, -0.5]], 0.1)
    scene = make_scene(settings, 1, "cpu", start)
    owner, distance = torch.tensor([[0, 1, 2]]), torch.full((1, 3), 3.0)
    pixel = torch.tensor([1 / 500])
    spread = highlight_spread(scene, owner, distance, pixel)[0, :, 0]
    torch.testing.assert_close(spread, torch.tensor([0.0, 0.031, 0.031]), rtol=1e-4, atol=0)
    scene.renderer.eye_pixel_filter = 0.0
    assert highlight_spread(scene, owner, distance, pixel) is None
    assert highlight_spread(make_scene(settings, 1, "cpu"), owner, distance, pixel) is None


def test_camera_rays_pass_through_pixel_centres():
    k = torch.tensor([[100.0, 0, 16], [0, 100.0, 12], [0, 0, 1]])
    rays = camera_rays(
        torch.tensor([[16.0, 12.0], [17.0, 12.0]]),
        torch.zeros(2, dtype=torch.long),
        torch.eye(4).expand(2, 4, 4),
        k,
    )
    torch.testing.assert_close(rays.dirs[0], torch.tensor([0.0, 0, 1]))
    torch.testing.assert_close(rays.dirs[1, 0] / rays.dirs[1, 2], torch.tensor(0.01))


def test_the_eyes_gloss_comes_back_from_the_end_of_its_range():
    scene, _ = ball_scene(
        Eyeballs(EyeballStart([[0.2, 0.0, -0.45], [-0.2, 0.0, -0.45]], 0.1), 0.05, 0.15)
    )
    x, owner = torch.tensor([[0.2, 0.0, -0.55]]), torch.tensor([1])
    with torch.no_grad():
        scene.eye_roughness.fill_(-0.2)
        scene.eye_specular.fill_(1.3)
    scene.keep_in_range()
    _, specular, roughness = scene.material(x, owner)
    assert specular.item() == 1.0 and roughness.item() == pytest.approx(0.03)
    (specular.sum() + roughness.sum()).backward()
    assert scene.eye_roughness.grad == 1.0 and scene.eye_specular.grad == 1.0


def test_a_flash_beside_the_lens_casts_shadows():
    # A ball of radius 0.3 in the middle, one of 0.1 at z = -0.6, the flash at z = -3.
    cache = SdfCache(1.0, 64, "cpu")
    small = torch.tensor([0.0, 0.0, -0.6])
    cache.values = torch.minimum(
        cache.vertices.norm(dim=-1) - 0.3, (cache.vertices - small).norm(dim=-1) - 0.1
    )
    angle = torch.deg2rad(
        torch.tensor([0.0, 50.0, 80.0, 130.0, 180.0])
    )  # from the flash's direction
    points = 0.3 * torch.stack([angle.sin(), torch.zeros(5), -angle.cos()], -1)
    flash = torch.tensor([0.0, 0.0, -3.0]).expand(5, 3)
    share = reaching(points, flash, cache, torch.tensor(0.002))
    # Behind the small ball; free; free, though the light is nearly level; on the dark side, twice.
    torch.testing.assert_close(share, torch.tensor([0.0, 1.0, 1.0, 0.0, 0.0]), atol=0.05, rtol=0)
    light = Scene(Settings(), 1).light
    c2w = torch.eye(4).repeat(5, 1, 1)
    c2w[:, 2, 3] = -3.0
    normal, one = points[:, None] / 0.3, torch.ones(5, 1, 1)
    material = one.expand(-1, -1, 3), one, 0.5 * one
    rest = c2w, torch.zeros(5, dtype=torch.long), material, normal, points[:, None], cache
    diffuse, gloss = flash_light(light, *rest, torch.tensor(0.002))  # at the lens: none
    light.beside_lens = True  # but not moved yet
    shaded, dimmed = flash_light(light, *rest, torch.tensor(0.002))
    torch.testing.assert_close(shaded, share[:, None, None] * diffuse)
    torch.testing.assert_close(dimmed, share[:, None, None] * gloss)
    assert diffuse[:3].min() > 0


@pytest.mark.parametrize("share,expected", [(0.0, 0), (0.4, 4)])
def test_a_share_of_the_samples_is_spread_evenly(share, expected):
    cache = SdfCache(1.0, 8, "cpu")
    cache.values.copy_(-cache.vertices[:, 2])  # a wall at z = 0, met at distance 3
    distance = place_samples(
        torch.tensor([[0.0, 0.0, -3.0]]),
        torch.tensor([[0.0, 0.0, 1.0]]),
        cache,
        torch.tensor(0.01),
        64,
        40,
        None,
        share,
    )
    # The box is met from 2 to 4, so a quarter of the even spread lies before 2.5.
    assert int((distance < 2.5).sum()) == expected
    assert int((distance - 3).abs().lt(0.4).sum()) > 20


def test_object_masks_move_the_face_and_no_eyeball():
    along = torch.linspace(0.3, -0.3, 13)
    objects = torch.stack([along, along - 0.05, along + 0.1], -1)[None].requires_grad_()
    _object_opacity(objects, torch.tensor(0.05)).sum().backward()
    face, eyes = objects.grad[..., 0], objects.grad[..., 1:]
    assert face.abs().max() > 1e-3 and not eyes.any()


def test_a_ball_does_not_shade_itself_however_coarse_the_cache():
    scene, _ = ball_scene()
    cache = SdfCache(1.0, 24, "cpu")
    cache.refresh(scene)
    normal = F.normalize(torch.randn(4000, 3, generator=torch.Generator().manual_seed(0)), dim=-1)
    points = normal * (0.5 - 0.7 * cache.cell)  # a training's samples lie beneath the surface, too
    lamp = torch.tensor([[0.5, -0.3, -3.0]]).expand_as(points)
    lit = ((lamp - points) * normal).sum(1) > 0.02
    share = reaching(points[lit], lamp[lit], cache, torch.tensor(0.002))
    assert lit.sum() > 1000 and share.min() > 0.995
