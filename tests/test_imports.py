"""The house's order, read from the syntax trees: imports go one way, rare libraries in one place, short modules."""
from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LIB = ROOT / "lib"
MODULES = sorted(LIB.rglob("*.py"))
# A module may import its own package and what stands before it.
ORDER = ["typed_yaml", "presets", "config", "workspace", "capture", "fields", "render", "train", "mesh", "eyes",
         "export", "bench", "batch"]
APART = ["plots"]       # only notebooks import it
ONLY_IN = {"anywidget": "eyes/widgets.py", "nvdiffrast": "render/raster.py",
           "papermill": "batch.py", "mediapipe": "eyes/detect.py"}


def imported(source: str) -> set[str]:
    """Dotted names that a piece of Python imports, anywhere in it, functions included."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute, so that their direction can be read"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in (
                "import_module", "__import__", "find_spec", "importorskip"):
            names |= {arg.value for arg in node.args if isinstance(arg, ast.Constant)}
    return names


def house_part(path: Path) -> str:
    """The part of the order that a file belongs to: its package, or its own name."""
    return path.relative_to(LIB).parts[0].removesuffix(".py")


def wrong_imports(part: str, names: set[str]) -> list[str]:
    """Names among those imported that stand after this part in the order."""
    ours = [name.split(".") for name in names if name.split(".")[0] == "lib"]
    return [".".join(words) for words in ours if len(words) > 1 and (
        words[1] in APART or words[1] not in ORDER or ORDER.index(words[1]) > ORDER.index(part))]


def test_the_reader_of_imports_sees_them_all():
    source = "import a.b\nfrom lib.eyes import picks\ndef f():\n    import c\n    import importlib\n" \
             "    importlib.import_module('d')\n"
    assert imported(source) == {"a.b", "lib.eyes.picks", "c", "importlib", "d"}
    assert wrong_imports("capture", {"lib.eyes.picks", "lib.config.Settings", "numpy"}) == ["lib.eyes.picks"]
    assert wrong_imports("batch", {"lib.plots.sheet"}) == ["lib.plots.sheet"]
    assert wrong_imports("config", {"lib.typed_yaml.typed"}) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(LIB)))
def test_imports_go_one_way(path):
    part = house_part(path)
    if part == "__init__":
        assert imported(path.read_text()) <= {"os"}    # nothing of the house, and nothing slow
        return
    assert part in ORDER + APART, f"{path} has no place in the house's order"
    names = imported(path.read_text())
    if part in ORDER:
        assert wrong_imports(part, names) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(LIB)))
def test_rare_libraries_stay_in_their_module(path):
    where = path.relative_to(LIB).as_posix()
    packages = {name.split(".")[0] for name in imported(path.read_text())}
    assert {name for name in packages & ONLY_IN.keys() if ONLY_IN[name] != where} == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(LIB)))
def test_modules_are_short(path):
    n_lines = path.read_text().count("\n")
    assert n_lines <= 300
