"""The outer loops of a C++ function, each as a function of its own whose parameters are its free variables."""

from __future__ import annotations

from translate.languages import language
from translate.source.loops import counted_loop, declarations, names_in, written
from translate.source.parse import Node, Tree, parse, walk

PLAIN_TYPES = frozenset(
    "int float double char long short unsigned signed bool const size_t int32_t int64_t uint8_t uint32_t uint64_t long".split()
)


def outline(function: str, name: str) -> list[str]:
    """The text of a function `name0`, `name1` ... for each outer counted loop with plain free variables."""
    tree = parse(function, language("cpp"))
    if tree.root.has_error:
        return []
    known: dict[str, tuple[str, str]] = {}
    for node in walk(tree.root):
        if node.type in ("declaration", "parameter_declaration"):
            for found in declarations(tree, node):
                known.setdefault(found.name, (found.type, found.shape))
    texts: list[str] = []
    for node in walk(tree.root):
        if node.type == "for_statement" and counted_loop(tree, node) and not _in_loop(node):
            own = {d.name for n in walk(node) if n.type == "declaration" for d in declarations(tree, n)}
            callees = {
                tree.text(f) for n in walk(node) if n.type == "call_expression" and (f := n.child_by_field_name("function")) is not None
            }
            if any(_of_an_object(tree, inner) for inner in walk(node)):
                continue
            free = list(dict.fromkeys(n for n in names_in(tree, node) if n not in own and n not in callees))
            changed = {tree.text(place) for place, _ in written(node) if place.type == "identifier"}
            plain = {n for n in free if n in known and known[n][0] and set(known[n][0].split()) <= PLAIN_TYPES}
            indexed = {base for inner in walk(node) if (base := _indexed(tree, inner))}
            for other in set(free) - plain:
                # A member, a container, a type of the library: what matters of it is whether it is an array.
                known[other] = ("float", "*") if other in indexed else ("int", "")
            shapes = {n: known[n][1] for n in free}
            if any(s not in ("", "*", "**") and not s.startswith("[") for s in shapes.values()):
                continue
            parameters = ", ".join(f"{known[n][0]} {'*' if shapes[n] else ''}{n}" for n in free if n not in changed and shapes[n] != "**")
            locals_ = "".join(f"{known[n][0]} {n};\n" for n in free if n in changed and not shapes[n])
            texts.append(f"void {name}{len(texts) or ''}({parameters}) {{\n{locals_}{tree.text(node)}\n}}")
    return texts


def _in_loop(node: Node) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.type in ("for_statement", "while_statement", "do_statement", "lambda_expression"):
            return True
        parent = parent.parent
    return False


def _of_an_object(tree: Tree, node: Node) -> bool:
    """Whether `node` only makes sense for an object: a method, a stream, a qualified name."""
    if node.type == "field_expression" or node.type == "qualified_identifier":
        return True
    return node.type == "binary_expression" and tree.text(node).startswith("cout")


def _indexed(tree: Tree, node: Node) -> str | None:
    base = node.child_by_field_name("argument") if node.type in ("subscript_expression", "pointer_expression") else None
    return tree.text(base) if base is not None and base.type == "identifier" else None
