"""Common blocks as modules of their own, where all units say the same of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.symbols import implicit_type
from translate.corpus.rules.fortran_to_cpp.syntax import Declared, Name, Unit
from translate.corpus.rules.fortran_to_cpp.visiting import nodes


def with_commons_as_modules(units: list[Unit]) -> list[Unit]:
    """The units, their common blocks as modules ahead of them that they use. Raises Declined."""
    modules: dict[str, Unit] = {}
    for unit in _every(units):
        for block, names in unit.commons:
            module = _module(unit, block, names)
            known = modules.setdefault(module.name, module)
            _require_same(known, module)
            if module.name not in unit.uses:
                unit.uses.append(module.name)
            aliases = [
                Declared(own.name, attributes=frozenset({"parameter"}), value=Name(theirs.name))
                for own, theirs in zip(module.declared, known.declared, strict=True)
                if own.name != theirs.name
            ]
            if aliases:
                raise Declined("a common block under other names")
            unit.declared = [one for one in unit.declared if one.name not in {own.name for own in module.declared}]
        for block, names in unit.commons:
            _take_data(unit, modules[f"common_{block}"], {name.name for name in names})
    return [*modules.values(), *units]


def _every(units: list[Unit]) -> Iterator[Unit]:
    for unit in units:
        yield unit
        yield from _every(unit.contained)


def _module(unit: Unit, block: str, names: tuple[Declared, ...]) -> Unit:
    found = []
    for name in names:
        said = [one for one in unit.declared if one.name == name.name]
        typed = next((one for one in said if one.type), None) or replace(implicit_type(unit, name.name), name=name.name)
        bounds = next((one.bounds for one in (name, *said) if one.bounds is not None), None)
        attributes = frozenset[str]().union(*(one.attributes for one in said)) - {"save"}
        if attributes or typed.value is not None or any(isinstance(node, Name) for node in nodes(bounds)):
            raise Declined("a common block with more than variables")
        found.append(Declared(name.name, typed.type, typed.kind, typed.length, bounds))
    return Unit("module", f"common_{block}", declared=found, strict=True)


def _take_data(unit: Unit, module: Unit, names: set[str]) -> None:
    """Values that the unit gives variables of the block ahead of everything go to the module. Raises Declined."""
    left = []
    for targets, values in unit.data:
        mentioned = {node.name for node in nodes(targets) if isinstance(node, Name)}
        if not mentioned & names:
            left.append((targets, values))
            continue
        scalars = {one.name for one in module.declared if one.bounds is None}
        if len(targets) != len(values) or not all(isinstance(target, Name) and target.name in scalars for target in targets):
            raise Declined("data in a common block")
        given = {target.name: value for target, value in zip(targets, values, strict=True) if isinstance(target, Name)}
        module.declared = [replace(one, value=given.get(one.name, one.value)) for one in module.declared]
    unit.data = left


def _require_same(one: Unit, other: Unit) -> None:
    shapes = [[(name.type, name.kind, name.length, name.bounds) for name in unit.declared] for unit in (one, other)]
    if shapes[0] != shapes[1]:
        raise Declined("a common block of two shapes")

