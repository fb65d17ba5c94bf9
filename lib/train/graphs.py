"""A training step as a CUDA graph: launched as one, instead of a thousand kernels one by one."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import torch

# Eager steps before a capture: lazy set-up and kernel compilation must not be recorded.
N_WARMUP = 3


class StepGraphs:
    """Replays a step that takes one hashable argument; a graph for each value of it.

    The step must keep its shapes and may not wait for the device. Warm-up steps count as steps:
    what they return is as good as a replay's. Tensors that a replay returns are overwritten by the
    next.
    """

    def __init__(
        self, step: Callable[[Hashable], dict[str, torch.Tensor]], generator: torch.Generator
    ):
        self.step, self.generator = step, generator
        self.calls: dict[Hashable, int] = {}
        self.graphs: dict[Hashable, tuple[torch.cuda.CUDAGraph, dict[str, torch.Tensor]]] = {}
        self.stream = torch.cuda.Stream()

    def run(self, key: Hashable) -> dict[str, torch.Tensor]:
        """Do one step; return what it computed."""
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
