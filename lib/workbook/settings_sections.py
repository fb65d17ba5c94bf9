"""The sections of the settings: every setting with its type, its range, default and meaning."""

from __future__ import annotations

import re
from dataclasses import field, replace
from typing import Annotated, Literal

from pydantic import (
    Field,
    NonNegativeFloat,
    NonNegativeInt,
    PositiveFloat,
    PositiveInt,
    field_validator,
)
from pydantic.dataclasses import dataclass

from lib.workbook.checked import CHECKED, Color, FrameName, Point, Share, Unused

MILESTONES = (0.5, 0.75, 0.9)  # parts of the steps
# At least so many faces are unwrapped, then quartered: ten times faster than unwrapping all.
CHARTED = 25_000


@dataclass(config=CHECKED)
class Data:
    """What a capture is, in world units and pixels."""

    meta_path: str = "transforms.json"
    """Camera file; only its base name counts."""
    bound: PositiveFloat = 1.0
    """The head lies in [-bound, bound]^3, world units."""
    beta: Unused[PositiveFloat] = 0.1
    """See train.beta_first."""
    sh_scale: float = 0.1
    """Scale of the ambient light."""
    dilate_ks: int = 5
    """Rays are drawn inside the head mask dilated by a kernel of this size, px."""
    eyeball_left_center: Point | None = None
    """Counts with fix_eyeball_center; otherwise landmarks and photos say where the eye is."""
    eyeball_right_center: Point | None = None
    """The same for the right eye."""
    fix_eyeball_center: bool = False
    """Keep the eyeballs' centres at the two above."""
    eyeball_min_size: PositiveFloat = 0.05
    """Smallest radius of an eyeball, world units."""
    eyeball_max_size: float = 0.15
    """Largest radius of an eyeball, world units."""
    left_eye_ldm: list[Point] | None = None
    """3D landmarks on the left eyeball, world units."""
    right_eye_ldm: list[Point] | None = None
    """3D landmarks on the right eyeball, world units."""
    holdout: str | list[FrameName] | None = None
    """Frame names, or "every:9:4" (step, first); None: gt.json's list, else every:9:4."""
    downscale: Annotated[float, Field(ge=1)] = 1.0
    """Photos are averaged down by this factor, in linear light."""
    cameras: Literal["auto", "opencv", "opengl", "opencv_w2c", "opengl_w2c"] = "auto"
    """Axes of the camera file's matrices, camera-to-world or (w2c) world-to-camera; "auto": as the
    program that wrote the file means them."""
    mask_offset_px: Annotated[float, Field(ge=-50, le=50)] | None = None
    """Head masks are grown (below 0: shrunk) by this, px of the photos; None: measured in the
    photos, and applied where it is clear and at least 1 px; 0: as given."""
    recentre: bool | None = None
    """Shift, scale and turn the world so that the head stands around the origin; None: where
    another program's camera file leaves the head elsewhere."""
    follow_links: bool = False
    """Follow symbolic links that lead out of the capture; only an override may say so."""
    eyes: Literal["auto", "none"] = "auto"
    """"none": the subject has no eyes to model (a statue, a skull)."""

    @field_validator("eyeball_max_size")
    @classmethod
    def _in_order(cls, value, info):
        if value <= info.data.get("eyeball_min_size", 0.0):
            raise ValueError("expected above eyeball_min_size")
        return value

    @field_validator("holdout")
    @classmethod
    def _every(cls, value):
        if isinstance(value, str) and not re.fullmatch(r"every:[1-9]\d*:\d+", value):
            raise ValueError("expected a list of frame names or every:STEP:FIRST such as every:9:4")
        return value

    @field_validator("right_eye_ldm")
    @classmethod
    def _both_eyes(cls, value, info):
        if "left_eye_ldm" in info.data and bool(info.data["left_eye_ldm"]) != bool(value):
            raise ValueError("expected points for both eyes or for neither, as in left_eye_ldm")
        return value


@dataclass(config=CHECKED)
class Network:
    """Sizes of encodings and MLPs."""

    num_levels: PositiveInt = 16
    """Levels of the face's encoding."""
    level_dim: PositiveInt = 2
    """Features of a level."""
    base_resolution: PositiveInt = 16
    """Cells of the coarsest level, over the whole bound."""
    max_resolution: PositiveInt = 1024
    """Cells of the finest level."""
    log2_table_size: PositiveInt = 19
    """A level has at most 2**this entries."""
    smoothstep: Share = 0.0
    """From one vertex of the grid to the next: 0 in a straight line, 1 by smoothstep."""
    width: PositiveInt = 64
    """Hidden width of every MLP."""
    geo_feat_dim: PositiveInt = 13
    """Length of the feature that the SDF's network gives beside the distance."""
    start_radius: PositiveFloat = 0.5
    """Radius of the sphere that the face's SDF grows from, as a part of the bound."""
    neighbor_eps: PositiveFloat = 0.005
    """Distance of the neighbour whose normal should be alike, world units."""


@dataclass(config=CHECKED)
class LightSettings:
    """The flash and the camera's answer to it. See `load_settings` for a file without a light."""

    intensity: PositiveFloat | None = 8.0
    """Strength of the flash, world units; None: estimated from the photos."""
    color: Color = field(default_factory=lambda: [1.0, 1.0, 1.0])
    """Colour of the flash, linear; white where the photos are balanced to it."""
    gamma: PositiveFloat = 2.2
    """photo = linear ** (1 / gamma)."""
    fit_offset: bool = False
    """Learn where the flash sits in the camera's frame."""
    fit_gain: bool = False
    """Learn the strength of the flash in every frame, one gain a colour."""
    fit_pose: bool = False
    """Learn a small correction of every camera."""
    bounce: NonNegativeFloat = 0.0
    """How much of the flash's light hollows throw back at themselves: 0 none, 1 as much as if all
    around a point were lit from the front."""
    fit_tone: bool = False
    """Learn how the camera's tone curve differs from the gamma's."""


@dataclass(config=CHECKED)
class Brdf:
    """How surfaces reflect."""

    type: Unused[str] = "blender"
    """There is one."""
    min_roughness: PositiveFloat = 0.2
    """Smallest roughness of the face."""
    max_roughness: float = 0.9
    """Largest roughness of the face."""
    skin_roughness: PositiveFloat = 0.4
    """Roughness of the face at the start."""
    fit_eyes: bool = True
    """Learn the eyes' gloss instead of the method's fixed values."""
    eye_specular: Share = 0.2
    """Specular of the eyes: the fixed value, and the start where it is learned."""
    eye_roughness: PositiveFloat = 0.05
    """Roughness of the eyes where it is fixed."""
    eye_roughness_start: PositiveFloat = 0.2
    """Roughness of the eyes at the start where it is learned: a broad highlight is found easily."""
    eye_min_roughness: PositiveFloat = 0.03
    """Smallest roughness of the eyes where it is learned."""
    eye_max_roughness: PositiveFloat = 0.5
    """Largest roughness of the eyes where it is learned."""

    @field_validator("max_roughness")
    @classmethod
    def _in_order(cls, value, info):
        if not info.data.get("min_roughness", 0.0) < value <= 1:
            raise ValueError("expected above min_roughness, at most 1")
        return value


@dataclass(config=CHECKED)
class Renderer:
    """How much work a step and a picture are."""

    sample_batch_size: PositiveInt = 262144
    """Samples of a training step; a ray has this / max_num_ray."""
    render_n_samples: PositiveInt = 128
    """Places along a ray at which the cached SDF is looked up."""
    uniform_share: Share = 0.15
    """Part of a ray's samples that is spread evenly: what the cached SDF missed is still seen."""
    shadow_n_samples: PositiveInt = 32
    """Places on the way to the flash at which the cached SDF is looked up."""
    score_n_samples: PositiveInt = 24
    """Samples of a ray in evaluation, at least: in training noise does no harm."""
    score_pixels: PositiveInt | None = None
    """Held-out photos with more pixels are averaged down to about so many before they are rendered
    and scored; None: never."""
    eye_pixel_filter: NonNegativeFloat = 0.5
    """Standard deviation, px, of the Gaussian that a pixel on an eyeball averages; 0: one ray."""
    n_shaded: PositiveInt = 8
    """The heaviest samples of a ray, which alone are shaded in training."""
    chunk_size: PositiveInt = 16384
    """Rays rendered at once in evaluation."""
    max_num_ray: Annotated[int, Field(ge=4)] = 8192
    """Rays of a training step."""
    cache_resolution: PositiveInt = 128
    """Cells of the cached SDF."""
    cache_every: PositiveInt = 16
    """Steps between two refreshes of the cache."""


@dataclass(config=CHECKED)
class Train:
    """How long and how fast to learn."""

    init_level: NonNegativeInt = 4
    """Levels of the face's encoding that are on at the start."""
    level_grow_iter: int = 266
    """Steps until one more level is on."""
    max_steps: PositiveInt = 8000
    """Steps of the training."""
    warmup_steps: NonNegativeInt = 500
    """Steps in which the learning rate rises."""
    milestones: list[int] | None = None
    """Steps at which the learning rate falls; None: at 50, 75 and 90 % of max_steps."""
    lr: PositiveFloat = 2e-3
    """Learning rate of the shape."""
    memory: Annotated[float, Field(gt=0, lt=1)] = 0.99
    """Adam's second beta: how slowly it forgets the size of earlier gradients."""
    lr_material: PositiveFloat = 5.0
    """The material's rate in units of lr; it has more detail than the shape."""
    lr_flash: PositiveFloat = 5.0
    """The rate of the flash's place and gains, in units of lr; they can be far from their start."""
    lr_poses: PositiveFloat = 0.01
    """The rate of fitted poses, in units of lr; a pixel is a thousandth of a radian or less."""
    lr_eyes: PositiveFloat = 0.1
    """The rate of the eyeballs' centres, in units of lr; faster ones leave a face still a hull."""
    lr_drop: PositiveFloat = 0.33
    """Factor on the learning rate at each milestone."""
    shape_warmup: PositiveFloat = 3.0
    """The shape warms up over this many times warmup_steps. The hull is a good start, so the shape
    waits until the material explains what it can."""
    poses_from: Share = 0.3
    """Part of the steps before which poses stay: against a hull, right poses would move, too."""
    background_share: Share = 0.12
    """Part of a batch drawn from the whole frame, against floaters."""
    eye_share: Share = 0.12
    """Part of a batch drawn about the eyes, which are a hundredth of the pixels."""
    beta_first: PositiveFloat = 0.02
    """VolSDF's beta, world units, at the start."""
    beta_last: PositiveFloat = 0.001
    """VolSDF's beta at the end."""
    beta_until: float = 0.5
    """Part of the steps after which beta is at beta_last."""
    save_freq: PositiveInt = 1000
    """Steps between two checkpoints."""
    val_freq: Unused[PositiveInt] = 1000
    """Frames are scored once, at the end."""
    vis_freq: PositiveInt = 200
    """Steps between two looks at the losses."""
    mesh_render: bool = False
    """Afterwards, refine the material on the rasterised mesh."""
    mesh_render_iter: NonNegativeInt = 1000
    """Steps of that refinement; 0: none."""
    mesh_render_lr: PositiveFloat = 1 / 3
    """The refinement's first learning rate, in units of lr; it falls to 0."""
    mesh_render_views: PositiveInt = 4
    """Photos that a step of the refinement compares."""
    mesh_render_patch: PositiveInt = 32
    """Side of the refinement's patches, px."""
    mesh_render_resolution: PositiveInt = 192
    """Cells a side of the mesh that the refinement draws; its points then move to the surface."""
    mesh_render_outline: PositiveInt = 2
    """The refinement leaves out pixels so near to an outline, px: they may show either side."""
    start: Literal["hull", "sphere"] = "hull"
    """First shape: the visual hull of the masks, or a sphere."""
    hull_vetoes: PositiveInt = 2
    """Frames that must see background through a point to carve it: one bad mask carves nothing."""
    hull_resolution: PositiveInt = 64
    """Cells a side of the hull's grid, at most; never finer than the cached SDF."""
    hull_steps: PositiveInt = 80
    """Steps in which the SDF learns the hull."""
    hull_points: Annotated[int, Field(ge=2)] = 4096
    """Points of such a step."""
    seed: NonNegativeInt = 0
    """Seed of all that chance decides."""

    def level(self, step: int) -> int:
        """Return how many levels of the face's encoding are on in a step counted from 0."""
        return self.init_level + max(step, 0) // max(self.level_grow_iter, 1)

    def drops(self) -> list[int]:
        """Return the steps at which the learning rate falls, each time by lr_drop."""
        parts = [round(part * self.max_steps) for part in MILESTONES]
        return parts if self.milestones is None else self.milestones


@dataclass(config=CHECKED)
class Loss:
    """Weights of the losses."""

    w_l1: NonNegativeFloat = 10.0
    """Photo against shaded pixels."""
    tone_floor: PositiveFloat = 0.01
    """Linear; photos are compared as (linear + tone_floor) ** (1 / 2.2)."""
    w_mask: NonNegativeFloat = 3.0
    """Opacity against the head mask."""
    w_eikonal: NonNegativeFloat = 1.0
    """Unit gradient of the SDF."""
    w_sdf_mask: NonNegativeFloat = 4.0
    """Opacity of each object against its own mask."""
    w_reg_diff: NonNegativeFloat = 0.1
    """No gloss in hair."""
    w_abdmm: NonNegativeFloat = 0.5
    """Specular albedo against the fitted face model."""
    w_abdmm_refine: NonNegativeFloat = 0.5
    """The same, in the refinement on the mesh."""
    w_eps_n: NonNegativeFloat = 0.01
    """Normals alike at neighbours, on skin."""
    w_eps_n_smooth: NonNegativeFloat = 0.05
    """Normals alike at neighbours, in hair."""
    smooth_every: PositiveInt = 1
    """Normals are compared on every n-th ray of a batch; on a processor each costs a tenth."""
    w_alike_gloss: NonNegativeFloat = 0.0
    """Roughness of skin like that of the skin whose highlight is seen."""
    w_ldm: NonNegativeFloat = 3.0
    """Eyeballs at their landmarks."""
    w_hold: NonNegativeFloat = 3.0
    """In the refinement: material as trained, at points that no pixel is sure to show."""
    w_lpips: NonNegativeFloat = 5.0
    """Likeness of patterns in the refinement: 1 - SSIM, since LPIPS needs a download."""


@dataclass(config=CHECKED)
class EyeballSettings:
    """How eyes are found: from marks, scan and highlights to two spheres."""

    radius_sd: PositiveFloat = 0.3
    """How surely a radius is 0.19 of the distance between the eyes, as in adults (12 mm of 63 mm):
    one standard deviation of its logarithm."""
    alike_sd: PositiveFloat = 0.08
    """How much the two centres differ, mirrored, as each is seen from its own marks: one standard
    deviation, in radii. With a large value each eye is found alone."""
    lid_rim: NonNegativeFloat = 0.08
    """The scan so near to the lids is a blend of eye and lid, and is not fitted; in radii."""
    auto_sd: PositiveFloat = 10.0
    """Standard deviation of a proposed mark, in units of that of a mark by hand."""
    frontal_deg: PositiveFloat = 40.0
    """The automatic proposal uses photos within this many degrees of straight ahead."""
    n_proposed: Annotated[int, Field(ge=2)] = 7
    """Photos into which the automatic proposal is written."""
    highlight_deg: PositiveFloat = 50.0
    """Highlights are looked for in photos within this many degrees of straight ahead."""
    highlight_min: PositiveFloat = 0.1
    """A highlight is brighter than the eye by at least this much; linear, where white is 1."""
    highlight_px: NonNegativeFloat = 13.0
    """Radius of an eyeball, px, from which training keeps the centre that highlights show. On
    smaller ones highlights of neighbouring photos overlap, and training finds a better centre."""
    roundness: PositiveFloat = 0.05
    """Largest median deviation, in radii, of marks and scan from a sphere about the point that
    highlights show. Beyond it the highlights come from elsewhere (the cornea) and are not used."""


@dataclass(config=CHECKED)
class MeshSettings:
    """How fine the exported triangles and maps are."""

    resolution: PositiveInt = 384
    """The surface is taken from a grid with at least this many cells a side."""
    inset: Share = 0.0
    """How far inside of the SDF's zero level the surface is taken, in units of beta."""
    n_faces: PositiveInt = 100000
    """Triangles of the exported head."""
    map_size: PositiveInt = 2048
    """Width of the head's maps, px; the eyes' are half as wide."""
    min_views: PositiveInt = 2
    """Cameras that must see a place of the surface, inside their masks; the rest is cut away."""
    hole_share: Share = 0.25
    """Holes smaller than this part of the largest one (the neck) are filled."""
    draft: Annotated[float, Field(ge=1)] = 2.0
    """The first export, made to label eyes on, is this many times coarser."""

    def charted(self) -> MeshSettings:
        """Return settings of the mesh that is laid out flat: fewer faces, see `clean.finer`."""
        return replace(self, n_faces=min(self.n_faces, max(self.n_faces // 4, CHARTED)))

    def drafted(self) -> MeshSettings:
        """Return settings of the first export."""
        return replace(
            self,
            resolution=int(self.resolution / self.draft),
            n_faces=int(self.n_faces / self.draft**2),
            map_size=int(self.map_size / self.draft),
            draft=1.0,
        )


@dataclass(config=CHECKED)
class FilmSettings:
    """How a film becomes a capture."""

    n_frames: Annotated[int, Field(ge=12)] = 150
    """Frames that are chosen of a film; of a folder of photos all are taken."""
    max_side: Annotated[int, Field(ge=240)] = 1920
    """Larger pictures are averaged down until their longer side has so many pixels."""
