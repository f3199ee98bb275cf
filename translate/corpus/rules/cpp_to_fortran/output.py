"""What C++ prints, as Fortran prints it."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context
from translate.source.parse import Node


def cout(c: Context, node: Node) -> None:
    """Put what a chain of `<<` prints. Raises Declined."""
    raise Declined("output")


def printf(c: Context, function: str, arguments: list[Node]) -> None:
    """Put what `printf` prints. Raises Declined."""
    raise Declined("output")
