"""A field on a CUDA device: encoding and network as one operator, which torch.compile takes as it
is.

What passes between the two stays in half precision and, of the gradient, in two rows instead of
four.
"""

from __future__ import annotations

import torch
from torch import Tensor, library

from lib.fields.encoding import SPECS
from lib.fields.kernels import triton_encoding, triton_mlp


@library.custom_op("fields::field", mutates_args=())
def field(
    x: Tensor,
    table: Tensor,
    active: Tensor,
    w1: Tensor,
    b1: Tensor,
    w2: Tensor,
    b2: Tensor,
    w3: Tensor,
    b3: Tensor,
    spec: int,
    relu: bool,
    tangents: bool,
) -> tuple[Tensor, Tensor, Tensor]:
    """Return value (M, n_out), gradient (3, M) of its first column (empty without tangents), and
    the features.

    `x` (M, 3) world units; `table` (entries, D) and the weights (see `triton_mlp.forward`) float32;
    `active` (1,) int32, the number of levels switched on, where a captured graph reads it anew;
    `spec` counts in `encoding.SPECS`. Differentiable in `x`, `table` and the weights.
    """
    rows = triton_encoding.forward(x, table, SPECS[spec], active, tangents)
    value, gradient = triton_mlp.forward(x, rows, _contiguous(w1, b1, w2, b2, w3, b3), relu)
    return value, value.new_empty(3, 0) if gradient is None else gradient, rows


@field.register_fake
def _(x, table, active, w1, b1, w2, b2, w3, b3, spec, relu, tangents):
    rows = x.new_empty(4 if tangents else 1, SPECS[spec].n_features, len(x), dtype=torch.float16)
    return (
        x.new_empty(len(x), len(b3)),
        x.new_empty(3, len(x) if tangents else 0),
        rows.transpose(1, 2),
    )


@library.custom_op("fields::field_backward", mutates_args=())
def field_backward(
    grad_value: Tensor,
    grad_gradient: Tensor,
    x: Tensor,
    table: Tensor,
    rows: Tensor,
    active: Tensor,
    w1: Tensor,
    b1: Tensor,
    w2: Tensor,
    b2: Tensor,
    w3: Tensor,
    b3: Tensor,
    spec: int,
    relu: bool,
    need_x: bool,
) -> tuple[Tensor, Tensor, Tensor]:
    """Return gradients of x (M, 3) (empty unless needed), of the table, and of all weights, one
    after another.
    """
    weights = _contiguous(w1, b1, w2, b2, w3, b3)
    along = grad_gradient.contiguous() if len(rows) == 4 else None
    grad_x, grad_rows, sums = triton_mlp.backward(x, rows, weights, grad_value, along, relu, need_x)
    grad_table = triton_encoding.backward(x, grad_rows, table, SPECS[spec], active, along, grad_x)
    return x.new_empty(0, 3) if grad_x is None else grad_x, grad_table, sums


@field_backward.register_fake
def _(
    grad_value, grad_gradient, x, table, rows, active, w1, b1, w2, b2, w3, b3, spec, relu, need_x
):
    n_weights = sum(w.numel() for w in (w1, b1, w2, b2, w3, b3))
    return x.new_empty(len(x) if need_x else 0, 3), torch.empty_like(table), x.new_empty(n_weights)


def _save(ctx, inputs, output):
    x, table, active, *weights = inputs[:9]
    ctx.save_for_backward(x, table, active, output[2], *weights)
    ctx.constants = inputs[9:11]
    ctx.mark_non_differentiable(output[2])


def _differentiate(ctx, grad_value, grad_gradient, _):
    x, table, active, rows, *weights = ctx.saved_tensors
    need_x = ctx.needs_input_grad[0]
    grad_x, grad_table, sums = field_backward(
        grad_value, grad_gradient, x, table, rows, active, *weights, *ctx.constants, need_x
    )
    grads = [
        part.view_as(w)
        for part, w in zip(sums.split([w.numel() for w in weights]), weights, strict=True)
    ]
    return grad_x if need_x else None, grad_table, None, *grads, None, None, None


field.register_autograd(_differentiate, setup_context=_save)


def _contiguous(*tensors: Tensor) -> tuple[Tensor, ...]:
    return tuple(t.detach().contiguous() for t in tensors)
