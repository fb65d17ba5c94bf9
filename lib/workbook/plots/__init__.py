"""Pictures for the notebooks: arrays in, figures out. Nothing here computes results."""

from lib.workbook.plots.bars import ProgressBar, progress
from lib.workbook.plots.eyes import eye_drift, eye_sections, landmarks, tinted, uncertainty
from lib.workbook.plots.method import light_found, one_ray, slices
from lib.workbook.plots.runs import two_runs
from lib.workbook.plots.style import encoded, folded, normal_colors, table, verdict
from lib.workbook.plots.training import LiveTraining, curves
from lib.workbook.plots.truth import beside_truth
from lib.workbook.plots.views import (
    cameras_3d,
    comparison,
    contact_sheet,
    gallery,
    per_frame,
    turntable,
)

__all__ = [
    "LiveTraining",
    "ProgressBar",
    "beside_truth",
    "cameras_3d",
    "comparison",
    "contact_sheet",
    "curves",
    "encoded",
    "eye_drift",
    "eye_sections",
    "folded",
    "gallery",
    "landmarks",
    "light_found",
    "normal_colors",
    "one_ray",
    "per_frame",
    "progress",
    "slices",
    "table",
    "tinted",
    "turntable",
    "two_runs",
    "uncertainty",
    "verdict",
]
