"""Text in, text out: one procedure, or the units of a whole program."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.procedures import body_of, head, settle
from translate.corpus.rules.fortran_to_cpp.reading_units import units_of
from translate.corpus.rules.fortran_to_cpp.scope import Procedure, Scope, changed
from translate.corpus.rules.fortran_to_cpp.style import CppStyle
from translate.corpus.rules.fortran_to_cpp.symbols import constants_of, symbols_of
from translate.corpus.rules.fortran_to_cpp.syntax import Unit


def fortran_to_cpp(text: str, style: CppStyle | None = None) -> str:
    """The C++ of one free-form procedure or of a program with all its units. Raises Declined."""
    style = style or CppStyle()
    units = units_of(text)
    if len(units) == 1 and units[0].kind in ("subroutine", "function"):
        return _procedure(units[0], style)
    raise Declined("program")


def _procedure(unit: Unit, style: CppStyle) -> str:
    if unit.contained:
        raise Declined("contained procedures")
    if any(use not in ("iso_fortran_env", "iso_c_binding") for use in unit.uses):
        raise Declined("a name from elsewhere")
    if not unit.body:
        raise Declined("nothing to do")
    symbols = symbols_of(unit, {}, {})
    procedure = Procedure(unit, symbols)
    procedure.modified = changed(unit.body, symbols, {}) & set(unit.parameters)
    settle(procedure, not style.references)
    scope = Scope(unit, symbols, style, constants_of(symbols), taken=set(symbols) | {s.spelled for s in symbols.values()})
    lines = body_of(procedure, scope)
    return "\n".join([f"{head(procedure)} {{", *lines, "}"])
