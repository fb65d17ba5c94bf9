"""Eyes found without a hand: what scattered detections, colours and highlights say, and what
malformed weights get.
"""

import json
from dataclasses import asdict
from pathlib import Path
from types import SimpleNamespace

import cv2
import numpy as np
import pytest
import torch
import toy_face
import truth_picks

from lib.capture.cameras import read_cameras, spread_frames
from lib.capture.views import load_views
from lib.eyes import highlights
from lib.eyes.chart import Chart, frontal_frames, make_chart, refine_mask
from lib.eyes.detect import Found, mediapipe_detector, propose_picks
from lib.eyes.eyeballs import face_forward
from lib.eyes.files import read_eyes
from lib.eyes.highlights import AT_LENS, Flash, find_highlights, flash_found
from lib.eyes.masks import settle_by_color
from lib.eyes.parser import BiSeNet, bisenet_detector, choose_detector, landmarks68_detector
from lib.eyes.solve import eye_regions, solve_eyes, write_eyes
from lib.fields.scene import make_scene
from lib.label.picks import SIDES, PickError
from lib.workbook.config import Settings, load_settings
from lib.workbook.workspace import save_checkpoint

SMALL = truth_picks.CAPTURES / "mh_small"
SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample_head"
FORWARD, OUTWARD = np.array([0.0, 0, -1]), np.array([1.0, 0, 0])


@pytest.fixture(scope="module")
def scene():
    mesh, part = toy_face.face()
    cameras = toy_face.arc(15)
    return (
        mesh,
        cameras,
        toy_face.true_masks(mesh, part, cameras),
        toy_face.photos(mesh, part, cameras),
    )


def detector(cameras, masks, rng, wild=()):
    """What a mediocre face detector says: scatter, a region too large and shifted; nonsense in
    `wild` frames.
    """

    def detect(image, name):
        i, out = cameras.names.index(name), {}
        for side in SIDES:
            if masks[side][i].sum() < 30:
                return {}
            shift = np.array([40.0, 30]) if name in wild else rng.normal(0, 1.0, 2)
            points = {
                n: cameras.project(i, p[None])[0][0] + shift + rng.normal(0, 1, 2)
                for n, p in toy_face.landmarks(side).items()
            }
            rows, cols = np.nonzero(masks[side][i])
            t = np.linspace(0, 2 * np.pi, 17)[:-1]
            lids = np.stack([0.55 * np.ptp(cols) * np.cos(t), 0.6 * np.ptp(rows) * np.sin(t)], 1)
            out[side] = Found(points, lids + [cols.mean() + 2, rows.mean() + 1.5] + shift)
        return out

    return detect


def test_scattered_detections_become_eyes(scene, tmp_path):
    mesh, cameras, masks, views = scene
    mediocre = detector(cameras, masks, np.random.default_rng(0), wild=("005", "009"))
    shown = views.subset(
        [i for i in range(15) if i not in (1, 6)]
    )  # the others are held out, as in the notebook
    picks, words = propose_picks(shown, cameras, mesh, mediocre)
    assert picks.missing() == [] and words.endswith("outliers: 005, 009")
    assert all(
        eye.auto >= {"region", "iris_inner"}
        for eyes in picks.frames.values()
        for eye in eyes.values()
    )
    eyes = solve_eyes(picks, cameras, Settings(), mesh, views)
    for side, eye in eyes:
        assert 0 < eye.center_sd < 0.05 * toy_face.RADIUS
        assert np.linalg.norm(eye.center - toy_face.CENTERS[side]) < 0.03 * toy_face.RADIUS
        assert abs(eye.radius - toy_face.RADIUS) < 0.06 * toy_face.RADIUS
        assert eye.mark_sd == dict.fromkeys(eye.landmarks, 10.0)  # nobody marked them by hand
        iris = eye.landmarks["iris_outer"] - eye.landmarks["iris_inner"]
        assert np.linalg.norm(iris) == pytest.approx(0.64 * toy_face.RADIUS, rel=0.2)
    write_eyes(tmp_path, eyes, cameras, mesh, eye_regions(picks, eyes, cameras, mesh), views)
    again = read_eyes(tmp_path / "eyes.json")
    assert again.right.center_sd == eyes.right.center_sd
    assert again.start().trust == ([0.1] * 4, [0.1] * 4)
    for side in SIDES:
        scores = [
            truth_picks.iou(
                cv2.imread(str(tmp_path / f"{side[0]}eye_mask" / f"{cameras.names[i]}.png"), 0) > 0,
                masks[side][i],
            )
            for i in range(3, 12)
        ]
        assert np.mean(scores) > 0.9


def test_highlights_point_to_the_centre(scene):
    mesh, cameras, masks, views = scene
    index = frontal_frames(cameras, toy_face.CENTERS["left"], FORWARD, 50)
    front = toy_face.CENTERS["left"] + toy_face.RADIUS * FORWARD
    chart = make_chart(views, index, mesh, front, 0.3, FORWARD, OUTWARD)
    n = np.linalg.norm(chart.points - toy_face.CENTERS["left"], axis=-1)
    eye = chart.on & (np.abs(n - toy_face.RADIUS) < 1e-3)
    aim = find_highlights(chart, eye, views, toy_face.RADIUS)
    assert (
        aim is not None
        and np.linalg.norm(aim.xyz - toy_face.CENTERS["left"]) < 0.03 * toy_face.RADIUS
    )
    dull = toy_face.Views(
        cameras, np.minimum(views.images, 90), views.labels, None, 2.2, False, False
    )
    assert (
        find_highlights(make_chart(dull, index, mesh, front, 0.3, FORWARD, OUTWARD), eye, dull, 0.1)
        is None
    )


def test_bright_spots_that_stay_where_they_are_are_no_highlights(scene):
    mesh, cameras, masks, views = scene
    images, (y, x) = views.images.copy(), np.indices(views.images.shape[1:3]) + 0.5
    for frames, name in (
        ((0, 2, 4), "iris_inner"),
        ((10, 11, 12, 14), "iris_outer"),
    ):  # more than half
        for i in frames:
            px = cameras.project(i, toy_face.landmarks("left")[name][None])[0][0]
            images[i][np.hypot(x - px[0], y - px[1]) < 1.5] = 255
    moist = toy_face.Views(cameras, images, views.labels, None, 2.2, False, False)
    index = frontal_frames(cameras, toy_face.CENTERS["left"], FORWARD, 60)
    front = toy_face.CENTERS["left"] + toy_face.RADIUS * FORWARD
    chart = make_chart(moist, index, mesh, front, 0.3, FORWARD, OUTWARD)
    eye = chart.on & (
        np.abs(np.linalg.norm(chart.points - toy_face.CENTERS["left"], axis=-1) - toy_face.RADIUS)
        < 1e-3
    )
    aim = find_highlights(chart, eye, moist, toy_face.RADIUS)
    assert (
        aim is not None
        and np.linalg.norm(aim.xyz - toy_face.CENTERS["left"]) < 0.05 * toy_face.RADIUS
    )
    used = {name for name, kept in zip(aim.frames, aim.inlier, strict=True) if kept}
    assert used <= {cameras.names[i] for i in (1, 3, 5, 6, 7, 8, 9, 13)}


@pytest.mark.parametrize("offset", [(0.12, 0.0, 0.0), (0.3, -0.6, 0.05)])
def test_a_flash_beside_the_lens_does_not_move_the_centre(scene, offset):
    mesh, cameras, masks, _ = scene
    views = toy_face.photos(mesh, toy_face.face()[1], cameras, offset=offset)
    picks = toy_face.picks(cameras, masks, [4, 7, 10])
    errors, sds = {}, {}
    for name, flash in (("lens", AT_LENS), ("found", Flash(np.array(offset), {}))):
        eyes = solve_eyes(picks, cameras, Settings(), mesh, views, flash=flash)
        errors[name] = np.array(
            [np.linalg.norm(eye.center - toy_face.CENTERS[side]) for side, eye in eyes]
        )
        sds[name] = [eye.center_sd for _, eye in eyes]
    assert (errors["found"] < 0.03 * toy_face.RADIUS).all()
    assert (errors["found"] < 2 * np.array(sds["found"])).all()  # along all three axes together
    if np.linalg.norm(offset) > 0.5:
        assert (errors["lens"] > 0.05 * toy_face.RADIUS).all()


def test_a_photo_whose_flash_was_brighter_is_no_highlight(scene):
    mesh, cameras, masks, views = scene
    gains = {name: np.full(3, 1.6 if k % 3 else 0.7) for k, name in enumerate(cameras.names)}
    images = np.stack(
        [
            np.round(255 * np.clip(views.linear(i) * gains[name] * 0.6, 0, 1) ** (1 / 2.2))
            for i, name in enumerate(cameras.names)
        ]
    ).astype(np.uint8)
    uneven = toy_face.Views(cameras, images, views.labels, None, 2.2, False, False)
    picks = toy_face.picks(cameras, masks, [4, 7, 10])
    eyes = solve_eyes(picks, cameras, Settings(), mesh, uneven, flash=Flash(np.zeros(3), gains))
    for side, eye in eyes:
        assert eye.center_sd is not None
        assert np.linalg.norm(eye.center - toy_face.CENTERS[side]) < 0.03 * toy_face.RADIUS


def test_the_flash_is_read_from_the_first_training(tmp_path):
    settings = Settings()
    settings.network.num_levels, settings.network.log2_table_size = 2, 8
    settings.light.fit_offset = settings.light.fit_gain = True
    first = make_scene(settings, 2, "cpu")
    with torch.no_grad():
        first.light.offset.copy_(torch.tensor([0.1, -0.2, 0.0]))
        first.light.log_gain[1] = 0.2
    state = {"settings": asdict(settings), "step": settings.train.max_steps, "n_views": 2}
    path = tmp_path / "checkpoint.pt"
    save_checkpoint(path, {"kind": "stage1", **state, "scene": first.state_dict()})
    flash = flash_found(path, ["a", "b"])
    assert np.allclose(flash.offset, [0.1, -0.2, 0.0])
    assert np.allclose(flash.gain["b"] / flash.gain["a"], np.exp(0.2))
    assert flash_found(path, ["a"]).gain == {}


def test_highlights_of_a_cornea_are_not_taken_for_the_eyeball(scene):
    mesh, cameras, masks, _ = scene
    _, part = toy_face.face()
    views = toy_face.photos(mesh, part, cameras, cornea=0.05)
    eyes = solve_eyes(toy_face.picks(cameras, masks, [4, 7, 10]), cameras, Settings(), mesh, views)
    assert sum("a cornea?" in note for note in eyes.notes) == 2
    assert all(np.linalg.norm(eye.center - toy_face.CENTERS[side]) < 0.006 for side, eye in eyes)


def test_colour_settles_a_rough_region_and_highlights_drop_out(scene):
    mesh, cameras, masks, views = scene
    index = frontal_frames(cameras, toy_face.CENTERS["right"], FORWARD, 40)
    center, radius = toy_face.CENTERS["right"], toy_face.RADIUS
    chart = make_chart(views, index, mesh, center + radius * FORWARD, 0.3, FORWARD, OUTWARD)
    true = chart.on & (np.abs(np.linalg.norm(chart.points - center, axis=-1) - radius) < 1e-3)
    rough = np.roll(cv2.dilate(true.astype(np.uint8), np.ones((9, 9))), 4, axis=1) > 0
    fine, settled = refine_mask(chart, np.where(rough, 1.0, -1.0))
    assert settled
    assert truth_picks.iou(rough, true) < 0.8 and truth_picks.iou(fine, true) > 0.93
    assert chart.color[true].max() < 220  # no highlight is left (255 in every photo)


def test_where_colour_says_nothing_the_rough_region_stays_and_it_is_said(
    scene, tmp_path, monkeypatch
):
    rough = np.zeros((60, 60), bool)
    rough[20:40, 10:50] = True
    gray = np.full((60, 60, 3), 120, np.uint8)
    assert settle_by_color(gray, rough, 0.3, 0.4) is None
    misleading = gray.copy()
    misleading[24:28, 28:32] = 255  # only a speck inside is unlike the rest
    assert settle_by_color(misleading, rough, 0.9, 0.4) is None
    for module in ("chart", "masks"):
        monkeypatch.setattr(f"lib.eyes.{module}.settle_by_color", lambda *_: None)
    mesh, cameras, masks, views = scene
    flat = toy_face.Views(
        cameras, np.full_like(views.images, 120), views.labels, None, 2.2, False, False
    )
    mediocre = detector(cameras, masks, np.random.default_rng(0))
    picks, words = propose_picks(flat, cameras, mesh, mediocre)
    for side in SIDES:
        assert f"{side} eye: colour does not show its edge" in words
        assert f"{side} eye: no edge of the iris was found" in words
    picks = toy_face.picks(cameras, masks, [4, 7, 10])
    eyes = solve_eyes(picks, cameras, Settings(), mesh)
    regions = eye_regions(picks, eyes, cameras, mesh)
    _, words = write_eyes(tmp_path, eyes, cameras, mesh, regions, flat.subset(range(1, 15)))
    assert len(words) == 2 and words[0].startswith("left eye: in ") and "001" in words[0]
    assert "000" not in words[0]  # held out, so its colours were not asked


def test_no_pixel_of_a_held_out_photo_is_looked_at(scene, tmp_path):
    mesh, cameras, masks, views = scene
    picks = toy_face.picks(cameras, masks, [4, 8, 10])
    for frame in picks.frames.values():  # regions that lie a little beside the eyes
        frame["left"].region = [polygon + [1.5, 0.0] for polygon in frame["left"].region]
    eyes = solve_eyes(picks, cameras, Settings(), mesh)
    regions = eye_regions(picks, eyes, cameras, mesh)
    write_eyes(tmp_path / "mesh", eyes, cameras, mesh, regions)
    write_eyes(tmp_path / "color", eyes, cameras, mesh, regions, views.subset([4, 8, 10]))
    drawn = [
        [cv2.imread(str(tmp_path / kind / "leye_mask" / name)) for kind in ("mesh", "color")]
        for name in ("007.png", "008.png")
    ]
    assert [np.array_equal(*pair) for pair in drawn] == [True, False]


def test_no_face_is_said_with_what_to_do(scene):
    mesh, cameras, _, views = scene
    with pytest.raises(
        PickError,
        match="no face was found: 0 of 15 photos.*by hand in 04_pick_eyes.*data.eyes=none",
    ):
        propose_picks(views, cameras, mesh, lambda image, name: {})
    with pytest.raises(PickError, match="no face was found: .*each in another place; .*by hand"):
        rng = np.random.default_rng(0)
        propose_picks(
            views,
            cameras,
            mesh,
            lambda image, name: {
                side: Found(
                    {n: rng.uniform(0, 180, 2) for n in ("corner_inner", "corner_outer")},
                    np.zeros((5, 2)),
                )
                for side in SIDES
            },
        )


def test_frames_are_chosen_by_where_they_stand(scene):
    mesh, cameras, _, _ = scene
    assert np.allclose(face_forward(mesh, toy_face.CENTERS), FORWARD, atol=0.25)
    order = frontal_frames(cameras, np.zeros(3), FORWARD, 30)
    assert order[0] == 7 and set(order) == set(range(3, 12))
    chosen = spread_frames(cameras, order, 3)
    assert chosen[0] == 7 and set(chosen[1:]) == {3, 11}


@pytest.mark.skipif(not SAMPLE.is_dir(), reason="no bundled sample")
def test_mediapipe_tells_left_from_right_on_the_sample():
    views, detect = load_views(SAMPLE, load_settings(SAMPLE, "quick", 1)), mediapipe_detector()
    frames = json.loads((SAMPLE / "eye_picks.json").read_text())["frames"]
    compared = 0
    for name, eyes in frames.items():
        found = detect(views.images[views.names.index(name)], name)
        for side in found.keys() & eyes.keys():
            for corner in ("corner_inner", "corner_outer"):
                truth = eyes[side]["landmarks"][corner]
                assert np.linalg.norm(found[side].points[corner] - truth) < 8, (name, side, corner)
            compared += 1
    assert compared >= 4


@pytest.mark.skipif(not SMALL.is_dir(), reason=f"the capture {SMALL} is not on this machine")
def test_a_rendered_head_needs_no_hand(tmp_path):
    cameras, settings = read_cameras(SMALL), load_settings(SMALL, "quick", 2, ["data.eyes=none"])
    views, truth = load_views(SMALL, settings), truth_picks.truth(SMALL)
    mesh = truth_picks.true_mesh(SMALL.with_name("mh_male_light"))
    shown, _ = views.split(settings)
    picks, _ = propose_picks(shown, cameras, mesh)
    eyes = solve_eyes(picks, cameras, settings, mesh, shown)
    write_eyes(tmp_path, eyes, cameras, mesh, eye_regions(picks, eyes, cameras, mesh), views)
    for side, eye in eyes:
        assert np.linalg.norm(eye.center - truth[side]["center"]) * truth["mm"] < 1.5
        scores = [
            truth_picks.iou(
                cv2.imread(str(tmp_path / f"{side[0]}eye_mask" / f"{cameras.names[i]}.png"), 0) > 0,
                truth_picks.true_mask(SMALL, cameras.names[i], side),
            )
            for i in truth_picks.frontal(SMALL, cameras)
        ]
        assert np.mean(scores) > 0.75


@pytest.fixture(scope="module")
def weights(tmp_path_factory):
    """Weights of the right layout that know nothing."""
    torch.manual_seed(0)
    path = tmp_path_factory.mktemp("weights") / "parser.pth"
    torch.save(BiSeNet(19).state_dict(), path)
    return path


def test_a_parser_of_the_right_layout_runs(weights):
    detect = bisenet_detector(weights)
    found = detect(np.random.default_rng(0).integers(0, 255, (96, 72, 3), dtype=np.uint8), "a")
    assert set(found) <= set(SIDES)


def test_classes_four_and_five_are_right_and_left(weights, tmp_path):
    net = BiSeNet(19)
    with torch.no_grad():
        for p in net.parameters():
            p.zero_()
    torch.save(net.state_dict(), tmp_path / "zero.pth")
    detect = bisenet_detector(tmp_path / "zero.pth")

    def classes(
        self, x
    ):  # what a parser would say of a face: one eye on the picture's left, one on its right
        out = torch.zeros(1, 19, 512, 512)
        out[0, 4, 200:240, 100:180] = 1
        out[0, 5, 200:240, 330:410] = 1
        return out

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BiSeNet, "forward", classes)
        found = detect(np.full((100, 100, 3), 200, np.uint8), "a")
    assert found["right"].lids[:, 0].max() < 50 < found["left"].lids[:, 0].min()
    assert found["left"].points["corner_inner"][0] < found["left"].points["corner_outer"][0]
    assert found["right"].points["corner_inner"][0] > found["right"].points["corner_outer"][0]


class Trap:
    """Something whose unpickling would run code."""

    def __reduce__(self):
        return (print, ("code ran",))


def spoil(kind, path, weights):
    """A malformed weights file of some kind."""
    state = torch.load(weights, weights_only=True)
    if kind == "cut short":
        path.write_bytes(weights.read_bytes()[:5000])
    elif kind == "no weights":
        path.write_bytes(b"\x00" * 100)
    elif kind == "holds code":
        torch.save({"net": Trap()}, path)
    elif kind == "a list":
        torch.save([1, 2, 3], path)
    elif kind == "another network":
        torch.save({key: value for key, value in state.items() if "arm16" not in key}, path)
    elif kind == "another shape":
        torch.save(state | {"conv_out.conv_out.weight": torch.zeros(11, 256, 1, 1)}, path)
    elif kind == "of words":
        torch.save({"a": "b"}, path)


BAD_WEIGHTS = {
    "absent": "found no file",
    "cut short": "damaged",
    "no weights": "damaged",
    "holds code": "holds code",
    "a list": "found list",
    "another network": "are missing",
    "another shape": "conv_out.conv_out.weight",
    "of words": "of other things",
}


@pytest.mark.parametrize("kind", BAD_WEIGHTS)
def test_malformed_weights_are_refused(kind, tmp_path, weights, capsys):
    path = tmp_path / "weights.pth"
    spoil(kind, path, weights)
    with pytest.raises(PickError, match=BAD_WEIGHTS[kind]) as error:
        bisenet_detector(path)
    assert "weights.pth: expected" in str(error.value) and "code ran" not in capsys.readouterr().out


def test_weights_are_checked_by_hash_where_one_is_known(weights, tmp_path):
    (tmp_path / "79999_iter.pth").write_bytes(weights.read_bytes())
    with pytest.raises(PickError, match="expected SHA-256 468e13ca.*found"):
        bisenet_detector(tmp_path / "79999_iter.pth")


def test_a_path_chooses_the_detector(scene, weights, tmp_path):
    _, cameras, _, _ = scene
    assert choose_detector("", "", cameras, cameras) is None
    assert callable(choose_detector(str(weights), "", cameras, cameras))
    (tmp_path / "p68.json").write_text("{}")
    assert choose_detector("", str(tmp_path / "p68.json"), cameras, cameras)(None, "007") == {}
    with pytest.raises(PickError, match="got both, a.pth and b.json"):
        choose_detector("a.pth", "b.json", cameras, cameras)


def test_points_of_another_detector_are_looked_up(scene, tmp_path):
    _, cameras, _, _ = scene
    table = {"007": np.zeros((68, 2))}
    table["007"][36:42], table["007"][42:48] = (
        [[60, 50], [64, 48], [68, 48], [72, 50], [68, 52], [64, 52]],
        [100, 50],
    )
    table["007"][42:48, 0] += [0, 4, 8, 12, 8, 4]
    path = tmp_path / "p68.json"
    path.write_text(json.dumps({name: points.tolist() for name, points in table.items()}))
    detect = landmarks68_detector(path, cameras, cameras.scaled(2))
    found = detect(None, "007")
    assert detect(None, "006") == {}
    assert np.allclose(found["right"].points["corner_outer"], [30, 25])
    assert np.allclose(found["left"].points["corner_outer"], [56, 25])


@pytest.mark.parametrize(
    "content,match",
    [
        (None, "found no file"),
        ("{", "found:"),
        ("[1]", "found:"),
        ('{"007": [[1, 2]]}', "68"),
        ('{"zzz": []}', "names of frames.*found 'zzz'; the nearest is"),
        ('{"007": "x"}', "found"),
        (json.dumps({"007": [[5e3, 9e3 + k] for k in range(68)]}), "of another size"),
        (json.dumps({"007": [[7, 9]] * 68}), "points of a face"),
    ],
)
def test_malformed_points_are_refused(scene, tmp_path, content, match):
    path = tmp_path / "p68.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(PickError, match=match) as error:
        landmarks68_detector(path, scene[1], scene[1])
    assert "p68.json" in str(error.value)


def test_a_brighter_flash_is_no_highlight(monkeypatch):
    names = [f"{i:05d}" for i in range(6)]
    gain = np.array([0.5, 0.7, 1.0, 1.2, 1.5, 2.0])
    n, linear = 31, 0.3
    samples = 255 * (linear * gain) ** (1 / 2.2)
    samples = np.broadcast_to(samples[:, None, None, None], (6, n, n, 3)).astype(np.float32)
    chart = Chart(
        None,
        1.0,
        np.zeros((n, n, 3)),
        np.ones((n, n), bool),
        np.zeros((n, n, 3), np.uint8),
        samples,
        list(range(6)),
    )
    mask = np.zeros((n, n), bool)
    mask[5:-5, 5:-5] = True
    views = SimpleNamespace(names=names, gamma=2.2)
    monkeypatch.setattr(highlights, "_meet", lambda index, *rest: index)
    flash = highlights.Flash(np.zeros(3), dict(zip(names, gain[:, None] * np.ones(3))))
    assert highlights.find_highlights(chart, mask, views, 0.1, flash) == []
    assert highlights.find_highlights(chart, mask, views, 0.1) != []  # taken for one gain
