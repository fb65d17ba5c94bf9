"""Digests of code, which change with what the code does and not with how it is written.

A result of one version of the code must not be mistaken for a result of another. A module's digest
covers its syntax tree without comments, docstrings and layout. If a function or constant was
replaced in a notebook (`losses.photo = mine`), or a module was edited after its import, the digest
covers what is in memory, because that is what runs.
"""

from __future__ import annotations

import ast
import hashlib
import inspect
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType

ROOT = Path(__file__).resolve().parents[2]
PLAIN = (int, float, str, bytes, bool, type(None), tuple, list, dict, set, frozenset)


def code_digests(
    roots: Iterable[str], without: Iterable[str] = (), in_memory: bool = True
) -> dict[str, str]:
    """Return the digest of each module of lib that the roots ("lib.train.loop") import, directly or
    not.

    without: modules whose names start with one of these are left out, together with what only they
    import. in_memory: whether to cover what this process has loaded; False covers the files alone,
    which is what a new process will run. A module's digest includes the scripts and styles beside
    it ("widget.js").
    """
    without, found, waiting = tuple(without), {}, list(roots)
    while waiting:
        name = waiting.pop()
        if name in found or name.startswith(without or "\0") or not _path(name).is_file():
            continue  # what is no file is a function or class, imported from its module
        source = _path(name).read_text("utf-8")
        now = (_replaced(name, source), _tables(name, source)) if in_memory else ()
        now = [sorted(part.items()) for part in now]
        found[name] = digest_of([meaning(source), now, _beside(_path(name))])
        waiting += imports(source)
    return dict(sorted(found.items()))


def digest_of(value: object) -> str:
    """Return a short digest of a value of plain types."""
    return hashlib.sha1(repr(value).encode()).hexdigest()


def differing(before: dict, now: dict) -> list[str]:
    """Return the sorted keys that only one of two dicts has, or whose values differ."""
    return sorted(key for key in before | now if before.get(key) != now.get(key))


@cache
def imports(source: str) -> tuple[str, ...]:
    """Return the names of lib's modules that a piece of Python imports anywhere, except for types
    alone.
    """
    tree = ast.parse(source)
    for node in tree.body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []  # never runs
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return tuple(name for name in names if name.startswith("lib."))


def replaced(names: Iterable[str]) -> list[str]:
    """Return the functions and constants of these modules that differ from what their files define.
    """
    return [
        f"{name}.{item}"
        for name in names
        for item in _replaced(name, _path(name).read_text("utf-8"))
    ]


def _path(name: str) -> Path:
    """Return the file of a module; of a package with code, its __init__.py."""
    path = ROOT.joinpath(*name.split("."))
    package = path / "__init__.py"
    if package.is_file() and package.stat().st_size:
        return package
    return path.with_suffix(".py")


def _beside(path: Path) -> list[str]:
    """Return digests of the files that belong to a module and are no Python: "widget.js" of
    "widget.py".
    """
    others = sorted(path.parent.glob(f"{path.stem}.*"))
    return [
        f"{other.name} {hashlib.sha1(other.read_bytes()).hexdigest()}"
        for other in others
        if other.suffix in (".js", ".css", ".html")
    ]


def _without_docstrings(tree: ast.AST) -> ast.AST:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [
                line
                for line in body
                if not (isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant))
            ]
    return tree


@cache
def meaning(source: str) -> str:
    """Return the syntax tree of Python as text, without comments, docstrings and layout."""
    return ast.dump(_without_docstrings(ast.parse(source)))


@cache
def _in_file(source: str) -> tuple[dict[str, str], dict[str, object]]:
    """Return the digest of each function by its qualified name, and each constant that is a
    literal.
    """
    # A name may be defined in both branches of an `if`: its digests stand one after the other.
    functions: dict[str, str] = {}
    for code in _nested(compile(source, "<file>", "exec", dont_inherit=True)):
        functions[code.co_qualname] = functions.get(code.co_qualname, "") + _bytecode(code)
    constants = {}
    for line in ast.parse(source).body:
        if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name):
            try:
                constants[line.targets[0].id] = ast.literal_eval(line.value)
            except ValueError:
                continue  # computed from others
    return functions, constants


def _nested(code: CodeType) -> Iterator[CodeType]:
    for item in code.co_consts:
        if isinstance(item, CodeType):
            yield item
            yield from _nested(item)


def _bytecode(code: CodeType) -> str:
    """Return the digest of what a compiled function does, without its lines, file and docstring."""
    constants = [
        _bytecode(item)
        if isinstance(item, CodeType)
        else repr(sorted(map(repr, item)) if isinstance(item, frozenset) else item)
        for item in code.co_consts
    ]
    if not code.co_name.startswith("<"):  # a function's first constant is its docstring, or None
        constants = constants[1:]
    return digest_of([code.co_code, constants, code.co_names, code.co_varnames])


def _replaced(name: str, source: str) -> dict[str, str]:
    """Return what an imported module has in memory instead of what its file defines: name ->
    digest.
    """
    module = sys.modules.get(name)
    if module is None:
        return {}
    functions, constants = _in_file(source)
    changed = {
        key: repr(getattr(module, key, None))
        for key, value in constants.items()
        if getattr(module, key, None) != value
    }
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef):
            owners = [(node.name, vars(module).get(node.name))]
        elif isinstance(node, ast.ClassDef):
            inside = vars(vars(module).get(node.name, object))
            owners = [
                (f"{node.name}.{line.name}", inside.get(line.name))
                for line in node.body
                if isinstance(line, ast.FunctionDef)
            ]
        else:
            continue
        for qualified, value in owners:
            function = _function(value)
            if function is None:
                changed[qualified] = type(value).__qualname__
            elif _bytecode(function.__code__) not in functions.get(qualified, ""):
                changed[qualified] = _behaviour(function)
    return changed


def _tables(name: str, source: str) -> dict[str, object]:
    """Return what the tables of an imported module contain now, by name. A notebook may have added
    a line to one.
    """
    module = sys.modules.get(name)
    names = [
        line.targets[0].id
        for line in ast.parse(source).body
        if isinstance(line, ast.Assign)
        and isinstance(line.targets[0], ast.Name)
        and isinstance(line.value, ast.List | ast.Tuple | ast.Dict)
    ]
    return {key: _held(getattr(module, key)) for key in names if hasattr(module, key)}


def _held(value: object) -> object:
    """Return a table's values; a function becomes a digest, any other object the name of its type.
    """
    if isinstance(value, dict):
        return {repr(key): _held(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_held(item) for item in value]
    if isinstance(value, PLAIN):
        return repr(value)
    function = _function(value)
    if function is None:
        return type(value).__qualname__
    if function.__module__.startswith("lib."):  # what it calls is in the digest of its module
        return f"{function.__module__}.{function.__qualname__} {_bytecode(function.__code__)}"
    return _behaviour(function)


def _function(value: object) -> FunctionType | None:
    """Return the Python function inside a decorated one, a method or a property; None if there is
    none.
    """
    for attribute in ("fget", "__func__", "__wrapped__", "fn", "_init_fn"):  # fn: of Triton
        while not isinstance(value, FunctionType) and hasattr(value, attribute):
            value = getattr(value, attribute)
    return inspect.unwrap(value) if isinstance(value, FunctionType) else None


def _behaviour(function: FunctionType, seen: frozenset = frozenset()) -> str:
    """Return the digest of a function, together with the plain values and functions that it uses
    from outside.
    """
    around = dict(inspect.getclosurevars(function).nonlocals)
    names = set(function.__code__.co_names) & function.__globals__.keys()
    around |= {name: function.__globals__[name] for name in names}
    parts = [_bytecode(function.__code__), repr(function.__defaults__)]
    for key, value in sorted(around.items()):
        if isinstance(value, PLAIN):
            parts.append(f"{key}={value!r}")
        elif isinstance(value, FunctionType) and value not in seen:
            parts.append(f"{key}={_behaviour(value, seen | {function})}")
    return digest_of(parts)
