"""Meshes and maps as files that other programs read: OBJ with MTL, PNG, EXR and GLB.

OBJ and EXR stay in the capture's world frame; GLB has the frame of glTF (lib/export/glb.py). In PNG
and GLB, diffuse is sRGB-encoded, for head and eyes alike, and every other map is linear. EXR files
hold linear values: positions in single precision, the rest in half precision.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from lib.export.exr import read_exr, write_exr
from lib.export.glb import GltfFrame, write_glb
from lib.mesh.bake import Maps, pad, tangent_normals
from lib.mesh.extract import Mesh
from lib.workbook.workspace import atomic

COUNT = "# faces of this whole file:"  # tells a reader whether a file was cut short
PICTURES = ("diffuse", "specular", "roughness", "normal")  # maps that are written as PNG
EYE_PARTS = {"left_eye", "right_eye"}


def srgb(linear: np.ndarray) -> np.ndarray:
    """Return linear values in [0, 1] as sRGB-encoded ones (IEC 61966-2-1)."""
    linear = np.clip(linear, 0, 1)
    return np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)


def write_parts(
    folder: Path,
    parts: dict[str, tuple[Mesh, Maps]],
    frame: GltfFrame,
    pivots: dict[str, np.ndarray] | None = None,
    device: str = "cpu",
) -> None:
    """Write a whole export: the files of every part (see `write_head`) and head.glb, side by side
    in threads.

    `frame`: how the head stands. `pivots`: the eyeballs' centres. See `write_glb`. Eyes of an
    earlier export are removed if this one has none; files of other names stay.
    """
    for name in EYE_PARTS - set(parts):
        for file in _file_names(name):
            (Path(folder) / file).unlink(missing_ok=True)
    with ThreadPoolExecutor() as pool:
        pictures = dict(zip(parts, pool.map(lambda part: _whole(*part, device), parts.values())))
        meshes = {name: mesh for name, (mesh, _) in parts.items()}
        shown = {
            name: pool.submit(_glb_pictures, pictures[name], maps)
            for name, (_, maps) in parts.items()
        }
        shown = {name: job.result() for name, job in shown.items()}
        jobs = [pool.submit(write_glb, Path(folder) / "head.glb", meshes, shown, frame, pivots)]
        jobs += [
            pool.submit(write_head, folder, name, *part, pictures[name])
            for name, part in parts.items()
        ]
    for job in jobs:
        job.result()


def _whole(mesh: Mesh, maps: Maps, device: str) -> Maps:
    """Return the pictures of a part with its colours carried on over all of the square, so that no
    smaller version of a map (mip-mapping) takes in black at the chart's border.
    """
    return pad(_pictures(mesh, maps, device), maps["mask"], len(maps["mask"]))


def _file_names(name: str) -> list[str]:
    """Return all names that `write_head` may give the files of a part."""
    maps = [f"{name}_{key}" for key in (*PICTURES, "position")]
    return [f"{name}.obj", f"{name}.mtl", *(m + s for m in maps for s in (".png", ".exr"))]


def _glb_pictures(pictures: Maps, maps: Maps) -> Maps:
    """Return the pictures (H, W, 3) of a part as GLB holds them: 8 bits, and specular as a colour.
    """
    shine = np.repeat(np.round(255 * srgb(maps["specular"])).astype(np.uint8), 3, -1)
    normal = ((pictures["normal"].astype(np.uint32) + 128) // 257).astype(np.uint8)  # rounded
    return pictures | {"specular": shine, "normal": normal}


def write_head(
    folder: Path, name: str, mesh: Mesh, maps: Maps, pictures: Maps | None = None
) -> list[Path]:
    """Write the files of one part; return their paths: NAME.obj, NAME.mtl, NAME_MAP.png for other
    programs, and NAME_MAP.exr with the computed values.

    `maps` as `bake` gives them: diffuse (H, W, 3), specular and roughness (H, W, 1), normal (H, W,
    3) in the world's frame, position (H, W, 3) in world units and mask (H, W). In the PNG files
    diffuse is sRGB-encoded, and normals are 16 bits a channel in the tangent frame (green along v,
    as in OpenGL). position.exr has the mask as its alpha. `pictures`: the pictures of the PNG
    files, if they are known already.
    """
    if mesh.v_uv is None:
        raise ValueError(f"{name}: expected a mesh with a UV chart, found none; unwrap it first")
    folder = Path(folder)
    v_nrm = mesh.vertex_normals()
    pictures = pictures or _pictures(mesh, maps)
    floats = {
        key: value.astype(np.float16)
        for key, value in maps.items()
        if key not in ("position", "mask")
    }
    if "position" in maps:
        floats["position"] = np.concatenate(
            [maps["position"], maps["mask"][..., None]], -1, dtype=np.float32
        )

    def put(file: str, write: Callable[[Path], Any]) -> Path:
        with atomic(folder / file) as temporary:
            write(temporary)
        return folder / file

    with ThreadPoolExecutor() as pool:  # deflating takes the time, and holds no lock of Python's
        jobs = [pool.submit(put, f"{name}_{key}.exr", partial(write_exr, image=value))
                for key, value in floats.items()]  # fmt: skip
        jobs += [pool.submit(put, f"{name}_{key}.png", partial(_write_png, picture=picture))
                 for key, picture in pictures.items()]  # fmt: skip
        text = _obj(name, mesh, v_nrm)
        jobs.append(pool.submit(put, f"{name}.obj", lambda path: path.write_bytes(text)))
        jobs.append(
            pool.submit(put, f"{name}.mtl", lambda path: path.write_bytes(_mtl(name, maps)))
        )
    return [job.result() for job in jobs]


def _write_png(path: Path, picture: np.ndarray) -> None:
    path.write_bytes(cv2.imencode(".png", picture[..., ::-1])[1].tobytes())


def read_head(folder: Path, name: str) -> tuple[Mesh, Maps]:
    """Return the mesh and the linear float maps, mask included, that `write_head` wrote to
    `folder`.
    """
    folder = Path(folder)
    mesh = read_obj(folder / f"{name}.obj")
    maps = {
        path.stem[len(name) + 1 :]: read_exr(path) for path in sorted(folder.glob(f"{name}_*.exr"))
    }
    if "position" not in maps:
        raise ValueError(
            f"{folder / name}_position.exr: expected the position map beside the mesh, found "
            "none; run the export again"
        )
    maps["mask"] = maps["position"][..., 3] > 0
    maps["position"] = np.ascontiguousarray(maps["position"][..., :3])
    return mesh, maps


def _pictures(mesh: Mesh, maps: Maps, device: str = "cpu") -> dict[str, np.ndarray]:
    """Return the maps as integer RGB pictures (H, W, 3), as other programs' files hold them."""
    missing = set(PICTURES) - set(maps)
    if missing:
        raise ValueError(
            f"maps: expected {', '.join(PICTURES)}, found no {', '.join(sorted(missing))}; give "
            "`bake` fields with all of these"
        )
    values = {
        "diffuse": srgb(maps["diffuse"]),
        "specular": maps["specular"],
        "roughness": maps["roughness"],
    }
    out = {
        key: np.repeat(
            np.round(255 * np.clip(value, 0, 1)).astype(np.uint8), 3 // value.shape[-1], -1
        )
        for key, value in values.items()
    }
    normal = tangent_normals(mesh, maps["normal"], device)
    return out | {"normal": np.round(65535 * np.clip(normal / 2 + 0.5, 0, 1)).astype(np.uint16)}


def _obj(name: str, mesh: Mesh, v_nrm: np.ndarray) -> bytes:
    out = [f"{COUNT} {len(mesh.t_pos_idx)}\nmtllib {name}.mtl\no {name}\nusemtl {name}\n"]
    for key, rows in (("v", mesh.v_pos), ("vt", mesh.v_uv), ("vn", v_nrm)):
        pattern = key + " %.7g" * rows.shape[1] + "\n"
        out += [pattern % tuple(row) for row in rows.tolist()]
    out += [f"f {a}/{a}/{a} {b}/{b}/{b} {c}/{c}/{c}\n" for a, b, c in (mesh.t_pos_idx + 1).tolist()]
    return "".join(out).encode()


def _mtl(name: str, maps: Maps) -> bytes:
    """Return the text of the material: only lines that readers of MTL understand alike.

    Factors are means over the chart, because readers take gloss maps for colours (three.js) or for
    sRGB-encoded values (Blender). Blender looks for normals in map_Bump, three.js in norm, which it
    prefers to map_Bump. Ks is F0. Ns is the exponent of a Blinn-Phong lobe as wide as GGX's.
    """
    specular, roughness = (float(maps[key][maps["mask"]].mean()) for key in PICTURES[1:3])
    shine = f"{0.08 * specular:.4f}"
    lines = [f"newmtl {name}", "Kd 1 1 1", f"Ks {shine} {shine} {shine}"]
    lines += [f"Ns {np.clip(2 / roughness**4 - 2, 1, 1000):.1f}", f"Pr {roughness:.3f}", "Pm 0"]
    lines += ["illum 2", f"map_Kd {name}_diffuse.png", f"map_Bump -bm 1 {name}_normal.png"]
    return "\n".join([*lines, f"norm {name}_normal.png", ""]).encode()


def read_obj(path: Path) -> Mesh:
    """Return the mesh of an OBJ file of triangles; a vertex with several UVs becomes several
    vertices.

    trimesh is not used here: it accepts a file that was cut short.
    """
    rows: dict[str, list[str]] = {"v": [], "vt": [], "vn": [], "f": []}
    if not Path(path).is_file():
        raise ValueError(
            f"{path}: expected a mesh, found no such file; run 03_export_stage1 or "
            "07_export_and_relight, which write it, first"
        )
    try:
        lines = Path(path).read_text("utf-8").splitlines()
        for line in lines:
            key, _, rest = line.partition(" ")
            if key in rows:
                rows[key].append(rest)
        if lines and lines[0].startswith(COUNT) and int(lines[0][len(COUNT) :]) != len(rows["f"]):
            raise ValueError(f"{len(rows['f'])} of{lines[0][len(COUNT) :]} faces")
        corners = _numbers(rows["f"], 9, int).reshape(-1, 3) - 1
        v_pos, v_uv, v_nrm = (
            _numbers(rows[key], n, np.float32) for key, n in (("v", 3), ("vt", 2), ("vn", 3))
        )
        if len(corners) and corners.min() < 0:
            raise ValueError("indices that count from the end")
        if not all(np.isfinite(values).all() for values in (v_pos, v_uv, v_nrm)):
            raise ValueError("numbers that are not finite")
        # One number a corner: to sort those is ten times as fast as to sort rows.
        sizes = len(v_pos), len(v_uv), len(v_nrm)
        _, first, t_pos_idx = np.unique(
            np.ravel_multi_index(corners.T, sizes), return_index=True, return_inverse=True
        )
        v, vt, vn = corners[first].T
        return Mesh(v_pos[v], t_pos_idx.reshape(-1, 3), v_nrm[vn], v_uv[vt])
    except (ValueError, IndexError, OverflowError) as error:
        raise ValueError(
            f"{path}: expected triangles with v/vt/vn indices, found: {str(error)[:80]}; was it "
            "edited or cut short? Run the export again"
        ) from error


def _numbers(rows: list[str], n: int, kind: type) -> np.ndarray:
    """Return the first n numbers of every row of text, (M, n); "/" stands between some of them."""
    text = " ".join(rows).replace("/", " ")
    with warnings.catch_warnings():
        warnings.simplefilter("error", DeprecationWarning)  # numpy's word for what is no number
        try:
            values = np.fromstring(text, kind, sep=" ")
        except DeprecationWarning as error:
            raise ValueError("what is no number") from error
    return values.reshape(len(rows), -1)[:, :n]
