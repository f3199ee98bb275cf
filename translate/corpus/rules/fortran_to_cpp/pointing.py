"""Pointers that stand for one variable all the time as that variable, and those that own what they are allocated as allocatable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.syntax import Apply, Declared, Expression, Name, Unit
from translate.corpus.rules.fortran_to_cpp.visiting import mentions, nodes, rewritten


@dataclass(frozen=True, slots=True)
class Point:
    """`name => target`."""

    name: str
    target: Expression


def without_pointers(units: list[Unit]) -> list[Unit]:
    """The units with their pointers replaced. Raises Declined where one moves about."""
    for unit in _every(units):
        points = [node for node in nodes(unit.body) if isinstance(node, Point)]
        asked = {node.base.name for node in nodes(unit.body) if isinstance(node, Apply) and isinstance(node.base, Name)}
        names = {one.name for one in unit.declared if "pointer" in one.attributes}
        if not names and not points:
            continue
        inner = mentions([(part.body, part.declared) for part in _every(unit.contained)])
        if any(inner[name] for name in names) or asked & {"associated", "null"} or {point.name for point in points} - names:
            raise Declined("pointers")
        meaning = {name: _meaning(unit, name, [point for point in points if point.name == name]) for name in names}
        unit.declared = [_plain(one) for one in unit.declared if not meaning.get(one.name)]
        body: list[Any] = [statement for statement in unit.body if not isinstance(statement, Point)]
        unit.body = rewritten(body, partial(_renamed, meaning))
    return units


def _meaning(unit: Unit, name: str, points: list[Point]) -> str:
    """The variable that the pointer stands for; nothing where it is allocated. Raises Declined."""
    if not points:
        return ""
    body: list[Any] = unit.body
    position = body.index(points[0]) if points[0] in body else -1
    if len(points) > 1 or position < 0 or not isinstance(points[0].target, Name) or mentions(body[:position])[name]:
        raise Declined("pointers")
    if name in unit.parameters or any(one.name == points[0].target.name and "pointer" in one.attributes for one in unit.declared):
        raise Declined("pointers")
    return points[0].target.name


def _plain(declared: Declared) -> Declared:
    if "pointer" not in declared.attributes:
        return declared
    return replace(declared, attributes=declared.attributes - {"pointer"} | {"allocatable"})


def _renamed(meaning: dict[str, str], node: Any) -> Any:
    return Name(meaning[node.name]) if isinstance(node, Name) and meaning.get(node.name) else node


def _every(units: list[Unit]) -> Iterator[Unit]:
    for unit in units:
        yield unit
        yield from _every(unit.contained)
