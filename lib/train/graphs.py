"""A training step as a CUDA graph of fused kernels: launched as one, instead of a thousand one by one."""
from __future__ import annotations

import warnings
from collections.abc import Callable, Hashable

import torch

from lib.fields.field import HAS_TRITON

N_WARMUP = 3        # eager steps before a capture: lazy set-up and kernel compilation must not be recorded
PAYS_FROM = 20000   # steps from which fusing pays: on an H100 it takes 45 s (later 10 s) and saves 1 to 2 ms a step


def fused(function: Callable, n_calls: int) -> Callable:
    """The function with its small operations fused by torch.compile, where Triton can run and `n_calls` pay for it.

    Its arguments' shapes must not change. The first call compiles; what it made is cached on disk.
    """
    if not HAS_TRITON:
        warnings.warn("Triton, a C compiler (cc, gcc or clang) or Python's headers are missing: training on the GPU "
                      "runs unfused, many times slower", stacklevel=2)
    return torch.compile(function, fullgraph=True, dynamic=False) if HAS_TRITON and n_calls >= PAYS_FROM else function


class StepGraphs:
    """Replays a step that takes one hashable argument; a graph for each value of it.

    The step must keep its shapes and may not wait for the device. Warm-up steps count as steps: what they
    return is as good as a replay's. Tensors that a replay returns are overwritten by the next.
    """

    def __init__(self, step: Callable[[Hashable], dict[str, torch.Tensor]], generator: torch.Generator):
        self.step, self.generator = step, generator
        self.calls: dict[Hashable, int] = {}
        self.graphs: dict[Hashable, tuple[torch.cuda.CUDAGraph, dict[str, torch.Tensor]]] = {}
        self.stream = torch.cuda.Stream()

    def run(self, key: Hashable) -> dict[str, torch.Tensor]:
        """One step."""
        self.calls[key] = self.calls.get(key, 0) + 1
        if self.calls[key] <= N_WARMUP:
            self.stream.wait_stream(torch.cuda.current_stream())
            with torch.cuda.stream(self.stream):
                out = self.step(key)
            torch.cuda.current_stream().wait_stream(self.stream)
            return out
        if key not in self.graphs:
            graph = torch.cuda.CUDAGraph()
            graph.register_generator_state(self.generator)
            with torch.cuda.graph(graph):
                out = self.step(key)
            self.graphs[key] = graph, out
        graph, out = self.graphs[key]
        graph.replay()
        return out
