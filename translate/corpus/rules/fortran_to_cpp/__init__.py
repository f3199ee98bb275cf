"""A Fortran procedure or program to the C++ that does the same, by rule."""

from __future__ import annotations

from translate.corpus.rules.fortran_to_cpp.program import fortran_to_cpp
from translate.corpus.rules.fortran_to_cpp.style import CppStyle

__all__ = ["CppStyle", "fortran_to_cpp"]
