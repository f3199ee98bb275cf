"""Characters and strings."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.expressions import Value, character
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.symbols import Symbol
from translate.corpus.rules.fortran_to_cpp.syntax import Expression, Select, Statement, Text

CHARACTERS: dict[str, Callable[[tuple[Expression, ...], Scope], Value]] = {}


def concatenated(left: Expression, right: Expression, scope: Scope) -> Value:
    raise Declined("concatenation")


def substring(symbol: Symbol, arguments: tuple[Expression, ...], scope: Scope) -> Value:
    raise Declined("substring")


def assign_text(target: Expression, place: Value, value: Expression, scope: Scope) -> list[str]:
    """The lines that give a string or character a value."""
    if place.type == "char" and isinstance(value, Text) and len(value.value) == 1:
        return [f"{place.text} = {character(value.value)};"]
    raise Declined("assignment of strings")


def chosen(statement: Select, scope: Scope, branch: Callable[[str, tuple[Statement, ...]], list[str]]) -> list[str]:
    raise Declined("select of strings")
