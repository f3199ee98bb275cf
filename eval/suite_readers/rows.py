"""Rows with named columns to items, with the place of what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.items import Item
from translate.errors import UsageError
from translate.languages import Language, language, languages
from translate.source.extract import extract
from translate.source.parse import captures, parse
from translate.source.reading import decoded
from translate.units import SourceUnit


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, and the line it stands in; None where the file has no lines."""

    values: Mapping[str, Any]
    line: int | None


def json_lines(path: Path) -> Iterator[Row]:
    """The rows of a file of JSON lines, empty lines left out. Raises UsageError with the place of a fault."""
    for number, line in enumerate(_text(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
        except json.JSONDecodeError as fault:
            message = f"no JSON: {fault.msg}"
            raise UsageError(message, path=str(path), line=number, column=fault.colno, help="write one JSON object a line") from fault
        if not isinstance(values, dict):
            raise UsageError("no JSON object", path=str(path), line=number, column=1, help="write one JSON object a line")
        yield Row(values, number)


def language_columns(columns: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    """Language -> column: as stated, or the columns that are called as languages are."""
    found = set(names)
    return dict(columns) or {spoken.name: spoken.name for spoken in languages() if spoken.name in found}


def items(
    rows: Iterable[Row], path: str, columns: Mapping[str, str], *, tests: str | None = None, expected: str | None = None
) -> list[Item]:
    """An item for each row; every column of `columns` must be there. Raises UsageError."""
    made: list[Item] = []
    lines: dict[str, int | None] = {}
    for count, row in enumerate(rows):
        name = str(row.values.get("id", f"{Path(path).stem}-{count:04}"))
        if name in lines:
            first = f", which line {lines[name]} has as well" if lines[name] is not None else ""
            raise UsageError(
                f"the id '{name}' is there twice{first}", path=path, line=row.line, column=1, help="give each item an id of its own"
            )
        lines[name] = row.line
        texts = {spoken: _cell(row, column, path) for spoken, column in columns.items()}
        unit_tests = row.values.get(tests) if tests else None
        if unit_tests is not None and not isinstance(unit_tests, dict):
            raise UsageError(f"the tests of '{name}' are no object", path=path, line=row.line, column=1, help="see docs/evaluation.md")
        made.append(Item(name, texts, kind(texts), unit_tests, expected=row.values.get(expected) if expected else None))
    return made


def kind(texts: Mapping[str, str]) -> str:
    """`program` where every text has a main program, else `function`."""
    return "program" if texts and all(has_main(text, language(spoken)) for spoken, text in texts.items()) else "function"


def has_main(text: str, spoken: Language) -> bool:
    """Whether a program can start in `text`."""
    if captures(parse(text, spoken), "functions").get("main"):
        return True
    return not spoken.line_ends and any(one.name == "main" for one in extract(SourceUnit(text, spoken, "suite")))


def chosen(made: Sequence[Item], ids: Path) -> list[Item]:
    """The items that the file `ids` names, one id a line, in its order. Raises UsageError for one that is not there."""
    by_id = {item.id: item for item in made}
    found = []
    for number, line in enumerate(_text(ids).splitlines(), 1):
        name = line.partition("#")[0].strip()
        if name and name not in by_id:
            raise UsageError(f"the suite has no item '{name}'", path=str(ids), line=number, column=1, help="take the line out")
        if name:
            found.append(by_id[name])
    return found


def _cell(row: Row, column: str, path: str) -> str:
    if column not in row.values:
        there = ", ".join(sorted(row.values)) or "none"
        raise UsageError(f"no column '{column}'", path=path, line=row.line, column=1, help=f"the columns are: {there}")
    value = row.values[column]
    if not isinstance(value, str) or not value.strip():
        raise UsageError(f"the column '{column}' holds no text", path=path, line=row.line, column=1, help="take the row out")
    return value


def _text(path: Path) -> str:
    try:
        return decoded(path.read_bytes(), str(path)).removeprefix("\ufeff")
    except FileNotFoundError as fault:
        raise UsageError("no such file", path=str(path), help="check the name and the folder") from fault
    except OSError as fault:
        raise UsageError(f"cannot be read: {fault.strerror}", path=str(path), help="give a file") from fault
