"""A small softplus network that carries tangents: the SDF's network, with its gradient in one pass.

Rows of the input: value, d/dx, d/dy, d/dz. A layer maps value z = W a + b and tangents t -> W t;
the activation maps a = softplus(z) and t -> sigmoid(100 z) t. One backward pass trains value and
gradient.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from lib.fields.kernels import numba_mlp

SHARPNESS = 100.0  # of the softplus


def tangent_softplus(z: Tensor) -> Tensor:
    """Return softplus(100) of rows (4, M, W), value first, in plain torch: the reference,
    differentiable.
    """
    slope = torch.sigmoid(SHARPNESS * z[:1])
    return torch.cat([F.softplus(z[:1], beta=SHARPNESS), slope * z[1:]])


def tangent_mlp_reference(
    rows: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, w3: Tensor, b3: Tensor
) -> tuple[Tensor, Tensor]:
    """Return value (M, n_out) and gradient of output 0 (3, M) of `rows` (4, M, n_in) in plain
    torch.
    """
    hidden = rows
    for weight, bias in ((w1, b1), (w2, b2)):
        z = hidden @ weight.T
        hidden = tangent_softplus(torch.cat([z[:1] + bias, z[1:]]))
    return hidden[0] @ w3.T + b3, hidden[1:] @ w3[0]


class _TangentMLP(torch.autograd.Function):
    """The same on a CPU. Written out by hand because autograd copies and zeroes more than it
    computes here.
    """

    @staticmethod
    def forward(ctx, rows, w1, b1, w2, b2, w3, b3):
        z1 = _linear(rows, w1, b1)
        a1, s1 = numba_mlp.forward(z1)
        z2 = _linear(a1, w2, b2)
        a2, s2 = numba_mlp.forward(z2)
        ctx.save_for_backward(rows, w1, w2, w3, z1, a1, s1, z2, a2, s2)
        return torch.addmm(b3, a2[0], w3.T), a2[1:] @ w3[0]

    @staticmethod
    def backward(ctx, grad_value, grad_gradient):
        rows, w1, w2, w3, z1, a1, s1, z2, a2, s2 = ctx.saved_tensors
        grad_a2 = torch.empty_like(a2)
        torch.mm(grad_value, w3, out=grad_a2[0])
        torch.mul(grad_gradient[..., None], w3[0], out=grad_a2[1:])
        grad_w3 = grad_value.T @ a2[0]
        grad_w3[0] += grad_gradient.reshape(-1) @ a2[1:].flatten(0, 1)
        grad_z2 = numba_mlp.backward(grad_a2, z2, s2)
        grad_z1 = numba_mlp.backward((grad_z2.flatten(0, 1) @ w2).view_as(a1), z1, s1)
        grad_rows = (grad_z1.flatten(0, 1) @ w1).view_as(rows)
        return (
            grad_rows,
            grad_z1.flatten(0, 1).T @ rows.flatten(0, 1),
            grad_z1[0].sum(0),
            grad_z2.flatten(0, 1).T @ a1.flatten(0, 1),
            grad_z2[0].sum(0),
            grad_w3,
            grad_value.sum(0),
        )


def _linear(rows: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    out = (rows.flatten(0, 1) @ weight.T).view(*rows.shape[:2], -1)
    out[0] += bias  # in place: the tangents stay where they are
    return out


class TangentMLP(nn.Module):
    """Two hidden layers, weight norm, softplus(100): (4, M, n_in) -> value (M, n_out), gradient (3,
    M).

    The gradient is that of the first output alone, the SDF; the other outputs are a feature.
    """

    def __init__(self, n_in: int, width: int, n_out: int):
        super().__init__()
        sizes = [n_in, width, width, n_out]
        self.directions = nn.ParameterList()
        self.gains = nn.ParameterList()
        self.biases = nn.ParameterList()
        for fan_in, fan_out in zip(sizes[:-1], sizes[1:], strict=True):
            weight = torch.randn(fan_out, fan_in) * math.sqrt(2.0 / fan_in)
            self.directions.append(nn.Parameter(weight))
            self.gains.append(nn.Parameter(weight.norm(dim=1, keepdim=True)))
            self.biases.append(nn.Parameter(torch.zeros(fan_out)))

    def weights(self) -> list[Tensor]:
        """Return the layers' matrices: gain times unit row (weight norm, Salimans & Kingma 2016).
        """
        return [
            torch._weight_norm(v, g, 0) for v, g in zip(self.directions, self.gains, strict=True)
        ]

    def layers(self) -> list[Tensor]:
        """Return w1, b1, w2, b2, w3, b3."""
        return [part for pair in zip(self.weights(), self.biases, strict=True) for part in pair]

    def forward(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        if rows.is_cuda or rows.dtype != torch.float32:
            return tangent_mlp_reference(rows, *self.layers())
        return _TangentMLP.apply(rows, *self.layers())


class MLP(nn.Module):
    """Two hidden ReLU layers: (1, M, n_in) -> value (M, n_out), no activation at the end, and no
    gradient.
    """

    def __init__(self, n_in: int, width: int, n_out: int):
        super().__init__()
        self.stack = nn.Sequential(
            nn.Linear(n_in, width),
            nn.ReLU(),
            nn.Linear(width, width),
            nn.ReLU(),
            nn.Linear(width, n_out),
        )

    def layers(self) -> list[Tensor]:
        """Return w1, b1, w2, b2, w3, b3."""
        return [part for layer in self.stack[::2] for part in (layer.weight, layer.bias)]

    def forward(self, rows: Tensor) -> tuple[Tensor, None]:
        return self.stack(rows[0]), None
