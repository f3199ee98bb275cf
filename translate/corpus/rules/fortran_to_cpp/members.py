"""Components of derived types, and whole arrays by name."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.elements import element
from translate.corpus.rules.fortran_to_cpp.expressions import POSTFIX, Value, written
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.shapes import declared
from translate.corpus.rules.fortran_to_cpp.syntax import Apply, Expression, Member, Name


def member(base: Expression, name: str, scope: Scope) -> Value:
    """A scalar component."""
    symbol = declared(Member(base, name), scope)
    if symbol is None:
        raise Declined("component of an unknown type")
    if symbol.bounds is not None:
        raise Declined("array as a scalar")
    return Value(f"{_owner(base, scope)}.{symbol.spelled}", POSTFIX, symbol.type)


def member_element(value: Apply, scope: Scope) -> Value:
    """An element of a component that is an array."""
    assert isinstance(value.base, Member)
    symbol = declared(value.base, scope)
    if symbol is None or symbol.bounds is None:
        raise Declined("component of an unknown type")
    return element(symbol, f"{_owner(value.base.base, scope)}.{symbol.spelled}", value.arguments, scope)


def whole(value: Expression, scope: Scope) -> str:
    """An array, as a variable or component, by its name."""
    symbol = declared(value, scope)
    if symbol is None:
        raise Declined("array expression as a whole")
    if isinstance(value, Name):
        return symbol.spelled
    assert isinstance(value, Member)
    return f"{_owner(value.base, scope)}.{symbol.spelled}"


def _owner(base: Expression, scope: Scope) -> str:
    found = written(base, scope)
    if found.type not in scope.structures:
        raise Declined("component of an unknown type")
    return found.within(POSTFIX)
