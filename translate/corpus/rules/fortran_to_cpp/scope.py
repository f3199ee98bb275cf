"""What the writers of one procedure share: its names, the procedures it may call, and the style."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from translate.corpus.rules.fortran_to_cpp.facts import FACTS
from translate.corpus.rules.fortran_to_cpp.style import CppStyle
from translate.corpus.rules.fortran_to_cpp.symbols import Symbol
from translate.corpus.rules.fortran_to_cpp.syntax import (
    Allocate,
    Apply,
    Assign,
    Call,
    Deallocate,
    Do,
    Expression,
    Keyword,
    Name,
    Structure,
    Unit,
)
from translate.corpus.rules.fortran_to_cpp.visiting import nodes, root_of


@dataclass(slots=True)
class Procedure:
    """A procedure as its callers see it."""

    unit: Unit
    symbols: dict[str, Symbol]
    modified: set[str] = field(default_factory=set)
    """Parameters that it may change."""

    @property
    def elemental(self) -> bool:
        """Whether it works on scalars and so on each element of arrays."""
        return any("elemental" in declared.attributes for declared in self.unit.declared)

    @property
    def parameters(self) -> list[Symbol]:
        """Its parameters in order."""
        return [self.symbols[name] for name in self.unit.parameters]

    @property
    def result(self) -> Symbol:
        """What a function returns."""
        return self.symbols[self.unit.result or self.unit.name]


def changed(body: object, symbols: Mapping[str, Symbol], procedures: Mapping[str, Procedure]) -> set[str]:
    """The variables that `body` may change; what an unknown procedure changes is guessed by the names of its arguments."""
    found: set[str] = set()
    for node in nodes(body):
        if isinstance(node, Assign):
            found.add(root_of(node.target) or "")
        elif isinstance(node, Do):
            found.add(node.variable)
        elif isinstance(node, Allocate):
            found |= {root_of(place) or "" for place, _ in node.arrays}
        elif isinstance(node, Deallocate):
            found |= {root_of(place) or "" for place in node.arrays}
        elif isinstance(node, Call):
            found |= _through(node.name, node.arguments, symbols, procedures)
        elif isinstance(node, Apply) and isinstance(node.base, Name):
            name = node.base.name
            if name in procedures or name in symbols and symbols[name].attributes & {"external"}:
                found |= _through(name, node.arguments, symbols, procedures)
    return found - {""}


def _through(name: str, arguments: tuple[Expression, ...], symbols: Mapping[str, Symbol], procedures: Mapping[str, Procedure]) -> set[str]:
    known = procedures.get(name)
    found = set()
    for position, argument in enumerate(arguments):
        value = argument.value if isinstance(argument, Keyword) else argument
        root = root_of(value)
        if root is None or root not in symbols:
            continue
        if known is not None:
            key = (
                argument.name
                if isinstance(argument, Keyword)
                else known.unit.parameters[position]
                if position < len(known.unit.parameters)
                else ""
            )
            if key in known.modified:
                found.add(root)
        elif (
            symbols[root].bounds is not None
            and symbols[root].intent != "in"
            or root in FACTS.outputs
            or symbols[root].intent in ("out", "inout")
        ):
            found.add(root)
    return found


@dataclass(slots=True)
class Scope:
    """One procedure or program while it is written."""

    unit: Unit
    symbols: dict[str, Symbol]
    style: CppStyle
    constants: dict[str, int]
    structures: Mapping[str, Structure] = field(default_factory=dict)
    procedures: Mapping[str, Procedure] = field(default_factory=dict)
    modified: set[str] = field(default_factory=set)
    headers: set[str] = field(default_factory=set)
    helpers: set[str] = field(default_factory=set)
    """Functions of our own that the file begins with."""
    formatted: bool = False
    """Whether std::cout was told how to print reals."""
    closed: bool = False
    """Whether every procedure is known: a whole program."""
    counters: set[str] = field(default_factory=set)
    """Variables that live in the headers of their loops."""
    zero: set[str] = field(default_factory=set)
    """Counters of the loops around, in C++, that count from 0."""
    before: list[str] = field(default_factory=list)
    """Statements that must run before the one being written."""
    busy: list[str] = field(default_factory=list)
    """Counters of the loops being written."""
    components: Mapping[str, Mapping[str, Symbol]] = field(default_factory=dict)
    """Structure -> component -> what it is."""
    taken: set[str] = field(default_factory=set)
    """Names in use, so that fresh ones are new."""

    def with_place(self, name: str) -> Scope:
        """The scope where `name` is an integer."""
        return replace(self, symbols={**self.symbols, name: Symbol(name, "int", spelled=name)})

    def is_external(self, name: str) -> bool:
        """Whether `name` is a procedure that nothing is known of."""
        symbol = self.symbols.get(name)
        return symbol is not None and bool(symbol.attributes & {"external", "function"}) and "result" not in symbol.attributes

    def changes(self, body: object) -> set[str]:
        """The variables that `body` may change."""
        return changed(body, self.symbols, self.procedures)

    def fresh(self, *wishes: str) -> str:
        """A name that nothing else has; the first free of `wishes`, or one with a number."""
        for wish in (*wishes, *(f"{wishes[0]}{n}" for n in range(2, 100))):
            if wish not in self.taken:
                self.taken.add(wish)
                return wish
        raise AssertionError("a hundred names are taken")
