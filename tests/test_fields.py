"""Encoding, networks and shapes: kernels against plain torch in float64, gradients against finite
differences.
"""

import copy

import pytest
import torch

from lib.fields.encoding import GridSpec, HashGrid, encode, encode_reference
from lib.fields.mlp import TangentMLP, tangent_mlp_reference
from lib.fields.scene import Scene
from lib.fields.shape import Eyeballs, EyeballStart, FaceShape
from lib.workbook.config import Settings


def grid(**changes) -> GridSpec:
    options = {
        "bound": 1.3,
        "n_levels": 4,
        "level_dim": 2,
        "base": 4,
        "finest": 40,
        "log2_table_size": 11,
    } | changes
    return GridSpec.build(**options)


def relative(a: torch.Tensor, b: torch.Tensor) -> float:
    return float(((a.double() - b.double()).norm() / b.double().norm()).detach())


def test_the_grid_has_dense_and_hashed_levels():
    spec = grid()
    assert spec.resolutions == (4, 8, 18, 40)
    assert [spec.is_dense(level) for level in range(4)] == [True, True, False, False]  # 19^3 > 2^11
    assert spec.offsets == (0, 128, 128 + 736, 864 + 2048, 2912 + 2048)  # 125 -> 128, 729 -> 736


@pytest.mark.parametrize("smoothstep", [0.0, 0.4, 1.0])
def test_tangents_are_the_derivative_of_the_features(smoothstep):
    torch.manual_seed(0)
    spec = grid(smoothstep=smoothstep)
    table = torch.randn(spec.offsets[-1], 2, dtype=torch.float64)
    x = (torch.rand(40, 3, dtype=torch.float64) * 2 - 1) * 1.2
    rows = encode_reference(x, table, spec, spec.n_levels)
    step = 1e-6
    for axis in range(3):
        shift = torch.zeros(3, dtype=torch.float64)
        shift[axis] = step
        ahead, behind = (
            encode_reference(x + sign * shift, table, spec, spec.n_levels, False)[0]
            for sign in (1, -1)
        )
        torch.testing.assert_close(
            rows[1 + axis], (ahead - behind) / (2 * step), atol=1e-6, rtol=1e-5
        )


def test_straight_lines_hold_a_tilted_plane_and_smoothstep_does_not():
    for smoothstep, error in ((0.0, 0.0), (1.0, 1.0)):
        spec = grid(n_levels=1, level_dim=1, smoothstep=smoothstep)
        side = spec.resolutions[0] + 1
        table = torch.arange(spec.offsets[-1], dtype=torch.float64)[:, None] % side  # x of a vertex
        x = torch.linspace(-1.2, 1.2, 500, dtype=torch.float64)[:, None].repeat(1, 3)
        slope = encode_reference(x, table, spec, 1)[1, :, 0] * 2.0 * spec.bound / (side - 1)
        assert abs(float((slope - 1.0).abs().max()) - error) < 0.05


@pytest.mark.parametrize("level_dim", [2, 4])
@pytest.mark.parametrize("tangents", [True, False])
@pytest.mark.parametrize(("n_active", "smoothstep"), [(2, 1.0), (4, 0.0), (4, 0.4)])
def test_numba_encoding_matches_plain_torch(level_dim, tangents, n_active, smoothstep):
    torch.manual_seed(1)
    spec = grid(level_dim=level_dim, smoothstep=smoothstep)
    table64 = torch.randn(spec.offsets[-1], level_dim, dtype=torch.float64, requires_grad=True)
    table32 = table64.detach().float().requires_grad_()
    x64 = (torch.rand(301, 3, dtype=torch.float64) * 2 - 1) * 1.5  # some outside the bound
    x32 = x64.float().requires_grad_()
    x64 = x32.detach().double().requires_grad_()
    expected = encode_reference(x64, table64, spec, n_active, tangents)
    got = encode(x32, table32, spec, n_active, tangents)
    assert got.grad_fn.name() == "_EncodeBackward"  # the kernels, though positions are trained
    upstream = torch.randn_like(expected)
    (expected * upstream).sum().backward()
    (got * upstream.float()).sum().backward()
    assert relative(got, expected) < 1e-5
    assert relative(table32.grad, table64.grad) < 1e-5
    assert relative(x32.grad, x64.grad) < 1e-4
    assert not got[..., n_active * level_dim :].any()


def test_a_position_that_is_trained_gets_its_gradient():
    torch.manual_seed(2)
    spec = grid()
    table = torch.randn(spec.offsets[-1], 2, dtype=torch.float64)
    x = (torch.rand(6, 3, dtype=torch.float64) * 2 - 1).requires_grad_()
    assert torch.autograd.gradcheck(
        lambda p: encode(p, table, spec, 4), (x,), eps=1e-7, atol=1e-3, rtol=1e-3
    )


def test_numba_network_matches_plain_torch():
    torch.manual_seed(3)
    network = TangentMLP(11, 16, 5)
    exact = copy.deepcopy(network).double()
    rows64 = (torch.randn(4, 77, 11, dtype=torch.float64) * 0.1).requires_grad_()
    rows32 = rows64.detach().float().requires_grad_()
    value64, gradient64 = tangent_mlp_reference(rows64, *exact.layers())
    value32, gradient32 = network(rows32)
    a, b = torch.randn_like(value64), torch.randn_like(gradient64)
    ((value64 * a).sum() + (gradient64 * b).sum()).backward()
    ((value32 * a.float()).sum() + (gradient32 * b.float()).sum()).backward()
    assert relative(value32, value64) < 1e-5 and relative(gradient32, gradient64) < 1e-5
    assert relative(rows32.grad, rows64.grad) < 1e-4
    for (name, ours), theirs in zip(network.named_parameters(), exact.parameters()):
        assert relative(ours.grad, theirs.grad) < 1e-4, name


def test_sdf_gradient_matches_finite_differences_and_is_trained_through():
    torch.manual_seed(4)
    face = FaceShape(grid(), 16, 3, 0.5).double()
    with torch.no_grad():  # a residual large enough to matter
        face.residual.grid.table.normal_(0, 0.05)
        face.residual.network.gains[-1].mul_(100)
    x = (torch.rand(30, 3, dtype=torch.float64) * 2 - 1).requires_grad_()
    sdf, gradient, _ = face(x)
    step = 1e-6
    for axis in range(3):
        shift = torch.zeros(3, dtype=torch.float64)
        shift[axis] = step
        slope = (face.sdf(x + shift) - face.sdf(x - shift)) / (2 * step)
        torch.testing.assert_close(gradient[:, axis], slope, atol=1e-5, rtol=1e-4)
    weight = face.residual.network.biases[0]
    loss = ((gradient.norm(dim=-1) - 1) ** 2).mean()
    (analytic,) = torch.autograd.grad(loss, weight)
    for k in range(3):
        values = []
        for sign in (1, -1):
            with torch.no_grad():
                weight[k] += sign * step
                values.append(((face(x)[1].norm(dim=-1) - 1) ** 2).mean())
                weight[k] -= sign * step
        torch.testing.assert_close(
            analytic[k], (values[0] - values[1]) / (2 * step), atol=1e-6, rtol=1e-3
        )


def test_the_first_surface_is_the_sphere_asked_for():
    torch.manual_seed(5)
    face = FaceShape(grid(bound=2.0), 64, 13, 1.0)
    direction = torch.nn.functional.normalize(torch.randn(200, 3), dim=-1)
    sdf, gradient, _ = face(direction * 1.0)
    assert sdf.abs().max() < 0.05
    assert (gradient * direction).sum(-1).min() > 0.9


def test_levels_switch_on_from_coarse_to_fine():
    spec = grid()
    table = torch.ones(spec.offsets[-1], 2)
    out = encode(torch.zeros(1, 3), table, spec, 1, False)[0, 0]
    torch.testing.assert_close(out, torch.tensor([1.0, 1.0, 0, 0, 0, 0, 0, 0]))


def test_a_grid_gives_zeros_for_the_levels_that_are_off():
    made = HashGrid(grid())
    x = torch.rand(50, 3) - 0.5
    whole = made(x, False)[0]
    made.set_level(2)
    part = made(x, False)[0]
    n_on = 2 * made.spec.level_dim
    assert torch.equal(part[:, :n_on], whole[:, :n_on]) and not part[:, n_on:].any()
    assert whole[:, n_on:].abs().max() > 0 and int(made.active) == 2
    made.set_level(99)
    assert torch.equal(made(x, False)[0], whole)


def test_eyeballs_are_spheres_and_left_comes_first():
    eyes = Eyeballs(EyeballStart([[0.2, 0.0, -0.5], [-0.2, 0.0, -0.5]], 0.1), 0.05, 0.15)
    assert float(eyes.radius.detach()) == pytest.approx(0.1)
    sdf, gradient = eyes(torch.tensor([[0.2, 0.0, -0.8]]))
    torch.testing.assert_close(
        sdf[0, 0].detach(), torch.tensor(0.2)
    )  # 0.3 from the left centre, less 0.1
    torch.testing.assert_close(gradient[0, 0].detach(), torch.tensor([0.0, 0.0, -1.0]))
    assert sdf[0, 1] > sdf[0, 0]


def test_the_radius_stays_in_its_range():
    eyes = Eyeballs(EyeballStart([[0.0] * 3] * 2, 5.0), 0.05, 0.15)
    with torch.no_grad():
        eyes.radius_logit.fill_(50.0)
        assert float(eyes.radius) <= 0.15 + 1e-6
        eyes.radius_logit.fill_(-50.0)
        assert float(eyes.radius) >= 0.05 - 1e-6


def small_settings() -> Settings:
    settings = Settings()
    settings.network.num_levels, settings.network.log2_table_size, settings.network.width = (
        3,
        10,
        16,
    )
    settings.network.base_resolution, settings.network.max_resolution = 4, 16
    return settings


def test_the_scene_is_the_nearest_of_face_and_eyeballs():
    torch.manual_seed(6)
    eyes = Eyeballs(EyeballStart([[0.2, 0.0, -0.6], [-0.2, 0.0, -0.6]], 0.1), 0.05, 0.15)
    scene = Scene(small_settings(), 4, eyes)
    x = torch.tensor([[0.2, 0.0, -0.71], [-0.2, 0.0, -0.71], [0.0, 0.51, 0.0]])
    surface = scene(x)
    assert surface.owner.tolist() == [1, 2, 0]
    torch.testing.assert_close(surface.sdf, surface.objects.min(dim=1).values)
    torch.testing.assert_close(scene.sdf(x), surface.sdf)
    _, specular, roughness = scene.material(x, surface.owner)
    # An eye's own gloss, wherever it is.
    assert specular[:2, 0].tolist() == pytest.approx([0.2] * 2)
    assert roughness[:2, 0].tolist() == pytest.approx([0.2] * 2)
    assert roughness[2, 0] >= 0.2
