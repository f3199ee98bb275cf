"""Fortran and CUDA by way of C++: a rule takes one step, the embedded model the other."""

from __future__ import annotations

from collections.abc import Sequence

from translate.corpus.rules import Declined
from translate.languages import Language, language
from translate.model import PIVOT
from translate.model.embedded import Embedded
from translate.model.rules import candidate_of, fortran_of, serial
from translate.source.answer import finished_text
from translate.source.extract import extract
from translate.source.normalise import Unreadable, Unrestorable, normalise
from translate.source.references import UnknownLabel
from translate.units import Candidate, NormalisedFunction, SourceUnit

WAYS = (("fortran", "cuda"), ("cuda", "fortran"))


class Pivot:
    """Proposes what comes of two steps; where a step has several answers, each goes on to the next."""

    name = PIVOT
    declines = "no way by C++ was found"

    def __init__(self) -> None:
        self._model = Embedded()

    def supports(self, source: Language, target: Language) -> bool:
        """Fortran to CUDA and back."""
        return (source.name, target.name) in WAYS

    def propose(self, inputs: Sequence[NormalisedFunction], target: Language, count: int) -> list[list[Candidate]]:
        """Up to `count` candidates for each input, without those that come out alike."""
        return [self._candidates(source, target, count) for source in inputs]

    def _candidates(self, source: NormalisedFunction, target: Language, count: int) -> list[Candidate]:
        texts = self._to_cuda(source, count) if target.name == "cuda" else self._to_fortran(source, count)
        found: dict[tuple[str, ...], Candidate] = {}
        for text, score in texts:
            try:
                made = normalise(extract(SourceUnit(text, target, self.name))[0], source)
            except (Unreadable, IndexError):
                continue
            found.setdefault(made.tokens, candidate_of(made, source, self.name, score))
        return list(found.values())

    def _to_cuda(self, source: NormalisedFunction, count: int) -> list[tuple[str, float | None]]:
        try:
            middle = normalise(extract(SourceUnit(serial(source.original), language("cpp"), self.name))[0])
        except (Declined, Unreadable, IndexError):
            return []
        return self._answers(middle, language("cuda"), count)

    def _to_fortran(self, source: NormalisedFunction, count: int) -> list[tuple[str, float | None]]:
        found = []
        for text, score in self._answers(source, language("cpp"), count):
            try:
                found.append((fortran_of(text), score))
            except Declined:
                continue
        return found

    def _answers(self, source: NormalisedFunction, target: Language, count: int) -> list[tuple[str, float | None]]:
        found = []
        for candidate in self._model.propose([source], target, count)[0]:
            try:
                found.append((finished_text(candidate, source, target), candidate.score))
            except (UnknownLabel, Unrestorable):
                continue
        return found
