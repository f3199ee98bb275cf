"""A suite by name, by description or by data file, and the hash that says which data it was."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from eval.items import Item, directions
from eval.suite_readers.rows import chosen
from translate.errors import UsageError
from translate.languages import language
from translate.source.reading import read_text

FOLDER = Path(__file__).parent.parent / "suites"
READERS = {
    "kernels": "eval.suite_readers.kernels:read",
    "lines": "eval.suite_readers.lines:read",
    "pairs": "eval.suite_readers.pairs:read",
}
TOML_PLACE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")


@dataclass(frozen=True, slots=True)
class Suite:
    """Items in the order of their file, and where they came from."""

    name: str
    items: tuple[Item, ...]
    digest: str
    """SHA-256 over all that the items hold."""
    columns: Mapping[str, str]
    """Language -> the column, or the end of the file names, that its texts came from."""
    title: str = ""

    @property
    def directions(self) -> list[tuple[str, str]]:
        """Every ordered pair of languages that some item has both of."""
        return directions(self.items)


@dataclass(frozen=True, slots=True)
class Description:
    """What a suite's TOML file says."""

    path: str
    facts: Mapping[str, Any]

    @property
    def columns(self) -> dict[str, str]:
        """Language -> column; empty where the columns are called as the languages are."""
        return dict(self.facts.get("columns", {}))


Read = tuple[list[Item], dict[str, str]]
"""Items and the columns that they came from."""


def read_suite(name_or_path: str, file: Path | None = None) -> Suite:
    """The suite called `name_or_path`, or described by that TOML file, or of the pairs in that data file. Raises UsageError.

    `file` is the data where the suite does not bring its own.
    """
    described = _description(name_or_path)
    if described is None:
        described, file = _described(FOLDER / "pairs.toml"), Path(name_or_path)
    reader = _reader(described)
    items, columns = reader(described, file)
    if not items:
        raise UsageError("the suite has no items", path=str(file or described.path), help="give a file that holds some")
    if not directions(items):
        raise UsageError("no item has texts in two languages", path=str(file or described.path), help="name two columns")
    name = name_or_path if name_or_path in names() else Path(name_or_path).stem
    return Suite(name, tuple(items), digest(items), columns, described.facts.get("title", ""))


def narrowed(suite: Suite, ids: Path) -> Suite:
    """The items that the file `ids` names, one id a line. Raises UsageError for one that is not there, or where none is named."""
    items = tuple(chosen(suite.items, ids))
    if not items:
        raise UsageError("names no item", path=str(ids), help="write one id a line")
    return replace(suite, items=items, digest=digest(items))


def names() -> list[str]:
    """The suites that `eval/suites/` describes."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def digest(items: Sequence[Item]) -> str:
    """SHA-256 over all that the items hold."""
    rows = [asdict(item) for item in items]
    return hashlib.sha256(json.dumps(rows, sort_keys=True, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def _description(name: str) -> Description | None:
    """The description called or found at `name`; None where `name` is a file of data."""
    if name in names():
        return _described(FOLDER / f"{name}.toml")
    path = Path(name)
    if path.suffix == ".toml":
        return _described(path)
    if path.exists():
        return None
    raise UsageError(
        f"no suite is called '{name}', and no file either", help=f"use one of {', '.join(names())}, a TOML file or a data file"
    )


def _described(path: Path) -> Description:
    text = read_text(str(path))
    try:
        facts = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        place = TOML_PLACE.search(str(fault))
        line, column = (int(part) if part else None for part in place.groups()) if place else (None, None)
        message = TOML_PLACE.sub("", str(fault)).strip()
        raise UsageError(message, path=str(path), line=line, column=column, help="see eval/suites/ for how a suite is described") from fault
    for spoken in facts.get("columns", {}):
        _known_language(spoken, path)
    return Description(str(path), facts)


def _known_language(name: str, path: Path) -> None:
    try:
        language(name)
    except KeyError as fault:
        raise UsageError(f"no language is called '{name}'", path=str(path), help="name columns by cpp, cuda and fortran") from fault


def _reader(described: Description) -> Callable[[Description, Path | None], Read]:
    name = described.facts.get("reader", "pairs")
    if name not in READERS:
        raise UsageError(f"no reader is called '{name}'", path=described.path, help=f"use one of {', '.join(READERS)}")
    module, attribute = READERS[name].split(":")
    reader: Callable[[Description, Path | None], Read] = getattr(import_module(module), attribute)
    return reader
