"""A position becomes features: a multi-resolution hash grid that carries its own derivative.

The gradient of the SDF is needed in the forward pass and is trained through. Carrying the value and
three tangents forward needs one backward pass only, where differentiating twice needs two. `encode`
runs on numba or in plain torch (any device and precision: the reference that tests compare with);
on a CUDA device `field.HashField` has Triton do encoding and network together.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from lib.fields.kernels import numba_encoding

PRIMES = (1, 2654435761, 805459861)


@dataclass(frozen=True)
class GridSpec:
    """The shape of a hash grid over [-bound, bound]^3, world units.

    Level l has `resolutions[l]` cells along each axis and its entries at `offsets[l]:offsets[l +
    1]` of the table. A level whose vertices fit into 2**log2_table_size entries is stored densely,
    others are hashed (Mueller et al. 2022, eq. 4). From a vertex to the next, features go in a
    straight line where `smoothstep` is 0, by smoothstep where it is 1. A straight line has jumps of
    its slope at the vertices. Smoothstep has none, but its slope falls to 0 at each of them, so no
    tilted plane comes out straight.
    """

    bound: float
    resolutions: tuple[int, ...]
    offsets: tuple[int, ...]
    level_dim: int
    log2_table_size: int
    smoothstep: float = 0.0

    @classmethod
    def build(
        cls,
        bound: float,
        n_levels: int,
        level_dim: int,
        base: int,
        finest: int,
        log2_table_size: int,
        smoothstep: float = 0.0,
    ) -> GridSpec:
        """Return the spec whose levels grow geometrically from `base` to `finest` cells."""
        growth = (finest / base) ** (1.0 / max(n_levels - 1, 1))
        resolutions = tuple(int(base * growth**level + 1e-6) for level in range(n_levels))
        offsets = [0]
        for resolution in resolutions:
            entries = min((resolution + 1) ** 3, 2**log2_table_size)
            offsets.append(offsets[-1] + (entries + 7) // 8 * 8)
        return cls(bound, resolutions, tuple(offsets), level_dim, log2_table_size, smoothstep)

    @property
    def n_levels(self) -> int:
        return len(self.resolutions)

    @property
    def n_features(self) -> int:
        return self.n_levels * self.level_dim

    def is_dense(self, level: int) -> bool:
        return (self.resolutions[level] + 1) ** 3 <= 2**self.log2_table_size


def encode(
    x: Tensor, table: Tensor, spec: GridSpec, n_active: int, tangents: bool = True
) -> Tensor:
    """Return features and their derivative: (4, M, L*D), or (1, M, L*D) without tangents.

    `x` (M, 3) world units; `table` (entries, D). Row 0 is the value, rows 1 to 3 are d/dx, d/dy,
    d/dz in world units. Levels from `n_active` on give zeros (coarse to fine). Differentiable in
    `table` and in `x`.
    """
    if table.dtype == torch.float64 or table.is_cuda:
        return encode_reference(x, table, spec, n_active, tangents)
    return _Encode.apply(x, table, spec, n_active, tangents)


class _Encode(torch.autograd.Function):
    """The kernel path on a processor: forward as `encode`, backward into table and positions."""

    @staticmethod
    def forward(
        ctx, x: Tensor, table: Tensor, spec: GridSpec, n_active: int, tangents: bool
    ) -> Tensor:
        ctx.save_for_backward(x, table)
        ctx.spec, ctx.n_active = spec, n_active
        return numba_encoding.forward(x, table, spec, n_active, tangents)

    @staticmethod
    def backward(ctx, grad_out: Tensor):
        x, table = ctx.saved_tensors
        grad_out, layout = grad_out.contiguous(), (ctx.spec, ctx.n_active)
        grad_x = grad_table = None
        if ctx.needs_input_grad[0]:
            grad_x = numba_encoding.backward_position(x, table, grad_out, *layout)
        if ctx.needs_input_grad[1]:
            grad_table = numba_encoding.backward(x, grad_out, *layout, table.shape)
        return grad_x, grad_table, None, None, None


def encode_reference(
    x: Tensor, table: Tensor, spec: GridSpec, n_active: int, tangents: bool = True
) -> Tensor:
    """Return `encode` of `x` (M, 3) and `table` (entries, D) in plain torch: any device and
    precision, differentiable in both. The kernels are tested against it.
    """
    unit = (x / spec.bound + 1.0) / 2.0
    inside = unit.detach().clamp(0.0, 1.0)
    rows = []
    for level in range(spec.n_levels):
        if level >= n_active:
            rows.append(table.new_zeros(4 if tangents else 1, len(x), spec.level_dim))
            continue
        resolution = spec.resolutions[level]
        cell = (inside * resolution).floor().clamp(max=resolution - 1).long()
        f = unit.clamp(0.0, 1.0) * resolution - cell
        weight = f * (1.0 + spec.smoothstep * (f * (3.0 - 2.0 * f) - 1.0))
        # Outside the bound the features stay as on its border, so their derivative is zero there.
        slope = 1.0 + spec.smoothstep * (6.0 * f * (1.0 - f) - 1.0)
        slope = slope * (unit == unit.clamp(0.0, 1.0)) * (resolution / (2.0 * spec.bound))
        total = 0.0
        for corner in range(8):
            bit = torch.tensor([corner & 1, corner >> 1 & 1, corner >> 2 & 1], device=x.device)
            entry = table[spec.offsets[level] + _index(cell + bit, level, spec)]
            w = torch.where(bit.bool(), weight, 1.0 - weight)
            products = [w[:, 0] * w[:, 1] * w[:, 2]]
            if tangents:
                d = torch.where(bit.bool(), slope, -slope)
                products += [
                    d[:, 0] * w[:, 1] * w[:, 2],
                    w[:, 0] * d[:, 1] * w[:, 2],
                    w[:, 0] * w[:, 1] * d[:, 2],
                ]
            total = total + torch.stack(products)[..., None] * entry
        rows.append(total)
    return torch.cat(rows, dim=-1)


def _index(vertex: Tensor, level: int, spec: GridSpec) -> Tensor:
    if spec.is_dense(level):
        side = spec.resolutions[level] + 1
        return vertex[:, 0] + side * (vertex[:, 1] + side * vertex[:, 2])
    mixed = vertex[:, 0] * PRIMES[0] ^ vertex[:, 1] * PRIMES[1] ^ vertex[:, 2] * PRIMES[2]
    return mixed & 2**spec.log2_table_size - 1


# torch's operators take numbers, not objects: `HashGrid.number` counts in here.
SPECS: list[GridSpec] = []


def _register(spec: GridSpec) -> int:
    if spec not in SPECS:
        SPECS.append(spec)
    return SPECS.index(spec)


class HashGrid(nn.Module):
    """A trainable hash grid; `forward(x)` is `encode` with the levels that are switched on."""

    def __init__(self, spec: GridSpec):
        super().__init__()
        self.spec = spec
        self.table = nn.Parameter(
            torch.empty(spec.offsets[-1], spec.level_dim).uniform_(-1e-4, 1e-4)
        )
        self.n_active = spec.n_levels
        self.number = _register(spec)
        # The same number where a captured CUDA graph reads it anew.
        self.register_buffer(
            "active", torch.tensor([spec.n_levels], dtype=torch.int32), persistent=False
        )

    def set_level(self, n_active: int) -> None:
        """Switch on the first `n_active` levels (coarse to fine)."""
        n_active = min(n_active, self.spec.n_levels)
        if n_active != self.n_active:
            self.n_active = n_active
            self.active.fill_(n_active)

    def forward(self, x: Tensor, tangents: bool = True) -> Tensor:
        return encode(x, self.table, self.spec, self.n_active, tangents)
