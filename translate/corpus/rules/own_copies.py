"""A kernel whose threads change parameters or their index, with copies that they change instead, as a loop over them needs."""

from __future__ import annotations

from translate.corpus.rules.thread_names import index_of
from translate.languages import language
from translate.source.edits import Edits
from translate.source.loops import declarations, names_in, statements, written
from translate.source.parse import Node, Tree, parse, walk


def with_own_parameters(kernel: str) -> str:
    """The kernel in which parameters keep their value; as it was where they do anyway."""
    tree = parse(kernel, language("cuda"))
    function, body = _function(tree)
    if function is None or body is None:
        return kernel
    edits = Edits(tree)
    copies = _of_parameters(edits, function, body, _changed(tree, body))
    if copies:
        edits.changes.append((body.start_byte, body.start_byte + 1, "{\n" + "\n".join(copies)))
    return edits.text(tree.root)


def with_own_indices(kernel: str) -> str:
    """The kernel in which variables that are declared to be an index stay it; as it was where they do anyway."""
    tree = parse(kernel, language("cuda"))
    _, body = _function(tree)
    if body is None:
        return kernel
    edits, changed = Edits(tree), _changed(tree, body)
    for node in statements(body):
        names = declarations(tree, node) if node.type == "declaration" else []
        if len(names) == 1 and names[0].name in changed and names[0].value is not None and index_of(tree, names[0].value) is not None:
            _of_index(edits, body, node, names[0].name, names[0].type)
    return edits.text(tree.root)


def _function(tree: Tree) -> tuple[Node | None, Node | None]:
    function = next((node for node in walk(tree.root) if node.type == "function_definition"), None)
    return function, function.child_by_field_name("body") if function is not None and not tree.root.has_error else None


def _changed(tree: Tree, body: Node) -> set[str]:
    return {tree.text(place) for place, _ in written(body) if place.type == "identifier"}


def _of_parameters(edits: Edits, function: Node, body: Node, changed: set[str]) -> list[str]:
    """The declarations of the copies; the body names them from now on."""
    tree = edits.tree
    taken, copies = set(names_in(tree, function)), []
    for parameter in walk(function):
        if parameter.type != "parameter_declaration":
            continue
        for name in declarations(tree, parameter):
            own = f"own_{name.name}"
            if name.name not in changed or own in taken or name.shape not in ("", "*"):
                continue
            copies.append(f"{name.type} {name.shape}{own} = {name.name};")
            for leaf in walk(body):
                if leaf.type == "identifier" and tree.text(leaf) == name.name:
                    edits.replace(leaf, own)
    return copies


def _of_index(edits: Edits, body: Node, declared: Node, name: str, kind: str) -> None:
    """A variable for the index, and the old name as one that starts with it; early returns ask the index."""
    tree = edits.tree
    taken = set(names_in(tree, tree.root))
    fresh = next((one for one in ("index", "thread", "start") if one not in taken), None)
    if fresh is None:
        return
    first = next(node for node in walk(declared) if node.type == "identifier" and tree.text(node) == name)
    edits.replace(first, fresh)
    after = declared.end_byte
    edits.changes.append((after, after, f"\n{' '.join(word for word in kind.split() if word != 'const')} {name} = {fresh};"))
    for node in statements(body):
        if any(place.type == "identifier" and tree.text(place) == name for place, _ in written(node)):
            break
        if node.type == "if_statement" and node.child_by_field_name("alternative") is None:
            _rename(tree, edits, node, name, fresh)


def _rename(tree: Tree, edits: Edits, guard: Node, name: str, fresh: str) -> None:
    condition = guard.child_by_field_name("condition")
    for leaf in walk(condition) if condition is not None else ():
        if leaf.type == "identifier" and tree.text(leaf) == name:
            edits.replace(leaf, fresh)
