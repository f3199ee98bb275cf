"""CUDA source as C++ for the CPU runtime: launches and shared memory rewritten, line for line, all else untouched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from translate.source.edits import Edits
from translate.source.parse import Node, Tree, walk

RUNTIME = "cuda_on_cpu"
TYPE_SUFFIX = "_in_shared_memory"


def runnable_on_cpu(tree: Tree) -> str:
    """The source with each launch as a call of the runtime and each `__shared__` variable taken from it."""
    edits = Edits(tree)
    chosen = _kernels_chosen_by_arguments(tree)
    for node in walk(tree.root):
        if node.type == "kernel_call_syntax" and not _unreadable(node):
            _rewrite_launch(edits, node, chosen)
        elif node.type == "declaration" and _qualifier(tree, node, "__shared__") is not None:
            _rewrite_shared(edits, node)
    return edits.text(tree.root) if tree.root.start_byte == 0 else tree.source[: tree.root.start_byte].decode() + edits.text(tree.root)


def unreadable_launches(tree: Tree) -> list[int]:
    """The lines of launches that the rewriting cannot reach: inside macros, or where the grammar fails."""
    return sorted({node.start_point[0] + 1 for node in walk(tree.root) if _lost_launch(tree, node)})


def device_functions(tree: Tree) -> Iterator[Node]:
    """The definitions of kernels and device functions."""
    for node in walk(tree.root):
        if node.type == "function_definition" and any(c.type in ("__global__", "__device__") for c in node.children):
            yield node


def _rewrite_launch(edits: Edits, syntax: Node, chosen: frozenset[str]) -> None:
    call = syntax.parent
    kernel = call.child_by_field_name("function") if call is not None else None
    if call is None or kernel is None:
        return
    name = _plain_name(edits.tree, kernel)
    opened, closed = syntax.children[0], syntax.children[-1]
    if name in chosen:
        before, after = f"{RUNTIME}::kernel([=](auto... given) {{ ", f'(given...); }}, "{name}").with('
        _spell_null_as_nullptr(edits, call)
    else:
        before, after = f"{RUNTIME}::kernel(", f', "{name}").with('
    edits.changes.append((kernel.start_byte, kernel.start_byte, before))
    edits.replace(opened, after)
    edits.replace(closed, ")")


def _spell_null_as_nullptr(edits: Edits, call: Node) -> None:
    arguments = call.child_by_field_name("arguments")
    for argument in arguments.named_children if arguments is not None else []:
        if edits.tree.text(argument) == "NULL":
            edits.replace(argument, "nullptr")


def _rewrite_shared(edits: Edits, declaration: Node) -> None:
    tree = edits.tree
    dynamic = any(tree.text(c) == "extern" for c in declaration.children if c.type == "storage_class_specifier")
    for child in declaration.children:
        word = tree.text(child) if child.type in ("storage_class_specifier", "type_qualifier") else ""
        if child.type == "alignas_qualifier" or word in ("extern", "static", "__shared__") or word.startswith("alignas"):
            edits.replace(child, "")
    edits.changes.append((declaration.start_byte, declaration.start_byte, "typedef "))
    names = [name for name in map(_declared, declaration.children_by_field_name("declarator")) if name is not None]
    local = _inside_function(declaration)
    spelled = []
    for name in names:
        edits.replace(name, tree.text(name) + TYPE_SUFFIX)
        spelled.append(_variable(tree.text(name), dynamic, local))
    edits.changes.append((declaration.end_byte, declaration.end_byte, "".join(spelled)))


def _variable(name: str, dynamic: bool, local: bool) -> str:
    """The declaration that takes `name`, whose type stands under its own name, from the runtime."""
    whole, element = f"{name}{TYPE_SUFFIX}", f"std::remove_extent_t<{name}{TYPE_SUFFIX}>"
    if dynamic and local:
        return f" {element}* {name} = {RUNTIME}::dynamic_shared<{element}>();"
    if dynamic:
        return f" static const {RUNTIME}::DynamicShared<{element}> {name}{{}};"
    mark = f"{name}_declared_here"
    return f" struct {mark}; {whole}& {name} = {RUNTIME}::shared<{whole}, {mark}>();"


def _declared(declarator: Node) -> Node | None:
    while declarator.type != "identifier":
        inner = declarator.child_by_field_name("declarator")
        if inner is None:
            inner = next((c for c in declarator.named_children if c.type.endswith(("declarator", "identifier"))), None)
        if inner is None:
            return None
        declarator = inner
    return declarator


def _kernels_chosen_by_arguments(tree: Tree) -> frozenset[str]:
    """Kernels whose address alone does not name one function: templates, overloads, default arguments."""
    defined: Counter[str] = Counter()
    chosen: set[str] = set()
    for node in walk(tree.root):
        if node.type not in ("function_definition", "declaration") or not any(c.type == "__global__" for c in node.children):
            continue
        declarator = next((n for n in walk(node) if n.type == "function_declarator"), None)
        name = _plain_name(tree, declarator.children[0]) if declarator is not None else ""
        defined[name] += node.type == "function_definition"
        template = node.parent is not None and node.parent.type == "template_declaration"
        if template or any(n.type == "optional_parameter_declaration" for n in walk(declarator or node)):
            chosen.add(name)
    return frozenset(chosen | {name for name, times in defined.items() if times > 1})


def _plain_name(tree: Tree, node: Node) -> str:
    """`k` for `space::k<float>`."""
    while node.type in ("qualified_identifier", "template_function"):
        inner = node.child_by_field_name("name")
        if inner is None:
            break
        node = inner
    return "".join(c for c in tree.text(node) if c not in '"\\\n')


def _qualifier(tree: Tree, node: Node, word: str) -> Node | None:
    return next((c for c in node.children if c.type == "type_qualifier" and tree.text(c) == word), None)


def _inside_function(node: Node) -> bool:
    above = node.parent
    while above is not None and above.type not in ("compound_statement", "function_definition"):
        above = above.parent
    return above is not None


def _unreadable(node: Node) -> bool:
    return node.has_error or node.parent is None or node.parent.type != "call_expression"


def _lost_launch(tree: Tree, node: Node) -> bool:
    if node.type == "preproc_arg":
        return "<<<" in tree.text(node)
    if node.type == "kernel_call_syntax":
        return _unreadable(node)
    return (
        node.type in ("<<<", "ERROR")
        and node.parent is not None
        and node.parent.type != "kernel_call_syntax"
        and (node.type == "<<<" or any(c.type == "<<<" for c in node.children))
    )
