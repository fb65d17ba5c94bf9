"""The benchmark trains what it is told, twice if asked, and reports what it measured."""

import pytest
from test_train import TINY

from lib.workbook import bench


def test_it_compares_settings(tiny_capture, tmp_path, capsys):
    rows = bench.main(
        [
            str(tiny_capture),
            "--device",
            "cpu",
            "--out",
            str(tmp_path / "out"),
            "--set",
            *TINY,
            "--against",
            "train.max_steps=3",
            "train.start=sphere",
            "--set",
            "light.color=[1, 1, 1]",
            "--against",
            "light.color=[1, 1, 0.9]",
            "light.fit_gain=true",
        ]
    )
    printed = capsys.readouterr().out
    assert [row["variant"] for row in rows] == [
        "as it is",
        "train.max_steps=3 train.start=sphere",
        "light.color=[1, 1, 0.9] light.fit_gain=true",
    ]
    assert all(row["psnr"] > 0 and row["seconds"] > 0 for row in rows)
    assert (
        "9 steps of 32 rays" in printed and "phases: cache" in printed and "peak memory" in printed
    )
    assert (
        f"| train.max_steps=3 train.start=sphere | {rows[1]['seconds']:.0f} | "
        f"{rows[1]['psnr']:.2f} |" in printed
    )
    assert (
        "own exposure dB" in printed
        and "psnr_own_exposure" in rows[2]
        and "psnr_own_exposure" not in rows[0]
    )
    assert (tmp_path / "out" / "run1" / "checkpoint.pt").is_file()


def test_the_second_training_wants_eyes(tiny_capture):
    with pytest.raises(ValueError, match="_eye_ldm: expected 3D points"):
        bench.main([str(tiny_capture), "--stage", "2", "--device", "cpu", "--set", *TINY])
