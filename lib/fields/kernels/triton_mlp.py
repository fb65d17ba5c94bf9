"""A field on a CUDA device: two hidden layers in one Triton kernel forward, one backward.

A program takes SIZE samples at a time through all layers; activations stay in registers and the
backward pass computes them again. With tangents (the SDF's network, `mlp.TangentMLP`) three streams
are not needed: forward, the SDF's derivative by the features, one row, is taken back through the
layers and multiplied with their tangents; backward, one tangent along the loss's gradient stands
for all three. Products have half-precision operands (float16 forward: 11 bits like TF32, at twice
the speed; bfloat16 backward, for its range) and float32 sums; position, biases, SDF and its
gradient are float32 throughout.
"""

from __future__ import annotations

import torch
import triton
import triton.language as tl
from torch import Tensor

LAUNCH = {"SIZE": 64, "num_warps": 4, "num_stages": 1}  # tuned on an H100
PROGRAMS_PER_SM = 2


@triton.jit
def _as(a, PRECISION: tl.constexpr):
    """Return an operand of a product. Weights are converted before the loop, so that they leave the
    registers.

    What float16 cannot hold becomes its largest number: an infinity would turn a whole training
    into NaN.
    """
    if PRECISION == "float16":
        if a.dtype == tl.float32:
            a = tl.minimum(tl.maximum(a, -65504.0), 65504.0)
        return a.to(tl.float16)
    elif PRECISION == "bfloat16":
        return a.to(tl.bfloat16)
    else:
        return a.to(tl.float32)


@triton.jit
def _dot(a, b, PRECISION: tl.constexpr):
    return tl.dot(_as(a, PRECISION), _as(b, PRECISION), input_precision="ieee")


@triton.jit
def _outer(g, a, total, PRECISION: tl.constexpr):
    """Add g^T a. Converted before it is transposed, g is read by the tensor cores as it lies."""
    return tl.dot(tl.trans(_as(g, PRECISION)), _as(a, PRECISION), total, input_precision="ieee")


@triton.jit
def _activate(z, RELU: tl.constexpr):
    """Return activation and its slope: ReLU, or softplus(100) without overflow."""
    if RELU:
        return tl.maximum(z, 0.0), tl.where(z > 0.0, 1.0, 0.0)
    else:
        e = tl.exp2(-144.26950408889634 * tl.abs(z))  # exp(-100 |z|)
        # log(1 + e) to 3e-8 (Abramowitz & Stegun 4.1.44), a third of the work of the library's.
        log = -0.0064535442 * e + 0.0360884937
        log = (((log * e - 0.0953293897) * e + 0.1676540711) * e - 0.2407338084) * e + 0.3317990258
        log = ((log * e - 0.4998741238) * e + 0.9999964239) * e
        return tl.maximum(z, 0.0) + 0.01 * log, tl.where(z >= 0.0, 1.0, e) / (1.0 + e)


@triton.jit
def _hidden(
    x_ptr,
    h,
    w1_ptr,
    b1_ptr,
    b2_ptr,
    u1,
    u2,
    m,
    ok,
    n,
    IN: tl.constexpr,
    RELU: tl.constexpr,
    PRECISION: tl.constexpr,
):
    """Return activations and slopes of both layers. Half precision of the position would move the
    surface.
    """
    z = _dot(h, u1, PRECISION) + tl.load(b1_ptr + n)[None, :]
    for axis in tl.static_range(3):
        x = tl.load(x_ptr + m * 3 + axis, mask=ok, other=0.0)
        z += x[:, None] * tl.load(w1_ptr + n * IN + axis)[None, :]
    a1, slope1 = _activate(z, RELU)
    a2, slope2 = _activate(_dot(a1, u2, PRECISION) + tl.load(b2_ptr + n)[None, :], RELU)
    return a1, slope1, a2, slope2


@triton.jit
def _forward(
    x_ptr,
    in_ptr,
    w1_ptr,
    b1_ptr,
    w2_ptr,
    b2_ptr,
    w3_ptr,
    b3_ptr,
    value_ptr,
    gradient_ptr,
    M,
    stride_row,
    stride_m,
    stride_k,
    K: tl.constexpr,
    KP: tl.constexpr,
    W: tl.constexpr,
    OUT: tl.constexpr,
    OP: tl.constexpr,
    TANGENTS: tl.constexpr,
    RELU: tl.constexpr,
    PRECISION: tl.constexpr,
    SIZE: tl.constexpr,
):
    k, n, o = tl.arange(0, KP), tl.arange(0, W), tl.arange(0, OP)
    IN: tl.constexpr = K + 3
    w1 = tl.load(w1_ptr + n[:, None] * IN + k[None, :] + 3, mask=k[None, :] < K, other=0.0)
    w2 = tl.load(w2_ptr + n[:, None] * W + n[None, :])
    w3 = tl.load(w3_ptr + o[:, None] * W + n[None, :], mask=o[:, None] < OUT, other=0.0)
    w1, w2, w3 = _as(w1, PRECISION), _as(w2, PRECISION), _as(w3, PRECISION)
    for tile in range(tl.program_id(0), tl.cdiv(M, SIZE), tl.num_programs(0)):
        m = tile * SIZE + tl.arange(0, SIZE)
        ok = m < M
        load = ok[:, None] & (k[None, :] < K)
        source = in_ptr + m[:, None] * stride_m + k[None, :] * stride_k
        h = tl.load(source, mask=load, other=0.0)
        _, slope1, a, slope2 = _hidden(
            x_ptr,
            h,
            w1_ptr,
            b1_ptr,
            b2_ptr,
            tl.trans(w1),
            tl.trans(w2),
            m,
            ok,
            n,
            IN,
            RELU,
            PRECISION,
        )
        value = _dot(a, tl.trans(w3), PRECISION)
        w3_sdf = tl.load(w3_ptr + n)[None, :]
        if TANGENTS:
            value = tl.where(o[None, :] == 0, tl.sum(a * w3_sdf, axis=1)[:, None], value)
        value += tl.load(b3_ptr + o, mask=o < OUT, other=0.0)[None, :]
        tl.store(
            value_ptr + m[:, None] * OUT + o[None, :], value, mask=ok[:, None] & (o[None, :] < OUT)
        )
        if TANGENTS:
            g1 = slope1 * _dot(slope2 * w3_sdf, w2, PRECISION)
            g = _dot(g1, w1, PRECISION)
            for axis in tl.static_range(3):
                h = tl.load(source + (axis + 1) * stride_row, mask=load, other=0.0).to(tl.float32)
                gradient = tl.sum(g * h, axis=1) + tl.sum(
                    g1 * tl.load(w1_ptr + n * IN + axis)[None, :], axis=1
                )
                tl.store(gradient_ptr + axis * M + m, gradient, mask=ok)


@triton.jit
def _backward(
    x_ptr,
    in_ptr,
    w1_ptr,
    b1_ptr,
    w2_ptr,
    b2_ptr,
    w3_ptr,
    grad_value_ptr,
    grad_gradient_ptr,
    grad_in_ptr,
    grad_x_ptr,
    partial_ptr,
    M,
    stride_row,
    stride_m,
    stride_k,
    grad_stride_row,
    grad_stride_m,
    grad_stride_k,
    K: tl.constexpr,
    KP: tl.constexpr,
    W: tl.constexpr,
    OUT: tl.constexpr,
    OP: tl.constexpr,
    TANGENTS: tl.constexpr,
    RELU: tl.constexpr,
    GRAD_X: tl.constexpr,
    PRECISION: tl.constexpr,
    GRAD_PRECISION: tl.constexpr,
    SIZE: tl.constexpr,
):
    k, n, o, p = tl.arange(0, KP), tl.arange(0, W), tl.arange(0, OP), tl.arange(0, 16)
    IN: tl.constexpr = K + 3
    w1 = tl.load(w1_ptr + n[:, None] * IN + k[None, :] + 3, mask=k[None, :] < K, other=0.0)
    w2 = tl.load(w2_ptr + n[:, None] * W + n[None, :])
    w3 = tl.load(w3_ptr + o[:, None] * W + n[None, :], mask=o[:, None] < OUT, other=0.0)
    u1, u2 = tl.trans(_as(w1, PRECISION)), tl.trans(_as(w2, PRECISION))
    w1, w2, w3 = _as(w1, GRAD_PRECISION), _as(w2, GRAD_PRECISION), _as(w3, GRAD_PRECISION)
    dw1, dw2 = tl.zeros([W, KP], tl.float32), tl.zeros([W, W], tl.float32)
    dw3 = tl.zeros([W, OP], tl.float32)  # transposed: the tensor cores want 64 rows
    # Columns 0 to 2: weights of the position; column 3: the bias. One product does all four.
    dw0 = tl.zeros([W, 16], tl.float32)
    db2, dw3_sdf, db3 = (
        tl.zeros([W], tl.float32),
        tl.zeros([W], tl.float32),
        tl.zeros([OP], tl.float32),
    )
    for tile in range(tl.program_id(0), tl.cdiv(M, SIZE), tl.num_programs(0)):
        m = tile * SIZE + tl.arange(0, SIZE)
        ok = m < M
        load = ok[:, None] & (k[None, :] < K)
        source = in_ptr + m[:, None] * stride_m + k[None, :] * stride_k
        target = grad_in_ptr + m[:, None] * grad_stride_m + k[None, :] * grad_stride_k
        h = tl.load(source, mask=load, other=0.0)
        # 1. Forward again, which costs less than to store and load the activations.
        a1, slope1, a2, slope2 = _hidden(
            x_ptr, h, w1_ptr, b1_ptr, b2_ptr, u1, u2, m, ok, n, IN, RELU, PRECISION
        )
        # 2. The output layer.
        mask = ok[:, None] & (o[None, :] < OUT)
        g3 = tl.load(grad_value_ptr + m[:, None] * OUT + o[None, :], mask=mask, other=0.0)
        dw3 = _outer(a2, g3, dw3, GRAD_PRECISION)
        db3 += tl.sum(g3, axis=0)
        a1 = _as(a1, GRAD_PRECISION)
        g1 = tl.zeros([SIZE, W], tl.float32)
        g2 = g1
        if TANGENTS:
            # 3. The tangents' share. They are linear in the input's: their weighted sum, the loss's
            # share, is the tangent of the weighted sum, so one stream does for three. Its length is
            # put back afterwards.
            w3_sdf = tl.load(w3_ptr + n)[None, :]
            tx = tl.load(grad_gradient_ptr + m, mask=ok, other=0.0)
            ty = tl.load(grad_gradient_ptr + M + m, mask=ok, other=0.0)
            tz = tl.load(grad_gradient_ptr + 2 * M + m, mask=ok, other=0.0)
            length = tl.sqrt(tx * tx + ty * ty + tz * tz)
            inverse = tl.where(length > 0.0, 1.0 / length, 0.0)
            tx, ty, tz = (tx * inverse)[:, None], (ty * inverse)[:, None], (tz * inverse)[:, None]
            length = length[:, None]
            h = tx * tl.load(source + stride_row, mask=load, other=0.0)
            h += ty * tl.load(source + 2 * stride_row, mask=load, other=0.0)
            h += tz * tl.load(source + 3 * stride_row, mask=load, other=0.0)
            z = _dot(h, u1, PRECISION)
            z += tx * tl.load(w1_ptr + n * IN)[None, :] + ty * tl.load(w1_ptr + n * IN + 1)[None, :]
            z += tz * tl.load(w1_ptr + n * IN + 2)[None, :]
            at = slope1 * z
            gt = slope2 * w3_sdf
            bend = slope2 * length * _dot(at, u2, PRECISION)
            dw3_sdf += tl.sum(bend, axis=0)
            g2 = 100.0 * (1.0 - slope2) * bend * w3_sdf
            dw2 = _outer(gt, length * at, dw2, GRAD_PRECISION)
            gt = slope1 * _dot(gt, w2, GRAD_PRECISION)
            g1 = 100.0 * (1.0 - slope1) * length * gt * z
            dw1 = _outer(gt, length * h, dw1, GRAD_PRECISION)
            mask = ok[:, None] & (p[None, :] < 3)
            along = tl.load(grad_gradient_ptr + p[None, :] * M + m[:, None], mask=mask, other=0.0)
            dw0 = _outer(gt, along, dw0, GRAD_PRECISION)
            tl.store(target + grad_stride_row, _dot(gt, w1, GRAD_PRECISION), mask=load)
        # 4. The hidden layers, from the last to the first.
        g2 += slope2 * _dot(g3, w3, GRAD_PRECISION)
        dw2 = _outer(g2, a1, dw2, GRAD_PRECISION)
        db2 += tl.sum(g2, axis=0)
        g1 += slope1 * _dot(g2, w2, GRAD_PRECISION)
        dw1 = _outer(g1, tl.load(source, mask=load, other=0.0), dw1, GRAD_PRECISION)
        mask = ok[:, None] & (p[None, :] < 3)
        extra = tl.load(x_ptr + m[:, None] * 3 + p[None, :], mask=mask, other=0.0)
        extra += tl.where(ok[:, None] & (p[None, :] == 3), 1.0, 0.0)
        dw0 = _outer(g1, extra, dw0, GRAD_PRECISION)
        tl.store(target, _dot(g1, w1, GRAD_PRECISION), mask=load)
        if GRAD_X:
            for axis in tl.static_range(3):
                share = tl.sum(g1 * tl.load(w1_ptr + n * IN + axis)[None, :], axis=1)
                tl.store(grad_x_ptr + m * 3 + axis, share, mask=ok)
    if TANGENTS:
        dw3 += tl.where(o[None, :] == 0, dw3_sdf[:, None], 0.0)
    # Every program its own row, in the order w1 b1 w2 b2 w3 b3, summed afterwards: the same sum
    # every time.
    row = partial_ptr + tl.program_id(0) * (W * IN + W + W * W + W + OUT * W + OUT)
    tl.store(row + n[:, None] * IN + k[None, :] + 3, dw1, mask=k[None, :] < K)
    tl.store(row + n[:, None] * IN + p[None, :], dw0, mask=p[None, :] < 3)
    tl.store(row + W * IN + n[:, None] + p[None, :] * 0, dw0, mask=p[None, :] == 3)
    row += W * IN + W
    tl.store(row + n[:, None] * W + n[None, :], dw2)
    tl.store(row + W * W + n, db2)
    row += W * W + W
    tl.store(row + o[None, :] * W + n[:, None], dw3, mask=o[None, :] < OUT)
    tl.store(row + OUT * W + o, db3, mask=o < OUT)


def _shapes(rows: Tensor, weights: tuple[Tensor, ...], relu: bool) -> dict:
    (width, n_in), n_features, n_out = weights[0].shape, rows.shape[-1], len(weights[5])
    if n_in != n_features + 3:
        raise ValueError(
            f"weights: expected {n_in} inputs, got {n_features} features and the position"
        )
    if width & (width - 1) or not 16 <= width <= 128:
        raise ValueError(f"network.width: the Triton kernels take 16, 32, 64 or 128, got {width}")
    # 32 features at least: with 16 the compiled backward kernel reads past its shared memory.
    return {
        "K": n_features,
        "KP": max(32, triton.next_power_of_2(n_features)),
        "W": width,
        "OUT": n_out,
        "OP": max(16, triton.next_power_of_2(n_out)),
        "TANGENTS": len(rows) == 4,
        "RELU": relu,
    }


def _programs(n: int, device: torch.device) -> int:
    """Return how many programs share the tiles of n samples."""
    sms = 2
    if device.type == "cuda":
        sms = torch.cuda.get_device_properties(device).multi_processor_count
    return max(1, min(triton.cdiv(n, LAUNCH["SIZE"]), sms * PROGRAMS_PER_SM))


def forward(
    x: Tensor,
    rows: Tensor,
    weights: tuple[Tensor, ...],
    relu: bool = False,
    precision: str = "float16",
) -> tuple[Tensor, Tensor | None]:
    """Return value (M, n_out) and gradient (3, M) of its first column, None if `rows` has no
    tangents; float32.

    `x` (M, 3) position, whose weights come first in the first layer; `rows` (4 or 1, M, K) features
    and their tangents, any strides; `weights` (w1, b1, w2, b2, w3, b3) float32 contiguous;
    `precision` of the operands: float16, bfloat16 or, slow to compile and to run, float32.
    """
    shapes, n = _shapes(rows, weights, relu), len(x)
    value = x.new_empty(n, shapes["OUT"])
    gradient = x.new_empty(3, n) if shapes["TANGENTS"] else None
    _forward[_programs(n, x.device),](
        x.contiguous(),
        rows,
        *weights,
        value,
        value if gradient is None else gradient,
        n,
        *rows.stride(),
        **shapes,
        PRECISION=precision,
        **LAUNCH,
    )
    return value, gradient


def backward(
    x: Tensor,
    rows: Tensor,
    weights: tuple[Tensor, ...],
    grad_value: Tensor,
    grad_gradient: Tensor | None,
    relu: bool = False,
    need_x: bool = False,
    precision: str = "float16",
    grad_precision: str = "bfloat16",
) -> tuple[Tensor | None, Tensor, Tensor]:
    """Return gradients of x (M, 3), None unless needed, of rows, and of all weights' numbers, one
    weight after another.

    Rows get (1, M, K), and with tangents a second row, the SDF's derivative by the features:
    `grad_gradient` (3, M) times it is the gradient of the tangents. Laid out as `rows`; bfloat16 if
    they are half precision.
    """
    shapes, n = _shapes(rows, weights, relu), len(x)
    programs = _programs(n, x.device)
    grad_rows = torch.empty_like(
        rows[:2], dtype=torch.float32 if rows.dtype == torch.float32 else torch.bfloat16
    )
    grad_x = torch.empty_like(x) if need_x else None
    partial = x.new_empty(programs, sum(w.numel() for w in weights))
    along = grad_value if grad_gradient is None else grad_gradient
    _backward[programs,](
        x.contiguous(),
        rows,
        *weights[:5],
        grad_value.contiguous(),
        along.contiguous(),
        grad_rows,
        partial if grad_x is None else grad_x,
        partial,
        n,
        *rows.stride(),
        *grad_rows.stride(),
        **shapes,
        GRAD_X=need_x,
        PRECISION=precision,
        GRAD_PRECISION=grad_precision,
        **LAUNCH,
    )
    return grad_x, grad_rows, partial.sum(0)
