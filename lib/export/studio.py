"""Cameras and lights for pictures of the assets: those of the capture, and new ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch
from scipy.spatial import cKDTree

from lib.capture.cameras import Cameras
from lib.capture.views import HEAD, Views
from lib.export.bounces import Bounces
from lib.export.relight import Environment, Parts, look_at, relight
from lib.fields.scene import Scene
from lib.mesh.clean import n_seen
from lib.mesh.extract import Mesh
from lib.render.raster import interpolate, rasterize
from lib.train.scores import nearest_view

LAMPS = {  # to the right, down, and towards the head, as a camera sees it
    "from the picture's right": (1.2, -0.4, -1.0),
    "from the picture's left": (-1.2, -0.4, -1.0),
    "from above": (0.0, -1.1, -1.0),
    "from below": (0.0, 1.1, -1.0),
    "grazing": (1.0, 0.0, -0.2),
}


@dataclass(frozen=True)
class LitCamera:
    """A camera, and the light under which it took its photo, as a training found them.

    c2w (4, 4) and K (3, 3) as for `rasterize`. size: (height, width). lamp: (3,) world. flash: (3,)
    intensity times colour. ambient: sh_coeffs (9, 3), occlusion (9,), scale. shadows: whether the
    flash sits so far from the lens that the camera sees its shadows.
    """

    c2w: np.ndarray
    K: np.ndarray
    size: tuple[int, int]
    lamp: np.ndarray
    flash: np.ndarray
    ambient: tuple[np.ndarray, np.ndarray, float]
    shadows: bool

    def render(
        self, parts: Parts, device: str = "cpu", bounces: Bounces | None = None
    ) -> np.ndarray:
        """Return a linear picture (H, W, 3) of meshes with maps under the light of the photo.
        bounces: see `relight`.
        """
        return relight(parts, self.c2w, self.K, self.size, self.lamp, self.flash, self.ambient,
                       shadows=self.shadows, device=device, bounces=bounces)  # fmt: skip

    def under_lamps(
        self, parts: Parts, device: str = "cpu", bounces: Bounces | None = None
    ) -> dict[str, np.ndarray]:
        """Return a linear picture (H, W, 3), 300 px wide, for each lamp of LAMPS. A lamp is as
        strong as the flash and as far away as the camera, and casts shadows. bounces: see
        `relight`.
        """
        K, size = self.small()
        reach = np.linalg.norm(self.c2w[:3, 3])

        def picture(direction: tuple[float, ...]) -> np.ndarray:
            place = self.c2w[:3, :3] @ np.array(direction)
            place *= reach / np.linalg.norm(place)
            light = place, self.flash
            return relight(parts, self.c2w, K, size, *light, device=device, bounces=bounces)

        with ThreadPoolExecutor(4) as pool:
            return dict(zip(LAMPS, pool.map(picture, LAMPS.values()), strict=True))

    def under_panoramas(
        self, parts: Parts, panoramas: Mapping[str, np.ndarray], device: str = "cpu"
    ) -> dict[str, np.ndarray]:
        """Return pictures (H, W, 3), linear, 300 px wide: one for each panorama (h, 2 h, 3), whose
        middle is what the head sees of the camera.
        """
        ahead, up = -self.c2w[:3, 2], -self.c2w[:3, 1]

        def picture(panorama: np.ndarray) -> np.ndarray:
            light = Environment(panorama, ahead, up)
            return relight(parts, self.c2w, *self.small(), environment=light, device=device)

        with ThreadPoolExecutor(4) as pool:
            return dict(zip(panoramas, pool.map(picture, panoramas.values()), strict=True))

    def small(self, px: int = 300) -> tuple[np.ndarray, tuple[int, int]]:
        """Return K and size of the same picture at a width of `px`."""
        shrink = self.size[1] / px
        size = tuple(round(side / shrink) for side in self.size)
        return self.K / np.array([[shrink], [shrink], [1]]), size


@torch.no_grad()
def lit_camera(scene: Scene, c2w: np.ndarray, cameras: Cameras, size: tuple[int, int]) -> LitCamera:
    """Return a new camera c2w (4, 4), with the lens of `cameras`, on which the scene was
    trained. The nearest of these gives its gain and occlusion.
    """
    light, device = scene.light, scene.beta.device
    near = torch.tensor([nearest_view(c2w, cameras.c2w)], device=device)
    pose = torch.as_tensor(np.asarray(c2w)[None], dtype=torch.float32, device=device)
    ambient = light.sh_coeffs.cpu().numpy(), light.occlusion[near[0]].cpu().numpy()
    return LitCamera(
        c2w,
        cameras.K,
        size,
        light.flash_position(pose)[0].cpu().numpy(),
        light.flash(near)[0].cpu().numpy(),
        (*ambient, scene.sh_scale),
        light.beside_lens,
    )


def turning(
    parts: Parts,
    shot: LitCamera,
    axes: np.ndarray,
    n: int = 24,
    px: int = 240,
    device: str = "cpu",
    bounces: Bounces | None = None,
) -> Iterator[np.ndarray]:
    """Yield n linear pictures (H, W, 3), `px` wide: the camera swings from side to side while a
    lamp moves around the head. axes: (3, 3) front, left and up of the head, world. bounces: see
    `relight`.
    """
    front, left, up = axes
    (K, size), reach = shot.small(px), np.linalg.norm(shot.c2w[:3, 3])

    def picture(angle: float) -> np.ndarray:
        swing = 0.6 * np.sin(angle)
        view = look_at(reach * (np.cos(swing) * front + np.sin(swing) * left), np.zeros(3), up)
        lamp = np.cos(angle) * left + 0.3 * up + (0.8 + 0.5 * np.sin(angle)) * front
        lamp *= reach / np.linalg.norm(lamp)
        light = lamp, shot.flash
        return relight(parts, view, K, size, *light, supersample=1, device=device, bounces=bounces)

    with ThreadPoolExecutor(4) as pool:
        yield from pool.map(picture, np.linspace(0, 2 * np.pi, n, endpoint=False))


def looks(
    mesh: Mesh,
    cameras: Cameras,
    axes: np.ndarray,
    px: int = 280,
    n_squares: int = 48,
    device: str = "cpu",
) -> Iterator[tuple[str, np.ndarray, np.ndarray, np.ndarray]]:
    """Yield four views of a mesh: (from where, c2w, normals (H, W, 3), chequer (H, W)), from its
    right, the front, its left and from behind.

    Normals are NaN where nothing is. The chequer is 0 or 1, with n_squares a side of the map. axes
    as in `turning`.
    """
    front, left, up = axes
    turn = np.argsort(cameras.c2w[:, :3, 3] @ left)
    poses = [*cameras.c2w[turn[[0, len(turn) // 2, -1]]]]
    poses.append(look_at(-np.linalg.norm(poses[1][:3, 3]) * front, np.zeros(3), up))
    lens = cameras.scaled(cameras.width / px)
    size = lens.height, lens.width
    names = ("from its right", "from the front", "from its left", "from behind")
    for name, pose in zip(names, poses, strict=True):
        seen = rasterize(mesh.v_pos, mesh.t_pos_idx, pose, lens.K, size, device)
        on = (seen.face_id >= 0)[..., None]
        normal = np.where(on, interpolate(mesh.v_nrm, mesh.t_pos_idx, seen), np.nan)
        squares = np.floor(n_squares * interpolate(mesh.v_uv, mesh.t_pos_idx, seen)).sum(-1) % 2
        yield name, pose, normal, squares


def outline_overlap(
    mesh: Mesh, cameras: Cameras, masks: Sequence[np.ndarray], device: str = "cpu"
) -> float:
    """Return the mean IoU of a mesh's outline with the cameras' masks (N, H, W) bool."""
    overlaps = []
    for pose, mask in zip(cameras.c2w, masks, strict=True):
        seen = rasterize(mesh.v_pos, mesh.t_pos_idx, pose, cameras.K, mask.shape, device)
        drawn = seen.face_id >= 0
        overlaps.append((drawn & mask).sum() / max((drawn | mask).sum(), 1))
    return float(np.mean(overlaps))


def kept_and_cut(
    raw: Mesh, kept: Mesh, views: Views, axes: np.ndarray, device: str = "cpu", px: int = 280
) -> dict[str, np.ndarray]:
    """Return pictures (H, W) of how many photos see each place: of the mesh `raw`, then of `kept`,
    from the front, half from the left, from behind and from below. NaN where nothing is.
    """
    front, left, up = axes
    counts = n_seen([raw], views.cameras, [(views.labels & HEAD) > 0], device)[0]
    near = cKDTree(raw.v_pos).query(kept.v_pos)[1]
    reach = np.median(np.linalg.norm(views.cameras.c2w[:, :3, 3], axis=1))
    lens = views.cameras.scaled(views.cameras.width / px)
    size = lens.height, lens.width
    places = {
        "from the front": front,
        "half from the left": front + left,
        "from behind": -front,
        "from below": 0.3 * front - up,
    }
    pictures = {}
    for words, mesh, values in (("all", raw, counts), ("kept", kept, counts[near])):
        for name, place in places.items():
            pose = look_at(reach * place / np.linalg.norm(place), np.zeros(3), up)
            seen = rasterize(mesh.v_pos, mesh.t_pos_idx, pose, lens.K, size, device)
            shown = interpolate(values[:, None].astype(np.float32), mesh.t_pos_idx, seen)[..., 0]
            pictures[f"{words}, {name}"] = np.where(seen.face_id >= 0, shown, np.nan)
    return pictures
