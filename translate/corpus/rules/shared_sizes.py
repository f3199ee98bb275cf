"""Sizes of shared memory that a kernel's file gives a name, as the numbers they are."""

from __future__ import annotations

from translate.languages import language
from translate.source.edits import Edits
from translate.source.loops import declarations
from translate.source.parse import Tree, parse, walk


def with_sizes(kernel: str, file: str) -> str:
    """The kernel with a number for each name that is the size of an array in shared memory and a whole number in `file`."""
    if "__shared__" not in kernel or not file:
        return kernel
    tree = parse(kernel, language("cuda"))
    known = _numbers(parse(file, language("cuda")))
    edits = Edits(tree)
    for node in walk(tree.root):
        if node.type == "declaration" and any(tree.text(child) == "__shared__" for child in node.children):
            for part in walk(node):
                size = part.child_by_field_name("size") if part.type == "array_declarator" else None
                for leaf in walk(size) if size is not None else ():
                    if leaf.type == "identifier" and tree.text(leaf) in known:
                        edits.replace(leaf, known[tree.text(leaf)])
    return edits.text(tree.root)


def _numbers(tree: Tree) -> dict[str, str]:
    """The macros and constants outside of functions that are whole numbers."""
    found: dict[str, str] = {}
    for node in walk(tree.root):
        if node.type == "preproc_def":
            name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
            found |= {tree.text(name): tree.text(value).strip()} if name is not None and value is not None else {}
        elif node.type == "declaration" and node.parent == tree.root and {"const", "constexpr"} & set(tree.text(node).split()):
            found |= {one.name: tree.text(one.value) for one in declarations(tree, node) if one.value is not None}
    return {name: value for name, value in found.items() if value.isdecimal()}
