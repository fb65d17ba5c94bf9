"""Executed notebooks as web pages that need no network and no kernel: python -m lib.workbook.site

Equations become MathML, pictures become WebP inside the page. Links to notebooks lead to their
pages.
"""

from __future__ import annotations

import argparse
import base64
import io
import re
import sys
from collections.abc import Sequence
from html import escape
from pathlib import Path

import latex2mathml.converter
import nbformat
import PIL.Image
from nbconvert import HTMLExporter
from pygments.formatters import HtmlFormatter

from lib.workbook.execute import record_of
from lib.workbook.steps import EXECUTED, STEPS
from lib.workbook.workspace import atomic

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "notebooks"
MATH = re.compile(r"\$\$(.+?)\$\$|(?<![\\$\w])\$(?=\S)([^$]+?)(?<=\S)\$(?![\w$])", re.S)
WIDGET = "application/vnd.jupyter.widget-view+json"
QUALITY = 82  # of WebP
COVER, THUMBNAIL = "cover", 720  # tag of a cell; px
STYLE = """
body { max-width: 1060px; margin: 2em auto; padding: 0 1em; color: #222;
       font: 16px/1.55 system-ui, sans-serif; }
img { max-width: 100%; } a { color: #1f6feb; }
pre, code { font: 13px/1.45 ui-monospace, monospace; }
.input_area pre { background: #f6f8fa; padding: .6em .9em; border-radius: 4px; overflow-x: auto; }
.output_area pre { color: #555; white-space: pre-wrap; margin: .3em 0; }
.prompt, .anchor-link { display: none; }
table { border-collapse: collapse; font-size: 14px; margin: .8em 0; }
td, th { border-bottom: 1px solid #ddd; padding: .3em .7em; text-align: left; vertical-align: top; }
math[display="block"] { margin: 1em 0; } summary { cursor: pointer; color: #555; }
nav { font-size: 14px; color: #666; border-bottom: 1px solid #ddd; padding-bottom: .5em; }
.chapters { display: grid; grid-template-columns: 360px 1fr; gap: 1.6em; align-items: center; }
.chapters img { width: 360px; max-height: 220px; object-fit: contain; }
.chapters h2 { font-size: 18px; margin: 0; } .chapters p { margin: .3em 0; }
.small { font-size: 14px; color: #666; } @media (max-width: 640px) { .chapters {
grid-template-columns: 1fr; gap: .6em; } }
"""
LANDING = """<h1>From a flashlight video of a head to a head that can be relit</h1>
<img alt="A held-out photo; the exported meshes under the same light, under a lamp from the right,
in a room of three windows; the diffuse map" src="{picture}">
<p>A phone films a head in a dim room, with its flashlight on. Seven notebooks turn the film into
meshes of the head and both eyeballs, with maps that you can relight. These pages are the notebooks
as they ran on the bundled sample: a head made by formulas, 44 photos of 192 x 256 px, preset quick,
two processor cores. <b>Nothing has to be run to read them.</b> Read them in order. Each explains
its part of the method with equations, shows it on the sample, and ends with something to try.</p>
<p class="small">Also: <a href="../notebooks/METHOD.md">the method on one page</a> &middot;
<a href="../notebooks/RESULTS.md">what each part is worth</a> &middot;
<a href="../notebooks/GUIDE.md">files in detail</a> &middot; <a href="../README.md">README</a>.
The labelling widget and the viewer need a running notebook, so these pages leave them out.
00_film_to_capture needs a film, so it is not among them either.</p>
<div class="chapters">{chapters}</div>
"""


def write_site(executed: Path, folder: Path, hidden: Sequence[str] = ()) -> list[Path]:
    """Write a page for each executed notebook, and index.html; return the paths.

    executed: the folder of executed notebooks. hidden: path prefixes that are removed from the
    pages. A ValueError if a notebook is missing or was not executed to its end.
    """
    sources = [executed / f"{step.name}.ipynb" for step in STEPS]
    for source in sources:
        if record_of(source) is None:
            raise ValueError(
                f"{source}: expected a notebook that the batch has executed to its end, found "
                "none; run make demo first"
            )
    pages, chapters = [], []
    for source in sources:
        notebook = nbformat.read(source, as_version=4)
        _newest_words(notebook, NOTEBOOKS / source.name)
        chapters.append(_chapter(notebook, source.stem))
        body = page_body(notebook)
        for start in hidden:
            body = body.replace(f"{start}/", "")
        pages.append(_write(folder / f"{source.stem}.html", source.stem, body))
    words = LANDING.format(
        picture=_inlined_jpeg(NOTEBOOKS / "head.jpg"), chapters="".join(chapters)
    )
    return [_write(folder / "index.html", "A head that can be relit", words), *pages]


def _newest_words(executed: nbformat.NotebookNode, source: Path) -> None:
    """Replace the text between cells by that of the source notebook, and the cells' tags, too. The
    batch keeps an executed notebook if only its text has changed.
    """
    newest = {cell.id: cell for cell in nbformat.read(source, as_version=4).cells}
    for cell in executed.cells:
        if cell.id not in newest:
            continue
        if cell.cell_type == "markdown":
            cell.source = newest[cell.id].source
        elif "injected-parameters" not in cell.metadata.get("tags", []):
            cell.metadata["tags"] = newest[cell.id].metadata.get("tags", [])


def _chapter(notebook: nbformat.NotebookNode, name: str) -> str:
    """Return the HTML of a notebook on the landing page: a picture, its title, what you will see,
    and how long it takes. The picture is the first one of the cell that is tagged "cover".
    """
    words = notebook.cells[0].source
    title = re.search(r"^# (.+)$", words, re.M)
    told = {
        key: " ".join(found[1].split())
        for key in ("What you will see", "Minutes")
        if (found := re.search(rf"\*\*{key}\*\*: (.+?)(?:\n\n|\Z)", words, re.S))
    }
    cells = sorted(notebook.cells, key=lambda cell: COVER not in cell.metadata.get("tags", []))
    shown = [output.get("data", {}) for cell in cells for output in cell.get("outputs", [])]
    pictures = [data["image/png"] for data in shown if "image/png" in data]
    image = f'<img alt="" src="{_webp(pictures[0], THUMBNAIL)}">' if pictures else "<span></span>"
    minutes = re.split(r"[.,] ", told.get("Minutes", ""))[0]
    return (
        f'<a href="{name}.html">{image}</a><div><h2><a href="{name}.html">'
        f"{escape(title[1] if title else name)}</a></h2>"
        f"<p>{escape(told.get('What you will see', '').capitalize())}</p>"
        f'<p class="small">Minutes: {escape(minutes.rstrip("."))}.</p></div>'
    )


def _inlined_jpeg(path: Path) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(path.read_bytes()).decode()}"


def _webp(png: str, width: int | None = None) -> str:
    """Return a PNG (base64) as the address of a WebP inside the page, at most `width` px wide."""
    picture = PIL.Image.open(io.BytesIO(base64.b64decode(png))).convert("RGB")
    if width and picture.width > width:
        picture = picture.resize((width, round(picture.height * width / picture.width)))
    file = io.BytesIO()
    picture.save(file, "WEBP", quality=QUALITY, method=6)
    return f"data:image/webp;base64,{base64.b64encode(file.getvalue()).decode()}"


def page_body(notebook: nbformat.NotebookNode) -> str:
    """Return the HTML of an executed notebook, without the page around it."""
    equations: list[str] = []

    def token(found: re.Match) -> str:
        block = found[1] is not None
        mode = "block" if block else "inline"
        equations.append(latex2mathml.converter.convert(found[1] or found[2], display=mode))
        mark = f"EQUATION{len(equations) - 1}END"
        return f"\n\n{mark}\n\n" if block else mark

    cells = []
    for cell in notebook.cells:
        if "injected-parameters" in cell.metadata.get("tags", []):
            continue
        if cell.cell_type == "markdown":
            cell.source = MATH.sub(token, cell.source)
        else:
            outputs = [_inlined(output) for output in _joined(cell.outputs)]
            cell.outputs = [output for output in outputs if output is not None]
        cells.append(cell)
    notebook.cells = cells
    body, _ = HTMLExporter(template_name="basic").from_notebook_node(notebook)
    body = re.sub(r"EQUATION(\d+)END", lambda found: equations[int(found[1])], body)
    body = re.sub(r'href="(\d\d_\w+)\.ipynb"', r'href="\1.html"', body)
    return re.sub(r'href="(\w+\.md[^"]*)"', r'href="../notebooks/\1"', body)


def _joined(outputs: Sequence[nbformat.NotebookNode]) -> list[nbformat.NotebookNode]:
    """Return outputs with printed lines that follow one another in one piece."""
    joined: list[nbformat.NotebookNode] = []
    for output in outputs:
        last = joined[-1] if joined else {}
        if output.get("name") and output.get("name") == last.get("name"):
            last["text"] += output["text"]
        else:
            joined.append(output)
    return joined


def _inlined(output: nbformat.NotebookNode) -> nbformat.NotebookNode | None:
    """Return an output with its picture as WebP in HTML; None for a widget, which a page cannot
    show.
    """
    data = output.get("data", {})
    if WIDGET in data:
        return None
    source = None
    if "image/png" in data:
        source = _webp(data["image/png"])
    elif "image/webp" in data:
        source = f"data:image/webp;base64,{data['image/webp']}"
    if source:
        output["data"] = {"text/html": f'<img alt="" src="{source}">'}
    return output


def _write(path: Path, title: str, body: str) -> Path:
    """Write a whole page with links to the others; return its path."""
    names = [step.name for step in STEPS]
    links = " &middot; ".join(f'<a href="{name}.html">{name[:2]}</a>' for name in names)
    code = HtmlFormatter(style="friendly").get_style_defs(".highlight")
    with atomic(path) as temporary:
        temporary.write_text(
            '<!doctype html><html lang="en"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width">'
            f"<title>{escape(title)}</title><style>{code}{STYLE}</style></head><body>"
            f'<nav><a href="index.html">all notebooks</a> &middot; {links}</nav>'
            f"{body}</body></html>",
            encoding="utf-8",
        )
    return path


def main(argv: Sequence[str] | None = None) -> int:
    """Write the pages; return 0, or 2 if a notebook is missing."""
    parser = argparse.ArgumentParser("python -m lib.workbook.site", description=__doc__)
    parser.add_argument("results", type=Path, help="a subject's results, workspace/<subject>")
    parser.add_argument("--out", type=Path, default=ROOT / "docs", help="%(default)s")
    args = parser.parse_args(argv)
    results = args.results.resolve()
    try:
        pages = write_site(results / EXECUTED, args.out, [str(results.parents[1]), str(ROOT)])
    except (ValueError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    size = sum(page.stat().st_size for page in pages)
    print(f"{args.out}: {len(pages)} pages, {size / 1e6:.1f} MB; open {pages[0]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
