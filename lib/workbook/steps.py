"""The steps of the workbook, in one table: each is a notebook that reads files and writes others.

Files are named as in the workspace, "stage1/checkpoint.pt"; lib/workbook/workspace.py says where
they lie on the disk, and reads and writes them. The batch also uses this table to decide whether a
step must run again.
"""

from __future__ import annotations

from dataclasses import dataclass

CAMERAS_AND_PHOTOS = ("data", "light")  # sections of the settings that every reader of photos needs
OF_A_TRAINING = (*CAMERAS_AND_PHOTOS, "network", "brdf", "renderer", "train", "loss")
OF_AN_EXPORT = (*CAMERAS_AND_PHOTOS, "mesh")
OF_THE_EYES = (*CAMERAS_AND_PHOTOS, "eyeballs")


@dataclass(frozen=True)
class Step:
    """One notebook, and the files that it takes over and hands on."""

    name: str
    """Of the notebook."""
    folder: str
    """Of the workspace, that it writes into."""
    reads: tuple[str, ...] = ()
    """Files and folders of earlier steps, where they are there."""
    writes: tuple[str, ...] = ()
    """Files that are always there afterwards."""
    stage: int = 1
    """Whose settings it looks at: the first training's or the second's."""
    settings: tuple[str, ...] = CAMERAS_AND_PHOTOS
    """Sections of the settings that decide its result."""
    trains: bool = False
    """It is a training: it writes checkpoint.pt, and goes on from one that it finds."""
    share: tuple[float, float] = (0.05, 0.05)
    """Of the time of a whole run, roughly: on a processor with the preset quick, and on a GPU with
    the preset full."""
    labels: bool = False
    """It looks at the eyes' labels that a capture brings: LABELS."""

    @property
    def number(self) -> str:
        return self.name[:2]


# Files of a capture that only the labelling of the eyes reads.
LABELS = ("eye_picks.json", "diffuse_*eye_*")
DRAFT = ("export1/head.obj", "export1/head_position.exr", "export1/head_diffuse.png")
EYE_FILES = ("eyes/eyes.json", "eyes/leye_mask", "eyes/reye_mask")
STEPS = (
    Step("01_inspect_capture", "inspect", writes=("inspect/report.json",), share=(0.02, 0.03)),
    Step(
        "02_train_stage1",
        "stage1",
        writes=("stage1/checkpoint.pt", "stage1/scores.json"),
        settings=OF_A_TRAINING,
        trains=True,
        share=(0.35, 0.22),
    ),
    Step(
        "03_export_stage1",
        "export1",
        reads=("stage1/checkpoint.pt",),
        writes=("export1/head.obj", "export1/head_position.exr"),
        settings=OF_AN_EXPORT,
        share=(0.05, 0.11),
    ),
    Step(
        "04_pick_eyes",
        "eyes",
        reads=DRAFT,
        writes=("eyes/picks.json",),
        settings=OF_THE_EYES,
        share=(0.02, 0.08),
        labels=True,
    ),
    Step(
        "05_triangulate_eyes",
        "eyes",
        reads=("stage1/checkpoint.pt", *DRAFT, "eyes/picks.json"),
        writes=("eyes/eyes.json",),
        stage=2,
        settings=OF_THE_EYES,
        share=(0.02, 0.08),
    ),
    Step(
        "06_train_stage2",
        "stage2",
        reads=(*EYE_FILES, "stage1/scores.json", "stage1/heldout"),
        writes=("stage2/checkpoint.pt", "stage2/scores.json"),
        stage=2,
        settings=OF_A_TRAINING,
        trains=True,
        share=(0.47, 0.27),
    ),
    Step(
        "07_export_and_relight",
        "export",
        reads=(
            "stage1/checkpoint.pt",
            "stage2/checkpoint.pt",
            *EYE_FILES,
            "stage1/scores.json",
            "stage2/scores.json",
        ),
        writes=("export/head.obj", "export/head.glb"),
        stage=2,
        settings=(*OF_AN_EXPORT, "renderer"),  # the size of the photos that are scored
        share=(0.07, 0.21),
    ),
)
# It makes the capture, outside the subject's folder. The STEPS need one, so it is none of them.
FILM_STEP = Step("00_film_to_capture", "captures", settings=("film",))
EXECUTED = "notebooks"  # where the batch puts executed notebooks
FOLDERS = (*dict.fromkeys(step.folder for step in STEPS), EXECUTED)


def find_step(name: str) -> Step:
    """Return the step with this name or number, "06_train_stage2" or "06"."""
    for step in STEPS:
        if name in (step.name, step.number):
            return step
    raise ValueError(f"step: expected one of {', '.join(s.name for s in STEPS)}, got {name!r}")


def writer_of(file: str) -> str:
    """Return the name of the notebook that writes "stage1/checkpoint.pt"; if no step promises the
    file, the notebooks that write into its folder.
    """
    promised = [step.name for step in STEPS if file in step.writes]
    beside = [step.name for step in STEPS if step.folder == file.partition("/")[0]]
    return " or ".join(promised or beside) or "the step that writes it"
