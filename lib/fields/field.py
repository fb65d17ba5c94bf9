"""A hash grid and the network behind it, and the choice of what runs them.

On a CUDA device with Triton both run as one function, which belongs to neither encoding.py nor
mlp.py and is therefore called here. On a processor each of these two calls its own numba kernels.
Plain torch is the reference for all.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import sysconfig
from pathlib import Path

import torch
from torch import Tensor, nn

from lib.fields.encoding import GridSpec, HashGrid
from lib.fields.mlp import MLP, TangentMLP

# Triton starts its kernels through a few lines of C, which include Python's headers.
HAS_TRITON = (
    importlib.util.find_spec("triton") is not None
    and bool(
        os.environ.get("CC") or shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    )
    and (Path(sysconfig.get_path("include")) / "Python.h").is_file()
)


class HashField(nn.Module):
    """Numbers at a position, with the gradient of the first where the network carries tangents."""

    def __init__(self, spec: GridSpec, network: TangentMLP | MLP):
        super().__init__()
        self.grid = HashGrid(spec)
        self.network = network

    def forward(self, x: Tensor, tangents: bool = False) -> tuple[Tensor, Tensor | None]:
        """Return values (M, n_out) and, with `tangents`, d value[0] / dx (M, 3), at `x` (M, 3),
        world units.
        """
        if x.is_cuda and HAS_TRITON and x.dtype == torch.float32:
            from lib.fields.kernels.triton_field import field

            value, gradient, _ = field(
                x,
                self.grid.table,
                self.grid.active,
                *self.network.layers(),
                self.grid.number,
                isinstance(self.network, MLP),
                tangents,
            )
            return value, gradient.T if tangents else None
        features = self.grid(x, tangents)
        position = x[None]
        if tangents:
            axes = torch.eye(3, device=x.device, dtype=x.dtype)
            position = torch.cat([position, axes[:, None, :].expand(3, len(x), 3)])
        value, gradient = self.network(torch.cat([position, features], dim=-1))
        return value, gradient.T if tangents else None
