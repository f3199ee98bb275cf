"""What is known at a place in a function: limits on quantities that change, and new quantities for what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from translate.host.bounds import Facts, variables
from translate.host.polynomial import Polynomial, number, quantity

SMALL = {"unsigned char": 255, "uint8_t": 255, "uchar": 255, "unsigned short": 65535, "uint16_t": 65535, "bool": 1}
UNSIGNED = frozenset({"size_t", "uint", "uint32_t", "uint64_t", "std::size_t"})
IT = quantity("@")
"""A new quantity in its own limits."""


@dataclass(slots=True)
class Knowledge:
    """Limits that hold on the path to here, and those that came with quantities and always hold."""

    path: tuple[Polynomial, ...] = ()
    always: list[Polynomial] = field(default_factory=list)
    choices: dict[str, tuple[Polynomial, ...]] = field(default_factory=dict)
    count: int = 0

    @property
    def facts(self) -> Facts:
        """Everything known here."""
        return Facts((*self.path, *self.always), self.choices)

    @contextmanager
    def under(self, limits: Sequence[Polynomial]) -> Iterator[None]:
        """Inside, the limits hold as well; what is learned of the path there is forgotten after."""
        held = self.path
        self.path = (*held, *limits)
        yield
        self.path = held

    def fresh(self, stem: str, kind: str = "", limits: Sequence[Polynomial] = ()) -> Polynomial:
        """A new quantity of the type; `IT` stands for it in `limits`."""
        self.count += 1
        result = quantity(f"{stem}#{self.count}")
        plain = " ".join(word for word in kind.split() if word != "const")
        own = [IT - number(SMALL[plain])] if plain in SMALL else []
        if plain.startswith("unsigned") or plain in SMALL or plain in UNSIGNED:
            own.append(number(-1) * IT)
        self.always += [limit.replaced({"@": result}) for limit in (*limits, *own)]
        return result

    def one_of(self, stem: str, values: Sequence[Polynomial]) -> Polynomial:
        """A quantity that is one of the values."""
        result = self.fresh(stem)
        self.choices[only_name(result)] = tuple(values)
        return result

    def least(self, values: Sequence[Polynomial]) -> Polynomial:
        """The least of the values."""
        return self.fresh("least", limits=[IT - value for value in values])

    def greatest(self, values: Sequence[Polynomial]) -> Polynomial:
        """The greatest of the values."""
        result = self.fresh("greatest", limits=[value - IT for value in values])
        self.choices[only_name(result)] = tuple(values)
        return result

    def divided(self, left: Polynomial, right: Polynomial) -> Polynomial:
        """The quotient of whole numbers that are not negative."""
        if left.value is not None and right.value:
            return number(int(left.value / right.value))
        if not variables(left) and not variables(right):
            return quantity(f"(({left.text}) / ({right.text}))")
        exact = left.divided(right)
        return exact if exact is not None else self.fresh("quotient", limits=self._of_quotient(left, right))

    def rest(self, left: Polynomial, right: Polynomial) -> Polynomial:
        """What is left over by the division of whole numbers that are not negative."""
        if left.value is not None and right.value:
            return number(left.value % right.value)
        if not variables(left) and not variables(right):
            return quantity(f"(({left.text}) % ({right.text}))")
        return self.fresh("rest", limits=[IT - right + number(1), IT - left, number(-1) * IT])

    def _of_quotient(self, left: Polynomial, right: Polynomial) -> list[Polynomial]:
        limits = [number(-1) * IT, IT - left]
        for limit in self.facts.limits:
            # limit <= 0 and limit = left - most: left is at most `most`, and so the quotient at most most / right.
            most = left - limit
            if not variables(most) and not variables(right):
                over = (most + number(1)).divided(right)
                limits.append(IT - (over - number(1) if over is not None else quantity(f"(({most.text}) / ({right.text}))")))
        return limits


def only_name(polynomial: Polynomial) -> str:
    """The name of a polynomial that is one quantity."""
    return next(iter(polynomial.names), "")
