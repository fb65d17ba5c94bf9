"""The labelling notebook in JupyterLab and a real browser: every gesture reaches the file, and
comes back from it.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import cv2
import nbformat
import numpy as np
import pytest

from lib.export.assets import write_head
from lib.label.paint import polygon_mask
from lib.label.picks import read_picks
from lib.mesh.extract import Mesh

ROOT = Path(__file__).resolve().parents[1]
SAMPLE, SHOTS = ROOT / "data" / "sample_head", ROOT / "tests" / "artefacts"
NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((path for name in NAMES if (path := shutil.which(name))), None)
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium: INSTALL_CHROMIUM=1 make test installs Debian's"
)


def scanned_face() -> tuple[Mesh, dict[str, np.ndarray]]:
    """The bundled head as seen from ahead, as a mesh with UV and its maps: what stage 1 would hand
    over.
    """
    truth = np.load(SAMPLE / "gt" / "heldout" / "00022.npz")
    on, position = truth["part"] >= 0, truth["position"].astype(np.float32)
    height, width = on.shape
    number = np.arange(on.size).reshape(on.shape)
    a, b, c, d = number[:-1, :-1], number[:-1, 1:], number[1:, 1:], number[1:, :-1]
    faces = np.concatenate(
        [np.stack([a, d, b], -1).reshape(-1, 3), np.stack([b, d, c], -1).reshape(-1, 3)]
    )
    corners = position.reshape(-1, 3)[faces]
    longest = np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2).max(1)
    v, u = np.indices(on.shape)
    mesh = Mesh(position.reshape(-1, 3), faces)
    mesh.v_uv = np.stack([(u.ravel() + 0.5) / width, 1 - (v.ravel() + 0.5) / height], 1).astype(
        np.float32
    )
    mesh = mesh.keep(on.ravel()[faces].all(1) & (longest < 0.1))
    mesh.v_nrm = mesh.normals()
    diffuse = cv2.resize(truth["albedo"].astype(np.float32) / 255, (512, 512))
    flat, up = (
        np.full((512, 512, 1), 0.4, np.float32),
        np.zeros((512, 512, 3), np.float32) + [0, 0, 1],
    )
    return mesh, {
        "diffuse": diffuse,
        "specular": flat,
        "roughness": flat,
        "normal": up.astype(np.float32),
        "mask": np.ones((512, 512), bool),
    }


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with the sample without its picks, a workspace as after notebook 03, and notebook 04
    set to both.
    """
    root = tmp_path_factory.mktemp("lab")
    capture, first = root / "head", root / "workspace" / "head" / "export1"
    shutil.copytree(
        SAMPLE, capture, ignore=shutil.ignore_patterns("eye_picks.json", "gt", "?eye_mask")
    )
    first.mkdir(parents=True)
    write_head(first, "head", *scanned_face())
    notebook = nbformat.read(ROOT / "notebooks" / "04_pick_eyes.ipynb", as_version=4)
    (cell,) = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
    cell.source += f'\ncapture, workspace = "{capture}", "{root / "workspace"}"'
    nbformat.write(notebook, root / "label.ipynb")
    return root


@contextmanager
def server(place, program):
    """Address of a Jupyter of its own on that folder. program: "lab" or "notebook"."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folders = {
        f"JUPYTER{name}": str(place / ".jupyter" / name.strip("_").lower())
        for name in (
            "_CONFIG_DIR",
            "_DATA_DIR",
            "_RUNTIME_DIR",
            "LAB_SETTINGS_DIR",
            "LAB_WORKSPACES_DIR",
        )
    }
    quiet = Path(folders["JUPYTERLAB_SETTINGS_DIR"]) / "@jupyterlab" / "apputils-extension"
    quiet.mkdir(parents=True, exist_ok=True)
    (quiet / "notification.jupyterlab-settings").write_text('{"fetchNews": "false"}')
    command = [
        sys.executable,
        "-m",
        "jupyter",
        program,
        "--no-browser",
        "--allow-root",
        "--ip=127.0.0.1",
        f"--port={port}",
        "--port-retries=0",
        "--IdentityProvider.token=eyes",
        f"--ServerApp.root_dir={place}",
        f"--{'LabApp' if program == 'lab' else 'JupyterNotebookApp'}.expose_app_in_browser=True",
    ]
    environment = os.environ | folders | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    with open(place / f"{program}.log", "w") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=place)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(120):
            try:
                urllib.request.urlopen(f"{address}/api?token=eyes", timeout=1)
                break
            except OSError:
                assert process.poll() is None, (place / f"{program}.log").read_text()[-2000:]
                time.sleep(0.5)
        yield address
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture(scope="module")
def lab(place):
    """Address of a JupyterLab on that folder."""
    with server(place, "lab") as address:
        yield address


@contextmanager
def browser_page(profile: Path, width=1400, height=1000, zoom=1.0):
    """A page of a fresh Chromium; zoom 2 is what 200% of browser zoom is to a page."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            str(profile),
            executable_path=CHROMIUM,
            args=FLAGS,
            device_scale_factor=zoom,
            viewport={"width": int(width / zoom), "height": int(height / zoom)},
        )
        page = context.pages[0]
        page.errors, page.asked = [], set()
        page.on(
            "pageerror",
            lambda error: page.errors.extend(filter(thrown_by_the_widget, [error.stack])),
        )
        page.on("request", lambda request: page.asked.add(request.url.split("/")[2].split(":")[0]))
        yield page
        context.close()


def thrown_by_the_widget(stack: str) -> bool:
    """Whether an error began outside of Jupyter's own scripts (Notebook 7.6 throws one as it
    starts).
    """
    return not any(
        part in line
        for line in stack.splitlines()[1:2]
        for part in ("/static/lab/", "/static/notebook/")
    )


def shot(page, name):
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(SHOTS / f"eyes_{name}.png"))


IDLE = "window.jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"


def open_notebook(page, address, path="lab/tree"):
    page.goto(f"{address}/{path}/label.ipynb?token=eyes&reset")
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60000)
    page.wait_for_function(IDLE, timeout=60000)


def run_all(page):
    page.evaluate("window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')")
    page.wait_for_selector(".eye-root", state="detached")
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    wait_for_widget(page)
    page.wait_for_function(IDLE, timeout=60000)


def wait_for_widget(page):
    page.wait_for_selector(".eye-root", timeout=180000)
    page.locator(".eye-main").scroll_into_view_if_needed()
    wait_for(page, "view.ready")


def wait_for(page, condition):
    page.wait_for_function(
        "() => { const view = JSON.parse(document.querySelector('.eye-root').dataset.view || '{}');"
        f"return view.ready && {condition}; }}",
        timeout=60000,
    )
    page.wait_for_timeout(400)


def view(page) -> dict:
    return json.loads(page.locator(".eye-root").get_attribute("data-view"))


def at(page, photo) -> tuple[float, float]:
    """Where on the screen a photo's pixel is."""
    now, box = view(page), page.locator(".eye-main").bounding_box()
    return box["x"] + photo[0] * now["scale"] + now["x"], box["y"] + photo[1] * now["scale"] + now[
        "y"
    ]


def drag(page, start, end, steps=10):
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=steps)
    page.mouse.up()
    page.wait_for_timeout(700)


def click(page, name):
    page.click(f'.eye-root [data-name="{name}"]')
    page.wait_for_timeout(400)


def region(picks, frame, side, size=(512, 384)):
    return polygon_mask(picks.frames[frame][side].region, size, (0, 0), 0.5)


@pytest.fixture
def file(place):
    path = place / "workspace" / "head" / "eyes" / "picks.json"
    return lambda: read_picks(path)


def test_a_person_corrects_the_proposal(lab, place, file):
    with browser_page(place / "profile") as page:
        open_notebook(page, lab)
        run_all(page)
        shot(page, "1_proposal")
        proposed, frame = file(), view(page)["frame"]
        assert proposed.missing() == [] and "region" in proposed.frames[frame]["left"].auto

        # Drag a landmark: it lands where the pointer let go, and is no proposal any more.
        start = proposed.frames[frame]["left"].landmarks["iris_outer"]
        click(page, "side-left")
        drag(page, at(page, start), at(page, start + [3.0, 1.5]))
        moved = file().frames[frame]["left"]
        assert np.abs(moved.landmarks["iris_outer"] - start - [3.0, 1.5]).max() < 0.3
        assert "iris_outer" not in moved.auto and "iris_inner" in moved.auto
        shot(page, "2_landmark_dragged")

        # Undo by keyboard, redo by button.
        page.keyboard.press("Control+z")
        page.wait_for_timeout(700)
        assert np.allclose(file().frames[frame]["left"].landmarks["iris_outer"], start, atol=1e-3)
        click(page, "redo")
        assert (
            np.abs(file().frames[frame]["left"].landmarks["iris_outer"] - start - [3.0, 1.5]).max()
            < 0.3
        )

        # Paint, then erase part of it, on the other eye.
        click(page, "side-right")
        click(page, "clear")
        assert file().frames[frame]["right"].region == []
        page.keyboard.press("b")
        page.fill('.eye-root [data-name="radius"]', "3")
        middle = np.mean(list(proposed.frames[frame]["right"].landmarks.values()), axis=0)
        drag(page, at(page, middle - [6, 0]), at(page, middle + [6, 0]))
        painted = region(file(), frame, "right")
        y, x = (np.indices(painted.shape) + 0.5) / 2
        line = np.hypot(x - np.clip(x, middle[0] - 6, middle[0] + 6), y - middle[1]) <= 3
        assert (painted & line).sum() > 0.95 * (painted | line).sum()
        shot(page, "3_painted")
        page.keyboard.press("e")
        drag(page, at(page, middle), at(page, middle + [0.1, 0]))
        erased = region(file(), frame, "right")
        hole = np.hypot(x - middle[0], y - middle[1]) <= 3
        assert not erased[hole & (np.hypot(x - middle[0], y - middle[1]) < 2.5)].any()
        assert np.array_equal(
            erased[~(np.hypot(x - middle[0], y - middle[1]) < 3.5)],
            painted[~(np.hypot(x - middle[0], y - middle[1]) < 3.5)],
        )
        shot(page, "4_erased")

        # Zoom by wheel about the pointer, pan by a right drag: the photo's pixel stays under the
        # pointer.
        before, point = view(page), at(page, middle)
        page.mouse.move(*point)
        page.evaluate("document.activeElement.blur()")
        page.mouse.wheel(0, -1)  # the widget has no focus: this is the page's
        page.wait_for_timeout(300)
        assert view(page)["scale"] == before["scale"]
        page.evaluate("document.querySelector('.eye-root').focus({preventScroll: true})")
        before, point = view(page), at(page, middle)
        page.mouse.move(*point)
        page.mouse.wheel(0, -400)
        page.wait_for_timeout(300)
        assert view(page)["scale"] > 1.3 * before["scale"] and np.allclose(
            at(page, middle), point, atol=1.5
        )
        page.mouse.down(button="right")
        page.mouse.move(point[0] + 60, point[1] + 40, steps=4)
        page.mouse.up(button="right")
        assert np.allclose(at(page, middle), np.add(point, [60, 40]), atol=2.5)
        shot(page, "5_zoomed_and_panned")

        # Another photo: what was marked shows there too. A polygon by five clicks.
        page.keyboard.press("ArrowRight")
        wait_for(page, f"view.frame != '{frame}'")
        second = view(page)["frame"]
        click(page, "clear")
        click(page, "tool-polygon")
        # In zoomed-in pixels, about the middle of what is shown.
        box, now = page.locator(".eye-main").bounding_box(), view(page)
        center = np.array(
            [
                (box["width"] / 2 - now["x"]) / now["scale"],
                (box["height"] / 2 - now["y"]) / now["scale"],
            ]
        )
        corners = center + np.array([[-8, 0], [0, -4], [8, 0], [5, 4], [-5, 4]])
        for corner in corners:
            page.mouse.click(*at(page, corner))
        page.keyboard.press("Enter")
        page.wait_for_timeout(700)
        (polygon,) = file().frames[second]["right"].region
        assert np.abs(polygon - corners).max() < 0.3
        shot(page, "6_polygon")

        # Reload the page: the widget comes back as it was. Run all cells again: the picks are read
        # from the file.
        kept = file()
        page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
        page.wait_for_timeout(1500)
        open_notebook(page, lab)
        wait_for_widget(page)
        assert view(page)["frame"] == second
        run_all(page)
        again = file()
        assert json.dumps(again, default=vars_of) == json.dumps(kept, default=vars_of)
        page.select_option('.eye-root [data-name="frame"]', second)
        wait_for(page, f"view.frame == '{second}'")
        click(page, "side-right")
        shot(page, "7_reloaded")

        # The map of the mesh is labelled like a photo.
        page.select_option('.eye-root [data-name="frame"]', "map")
        wait_for(page, "view.frame == 'map'")
        click(page, "tool-point")
        box = page.locator(".eye-main").bounding_box()
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(700)
        assert file().map["right"].landmarks and file().map_mesh
        shot(page, "8_map")
        assert page.errors == []


def vars_of(value):
    return (
        sorted(value)
        if isinstance(value, set)
        else value.tolist()
        if isinstance(value, np.ndarray)
        else vars(value)
    )


def corrects_a_landmark(page, file, picture):
    """Runs the notebook, drags one landmark, and sees it in the file; nothing was asked of another
    machine.
    """
    run_all(page)
    frame = view(page)["frame"]
    start = file().frames[frame]["left"].landmarks["corner_outer"]
    page.keyboard.press("Escape")
    click(page, "side-left")
    click(page, "tool-point")
    page.evaluate("document.querySelector('.eye-main').scrollIntoView({block: 'center'})")
    page.wait_for_timeout(400)
    drag(page, at(page, start), at(page, start + [-2.0, 1.0]))
    shot(page, picture)
    assert (
        np.abs(file().frames[frame]["left"].landmarks["corner_outer"] - start - [-2.0, 1.0]).max()
        < 0.3
    )
    # A mark that is far off is no green "complete", and the tint lets the iris show.
    drag(page, at(page, start + [-2.0, 1.0]), at(page, start + [-2.0, 13.0]))
    verdict = page.locator(".eye-missing")
    assert "done" not in verdict.get_attribute("class").split()
    assert "look again" in verdict.inner_text() and "left corner outer" in verdict.inner_text()
    assert float(page.locator('.eye-root [data-name="opacity"]').input_value()) <= 0.2
    assert page.errors == [] and page.asked == {"127.0.0.1"}


def test_it_works_at_200_percent(lab, place, file):
    with browser_page(place / "profile2", zoom=2.0) as page:
        open_notebook(page, lab)
        corrects_a_landmark(page, file, "9_at_200_percent")


@pytest.mark.skipif(
    not importlib.util.find_spec("notebook"), reason="needs Notebook 7: pip install notebook"
)
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_it_works_in_notebook_7(place, file, zoom):
    with (
        server(place, "notebook") as address,
        browser_page(place / f"profile_nb{zoom:.0f}", zoom=zoom) as page,
    ):
        open_notebook(page, address, "notebooks")
        corrects_a_landmark(page, file, f"notebook7_at_{100 * zoom:.0f}_percent")
