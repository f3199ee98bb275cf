"""Array assignments that read elements of what they set."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.expressions import NUMBERS, assigned, written
from translate.corpus.rules.fortran_to_cpp.integers import evaluated, minus
from translate.corpus.rules.fortran_to_cpp.nests import nest
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.shapes import axes, element_at, rank
from translate.corpus.rules.fortran_to_cpp.symbols import Symbol
from translate.corpus.rules.fortran_to_cpp.syntax import Apply, Expression, Integer, Name, Range
from translate.corpus.rules.fortran_to_cpp.visiting import mentions, nodes, root_of

OVERWRITTEN = "array assignment that reads what it writes"


def by_copy(target: Expression, value: Expression, scope: Scope) -> list[str]:
    """All the values first, then the assignment: for what reads elements that it overwrites."""
    kind = written(element_at(target, [Integer(0)] * rank(target, scope), scope), scope).type
    if kind not in NUMBERS[:6] or not rank(value, scope):
        raise Declined(OVERWRITTEN)
    held, place = scope.fresh("held", "values"), scope.fresh("at", "place", "next_place")
    scope.headers.add("vector")
    scope.symbols[place] = Symbol(place, "int", spelled=place)

    def keep(places: list[Expression]) -> list[str]:
        before = len(scope.before)
        found = assigned(written(element_at(value, places, scope), scope), kind, scope)
        if len(scope.before) > before:
            raise Declined("array function within an array expression")
        return [f"{held}.push_back({found});"]

    def put(places: list[Expression]) -> list[str]:
        return [f"{written(element_at(target, places, scope), scope).text} = {held}[{place}];", f"{place}++;"]

    shape = axes(target, scope)
    return [
        f"std::vector<{kind}> {held};",
        *nest(shape, scope, keep, target, value),
        f"int {place} = 0;",
        *nest(shape, scope, put, target, value),
    ]


def _apart(target: Expression, other: Expression, scope: Scope) -> bool:
    """Whether two sections of one array differ in a subscript by a number."""
    if not isinstance(target, Apply) or not isinstance(other, Apply) or len(target.arguments) != len(other.arguments):
        return False
    for one, two in zip(target.arguments, other.arguments, strict=True):
        if not isinstance(one, Range) and not isinstance(two, Range) and evaluated(minus(one, two), scope.constants) not in (None, 0):
            return True
    return False


def require_independent(target: Expression, value: Expression, scope: Scope) -> None:
    """Nothing that is read may have been overwritten by then."""
    name = root_of(target)
    others = [node for node in nodes(value) if isinstance(node, Apply) and node.base == Name(name or "") and node != target]
    if others and mentions(value)[name or ""] == len(others) and all(_apart(target, other, scope) for other in others):
        return
    same = sum(1 for node in nodes(value) if node == target) if not isinstance(target, Name) else 0
    if isinstance(target, Name):
        bare = {id(node.base) for node in nodes(value) if isinstance(node, Apply)}
        same = sum(1 for node in nodes(value) if node == target and id(node) not in bare)
    if name is not None and mentions(value)[name] != same * mentions(target)[name]:
        raise Declined(OVERWRITTEN)
    if any(
        isinstance(node, Apply)
        and isinstance(node.base, Name)
        and node.base.name in scope.procedures
        and not scope.procedures[node.base.name].elemental
        for node in nodes(value)
    ):
        raise Declined("function call in an array assignment")
