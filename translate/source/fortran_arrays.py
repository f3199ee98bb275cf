"""The arrays that a Fortran function in normal form declares, with their bounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from translate.source.subscripts import matching, separated

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
