"""Types as declarations say them: containers around a kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context
from translate.corpus.rules.cpp_to_fortran.kinds import TEXT, TEXTS, Kind, spelled
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare, walk_terms
from translate.source.parse import Node, parse, walk

OPERATIONS: dict[str, Callable[[int, int], int]] = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b}
CONTAINERS = ("vector", "array", "valarray")


@dataclass(frozen=True, slots=True)
class Typed:
    """What is in the innermost container, how many containers there are, and their lengths where the type says them, outer first."""

    kind: Kind
    rank: int = 0
    extents: tuple[str, ...] = ()


def typed(c: Context, text: str) -> Typed:
    """What a type says. Raises Declined."""
    words = text.replace("std::", "").replace("const ", "").strip()
    known = c.named.get(c.plain(words))
    if isinstance(known, Typed):
        return known
    name, bracket, rest = words.partition("<")
    if bracket and name.strip() in CONTAINERS and rest.rstrip().endswith(">"):
        inner = rest.rstrip()[:-1]
        extents: tuple[str, ...] = ()
        if name.strip() == "array":
            inner, _, extent = inner.rpartition(",")
            extents = (extent.strip(),)
        found = typed(c, inner.strip())
        if found.kind == TEXT:
            c.supplied.add(TEXTS.name)
            found = Typed(TEXTS)
        if bool(extents) != bool(found.extents) and found.rank:
            raise Declined("a container of another kind of container")
        return Typed(found.kind, found.rank + 1, (*extents, *found.extents))
    return Typed(c.kind(text))


def settled_extent(c: Context, text: str, expression: Callable[[Context, Node], Term]) -> str:
    """A length that is known where the declaration stands. Raises Declined."""
    symbol = c.names.find(text)
    if text.isdigit() or (symbol is not None and symbol.role == "constant"):
        return symbol.name if symbol is not None else text
    tree = parse(f"int x = {text};", c.tree.language)
    value = next((one.child_by_field_name("value") for one in walk(tree.root) if one.type == "init_declarator"), None)
    if value is None or tree.root.has_error:
        raise Declined("an array whose size is computed")
    kept, c.tree = c.tree, tree
    try:
        term = bare(expression(c, value))
    finally:
        c.tree = kept
    constants = {one.name for block in c.names.blocks for one in block.values() if one.role == "constant"}
    if any(one.op in ("call", "element") or (one.op == "name" and one.text not in constants) for one in walk_terms(term)):
        raise Declined("an array whose size is computed")
    known = value_of(c, term)
    if known is not None:
        c.constants[c.fortran(term)] = str(known)
    return c.fortran(term)


def value_of(c: Context, term: Term) -> int | None:
    """What a whole number that the compiler knows comes to; None where it does not know it."""
    term = bare(term)
    if term.op == "number" and term.kind.family == "integer":
        return int(term.text)
    if term.op == "name":
        return int(c.constants[term.text]) if c.constants.get(term.text, "").isdigit() else None
    parts = [value_of(c, arg) for arg in term.args]
    if term.op in OPERATIONS and len(parts) == 2 and parts[0] is not None and parts[1] is not None:
        return OPERATIONS[term.op](parts[0], parts[1])
    return None


def allocatable(c: Context, kind: Kind, rank: int) -> str:
    """The declaration of a vector, without its name and colons."""
    if kind.unsigned or rank > 3:
        raise Declined("a vector of unsigned numbers")
    return f"{spelled(kind, c.style)}, allocatable"


def colons(rank: int) -> str:
    """The shape of an array that says only its rank."""
    return f"({', '.join([':'] * rank)})"
