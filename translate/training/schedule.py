"""How far a run has come, by steps or by the clock, and the learning rate that goes with it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from translate.training.recipes import Recipe, Stage


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a run a step stands: the stage's number and the share of it that is done."""

    stage: int
    share: float


class Clock:
    """The share of a run that is done: of the recipe's steps, or of `minutes` or of `tokens` where they are given."""

    def __init__(self, recipe: Recipe, minutes: float | None = None, elapsed: float = 0.0, tokens: int | None = None) -> None:
        self._steps = recipe.steps
        self._minutes = minutes
        self._tokens = tokens
        self._before = elapsed
        self._began = time.monotonic()

    @property
    def elapsed(self) -> float:
        """Seconds trained, those before a kill included."""
        return self._before + time.monotonic() - self._began

    def share(self, step: int, seen: int = 0) -> float:
        """From 0 at the start to 1 at the end, after so many steps and tokens."""
        if self._tokens is not None:
            return min(1.0, seen / self._tokens)
        return step / self._steps if self._minutes is None else min(1.0, self.elapsed / (60 * self._minutes))


def place_at(share: float, stages: Sequence[Stage]) -> Place:
    """The stage that a run is in when `share` of it is done; the last one at its end."""
    begin = 0.0
    for number, stage in enumerate(stages):
        # Sums of shares are rounded: a step on a border belongs to the stage that begins there.
        if share < begin + stage.share - 1e-9 or number == len(stages) - 1:
            return Place(number, min(1.0, max(0.0, (share - begin) / stage.share)))
        begin += stage.share
    raise ValueError("a recipe without stages")


def rate_at(place: Place, steps_in_stage: int, recipe: Recipe) -> float:
    """The share of the peak learning rate: linear warm-up in steps, then linear to zero at the end of the stage."""
    stage = recipe.stages[place.stage]
    warm = min(1.0, (steps_in_stage + 1) / max(1, recipe.warmup))
    flat = min(0.9, recipe.warmup / max(1.0, stage.share * recipe.steps))
    return stage.rate * min(warm, (1 - place.share) / (1 - flat))
