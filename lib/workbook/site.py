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
STYLE = """
body { max-width: 1060px; margin: 2em auto; padding: 0 1em; color: #222;
       font: 16px/1.55 system-ui, sans-serif; }
img { max-width: 100%; } a { color: #1f6feb; }
pre, code { font: 13px/1.45 ui-monospace, monospace; }
.jp-InputArea pre { background: #f6f8fa; padding: .6em .9em; border-radius: 4px; overflow-x: auto; }
.jp-OutputArea pre { color: #555; white-space: pre-wrap; margin: .3em 0; }
.jp-InputPrompt, .jp-OutputPrompt, .anchor-link { display: none; }
table { border-collapse: collapse; font-size: 14px; margin: .8em 0; }
td, th { border-bottom: 1px solid #ddd; padding: .3em .7em; text-align: left; vertical-align: top; }
math[display="block"] { margin: 1em 0; } summary { cursor: pointer; color: #555; }
nav { font-size: 14px; color: #666; border-bottom: 1px solid #ddd; padding-bottom: .5em; }
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
    pages = []
    for source in sources:
        notebook = nbformat.read(source, as_version=4)
        _newest_words(notebook, NOTEBOOKS / source.name)
        body = page_body(notebook)
        for start in hidden:
            body = body.replace(f"{start}/", "")
        pages.append(_write(folder / f"{source.stem}.html", source.stem, body))
    rows = "".join(f'<li><a href="{page.name}">{page.stem}</a></li>' for page in pages)
    words = (
        "<h1>The notebooks, executed</h1><p>On the bundled sample, with the preset quick, on two "
        "processor cores. The labelling widget and the viewer need a running notebook, so they are "
        f"not in these pages.</p><ol start='1'>{rows}</ol>"
    )
    return [_write(folder / "index.html", "The notebooks, executed", words), *pages]


def _newest_words(executed: nbformat.NotebookNode, source: Path) -> None:
    """Replace the text between cells by that of the source notebook. The batch keeps an executed
    notebook if only its text has changed.
    """
    words = {cell.id: cell.source for cell in nbformat.read(source, as_version=4).cells}
    for cell in executed.cells:
        if cell.cell_type == "markdown":
            cell.source = words.get(cell.id, cell.source)


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
            cell.outputs = [_inlined(output) for output in cell.outputs]
            cell.outputs = [output for output in cell.outputs if output is not None]
        cells.append(cell)
    notebook.cells = cells
    body, _ = HTMLExporter(template_name="basic").from_notebook_node(notebook)
    body = re.sub(r"EQUATION(\d+)END", lambda found: equations[int(found[1])], body)
    body = re.sub(r'href="(\d\d_\w+)\.ipynb"', r'href="\1.html"', body)
    return re.sub(r'href="(\w+\.md[^"]*)"', r'href="../notebooks/\1"', body)


def _inlined(output: nbformat.NotebookNode) -> nbformat.NotebookNode | None:
    """Return an output with its picture as WebP in HTML; None for a widget, which a page cannot
    show.
    """
    data = output.get("data", {})
    if WIDGET in data:
        return None
    for kind in ("image/png", "image/webp"):
        if kind in data:
            content = base64.b64decode(data[kind])
            if kind == "image/png":
                file = io.BytesIO()
                picture = PIL.Image.open(io.BytesIO(content)).convert("RGB")
                picture.save(file, "WEBP", quality=QUALITY, method=6)
                content = file.getvalue()
            source = f"data:image/webp;base64,{base64.b64encode(content).decode()}"
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
