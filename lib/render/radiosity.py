"""Radiosity: diffuse light between places of a surface, for lib/export/bounces.py.

Training has a cheaper one, cones through the distance field: lib/render/bounce.py.
"""

from __future__ import annotations

import numpy as np
from scipy import sparse

N_DIRECTIONS = 96  # over half a sphere; each is looked along both ways
N_BOUNCES = 3  # then skin has swallowed all but a hundredth
WIDE = 2.0  # cells in which places are matched, in mean distances between places


class Radiosity:
    """Diffuse light between places of a surface, of which each stands for the same area.

    points, normal (N, 3), world, unit; albedo (N, 3), linear; `area`: that of the whole surface,
    world units squared. Along each of many directions a place sees the next one that faces it, and
    takes its light times the cosine (bundles of parallel lines; Sbert 1997, The use of global
    random directions to compute radiosity). No ray is traced: across a direction lies a grid, and
    the places of each cell are sorted along it.
    """

    def __init__(self, points: np.ndarray, normal: np.ndarray, albedo: np.ndarray, area: float):
        self.points, self.normal, self.albedo = points, normal, albedo
        cell = WIDE * np.sqrt(area / max(len(points), 1))
        seers, seen, cosines = [], [], []
        for way in _half_sphere(N_DIRECTIONS):
            cosine = normal @ way
            at = np.floor(points @ _across(way).T / cell).astype(np.int64)
            at -= at.min(0)
            key = at @ [at[:, 1].max() + 1, 1]
            up = np.lexsort([points @ way, key])
            for order, sign in ((up, 1.0), (up[::-1], -1.0)):
                i, j = _next_that_faces(sign * cosine[order], key[order])
                seers.append(order[i])
                seen.append(order[j])
                cosines.append(sign * cosine[order[i]])
        # The integral of radiance times cosine over directions; radiance is irradiance times albedo
        # over pi.
        weight = 4.0 / (2 * N_DIRECTIONS) * np.concatenate(cosines)
        index = np.concatenate(seers), np.concatenate(seen)
        self.transport = sparse.csr_array((weight, index), shape=(len(points),) * 2)

    def arriving(self, direct: np.ndarray) -> np.ndarray:
        """Return the irradiance (N, 3) that comes by way of other places, from the direct one (N,
        3).
        """
        total, wave = np.zeros_like(direct), direct
        for _ in range(N_BOUNCES):
            wave = self.transport @ (self.albedo * wave)
            total += wave
        return total


def _next_that_faces(cosine: np.ndarray, key: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return pairs (i, j) of places sorted by cell `key` and depth: i looks along, j is the next in
    the cell that looks back. cosine (N,): of a place's normal to the direction.
    """
    n = len(key)
    after = np.where(cosine < 0, np.arange(n), n)
    after = np.minimum.accumulate(after[::-1])[::-1]
    i = np.flatnonzero((cosine > 0) & (after < n))
    i = i[key[i] == key[after[i]]]
    return i, after[i]


def _half_sphere(n: int) -> np.ndarray:
    """Return unit directions (n, 3), evenly spread over half a sphere, on a golden spiral."""
    z = (np.arange(n) + 0.5) / n
    angle = np.pi * (1 + 5**0.5) * np.arange(n)
    around = np.stack([np.cos(angle), np.sin(angle)], 1)
    return np.concatenate([around * np.sqrt(1 - z**2)[:, None], z[:, None]], 1)


def _across(way: np.ndarray) -> np.ndarray:
    """Return two unit rows (2, 3) at right angles to a unit direction (3,) and to each other."""
    one = np.cross(way, np.eye(3)[np.abs(way).argmin()])
    one /= np.linalg.norm(one)
    return np.stack([one, np.cross(way, one)])
