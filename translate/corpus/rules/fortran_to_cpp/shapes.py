"""Shapes of array expressions, and their elements as scalar expressions."""

from __future__ import annotations

from dataclasses import dataclass

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.facts import FACTS
from translate.corpus.rules.fortran_to_cpp.integers import ONE, evaluated, minus, plus, times
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.symbols import IN_ONE_PIECE, Symbol, extent, lower
from translate.corpus.rules.fortran_to_cpp.syntax import (
    Apply,
    Binary,
    Expression,
    ImpliedDo,
    Integer,
    Keyword,
    Member,
    Name,
    Range,
    Sequence,
    Unary,
)

ELEMENTAL = frozenset(
    "abs mod modulo max min sign dim int nint aint anint real dble conjg aimag cmplx dcmplx floor ceiling merge iand ior ieor not "
    "ishft ibset ibclr ibits btest shiftl shiftr popcnt".split()
) | set(FACTS.maths)
REDUCING = ("sum", "product", "maxval", "minval", "any", "all", "count")


@dataclass(frozen=True, slots=True)
class Axis:
    """One dimension of a section: its first subscript, number of elements and step."""

    first: Expression
    count: Expression
    step: Expression


def declared(value: Expression, scope: Scope) -> Symbol | None:
    """The variable or component that `value` names as a whole, if it is one."""
    if isinstance(value, Name):
        symbol = scope.symbols.get(value.name)
        return None if symbol is None or "function" in symbol.attributes and "result" not in symbol.attributes else symbol
    if isinstance(value, Member):
        owner = value.base.base if isinstance(value.base, Apply) else value.base
        symbol = declared(owner, scope)
        if symbol is None or symbol.type not in scope.structures:
            return None
        return scope.components[symbol.type].get(value.name)
    return None


def rank(value: Expression, scope: Scope) -> int:
    """Number of dimensions of an expression; 0 for a scalar."""
    match value:
        case Name() | Member():
            symbol = declared(value, scope)
            return symbol.rank if symbol is not None else 0
        case Apply(base, arguments) if (symbol := declared(base, scope)) is not None and symbol.bounds is not None:
            return sum(isinstance(argument, Range) or rank(argument, scope) > 0 for argument in arguments)
        case Apply(Name(name), arguments):
            general = FACTS.specific.get(name, name)
            if name in scope.procedures:
                known = scope.procedures[name]
                if known.unit.kind == "function" and known.result.bounds is not None:
                    return known.result.rank
                return max((rank(a, scope) for a in arguments), default=0) if known.elemental else 0
            if name in scope.symbols:
                return 0
            if general in ELEMENTAL:
                return max((rank(argument, scope) for argument in arguments), default=0)
            if general in ("matmul",):
                return max(1, sum(rank(argument, scope) for argument in arguments) - 2)
            if general == "transpose":
                return 2
            if general == "spread" and spread_along(arguments) is not None:
                return rank(arguments[0], scope) + 1
            if general in ("reshape", "spread", "pack", "cshift", "eoshift", "shape"):
                return 9
            if (
                general in ("maxloc", "minloc")
                and not any(isinstance(a, Keyword) and a.name == "dim" for a in arguments)
                and len(arguments) < 2
            ):
                return 9
            if general in REDUCING:
                if along(arguments) is not None and len(arguments) == 2:
                    return rank(arguments[0], scope) - 1
                by_axis = (
                    any(isinstance(a, Keyword) and a.name == "dim" for a in arguments[1:])
                    or len(arguments) > 1
                    and isinstance(arguments[1], Integer)
                )
                return 9 if by_axis else 0
            return 0
        case Unary(_, operand):
            return rank(operand, scope)
        case Binary(_, left, right):
            return max(rank(left, scope), rank(right, scope))
        case Sequence():
            return 1
    return 0


def axes(value: Expression, scope: Scope) -> list[Axis]:
    """The dimensions of an array expression. Raises Declined."""
    match value:
        case Name() | Member():
            symbol = declared(value, scope)
            if symbol is None or symbol.bounds is None:
                raise Declined("shape of an expression")
            return [Axis(lower(bound), size_of(value, symbol, at, scope), ONE) for at, bound in enumerate(symbol.bounds)]
        case Apply(base, arguments) if (symbol := declared(base, scope)) is not None and symbol.bounds is not None:
            if len(arguments) != symbol.rank:
                raise Declined("number of subscripts")
            found = []
            for at, (argument, bound) in enumerate(zip(arguments, symbol.bounds, strict=True)):
                if isinstance(argument, Range):
                    found.append(_section(argument, bound, base, symbol, at, scope))
                elif rank(argument, scope):
                    raise Declined("section or vector subscript")
            return found
        case Apply(Name("spread"), arguments) if (copied := spread_along(arguments)) is not None:
            shape = axes(arguments[0], scope) if rank(arguments[0], scope) else []
            return [*shape[:copied], Axis(ONE, _plain(arguments[2]), ONE), *shape[copied:]]
        case Apply(Name(name), arguments) if name in REDUCING and (reduced := along(arguments)) is not None:
            shape = axes(arguments[0], scope)
            return [*shape[:reduced], *shape[reduced + 1 :]]
        case Apply(_, arguments):
            return axes(_shaped(arguments, scope), scope)
        case Unary(_, operand):
            return axes(operand, scope)
        case Binary(_, left, right):
            return axes(_shaped((left, right), scope), scope)
        case Sequence(items) if not any(isinstance(item, ImpliedDo) or rank(item, scope) for item in items):
            return [Axis(ONE, Integer(len(items)), ONE)]
    raise Declined("shape of an expression")


def size_of(value: Expression, symbol: Symbol, at: int, scope: Scope) -> Expression:
    """The number of elements in dimension `at` of a whole array."""
    assert symbol.bounds is not None
    found = extent(symbol.bounds[at])
    if found is not None and (symbol.storage not in ("vector", "nested") or IN_ONE_PIECE in symbol.attributes):
        return found
    if found is not None and evaluated(found, scope.constants) is not None:
        return found
    if found is not None and not set(_names(found)) & scope.modified:
        return found
    if symbol.storage not in ("vector", "nested"):
        raise Declined("array of unknown size")
    return Apply(Name("size"), (value, Integer(at + 1)))


def element_at(value: Expression, places: list[Expression], scope: Scope) -> Expression:
    """The element of an array expression at places that count from 0."""
    if not rank(value, scope):
        return value
    match value:
        case Name() | Member():
            found = axes(value, scope)
            return Apply(value, tuple(plus(axis.first, place) for axis, place in zip(found, places, strict=True)))
        case Apply(base, arguments) if (symbol := declared(base, scope)) is not None and symbol.bounds is not None:
            left, sections = list(places), axes(value, scope)
            subscripts: list[Expression] = []
            for argument in arguments:
                if isinstance(argument, Range):
                    axis = sections.pop(0)
                    subscripts.append(plus(axis.first, times(left.pop(0), axis.step)))
                else:
                    subscripts.append(argument)
            return Apply(base, tuple(subscripts))
        case Apply(base, arguments):
            if isinstance(base, Name) and base.name == "transpose":
                return element_at(arguments[0], places[::-1], scope)
            if isinstance(base, Name) and base.name == "spread" and (at := spread_along(arguments)) is not None:
                return element_at(arguments[0], [*places[:at], *places[at + 1 :]], scope)
            if isinstance(base, Name) and base.name in REDUCING and (at := along(arguments)) is not None:
                return Apply(base, (line_at(arguments[0], at, places, scope),))
            if isinstance(base, Name) and (
                FACTS.specific.get(base.name, base.name) in ELEMENTAL
                or base.name in scope.procedures
                and scope.procedures[base.name].elemental
            ):
                return Apply(base, tuple(_argument(argument, places, scope) for argument in arguments))
        case Unary(operator, operand):
            return Unary(operator, element_at(operand, places, scope))
        case Binary(operator, left_side, right_side):
            return Binary(operator, element_at(left_side, places, scope), element_at(right_side, places, scope))
    raise Declined("element of an array expression")


def line_at(value: Expression, at: int, places: list[Expression], scope: Scope) -> Expression:
    """The part of an array expression along dimension `at`, at places that count from 0 in the others. Raises Declined."""
    if not rank(value, scope):
        return value
    match value:
        case Name() | Member():
            found = axes(value, scope)
            left = list(places)
            return Apply(value, tuple(Range(None, None) if i == at else plus(axis.first, left.pop(0)) for i, axis in enumerate(found)))
        case Apply(base, arguments) if (symbol := declared(base, scope)) is not None and symbol.bounds is not None:
            left, sections, passed = list(places), axes(value, scope), 0
            subscripts: list[Expression] = []
            for argument in arguments:
                if not isinstance(argument, Range):
                    subscripts.append(argument)
                    continue
                axis = sections.pop(0)
                subscripts.append(argument if passed == at else plus(axis.first, times(left.pop(0), axis.step)))
                passed += 1
            return Apply(base, tuple(subscripts))
        case Apply(Name("spread"), arguments) if (copied := spread_along(arguments)) is not None:
            if copied == at:
                return element_at(arguments[0], places, scope)
            where = copied - (copied > at)
            return line_at(arguments[0], at - (at > copied), [*places[:where], *places[where + 1 :]], scope)
        case Apply(Name(name) as base, arguments) if FACTS.specific.get(name, name) in ELEMENTAL:
            return Apply(base, tuple(line_at(argument, at, places, scope) for argument in arguments))
        case Unary(operator, operand):
            return Unary(operator, line_at(operand, at, places, scope))
        case Binary(operator, left_side, right_side):
            return Binary(operator, line_at(left_side, at, places, scope), line_at(right_side, at, places, scope))
    raise Declined("line of an array expression")


def along(arguments: tuple[Expression, ...]) -> int | None:
    """The dimension, from 0, that a reduction is told; None where it is told none or another thing."""
    value = _plain(arguments[1]) if len(arguments) == 2 and _called(arguments[1], "dim") else None
    return value.value - 1 if isinstance(value, Integer) else None


def spread_along(arguments: tuple[Expression, ...]) -> int | None:
    """The dimension, from 0, along which `spread` copies; None where that is not a number."""
    value = _plain(arguments[1]) if len(arguments) == 3 and _called(arguments[1], "dim") and _called(arguments[2], "ncopies") else None
    return value.value - 1 if isinstance(value, Integer) else None


def _called(argument: Expression, name: str) -> bool:
    return not isinstance(argument, Keyword) or argument.name == name


def _plain(argument: Expression) -> Expression:
    return argument.value if isinstance(argument, Keyword) else argument


def _argument(argument: Expression, places: list[Expression], scope: Scope) -> Expression:
    if isinstance(argument, Keyword):
        return Keyword(argument.name, element_at(argument.value, places, scope))
    return element_at(argument, places, scope)


def _section(section: Range, bound: Range, base: Expression, symbol: Symbol, at: int, scope: Scope) -> Axis:
    first = section.first if section.first is not None else lower(bound)
    step = section.step if section.step is not None else ONE
    if section.last is not None:
        last = section.last
    else:
        last = minus(plus(size_of(base, symbol, at, scope), lower(bound)), ONE)
    number = evaluated(step, scope.constants)
    if number is None or number < 1 and (section.first is None or section.last is None):
        raise Declined("section backwards")
    if number == 1:
        return Axis(first, plus(minus(last, first), ONE), step)
    if number < 0:
        return Axis(first, _turns(minus(first, last), -number, scope), Integer(number))
    return Axis(first, _turns(minus(last, first), number, scope), step)


def _turns(span: Expression, step: int, scope: Scope) -> Expression:
    """How many steps a span takes, none where it is negative: C++ rounds towards zero, so one step is added before the division."""
    if step == 1:
        return plus(span, ONE)
    known = evaluated(span, scope.constants)
    return Integer(max(known + step, 0) // step) if known is not None else Binary("/", plus(span, Integer(step)), Integer(step))


def _shaped(values: tuple[Expression, ...], scope: Scope) -> Expression:
    best = [value for value in values if rank(value, scope)]
    if not best:
        raise Declined("shape of an expression")
    return next((value for value in best if isinstance(value, (Name, Member))), best[0])


def _names(value: Expression) -> list[str]:
    from translate.corpus.rules.fortran_to_cpp.visiting import mentions

    return list(mentions(value))
