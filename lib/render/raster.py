"""Triangles to pixels: which face a pixel sees, where on it, and how far away.

There are two backends with one convention. numba fills a z-buffer on the processor. nvdiffrast does
it for CUDA tensors, where it is installed. Pixel (column i, row j) has its centre at (i + 0.5, j +
0.5); row 0 is the top of a picture, and v = 1 in a UV map. Faces seen from behind are drawn as
well. Callers see the same axes and face indices from both.
"""

from __future__ import annotations

import functools
import threading
from dataclasses import dataclass
from typing import Any

import numba
import numpy as np
import torch

NEAR = 1e-4  # world units; nothing nearer to the camera's plane is drawn
ONE_AT_A_TIME = threading.Lock()  # a context of nvdiffrast serves one thread


@dataclass
class Fragments:
    """What every pixel sees; arrays of numpy or of torch, as the vertices were."""

    face_id: Any  # (H, W) int32, -1 where nothing is
    # (H, W, 3) float32, perspective-correct weights of the face's corners, 0 where nothing is
    bary: Any
    depth: Any  # (H, W) float32, camera z in world units (1 in a UV map), inf where nothing is


@functools.cache
def _nvdiffrast() -> Any:
    """Return nvdiffrast's torch interface, or None if it is not installed."""
    try:
        import nvdiffrast.torch as dr
    except ImportError:
        return None
    return dr


@functools.cache
def _context(device: str) -> Any:
    return _nvdiffrast().RasterizeCudaContext(device=device)


def backend(v_pos: Any = None) -> str:
    """Return the name of the backend that draws these vertices: "nvdiffrast" or "numba"."""
    on_gpu = isinstance(v_pos, torch.Tensor) and v_pos.is_cuda
    return "nvdiffrast" if on_gpu and _nvdiffrast() is not None else "numba"


def rasterize(
    v_pos: Any, t_pos_idx: Any, c2w: Any, K: Any, size: tuple[int, int], device: str = "cpu"
) -> Fragments:
    """Return fragments of a mesh seen by a pinhole camera.

    v_pos (V, 3) world units; t_pos_idx (F, 3) integers; c2w (4, 4) OpenCV camera-to-world (x right,
    y down, z forward); K (3, 3) pixels; size (height, width). Of faces at the same depth the first
    one wins. Visibility is not differentiable; `interpolate` is, in its attributes. Tensors are
    drawn where they are; numpy arrays on `device`, and come back as numpy arrays.
    """
    if _drawn_on(v_pos, device):
        lent = _tensor(v_pos, device)
        return _returned(rasterize(lent, t_pos_idx, c2w, K, size))
    if backend(v_pos) == "nvdiffrast":
        c2w, K = (_tensor(m, v_pos.device).double() for m in (c2w, K))
        p_px = (v_pos.detach().double() - c2w[:3, 3]) @ c2w[:3, :3] @ K.T
        return _draw_cuda(p_px, t_pos_idx, size)
    c2w, K = (np.asarray(_numpy(m), np.float64) for m in (c2w, K))
    p_px = _pixels(np.asarray(_numpy(v_pos)), c2w, K @ c2w[:3, :3].T)
    return _draw(p_px, t_pos_idx, size, like=v_pos)


def rasterize_uv(v_uv: Any, t_uv_idx: Any, size: int, device: str = "cpu") -> Fragments:
    """Return the fragments of a mesh in its UV square: which face and point each texel belongs to.

    v_uv (V, 2), u right and v up. t_uv_idx (F, 3). size: texels a side. Row 0 is v = 1, texel
    centres are at +0.5. Where faces overlap, the first one wins. `device` as for `rasterize`.
    """
    if _drawn_on(v_uv, device):
        lent = _tensor(v_uv, device)
        return _returned(rasterize_uv(lent, t_uv_idx, size))
    if backend(v_uv) == "nvdiffrast":
        uv = v_uv.detach().double()
        p_px = torch.stack([uv[:, 0] * size, (1 - uv[:, 1]) * size, torch.ones_like(uv[:, 0])], -1)
        return _draw_cuda(p_px, t_uv_idx, (size, size))
    uv = np.asarray(_numpy(v_uv), np.float64)
    p_px = np.stack([uv[:, 0] * size, (1 - uv[:, 1]) * size, np.ones(len(uv))], -1)
    return _draw(p_px, t_uv_idx, (size, size), like=v_uv)


def texels(v_uv: np.ndarray, size: int = 1) -> np.ndarray:
    """Return column and row (N, 2), from its upper left corner, of places v_uv (N, 2), u right and
    v up, on a map of `size` texels a side; by default in parts of the map.
    """
    return (v_uv * [1, -1] + [0, 1]) * size


def sample(grid: np.ndarray, xy: np.ndarray) -> np.ndarray:
    """Return values (M, ...) of a grid (H, W, ...) at xy (M, 2), linear between cell centres, which
    are at +0.5.
    """
    xy = np.nan_to_num(xy - 0.5, nan=-1e6)
    x0, y0 = (
        np.clip(np.floor(c), 0, n - 2).astype(int)
        for c, n in zip(xy.T, grid.shape[1::-1], strict=True)
    )
    fx, fy = np.clip(xy[:, 0] - x0, 0, 1), np.clip(xy[:, 1] - y0, 0, 1)
    fx, fy = (f.reshape(-1, *[1] * (grid.ndim - 2)) for f in (fx, fy))
    return (grid[y0, x0] * (1 - fx) + grid[y0, x0 + 1] * fx) * (1 - fy) + (
        grid[y0 + 1, x0] * (1 - fx) + grid[y0 + 1, x0 + 1] * fx
    ) * fy


def interpolate(attributes: Any, t_idx: Any, fragments: Fragments) -> Any:
    """Return (H, W, C) values of vertex attributes (V, C) at every pixel, 0 where nothing is.

    Torch attributes give a torch result, differentiable with respect to them.
    """
    if not isinstance(attributes, torch.Tensor):
        attributes, t_idx, face_id = np.asarray(attributes), np.asarray(t_idx), fragments.face_id
        out = np.zeros((*face_id.shape, attributes.shape[1]), np.float32)
        _mix(attributes, t_idx, face_id, fragments.bary, out)
        return out
    device = attributes.device
    face_id, faces = _tensor(fragments.face_id, device), _tensor(t_idx, device).long()
    bary = _tensor(fragments.bary, device).to(attributes.dtype)
    corners = attributes[faces[face_id.clamp(min=0).long()]]
    return (bary[..., None] * corners).sum(-2)  # bary is 0 where nothing is


def _drawn_on(v_pos: Any, device: str) -> bool:
    """Return whether numpy vertices are drawn by nvdiffrast, which tiles pictures beyond 2048 px
    itself.
    """
    on_cuda = not isinstance(v_pos, torch.Tensor) and torch.device(device).type == "cuda"
    return on_cuda and _nvdiffrast() is not None


def _returned(fragments: Fragments) -> Fragments:
    return Fragments(*(_numpy(x) for x in (fragments.face_id, fragments.bary, fragments.depth)))


def _tensor(x: Any, device: torch.device | str) -> torch.Tensor:
    """Return numpy's or torch's values as a tensor on a device. Views that run backwards or skip
    are copied: torch takes none.
    """
    values = x if isinstance(x, torch.Tensor) else np.ascontiguousarray(x)
    return torch.as_tensor(values, device=device)


def _numpy(x: Any) -> Any:
    return x.detach().cpu().numpy() if isinstance(x, torch.Tensor) else x


def _draw(p_px: np.ndarray, t_idx: Any, size: tuple[int, int], like: Any) -> Fragments:
    """Return fragments of homogeneous pixel positions, by the numba z-buffer."""
    t_idx = np.ascontiguousarray(_numpy(t_idx), np.int32)
    if t_idx.ndim != 2 or t_idx.shape[1] != 3:
        raise ValueError(
            f"faces must be (F, 3) vertex indices, got an array of shape {t_idx.shape}"
        )
    if len(t_idx) and (t_idx.min() < 0 or t_idx.max() >= len(p_px)):
        raise ValueError(
            f"faces name vertices {t_idx.min()}..{t_idx.max()}, but there are only {len(p_px)}"
        )
    height, width = int(size[0]), int(size[1])
    face_id = np.full((height, width), -1, np.int32)
    bary = np.zeros((height, width, 3), np.float32)
    depth = np.full((height, width), np.inf, np.float32)
    _fill(np.ascontiguousarray(p_px), t_idx, NEAR, face_id, bary, depth)
    if isinstance(like, torch.Tensor):
        face_id, bary, depth = (
            torch.as_tensor(a, device=like.device) for a in (face_id, bary, depth)
        )
    return Fragments(face_id, bary, depth)


@numba.njit(cache=True, nogil=True)
def _fill(p, t_idx, near, face_id, bary, depth):
    """Draw triangles of homogeneous pixel positions p (x w, y w, w) into the three buffers.

    A pixel q = (x, y, 1) lies on the triangle where q = sum b_i p_i with all b_i >= 0; by Cramer's
    rule b_i is the edge function (p_j x p_k) . q over the determinant (Olano & Greer 1997). The
    depth is then 1 / sum b_i and the weights b_i / sum b_i are perspective-correct, without
    clipping. Two faces that share an edge compute it with exactly opposite signs, so no pixel falls
    between them.
    """
    height, width = face_id.shape
    e = np.empty((3, 3))
    for f in range(len(t_idx)):
        n_behind = 0
        x_min, x_max, y_min, y_max = np.inf, -np.inf, np.inf, -np.inf
        for k in range(3):
            q, r = p[t_idx[f, (k + 1) % 3]], p[t_idx[f, (k + 2) % 3]]
            e[k, 0] = q[1] * r[2] - q[2] * r[1]
            e[k, 1] = q[2] * r[0] - q[0] * r[2]
            e[k, 2] = q[0] * r[1] - q[1] * r[0]
            if q[2] < near:
                n_behind += 1
            else:
                x_min, x_max = min(x_min, q[0] / q[2]), max(x_max, q[0] / q[2])
                y_min, y_max = min(y_min, q[1] / q[2]), max(y_max, q[1] / q[2])
        p0 = p[t_idx[f, 0]]
        det = e[0, 0] * p0[0] + e[0, 1] * p0[1] + e[0, 2] * p0[2]
        if n_behind == 3 or det == 0.0 or not np.isfinite(det):
            continue
        if n_behind > 0:  # the projection reaches infinity: every pixel may be inside
            x_min, x_max, y_min, y_max = 0.0, width, 0.0, height
        if det < 0.0:
            det = -det
            e[:] = -e
        i0, i1 = int(np.ceil(max(x_min, 0.0) - 0.5)), int(np.floor(min(x_max, width) - 0.5))
        j0, j1 = int(np.ceil(max(y_min, 0.0) - 0.5)), int(np.floor(min(y_max, height) - 0.5))
        for j in range(max(j0, 0), min(j1, height - 1) + 1):
            y = j + 0.5
            for i in range(max(i0, 0), min(i1, width - 1) + 1):
                x = i + 0.5
                b0 = e[0, 0] * x + e[0, 1] * y + e[0, 2]
                b1 = e[1, 0] * x + e[1, 1] * y + e[1, 2]
                b2 = e[2, 0] * x + e[2, 1] * y + e[2, 2]
                total = b0 + b1 + b2
                if b0 < 0.0 or b1 < 0.0 or b2 < 0.0 or total <= 0.0:
                    continue
                z = np.float32(det / total)
                if z >= near and z < depth[j, i]:
                    depth[j, i] = z
                    face_id[j, i] = f
                    bary[j, i, 0], bary[j, i, 1], bary[j, i, 2] = b0 / total, b1 / total, b2 / total


@numba.njit(cache=True, nogil=True)
def _pixels(v_pos, c2w, to_px):
    """Return the homogeneous pixel positions (V, 3) of world points. to_px (3, 3): K @ rotation."""
    out = np.empty((len(v_pos), 3))
    for i in range(len(v_pos)):
        x, y, z = v_pos[i, 0] - c2w[0, 3], v_pos[i, 1] - c2w[1, 3], v_pos[i, 2] - c2w[2, 3]
        for k in range(3):
            out[i, k] = to_px[k, 0] * x + to_px[k, 1] * y + to_px[k, 2] * z
    return out


@numba.njit(cache=True, nogil=True)
def _mix(attributes, t_idx, face_id, bary, out):
    """Fill in the weighted means (H, W, C) of the corners' attributes, where there is a face."""
    for j in range(face_id.shape[0]):
        for i in range(face_id.shape[1]):
            f = face_id[j, i]
            if f < 0:
                continue
            for k in range(3):
                corner = t_idx[f, k]
                for c in range(attributes.shape[1]):
                    out[j, i, c] += np.float32(bary[j, i, k] * attributes[corner, c])


def _draw_cuda(p_px: torch.Tensor, t_idx: Any, size: tuple[int, int]) -> Fragments:
    """Return the fragments of homogeneous pixel positions, by nvdiffrast. Its first row is y = -1,
    our top.
    """
    height, width = int(size[0]), int(size[1])
    t_idx = _tensor(t_idx, p_px.device).int().contiguous()
    w = p_px[:, 2]
    far = float(w.max()) * 1.01 + NEAR
    near = max(float(w.min()) * 0.99, far * 1e-3)  # single precision has no depth for a wider range
    z = (w * (far + near) - 2 * far * near) / (far - near)
    # A map has exactly one depth, so that of overlapping faces the first one wins.
    if w.min() == w.max():
        z = torch.zeros_like(w)
    clip = torch.stack([2 * p_px[:, 0] / width - w, 2 * p_px[:, 1] / height - w, z, w], -1).float()
    dr, context = _nvdiffrast(), _context(str(p_px.device))
    with ONE_AT_A_TIME:
        drawn, _ = dr.rasterize(
            context, clip[None].contiguous(), t_idx, (height, width), grad_db=False
        )
    out = drawn[0]
    face_id = out[..., 3].int() - 1
    hit = face_id >= 0
    bary = torch.cat([out[..., :2], 1 - out[..., :2].sum(-1, keepdim=True)], -1) * hit[..., None]
    corners_w = w.float()[t_idx.long()[face_id.clamp(min=0).long()]]
    depth = torch.where(hit, (bary * corners_w).sum(-1), torch.inf)
    return Fragments(face_id, bary, depth)
