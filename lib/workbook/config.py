"""Settings of every step, and where each value came from."""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path

from lib.workbook.presets import PRESETS, WITHOUT_CONFIG
from lib.workbook.typed_yaml import nearest, parse_yaml, typed

NO_EFFECT = "read, without effect"


def unused(value: object) -> typing.Any:
    """A field for a setting that captures' files may bring and that nothing here looks at."""
    return field(default=value, metadata={NO_EFFECT: True})


MILESTONES = (0.5, 0.75, 0.9)  # parts of the steps


@dataclass
class Data:
    """What a capture is, in world units and pixels."""

    meta_path: str = "transforms.json"  # camera file; only its base name counts
    bound: float = 1.0  # the head lies in [-bound, bound]^3, world units
    beta: float = unused(0.1)  # see train.beta_first
    sh_scale: float = 0.1  # scale of the ambient light
    dilate_ks: int = 5  # px; rays are drawn inside the head mask dilated by this kernel
    eyeball_left_center: list[float] | None = (
        None  # counts with fix_eyeball_center; else landmarks and photos
    )
    eyeball_right_center: list[float] | None = None  # say where it is
    fix_eyeball_center: bool = False
    eyeball_left_sd: float | None = (
        None  # standard deviation of the centre, world units, where highlights showed it;
    )
    eyeball_right_sd: float | None = None  # None: landmarks and photos alone say where it is
    eyeball_radius: float | None = (
        None  # first radius; None: that of the spheres fitted in 05_triangulate_eyes
    )
    eyeball_min_size: float = 0.05  # world units, radius
    eyeball_max_size: float = 0.15
    left_eye_ldm: list[list[float]] | None = None  # 3D landmarks on the eyeball, world units
    right_eye_ldm: list[list[float]] | None = None
    holdout: str | list[str] | None = (
        None  # frame names or "every:9:4"; None: gt.json's list, else every:9:4
    )
    downscale: float = 1.0  # photos are averaged down by this factor, in linear light
    eyes: str = "auto"  # "none": the subject has no eyes to model (a statue, a skull)


@dataclass
class Network:
    num_levels: int = 16  # levels of the face encoding
    level_dim: int = 2  # features a level
    base_resolution: int = 16  # cells of the coarsest level, over the whole bound
    max_resolution: int = 1024  # cells of the finest level
    log2_table_size: int = 19  # entries a level, at most 2**this
    width: int = 64  # hidden width of every MLP
    geo_feat_dim: int = 13  # feature handed to the radiance head
    neighbor_eps: float = 0.005  # world units, distance of the smoothness neighbour


@dataclass
class Light:
    intensity: float | None = 8.0  # flash, world units; None: estimated from the photos
    color: list[float] = field(default_factory=lambda: [1.0, 1.25, 0.7])
    gamma: float = 2.2  # photo = linear ** (1 / gamma)
    fit_offset: bool = False  # learn where the flash sits in the camera's frame
    fit_gain: bool = False  # learn the flash's strength in every frame, a gain a colour
    fit_pose: bool = False  # learn a small correction of every camera
    fit_tone: bool = False  # learn how the camera's tone curve differs from the gamma's


@dataclass
class Brdf:
    type: str = unused("blender")  # there is one
    min_roughness: float = 0.2
    max_roughness: float = 0.9
    fit_eyes: bool = True  # learn the eyes' gloss instead of the method's fixed values


@dataclass
class Renderer:
    sample_batch_size: int = 262144  # samples a training step; samples a ray = this / max_num_ray
    render_n_samples: int = 128  # places along a ray at which the cached SDF is looked up
    n_shaded: int = 8  # heaviest samples of a ray, which alone are shaded in training
    chunk_size: int = 16384  # rays rendered at once in evaluation
    max_num_ray: int = 8192  # rays a training step
    cache_resolution: int = 128  # cells of the cached SDF
    cache_every: int = 16  # steps between two refreshes of the cache


@dataclass
class Train:
    init_level: int = 4  # levels switched on at the start
    level_grow_iter: int = 266  # steps between two more levels
    max_steps: int = 8000
    warmup_steps: int = 500
    milestones: list[int] | None = (
        None  # steps at which the rate falls; None: at 50, 75 and 90 % of max_steps
    )
    lr: float = 2e-3
    lr_material: float = 5.0  # times lr: the material's rate; it has more detail than the shape
    beta_first: float = 0.02  # VolSDF's beta, world units; it falls from this ...
    beta_last: float = 0.001  # ... to this ...
    beta_until: float = 0.5  # ... at this part of the steps
    radiance_until: float = (
        0.0  # part of the steps that train the radiance head; it did not help here
    )
    fuse_from: int = 20000  # steps of a training on a GPU for which fusing its small kernels pays
    save_freq: int = 1000
    val_freq: int = unused(1000)  # frames are scored once, at the end
    vis_freq: int = 200
    mesh_render: bool = False  # afterwards, refine the material on the rasterised mesh
    mesh_render_iter: int = 1000  # steps of that; 0: none
    start: str = "hull"  # first shape: the masks' visual hull, or "sphere"
    seed: int = 0

    def level(self, step: int) -> int:
        """How many levels of the face's encoding are on in a step, counted from 0 (coarse to
        fine).
        """
        return self.init_level + max(step, 0) // max(self.level_grow_iter, 1)

    def drops(self) -> list[int]:
        """The steps at which the learning rate falls to a third."""
        return (
            [round(part * self.max_steps) for part in MILESTONES]
            if self.milestones is None
            else self.milestones
        )


@dataclass
class Loss:
    w_l1: float = 10.0  # photo, shaded and of the radiance head
    w_mask: float = 3.0  # opacity against the head mask
    w_eikonal: float = 1.0  # unit gradient of the SDF
    w_sdf_mask: float = 4.0  # each object's opacity against its own mask
    w_reg_diff: float = 0.1  # no gloss in hair
    w_abdmm: float = 0.5  # specular against the fitted face model
    w_abdmm_refine: float = 0.5  # the same, in the refinement on the mesh
    w_eps_n: float = 0.01  # normals alike at neighbours, on skin
    w_eps_n_smooth: float = 0.05  # and in hair
    w_ldm: float = 3.0  # eyeballs at their landmarks
    w_lpips: float = 5.0  # likeness of patterns there: 1 - SSIM, since LPIPS needs a download


@dataclass
class Mesh:
    resolution: int = 384  # cells a side of the grid that the surface is taken from, at least
    n_faces: int = 100000  # of the exported head
    map_size: int = 2048  # px of the head's maps; the eyes' are half as wide
    draft: float = 2.0  # the first export, made to label eyes on, is so many times coarser

    def drafted(self) -> Mesh:
        """Settings of the first export."""
        return Mesh(
            int(self.resolution / self.draft),
            int(self.n_faces / self.draft**2),
            int(self.map_size / self.draft),
            1.0,
        )


@dataclass
class Settings:
    """One run of one stage. Units are the world's unless a comment says otherwise."""

    name: str = unused("")
    workspace: str = unused("")
    backbone: str = unused("volsdf")  # there is one
    recipe: str = "preset"  # "capture": network, renderer, train and loss of the capture's file
    data: Data = field(default_factory=Data)
    network: Network = field(default_factory=Network)
    light: Light = field(default_factory=Light)
    brdf: Brdf = field(default_factory=Brdf)
    renderer: Renderer = field(default_factory=Renderer)
    train: Train = field(default_factory=Train)
    loss: Loss = field(default_factory=Loss)
    mesh: Mesh = field(default_factory=Mesh)

    def __post_init__(self) -> None:
        self.sources: dict[
            str, str
        ] = {}  # key -> where it came from; no field, so never stored or compared

    def get(self, key: str) -> object:
        """The value of "section.key" or "key"."""
        section, _, leaf = key.partition(".")
        return getattr(getattr(self, section), leaf) if leaf else getattr(self, section)

    def describe(self) -> list[tuple[str, object, str]]:
        """(key, value, where it came from) of what was set by any of the sources.

        Settings that nothing looks at say so after where they came from.
        """
        left_out = [
            (f"{key}.*", "not used", where)
            for key, where in self.sources.items()
            if key not in HINTS
        ]
        shown = [(key, self.sources[key]) for key in HINTS if key in self.sources]
        return [
            (key, self.get(key), f"{where}; {NO_EFFECT}" if key in UNUSED else where)
            for key, where in shown
        ] + left_out


HINTS = typing.get_type_hints(Settings)
SECTIONS = {name: HINTS.pop(name) for name, hint in list(HINTS.items()) if is_dataclass(hint)}
HINTS |= {
    f"{name}.{key}": hint
    for name, cls in SECTIONS.items()
    for key, hint in typing.get_type_hints(cls).items()
}
UNUSED = {
    f"{prefix}{entry.name}"
    for prefix, cls in [("", Settings), *((f"{n}.", cls) for n, cls in SECTIONS.items())]
    for entry in fields(cls)
    if NO_EFFECT in entry.metadata
}


def load_settings(
    capture: str | Path, preset: str = "quick", stage: int = 1, overrides: Sequence[str] = ()
) -> Settings:
    """Settings of one stage: defaults, then the preset, then the capture's file, then the
    overrides.

    Stage 1 reads the capture's config_wo-hybrid.yaml, or else its config.yaml; stage 2 reads
    config.yaml. Of that file `network`, `renderer`, `train` and `loss` count only with
    recipe=capture: they are tuned to another program. overrides: "train.max_steps=50", values in
    YAML.
    """
    capture = Path(capture)
    if not capture.is_dir():
        found = "a file" if capture.exists() else "none"
        raise ValueError(f"{capture}: expected a capture folder, found {found}; check the path")
    if preset not in PRESETS or stage not in (1, 2):
        raise ValueError(
            f"expected a preset of {', '.join(PRESETS)} and stage 1 or 2, got {preset!r} and "
            f"{stage!r}"
        )
    first, full = capture / "config_wo-hybrid.yaml", capture / "config.yaml"
    if stage == 2 and first.is_file() and not full.is_file():
        raise ValueError(
            f"{full}: expected for stage 2, found only {first.name}; copy that and set the eyeball "
            "sizes"
        )
    path = first if stage == 1 and first.is_file() else full
    brought = (
        parse_yaml(path.read_text("utf-8", "replace"), str(path))
        if path.is_file()
        else WITHOUT_CONFIG
    )
    common = {
        key: value for key, value in PRESETS[preset].items() if key not in ("stage1", "stage2")
    }
    layers = [
        (common, f"preset {preset}"),
        (PRESETS[preset].get(f"stage{stage}"), f"preset {preset}, stage {stage}"),
        (brought, str(path) if path.is_file() else f"no {path.name}"),
        *map(_override, overrides),
    ]
    settings = _merged(layers)  # with all of the file, so that all of it is checked
    if settings.recipe != "capture" and brought:
        kept = {
            key: value
            for key, value in brought.items()
            if key not in ("network", "renderer", "train", "loss")
        }
        layers[2] = (kept, layers[2][1])
        settings = _merged(layers)
        settings.sources |= {
            key: f"{path}: recipe=capture would use it" for key in brought if key not in kept
        }
    _validate(settings)
    return settings


def settings_from_dict(values: dict, where: str = "stored settings") -> Settings:
    """Settings from the dict that `dataclasses.asdict` made of some; `where` names the file in
    errors.
    """
    settings = _merged([(values, where)])
    _validate(settings)
    return settings


def _override(text: str) -> tuple[dict, str]:
    """({section: {key: value}}, name for errors) of "section.key=value"."""
    key, equals, value = text.partition("=")
    section, dot, leaf = key.strip().partition(".")
    if not equals or not section:
        raise ValueError(f"override {text!r}: expected KEY=VALUE such as train.max_steps=50")
    parsed = parse_yaml(value, f"override {text!r}")
    return ({section: {leaf: parsed}} if dot else {section: parsed}), f"override {text}"


def _merged(layers: list[tuple[dict, str]]) -> Settings:
    """The defaults with each layer's checked values written over them, noting where each came
    from.
    """
    settings = Settings()
    for values, where in layers:
        if values is not None and not isinstance(values, dict):
            raise ValueError(f"{where}: expected `key: value` lines, found {type(values).__name__}")
        for name, value in (values or {}).items():
            if name in SECTIONS and value is not None and not isinstance(value, dict):
                raise ValueError(f"{where}: {name}: expected a section of settings, got {value!r}")
            owner, prefix = (
                (getattr(settings, name), f"{name}.") if name in SECTIONS else (settings, "")
            )
            for leaf, item in (value or {}).items() if prefix else [(name, value)]:
                key = f"{prefix}{leaf}"
                if key not in HINTS:
                    raise ValueError(
                        f"{where}: unknown key {key!r}; the nearest known key is "
                        f"{nearest(key, [*HINTS, *SECTIONS])!r}"
                    )
                setattr(owner, leaf, typed(item, HINTS[key], f"{where}: {key}"))
                settings.sources[key] = where
    return settings


RULES: list[
    tuple[str, Callable[[typing.Any, Settings], object], str]
] = [  # keys, what holds unless None, in words
    (
        "network.* renderer.* mesh.* data.bound data.beta data.eyeball_min_size "
        "data.eyeball_left_sd "
        "data.eyeball_right_sd light.intensity light.gamma brdf.min_roughness train.lr "
        "train.lr_material train.max_steps "
        "train.beta_first train.beta_last "
        "train.save_freq train.val_freq train.vis_freq",
        lambda v, s: v > 0,
        "above 0",
    ),
    ("renderer.max_num_ray", lambda v, s: v >= 4, "4 or more"),
    (
        "loss.* train.mesh_render_iter train.init_level train.warmup_steps",
        lambda v, s: v >= 0,
        "0 or more",
    ),
    ("data.downscale mesh.draft", lambda v, s: v >= 1, "1 or more"),
    ("data.eyeball_max_size", lambda v, s: v > s.data.eyeball_min_size, "above eyeball_min_size"),
    (
        "data.eyeball_radius",
        lambda v, s: s.data.eyeball_min_size <= v <= s.data.eyeball_max_size,
        "between eyeball_min_size and eyeball_max_size",
    ),
    (
        "brdf.max_roughness",
        lambda v, s: s.brdf.min_roughness < v <= 1,
        "above min_roughness, at most 1",
    ),
    ("data.eyeball_left_center data.eyeball_right_center", lambda v, s: len(v) == 3, "[x, y, z]"),
    (
        "data.left_eye_ldm data.right_eye_ldm",
        lambda v, s: (
            all(len(point) == 3 for point in v)
            and bool(s.data.left_eye_ldm) == bool(s.data.right_eye_ldm)
        ),
        "points [x, y, z] for both eyes or for neither",
    ),
    ("light.color", lambda v, s: len(v) == 3 and min(v) > 0, "three numbers above 0"),
    ("data.eyes", lambda v, s: v in ("auto", "none"), "'auto' or 'none'"),
    ("train.start", lambda v, s: v in ("hull", "sphere"), "'hull' or 'sphere'"),
    ("recipe", lambda v, s: v in ("preset", "capture"), "'preset' or 'capture'"),
    (
        "data.holdout",
        lambda v, s: isinstance(v, list) or re.fullmatch(r"every:[1-9]\d*:\d+", v),
        "a list of frame names or every:STEP:FIRST such as every:9:4",
    ),
]


def _validate(s: Settings) -> None:
    """Raise for values that no run can use, before any work is done."""
    for keys, holds, expected in RULES:
        for key in HINTS:
            listed = key in keys.split() or f"{key.partition('.')[0]}.*" in keys.split()
            if listed and s.get(key) is not None and not holds(s.get(key), s):
                raise ValueError(
                    f"{s.sources.get(key, 'default')}: {key}: expected {expected}, got "
                    f"{s.get(key)!r}"
                )
