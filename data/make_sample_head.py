"""Renders `data/sample_head`, the bundled capture: photos, masks, cameras, settings, truth, eye
picks.

    python data/make_sample_head.py --out data/sample_head             a few minutes on two cores
    python data/make_sample_head.py --out /tmp/look --preview          a strip of quick small views
    only
    python data/make_sample_head.py --out data/dark --skin 0.3 --gloss 0.3 0.5      another head:
    dark and glossy

Needs mitsuba and embreex besides numpy, scikit-image and pillow (see data/README.md). The result is
deterministic: Mitsuba's samplers get fixed seeds, every random number here comes from a seeded
generator.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import dataclass
from pathlib import Path

import head_shape as shape
import mitsuba as mi
import numpy as np
from embreex import rtcore_scene
from embreex.mesh_construction import TriangleMesh
from PIL import Image
from skimage.measure import approximate_polygon, find_contours, marching_cubes

mi.set_variant("scalar_rgb")

WIDTH, HEIGHT, FOCAL = 192, 256, 500.0  # px
GAMMA = 2.2
FLASH = 48.0 * np.array([1.0, 0.93, 0.82])  # radiant intensity, world units
AMBIENT = 0.03  # radiance of the room's walls
PARTS = [("head", 0.45, 0.35), ("hair", 0.75, 0.05), ("leye", 0.09, 0.5), ("reye", 0.09, 0.5)]
#         name, roughness, specular
SKIN, HAIR, LEFT, RIGHT = range(4)  # `part` in the truth; -1 is background
SEED = 7


@dataclass
class Look:
    """How a head looks: factors on the albedo of skin and hair, and the skin's gloss."""

    skin: float = 1.0
    hair: float = 1.0
    roughness: float = PARTS[0][1]
    specular: float = PARTS[0][2]

    def parts(self):
        """PARTS with this skin's gloss."""
        return [(PARTS[SKIN][0], self.roughness, self.specular), *PARTS[1:]]


# ---- surfaces
# ----------------------------------------------------------------------------------------------


@dataclass
class Part:
    """One surface: vertices (V,3) world, faces (F,3), unit normals (V,3), linear albedo (V,3)."""

    v_pos: np.ndarray
    faces: np.ndarray
    normal: np.ndarray
    albedo: np.ndarray


def gradient(sdf, p, eps=1e-3):
    """Central differences of a distance function, (M, 3)."""
    out = np.empty_like(p)
    for start in range(0, len(p), 200_000):
        q = p[start : start + 200_000]
        for axis, step in enumerate(np.eye(3) * eps):
            out[start : start + 200_000, axis] = (sdf(q + step) - sdf(q - step)) / (2 * eps)
    return out


def mesh_of(sdf, albedo, cell):
    """The zero level of `sdf` as a Part: marching cubes in the cells near the surface, then
    Newton.
    """
    lo, block = -1.06, 8
    n_blocks = int(np.ceil(2.12 / (cell * block)))
    centers = lo + (np.arange(n_blocks) + 0.5) * cell * block
    coarse = sdf(np.stack(np.meshgrid(centers, centers, centers, indexing="ij"), -1).reshape(-1, 3))
    coarse = coarse.reshape((n_blocks,) * 3)
    near = np.abs(coarse) < 1.9 * cell * block  # half a diagonal is 0.87; distances are inexact
    n = n_blocks * block + 1
    value = np.full((n, n, n), 1.0, np.float32)
    value[:-1, :-1, :-1] = np.sign(coarse).repeat(block, 0).repeat(block, 1).repeat(block, 2)
    offsets = np.stack(np.meshgrid(*(np.arange(block + 1),) * 3, indexing="ij"), -1).reshape(-1, 3)
    for group in np.array_split(np.argwhere(near), max(1, near.sum() // 250)):
        index = (group[:, None] * block + offsets).reshape(-1, 3)
        value[tuple(index.T)] = sdf(lo + index * cell)
    v_pos, faces, _, _ = marching_cubes(value, 0.0, spacing=(cell,) * 3)
    v_pos = v_pos.astype(float) + lo
    for _ in range(2):
        g = gradient(sdf, v_pos)
        step = np.concatenate([sdf(q) for q in np.array_split(v_pos, 8)]) / np.maximum(
            (g * g).sum(-1), 0.05
        )
        v_pos -= np.clip(step, -0.3 * cell, 0.3 * cell)[:, None] * g
    g = gradient(sdf, v_pos)
    normal = g / np.linalg.norm(g, axis=-1, keepdims=True)
    a, b, c = (v_pos[faces[:, i]] for i in range(3))
    if (np.cross(b - a, c - a) * normal[faces[:, 0]]).sum(-1).mean() < 0:
        faces = faces[:, ::-1]
    color = np.concatenate([albedo(q) for q in np.array_split(v_pos, 8)])
    return Part(v_pos, np.ascontiguousarray(faces, np.uint32), normal, color)


def eyeball(center, n):
    """An eyeball as a Part: a sphere whose pole looks along the gaze, so that the rings stay
    round.
    """
    forward = shape.GAZE
    right = np.cross(forward, [0, 1, 0])
    right /= np.linalg.norm(right)
    down = np.cross(right, forward)
    theta, phi = np.pi * np.linspace(0, 1, n) ** 1.3, np.linspace(0, 2 * np.pi, n + 1)
    theta, phi = np.meshgrid(theta, phi, indexing="ij")
    normal = (
        np.cos(theta)[..., None] * forward
        + np.sin(theta)[..., None]
        * (np.cos(phi)[..., None] * right + np.sin(phi)[..., None] * down)
    ).reshape(-1, 3)
    i, j = np.meshgrid(np.arange(n - 1), np.arange(n), indexing="ij")
    a = (i * (n + 1) + j).reshape(-1)
    faces = np.concatenate(
        [np.stack([a, a + n + 1, a + n + 2], -1), np.stack([a, a + n + 2, a + 1], -1)]
    )
    v_pos = center + shape.EYE_RADIUS * normal
    p0, p1, p2 = (v_pos[faces[:, k]] for k in range(3))
    outward = (np.cross(p1 - p0, p2 - p0) * (p0 - center)).sum(-1)
    if outward.sum() < 0:
        faces = faces[:, ::-1]
    faces = faces[np.abs(outward) > 1e-12]  # without the flat ones at the poles
    return Part(
        v_pos, np.ascontiguousarray(faces, np.uint32), normal, shape.eye_albedo(v_pos, center)
    )


def build(cell, look):
    """The four parts in the order of PARTS."""
    return [
        mesh_of(shape.skin, lambda p: look.skin * shape.skin_albedo(p), cell),
        mesh_of(shape.hair, lambda p: look.hair * shape.hair_albedo(p), cell),
        eyeball(shape.EYE_CENTERS[0], 220),
        eyeball(shape.EYE_CENTERS[1], 220),
    ]


# ---- cameras
# -----------------------------------------------------------------------------------------------


def look_at(azimuth, elevation, distance, target):
    """OpenCV camera-to-world (4,4) around `target`; degrees, azimuth 0 in front, 90 at the left
    ear.
    """
    az, el = np.radians(azimuth), np.radians(elevation)
    position = target + distance * np.array(
        [np.cos(el) * np.sin(az), -np.sin(el), -np.cos(el) * np.cos(az)]
    )
    forward = (target - position) / np.linalg.norm(target - position)
    right = np.cross([0, 1, 0], forward)
    right /= np.linalg.norm(right)
    c2w = np.eye(4)
    c2w[:3, :3] = np.stack([right, np.cross(forward, right), forward], 1)
    c2w[:3, 3] = position
    return c2w


def capture_path():
    """Cameras (N,4,4) of the capture: three heights, ear to ear and a little beyond, held by
    hand.
    """
    rng = np.random.default_rng(SEED)
    cameras = []
    for elevation, count, direction in ((21, 14, 1), (1, 16, -1), (-20, 14, 1)):
        for azimuth in direction * np.linspace(-99, 99, count):
            jitter = rng.normal(size=6)
            target = np.array([0.0, 0.0, -0.05]) + 0.012 * jitter[:3]
            cameras.append(
                look_at(
                    azimuth + 1.5 * jitter[3],
                    elevation + 1.2 * jitter[4],
                    4.35 + 0.08 * jitter[5],
                    target,
                )
            )
    return np.array(cameras)


def to_transform_matrix(c2w):
    """The 4x4 as transforms.json holds it, whose rows and columns read_cameras turns back into
    c2w.
    """
    m = c2w.copy()
    m[:, 1:3] *= -1
    return m[[2, 0, 1, 3]]


def from_transform_matrix(p):
    """c2w of a transforms.json matrix, as the loader computes it."""
    return np.array(
        [
            [p[1][0], -p[1][1], -p[1][2], p[1][3]],
            [p[2][0], -p[2][1], -p[2][2], p[2][3]],
            [p[0][0], -p[0][1], -p[0][2], p[0][3]],
            [0, 0, 0, 1],
        ]
    )


def project(c2w, points):
    """Pixels (M,2), pixel centres at +0.5, of world points (M,3)."""
    q = (points - c2w[:3, 3]) @ c2w[:3, :3]
    return q[:, :2] / q[:, 2:] * FOCAL + [WIDTH / 2, HEIGHT / 2]


# ---- truth by ray casting
# ----------------------------------------------------------------------------------


class Caster:
    """First hits of rays with all parts."""

    def __init__(self, parts):
        self.parts = parts
        self.faces = np.concatenate(
            [
                p.faces.astype(np.int64) + o
                for p, o in zip(
                    parts, np.cumsum([0] + [len(p.v_pos) for p in parts[:-1]]), strict=True
                )
            ]
        )
        self.part_of = np.repeat(np.arange(4), [len(p.faces) for p in parts])
        self.v_pos, self.normal, self.albedo = (
            np.concatenate([getattr(p, k) for p in parts]) for k in ("v_pos", "normal", "albedo")
        )
        self.scene = rtcore_scene.EmbreeScene()
        self._mesh = TriangleMesh(
            self.scene, self.v_pos.astype(np.float32), self.faces.astype(np.int32)
        )

    def cast(self, origins, dirs):
        """part (M,) with -1 for a miss, and face (M,), barycentric weights (M,3)."""
        hit = self.scene.run(
            origins.astype(np.float32), dirs.astype(np.float32), query="INTERSECT", output=True
        )
        face = np.asarray(hit["primID"]).astype(np.int64)
        u, v = np.asarray(hit["u"], float), np.asarray(hit["v"], float)
        part = np.where(face >= 0, self.part_of[np.maximum(face, 0)], -1)
        return part, face, np.stack([1 - u - v, u, v], -1)

    def pixels(self, c2w, px):
        """cast() through pixels (M,2)."""
        d = np.concatenate([(px - [WIDTH / 2, HEIGHT / 2]) / FOCAL, np.ones((len(px), 1))], -1)
        d = d @ c2w[:3, :3].T
        d /= np.linalg.norm(d, axis=-1, keepdims=True)
        return self.cast(np.broadcast_to(c2w[:3, 3], d.shape).copy(), d)

    def coverage(self, c2w, n=4):
        """Share of each part in each pixel, (H, W, 4), from n x n rays a pixel."""
        x, y = np.meshgrid((np.arange(WIDTH * n) + 0.5) / n, (np.arange(HEIGHT * n) + 0.5) / n)
        part = self.pixels(c2w, np.stack([x, y], -1).reshape(-1, 2))[0].reshape(HEIGHT, n, WIDTH, n)
        return np.stack([(part == k).mean((1, 3)) for k in range(4)], -1)

    def truth(self, c2w):
        """The arrays of gt/heldout/*.npz: at pixel centres, in the dtypes that keep them small."""
        x, y = np.meshgrid(np.arange(WIDTH) + 0.5, np.arange(HEIGHT) + 0.5)
        part, face, weights = self.pixels(c2w, np.stack([x, y], -1).reshape(-1, 2))
        corners = self.faces[np.maximum(face, 0)]
        at = {
            k: (getattr(self, k)[corners] * weights[..., None]).sum(1) * (part >= 0)[:, None]
            for k in ("v_pos", "normal", "albedo")
        }
        normal = at["normal"] / np.maximum(
            np.linalg.norm(at["normal"], axis=-1, keepdims=True), 1e-9
        )
        grid = (HEIGHT, WIDTH, 3)
        return {
            "position": at["v_pos"].reshape(grid).astype(np.float16),
            "normal": np.round(normal * 127).reshape(grid).astype(np.int8),
            "albedo": np.round(at["albedo"] * 255).reshape(grid).astype(np.uint8),
            "part": part.reshape(grid[:2]).astype(np.int8),
        }


# ---- rendering
# ---------------------------------------------------------------------------------------------


def mitsuba_meshes(parts, look):
    """Mitsuba shapes of the parts, each with its colours at the vertices."""
    meshes = {}
    for part, (name, roughness, specular) in zip(parts, look.parts(), strict=True):
        props = mi.Properties()
        props["bsdf"] = mi.load_dict(
            {
                "type": "principled",
                "roughness": roughness,
                "specular": specular,
                "base_color": {"type": "mesh_attribute", "name": "vertex_albedo"},
            }
        )
        mesh = mi.Mesh(name, len(part.v_pos), len(part.faces), has_vertex_normals=True, props=props)
        mesh.add_attribute("vertex_albedo", 3, part.albedo.astype(np.float32).ravel())
        params = mi.traverse(mesh)
        params["vertex_positions"] = part.v_pos.astype(np.float32).ravel()
        params["vertex_normals"] = part.normal.astype(np.float32).ravel()
        params["faces"] = part.faces.ravel()
        params.update()
        meshes[name] = mesh
    return meshes


def room_light():
    """An environment: dim grey walls, brighter above, one warmer side (Mitsuba's map has y up)."""
    rows, columns = 32, 64
    up = np.cos(np.pi * (np.arange(rows) + 0.5) / rows)[:, None]
    side = np.cos(2 * np.pi * (np.arange(columns) + 0.5) / columns)[None]
    level = AMBIENT * (0.8 - 0.35 * up + 0.15 * side)
    image = np.stack([level * (1 + 0.06 * side), level, level * (1 - 0.06 * side)], -1)
    return {"type": "envmap", "bitmap": mi.Bitmap(image.astype(np.float32))}


def render(meshes, c2w, emitter, spp, seed, size=(WIDTH, HEIGHT), max_depth=2):
    """Linear image (H, W, 3) of the meshes under one emitter; max_depth 2 is direct light only."""
    scene = mi.load_dict(
        {
            "type": "scene",
            **meshes,
            "light": emitter,
            "integrator": {"type": "path", "max_depth": max_depth, "hide_emitters": True},
            "sensor": {
                "type": "perspective",
                "fov_axis": "x",
                "near_clip": 0.1,
                "fov": float(np.degrees(2 * np.arctan(WIDTH / 2 / FOCAL))),
                "to_world": mi.ScalarTransform4f(c2w @ np.diag([-1.0, -1.0, 1.0, 1.0])),
                "sampler": {"type": "multijitter", "sample_count": spp, "seed": seed},
                "film": {
                    "type": "hdrfilm",
                    "width": size[0],
                    "height": size[1],
                    "pixel_format": "rgb",
                    "rfilter": {"type": "gaussian"},
                },
            },
        }
    )
    return np.array(mi.render(scene, spp=spp, seed=seed))


def point_light(position, rgb):
    """A Mitsuba point light."""
    return {
        "type": "point",
        "position": [float(x) for x in position],
        "intensity": {"type": "rgb", "value": [float(x) for x in rgb]},
    }


def photo(meshes, c2w, spp, seed, size=(WIDTH, HEIGHT)):
    """Linear photo under flash and room light.

    Two passes added, because one would pick a light at random for each sample. The flash bounces
    nowhere (a bounce onto glossy skin brings fireflies that many samples do not quiet); the room
    light bounces once.
    """
    flash = render(meshes, c2w, point_light(c2w[:3, 3], FLASH), spp, seed, size)
    return flash + render(meshes, c2w, room_light(), 36, seed + 1, size, max_depth=3)


def encode(linear):
    """8-bit pixels of a linear image."""
    return np.round(255 * np.clip(linear, 0, 1) ** (1 / GAMMA)).astype(np.uint8)


# ---- eye picks
# ---------------------------------------------------------------------------------------------


def eye_landmarks(side):
    """World positions on an eyeball, as a person would click them: iris border and corners of the
    white.
    """
    sign = 1 if side == 0 else -1  # of the direction away from the nose
    center, r = shape.EYE_CENTERS[side], shape.EYE_RADIUS
    right = np.cross([0, 1, 0], shape.GAZE)
    right *= sign * np.sign(right[0]) / np.linalg.norm(right)
    cos, sin = np.cos(shape.IRIS_ANGLE), np.sin(shape.IRIS_ANGLE)
    points = {
        name: center + r * (cos * shape.GAZE + s * sin * right)
        for name, s in (("iris_inner", -1), ("iris_outer", 1))
    }
    for name, s in (("corner_inner", -1), ("corner_outer", 1)):
        u = 0.80 * s * shape.LID_HALF_WIDTH
        v = float(np.mean(shape.lid_lines(np.array(u))))
        offset = shape.from_eye_frame(np.array([u, v, np.sqrt(r * r - u * u - v * v)]))
        points[name] = center + offset * [sign, 1, 1]
    return points


def pick_eyes(caster, cameras, frames, rng):
    """The content of eye_picks.json for the given frames; an eye with a hidden landmark is left
    out.
    """
    picks = {}
    for i in frames:
        x, y = np.meshgrid((np.arange(WIDTH * 4) + 0.5) / 4, (np.arange(HEIGHT * 4) + 0.5) / 4)
        part = caster.pixels(cameras[i], np.stack([x, y], -1).reshape(-1, 2))[0].reshape(x.shape)
        eyes = {}
        for side, (name, label) in enumerate((("left", LEFT), ("right", RIGHT))):
            points = eye_landmarks(side)
            px = project(cameras[i], np.array(list(points.values())))
            seen = [
                (part[v - 4 : v + 5, u - 4 : u + 5] == label).any() for u, v in (4 * px).astype(int)
            ]
            if not all(seen):
                continue
            outline = max(find_contours((part == label).astype(float), 0.5), key=len)
            outline = (approximate_polygon(outline, 1.2)[:-1, ::-1] + 0.5) / 4
            outline = outline + rng.normal(scale=0.15, size=outline.shape)
            noisy = px + rng.normal(scale=0.3, size=px.shape)
            eyes[name] = {
                "landmarks": dict(zip(points, noisy.round(2).tolist(), strict=True)),
                "region": [outline.round(2).tolist()],
            }
        if eyes:
            picks[f"{i:05d}"] = eyes
    return {"kind": "eye_picks", "version": 1, "frames": picks}


# ---- files
# -------------------------------------------------------------------------------------------------

CONFIG = """\
name: {name}
workspace: workspace
backbone: volsdf
data: {{
    meta_path: data/sample_head/transforms.json,
    bound: 1.0,
    sh_scale: 0.1,
    dilate_ks: 5,
{eyes}
}}
light: {{ intensity: {intensity:g}, color: [{color}], gamma: {gamma:g} }}
brdf: {{ type: blender, min_roughness: 0.2, max_roughness: 0.9 }}
"""
WITH_EYES = "    eyeball_min_size: 0.05,\n    eyeball_max_size: 0.15,"
WITHOUT_EYES = (
    "    eyeball_min_size: 0.0001,\n    eyeball_max_size: 0.0002,\n    fix_eyeball_center: True,"
)


def save_png(path, array):
    """Writes an image as small as PNG gets; booleans become one bit a pixel."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(array).save(path, optimize=True)


def write_settings(out, cameras):
    """transforms.json and the two config files."""
    frames = [
        {"file_path": f"image/{i:05d}.png", "transform_matrix": to_transform_matrix(c).tolist()}
        for i, c in enumerate(cameras)
    ]
    read_back = np.array([from_transform_matrix(f["transform_matrix"]) for f in frames])
    if not (read_back == cameras).all():
        raise AssertionError("the pose written does not read back as the pose rendered")
    meta = {
        "w": WIDTH,
        "h": HEIGHT,
        "fl_x": FOCAL,
        "fl_y": FOCAL,
        "cx": WIDTH / 2,
        "cy": HEIGHT / 2,
        "k1": 0,
        "k2": 0,
        "p1": 0,
        "p2": 0,
        "frames": frames,
    }
    (out / "transforms.json").write_text(json.dumps(meta, indent=1))
    light = {
        "intensity": FLASH[0],
        "color": ", ".join(f"{c:g}" for c in FLASH / FLASH[0]),
        "gamma": GAMMA,
    }
    for file, name, eyes in (
        ("config.yaml", "sample_head", WITH_EYES),
        ("config_wo-hybrid.yaml", "sample_head_wo-hybrid", WITHOUT_EYES),
    ):
        (out / file).write_text(CONFIG.format(name=name, eyes=eyes, **light))


def write_relight(out, meshes, spp):
    """Three views under one other light each, no room light; returns their entries for gt.json."""
    entries = []
    for i, (camera, light) in enumerate(
        (((-25, 5), (30, 40)), ((12, -8), (-62, 8)), ((55, 12), (10, 25)))
    ):
        target = np.array([0.0, 0.0, -0.05])
        c2w = look_at(*camera, 4.35, target)
        position, rgb = look_at(*light, 4.6, target)[:3, 3], 1.2 * FLASH
        image = render(meshes, c2w, point_light(position, rgb), spp, 900 + i)
        save_png(out / f"gt/relight/{i:03d}.png", encode(image))
        entries.append(
            {
                "file": f"gt/relight/{i:03d}.png",
                "c2w_opencv": c2w.tolist(),
                "light_position": position.tolist(),
                "light_rgb": rgb.tolist(),
            }
        )
    return entries


def write_capture(out, spp, cell, look):
    """Everything, into `out`."""
    start = time.time()
    parts = build(cell, look)
    caster, meshes, cameras = Caster(parts), mitsuba_meshes(parts, look), capture_path()
    held_out = list(range(4, len(cameras), 9))
    write_settings(out, cameras)
    for i, c2w in enumerate(cameras):
        name = f"{i:05d}"
        cover = caster.coverage(c2w)
        mask = cover.sum(-1) >= 0.5
        save_png(out / f"image/{name}.png", encode(photo(meshes, c2w, spp, 10 * i)))
        save_png(out / f"mask/{name}.png", mask)
        save_png(out / f"hair_mask/{name}.png", mask & (cover.argmax(-1) == HAIR))
        skin = mask & (cover.argmax(-1) == SKIN)
        specular = round(255 * look.specular)
        save_png(out / f"specular_bfm/{name}.png", np.where(skin, specular, 0).astype(np.uint8))
        if i in held_out:
            (out / "gt/heldout").mkdir(parents=True, exist_ok=True)
            np.savez_compressed(out / f"gt/heldout/{name}.npz", **caster.truth(c2w))
        print(f"{name}  {time.time() - start:5.0f} s", flush=True)
    toward = -cameras[:, :3, 2]  # from the head to each camera
    azimuth = np.degrees(np.arctan2(toward[:, 0], -toward[:, 2]))
    frames = [i for i in np.flatnonzero(np.abs(azimuth) < 26) if i not in held_out]
    picks = pick_eyes(caster, cameras, frames, np.random.default_rng(SEED + 1))
    (out / "eye_picks.json").write_text(json.dumps(picks))
    eyes = {
        k: {"center": c.tolist(), "radius": shape.EYE_RADIUS}
        for k, c in zip(("leye", "reye"), shape.EYE_CENTERS, strict=True)
    }
    gt = {
        "subject": "sample_head",
        "parts": look.parts(),
        "flash_rgb": FLASH.tolist(),
        "gamma": GAMMA,
        "ambient": AMBIENT,
        "mm_per_unit": shape.MM_PER_UNIT,
        "eyes": eyes,
        "heldout": [f"{i:05d}.png" for i in held_out],
        "relight": write_relight(out, meshes, spp),
    }
    (out / "gt.json").write_text(json.dumps(gt, indent=1))
    scale = {"mm_per_unit": shape.MM_PER_UNIT, "how": "the size that its shape was drawn in"}
    (out / "capture.json").write_text(json.dumps(scale, indent=1) + "\n")
    size = sum(f.stat().st_size for f in out.rglob("*") if f.is_file())
    print(
        f"{len(cameras)} frames, {sum(len(p.faces) for p in parts)} triangles, {size / 1e6:.2f} "
        "MB, "
        f"eye picks in {len(picks['frames'])} frames, {time.time() - start:.0f} s"
    )


def write_preview(out, look, views=((0, 0), (38, 4), (90, 0), (-20, -20), (12, 22), (150, 12))):
    """One strip of quick views, to look at while shaping the head."""
    meshes = mitsuba_meshes(build(0.012, look), look)
    strip = [
        encode(photo(meshes, look_at(*v, 4.35, np.array([0.0, 0.0, -0.05])), 8, 1)) for v in views
    ]
    save_png(out / "preview.png", np.concatenate(strip, 1))


def main():
    """Command line."""
    parser = argparse.ArgumentParser(
        description="Renders the bundled sample capture (see data/README.md)."
    )
    parser.add_argument("--out", type=Path, required=True, help="folder to write into")
    parser.add_argument(
        "--preview", action="store_true", help="only out/preview.png, within a minute"
    )
    parser.add_argument("--spp", type=int, default=64, help="samples a pixel of the flash pass")
    parser.add_argument(
        "--cell", type=float, default=0.0065, help="marching-cubes cell, world units"
    )
    parser.add_argument("--skin", type=float, default=1.0, help="factor on the skin's albedo")
    parser.add_argument("--hair", type=float, default=1.0, help="factor on the hair's albedo")
    parser.add_argument(
        "--gloss",
        type=float,
        nargs=2,
        default=PARTS[SKIN][1:],
        metavar=("ROUGHNESS", "SPECULAR"),
        help="of the skin; default: %(default)s",
    )
    args = parser.parse_args()
    look = Look(args.skin, args.hair, *args.gloss)
    args.out.mkdir(parents=True, exist_ok=True)
    if args.preview:
        write_preview(args.out, look)
    else:
        write_capture(args.out, args.spp, args.cell, look)


if __name__ == "__main__":
    main()
