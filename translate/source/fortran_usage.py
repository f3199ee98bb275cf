"""What a Fortran procedure does with its arguments, in the terms of `Usage`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from translate.source.fortran_kinds import c_spelling
from translate.source.fortran_shapes import loop_controls, size_name
from translate.source.fortran_signatures import Procedure, chosen, procedures
from translate.source.parse import Node, walk

CONSTANTS_UP_TO = 1 << 21
MEASURES = frozenset({"size", "ubound"})
RELATION = "relational_expression"


@dataclass(frozen=True, slots=True)
class _Reader:
    """A procedure, and its names by what they are."""

    procedure: Procedure
    arrays: frozenset[str]
    places: frozenset[str]
    """Scalars that C passes by their place."""

    def text(self, node: Node) -> str:
        return self.procedure.tree.text(node)

    def word(self, node: Node) -> str:
        return self.text(node).lower()

    def spelled(self, node: Node) -> str:
        return c_spelling(self.procedure.tree, node, self.procedure.scope.constants)

    def name(self, name: str) -> str:
        return f"{name}[]" if name in self.places else name

    def values(self, node: Node) -> Iterator[str]:
        """The names whose values `node` reads, `p[]` for an element of `p`; where the element lies counts as well."""
        if node.type == "call_expression":
            called = self.word(node.named_children[0])
            listed = node.named_children[-1].named_children
            if called in MEASURES and listed:
                yield from self._measured(listed)
                return
            if called in self.arrays:
                yield f"{called}[]"
            for child in listed:
                yield from self.values(child)
        elif node.type == "identifier":
            yield self.name(self.word(node))
        elif node.type == "keyword_argument":
            value = node.child_by_field_name("value")
            yield from self.values(value) if value is not None else ()
        else:
            for child in node.named_children:
                yield from self.values(child)

    def _measured(self, listed: list[Node]) -> Iterator[str]:
        array = self.word(listed[0])
        rank = len(self.procedure.shapes.extents.get(array, ()))
        places = [int(self.text(listed[1])) - 1] if len(listed) > 1 and self.text(listed[1]).isdecimal() else range(rank)
        for place in places:
            stands = self.procedure.shapes.stands_for.get(size_name(array, place, rank), "")
            yield from _names(stands)


def fortran_usage(text: str, name: str) -> dict[str, Any]:
    """The fields of `Usage` for the procedure called `name`."""
    found = chosen(procedures(text), name)
    if found is None:
        return _nothing()
    reader = _reader(found)
    nodes = list(walk(found.node))
    flows = _flows(reader, nodes)
    controls = [control for node in nodes if node.type == "do_loop" for control in loop_controls(node)]
    bounding = [part for control in controls for part in control.named_children[1:]]
    bounding += [node for node in nodes if node.type == "while_statement"]
    in_loops = _closed(flows, (word for node in bounding for word in reader.values(node)))
    compared = _closed(flows, (word for node in nodes if node.type == RELATION for word in reader.values(node)))
    leading, sizes = _declared_sizes(reader)
    whole = {name for name in found.shapes.added}
    scalars = frozenset(one.name for one in found.dummies if not one.declared.extents)
    pitches = leading - in_loops - whole - {word for word in sizes}
    bounds = in_loops | {word for word in compared if "[" not in word or word.removesuffix("[]") in reader.places} | whole | sizes
    places = [part for node in nodes for part in _subscripts(reader, node)]
    return {
        "bounds": frozenset(bounds - pitches),
        "subscripts": _closed(flows, (word for node in places for word in reader.values(node))),
        "byte_distances": frozenset(),
        "divisors": _closed(flows, (word for node in nodes for word in _divisors(reader, node))),
        "read_at_zero_only": reader.places,
        "depth": max([_rank(reader, nodes), *(_depth(node, found.node) for node in nodes if node.type == "do_loop")]),
        "extents": tuple(_nest(reader, node) for node in nodes if node.type == "do_loop" and _depth(node, found.node) == 1),
        "constants": tuple(_constants(reader, nodes)),
        "definitions": tuple(_definitions(reader, nodes, scalars)),
        "pitches": frozenset(pitches),
        "shapes": tuple(found.shapes.extents.items()),
    }


def _nothing() -> dict[str, Any]:
    empty: frozenset[str] = frozenset()
    sets = dict.fromkeys(("bounds", "subscripts", "byte_distances", "divisors", "read_at_zero_only"), empty)
    return {**sets, "depth": 0, "extents": (), "constants": (), "definitions": ()}


def _reader(procedure: Procedure) -> _Reader:
    arrays = {name for name, declared in procedure.scope.names.items() if declared.extents}
    arrays |= {one.name for one in procedure.dummies if one.declared.extents}
    places = {one.name for one in procedure.dummies if not one.declared.extents and not one.by_value}
    return _Reader(procedure, frozenset(arrays), frozenset(places))


def _flows(reader: _Reader, nodes: list[Node]) -> dict[str, set[str]]:
    flows: dict[str, set[str]] = {}
    for node in nodes:
        if node.type == "assignment_statement":
            left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
            if left is not None and right is not None and left.type == "identifier":
                flows.setdefault(reader.name(reader.word(left)), set()).update(reader.values(right))
        elif node.type in ("loop_control_expression", "concurrent_control"):
            first, *rest = node.named_children
            started = rest[:1] + rest[2:]
            flows.setdefault(reader.name(reader.word(first)), set()).update(word for part in started for word in reader.values(part))
    return flows


def _closed(flows: Mapping[str, set[str]], names: Iterator[str]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(flows.get(name, ()))
    return frozenset(found)


def _declared_sizes(reader: _Reader) -> tuple[set[str], set[str]]:
    """Names in the extents of arrays: those that only lead, and those that are the last or only one."""
    leading: set[str] = set()
    last: set[str] = set()
    for one in reader.procedure.dummies:
        texts = [extent.size for extent in one.declared.extents]
        for place, text in enumerate(texts):
            (last if place == len(texts) - 1 and text else leading).update(reader.name(word) for word in _names(text))
    return leading - last, last


def _subscripts(reader: _Reader, node: Node) -> Iterator[Node]:
    if node.type == "call_expression" and reader.word(node.named_children[0]) in reader.arrays:
        yield from node.named_children[-1].named_children


def _divisors(reader: _Reader, node: Node) -> Iterator[str]:
    if node.type == "math_expression" and any(child.type == "/" for child in node.children):
        right = node.child_by_field_name("right")
        yield from reader.values(right) if right is not None else ()
    elif node.type == "call_expression" and reader.word(node.named_children[0]) in ("mod", "modulo"):
        yield from (word for child in node.named_children[-1].named_children[1:] for word in reader.values(child))


def _depth(node: Node, top: Node) -> int:
    above, count = node, 0
    while above is not None and above != top:
        count += max(len(list(loop_controls(above))), 1) if above.type == "do_loop" else 0
        above = above.parent  # type: ignore[assignment]
    return count


def _rank(reader: _Reader, nodes: list[Node]) -> int:
    """How many loops an operation on whole arrays stands for."""
    ranks = {one.name: len(one.declared.extents) for one in reader.procedure.dummies}
    named = [ranks.get(reader.word(node), 0) for node in nodes if node.type == "identifier" and _stands_alone(node)]
    product = any(node.type == "identifier" and reader.word(node) == "matmul" for node in nodes)
    return 3 if product else max(named, default=0)


def _stands_alone(node: Node) -> bool:
    above = node.parent
    if above is None or above.type in (
        "parameters",
        "variable_declaration",
        "sized_declarator",
        "subroutine_statement",
        "function_statement",
    ):
        return False
    return above.type != "call_expression"


def _nest(reader: _Reader, loop: Node) -> tuple[str, ...]:
    """The iterations of a counted loop and of the first one inside each, as C expressions; none of `do while`."""
    found: list[str] = []
    place: Node | None = loop
    while place is not None and (controls := list(loop_controls(place))):
        found += [text for control in controls if (text := _iterations(reader, control))]
        place = next((node for child in place.children for node in walk(child) if node.type == "do_loop"), None)
    return tuple(found)


def _iterations(reader: _Reader, control: Node) -> str:
    parts = control.named_children
    if len(parts) < 3:
        return ""
    first, last = reader.spelled(parts[1]), reader.spelled(parts[2])
    if len(parts) > 3 and reader.text(parts[3]).startswith("-"):
        first, last = last, first
    if "?" in first + last:
        return ""
    return _with_sizes(reader, last if first == "1" else f"({last})-({first})+1")


def _with_sizes(reader: _Reader, text: str) -> str:
    for name, stands in reader.procedure.shapes.stands_for.items():
        if name in _names(text):
            text = text.replace(name, stands)
    return text


def _constants(reader: _Reader, nodes: list[Node]) -> Iterator[int]:
    for node in nodes:
        parts = node.named_children if node.type in (RELATION, "loop_control_expression") else ()
        for part in parts:
            text = reader.spelled(part).strip("()")
            if text.isdecimal() and int(text) <= CONSTANTS_UP_TO:
                yield int(text)


def _definitions(reader: _Reader, nodes: list[Node], scalars: frozenset[str]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if node.type == "assignment_statement":
            left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
            if left is not None and right is not None and left.type == "identifier" and reader.word(left) not in scalars:
                text = reader.spelled(right)
                if "?" not in text and "." not in text:
                    yield reader.word(left), _with_sizes(reader, text)


def _names(text: str) -> list[str]:
    words = "".join(c if c.isalnum() or c == "_" else " " for c in text).split()
    return [word for word in words if not word[0].isdigit()]
