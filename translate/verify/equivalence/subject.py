"""A function that is run, the program it is in, and why it is in none."""

from __future__ import annotations

from dataclasses import dataclass

from translate.languages import Language
from translate.source.signatures import Signature, holds_only_functions

SYSTEM_HEADERS = (
    "cmath cstdio cstdlib cstring cstdint cstdarg climits cfloat cstddef cerrno algorithm limits iostream new "
    "array complex functional iomanip map numeric set string tuple utility vector"
).split()
HEADERS = frozenset((*SYSTEM_HEADERS, *(f"{name[1:]}.h" for name in SYSTEM_HEADERS if name.startswith("c"))))
"""What every program of C++ includes before anything else, so that a text may include it again anywhere."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One function with all that it needs around it."""

    text: str
    language: Language
    signature: Signature

    @property
    def alone(self) -> bool:
        """Whether it may not share a program: it holds something that runs or reaches out by itself."""
        return not holds_only_functions(self.text, self.language, HEADERS)


NOBODY = -1
"""An entry of a program that is not asked for."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program and the place of each of its functions in it."""

    binary: bytes
    entries: tuple[int, ...]
    """The numbers of the subjects, as the caller counts them, in the order of the program's own entries."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a function did not get into a program."""

    message: str
