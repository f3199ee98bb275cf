"""A model's answer back into text: labels to what they name, placeholders to names, literals as the target spells them."""

from __future__ import annotations

from translate.languages import Language
from translate.source.layout import laid_out
from translate.source.literals import literals_in
from translate.source.normalise import spelled
from translate.source.references import resolve
from translate.source.runs import whole_runs
from translate.units import Candidate, NormalisedFunction


def answer_words(candidate: Candidate, source: NormalisedFunction, target: Language) -> list[str]:
    """The words of a candidate for `source`. Raises UnknownLabel, Unrestorable."""
    names = {**literals_in(source.names, source.original.language, target), **candidate.names}
    serial = source.original.language.name == "cuda" and target.name == "cpp" and "__global__" in source.tokens
    tokens = whole_runs(candidate.tokens, source) if serial else candidate.tokens
    return spelled(resolve(tokens, source, target), names, target)


def answer_text(candidate: Candidate, source: NormalisedFunction, target: Language) -> str:
    """The text of a candidate for `source`, laid out. Raises UnknownLabel, Unrestorable."""
    return laid_out(answer_words(candidate, source, target), target)
