"""C++ functions and programs as free-form Fortran, by rule: what cannot be said with certainty is declined."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context
from translate.corpus.rules.cpp_to_fortran.lines import folded
from translate.corpus.rules.cpp_to_fortran.procedures import function_name, procedure
from translate.corpus.rules.cpp_to_fortran.scope import Names
from translate.corpus.rules.cpp_to_fortran.style import FortranStyle, any_style
from translate.languages import language
from translate.source.parse import Tree, parse, too_deep

__all__ = ["Declined", "FortranStyle", "any_style", "cpp_to_fortran"]

MAX_DEPTH = 150
ROUNDS = 4


def cpp_to_fortran(text: str, style: FortranStyle = FortranStyle()) -> str:
    """The Fortran text for one C++ function, or for a whole program. Raises Declined."""
    tree = parse(text, language("cpp"))
    if tree.root.has_error:
        raise Declined("syntax")
    if too_deep(tree.root, MAX_DEPTH):
        raise Declined("nested too deeply")
    avoided: frozenset[str] = frozenset()
    for _ in range(ROUNDS):
        lines, clashes = _attempt(tree, style, avoided)
        if not clashes:
            break
        avoided |= clashes
    else:
        raise Declined("names that clash")
    fortran = "\n".join(line for whole in lines for line in folded(whole)) + "\n"
    if parse(fortran, language("fortran")).root.has_error:
        raise Declined("a result that the Fortran grammar cannot read")
    return fortran


def _attempt(tree: Tree, style: FortranStyle, avoided: frozenset[str]) -> tuple[list[str], frozenset[str]]:
    """The lines, and the names of variables that hide an intrinsic function that the lines need."""
    functions = [node for node in tree.root.named_children if node.type == "function_definition"]
    if len(functions) != 1:
        raise Declined("not one function")
    c = Context(tree, style, Names(avoided=avoided))
    lines = procedure(c, functions[0], c.names.spelled(function_name(c, functions[0])))
    return lines, frozenset(name.lower() for name in c.used) & frozenset(c.names.taken)
