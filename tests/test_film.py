"""Films and photos: numbers, times, turns and colours, against pictures that are known."""

from __future__ import annotations

import av
import cv2
import numpy as np
import pytest
from film_clips import write_film
from PIL import Image

from lib.capture.errors import CaptureError
from lib.filming.film import probe, read_frames, read_some
from lib.filming.hdr import scene_light

COLORS = np.array([[[200, 60, 40], [60, 180, 90]], [[50, 70, 190], [120, 120, 120]]], np.uint8)


def pattern(i: int = 0, n: int = 64) -> np.ndarray:
    """Four colours in the corners, twice as high as wide, and a bar that tells the frame i."""
    picture = np.kron(COLORS, np.ones((n, n // 2, 1))).astype(np.uint8)
    picture[n - 4 : n + 4] = 8 * (i % 30)
    return picture


def corners(picture: np.ndarray) -> np.ndarray:
    """The mean colour in the middle of each quarter, (2,2,3)."""
    height, width = picture.shape[:2]
    rows, columns = (
        [slice(size // 8, size * 3 // 8), slice(size * 5 // 8, size * 7 // 8)]
        for size in (height, width)
    )
    return np.array([[picture[r, c].mean((0, 1)) for c in columns] for r in rows])


def refused(path) -> str:
    """The message with which a film is refused: one short sentence that names it."""
    with pytest.raises(CaptureError) as error:
        film = probe(path)
        list(read_frames(film))
    assert str(error.value).startswith(str(path))
    assert len(str(error.value)) - len(str(path)) <= 300
    return str(error.value)


@pytest.mark.parametrize("rotation", [0, 90, 180, -90])
@pytest.mark.parametrize("name, codec", [("a.mp4", "libx264"), ("b.mov", "libx265")])
def test_pictures_come_upright_and_numbered(tmp_path, name, codec, rotation):
    stored = [np.rot90(pattern(i), -rotation // 90) for i in range(30)]
    path = write_film(tmp_path / name, stored, codec, rotation=rotation)
    film = probe(path)
    assert (film.width, film.height) == (64, 128) and film.n_frames == 30
    assert film.coded == stored[0].shape[1::-1] and film.rotation % 360 == rotation % 360
    assert np.isclose(film.fps, 15, atol=0.1) and np.isclose(film.duration, 2.0, atol=0.05)
    assert not film.variable_rate and film.bit_depth == 8 and film.transfer == "sdr"
    frames = list(read_frames(film))
    assert [number for number, _, _ in frames] == list(range(30))
    for number, t, picture in frames:
        assert np.isclose(t, number / 15, atol=1e-3)
        assert abs(corners(picture) - COLORS).max() < 4
        assert abs(picture[62:66, 20:44].mean() - 8 * number) < 4  # its own bar


@pytest.mark.parametrize(
    "options",
    [
        {"matrix": 1},
        {"matrix": 5, "transfer": 6},
        {"matrix": 2},  # untagged: read as players read it
        {"matrix": 1, "full_range": True},
        {"matrix": 1, "pix_fmt": "yuv420p10le", "codec": "libx265"},
    ],
)
def test_colours_follow_the_tags(tmp_path, options):
    path = write_film(tmp_path / "a.mp4", [pattern()] * 30, **options)
    film = probe(path)
    assert film.bit_depth == (10 if "pix_fmt" in options else 8)
    (_, _, picture) = next(read_frames(film))
    assert abs(corners(picture) - COLORS).max() < 4


def test_uneven_frames_keep_their_own_times(tmp_path):
    times = np.cumsum([0.03 + 0.04 * (i % 3) for i in range(40)]).tolist()
    film = probe(
        write_film(tmp_path / "a.mp4", [pattern(i) for i in range(40)], fps=30, times=times)
    )
    assert film.variable_rate and film.n_frames == 40
    read = np.array([t for _, t, _ in read_frames(film)])
    assert np.allclose(np.diff(read), np.diff(times), atol=2e-4)


def test_asked_frames_alone_are_given_and_large_ones_averaged_down(tmp_path):
    film = probe(write_film(tmp_path / "a.mp4", [pattern(i, 256) for i in range(30)]))
    frames = list(read_frames(film, [3, 7, 20], max_side=128))
    assert [number for number, _, _ in frames] == [3, 7, 20]
    assert all(picture.shape == (128, 64, 3) for _, _, picture in frames)
    assert abs(corners(frames[0][2]) - COLORS).max() < 4


def test_a_long_range_of_numbers_is_not_walked(tmp_path):
    film = probe(write_film(tmp_path / "a.mp4", [pattern(i) for i in range(30)]))
    assert [number for number, _, _ in read_frames(film, range(0, 10**18, 12))] == [0, 12, 24]


def hlg(light):
    """BT.2100's HLG OETF, written out."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    return np.where(
        light <= 1 / 12,
        np.sqrt(3 * light),
        a * np.log(np.maximum(12 * light - b, 1e-9)) + c,
    )


def pq(light):
    """BT.2100's PQ OETF of light that is 1 where a display shows 1000 cd/m^2."""
    at_1000 = ((10 ** (1 / 2.4) + 0.099) / 1.099) ** (1 / 0.45)
    linear = light * at_1000
    video = np.where(linear < 0.018, 4.5 * linear, 1.099 * linear**0.45 - 0.099)
    display = 100 * video**2.4 / 10000
    power = display**0.1593017578125
    return ((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power)) ** 78.84375


@pytest.mark.parametrize("name, curve", [("hlg", hlg), ("pq", pq)])
def test_hdr_curves_are_undone(name, curve):
    light = np.linspace(0.001, 1, 50)
    assert np.allclose(scene_light(curve(light), name), light, rtol=2e-4)
    assert np.isclose(scene_light(np.array(1 / 2), "hlg"), 1 / 12)  # BT.2100: the curve's joint
    assert np.isclose(scene_light(np.array(0.7518), "pq"), 1.0, rtol=2e-3)  # PQ of 1000 cd/m^2


@pytest.mark.parametrize("transfer, curve", [(18, hlg), (16, pq)])
def test_an_hdr_film_becomes_gamma_two_point_two(tmp_path, transfer, curve):
    linear = np.kron((COLORS / 255.0) ** 2.2, np.ones((64, 32, 1)))  # BT.709's primaries
    wide = np.array([[0.6274, 0.3293, 0.0433], [0.0691, 0.9195, 0.0114], [0.0164, 0.0880, 0.8956]])
    signal = np.round(65535 * curve(linear @ wide.T)).astype(np.uint16)
    path = write_film(
        tmp_path / "a.mov",
        [signal] * 30,
        "libx265",
        "yuv420p10le",
        matrix=9,
        transfer=transfer,
        primaries=9,
    )
    film = probe(path)
    assert film.transfer == {18: "hlg", 16: "pq"}[transfer] and film.bit_depth == 10
    (_, _, picture) = next(read_frames(film))
    assert abs(corners(picture) - COLORS).max() < 5


def test_films_that_are_none_are_refused_in_one_sentence(tmp_path):
    text = tmp_path / "a.mp4"
    text.write_text("no film")
    assert "7 bytes" in refused(text)
    whole = write_film(tmp_path / "b.mp4", [pattern(i) for i in range(60)]).read_bytes()
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole[: len(whole) // 2])  # its index stands at the end
    assert "cut short" in refused(cut)
    ends = whole.index(b"moov") - 4
    front = tmp_path / "front.mp4"
    with av.open(str(tmp_path / "b.mp4")) as source:
        with av.open(str(front), "w", options={"movflags": "faststart"}) as target:
            stream = target.add_stream_from_template(source.streams.video[0])
            for packet in source.demux(video=0):
                if packet.dts is not None:
                    packet.stream = stream
                    target.mux(packet)
    assert front.read_bytes().index(b"moov") < ends
    front.write_bytes(front.read_bytes()[: len(whole) * 2 // 3])
    assert "cut short" in refused(front)
    short = write_film(tmp_path / "short.mp4", [pattern(i) for i in range(15)])
    assert "1.0 s, 15 frames" in refused(short)
    sound = tmp_path / "sound.mp4"
    with av.open(str(sound), "w") as container:
        stream = container.add_stream("aac", rate=48000)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), "fltp", "mono")
        frame.sample_rate = 48000
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            container.mux(packet)
    assert "video stream" in refused(sound)
    assert "none" in refused(tmp_path / "absent.mp4")


def test_a_matroska_film_is_read_though_its_index_holds_key_frames_alone(tmp_path):
    film = probe(write_film(tmp_path / "a.mkv", [pattern(i) for i in range(60)]))
    assert film.n_frames is None and np.isclose(film.duration, 4.0, atol=0.1)
    assert np.isclose(film.fps, 15, atol=0.1) and not film.variable_rate
    assert len(list(read_frames(film))) == 60 and len(read_some(film, 12)) == 12


def test_a_film_whose_pieces_cannot_be_read_is_told_in_one_sentence(tmp_path):
    path = write_film(tmp_path / "a.mp4", [pattern(i) for i in range(30)], distance=2)
    content = bytearray(path.read_bytes())
    first_key = content.index(b"stss") + 12  # the frame from which on the film can be decoded
    content[first_key : first_key + 4] = b"\xff" * 4
    path.write_bytes(content)
    film = probe(path)
    with pytest.raises(CaptureError, match="a.mp4: expected a whole film") as error:
        read_some(film, 12)
    assert "copy it" in str(error.value) and len(str(error.value)) <= 300


def write_photos(folder, n=12, suffix=".jpg", **save):
    folder.mkdir()
    for i in range(n):
        Image.fromarray(pattern(i)).save(folder / f"IMG_{i:02d}{suffix}", **save)
    return folder


@pytest.mark.parametrize("orientation, turns", [(1, 0), (3, 2), (6, 1), (8, 3)])
def test_photos_come_upright_under_their_own_names(tmp_path, orientation, turns):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif.get_ifd(0x8769)[0xA405] = 26  # 35 mm equivalent
    folder = tmp_path / "photos"
    folder.mkdir()
    for i in range(12):
        stored = np.rot90(pattern(i), turns)  # EXIF 6 asks for a quarter clockwise
        Image.fromarray(stored).save(folder / f"IMG_{i:02d}.jpg", exif=exif, quality=95)
    film = probe(folder)
    assert (film.width, film.height, film.n_frames) == (64, 128, 12)
    assert np.isclose(film.focal_px, 26 / 43.27 * np.hypot(64, 128))
    for number, _, picture in read_frames(film):
        assert film.name(number) == f"IMG_{number:02d}"
        assert abs(corners(picture) - COLORS).max() < 6


@pytest.mark.parametrize("tags", [{0xA002: 0}, {0xA405: "wide"}, {0x920A: (0, 0)}, {0xA210: 9}])
def test_a_focal_length_that_makes_no_sense_is_left_out(tmp_path, tags):
    exif = Image.Exif()
    exif.get_ifd(0x8769).update({0x920A: 4.2, 0xA20E: 3000.0, 0xA210: 3} | tags)
    film = probe(write_photos(tmp_path / "photos", exif=exif))
    assert film.focal_px is None and film.n_frames == 12


def test_photos_of_iphones(tmp_path):
    heif = pytest.importorskip("pillow_heif")
    heif.register_heif_opener()
    film = probe(write_photos(tmp_path / "photos", suffix=".HEIC", quality=95))
    (_, _, picture) = next(read_frames(film))
    assert film.n_frames == 12 and abs(corners(picture) - COLORS).max() < 8


def test_folders_that_no_capture_can_be_made_of(tmp_path):
    assert "found 3" in refused(write_photos(tmp_path / "few", 3))
    mixed = write_photos(tmp_path / "mixed")
    Image.fromarray(pattern(0)[:100]).save(mixed / "IMG_03.jpg")
    assert "IMG_03.jpg" in refused(mixed)
    twice = write_photos(tmp_path / "twice")
    Image.fromarray(pattern(0)).save(twice / "IMG_05.png")
    assert "IMG_05.jpg" in refused(twice) and "IMG_05.png" in refused(twice)
    torn = write_photos(tmp_path / "torn")
    (torn / "IMG_07.jpg").write_bytes((torn / "IMG_07.jpg").read_bytes()[:400])
    with pytest.raises(CaptureError, match="IMG_07.jpg: expected a whole photo"):
        list(read_frames(probe(torn)))


def test_colours_of_the_phone_video_are_those_of_its_stills(captures):
    folder = captures / "phone_video"
    if not folder.is_dir():
        pytest.skip(f"needs {folder}")
    film = probe(folder / "video_A.mp4")
    assert (film.width, film.height, film.rotation, film.n_frames) == (540, 960, -90, 270)
    stills = {int(path.stem): path for path in (folder / "still").iterdir()}
    for number, _, picture in read_frames(film, stills):
        still = cv2.imread(str(stills[number]), cv2.IMREAD_COLOR_RGB).astype(float)
        assert abs((picture - still).mean((0, 1))).max() < 0.4  # of 255; 1.6 by a rough decoder
