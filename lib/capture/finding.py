"""A line of a verdict: on a film, a capture, a mesh, or a result."""

from __future__ import annotations

from dataclasses import dataclass

PASS, LOOK, FAIL = "pass", "look", "fail"


@dataclass(frozen=True)
class Finding:
    """One line of the verdict. mark: "pass", "look" or "fail"; advice: "" where all is well."""

    what: str
    mark: str
    found: str
    advice: str = ""
