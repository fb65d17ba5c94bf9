"""The one error that a capture's files raise."""

from __future__ import annotations

MESSAGE_LENGTH = 300


class CaptureError(ValueError):
    """A capture that cannot be used; names file, expectation, finding and likely fix.

    The message is one line of at most 300 characters: of a longer one, the path in front keeps
    only its last three parts, and what is still too long is cut in the middle.
    """

    def __init__(self, message: str):
        super().__init__(short_line(message))


def short_line(text: str, length: int = MESSAGE_LENGTH) -> str:
    """The text as one line of at most `length` characters, see `CaptureError`."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    path, colon, rest = text.partition(": ")
    if path.count("/") > 3:
        text = "/".join([".../" + path.split("/")[-3], *path.split("/")[-2:]]) + colon + rest
    if len(text) > length:
        half = (length - 5) // 2
        text = f"{text[:half].rstrip()} ... {text[-half:].lstrip()}"
    return text
