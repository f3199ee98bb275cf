"""Text in, text out: one procedure, or the units of a whole program."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.pointing import without_pointers
from translate.corpus.rules.fortran_to_cpp.procedures import body_of, head, settle
from translate.corpus.rules.fortran_to_cpp.reading_units import units_of
from translate.corpus.rules.fortran_to_cpp.scope import Procedure, Scope, changed
from translate.corpus.rules.fortran_to_cpp.storage import settle_result
from translate.corpus.rules.fortran_to_cpp.style import CppStyle
from translate.corpus.rules.fortran_to_cpp.symbols import constants_of, symbols_of
from translate.corpus.rules.fortran_to_cpp.syntax import Unit
from translate.corpus.rules.fortran_to_cpp.whole_program import whole_program

HEADERS = {
    "std::cout": "iostream", "std::cerr": "iostream", "std::vector": "vector", "std::string": "string", "std::complex": "complex",
    "std::setw": "iomanip", "std::setprecision": "iomanip", "std::numeric_limits": "limits", "std::exit": "cstdlib", "printf(": "cstdio",
}  # fmt: skip


def with_headers(lines: list[str]) -> list[str]:
    """The file with every header that it needs ahead."""
    asked = {line[len("#include <") : -1] for line in lines if line.startswith("#include")}
    text = "\n".join(line for line in lines if not line.startswith("#include"))
    asked |= {header for word, header in HEADERS.items() if word in text}
    return [*(f"#include <{name}>" for name in sorted(asked)), *text.split("\n")]


def fortran_to_cpp(text: str, style: CppStyle | None = None) -> str:
    """The C++ of one free-form procedure or of a program with all its units. Raises Declined."""
    style = style or CppStyle()
    units = without_pointers(units_of(text))
    if len(units) == 1 and units[0].kind in ("subroutine", "function"):
        return _procedure(units[0], style)
    lines = whole_program(units, style)
    return "\n".join(with_headers(lines))


def _procedure(unit: Unit, style: CppStyle) -> str:
    if unit.contained:
        raise Declined("contained procedures")
    if unit.commons:
        raise Declined("a common block")
    if any(use not in ("iso_fortran_env", "iso_c_binding") for use in unit.uses):
        raise Declined("a name from elsewhere")
    if not unit.body and unit.kind == "function":
        raise Declined("nothing to do")
    symbols = symbols_of(unit, {}, {})
    procedure = Procedure(unit, symbols)
    procedure.modified = changed(unit.body, symbols, {}) & set(unit.parameters)
    settle(procedure, not style.references)
    if unit.kind == "function" and procedure.result.bounds is not None:
        settle_result(procedure)
    itself = {unit.name: procedure} if unit.kind != "function" or procedure.result.bounds is None else {}
    taken = set(symbols) | {s.spelled for s in symbols.values()}
    scope = Scope(unit, symbols, style, constants_of(symbols), procedures=itself, taken=taken)
    lines = body_of(procedure, scope)
    return "\n".join([f"{head(procedure)} {{", *lines, "}"])
