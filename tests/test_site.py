"""The site: pages that need no network, with equations, pictures and links that work."""

import base64
import io
import json

import nbformat
import PIL.Image
import pytest

from lib.workbook import site
from lib.workbook.execute import RECORD
from lib.workbook.steps import STEPS


def png(color: str) -> str:
    file = io.BytesIO()
    PIL.Image.new("RGB", (8, 6), color).save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()


def notebook(name: str, root) -> nbformat.NotebookNode:
    picture = png("red")
    words = "# Title\n\nInline $w_i = T_i\n(1 - e^{-\\tau})$ and $r$.\n\n$$L = \\frac{a}{b}$$\n\n"
    words += "[next](03_export_stage1.ipynb), [method](METHOD.md), `$HOME`, 5 $ and 6 $."
    outputs = [
        nbformat.v4.new_output("stream", text=f"{root}/data/head\n"),
        nbformat.v4.new_output("stream", text="next line\n"),
        nbformat.v4.new_output("display_data", {"image/png": picture, "text/plain": "Figure"}),
    ]
    cells = [
        nbformat.v4.new_markdown_cell(words),
        nbformat.v4.new_code_cell("1 + 1", outputs=outputs, execution_count=1),
        nbformat.v4.new_code_cell("secret = 1", metadata={"tags": ["injected-parameters"]}),
    ]
    return nbformat.v4.new_notebook(cells=cells, metadata={RECORD: {"identity": {}}})


@pytest.fixture
def executed(tmp_path):
    for step in STEPS:
        path = tmp_path / "notebooks" / f"{step.name}.ipynb"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(notebook(step.name, tmp_path)))
    return tmp_path / "notebooks"


def test_pages_hold_all_they_show(executed, tmp_path):
    pages = site.write_site(executed, tmp_path / "out", [str(tmp_path)])
    assert [page.stem for page in pages] == ["index", *(step.name for step in STEPS)]
    text = pages[2].read_text()
    assert text.count("<math") == 3 and "\\frac" not in text and "EQUATION" not in text
    assert "data:image/webp;base64," in text and "image/png" not in text
    assert 'href="03_export_stage1.html"' in text and 'href="../notebooks/METHOD.md"' in text
    assert "data/head\nnext line" in text
    assert str(tmp_path) not in text and "secret" not in text
    assert "<script" not in text and "http" not in text.replace("http://www.w3.org", "")


def test_the_first_page_shows_a_picture_a_line_and_the_minutes_of_each_chapter(executed, tmp_path):
    text = site.write_site(executed, tmp_path / "out")[0].read_text()
    assert "data:image/jpeg;base64," in text and "http" not in text
    for step in STEPS:
        assert f'href="{step.name}.html"' in text
    assert text.count("data:image/webp;base64,") == len(STEPS)
    cells = [nbformat.v4.new_code_cell("1"), nbformat.v4.new_code_cell("2")]
    for cell, color in zip(cells, ("red", "blue")):
        cell.outputs = [nbformat.v4.new_output("display_data", {"image/png": png(color)})]
    cells[1].metadata["tags"] = [site.COVER]
    words = "# 04. Pick\n\n**What you will see**: the picks,\nand more.\n\n"
    words += "**Minutes**: two of a person's, or less."
    told = site._chapter(
        nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(words), *cells]), "04_pick"
    )
    assert "<h2>" in told and "04. Pick" in told and "The picks, and more." in told
    assert "Minutes: two of a person&#x27;s." in told
    content = base64.b64decode(told.partition("base64,")[2].partition('"')[0])
    red, _, blue = PIL.Image.open(io.BytesIO(content)).getpixel((4, 3))
    assert blue > 200 > 60 > red


def test_a_notebook_that_was_not_executed_is_named(executed, tmp_path, capsys):
    (executed / "05_triangulate_eyes.ipynb").unlink()
    assert site.main([str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    assert "05_triangulate_eyes.ipynb: expected a notebook" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_words_are_those_of_the_notebook_as_it_is_now(tmp_path):
    cells = [nbformat.v4.new_markdown_cell("old"), nbformat.v4.new_code_cell("1")]
    executed = nbformat.v4.new_notebook(cells=cells)
    now = nbformat.from_dict(json.loads(json.dumps(executed)))
    now.cells[0].source, now.cells[1].source = "new", "2"
    nbformat.write(now, tmp_path / "now.ipynb")
    site._newest_words(executed, tmp_path / "now.ipynb")
    assert [cell.source for cell in executed.cells] == ["new", "1"]
