"""Distances and maps of a trained scene at numpy points, for meshing and baking."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from lib.fields.scene import Scene

CHUNK = 1 << 17  # points evaluated at once: bounds the memory, costs no time


class Sampled:
    """One object of a scene for numpy points: 0 the face without eyeballs, 1 the left eyeball, 2
    the right one. No gradients flow.

    inset: how far inside of the SDF's zero level the face's surface is taken, in units of beta
    (`mesh.inset`). The face's distances are those from there.
    """

    def __init__(self, scene: Scene, part: int = 0, inset: float = 0.0):
        if part and scene.eyeballs is None:
            raise ValueError(
                f"part {part}: expected a scene with eyeballs, got one of the first training"
            )
        if part and inset:
            raise ValueError(f"inset {inset}: expected 0 for an eyeball, which keeps its radius")
        self.scene, self.part = scene, part
        self.inset = inset * float(scene.beta)  # world units

    @property
    def cell(self) -> float:
        """Width of the finest cells of the face's hash grid, world units."""
        spec = self.scene.face.residual.grid.spec
        return 2 * spec.bound / spec.resolutions[-1]

    def distance(self, points: np.ndarray) -> np.ndarray:
        """Return signed distances (M,) float32 at points (M, 3), world units."""
        return self._ask(points, self._distance)[0]

    def distance_and_gradient(self, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return signed distances (M,) and their gradients (M, 3) at points (M, 3), world units."""
        return self._ask(points, self._shape)

    def maps(self, points: np.ndarray) -> dict[str, np.ndarray]:
        """Return linear diffuse (M, 3), specular and roughness (M, 1), and unit normals (M, 3) in
        the world's frame, at points (M, 3).
        """
        names = ("diffuse", "specular", "roughness", "normal")
        return dict(zip(names, self._ask(points, self._surface), strict=True))

    def _distance(self, x: Tensor) -> tuple[Tensor]:
        if self.part == 0:
            # without the gradient, a quarter of the cost
            return (self.scene.face_sdf(x) + self.inset,)
        return self._shape(x)[:1]

    def _shape(self, x: Tensor) -> tuple[Tensor, Tensor]:
        if self.part == 0:
            sdf, gradient, _ = self.scene.face(x)
            return sdf + self.inset, gradient
        sdf, gradient = self.scene.eyeballs(x)
        return sdf[:, self.part - 1], gradient[:, self.part - 1]

    def _surface(self, x: Tensor) -> tuple[Tensor, ...]:
        owner = torch.full((len(x),), self.part, device=x.device)
        return *self.scene.material(x, owner), F.normalize(self._shape(x)[1], dim=-1, eps=1e-6)

    @torch.no_grad()
    def _ask(
        self, points: np.ndarray, what: Callable[[Tensor], tuple[Tensor, ...]]
    ) -> tuple[np.ndarray, ...]:
        """Return what a function of points gives at all of them, evaluated in chunks."""
        device, answers = self.scene.beta.device, []
        for i in range(0, max(len(points), 1), CHUNK):
            some = np.ascontiguousarray(points[i : i + CHUNK], np.float32)
            values = what(torch.as_tensor(some, device=device))
            answers.append([value.float().cpu().numpy() for value in values])
        return tuple(np.concatenate(values) for values in zip(*answers, strict=True))
