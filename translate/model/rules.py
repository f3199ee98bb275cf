"""What rules say: independent loops to a guarded index, and back; and Fortran word for word."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from translate.corpus.rules import Declined
from translate.languages import Language
from translate.model import RULES
from translate.source.callees import callers_of
from translate.source.extract import extract, whole_program
from translate.source.normalise import Unreadable, normalise
from translate.source.pragmas import without_pragmas
from translate.units import Candidate, Function, NormalisedFunction, SourceUnit

Writer = Callable[[Function], str]


# Each imports its rules when it is asked: together they take longer to read than most functions to translate.
def _kernel(function: Function) -> str:
    from translate.corpus.rules.kernels import kernel_of

    return kernel_of(without_pragmas(function), callers=callers_of(function))


def _kernel_in_order(function: Function) -> str:
    from translate.corpus.rules.kernels import kernel_of

    text = without_pragmas(function) if function.language.name == "cpp" else serial(function, references=False)
    return kernel_of(text, callers=callers_of(function), in_order=True)


def _function(function: Function) -> str:
    from translate.corpus.rules.serial import function_of
    from translate.corpus.rules.shared_sizes import with_sizes

    return function_of(with_sizes(without_pragmas(function), function.around))


def _fortran(function: Function) -> str:
    from translate.corpus.rules.cpp_to_fortran.library import within_its_file
    from translate.corpus.rules.cpp_to_fortran.style import FortranStyle

    try:
        return fortran_of(_plain(function))
    except Declined as declined:
        try:
            return within_its_file(function, FortranStyle(), _plain)
        except Declined:
            raise declined from None


def _plain(function: Function) -> str:
    """The function as C++ that Fortran has words for. Raises Declined."""
    from translate.corpus.rules.vectors_apart import vectors_apart

    return vectors_apart(_function(function)) if function.language.name == "cuda" else without_pragmas(function)


def fortran_of(text: str) -> str:
    """The Fortran of C++. Raises Declined."""
    from translate.corpus.rules.cpp_to_fortran import cpp_to_fortran
    from translate.corpus.rules.cpp_to_fortran.style import FortranStyle

    return cpp_to_fortran(text, FortranStyle())


def serial(function: Function, *, references: bool = True) -> str:
    """The C++ of Fortran, by its own text, or else by that of its file. Raises Declined."""
    from translate.corpus.rules.fortran_to_cpp import fortran_to_cpp
    from translate.corpus.rules.fortran_to_cpp.library import within_its_file
    from translate.corpus.rules.fortran_to_cpp.style import CppStyle

    style = CppStyle(references=references)
    try:
        return fortran_to_cpp(function.text, style)
    except Declined:
        if function.around.strip() in ("", function.text.strip()):
            raise
        return within_its_file(function, style)


def _kernel_of_fortran(function: Function) -> str:
    from translate.corpus.rules.kernels import kernel_of

    # A kernel takes no references, and loops that count from 0 are easily told to be one loop.
    return kernel_of(serial(function, references=False), callers=callers_of(function))


OF_DIRECTION: dict[tuple[str, str], Writer] = {
    ("cpp", "cuda"): _kernel,
    ("cuda", "cpp"): _function,
    ("cpp", "fortran"): _fortran,
    ("fortran", "cpp"): serial,
    ("cuda", "fortran"): _fortran,
    ("fortran", "cuda"): _kernel_of_fortran,
}


SECOND = {("cpp", "cuda"): _kernel_in_order, ("fortran", "cuda"): _kernel_in_order}
"""What else there is to try: a sum in another order may differ by more than rounding allows."""


class Rules:
    """Proposes what the rule says."""

    name = RULES
    declines = "no rule holds for it"

    def supports(self, source: Language, target: Language) -> bool:
        """All six directions."""
        return (source.name, target.name) in OF_DIRECTION

    def propose(self, inputs: Sequence[NormalisedFunction], target: Language, count: int) -> list[list[Candidate]]:
        """One candidate for each input, or two where the order of a kernel's work may matter; none where no rule holds."""
        return [self._candidates(source, target, count) for source in inputs]

    def reason(self, source: NormalisedFunction, target: Language) -> str:
        """Why there is no candidate for `source`."""
        try:
            _written(source, OF_DIRECTION[source.original.language.name, target.name], target)
        except Declined as declined:
            return str(declined)
        except (Unreadable, IndexError):
            pass
        return self.declines

    def _candidates(self, source: NormalisedFunction, target: Language, count: int) -> list[Candidate]:
        direction = (source.original.language.name, target.name)
        found: list[Candidate] = []
        for write in (OF_DIRECTION[direction], *([SECOND[direction]] if direction in SECOND else [])):
            if len(found) == count:
                break
            try:
                candidate = candidate_of(_written(source, write, target), source, self.name)
            except (Declined, Unreadable, IndexError):
                continue
            if candidate not in found:
                found.append(candidate)
        return found


def _written(source: NormalisedFunction, write: Writer, target: Language) -> NormalisedFunction:
    """What the rule says, in the names of the source. Raises Declined, Unreadable, and IndexError where that is no function."""
    unit = SourceUnit(write(source.original), target, RULES)
    return normalise(whole_program(unit) or extract(unit)[0], source)


def candidate_of(made: NormalisedFunction, source: NormalisedFunction, proposer: str, score: float | None = None) -> Candidate:
    """A translation in the names of its source as a candidate, with the names that only it has."""
    return Candidate(made.tokens, score, proposer, {token: name for token, name in made.names.items() if token not in source.names})
