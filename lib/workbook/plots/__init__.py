"""Pictures for the notebooks: arrays in, figures out. Nothing here computes results."""

from lib.workbook.plots.eyes import eye_sections, landmarks
from lib.workbook.plots.runs import two_runs
from lib.workbook.plots.style import encoded, normal_colors, table
from lib.workbook.plots.training import LiveTraining, curves
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
    "cameras_3d",
    "comparison",
    "contact_sheet",
    "curves",
    "encoded",
    "eye_sections",
    "gallery",
    "landmarks",
    "normal_colors",
    "per_frame",
    "table",
    "turntable",
    "two_runs",
]
