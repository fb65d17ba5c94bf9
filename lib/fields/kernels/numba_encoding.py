"""The hash grid on a CPU: numba kernels behind `lib.fields.encoding.encode`."""

from __future__ import annotations

import numpy as np
import torch
from numba import njit, prange
from torch import Tensor

FAST = {"cache": True, "fastmath": True, "parallel": True}


@njit(cache=True, inline="always")
def _corner(ix, iy, iz, side, mask):
    if mask == 0:
        return ix + side * (iy + side * iz)
    mixed = (
        np.uint32(ix)
        ^ (np.uint32(iy) * np.uint32(2654435761))
        ^ (np.uint32(iz) * np.uint32(805459861))
    )
    return np.int64(mixed & np.uint32(mask))


@njit(cache=True, inline="always")
def _axis(x, bound, resolution, smooth):
    """Return cell, weight and its world derivative along one axis."""
    unit = (x / bound + np.float32(1.0)) * np.float32(0.5)
    clamped = min(max(unit, np.float32(0.0)), np.float32(1.0))
    position = clamped * np.float32(resolution)
    cell = min(np.int64(position), np.int64(resolution - 1))
    f = position - np.float32(cell)
    one, two, three, six = np.float32(1.0), np.float32(2.0), np.float32(3.0), np.float32(6.0)
    weight = f * (one + smooth * (f * (three - two * f) - one))
    slope = one + smooth * (six * f * (one - f) - one)
    slope *= np.float32(resolution) / (two * bound)
    if unit != clamped:
        slope = np.float32(0.0)
    return cell, weight, slope


@njit(cache=True, inline="always")
def _weights(bx, by, bz, wx, wy, wz, sx, sy, sz):
    """Return weight of a corner, and its derivative along each axis."""
    one = np.float32(1.0)
    ax = wx if bx else one - wx
    ay = wy if by else one - wy
    az = wz if bz else one - wz
    return (
        ax * ay * az,
        (sx if bx else -sx) * ay * az,
        (sy if by else -sy) * ax * az,
        (sz if bz else -sz) * ax * ay,
    )


@njit(**FAST)
def _forward(x, table, bound, smooth, resolutions, offsets, masks, n_active, out):
    n_rows, n_points, _ = out.shape
    dim = table.shape[1]
    for m in prange(n_points):
        for level in range(n_active):
            resolution = resolutions[level]
            cx, wx, sx = _axis(x[m, 0], bound, resolution, smooth)
            cy, wy, sy = _axis(x[m, 1], bound, resolution, smooth)
            cz, wz, sz = _axis(x[m, 2], bound, resolution, smooth)
            column = level * dim
            for d in range(dim):
                for row in range(n_rows):
                    out[row, m, column + d] = 0.0
            for corner in range(8):
                bx, by, bz = corner & 1, (corner >> 1) & 1, (corner >> 2) & 1
                entry = offsets[level] + _corner(
                    cx + bx, cy + by, cz + bz, resolution + 1, masks[level]
                )
                w, gx, gy, gz = _weights(bx, by, bz, wx, wy, wz, sx, sy, sz)
                if n_rows == 1:
                    for d in range(dim):
                        out[0, m, column + d] += w * table[entry, d]
                else:
                    for d in range(dim):
                        value = table[entry, d]
                        out[0, m, column + d] += w * value
                        out[1, m, column + d] += gx * value
                        out[2, m, column + d] += gy * value
                        out[3, m, column + d] += gz * value


@njit(**FAST)
def _backward(x, grad_out, bound, smooth, resolutions, offsets, masks, n_active, grad, lanes):
    # One level a thread: a level's entries are written by its own thread alone, in the order of the
    # points, so the sum is the same in every run and needs no atomics. `lanes` is a tuple as long
    # as an entry: the compiler knows its length, and unrolls the innermost loops.
    n_rows, n_points, _ = grad_out.shape
    dim = len(lanes)
    for level in prange(n_active):
        resolution = resolutions[level]
        column = level * dim
        for m in range(n_points):
            cx, wx, sx = _axis(x[m, 0], bound, resolution, smooth)
            cy, wy, sy = _axis(x[m, 1], bound, resolution, smooth)
            cz, wz, sz = _axis(x[m, 2], bound, resolution, smooth)
            for corner in range(8):
                bx, by, bz = corner & 1, (corner >> 1) & 1, (corner >> 2) & 1
                entry = offsets[level] + _corner(
                    cx + bx, cy + by, cz + bz, resolution + 1, masks[level]
                )
                w, gx, gy, gz = _weights(bx, by, bz, wx, wy, wz, sx, sy, sz)
                if n_rows == 1:
                    for d in range(dim):
                        grad[entry, d] += w * grad_out[0, m, column + d]
                else:
                    for d in range(dim):
                        grad[entry, d] += (
                            w * grad_out[0, m, column + d]
                            + gx * grad_out[1, m, column + d]
                            + gy * grad_out[2, m, column + d]
                            + gz * grad_out[3, m, column + d]
                        )


@njit(cache=True, inline="always")
def _bend(x, bound, resolution, smooth):
    """Return second world derivative of the weight along one axis."""
    unit = (x / bound + np.float32(1.0)) * np.float32(0.5)
    clamped = min(max(unit, np.float32(0.0)), np.float32(1.0))
    if unit != clamped:
        return np.float32(0.0)
    position = clamped * np.float32(resolution)
    f = position - np.float32(min(np.int64(position), np.int64(resolution - 1)))
    scale = np.float32(resolution) / (np.float32(2.0) * bound)
    return smooth * (np.float32(6.0) - np.float32(12.0) * f) * scale * scale


@njit(**FAST)
def _backward_position(
    x, table, grad_out, bound, smooth, resolutions, offsets, masks, n_active, grad
):
    # q: the loss's gradient along a corner's entry, through the value and through each tangent. The
    # value changes with the weights' slopes, a tangent with their second derivatives.
    n_rows, n_points, _ = grad_out.shape
    dim = table.shape[1]
    one, zero = np.float32(1.0), np.float32(0.0)
    for m in prange(n_points):
        dx, dy, dz = zero, zero, zero
        for level in range(n_active):
            resolution = resolutions[level]
            cx, wx, sx = _axis(x[m, 0], bound, resolution, smooth)
            cy, wy, sy = _axis(x[m, 1], bound, resolution, smooth)
            cz, wz, sz = _axis(x[m, 2], bound, resolution, smooth)
            bx = _bend(x[m, 0], bound, resolution, smooth)
            by = _bend(x[m, 1], bound, resolution, smooth)
            bz = _bend(x[m, 2], bound, resolution, smooth)
            column = level * dim
            for corner in range(8):
                ox, oy, oz = corner & 1, (corner >> 1) & 1, (corner >> 2) & 1
                entry = offsets[level] + _corner(
                    cx + ox, cy + oy, cz + oz, resolution + 1, masks[level]
                )
                ax, tx, ux = (wx, sx, bx) if ox else (one - wx, -sx, -bx)
                ay, ty, uy = (wy, sy, by) if oy else (one - wy, -sy, -by)
                az, tz, uz = (wz, sz, bz) if oz else (one - wz, -sz, -bz)
                q = zero
                for d in range(dim):
                    q += grad_out[0, m, column + d] * table[entry, d]
                dx += q * tx * ay * az
                dy += q * ax * ty * az
                dz += q * ax * ay * tz
                if n_rows == 4:
                    qx, qy, qz = zero, zero, zero
                    for d in range(dim):
                        value = table[entry, d]
                        qx += grad_out[1, m, column + d] * value
                        qy += grad_out[2, m, column + d] * value
                        qz += grad_out[3, m, column + d] * value
                    dx += qx * ux * ay * az + qy * tx * ty * az + qz * tx * ay * tz
                    dy += qx * tx * ty * az + qy * ax * uy * az + qz * ax * ty * tz
                    dz += qx * tx * ay * tz + qy * ax * ty * tz + qz * ax * ay * uz
        grad[m, 0], grad[m, 1], grad[m, 2] = dx, dy, dz


def _layout(spec):
    masks = [
        0 if spec.is_dense(level) else 2**spec.log2_table_size - 1 for level in range(spec.n_levels)
    ]
    return (
        np.float32(spec.bound),
        np.float32(spec.smoothstep),
        np.array(spec.resolutions, np.int64),
        np.array(spec.offsets, np.int64),
        np.array(masks, np.int64),
    )


def _finite(x: Tensor) -> np.ndarray:
    # NaN would be an index outside the table.
    return torch.nan_to_num(x.detach()).contiguous().numpy()


def forward(x: Tensor, table: Tensor, spec, n_active: int, tangents: bool) -> Tensor:
    """Return features (4 or 1, M, L*D) of `x` (M, 3); see `lib.fields.encoding.encode`."""
    out = torch.empty(4 if tangents else 1, len(x), spec.n_features)
    out[..., n_active * spec.level_dim :] = 0.0
    _forward(_finite(x), table.detach().numpy(), *_layout(spec), n_active, out.numpy())
    return out


def backward(x: Tensor, grad_out: Tensor, spec, n_active: int, table_shape) -> Tensor:
    """Return gradient of the table (entries, D) from the gradient of the features."""
    grad = torch.zeros(table_shape)
    lanes = (0,) * table_shape[1]
    _backward(_finite(x), grad_out.numpy(), *_layout(spec), n_active, grad.numpy(), lanes)
    return grad


def backward_position(x: Tensor, table: Tensor, grad_out: Tensor, spec, n_active: int) -> Tensor:
    """Return the gradient of the positions (M, 3) from the gradient of the features."""
    grad = torch.empty_like(x)
    _backward_position(
        _finite(x),
        table.detach().numpy(),
        grad_out.numpy(),
        *_layout(spec),
        n_active,
        grad.numpy(),
    )
    return grad
