"""Vectors that a function makes for itself, as memory that its one thread takes and gives back: `new T[n]()` and `delete[]`."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.languages import language
from translate.source.edits import Edits
from translate.source.loops import statements
from translate.source.parse import Node, Tree, parse, walk

TAKEN, GIVEN_BACK = "taken_", "given_back_"


def with_own_memory(function: str, rule: Callable[[str], str]) -> str:
    """What `rule` makes of the function, whose vectors it sees as pointers. Raises Declined where a vector is more than its elements."""
    tree = parse(function, language("cpp"))
    body = next((node.child_by_field_name("body") for node in walk(tree.root) if node.type == "function_definition"), None)
    edits = Edits(tree)
    made: dict[str, str] = {}
    for node in statements(body) if body is not None else []:
        if node.type == "declaration" and "vector<" in tree.text(node).partition("(")[0]:
            _respell(edits, node, made)
    if not made or body is None:
        raise Declined("no vector of its own")
    if any(node.type == "return_statement" for node in walk(body)):
        raise Declined("a way out before its memory is given back")
    edits.changes.append((body.end_byte - 1, body.end_byte - 1, "".join(f"{GIVEN_BACK}{name}();\n" for name in made)))
    text = rule(edits.text(tree.root))
    for name, taken in made.items():
        text = text.replace(f"{TAKEN}{name}", taken).replace(f"{GIVEN_BACK}{name}()", f"delete[] {name}")
    return text


def _respell(edits: Edits, node: Node, made: dict[str, str]) -> None:
    tree = edits.tree
    kind = node.child_by_field_name("type")
    element = " ".join(tree.text(kind).partition("<")[2].rpartition(">")[0].split()) if kind is not None else ""
    name, size = _sized(tree, node)
    if not element or not all(letter.isalnum() or letter in "_ " for letter in element) or element == "bool":
        raise Declined("a vector of another kind")
    if not name or not size or "," in size or not _only_elements(tree, node, name):
        raise Declined("a vector that is more than its elements")
    made[name] = f"new {element}[{size}]()"
    edits.replace(node, f"{element} *{name} = {TAKEN}{name};")


def _sized(tree: Tree, node: Node) -> tuple[str, str]:
    """Name and size of `std::vector<T> v(n)`, which the grammar may take for the head of a function."""
    declarators = node.children_by_field_name("declarator")
    if len(declarators) != 1:
        return "", ""
    name = declarators[0].child_by_field_name("declarator")
    size = declarators[0].child_by_field_name("parameters") or declarators[0].child_by_field_name("value")
    if name is None or size is None or size.type not in ("parameter_list", "argument_list"):
        return "", ""
    return tree.text(name), tree.text(size)[1:-1].strip()


def _only_elements(tree: Tree, declared: Node, name: str) -> bool:
    """Whether every mention of the vector but its declaration is of an element."""
    for node in walk(tree.root):
        if node.type == "identifier" and tree.text(node) == name and not declared.start_byte <= node.start_byte < declared.end_byte:
            above = node.parent
            if above is None or above.type != "subscript_expression" or above.child_by_field_name("argument") != node:
                return False
    return True
