"""`reshape` and `pack` of whole arrays and sections into arrays of one dimension, as loops with a running place."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.expressions import NUMBERS, assigned, written
from translate.corpus.rules.fortran_to_cpp.nests import nest
from translate.corpus.rules.fortran_to_cpp.reductions import REDUCTIONS
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.shapes import axes, element_at, rank
from translate.corpus.rules.fortran_to_cpp.symbols import Symbol
from translate.corpus.rules.fortran_to_cpp.syntax import Apply, Expression, ImpliedDo, Integer, Keyword, Name, Range
from translate.corpus.rules.fortran_to_cpp.visiting import mentions, rewritten, root_of

Store = Callable[[Expression, Expression, list[Expression], Scope], list[str]]
ORDER = {"reshape": ("source", "shape", "pad", "order"), "pack": ("array", "mask", "vector")}


def in_order(name: str, arguments: tuple[Expression, ...]) -> tuple[Expression, ...]:
    """The arguments by position. Raises Declined where one is left out."""
    found: dict[str, Expression] = {}
    for position, argument in enumerate(arguments):
        word = argument.name if isinstance(argument, Keyword) else ORDER[name][position]
        found[word] = argument.value if isinstance(argument, Keyword) else argument
    listed = ORDER[name][: len(found)]
    if name == "reshape" and "pad" not in found:
        listed = ("source", "shape", "order")[: len(found)]
    if set(found) != set(listed):
        raise Declined(f"{name} of another form")
    return tuple(found[word] for word in listed)


def run_into(target: Expression, source: Expression, mask: Expression | None, scope: Scope, store: Store) -> list[str]:
    """The elements of `source` where `mask` holds, one after the other. Raises Declined."""
    from translate.corpus.rules.fortran_to_cpp.statements import condition

    if rank(target, scope) != 1 or not rank(source, scope) or root_of(target) in mentions((source, mask)):
        raise Declined("reshape of another form")
    place = scope.fresh("at", "place", "next_place")
    scope.symbols[place] = Symbol(place, "int", spelled=place)
    advance = f"{place}++;" if scope.style.post_increment else f"++{place};"

    def each(places: list[Expression]) -> list[str]:
        lines = [*store(target, element_at(source, places, scope), [Name(place)], scope), advance]
        if mask is None:
            return lines
        return [f"if ({condition(element_at(mask, places, scope), scope)}) {{", *lines, "}"]

    return [f"int {place} = 0;", *nest(axes(source, scope), scope, each, target, source, mask)]


def listed_into(target: Expression, items: tuple[Expression, ...], turned: bool, scope: Scope, store: Store) -> list[str]:
    """Listed values into an array of several dimensions, in the order of memory or, if turned, across it. Raises Declined."""
    kind = written(element_at(target, [Integer(0)] * rank(target, scope), scope), scope).type
    if kind not in NUMBERS[:6] or any(isinstance(item, ImpliedDo) or rank(item, scope) for item in items):
        raise Declined("reshape of another form")
    values, place = scope.fresh("values", "listed"), scope.fresh("at", "place", "next_place")
    scope.symbols[values] = Symbol(values, kind, (Range(Integer(0), None),), spelled=values, storage="pointer")
    scope.symbols[place] = Symbol(place, "int", spelled=place)
    texts = ", ".join(assigned(written(item, scope), kind, scope) for item in items)
    advance = f"{place}++;" if scope.style.post_increment else f"++{place};"

    def each(places: list[Expression]) -> list[str]:
        found = store(target, Apply(Name(values), (Name(place),)), places[::-1] if turned else places, scope)
        return [*found, advance]

    shape = axes(target, scope)
    nested = nest(shape[::-1] if turned else shape, scope, each, target, items)
    return [f"const {kind} {values}[] = {{{texts}}};", f"int {place} = 0;", *nested]


def with_scalars_ahead(value: Expression, scope: Scope) -> Expression:
    """An array expression whose sums and the like are computed before its loops."""

    def change(node: object) -> object:
        name = node.base.name if isinstance(node, Apply) and isinstance(node.base, Name) else ""
        if not isinstance(node, Apply) or name not in SCALARS or name in scope.symbols:
            return node
        if rank(node, scope) or not any(rank(argument, scope) for argument in node.arguments if not isinstance(argument, Keyword)):
            return node
        found = written(node, scope)
        if not found.text.isidentifier():
            return node
        scope.symbols[found.text] = Symbol(found.text, found.type, spelled=found.text)
        return Name(found.text)

    changed: Expression = rewritten(value, change)
    return changed


SCALARS = set(REDUCTIONS) - {"size", "ubound", "lbound", "allocated", "norm2"}
