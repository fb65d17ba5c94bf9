"""OpenEXR files of float maps: neither OpenCV's nor imageio's wheels write them any more.

Layout: openexr.com, "OpenEXR File Layout"; scan lines, ZIP compression in blocks of 16 lines.
"""
from __future__ import annotations

import struct
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

LINES, ONE = 16, struct.pack("<f", 1)


def encode_exr(image: np.ndarray) -> bytes:
    """The bytes of an EXR file of (H, W, C) half or single floats; C 1 (grey), 3 (RGB) or 4 (RGBA)."""
    height, width, n = image.shape
    names, kind = {1: "Y", 3: "BGR", 4: "ABGR"}[n], {2: 1, 4: 2}[image.itemsize]
    box = struct.pack("<4i", 0, 0, width - 1, height - 1)
    channels = b"".join(c.encode() + b"\0" + struct.pack("<iB3xii", kind, 0, 1, 1) for c in names) + b"\0"
    attributes = (("channels", "chlist", channels), ("compression", "compression", b"\3"),
                  ("dataWindow", "box2i", box), ("displayWindow", "box2i", box),
                  ("lineOrder", "lineOrder", b"\0"), ("pixelAspectRatio", "float", ONE),
                  ("screenWindowCenter", "v2f", bytes(8)), ("screenWindowWidth", "float", ONE))
    header = struct.pack("<ii", 20000630, 2)
    for name, type_, value in attributes:
        header += f"{name}\0{type_}\0".encode() + struct.pack("<i", len(value)) + value
    header += b"\0"
    lines = np.ascontiguousarray(image[..., ::-1].transpose(0, 2, 1))

    def pack(y: int) -> bytes:
        raw = lines[y:y + LINES].tobytes()
        split = np.frombuffer(raw, np.uint8).reshape(-1, 2).T.ravel()       # even bytes, then odd ones
        step = np.diff(split, prepend=np.uint8(0)) + np.uint8(128)          # differences, wrapping around
        step[0] = split[0]
        packed = zlib.compress(step.tobytes(), 4)
        packed = packed if len(packed) < len(raw) else raw
        return struct.pack("<ii", y, len(packed)) + packed

    with ThreadPoolExecutor() as pool:      # zlib lets other threads run
        blocks = list(pool.map(pack, range(0, height, LINES)))
    starts = len(header) + 8 * len(blocks) + np.cumsum([0] + [len(block) for block in blocks[:-1]])
    return b"".join([header, starts.astype("<u8").tobytes(), *blocks])


def read_exr(path: Path) -> np.ndarray:
    """(H, W, C) float32 values of an EXR file that this program wrote."""
    try:
        data, at, header = Path(path).read_bytes(), 8, {}
        while data[at]:
            name, type_, _ = data[at:at + 80].split(b"\0", 2)
            at += len(name) + len(type_) + 6
            size, = struct.unpack_from("<i", data, at - 4)
            header[name.decode()] = data[at:at + size]
            at += size
        n, kind = len(header["channels"]) // 18, "<f2" if header["channels"][2] == 1 else "<f4"
        width, height = (side + 1 for side in struct.unpack("<8x2i", header["dataWindow"]))

        def unpack(start: int) -> np.ndarray:
            y, size = struct.unpack_from("<ii", data, start)
            raw = data[start + 8:start + 8 + size]
            if size < min(LINES, height - y) * width * n * np.dtype(kind).itemsize:
                step = np.frombuffer(zlib.decompress(raw), np.uint8) - np.uint8(128)
                step[0] ^= 128      # the first byte is no difference
                raw = np.cumsum(step, dtype=np.uint8).reshape(2, -1).T.tobytes()
            return np.frombuffer(raw, kind)

        with ThreadPoolExecutor() as pool:
            out = list(pool.map(unpack, struct.unpack_from(f"<{-(-height // LINES)}Q", data, at + 1)))
        return np.concatenate(out).reshape(height, n, width).transpose(0, 2, 1)[..., ::-1].astype(np.float32)
    except (KeyError, ValueError, IndexError, OSError, struct.error, zlib.error) as error:
        raise ValueError(f"{path}: expected an EXR file of this program, found none, or one cut short or of "
                         f"another kind ({error}); run the export again") from error
