"""A field on a CUDA device: encoding and network as one function.

What passes between the two stays in half precision and, of the gradient, in two rows instead of
four. It is no operator of torch.library: the first call of one loads torch's compiler, which takes
seconds, and nothing here is compiled.
"""

from __future__ import annotations

import torch
from torch import Tensor

from lib.fields.encoding import SPECS
from lib.fields.kernels import triton_encoding, triton_mlp


class _Field(torch.autograd.Function):
    """See `field`."""

    @staticmethod
    def forward(x, table, active, w1, b1, w2, b2, w3, b3, spec, relu, tangents):
        rows = triton_encoding.forward(x, table, SPECS[spec], active, tangents)
        weights = _contiguous(w1, b1, w2, b2, w3, b3)
        value, gradient = triton_mlp.forward(x, rows, weights, relu)
        return value, value.new_empty(3, 0) if gradient is None else gradient, rows

    @staticmethod
    def setup_context(ctx, inputs, output):
        x, table, active, *weights = inputs[:9]
        ctx.save_for_backward(x, table, active, output[2], *weights)
        ctx.constants = inputs[9:11]
        ctx.mark_non_differentiable(output[2])

    @staticmethod
    def backward(ctx, grad_value, grad_gradient, _):
        x, table, active, rows, *weights = ctx.saved_tensors
        (spec, relu), need_x = ctx.constants, ctx.needs_input_grad[0]
        along = grad_gradient.contiguous() if len(rows) == 4 else None
        grad_x, grad_rows, sums = triton_mlp.backward(
            x, rows, _contiguous(*weights), grad_value, along, relu, need_x
        )
        grad_table = triton_encoding.backward(
            x, grad_rows, table, SPECS[spec], active, along, grad_x
        )
        grads = [
            part.view_as(w)
            for part, w in zip(sums.split([w.numel() for w in weights]), weights, strict=True)
        ]
        return grad_x if need_x else None, grad_table, None, *grads, None, None, None


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
    return _Field.apply(x, table, active, w1, b1, w2, b2, w3, b3, spec, relu, tangents)


def _contiguous(*tensors: Tensor) -> tuple[Tensor, ...]:
    return tuple(t.detach().contiguous() for t in tensors)
