"""Loops over the elements of arrays, in the order of memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.expressions import written
from translate.corpus.rules.fortran_to_cpp.integers import ONE, evaluated
from translate.corpus.rules.fortran_to_cpp.loops import header, shifted
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.shapes import Axis, axes, element_at
from translate.corpus.rules.fortran_to_cpp.symbols import Symbol
from translate.corpus.rules.fortran_to_cpp.syntax import Do, Expression, ImpliedDo, Name
from translate.corpus.rules.fortran_to_cpp.visiting import mentions

COUNTERS = ("i", "j", "k", "l", "ii", "jj", "kk")


@contextmanager
def counter(scope: Scope, *used: object) -> Iterator[str]:
    """A name for a counter that nothing in `used` mentions."""
    busy = mentions(list(used))
    name = next((wish for wish in COUNTERS if wish not in busy and wish not in scope.busy), "")
    if not name:
        raise Declined("no name for a counter")
    kept = scope.symbols.get(name)
    scope.symbols[name] = Symbol(name, "int", spelled=name)
    scope.busy.append(name)
    try:
        yield name
    finally:
        scope.busy.remove(name)
        if kept is None:
            del scope.symbols[name]
        else:
            scope.symbols[name] = kept


def over(value: Expression, scope: Scope, each: Callable[[Expression], list[str]], *used: object) -> list[str]:
    """A nest of loops that does `each` with every element, in the order of memory."""
    return nest(axes(value, scope), scope, lambda places: each(element_at(value, places, scope)), value, *used)


def nest(shape: list[Axis], scope: Scope, each: Callable[[list[Expression]], list[str]], *used: object) -> list[str]:
    """Loops over `shape`, the last dimension outermost."""

    def loops(left: list[Axis], places: list[Expression]) -> list[str]:
        if not left:
            before = len(scope.before)
            found = each(places)
            # What must run before them may name the counters.
            ahead = scope.before[before:]
            del scope.before[before:]
            return [*ahead, *found]
        axis = left[-1]
        with counter(scope, used, [a.count for a in shape], [a.first for a in shape]) as name:
            count = written(axis.count, scope)
            advance = f"{name}++" if scope.style.post_increment else f"++{name}"
            inner = loops(left[:-1], [Name(name), *places])
            return [f"for (int {name} = 0; {name} < {count.within(11)}; {advance}) {{", *inner, "}"]

    return loops(list(shape), [])


def counted(loop: Do, scope: Scope, each: Callable[[Do], list[str]]) -> list[str]:
    """An implied do as a loop whose counter is its own."""
    kept = scope.symbols.get(loop.variable)
    scope.symbols[loop.variable] = Symbol(loop.variable, "int", spelled=kept.spelled if kept is not None else loop.variable)
    known = loop.variable in scope.counters
    scope.counters.add(loop.variable)
    try:
        found = shifted(loop, scope)
        if found is not loop:
            scope.zero.add(loop.variable)
        head = header(found, scope)
        return [f"{head} {{", *each(found), "}"]
    finally:
        scope.zero.discard(loop.variable)
        if not known:
            scope.counters.discard(loop.variable)
        if kept is not None:
            scope.symbols[loop.variable] = kept


def count(item: Expression, scope: Scope) -> int | None:
    """How many turns the loop over `item` takes, None where that is not known."""
    if isinstance(item, ImpliedDo):
        first, last, step = (evaluated(part, scope.constants) for part in (item.first, item.last, item.step or ONE))
        if first is None or last is None or not step:
            return None
        inner = count(item.items[0], scope) if isinstance(item.items[0], ImpliedDo) else 1
        turns = max((last - first) // step + 1, 0)
        return None if inner is None else turns * inner
    total = 1
    for axis in axes(item, scope):
        number = evaluated(axis.count, scope.constants)
        if number is None:
            return None
        total *= number
    return total
