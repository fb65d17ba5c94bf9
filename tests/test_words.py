"""What notebooks and documents say about the code is true: files, functions, settings, links."""

import ast
import re
from dataclasses import fields
from functools import cache
from pathlib import Path

import nbformat
import pytest

from lib.train import losses
from lib.train.losses import TERMS
from lib.workbook.settings import SECTIONS
from lib.workbook.steps import FILM_STEP, STEPS

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = ROOT / "notebooks"
DOCUMENTS = [ROOT / "README.md", ROOT / "data" / "README.md", *sorted(NOTEBOOKS.glob("*.md"))]
PATHS = [*DOCUMENTS, *sorted(NOTEBOOKS.glob("*.ipynb"))]
KEYS = {f"{name}.{field.name}" for name, kind in SECTIONS.items() for field in fields(kind)}


@pytest.fixture(params=PATHS, ids=lambda path: f"{path.parent.name}/{path.name}")
def document(request):
    """The words of a document or notebook, and its folder; code blocks and cells are left out."""
    path = request.param
    if path.suffix == ".ipynb":
        cells = nbformat.read(path, as_version=4).cells
        text = "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    else:
        text = re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.S)
    return path, text


@cache
def defined(module: str) -> frozenset[str]:
    """Names that a module defines: functions, classes, "Class.method", "Class.field", constants."""
    names, tree = set(), ast.parse((ROOT / module).read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        if isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef):
                    names.add(f"{node.name}.{inner.name}")
                elif isinstance(inner, ast.AnnAssign):
                    names.add(f"{node.name}.{inner.target.id}")
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found = [node for target in targets for node in ast.walk(target)]
            names |= {node.id for node in found if isinstance(node, ast.Name)}
    return frozenset(names)


@cache
def everything() -> frozenset[str]:
    modules = [str(path.relative_to(ROOT)) for path in (ROOT / "lib").rglob("*.py")]
    return frozenset(name for module in modules for name in defined(module))


def anchors(path: Path) -> set[str]:
    """The addresses of a document's headings, as GitHub writes them."""
    heads = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_every_file_of_the_code_that_is_named_is_there(document):
    path, text = document
    named = set(re.findall(r"(?<![\w/])((?:\.\./)?(?:lib|tests|data)/[\w/]+\.\w+)", text))
    gone = [name for name in sorted(named) if not (ROOT / name.removeprefix("../")).exists()]
    assert not gone, path


def test_every_link_leads_somewhere(document):
    path, text = document
    for target in re.findall(r"(?:\]\(|src=\")([^)#\s\"]*(?:#[^)\s]*)?)[\")]", text):
        file, _, anchor = target.partition("#")
        if file.startswith("http"):
            continue
        whole = (path.parent / file).resolve() if file else path
        assert whole.exists(), target
        if anchor:
            assert anchor in anchors(whole), target


def test_functions_are_where_the_words_say(document):
    """In "`brdf` and `ambient` in [`lib/render/shading.py`](...)" both must be in that file."""
    path, text = document
    words = re.compile(r"((?:`[\w.]+`(?:,\s+|\s+and\s+)?)+)\s+in\s+\[?`(lib/[\w/]+\.py)`", re.S)
    for names, module in words.findall(text):
        for name in re.findall(r"`([\w.]+)`", names):
            assert name in defined(module), f"{name} in {module}"
    for module, name in re.findall(r"`lib\.([\w.]+)\.(\w+)`", text):
        file = f"lib/{module.replace('.', '/')}"
        there = (ROOT / file / f"{name}.py").exists() or (ROOT / file / name).is_dir()
        assert there or name in defined(f"{file}.py"), f"lib.{module}.{name}"


def test_every_function_that_is_called_in_words_exists(document):
    path, text = document
    for name in re.findall(r"`(\w+)\([^`]*\)`", text):
        assert name in everything(), name


def test_every_setting_that_is_named_exists(document):
    path, text = document
    sections = "|".join(SECTIONS)
    for key in re.findall(rf"(?<![\w.])((?:{sections})\.\w+)\b", text):
        assert key in KEYS or any(one.startswith(f"{key}_") for one in KEYS) or _is_file(key), key
    for weight in re.findall(r"`(w_\w+)`", text):
        assert f"loss.{weight}" in KEYS, weight


def _is_file(words: str) -> bool:
    """Whether this is the name of a file, such as mesh.py, rather than of a setting."""
    return words.rpartition(".")[2] in ("py", "json", "png", "html", "obj", "glb", "yaml")


@pytest.mark.parametrize("name", ["METHOD.md", "02_train_stage1.ipynb", "06_train_stage2.ipynb"])
def test_the_tables_of_losses_name_what_is_there(name):
    """Rows need a loss, but a loss needs no row: who tries one touches no document."""
    path, terms = NOTEBOOKS / name, {term.name: term.weight for term in TERMS}
    text = path.read_text("utf-8")
    if path.suffix == ".ipynb":
        text = "\n".join(cell.source for cell in nbformat.read(path, as_version=4).cells)
    head, _, rows = text[text.index("| curve |") :].partition("\n|---")
    rows = re.findall(r"^\| (\w+) \|(.*)$", rows.partition("\n\n")[0], re.M)
    assert len(rows) > 2
    for curve, row in rows:
        if curve == "structure":  # of the refinement
            assert hasattr(losses, curve)
            continue
        assert curve in terms
        if "weight" in head and isinstance(terms[curve], str):
            assert f"`{terms[curve]}`" in row


def test_the_readme_lists_every_notebook():
    text = (ROOT / "README.md").read_text("utf-8")
    for step in (FILM_STEP, *STEPS):
        assert f"[{step.name}](notebooks/{step.name}.ipynb)" in text
