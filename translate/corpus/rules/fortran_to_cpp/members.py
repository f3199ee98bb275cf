"""Components of derived types."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.expressions import Value
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.syntax import Apply, Expression


def member(base: Expression, name: str, scope: Scope) -> Value:
    raise Declined("derived type")


def member_element(value: Apply, scope: Scope) -> Value:
    raise Declined("derived type")
