"""Statements on whole arrays and sections as loops."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.expressions import Value
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.syntax import Allocate, Apply, Deallocate, Expression, Name, Range, Where


def rank(value: Expression, scope: Scope) -> int:
    """Number of dimensions of an expression; 0 for a scalar."""
    match value:
        case Name(name):
            symbol = scope.symbols.get(name)
            return symbol.rank if symbol is not None and "function" not in symbol.attributes else 0
        case Apply(Name(name), arguments) if (symbol := scope.symbols.get(name)) is not None and symbol.bounds is not None:
            return sum(isinstance(argument, Range) or rank(argument, scope) for argument in arguments)
    return 0


def assignment(target: Expression, value: Expression, scope: Scope) -> list[str]:
    raise Declined("array assignment")


def reduced_into(target: Expression, place: Value, value: Expression, scope: Scope) -> list[str]:
    return []


def allocated(statement: Allocate, scope: Scope) -> list[str]:
    raise Declined("allocate")


def deallocated(statement: Deallocate, scope: Scope) -> list[str]:
    raise Declined("deallocate")


def masked(statement: Where, scope: Scope) -> list[str]:
    raise Declined("where")
