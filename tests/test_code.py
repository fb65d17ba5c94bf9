"""Digests of code: what must change them, and what must not."""

from __future__ import annotations

import importlib
import sys

import pytest

from lib.workbook import code

LOSSES = '''
"""Losses."""
from __future__ import annotations
import functools
from lib.toy import more
WEIGHT = 0.1

def photo(a, b):
    """L1."""
    return abs(a - b) * WEIGHT  # a comment

class Term:
    """A term."""
    @functools.cache
    def value(self, x):
        return more.half(x)

TABLE = [("photo", 1.0, lambda s: photo(*s)), ("half", 2.0, more.half)]
'''
MORE = "from lib.toy import far\ndef half(x):\n    return x / 2\n"
FAR = "def far(x):\n    return x in {'a', 'b'}\n"


@pytest.fixture
def toy(tmp_path, monkeypatch):
    """The folder of three small modules lib.toy.*; the first is imported."""
    folder = tmp_path / "lib" / "toy"
    folder.mkdir(parents=True)
    for name, text in (("__init__", ""), ("losses", LOSSES), ("more", MORE), ("far", FAR)):
        (folder / f"{name}.py").write_text(text)
    monkeypatch.setattr(code, "ROOT", tmp_path)
    monkeypatch.setattr("lib.__path__", [str(tmp_path / "lib")])
    importlib.import_module("lib.toy.losses")
    yield folder
    for name in [name for name in sys.modules if name.startswith("lib.toy")]:
        del sys.modules[name]
    vars(sys.modules["lib"]).pop("toy", None)


def digests() -> dict[str, str]:
    return code.code_digests(["lib.toy.losses"])


def test_all_that_is_imported_counts_and_words_do_not(toy):
    before = digests()
    assert set(before) == {"lib.toy.losses", "lib.toy.more", "lib.toy.far"}
    assert set(code.code_digests(["lib.toy.losses"], ["lib.toy.more"])) == {"lib.toy.losses"}
    assert code.replaced(before) == []
    words = LOSSES.replace("# a comment", "# another").replace("L1.", "The mean\n    error.")
    (toy / "losses.py").write_text(words.replace("def photo(a, b)", "def photo(a,\n    b)"))
    assert digests() == before and code.replaced(before) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("losses", "abs(a - b)", "abs(b - a)"),
        ("losses", "WEIGHT = 0.1", "WEIGHT = 0.2"),
        ("losses", "functools.cache", "functools.lru_cache"),
        ("more", "x / 2", "x / 3"),
        ("far", "'b'", "'c'"),
    ],
)
def test_an_edited_module_counts_before_and_after_the_kernel_restarts(toy, file, old, new):
    before, path = digests(), toy / f"{file}.py"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))
    edited = digests()
    assert {name for name in before if before[name] != edited[name]} == {f"lib.toy.{file}"}
    if "functools" not in old:  # what is in memory is the old one: neither the old nor the new code
        assert code.replaced(before) != []
        for name in [name for name in sys.modules if name.startswith("lib.toy")]:
            del sys.modules[name]
        importlib.import_module("lib.toy.losses")
        assert code.replaced(before) == [] and digests() not in (before, edited)


def test_what_a_notebook_replaces_counts_with_what_it_takes_from_around_it(toy):
    losses, before, factor = sys.modules["lib.toy.losses"], digests(), 2.0

    def mine(a, b):
        return factor * abs(a - b)

    losses.photo = mine
    two = digests()
    assert code.replaced(before) == ["lib.toy.losses.photo"] and two != before
    factor = 3.0
    assert digests() not in (before, two)
    losses.photo = importlib.reload(losses).photo
    assert digests() == before
    losses.WEIGHT = 0.2
    losses.Term.value = mine
    assert code.replaced(before) == ["lib.toy.losses.WEIGHT", "lib.toy.losses.Term.value"]


def test_a_line_added_to_a_table_of_functions_counts(toy):
    losses, before = sys.modules["lib.toy.losses"], digests()
    first, second = losses.TABLE
    seen = [before]
    for table in (
        [first],
        [second, first],
        [first, (second[0], 3.0, second[2])],
        [first, second, ("own", 1.0, lambda s: s + 1)],
        [first, second, ("own", 1.0, lambda s: s + 2)],
    ):
        losses.TABLE = table
        assert digests() not in seen
        seen.append(digests())
    losses.TABLE = [first, second]
    assert digests() == before


def test_nothing_in_lib_is_taken_for_replaced():
    names = code.code_digests(["lib.train.refine", "lib.workbook.plots", "lib.export.relight"])
    assert len(names) > 25 and code.replaced(names) == []


def test_imports_for_types_alone_run_nothing():
    source = "from lib.mesh import clean\nif TYPE_CHECKING:\n    from lib.eyes import solve\n"
    assert code.imports(source) == ("lib.mesh", "lib.mesh.clean")
