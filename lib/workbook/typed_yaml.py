"""Values out of YAML, checked against type hints, with errors that say where and what was
expected.
"""

from __future__ import annotations

import math
import re
import typing
from collections.abc import Iterable
from difflib import SequenceMatcher
from types import UnionType

import yaml


class _Yaml(yaml.SafeLoader):
    """YAML with 1e-3 a number and 00012 a frame name, where YAML 1.1 says text and octal ten."""

    yaml_implicit_resolvers: typing.ClassVar[dict] = {}


for _tag, _pattern in {
    "null": "~|null|Null|NULL|None|",
    "bool": "true|True|false|False",
    "int": r"[-+]?(0|[1-9]\d*)",
    "float": r"[-+]?(\d+\.\d*|\.\d+|\d+(?=[eE]))([eE][-+]?\d+)?|[-+]?\.inf|\.nan",
}.items():
    _Yaml.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), None)


def parse_yaml(text: str, where: str) -> object:
    """The value of a piece of YAML."""
    try:
        return yaml.load(text, _Yaml)  # a SafeLoader: plain values only
    except yaml.YAMLError as error:
        raise ValueError(f"{where}: expected YAML, found: {error}") from error


def nearest(key: str, known: Iterable[str]) -> str:
    """The known dotted key most like this one; its last word counts most, so a right key in a wrong
    place is found.
    """

    def likeness(candidate: str) -> float:
        words = SequenceMatcher(None, candidate.rpartition(".")[2], key.rpartition(".")[2])
        return words.ratio() + 0.3 * SequenceMatcher(None, candidate, key).ratio()

    return max(known, key=likeness)


def typed(value: object, hint: object, where: str) -> object:
    """The value as the hint's type; only exact conversions (8 -> 8.0, 1e4 -> 10000, a frame called
    12) happen.
    """
    number = (
        isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
    )
    for option in typing.get_args(hint) if isinstance(hint, UnionType) else (hint,):
        if (
            option is type(value)
            and (number or not isinstance(value, float))
            and option is not list
        ):
            return value
        if (
            option is float
            and number
            or option is int
            and number
            and value == int(value)
            or option is str
            and number
            and isinstance(value, int)
        ):
            return option(value)
        if typing.get_origin(option) is list and isinstance(value, (list, tuple)):
            return [typed(item, typing.get_args(option)[0], where) for item in value]
    raise ValueError(
        f"{where}: expected {getattr(hint, '__name__', hint)}, got {value!r} "
        f"({type(value).__name__})"
    )
