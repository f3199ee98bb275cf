"""What a source calls, names and includes, for tables that say what is not covered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from translate.source.launches import device_functions
from translate.source.parse import Node, Tree, parse, walk

HEAP_CALLS = frozenset({"malloc", "free", "calloc", "realloc"})
NAMES = frozenset({"identifier", "field_identifier", "type_identifier", "namespace_identifier"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands in the source; `kind` is the grammar's word for it, or `header`."""

    text: str
    kind: str
    line: int


def mentions(tree: Tree) -> list[Mention]:
    """Every name and included header of the source, macros' bodies included, in order of appearance."""
    found: list[Mention] = []
    for node in walk(tree.root):
        line = node.start_point[0] + 1
        if node.type in NAMES:
            found.append(Mention(tree.text(node), node.type, line))
        elif node.type == "preproc_include":
            path = node.child_by_field_name("path")
            found.append(Mention(tree.text(path).strip('<>"') if path is not None else "", "header", line))
        elif node.type == "preproc_arg":
            inner = mentions(parse(tree.text(node), tree.language))
            found.extend(Mention(mention.text, mention.kind, line) for mention in inner)
    return found


def assembly_lines(tree: Tree) -> list[int]:
    """The lines of `asm` statements."""
    return [node.start_point[0] + 1 for node in walk(tree.root) if node.type == "gnu_asm_expression"]


def launches_in_device_code(tree: Tree) -> list[int]:
    """The lines of kernel launches inside kernels and device functions."""
    return _device_lines(tree, lambda node: node.type == "kernel_call_syntax")


def heap_use_in_device_code(tree: Tree) -> list[int]:
    """The lines of `new`, `delete`, `malloc` and `free` inside kernels and device functions."""

    def uses_heap(node: Node) -> bool:
        if node.type == "call_expression":
            function = node.child_by_field_name("function")
            return function is not None and tree.text(function) in HEAP_CALLS
        return node.type in ("new_expression", "delete_expression")

    return _device_lines(tree, uses_heap)


def _device_lines(tree: Tree, wanted: Callable[[Node], bool]) -> list[int]:
    lines = {node.start_point[0] + 1 for body in device_functions(tree) for node in walk(body) if wanted(node)}
    return sorted(lines)
