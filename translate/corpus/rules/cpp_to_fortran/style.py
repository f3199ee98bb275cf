"""The ways in which people write the same Fortran."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FortranStyle:
    """How a translation is spelled."""

    reals: str = "real8"
    """`real8`: real(8), 1.0d0; `double`: double precision, 1.0d0; `real64`: real(real64), 1.0_real64; `dp`: real(dp), 1.0_dp."""
    one_based: bool = True
    """Loops over an array run from one, `do i = 1, n`; otherwise as in C++, `do i = 0, n - 1` with `a(i + 1)`."""
    two_dimensional: bool = False
    """An array that is always `a[row * width + column]` becomes `a(column, row)`."""
    shapes: str = "explicit"
    """`explicit`: x(n) where a loop says so; `assumed`: always x(*)."""
    dotted: bool = False
    """`.lt.` for `<`."""
    array_expressions: bool = False
    """`y(1:n) = a * x(1:n)` for a loop that does just this."""
    reductions: bool = False
    """`sum`, `maxval` and the like for a loop that does just this."""
    single_line_if: bool = True
    """`if (condition) statement` where a branch is one short statement."""
    ternary: str = "merge"
    """`merge` where both sides may be evaluated, or `if`."""
    output: str = "list"
    """`list`: print * where it says the same; `format`: always a format."""
    result: str = "res"
    """The name of a function's result."""


KINDS = ("real8", "double", "real64", "dp")


def any_style(rng: random.Random) -> FortranStyle:
    """A style, the plain ways more often than the others."""
    return FortranStyle(
        reals=rng.choices(KINDS, (4, 2, 2, 1))[0],
        one_based=rng.random() < 0.85,
        two_dimensional=rng.random() < 0.3,
        shapes=rng.choice(("explicit", "explicit", "assumed")),
        dotted=rng.random() < 0.1,
        array_expressions=rng.random() < 0.3,
        reductions=rng.random() < 0.3,
        single_line_if=rng.random() < 0.7,
        ternary=rng.choice(("merge", "if")),
        output=rng.choice(("list", "list", "format")),
        result=rng.choice(("res", "res", "r", "val", "value_out")),
    )
