"""The hash grid on a CUDA device: `encoding.encode` and its gradients as two Triton kernels.

Results are feature-major in memory, (rows, L*D, M), and handed out as the (rows, M, L*D) view: a
program works on one level of neighbouring samples, so its stores, and the loads of the network, are
contiguous. A thread holds two features of one sample: one load reads both, one vector atomic adds
both.
"""

from __future__ import annotations

from functools import lru_cache

import torch
import triton
import triton.language as tl
from torch import Tensor

from lib.fields.encoding import GridSpec

WARPS = 4
BLOCK = 32 * WARPS  # one sample a thread: with more, the pairs change hands through shared memory
COARSE_CELLS = 160  # up to this resolution neighbours on a ray mostly share a cell: sum them first
GROUP = 8  # how many neighbours are summed


@triton.jit
def _axis(x_ptr, m, mask, inverse, cells, AXIS: tl.constexpr, SMOOTH: tl.constexpr):
    """Return, along one axis, cell, weight, and its slope and bend a cell, 0 beyond the bound."""
    unit = tl.load(x_ptr + m * 3 + AXIS, mask=mask, other=0.0) * inverse + 0.5
    inside = tl.minimum(tl.maximum(unit, 0.0), 1.0)
    cell = tl.minimum((inside * cells).to(tl.int32), cells - 1)
    f = inside * cells - cell.to(tl.float32)
    within = tl.where(inside == unit, 1.0, 0.0)
    weight = f * (1.0 + SMOOTH * (f * (3.0 - 2.0 * f) - 1.0))
    slope = 1.0 + SMOOTH * (6.0 * f * (1.0 - f) - 1.0)
    return cell, weight, slope * within, SMOOTH * (6.0 - 12.0 * f) * within


@triton.jit
def _end(weight, slope, BIT: tl.constexpr):
    """Return weight and slope of the upper (BIT 1) or lower end of an edge."""
    if BIT:
        return weight, slope
    else:
        return 1.0 - weight, -slope


@triton.jit
def _entry(side, first, dense, ix, iy, iz, CORNER: tl.constexpr, HASH_MASK: tl.constexpr):
    """Return the entry of a cell's corner in the table. A level is dense or hashed as a whole: the
    choice costs a select.
    """
    ix, iy, iz = ix + (CORNER & 1), iy + ((CORNER >> 1) & 1), iz + (CORNER >> 2)
    x, y, z = ix.to(tl.uint32), iy.to(tl.uint32), iz.to(tl.uint32)
    hashed = (x ^ (y * 2654435761) ^ (z * 805459861)) & HASH_MASK
    return first + tl.where(dense != 0, ix + side * (iy + side * iz), hashed.to(tl.int32))


@triton.jit
def _store(ptr, pair, stride, mask):
    if ptr.dtype.element_ty == tl.float16:  # what it cannot hold becomes its largest number
        pair = tl.minimum(tl.maximum(pair, -65504.0), 65504.0)
    low, high = tl.split(pair)
    tl.store(ptr, low, mask=mask)
    tl.store(ptr + stride, high, mask=mask)


@triton.jit
def _load(ptr, stride, mask):
    low, high = tl.load(ptr, mask=mask, other=0.0), tl.load(ptr + stride, mask=mask, other=0.0)
    return tl.join(low, high).to(tl.float32)


@triton.jit
def _forward(
    x_ptr,
    table_ptr,
    levels_ptr,
    active_ptr,
    out_ptr,
    M,
    inverse,
    D: tl.constexpr,
    HASH_MASK: tl.constexpr,
    SMOOTH: tl.constexpr,
    TANGENTS: tl.constexpr,
    SIZE: tl.constexpr,
):
    m = tl.program_id(0) * SIZE + tl.arange(0, SIZE)
    feature = tl.program_id(1) * 2
    mask, both = m < M, tl.arange(0, 2)[None, :]
    value = tl.zeros([SIZE, 2], tl.float32)
    d_x, d_y, d_z = value, value, value
    if feature // D < tl.load(active_ptr):
        level_ptr = levels_ptr + feature // D * 3
        cells, first, dense = tl.load(level_ptr), tl.load(level_ptr + 1), tl.load(level_ptr + 2)
        ix, sx, dx, _ = _axis(x_ptr, m, mask, inverse, cells, 0, SMOOTH)
        iy, sy, dy, _ = _axis(x_ptr, m, mask, inverse, cells, 1, SMOOTH)
        iz, sz, dz, _ = _axis(x_ptr, m, mask, inverse, cells, 2, SMOOTH)
        scale = cells * inverse
        for c in tl.static_range(8):
            wx, tx = _end(sx, dx * scale, c & 1)
            wy, ty = _end(sy, dy * scale, (c >> 1) & 1)
            wz, tz = _end(sz, dz * scale, c >> 2)
            entry = _entry(cells + 1, first, dense, ix, iy, iz, c, HASH_MASK)
            pair = (entry * (D // 2) + feature % D // 2)[:, None] * 2 + both
            f = tl.load(table_ptr + pair, mask=mask[:, None], other=0.0).to(tl.float32)
            value += (wx * wy * wz)[:, None] * f
            if TANGENTS:
                d_x += (tx * wy * wz)[:, None] * f
                d_y += (wx * ty * wz)[:, None] * f
                d_z += (wx * wy * tz)[:, None] * f
    out = out_ptr + feature * M + m
    row = tl.num_programs(1) * 2 * M
    _store(out, value, M, mask)
    if TANGENTS:
        _store(out + row, d_x, M, mask)
        _store(out + 2 * row, d_y, M, mask)
        _store(out + 3 * row, d_z, M, mask)


@triton.jit
def _backward(
    x_ptr,
    grad_ptr,
    along_ptr,
    table_ptr,
    levels_ptr,
    active_ptr,
    grad_table_ptr,
    grad_x_ptr,
    M,
    inverse,
    first_level,
    stride_row,
    stride_m,
    stride_f,
    D: tl.constexpr,
    HASH_MASK: tl.constexpr,
    SMOOTH: tl.constexpr,
    TANGENTS: tl.constexpr,
    POSITION: tl.constexpr,
    GROUP: tl.constexpr,
    SIZE: tl.constexpr,
):
    m = tl.program_id(0) * SIZE + tl.arange(0, SIZE)
    feature = first_level * D + tl.program_id(1) * 2
    mask, both = m < M, tl.arange(0, 2)[None, :]
    if feature // D < tl.load(active_ptr):
        level_ptr = levels_ptr + feature // D * 3
        cells, first, dense = tl.load(level_ptr), tl.load(level_ptr + 1), tl.load(level_ptr + 2)
        scale = cells * inverse
        ix, sx, dx, bx = _axis(x_ptr, m, mask, inverse, cells, 0, SMOOTH)
        iy, sy, dy, by = _axis(x_ptr, m, mask, inverse, cells, 1, SMOOTH)
        iz, sz, dz, bz = _axis(x_ptr, m, mask, inverse, cells, 2, SMOOTH)
        grad = grad_ptr + m * stride_m + feature * stride_f
        g = _load(grad, stride_f, mask)
        largest = tl.abs(g)
        g_x, g_y, g_z = g, g, g
        if TANGENTS:
            g_along = _load(grad + stride_row, stride_f, mask) * scale
            g_x = g_along * tl.load(along_ptr + m, mask=mask, other=0.0)[:, None]
            g_y = g_along * tl.load(along_ptr + M + m, mask=mask, other=0.0)[:, None]
            g_z = g_along * tl.load(along_ptr + 2 * M + m, mask=mask, other=0.0)[:, None]
            largest += tl.abs(g_x) + tl.abs(g_y) + tl.abs(g_z)
        write = mask & (tl.sum(largest, axis=1) != 0.0)  # empty rays cost no atomics
        alike = write
        if GROUP > 1:  # neighbours in one cell: the first adds the sum of all
            cell = tl.reshape(ix + (cells + 1) * (iy + (cells + 1) * iz), [SIZE // GROUP, GROUP])
            same = tl.max(cell, axis=1) == tl.min(cell, axis=1)
            alike = tl.reshape(tl.broadcast_to(same[:, None], [SIZE // GROUP, GROUP]), [SIZE])
            write = mask & tl.where(alike, m % GROUP == 0, write)
        grad_x = tl.zeros([SIZE], tl.float32)
        grad_y, grad_z = grad_x, grad_x
        for c in tl.static_range(8):
            wx, tx = _end(sx, dx, c & 1)
            wy, ty = _end(sy, dy, (c >> 1) & 1)
            wz, tz = _end(sz, dz, c >> 2)
            entry = _entry(cells + 1, first, dense, ix, iy, iz, c, HASH_MASK)
            pair = (entry * (D // 2) + feature % D // 2)[:, None] * 2 + both
            share = (wx * wy * wz)[:, None] * g
            if TANGENTS:
                share += (tx * wy * wz)[:, None] * g_x + (wx * ty * wz)[:, None] * g_y
                share += (wx * wy * tz)[:, None] * g_z
            if GROUP > 1:
                total = tl.sum(tl.reshape(share, [SIZE // GROUP, GROUP, 2]), axis=1)
                total = tl.broadcast_to(total[:, None, :], [SIZE // GROUP, GROUP, 2])
                share = tl.where(alike[:, None], tl.reshape(total, [SIZE, 2]), share)
            tl.atomic_add(grad_table_ptr + pair, share, mask=write[:, None], sem="relaxed")
            if POSITION:
                f = tl.load(table_ptr + pair, mask=mask[:, None], other=0.0).to(tl.float32)
                q = tl.sum(g * f, axis=1)
                grad_x += q * tx * wy * wz
                grad_y += q * wx * ty * wz
                grad_z += q * wx * wy * tz
                if TANGENTS:  # second derivatives; the lower end of an edge has the opposite bend
                    qx, qy, qz = (
                        tl.sum(g_x * f, axis=1),
                        tl.sum(g_y * f, axis=1),
                        tl.sum(g_z * f, axis=1),
                    )
                    _, ux = _end(sx, bx, c & 1)
                    _, uy = _end(sy, by, (c >> 1) & 1)
                    _, uz = _end(sz, bz, c >> 2)
                    grad_x += qx * ux * wy * wz + qy * tx * ty * wz + qz * tx * wy * tz
                    grad_y += qx * tx * ty * wz + qy * wx * uy * wz + qz * wx * ty * tz
                    grad_z += qx * tx * wy * tz + qy * wx * ty * tz + qz * wx * wy * uz
        if POSITION:
            tl.atomic_add(grad_x_ptr + m * 3, grad_x * scale, mask=mask, sem="relaxed")
            tl.atomic_add(grad_x_ptr + m * 3 + 1, grad_y * scale, mask=mask, sem="relaxed")
            tl.atomic_add(grad_x_ptr + m * 3 + 2, grad_z * scale, mask=mask, sem="relaxed")


@lru_cache(maxsize=64)
def _levels(spec: GridSpec, device: torch.device) -> Tensor:
    """Return cells, first entry and 1 if dense of each level, (L, 3) int32."""
    if spec.level_dim % 2:
        raise ValueError(
            f"network.level_dim: the Triton kernels take features in pairs, expected an even "
            f"number, got {spec.level_dim}; set it to 2"
        )
    rows = [[r, spec.offsets[i], int(spec.is_dense(i))] for i, r in enumerate(spec.resolutions)]
    return torch.tensor(rows, dtype=torch.int32, device=device)


def _constants(spec: GridSpec) -> dict[str, int]:
    return {
        "D": spec.level_dim,
        "HASH_MASK": 2**spec.log2_table_size - 1,
        "SMOOTH": float(spec.smoothstep),
        "SIZE": BLOCK,
        "num_warps": WARPS,
    }


def forward(
    x: Tensor,
    table: Tensor,
    spec: GridSpec,
    active: Tensor,
    tangents: bool = True,
    dtype: torch.dtype = torch.float16,
) -> Tensor:
    """Return features (4, M, L*D), or (1, M, L*D) without tangents, in `dtype`: `encoding.encode`.

    `x` (M, 3) world units and `table` (entries, D) float32; `active` (1,) int32 on the device, the
    number of levels switched on, which a captured graph reads anew.
    """
    levels = _levels(spec, x.device)
    out = x.new_empty(4 if tangents else 1, spec.n_features, len(x), dtype=dtype)
    grid = (triton.cdiv(len(x), BLOCK), spec.n_features // 2)
    _forward[grid](
        x.detach().contiguous(),
        table.detach(),
        levels,
        active,
        out,
        len(x),
        0.5 / spec.bound,
        TANGENTS=tangents,
        **_constants(spec),
    )
    return out.transpose(1, 2)


def backward(
    x: Tensor,
    grad_out: Tensor,
    table: Tensor,
    spec: GridSpec,
    active: Tensor,
    along: Tensor | None = None,
    grad_x: Tensor | None = None,
) -> Tensor:
    """Return gradient (entries, D) float32 of the `table`.

    `grad_out` (1, M, L*D), any strides; with `along` (3, M) there is a second row, and the
    gradients of the three tangents are `along` times it. The gradient of the positions is added to
    `grad_x` (M, 3) float32: through the value by the slope, through the tangents by the second
    derivatives. Sums are in no fixed order: repeated runs differ in the last bits.
    """
    levels, grad_table = _levels(spec, x.device), torch.zeros_like(table)
    n_coarse = sum(r <= COARSE_CELLS for r in spec.resolutions)
    for begin, end, group in ((0, n_coarse, GROUP), (n_coarse, spec.n_levels, 1)):
        if end > begin:
            grid = (triton.cdiv(len(x), BLOCK), (end - begin) * spec.level_dim // 2)
            _backward[grid](
                x.detach().contiguous(),
                grad_out,
                x if along is None else along,
                table.detach(),
                levels,
                active,
                grad_table,
                x if grad_x is None else grad_x,
                len(x),
                0.5 / spec.bound,
                begin,
                *grad_out.stride(),
                TANGENTS=along is not None,
                POSITION=grad_x is not None,
                GROUP=group,
                **_constants(spec),
            )
    return grad_table
