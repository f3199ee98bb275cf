"""What a run says of itself: a line of JSON in its folder, one on the terminal, and tensorboard's files where that is installed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

LOG = "log.jsonl"
TENSORBOARD = "tensorboard"
Report = Callable[[str], None]


def to_terminal(line: str) -> None:
    """Print on standard error at once."""
    print(line, file=sys.stderr, flush=True)


class Logs:
    """Writes rows of figures to wherever somebody may look."""

    def __init__(self, out: Path, report: Report, *, tensorboard: bool = True) -> None:
        self._path = out / LOG
        self._report = report
        self._board: Any = None
        if tensorboard and find_spec("tensorboard"):
            from torch.utils.tensorboard import SummaryWriter

            self._board = SummaryWriter(str(out / TENSORBOARD))

    def write(self, row: Mapping[str, Any], remaining: float | None) -> None:
        """Log a row with a `step`; `remaining` seconds are for the terminal alone."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as sink:
            sink.write(json.dumps(row) + "\n")
        words = [f"{key} {value:.4g}" if isinstance(value, float) else f"{key} {value}" for key, value in row.items()]
        self._report(" ".join([*words, *([f"remaining {remaining / 60:.0f} min"] if remaining is not None else [])]))
        for key, value in row.items():
            if self._board is not None and isinstance(value, int | float) and key != "step":
                self._board.add_scalar(key, value, row["step"])

    def close(self) -> None:
        """Write what is held back."""
        if self._board is not None:
            self._board.close()
