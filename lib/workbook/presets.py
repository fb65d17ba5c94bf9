"""The presets: how much work a run does; and the light of a capture that does not give its own."""

# A preset holds only what differs from the defaults (lib/workbook/settings_sections.py); "stage1"
# and "stage2" hold what only that stage changes.
PRESETS: dict[str, dict] = {
    "quick": {  # two CPU cores, minutes
        "network": {
            "num_levels": 6,
            "level_dim": 4,
            "max_resolution": 160,
            "log2_table_size": 16,
            "width": 32,
            "neighbor_eps": 0.0125,  # a cell: within one the normal hardly changes
            "smoothstep": 0.4,  # with 0 a sharp highlight shows the cells, with 1 it breaks up
        },
        "renderer": {
            "sample_batch_size": 8192,
            "render_n_samples": 64,
            "chunk_size": 4096,
            "max_num_ray": 1024,
            "n_shaded": 4,
            "cache_resolution": 72,
            "cache_every": 72,
            "uniform_share": 0.25,
            "score_pixels": 520_000,  # 540 x 960: such a picture takes 13 s
        },
        "train": {
            "lr": 3e-3,
            "memory": 0.95,
            "level_grow_iter": 38,
            "warmup_steps": 30,
            "save_freq": 200,
            "vis_freq": 50,
            "lr_material": 16.0,
            "beta_last": 0.004,
        },
        "stage1": {"train": {"max_steps": 1725}},
        "stage2": {"train": {"max_steps": 2600}},
        "loss": {"w_eikonal": 0.1, "w_eps_n": 0.1, "smooth_every": 8},
        "film": {"n_frames": 60, "max_side": 960},
        # Head on, a ray ends 0.343 beta inside of the SDF's zero level: 0.2 mm at this beta.
        "mesh": {
            "resolution": 192,
            "inset": 0.343,
            "n_faces": 40000,
            "map_size": 1024,
            "draft": 1.0,
        },
    },
    "full": {  # one GPU
        "renderer": {"sample_batch_size": 131072},
        "train": {
            "level_grow_iter": 100,
            "warmup_steps": 100,
            "save_freq": 3000,
            "beta_first": 0.01,  # 0.02 costs a dark, glossy head 0.2 dB
        },
        "stage1": {"train": {"max_steps": 5000}},
        "stage2": {"train": {"max_steps": 12000}},
        "light": {"bounce": 0.15},
        # The random grey behind the head already tells where it ends.
        "loss": {"w_mask": 1.0, "w_alike_gloss": 0.03},
    },
}

# What lies beneath a capture's file that does not give light.intensity: photos balanced to white of
# a camera that may meter its flash, which need not sit at the lens.
ESTIMATED_LIGHT: dict = {
    "light": {"intensity": None, "fit_offset": True, "fit_gain": True, "fit_tone": True}
}
