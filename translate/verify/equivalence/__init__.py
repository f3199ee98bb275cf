"""Whether a candidate does what the original does: both are run on the same generated inputs, each in programs of its own.

    sandbox = open_sandbox()
    verdict = compare(function, language("cpp"), candidate, language("cuda"), sandbox=sandbox)
    verdict.word, verdict.reason, verdict.inputs, verdict.sizes, verdict.counterexample
    verdicts = compare_many([Pair(function, language("cpp"), candidate, language("cuda")), ...], sandbox=sandbox)

The two sides never share a program, and the comparison is made here, outside of the sandbox, so a candidate can neither see the right
answer nor speak for itself. Fortran is called through `bind(C)` procedures of our own. Not covered: pointers to pointers, structures
whose numbers are of several types, functions that return pointers, class members; in Fortran character and procedure arguments, derived
types, allocatable and pointer arguments; these are UNTESTABLE. Elements of arrays are compared wherever they lie, also before the start.
Values are generated, so a branch that no generated value reaches is not tested.
"""

from __future__ import annotations

from translate.verify.equivalence.comparing import Pair, compare, compare_many
from translate.verify.equivalence.verdict import Counterexample, Equivalence, Word

__all__ = ["Counterexample", "Equivalence", "Pair", "Word", "compare", "compare_many"]
