"""Bounced light of an exported head under a lamp anywhere, by radiosity between its places.

The solver is lib/render/radiosity.py. In training, lib/render/bounce.py adds the flash's bounced
light in another way: by cones through the distance field.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import sparse
from scipy.spatial import cKDTree

from lib.mesh.extract import Mesh, joined
from lib.render.radiosity import Radiosity
from lib.render.raster import sample, texels

N_PLACES = 12_000  # on all parts: 3 mm apart on a grown-up's head
N_NEAR = 12  # places whose light a vertex takes the mean of
# How much of the computed bounced light is added, per unit of light.bounce. The rest is already in
# the trained albedo. At 0.15 a training adds 0.36 (MakeHuman head) and 0.39 (sample) of what is
# found here under the flash.
PER_BOUNCE = 2.5


class Bounces:
    """Diffuse light from skin to skin under a point light anywhere.

    `parts`: (mesh, maps) of head and eyeballs, as for `relight`. bounce: the setting `light.bounce`
    of their training. points, normal (N, 3): the places, world. Built once a head, in about a
    second; a light then costs milliseconds.
    """

    def __init__(
        self,
        parts: Sequence[tuple[Mesh, dict[str, np.ndarray]]],
        bounce: float,
        n_places: int = N_PLACES,
    ):
        self.share = min(PER_BOUNCE * bounce, 1.0)
        meshes = [mesh for mesh, _ in parts]
        areas = [mesh.areas() for mesh in meshes]
        whole = sum(area.sum() for area in areas)
        rows = [
            _places(mesh, maps["diffuse"], area, max(round(n_places * area.sum() / whole), 1))
            for (mesh, maps), area in zip(parts, areas, strict=True)
        ]
        self.points, self.normal, albedo = (np.concatenate(x) for x in zip(*rows, strict=True))
        self.radiosity = Radiosity(self.points, self.normal, albedo, float(whole))
        v_pos, _, _ = joined(meshes)
        v_nrm = np.concatenate([mesh.vertex_normals() for mesh in meshes])
        n_near = min(N_NEAR, len(self.points))
        gap, near = cKDTree(self.points).query(v_pos, np.arange(1, n_near + 1), workers=-1)
        alike = np.einsum("vkc,vc->vk", self.normal[near], v_nrm)
        weight = np.clip(alike, 0.05, 1) ** 2 / (gap + 0.3 * gap[:, -1:] + 1e-9)
        weight /= weight.sum(1, keepdims=True)
        vertex = np.repeat(np.arange(len(v_pos)), n_near)
        self.to_vertices = sparse.csr_array(
            (weight.ravel(), (vertex, near.ravel())), shape=(len(v_pos), len(self.points))
        )

    def at_vertices(self, lamp: np.ndarray, rgb: np.ndarray, lit: np.ndarray) -> np.ndarray:
        """Return the irradiance (V, 3) float32 at the vertices of all parts by way of other places:
        the share of it that counts.

        lamp (3,) world, rgb (3,) as for `relight`; lit (N, 1): the share of the lamp's light that
        is not in shadow at each place.
        """
        toward = np.asarray(lamp, float) - self.points
        square = (toward**2).sum(1, keepdims=True)
        cosine = (toward * self.normal).sum(1, keepdims=True) / np.sqrt(square)
        direct = lit * np.clip(cosine, 0, None) / square * np.asarray(rgb, float)
        thrown = self.share * self.radiosity.arriving(direct)
        return (self.to_vertices @ thrown).astype(np.float32)


def _places(
    mesh: Mesh, diffuse: np.ndarray, areas: np.ndarray, n: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return position, unit normal and albedo (n, 3) each, of places that stand for equal areas."""
    upto = np.cumsum(areas)
    face = np.searchsorted(upto, (np.arange(n) + 0.5) / n * upto[-1]).clip(0, len(areas) - 1)
    corners = mesh.t_pos_idx[face]
    a, b = np.random.default_rng(0).random((2, n, 1))
    bary = np.concatenate([1 - np.sqrt(a), np.sqrt(a) * (1 - b), np.sqrt(a) * b], 1)

    def mean(values: np.ndarray) -> np.ndarray:
        return np.einsum("nk,nkc->nc", bary, values[corners])

    normal = mean(mesh.vertex_normals())
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
    uv = texels(mean(mesh.v_uv), len(diffuse))
    return mean(mesh.v_pos), normal, sample(diffuse, uv)
