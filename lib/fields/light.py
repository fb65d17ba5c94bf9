"""What the photographer brought: the flash, the room's light, the camera's tone curve, small
corrections of frames.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from lib.workbook.settings_sections import LightSettings

# Straight pieces of the fitted tone curve: enough for an S, few enough that each one's span of
# brightness shows in most photos.
N_BENDS = 8
DARK = 1e-5  # linear; below it the curve is straight, or its slope would not be finite


def world_motions(c2w: Tensor) -> Tensor:
    """Return the 7 ways to turn, shift and scale the world that leave every photo as it is: (6 N,
    7), orthonormal columns.

    Each is a change of the fitted poses (N, 6) of all cameras `c2w` (N, 4, 4), to first order.
    Training takes them out: otherwise the head and the fitted cameras could drift away together
    from the held-out cameras, which are not fitted.
    """
    to_camera, center = c2w[:, :3, :3].mT, c2w[:, :3, 3:]
    axes = torch.eye(3, dtype=c2w.dtype, device=c2w.device).expand_as(to_camera)
    turn = torch.cat(
        [to_camera, to_camera @ torch.linalg.cross(axes, center.expand_as(axes), dim=1)], dim=1
    )
    shift = torch.cat([torch.zeros_like(axes), to_camera], dim=1)
    scale = torch.cat([torch.zeros_like(center), to_camera @ center], dim=1)
    return torch.linalg.qr(torch.cat([turn, shift, scale], dim=2).reshape(-1, 7)).Q


class Light(nn.Module):
    """Flash, room light and what is fitted of each training frame.

    `flash_rgb` (3,) intensity times colour; `offset` (3,) world units, where the flash sits in the
    camera's frame (x right, y down, z forward); `log_gain` (n_views, 3) of the flash; `sh_coeffs`
    (9, 3) the room; `occlusion` (n_views, 9) how the photographer blocks it; `pose` (n_views, 6)
    rotation vector and shift; `tone` (N_BENDS,) how the camera bends its tone curve away from
    linear ** (1 / gamma), see `response`; `bounce` how much light hollows throw back, see
    `lib.render.bounce`.
    """

    def __init__(self, settings: LightSettings, n_views: int):
        super().__init__()
        self.fit_pose, self.fit_tone, self.gamma = (
            settings.fit_pose,
            settings.fit_tone,
            settings.gamma,
        )
        self.fit_gain, self.beside_lens = settings.fit_gain, settings.fit_offset
        self.bounce = settings.bounce
        self.register_buffer("flash_rgb", torch.tensor(settings.color) * settings.intensity)
        self.offset = nn.Parameter(torch.zeros(3), requires_grad=settings.fit_offset)
        self.log_gain = nn.Parameter(torch.zeros(n_views, 3), requires_grad=settings.fit_gain)
        self.pose = nn.Parameter(torch.zeros(n_views, 6), requires_grad=settings.fit_pose)
        self.tone = nn.Parameter(torch.zeros(N_BENDS), requires_grad=settings.fit_tone)
        start = torch.zeros(9, 3)
        start[0] = 1.0
        self.sh_coeffs = nn.Parameter(start)
        self.occlusion = nn.Parameter(torch.zeros(n_views, 9))

    def flash(self, view: Tensor) -> Tensor:
        """Return flash colour (M, 3) in frames `view` (M,): the gains' geometric mean is 1, so that
        albedo keeps its scale.
        """
        if not self.fit_gain:
            return self.flash_rgb.expand(len(view), 3)
        gain = self.log_gain - self.log_gain.mean(dim=0)
        return self.flash_rgb * torch.exp(gain.index_select(0, view))

    def flash_position(self, c2w: Tensor) -> Tensor:
        """Return world position (M, 3) of the flash for cameras `c2w` (M, 4, 4)."""
        return c2w[:, :3, 3] + (c2w[:, :3, :3] @ self.offset)

    def response(self, radiance: Tensor) -> Tensor:
        """Return what a photo of linear `radiance` (..., 3) holds, decoded with the gamma: (...,
        3), at least 0.

        A camera's JPEG has a curve of its own: steeper in the middle than the gamma's, flatter at
        both ends. On the encoded scale the fitted one is N_BENDS straight pieces from 0 to 1 of
        equal width; their rises are softmax(tone), so that it is monotone, keeps black and white,
        and is the gamma's where tone is 0. It goes on straight beyond 1. Without `fit_tone` the
        radiance comes back unchanged.
        """
        if not self.fit_tone:
            return radiance
        encoded = radiance.clamp_min(DARK) ** (1.0 / self.gamma)
        rise = torch.softmax(self.tone, dim=0) * N_BENDS
        # Each piece's slope begins where the one before ends: a sum of ramps.
        starts = torch.arange(1, N_BENDS, device=encoded.device) / N_BENDS
        ramps = (encoded[..., None] - starts).clamp_min(0.0)
        bent = encoded * rise[0] + ramps @ (rise[1:] - rise[:-1])
        return bent.clamp_min(1e-6) ** self.gamma * (radiance / DARK).clamp(0.0, 1.0)

    @torch.no_grad()
    def photo(self, image: np.ndarray) -> np.ndarray:
        """Return `response` of a linear image (..., 3) of numpy."""
        return self.response(torch.as_tensor(image, device=self.tone.device)).cpu().numpy()

    @torch.no_grad()
    def keep_world(self, motions: Tensor) -> None:
        """Remove from the poses (n_views, 6) what moves the world as a whole: `motions` (6 n_views,
        7), see `world_motions`.
        """
        pose = self.pose.view(-1)
        pose -= motions @ (motions.T @ pose)

    def corrected(self, c2w: Tensor) -> Tensor:
        """Return the training cameras (n_views, 4, 4), each moved by its fitted pose in its own
        frame.
        """
        if not self.fit_pose:
            return c2w
        pose = self.pose
        wx, wy, wz = pose[:, :3].unbind(-1)
        zero = torch.zeros_like(wx)
        skew = torch.stack([zero, -wz, wy, wz, zero, -wx, -wy, wx, zero], -1).view(-1, 3, 3)
        angle = (pose[:, :3].square().sum(-1) + 1e-12).sqrt()[:, None, None]
        turn = (
            torch.eye(3, device=pose.device)
            + torch.sin(angle) / angle * skew  # Rodrigues
            + (1.0 - torch.cos(angle)) / angle**2 * (skew @ skew)
        )
        top = torch.cat(
            [c2w[:, :3, :3] @ turn, c2w[:, :3, 3:] + c2w[:, :3, :3] @ pose[:, 3:, None]], dim=-1
        )
        return torch.cat([top, c2w[:, 3:]], dim=1)
