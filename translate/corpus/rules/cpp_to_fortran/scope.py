"""The names of a procedure: what each C++ name stands for, and what it is called in Fortran."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.kinds import Kind
from translate.corpus.rules.cpp_to_fortran.terms import Term
from translate.source.parse import Node

LONGEST = 63


@cache
def facts() -> dict[str, Any]:
    """What `facts.toml` says."""
    return tomllib.loads((Path(__file__).parent / "facts.toml").read_text(encoding="utf-8"))


@dataclass(slots=True)
class Symbol:
    """What a C++ name stands for."""

    name: str
    """In Fortran."""
    kind: Kind
    shape: tuple[str, ...] = ()
    """Extents as Fortran writes them, column first; empty for a scalar."""
    rank: int = 0
    moved: int = 0
    """How much greater the Fortran variable is than the C++ one."""
    width: str = ""
    """The C++ text of the row length of an array that is written with two subscripts."""
    alias: tuple[Symbol, Term] | None = None
    """The array that a pointer points into, and where."""
    element: Term | None = None
    """The place that a reference is another name of."""
    lowest: int | None = None
    """Of a loop variable that nothing tests: its first value in Fortran."""
    fixed: tuple[Term, ...] = ()
    """Subscripts behind those that the C++ writes: a row of an array."""
    role: str = "local"
    vector: bool = False
    made_by: Node | None = None
    """The lambda that the name stands for; of a member, the value that it starts with."""
    preset: bool = False
    """Of a member: whether its type gives it a first value."""
    pointee: bool = False
    """A pointer to one value."""


@dataclass(slots=True)
class Names:
    """Blocks within blocks of C++ names; Fortran has one block and no upper case."""

    blocks: list[dict[str, Symbol]] = field(default_factory=lambda: [{}])
    taken: dict[str, str] = field(default_factory=dict)
    """Lower-case Fortran name -> what declares it."""
    declared: dict[str, str] = field(default_factory=dict)
    """Fortran name of a local -> its declaration, in order."""
    avoided: frozenset[str] = frozenset()

    def find(self, name: str) -> Symbol | None:
        """What the name stands for here; None where nothing in sight declares it."""
        return next((block[name] for block in reversed(self.blocks) if name in block), None)

    def known(self, name: str) -> Symbol:
        """What the name stands for here. Raises Declined."""
        symbol = self.find(name)
        if symbol is None:
            raise Declined("a name from outside")
        if symbol.role == "unset":
            raise Declined("a pointer that points nowhere")
        return symbol

    def bind(self, name: str, symbol: Symbol) -> Symbol:
        """Let the name stand for the symbol until its block ends."""
        self.blocks[-1][name] = symbol
        return symbol

    def spelled(self, name: str, declaration: str = "") -> str:
        """A free Fortran name close to the C++ one; one that an ended block declared in the same way is used again."""
        live = {symbol.name.lower() for block in self.blocks for symbol in block.values()}
        wanted = name.lstrip("_")[:LONGEST] or "x"
        if "$" in wanted or not wanted.isascii():
            raise Declined("a name that Fortran cannot spell")
        wanted = wanted if wanted[0].isalpha() else f"x{wanted}"
        short = wanted[: LONGEST - 4]
        for candidate in (wanted, f"{short}_val", *(f"{short}{number}" for number in range(2, 50))):
            low = candidate.lower()
            if low in self.avoided or low in facts()["names"]["avoided"].split() or low in live:
                continue
            if low not in self.taken or (declaration and self.taken[low] == f"{declaration} {low}"):
                self.taken[low] = f"{declaration} {low}" if declaration else ""
                return candidate
        raise Declined("too many names alike")

    def local(self, name: str, declaration: str, symbol: Symbol) -> Symbol:
        """A local variable, declared at the top of the procedure; `declaration` is its type."""
        shape = f"({', '.join(symbol.shape)})" if symbol.shape else ""
        whole = f"{declaration} {shape}"
        symbol.name = self.spelled(name, whole)
        known = next((key for key in self.declared if key.lower() == symbol.name.lower()), symbol.name)
        symbol.name = known
        self.declared[known] = f"{declaration} :: {known}{shape}"
        return self.bind(name, symbol)
