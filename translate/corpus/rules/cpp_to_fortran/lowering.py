"""C++ said with fewer kinds of statement: what the grammar misreads or Fortran has no word for, spelled in another way first."""

from __future__ import annotations

from translate.corpus.rules.cpp_to_fortran.directives import decided
from translate.source.edits import Edits
from translate.source.parse import Node, Tree, parse, walk

NAMED_TYPES = ("primitive_type", "sized_type_specifier", "placeholder_type_specifier")


def lowered(tree: Tree) -> Tree:
    """The tree of a text that says the same. Raises Declined."""
    tree = decided(tree)
    edits = Edits(tree)
    for node in walk(tree.root):
        if node.type == "declaration":
            _owned(tree, node, edits)
        if node.type == "declaration" and _within_function(node):
            for head in node.children_by_field_name("declarator"):
                if _misread(head):
                    _as_call(tree, node, head, edits)
    return parse(edits.text(tree.root), tree.language) if edits.changes else tree


def _owned(tree: Tree, node: Node, edits: Edits) -> None:
    """`auto p = make_unique<T>(a)` and `unique_ptr<T> p(new T(a))` as `T* p = new T(a)`."""
    found = node.children_by_field_name("declarator")
    if len(found) != 1 or found[0].type != "init_declarator" or not _within_function(node):
        return
    name, value = found[0].child_by_field_name("declarator"), found[0].child_by_field_name("value")
    if name is None or name.type != "identifier" or value is None:
        return
    text = tree.text(value).removeprefix("std::")
    if text.startswith("(new ") and tree.text(node).startswith("std::unique_ptr<"):
        text = text[1:-1]
    elif text.startswith("make_unique<") and ">(" in text:
        inner, _, given = text.removeprefix("make_unique<").partition(">(")
        text = f"new {inner.removesuffix('[]')}[{given[:-1]}]()" if inner.endswith("[]") else f"new {inner}({given}"
    else:
        return
    kind = text.removeprefix("new ").partition("(")[0].partition("[")[0]
    edits.replace(node, f"{kind}* {tree.text(name)} = {text};")


def _within_function(node: Node) -> bool:
    return node.parent is not None and node.parent.type in ("compound_statement", "case_statement")


def _misread(head: Node) -> bool:
    """Whether this is the declarator of `vector<double> v(n)`, which reads like a function that takes an n."""
    name, given = head.child_by_field_name("declarator"), head.child_by_field_name("parameters")
    if head.type != "function_declarator" or name is None or name.type != "identifier" or given is None:
        return False
    return bool(given.named_children) and all(_is_value(one) for one in given.named_children)


def _is_value(parameter: Node) -> bool:
    """Whether a parameter without a name may be an expression."""
    kind, declarator = parameter.child_by_field_name("type"), parameter.child_by_field_name("declarator")
    if parameter.type != "parameter_declaration" or kind is None or kind.type in NAMED_TYPES:
        return False
    return declarator is None or declarator.type in ("abstract_function_declarator", "abstract_array_declarator", "function_declarator")


def _as_call(tree: Tree, node: Node, head: Node, edits: Edits) -> None:
    kind, name, given = (node.child_by_field_name("type"), head.child_by_field_name("declarator"), head.child_by_field_name("parameters"))
    if kind is not None and name is not None and given is not None:
        edits.replace(head, f"{tree.text(name)} = {tree.text(kind)}{tree.text(given)}")
