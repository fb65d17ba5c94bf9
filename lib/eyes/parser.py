"""Two detectors besides mediapipe's: the weights of a face parser, and a file of 68 points a photo.

Both functions give what `detect.propose_picks` takes as `detector`. The files come from elsewhere,
so they are checked before use.
"""

from __future__ import annotations

import hashlib
import json
from difflib import get_close_matches
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from lib.capture.cameras import Cameras
from lib.eyes.detect import Detector, Found
from lib.label.picks import SIDES, PickError

# Classes of the 19; 4 is the eye on the picture's left, so the subject's right.
EYE_CLASSES = {"right": 4, "left": 5}
POINTS68 = {"right": range(36, 42), "left": range(42, 48)}
SIZE = 512  # what the parser was trained on
MEAN, SPREAD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)  # of its training pictures
# SHA-256 by file name, of the weights that everybody uses: BiSeNet trained on CelebAMask-HQ,
# 53,289,463 bytes.
PUBLISHED = {"79999_iter.pth": "468e13ca13a9b43cc0881a9f99083a430e9c0a38abd935431d1c28ee94b26567"}


def choose_detector(weights: str, points: str, taken: Cameras, kept: Cameras) -> Detector | None:
    """Return the detector for a parser's weights or for a file of 68 points, by which path is not
    empty; None (mediapipe's) if both are.

    taken, kept: see `landmarks68_detector`.
    """
    if weights and points:
        raise PickError(
            f"expected a parser's weights or 68 points a photo, got both, {weights} and {points}; "
            "drop one"
        )
    if weights:
        return bisenet_detector(Path(weights).expanduser())
    return landmarks68_detector(Path(points).expanduser(), taken, kept) if points else None


def bisenet_detector(path: str | Path, device: str = "cpu") -> Detector:
    """Return a detector that runs a 19-class BiSeNet face parser (Yu et al. 2018) on a ResNet-18,
    from a state dict at `path`.

    A file with the name of the published weights must have their hash. A file of another name is
    accepted if its tensors fit. Files are loaded as plain tensors, never as code.
    """
    net = BiSeNet(19)
    net.load_state_dict(_checked_weights(Path(path), net.state_dict()))
    net.eval().to(device)

    def detect(image: np.ndarray, name: str = "") -> dict[str, Found]:
        low, high = _square(image)
        face = cv2.resize(
            image[low[1] : high[1], low[0] : high[0]], (SIZE, SIZE), interpolation=cv2.INTER_AREA
        )
        x = (torch.from_numpy(face).float() / 255 - torch.tensor(MEAN)) / torch.tensor(SPREAD)
        with torch.no_grad():
            part = net(x.permute(2, 0, 1)[None].to(device))[0].argmax(0).cpu().numpy()
        out = {}
        for side in SIDES:
            eye = (part == EYE_CLASSES[side]).astype(np.uint8)
            outlines, _ = cv2.findContours(eye, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
            outline = max(outlines, key=cv2.contourArea, default=None)
            if outline is not None and cv2.contourArea(outline) > 30:
                out[side] = _of_lids((outline[:, 0] + 0.5) * (high - low) / SIZE + low, side)
        return out

    return detect


def _checked_weights(path: Path, wanted: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Return the tensors of a file that a network wants; a PickError if the file has others."""
    if not path.is_file():
        raise PickError(
            f"{path}: expected the weights of a 19-class BiSeNet face parser, found no file; leave "
            "the parser out to use mediapipe alone"
        )
    sha256, found = PUBLISHED.get(path.name), hashlib.sha256(path.read_bytes()).hexdigest()
    if sha256 is not None and found != sha256:
        raise PickError(
            f"{path}: expected SHA-256 {sha256}, found {found}; download the weights again, or "
            "name them otherwise if they are others of the same layout"
        )
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
    # Zip, pickle, EOF and runtime errors: torch promises no type for a damaged file.
    except Exception as error:
        raise PickError(
            f"{path}: expected a state dict of tensors, found a file that is damaged or holds code "
            f"({type(error).__name__})"
        ) from error
    if not isinstance(state, dict) or not all(
        isinstance(value, torch.Tensor) for value in state.values()
    ):
        raise PickError(
            f"{path}: expected a state dict of tensors, found {type(state).__name__} of other "
            "things"
        )
    wrong = [key for key in wanted if key not in state or state[key].shape != wanted[key].shape]
    if wrong:
        raise PickError(
            f"{path}: expected the layers of a 19-class BiSeNet, {len(wrong)} of {len(wanted)} are "
            f"missing or of another shape, such as {wrong[0]}; is it another network?"
        )
    return {key: state[key] for key in wanted}


def landmarks68_detector(path: str | Path, taken: Cameras, kept: Cameras) -> Detector:
    """Return a detector that looks up points in a JSON file {frame name: [[x, y] x 68]}.

    taken: cameras of the photos in whose pixels the points are (`read_cameras`). kept: cameras of
    the photos that the detector is asked about (`views.cameras`).
    """
    points = _checked_points(Path(path), taken)

    def detect(image: np.ndarray, name: str) -> dict[str, Found]:
        if name not in points:
            return {}
        i = taken.names.index(name)
        origins, dirs = taken.rays(i, points[name])
        px = kept.project(kept.names.index(name), origins + dirs)[0]
        return {side: _of_lids(px[list(POINTS68[side])], side) for side in SIDES}

    return detect


def _checked_points(path: Path, taken: Cameras) -> dict[str, np.ndarray]:
    """Return {frame name: (68, 2) px} of a JSON file; a PickError if an entry cannot be right."""
    try:
        points = {
            name: np.array(values, np.float64)
            for name, values in json.loads(path.read_text("utf-8")).items()
        }
    except FileNotFoundError as error:
        raise PickError(f"{path}: expected 68 points a photo as JSON, found no file") from error
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise PickError(
            f"{path}: expected JSON {{frame: 68 points [x, y]}}, found: {str(error)[:80]}; write "
            "it again"
        ) from error
    for name, values in points.items():
        if name not in taken.names:
            near = get_close_matches(name, taken.names, 1, 0)[0]
            raise PickError(
                f"{path}: expected names of frames, as 00012 of image/00012.png, found "
                f"{name[:40]!r}; the nearest is {near!r}"
            )
        if values.shape != (68, 2) or not np.isfinite(values).all():
            raise PickError(
                f"{path}: frame {name!r}: expected 68 finite points [x, y], found an array of "
                f"shape {values.shape}"
            )
        outside = (values < 0).any() or (values > [taken.width, taken.height]).any()
        if outside or np.ptp(values, axis=0).min() == 0:
            raise PickError(
                f"{path}: frame {name!r}: expected points of a face in the photo of {taken.width} "
                f"x {taken.height} px, found some from {values.min(0).tolist()} to "
                f"{values.max(0).tolist()}; are they of photos of another size?"
            )
    return points


def _of_lids(lids: np.ndarray, side: str) -> Found:
    """Return corners and lids of an eye from its outline (K, 2). The corners are its ends along the
    picture's rows; the subject's left is on the right.
    """
    low, high = lids[lids[:, 0].argmin()], lids[lids[:, 0].argmax()]
    inner, outer = (low, high) if side == "left" else (high, low)
    return Found({"corner_inner": inner, "corner_outer": outer}, lids)


def _square(image: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the corners (x, y) of the largest square about the middle of the pixels that are not
    black.
    """
    rows, cols = (np.flatnonzero(image.any((axis, 2))) for axis in (1, 0))
    if not len(rows):
        return np.zeros(2, int), np.array([min(image.shape[:2])] * 2)
    middle = np.array([cols[0] + cols[-1], rows[0] + rows[-1]]) // 2
    side = min(max(np.ptp(rows), np.ptp(cols)) + 1, *image.shape[:2])
    low = np.clip(middle - side // 2, 0, np.array(image.shape[1::-1]) - side)
    return low, low + side


class _Conv(nn.Module):
    """Convolution, batch norm, ReLU."""

    def __init__(self, n_in: int, n_out: int, size: int = 3, pad: int = 1):
        super().__init__()
        self.conv, self.bn = (
            nn.Conv2d(n_in, n_out, size, padding=pad, bias=False),
            nn.BatchNorm2d(n_out),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.relu(self.bn(self.conv(x)))


class _Block(nn.Module):
    """A ResNet block of two convolutions (He et al. 2016)."""

    def __init__(self, n_in: int, n_out: int, stride: int):
        super().__init__()
        self.conv1 = nn.Conv2d(n_in, n_out, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(n_out)
        self.conv2, self.bn2 = nn.Conv2d(n_out, n_out, 3, 1, 1, bias=False), nn.BatchNorm2d(n_out)
        self.downsample = (
            None
            if n_in == n_out and stride == 1
            else nn.Sequential(nn.Conv2d(n_in, n_out, 1, stride, bias=False), nn.BatchNorm2d(n_out))
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        return F.relu(y + (x if self.downsample is None else self.downsample(x)))


class _ResNet18(nn.Module):
    """Features at an eighth, a sixteenth and a 32nd of the size."""

    def __init__(self):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64)
        for k, (n_in, n_out) in enumerate(((64, 64), (64, 128), (128, 256), (256, 512)), 1):
            setattr(
                self,
                f"layer{k}",
                nn.Sequential(_Block(n_in, n_out, 1 if k == 1 else 2), _Block(n_out, n_out, 1)),
            )

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, ...]:
        x = F.max_pool2d(F.relu(self.bn1(self.conv1(x))), 3, 2, 1)
        f8 = self.layer2(self.layer1(x))
        f16 = self.layer3(f8)
        return f8, f16, self.layer4(f16)


class _Attention(nn.Module):
    def __init__(self, n_in: int):
        super().__init__()
        self.conv = _Conv(n_in, 128)
        self.conv_atten, self.bn_atten = nn.Conv2d(128, 128, 1, bias=False), nn.BatchNorm2d(128)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.conv(x)
        return x * torch.sigmoid(self.bn_atten(self.conv_atten(x.mean((2, 3), keepdim=True))))


class _Context(nn.Module):
    def __init__(self):
        super().__init__()
        self.resnet, self.arm16, self.arm32 = _ResNet18(), _Attention(256), _Attention(512)
        self.conv_head32, self.conv_head16 = _Conv(128, 128), _Conv(128, 128)
        self.conv_avg = _Conv(512, 128, 1, 0)

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        f8, f16, f32 = self.resnet(x)
        y = self.arm32(f32) + self.conv_avg(f32.mean((2, 3), keepdim=True))
        y = self.arm16(f16) + self.conv_head32(F.interpolate(y, f16.shape[2:]))
        return f8, self.conv_head16(F.interpolate(y, f8.shape[2:]))


class _Fusion(nn.Module):
    def __init__(self):
        super().__init__()
        self.convblk = _Conv(256, 256, 1, 0)
        self.conv1 = nn.Conv2d(256, 64, 1, bias=False)
        self.conv2 = nn.Conv2d(64, 256, 1, bias=False)

    def forward(self, a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
        x = self.convblk(torch.cat([a, b], 1))
        return x + x * torch.sigmoid(self.conv2(F.relu(self.conv1(x.mean((2, 3), keepdim=True)))))


class _Head(nn.Module):
    def __init__(self, n_classes: int):
        super().__init__()
        self.conv, self.conv_out = _Conv(256, 256), nn.Conv2d(256, n_classes, 1, bias=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.conv_out(self.conv(x))


class BiSeNet(nn.Module):
    """Scores (N, classes, H, W) of an RGB picture (N, 3, H, W), normalised like its training
    pictures.
    """

    def __init__(self, n_classes: int):
        super().__init__()
        self.cp, self.ffm, self.conv_out = _Context(), _Fusion(), _Head(n_classes)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.interpolate(
            self.conv_out(self.ffm(*self.cp(x))), x.shape[2:], mode="bilinear", align_corners=True
        )
