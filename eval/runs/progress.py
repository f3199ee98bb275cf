"""How far a run is, how fast it goes and how long it will take: a bar on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
import time

WIDTH = 30


class Progress:
    """A line that is written anew; `done` of the tasks were finished before this process began."""

    def __init__(self, total: int, done: int = 0) -> None:
        self.total = total
        self.done = done
        self.before = done
        self.began = time.monotonic()
        self._show()

    def add(self, count: int) -> None:
        """Count finished tasks."""
        self.done += count
        self._show()

    def close(self) -> None:
        """Wipe the line."""
        if sys.stderr.isatty():
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def _show(self) -> None:
        if sys.stderr.isatty():
            print(f"\r\x1b[K{self.line(time.monotonic() - self.began)}", end="", file=sys.stderr, flush=True)

    def line(self, seconds: float) -> str:
        """The bar after that many seconds."""
        filled = WIDTH * self.done // max(self.total, 1)
        bar = "█" * filled + "░" * (WIDTH - filled)
        rate = (self.done - self.before) / seconds if seconds > 0 else 0.0
        left = _clock((self.total - self.done) / rate) if rate else "?"
        return f"{bar} {self.done}/{self.total} tasks, {rate:.1f} a second, {left} left"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
