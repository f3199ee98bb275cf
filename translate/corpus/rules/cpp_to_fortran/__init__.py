"""C++ functions and programs as free-form Fortran, by rule: what cannot be said with certainty is declined."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.lines import folded
from translate.corpus.rules.cpp_to_fortran.lowering import lowered
from translate.corpus.rules.cpp_to_fortran.programs import whole_text
from translate.corpus.rules.cpp_to_fortran.style import FortranStyle, any_style
from translate.languages import language
from translate.source.comparisons import comparisons_apart
from translate.source.parse import parse, too_deep

__all__ = ["Declined", "FortranStyle", "any_style", "cpp_to_fortran"]

MAX_DEPTH = 150
ROUNDS = 4


PLAIN = FortranStyle()


def cpp_to_fortran(text: str, style: FortranStyle = PLAIN) -> str:
    """The Fortran text for one C++ function, or for a whole program. Raises Declined."""
    tree = parse(comparisons_apart(text, language("cpp")), language("cpp"))
    if tree.root.has_error:
        raise Declined("syntax")
    if too_deep(tree.root, MAX_DEPTH):
        raise Declined("nested too deeply")
    tree = lowered(tree)
    avoided: frozenset[str] = frozenset()
    for _ in range(ROUNDS):
        lines, clashes = whole_text(tree, style, avoided)
        if not clashes:
            break
        avoided |= clashes
    else:
        raise Declined("names that clash")
    fortran = "\n".join(line for whole in lines for line in folded(whole)) + "\n"
    if parse(fortran, language("fortran")).root.has_error:
        raise Declined("a result that the Fortran grammar cannot read")
    return fortran
