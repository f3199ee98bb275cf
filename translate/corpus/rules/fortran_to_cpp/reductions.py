"""Array functions that give a scalar."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules.fortran_to_cpp.expressions import Value
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.syntax import Expression

REDUCTIONS: dict[str, Callable[[tuple[Expression, ...], Scope], Value]] = {}
