"""Reports of a batch: a web page for each capture, and an index of all captures in the workspace.

Each page is one file that needs no network. It shows the pictures of the executed notebooks, the
scores, the settings with their sources, versions and warnings, and links to the executed notebooks.
All text from a capture is escaped, and no HTML of a notebook is used.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from html import escape
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote

import nbformat
import PIL.Image

from lib.capture.finding import FAIL, LOOK
from lib.workbook.config import load_settings
from lib.workbook.steps import EXECUTED, FILM_STEP, STEPS
from lib.workbook.verdicts import findings_in, outputs_in, score_rows
from lib.workbook.workspace import RUNS, Workspace, atomic, read_json, write_json

Row = tuple[str, str, float, str]  # notebook, outcome, seconds, note
KIND = "report"
WIDTH, THUMBNAIL = 1200, 160  # px of pictures
MOST_WARNINGS = 30
MARKS = {FAIL: "fail:", LOOK: "look at:"}  # of a verdict's findings, those that the page tells
RESULTS = ("head.html", "head.glb", "head.obj", "turntable.mp4")
PACKAGES = ("torch", "numpy", "numba", "papermill")
STYLE = """
body { max-width: 1080px; margin: 2em auto; padding: 0 1em; color: #222;
       font: 15px/1.5 system-ui, sans-serif; }
img { max-width: 100%; } a { color: #1f6feb; } h2 { margin-top: 1.6em; }
table { border-collapse: collapse; font-size: 14px; }
td, th { border-bottom: 1px solid #ddd; padding: .3em .8em; text-align: left; vertical-align: top; }
th { white-space: nowrap; } td img { height: 96px; max-width: none; border-radius: 4px; }
th[data-sort] { cursor: pointer; } th[data-sort]::after { content: " \\2195"; color: #aaa; }
th.up::after { content: " \\2191"; color: #222; }
th.down::after { content: " \\2193"; color: #222; }
.done, .kept { color: #1a7f37; } .FAILED { color: #d1242f; } .not { color: #e07b00; }
figure { margin: 1em 0; } figcaption, .muted { color: #666; } td { overflow-wrap: anywhere; }
summary { cursor: pointer; margin: .4em 0; } .number { text-align: right; }
.name { white-space: nowrap; } .wide { max-width: 1320px; }
"""
# Sorts the table by the column whose head is clicked; numbers by their value, empty cells last.
SCRIPT = """
const heads = document.querySelectorAll("th[data-sort]");
for (const head of heads) head.addEventListener("click", () => {
  const row = head.parentElement, body = row.closest("table").tBodies[0];
  const column = [...row.children].indexOf(head), up = !head.classList.contains("up");
  for (const other of row.children) other.classList.remove("up", "down");
  head.classList.add(up ? "up" : "down");
  const key = (line) => line.children[column].dataset.value ?? line.children[column].textContent;
  const order = (a, b) => {
    const [x, y] = [key(a), key(b)];
    if (!x || !y) return x ? -1 : y ? 1 : 0;
    const way = isNaN(x) || isNaN(y) ? x.localeCompare(y) : x - y;
    return up ? way : -way;
  };
  body.append(...[...body.rows].sort(order));
});
"""


def write_report(capture: Path, parameters: dict, rows: Sequence[Row], start: float) -> Path:
    """Write report.html of a capture's run, and report.json for the index; return the page's path.

    parameters: of the notebooks. rows: the result of each. start: seconds since the epoch.
    """
    space = Workspace(Path(parameters["workspace"]), capture.name, parameters["run"])
    root, scores = space.folder, dict(_scores(space))
    cells = {  # read once: executed notebooks hold their pictures
        step.name: read_cells(path)
        for step in (FILM_STEP, *STEPS)
        if (path := _own(space, f"{EXECUTED}/{step.name}.ipynb"))
    }
    pictures = {name: list(_pictures(found)) for name, found in cells.items()}
    best = scores.get("training 2") or scores.get("training 1") or {}
    write_json(
        root / "report.json",
        KIND,
        {
            "capture": str(capture),
            "subject": capture.name,
            "run": parameters["run"],
            "preset": parameters["preset"],
            "overrides": list(parameters["overrides"]),
            "outcome": _outcome(rows),
            "note": next((row[3] for row in rows if row[1] == "FAILED"), ""),
            "minutes": sum(row[2] for row in rows) / 60 or _minutes_before(root),
            "ended": time.strftime("%Y-%m-%d %H:%M"),
            "psnr": best.get("psnr"),
            "normal_deg_mean": best.get("normal_deg_mean"),
            "thumbnail": _thumbnail(space, pictures),
        },
    )
    began = time.strftime("%Y-%m-%d %H:%M", time.localtime(start))
    body = [
        f"<p class='muted'>{escape(str(capture))}, preset {escape(parameters['preset'])}, "
        f"begun {began}. <a href='{'../' * len(root.relative_to(space.root).parts)}index.html'>"
        "All captures</a></p>",
        _table(("notebook", "outcome", "minutes", ""), _steps(rows, space)),
        "<p>" + " &middot; ".join(_links(space)) + "</p>",
        *_section("Scores, held-out photos", _score_table(scores)),
        *_section("Warnings", _list(_warnings(space, capture, cells))),
        "<h2>Pictures</h2>",
        *(_gallery(name, found) for name, found in reversed(pictures.items())),
        *_section("Settings that differ from the defaults", _settings(capture, parameters)),
        *_section("Versions", f"<p>{escape(_versions(cells))}</p>"),
    ]
    return _write(root / "report.html", capture.name, "\n".join(body))


def write_index(workspace: Path) -> Path:
    """Write WORKSPACE/index.html, a sortable table of all captures that have a report; return its
    path.
    """
    lines, outcomes = [], Counter()
    places = [*workspace.glob("*/report.json"), *workspace.glob(f"*/{RUNS}/*/report.json")]
    for path in sorted(places):
        try:
            found = read_json(path, KIND)
            lines.append(_index_line(found, path.parent.relative_to(workspace)))
            outcomes[found["outcome"]] += 1
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
            continue  # of another version, or not ours
    numbers = "PSNR, dB", "normals, deg", "minutes"
    heads = "", "capture", "outcome", *numbers, "preset", "ended", "why"
    head = "".join(f"<th{' data-sort' if name else ''}>{escape(name)}</th>" for name in heads)
    body = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
    if not lines:
        body = "<p>No capture has a report yet. The batch writes it when a capture's run ends.</p>"
    told = ", ".join(f"{n} {escape(outcome)}" for outcome, n in sorted(outcomes.items()))
    note = (
        f"<p>{escape(str(workspace))}: {told or 'no capture'}. <span class='muted'>Pictures are "
        "renders of held-out frames. Click a head of the table to sort by it.</span></p>"
    )
    return _write(workspace / "index.html", "All captures", note + body, "wide")


def _index_line(found: dict, folder: Path) -> str:
    """Return one capture's line of the index."""
    picture = str(found["thumbnail"])
    image = f"<img alt='' src='{_data(picture)}'>" if picture else ""
    name = escape(found["subject"] + (f" / {found['run']}" if found["run"] else ""))
    link = f"<a href='{_href(folder / 'report.html')}'>{name}</a>"
    numbers = [found["psnr"], found["normal_deg_mean"], found["minutes"]]
    preset = " ".join([found["preset"], *found["overrides"]])
    cells = [
        f"<td>{image}</td><td class='name'>{link}</td>",
        f"<td class='{_class(found['outcome'])}'>{escape(found['outcome'])}</td>",
        *(_number(value) for value in numbers),
        f"<td>{escape(preset)}</td><td class='name'>{escape(found['ended'])}</td>",
        f"<td>{escape(found['note'])}</td>",
    ]
    return f"<tr>{''.join(cells)}</tr>"


def _number(value: object) -> str:
    if not isinstance(value, int | float):
        return "<td data-value=''></td>"
    return f"<td class='number' data-value='{value:.6g}'>{value:.2f}</td>"


def _outcome(rows: Sequence[Row]) -> str:
    """Return "done", or what stopped a run."""
    outcomes = [row[1] for row in rows]
    return next((bad for bad in ("FAILED", "not run") if bad in outcomes), "done")


def _steps(rows: Sequence[Row], space: Workspace) -> Iterator[list[str]]:
    """Yield the lines of the table of notebooks, as HTML."""
    for name, outcome, seconds, note in rows:
        path = _own(space, f"{EXECUTED}/{name}.ipynb")
        shown = escape(name)
        if path:
            shown = f"<a href='{_href(_relative(path, space))}'>{shown}</a>"
        mark = f"<span class='{_class(outcome)}'>{escape(outcome)}</span>"
        yield [shown, mark, f"{seconds / 60:.1f}", escape(note)]


def _minutes_before(root: Path) -> float:
    """Return the minutes of the run that made what is here, where no notebook ran this time."""
    with suppress(ValueError, OSError, KeyError, TypeError):
        return float(read_json(root / "report.json", KIND)["minutes"])
    return 0.0


def _own(space: Workspace, file: str) -> Path | None:
    """Return where this very run has a step's file or folder, or None.

    In notebooks the ordinary run's files stand in for what a named run lacks. In a report they
    would pass for the named run's results.
    """
    path = space.folder / file
    return path if path.exists() else None


def _links(space: Workspace) -> Iterator[str]:
    """Yield links to the results that exist."""
    for name in RESULTS:
        if path := _own(space, f"export/{name}"):
            yield f"<a href='{_href(_relative(path, space))}'>{name}</a>"


def _scores(space: Workspace) -> Iterator[tuple[str, dict]]:
    """Yield (name, scores) of each result that has scores."""
    names = {"stage1": "training 1", "stage2": "training 2", "export": "export"}
    for folder, name in names.items():
        if path := _own(space, f"{folder}/scores.json"):
            try:
                yield name, read_json(path, "scores")
            except ValueError:
                continue  # of an older version: the page does without


def _score_table(scores: dict[str, dict]) -> str:
    if not scores:
        return ""
    rows = [[escape(str(cell)) for cell in row] for row in score_rows([*scores.values()])]
    return _table(("score", *scores, "good"), rows)


def _settings(capture: Path, parameters: dict) -> str:
    """Return the table of settings that differ from the defaults, with their sources."""
    if not capture.is_dir():
        return ""
    try:
        settings = load_settings(capture, parameters["preset"], 2, parameters["overrides"])
    except ValueError as error:
        return f"<p>{escape(str(error))}</p>"
    rows = [[escape(str(cell))[:300] for cell in row] for row in settings.describe()]
    return _table(("setting of the second training", "value", "from"), rows)


def _warnings(space: Workspace, capture: Path, cells: dict[str, list[dict]]) -> list[str]:
    """Return the warnings from making a film's capture and from the inspection, the findings of
    verdicts that are no pass, and what the notebooks printed as errors.
    """
    words = []
    try:
        record = json.loads((capture / "capture.json").read_text("utf-8"))
        words += map(str, record.get("warnings", []))
    except (OSError, ValueError, AttributeError, TypeError, RecursionError):
        pass  # not made from a film
    doubts = [
        (step.number, finding)
        for step in STEPS
        for finding in findings_in(cells.get(step.name, []))
        if finding.mark in MARKS
    ]
    words += [
        f"{number}, {MARKS[finding.mark]} {finding.what}: {finding.found}; {finding.advice}"
        for number, finding in doubts
    ]
    if path := space.find("inspect/report.json"):
        with suppress(ValueError):
            said = {finding.advice for _, finding in doubts}
            found = map(str, read_json(path, "inspection").get("warnings", []))
            words += [word for word in found if word not in said]
    for step in STEPS:
        for output in outputs_in(cells.get(step.name, [])):
            if output.get("name") == "stderr":
                words += [f"{step.number}: {line}" for line in _text(output).splitlines()]
    return [word.strip()[:300] for word in words if word.strip()][:MOST_WARNINGS]


def _versions(cells: dict[str, list[dict]]) -> str:
    """Return the versions that the notebooks printed; if they printed none, those of now."""
    for step in reversed(STEPS):
        for output in outputs_in(cells.get(step.name, [])):
            if line := re.match(r"Python \d.*", _text(output)):
                return line[0]
    return ", ".join(f"{name} {version(name)}" for name in PACKAGES)


def read_cells(path: Path) -> list[dict]:
    """Return the cells of an executed notebook; none if it is damaged."""
    try:
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
    except Exception:  # of a damaged file nbformat promises no type
        return []
    return notebook.cells


def _text(output: dict) -> str:
    return output.get("text", "")


def _pictures(cells: list[dict]) -> Iterator[tuple[str, PIL.Image.Image]]:
    """Yield (heading above it, picture) of an executed notebook's cells."""
    heading = ""
    for cell in cells:
        if cell.get("cell_type") == "markdown":
            found = re.findall(r"^#+ +(.+)$", cell.source, re.M)
            heading = found[-1].strip() if found else heading
        for output in cell.get("outputs", []):
            data = output.get("data", {}).get("image/png")
            if data:
                with suppress(ValueError, OSError):  # no picture, or half of one
                    content = io.BytesIO(base64.b64decode(data))
                    yield heading, PIL.Image.open(content).convert("RGB")


def _gallery(name: str, found: list) -> str:
    """Return the pictures of one notebook as HTML, folded except for the last two notebooks."""
    if not found:
        return ""
    shown = "".join(
        f"<figure><img alt='' src='{_data(_webp(picture, WIDTH))}'>"
        f"<figcaption>{escape(heading)}</figcaption></figure>"
        for heading, picture in found
    )
    is_open = " open" if name[:2] in ("06", "07") else ""
    return f"<details{is_open}><summary>{escape(name)}</summary>{shown}</details>"


def _thumbnail(space: Workspace, pictures: dict[str, list]) -> str:
    """Return a small picture, WebP in base64: a held-out render, or else the first picture."""
    for stage in ("stage2", "stage1"):
        folder = _own(space, f"{stage}/heldout")
        renders = sorted(folder.glob("*.png")) if folder else []
        with suppress(ValueError, OSError, IndexError):  # none, or a damaged one
            with PIL.Image.open(renders[len(renders) // 2]) as picture:
                return _webp(picture.convert("RGB"), THUMBNAIL)
    first = next((found[0][1] for found in pictures.values() if found), None)
    return _webp(first, THUMBNAIL) if first else ""


def _webp(picture: PIL.Image.Image, side: int) -> str:
    """Return a picture as WebP in base64, no larger than side x 4 side."""
    picture = picture.copy()
    picture.thumbnail((side, side if side == THUMBNAIL else 4 * side))
    file = io.BytesIO()
    picture.save(file, "WEBP", quality=80, method=0)
    return base64.b64encode(file.getvalue()).decode()


def _data(picture: str) -> str:
    return "data:image/webp;base64," + re.sub(r"[^A-Za-z0-9+/=]", "", picture)


def _relative(path: Path, space: Workspace) -> Path:
    """Return the link from this run's folder to a file of this run, or of the ordinary run."""
    if path.is_relative_to(space.folder):
        return path.relative_to(space.folder)
    return Path("../..") / path.relative_to(space.ordinary)


def _href(path: Path) -> str:
    """Return a relative link; no file name can turn it into another kind of link."""
    return "./" + quote(path.as_posix())


def _class(outcome: str) -> str:
    return re.sub(r"\W.*", "", outcome)


def _table(head: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of cells that are HTML already."""
    top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table>"


def _list(words: Sequence[str]) -> str:
    items = "".join(f"<li>{escape(word)}</li>" for word in words)
    return f"<ul>{items}</ul>" if items else ""


def _section(title: str, content: str) -> list[str]:
    return [f"<h2>{escape(title)}</h2>", content] if content else []


def _write(path: Path, title: str, body: str, kind: str = "") -> Path:
    """Write a page that may load nothing and run no script but its own."""
    digest = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    own = f"style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    policy = f"default-src 'none'; img-src data:; {own}"
    with atomic(path) as temporary:
        temporary.write_text(
            '<!doctype html><html lang="en"><head><meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
            '<meta name="viewport" content="width=device-width">'
            f"<title>{escape(title)}</title><style>{STYLE}</style></head><body class='{kind}'>"
            f"<h1>{escape(title)}</h1>{body}<script>{SCRIPT}</script></body></html>",
            encoding="utf-8",
        )
    return path
