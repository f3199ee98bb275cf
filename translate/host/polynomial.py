"""Integer polynomials in named quantities: what subscripts and bounds of loops are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Monomial = tuple[str, ...]
"""The factors in alphabetical order, as often as they occur; empty for a number."""


@dataclass(frozen=True, slots=True)
class Polynomial:
    """A sum of products with whole coefficients; equal polynomials are equal values."""

    terms: tuple[tuple[Monomial, int], ...] = ()

    def __add__(self, other: Polynomial) -> Polynomial:
        return _summed([*self.terms, *other.terms])

    def __sub__(self, other: Polynomial) -> Polynomial:
        return self + other * number(-1)

    def __mul__(self, other: Polynomial) -> Polynomial:
        return _summed([(tuple(sorted(a + b)), m * n) for a, m in self.terms for b, n in other.terms])

    @property
    def names(self) -> frozenset[str]:
        """Every quantity in it."""
        return frozenset(name for monomial, _ in self.terms for name in monomial)

    @property
    def value(self) -> int | None:
        """The number that it is; None if it is none."""
        if not self.terms:
            return 0
        return self.terms[0][1] if len(self.terms) == 1 and not self.terms[0][0] else None

    def split(self, name: str) -> tuple[Polynomial, Polynomial] | None:
        """`(c, r)` where this is `c * name + r`; None where `name` occurs in a higher power."""
        if any(monomial.count(name) > 1 for monomial, _ in self.terms):
            return None
        factor = [(tuple(other for other in monomial if other != name), n) for monomial, n in self.terms if name in monomial]
        return _summed(factor), _summed([term for term in self.terms if name not in term[0]])

    def replaced(self, values: Mapping[str, Polynomial]) -> Polynomial:
        """This with the named quantities replaced."""
        total = Polynomial()
        for monomial, coefficient in self.terms:
            product = number(coefficient)
            for name in monomial:
                product = product * values.get(name, quantity(name))
            total = total + product
        return total

    def divided(self, other: Polynomial) -> Polynomial | None:
        """The exact quotient by a single product; None where something is left over."""
        if len(other.terms) != 1:
            return number(1) if self == other and self.terms else None
        divisor, by = other.terms[0]
        result = []
        for monomial, coefficient in self.terms:
            left = list(monomial)
            for name in divisor:
                if name not in left:
                    return None
                left.remove(name)
            if coefficient % by:
                return None
            result.append((tuple(left), coefficient // by))
        return _summed(result)

    @property
    def sign(self) -> int | None:
        """1 if no term can be negative, -1 if none can be positive, where quantities are not negative; None otherwise."""
        if all(coefficient >= 0 for _, coefficient in self.terms):
            return 1
        return -1 if all(coefficient <= 0 for _, coefficient in self.terms) else None

    @property
    def text(self) -> str:
        """A C expression; products are made in 64 bits."""
        ordered = sorted(self.terms, key=lambda term: (term[1] < 0, not term[0]))
        pieces = [_term_text(monomial, coefficient, first=place == 0) for place, (monomial, coefficient) in enumerate(ordered)]
        return " ".join(pieces) or "0"


def number(value: int) -> Polynomial:
    """The number as a polynomial."""
    return Polynomial(((((), value)),)) if value else Polynomial()


def quantity(name: str) -> Polynomial:
    """The named quantity as a polynomial."""
    return Polynomial((((name,), 1),))


def _summed(terms: Iterable[tuple[Monomial, int]]) -> Polynomial:
    total: dict[Monomial, int] = {}
    for monomial, coefficient in terms:
        total[monomial] = total.get(monomial, 0) + coefficient
    return Polynomial(tuple(sorted((monomial, n) for monomial, n in total.items() if n)))


def _term_text(monomial: Monomial, coefficient: int, first: bool) -> str:
    size = abs(coefficient)
    factors = [str(size)] if size != 1 or not monomial else []
    factors += list(monomial)
    sign = ("-" if coefficient < 0 else "") if first else ("- " if coefficient < 0 else "+ ")
    wide = "(long long)" if len(factors) > 1 else ""
    return sign + wide + " * ".join(factors)
