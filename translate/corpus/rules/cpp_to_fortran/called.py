"""What callers know of the functions and classes of the same text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from translate.corpus.rules.cpp_to_fortran.kinds import Kind
from translate.source.parse import Node


@dataclass(slots=True)
class Called:
    """A function of the same text."""

    name: str
    kind: Kind
    parameters: tuple[str, ...]
    """For each parameter `value`, `constant`, `array`, `pointee`, `vector`, `copy` or `reference`."""
    kinds: tuple[Kind, ...]
    ranks: tuple[int, ...] = ()
    rank: int = 0
    """Of the result."""
    extents: tuple[str, ...] = ()
    """Of the result, outer first, where its type says them."""
    grows: bool = False
    """Whether a vector that it is given may come back longer."""
    prints: bool = False
    defaults: tuple[Node | None, ...] = ()
    """What stands for an argument that a call leaves out."""
    of_object: bool = False
    """Whether its first argument is the object that it is called on."""
    changes_object: bool = False
    node: Node | None = None
    """Its definition."""
    template: bool = False
    """Whether the types of a call decide which procedure it is."""
    others: list[Called] = field(default_factory=list)
    """Functions of the same C++ name."""

    def all(self) -> Iterator[Called]:
        """The function and those of the same name."""
        yield self
        yield from self.others

    def taking(self, count: int) -> list[Called]:
        """Those that a call with so many arguments may mean."""
        return [one for one in self.all() if one.least() <= count <= len(one.parameters)]

    def least(self) -> int:
        """How many arguments a call must give."""
        return len(self.parameters) - sum(one is not None for one in self.defaults)


@dataclass(slots=True)
class Class:
    """A class or structure of the same text."""

    name: str
    """In C++, without namespaces."""
    kind: Kind
    base: Class | None = None
    """The class that it inherits from."""
    needs: bool = False
    """Whether a variable needs more than its declaration: containers and texts start empty."""
