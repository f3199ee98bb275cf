"""Where pointers point, and what was touched there."""

from __future__ import annotations

from dataclasses import dataclass, field

from translate.host.bounds import Facts
from translate.host.polynomial import Polynomial, number, quantity
from translate.host.symbols import folded


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pointer points: an offset into an array parameter, or into something of the function's own (base None)."""

    base: str | None
    offset: Polynomial | None
    unit: str = ""
    """The type of what it points to, which the offset counts."""
    inner: tuple[Polynomial, ...] = ()
    """The sizes of the dimensions that are still to be subscripted, after the first."""
    bytes: Polynomial = field(default_factory=Polynomial)
    """What is to be added to the offset, in bytes."""

    def lost(self) -> Place:
        """Somewhere in the same array."""
        return Place(self.base, None, self.unit)

    def moved(self, by: Polynomial) -> Place:
        """So many elements further."""
        return Place(self.base, None if self.offset is None else folded(self.offset + by), self.unit, self.inner, self.bytes)

    def as_pointer_to(self, unit: str) -> Place:
        """The same place, counted in elements of another type."""
        if unit == self.unit or not unit:
            return self
        before = None if self.offset is None else self.bytes + self.offset * size_of(self.unit)
        return Place(self.base, None if before is None else Polynomial(), unit, (), before or Polynomial())


Value = Polynomial | Place | None


@dataclass(frozen=True, slots=True)
class Access:
    """One mention of an array's element; `subscript` None where it cannot be said."""

    array: str
    subscript: Polynomial | None
    reads: bool
    writes: bool
    facts: Facts
    certain: bool
    """Whether every round of the loops around it comes here."""
    text: str
    unit: str = ""
    """The type of the element as it is touched; empty for the array's own."""
    bytes: Polynomial = field(default_factory=Polynomial)
    """What the subscript does not count."""

    @property
    def last_byte(self) -> Polynomial | None:
        """One more than the offset of the last byte that is touched."""
        return None if self.subscript is None else (self.subscript + number(1)) * size_of(self.unit) + self.bytes


def size_of(unit: str) -> Polynomial:
    """The bytes of one element."""
    return number(1) if unit in ("char", "unsigned char", "signed char", "int8_t", "uint8_t") else quantity(f"sizeof({unit})")


def moved(start: Value, by: Polynomial) -> Value:
    """A number or a place so much further on."""
    if isinstance(start, Place):
        return start.moved(by)
    return folded(start + by) if isinstance(start, Polynomial) else None
