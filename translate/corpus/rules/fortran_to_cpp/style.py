"""The ways of writing that callers draw from, so that a model reads and writes more than one hand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CppStyle:
    """How the C++ is written; every combination means the same."""

    zero_based: bool = True
    """Loops count from 0 where the counter serves as subscript."""
    references: bool = True
    """Scalars that come back are `T&`; otherwise `T*`."""
    post_increment: bool = True
    std_maths: bool = True
    """`std::sqrt(x)`; otherwise `sqrt(x)`."""
    declare_at_first_use: bool = True
    """Scalars are declared where they are first set; otherwise at the top."""
    functional_casts: bool = False
    """`double(i)`; otherwise `static_cast<double>(i)`."""
    vectors: bool = False
    """Local arrays of constant size are std::vector in programs too."""
    print_with_printf: bool = False
    newline: str = "std::endl"
    """Or `"\\n"` in quotes."""
    compound_assignment: bool = True
    """`s += x` for `s = s + x`."""
    braces: bool = True
    """Around single statements too."""
    precision: int | None = None
    """Digits that std::cout is told to print."""
