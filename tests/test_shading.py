"""The BRDF and the lights against closed forms."""

import math

import pytest
import torch
from conftest import camera_ring
from torch.nn import functional as F

from lib.fields.light import Light, world_motions
from lib.render import shading
from lib.render.bounce import bounced, openness
from lib.render.flash import flash_light
from lib.render.sampling import SdfCache
from lib.workbook.config import Settings


def hemisphere(n: int, seed: int = 0) -> torch.Tensor:
    """n directions, uniform over the upper half sphere."""
    generator = torch.Generator().manual_seed(seed)
    direction = F.normalize(torch.randn(n, 3, generator=generator, dtype=torch.float64), dim=-1)
    return direction * torch.where(direction[:, 2:] < 0, -1.0, 1.0)


def test_flash_on_a_sphere_matches_the_closed_form():
    # Light and eye in one place: l = v = h, so l.h = 1, F = F0, and with c = n.l, m = 1 - c and a =
    # r^2: f_d = albedo / pi (1 + (2 r - 0.5) m^5)^2 f_s = D G F0 / (4 c^2), D = a^2 / (pi (c^2 (a^2
    # - 1) + 1)^2), G1 = 2 c / (c + sqrt(a^2 + (1 - a^2) c^2)), G = G1^2
    albedo, s, r, rgb = 0.6, 0.35, 0.4, 38.0
    normal = hemisphere(50)
    normal = normal[normal[:, 2] > 0.05]
    position = 0.5 * normal
    camera = torch.tensor([0.0, 0.0, 4.0], dtype=torch.float64).expand_as(position)
    full = torch.full((len(normal), 1), 1.0, dtype=torch.float64)
    surface = albedo * full.expand(-1, 3), s * full, r * full, normal, position, camera
    to_light = camera - position
    d2 = (to_light**2).sum(-1)
    c = ((normal * to_light).sum(-1) / d2.sqrt()).clamp_min(0)
    f_d = albedo / math.pi * (1 + (2 * r - 0.5) * (1 - c) ** 5) ** 2
    a2 = r**4
    d = a2 / (math.pi * (c**2 * (a2 - 1) + 1) ** 2)
    g1 = 2 * c / (c + (a2 + (1 - a2) * c**2).sqrt())
    f_s = d * g1**2 * 0.08 * s / (4 * c.clamp_min(1e-9) ** 2)
    for diffuse, gloss in (
        shading.point_light(*surface, camera, rgb * full.expand(-1, 3)),
        shading.light_at_eye(*surface, rgb * full.expand(-1, 3)),
    ):
        torch.testing.assert_close(diffuse[:, 0], f_d * c * rgb / d2, rtol=1e-6, atol=1e-9)
        torch.testing.assert_close(gloss[:, 1], f_s * c * rgb / d2, rtol=1e-6, atol=1e-9)


def test_a_light_at_the_eye_has_the_gradients_of_any_light_there():
    normal, camera = hemisphere(40), torch.tensor([0.0, 0.0, 4.0], dtype=torch.float64)
    inputs = [
        torch.full((40, n), value, dtype=torch.float64)
        for n, value in ((3, 0.6), (1, 0.35), (1, 0.4))
    ]
    inputs = [x.requires_grad_() for x in (*inputs, normal, (0.5 * normal).detach())]
    results = [
        f(*inputs, camera, *light, torch.ones(3, dtype=torch.float64))
        for f, light in ((shading.point_light, (camera,)), (shading.light_at_eye, ()))
    ]
    gradients = [
        torch.autograd.grad(diffuse.sum() + (gloss**2).sum(), inputs) for diffuse, gloss in results
    ]
    for general, special in zip(*gradients, strict=True):
        torch.testing.assert_close(special, general, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("roughness", [0.03, 0.05, 0.2, 0.9])
def test_narrow_lobes_keep_their_peak_in_single_precision(roughness):
    # Light and eye in one place, at angles of 0 to 4 alpha from the normal (alpha = r^2): with
    # t = tan(angle) / alpha, D = 1 / (pi alpha^2 cos^4 (1 + t^2)^2) (Walter et al. 2007, eq. 33).
    alpha = roughness**2
    angle = torch.linspace(0.0, min(4.0 * alpha, 1.2), 60, dtype=torch.float64)
    normal = torch.stack([angle.sin(), torch.zeros(60), angle.cos()], -1).double()
    c, t = angle.cos(), angle.tan() / alpha
    g1 = 2 * c / (c + (alpha**2 + (1 - alpha**2) * c**2).sqrt())
    peak = 0.08 / (4 * math.pi * alpha**2)
    expected = peak / (c**4 * (1 + t**2) ** 2) * g1**2 / c**2 * c
    camera = torch.tensor([0.0, 0.0, 1.0])
    material = torch.zeros(60, 3), torch.ones(60, 1), torch.full((60, 1), roughness)
    surface = *material, normal.float(), torch.zeros(60, 3), camera
    for _, gloss in (
        shading.point_light(*surface, camera, torch.ones(3)),
        shading.light_at_eye(*surface, torch.ones(3)),
    ):
        torch.testing.assert_close(gloss[:, 0].double(), expected, rtol=2e-3, atol=1e-5 * peak)


@pytest.mark.parametrize("roughness", [0.09, 0.2, 0.4])
def test_a_widened_highlight_is_the_mean_over_a_gaussian_of_slopes(roughness):
    # D cos^4 is GGX's density of slopes t: 1 / (pi alpha^2 (1 + |t|^2 / alpha^2)^2). Its mean over
    # 400,000 Gaussian slopes of deviation 0.044 (a pixel on an eyeball of 12 px) is the reference.
    alpha, spread = roughness**2, 0.044
    noise = spread * torch.randn(400_000, 2, generator=torch.Generator().manual_seed(0)).double()
    slope = torch.linspace(0, 2.5 * math.hypot(alpha, spread), 12, dtype=torch.float64)
    shifted = (noise + torch.stack([slope, 0 * slope], -1)[:, None]).square().sum(-1)
    expected = (1 / (math.pi * alpha**2 * (1 + shifted / alpha**2) ** 2)).mean(1)
    up = torch.tensor([0.0, 0.0, 1.0], dtype=torch.float64).expand(12, 3)
    half = torch.stack([slope, 0 * slope, 0 * slope + 1], -1)
    cosine = half.norm(dim=-1).reciprocal()
    wide = torch.full((12, 1), spread, dtype=torch.float64)
    a2 = torch.full((12, 1), alpha**2, dtype=torch.float64)
    found = shading._ggx(up, half * cosine[:, None], a2, wide)[:, 0] * cosine**4
    assert (found - expected).abs().max() < 0.03 * expected.max()
    # A deviation of 0 changes nothing, and gradients stay finite beside widened points.
    a2.requires_grad_()
    mixed = shading._ggx(up, half * cosine[:, None], a2, wide * (slope[:, None] > 0.05))
    still = slope <= 0.05
    torch.testing.assert_close(
        mixed[still], shading._ggx(up, half * cosine[:, None], a2)[still], rtol=0, atol=0
    )
    assert torch.autograd.grad(mixed.sum(), a2)[0].isfinite().all()


def test_light_falls_off_with_the_square_of_the_distance():
    one = torch.ones(1, 1)
    up = torch.tensor([[0.0, 0.0, 1.0]])
    near, _ = shading.point_light(
        one.expand(-1, 3), one, one, up, torch.zeros(1, 3), up, up, one.expand(-1, 3)
    )
    far, _ = shading.point_light(
        one.expand(-1, 3), one, one, up, torch.zeros(1, 3), 3 * up, 3 * up, one.expand(-1, 3)
    )
    torch.testing.assert_close(near, 9 * far)


def test_nothing_shines_on_the_side_away_from_the_light():
    one = torch.ones(1, 1)
    down = torch.tensor([[0.0, 0.0, -1.0]])
    diffuse, gloss = shading.point_light(
        one.expand(-1, 3), one, 0.5 * one, down, torch.zeros(1, 3), -down, -down, one.expand(-1, 3)
    )
    assert not diffuse.any() and not gloss.any()


def test_white_furnace_is_bounded():
    # Reflected share of light from everywhere: integral of f cos over the half sphere, by 200,000
    # samples. GGX with Smith's masking loses energy and never gains any; Burley's diffuse may pass
    # 1 a little at grazing angles (Burley 2012 says so), by less than a quarter for any roughness.
    light = hemisphere(200_000)
    up = torch.tensor([0.0, 0.0, 1.0], dtype=torch.float64).expand_as(light)
    one = torch.ones(len(light), 1, dtype=torch.float64)
    for roughness in (0.3, 0.6, 0.9):
        for angle in (0.0, 0.7, 1.4):
            view = torch.tensor(
                [math.sin(angle), 0.0, math.cos(angle)], dtype=torch.float64
            ).expand_as(light)
            diffuse, gloss = shading.brdf(one.expand(-1, 3), one, roughness * one, up, light, view)
            share = [float(f[:, :1].mean() * 2 * math.pi) for f in (diffuse, gloss)]
            assert 0.5 < share[0] < 1.25
            assert 0.0 < share[1] < 1.0


def test_brdf_is_reciprocal():
    view, light = hemisphere(100, 1), hemisphere(100, 2)
    up = torch.tensor([0.0, 0.0, 1.0], dtype=torch.float64).expand_as(light)
    one = torch.ones(100, 1, dtype=torch.float64)
    material = one.expand(-1, 3), one, 0.4 * one, up
    there, back = shading.brdf(*material, light, view), shading.brdf(*material, view, light)
    for f, g in zip(there, back, strict=True):  # each without its cosine
        torch.testing.assert_close(f / light[:, 2:], g / view[:, 2:])


def floor_and_wall(wall: bool) -> SdfCache:
    """A floor z = 0 and, with `wall`, a wall y = 0; solid below and behind."""
    cache = SdfCache(1.0, 40, "cpu")  # cells of 0.05
    _, y, z = cache.vertices.unbind(-1)
    cache.values = torch.minimum(y, z) if wall else z.clone()
    return cache


@pytest.mark.parametrize("wall, expected", [(False, 1.0), (True, 0.5)])
def test_an_endless_wall_closes_half_of_the_hemisphere(wall, expected):
    # 0.1 before the wall. Cones end at 0.4, where they are 0.2 wide: the wall leaves 0.1 / 0.2 of
    # the middle one and of the two along it, nothing of the one into it, all of the one away from
    # it. 1/4 * 0.5 + 3/4 * (0.5 + 0.5 + 0 + 1) / 4 = 0.5. A plane closes nothing.
    point, up = torch.tensor([[0.0, 0.1, 0.0]]), torch.tensor([[0.0, 0.0, 1.0]])
    cache = floor_and_wall(wall)
    assert float(openness(point, up, cache)) == pytest.approx(expected, abs=1e-5)
    cache.values += 0.2 * cache.cell  # a coarse cache has the surface elsewhere
    assert float(openness(point, up, cache)) == pytest.approx(expected, abs=1e-5)


def test_hollows_throw_the_flash_back():
    point, up = torch.tensor([[[0.0, 0.1, 0.0]]]), torch.tensor([[[0.0, 0.0, 1.0]]])
    albedo = torch.full((1, 1, 3), 0.6, requires_grad=True)
    eye, flash = torch.tensor([[[0.0, 0.1, 2.0]]]), torch.tensor([[[8.0, 4.0, 2.0]]])
    found = bounced(albedo, up, point, eye, flash, floor_and_wall(True))
    # q = 0.6 * 0.5 = 0.3; 0.6 / pi * 8 / 2^2 * 0.3 / 0.7 = 0.16370 in red.
    rgb = torch.tensor([0.16370, 0.08185, 0.04093])
    torch.testing.assert_close(found[0, 0].detach(), rgb, atol=2e-5, rtol=0)
    found.sum().backward()  # q is held: the slope is that of a product
    torch.testing.assert_close(albedo.grad[0, 0], rgb / 0.6, atol=5e-5, rtol=0)
    plane = bounced(albedo, up, point, eye, flash, floor_and_wall(False))
    assert plane.detach().abs().max() < 1e-5


@pytest.mark.parametrize("beside_lens", [False, True])
def test_the_setting_says_how_much_of_it_a_pixel_holds(beside_lens):
    settings = Settings().light
    settings.intensity, settings.fit_offset = 8.0, beside_lens
    c2w = torch.diag(torch.tensor([1.0, -1.0, -1.0, 1.0]))[None]
    c2w[0, :3, 3] = torch.tensor([0.0, 0.1, 2.0])
    point, up = torch.tensor([[[0.0, 0.1, 0.0]]]), torch.tensor([[[0.0, 0.0, 1.0]]])
    full = torch.ones(1, 1, 1)
    material = 0.6 * full.expand(-1, -1, 3), 0.5 * full, 0.5 * full
    found = []
    for settings.bounce in (0.0, 0.15):
        where = c2w, torch.zeros(1, dtype=torch.long), material, up, point
        found.append(
            flash_light(Light(settings, 1), *where, floor_and_wall(True), torch.tensor(0.01))
        )
    (direct, gloss), (diffuse, same_gloss) = found
    # 0.15 * 0.16370, see above
    more = (diffuse - direct).detach()
    torch.testing.assert_close(more, torch.full((1, 1, 3), 0.024555), atol=1e-5, rtol=0)
    assert torch.equal(gloss, same_gloss)


def test_spherical_harmonics_are_orthonormal():
    directions = torch.cat([hemisphere(100_000), -hemisphere(100_000)])
    basis = shading.sh_basis(directions)
    torch.testing.assert_close(
        basis.T @ basis / len(basis) * 4 * math.pi,
        torch.eye(9, dtype=torch.float64),
        atol=0.02,
        rtol=0,
    )


def test_ambient_of_constant_light_and_half_occlusion():
    # One constant coefficient c: softplus(c Y0, beta 10); occlusion 0: sigmoid(0) = 1/2.
    normal = hemisphere(5)
    coeffs = torch.zeros(9, 3, dtype=torch.float64)
    coeffs[0] = 2.0
    out = shading.ambient(
        torch.full((5, 3), 0.5, dtype=torch.float64),
        normal,
        coeffs,
        torch.zeros(5, 9, dtype=torch.float64),
        0.1,
    )
    x = 2.0 * 0.28209479177387814
    expected = math.log1p(math.exp(10 * x)) / 10 * 0.5 * 0.5 * 0.1
    torch.testing.assert_close(out, torch.full_like(out, expected))


def test_ambient_does_not_shape_the_surface():
    normal = hemisphere(5).requires_grad_()
    albedo = torch.ones(5, 3, dtype=torch.float64, requires_grad=True)
    shading.ambient(
        albedo,
        normal,
        torch.ones(9, 3, dtype=torch.float64),
        torch.zeros(5, 9, dtype=torch.float64),
        0.1,
    ).sum().backward()
    assert normal.grad is None and albedo.grad.abs().min() > 0


def test_a_fitted_pose_turns_and_shifts_a_camera_in_its_own_frame():
    light = Light(Settings().light, 2)
    c2w = torch.eye(4).repeat(2, 1, 1)
    c2w[:, :3, :3] = torch.tensor(
        [[0.0, -1, 0], [1, 0, 0], [0, 0, 1]]
    )  # x is the world's y, y its -x
    assert light.corrected(c2w) is c2w  # not fitted: as it was
    light.fit_pose = True
    with torch.no_grad():  # a quarter turn about z and a shift along x, and as much the other way
        light.pose[:] = torch.tensor(
            [[0, 0, math.pi / 2, 0.3, 0, 0], [0, 0, -math.pi / 2, -0.3, 0, 0]]
        )
    moved = light.corrected(c2w)
    torch.testing.assert_close(
        moved[0, :3, :3], torch.tensor([[-1.0, 0, 0], [0, -1, 0], [0, 0, 1]])
    )
    torch.testing.assert_close(moved[1, :3, :3], torch.eye(3))
    torch.testing.assert_close(moved[:, :3, 3], torch.tensor([[0, 0.3, 0], [0, -0.3, 0]]))


def test_fitted_poses_do_not_move_the_world():
    c2w = torch.as_tensor(camera_ring(8), dtype=torch.float64)
    light = Light(Settings().light, len(c2w)).double()
    light.fit_pose = True
    motions = world_motions(c2w)
    turn = torch.linalg.matrix_exp(
        1e-4 * torch.tensor([[0.0, -3, 2], [3, 0, -1], [-2, 1, 0]], dtype=torch.float64)
    )
    moved = c2w.clone()  # the whole world, turned, scaled and shifted a little
    moved[:, :3, :3] = turn @ c2w[:, :3, :3]
    moved[:, :3, 3] = 1.0002 * c2w[:, :3, 3] @ turn.T + torch.tensor([3e-4, -1e-4, 2e-4])
    own = 1e-4 * torch.randn(
        len(c2w), 6, dtype=torch.float64, generator=torch.Generator().manual_seed(0)
    )
    own -= (motions @ (motions.T @ own.view(-1))).view(-1, 6)
    with torch.no_grad():
        local = c2w[:, :3, :3].mT @ moved[:, :3, :3]
        light.pose[:, :3] = torch.stack([local[:, 2, 1], local[:, 0, 2], local[:, 1, 0]], -1)
        light.pose[:, 3:] = (c2w[:, :3, :3].mT @ (moved[:, :3, 3] - c2w[:, :3, 3])[..., None])[
            ..., 0
        ]
        torch.testing.assert_close(light.corrected(c2w), moved, atol=1e-6, rtol=0)
        light.pose += own
        light.keep_world(motions)
    torch.testing.assert_close(light.pose.detach(), own, atol=1e-6, rtol=0)


def test_a_fitted_tone_curve_bends_but_keeps_black_and_white():
    settings = Settings().light
    assert torch.equal(
        Light(settings, 1).response(torch.tensor([0.3])), torch.tensor([0.3])
    )  # not fitted: not there
    settings.fit_tone = True
    light = Light(settings, 1).double()
    encoded = torch.linspace(0.01, 1.2, 100, dtype=torch.float64)
    straight = light.response(encoded**settings.gamma) ** (1 / settings.gamma)
    torch.testing.assert_close(straight, encoded)  # it starts as the gamma's own
    with torch.no_grad():
        light.tone[0] = math.log(3.0)
    # Eight rises of 3 : 1 : ... : 1 add up to 1: the first piece, up to 1/8, takes 3/10 of the way,
    # others 1/10.
    bent = light.response(torch.tensor([0.0, 1 / 16, 1 / 8, 1 / 4, 1.0]).double() ** settings.gamma)
    torch.testing.assert_close(
        bent ** (1 / settings.gamma), torch.tensor([0.0, 0.15, 0.3, 0.4, 1.0]).double()
    )
    with torch.no_grad():
        light.tone[0] = -2.0
    encoded = torch.linspace(
        0.0, 1.2, 4000, dtype=torch.float64
    )  # up to 0.005 the curve is straight
    assert (light.response(encoded**settings.gamma).diff() > 0).all()
