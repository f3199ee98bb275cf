"""How large the arrays of a Fortran procedure are, in terms of its other arguments; sizes that only the caller knows get a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from translate.source.fortran_declarations import Declared, Scope
from translate.source.fortran_kinds import c_spelling
from translate.source.parse import Node, Tree, walk

WITHOUT_SHAPE = frozenset(
    {"size", "shape", "ubound", "lbound", "present", "sum", "maxval", "minval", "product", "count", "any", "all", "dot_product"}
)


@dataclass(frozen=True, slots=True)
class Shapes:
    """For each array its extents as C expressions, empty where nobody says; and the sizes that have no name of their own."""

    extents: Mapping[str, tuple[str, ...]]
    added: tuple[str, ...]
    """Names for sizes that come with an array of assumed shape: `size_a`, `size_a_2`."""
    stands_for: Mapping[str, str]
    """Each such name, also of arrays that share a size -> the expression that holds it."""
    problem: str = ""


def shapes(tree: Tree, procedure: Node, arrays: Mapping[str, Declared], numbers: Sequence[str], scope: Scope) -> Shapes:
    """The extents of `arrays`; those of assumed shape follow from what the procedure does with them. `numbers` are its scalars."""
    groups = _Groups()
    for name, array in arrays.items():
        for place, extent in enumerate(array.extents):
            if extent.size and "?" not in extent.size:
                groups.join(_key(name, place), extent.size)
    if any(extent.upper == ":" for array in arrays.values() for extent in array.extents):
        _join_by_use(tree, procedure, arrays, scope, groups)
    added: list[str] = []
    stands_for: dict[str, str] = {}
    extents: dict[str, tuple[str, ...]] = {}
    for name, array in arrays.items():
        sizes = []
        for place, extent in enumerate(array.extents):
            own = size_name(name, place, len(array.extents))
            text = extent.size if "?" not in extent.size else ""
            if extent.upper == ":":
                text = groups.value(_key(name, place), numbers) or stands_for.get(groups.root(_key(name, place)), "")
                if not text:
                    added.append(own)
                    text = own
                    stands_for[groups.root(_key(name, place))] = own
            sizes.append(text)
            stands_for[own] = text
        extents[name] = tuple(sizes)
    return Shapes(extents, tuple(added), {name: text for name, text in stands_for.items() if name.startswith("size_") and text})


def size_name(array: str, place: int, rank: int) -> str:
    """The name of the extent number `place` of an array."""
    return f"size_{array}" if rank == 1 else f"size_{array}_{place + 1}"


class _Groups:
    """Extents that are the same size: places of arrays (`a.0`) and expressions."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, one: str) -> str:
        while one in self._above:
            one = self._above[one]
        return one

    def join(self, one: str, other: str) -> None:
        first, second = self.root(one), self.root(other)
        if first != second:
            self._above[second] = first

    def value(self, one: str, numbers: Sequence[str]) -> str:
        """The number among `numbers`, or the constant, that a group is as large as; empty where it has none."""
        root = self.root(one)
        members = [key for key in {*self._above, *self._above.values(), one} if self.root(key) == root]
        named = [number for number in numbers if number in members]
        constant = sorted(key for key in members if key.strip("()").isdecimal())
        return (named or constant or [""])[0]


def _key(array: str, place: int) -> str:
    return f"{array}.{place}"


def _join_by_use(tree: Tree, procedure: Node, arrays: Mapping[str, Declared], scope: Scope, groups: _Groups) -> None:
    sizes = _sizes_by_name(tree, procedure, arrays, scope)
    for node in walk(procedure):
        if node.type == "call_expression" and (name := tree.text(node.named_children[0]).lower()) in arrays:
            for place, subscript in enumerate(node.named_children[-1].named_children):
                bound = _bound(tree, subscript, arrays, scope, sizes)
                if bound and place < len(arrays[name].extents):
                    groups.join(_key(name, place), bound)
        elif node.type == "assignment_statement":
            _join_whole(tree, node, arrays, groups)
        elif node.type == "relational_expression":
            sides = [_size_of(tree, side, arrays, scope, sizes) for side in node.named_children]
            if len(sides) == 2 and all(sides):
                groups.join(sides[0], sides[1])


def _sizes_by_name(tree: Tree, procedure: Node, arrays: Mapping[str, Declared], scope: Scope) -> dict[str, str]:
    """Local names that hold a size: `n = size(a, 1)`."""
    found: dict[str, str] = {}
    for node in walk(procedure):
        if node.type == "assignment_statement":
            left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
            if left is not None and right is not None and left.type == "identifier":
                size = _size_of(tree, right, arrays, scope, found)
                if size and "." in size:
                    found.setdefault(tree.text(left).lower(), size)
    return found


def _size_of(tree: Tree, node: Node, arrays: Mapping[str, Declared], scope: Scope, sizes: Mapping[str, str]) -> str:
    """The key of what an expression measures: `a.0`, the name of a number, a constant; of `n - 1` that of `n`."""
    if node.type == "call_expression":
        name = tree.text(node.named_children[0]).lower()
        listed = node.named_children[-1].named_children
        if name in ("size", "ubound") and listed and (array := tree.text(listed[0]).lower()) in arrays:
            place = tree.text(listed[1]).removeprefix("dim=") if len(listed) > 1 else "1"
            return _key(array, int(place) - 1) if place.isdecimal() and (len(listed) > 1 or len(arrays[array].extents) == 1) else ""
        return ""
    if node.type == "identifier":
        name = tree.text(node).lower()
        return sizes.get(name, c_spelling(tree, node, scope.constants))
    if node.type == "number_literal":
        return tree.text(node)
    if node.type in ("math_expression", "parenthesized_expression"):
        parts = [_size_of(tree, child, arrays, scope, sizes) for child in node.named_children if child.type != "number_literal"]
        return parts[0] if len(parts) == 1 else ""
    return ""


def _bound(tree: Tree, subscript: Node, arrays: Mapping[str, Declared], scope: Scope, sizes: Mapping[str, str]) -> str:
    """The key of the bound of the loop that counts a subscript."""
    for leaf in walk(subscript):
        if leaf.type == "identifier" and (loop := _loop_over(tree, leaf)) is not None:
            return _size_of(tree, loop, arrays, scope, sizes)
    return ""


def _loop_over(tree: Tree, variable: Node) -> Node | None:
    """The last value of the loop around `variable` that counts it; None where it is no loop's variable."""
    name = tree.text(variable).lower()
    above = variable.parent
    while above is not None:
        if above.type == "do_loop":
            for control in loop_controls(above):
                if tree.text(control.named_children[0]).lower() == name:
                    return _last(tree, control)
        above = above.parent
    return None


def loop_controls(loop: Node) -> Iterator[Node]:
    """What counts a loop: `i = 1, n` of `do`, each part of `do concurrent`."""
    head = next((child for child in loop.named_children if child.type == "do_statement"), None)
    if head is not None:
        yield from (node for node in walk(head) if node.type in ("loop_control_expression", "concurrent_control"))


def _last(tree: Tree, control: Node) -> Node | None:
    parts = control.named_children
    if len(parts) > 3 and tree.text(parts[3]).startswith("-"):
        return parts[1]
    return parts[2] if len(parts) > 2 else None


def _join_whole(tree: Tree, statement: Node, arrays: Mapping[str, Declared], groups: _Groups) -> None:
    """Arrays that a statement names as a whole have one shape; those of `matmul` and `transpose` share what they must."""
    left, right = statement.child_by_field_name("left"), statement.child_by_field_name("right")
    if left is None or right is None:
        return
    special = {
        name: node
        for node in walk(right)
        if node.type == "call_expression" and (name := tree.text(node.named_children[0]).lower()) in ("matmul", "transpose")
    }
    target = _whole(tree, left, arrays)
    for name, call in special.items():
        given = [_whole(tree, child, arrays) for child in call.named_children[-1].named_children]
        for one, other in _special(name, target, given, arrays):
            groups.join(one, other)
    if special:
        return
    whole = [name for node in walk(statement) if (name := _whole(tree, node, arrays)) and not _measured(tree, node)]
    for other in whole[1:]:
        first = arrays[whole[0]].extents
        if len(first) == len(arrays[other].extents):
            for place in range(len(first)):
                groups.join(_key(whole[0], place), _key(other, place))


def _special(name: str, target: str, given: list[str], arrays: Mapping[str, Declared]) -> Iterator[tuple[str, str]]:
    ranks = [len(arrays[one].extents) if one else 0 for one in (target, *given)]
    if name == "transpose" and ranks == [2, 2]:
        yield _key(target, 0), _key(given[0], 1)
        yield _key(target, 1), _key(given[0], 0)
    if name == "matmul" and len(given) == 2:
        if ranks[1] and ranks[2]:
            yield _key(given[0], ranks[1] - 1), _key(given[1], 0)
        if ranks[0] and ranks[1] == 2:
            yield _key(target, 0), _key(given[0], 0)
        if ranks[0] and ranks[2] == 2:
            yield _key(target, ranks[0] - 1), _key(given[1], 1)


def _whole(tree: Tree, node: Node, arrays: Mapping[str, Declared]) -> str:
    """The array that `node` names as a whole, also as `a(:, :)`; empty where it is anything else."""
    if node.type == "identifier" and (node.parent is None or node.parent.type != "call_expression"):
        name = tree.text(node).lower()
        return name if name in arrays else ""
    if node.type == "call_expression":
        name = tree.text(node.named_children[0]).lower()
        if name in arrays and all(tree.text(child) == ":" for child in node.named_children[-1].named_children):
            return name
    return ""


def _measured(tree: Tree, node: Node) -> bool:
    """Whether an array is only asked for its size or a number over all of it."""
    above = node.parent
    while above is not None and above.type != "assignment_statement":
        if above.type == "call_expression" and tree.text(above.named_children[0]).lower() in WITHOUT_SHAPE:
            return True
        above = above.parent
    return False
