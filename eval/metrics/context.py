"""What metrics share: where code may run, the seed, and what can be asked again for a better answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from eval.items import Prediction, Task
from translate.units import Diagnostic
from translate.verify.sandbox import Sandbox


class Repairer(Protocol):
    """A translator that can be told what the compiler said of its answer."""

    def repair(self, task: Task, text: str, diagnostics: Sequence[Diagnostic]) -> str | None:
        """Another answer; None where it has none."""


@dataclass(frozen=True, slots=True)
class Context:
    """Where and how code is judged."""

    sandbox: Sandbox | None = None
    """Needed by the metrics that run code."""
    seed: int = 1
    candidates: int = 1
    """How many candidates were asked for: the largest k of pass@k."""
    repairer: Repairer | None = None
    architecture: str = "sm_80"
    """The GPU that registers and occupancy are told for."""


def reference(task: Task) -> str:
    """The true text in the target language."""
    return task.item.texts[task.target]


def first(prediction: Prediction) -> str:
    """The best candidate; nothing where there is none, which every metric counts as a failure."""
    return prediction.texts[0] if prediction.texts else ""
