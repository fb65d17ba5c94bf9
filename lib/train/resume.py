"""Whether a checkpoint can be continued: it was made with the same settings, code and photos."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from lib.workbook.code import differing, digest_of
from lib.workbook.settings import FIELDS, UNUSED, by_key
from lib.workbook.settings_sections import Train

if TYPE_CHECKING:
    from lib.train.loop import Trainer

# Modules whose code is not compared: their results, photos, cameras and settings, are.
NO_MATTER = ("lib.workbook", "lib.capture.views", "lib.capture.cameras")
# Settings of the refinement on the mesh alone.
OF_REFINEMENT = {key for key in FIELDS if key.startswith("train.mesh_render")} | {
    "loss.w_lpips",
    "loss.w_abdmm_refine",
    "loss.w_hold",
}
FREE_TO_CHANGE = {
    "train.save_freq",
    "train.val_freq",
    "train.vis_freq",
    "renderer.chunk_size",
    "renderer.score_n_samples",
    "renderer.score_pixels",
    "data.eyes",
    "data.meta_path",  # the cameras themselves are compared
    *OF_REFINEMENT,  # it comes later
}
# Sections that a training never reads.
OTHERS = ("eyeballs", "mesh", "film")
# Nothing to the first training.
OF_EYES = {key for key in FIELDS if "eye" in key and key != "train.eye_share"} | {
    "loss.w_ldm",
    "loss.w_sdf_mask",
}


def schedule(train: Train) -> str:
    """Return a digest of what a training derives from its settings step by step: levels and rates.

    Settings are compared by value. This digest covers the functions that derive levels and rates
    from them.
    """
    return digest_of([[train.level(step) for step in range(train.max_steps)], train.drops()])


def changes(state: dict, trainer: Trainer) -> list[str]:
    """Return the differences between the run of a checkpoint and this one, in words; empty: it can
    be continued.
    """
    ours, theirs = by_key(asdict(trainer.settings)), by_key(state["settings"])
    free = FREE_TO_CHANGE | UNUSED | (OF_EYES if trainer.stage == 1 else set())
    changed = []
    for key, value in ours.items():
        section, dot, _ = key.partition(".")
        if dot and section not in OTHERS and key not in free and value != theirs.get(key):
            changed.append(key)
    optimizers = state["optimizer"], trainer.optimizer.state_dict()
    groups = [[group["name"] for group in one["param_groups"]] for one in optimizers]
    changed += [] if groups[0] == groups[1] else ["groups of parameters"]
    ours = trainer.eyeballs and asdict(trainer.eyeballs)
    changed += [] if state.get("eyeballs") == ours else ["eyes"]
    before = state.get("code", {})
    code = differing(before, trainer.code)
    if code:
        changed.append(f"code ({', '.join(code)})" if before else "code")
    same = state.get("schedule") == schedule(trainer.settings.train)
    changed += [] if same else ["schedule of levels and rates"]
    return changed + ([] if state.get("data") == trainer.data else ["photos, masks or cameras"])
