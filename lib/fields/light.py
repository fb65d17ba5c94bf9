"""What the photographer brought: the flash, the room's light, and small corrections of each frame."""
from __future__ import annotations

import torch
from torch import Tensor, nn


class Light(nn.Module):
    """Flash, room light and what is fitted of each training frame.

    `flash_rgb` (3,) intensity times colour; `offset` (3,) world units, where the flash sits in the camera's
    frame (x right, y down, z forward); `log_gain` (n_views, 3) of the flash; `sh_coeffs` (9, 3) the room;
    `occlusion` (n_views, 9) how the photographer blocks it; `pose` (n_views, 6) rotation vector and shift.
    """

    def __init__(self, flash_rgb: Tensor, n_views: int, fit_offset: bool, fit_gain: bool, fit_pose: bool):
        super().__init__()
        self.register_buffer("flash_rgb", flash_rgb.float())
        self.fit_pose = fit_pose
        self.offset = nn.Parameter(torch.zeros(3), requires_grad=fit_offset)
        self.log_gain = nn.Parameter(torch.zeros(n_views, 3), requires_grad=fit_gain)
        self.pose = nn.Parameter(torch.zeros(n_views, 6), requires_grad=fit_pose)
        start = torch.zeros(9, 3)
        start[0] = 1.0
        self.sh_coeffs = nn.Parameter(start)
        self.occlusion = nn.Parameter(torch.zeros(n_views, 9))

    def flash(self, view: Tensor) -> Tensor:
        """Flash colour (M, 3) in frames `view` (M,): the gains' mean is 1, so that albedo keeps its scale."""
        gain = self.log_gain - self.log_gain.mean(dim=0)
        return self.flash_rgb * torch.exp(gain.index_select(0, view))

    def flash_position(self, c2w: Tensor) -> Tensor:
        """World position (M, 3) of the flash for cameras `c2w` (M, 4, 4)."""
        return c2w[:, :3, 3] + (c2w[:, :3, :3] @ self.offset)

    def corrected(self, c2w: Tensor, view: Tensor) -> Tensor:
        """Cameras (M, 4, 4) moved by the fitted pose of frames `view` (M,), in the camera's own frame."""
        if not self.fit_pose:
            return c2w
        pose = (self.pose - self.pose.mean(dim=0)).index_select(0, view)
        wx, wy, wz = pose[:, :3].unbind(-1)
        zero = torch.zeros_like(wx)
        skew = torch.stack([zero, -wz, wy, wz, zero, -wx, -wy, wx, zero], -1).view(-1, 3, 3)
        angle = (pose[:, :3].square().sum(-1) + 1e-12).sqrt()[:, None, None]
        turn = (torch.eye(3, device=pose.device) + torch.sin(angle) / angle * skew     # Rodrigues
                + (1.0 - torch.cos(angle)) / angle ** 2 * (skew @ skew))
        top = torch.cat([c2w[:, :3, :3] @ turn,
                         c2w[:, :3, 3:] + c2w[:, :3, :3] @ pose[:, 3:, None]], dim=-1)
        return torch.cat([top, c2w[:, 3:]], dim=1)
