"""What of a unit an original needs around it to be run: declarations in C++, in Fortran the modules and procedures beside it."""

from __future__ import annotations

from dataclasses import replace

from translate.languages import Language
from translate.source.extract import declarations_of, functions_of
from translate.source.fixed_form import in_free_form
from translate.source.parse import parse, walk
from translate.units import Function, SourceUnit


def runnable(function: Function, unit: SourceUnit) -> Function:
    """`function` with the text that it can be compiled in; a Fortran procedure is looked up by its name in all of its unit."""
    if unit.language.name == "fortran":
        return replace(function, text=whole(unit))
    return replace(function, text=f"{declarations_of(unit)}\n{function.text}")


def whole(unit: SourceUnit) -> str:
    """The text of the unit, fixed form in free form."""
    return in_free_form(unit.text, unit.language, unit.path)


def is_main(function: Function) -> bool:
    """Whether a function is where its program starts."""
    return _has_program(function.text, function.language) if function.language.name == "fortran" else function.name == "main"


def has_main(unit: SourceUnit) -> bool:
    """Whether a unit can be a program."""
    text = whole(unit)
    if unit.language.name == "fortran":
        return _has_program(text, unit.language)
    return any(function.name == "main" for function in functions_of(parse(text, unit.language)))


def _has_program(text: str, language: Language) -> bool:
    return any(node.type == "program" and node.is_named for node in walk(parse(text, language).root))
