"""C++ functions that return a number, as functions that leave it at a place: what a kernel can do."""

from __future__ import annotations

from collections.abc import Sequence

from translate.languages import language
from translate.source.edits import Edits
from translate.source.loops import statements
from translate.source.parse import Node, Tree, parse, walk

NUMBERS = frozenset("int long unsigned short float double size_t bool int32_t int64_t uint32_t uint64_t".split())
SPECIFIERS = frozenset(("storage_class_specifier", "type_qualifier"))


def with_result_place(function: str, name: str = "") -> str | None:
    """`void f(..., T *result)` for the text of `T f(...)` that returns at its end alone, under another `name` if one is given.

    None where it returns no number, or elsewhere too.
    """
    tree = parse(function, language("cpp"))
    head = _head(tree)
    if head is None:
        return None
    definition, declarator, kind = head
    body = definition.child_by_field_name("body")
    inside = statements(body) if body is not None else []
    returns = [node for node in walk(definition) if node.type == "return_statement"]
    listed, called = declarator.child_by_field_name("parameters"), declarator.child_by_field_name("declarator")
    if len(returns) != 1 or not inside or inside[-1] != returns[0] or not returns[0].named_children or listed is None or called is None:
        return None
    place = result_name(function)
    edits = Edits(tree)
    before = [child for child in definition.children if child.type in SPECIFIERS]
    edits.changes.append((min(child.start_byte for child in [kind, *before]), declarator.start_byte, "void "))
    edits.replace(called, name or tree.text(called))
    comma = ", " if listed.named_children else ""
    edits.changes.append((listed.end_byte - 1, listed.end_byte - 1, f"{comma}{tree.text(kind)} *{place}"))
    edits.replace(returns[0], f"*{place} = {tree.text(returns[0].named_children[0])};")
    return edits.text(tree.root)


def calling(function: str, into: str, given: Sequence[str]) -> str:
    """The function with the head of `function` that hands `given` to `into`, and returns what that leaves at a place, if anything."""
    tree = parse(function, language("cpp"))
    definition = next(node for node in walk(tree.root) if node.type == "function_definition")
    declarator, kind = definition.child_by_field_name("declarator"), definition.child_by_field_name("type")
    assert declarator is not None and kind is not None
    text = tree.source[definition.start_byte : declarator.end_byte].decode("utf-8")
    if tree.text(kind) == "void":
        return f"{text}\n{{\n    {into}({', '.join(given)});\n}}\n"
    place = result_name(function)
    call = ", ".join([*given, f"&{place}"])
    return f"{text}\n{{\n    {tree.text(kind)} {place} = 0;\n    {into}({call});\n    return {place};\n}}\n"


def result_name(function: str) -> str:
    """What the place is called: a name that the function does not use."""
    tree = parse(function, language("cpp"))
    taken = {tree.text(node) for node in walk(tree.root) if node.type in ("identifier", "field_identifier", "type_identifier")}
    return next(name for name in ("result", "result_place", "returned", "result_of_all") if name not in taken)


def _head(tree: Tree) -> tuple[Node, Node, Node] | None:
    """The one function of the text, its declarator and the type of number that it returns."""
    found = [node for node in walk(tree.root) if node.type == "function_definition"]
    kind = found[0].child_by_field_name("type") if len(found) == 1 and not tree.root.has_error else None
    declarator = found[0].child_by_field_name("declarator") if kind is not None else None
    if kind is None or declarator is None or declarator.type != "function_declarator" or not set(tree.text(kind).split()) <= NUMBERS:
        return None
    return found[0], declarator, kind
