"""What a function does with its parameters: which bound a loop, which are subscripts, how deep its loops are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from translate.languages import Language, language
from translate.source.fortran_usage import fortran_usage
from translate.source.loops import LOOPS, bare, counted_loop, declarations
from translate.source.parse import Node, Tree, parse, walk
from translate.source.signatures import body_of, signatures

RELATIONS = frozenset({"<", "<=", ">", ">=", "!="})
SIZES = {"char": 1, "bool": 1, "short": 2, "int": 4, "unsigned int": 4, "float": 4, "double": 8, "long": 8, "size_t": 8, "long long": 8}
CONSTANTS_UP_TO = 1 << 21


@dataclass(frozen=True, slots=True)
class Usage:
    """Names of parameters by what happens to them; `p[]` stands for the elements of `p`."""

    bounds: frozenset[str]
    """Compared in the condition of a loop or branch; of elements, only those that bound a loop."""
    subscripts: frozenset[str]
    byte_distances: frozenset[str]
    """Added to a pointer to bytes: the pitch of rows."""
    divisors: frozenset[str]
    read_at_zero_only: frozenset[str]
    """Arrays of which no element but the first is named."""
    depth: int
    """How deep the deepest loop lies."""
    extents: tuple[tuple[str, ...], ...]
    """For each outermost counted loop the iterations of it and of the loops inside it, as C expressions."""
    constants: tuple[int, ...]
    """Numbers that something is compared with."""
    definitions: tuple[tuple[str, str], ...]
    """Local names with the expression that they are set to where they are declared."""
    pitches: frozenset[str] = frozenset()
    """Leading extents of arrays that no loop runs up to: at least as long as what is used of them."""
    shapes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Arrays with their extents as C expressions, where a declaration states them."""


def usage(text: str, name: str, of: Language) -> Usage:
    """What the function called `name` in `text` does with its parameters."""
    if of.name == "fortran":
        return Usage(**fortran_usage(text, name))
    tree = parse(text, of)
    body = body_of(tree, name) or tree.root
    flows = _flows(tree, body)
    compared = [node for node in walk(body) if _is_relation(node)]
    in_loops = _closed(flows, (word for node in compared if _in_loop_condition(node) for word in _values(tree, node)))
    anywhere = _closed(flows, (word for node in compared for word in _values(tree, node)))
    first = _only_first(tree, body)
    pointers = {one.name: one.type for found in signatures(text, of) if found.name == name for one in found.parameters if one.is_array}
    places = [part for node in walk(body) for part in (*_places(node), *_distances(tree, node, pointers))]
    pitches = [part for node in walk(body) for part in _distances(tree, node, pointers, bytes_only=True)]
    return Usage(
        bounds=in_loops | {word for word in anywhere if "[" not in word or word.removesuffix("[]") in first},
        subscripts=_closed(flows, (word for node in places for word in _values(tree, node))),
        byte_distances=_closed(flows, (word for node in pitches for word in _values(tree, node))),
        divisors=_closed(flows, (word for node in walk(body) for word in _divisors(tree, node))),
        read_at_zero_only=first,
        depth=max((_depth(node, body) for node in walk(body) if node.type in LOOPS), default=0),
        extents=tuple(_extents(tree, node) for node in walk(body) if node.type == "for_statement" and _depth(node, body) == 1),
        constants=tuple(_constants(tree, body)),
        definitions=tuple(_definitions(tree, body)),
    )


def integer_value(expression: str, names: Mapping[str, int]) -> int | None:
    """The value of a C expression in whole numbers; None where it names something else or cannot be computed."""
    tree = parse(f"int x = {expression};", language("cpp"))
    node = next((child for child in walk(tree.root) if child.type == "init_declarator"), None)
    value = node.child_by_field_name("value") if node is not None else None
    return _value(tree, value, names) if value is not None and not tree.root.has_error else None


def _flows(tree: Tree, body: Node) -> dict[str, set[str]]:
    flows: dict[str, set[str]] = {}
    for node in walk(body):
        if node.type == "declaration":
            for declared in declarations(tree, node):
                if declared.value is not None:
                    flows.setdefault(declared.name, set()).update(_values(tree, declared.value))
        elif node.type == "assignment_expression":
            left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
            if left is not None and right is not None and left.type == "identifier":
                flows.setdefault(tree.text(left), set()).update(_values(tree, right))
    return flows


def _values(tree: Tree, node: Node) -> Iterator[str]:
    """The names whose values `node` reads, `p[]` for an element of `p`; where the element lies counts as well."""
    if node.type == "subscript_expression":
        array = node.child_by_field_name("argument")
        for child in node.named_children:
            if child != array:
                yield from _values(tree, child)
        if array is not None:
            yield f"{tree.text(_root(array))}[]"
    elif node.type == "pointer_expression" and node.children[0].type == "*":
        yield from (f"{tree.text(leaf)}[]" for leaf in walk(node) if leaf.type == "identifier")
    elif node.type == "identifier":
        yield tree.text(node)
    else:
        for child in node.named_children:
            yield from _values(tree, child)


def _root(node: Node) -> Node:
    while node.type in ("subscript_expression", "parenthesized_expression", "pointer_expression"):
        inner = node.child_by_field_name("argument") or next(iter(node.named_children), None)
        if inner is None:
            break
        node = inner
    return node


def _closed(flows: Mapping[str, set[str]], names: Iterator[str]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(flows.get(name, ()))
    return frozenset(found)


def _is_relation(node: Node) -> bool:
    operator = node.child_by_field_name("operator") if node.type == "binary_expression" else None
    return operator is not None and operator.type in RELATIONS


def _in_loop_condition(node: Node) -> bool:
    above = node.parent
    while above is not None and above.type in ("binary_expression", "parenthesized_expression", "condition_clause"):
        node, above = above, above.parent
    return above is not None and above.type in LOOPS and above.child_by_field_name("condition") == node


def _places(node: Node) -> Iterator[Node]:
    """What stands between the brackets of a subscript, or is added to a pointer."""
    if node.type == "subscript_expression":
        array = node.child_by_field_name("argument")
        yield from (child for child in node.named_children if child != array)
    elif node.type == "pointer_expression" and node.children[0].type == "*" and bare(node.named_children[0]).type == "binary_expression":
        yield bare(node.named_children[0])


def _distances(tree: Tree, node: Node, pointers: Mapping[str, str], *, bytes_only: bool = False) -> Iterator[Node]:
    """What is added to a pointer; `pointers` are the arrays that are known by name, with their types."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if node.type != "binary_expression" or left is None or right is None:
        return
    kind = _pointer_type(tree, bare(left), pointers)
    if kind is not None and ("char" in kind or not bytes_only):
        yield right


def _pointer_type(tree: Tree, node: Node, pointers: Mapping[str, str]) -> str | None:
    if node.type == "identifier":
        return pointers.get(tree.text(node))
    kind = node.child_by_field_name("type") if node.type == "cast_expression" else None
    return tree.text(kind) if kind is not None and "*" in tree.text(kind) else None


def _divisors(tree: Tree, node: Node) -> Iterator[str]:
    operator = node.child_by_field_name("operator") if node.type == "binary_expression" else None
    right = node.child_by_field_name("right")
    if operator is not None and operator.type in ("/", "%") and right is not None:
        yield from _values(tree, right)


def _only_first(tree: Tree, body: Node) -> frozenset[str]:
    first: set[str] = set()
    beyond: set[str] = set()
    for node in walk(body):
        if node.type == "subscript_expression":
            array = node.child_by_field_name("argument")
            rest = [child for child in node.named_children if child != array]
            if array is not None:
                zero = [tree.text(child).strip("[] ") for child in rest] == ["0"]
                (first if zero else beyond).add(tree.text(_root(array)))
        elif node.type == "pointer_expression" and node.children[0].type == "*":
            inner = bare(node.named_children[0])
            names = {tree.text(leaf) for leaf in walk(inner) if leaf.type == "identifier"}
            (first if inner.type == "identifier" else beyond).update(names)
    return frozenset(first - beyond)


def _depth(node: Node, top: Node) -> int:
    depth, above = 1, node.parent
    while above is not None and above != top:
        depth += above.type in LOOPS
        above = above.parent
    return depth


def _extents(tree: Tree, node: Node) -> tuple[str, ...]:
    found: list[str] = []
    place: Node | None = node
    while place is not None:
        loop = counted_loop(tree, place)
        if loop is None:
            break
        last = f"({loop.bound}) + 1" if loop.comparison == "<=" else f"({loop.bound})"
        found.append(last if loop.start.strip() in ("0", "0u") else f"{last} - ({loop.start})")
        place = next((child for child in walk(loop.body) if child.type == "for_statement"), None)
    return tuple(found)


def _constants(tree: Tree, body: Node) -> Iterator[int]:
    for node in walk(body):
        if _is_relation(node):
            for side in (node.child_by_field_name("left"), node.child_by_field_name("right")):
                value = _value(tree, side, {}) if side is not None else None
                if value is not None and 0 < value <= CONSTANTS_UP_TO:
                    yield value


def _definitions(tree: Tree, body: Node) -> Iterator[tuple[str, str]]:
    for node in walk(body):
        if node.type == "declaration":
            for declared in declarations(tree, node):
                if declared.value is not None and not declared.shape:
                    yield declared.name, tree.text(declared.value)


def _value(tree: Tree, node: Node, names: Mapping[str, int]) -> int | None:
    node = bare(node)
    text = tree.text(node)
    if node.type == "number_literal":
        try:
            return int(text.rstrip("uUlL"), 0)
        except ValueError:
            return None
    if node.type == "identifier":
        return names.get(text)
    if node.type == "sizeof_expression":
        return SIZES.get(" ".join(text.removeprefix("sizeof").replace("(", " ").replace(")", " ").split()))
    if node.type == "cast_expression":
        value = node.child_by_field_name("value")
        return _value(tree, value, names) if value is not None else None
    if node.type == "unary_expression" and text.startswith("-"):
        inner = _value(tree, node.named_children[0], names)
        return -inner if inner is not None else None
    if node.type == "binary_expression":
        return _combined(tree, node, names)
    return None


def _combined(tree: Tree, node: Node, names: Mapping[str, int]) -> int | None:
    left, right, operator = (node.child_by_field_name(field) for field in ("left", "right", "operator"))
    if left is None or right is None or operator is None:
        return None
    a, b = _value(tree, left, names), _value(tree, right, names)
    if a is None or b is None:
        return None
    if operator.type in ("/", "%"):
        # C cuts towards zero.
        quotient = None if b == 0 else abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
        return quotient if quotient is None or operator.type == "/" else a - quotient * b
    results = {"+": a + b, "-": a - b, "*": a * b}
    if operator.type in (">>", "<<") and 0 <= b < 32:
        return a >> b if operator.type == ">>" else a << b
    return results.get(operator.type)
