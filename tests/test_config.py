"""Settings: what wins over what, what is refused, and that a released config file loads."""

from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from lib.workbook import config
from lib.workbook.config import PRESETS, Settings, load_settings, settings_from_dict
from lib.workbook.settings import FIELDS, UNUSED
from lib.workbook.settings_sections import LightSettings

# Every key of the released captures, in their flow style; values differ from the defaults.
RELEASED = """
name: someone
workspace: workspace/cora
backbone: volsdf2
data: {
    meta_path: data/someone/transforms_aligned.json, bound: 1.5, beta: 0.2, sh_scale: 0.3,
    dilate_ks: 7,
    eyeball_left_center: [0.1, 0.2, 3], eyeball_right_center: [-0.1, 0.2, 3],
    fix_eyeball_center: True,
    eyeball_min_size: 0.06, eyeball_max_size: 0.16,
    left_eye_ldm: [
        [0.1, 0.2, 0.3],
        [1, 2, 3],
    ],
    right_eye_ldm: [[0.1, 0.2, 0.3]],
}
network: { num_levels: 14, level_dim: 4, neighbor_eps: 0.006, geo_feat_dim: 12 }
light: { intensity: 9, color: [1.0, 1.2, 0.7], gamma: 2.4 }
brdf: { type: burley, min_roughness: 0.3, max_roughness: 0.8 }
renderer: { sample_batch_size: 1000, render_n_samples: 1001, chunk_size: 1002, max_num_ray: 1003 }
train: { init_level: 5, level_grow_iter: 267, max_steps: 8001, warmup_steps: 501,
    milestones: [1, 2], save_freq: 10000, val_freq: 5000, vis_freq: 5001,
    mesh_render: True, mesh_render_iter: 100000 }
loss: { w_l1: 11.0, w_mask: 1.5, w_eikonal: 1.1, w_sdf_mask: 1.6, w_reg_diff: 1.2,
    w_abdmm: 1.7, w_abdmm_refine: 1.8, w_eps_n: 1.01, w_eps_n_smooth: 1.05, w_ldm: 1.3, w_lpips: 1 }
"""


@pytest.fixture
def capture(tmp_path):
    """An empty capture folder."""
    folder = tmp_path / "someone"
    folder.mkdir()
    return folder


def test_released_config_loads_with_every_key(capture):
    (capture / "config.yaml").write_text(RELEASED)
    settings = load_settings(capture, "full", 2, ["recipe=capture"])
    keys = set(config.parse_yaml(RELEASED, "released"))
    assert keys == {
        "name",
        "workspace",
        "backbone",
        "data",
        "network",
        "light",
        "brdf",
        "renderer",
        "train",
        "loss",
    }
    released = config.parse_yaml(RELEASED, "released")
    read = asdict(settings)
    n_read = 0
    for section, values in released.items():
        for key, value in values.items() if isinstance(values, dict) else [(None, values)]:
            assert (read[section][key] if key else read[section]) == value
            n_read += 1
    assert n_read == 3 + 12 + 4 + 3 + 3 + 4 + 10 + 11  # as counted in the list of keys
    assert isinstance(settings.light.intensity, float) and isinstance(
        settings.data.left_eye_ldm[1][0], float
    )


def test_recipe_decides_whether_the_files_training_counts(capture):
    (capture / "config.yaml").write_text("name: someone\n")
    plain = load_settings(capture, "full", 2)
    (capture / "config.yaml").write_text(RELEASED)
    ours = load_settings(capture, "full", 2)
    assert ours.data.bound == 1.5 and ours.light.intensity == 9 and ours.brdf.max_roughness == 0.8
    assert ours.train == plain.train and ours.loss == plain.loss and ours.network == plain.network
    unused = {key: where for key, value, where in ours.describe() if value == "not used"}
    assert (
        set(unused) == {"network.*", "renderer.*", "train.*", "loss.*"}
        and "recipe=capture" in unused["train.*"]
    )
    theirs = load_settings(capture, "full", 2, ["recipe=capture"])
    assert theirs.train.max_steps == 8001 and theirs.loss.w_l1 == 11
    (capture / "config.yaml").write_text("recipe: capture\n" + RELEASED)
    assert load_settings(capture, "full", 2).train.max_steps == 8001


def test_order_of_layers_and_provenance(capture, monkeypatch):
    monkeypatch.setitem(
        PRESETS,
        "quick",
        {
            "train": {"max_steps": 5, "seed": 6, "warmup_steps": 4},
            "light": {"gamma": 2.0},
            "stage2": {"train": {"seed": 7}},
        },
    )
    (capture / "config.yaml").write_text("light: {gamma: 2.1}")
    settings = load_settings(capture, "quick", 2, ["train.max_steps=50"])
    assert (settings.train.max_steps, settings.train.seed, settings.light.gamma) == (50, 7, 2.1)
    where = {key: source for key, _, source in settings.describe()}
    assert (
        where["train.warmup_steps"] == "preset quick"
        and where["train.seed"] == "preset quick, stage 2"
    )
    assert where["light.gamma"] == str(capture / "config.yaml")
    assert where["train.max_steps"] == "override train.max_steps=50"
    assert "data.bound" not in where and settings.get("data.bound") == 1.0
    assert load_settings(capture, "quick", 1).train.seed == 6


def test_settings_that_nothing_looks_at_say_so(capture):
    (capture / "config.yaml").write_text(
        "name: x\nbackbone: volsdf\ndata: {beta: 0.2, bound: 1.5}\n"
    )
    where = {
        key: source
        for key, _, source in load_settings(capture, "quick", 2, ["train.val_freq=1"]).describe()
    }
    idle = {key for key, source in where.items() if source.endswith("; read, without effect")}
    assert idle == {"name", "backbone", "data.beta", "train.val_freq"} and where[
        "data.bound"
    ].endswith("config.yaml")


def test_each_stage_reads_its_own_file(capture):
    (capture / "config.yaml").write_text("name: full")
    assert load_settings(capture, "quick", 1).name == "full"
    (capture / "config_wo-hybrid.yaml").write_text("name: first")
    assert load_settings(capture, "quick", 1).name == "first"
    assert load_settings(capture, "quick", 2).name == "full"
    (capture / "config.yaml").unlink()
    with pytest.raises(ValueError, match=r"config\.yaml: expected for stage 2.*config_wo-hybrid"):
        load_settings(capture, "quick", 2)


LEARNED = {"fit_offset": True, "fit_gain": True, "fit_tone": True}
MEASURED = "{intensity: 8, color: [1.0, 1.25, 0.7], gamma: 2.2}"


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (None, {}),
        ("", {}),
        ("data: {eyeball_max_size: 0.12}", {}),
        ("light: {gamma: 1.8}", {"gamma": 1.8}),
        ("light: {fit_pose: true}", {"fit_pose": True}),
        ("light: {fit_tone: false}", {"fit_tone": False}),
        ("light: {color: [1, 0.9, 0.8]}", {"color": [1.0, 0.9, 0.8]}),
        ("light: {intensity: null, gamma: 1.8}", {"gamma": 1.8}),
        ("light:", {}),
    ],
)
@pytest.mark.parametrize("stage", [1, 2])
def test_the_light_is_estimated_unless_a_file_gives_its_strength(capture, file, expected, stage):
    if file is not None:
        (capture / "config.yaml").write_text(file)
    light = load_settings(capture, "quick", stage).light
    assert light == replace(LightSettings(), intensity=None, **{**LEARNED, **expected})


def test_how_a_preset_computes_light_does_not_count_as_a_measured_flash(capture):
    assert load_settings(capture, "full").light == replace(
        LightSettings(bounce=0.15), intensity=None, **LEARNED
    )


def test_a_measured_flash_is_not_learned_unless_the_file_says_so(capture):
    (capture / "config.yaml").write_text(f"light: {MEASURED}")
    known = replace(LightSettings(), intensity=8.0, color=[1.0, 1.25, 0.7])
    assert load_settings(capture, "quick").light == known
    (capture / "config.yaml").write_text("light: {intensity: 8, fit_gain: true}")
    gains = replace(LightSettings(), intensity=8.0, fit_gain=True)
    assert load_settings(capture, "quick").light == gains


def test_a_capture_has_one_light_whichever_file_gives_it(capture):
    (capture / "config_wo-hybrid.yaml").write_text(f"light: {MEASURED}")
    (capture / "config.yaml").write_text("data: {eyeball_max_size: 0.12}\nlight: {gamma: 1.8}")
    first, second = (load_settings(capture, "quick", stage) for stage in (1, 2))
    assert first.light == replace(LightSettings(), intensity=8.0, color=[1.0, 1.25, 0.7], gamma=2.2)
    assert second.light == replace(first.light, gamma=1.8)
    assert second.sources["light.intensity"] == str(capture / "config_wo-hybrid.yaml")


def test_an_override_of_the_light_changes_its_own_key_alone(capture):
    estimated = load_settings(capture, "quick").light
    light = load_settings(capture, "quick", 1, ["light.intensity=30"]).light
    assert light == replace(estimated, intensity=30.0)


@pytest.mark.parametrize("preset", PRESETS)
def test_presets_are_valid_and_hold_only_what_differs(capture, preset):
    defaults = Settings()
    for stage in (1, 2):
        load_settings(capture, preset, stage)
    for section, values in PRESETS[preset].items():
        if section not in ("stage1", "stage2"):
            same = [
                key
                for key, value in values.items()
                if getattr(getattr(defaults, section), key) == value
            ]
            assert not same, f"{preset}.{section} repeats the defaults of {same}"


@pytest.mark.parametrize(
    ("flag", "message"),
    [
        ("train.max_step=5", r"unknown key 'train.max_step'.*'train.max_steps'"),
        ("max_steps=5", r"unknown key 'max_steps'.*'train.max_steps'"),
        ("lihgt={gamma: 2}", r"unknown key 'lihgt'.*'light'"),
        ("train.max_steps=fifty", r"train.max_steps: expected a valid integer, got 'fifty'"),
        ("train.max_steps=1.5", r"expected a valid integer, got 1.5"),
        ("train.max_steps=true", r"expected a valid integer, got True"),
        ("train.mesh_render=1", r"expected a valid boolean, got 1"),
        ("light.gamma=.nan", r"light.gamma: expected a finite number, got nan"),
        ("light.color=[1, 1]", r"light.color: List should have at least 3 items"),
        ("light=3", r"light: expected a section"),
        ("light.intensity=-1", r"light.intensity: expected greater than 0, got -1"),
        ("brdf.max_roughness=0.1", r"brdf.max_roughness: expected above min_roughness"),
        ("brdf.min_roughness=0.9", r"brdf.max_roughness: expected above min_roughness"),
        (
            "renderer.max_num_ray=3",
            r"renderer.max_num_ray: expected greater than or equal to 4, got 3",
        ),
        ("data.eyeball_min_size=0.5", r"data.eyeball_max_size: expected above"),
        ("data.left_eye_ldm=[[1, 2]]", r"left_eye_ldm\[0\]: List should have at least 3"),
        ("data.left_eye_ldm=[[1, 2, 3]]", r"both eyes"),
        ("data.downscale=0.5", r"data.downscale: expected greater than or equal to 1, got 0.5"),
        ("data.eyes=left", r"data.eyes: expected 'auto' or 'none'"),
        ("data.holdout=every:0:1", r"data.holdout: expected a list of frame names or every"),
        ("loss.w_l1=-1", r"loss.w_l1: expected greater than or equal to 0, got -1"),
        ("train.seed=-1", r"train.seed: expected greater than or equal to 0, got -1"),
        ("train.max_steps", r"expected KEY=VALUE"),
        ("light.color=[1, 1", r"expected YAML"),
    ],
)
def test_bad_settings_are_refused(capture, flag, message):
    with pytest.raises(ValueError, match=message) as caught:
        load_settings(capture, "quick", 1, [flag])
    assert flag.split("=")[0].split(".")[-1] in str(caught.value)
    assert "\n" not in str(caught.value) and len(str(caught.value)) <= 300


def test_an_error_stays_short_where_the_value_is_long(capture):
    (capture / "config.yaml").write_text(f"data: {{bound: {list(range(1000))}}}")
    with pytest.raises(
        ValueError, match=r"config\.yaml: data\.bound: expected a valid number"
    ) as error:
        load_settings(capture, "quick", 1)
    assert len(str(error.value)) - len(str(capture)) <= 200


def test_every_setting_says_what_it_means():
    meanings = {key: entry.description for key, entry in FIELDS.items() if key not in UNUSED}
    assert meanings["data.bound"].startswith("The head lies in")
    assert [key for key, meaning in meanings.items() if not meaning] == []
    assert "data.beta" not in meanings and {"train.max_steps", "recipe"} < meanings.keys()


def test_bad_key_in_a_file_names_the_file_even_where_it_would_not_be_used(capture):
    (capture / "config.yaml").write_text("train: {max_step: 5}")
    with pytest.raises(
        ValueError, match=r"config\.yaml: unknown key 'train.max_step'.*'train.max_steps'"
    ):
        load_settings(capture, "quick", 1)
    (capture / "config.yaml").write_text("train: {max_steps: [}")
    with pytest.raises(ValueError, match=r"config\.yaml: expected YAML"):
        load_settings(capture, "quick", 1)
    (capture / "config.yaml").write_text("- a\n- b")
    with pytest.raises(ValueError, match=r"config\.yaml: expected `key: value` lines, found list"):
        load_settings(capture, "quick", 1)


def test_missing_capture_unknown_preset_and_stage(capture):
    with pytest.raises(ValueError, match="expected a capture folder, found none"):
        load_settings(capture / "nobody", "quick", 1)
    with pytest.raises(ValueError, match="expected a preset of quick, full.*'quik'"):
        load_settings(capture, "quik", 1)
    with pytest.raises(ValueError, match="stage 1 or 2.*3"):
        load_settings(capture, "quick", 3)


def test_yaml_numbers_and_names_read_as_meant(capture):
    settings = load_settings(
        capture,
        "quick",
        1,
        [
            "data.holdout=[00012, 00010, 7]",
            "train.lr=1e-3",
            "light.gamma=2",
            "train.max_steps=1e3",
            "light.intensity=null",
        ],
    )
    assert settings.data.holdout == ["00012", "00010", "7"]  # YAML 1.1 would read 00012 as ten
    assert (settings.train.lr, settings.light.gamma, settings.train.max_steps) == (1e-3, 2.0, 1000)
    assert settings.light.intensity is None
    assert (
        load_settings(capture, "quick", 1, ["data.holdout=every:9:4"]).data.holdout == "every:9:4"
    )


def test_settings_survive_storing(capture):
    settings = load_settings(
        capture, "quick", 2, ["data.holdout=[a, b]", "data.eyeball_left_center=[1, 2, 3]"]
    )
    again = settings_from_dict(asdict(settings))
    assert (
        again == settings and again.sources.keys() != settings.sources.keys()
    )  # compared by value alone
    with pytest.raises(ValueError, match=r"checkpoint.pt: unknown key 'train.max_step'"):
        settings_from_dict({"train": {"max_step": 1}}, "checkpoint.pt")


def test_presets_and_defaults_are_never_shared_between_runs(capture):
    first = load_settings(capture, "quick", 1)
    first.light.color[0] = 9.0
    assert load_settings(capture, "quick", 1).light.color[0] == 1.0


def test_the_rate_falls_at_parts_of_the_steps_or_where_it_is_told(capture):
    assert load_settings(capture, "quick", 1, ["train.max_steps=200"]).train.drops() == [
        100,
        150,
        180,
    ]
    assert load_settings(capture, "quick", 1, ["train.milestones=[7]"]).train.drops() == [7]
