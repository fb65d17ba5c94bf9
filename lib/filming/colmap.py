"""pycolmap, with SIGTERM left as it was: its import sets a handler that prints a stack trace."""

from __future__ import annotations

import signal
import threading

import pycolmap

__all__ = ["pycolmap"]

if threading.current_thread() is threading.main_thread():  # elsewhere Python sets no handler
    before = signal.getsignal(signal.SIGTERM)  # Python does not know of the library's
    if before is not None:
        signal.signal(signal.SIGTERM, before)
