"""Constants in an order in which each finds those that it needs."""

from __future__ import annotations

from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.visiting import mentions


def by_need(names: list[str], scope: Scope) -> list[str]:
    """The names in order, those that a constant's value mentions before it."""
    found: list[str] = []

    def add(name: str) -> None:
        if name in found:
            return
        symbol = scope.symbols[name]
        for other in mentions(symbol.value) if symbol.constant else ():
            if other in names and other != name:
                add(other)
        if name not in found:
            found.append(name)

    for name in names:
        add(name)
    return found
