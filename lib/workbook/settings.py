"""All settings of a run, and the table of their keys. Each setting with its default and meaning is
in settings_sections.py.
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from pydantic.dataclasses import dataclass

from lib.workbook.checked import CHECKED, NO_EFFECT, Unused
from lib.workbook.settings_sections import (
    Brdf,
    Data,
    EyeballSettings,
    FilmSettings,
    LightSettings,
    Loss,
    MeshSettings,
    Network,
    Renderer,
    Train,
)


@dataclass(config=CHECKED)
class Settings:
    """The settings of one run of one stage: what the user, the capture's file and the preset say.
    """

    name: Unused[str] = ""
    workspace: Unused[str] = ""
    backbone: Unused[str] = "volsdf"
    """There is one."""
    recipe: Literal["preset", "capture"] = "preset"
    """"capture": network, renderer, train and loss of the capture's file count."""
    data: Data = field(default_factory=Data)
    network: Network = field(default_factory=Network)
    light: LightSettings = field(default_factory=LightSettings)
    brdf: Brdf = field(default_factory=Brdf)
    renderer: Renderer = field(default_factory=Renderer)
    train: Train = field(default_factory=Train)
    loss: Loss = field(default_factory=Loss)
    eyeballs: EyeballSettings = field(default_factory=EyeballSettings)
    mesh: MeshSettings = field(default_factory=MeshSettings)
    film: FilmSettings = field(default_factory=FilmSettings)

    def __post_init__(self) -> None:
        # key -> where it came from; no field, so never stored or compared
        self.sources: dict[str, str] = {}

    def get(self, key: str) -> object:
        """Return the value of "section.key" or "key"."""
        section, _, leaf = key.partition(".")
        return getattr(getattr(self, section), leaf) if leaf else getattr(self, section)

    def describe(self) -> list[tuple[str, object, str]]:
        """Return (key, value, source) of every setting that something has set. The source also says
        if a setting has no effect.
        """
        shown = [(key, self.sources[key]) for key in FIELDS if key in self.sources]
        left_out = [item for item in self.sources.items() if item[0] not in FIELDS]
        return [
            (key, self.get(key), f"{where}; {NO_EFFECT}" if key in UNUSED else where)
            for key, where in shown
        ] + [(f"{key}.*", "not used", where) for key, where in left_out]


def by_key(values: dict) -> dict[str, object]:
    """Return the dict that `dataclasses.asdict` made of settings with keys "section.key"."""
    flat = {}
    for name, value in values.items():
        if isinstance(value, dict):
            flat |= {f"{name}.{key}": item for key, item in value.items()}
        else:
            flat[name] = value
    return flat


SECTIONS = {
    name: entry.annotation
    for name, entry in Settings.__pydantic_fields__.items()
    if hasattr(entry.annotation, "__pydantic_fields__")
}
FIELDS = {
    name: entry for name, entry in Settings.__pydantic_fields__.items() if name not in SECTIONS
} | {
    f"{name}.{leaf}": entry
    for name, section in SECTIONS.items()
    for leaf, entry in section.__pydantic_fields__.items()
}
UNUSED = {key for key, entry in FIELDS.items() if NO_EFFECT in entry.metadata}
