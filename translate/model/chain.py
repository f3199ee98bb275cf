"""Several backends one after the other: what the first proposes is tried first."""

from __future__ import annotations

from collections.abc import Sequence

from translate.languages import Language
from translate.model import Backend, in_turn
from translate.units import Candidate, NormalisedFunction


class Chain:
    """The candidates of every backend that was made for the direction, in the order of the backends."""

    def __init__(self, backends: Sequence[Backend]) -> None:
        self.backends = tuple(backends)
        self.name = ",".join(backend.name for backend in backends)
        self.declines = f"none of {self.name} has an answer"

    def supports(self, source: Language, target: Language) -> bool:
        """Whether any of them was made for this direction."""
        return any(backend.supports(source, target) for backend in self.backends)

    def propose(self, inputs: Sequence[NormalisedFunction], target: Language, count: int) -> list[list[Candidate]]:
        """Up to `count` candidates in all for each input; of several backends each gets a place where there are enough."""
        if not inputs:
            return []
        source = inputs[0].original.language
        proposed = [backend.propose(inputs, target, count) for backend in in_turn(self, source, target)]
        return [_shared([found[number] for found in proposed if found[number]], count) for number in range(len(inputs))]


def _shared(found: Sequence[Sequence[Candidate]], count: int) -> list[Candidate]:
    """The first `count` in order, those of the last rank giving way to the first of every backend."""
    places = [0] * len(found)
    for _ in range(min(count, sum(map(len, found)))):
        empty = next((at for at, taken in enumerate(places) if not taken), None)
        free = [at for at, taken in enumerate(places) if taken < len(found[at])]
        places[empty if empty is not None else free[0]] += 1
    return [candidate for of, taken in zip(found, places, strict=True) for candidate in of[:taken]]
