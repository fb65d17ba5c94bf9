"""What learns, and how fast."""

from __future__ import annotations

import torch

from lib.fields.scene import Scene
from lib.workbook.settings_sections import Train


def make_optimizer(scene: Scene, train: Train, on_gpu: bool) -> torch.optim.Adam:
    """Return Adam over all that a scene's settings let learn, in groups that differ in speed."""
    light, eyes = scene.light, scene.eyeballs
    groups = [
        ("face", 1.0, [*scene.face.parameters()]),
        ("material", train.lr_material, [*scene.material_field.parameters()]),
        ("flash", train.lr_flash, [light.offset, light.log_gain]),
        ("poses", train.lr_poses, [light.pose]),
        ("eyes", train.lr_eyes, [] if eyes is None else [eyes.centers]),
    ]
    known = {id(p) for _, _, params in groups for p in params}
    groups.append(("rest", 1.0, [p for p in scene.parameters() if id(p) not in known]))
    learning = [
        (name, train.lr * speed, [p for p in params if p.requires_grad])
        for name, speed, params in groups
    ]
    optimizer = torch.optim.Adam(
        [
            {"params": params, "name": name, "base_lr": base}
            for name, base, params in learning
            if params
        ],
        lr=train.lr,
        eps=1e-15,
        betas=(0.9, train.memory),
        fused=True,
        capturable=on_gpu,
    )
    if on_gpu:  # where a captured graph reads it anew
        for group in optimizer.param_groups:
            group["lr"] = torch.tensor(train.lr, device=light.pose.device)
    return optimizer


def poses_move(step: int, train: Train) -> bool:
    """Return whether fitted poses learn in a step; before that a shape is still found."""
    return step >= train.poses_from * train.max_steps


def part_of_rate(group: str, step: int, train: Train) -> float:
    """Return part of a group's learning rate in force at a step: linear warm-up, then a drop at
    each milestone.
    """
    if group == "poses" and not poses_move(step, train):
        return 0.0
    warmup = train.warmup_steps * (train.shape_warmup if group == "face" else 1.0)
    n_drops = sum(step >= drop for drop in train.drops())
    return train.lr_drop**n_drops * min(1.0, (step + 1) / max(warmup, 1))
