"""Elements of arrays: subscripts counted from 0, and their place in memory."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.expressions import NUMBERS, POSTFIX, Value, written
from translate.corpus.rules.fortran_to_cpp.integers import constant_part, minus, times
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.symbols import Symbol, extent, lower
from translate.corpus.rules.fortran_to_cpp.syntax import Binary, Expression, Integer, Range


def element(symbol: Symbol, base: str, subscripts: tuple[Expression, ...], scope: Scope) -> Value:
    """One element of an array."""
    bounds = symbol.bounds or ()
    if len(bounds) != len(subscripts):
        raise Declined("number of subscripts")
    places = [place(subscript, bound, scope) for subscript, bound in zip(subscripts, bounds, strict=True)]
    if symbol.storage in ("nested", "table"):
        return Value(base + "".join(f"[{written(inner, scope).text}]" for inner in places), POSTFIX, symbol.type)
    return Value(f"{base}[{written(flat(bounds, places), scope).text}]", POSTFIX, symbol.type)


def place(subscript: Expression, bound: Range, scope: Scope) -> Expression:
    """A subscript counted from 0."""
    if isinstance(subscript, Range) or written(subscript, scope).type not in NUMBERS[:4]:
        raise Declined("section or vector subscript")
    first = lower(bound)
    if first == Integer(1) and not constant_part(subscript):
        return Binary("-", subscript, first)
    return minus(subscript, first)


def flat(bounds: tuple[Range, ...], places: list[Expression]) -> Expression:
    """The offset of an element in memory, first subscript fastest."""
    total, stride = places[0], None
    for bound, inner in zip(bounds, places[1:], strict=False):
        size = extent(bound)
        if size is None:
            raise Declined("array without a leading dimension")
        stride = size if stride is None else times(stride, size)
        step = times(inner, stride)
        if total == Integer(0):
            total = step
        elif step != Integer(0):
            total = Binary("+", total, step)
    return total
