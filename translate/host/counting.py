"""How often loops run, and whether a subscript counts through an array."""

from __future__ import annotations

from translate.host.bounds import Facts, limits_of, variables
from translate.host.places import Access
from translate.host.polynomial import Polynomial, number, quantity


def rounds_of(name: str, facts: Facts) -> Polynomial | None:
    """How many values the quantity takes; None where the facts do not say it outright."""
    lower, upper = limits_of(name, facts, upper=False), limits_of(name, facts, upper=True)
    if len(lower) != 1 or len(upper) != 1:
        return None
    rounds = upper[0] - lower[0] + number(1)
    return None if variables(rounds) else rounds


def counted_through(access: Access) -> Polynomial | None:
    """The number of elements where the subscript counts through all of them, one loop inside the other; else None."""
    rest, total = access.subscript, number(1)
    for _ in variables(rest) if rest is not None else ():
        assert rest is not None
        name = next((n for n in variables(rest) if (halves := rest.split(n)) and halves[0] == number(1)), None)
        rounds = rounds_of(name, access.facts) if name is not None else None
        if name is None or rounds is None or limits_of(name, access.facts, upper=False) != [number(0)]:
            return None
        left = (rest - quantity(name)).divided(rounds)
        if left is None:
            return None
        rest, total = left, total * rounds
    return total if rest == number(0) else None
