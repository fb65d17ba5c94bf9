"""The house's order, read from the syntax trees: imports go one way, rare libraries in one place,
short modules.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LIB = ROOT / "lib"
MODULES = sorted(LIB.rglob("*.py"))
# A module may import its own room and what stands before it. The workbook is two rooms: its
# settings and files, on which everything stands, and its plots, steps and commands, which only
# notebooks and the commands' doors import.
ORDER = [
    "base",
    "capture",
    "filming",
    "fields",
    "render",
    "mesh",
    "train",
    "label",
    "eyes",
    "export",
    "plots",
    "workbook",
    "door",
]
WORKBOOK = {
    "checked": "base",
    "settings_sections": "base",
    "settings": "base",
    "code": "base",
    "presets": "base",
    "config": "base",
    "workspace": "base",
    "steps": "base",
    "lock": "base",
    "progress": "base",
    "limits": "base",
    "compare": "base",
    "plots": "plots",
    "film_plots": "plots",
    "film_verdict": "plots",
}
ONLY_IN = {
    "anywidget": ("label/widget.py", "export/viewer.py"),
    "nvdiffrast": "render/raster.py",
    "papermill": "workbook/execute.py",
    "distributed": "workbook/cluster.py",
    "dask": "workbook/cluster.py",
    "mediapipe": "capture/faces.py",
    "pycolmap": "filming/colmap.py",
    "av": ("filming/film.py", "export/turntable.py"),
    "pillow_heif": ("filming/stills.py", "capture/photos.py"),
}


def imported(source: str) -> set[str]:
    """Dotted names that a piece of Python imports, anywhere in it, functions included."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute, so that their direction can be read"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call) and getattr(
            node.func, "attr", getattr(node.func, "id", "")
        ) in ("import_module", "__import__", "find_spec", "importorskip"):
            names |= {arg.value for arg in node.args if isinstance(arg, ast.Constant)}
    return names


def room(dotted: str) -> str:
    """The room of a module "lib.a.b": where it stands in the house's order."""
    parts = dotted.split(".")[1:]
    if parts[0] == "workbook":
        return WORKBOOK.get(parts[1], "workbook") if len(parts) > 1 else "base"
    return parts[0] if len(parts) > 1 or parts[0] in ORDER else "door"


def dotted(path: Path) -> str:
    """The name under which a file is imported."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def wrong_imports(part: str, names: set[str]) -> list[str]:
    """Names among those imported that stand after this room in the order."""
    ours = [name for name in names if name.startswith("lib.")]
    return [name for name in ours if ORDER.index(room(name)) > ORDER.index(part)]


def test_the_reader_of_imports_sees_them_all():
    source = (
        "import a.b\nfrom lib.label import picks\ndef f():\n    import c\n    import importlib\n"
        "    importlib.import_module('d')\n"
    )
    assert imported(source) == {"a.b", "lib.label.picks", "c", "importlib", "d"}
    assert wrong_imports(
        "capture", {"lib.label.picks", "lib.workbook.config.Settings", "numpy"}
    ) == ["lib.label.picks"]
    assert wrong_imports("export", {"lib.workbook.plots.gallery"}) == ["lib.workbook.plots.gallery"]
    assert wrong_imports("label", {"lib.eyes.triangulate"}) == ["lib.eyes.triangulate"]
    assert wrong_imports("base", {"lib.workbook.settings.Data"}) == []
    assert room("lib.batch") == "door" and room("lib.fields.kernels.numba_mlp") == "fields"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(LIB)))
def test_imports_go_one_way(path):
    if path == LIB / "__init__.py":
        assert imported(path.read_text()) <= {"os"}  # nothing of the house, and nothing slow
        return
    assert wrong_imports(room(dotted(path)), imported(path.read_text())) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(LIB)))
def test_rare_libraries_stay_in_their_module(path):
    where = path.relative_to(LIB).as_posix()
    packages = {name.split(".")[0] for name in imported(path.read_text())}
    assert {
        name for name in packages & ONLY_IN.keys() if not where.startswith(ONLY_IN[name])
    } == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(LIB)))
def test_modules_are_short(path):
    n_lines = path.read_text().count("\n")
    assert n_lines <= 400
