"""How a notebook opens the labelling widget: which picks it starts with, which photos it offers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import cv2
import numpy as np

from lib.capture.cameras import Cameras, read_cameras
from lib.capture.views import Views, read_photo
from lib.eyes.solve import paint_files, picks_from_paint
from lib.eyes.triangulate import triangulate_landmarks
from lib.label.picks import PickError, Picks, mesh_digest, read_picks, write_picks
from lib.label.session import MAP, Session
from lib.label.widget import EyeLabeller, frontal_order
from lib.mesh.extract import Mesh
from lib.workbook.config import Settings
from lib.workbook.workspace import atomic

JPEG = [cv2.IMWRITE_JPEG_QUALITY, 95]


def first_picks(
    capture: str | Path,
    folder: str | Path,
    cameras: Cameras,
    mesh: Mesh,
    propose: Callable[[], tuple[Picks, str]] | None = None,
    heldout: list[str] = (),
    earlier: Path | None = None,
) -> tuple[Picks, str]:
    """Return the picks to start with, and where they come from, in words.

    The first source that exists counts: 1. the workspace (picks.json of `folder`, or the file
    `earlier` of another run); 2. the capture (eye_picks.json, then painted pictures); 3. the
    automatic proposal of `propose`; 4. none. Picks in `heldout` frames are dropped. The result is
    written to `folder`.
    """
    own, brought = Path(folder) / "picks.json", Path(capture) / "eye_picks.json"
    size = (cameras.width, cameras.height)
    path = next((path for path in (own, earlier, brought) if path and path.is_file()), None)
    changed = path != own  # what lies there already is not written again
    if path is not None:
        picks = read_picks(path, cameras.names, size)
        if path == own:
            source = f"restored from {own} (delete it to begin anew)"
            others = [brought, *paint_files(capture).values()]
            if newer := [str(file) for file in others if _is_newer(file, own)]:
                source += f"; newer, and not looked at: {', '.join(newer)}"
        elif path == earlier:
            source = f"begun with those of another run: {earlier}"
        else:
            source = f"brought by the capture: {path}"
        digest = None if mesh.v_uv is None else mesh_digest(mesh.v_pos, mesh.v_uv)
        if picks.map and picks.map_mesh != digest:
            changed, picks.map = True, {}
            source += "; its picks on the map were dropped: the mesh was made anew since"
    elif (picks := _painted(capture, folder, mesh)) is not None:
        source = "painted pictures of the capture"
    elif propose is not None:
        try:
            picks, words = propose()
            source = f"proposed automatically: {words}"
        except PickError as error:
            picks, source = Picks(), f"none yet: {error}"
    else:
        picks, source = Picks(), "none yet"
    if words := picks.leave_out(heldout):
        changed, source = True, f"{source}; {words}"
    if changed and (path is not None or picks.frames or picks.map):
        write_picks(own, picks)
    return picks, source


def _is_newer(file: Path, than: Path) -> bool:
    """Return whether a file exists and was changed later than another one."""
    return file.is_file() and file.stat().st_mtime > than.stat().st_mtime


def _painted(capture: str | Path, folder: str | Path, mesh: Mesh) -> Picks | None:
    """Return the picks of the capture's painted pictures, None if it has none. If a picture is
    wrong, the error names a copy of it in `folder` that shows what was found.
    """
    try:
        return picks_from_paint(capture, mesh)
    except PickError as error:
        if error.picture is None:
            raise
        with atomic(Path(folder) / "paint_found.png") as path:
            cv2.imwrite(str(path), error.picture[..., ::-1])
        raise PickError(
            f"{error}; {Path(folder) / 'paint_found.png'} shows what was found"
        ) from error


def label_eyes(
    capture: str | Path,
    folder: str | Path,
    views: Views,
    settings: Settings,
    mesh: Mesh,
    diffuse: np.ndarray | None = None,
    interactive: bool = True,
    detector: Callable | None = None,
    earlier: Path | None = None,
) -> tuple[Picks, str, EyeLabeller | None]:
    """Return (picks, where they come from, the widget or None) for the eyes step of a capture.

    views: the photos to train on; the widget offers no other. folder: the workspace's eyes folder,
    where every change is saved as picks.json. mesh: of stage 1, with UV. diffuse: its map (H, W, 3)
    uint8 sRGB, to be labelled as well. interactive: False gives no widget. detector: replaces
    mediapipe's face mesh, see `lib.eyes.detect`. earlier: picks.json of another run, to start with.
    """
    from lib.eyes.detect import propose_picks  # here: mediapipe takes seconds to import

    cameras, options = read_cameras(capture, settings), settings.eyeballs
    trained = [i for i, name in enumerate(cameras.names) if name in views.names]
    picks, source = first_picks(
        capture,
        folder,
        cameras,
        mesh,
        lambda: propose_picks(
            views, cameras, mesh, detector, options.frontal_deg, options.n_proposed
        ),
        [name for name in cameras.names if name not in views.names],
        earlier,
    )
    if detector is not None and not source.startswith(("proposed", "none yet")):
        source += (
            "; the given detector was not asked: remove these picks, in workspace and capture, "
            "to have it asked"
        )
    if not interactive:
        return picks, source, None
    cameras = cameras.subset(trained)
    has_map = diffuse is not None and mesh.v_uv is not None
    session = Session(
        picks,
        cameras,
        Path(folder) / "picks.json",
        partial(triangulate_landmarks, auto_sd=options.auto_sd),
        diffuse.shape[1::-1] if has_map else None,
        mesh_digest(mesh.v_pos, mesh.v_uv) if has_map else "",
    )

    def picture(frame: str) -> bytes:  # encoded anew: a browser would turn a photo as its EXIF says
        image = diffuse if frame == MAP else read_photo(capture, cameras, frame)
        return cv2.imencode(".png" if frame == MAP else ".jpg", image[..., ::-1], JPEG)[1].tobytes()

    order = frontal_order(cameras, _facing(cameras, session)) + ([MAP] if has_map else [])
    return picks, source, EyeLabeller(session, picture, order)


def _facing(cameras: Cameras, session: Session) -> np.ndarray:
    """Return the direction (3,) in which the face looks: towards the marked photos, or towards all
    cameras if none is marked.
    """
    marked = [cameras.names.index(name) for name in session.status()["marked"]]
    forward = -cameras.c2w[marked or slice(None), :3, 2].mean(0)
    return forward / max(np.linalg.norm(forward), 1e-9)
