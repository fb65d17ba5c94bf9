"""Linear light of HDR films: the curves of phones are undone.

    HLG  scene light E = E'^2 / 3 below E' = 1/2, else (exp((E' - c) / a) + b) / 12
    PQ   display light F = 10000 (max(E'^(1/m2) - c1, 0) / (c2 - c3 E'^(1/m2)))^(1/m1) cd/m^2,
         scene light from F by the inverse of the reference OOTF, F = 100 G709(59.5208 E)^2.4

(ITU-R BT.2100-2, tables 4 and 5). Scene light is brought from BT.2020's primaries to BT.709's
(BT.2087), and encoded again as value = E^(1 / 2.2), the default gamma of captures.
"""

from __future__ import annotations

from functools import cache

import numpy as np

PQ_WHITE = 1000.0  # cd/m^2 that become white; phones grade their PQ films for such displays
# Linear RGB with BT.2020's primaries to BT.709's (BT.2087).
TO_BT709 = np.array(
    [[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]], np.float32
)


def scene_light(signal: np.ndarray, transfer: str) -> np.ndarray:
    """Return linear light of the scene of an HDR signal in [0, 1], of any shape; see above.

    1 is the largest light of HLG, and for PQ the light that a display shows with 1000 cd/m^2.
    """
    if transfer == "hlg":
        a = 0.17883277
        b, c = 1 - 4 * a, 0.5 - a * np.log(4 * a)
        return np.where(signal <= 0.5, signal**2 / 3, (np.exp((signal - c) / a) + b) / 12)
    m1, m2 = 2610 / 16384, 2523 / 4096 * 128
    c1, c2, c3 = 3424 / 4096, 2413 / 4096 * 32, 2392 / 4096 * 32
    power = np.asarray(signal, np.float64) ** (1 / m2)
    display = 10000 * (np.maximum(power - c1, 0) / (c2 - c3 * power)) ** (1 / m1)

    def scene(light: np.ndarray | float) -> np.ndarray:
        video = (np.asarray(light) / 100) ** (1 / 2.4)
        linear = np.where(video < 0.081, video / 4.5, ((video + 0.099) / 1.099) ** (1 / 0.45))
        return linear / 59.5208

    return scene(display) / scene(PQ_WHITE)


@cache
def light_of_codes(transfer: str) -> np.ndarray:
    """Return scene light (65536,) float32 of every 16-bit code."""
    return scene_light(np.arange(65536) / 65535, transfer).astype(np.float32)
