"""Objects made by their constructors, and what a constructor does before its body."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.called import Class
from translate.corpus.rules.cpp_to_fortran.calling import Callee, referred
from translate.corpus.rules.cpp_to_fortran.context import Context
from translate.corpus.rules.cpp_to_fortran.terms import Term
from translate.source.parse import Node

Translate = Callable[[Context, Node], Term]


COPIED = ("identifier", "call_expression", "subscript_expression", "field_expression", "binary_expression")


def made(c: Context, owner: Class, given: list[Node], expression: Translate) -> Term:
    """The object that `T(a, b)` makes. Raises Declined."""
    if len(given) == 1 and given[0].type in COPIED:
        copied = expression(c, given[0])
        if copied.kind == owner.kind:
            return copied
    constructor = c.functions.get(f"{owner.name}::{owner.name.rpartition('::')[2]}")
    if constructor is not None and constructor.taking(len(given)):
        return referred(c, Callee(constructor), given, expression)
    raise Declined("an object made in another way")
