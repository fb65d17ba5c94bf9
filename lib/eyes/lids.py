"""The rim of the lids: where an exported head ends on its eyeballs.

A field's surface enters the eyeball somewhere near the lid's edge, where no photo shows it. It may
bulge through the white there, or its normals turn away and draw a black line; and triangles a
millimetre long make the rim a polygon. The photos' eye masks show the rim better. So the mesh is
refined around the rim, the masks vote on where the rim runs, and its vertices are placed on the
eyeball. What lies inside the rim is moved below the eyeball, what lies outside is kept above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse
from scipy.ndimage import gaussian_filter1d
from scipy.sparse.csgraph import connected_components, depth_first_order
from scipy.spatial import ConvexHull, cKDTree

from lib.capture.cameras import Cameras
from lib.capture.distance import signed_distance
from lib.eyes.eyeballs import fit_sphere
from lib.mesh.bake import Maps
from lib.mesh.clean import on_surface
from lib.mesh.complete import fill_image
from lib.mesh.extract import DistanceField, Mesh, joined
from lib.mesh.split import cut_at, edges_of, split
from lib.render.raster import interpolate, rasterize_uv, sample, texels
from lib.render.visibility import DepthMap, evenly_spread

# Lengths in eyeball radii, 12 mm in adults.
ABOUT = 1.5  # the mesh is looked at so far from the eyeball's centre
AHEAD = 0.2  # and only where it lies before the centre, along the gaze
FINEST = 0.035  # edges about the rim are split down to this
BAND = 0.3  # the lid is moved so far around the rim, at most
ABOVE = 0.6  # rise of the lid off the eyeball, over the distance from the rim
THICK = 0.05  # up to this height
BELOW = 0.7, 0.15  # what is inside sinks with this slope, down to this depth
WET = 0.045  # so far from the rim the lid has the eyeball's gloss, fading: tears
EDGE = 0.05  # what is nearer to the rim takes over the colour of the lid further out
TOO_FAR = 0.25  # what stands out of the eyeball by more is no eye, whatever the masks say
CAP = 0.15  # a vote counts at most as much as this distance from the mask's edge
BLUR = 0.06  # the votes are blurred over this
MESH = 3.0  # weight of the mesh's own rim beside that of the masks
SMOOTH = 0.05  # the rim is blurred over this, along itself
NOTCH = 0.08  # and notches up to this deep are filled before
N_RIM = 512  # points of the rim as it is smoothed
N_VIEWS, PX = 48, 160  # views that vote at most; width of the depth map about an eye


@dataclass(frozen=True)
class Ball:
    """An eyeball.

    center (3,), radius, gaze (3,) unit: world. white (3,): linear albedo beside its iris. gloss:
    its specular and roughness there. mesh: its own.
    """

    center: np.ndarray
    radius: float
    gaze: np.ndarray
    white: np.ndarray
    gloss: dict[str, float]
    mesh: Mesh

    @classmethod
    def of(cls, cap: Mesh, maps: Maps) -> Ball:
        """Return the ball of a part that `sphere_cap` and `bake` made; its first vertex is its
        pole.
        """
        center, radius = fit_sphere(cap.v_pos)
        gaze = (cap.v_pos[0] - center) / radius
        y, x = np.indices(maps["mask"].shape) / len(maps["mask"]) - 0.5
        ring = maps["mask"] & (np.abs(np.hypot(x, y) - 0.36) < 0.04)
        gloss = {name: float(np.median(maps[name][ring])) for name in ("specular", "roughness")}
        return cls(center, radius, gaze, np.median(maps["diffuse"][ring], axis=0), gloss, cap)


def settle_lids(
    parts: dict[str, tuple[Mesh, Maps]],
    cameras: Cameras,
    masks: Sequence[np.ndarray],
    field: DistanceField | None = None,
) -> tuple[Mesh, Maps]:
    """Return the head with smooth lid rims on its eyeballs, and its maps to match.

    `parts`: "head" with v_uv, then the eyeballs, each with baked maps. `masks`: for each eyeball
    (N, H, W) bool, true where a photo of `cameras` shows it. New vertices move to the surface of
    `field`. The chart keeps its outline; triangles are added about the rims. Inside a rim the maps
    take over the lid's colours, so that filtering at the rim mixes in nothing else.
    """
    (head, maps), *eyes = parts.values()
    if eyes:
        maps = {name: value.copy() for name, value in maps.items()}
    for (cap, of_eye), seen in zip(eyes, masks, strict=True):
        ball = Ball.of(cap, of_eye)
        votes = _Votes(head, maps["diffuse"], ball, cameras, seen)
        before, rim, inside = cut_at(*_refined(head, ball, votes, field))
        if rim.sum() > 8:  # a few triangles are no opening
            head = _moved(before, ball, rim, inside)
            _follow(maps, before, head, ball, rim, inside)
    return head, maps


class _Votes:
    """Where photos show an eye on a mesh: a score, above 0 for the eye, below for the lids."""

    def __init__(
        self, mesh: Mesh, diffuse: np.ndarray, ball: Ball, cameras: Cameras, masks: np.ndarray
    ):
        self.ball, self.diffuse, self.cameras, self.views = ball, diffuse, cameras, []
        near = np.linalg.norm(mesh.v_pos - ball.center, axis=1) < 6 * ball.radius
        v_pos, t_pos_idx, _ = joined([mesh.keep(near[mesh.t_pos_idx].any(1)), ball.mesh])
        for i in evenly_spread(len(masks), N_VIEWS):
            (px,), (depth,) = cameras.project(i, ball.center[None])
            if depth < 2 * ball.radius or not masks[i].any():
                continue
            finer = PX * depth / (2 * ABOUT * ball.radius * cameras.K[0, 0])
            middle = np.eye(3)
            middle[:2, 2] = PX / 2 / finer - px
            K = np.diag([finer, finer, 1]) @ middle @ cameras.K
            seen = DepthMap.of(v_pos, t_pos_idx, np.asarray(cameras.c2w[i], float), K, (PX, PX))
            # No vertex that is asked lies further out than this, and no vote counts for more.
            per_px = depth / (cameras.K[0, 0] * ball.radius)
            reach = (ABOUT + 2 * CAP) / per_px * depth / (depth - ABOUT * ball.radius)
            low = np.clip(np.floor(px - reach), 0, None).astype(int)
            high = np.ceil(px + reach).astype(int)
            around = masks[i][low[1] : high[1], low[0] : high[0]]
            if min(around.shape) < 2:
                continue
            distance = np.clip(signed_distance(around) * per_px, -CAP, CAP)
            self.views.append((i, seen, distance, low))

    def __call__(self, mesh: Mesh) -> np.ndarray:
        """Return the scores (V,) of a mesh, in eyeball radii, smoothed.

        A vertex inside the eyeball takes the score of the eyeball's point in front of it. Each view
        that sees a point votes with its distance from the mask's edge; a view straight ahead counts
        more. The eye is one piece without islands.
        """
        ball = self.ball
        near = np.flatnonzero(_near(mesh, ball))
        away = mesh.v_pos[near] - ball.center
        far = np.linalg.norm(away, axis=1)
        outward, height = away / far[:, None], far / ball.radius - 1
        points = ball.center + np.maximum(far, ball.radius)[:, None] * outward
        total, weights = np.zeros(len(near)), np.full(len(near), 1e-9)
        for i, seen, distance, low in self.views:
            toward = seen.c2w[:3, 3] - points
            cosine = (toward * outward).sum(1) / np.linalg.norm(toward, axis=1)
            use = np.clip(cosine - 0.2, 0, None) ** 2
            use *= seen.share_seen(points, 0.03 * ball.radius, reach=1) > 0.5
            total += use * sample(distance, self.cameras.project(i, points)[0] - low)
            weights += use
        # The mesh knows the rim, too: what is below the eyeball is eye. Where nobody looks it
        # decides alone.
        depth, certain = np.clip(-height, -CAP, CAP), np.minimum(weights, 1.0)
        found = (total / weights * certain + MESH * depth) / (certain + MESH)
        found = self._with_whites(mesh.v_uv[near], self._blurred(mesh.v_pos[near], found))
        score = np.full(len(mesh.v_pos), -CAP)
        score[near] = np.where(height < TOO_FAR, found, -CAP)
        return _one_piece(mesh, score)

    def _with_whites(self, v_uv: np.ndarray, score: np.ndarray) -> np.ndarray:
        """Return the scores (M,) after points beside the masks that are as white as the eyeball
        were added to the eye. Masks of small photos often miss the corners of the white.
        """
        color = sample(self.diffuse, texels(v_uv, len(self.diffuse)))
        skin = color[score < -0.6 * CAP]
        if len(skin) < 10:
            return score
        # How far the colour lies from the skin's to the white's, brightness left out.
        hue, skin, white = (
            c / np.maximum(c.sum(-1, keepdims=True), 1e-6)
            for c in (color, np.median(skin, axis=0), self.ball.white)
        )
        share = (hue - skin) @ (white - skin) / max((white - skin) @ (white - skin), 1e-6)
        share[color.sum(-1) < 0.4 * self.ball.white.sum()] = 0  # dark, so no white
        return np.maximum(score, CAP * (2 * np.clip(share, 0, 1) - 1))

    def _blurred(self, where: np.ndarray, value: np.ndarray) -> np.ndarray:
        """Return values (M,) at points (M, 3), blurred."""
        sigma = BLUR * self.ball.radius
        tree = cKDTree(where)
        pairs = tree.sparse_distance_matrix(tree, 2.2 * sigma, output_type="coo_matrix")
        weight = np.exp(-0.5 * (pairs.data / sigma) ** 2)
        blur = sparse.csr_array((weight, (pairs.row, pairs.col)), shape=(len(where),) * 2)
        return (blur @ value + 1e-9 * value) / (blur.sum(1) + 1e-9)


def _one_piece(mesh: Mesh, score: np.ndarray) -> np.ndarray:
    """Return the score (V,) with only its largest region above 0, and without islands inside it."""
    edges, out = mesh.adjacency(), score.copy()
    for sign in (1, -1):
        mine = np.flatnonzero(sign * out > 0)
        if len(mine):
            _, piece = connected_components(edges[mine][:, mine], directed=False)
            out[mine[piece != np.bincount(piece).argmax()]] = -sign * 1e-3
    return out


def _refined(
    mesh: Mesh, ball: Ball, votes: _Votes, field: DistanceField | None
) -> tuple[Mesh, np.ndarray]:
    """Return the mesh with short edges around the rim and new vertices on the field's surface, and
    its scores.
    """
    for _ in range(6):
        score, (edges, _) = votes(mesh), edges_of(mesh)
        about = np.flatnonzero(_near(mesh, ball)[edges].all(1))
        a, b = mesh.v_pos[edges[about, 0]], mesh.v_pos[edges[about, 1]]
        crossed = (score[edges[about]] > 0).sum(1) == 1
        if not crossed.any():
            break
        near, _ = cKDTree((a + b)[crossed] / 2).query((a + b) / 2)
        wanted = np.maximum(FINEST * ball.radius, 0.5 * near)
        long = np.zeros(len(edges), bool)
        long[about] = np.linalg.norm(a - b, axis=1) > 1.4 * wanted
        long[about] &= near < BAND * ball.radius
        if not long.any():
            break
        n, mesh = len(mesh.v_pos), split(mesh, long)
        if field is not None:
            mesh = on_surface(mesh, n, field, 0.1 * ball.radius)
    return mesh, votes(mesh)


def _moved(mesh: Mesh, ball: Ball, rim: np.ndarray, inside: np.ndarray) -> Mesh:
    """Return the mesh with its rim on the eyeball, the inside below it and the lid above it."""
    r, v_pos = ball.radius, mesh.v_pos.astype(np.float64)
    loop = _in_order(mesh, rim)
    rough = ball.center + r * _unit(v_pos[loop] - ball.center)
    v_pos[loop] = ball.center + r * _outline(_unit(v_pos[loop] - ball.center), ball.gaze)
    # What is about the rim goes along with it.
    gap, nearest = cKDTree(rough).query(v_pos)
    along = _around(v_pos[loop] - rough, 4)[nearest]
    v_pos[~rim] += (along * np.clip(1 - gap / (BAND * r), 0, 1)[:, None] ** 2)[~rim]
    near = np.flatnonzero(_near(mesh, ball) & ~rim)
    away = v_pos[near] - ball.center
    far = np.linalg.norm(away, axis=1)
    foot = ball.center + r * away / far[:, None]
    gap, _ = cKDTree(v_pos[loop]).query(foot)  # from the rim, over the eyeball
    within = inside[near]
    slope, deepest = BELOW
    sunk = np.minimum(far, r - np.minimum(slope * gap, deepest * r))
    lowest = r + np.minimum(ABOVE * gap, THICK * r)
    far = np.where(within, sunk, np.where(gap < BAND * r, np.maximum(far, lowest), far))
    v_pos[near] = ball.center + far[:, None] * away / np.linalg.norm(away, axis=1)[:, None]
    moved = replace(mesh, v_pos=v_pos.astype(np.float32))
    return replace(moved, v_nrm=_normals(moved, ball, rim, inside))


def _in_order(mesh: Mesh, rim: np.ndarray) -> np.ndarray:
    """Return the rim's vertices in order along it."""
    edges, _ = edges_of(mesh)
    i, j = edges[rim[edges].all(1)].T
    graph = sparse.coo_array((np.ones(len(i)), (i, j)), shape=(len(rim),) * 2).tocsr()
    return depth_first_order(graph, np.flatnonzero(rim)[0], directed=False)[0]


def _outline(outward: np.ndarray, gaze: np.ndarray) -> np.ndarray:
    """Return smoothed unit vectors (M, 3) along the rim.

    Notches of the mesh are not lids. On the plane in front of the eye, notches up to NOTCH deep are
    filled up to the convex outline. Then the curve is blurred along its length; its corners stay as
    sharp as that allows.
    """
    across = _unit(np.cross(gaze, np.eye(3)[np.abs(gaze).argmin()]))
    plane = np.stack([across, np.cross(gaze, across)])
    flat = outward @ plane.T / (outward @ gaze)[:, None]
    at = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(flat, axis=0), axis=1))])
    length = at[-1] + np.linalg.norm(flat[0] - flat[-1])
    even = np.linspace(0, length, N_RIM, endpoint=False)
    curve = np.stack([np.interp(even, at, x, period=length) for x in flat.T], 1)
    sigma = SMOOTH / length * N_RIM
    curve = _around(curve, sigma)
    hull = curve[ConvexHull(curve).vertices]
    share = np.linspace(0, 1, 40, endpoint=False)[:, None, None]
    hull = (hull * (1 - share) + np.roll(hull, -1, 0) * share).reshape(-1, 2)
    gap, nearest = cKDTree(hull).query(curve)
    curve += (hull[nearest] - curve) * np.minimum(1, NOTCH / np.maximum(gap, 1e-9))[:, None]
    curve = 2 * _around(curve, sigma) - _around(_around(curve, sigma), sigma)
    flat = np.stack([np.interp(at, even, x, period=length) for x in curve.T], 1)
    return _unit(gaze + flat @ plane)


def _around(curve: np.ndarray, sigma: float) -> np.ndarray:
    """Return a closed curve (M, C), blurred along itself; sigma in points."""
    return gaussian_filter1d(curve, sigma, axis=0, mode="wrap")


def _unit(x: np.ndarray) -> np.ndarray:
    return x / np.maximum(np.linalg.norm(x, axis=-1, keepdims=True), 1e-12)


def _near(mesh: Mesh, ball: Ball) -> np.ndarray:
    """Return which part of the mesh, (V,) bool, may be lid or lie inside the eye's opening."""
    away = mesh.v_pos - ball.center
    return (np.linalg.norm(away, axis=1) < ABOUT * ball.radius) & (
        away @ ball.gaze > AHEAD * ball.radius
    )


def _distance_from_rim(mesh: Mesh, ball: Ball, rim: np.ndarray) -> np.ndarray:
    """Return (V,) distances from the rim, in eyeball radii; inf where the rim is far."""
    tree = cKDTree(mesh.v_pos[rim])
    return tree.query(mesh.v_pos, distance_upper_bound=2 * ball.radius)[0] / ball.radius


def _normals(mesh: Mesh, ball: Ball, rim: np.ndarray, inside: np.ndarray) -> np.ndarray:
    """Return normals (V, 3): near the rim those of the moved lid, further out the old ones. The
    inside takes the rim's normals: it is visible only through texture filtering.
    """
    lid = replace(mesh, t_pos_idx=mesh.t_pos_idx[~inside[mesh.t_pos_idx].any(1)]).normals()
    gap = _distance_from_rim(mesh, ball, rim)
    share = np.clip(1.5 - 2 * gap / BAND, 0, 1)[:, None]
    normal = share * lid + (1 - share) * mesh.vertex_normals()
    where = np.flatnonzero(inside & _near(mesh, ball))
    normal[where] = lid[rim][cKDTree(mesh.v_pos[rim]).query(mesh.v_pos[where])[1]]
    return _unit(normal).astype(np.float32)


def _follow(
    maps: Maps, before: Mesh, after: Mesh, ball: Ball, rim: np.ndarray, inside: np.ndarray
) -> None:
    """Write into the maps of the mesh `before` what differs on the mesh `after`."""
    gap = _distance_from_rim(after, ball, rim)
    touched = (gap < BAND) | (inside & _near(after, ball))
    some = after.t_pos_idx[touched[after.t_pos_idx].any(1)]
    drawn = rasterize_uv(after.v_uv, some, len(maps["mask"]))
    on = drawn.face_id >= 0
    gap = np.minimum(gap, 9.0)
    signed = np.where(inside, -gap, np.where(rim, 0, gap))
    rows = [after.v_pos - before.v_pos, after.v_nrm, np.clip(1.5 - 2 * gap / BAND, 0, 1)[:, None]]
    values = interpolate(np.concatenate([*rows, signed[:, None]], 1), some, drawn)[on]
    move, normal, share, signed = np.split(values, [3, 6, 7], axis=1)
    share[signed < 0] = 1
    maps["position"][on] += move
    maps["normal"][on] = _unit(share * normal + (1 - share) * maps["normal"][on])
    made_up = np.zeros(on.shape, bool)
    made_up[on] = signed[:, 0] < EDGE
    rows, cols = (np.flatnonzero(made_up.any(axis)) for axis in (1, 0))
    box = np.s_[max(rows[0] - 2, 0) : rows[-1] + 3, max(cols[0] - 2, 0) : cols[-1] + 3]
    known = ~made_up[box]
    for name in maps.keys() - {"position", "normal", "mask"}:
        part = maps[name][box]
        part[~known] = fill_image(part, known)[~known]
    wet = np.clip(1 - signed / WET, 0, 1)
    for name, value in ball.gloss.items():
        maps[name][on] += wet * (value - maps[name][on])
