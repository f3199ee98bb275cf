"""Procedures bound to derived types as what they are: procedures whose first argument is the object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.syntax import Apply, Call, Keyword, Member, Name, Unit
from translate.corpus.rules.fortran_to_cpp.visiting import rewritten

MARK = "%"
"""Before the name of a bound procedure in a call of one."""


def with_plain_calls(units: list[Unit]) -> list[Unit]:
    """The units, whose calls through an object name the procedure. Raises Declined."""
    targets: dict[str, str] = {}
    members: set[str] = set()
    for unit in _every(units):
        for structure in unit.structures:
            members |= {member.name for member in structure.members}
            for name, target in structure.bindings:
                if targets.setdefault(name, target) != target:
                    raise Declined("two bound procedures of one name")
    if set(targets) & members:
        raise Declined("a component named like a bound procedure")

    def change(node: Any) -> Any:
        match node:
            case Apply(Member(base, name), arguments) if name in targets:
                return Apply(Name(targets[name]), (base, *arguments))
            case Call(name, (base, *rest)) if name.startswith(MARK):
                if name[1:] not in targets or isinstance(base, Keyword):
                    raise Declined("call of a bound procedure")
                return Call(targets[name[1:]], (base, *rest))
        return node

    for unit in _every(units):
        unit.body = rewritten(unit.body, change)
    return units


def _every(units: list[Unit]) -> Iterator[Unit]:
    for unit in units:
        yield unit
        yield from _every(unit.contained)
