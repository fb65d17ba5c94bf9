"""How the settings' sections are checked, and types that several of them share."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import ConfigDict, Field, PositiveFloat

NO_EFFECT = "read, without effect"

T = TypeVar("T")
Unused = Annotated[T, NO_EFFECT]  # captures' files may have it; the program does not use it
Point = Annotated[list[float], Field(min_length=3, max_length=3)]
Color = Annotated[list[PositiveFloat], Field(min_length=3, max_length=3)]
Share = Annotated[float, Field(ge=0, le=1)]
FrameName = Annotated[str, Field(strict=False, coerce_numbers_to_str=True)]  # a frame called 12
# Only exact values pass: no true for 1, no "fifty", no key that is not listed, no NaN.
CHECKED = ConfigDict(
    strict=True,
    extra="forbid",
    allow_inf_nan=False,
    validate_default=True,
    use_attribute_docstrings=True,
)
