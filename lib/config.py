"""Settings of every step, and where each value came from."""
from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Data:
    """What a capture is, in world units and pixels."""

    meta_path: str = "transforms.json"      # camera file; only its base name counts
    bound: float = 1.0                      # the head lies in [-bound, bound]^3, world units
    beta: float = 0.1                       # first VolSDF beta, world units
    sh_scale: float = 0.1                   # scale of the ambient light
    dilate_ks: int = 5                      # px; rays are drawn inside the head mask dilated by this kernel
    eyeball_left_center: list[float] | None = None
    eyeball_right_center: list[float] | None = None
    fix_eyeball_center: bool = False
    eyeball_min_size: float = 0.05          # world units, radius
    eyeball_max_size: float = 0.15
    left_eye_ldm: list[list[float]] | None = None    # 3D landmarks on the eyeball, world units
    right_eye_ldm: list[list[float]] | None = None
    holdout: str | list[str] | None = None  # frame names or "every:9:4"; None: gt.json's list, else every:9:4
    downscale: float = 1.0                  # photos are averaged down by this factor, in linear light
    eyes: str = "auto"                      # "none": the subject has no eyes to model (a statue, a skull)


@dataclass
class Network:
    num_levels: int = 16                    # levels of the face encoding
    level_dim: int = 2                      # features a level
    base_resolution: int = 16               # cells of the coarsest level, over the whole bound
    max_resolution: int = 1024              # cells of the finest level
    log2_table_size: int = 19               # entries a level, at most 2**this
    width: int = 64                         # hidden width of every MLP
    geo_feat_dim: int = 13                  # feature handed to the radiance head
    neighbor_eps: float = 0.005             # world units, distance of the smoothness neighbour


@dataclass
class Light:
    intensity: float | None = 8.0           # flash, world units; None: estimated from the photos
    color: list[float] = field(default_factory=lambda: [1.0, 1.25, 0.7])
    gamma: float = 2.2                      # photo = linear ** (1 / gamma)
    fit_offset: bool = False                # learn where the flash sits in the camera's frame
    fit_gain: bool = False                  # learn one flash gain a frame (auto exposure)
    fit_pose: bool = False                  # learn a small correction of every camera


@dataclass
class Brdf:
    type: str = "blender"
    min_roughness: float = 0.2
    max_roughness: float = 0.9


@dataclass
class Renderer:
    sample_batch_size: int = 262144         # samples a training step; samples a ray = this / max_num_ray
    render_n_samples: int = 128             # places along a ray at which the cached SDF is looked up
    chunk_size: int = 16384                 # rays rendered at once in evaluation
    max_num_ray: int = 8192                 # rays a training step
    cache_resolution: int = 128             # cells of the cached SDF
    cache_every: int = 16                   # steps between two refreshes of the cache


@dataclass
class Train:
    init_level: int = 4                     # levels switched on at the start
    level_grow_iter: int = 266              # steps between two more levels
    max_steps: int = 8000
    warmup_steps: int = 500
    milestones: list[int] = field(default_factory=lambda: [4000, 6000, 7200])
    lr: float = 1e-3
    save_freq: int = 1000
    val_freq: int = 1000
    vis_freq: int = 200
    mesh_render: bool = False               # material refinement on the rasterised mesh, last phase
    mesh_render_iter: int = 0
    seed: int = 0


@dataclass
class Loss:
    w_l1: float = 10.0
    w_mask: float = 0.5
    w_eikonal: float = 0.1
    w_sdf_mask: float = 0.5
    w_reg_diff: float = 0.1
    w_abdmm: float = 0.5
    w_abdmm_refine: float = 0.5
    w_eps_n: float = 0.01
    w_eps_n_smooth: float = 0.05
    w_ldm: float = 0.1
    w_lpips: float = 0.0


@dataclass
class Settings:
    """One run of one stage. Units are the world's unless a comment says otherwise."""

    name: str = ""
    workspace: str = ""
    backbone: str = "volsdf"
    recipe: str = "preset"                  # "capture": network, renderer, train and loss of the capture's file
    data: Data = field(default_factory=Data)
    network: Network = field(default_factory=Network)
    light: Light = field(default_factory=Light)
    brdf: Brdf = field(default_factory=Brdf)
    renderer: Renderer = field(default_factory=Renderer)
    train: Train = field(default_factory=Train)
    loss: Loss = field(default_factory=Loss)
