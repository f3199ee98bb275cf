"""A model's answer back into text: labels to what they name, placeholders to names, literals as the target spells them."""

from __future__ import annotations

from collections.abc import Sequence

from translate.languages import Language
from translate.source.elsewhere import respelled_calls
from translate.source.guards import with_body
from translate.source.layout import laid_out
from translate.source.literals import literals_in
from translate.source.missing import completed
from translate.source.normalise import spelled
from translate.source.references import resolve
from translate.source.runs import whole_runs
from translate.source.specification import specified
from translate.units import Candidate, NormalisedFunction


def answer_words(candidate: Candidate, source: NormalisedFunction, target: Language) -> list[str]:
    """The words of a candidate for `source`. Raises UnknownLabel, Unrestorable."""
    names = {**literals_in(source.names, source.original.language, target), **candidate.names}
    tokens = _completed(candidate.tokens, source, target)
    return spelled(resolve(tokens, source, target), names, target)


def _completed(tokens: Sequence[str], source: NormalisedFunction, target: Language) -> Sequence[str]:
    """The answer with the labels that those it has entail, between C++ and CUDA."""
    direction = (source.original.language.name, target.name)
    if direction == ("cuda", "cpp") and "__global__" in source.tokens:
        return whole_runs(tokens, source)
    return with_body(tokens, source) if direction == ("cpp", "cuda") else tokens


def answer_text(candidate: Candidate, source: NormalisedFunction, target: Language) -> str:
    """The text of a candidate for `source`, laid out. Raises UnknownLabel, Unrestorable."""
    return laid_out(answer_words(candidate, source, target), target)


def finished_text(candidate: Candidate, source: NormalisedFunction, target: Language) -> str:
    """The same with what it lacks and its source says. Raises UnknownLabel, Unrestorable."""
    text, original, spoken = answer_text(candidate, source, target), source.original.text, source.original.language
    text = specified(text, original, spoken) if target.name == "fortran" != spoken.name else completed(text, original, spoken, target)
    return respelled_calls(text, spoken, target)
