"""Array functions that give a scalar, as loops before the statement."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.expressions import COMPLEX, POSTFIX, PRODUCT, Value, cast, written
from translate.corpus.rules.fortran_to_cpp.integers import ONE, evaluated, minus, plus, times
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.shapes import axes, declared, element_at, rank, size_of
from translate.corpus.rules.fortran_to_cpp.symbols import lower
from translate.corpus.rules.fortran_to_cpp.syntax import Apply, Binary, Expression, Integer, Keyword, Name

ZERO = {"double": "0.0", "float": "0.0f", "int": "0", "long long": "0", "bool": "false"}


def into(place: Value, name: str, arguments: tuple[Expression, ...], scope: Scope) -> list[str]:
    """The loop that leaves what the function gives in `place`; empty where the function gives something else."""
    rule = _LOOPS.get(name)
    if rule is None:
        return []
    kind, start, lines = rule(arguments, scope, place.text)
    if kind != place.type:
        return []
    return [f"{place.text} = {start};", *lines]


def _before(name: str, *wishes: str) -> Callable[[tuple[Expression, ...], Scope], Value]:
    """The function as a variable that is computed before the statement."""

    def rule(arguments: tuple[Expression, ...], scope: Scope) -> Value:
        result = scope.fresh(*wishes)
        kind, start, lines = _LOOPS[name](arguments, scope, result)
        scope.before += [f"{kind} {result} = {start};", *lines]
        return Value(result, POSTFIX, kind)

    return rule


def _elements(arguments: tuple[Expression, ...], scope: Scope, each: Callable[[Value, list[Expression]], list[str]]) -> list[str]:
    """A loop over the elements of the first argument where the mask holds."""
    from translate.corpus.rules.fortran_to_cpp.nests import nest
    from translate.corpus.rules.fortran_to_cpp.statements import condition

    value, mask = arguments[0], None
    for other in arguments[1:]:
        if not isinstance(other, Keyword) or other.name != "mask":
            raise Declined("reduction along a dimension")
        mask = other.value
    if not rank(value, scope) or rank(value, scope) > 3:
        raise Declined("reduction of another form")

    def inner(places: list[Expression]) -> list[str]:
        before = len(scope.before)
        lines = each(written(element_at(value, places, scope), scope), places)
        if mask is not None:
            lines = [f"if ({condition(element_at(mask, places, scope), scope)}) {{", *lines, "}"]
        if len(scope.before) > before:
            raise Declined("array function within an array expression")
        return lines

    return nest(axes(value, scope), scope, inner, arguments)


def _kind_of(value: Expression, scope: Scope) -> str:
    places: list[Expression] = [Integer(0)] * rank(value, scope)
    return written(element_at(value, places, scope), scope).type


def _sum(arguments: tuple[Expression, ...], scope: Scope, result: str) -> tuple[str, str, list[str]]:
    kind = _kind_of(arguments[0], scope)
    if kind not in ZERO and kind not in COMPLEX or kind == "bool":
        raise Declined("reduction of another form")
    return kind, ZERO.get(kind, f"{kind}(0)"), _elements(arguments, scope, lambda value, _: [f"{result} += {value.text};"])


def _product(arguments: tuple[Expression, ...], scope: Scope, result: str) -> tuple[str, str, list[str]]:
    kind = _kind_of(arguments[0], scope)
    if kind not in ZERO or kind == "bool":
        raise Declined("reduction of another form")
    return kind, ZERO[kind].replace("0", "1", 1), _elements(arguments, scope, lambda value, _: [f"{result} *= {value.text};"])


def _extreme(name: str) -> Callable[[tuple[Expression, ...], Scope, str], tuple[str, str, list[str]]]:
    def rule(arguments: tuple[Expression, ...], scope: Scope, result: str) -> tuple[str, str, list[str]]:
        kind = _kind_of(arguments[0], scope)
        if kind not in ZERO or kind == "bool":
            raise Declined("reduction of another form")
        scope.headers |= {"algorithm", "limits"}
        start = f"std::numeric_limits<{kind}>::{'lowest' if name == 'max' else 'max'}()"
        return kind, start, _elements(arguments, scope, lambda value, _: [f"{result} = std::{name}({result}, {value.text});"])

    return rule


def _dot(arguments: tuple[Expression, ...], scope: Scope, result: str) -> tuple[str, str, list[str]]:
    left, right = arguments
    kinds = {_kind_of(left, scope), _kind_of(right, scope)}
    if len(kinds) > 1 or not kinds <= set(ZERO) - {"bool"}:
        raise Declined("reduction of another form")
    return _sum((Binary("*", left, right),), scope, result)


def _any(arguments: tuple[Expression, ...], scope: Scope, result: str) -> tuple[str, str, list[str]]:
    if _kind_of(arguments[0], scope) != "bool":
        raise Declined("reduction of another form")
    return "bool", "false", _elements(arguments[:1], scope, lambda value, _: [f"if ({value.text}) {{", f"{result} = true;", "}"])


def _all(arguments: tuple[Expression, ...], scope: Scope, result: str) -> tuple[str, str, list[str]]:
    if _kind_of(arguments[0], scope) != "bool":
        raise Declined("reduction of another form")

    def each(value: Value, _: list[Expression]) -> list[str]:
        return [f"if (!{value.within(12)}) {{", f"{result} = false;", "}"]

    return "bool", "true", _elements(arguments[:1], scope, each)


def _count(arguments: tuple[Expression, ...], scope: Scope, result: str) -> tuple[str, str, list[str]]:
    if _kind_of(arguments[0], scope) != "bool":
        raise Declined("reduction of another form")
    # `*n++` would move the pointer.
    place = f"({result})" if result.startswith("*") else result
    advance = f"{place}++;" if scope.style.post_increment else f"++{result};"
    return "int", "0", _elements(arguments[:1], scope, lambda value, _: [f"if ({value.text}) {{", advance, "}"])


def _all_bits(operator: str, start: str) -> Callable[[tuple[Expression, ...], Scope, str], tuple[str, str, list[str]]]:
    def rule(arguments: tuple[Expression, ...], scope: Scope, result: str) -> tuple[str, str, list[str]]:
        kind = _kind_of(arguments[0], scope)
        if kind not in ("int", "long long"):
            raise Declined("reduction of another form")
        return kind, start, _elements(arguments, scope, lambda value, _: [f"{result} {operator}= {value.text};"])

    return rule


def _location(operator: str) -> Callable[[tuple[Expression, ...], Scope, str], tuple[str, str, list[str]]]:
    def rule(arguments: tuple[Expression, ...], scope: Scope, result: str) -> tuple[str, str, list[str]]:
        value = arguments[0]
        axis = arguments[1].value if len(arguments) == 2 and isinstance(arguments[1], Keyword) else arguments[-1]
        if (
            rank(value, scope) != 1
            or len(arguments) != 2
            or axis != ONE
            or isinstance(arguments[1], Keyword)
            and arguments[1].name != "dim"
        ):
            raise Declined("reduction of another form")
        best = written(element_at(value, [_counted_from_0(result)], scope), scope.with_place(result))

        def each(found: Value, places: list[Expression]) -> list[str]:
            return [
                f"if ({found.within(10)} {operator} {best.within(10)}) {{",
                f"{result} = {written(plus(places[0], ONE), scope).text};",
                "}",
            ]

        return "int", "1", _elements((value,), scope, each)

    return rule


def _counted_from_0(result: str) -> Expression:
    return minus(Name(result), ONE)


def _norm(arguments: tuple[Expression, ...], scope: Scope) -> Value:
    squares = _before("sum", "sum_sq")((Binary("**", arguments[0], Integer(2)),), scope)
    scope.headers.add("cmath")
    return Value(f"std::sqrt({squares.text})", POSTFIX, squares.type)


def _size(arguments: tuple[Expression, ...], scope: Scope) -> Value:
    value = arguments[0]
    axis = arguments[1].value if len(arguments) > 1 and isinstance(arguments[1], Keyword) else arguments[1] if len(arguments) > 1 else None
    symbol = declared(value, scope)
    if symbol is None or symbol.bounds is None:
        shape = axes(value, scope)
        if axis is not None and not isinstance(axis, Integer):
            raise Declined("size along a variable dimension")
        counts = [a.count for a in shape] if axis is None else [shape[axis.value - 1].count]
    else:
        at = range(symbol.rank) if axis is None else [(evaluated(axis, scope.constants) or 0) - 1]
        if any(not 0 <= a < symbol.rank for a in at):
            raise Declined("size along a variable dimension")
        counts = [size_of(value, symbol, a, scope) for a in at]
    number = axis.value if isinstance(axis, Integer) else 1
    if counts == [Apply(Name("size"), (value, Integer(number)))]:
        from translate.corpus.rules.fortran_to_cpp.members import whole

        name = whole(value, scope) + ("[0]" if axis == Integer(2) else "")
        return cast("int", Value(f"{name}.size()", POSTFIX, "size_t"), scope)
    total: Expression = Integer(1)
    for part in counts:
        total = times(total, part)
    return written(total, scope)


def _bound(upper: bool) -> Callable[[tuple[Expression, ...], Scope], Value]:
    def rule(arguments: tuple[Expression, ...], scope: Scope) -> Value:
        symbol = declared(arguments[0], scope)
        axis = (
            arguments[1].value if len(arguments) > 1 and isinstance(arguments[1], Keyword) else arguments[1] if len(arguments) > 1 else None
        )
        if symbol is None or symbol.bounds is None or not isinstance(axis, Integer) or axis.value > symbol.rank:
            raise Declined("bounds of an expression")
        first = lower(symbol.bounds[axis.value - 1])
        if not upper:
            return written(first, scope)
        return written(minus(plus(size_of(arguments[0], symbol, axis.value - 1, scope), first), ONE), scope)

    return rule


def _allocated(arguments: tuple[Expression, ...], scope: Scope) -> Value:
    from translate.corpus.rules.fortran_to_cpp.members import whole

    symbol = declared(arguments[0], scope)
    if symbol is None or symbol.storage not in ("vector", "nested"):
        raise Declined("allocated")
    return Value(f"!{whole(arguments[0], scope)}.empty()", PRODUCT + 1, "bool")


_LOOPS = {
    "sum": _sum, "product": _product, "maxval": _extreme("max"), "minval": _extreme("min"), "dot_product": _dot,
    "any": _any, "all": _all, "count": _count, "maxloc": _location(">"), "minloc": _location("<"),
    "iany": _all_bits("|", "0"), "iall": _all_bits("&", "-1"), "iparity": _all_bits("^", "0"),
}  # fmt: skip
REDUCTIONS: dict[str, Callable[[tuple[Expression, ...], Scope], Value]] = {
    "sum": _before("sum", "sum", "total", "acc"), "product": _before("product", "prod", "product"),
    "maxval": _before("maxval", "max_val", "largest"), "minval": _before("minval", "min_val", "smallest"),
    "dot_product": _before("dot_product", "dot", "dot_product"), "any": _before("any", "any_found", "found"),
    "all": _before("all", "all_true"), "iany": _before("iany", "bits"), "iall": _before("iall", "bits"),
    "iparity": _before("iparity", "bits"),
    "count": _before("count", "count", "number"), "maxloc": _before("maxloc", "max_loc"), "minloc": _before("minloc", "min_loc"),
    "norm2": _norm, "size": _size, "ubound": _bound(True), "lbound": _bound(False), "allocated": _allocated,
}  # fmt: skip
