"""Which functions of a unit call which others of it, and an order in which callees come first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from translate.languages import Language
from translate.source.extract import extract
from translate.source.parse import parse, walk
from translate.units import Function, SourceUnit

NAMES = frozenset({"identifier", "name", "field_identifier"})


def callees_of(functions: Sequence[Function]) -> list[frozenset[int]]:
    """For each function the numbers of those that it mentions by name, itself left out; of several that share a name all."""
    by_name: dict[str, set[int]] = {}
    for number, function in enumerate(functions):
        by_name.setdefault(_folded(function.name, function), set()).add(number)
    return [_mentioned(function, by_name) - by_name[_folded(function.name, function)] for function in functions]


def in_waves(callees: Sequence[frozenset[int]]) -> list[list[int]]:
    """All numbers, those whose callees came in earlier waves before the others; a circle is one wave."""
    waves: list[list[int]] = []
    left = list(range(len(callees)))
    while left:
        ready = [number for number in left if not callees[number] & set(left)] or left
        waves.append(ready)
        left = [number for number in left if number not in ready]
    return waves


def needed_by(number: int, callees: Sequence[frozenset[int]]) -> list[int]:
    """What a function calls, and what that calls, in the order of the unit."""
    found: set[int] = set()
    new = set(callees[number])
    while new:
        found |= new
        new = {other for one in new for other in callees[one]} - found - {number}
    return sorted(found)


def callers_of(function: Function) -> frozenset[str]:
    """The other functions of its file that mention it; none where nothing is known of the file."""
    return _callers(function.around, function.language).get(function.text, frozenset()) if function.around != function.text else frozenset()


# Asked for each function of a file in turn.
@lru_cache(maxsize=8)
def _callers(file: str, spoken: Language) -> dict[str, frozenset[str]]:
    """Text of a function of the file -> the names of those that mention it."""
    functions = extract(SourceUnit(file, spoken, ""))
    callees = callees_of(functions)
    return {
        one.text: frozenset(other.name for other, others in zip(functions, callees, strict=True) if number in others)
        for number, one in reversed(list(enumerate(functions)))
    }


def _mentioned(function: Function, by_name: Mapping[str, set[int]]) -> frozenset[int]:
    tree = parse(function.text, function.language)
    names = {_folded(tree.text(node), function) for node in walk(tree.root) if node.type in NAMES}
    return frozenset(number for name in names for number in by_name.get(name, ()))


def _folded(name: str, function: Function) -> str:
    return name.lower() if function.language.ignores_case else name
