"""What only a CUDA device runs: captured training steps, and nvdiffrast beside the
processor's rasteriser.
"""

import numpy as np
import pytest
import torch
from test_train import EYES, Killed, prepared

from lib.train.loop import Trainer, train
from lib.workbook.workspace import load_checkpoint, save_checkpoint

pytestmark = pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device")


def test_a_captured_training_learns_and_resumes(make_capture, tmp_path):
    views, settings = _views_and_settings(make_capture, "train.max_steps=40", "train.save_freq=20")
    whole = train(views, settings, 2, tmp_path / "whole", "cuda", eyeballs=EYES)
    assert whole.steps == 40 and whole.curves["photo"][-1] < whole.curves["photo"][0]

    def kill(step, scalars, trainer):
        if step > 20:
            raise Killed

    steps = []
    with pytest.raises(Killed):
        train(views, settings, 2, tmp_path / "killed", "cuda", kill, EYES)
    resumed = train(
        views, settings, 2, tmp_path / "killed", "cuda", lambda n, *_: steps.append(n), EYES
    )
    assert steps[0] == 22 and steps[-1] == 40  # from the checkpoint of step 20
    # Sums by atomics come in any order, and what differs by a bit grows from step to step: after 40
    # steps of 128 rays one loss has differed by 18 %. So the first steps after the checkpoint are
    # compared, and the mean of all.
    one, other = np.array(resumed.curves["photo"]), np.array(whole.curves["photo"])
    assert one[10:12] == pytest.approx(other[10:12], rel=0.1)
    assert one.mean() == pytest.approx(other.mean(), rel=0.05)


@pytest.mark.parametrize("first", ["cpu", "cuda"])
def test_a_resumed_training_follows_the_rate_s_schedule(make_capture, tmp_path, first):
    views, settings = _views_and_settings(
        make_capture, "train.max_steps=20", "train.milestones=[12]"
    )
    begun = Trainer(views, settings, 2, first, EYES)
    for _ in range(4):
        begun.advance()
    resumed = Trainer(views, settings, 2, "cuda", EYES)
    save_checkpoint(tmp_path / "checkpoint.pt", begun.state() | {"kind": "stage2"})
    resumed.restore(load_checkpoint(tmp_path / "checkpoint.pt", "stage2"))
    while resumed.step < 20:
        resumed.advance()
    for group in resumed.optimizer.param_groups:
        assert group["lr"].is_cuda and group["capturable"]
        assert float(group["lr"]) == pytest.approx(0.33 * group["base_lr"], rel=1e-4)


def _views_and_settings(make_capture, *more):
    chosen, _, settings = prepared(make_capture(eyes=True), 2, *more)
    return chosen, settings
