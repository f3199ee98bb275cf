"""The largest value of a polynomial whose quantities are held by facts, as an expression in what the caller knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from translate.host.polynomial import Polynomial, number, quantity

COORDINATES = ("threadIdx", "blockIdx", "blockDim", "gridDim", "thread")
MOST_STEPS = 10
MOST_CHOICES = 4


@dataclass(frozen=True, slots=True)
class Extreme:
    """The least (`min`) or greatest (`max`) of several bounds."""

    kind: str
    parts: tuple[Bound, ...]


Bound = Polynomial | Extreme


@dataclass(frozen=True, slots=True)
class Facts:
    """What holds at a place: each of `limits` is at most 0, and each of `choices` is one of the polynomials it names."""

    limits: tuple[Polynomial, ...] = ()
    choices: dict[str, tuple[Polynomial, ...]] = field(default_factory=dict)

    def also(self, limits: Iterable[Polynomial]) -> Facts:
        """These facts and more limits."""
        return Facts((*self.limits, *limits), self.choices)


def is_variable(name: str) -> bool:
    """Whether the quantity changes while the function runs; its name then ends in a number, or is a coordinate of CUDA."""
    return "#" in name or name.partition(".")[0] in COORDINATES


def variables(polynomial: Polynomial) -> list[str]:
    """The quantities of `polynomial` that change, the one that came last first."""
    return sorted((name for name in polynomial.names if is_variable(name)), key=_age, reverse=True)


def highest(polynomial: Polynomial, facts: Facts, gone: frozenset[str] = frozenset(), steps: int = 0) -> Bound | None:
    """The largest value that the facts allow, without variables; None where they do not bound it."""
    names = variables(polynomial)
    if not names:
        return polynomial
    if steps >= MOST_STEPS or any(name in gone for name in names):
        return None
    name = names[0]
    if name in facts.choices:
        cases = [highest(polynomial.replaced({name: case}), facts, gone, steps + 1) for case in facts.choices[name]]
        at_most = [_furthest(polynomial, name, True, facts, gone, steps)] if _growth(polynomial, name, facts) == 1 else []
        return least([extreme("max", cases), *at_most])
    grows = _growth(polynomial, name, facts)
    found = [_furthest(polynomial, name, upper, facts, gone, steps) for upper in ((True, False) if grows is None else (grows > 0,))]
    direct = [q for limit in facts.limits if not variables(q := polynomial - limit)]
    return least([*direct, extreme("max", found)])


def extreme(kind: str, parts: Iterable[Bound | None]) -> Bound | None:
    """The least or greatest of `parts`, what is never it left out; None where a part is None or there is none."""
    kept: list[Bound] = []
    for part in parts:
        if part is None:
            return None
        for one in part.parts if isinstance(part, Extreme) and part.kind == kind else (part,):
            if not any(_covers(kind, other, one) for other in kept):
                kept = [*(other for other in kept if not _covers(kind, one, other)), one]
    if not kept:
        return None
    return kept[0] if len(kept) == 1 else Extreme(kind, tuple(kept))


def least(parts: Iterable[Bound | None]) -> Bound | None:
    """The least of the parts that are known, or one not much above it; None where none is."""
    found = extreme("min", [part for part in parts if part is not None])
    if isinstance(found, Extreme) and len(found.parts) > MOST_CHOICES:
        return Extreme("min", tuple(sorted(found.parts, key=lambda part: len(text_of(part)))[:MOST_CHOICES]))
    return found


def plus(bound: Bound, more: int) -> Bound:
    """`bound` and a number."""
    if isinstance(bound, Polynomial):
        return bound + number(more)
    return Extreme(bound.kind, tuple(plus(part, more) for part in bound.parts))


def text_of(bound: Bound) -> str:
    """`bound` as a C expression."""
    if isinstance(bound, Polynomial):
        return bound.text
    *others, result = (text_of(part) for part in bound.parts)
    for text in reversed(others):
        result = f"std::{bound.kind}<long long>({text}, {result})"
    return result


def names_of(bound: Bound) -> frozenset[str]:
    """Every quantity in `bound`."""
    return bound.names if isinstance(bound, Polynomial) else frozenset().union(*(names_of(part) for part in bound.parts))


def _growth(polynomial: Polynomial, name: str, facts: Facts) -> int | None:
    """Whether the polynomial grows (1) or falls (-1) with the quantity; None where that is not known."""
    halves = polynomial.split(name)
    if halves is None:
        return 1 if polynomial.sign == 1 else None
    return _sign(halves[0], facts)


def _furthest(polynomial: Polynomial, name: str, upper: bool, facts: Facts, gone: frozenset[str], steps: int) -> Bound | None:
    """The largest value that is left when the quantity is at its upper or lower end."""
    ends = limits_of(name, facts, upper)
    return least([highest(polynomial.replaced({name: end}), facts, gone | {name}, steps + 1) for end in ends])


def limits_of(name: str, facts: Facts, upper: bool) -> list[Polynomial]:
    """The upper or lower limits of `name` that the facts state outright."""
    found = []
    for limit in facts.limits:
        halves = limit.split(name)
        if halves is not None and halves[0] == number(1 if upper else -1):
            found.append(halves[1] * number(-1) if upper else halves[1])
    return found


def _sign(polynomial: Polynomial, facts: Facts) -> int | None:
    inside = variables(polynomial)
    return polynomial.sign if all(not_negative(quantity(name), facts) for name in inside) else None


def not_negative(polynomial: Polynomial, facts: Facts, steps: int = 0) -> bool:
    """Whether the facts show that it is never negative, given that what the caller hands in is not."""
    names = variables(polynomial)
    if polynomial.sign == 1 and all(name.startswith(COORDINATES) for name in names):
        return True
    if not names or steps > MOST_STEPS:
        return False
    for name in names:
        halves = polynomial.split(name)
        if halves is None or halves[0].sign != 1:
            return False
        lower = limits_of(name, facts, upper=False)
        if not any(not_negative(polynomial.replaced({name: limit}), facts, steps + 1) for limit in lower if name not in limit.names):
            return False
    return True


def _covers(kind: str, one: Bound, other: Bound) -> bool:
    """Whether `other` never counts beside `one`."""
    if one == other:
        return True
    if isinstance(other, Extreme) and other.kind != kind:
        return any(_covers(kind, one, part) for part in other.parts)
    if not isinstance(one, Polynomial) or not isinstance(other, Polynomial):
        return False
    return (other - one if kind == "min" else one - other).sign == 1


def _age(name: str) -> int:
    return int(name.rpartition("#")[2]) if "#" in name else -1
