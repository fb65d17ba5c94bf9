"""The Triton kernels against plain torch in float64: compiled on a GPU, interpreted elsewhere."""

from __future__ import annotations

import os

import pytest
import torch

if not torch.cuda.is_available():  # before Triton is imported: it reads this then
    os.environ["TRITON_INTERPRET"] = "1"
INTERPRETED = os.environ.get("TRITON_INTERPRET") == "1"
pytest.importorskip("triton", reason="Triton is not installed (it comes with torch where CUDA is)")

from lib.fields.encoding import GridSpec, HashGrid, encode_reference  # noqa: E402
from lib.fields.kernels import (  # noqa: E402  (importing needs Triton)
    triton_encoding,
    triton_field,
    triton_mlp,
)

DEVICE = "cpu" if INTERPRETED else "cuda"
SAMPLES = 301  # not a multiple of any block


def _error(result: torch.Tensor, expected: torch.Tensor) -> float:
    return float((result.double() - expected).norm() / expected.norm())


def _samples() -> torch.Tensor:
    """Neighbours on a ray in one cell, samples all over, and some beyond the bound."""
    generator = torch.Generator().manual_seed(0)
    x = (torch.rand(SAMPLES, 3, generator=generator) * 2 - 1) * 1.25
    x[:40] = x[:1] * 0.5 + torch.linspace(0.0, 0.01, 40)[:, None]
    return x.to(DEVICE)


def _active(n: int) -> torch.Tensor:
    return torch.tensor([n], dtype=torch.int32, device=DEVICE)


@pytest.mark.parametrize("tangents", [True, False])
@pytest.mark.parametrize(("level_dim", "smoothstep"), [(2, 1.0), (4, 0.0), (4, 0.4)])
def test_encoding_and_its_gradients(level_dim, smoothstep, tangents):
    spec = GridSpec.build(
        1.2, 4, level_dim, 8, 300, 12, smoothstep
    )  # dense, hashed and, with 3 of 4 active, silent levels
    torch.manual_seed(0)
    x, table = _samples(), torch.randn(spec.offsets[-1], level_dim, device=DEVICE)
    out = triton_encoding.forward(x, table, spec, _active(3), tangents, torch.float32)
    grad_out = torch.randn(2 if tangents else 1, *out.shape[1:], device=DEVICE)
    grad_out[:, 5:30] = 0.0  # samples without a gradient among neighbours that are summed
    grad_x, along = torch.zeros(SAMPLES, 3, device=DEVICE), torch.randn(3, SAMPLES, device=DEVICE)
    grad_table = triton_encoding.backward(
        x, grad_out, table, spec, _active(3), along if tangents else None, grad_x
    )
    x64, table64 = x.double().requires_grad_(), table.double().requires_grad_()
    expected = encode_reference(x64, table64, spec, 3, tangents)
    expected.backward(
        torch.cat([grad_out[:1], along[..., None] * grad_out[1:]]).double()
        if tangents
        else grad_out.double()
    )
    assert _error(out, expected.detach()) < 1e-4
    assert _error(grad_table, table64.grad) < 1e-4
    assert _error(grad_x, x64.grad) < 1e-4
    assert not grad_table[spec.offsets[3] :].any()


def test_an_odd_number_of_features_a_level_is_refused():
    spec = GridSpec.build(1.0, 2, 1, 8, 16, 12)
    with pytest.raises(ValueError, match="level_dim"):
        triton_encoding.forward(
            _samples(), torch.zeros(spec.offsets[-1], 1, device=DEVICE), spec, _active(2)
        )


def _network(x, rows, weights, relu):
    """Value and gradient of the first output in plain torch."""
    w1, b1, w2, b2, w3, b3 = weights
    axes = torch.eye(3, dtype=x.dtype, device=x.device)[:, None, :].expand(3, len(x), 3)
    rows = torch.cat([torch.cat([x[None], axes])[: len(rows)], rows], dim=-1)
    for weight, bias in ((w1, b1), (w2, b2)):
        z, tangents = rows[0] @ weight.T + bias, rows[1:] @ weight.T
        value = torch.relu(z) if relu else torch.nn.functional.softplus(z, beta=100.0)
        rows = torch.cat([value[None], torch.sigmoid(100.0 * z) * tangents])
    return rows[0] @ w3.T + b3, rows[1:] @ w3[0]


# float16 operands are rounded to 11 bits, 5e-4 a number; a sum near zero may then fall on ReLU's
# other side. Exact sums take minutes to compile for a GPU; there the interpreter's word must do.
@pytest.mark.parametrize(
    ("precision", "dtype", "limit"),
    [
        pytest.param(
            "float32",
            torch.float32,
            1e-4,
            marks=pytest.mark.skipif(not INTERPRETED, reason="interpreted only"),
        ),
        ("float16", torch.float16, 3e-2),
    ],
)
@pytest.mark.parametrize(
    ("n_features", "width", "n_out", "tangents"), [(32, 64, 14, True), (12, 32, 5, False)]
)
def test_network_and_its_gradients(n_features, width, n_out, tangents, precision, dtype, limit):
    torch.manual_seed(0)
    relu, sizes = not tangents, [n_features + 3, width, width, n_out]
    weights = []
    for n_in, n in zip(sizes[:-1], sizes[1:], strict=True):
        weights += [
            torch.randn(n, n_in, device=DEVICE) / n_in**0.5,
            0.1 * torch.randn(n, device=DEVICE),
        ]
    x = _samples()
    # Feature-major in memory, as the encoding hands them over.
    rows = (
        (0.1 * torch.randn(4 if tangents else 1, n_features, SAMPLES, device=DEVICE))
        .to(dtype)
        .transpose(1, 2)
    )
    value, gradient = triton_mlp.forward(x, rows, tuple(weights), relu, precision)
    grad_value = torch.randn(value.shape, device=DEVICE)
    grad_gradient = torch.randn(gradient.shape, device=DEVICE) if tangents else None
    grad_x, grad_rows, sums = triton_mlp.backward(
        x,
        rows,
        tuple(weights),
        grad_value,
        grad_gradient,
        relu,
        True,
        precision,
        precision if INTERPRETED else "bfloat16",
    )
    x64, rows64 = x.double().requires_grad_(), rows.double().requires_grad_()
    weights64 = [w.double().requires_grad_() for w in weights]
    expected, expected_gradient = _network(x64, rows64, weights64, relu)
    loss = (expected * grad_value).sum()
    if tangents:
        loss = loss + (expected_gradient * grad_gradient).sum()
    loss.backward()
    if tangents:
        assert _error(gradient, expected_gradient.detach()) < limit
        assert _error(grad_rows[1] * grad_gradient[..., None], rows64.grad[1:]) < limit
    assert _error(value, expected.detach()) < limit
    assert _error(grad_rows[0], rows64.grad[0]) < limit
    # Where half precision turns a sign, ReLU lets a whole gradient through or none: one number in a
    # hundred.
    limit = 0.1 if relu and precision == "float16" else limit
    for grad, weight in zip(sums.split([w.numel() for w in weights]), weights64, strict=True):
        assert _error(grad.view_as(weight), weight.grad) < limit
    assert _error(grad_x, x64.grad) < limit


def test_what_half_precision_cannot_hold_stays_finite():
    torch.manual_seed(0)
    spec = GridSpec.build(1.0, 2, 2, 8, 300, 12)
    table = 1e4 * torch.randn(spec.offsets[-1], 2, device=DEVICE)
    x = 0.9 * _samples()
    rows = triton_encoding.forward(x, table, spec, _active(2))  # slopes of a million
    weights = tuple(
        torch.randn(*size, device=DEVICE)
        for size in ((32, 7), (32,), (32, 32), (32,), (3, 32), (3,))
    )
    value, gradient = triton_mlp.forward(1e5 * x, rows, weights)
    assert rows.isfinite().all() and value.isfinite().all() and gradient.isfinite().all()
    parts = triton_mlp.backward(
        1e5 * x,
        rows,
        weights,
        torch.ones_like(value),
        torch.ones_like(gradient),
        need_x=True,
        grad_precision="float32" if INTERPRETED else "bfloat16",
    )
    assert all(part.isfinite().all() for part in parts)


@pytest.mark.skipif(INTERPRETED, reason="the interpreter multiplies bfloat16 wrongly")
def test_a_field_is_one_operator():
    torch.manual_seed(0)
    spec = GridSpec.build(1.2, 4, 2, 8, 300, 12)
    x = _samples().requires_grad_()
    table = torch.randn(spec.offsets[-1], 2, device=DEVICE).mul_(0.1).requires_grad_()
    sizes = [11, 64, 64, 14]
    weights = []
    for n_in, n in zip(sizes[:-1], sizes[1:], strict=True):
        weights += [
            torch.randn(n, n_in, device=DEVICE) / n_in**0.5,
            0.1 * torch.randn(n, device=DEVICE),
        ]
    weights = [w.requires_grad_() for w in weights]
    value, gradient, _ = triton_field.field(
        x, table, _active(4), *weights, HashGrid(spec).number, False, True
    )
    (value.sum() + gradient.square().sum()).backward()
    x64, table64 = x.detach().double().requires_grad_(), table.detach().double().requires_grad_()
    weights64 = [w.detach().double().requires_grad_() for w in weights]
    expected, expected_gradient = _network(
        x64, encode_reference(x64, table64, spec, 4), weights64, False
    )
    (expected.sum() + expected_gradient.square().sum()).backward()
    for result, reference in [(table, table64), (x, x64), *zip(weights, weights64, strict=True)]:
        assert _error(result.grad, reference.grad) < 3e-2  # bfloat16 products: 4e-3 a number
