"""Walks over expressions and statements, and rewrites of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from translate.corpus.rules.fortran_to_cpp.syntax import Apply, Do, Expression, ImpliedDo, Member, Name


def nodes(value: Any) -> Iterator[Any]:
    """Every expression and statement in `value`, outer before inner."""
    if isinstance(value, (tuple, list)):
        for item in value:
            yield from nodes(item)
    elif is_dataclass(value) and not isinstance(value, type):
        yield value
        for name in _fields(type(value)):
            yield from nodes(getattr(value, name))


def rewritten(value: Any, change: Callable[[Any], Any]) -> Any:
    """`value` with every node replaced by what `change` makes of it, inner before outer."""
    if isinstance(value, (tuple, list)):
        return type(value)(rewritten(item, change) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        old = {name: getattr(value, name) for name in _fields(type(value))}
        new = {name: rewritten(item, change) for name, item in old.items()}
        changed = {name: item for name, item in new.items() if item is not old[name]}
        return change(replace(value, **changed) if changed else value)
    return value


def mentions(value: Any) -> Counter[str]:
    """How often each name is mentioned, loop counters too."""
    found: Counter[str] = Counter()
    for node in nodes(value):
        if isinstance(node, Name):
            found[node.name] += 1
        elif isinstance(node, (Do, ImpliedDo)):
            found[node.variable] += 1
    return found


def root_of(place: Expression) -> str | None:
    """The variable that `place` is or is part of."""
    while isinstance(place, (Apply, Member)):
        place = place.base
    return place.name if isinstance(place, Name) else None


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind))
