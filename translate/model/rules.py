"""The yardstick: independent loops to a guarded index, and back; and Fortran word for word."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran import cpp_to_fortran
from translate.corpus.rules.cpp_to_fortran.style import FortranStyle
from translate.corpus.rules.fortran_to_cpp import fortran_to_cpp
from translate.corpus.rules.fortran_to_cpp.library import within_its_file
from translate.corpus.rules.fortran_to_cpp.style import CppStyle
from translate.corpus.rules.kernels import kernel_of
from translate.corpus.rules.serial import function_of
from translate.languages import Language
from translate.model import RULES
from translate.source.extract import extract, whole_program
from translate.source.normalise import Unreadable, normalise
from translate.source.pragmas import without_pragmas
from translate.units import Candidate, Function, NormalisedFunction, SourceUnit

FOR_KERNELS = CppStyle(references=False)
"""On the way to CUDA: a kernel takes no references, and loops that count from 0 are easily told to be one loop."""


def serial(function: Function, style: CppStyle) -> str:
    """The C++ of Fortran, by its own text, or else by that of its file."""
    try:
        return fortran_to_cpp(function.text, style)
    except Declined:
        if function.around.strip() == function.text.strip() or not function.around:
            raise
        return within_its_file(function, style)


OF_DIRECTION: dict[tuple[str, str], Callable[[Function], str]] = {
    ("cpp", "cuda"): lambda function: kernel_of(without_pragmas(function)),
    ("cuda", "cpp"): lambda function: function_of(without_pragmas(function)),
    ("cpp", "fortran"): lambda function: cpp_to_fortran(without_pragmas(function), FortranStyle()),
    ("fortran", "cpp"): lambda function: serial(function, CppStyle()),
    ("cuda", "fortran"): lambda function: cpp_to_fortran(function_of(without_pragmas(function)), FortranStyle()),
    ("fortran", "cuda"): lambda function: kernel_of(serial(function, FOR_KERNELS)),
}


class Rules:
    """Proposes what the rule says."""

    name = RULES
    declines = "no rule holds for it"

    def supports(self, source: Language, target: Language) -> bool:
        """All six directions."""
        return (source.name, target.name) in OF_DIRECTION

    def propose(self, inputs: Sequence[NormalisedFunction], target: Language, count: int) -> list[list[Candidate]]:
        """At most one candidate for each input; none where no rule holds."""
        return [self._candidates(source, target) for source in inputs]

    def reason(self, source: NormalisedFunction, target: Language) -> str:
        """Why there is no candidate for `source`."""
        try:
            _written(source, target)
        except Declined as declined:
            return str(declined)
        except (Unreadable, IndexError):
            pass
        return self.declines

    def _candidates(self, source: NormalisedFunction, target: Language) -> list[Candidate]:
        try:
            made = _written(source, target)
        except (Declined, Unreadable, IndexError):
            return []
        added: Mapping[str, str] = {token: name for token, name in made.names.items() if token not in source.names}
        return [Candidate(made.tokens, None, self.name, added)]


def _written(source: NormalisedFunction, target: Language) -> NormalisedFunction:
    """What the rule says, in the names of the source. Raises Declined, Unreadable, and IndexError where that is no function."""
    unit = SourceUnit(OF_DIRECTION[source.original.language.name, target.name](source.original), target, RULES)
    return normalise(whole_program(unit) or extract(unit)[0], source)
