"""The notebooks as documents: they read alike, stay thin, and are committed without outputs."""

import ast
import builtins
import re
from pathlib import Path

import nbformat
import pytest

from lib.workbook import batch
from lib.workbook.settings import SECTIONS
from lib.workbook.steps import FILM_STEP, STEPS

PATHS = sorted(batch.NOTEBOOKS.glob("*.ipynb"))
PARAMETERS = ["capture", "workspace", "run", "preset", "device", "interactive", "overrides"]
OF_A_FILM = ["film", "capture", "workspace", "preset", "interactive", "overrides"]
OF_A_FILM += ["frames", "masks", "model"]  # there is no capture yet
ALL = (FILM_STEP, *STEPS)
MORE = {"04_pick_eyes": ["parser_weights", "landmarks_68"]}


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def notebook(request):
    notebook = nbformat.read(request.param, as_version=4)
    nbformat.validate(notebook)
    notebook.path = request.param
    return notebook


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def step_of(notebook):
    return next(step for step in ALL if step.name == notebook.path.stem)


def tree(cell) -> ast.Module:
    return ast.parse(
        "\n".join("" if line.startswith("%") else line for line in cell.source.splitlines())
    )


def test_the_batch_runs_all_of_them_in_order():
    assert [path.stem for path in PATHS] == [step.name for step in ALL]


def test_opens_with_a_title_what_you_will_see_and_what_it_takes(notebook):
    first = notebook.cells[0]
    assert first.cell_type == "markdown" and re.match(r"# \d\d\. \S", first.source)
    for words in ("What you will see", "Inputs", "Outputs", "Minutes"):
        assert f"**{words}" in first.source, words


def test_has_one_parameters_cell_of_literals(notebook):
    tagged = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
    assert len(tagged) == 1 and tagged[0] is code(notebook)[0]
    statements = tree(tagged[0]).body
    names = [statement.targets[0].id for statement in statements]
    usual = OF_A_FILM if notebook.path.stem == FILM_STEP.name else PARAMETERS
    assert names == usual + MORE.get(notebook.path.stem, [])
    for statement in statements:
        ast.literal_eval(statement.value)


def test_opens_next_and_nowhere_reads_parameters_again(notebook):
    name = notebook.path.stem
    opening = f'open_workbook("{name}", ' if name != FILM_STEP.name else "open_film_workbook(film, "
    assert f"{opening}capture" in code(notebook)[1].source
    for cell in code(notebook)[2:]:
        loaded = {node.id for node in ast.walk(tree(cell)) if isinstance(node, ast.Name)}
        assert not loaded & {"capture", "workspace", "preset", "device", "overrides"}, cell.source


def test_the_table_of_steps_names_all_sections_that_a_notebook_looks_at(notebook):
    step = step_of(notebook)
    source = "\n".join(cell.source for cell in code(notebook))
    sections = set(re.findall(r"\bsettings\.(\w+)\.", source)) & SECTIONS.keys()
    assert sections <= set(step.settings)


def test_the_table_of_steps_names_all_files_that_a_notebook_asks_for(notebook):
    step = step_of(notebook)
    source = "\n".join(cell.source for cell in code(notebook))
    asked = set(re.findall(r'(?:find|read_from)\(f?"([^"]+)"\)', source))
    known = {*step.reads, *step.writes, "stage1/heldout/{heldout.names[i]}.png"}
    known |= {file.replace("stage2", "stage{n}") for file in known}
    known |= {file.replace("stage2", "stage{stage}") for file in step.reads}
    assert asked <= known
    if step is not FILM_STEP:  # it writes a capture, and nothing into the subject's folder
        assert set(re.findall(r'write_to\("([^"]+)"\)', source)) == {step.folder}


def test_cells_are_short_and_hold_no_definitions_or_installs(notebook):
    for cell in code(notebook):
        assert len(cell.source.splitlines()) <= 20, cell.source
        kinds = {type(node).__name__ for node in ast.walk(tree(cell))}
        assert not kinds & {"FunctionDef", "AsyncFunctionDef", "ClassDef", "Lambda"}, cell.source
        assert not re.search(r"\bpip\b|\bsys\.path\b|^\s*!", cell.source, re.M), cell.source


def test_every_picture_is_introduced_and_followed_by_what_to_check(notebook):
    cells = notebook.cells
    for before, cell, after in zip(cells, cells[1:], cells[2:]):
        if cell.cell_type == "code" and re.search(r"fig = plots\.|plots\.turntable", cell.source):
            assert before.cell_type == "markdown", cell.source
            assert after.cell_type == "markdown" and "**Check" in after.source, cell.source


def test_ends_by_reading_back_what_it_hands_over_and_links_the_next(notebook):
    step = step_of(notebook)
    last = code(notebook)[-1].source
    for path in step.writes:
        assert f'"{Path(path).name}"' in last, path
    following = [other.name for other in ALL if other.name > step.name][:1]
    assert all(f"({name}.ipynb)" in notebook.cells[-1].source for name in following)


def test_lines_fit_a_page_and_mistakes_are_told_in_words(notebook):
    for cell in notebook.cells:
        text = [line for line in cell.source.splitlines() if not line.startswith("|")]
        assert max(map(len, text), default=0) <= 120, cell.source
    assert not any(
        isinstance(node, ast.Assert) for cell in code(notebook) for node in ast.walk(tree(cell))
    )


def test_is_committed_without_outputs_for_any_python3_kernel(notebook):
    for cell in code(notebook):
        assert cell.outputs == [] and cell.execution_count is None
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert notebook.metadata.kernelspec.name == "python3"
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)


def test_the_files_are_written_before_anything_is_relit():
    notebook = nbformat.read(batch.NOTEBOOKS / "07_export_and_relight.ipynb", as_version=4)
    cells = [cell.source for cell in code(notebook)]
    written = [k for k, source in enumerate(cells) if re.search(r"\bwrite_parts\(", source)]
    relit = [k for k, source in enumerate(cells) if re.search(r"\b(render|turning)\(", source)]
    assert written and relit and max(written) < min(relit)


def test_every_name_that_a_cell_uses_is_defined_by_then(notebook):
    """Runs without widgets never reach what stands behind `if interactive`."""
    known = {*dir(builtins), "display"}
    for cell in code(notebook):
        nodes = list(ast.walk(tree(cell)))
        for node in nodes:
            if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
                known.add(node.id)
            elif isinstance(node, ast.alias):
                known.add((node.asname or node.name).split(".")[0])
            elif isinstance(node, ast.arg):
                known.add(node.arg)
            elif isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.ExceptHandler)) and node.name:
                known.add(node.name)
        used = {node.id for node in nodes if isinstance(node, ast.Name)}
        assert used <= known, used - known
