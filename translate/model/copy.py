"""The baseline that proposes the source itself: what a translator must beat."""

from __future__ import annotations

from collections.abc import Sequence

from translate.languages import Language
from translate.units import Candidate, NormalisedFunction


class Copy:
    """Proposes every function unchanged, in every direction."""

    name = "copy"
    declines = "nothing to copy"

    def supports(self, source: Language, target: Language) -> bool:
        """True: any text can be copied."""
        return True

    def propose(self, inputs: Sequence[NormalisedFunction], target: Language, count: int) -> list[list[Candidate]]:
        """The tokens of each input."""
        return [[Candidate(source.tokens, None, self.name)] for source in inputs]
