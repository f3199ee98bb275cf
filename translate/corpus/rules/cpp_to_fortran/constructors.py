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


def made(c: Context, owner: Class, given: list[Node], expression: Translate) -> Term:
    """The object that `T(a, b)` makes. Raises Declined."""
    constructor = c.functions.get(f"{owner.name}::{owner.name.rpartition('::')[2]}")
    if constructor is not None and constructor.taking(len(given)):
        return referred(c, Callee(constructor), given, expression)
    if len(given) == 1:
        term = expression(c, given[0])
        if term.kind == owner.kind:
            return term
    raise Declined("an object made in another way")
