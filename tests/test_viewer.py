"""The viewer in a real browser shows what `relight` computes, and every gesture does what it
says.
"""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

import av
import cv2
import nbformat
import numpy as np
import pytest
from test_browser import CHROMIUM, FLAGS, IDLE, SAMPLE, SHOTS, scanned_face, server

from lib.capture.cameras import read_cameras
from lib.export.assets import write_head
from lib.export.panoramas import painted, read_panorama
from lib.export.relight import Environment, relight
from lib.export.turntable import write_turntable
from lib.export.viewer import BUNDLE, Shot, packed, plain_eye, view, write_html
from lib.mesh.extract import Mesh
from lib.train.scores import psnr

WEBGL = "--use-angle=swiftshader --enable-unsafe-swiftshader --ignore-gpu-blocklist".split()
in_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium: INSTALL_CHROMIUM=1 make test installs Debian's"
)
FRAME, GAMMA = "00022", 2.2
UP, FRONT = np.array([0.0, -1, 0]), np.array([0.0, 0, -1])


def toy_parts() -> dict:
    """The bundled head as one photo sees it, with maps that vary, and two eyeballs in its
    sockets.
    """
    truth = np.load(SAMPLE / "gt" / "heldout" / f"{FRAME}.npz")
    mesh, maps = scanned_face()
    size = maps["diffuse"].shape[:2]
    # Where the photo sees an eye there is no head: the eyeball shows.
    height, width = truth["part"].shape
    column, row = ((mesh.v_uv * [1, -1] + [0, 1]) * [width, height] - 0.5).T
    part = truth["part"][np.round(row).astype(int), np.round(column).astype(int)]
    mesh = mesh.keep((part[mesh.t_pos_idx] < 2).all(1))
    mesh.v_nrm = mesh.normals()
    wave = np.sin(np.arange(size[0]) / 9)[:, None, None] * np.ones((*size, 1), np.float32)
    normal = cv2.resize(truth["normal"].astype(np.float32) / 127, size[::-1])
    normal /= np.maximum(np.linalg.norm(normal, axis=-1, keepdims=True), 1e-6)
    maps |= {"specular": 0.45 + 0.3 * wave, "roughness": 0.4 - 0.15 * wave, "normal": normal}
    maps["mask"] = cv2.resize((truth["part"] >= 0).astype(np.uint8), size[::-1]) > 0
    eyes = json.loads((SAMPLE / "gt.json").read_text())["eyes"]
    return {"head": (mesh, maps)} | {
        f"{side}_eye": plain_eye(np.array(eyes[key]["center"]), eyes[key]["radius"], FRONT, UP)
        for side, key in (("left", "leye"), ("right", "reye"))
    }


def toy_shot() -> Shot:
    """The photo of that frame under its flash and some room light, through a bent tone curve."""
    truth, cameras = json.loads((SAMPLE / "gt.json").read_text()), read_cameras(SAMPLE)
    image = cv2.imread(str(SAMPLE / "image" / f"{FRAME}.png"))[..., ::-1]
    c2w = cameras.c2w[cameras.names.index(FRAME)]
    rng = np.random.default_rng(1)
    room = (rng.normal(0, 0.5, (9, 3)) + [[1.0]] * 9, rng.normal(0, 0.5, 9), 0.1)
    flash = np.array(truth["flash_rgb"])
    return Shot(FRAME, np.ascontiguousarray(image), c2w, cameras.K, c2w[:3, 3], flash, room)


@pytest.fixture(scope="module")
def head():
    return toy_parts(), toy_shot()


# ---- without a browser ----------------------------------------------------------------------


def test_the_bundle_is_built_from_the_committed_sources():
    web = BUNDLE.parent / "web"
    sources = [web / "package.json", *sorted([*web.glob("*.css"), *web.glob("*.js")])]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]
    text = BUNDLE.read_text(encoding="utf-8")
    assert digest in text[:200], "run lib/export/web/build.sh and commit viewer.bundle.js"
    assert "The MIT License" in text[:500] and len(text.encode()) < 1 << 20


def test_a_full_head_with_maps_of_1024_px_fits_in_a_mail(tmp_path):
    n, size = 224, 1024
    v, u = np.indices((n, n)) / (n - 1)
    rng = np.random.default_rng(0)
    v_pos = np.stack([u, v, 0.1 * rng.random((n, n))], -1).reshape(-1, 3)
    i = np.arange(n * n).reshape(n, n)
    a, b, c, d = (x.ravel() for x in (i[:-1, :-1], i[:-1, 1:], i[1:, 1:], i[1:, :-1]))
    faces = np.concatenate([np.stack([a, d, b], 1), np.stack([b, d, c], 1)])
    assert len(faces) > 99_000
    mesh = Mesh(v_pos, faces, v_uv=np.stack([u, 1 - v], -1).reshape(-1, 2))
    soft = {key: rng.random((size, size, k), np.float32) for key, k in (("diffuse", 3),)}
    soft |= {key: rng.random((size, size, 1), np.float32) for key in ("specular", "roughness")}
    soft["normal"] = np.dstack([rng.normal(0, 0.05, (size, size, 2)), np.ones((size, size))])
    maps = {key: cv2.blur(x, (3, 3)).reshape(x.shape) for key, x in soft.items()}
    path = write_html(tmp_path / "head.html", {"head": (mesh, maps)}, [toy_shot()] * 6)
    assert path.stat().st_size < 12e6


def test_parts_without_maps_and_photos_are_plain(head):
    mesh = head[0]["head"][0]
    made = packed({"head": (mesh, {})}, environments={"mine": np.ones((4, 8, 3))})
    assert made.header["shots"] == [] and made.header["parts"][0]["maps"] == {}
    assert [entry["name"] for entry in made.header["environments"]] == [*painted(), "mine"]
    with pytest.raises(ValueError, match="'mine'.*panorama"):
        packed({"head": (mesh, {})}, environments={"mine": np.ones((4, 4, 3))})


def test_panoramas_are_read_and_wrong_ones_are_named(tmp_path):
    image = np.zeros((8, 16, 3), np.float32)
    image[2, 3] = 4, 2, 1
    cv2.imwrite(str(tmp_path / "room.hdr"), image[..., ::-1])
    np.testing.assert_allclose(read_panorama(tmp_path / "room.hdr"), image, rtol=0.01)
    cv2.imwrite(str(tmp_path / "square.hdr"), image[:, :8])
    with pytest.raises(ValueError, match="square.hdr.*twice as wide.*8 x 8"):
        read_panorama(tmp_path / "square.hdr")
    (tmp_path / "cut.exr").write_bytes(b"v/1\x01")
    for name, words in (("cut.exr", "RGB"), ("none.hdr", "no such file"), ("a.png", ".hdr or")):
        with pytest.raises(ValueError, match=f"{name}.*{words}"):
            read_panorama(tmp_path / name)


@pytest.mark.parametrize("name", ["turn.mp4", "turn.gif"])
def test_a_turntable_is_a_film_that_plays(tmp_path, name):
    frames = [np.full((33, 48, 3), 20 * k, np.uint8) for k in range(10)]
    with av.open(str(write_turntable(tmp_path / name, frames, fps=10))) as film:
        grey = [frame.to_ndarray(format="rgb24").mean() for frame in film.decode(video=0)]
    np.testing.assert_allclose(grey, [20 * k for k in range(10)], atol=4)
    with pytest.raises(ValueError, match=r"turn.avi.*\.mp4"):
        write_turntable(tmp_path / "turn.avi", frames)


# ---- one HTML file, opened from disk without a network --------------------------------------


class Page:
    """A page that shows the viewer, and what a person does to it."""

    def __init__(self, page):
        self.page, self.errors, self.asked = page, [], set()
        page.on("pageerror", lambda error: self.errors.append(error.stack))
        page.on("request", lambda request: self.asked.add(request.url.split(":")[0]))

    def wait(self, condition="true"):
        self.page.wait_for_function(
            "() => { const view = JSON.parse(document.querySelector('.hv-root')?.dataset.view"
            f" || '{{}}'); return view.drawn > 0 && {condition}; }}",
            timeout=90000,
        )

    @property
    def view(self) -> dict:
        return json.loads(self.page.locator(".hv-root").get_attribute("data-view"))

    def canvas(self) -> np.ndarray:
        """(H, W, 3) uint8 of the canvas, as the screenshot button saves it."""
        data = self.page.evaluate(
            "async () => { const blob = await document.querySelector('.hv-root').viewer.picture();"
            "return await new Promise((done) => { const reader = new FileReader();"
            "reader.onload = () => done(reader.result.split(',')[1]); reader.readAsDataURL(blob);"
            "}); }"
        )
        return cv2.imdecode(np.frombuffer(base64.b64decode(data), np.uint8), 1)[..., ::-1]

    def inside(self, image=None) -> np.ndarray:
        """The part of the canvas that the photo's frame covers."""
        frame = self.view["frame"]
        x, y, w, h = (round(frame[key]) for key in ("x", "y", "width", "height"))
        return (self.canvas() if image is None else image)[y : y + h, x : x + w]

    def set(self, name, value):
        self.page.locator(f'.hv-root [data-name="{name}"]').evaluate(
            "(node, value) => { node.value = value;"
            "node.dispatchEvent(new Event('input')); node.dispatchEvent(new Event('change')); }",
            value,
        )

    def click(self, name):
        self.page.click(f'.hv-root [data-name="{name}"]')

    def on_canvas(self, at) -> np.ndarray:
        """Where on the page a place on the canvas is."""
        box = self.page.locator(".hv-canvas").bounding_box()
        return np.array([box["x"], box["y"]]) + at

    def drag(self, start, end):
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=4)
        self.page.mouse.up()
        self.page.wait_for_timeout(150)

    def shot(self, name):
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.wait_for_timeout(200)
        self.page.screenshot(path=str(SHOTS / f"viewer_{name}.png"))


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("no Chromium")
    from playwright.sync_api import sync_playwright

    flags = [flag for flag in FLAGS if flag != "--disable-gpu"] + WEBGL
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def file(head, tmp_path_factory):
    path = tmp_path_factory.mktemp("mail") / "head.html"
    return write_html(path, head[0], [head[1]], title="toy head")


@pytest.fixture(scope="module")
def opened(browser, file):
    """The file in a browser whose network is off; its canvas is as high as the photo."""
    context = browser.new_context(offline=True, viewport={"width": 760, "height": 556})
    made = Page(context.new_page())
    made.page.goto(file.as_uri())
    made.wait()
    yield made
    assert made.errors == [] and made.asked <= {"file", "data", "blob"}
    context.close()


@pytest.fixture
def page(opened):
    """The opened file as it was at first."""
    opened.page.keyboard.press("Escape")
    opened.page.locator(".hv-root").focus()
    opened.page.keyboard.press("1")
    opened.page.keyboard.press("0")
    for name, value in (("exposure", "0"), ("tone", "photo"), ("show", "shaded"), ("angle", "0")):
        opened.set(name, value)
    opened.click("ahead")
    opened.wait("view.atPhoto && view.light == 'flash'")
    return opened


def encoded(linear: np.ndarray) -> np.ndarray:
    return np.clip(linear, 0, 1) ** (1 / GAMMA)


def computed(parts, shot, size, **light) -> np.ndarray:
    """`relight` of the parts as a photo of that size."""
    K = shot.K * np.array([[size[1] / shot.image.shape[1]], [size[0] / shot.image.shape[0]], [1]])
    return encoded(relight(list(parts.values()), shot.c2w, K, size, **light))


@in_browser
def test_flash_matches_relight_beside_the_photo(page, head):
    parts, shot = head
    shown = page.inside() / 255
    size = shown.shape[:2]
    ours = computed(
        parts,
        shot,
        size,
        light_position=shot.light_position,
        light_rgb=shot.light_rgb,
        ambient=shot.ambient,
        shadows=False,
    )
    photo = cv2.resize(shot.image, size[::-1], interpolation=cv2.INTER_AREA) / 255
    where = ours.max(-1) > 0.02
    assert psnr(shown, ours, where) > 34
    assert abs(psnr(shown, photo, where) - psnr(ours, photo, where)) < 0.7
    page.shot("1_flash")
    page.click("compare")
    page.wait("view.compare")
    box = page.page.locator('[data-name="divider"]').bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.drag((x, y), (x + 60, y))
    assert (
        abs(page.page.locator('[data-name="divider"]').bounding_box()["x"] - box["x"] - 60) <= 1.5
    )
    page.shot("2_photo_over_render")
    page.click("compare")


@in_browser
def test_orbit_zoom_and_back_to_the_photo(page, head):
    start, before = np.array(page.view["position"]), page.canvas()
    page.drag((150, 400), (250, 370))
    turned = page.view
    assert not turned["atPhoto"] and np.linalg.norm(turned["position"] - start) > 0.5
    middle = head[1].c2w[:3, 3]
    assert np.allclose(start, middle, atol=1e-6)
    page.shot("3_orbit")
    page.page.keyboard.press("ArrowLeft")
    page.page.mouse.wheel(0, -300)
    page.wait(f"view.position[0] != {turned['position'][0]}")
    page.click("reset")
    page.wait("view.atPhoto")
    assert np.allclose(page.view["position"], start)
    assert np.abs(page.canvas().astype(int) - before).max() <= 1


@in_browser
def test_the_highlight_follows_the_dragged_lamp(page, head):
    page.page.keyboard.press("2")
    page.wait("view.light == 'lamp'")

    def highlight():  # the middle of the brightest pixels, dark enough that none is clipped
        page.set("exposure", "-2.5")
        grey = page.inside().astype(np.float32).sum(-1)
        page.set("exposure", "0")
        return np.argwhere(grey >= np.quantile(grey, 0.997)).mean(0)[::-1]

    def place():
        lamp = page.page.locator('[data-name="lamp"]')
        lamp.wait_for()
        box = lamp.bounding_box()
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    page.drag(place(), (130, 200))
    left, at_left = highlight(), page.view["lamp"]
    page.shot("4_lamp_from_the_left")
    page.drag(place(), (370, 200))
    right, at_right = highlight(), page.view["lamp"]
    page.shot("5_lamp_from_the_right")
    assert at_right[0] - at_left[0] > 0.3 and right[0] - left[0] > 25
    parts, shot = head
    shown, now = page.inside() / 255, page.view
    ours = computed(
        parts,
        shot,
        shown.shape[:2],
        light_position=np.array(now["lamp"]),
        light_rgb=np.array(now["lampRgb"]),
        ambient=shot.ambient,
    )
    assert psnr(shown, ours, ours.max(-1) > 0.02) > 25  # shadows' rims are smoother here
    box = page.page.locator('[data-name="pad"]').bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.drag((x, y), (x, y - 20))
    assert page.view["lamp"][1] < -0.5  # up is -y


@in_browser
def test_a_turned_environment_lights_another_side(page, head):
    page.page.keyboard.press("3")
    parts, shot = head
    up, fronts = -shot.c2w[:3, 1], []
    for angle in (0, 110):
        page.set("angle", str(angle))
        page.wait(f"Math.abs(view.angle - {np.radians(angle)}) < 1e-3")
        shown = page.inside() / 255
        axes = page.page.evaluate(
            "document.querySelector('.hv-root').viewer.shared.panorama_axes.value.toArray()"
        )
        fronts.append(np.array(axes).reshape(3, 3).T[2])
        light = Environment(painted()["Room with three windows"], fronts[-1], up)
        ours = computed(parts, shot, shown.shape[:2], environment=light)
        assert psnr(shown, ours, computed_mask(parts, shot, shown.shape[:2])) > 32
        page.shot(f"6_environment_at_{angle}")
    assert np.allclose(fronts[0] @ fronts[1], np.cos(np.radians(110)), atol=1e-3)
    assert fronts[0] @ shot.c2w[:3, 2] < -0.9  # at first it is what the face looks at


def computed_mask(parts, shot, size):
    white = Environment(np.ones((8, 16, 3), np.float32), FRONT, UP)
    return computed(parts, shot, size, environment=white).min(-1) > 0.02


@in_browser
def test_a_panorama_that_a_person_opens_lights_the_head(page, tmp_path):
    page.page.keyboard.press("3")
    image = np.full((16, 32, 3), 0.02, np.float32)
    image[4:10, 14:18] = 30, 1, 1
    cv2.imwrite(str(tmp_path / "red.hdr"), image[..., ::-1])
    page.page.set_input_files('[data-name="panorama-file"]', tmp_path / "red.hdr")
    page.wait("view.environment == 'red'")
    red, green, _ = page.inside().reshape(-1, 3).mean(0)
    assert red > 2 * green
    (tmp_path / "broken.exr").write_bytes(b"no picture")
    page.page.set_input_files('[data-name="panorama-file"]', tmp_path / "broken.exr")
    page.page.wait_for_function(
        "document.querySelector('.hv-note').textContent.startsWith('broken.exr: expected')"
    )
    page.set("environment", "Overcast sky")
    page.wait("view.environment == 'Overcast sky'")


@in_browser
def test_a_dragged_eye_turns_both(page, head):
    before = page.inside().astype(int)
    shot = head[1]
    center = json.loads((SAMPLE / "gt.json").read_text())["eyes"]["leye"]["center"]
    p = (np.array(center) - shot.c2w[:3, 3]) @ shot.c2w[:3, :3]
    frame = page.view["frame"]
    at = (shot.K[:2, :2] @ p[:2] / p[2] + shot.K[:2, 2]) * frame["scale"] + [frame["x"], frame["y"]]
    at = page.on_canvas(at)
    page.drag(at, at + [6, 0])
    assert page.view["atPhoto"] and np.linalg.norm(page.view["gaze"]) > 0.1
    changed = np.abs(page.inside() - before).max(-1) > 12
    columns = np.flatnonzero(changed.any(0))
    share = changed.mean()
    assert 0 < share < 0.03  # the eyes alone, and both of them
    middle = changed.shape[1] / 2
    assert columns.min() < middle < columns.max()
    page.shot("7_gaze")


@in_browser
def test_views_and_switches_change_the_picture(page):
    plain, seen = page.inside().astype(int), {}
    for show in ("diffuse", "specular", "roughness", "normals", "checker"):
        page.set("show", show)
        seen[show] = page.inside().astype(int)
    page.shot("8_checker")
    page.set("show", "shaded")
    for name in ("map-diffuse", "map-specular", "map-roughness", "map-normal", "eyes", "wireframe"):
        page.click(name)
        seen[name] = page.inside().astype(int)
        page.click(name)
    for name, value in (("exposure", "1"), ("tone", "aces"), ("background", "grey")):
        page.set(name, value)
        seen[name] = page.inside().astype(int)
        page.set(name, {"exposure": "0", "tone": "photo", "background": "black"}[name])
    page.set("opacity", "0.4")
    seen["opacity"] = page.inside().astype(int)
    page.shot("9_eyes_inside_the_head")
    page.set("opacity", "1")
    for name, image in seen.items():
        assert np.abs(image - plain).max() > 8, name
    assert np.abs(page.inside() - plain).max() <= 1
    # One step of exposure doubles the light: linear values beside each other.
    dark = (plain > 20) & (plain < 120)
    ratio = (seen["exposure"][dark] / plain[dark]) ** GAMMA
    assert abs(np.median(ratio) - 2) < 0.1


@in_browser
def test_screenshot_turntable_and_help(page):
    with page.page.expect_download() as saved:
        page.page.keyboard.press("s")
    assert saved.value.suggested_filename == "toy head.png"
    page.page.keyboard.press("?")
    page.page.wait_for_selector(".hv-help:visible")
    page.shot("10_help")
    page.page.keyboard.press("?")
    film = page.page.evaluate(
        "async () => { const film = await document.querySelector('.hv-root').viewer.turntable(3);"
        "return [film.blob.size, film.extension]; }"
    )
    assert film[0] > 5000 and film[1] in ("mp4", "webm")


@in_browser
@pytest.mark.parametrize(("zoom", "width"), [(2.0, 1280), (1.0, 420)])
def test_it_fits_other_screens(browser, file, zoom, width):
    context = browser.new_context(
        offline=True,
        device_scale_factor=zoom,
        viewport={"width": int(width / zoom), "height": int(860 / zoom)},
    )
    small = Page(context.new_page())
    small.page.goto(file.as_uri())
    small.wait()
    small.shot(f"11_{width}_px_at_{100 * zoom:.0f}_percent")
    overflow = small.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    hidden = small.page.evaluate(
        "[...document.querySelectorAll('.hv-bar button')].filter((node) => {"
        "const box = node.getBoundingClientRect();"
        "return box.right > window.innerWidth + 1 || box.left < -1; }).length"
    )
    assert overflow <= 0 and hidden == 0 and small.errors == []
    context.close()


@in_browser
def test_fingers_turn_zoom_and_move_the_head(browser, file):
    context = browser.new_context(
        offline=True, has_touch=True, viewport={"width": 760, "height": 556}
    )
    made = Page(context.new_page())
    made.page.goto(file.as_uri())
    made.wait()
    fingers = context.new_cdp_session(made.page)

    def swipe(starts, ends):
        """All fingers from their starts to their ends (N, 2), canvas px."""
        starts, ends = (np.array([made.on_canvas(at) for at in x]) for x in (starts, ends))
        for kind, share in (("touchStart", 0.0), *(("touchMove", k / 5) for k in range(1, 6))):
            at = starts + share * (ends - starts)
            points = [{"x": x, "y": y, "id": k} for k, (x, y) in enumerate(at.tolist())]
            fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
            made.page.wait_for_timeout(50)  # else a busy browser makes one move of them all
        fingers.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        return settled()

    def settled():
        """Where the camera is once it stays there: a busy machine draws late."""
        last = None
        for _ in range(40):
            made.page.wait_for_timeout(250)
            now = made.view["position"], made.view.get("lamp")
            if now == last:
                break
            last = now
        return np.array(now[0])

    middle = np.array(json.loads(made.page.evaluate(
        "JSON.stringify(document.querySelector('.hv-root').viewer.middle.toArray())")))  # fmt: skip
    start = np.array(made.view["position"])
    turned = swipe([[100, 420]], [[180, 400]])
    away = np.linalg.norm(start - middle)
    assert np.linalg.norm(turned - start) > 0.3
    assert np.linalg.norm(turned - middle) == pytest.approx(away, rel=0.05)
    nearer = swipe([[200, 300], [300, 300]], [[150, 300], [350, 300]])
    assert np.linalg.norm(nearer - middle) < 0.75 * away
    moved = swipe([[200, 300], [300, 300]], [[200, 360], [300, 360]])
    assert np.linalg.norm(moved - nearer) > 0.05
    assert made.page.evaluate("window.scrollY") == 0
    made.page.tap('[data-name="reset"]')
    made.wait("view.atPhoto")
    assert np.allclose(made.view["position"], start)
    made.page.tap('[data-name="light-lamp"]')
    made.wait("view.light == 'lamp'")
    before = np.array(made.view["lamp"])
    lamp = made.page.locator('[data-name="lamp"]')
    lamp.wait_for(state="visible")
    box = lamp.bounding_box()
    at = np.array([box["x"] + box["width"] / 2, box["y"] + box["height"] / 2])
    at -= made.on_canvas([0, 0])
    swipe([at], [at + [60, 20]])
    assert np.linalg.norm(np.array(made.view["lamp"]) - before) > 0.1
    made.shot("13_touch")
    assert made.errors == []
    context.close()


@in_browser
def test_every_key_does_what_the_help_says(page):
    keys = page.page.keyboard
    plain = page.inside().astype(int)

    def shown(key):
        keys.press(key)
        page.page.wait_for_timeout(150)
        return page.inside().astype(int)

    for key in ("w", "e"):  # wireframe, eyes: on and off again
        assert np.abs(shown(key) - plain).max() > 8 and np.abs(shown(key) - plain).max() <= 1
    assert shown("]").mean() > plain.mean() + 1 and np.abs(shown("[") - plain).max() <= 1
    for name in ("diffuse", "specular", "roughness", "normals", "checker", "shaded"):
        keys.press("v")
        page.wait(f"view.show == '{name}'")
    keys.press("c")
    page.wait("view.compare")
    keys.press("c")
    page.wait("!view.compare")
    start = np.array(page.view["position"])
    middle = page.page.evaluate("document.querySelector('.hv-root').viewer.middle.toArray()")
    for key in ("ArrowLeft", "ArrowUp", "Shift+ArrowRight", "+"):
        before = np.array(page.view["position"])
        keys.press(key)
        page.page.wait_for_timeout(150)
        assert np.linalg.norm(np.array(page.view["position"]) - before) > 0.01, key
    near = np.linalg.norm(np.array(page.view["position"]) - middle)
    keys.press("-")
    page.page.wait_for_timeout(150)
    assert np.linalg.norm(np.array(page.view["position"]) - middle) > near
    keys.press("0")
    page.wait("view.atPhoto")
    assert np.allclose(page.view["position"], start)
    keys.press("3")
    keys.press(">")
    page.wait("view.light == 'environment' && view.angle > 0.05")
    keys.press("<")
    page.wait("Math.abs(view.angle) < 1e-6")
    keys.press("Escape")
    assert page.page.evaluate("document.activeElement === document.body")
    page.page.locator(".hv-root").focus()


# ---- in a notebook --------------------------------------------------------------------------

CELL = """
from pathlib import Path
from lib.export import viewer
from lib.export.assets import read_head
names = ("head", "left_eye", "right_eye")
parts = {name: read_head(Path("export"), name) for name in names}
viewer.view(parts, title="notebook")
"""


@in_browser
@pytest.mark.parametrize("program", ["lab", "notebook"])
def test_it_works_in_jupyter(browser, head, tmp_path, program):
    pytest.importorskip({"lab": "jupyterlab"}.get(program, program))
    (tmp_path / "export").mkdir()
    for name, (mesh, maps) in head[0].items():
        size = maps["mask"].shape
        write_head(tmp_path / "export", name, mesh, maps | {"position": np.zeros((*size, 3))})
    cells = [nbformat.v4.new_code_cell(CELL), nbformat.v4.new_markdown_cell("\n\n".join("abcdefg"))]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(notebook, tmp_path / "label.ipynb")
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    with server(tmp_path, program) as address:
        made = Page(context.new_page())
        path = "lab/tree" if program == "lab" else "notebooks"
        made.page.goto(f"{address}/{path}/label.ipynb?token=eyes&reset")
        made.page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60000)
        made.page.wait_for_function(IDLE, timeout=60000)
        made.page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
        made.page.wait_for_selector(".hv-root", timeout=90000)
        made.wait()
        made.page.locator(".hv-root").scroll_into_view_if_needed()
        box = made.page.locator(".hv-canvas").bounding_box()
        at = np.array([box["x"] + 200, box["y"] + 300])
        start = np.array(made.view["position"])
        made.page.evaluate("document.activeElement?.blur()")
        made.page.mouse.move(*at)
        made.page.mouse.wheel(0, 200)  # without focus the wheel is the page's
        made.page.wait_for_timeout(400)
        assert np.allclose(made.view["position"], start)
        made.page.locator(".hv-root").scroll_into_view_if_needed()
        box = made.page.locator(".hv-canvas").bounding_box()
        at = np.array([box["x"] + 200, box["y"] + box["height"] / 2])
        made.drag(at, at + [60, 10])
        turned = np.array(made.view["position"])
        assert np.linalg.norm(turned - start) > 0.2
        made.page.mouse.wheel(0, 200)
        made.page.wait_for_timeout(400)
        assert np.linalg.norm(made.view["position"] - turned) > 0.1
        made.shot(f"12_{program}")
        assert [error for error in made.errors if "viewer" in error or "hv-" in error] == []
    context.close()


def test_the_widget_sends_the_head_when_the_page_asks(head):
    sent = []
    widget = view(head[0])
    widget.send = lambda content, buffers=None: sent.append((content, buffers))
    widget._received(None, {"do": "load"})
    ((content, buffers),) = sent
    assert content["kind"] == "head" and len(buffers) == len(widget.head.buffers) > 10
    json.dumps(content)
    assert Path(widget.head.header["title"]).name == "head"
