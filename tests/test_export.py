"""Files that other programs read hold what was computed; new lights obey the closed forms."""

from __future__ import annotations

import json
import struct

import cv2
import numpy as np
import pytest
import trimesh

from lib.capture.cameras import Cameras
from lib.export.assets import read_head, read_obj, srgb, write_head, write_parts
from lib.export.bounces import Bounces
from lib.export.exr import read_exr, write_exr
from lib.export.glb import GltfFrame, head_frame
from lib.export.relight import Environment, look_at, relight, relit_tests
from lib.export.studio import LitCamera, turning
from lib.mesh.bake import bake, sphere_cap, tangents
from lib.mesh.extract import Mesh
from lib.render.radiosity import Radiosity

FRONT, UP = np.array([0.0, 0, -1]), np.array([0.0, -1, 0])
LEFT, RIGHT = (
    np.array([0.2, -0.1, -0.5]),
    np.array([-0.2, -0.1, -0.5]),
)  # the subject's own; it faces -z, y down
K = np.array([[100.0, 0, 32], [0, 100, 32], [0, 0, 1]])
SIZE = (64, 64)


def material(albedo=(0.5, 0.4, 0.3), specular=0.5, roughness=0.4):
    def fields(points):
        return {
            "diffuse": np.tile(np.float32(albedo), (len(points), 1)),
            "specular": np.full((len(points), 1), specular, np.float32),
            "roughness": np.full((len(points), 1), roughness, np.float32),
        }

    return fields


def textured(points):
    """Maps that vary smoothly, with normals that are not the mesh's own."""
    normal = points - [0.02, 0.01, 0]
    return {
        "diffuse": 0.5 + 0.4 * np.sin(20 * points),
        "specular": 0.5 + 0.4 * np.sin(30 * points[:, :1]),
        "roughness": 0.4 + 0.2 * np.cos(25 * points[:, 1:2]),
        "normal": normal,
    }


def ball(size=64, fields=None, center=(0.0, 0, 0), radius=0.5, angle=1.5):
    cap = sphere_cap(center, radius, FRONT, angle, UP, n_rings=24)
    return cap, bake(cap, size, fields or material())


# The axes that the head has in these tests (left, up, front), 0.15 m to a unit.
FRAME = GltfFrame(np.array([[1.0, 0, 0], UP, FRONT]), 0.15, "a test")


def looking(distance=3.0):
    c2w = np.eye(4)
    c2w[2, 3] = -distance
    return c2w


def test_srgb_of_known_values():
    # 0.18 is middle grey: 118 of 255; below 0.0031308 the curve is a line of slope 12.92
    np.testing.assert_allclose(
        srgb(np.array([0, 0.002, 0.18, 1, 2.0])), [0, 0.02584, 118 / 255, 1, 1], atol=2e-3
    )


@pytest.mark.parametrize(
    ("dtype", "shape"), [("<f4", (33, 20, 4)), ("<f2", (16, 7, 3)), ("<f4", (5, 9, 1))]
)
@pytest.mark.parametrize("smooth", [True, False])
def test_exr_is_read_as_written(tmp_path, dtype, shape, smooth):
    n = np.prod(shape)
    value = (
        (np.linspace(-2, 3, n) if smooth else np.random.default_rng(0).normal(size=n))
        .reshape(shape)
        .astype(dtype)
    )
    path = tmp_path / "map.exr"
    write_exr(path, value)
    np.testing.assert_array_equal(read_exr(path), value.astype(np.float32))
    for broken in (path.read_bytes()[:-20], b"", b"\x89PNG" * 30):
        path.write_bytes(broken)
        with pytest.raises(ValueError, match="map.exr"):
            read_exr(path)


def test_exr_is_read_by_another_program(tmp_path):
    mitsuba = pytest.importorskip(
        "mitsuba", reason="needs Mitsuba, which only the sample's script needs"
    )
    mitsuba.set_variant("scalar_rgb")
    value = np.random.default_rng(1).uniform(size=(37, 21, 3)).astype("<f4")
    value[:20] = np.round(value[:20])
    write_exr(tmp_path / "map.exr", value)
    np.testing.assert_array_equal(np.array(mitsuba.Bitmap(str(tmp_path / "map.exr"))), value)


def test_written_assets_are_read_as_they_were(tmp_path):
    mesh, maps = ball(fields=textured)
    write_head(tmp_path, "head", mesh, maps)
    again, read = read_head(tmp_path, "head")
    np.testing.assert_allclose(again.v_pos, mesh.v_pos, atol=1e-6)
    np.testing.assert_allclose(again.v_uv, mesh.v_uv, atol=1e-6)
    np.testing.assert_allclose(again.v_nrm, mesh.v_nrm, atol=1e-6)
    np.testing.assert_array_equal(again.t_pos_idx, mesh.t_pos_idx)
    assert set(read) == set(maps)
    np.testing.assert_array_equal(read["position"], maps["position"])
    np.testing.assert_array_equal(read["mask"], maps["mask"])
    for name in ("diffuse", "specular", "roughness", "normal"):
        np.testing.assert_allclose(read[name], maps[name], atol=5e-4)  # half floats


def test_pictures_are_encoded_as_other_programs_expect(tmp_path):
    mesh, maps = ball(fields=textured)
    files = write_head(tmp_path, "left_eye", mesh, maps)
    assert all(path.exists() for path in files)
    mask = maps["mask"]
    diffuse = cv2.imread(str(tmp_path / "left_eye_diffuse.png"))[..., ::-1] / 255
    np.testing.assert_allclose(diffuse[mask], srgb(maps["diffuse"])[mask], atol=0.5 / 255 + 1e-6)
    rough = cv2.imread(str(tmp_path / "left_eye_roughness.png"))[..., 0] / 255  # linear
    np.testing.assert_allclose(rough[mask], maps["roughness"][mask][:, 0], atol=0.5 / 255 + 1e-6)
    normal = cv2.imread(str(tmp_path / "left_eye_normal.png"), cv2.IMREAD_UNCHANGED)
    assert normal.dtype == np.uint16
    # decode in the middle of the cap, where the frame is the vertex's: world = x T + y (N x T) + z
    # N
    x, y, z = normal[31:33, 31:33, ::-1].mean((0, 1)) / 65535 * 2 - 1
    n, t = mesh.v_nrm[0], tangents(mesh)[0]
    world = x * t + y * np.cross(n, t) + z * n
    np.testing.assert_allclose(world, maps["normal"][31:33, 31:33].mean((0, 1)), atol=5e-3)
    text = (tmp_path / "left_eye.mtl").read_text()
    # A map of gloss would be taken for a colour (three.js) or for sRGB (Blender): factors instead.
    lines = dict(line.split(" ", 1) for line in text.splitlines())
    assert not {"map_Ks", "map_Ns", "map_Pr"} & set(lines)
    assert float(lines["Pr"]) == pytest.approx(maps["roughness"][mask].mean(), abs=1e-3)
    assert float(lines["Ks"].split()[0]) == pytest.approx(
        0.08 * maps["specular"][mask].mean(), abs=1e-4
    )
    assert lines["map_Kd"] == "left_eye_diffuse.png" and lines["norm"] == "left_eye_normal.png"
    assert lines["map_Bump"].split()[-1] == "left_eye_normal.png"


def test_obj_opens_elsewhere_with_its_texture(tmp_path):
    mesh, maps = ball(center=LEFT, radius=0.1)
    write_head(tmp_path, "left_eye", mesh, maps)
    loaded = trimesh.load(tmp_path / "left_eye.obj", process=False)
    np.testing.assert_allclose(loaded.vertices[loaded.faces], mesh.v_pos[mesh.t_pos_idx], atol=1e-6)
    np.testing.assert_allclose(loaded.visual.uv[loaded.faces], mesh.v_uv[mesh.t_pos_idx], atol=1e-6)
    assert loaded.visual.material.image.size == (64, 64)
    assert loaded.vertices[:, 0].min() > 0  # the left eye's file holds the left eye


def test_obj_of_another_program_and_a_broken_one(tmp_path):
    path = tmp_path / "quad.obj"
    path.write_text(
        "v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\nvt 0 0\nvt 1 0\nvt 1 1\nvt 0 1\nvt 0.5 0\nvn 0 0 1\n"
        "f 1/1/1 2/2/1 3/3/1\nf 1/5/1 3/3/1 4/4/1\n"
    )
    mesh = read_obj(path)  # vertex 1 has two UVs: two vertices
    assert mesh.v_pos.shape == (5, 3) and mesh.areas().tolist() == [0.5, 0.5]
    np.testing.assert_allclose(mesh.v_uv[mesh.t_pos_idx[1]], [[0.5, 0], [1, 1], [0, 1]])
    path.write_text(path.read_text()[:-9])
    with pytest.raises(ValueError, match="quad.obj.*triangles"):
        read_obj(path)
    with pytest.raises(ValueError, match="no such file"):
        read_head(tmp_path, "head")
    write_head(tmp_path, "ball", *ball())
    text = (tmp_path / "ball.obj").read_text().splitlines(keepends=True)
    for n_kept in (len(text) - 1, len(text) - 500, 40):  # cut between two lines
        (tmp_path / "ball.obj").write_text("".join(text[:n_kept]))
        with pytest.raises(ValueError, match=r"ball.obj.*faces; was it edited or"):
            read_obj(tmp_path / "ball.obj")
    mesh, maps = ball()
    write_head(tmp_path, "head", mesh, maps)
    (tmp_path / "head_position.exr").unlink()
    with pytest.raises(ValueError, match="head_position.exr"):
        read_head(tmp_path, "head")


def test_an_export_without_eyes_removes_those_of_an_earlier_one(tmp_path):
    parts = {"head": ball(), "left_eye": ball(center=LEFT, radius=0.1)}
    write_parts(tmp_path, parts, FRAME)
    assert (tmp_path / "left_eye.obj").is_file()
    mine = ["notes.txt", "my_eye_closeup.blend", "left_eye_retouched.png", "right_eye.blend"]
    for name in mine:
        (tmp_path / name).touch()
    write_parts(tmp_path, {"head": parts["head"]}, FRAME)
    left = {path.name for path in tmp_path.iterdir()}
    assert {name for name in left if "eye" in name or "notes" in name} == set(mine)
    assert set(trimesh.load(tmp_path / "head.glb").geometry) == {"head"}
    read_head(tmp_path, "head")


def test_maps_that_are_missing_are_named(tmp_path):
    mesh, maps = ball()
    del maps["roughness"]
    with pytest.raises(ValueError, match="roughness"):
        write_head(tmp_path, "head", mesh, maps)
    assert not list(tmp_path.iterdir())


def whole_export(folder):
    """Head and eyes under `folder`; the parts."""
    parts = {
        "head": ball(),
        "left_eye": ball(center=LEFT, radius=0.1),
        "right_eye": ball(center=RIGHT, radius=0.1),
    }
    write_parts(folder, parts, FRAME, {"left_eye": LEFT, "right_eye": RIGHT})
    return parts


def glb_tree(path):
    data = path.read_bytes()
    return json.loads(data[20 : 20 + struct.unpack_from("<I", data, 12)[0]])


def test_glb_stands_upright_faces_z_and_is_in_metres(tmp_path):
    parts = whole_export(tmp_path)
    loaded = trimesh.load(tmp_path / "head.glb")
    assert set(loaded.geometry) == set(parts)
    for name, (mesh, _) in parts.items():
        turn, _ = loaded.graph[name]
        points = loaded.geometry[name].vertices @ turn[:3, :3].T + turn[:3, 3]
        expected = FRAME.metres * (mesh.v_pos @ FRAME.axes.T)  # x left, y up, z front, metres
        np.testing.assert_allclose(points, expected, atol=1e-6)
        np.testing.assert_allclose(loaded.geometry[name].visual.uv, mesh.v_uv, atol=1e-5)
    box = {name: loaded.graph[name][0][:3, 3] for name in parts}
    assert box["left_eye"][0] > 0 > box["right_eye"][0]  # +x is the subject's left
    assert box["left_eye"][1] > 0 and box["left_eye"][2] > 0  # up, and in front
    root = next(node for node in glb_tree(tmp_path / "head.glb")["nodes"] if "extras" in node)
    assert root["extras"] == {"metres_per_unit": 0.15, "scale_from": "a test"}


def test_turning_an_eyes_node_turns_its_gaze_about_its_centre(tmp_path):
    whole_export(tmp_path)
    loaded = trimesh.load(tmp_path / "head.glb")
    parent = loaded.graph.transforms.parents["left_eye"]
    socket, _ = loaded.graph[parent]
    eye = loaded.geometry["left_eye"]
    np.testing.assert_allclose(loaded.graph.get("left_eye", parent)[0], np.eye(4), atol=1e-7)
    np.testing.assert_allclose(np.linalg.norm(eye.vertices, axis=1), 0.1, rtol=1e-4)
    # At rest the gaze is +z; turned by 90 degrees about y it is +x, the subject's left.
    gaze = eye.vertices[0] / 0.1
    turned = np.array([[0, 0, 1.0], [0, 1, 0], [-1, 0, 0]]) @ gaze
    for local, world in ((gaze, [0, 0, 1]), (turned, [1, 0, 0])):
        np.testing.assert_allclose(socket[:3, :3] @ local / 0.15, world, atol=1e-5)


def test_glb_materials_carry_gloss_and_tangents(tmp_path):
    whole_export(tmp_path)
    tree = glb_tree(tmp_path / "head.glb")
    assert tree["extensionsUsed"] == ["KHR_materials_specular"]
    for part in tree["materials"]:
        shine = part["extensions"]["KHR_materials_specular"]
        assert (
            shine["specularColorFactor"] == [2, 2, 2] and "index" in shine["specularColorTexture"]
        )
        assert {"baseColorTexture", "metallicRoughnessTexture"} <= set(part["pbrMetallicRoughness"])
    for part in tree["meshes"]:
        assert {"POSITION", "NORMAL", "TANGENT", "TEXCOORD_0"} <= set(
            part["primitives"][0]["attributes"]
        )
    material = trimesh.load(tmp_path / "head.glb").geometry["head"].visual.material
    rough = np.asarray(material.metallicRoughnessTexture)[32, 32]
    assert abs(rough[1] - 0.4 * 255) <= 0.5 and rough[2] == 0  # green is roughness, blue is metal
    # Off the chart the normal is the surface's own: (0, 0, 1) is (128, 128, 255), rounded up.
    assert np.asarray(material.normalTexture)[0, 0].tolist() == [128, 128, 255]


def test_the_eyes_say_what_is_left_and_the_photos_what_is_up(tmp_path):
    head = ball(radius=0.8, angle=3.1)[0]
    c2w = looking()[None]
    plain = head_frame(c2w, head)
    np.testing.assert_allclose(plain.axes, FRAME.axes, atol=1e-9)
    height = np.ptp(head.v_pos[:, 1])
    assert plain.metres == pytest.approx(0.24 / height) and "0.24 m" in plain.scale_from
    aside = looking()  # one camera, 30 degrees to the side: the eyes know better
    aside[:3, :3] = aside[:3, :3] @ np.array([[0.866, 0, 0.5], [0, 1, 0], [-0.5, 0, 0.866]])
    aside[:3, 3] = [-1.5, 0, -2.6]
    eyes = np.stack([LEFT, RIGHT])
    seen = head_frame(aside[None], head, eyes, 0.1, np.stack([FRONT, FRONT]))
    np.testing.assert_allclose(seen.axes, FRAME.axes, atol=1e-6)
    assert seen.metres == pytest.approx(0.12) and "eyeballs" in seen.scale_from
    sideways = looking()
    sideways[:3, :3] = [[0, 1.0, 0], [-1, 0, 0], [0, 0, 1]]
    lying = head_frame(sideways[None], head, eyes, 0.1, np.stack([FRONT, FRONT]))
    np.testing.assert_allclose(lying.axes, FRAME.axes, atol=1e-6)
    (tmp_path / "capture.json").write_text('{"mm_per_unit": 155.0}')
    known = head_frame(c2w, head, eyes, 0.1, capture=tmp_path)
    assert known.metres == 0.155 and "capture.json" in known.scale_from
    for broken in ('{"mm_per_unit": -1}', "{"):
        (tmp_path / "capture.json").write_text(broken)
        with pytest.raises(ValueError, match="capture.json.*mm_per_unit"):
            head_frame(c2w, head, capture=tmp_path)


def test_flash_at_the_lens_meets_the_closed_form():
    albedo, s, r, rgb = np.array([0.5, 0.4, 0.3]), 0.5, 0.4, np.array([38.0, 35, 30])
    central = K + [
        [0, 0, 0.5],
        [0, 0, 0.5],
        [0, 0, 0],
    ]  # the middle of the ball in the middle of a pixel
    image = relight([ball()], looking(), central, SIZE, [0, 0, -3], rgb, supersample=1)
    # where l = v = h = n: f_d = albedo / pi, D = 1 / (pi r^4), G = 1, F = 0.08 s, and d = 2.5
    expected = (albedo / np.pi + 0.08 * s / (4 * np.pi * r**4)) * rgb / 2.5**2
    np.testing.assert_allclose(image[32, 32], expected, rtol=2e-3)
    assert (image[0, 0] == 0).all()
    wide = relight([ball()], looking(), central, SIZE, [0, 0, -3], rgb)
    assert abs(wide.mean() / image.mean() - 1) < 0.02


def test_a_convex_body_does_not_shadow_what_its_light_reaches():
    lamp, rgb = [2.0, -1.5, -2.0], np.ones(3) * 30
    lit, free = (
        relight([ball(angle=3.0)], looking(), K, SIZE, lamp, rgb, shadows=on, supersample=1)
        for on in (True, False)
    )
    assert (np.abs(lit - free).max(-1) < 0.02 * free.max()).mean() > 0.999


def test_a_ball_casts_its_shadow_where_rays_to_the_light_hit_it():
    corners = np.array([[-1, -1, 1.0], [1, -1, 1], [1, 1, 1], [-1, 1, 1]])
    wall = Mesh(
        corners, np.array([[0, 2, 1], [0, 3, 2]]), v_uv=np.array([[0, 1], [1, 1], [1, 0], [0, 0.0]])
    )
    center, lamp = np.array([0.1, 0, 0.2]), np.array([1.5, -0.8, -3.0])
    parts = [(wall, bake(wall, 64, material())), ball(center=center, radius=0.25, angle=3.14)]
    c2w = looking()
    lit, free = (
        relight(parts, c2w, K, SIZE, lamp, np.ones(3) * 30, shadows=on, supersample=1)
        for on in (True, False)
    )
    j, i = np.mgrid[:64, :64] + 0.5
    directions = np.stack([(i - 32) / 100, (j - 32) / 100, np.ones_like(i)], -1)
    point = c2w[:3, 3] + directions * 4  # on the wall, z = 1

    def misses(origin, towards, tolerance=0.0):
        d = towards / np.linalg.norm(towards, axis=-1, keepdims=True)
        off = center - origin
        return (
            np.linalg.norm(off - (off * d).sum(-1, keepdims=True) * d, axis=-1) - 0.25 > tolerance
        )

    on_wall = misses(c2w[:3, 3], directions, 0.01) & (np.abs(point[..., :2]) < 0.95).all(-1)
    ratio = lit.sum(-1) / np.maximum(free.sum(-1), 1e-9)
    lamp_ray = lamp - point
    bright = misses(point, lamp_ray, 0.02) & on_wall
    dark = ~misses(point, lamp_ray, -0.02) & on_wall
    assert dark.sum() > 30 and bright.sum() > 500
    assert (ratio[bright] > 0.99).all() and (ratio[dark] < 0.01).all()


def test_light_goes_on_from_one_wall_to_another_and_stays_away_from_a_ball():
    """In a corner, each wall is lit by the other; a ball sees no part of itself."""
    wall = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0.0]])  # z = 0, facing +z
    floor = wall[::-1, [0, 2, 1]]  # y = 0, facing +y; both share the edge along x
    parts = []
    for corners in (wall, floor):
        faces, v_uv = np.array([[0, 1, 2], [0, 2, 3]]), wall[:, :2]
        square = Mesh(corners, faces, v_uv=v_uv)
        parts.append((square, bake(square, 32, material())))
    assert parts[0][0].normals()[0] @ [0, 0, 1] > 0.9 and parts[1][0].normals()[0] @ [0, 1, 0] > 0.9
    bounces = Bounces(parts, 1.0, n_places=4000)
    bounces.radiosity.albedo[:] = 1.0
    direct = np.repeat(bounces.normal @ parts[0][0].normals()[:1].T, 3, 1)  # on the first alone
    once = (bounces.radiosity.transport @ direct)[np.abs(direct[:, 0]) < 0.5]
    assert once.mean() == pytest.approx(0.2, rel=0.1)  # form factor of squares with a common edge
    assert Bounces([ball(angle=3.0)], 1.0).radiosity.transport.sum() < 1e-6
    lamp, rgb = [0.3, -1.5, -2.5], np.ones(3) * 30
    pictures = [
        relight([ball(angle=3.0)], looking(), K, SIZE, lamp, rgb, supersample=1, bounces=thrown)
        for thrown in (None, Bounces([ball(angle=3.0)], 1.0))
    ]
    np.testing.assert_allclose(*pictures, atol=1e-5)


def test_without_shadows_light_still_goes_on_only_from_places_that_are_lit():
    """A ball between lamp and wall: the wall behind it is drawn lit, and throws nothing on."""
    corners = np.array([[-1, -1, 1.0], [1, -1, 1], [1, 1, 1], [-1, 1, 1]])
    faces = np.array([[0, 2, 1], [0, 3, 2]])
    wall = Mesh(corners, faces, v_uv=np.array([[0, 1], [1, 1], [1, 0], [0, 0.0]]))
    parts = [(wall, bake(wall, 64, material())), ball(center=np.zeros(3), radius=0.5, angle=3.14)]
    lamp, bounces = ([0.0, 0.0, -3.0], np.ones(3) * 30), Bounces(parts, 0.4)

    def thrown(shadows, lamp):
        common = {"shadows": shadows, "supersample": 1}
        direct = relight(parts, looking(), K, SIZE, *lamp, **common)
        return relight(parts, looking(), K, SIZE, *lamp, bounces=bounces, **common) - direct

    assert thrown(True, lamp).max() > 1e-3
    np.testing.assert_allclose(thrown(False, lamp), thrown(True, lamp), atol=1e-5)
    with pytest.raises(ValueError, match="outside the head"):
        thrown(False, ([0.0, 0.0, 0.2], lamp[1]))


def test_a_turning_heads_lamp_throws_light_on():
    parts = [ball(center=np.array([x, 0, 0.0]), radius=0.25, angle=3.14) for x in (-0.3, 0.3)]
    ambient = np.zeros((9, 3)), np.ones(9), 1.0
    shot = LitCamera(looking(), K, SIZE, np.array([0, 0, -3.0]), np.ones(3) * 30, ambient, False)
    plain, more = (
        np.stack([*turning(parts, shot, -np.eye(3)[[2, 0, 1]], n=2, px=64, bounces=bounces)])
        for bounces in (None, Bounces(parts, 0.4))
    )
    assert (more >= plain).all() and (more > plain + 1e-3).any()


def test_within_a_ball_light_goes_everywhere_alike():
    rng = np.random.default_rng(0)
    points = rng.normal(size=(3000, 3))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    inside = Radiosity(points, -points, np.full((3000, 3), 0.5), 4 * np.pi)
    # every direction ends on the ball: 1 of 1, and with albedo 1/2 thrice 1/2 + 1/4 + 1/8
    assert inside.transport.sum(1).mean() == pytest.approx(1, abs=0.03)
    assert inside.arriving(np.ones((3000, 3))).mean() == pytest.approx(0.875, abs=0.05)


def test_relit_pictures_are_scored_against_the_truth(tmp_path):
    lens = np.array([[100.0, 0, 32], [0, 100, 32], [0, 0, 1]])
    cameras = Cameras(["a"], looking()[None], lens, 64, 64, np.zeros(4))
    assert relit_tests([ball()], tmp_path, cameras, 2.2) == []
    lamp, rgb = [1.0, -1, -3], [30.0, 28, 25]
    view = look_at(np.array([0.5, 0, -3.0]), np.zeros(3), UP)
    truth = relight([ball()], view, lens * [[2], [2], [1]], (128, 128), lamp, rgb)
    encoded = np.round(255 * np.clip(truth, 0, 1) ** (1 / 2.2)).astype(np.uint8)
    encoded[64, 64] += 1  # alike in all but one pixel: the score stays finite
    cv2.imwrite(str(tmp_path / "true.png"), encoded[..., ::-1])
    test = {"c2w_opencv": view.tolist(), "light_position": lamp, "light_rgb": rgb}
    tests = [test | {"file": "true.png"}, test | {"file": "absent.png"}]
    (tmp_path / "gt.json").write_text(json.dumps({"relight": tests}))
    (same,) = relit_tests([ball()], tmp_path, cameras, 2.2)
    assert same.file == "true.png" and same.psnr > 60 and (same.image != encoded).any(-1).sum() == 1
    (dark,) = relit_tests([ball(fields=material((0.4, 0.32, 0.24)))], tmp_path, cameras, 2.2)
    inside = encoded.max(-1) > 0
    error = (dark.image[inside] / 255.0 - encoded[inside] / 255.0) ** 2
    assert dark.psnr == pytest.approx(-10 * np.log10(error.mean())) and 15 < dark.psnr < 30


def test_a_camera_looks_at_its_target_upright():
    c2w = look_at(np.array([1.0, 2, -3]), np.array([0.0, 0.5, 0.2]), UP)
    to_target = np.array([0, 0.5, 0.2]) - [1, 2, -3]
    np.testing.assert_allclose(c2w[:3, 2], to_target / np.linalg.norm(to_target))
    assert c2w[:3, 1] @ UP < 0 and abs(c2w[:3, 0] @ UP) < 1e-12
    np.testing.assert_allclose(c2w[:3, :3] @ c2w[:3, :3].T, np.eye(3), atol=1e-12)
    assert np.linalg.det(c2w[:3, :3]) == pytest.approx(1)


def test_a_light_inside_the_head_is_refused():
    with pytest.raises(ValueError, match="light_position"):
        relight([ball()], looking(), K, SIZE, [0, 0, -0.3], np.ones(3))


def test_room_light_of_a_trained_scene_reaches_the_mesh():
    coeffs = np.zeros((9, 3))
    coeffs[0] = 3.0  # the same from everywhere: softplus(0.2821 * 3) sigmoid(0) albedo * 0.1
    image = relight([ball()], looking(), K, SIZE, ambient=(coeffs, np.zeros(9), 0.1))
    light = np.log1p(np.exp(10 * 0.28209479 * 3)) / 10
    np.testing.assert_allclose(
        image[32, 32], light * 0.5 * 0.1 * np.array([0.5, 0.4, 0.3]), rtol=1e-3
    )


def test_environment_of_one_value_gives_back_the_albedo():
    part = ball(fields=material(specular=0.0, roughness=0.9))
    image = relight(
        [part], looking(), K, SIZE, environment=Environment(np.full((16, 32, 3), 2.0), FRONT, UP)
    )
    # irradiance 2 pi over pi; the fitted gloss adds less than 2 % at F0 = 0, seen head-on
    np.testing.assert_allclose(image[32, 32], 2 * np.array([0.5, 0.4, 0.3]), rtol=0.05, atol=0.02)


def test_environment_lights_the_side_it_shows():
    sky = np.full((32, 64, 3), 0.01, np.float32)
    sky[12:20, 44:52] = [
        50.0,
        0,
        0,
    ]  # red, to the subject's own right: -x here, left in the picture
    sky[0:3] = [0, 50.0, 0]  # green, above
    rough = relight([ball()], looking(), K, SIZE, environment=Environment(sky, FRONT, UP))
    assert rough[32, 18, 0] > 3 * rough[32, 46, 0]
    assert rough[18, 32, 1] > 3 * rough[46, 32, 1]
    glossy = ball(fields=material((0, 0, 0), 1.0, 0.02))
    red = relight([glossy], looking(), K, SIZE, environment=Environment(sky, FRONT, UP))[..., 0]
    red = np.where(red > red.max() / 2, red, 0)
    # the patch is 90 degrees off the front: its mirror image is where the normal is turned by about
    # 45 degrees
    column = 32 - 100 * 0.5 * np.sin(np.pi / 4) / (3 - 0.5 * np.cos(np.pi / 4))
    j, i = np.mgrid[:64, :64] + 0.5
    np.testing.assert_allclose(
        [(red * j).sum() / red.sum(), (red * i).sum() / red.sum()], [32, column], atol=2
    )
