"""Settings read from presets, files and overrides, with where each value came from."""

from __future__ import annotations

import re
import reprlib
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import ClassVar, TypeVar

import yaml
from pydantic import ValidationError

from lib.workbook.presets import ESTIMATED_LIGHT, PRESETS
from lib.workbook.settings import FIELDS, SECTIONS, Settings

MOST_BYTES = 1_000_000  # of a file of settings
# What a capture must not decide about the machine that it is run on.
ONLY_OVERRIDES = ("follow_links",)
RECIPE_SECTIONS = ("network", "renderer", "train", "loss")  # a file's own count with recipe=capture

Layer = tuple[dict, str]  # values, sections nested; where they came from
T = TypeVar("T")


def load_settings(
    capture: str | Path, preset: str = "quick", stage: int = 1, overrides: Sequence[str] = ()
) -> Settings:
    """Return the settings of one stage: defaults, then the preset, then the capture's file, then
    the overrides ("train.max_steps=50", values in YAML).

    Stage 1 reads the capture's config_wo-hybrid.yaml or, without it, config.yaml. Stage 2 reads
    config.yaml. The file's sections `network`, `renderer`, `train` and `loss` are made for another
    program and count only with recipe=capture.

    A capture has one light: what one of its two files does not say about `light`, the other may. If
    neither has light.intensity, the flash is unknown: its strength is estimated from the photos,
    and its place, gains and tone curve are learned, unless a file says otherwise. If one has
    light.intensity, the flash was measured, and nothing about it is learned unless a file says so.
    light.gamma and light.fit_pose say nothing about the flash. An override changes only its own
    key.
    """
    capture = Path(capture)
    if not capture.is_dir():
        found = "a file" if capture.exists() else "none"
        raise ValueError(f"{capture}: expected a capture folder, found {found}; check the path")
    if preset not in PRESETS or stage not in (1, 2):
        raise ValueError(
            f"expected a preset of {', '.join(PRESETS)} and stage 1 or 2, got {preset!r} and "
            f"{stage!r}"
        )
    first, full = capture / "config_wo-hybrid.yaml", capture / "config.yaml"
    if stage == 2 and first.is_file() and not full.is_file():
        raise ValueError(
            f"{full}: expected for stage 2, found only {first.name}; copy that and set the eyeball "
            "sizes"
        )
    path, other = (first, full) if stage == 1 and first.is_file() else (full, first)
    brought, others = _read(path), _read(other)
    for file, values in ((path, brought), (other, others)):
        data = values.get("data")
        if isinstance(data, dict) and (found := set(ONLY_OVERRIDES) & set(map(str, data))):
            raise ValueError(
                f"{file}: data.{found.pop()}: expected in an override alone (--set), found in the "
                "capture's file; remove it there"
            )
    layers = [
        _of_preset(preset),
        (PRESETS[preset].get(f"stage{stage}", {}), f"preset {preset}, stage {stage}"),
        *_light(brought, path, others, other),
        (brought, str(path)),
        *map(_override, overrides),
    ]
    settings = _merged(layers)  # with all of the file, so that all of it is checked
    if settings.recipe != "capture":
        kept = {key: value for key, value in brought.items() if key not in RECIPE_SECTIONS}
        settings = _merged([(kept if values is brought else values, at) for values, at in layers])
        settings.sources |= {
            key: f"{path}: recipe=capture would use it" for key in RECIPE_SECTIONS if key in brought
        }
    return settings


def film_settings(preset: str = "quick", overrides: Sequence[str] = ()) -> Settings:
    """Return settings for a film, before there is a capture: defaults, then the preset, then the
    overrides.
    """
    return _merged([_of_preset(preset), *map(_override, overrides)])


def settings_from_dict(values: dict, where: str = "stored settings") -> Settings:
    """Return settings from the dict that `dataclasses.asdict` made of some. where: the file, for
    errors.
    """
    return _merged([(values, where)])


def _of_preset(preset: str) -> Layer:
    """Return the layer of a preset: what it sets for a film and for both stages."""
    common = {key: value for key, value in PRESETS[preset].items() if key in SECTIONS}
    return common, f"preset {preset}"


def _light(own: dict, path: Path, others: dict, other: Path) -> list[Layer]:
    """Return the layers below a file's own light: the estimated light if no file gives an
    intensity, and the other file's light.
    """
    beneath = others.get("light")
    given = [light for light in (own.get("light"), beneath) if isinstance(light, dict)]
    known = next((light["intensity"] for light in given if "intensity" in light), None) is not None
    layers = [] if known else [(ESTIMATED_LIGHT, f"no light.intensity in {path}")]
    return layers + ([({"light": beneath}, str(other))] if beneath else [])


def _override(text: str) -> Layer:
    """Return the layer of an override "section.key=value"."""
    key, equals, value = text.partition("=")
    section, dot, leaf = key.strip().partition(".")
    if not equals or not section:
        raise ValueError(f"override {text!r}: expected KEY=VALUE such as train.max_steps=50")
    parsed = parse_yaml(value, f"override {text!r}")
    return ({section: {leaf: parsed}} if dot else {section: parsed}), f"override {text}"


def _merged(layers: Iterable[Layer]) -> Settings:
    """Return the defaults overwritten by each layer in turn, checked, with the source of each
    value.
    """
    top, sections, sources = {}, {name: {} for name in SECTIONS}, {}
    for values, where in layers:
        for name, value in values.items():
            if name in SECTIONS and not isinstance(value, dict | None):
                raise ValueError(
                    f"{where}: {name}: expected a section of settings, got {reprlib.repr(value)}"
                )
            target, prefix = (sections[name], f"{name}.") if name in SECTIONS else (top, "")
            for leaf, item in (value or {}).items() if prefix else [(name, value)]:
                if f"{prefix}{leaf}" not in FIELDS:
                    near = nearest(f"{prefix}{leaf}", [*FIELDS, *SECTIONS])
                    raise ValueError(
                        f"{where}: unknown key '{prefix}{leaf}'; the nearest known key is {near!r}"
                    )
                target[leaf] = item
                sources[f"{prefix}{leaf}"] = where
    made = {
        name: _checked(section, sections[name], f"{name}.", sources)
        for name, section in SECTIONS.items()
    }
    settings = _checked(Settings, top | made, "", sources)
    settings.sources = sources
    return settings


def _checked(section: type[T], values: dict, prefix: str, sources: dict[str, str]) -> T:
    """Return the section with these values. An error names the key, its source and the wrong value.
    """
    try:
        return section(**values)
    except ValidationError as error:
        first = error.errors()[0]
        leaf, *index = first["loc"]
        index = [i for i in index if isinstance(i, int)]
        where = sources.get(f"{prefix}{leaf}", "default")
        words = first["msg"].replace("Input should be", "expected").removeprefix("Value error, ")
        got = reprlib.repr(first["input"])
        raise ValueError(
            f"{where}: {prefix}{leaf}{''.join(f'[{i}]' for i in index)}: {words}, got {got}"
        ) from None


def nearest(key: str, known: Iterable[str]) -> str:
    """Return the known dotted key that is most like this one. Its last word counts most, so a right
    key in a wrong section is found.
    """

    def likeness(candidate: str) -> float:
        words = SequenceMatcher(None, candidate.rpartition(".")[2], key.rpartition(".")[2])
        return words.ratio() + 0.3 * SequenceMatcher(None, candidate, key).ratio()

    return max(known, key=likeness)


class _Yaml(yaml.SafeLoader):
    """YAML with 1e-3 a number and 00012 a frame name, where YAML 1.1 says text and octal ten."""

    yaml_implicit_resolvers: ClassVar[dict] = {}

    def compose_node(self, parent: yaml.Node | None, index: object) -> yaml.Node:
        """Return the next node; no alias, of which a few lines can unfold to gigabytes."""
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark
            raise yaml.composer.ComposerError(None, None, "an alias (*name), write it out", mark)
        return super().compose_node(parent, index)

    def number(self, node: yaml.Node) -> float:
        """Return a float, or an int where it is a whole number (1e4): both fit a float's setting.
        """
        value = self.construct_yaml_float(node)
        return int(value) if value.is_integer() else value


for _tag, _pattern in {
    "null": "~|null|Null|NULL|None|",
    "bool": "true|True|false|False",
    "int": r"[-+]?(0|[1-9]\d*)",
    "float": r"[-+]?(\d+\.\d*|\.\d+|\d+(?=[eE]))([eE][-+]?\d+)?|[-+]?\.inf|\.nan",
}.items():
    _Yaml.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), None)
_Yaml.add_constructor("tag:yaml.org,2002:float", _Yaml.number)


def parse_yaml(text: str, where: str) -> object:
    """Return the value of a piece of YAML."""
    try:
        return yaml.load(text, _Yaml)  # a SafeLoader: plain values only
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" in line {mark.line + 1}" if mark else ""
        what = getattr(error, "problem", None) or type(error).__name__
        raise ValueError(f"{where}: expected YAML, found{line}: {what}") from None
    except (ArithmeticError, AttributeError, RecursionError, TypeError, ValueError) as error:
        raise ValueError(
            f"{where}: expected plain YAML, found a value that does not read "
            f"({type(error).__name__}); write it as a plain number, text or list"
        ) from None


def _read(path: Path) -> dict:
    """Return the sections of a capture's file; empty without a file."""
    if path.is_file() and path.stat().st_size > MOST_BYTES:
        raise ValueError(
            f"{path}: expected settings of at most {MOST_BYTES} bytes, found "
            f"{path.stat().st_size}; is it another file?"
        )
    values = parse_yaml(path.read_text("utf-8", "replace"), str(path)) if path.is_file() else None
    if not isinstance(values, dict | None):
        raise ValueError(f"{path}: expected `key: value` lines, found {type(values).__name__}")
    return values or {}
