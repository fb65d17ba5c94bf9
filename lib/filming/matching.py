"""Pairs of pictures are matched, in several processes.

In one process more threads are no faster: where COLMAP 4.2 fits the geometry of a pair, all threads
wait for one lock (colmap/colmap#4482). So the pairs are dealt to processes. Each matches in a copy
of the features' database; then the matches are put together.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from lib.capture.errors import CaptureError
from lib.filming.colmap import pycolmap

SEED = 0  # of all that COLMAP leaves to chance
MOST = 8  # processes: each holds the features of all pictures
FEWEST_PAIRS = 100  # pairs that are worth another process
TABLES = "matches", "two_view_geometries"
ROOT = Path(__file__).resolve().parents[2]


def match_pairs(
    database: Path, pairs: Sequence[tuple[str, str]], guided: bool, ratio: float, n_threads: int
) -> None:
    """Match pairs of pictures in a COLMAP database that holds their features. Their names have no
    spaces.

    guided: once the geometry of a pair is known, matches are searched again along its epipolar
    lines. ratio: of a feature's distance to its match over that to the next best, at most (Lowe's
    ratio test). n_threads: how many processors may be used. A CaptureError where a process fails.
    """
    n = max(1, min(MOST, n_threads, len(pairs) // FEWEST_PAIRS))
    shares = [database.with_name(f"share_{i}.db") for i in range(n)]
    environment = dict(os.environ, OMP_NUM_THREADS="1")
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), environment.get("PYTHONPATH", "")])
    running = []
    try:
        for i, share in enumerate(shares):
            shutil.copyfile(database, share)
            listed = share.with_suffix(".txt")
            listed.write_text("".join(f"{one} {other}\n" for one, other in pairs[i::n]))
            command = [sys.executable, "-m", __name__, share, listed, str(int(guided)), str(ratio)]
            running.append(subprocess.Popen(command, env=environment))
        for process in running:
            if process.wait():
                raise CaptureError(
                    f"cameras: expected matches of all pairs of frames, found that a process "
                    f"ended with status {process.returncode} (-9: out of memory); close other "
                    "programs, or lower film.n_frames"
                )
    finally:
        for process in running:
            process.kill()  # without effect on those that have ended
            process.wait()
    with closing(sqlite3.connect(database)) as whole:
        for share in shares:
            whole.execute("ATTACH ? AS share", (str(share),))
            for table in TABLES:
                whole.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM share.{table}")
            whole.commit()
            whole.execute("DETACH share")
            share.unlink()


def _match(database: Path, listed: Path, guided: bool, ratio: float) -> None:
    """Match the listed pairs by one thread."""
    pycolmap.logging.minloglevel = pycolmap.logging.ERROR.value  # it reports every pair
    matching, pairing = pycolmap.FeatureMatchingOptions(), pycolmap.ImportedPairingOptions()
    matching.use_gpu, matching.num_threads = False, 1
    matching.guided_matching = guided
    matching.sift.max_ratio = ratio
    pairing.match_list_path = listed
    verification = pycolmap.TwoViewGeometryOptions()
    verification.ransac.random_seed = SEED
    pycolmap.match_image_pairs(
        database, matching, pairing, verification, device=pycolmap.Device.cpu
    )


if __name__ == "__main__":
    _match(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "1", float(sys.argv[4]))
