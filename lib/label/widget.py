"""The labelling widget for notebooks: a page that shows photos and takes points and regions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import numpy as np
import traitlets

from lib.capture.cameras import Cameras, spread_frames
from lib.label.picks import PickError, Picks
from lib.label.session import MAP, Session

HERE = Path(__file__).parent
COMPANIONS = 5  # small pictures under the large one


class EyeLabeller(anywidget.AnyWidget):
    """The notebook's half of the widget. The page's half, widget.js, sends edits; it receives
    `scene`, which is everything to draw, and pictures.
    """

    _esm = HERE / "widget.js"
    _css = HERE / "widget.css"
    scene = traitlets.Dict().tag(sync=True)

    def __init__(self, session: Session, picture: Callable[[str], bytes], order: list[str]):
        """order: frame names, the one to begin with first. picture: frame name -> bytes of a PNG or
        JPEG.
        """
        super().__init__()
        self.session, self.picture, self.order = session, picture, order
        self.frame, self.message, self.answer = order[0], "", 0
        self.companions = companions(
            [name for name in order if name != MAP], session.cameras, COMPANIONS
        )
        self.on_msg(self._received)
        self._show()

    @property
    def picks(self) -> Picks:
        """The picks as they are now."""
        return self.session.picks

    def _show(self) -> None:
        self.answer += 1  # so that every edit is answered, also one that changes nothing
        frames = dict.fromkeys([self.frame, *self.companions])
        self.scene = {
            "frame": self.frame,
            "order": self.order,
            "companions": self.companions,
            "sizes": {"photo": self.session.size(self.order[0]), "map": self.session.map_size},
            "overlays": {name: self.session.overlay(name) for name in frames},
            "status": self.session.status(),
            "message": self.message,
            "answer": self.answer,
        }

    def _received(self, _: Any, op: dict[str, Any], buffers: Any = None) -> None:
        """Apply what the page asks for. An edit that makes no sense becomes a message on the page;
        it never ends the kernel.
        """
        try:
            self.message = ""
            if op.get("do") == "image":
                self.send({"kind": "image", "frame": op["frame"]}, [self.picture(op["frame"])])
                return
            if op.get("do") == "go":
                if op["frame"] not in self.order:
                    raise PickError(f"there is no frame {op['frame']!r}")
                self.frame = op["frame"]
            else:
                self.session.edit(op)
        except (ValueError, KeyError, AttributeError, OSError) as error:
            self.message = str(error)
        self._show()


def companions(names: list[str], cameras: Cameras, n: int) -> list[str]:
    """Return n frames of the first half of the names, far from each other, from one side of the
    face to the other.
    """
    index = [cameras.names.index(name) for name in names]
    right = cameras.c2w[index[0], :3, 0]
    chosen = spread_frames(cameras, index[: max(n, len(names) // 2)], n)
    chosen.sort(key=lambda i: float(cameras.c2w[i, :3, 3] @ right))
    return [cameras.names[i] for i in chosen]


def frontal_order(cameras: Cameras, forward: np.ndarray) -> list[str]:
    """Return the frame names; the one that looks most directly against `forward` (3,) comes first.
    """
    straight = -cameras.c2w[:, :3, 2] @ forward
    return [cameras.names[i] for i in np.argsort(-straight)]
