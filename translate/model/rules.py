"""The yardstick: outer loops to a guarded index, and back, without a look at whether that is right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from translate.corpus.rules import Declined
from translate.corpus.rules.deparallelise import deparallelise
from translate.corpus.rules.parallelise import Care, KernelStyle, parallelise
from translate.languages import Language
from translate.source.extract import extract
from translate.source.normalise import Unreadable, normalise
from translate.units import Candidate, NormalisedFunction, SourceUnit

RULES: dict[tuple[str, str], Callable[[str], str]] = {
    ("cpp", "cuda"): lambda text: parallelise(text, KernelStyle(), care=Care.NONE),
    ("cuda", "cpp"): deparallelise,
}


class Rules:
    """Proposes what the rule says; the source itself where no rule holds."""

    name = "rules"

    def supports(self, source: Language, target: Language) -> bool:
        """C++ to CUDA and back."""
        return (source.name, target.name) in RULES

    def propose(self, inputs: Sequence[NormalisedFunction], target: Language, count: int) -> list[list[Candidate]]:
        """One candidate for each input."""
        return [[self._candidate(source, target)] for source in inputs]

    def _candidate(self, source: NormalisedFunction, target: Language) -> Candidate:
        rule = RULES[source.original.language.name, target.name]
        try:
            functions = extract(SourceUnit(rule(source.original.text), target, "rules"))
            made = normalise(functions[0], source)
        except (Declined, Unreadable, IndexError):
            return Candidate(source.tokens, None, self.name)
        added: Mapping[str, str] = {token: name for token, name in made.names.items() if token not in source.names}
        return Candidate(made.tokens, None, self.name, added)
