"""CodeBLEU (Ren et al., 2020) on our own grammars for C++, CUDA and Fortran: four parts and their mean.

    whole = code_bleu([(output, reference), ...], language("cuda"))
    whole.mean, whole.ngram, whole.weighted_ngram, whole.syntax, whole.dataflow      # between 0 and 1

What differs from the published package: the language's own grammar, keywords and data flow; subtrees and edges are matched at most as
often as the other side has them; weighted n-grams are a precision, as in the paper; a data flow that the references do not have is None
and left out of the mean, and one of which nothing matches is 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval.codebleu.dataflow import dataflow_match
from eval.codebleu.ngrams import ngram_match, weighted_ngram_match
from eval.codebleu.syntax import syntax_match
from translate.languages import Language

__all__ = ["CodeBleu", "code_bleu"]


@dataclass(frozen=True, slots=True)
class CodeBleu:
    """The four parts over a corpus, each between 0 and 1, None where undefined."""

    ngram: float | None
    weighted_ngram: float | None
    syntax: float | None
    dataflow: float | None

    @property
    def mean(self) -> float | None:
        """The mean of the parts that are defined, with equal weights."""
        known = [part for part in (self.ngram, self.weighted_ngram, self.syntax, self.dataflow) if part is not None]
        return sum(known) / len(known) if known else None


def code_bleu(pairs: Sequence[tuple[str, str]], spoken: Language) -> CodeBleu:
    """The score of outputs against their references, counted over the whole corpus."""
    return CodeBleu(
        ngram_match(pairs, spoken), weighted_ngram_match(pairs, spoken), syntax_match(pairs, spoken), dataflow_match(pairs, spoken)
    )
