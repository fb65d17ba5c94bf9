"""The one error that a capture's files raise."""

from __future__ import annotations

MESSAGE_LENGTH = 300


class CaptureError(ValueError):
    """A capture that cannot be used; it names the file, what was expected, what was found and the
    likely fix.

    The message is one line of at most 300 characters. If it is longer, the path at its start is cut
    to its last three parts. If that is not enough, the middle is left out.
    """

    def __init__(self, message: str):
        super().__init__(short_line(message))


def short_line(text: str, length: int = MESSAGE_LENGTH) -> str:
    """Return the text as one line of at most `length` characters, see `CaptureError`."""
    text = " ".join(text.split())
    if not text.isprintable():  # a name may hold commands for the terminal
        text = "".join(letter if letter.isprintable() else "?" for letter in text)
    if len(text) <= length:
        return text
    path, colon, rest = text.partition(": ")
    if path.count("/") > 3:
        text = "/".join([".../" + path.split("/")[-3], *path.split("/")[-2:]]) + colon + rest
    if len(text) > length:
        half = (length - 5) // 2
        text = f"{text[:half].rstrip()} ... {text[-half:].lstrip()}"
    return text
