"""Captures that are broken or hostile, made by code: `BAD` has for each a function that spoils a
sound capture, and words that the reason must hold.
"""

from __future__ import annotations

import io
import json
import os
import pickle
import shutil
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

BAD: dict[str, tuple[Callable[[Path], None], str]] = {}
MARK = "bad_capture_was_here"  # a file of this name shows that a stranger's code ran


class Hostile:
    """Unpickled, it writes a file."""

    def __init__(self, where: Path):
        self.where = str(where.parent / MARK)

    def __reduce__(self):
        return (open, (self.where, "w"))


def bad(words: str):
    """Decorate a function that spoils a capture."""

    def add(spoil: Callable[[Path], None]):
        BAD[spoil.__name__] = spoil, words
        return spoil

    return add


def config(name: str, text: str | bytes, words: str = "config.yaml") -> None:
    """A capture with this config.yaml."""
    data = text.encode() if isinstance(text, str) else text
    BAD[name] = (lambda folder: (folder / "config.yaml").write_bytes(data), words)


def cameras(name: str, change: Callable[[dict], object], words: str = "transforms.json") -> None:
    """A capture whose transforms.json is changed; what `change` returns takes its place."""

    def spoil(folder: Path) -> None:
        path = folder / "transforms.json"
        data = json.loads(path.read_text())
        made = change(data)
        path.write_text(made if isinstance(made, str) else json.dumps(data))

    BAD[name] = spoil, words


def picture(name: str, data: bytes | Callable[[Path], bytes], words: str = "00009.png") -> None:
    """A capture one of whose photos has these bytes."""

    def spoil(folder: Path) -> None:
        path = folder / "image" / "00009.png"
        path.write_bytes(data(path) if callable(data) else data)

    BAD[name] = spoil, words


def camera_file(name: str, file: str, data: bytes | str, words: str = "") -> None:
    """A capture with another program's camera file."""

    def spoil(folder: Path) -> None:
        (folder / "transforms.json").unlink()
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)

    BAD[name] = spoil, words or Path(file).name


def link(name: str, part: str, to: str, words: str) -> None:
    """A capture in which a link stands in for a part."""

    def spoil(folder: Path) -> None:
        path = folder / part
        outside = folder.parent / "outside"
        outside.mkdir(exist_ok=True)
        if path.is_dir():
            shutil.copytree(path, outside / path.name, dirs_exist_ok=True)
            shutil.rmtree(path)
        elif path.exists():
            shutil.copy(path, outside / path.name)
            path.unlink()
        os.symlink(to, path)

    BAD[name] = spoil, words


def png(width: int, height: int, depth: int = 8) -> bytes:
    """A PNG whose head promises this size, and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, depth, 2, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + body + chunk(b"IEND", b"")


def npz(**arrays) -> bytes:
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


def colmap(cameras: bytes, images: bytes, ending: str = "bin") -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        (folder / "transforms.json").unlink()
        (folder / "sparse/0").mkdir(parents=True)
        (folder / f"sparse/0/cameras.{ending}").write_bytes(cameras)
        (folder / f"sparse/0/images.{ending}").write_bytes(images)

    return spoil


CAMERA = struct.pack("<QIiQQ4d", 1, 1, 1, 24, 32, 30, 30, 12, 16)
IMAGE = struct.pack("<I7dI", 1, 1, 0, 0, 0, 0, 0, 1, 1) + b"00000.png\0" + struct.pack("<Q", 0)

config("yaml_object", "name: !!python/object/apply:os.system ['touch " + MARK + "']")
config("yaml_name", "data: !!python/name:os.system")
config("yaml_module", "x: !!python/object/new:subprocess.Popen [['touch', '" + MARK + "']]")
config(
    "yaml_laughs",
    "a: &a [x, x]\n"
    + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
    ),
)
config("yaml_deep", "data: " + "[" * 20000)
config("yaml_deep_map", "data: " + "{a: " * 5000)
config("yaml_list", "- a\n- b")
config("yaml_cut", "data: {bound: 1.0")
config("yaml_tab", "data:\n\tbound: 1")
config("yaml_bytes", bytes(range(256)))
config("yaml_date", "data: !!timestamp 'x'")
config("yaml_int", "data: {bound: " + "9" * 5000 + "}")
config("yaml_section", "data: " + json.dumps("x" * 500))
config("yaml_null_key", "? {a: b}\n: c")
config("yaml_large", "# " + "x" * 2_000_000)
config("yaml_links", "data: {follow_links: true}")
config("yaml_holdout", "data: {holdout: 'every:0:0'}")
config("yaml_negative", "data: {downscale: -1}")
config("yaml_infinite", "data: {bound: .inf}")
config("yaml_unknown", "data: {bouund: 1}")

cameras("json_cut", lambda data: json.dumps(data)[:500])
cameras("json_empty", lambda data: " ")
cameras("json_deep", lambda data: "[" * 100000)
cameras("json_list", lambda data: "[1, 2]")
cameras("json_number", lambda data: "5")
cameras("json_no_frames", lambda data: data.update(frames=[]))
cameras("json_frames_dict", lambda data: data.update(frames={"a": 1}))
cameras(
    "json_nan", lambda data: data["frames"][0].update(transform_matrix=[[float("nan")] * 4] * 4)
)
cameras("json_ragged", lambda data: data["frames"][0].update(transform_matrix=[[1], [1, 2]]))
cameras("json_huge", lambda data: data.update(fl_x=10**400))
cameras(
    "json_huge_matrix", lambda data: data["frames"][0].update(transform_matrix=[[10**400] * 4] * 4)
)
cameras("json_wide", lambda data: data.update(w=1e12, h=1e12))
cameras("json_words", lambda data: data.update(fl_x="wide"))
cameras("json_zero", lambda data: data.update(w=0))
cameras("json_null_name", lambda data: data["frames"][0].update(file_path="image/\0.png"))
cameras("json_long_name", lambda data: data["frames"][0].update(file_path="image/" + "x" * 5000))
cameras("json_escape", lambda data: data["frames"][0].update(file_path="image/\x1b[2J.png"))
cameras("json_no_name", lambda data: data["frames"][0].update(file_path=""))
cameras(
    "json_up", lambda data: data["frames"][0].update(file_path="../../outside/secret.png"), "secret"
)
cameras("json_root", lambda data: data["frames"][0].update(file_path="/etc/passwd"), "passwd")
cameras(
    "json_windows",
    lambda data: data["frames"][0].update(file_path="C:\\Users\\x\\nobody.png"),
    "nobody",
)
cameras("json_many", lambda data: data.update(frames=data["frames"][:1] * 6000), "5000 photos")
cameras("json_twice", lambda data: data["frames"].append(data["frames"][0]))
cameras("json_number_name", lambda data: data["frames"][0].update(file_path=5))
BAD["json_utf16"] = (
    lambda f: (f / "transforms.json").write_bytes(b"\xff\xfe\xd8"),
    "transforms.json",
)
BAD["json_binary"] = (
    lambda f: (f / "transforms.json").write_bytes(b"\xfd\x80" * 99),
    "transforms.json",
)

XML = (
    '<?xml version="1.0"?>{head}<document><chunk><sensors>{sensor}</sensors>'
    "<cameras>{camera}</cameras></chunk></document>"
)
SENSOR = (
    '<sensor id="0"><resolution width="{w}" height="32"/><calibration><f>30</f></calibration>'
    "</sensor>"
)
SHOT = '<camera sensor_id="0" label="{label}"><transform>{pose}</transform></camera>'
POSE = "1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1"
LAUGHS = (
    "<!DOCTYPE d [<!ENTITY a 'x'>"
    + "".join(f"<!ENTITY {chr(98 + i)} '{('&' + chr(97 + i) + ';') * 10}'>" for i in range(9))
    + "]>"
)
OUTSIDE = "<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"


def xml(
    name: str, head: str = "", w: object = 24, label: str = "00000", pose: str = POSE, sensor=SENSOR
):
    shot = SHOT.format(label=label, pose=pose)
    camera_file(name, "cameras.xml", XML.format(head=head, sensor=sensor.format(w=w), camera=shot))


xml("xml_laughs", LAUGHS, label="&j;")
xml("xml_outside", OUTSIDE, label="&a;")
xml("xml_size", w="wide")
xml("xml_no_size", sensor='<sensor id="0"><calibration/></sensor>{w}')
xml("xml_short_pose", pose="1 2 3")
xml("xml_words_pose", pose="a b c d " * 4)
xml("xml_nan_pose", pose="nan " * 16)
xml("xml_no_label", label="")
camera_file("xml_cut", "cameras.xml", "<?xml version='1.0'?><document><chunk>")
camera_file(
    "csv_words", "cameras.csv", "#name,x,y,alt,heading,pitch,roll,f\n00000.png,a,b,c,d,e,f,g\n"
)
camera_file("csv_lacks", "cameras.csv", "#name,x,y,alt,heading\n00000.png,1,2,3,4\n")
camera_file("csv_short", "cameras.csv", "#name,x,y,alt,heading,pitch,roll,f\n00000.png\n")
camera_file("iron_words", "cam_dict_norm.json", json.dumps({"00000.png": {"W2C": "x", "K": [1]}}))
camera_file(
    "iron_nan",
    "cam_dict_norm.json",
    json.dumps({"00000.png": {"W2C": [float("nan")] * 16, "K": [1.0] * 16, "img_size": [24, 32]}}),
)
camera_file(
    "npz_pickle", "cameras_sphere.npz", npz(world_mat_0=np.array([Hostile(Path("x"))], object))
)
camera_file("npz_raw_pickle", "cameras_sphere.npz", pickle.dumps(Hostile(Path("x"))))
camera_file("npz_cut", "cameras_sphere.npz", npz(world_mat_0=np.eye(4))[:100])
camera_file("npz_shape", "cameras_sphere.npz", npz(world_mat_0=np.eye(3), scale_mat_0=np.eye(2)))
camera_file(
    "npz_nan", "cameras_sphere.npz", npz(world_mat_3=np.full((4, 4), np.nan), scale_mat_3=np.eye(4))
)
camera_file("npz_names", "cameras_sphere.npz", npz(world_mat_x=np.eye(4)))


@bad("cameras_sphere.npz")
def npz_bomb(folder: Path) -> None:
    (folder / "transforms.json").unlink()
    with zipfile.ZipFile(folder / "cameras_sphere.npz", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("world_mat_0.npy", bytes(20_000_000))


BAD["colmap_many"] = colmap(CAMERA, struct.pack("<Q", 2**62) + IMAGE), "COLMAP"
BAD["colmap_cut"] = colmap(CAMERA, struct.pack("<Q", 2) + IMAGE), "COLMAP"
BAD["colmap_points"] = colmap(CAMERA, struct.pack("<Q", 1) + IMAGE[:-8] + b"\xff" * 8), "COLMAP"
BAD["colmap_no_end"] = colmap(CAMERA, struct.pack("<Q", 1) + IMAGE[:64] + b"x" * 99), "COLMAP"
BAD["colmap_empty"] = colmap(b"", b""), "COLMAP"
BAD["colmap_model"] = (
    colmap(CAMERA.replace(struct.pack("<i", 1), struct.pack("<i", 99), 2), IMAGE),
    "COLMAP",
)
BAD["colmap_text"] = colmap(b"1 PINHOLE a b c", b"1 1 0 0 x", "txt"), "COLMAP"

picture("photo_bomb", png(30000, 30000))
picture("photo_bomb_16", png(30000, 30000, 16))
picture("photo_wide", png(2**31 - 1, 2**31 - 1))
picture("photo_empty", b"")
picture("photo_cut", lambda path: path.read_bytes()[:60])
picture("photo_text", b"not a photo at all")
picture("photo_page", b"<html>404</html>")
picture("photo_pickle", pickle.dumps(Hostile(Path("x"))))
picture("photo_size", png(20, 20))
picture("photo_tiff", b"II*\0" + struct.pack("<I", 8) + b"\xff" * 60)
picture("photo_jpeg", b"\xff\xd8\xff\xe0" + b"\0" * 50)
picture("photo_lfs", b"version https://git-lfs.github.com/spec/v1\n")


@bad("00009")
def photo_fifo(folder: Path) -> None:
    (folder / "image/00009.png").unlink()
    os.mkfifo(folder / "image/00009.png")


@bad("00009")
def photo_folder(folder: Path) -> None:
    (folder / "image/00009.png").unlink()
    (folder / "image/00009.png").mkdir()


@bad("00009")
def mask_black(folder: Path) -> None:
    import cv2

    cv2.imwrite(str(folder / "mask/00009.png"), np.zeros((32, 24), np.uint8))


@bad("mask")
def mask_missing(folder: Path) -> None:
    shutil.rmtree(folder / "mask")


@bad("transforms.json")
def cameras_fifo(folder: Path) -> None:
    (folder / "transforms.json").unlink()
    os.mkfifo(folder / "transforms.json")


@bad("gt.json")
def truth_holdout(folder: Path) -> None:
    (folder / "gt.json").write_text('{"heldout": [{"a": 1}]}')


@bad("gt.json")
def truth_deep(folder: Path) -> None:
    (folder / "gt.json").write_text("[" * 100000)


@bad("gt.json")
def truth_words(folder: Path) -> None:
    (folder / "gt").mkdir()
    (folder / "gt.json").write_text('{"heldout": ["00009"], "mm_per_unit": "x", "eyes": 1}')


@bad("eye_picks.json")
def picks_numbers(folder: Path) -> None:
    mark = {"left": {"landmarks": {"iris_inner": [10**400, 1]}}}
    picks = {"kind": "eye_picks", "version": 1, "frames": {"00009": mark}}
    (folder / "eye_picks.json").write_text(json.dumps(picks))


@bad("eye_picks.json")
def picks_deep(folder: Path) -> None:
    (folder / "eye_picks.json").write_text("[" * 100000)


@bad("eye_picks.json")
def picks_pickle(folder: Path) -> None:
    torch.save(Hostile(folder), folder / "eye_picks.json")


@bad("leads out of it")
def link_picks(folder: Path) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "picks.json").write_text("{}")
    os.symlink("../outside/picks.json", folder / "eye_picks.json")


link("link_loop", "image", "image", "image")
link("link_photos", "image", "../outside/image", "leads out of it")
link("link_photo", "image/00009.png", "../../outside/00009.png", "leads out of it")
link("link_mask", "mask/00009.png", "../../outside/00009.png", "leads out of it")
link("link_cameras", "transforms.json", "../outside/transforms.json", "leads out of it")
link("link_device", "image/00009.png", "/dev/zero", "00009")
link("link_broken", "image/00009.png", "nowhere.png", "00009")
