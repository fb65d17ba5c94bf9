"""Lenses of the photos as stored: from directions to pixels, and whether a lens is plausible."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

MIDDLE = 0.2  # the principal point is at most this part of the photo's size off the middle
ANGLES = (3.0, 130.0)  # degrees over the photo's longer side, of a lens that maps to a plane
ASPECT = 1.5  # fl_x over fl_y, or the reverse, at most


def brown(x, y, r2, dist: np.ndarray) -> tuple:
    """Return (x, y) of the image plane at focal length 1 as Brown's model displaces them, arrays or
    tensors.

    r2: x^2 + y^2, or less where a polynomial must not fold. dist: (4,) k1 k2 p1 p2, OpenCV's.
    """
    k1, k2, p1, p2 = (float(value) for value in dist)
    radial = 1 + r2 * (k1 + k2 * r2)
    return (
        x * radial + 2 * p1 * x * y + p2 * (r2 + 2 * x * x),
        y * radial + p1 * (r2 + 2 * y * y) + 2 * p2 * x * y,
    )


@dataclass(frozen=True)
class Lens:
    """One photo's lens. width, height, fl_x ... cy: pixels, centres at +0.5.

    Brown's model: with r = |(x, y)|, x' = x (1 + k1 r^2 + k2 r^4 + k3 r^6 + k4 r^8) + 2 p1 x y +
    p2 (r^2 + 2 x^2), y' alike; k1 k2 p1 p2 are OpenCV's. fisheye: equidistant, OpenCV's k1 to k4:
    r' = t (1 + k1 t^2 + k2 t^4 + k3 t^6 + k4 t^8), t = atan r.
    """

    width: int
    height: int
    fl_x: float
    fl_y: float
    cx: float
    cy: float
    k1: float = 0.0
    k2: float = 0.0
    p1: float = 0.0
    p2: float = 0.0
    k3: float = 0.0
    k4: float = 0.0
    fisheye: bool = False

    @property
    def K(self) -> np.ndarray:
        """(3,3) float64."""
        return np.array([[self.fl_x, 0, self.cx], [0, self.fl_y, self.cy], [0, 0, 1.0]])

    @property
    def simple(self) -> bool:
        """Whether K and k1 k2 p1 p2 say all."""
        return not (self.fisheye or self.k3 or self.k4)

    def distort(self, xy: np.ndarray) -> np.ndarray:
        """Return where the lens puts points `xy` (..., 2) of the image plane at focal length 1:
        (..., 2), there too.
        """
        x, y = np.moveaxis(np.asarray(xy, np.float64), -1, 0)
        r = np.hypot(x, y)
        t2 = np.arctan(r) ** 2 if self.fisheye else r * r
        bend = 1 + t2 * (self.k1 + t2 * (self.k2 + t2 * (self.k3 + t2 * self.k4)))
        if self.fisheye:
            bend = bend * np.where(r > 1e-9, np.arctan(r) / np.maximum(r, 1e-9), 1.0)
            return np.stack([x * bend, y * bend], -1)
        return np.stack(
            [
                x * bend + 2 * self.p1 * x * y + self.p2 * (t2 + 2 * x * x),
                y * bend + self.p1 * (t2 + 2 * y * y) + 2 * self.p2 * x * y,
            ],
            -1,
        )

    def maps(self, K: np.ndarray) -> np.ndarray:
        """Return (H,W,2) float32: where each pixel of a pinhole camera K (3,3) lies in the stored
        photo, for OpenCV's remap (pixel centres at whole numbers).
        """
        columns, rows = np.meshgrid(np.arange(self.width) + 0.5, np.arange(self.height) + 0.5)
        xy = (np.stack([columns, rows], -1) - K[:2, 2]) / K[[0, 1], [0, 1]]
        px = self.distort(xy) * [self.fl_x, self.fl_y] + [self.cx, self.cy] - 0.5
        return px.astype(np.float32)

    def fault(self) -> str | None:
        """Return what is implausible about this lens, and the likely fix; None if nothing is."""
        size = np.array([self.width, self.height])
        focal, middle = np.array([self.fl_x, self.fl_y]), np.array([self.cx, self.cy])
        if (np.abs(middle - size / 2) > MIDDLE * size).any():
            return (
                f"expected the principal point near the middle of photos of {self.width} x "
                f"{self.height}, found cx, cy = ({self.cx:.4g}, {self.cy:.4g}); were they scaled "
                "or cropped? Scale fl_x fl_y cx cy, too"
            )
        angle = np.degrees(2 * np.arctan(size.max() / 2 / focal[size.argmax()]))
        if not self.fisheye and not ANGLES[0] < angle < ANGLES[1]:
            return (
                f"expected a focal length in pixels, found fl_x, fl_y = ({self.fl_x:.4g}, "
                f"{self.fl_y:.4g}), an angle of {angle:.3g} degrees over {size.max()} px; from "
                "millimetres: fl_x = f / sensor width * w"
            )
        if not 1 / ASPECT < self.fl_x / self.fl_y < ASPECT:
            return (
                f"expected fl_x and fl_y about alike, found ({self.fl_x:.4g}, {self.fl_y:.4g}); "
                "repeat the registration"
            )
        if self._folds():
            return (
                "expected a lens that grows out to the corner, found one that folds inside the "
                f"picture (k1 k2 p1 p2 = {self.k1:.4g} {self.k2:.4g} {self.p1:.4g} {self.p2:.4g}); "
                "the registration went wrong, repeat it"
            )
        return None

    def _folds(self) -> bool:
        """Return whether the distorted point turns back before it leaves the picture, in some
        direction.
        """
        size = np.array([self.width, self.height])
        corner = np.hypot(*(size / 2 / [self.fl_x, self.fl_y]))  # bent radius of the corner
        around = np.linspace(0, 2 * np.pi, 16, endpoint=False)
        way = np.stack([np.cos(around), np.sin(around)], -1)
        r = np.linspace(0, (10 if self.fisheye else 3) * corner, 300)
        bent = (self.distort(r[:, None, None] * way) * way).sum(-1)  # (300, 16)
        left = np.maximum.accumulate(bent, 0) >= 0.98 * corner  # beyond the picture
        return bool(((np.diff(bent, axis=0) <= 0) & ~left[1:]).any() or not left[-1].all())
