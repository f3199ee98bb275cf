"""Functions of one language each, as `python -m translate.corpus gather` writes them."""

from __future__ import annotations

import json
from pathlib import Path

from translate.errors import UsageError
from translate.languages import language
from translate.source.normalise import Unreadable, normalise
from translate.units import Function, Span

LONGEST = 512
"""Tokens; CodeRosetta's limit."""


def read_functions(path: Path, longest: int = LONGEST) -> list[Function]:
    """The functions in `path` that parse and are not too long. Raises UsageError where a line is no record."""
    found: list[Function] = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                row = json.loads(line)
                if row.get("clean", True) and (row.get("tokens") or 0) <= longest:
                    text = row["text"]
                    found.append(Function(row["name"], text, language(row["language"]), Span(0, len(text.encode("utf-8")), 1, 1)))
            except (ValueError, KeyError, TypeError, AttributeError) as fault:
                raise UsageError(
                    f"not a function's record: {fault}",
                    path=str(path),
                    line=number,
                    help="give what `python -m translate.corpus gather` wrote",
                ) from fault
    return found


def tokens_of(function: Function) -> tuple[str, ...]:
    """The function in normal form; empty where it cannot be read."""
    try:
        return normalise(function).tokens
    except Unreadable:
        return ()
