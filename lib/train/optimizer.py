"""What learns, and how fast."""

from __future__ import annotations

import torch

from lib.fields.scene import Scene
from lib.workbook.settings import Train

FLASH_SPEED = 5.0  # times the learning rate
POSE_SPEED = 0.01  # likewise; a pixel is a thousandth of a radian or less
POSES_FROM = (
    0.3  # part of the steps; before it a shape that is still a hull would move right poses, too
)
EYE_SPEED = (
    0.1  # times the rate; at full speed the centres would run off while the face is still a hull
)


def make_optimizer(scene: Scene, train: Train, on_gpu: bool) -> torch.optim.Adam:
    """Adam over all that a scene's settings let learn, in groups that differ in speed."""
    light, eyes = scene.light, scene.eyeballs
    # A flash's offset or gain can be far from its start, where a colour is near; a camera's pose is
    # nearer still.
    groups = [
        ("face", 1.0, [*scene.face.parameters()]),
        ("material", train.lr_material, [*scene.material_field.parameters()]),
        ("flash", FLASH_SPEED, [light.offset, light.log_gain]),
        ("poses", POSE_SPEED, [light.pose]),
        ("eyes", EYE_SPEED, [] if eyes is None else [eyes.centers]),
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
        betas=(0.9, 0.99),
        fused=True,
        capturable=on_gpu,
    )
    if on_gpu:  # where a captured graph reads it anew
        for group in optimizer.param_groups:
            group["lr"] = torch.tensor(train.lr, device=light.pose.device)
    return optimizer


def poses_move(step: int, train: Train) -> bool:
    """Return whether fitted poses learn in a step; before that a shape is still found."""
    return step >= POSES_FROM * train.max_steps


def part_of_rate(group: str, step: int, train: Train) -> float:
    """Part of a group's learning rate in force at a step: linear warm-up, 0.33 at each
    milestone.
    """
    if group == "poses" and not poses_move(step, train):
        return 0.0
    # The hull is a good start: the shape waits until the material explains what it can.
    warmup = (3 if group == "face" else 1) * train.warmup_steps
    return 0.33 ** sum(step >= drop for drop in train.drops()) * min(
        1.0, (step + 1) / max(warmup, 1)
    )
