"""A line of a verdict: on a film, a capture, a mesh, or a result."""

from __future__ import annotations

from dataclasses import dataclass

PASS, LOOK, FAIL = "pass", "look", "fail"
MIME = "application/vnd.head-workbook.verdict+json"  # of a verdict in an executed notebook


def mark_of(value: float, limits: tuple[float, float]) -> str:
    """Return "pass" for a value up to the first limit, "look" up to the second, else "fail"."""
    if value <= limits[0]:
        return PASS
    return LOOK if value <= limits[1] else FAIL


@dataclass(frozen=True)
class Finding:
    """One line of the verdict. mark: "pass", "look" or "fail"; advice: "" where all is well."""

    what: str
    mark: str
    found: str
    advice: str = ""
