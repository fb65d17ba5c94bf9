"""How good it is, on frames that were never trained on."""
from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
from skimage.metrics import structural_similarity

from lib.capture.views import HEAD, Views
from lib.config import Settings
from lib.fields.scene import Scene
from lib.render.sampling import SdfCache
from lib.render.volume import render_view
from lib.workspace import atomic, write_json

N_SAMPLES = 48    # a ray in evaluation: more than in training, where noise is no harm


def nearest_view(c2w: np.ndarray, others: np.ndarray) -> int:
    """Index of the camera of `others` (N, 4, 4) that stands nearest to `c2w` (4, 4)."""
    return int(np.linalg.norm(others[:, :3, 3] - c2w[:3, 3], axis=1).argmin())


def psnr(image: np.ndarray, reference: np.ndarray, where: np.ndarray) -> float:
    """dB of two images (H, W, 3) in [0, 1], encoded alike, over the pixels `where` (H, W)."""
    return float(-10.0 * np.log10(np.mean((image[where] - reference[where]) ** 2)))


def score(scene: Scene, cache: SdfCache, train: Views, heldout: Views, settings: Settings, folder: Path,
          truth: Path | None = None) -> dict:
    """Scores of the held-out frames, their mean over frames; writes heldout/<frame>.png under `folder`.

    `psnr` and `ssim` compare the gamma-encoded shaded render with the photo inside the head mask (the
    nearest training frame lends its occlusion), `psnr_radiance` the radiance head, `mask_iou` the opacity.
    With `truth`, a folder with heldout/<frame>.npz (position, normal, albedo, part) and ../gt.json beside it
    or in it: normals in degrees, positions in mm, albedo, and the eyes against gt.json.
    """
    cache.refresh(scene)
    rows = []
    for i, name in enumerate(heldout.names):
        view = nearest_view(heldout.cameras.c2w[i], train.cameras.c2w)
        out = render_view(scene, heldout.cameras.c2w[i], heldout.cameras.K, heldout.images.shape[1:3], cache, view=view,
                          n_lookups=settings.renderer.render_n_samples, n_samples=N_SAMPLES,
                          chunk=settings.renderer.chunk_size, radiance=True)
        rows.append(_photo_scores(out, heldout.images[i], heldout.labels[i], heldout.gamma, folder, name))
        file = Path(truth) / "heldout" / f"{name}.npz" if truth else None
        if file is not None and file.is_file():
            rows[-1] |= _truth_scores(out, dict(np.load(file)), heldout.labels[i], _mm_per_unit(truth))
    keys = sorted({key for row in rows for key in row})
    result = {key: float(np.nanmean([row[key] for row in rows if key in row])) for key in keys}
    result["frames"] = {name: row for name, row in zip(heldout.names, rows, strict=True)}
    return result | (_eye_scores(scene, truth) if truth and scene.eyeballs is not None else {})


def write_scores(folder: Path, scores: dict, seconds: float, steps: int, ms_per_step: float, device: str) -> dict:
    """The scores with what they cost, as written to scores.json."""
    payload = scores | {"seconds": seconds, "steps": steps, "ms_per_step": ms_per_step, "device": device}
    write_json(Path(folder) / "scores.json", "scores", payload)
    return payload


def truth_folder(capture: Path) -> Path | None:
    """The folder `gt` of a capture that brings truth for its held-out frames, or None."""
    folder = Path(capture) / "gt"
    return folder if (folder / "heldout").is_dir() and (Path(capture) / "gt.json").is_file() else None


def _photo_scores(out: dict, photo: np.ndarray, labels: np.ndarray, gamma: float, folder: Path, name: str) -> dict:
    shaded = np.clip(out["rgb"], 0.0, 1.0) ** (1.0 / gamma)
    reference = photo / 255.0
    inside = (labels & HEAD) > 0
    path = Path(folder) / "heldout" / f"{name}.png"
    with atomic(path) as temporary:
        cv2.imwrite(str(temporary), np.round(shaded[..., ::-1] * 255.0).astype(np.uint8))
    _, similar = structural_similarity(shaded, reference, channel_axis=2, data_range=1.0, full=True)
    solid = out["opacity"] > 0.5
    row = {"psnr": psnr(shaded, reference, inside), "ssim": float(similar[inside].mean()),
           "mask_iou": float((solid & inside).sum() / max((solid | inside).sum(), 1))}
    if "radiance" in out:
        row["psnr_radiance"] = psnr(np.clip(out["radiance"], 0.0, 1.0) ** (1.0 / gamma), reference, inside)
    return row


def _truth_scores(out: dict, truth: dict, labels: np.ndarray, mm_per_unit: float) -> dict:
    height, width = labels.shape
    step = truth["part"].shape[0] / height
    rows = np.minimum((np.arange(height) * step + step / 2).astype(int), truth["part"].shape[0] - 1)
    cols = np.minimum((np.arange(width) * step + step / 2).astype(int), truth["part"].shape[1] - 1)
    part = truth["part"][np.ix_(rows, cols)]
    normal = truth["normal"][np.ix_(rows, cols)].astype(np.float32)
    length = np.linalg.norm(normal, axis=-1)
    where = (part >= 0) & (length > 0) & ((labels & HEAD) > 0)
    cosine = (normal * out["normal"]).sum(-1) / np.maximum(length, 1e-6)
    angle = np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0)))
    gap = np.linalg.norm(truth["position"][np.ix_(rows, cols)].astype(np.float32) - out["position"], axis=-1)
    row = {"normal_deg_mean": float(angle[where].mean()), "normal_deg_median": float(np.median(angle[where])),
           "point_mm_median": float(np.median(gap[where]) * mm_per_unit)}
    hair, skin = where & (part == 1), where & (part == 0)
    if hair.any():
        row["normal_deg_hair"] = float(angle[hair].mean())
    albedo = truth["albedo"][np.ix_(rows, cols)] / 255.0
    row["psnr_albedo"] = psnr(out["albedo"], albedo, where)
    for name in ("specular", "roughness"):
        row[f"{name}_skin_mean"], row[f"{name}_skin_std"] = float(out[name][skin].mean()), float(out[name][skin].std())
    return row


def _gt(truth: Path) -> dict:
    return json.loads((Path(truth).parent / "gt.json").read_text())


def _mm_per_unit(truth: Path) -> float:
    return float(_gt(truth)["mm_per_unit"])


def _eye_scores(scene: Scene, truth: Path) -> dict:
    gt = _gt(truth)
    scale = gt["mm_per_unit"]
    centers = scene.eyeballs.centers.detach().cpu().numpy()
    radius = float(scene.eyeballs.radius.detach())
    return {f"{side}_eye_mm": float(np.linalg.norm(centers[k] - gt["eyes"][key]["center"]) * scale)
            for k, (side, key) in enumerate((("left", "leye"), ("right", "reye")))} | {
                "eye_radius_mm": float((radius - gt["eyes"]["leye"]["radius"]) * scale)}
