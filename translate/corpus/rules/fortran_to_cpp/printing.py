"""Output statements."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.syntax import Print


def printed(statement: Print, scope: Scope) -> list[str]:
    raise Declined("output")
