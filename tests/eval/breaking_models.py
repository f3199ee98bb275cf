"""Backends that break down on one function, each in its own way."""

from __future__ import annotations

import os
from collections.abc import Sequence

from translate.languages import Language
from translate.units import Candidate, NormalisedFunction

POISON = "scale_17"


class Raising:
    """Proposes the source; raises where it meets the poison, alone or among others."""

    name = "raising"

    def supports(self, source: Language, target: Language) -> bool:
        """True."""
        return True

    def propose(self, inputs: Sequence[NormalisedFunction], target: Language, count: int) -> list[list[Candidate]]:
        """The tokens of each input."""
        if any(one.original.name == POISON for one in inputs):
            self.break_down()
        return [[Candidate(one.tokens, None, self.name)] for one in inputs]

    def break_down(self) -> None:
        """What happens then."""
        raise RuntimeError("item 17 is too much")


class Dying(Raising):
    """Takes its process with it."""

    def break_down(self) -> None:
        """As a fault in native code does."""
        os.abort()
