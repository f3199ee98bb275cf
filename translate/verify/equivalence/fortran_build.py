"""How Fortran is built to be run: flags, and what variables hold that nobody has set."""

from __future__ import annotations

FORTRAN_FLAGS = "-w -std=legacy -ffree-line-length-none -ffp-contract=off -fwrapv -fno-backtrace"
BOUNDS = "-fcheck=bounds"
"""An element beyond what is declared is a fault, not whatever lies there."""
FREE_FORM = "text.f90"
"""The name under which gfortran reads a text: all of it is in free form by then."""
FILLS = {
    "zero": "-finit-local-zero",
    "pattern": "-finit-integer=-1431655766 -finit-real=nan -finit-logical=true -finit-character=64 -finit-derived",
}
"""By the name that the C++ side gives them."""
