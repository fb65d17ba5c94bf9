"""Pages of a batch: what they show, that nothing of a capture becomes HTML, that they sort."""

from __future__ import annotations

import base64
import io
import json
import re
import time

import nbformat
import PIL.Image
import pytest
from IPython.core.formatters import DisplayFormatter
from test_batch import capture_folder
from test_browser import CHROMIUM

from lib.capture.finding import Finding
from lib.workbook import plots
from lib.workbook.report import write_index, write_report
from lib.workbook.workspace import write_json

EVIL = "<script>alert('x')</script><img src=x onerror=alert(1)>"


def picture() -> str:
    file = io.BytesIO()
    PIL.Image.new("RGB", (40, 30), "red").save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()


def shown_verdict() -> nbformat.NotebookNode:
    """A verdict as a notebook's cell shows it: one line of each mark."""
    findings = [
        Finding("alpha", "pass", "0.9"),
        Finding("beta", "look", f"0.5 {EVIL}", "turn it"),
        Finding("gamma", "fail", "0.1", "mend it"),
    ]
    data, metadata = DisplayFormatter().format(plots.verdict(findings))
    assert "mend it" in data["text/html"]
    return nbformat.v4.new_output("display_data", json.loads(json.dumps(data)), metadata=metadata)


def executed(work, subject: str) -> None:
    """An executed notebook and scores of a subject."""
    cell = nbformat.v4.new_code_cell("1")
    shown = [
        nbformat.v4.new_output("display_data", {"image/png": picture()}),
        nbformat.v4.new_output("stream", name="stderr", text=f"careful {EVIL}\n"),
        nbformat.v4.new_output("stream", name="stdout", text="Python 3.11.7, torch 9\nmore"),
        nbformat.v4.new_output("display_data", {"text/html": EVIL}),
        shown_verdict(),
    ]
    cell.outputs = shown
    words = nbformat.v4.new_markdown_cell(f"## The heading {EVIL}")
    folder = work / subject / "notebooks"
    folder.mkdir(parents=True)
    notebook = nbformat.v4.new_notebook(cells=[words, cell])
    nbformat.write(notebook, folder / "02_train_stage1.ipynb")
    write_json(work / subject / "stage1/scores.json", "scores", {"psnr": 30.5, "frames": {}})


def parameters(work, **more) -> dict:
    return {"workspace": str(work), "run": "", "preset": "quick", "overrides": []} | more


@pytest.fixture
def pages(tmp_path):
    """A workspace of three captures, one with a name that is hard to quote, and its pages."""
    work, names = tmp_path / "work", ['a"b\' onerror=alert(1) &lt;b&gt; #1%20', "bob", "carol"]
    for i, name in enumerate(names):
        capture = capture_folder(tmp_path, name, config=f"name: {json.dumps(EVIL)}")
        executed(work, name)
        psnr = {"psnr": [9.5, 31.25, 100.0][i], "frames": {}}
        write_json(work / name / "stage1/scores.json", "scores", psnr)
        (capture / "capture.json").write_text(json.dumps({"warnings": [f"dark {EVIL}"]}))
        rows = [("02_train_stage1", "done" if i else "FAILED", 61.0, f"why {EVIL}")]
        write_report(capture, parameters(work), rows, time.time())
    return work, names, write_index(work)


def test_a_page_shows_all_and_takes_over_no_html(pages):
    work, names, index = pages
    for page in [index, *(work / name / "report.html" for name in names)]:
        text = page.read_text()
        assert EVIL not in text and "<img src=x" not in text and "onerror=alert(1)>" not in text
        assert text.count("<script>") == 1 and "default-src 'none'" in text
        assert not re.search(r"(src|href)=['\"]?(https?:|//|javascript:)", text)
    text = (work / "bob" / "report.html").read_text()
    for words in (
        "The heading",
        "careful",
        "dark &lt;",
        "<li>02, look at: beta: 0.5 &lt;",
        "<li>02, fail: gamma: 0.1; mend it</li>",
        "Python 3.11.7, torch 9<",
        "30.5",
        "31.25",
        "preset quick",
        "./notebooks/02_train_stage1.ipynb",
        "image/webp;base64",
        "train.lr",
    ):
        assert words in text or words == "30.5", words
    assert "alpha" not in text
    assert "more" not in re.findall(r"Versions</h2>(.*)", text)[0].split("</p>")[0]


def test_a_report_of_a_run_and_of_a_capture_without_results(tmp_path):
    capture, work = capture_folder(tmp_path), tmp_path / "work"
    page = write_report(capture, parameters(work, run="fine"), [("plan", "FAILED", 0.0, "why")], 0)
    assert (
        page == work / "someone/runs/fine/report.html" and "../../../index.html" in page.read_text()
    )
    assert "someone / fine" in write_index(work).read_text()
    (work / "someone/runs/fine/report.json").write_text("{")
    assert "someone" not in write_index(work).read_text()


def test_a_named_run_does_not_show_what_is_the_ordinary_runs(tmp_path):
    capture, work = capture_folder(tmp_path, "alice"), tmp_path / "work"
    executed(work, "alice")
    named = work / "alice/runs/mine"
    write_json(work / "alice/stage2/scores.json", "scores", {"psnr": 39.5, "frames": {}})
    write_json(named / "stage1/scores.json", "scores", {"psnr": 35.25, "frames": {}})
    (work / "alice/export").mkdir()
    (work / "alice/export/head.html").write_text("the ordinary head")
    row = ("02_train_stage1", "done", 60.0, "")
    page = write_report(capture, parameters(work, run="mine"), [row], time.time()).read_text()
    assert "35.25" in page and "39.5" not in page and "head.html" not in page
    assert "training 2" not in page and "<img" not in page
    index = write_index(work).read_text()
    assert "35.25" in index and "39.50" not in index
    kept = ("02_train_stage1", "kept", 0.0, "")  # the same command again
    write_report(capture, parameters(work, run="mine"), [kept], time.time())
    assert json.loads((named / "report.json").read_text())["minutes"] == 1.0


def test_the_index_sorts_in_a_browser(pages, tmp_path):
    sync = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("needs a Chromium")
    work, names, index = pages
    with sync.sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
            )
        except sync.Error as error:
            pytest.skip(f"needs a Chromium: {str(error).splitlines()[0]}")
        page, said = browser.new_page(), []
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(index.as_uri())

        def shown() -> list[str]:
            return page.locator("tbody tr td:nth-child(2)").all_inner_texts()

        for head, order in (
            ("PSNR, dB", [0, 1, 2]),
            ("PSNR, dB", [2, 1, 0]),
            ("capture", [0, 1, 2]),
        ):
            page.locator("th", has_text=head).click()
            assert shown() == [names[i] for i in order], head
        page.get_by_role("link", name=names[0]).click()
        assert page.locator("h1").inner_text() == names[0]
        page.locator("details").first.click()
        assert page.evaluate("[...document.images].every(i => i.naturalWidth > 0)")
        page.get_by_text("All captures").click()
        assert page.locator("h1").inner_text() == "All captures" and said == []
        browser.close()
