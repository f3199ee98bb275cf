"""The arrays that a Fortran function in normal form declares, with their bounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from translate.source.subscripts import matching, separated

KINDS = {
    "real ( 8 )": "double",
    "real ( real64 )": "double",
    "real ( dp )": "double",
    "double precision": "double",
    "integer ( 8 )": "long long",
    "integer ( int64 )": "long long",
    "real ( 4 )": "float",
    "real ( real32 )": "float",
    "integer ( 4 )": "int",
    "real": "float",
    "integer": "int",
    "logical": "bool",
}
"""Types as normal form spells them -> C++."""
TYPES = frozenset({"integer", "real", "double", "complex", "logical", "dimension"})


@dataclass(frozen=True, slots=True)
class Bound:
    """One dimension: where it begins, and how many elements it has where that can be said."""

    first: str
    extent: tuple[str, ...] | None


def declared_arrays(tokens: Sequence[str]) -> Mapping[str, tuple[Bound, ...]]:
    """Name -> bounds, of every array whose lower bounds are single tokens."""
    found: dict[str, tuple[Bound, ...]] = {}
    for statement in _statements(tokens):
        if statement and statement[0] in TYPES:
            found.update(_entities(statement))
    return found


def parameters_in_c(tokens: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Name -> how C++ declares it as a parameter, of every dummy argument with a plain type and an intent."""
    found: dict[str, tuple[str, ...]] = {}
    for statement in _statements(tokens):
        kind, rest = _kind(statement)
        if kind and "::" in rest and "intent" in rest:
            head, names = rest[: rest.index("::")], rest[rest.index("::") + 1 :]
            intent = head[head.index("intent") + 2]
            for entity in separated(names):
                is_array = entity[1:2] == ["("] or "dimension" in head
                constant = ("const",) if is_array and intent == "in" else ()
                mark = ("*",) if is_array else () if intent == "in" else ("&",)
                found[entity[0]] = (*constant, *kind.split(), *mark, entity[0])
    return found


def _kind(statement: list[str]) -> tuple[str, list[str]]:
    """The C++ type of a declaration, and what follows its type; empty where it is not known word for word."""
    words = " ".join(statement)
    for spelling, kind in KINDS.items():
        rest = statement[len(spelling.split()) :]
        if words.startswith(f"{spelling} ") and rest[0] in (",", "::"):
            return kind, rest
    return "", []


def _statements(tokens: Sequence[str]) -> Iterator[list[str]]:
    statement: list[str] = []
    for token in (*tokens, "<nl>"):
        if token == "<nl>":
            yield statement
            statement = []
        elif not (token.startswith("<") and token.endswith(">") and len(token) > 2):
            statement.append(token)


def _entities(statement: list[str]) -> Iterator[tuple[str, tuple[Bound, ...]]]:
    whole: list[str] = []
    if "::" in statement:
        head, names = statement[: statement.index("::")], statement[statement.index("::") + 1 :]
        if "dimension" in head:
            at = head.index("dimension") + 1
            whole = head[at + 1 : matching(head, at)]
    else:
        names = statement[1:]
        if statement[0] == "double":
            names = statement[2:]
        elif names[:1] == ["("]:
            names = names[matching(names, 0) + 1 :]
        elif names[:1] == ["*"]:
            names = names[2:]
    for entity in separated(names):
        own = entity[2 : matching(entity, 1)] if entity[1:2] == ["("] else whole
        bounds = [_bound(part) for part in separated(own)] if own else []
        if entity and bounds and all(bound is not None for bound in bounds):
            yield entity[0], tuple(bound for bound in bounds if bound is not None)


def _bound(tokens: list[str]) -> Bound | None:
    if ":" not in tokens:
        return Bound("1", None if tokens == ["*"] else tuple(tokens))
    first, last = tokens[: tokens.index(":")], tokens[tokens.index(":") + 1 :]
    lower = "".join(first) or "1"
    if len(first) > 2 or not lower.removeprefix("-").isdecimal():
        return None
    if not last or last == ["*"] or not all(token.isdecimal() for token in last):
        return Bound(lower, None)
    return Bound(lower, (str(int(last[0]) - int(lower) + 1),))
