"""What a suite holds, what is asked of a translator, and what it answered: the values that suites, metrics, runs and reports share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Item:
    """One function or program of a suite, in every language that the suite has it in."""

    id: str
    texts: Mapping[str, str]
    """Language name (`cpp`, `cuda`, `fortran`) -> text."""
    kind: str = "function"
    """`function`: called by a driver, unit tests or the verifier; `program`: run, and judged by what it prints."""
    tests: Mapping[str, Any] | None = None
    """Unit tests as the suite's file has them; None where it has none."""
    driver: str | None = None
    """C++ text with a `main` that calls the function and prints what came of it."""
    expected: str | None = None
    """What the program, or the driver, prints."""
    tags: tuple[str, ...] = ()
    """Constructs that it is an example of, such as `reduction` or `stencil`."""


@dataclass(frozen=True, slots=True)
class Task:
    """One item in one direction."""

    item: Item
    source: str
    target: str

    @property
    def id(self) -> str:
        """Names the task within its suite, and orders a run."""
        return f"{self.item.id}:{self.source}-{self.target}"


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a translator answered to a task: texts of the target language, best first, and what it cost."""

    task: str
    texts: tuple[str, ...]
    """Candidates without host functions; empty where it had no answer."""
    seconds: float
    tokens: int
    """Tokens of the first candidate as the model counts them; 0 where it does not count."""
    fault: str | None = None
    """Why there is no answer."""


@dataclass(frozen=True, slots=True)
class Score:
    """A metric over some tasks: undefined is None, and what was left out is counted in the open."""

    metric: str
    value: float | None
    """In percent for shares and similarities."""
    counted: int
    left_out: int = 0
    low: float | None = None
    high: float | None = None
    """Ends of the 95 % confidence interval."""
    signature: str = ""
    parts: Mapping[str, float | None] = field(default_factory=dict)
    per_task: Mapping[str, float | None] = field(default_factory=dict)
    evidence: Mapping[str, str] = field(default_factory=dict)
    """Task -> what was seen where it did not pass, or why it was left out."""


def directions(items: Sequence[Item]) -> list[tuple[str, str]]:
    """Every ordered pair of languages that some item has both of."""
    pairs = {(source, target) for item in items for source in item.texts for target in item.texts if source != target}
    return sorted(pairs)
