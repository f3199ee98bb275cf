"""Vectors that a C++ function is given, as pointers to their elements and their length: what a kernel can take."""

from __future__ import annotations

from translate.languages import language
from translate.source.edits import Edits
from translate.source.loops import declarations, written
from translate.source.parse import Node, Tree, parse, walk

ELEMENTS = frozenset("float double int long short char unsigned size_t int32_t int64_t uint8_t uint32_t".split())


class NotPlain(ValueError):
    """A vector is used in a way that a pointer and a length do not allow."""


def plain_arrays(function: str) -> str:
    """The function with `std::vector<T> &` as `T *`; one number more for each whose length it asks for. Raises NotPlain."""
    return with_plain_arrays(function)[0]


def with_plain_arrays(function: str) -> tuple[str, list[str]]:
    """The same, and what its caller hands over: `v.data()` and the like, in order of its parameters. Raises NotPlain."""
    tree = parse(function, language("cpp"))
    edits = Edits(tree)
    given: dict[str, Node] = {}
    handed: list[str] = []
    for node in walk(tree.root):
        if node.type == "parameter_declaration" and node.parent is not None and node.parent.type == "parameter_list":
            name = _vector(edits, node)
            handed += [f"{name}.data()"] if name else [one.name for one in declarations(tree, node)]
            given |= {name: node} if name else {}
    asked = [*_loops(edits, given), *_respell(edits, given)]
    asked = list(dict.fromkeys(asked))
    listed = next((node for node in walk(tree.root) if node.type == "parameter_list"), None)
    if asked and listed is not None:
        edits.changes.append((listed.end_byte - 1, listed.end_byte - 1, "".join(f", int {_length(tree, name)}" for name in asked)))
    return edits.text(tree.root), [*handed, *(f"static_cast<int>({name}.size())" for name in asked)]


def _vector(edits: Edits, node: Node) -> str:
    """The name of a parameter that is a reference to a vector of numbers, which is respelled; empty for another one."""
    tree = edits.tree
    kind, declarator = node.child_by_field_name("type"), node.child_by_field_name("declarator")
    text = tree.text(kind).replace(" ", "").removeprefix("std::") if kind is not None else ""
    if kind is None or not text.startswith("vector<"):
        return ""
    inner = " ".join(tree.text(kind).partition("<")[2].rpartition(">")[0].split())
    if declarator is None or declarator.type != "reference_declarator" or not set(inner.split()) <= ELEMENTS:
        raise NotPlain("a vector that is no reference to numbers")
    name = declarator.named_children[-1]
    edits.replace(kind, inner)
    edits.changes.append((declarator.start_byte, name.start_byte, "*"))
    return tree.text(name)


def _loops(edits: Edits, given: dict[str, Node]) -> list[str]:
    """Respell `for (auto &x : v)` as a loop over subscripts; the vectors whose length that asks for. Raises NotPlain."""
    tree = edits.tree
    asked: list[str] = []
    for node in walk(tree.root):
        parts = [node.child_by_field_name(name) for name in ("declarator", "right", "body")] if node.type == "for_range_loop" else []
        if not parts or any(part is None for part in parts):
            continue
        declarator, container, body = (part for part in parts if part is not None)
        vector = tree.text(container)
        if vector not in given:
            continue
        element = declarator.named_children[-1] if declarator.named_children else declarator
        changed = {tree.text(place) for place, _ in written(body)}
        if declarator.type != "reference_declarator" and tree.text(element) in changed:
            raise NotPlain("an element that is changed apart from its vector")
        at = f"{vector}_at"
        if at in {tree.text(leaf) for leaf in walk(tree.root) if leaf.type == "identifier"}:
            raise NotPlain("a name that is taken")
        head = f"for (int {at} = 0; {at} < {_length(tree, vector)}; {at}++) "
        edits.changes.append((node.start_byte, body.start_byte, head))
        for leaf in walk(body):
            if leaf.type == "identifier" and tree.text(leaf) == tree.text(element):
                edits.replace(leaf, f"{vector}[{at}]")
        asked.append(vector)
    return asked


def _respell(edits: Edits, given: dict[str, Node]) -> list[str]:
    """Respell `v.size()` and `v.data()`; the vectors whose length is asked for. Raises NotPlain for other uses than elements."""
    tree = edits.tree
    asked: list[str] = []
    for node in walk(tree.root):
        if node.type != "identifier" or tree.text(node) not in given or _within(node, given[tree.text(node)]):
            continue
        above = node.parent
        if above is not None and above.type == "subscript_expression" and above.child_by_field_name("argument") == node:
            continue
        if above is not None and above.type == "for_range_loop" and above.child_by_field_name("right") == node:
            continue
        call = above.parent if above is not None and above.type == "field_expression" else None
        if above is None or call is None or call.type != "call_expression":
            raise NotPlain("a vector that is used as a whole")
        member = tree.text(above.child_by_field_name("field") or above)
        if member == "size":
            asked += [tree.text(node)] if tree.text(node) not in asked else []
            edits.replace(call, _length(tree, tree.text(node)))
        elif member == "data":
            edits.replace(call, tree.text(node))
        else:
            raise NotPlain(f"{member} of a vector")
    return asked


def _within(node: Node, outer: Node) -> bool:
    return outer.start_byte <= node.start_byte and node.end_byte <= outer.end_byte


def _length(tree: Tree, name: str) -> str:
    taken = {tree.text(node) for node in walk(tree.root) if node.type == "identifier"}
    return next(one for one in (f"{name}_size", f"{name}_length", f"size_of_{name}", f"{name}_size_") if one not in taken)
