"""How good it is, on frames that were never trained on."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from skimage.metrics import structural_similarity

from lib.capture.views import HEAD, Views
from lib.fields.scene import Scene
from lib.render.sampling import SdfCache
from lib.render.volume import render_view
from lib.train.truth import Truth
from lib.workbook.config import Settings
from lib.workbook.progress import PICTURE, clear_status, write_status
from lib.workbook.workspace import atomic, write_json


def nearest_view(c2w: np.ndarray, others: np.ndarray) -> int:
    """Return index of the camera of `others` (N, 4, 4) that stands nearest to `c2w` (4, 4)."""
    return int(np.linalg.norm(others[:, :3, 3] - c2w[:3, 3], axis=1).argmin())


def psnr(image: np.ndarray, reference: np.ndarray, where: np.ndarray) -> float:
    """Return dB of two images (H, W, 3) in [0, 1], encoded alike, over the pixels `where` (H, W).
    """
    return float(-10.0 * np.log10(np.mean((image[where] - reference[where]) ** 2)))


def score(
    scene: Scene,
    cache: SdfCache,
    train: Views,
    heldout: Views,
    settings: Settings,
    folder: Path,
    truth: Truth | None = None,
) -> dict:
    """Return the mean scores of the held-out frames; write heldout/<frame>.png to `folder`.

    `psnr` and `ssim` compare the gamma-encoded shaded render with the photo inside the head mask.
    The nearest training frame gives occlusion and flash gain. `mask_iou` compares the opacity with
    the mask. With `light.fit_gain` the exposure of a held-out frame is unknown: `psnr_own_exposure`
    is the `psnr` after one gain a colour was fitted to the frame's photo. With `truth`: normals in
    degrees, positions in mm, albedo, gloss, and the eyes' centres in mm. `photo_px` is width and
    height of the photos that were compared: scores of other sizes are others.
    """
    cache.refresh(scene)
    samples, rows = settings.renderer.sample_batch_size // settings.renderer.max_num_ray, {}
    for i, name in enumerate(heldout.names):
        so_far = float(np.mean([row["psnr"] for row in rows.values()])) if rows else None
        write_status(folder, i, len(heldout), so_far, PICTURE)
        view = nearest_view(heldout.cameras.c2w[i], train.cameras.c2w)
        out = render_view(
            scene,
            heldout.cameras.c2w[i],
            heldout.cameras.K,
            heldout.images.shape[1:3],
            cache,
            view=view,
            n_lookups=settings.renderer.render_n_samples,
            n_samples=max(settings.renderer.score_n_samples, samples),
            chunk=settings.renderer.chunk_size,
        )
        rows[name] = _photo_scores(
            out,
            heldout.images[i],
            heldout.labels[i],
            heldout.gamma,
            folder,
            name,
            settings.light.fit_gain,
        )
        if truth is not None:
            rows[name] |= _truth_scores(
                out, truth.frame(heldout.cameras, i), heldout.labels[i], truth.mm_per_unit
            )
    clear_status(folder)
    result: dict = {}
    for key in sorted({key for row in rows.values() for key in row}):
        result[key] = float(np.mean([row[key] for row in rows.values() if key in row]))
    if truth is not None and scene.eyeballs is not None:
        result |= _eye_scores(scene, truth)
    size = [heldout.cameras.width, heldout.cameras.height]
    return result | {"photo_px": size, "frames": rows}


def write_scores(
    folder: Path, scores: dict, seconds: float, steps: int, ms_per_step: float, device: str
) -> dict:
    """Return the scores with what they cost, as written to scores.json."""
    payload = scores | {
        "seconds": seconds,
        "steps": steps,
        "ms_per_step": ms_per_step,
        "device": device,
    }
    write_json(Path(folder) / "scores.json", "scores", payload)
    return payload


def _photo_scores(
    out: dict,
    photo: np.ndarray,
    labels: np.ndarray,
    gamma: float,
    folder: Path,
    name: str,
    own_exposure: bool,
) -> dict:
    shaded = np.clip(out["rgb"], 0.0, 1.0) ** (1.0 / gamma)
    reference = photo / 255.0
    inside = (labels & HEAD) > 0
    path = Path(folder) / "heldout" / f"{name}.png"
    with atomic(path) as temporary:
        cv2.imwrite(str(temporary), np.round(shaded[..., ::-1] * 255.0).astype(np.uint8))
    _, similar = structural_similarity(shaded, reference, channel_axis=2, data_range=1.0, full=True)
    solid = out["opacity"] > 0.5
    row = {
        "psnr": psnr(shaded, reference, inside),
        "ssim": float(similar[inside].mean()),
        "mask_iou": float((solid & inside).sum() / max((solid | inside).sum(), 1)),
    }
    if own_exposure:
        linear, target = np.clip(out["rgb"][inside], 0.0, 1.0), reference[inside] ** gamma
        gain = (linear * target).sum(0) / np.maximum((linear**2).sum(0), 1e-9)
        exposed = np.clip(linear * gain, 0.0, 1.0)[None] ** (1.0 / gamma)
        row["psnr_own_exposure"] = psnr(
            exposed, reference[inside][None], np.ones((1, int(inside.sum())), bool)
        )
    return row


def _truth_scores(out: dict, truth: dict, labels: np.ndarray, mm_per_unit: float) -> dict:
    part, normal = truth["part"], truth["normal"].astype(np.float32)
    length = np.linalg.norm(normal, axis=-1)
    where = (part >= 0) & (length > 0) & ((labels & HEAD) > 0)
    if not where.any():
        return {}
    cosine = (normal * out["normal"]).sum(-1) / np.maximum(length, 1e-6)
    angle = np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0)))
    gap = np.linalg.norm(truth["position"].astype(np.float32) - out["position"], axis=-1)
    row = {
        "normal_deg_mean": float(angle[where].mean()),
        "normal_deg_median": float(np.median(angle[where])),
        "point_mm_median": float(np.median(gap[where]) * mm_per_unit),
    }
    hair, skin = where & (part == 1), where & (part == 0)
    if hair.any():
        row["normal_deg_hair"] = float(angle[hair].mean())
    if "albedo" in truth:
        row["psnr_albedo"] = psnr(out["albedo"], truth["albedo"], where)
    for name in ("specular", "roughness") if skin.any() else ():
        row[f"{name}_skin_mean"], row[f"{name}_skin_std"] = (
            float(out[name][skin].mean()),
            float(out[name][skin].std()),
        )
    return row


def _eye_scores(scene: Scene, truth: Truth) -> dict:
    centers = scene.eyeballs.centers.detach().cpu().numpy()
    radius = float(scene.eyeballs.radius.detach())
    gaps = {
        f"{side}_eye_mm": float(
            np.linalg.norm(centers[k] - truth.eyes[key]["center"]) * truth.mm_per_unit
        )
        for k, (side, key) in enumerate((("left", "leye"), ("right", "reye")))
    }
    return gaps | {
        "eye_radius_error_mm": (radius - truth.eyes["leye"]["radius"]) * truth.mm_per_unit
    }
