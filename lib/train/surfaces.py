"""What a camera sees of a scene's surface: for every pixel one point on it, with its normal and its
owner.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional as F

from lib.capture.views import HEAD, LEFT_EYE, RIGHT_EYE, Views
from lib.fields.scene import Scene
from lib.mesh.extract import extract
from lib.mesh.sampled import Sampled
from lib.render.raster import interpolate, rasterize

N_NEWTON = 2  # steps that take a point of the mesh to the surface itself
# Memory for views that were drawn. When it is full, the view used longest ago makes room.
CACHE_BYTES = 1 << 30
CHUNK = 1 << 17  # points evaluated at once


class ViewPoints(NamedTuple):
    """What one camera sees inside the head mask: M pixels, each with a point of the surface, world
    units.
    """

    row: Tensor  # (H, W) int32, a pixel's row in the arrays below; -1: it shows nothing
    points: Tensor  # (M, 3)
    normal: Tensor  # (M, 3) unit, of the SDF
    owner: Tensor  # (M,) int8: 0 face, 1 left eyeball, 2 right eyeball
    # (M,) bool: the photo's pixel shows this point and nothing else; outlines are left out
    sure: Tensor


class VisiblePoints:
    """The surface of a scene as each view sees it: drawn at the first use and kept, up to
    `max_bytes` in all.

    `c2w` (N, 4, 4) of the views, corrected where poses are fitted. Meshes of face and eyeballs are
    drawn by nvdiffrast for a scene on a CUDA device, where it is installed, and by numba elsewhere
    (lib.render.raster). No gradients flow.
    """

    def __init__(
        self,
        scene: Scene,
        views: Views,
        c2w: Tensor,
        resolution: int = 192,
        outline_px: int = 2,
        max_bytes: int = CACHE_BYTES,
    ):
        self.scene, self.views, self.c2w = scene, views, c2w.detach()
        self.outline_px, self.max_bytes = outline_px, max_bytes
        self.k = torch.as_tensor(views.cameras.K, dtype=torch.float32, device=c2w.device)
        self.cell = 2.0 * scene.bound / resolution
        v_pos, t_pos_idx, owner, n = [], [], [], 0
        for part in range(1 if scene.eyeballs is None else 3):
            mesh = extract(Sampled(scene, part).distance, scene.bound, resolution)
            v_pos.append(torch.from_numpy(mesh.v_pos))
            t_pos_idx.append(torch.from_numpy(mesh.t_pos_idx) + n)
            owner.append(torch.full((len(mesh.t_pos_idx),), part, dtype=torch.int8))
            n += len(mesh.v_pos)
        self.v_pos, self.t_pos_idx, self.owner = (
            torch.cat(x).to(c2w.device) for x in (v_pos, t_pos_idx, owner)
        )
        self.kept: OrderedDict[int, ViewPoints] = OrderedDict()

    def __getitem__(self, view: int) -> ViewPoints:
        seen = self.kept.pop(view, None) or self._look(view)
        self.kept[view] = seen
        while len(self.kept) > 1 and sum(map(_bytes, self.kept.values())) > self.max_bytes:
            self.kept.popitem(last=False)
        return seen

    @torch.no_grad()
    def _look(self, view: int) -> ViewPoints:
        labels = torch.as_tensor(self.views.labels[view], device=self.c2w.device)
        c2w = self.c2w[view]
        drawn = rasterize(self.v_pos, self.t_pos_idx, c2w, self.k, tuple(labels.shape))
        hit = (drawn.face_id >= 0) & ((labels & HEAD) > 0)
        owner = torch.where(hit, self.owner[drawn.face_id.clamp(min=0).long()], -1)
        on_mesh = interpolate(self.v_pos, self.t_pos_idx, drawn)[hit]
        chunks = zip(on_mesh.split(CHUNK), owner[hit].split(CHUNK), strict=True)
        points, normal, sure = map(
            torch.cat, zip(*(self._on_surface(x, c2w[:3, 3], of) for x, of in chunks))
        )
        places = points.new_zeros(2, *hit.shape, 3)
        places[0, hit], places[1, hit] = points, normal
        pixel_width = drawn.depth / self.k[0, 0]
        sure &= ~_outline(*places, owner, pixel_width, self.outline_px)[hit]
        if self.scene.eyeballs is not None and self.views.has_eyes:
            # Photo and shape must agree on what is an eye: the frozen shape could only paint one
            # onto the other.
            eye = sum(((labels & bit) > 0) * k for k, bit in ((1, LEFT_EYE), (2, RIGHT_EYE)))
            sure &= (owner == eye)[hit]
        row = torch.full(hit.shape, -1, dtype=torch.int32, device=hit.device)
        row[hit] = torch.arange(len(points), dtype=torch.int32, device=hit.device)
        return ViewPoints(row, points, normal, owner[hit], sure)

    def _on_surface(self, x: Tensor, eye: Tensor, owner: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return points of the mesh (M, 3) moved along their rays to the surface, its normals, and
        which points got there.
        """
        ray = F.normalize(x - eye, dim=-1)
        for step in range(N_NEWTON + 1):
            distance, gradient = self._shape(x, owner)
            if step == N_NEWTON:  # the normals belong to where the last step ended
                break
            slope = (gradient * ray).sum(-1, keepdim=True)
            # A grazing ray takes no long steps.
            slope = torch.where(slope < 0, slope.clamp(max=-0.2), slope.clamp(min=0.2))
            x = x - (distance[:, None] / slope).clamp(-self.cell, self.cell) * ray
        return x, F.normalize(gradient, dim=-1, eps=1e-6), distance.abs() < 0.05 * self.cell

    def _shape(self, x: Tensor, owner: Tensor) -> tuple[Tensor, Tensor]:
        """Return distance (M,) of points to their own object, and its gradient (M, 3)."""
        distance, gradient, _ = self.scene.face(x)
        if self.scene.eyeballs is None:
            return distance, gradient
        eye_distance, eye_gradient = self.scene.eyeballs(x)
        each, own = torch.arange(len(x), device=x.device), owner.long()
        return (
            torch.cat([distance[:, None], eye_distance], 1)[each, own],
            torch.cat([gradient[:, None], eye_gradient], 1)[each, own],
        )


def _outline(
    points: Tensor, normal: Tensor, owner: Tensor, width: Tensor, reach_px: int = 2
) -> Tensor:
    """Return bool (H, W): pixels within `reach_px` of where the surface ends, changes its owner or
    jumps.

    `owner` is -1 where nothing is seen, `width` (H, W) a pixel's, at the surface. Neighbours on one
    surface lie in each other's tangent planes: a cheek seen at a slant does. Where a nose stands
    before a cheek, one of the two is out of the other's plane by more than a pixel's width.
    """
    edge = torch.zeros(owner.shape, dtype=torch.bool, device=owner.device)
    for axis in (0, 1):
        p, n, o, w, e = (
            [t.narrow(axis, k, t.shape[axis] - 1) for k in (0, 1)]
            for t in (points, normal, owner, width, edge)
        )
        gap = p[1] - p[0]
        out = torch.maximum((gap * n[0]).sum(-1).abs(), (gap * n[1]).sum(-1).abs())
        differs = (o[0] != o[1]) | (out > torch.minimum(*w))
        e[0] |= differs
        e[1] |= differs
    return F.max_pool2d(edge[None].float(), 2 * reach_px - 1, 1, reach_px - 1)[0] > 0


def _bytes(seen: ViewPoints) -> int:
    return sum(part.numel() * part.element_size() for part in seen)
