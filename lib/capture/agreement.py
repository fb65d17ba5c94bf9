"""How well masks and cameras agree: the hull of all masks, projected back into every photo."""

from __future__ import annotations

import cv2
import numpy as np
import torch

from lib.capture.cameras import Cameras
from lib.capture.hull import count_votes
from lib.capture.imports import OPENGL
from lib.capture.place import meeting_point, misses
from lib.capture.views import HEAD, Views

RESOLUTION = 64  # cells of the hull a side
SIDE = 96  # px of the longer side of the masks it is compared with


def fill_shares(views: Views, bound: float) -> np.ndarray:
    """Return the share (N,) of each mask that the hull of all masks fills when it is projected
    back.

    It is 1 where masks and cameras agree, and less where a pose is wrong. Only the part of a mask
    that [-bound, bound]^3 can fill counts. All shares are 0 if the hull is empty.
    """
    masks = (views.labels & HEAD) > 0
    axis = torch.linspace(-bound, bound, RESOLUTION + 1)
    grid = torch.stack(torch.meshgrid(axis, axis, axis, indexing="ij"), -1).view(-1, 3)
    vetoes, votes = count_votes(grid, masks, views.cameras)
    hull = grid[(vetoes == 0) & (votes > 0)].double().numpy()
    box = grid.view(RESOLUTION + 1, RESOLUTION + 1, -1, 3)[::2, ::2, ::2].reshape(-1, 3)
    small = views.cameras.scaled(max(1.0, max(masks.shape[1:]) / SIDE))
    cell, shares = 2 * bound / RESOLUTION, np.zeros(len(views))
    for i, mask in enumerate(masks):
        size = (small.width, small.height)
        mask = cv2.resize(mask.astype(np.float32), size, interpolation=cv2.INTER_AREA) >= 0.5
        away = np.linalg.norm(views.cameras.c2w[i, :3, 3])
        px = cell * small.K[0, 0] / max(away - bound, 0.5 * away, 1e-9)
        reach = mask & _covered(small, i, box.double().numpy(), 2 * px)
        shares[i] = (reach & _covered(small, i, hull, px)).sum() / max(reach.sum(), 1)
    return shares


def _covered(cameras: Cameras, i: int, points: np.ndarray, width_px: float) -> np.ndarray:
    """Return the pixels (H,W) bool of frame i that points (P,3) cover; each point is a square
    `width_px` wide.
    """
    picture = np.zeros((cameras.height, cameras.width), np.uint8)
    px, depth = cameras.project(i, points)
    col, row = np.floor(px[depth > 0]).astype(int).T
    seen = (col >= 0) & (col < cameras.width) & (row >= 0) & (row < cameras.height)
    picture[row[seen], col[seen]] = 1
    side = 2 * int(np.ceil(width_px / 2)) + 1
    return cv2.dilate(picture, np.ones((side, side), np.uint8)) > 0


def mask_rays(views: Views) -> tuple[np.ndarray, np.ndarray]:
    """Return the world directions (N,3), unit, through the masks' middles, and the root of each
    mask's area over the focal length (N,).
    """
    K, rays, angles = views.cameras.K, [], []
    for i, labels in enumerate(views.labels):
        head = (labels & HEAD) > 0
        rays.append(views.cameras.rays(i, np.argwhere(head).mean(0)[::-1] + 0.5)[1])
        angles.append(np.sqrt(head.sum() / (K[0, 0] * K[1, 1])))
    return np.concatenate(rays), np.array(angles)


def better_convention(views: Views) -> str | None:
    """Return what to do to the matrices so that the rays through the masks meet in front of the
    cameras; None if they do already, or in no way.
    """
    dirs, _ = mask_rays(views)
    c2w = views.cameras.c2w
    local = np.einsum("nji,nj->ni", c2w[:, :3, :3], dirs)
    found = {}
    ways = {
        "as they are": c2w,
        "invert them (world-to-camera: set data.cameras=opencv_w2c or opengl_w2c)": np.linalg.inv(
            c2w
        ),
        "turn their y and z (OpenGL's axes and OpenCV's: set data.cameras)": c2w @ OPENGL,
        "turn their y and z and invert them": np.linalg.inv(c2w @ OPENGL),
    }
    for words, poses in ways.items():
        origins, rays = poses[:, :3, 3], np.einsum("nij,nj->ni", poses[:, :3, :3], local)
        ahead = ((meeting_point(origins, rays) - origins) * rays).sum(1) > 0
        found[words] = misses(origins, rays) + (1 - ahead.mean())
    best = min(found, key=found.get)
    return best if found[best] < 0.1 and found["as they are"] > 3 * found[best] + 0.05 else None
