"""Which frames of a film are taken, and what the film is told."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from film_clips import sample_pictures, shaken, write_film

from lib.capture.errors import CaptureError
from lib.capture.faces import head_box
from lib.capture.place import spread
from lib.filming.film import Film, probe
from lib.filming.frames import MORE, Look, choose, choose_frames, glance, n_looks

FILM = Film(Path("clip.mp4"), 540, 960, (960, 540), fps=15.0, n_frames=150, duration=10.0)
SHARP = Look(
    number=0,
    t=0.0,
    sharpness=1.0,
    detail=6.0,
    box=np.array([0.3, 0.3, 0.7, 0.7]),
    face=True,
    mesh=True,
    n_faces=1,
    eyelids=0.35,
    roll=4.0,
    face_cut=False,
    head_cut=False,
    luminance=0.2,
    bright=180.0,
    clipped=0.0,
    person=0.4,
)


def looks(n=150, **changed):
    """n looks at 15 a second; a keyword gives {number: value} of one of their fields."""
    seen = [replace(SHARP, number=i, t=i / 15) for i in range(n)]
    for name, values in changed.items():
        for number, value in values.items():
            setattr(seen[number], name, value)
    return seen


def test_faulty_frames_are_left_out_and_each_is_told_why():
    faults = {
        "sharpness": {20: 0.5, 21: 0.6},
        "eyelids": {40: 0.1, 41: 0.12},
        "face_cut": {60: True},
        "head_cut": {70: True},
    }
    choice = choose(FILM, looks(**faults), 50)
    assert len(choice.chosen) == 50 and not {20, 21, 40, 41, 60, 70} & set(choice.chosen)
    reasons = {seen.number: seen.reason for seen in choice.looks}
    assert reasons[20] == "blurred: 50 % as sharp as those around"
    assert reasons[40] == "eyes closed" and reasons[60].startswith("face cut")
    assert [number for number, reason in reasons.items() if not reason] == choice.chosen
    assert choice.warnings == []


def test_the_sharpest_of_every_window_is_taken():
    best = {i * 5 + i % 4: 1.1 for i in range(30)}
    choice = choose(FILM, looks(sharpness=best), 30)
    assert choice.chosen == sorted(best)


def test_gaps_are_filled_from_elsewhere_and_a_short_film_gives_all():
    blurred = {i: 0.3 for i in range(45, 57)}
    choice = choose(FILM, looks(sharpness=blurred), 100)
    assert len(choice.chosen) == 100 and not set(blurred) & set(choice.chosen)
    few = choose(FILM, looks(30), 60)
    assert few.chosen == list(range(30)) and "30 of 60" in few.warnings[0]


def test_a_head_cut_at_the_hair_is_taken_only_where_there_is_no_other():
    choice = choose(FILM, looks(head_cut={i: True for i in range(60, 150)}), 30)
    assert len(choice.chosen) == 30 and any(number >= 60 for number in choice.chosen)
    assert any("edge" in warning for warning in choice.warnings)


def test_views_without_a_face_are_kept():
    from_behind = {i: False for i in range(100, 150)}
    seen = looks(face=from_behind, mesh=from_behind, eyelids=dict.fromkeys(from_behind, np.nan))
    choice = choose(FILM, seen, 30)
    assert sum(number >= 100 for number in choice.chosen) == 10 and choice.has_face
    nobody = {i: False for i in range(150)}
    bust = choose(FILM, looks(face=nobody, mesh=nobody), 30)
    assert len(bust.chosen) == 30 and not bust.has_face and "bust" in bust.warnings[0]


def test_photos_are_all_taken_but_those_out_of_focus():
    photos = [Path(f"IMG_{i}.jpg") for i in range(150)]
    blurred, closed = {5: 1.0}, {50: 0.05}
    choice = choose(replace(FILM, photos=photos), looks(detail=blurred, eyelids=closed), 30)
    assert choice.chosen == [i for i in range(150) if i not in (5, 50)]


def test_films_that_nothing_can_be_made_of():
    with pytest.raises(CaptureError, match="clip.mp4: .* too dark .* turn the light on"):
        choose(FILM, looks(bright=dict.fromkeys(range(150), 12.0)), 30)
    with pytest.raises(CaptureError, match="clip.mp4: .* out of focus throughout"):
        choose(FILM, looks(detail=dict.fromkeys(range(150), 1.5)), 30)
    seen = {i: -91.0 if i % 3 else np.nan for i in range(150)}  # in some no landmarks are found
    with pytest.raises(CaptureError, match="clip.mp4: .* upright face, found it turned by 91 deg"):
        choose(FILM, looks(roll=seen), 30)


def test_what_a_film_is_warned_about():
    drifting = {i: 0.1 * 2 ** (i / 75) for i in range(150)}
    choice = choose(FILM, looks(luminance=drifting), 30)
    assert np.isclose(choice.exposure_stops, 1.8, atol=0.05) and "automatic" in choice.warnings[0]
    two = choose(FILM, looks(n_faces=dict.fromkeys(range(50), 2)), 30)
    assert "50 of 150 frames show more than one face" in two.warnings[0]
    wide = choose(replace(FILM, width=960, height=540), looks(), 30)
    assert "upright" in wide.warnings[0]
    soft = choose(FILM, looks(detail=dict.fromkeys(range(150), 2.8)), 30)
    assert "soft" in soft.warnings[0]
    white = choose(FILM, looks(clipped=dict.fromkeys(range(150), 0.1)), 30)
    assert "10 % of the head is clipped" in white.warnings[0]


def test_spread_takes_views_evenly_in_angle():
    crowded = np.radians(np.concatenate([np.linspace(-80, -60, 40), np.linspace(-60, 80, 15)]))
    directions = 3 * np.stack([np.sin(crowded), 0 * crowded, -np.cos(crowded)], 1)
    taken = spread(list(range(100, 155)), directions, 15)
    assert taken == sorted(taken) and len(set(taken)) == 15
    angles = np.degrees(crowded[np.array(taken) - 100])
    assert np.diff(angles).max() < 22 and (angles < -60).sum() <= 3
    assert spread([4, 2], directions[:2], 5) == [2, 4]


def test_the_head_of_a_person_is_found_without_a_face():
    person = np.zeros((200, 120), np.float32)
    cv2.ellipse(person, (60, 60), (25, 32), 0, 0, 360, 1, -1)
    cv2.rectangle(person, (48, 80), (72, 110), 1, -1)
    cv2.rectangle(person, (10, 110), (110, 200), 1, -1)
    left, top, right, bottom = head_box(person)
    assert abs(left - 35) < 3 and abs(right - 86) < 3 and abs(top - 28) < 2 and 75 < bottom < 105
    assert head_box(0 * person) is None


def test_a_clip_of_the_sample_loses_its_shaken_frames(tmp_path):
    pictures = [picture for picture in sample_pictures() for _ in range(2)]
    shaky = {i for i in range(len(pictures)) if i % 11 in (4, 5)}
    clip = write_film(
        tmp_path / "sample.mp4",
        [shaken(picture) if i in shaky else picture for i, picture in enumerate(pictures)],
    )
    film = probe(clip)
    choice = choose_frames(film, 30)
    assert len(choice.looks) == n_looks(film) == len(pictures) and choice.has_face
    assert len(choice.chosen) == round(MORE * 30) and choice.n_kept == 30
    assert not shaky & set(choice.chosen)
    assert any(seen.face for seen in choice.looks) and choice.looks[0].luminance > 0


def test_a_persons_own_choice_is_taken_and_stays(tmp_path):
    clip = write_film(tmp_path / "sample.mp4", sample_pictures(1.0))
    choice = choose_frames(probe(clip), 12, numbers=[7, 3, 20])
    assert choice.chosen == [3, 7, 20] and choice.n_kept is None


@pytest.mark.parametrize("distance", [5, 250])  # between key frames: many, and one in all
def test_a_glance_tells_at_the_door_what_is_wrong(tmp_path, distance):
    def film(name, pictures):
        return probe(write_film(tmp_path / name, pictures, distance=distance))

    pictures = sample_pictures(1.0)
    alone = glance(film("alone.mp4", pictures))
    two = glance(film("two.mp4", [np.hstack([one, one]) for one in pictures]))
    assert not any("one face" in words for words in alone)
    assert any("more than one face" in words for words in two)
    assert any("wider than high" in words for words in two)
    with pytest.raises(CaptureError, match="dark.mp4: .* too dark"):
        glance(film("dark.mp4", [one // 12 for one in pictures]))
    with pytest.raises(CaptureError, match="blurred.mp4: .* out of focus"):
        glance(film("blurred.mp4", [cv2.GaussianBlur(one, (0, 0), 4) for one in pictures]))
    nobody = [np.roll(pictures[0][:40, :40].repeat(6, 0).repeat(6, 1), i, 0) for i in range(40)]
    with_nobody = [
        cv2.rectangle(one.copy(), (90, 90), (150, 150), (250,) * 3, -1) for one in nobody
    ]
    assert any("taken for a bust" in words for words in glance(film("nobody.mp4", with_nobody)))


def test_the_phone_video_gives_sixty_unblurred_frames(captures):
    folder = captures / "phone_video"
    if not folder.is_dir():
        pytest.skip(f"needs {folder}")
    choice = choose_frames(probe(folder / "video_A.mp4"), 48)
    truth = json.loads((folder / "gt.json").read_text())["frames"]
    blur = np.array([frame.get("blur_px") or 0.0 for frame in truth])
    assert len(choice.chosen) == 60 and blur[choice.chosen].max() < 3
    azimuth = np.array([frame["az"] for frame in truth])[choice.chosen]
    assert azimuth.min() < -70 and azimuth.max() > 70  # side views stay
    assert choice.warnings == [] and choice.has_face


def test_the_bar_counts_the_frames_that_are_measured():
    assert n_looks(replace(FILM, fps=60.0, n_frames=601)) == len(range(0, 601, 4))
    assert n_looks(replace(FILM, n_frames=None)) is None


def test_the_picture_of_the_choice_counts_what_was_left_out():
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    from lib.workbook.film_plots import frame_choice

    choice = choose(FILM, looks(sharpness={20: 0.5, 21: 0.6}, eyelids={40: 0.1}), 50)
    (ax,) = frame_choice(choice).axes
    words = [text.get_text() for text in ax.get_legend().get_texts()]
    assert words == ["2 blurred", "1 eyes closed", "97 another beside it was taken", "50 taken"]
