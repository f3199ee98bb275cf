"""A function that calls others of its file: they are translated with it, so that what they take and return is known, and left out again."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran import cpp_to_fortran
from translate.corpus.rules.cpp_to_fortran.style import FortranStyle
from translate.source.callees import callees_of, needed_by
from translate.source.extract import extract
from translate.source.fortran_declarations import fortran_tree
from translate.source.fortran_signatures import Procedure, procedures
from translate.source.parse import Node, Tree, walk
from translate.units import Function, SourceUnit

Plain = Callable[[Function], str]
"""Makes C++ of a function in C++ or CUDA."""
SIZED = {"integer": 4, "real": 4, "logical": 4}


def within_its_file(function: Function, style: FortranStyle, plain: Plain) -> str:
    """The Fortran of one function, with a word on each function that it calls. Raises Declined."""
    functions = extract(SourceUnit(function.around, function.language, function.name))
    own = next((number for number, one in enumerate(functions) if one.text == function.text), None)
    needed = needed_by(own, callees_of(functions)) if own is not None else []
    if not needed:
        raise Declined("it calls no function of its file")
    texts = [plain(functions[number]) for number in needed]
    fortran = cpp_to_fortran("\n".join([*texts, plain(function)]), style)
    found = {one.name: one for one in procedures(fortran)}
    wanted = found.get(function.name.lower().lstrip("_"))
    if wanted is None or len(found) != len(needed) + 1:
        raise Declined("names that clash")
    tree = fortran_tree(fortran)
    node = next(node for node in walk(tree.root) if node.type == wanted.node.type and node.start_byte == wanted.node.start_byte)
    return _alone(tree, node, [one for name, one in found.items() if name != wanted.name and name in _names(tree, node)])


def _names(tree: Tree, node: Node) -> set[str]:
    return {tree.text(leaf).lower() for leaf in walk(node) if leaf.type in ("identifier", "name")}


def _alone(tree: Tree, node: Node, called: list[Procedure]) -> str:
    """The procedure outside of its module."""
    module = node.parent.parent if node.parent is not None else None
    shared = [child for child in module.named_children if child.type == "variable_declaration"] if module is not None else []
    if any(_names(tree, child) & _names(tree, node) for child in shared):
        raise Declined("a variable of the file")
    lines = dedent("  " + tree.text(node)).splitlines()
    at = 1 + next((number for number, line in enumerate(lines) if not line.rstrip().endswith("&")), 0)
    told = [f"  {_type_of(one)}, external :: {one.name}" for one in called if one.result is not None]
    if any(one.needs_interface for one in called):
        raise Declined("a function that needs an interface")
    return "\n".join([*lines[:at], "  implicit none", *told, *lines[at:]]) + "\n"


def _type_of(one: Procedure) -> str:
    """The type of what a function returns. Raises Declined."""
    assert one.result is not None
    declared = one.result.declared
    if declared.kind not in SIZED or declared.extents:
        raise Declined("a function with a result of another kind")
    return declared.kind if declared.bytes == SIZED[declared.kind] else f"{declared.kind}({declared.bytes})"

