"""Rules that are asked for a text: what they decline is counted by reason, and a defect of theirs stops nothing."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import TypeVar

from translate.corpus.rules import Declined

Made = TypeVar("Made")
CPU_SECONDS = 20.0
"""For one text; no rule takes a second for what people write."""


class TookTooLong(Exception):
    """A rule that works on one text for longer than any should."""


@dataclass(frozen=True, slots=True)
class Tried:
    """Asks rules, on behalf of one record."""

    counts: Counter[str]
    where: str
    """Names the record, for the one who looks for the defect."""
    _known: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def ask(self, rule: str, make: Callable[[], Made]) -> Made | None:
        """What `make` returns; None where the rule declines or fails, which is counted."""
        try:
            with within_cpu_seconds(CPU_SECONDS):
                return make()
        except Declined as reason:
            self.counts[f"declined: {rule}: {reason}"] += 1
        except RecursionError:
            self.counts[f"declined: {rule}: nested too deeply"] += 1
        # A rule raises Declined; all else is a defect, which has to be seen and must not end hours of work.
        except Exception as fault:
            self.counts[f"fault: {rule}: {type(fault).__name__}: {self.where}"] += 1
        return None

    def once(self, rule: str, text: str, make: Callable[[], str]) -> str | None:
        """As `ask`, the answer kept: the rule always says the same of this text."""
        if (rule, text) not in self._known:
            self._known[rule, text] = self.ask(rule, make)
        return self._known[rule, text]


@contextmanager
def within_cpu_seconds(seconds: float) -> Iterator[None]:
    """Raises TookTooLong from within when the work takes more of the processor; only of use in a main thread."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TookTooLong

    try:
        before = signal.signal(signal.SIGPROF, stop)
    except ValueError:
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
