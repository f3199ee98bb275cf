"""What a comparison comes out with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Word(Enum):
    """What is known of a candidate; only EQUIVALENT speaks for it."""

    EQUIVALENT = "equivalent"
    DIFFERENT = "different"
    CRASHED = "crashed"
    TIMED_OUT = "timed out"
    UNTESTABLE = "untestable"
    NOT_COMPILED = "not compiled"


@dataclass(frozen=True, slots=True)
class Counterexample:
    """The smallest call on which the two differ, and where."""

    arguments: tuple[tuple[str, str], ...]
    place: str
    expected: str
    found: str
    launch: str = ""

    def __str__(self) -> str:
        given = [f"{name} = {value}" for name, value in self.arguments] + ([f"launched {self.launch}"] if self.launch else [])
        return f"{self.place} is {self.found}, not {self.expected}" + (f" (with {', '.join(given)})" if given else "")


@dataclass(frozen=True, slots=True)
class Equivalence:
    """The verdict on one candidate and what it rests on."""

    word: Word
    reason: str
    inputs: int = 0
    """Calls on which original and candidate were compared."""
    sizes: tuple[tuple[int, ...], ...] = ()
    seed: int = 1
    engine: str = ""
    seconds: float = 0.0
    """The whole batch's time divided by its pairs."""
    counterexample: Counterexample | None = None

    @property
    def agrees(self) -> bool:
        """Whether the candidate did the same on every input."""
        return self.word is Word.EQUIVALENT
