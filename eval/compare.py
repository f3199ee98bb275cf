"""`python -m eval compare`: what differs between runs, whether by more than chance, and on which items."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import fill
from typing import Any

import numpy as np

from eval.items import Item, Task
from eval.runs.plan import BASELINES, items_of
from eval.runs.resampling import OF_A_CORPUS, mean, of_corpus, paired, statistics
from eval.runs.results import RESULTS, answers, by_task
from eval.runs.samples import Record
from translate.errors import UsageError

WIDTH = 120
PASSES = ("equivalence", "unit_tests", "execution", "compile", "exact_match")
"""Metrics of which a task has all or nothing: what was won and lost is listed."""
LESS_IS_BETTER = ("ter",)


@dataclass(frozen=True, slots=True)
class Side:
    """One model of one run."""

    folder: Path
    model: str
    results: Mapping[str, Any]
    items: Mapping[str, Item]
    records: Mapping[tuple[str, str, str], Mapping[str, Record]]

    def __str__(self) -> str:
        return f"{self.folder.name}:{self.model}"

    def per_task(self, source: str, target: str, level: str, metric: str) -> dict[str, float | None]:
        """Task -> value; empty where the run has no such score."""
        for row in self.results["scores"]:
            if (row["source"], row["target"], row["model"], row["level"], row["metric"]) == (source, target, self.model, level, metric):
                return dict(zip(self.results["tasks"][f"{source}-{target}"], row["per_task"], strict=True))
        return {}


@dataclass(frozen=True, slots=True)
class Difference:
    """Two sides by one metric over the tasks that both have a value for."""

    metric: str
    first: float
    second: float
    low: float
    high: float
    """Ends of the 95 % interval of `second - first`."""
    p: float
    """How often chance alone gives a difference at least as large."""
    won: tuple[str, ...]
    lost: tuple[str, ...]
    counted: int


def compare(options: argparse.Namespace) -> int:
    """Print each other side against the first. Raises UsageError."""
    if len(options.runs) < 2:
        raise UsageError("one run alone", path="eval", help="name two or more: python -m eval compare RUN RUN, or RUN:MODEL RUN:OTHER")
    first, *others = [side(text) for text in options.runs]
    for other in others:
        for line in compared(first, other, options.seed):
            print(line)
    return 0


def side(text: str) -> Side:
    """The side that `FOLDER` or `FOLDER:MODEL` names. Raises UsageError."""
    path, _, model = text.rpartition(":") if not Path(text).is_dir() else (text, "", "")
    folder = Path(path or text)
    if not (folder / RESULTS).is_file():
        raise UsageError("no finished run", path=str(folder), help="give the folder of a run, or finish it by repeating its command")
    results = json.loads((folder / RESULTS).read_text(encoding="utf-8"))
    models = results["plan"]["models"]
    own = [name for name in models if name not in BASELINES]
    if (model and model not in models) or (not model and len(own) != 1):
        what = f"no model '{model}'" if model else "not one model of its own"
        raise UsageError(f"the run has {what}", path=str(folder), help=f"name one of {', '.join(models)}: {folder}:{models[0]}")
    return Side(folder, model or own[0], results, {item.id: item for item in items_of(folder)}, by_task(folder))


def compared(first: Side, second: Side, seed: int) -> list[str]:
    """The lines of a comparison. Raises UsageError where nothing can be compared."""
    lines = [f"{first} (first) against {second} (second)"]
    for source, target in first.results["plan"]["directions"]:
        for level in ("greedy", "verified"):
            found = [one for name in _shared(first, second) if (one := difference(first, second, source, target, level, name, seed))]
            if found:
                lines += [f"{source} -> {target}, {level}, {found[0].counted} tasks", _HEAD, *map(_row, found)]
                lines += [line for one in found if one.metric in PASSES for line in _changes(one)]
    if len(lines) == 1:
        raise UsageError("the runs have no task in common", path=str(second.folder), help="compare runs of the same suite and direction")
    return lines


def difference(first: Side, second: Side, source: str, target: str, level: str, metric: str, seed: int) -> Difference | None:
    """The paired bootstrap over common tasks; None where no task has a value on both sides."""
    left, right = first.per_task(source, target, level, metric), second.per_task(source, target, level, metric)
    tasks = [name for name in left if left[name] is not None and right.get(name) is not None and _same(first, second, name)]
    if not tasks:
        return None
    if metric in OF_A_CORPUS:
        asked = [Task(first.items[name.rpartition(":")[0]], source, target) for name in tasks]
        rows = [statistics(metric, asked, answers(one.records[one.model, source, target], asked, level)) for one in (first, second)]
        value = of_corpus(metric)
    else:
        rows = [np.array([[of[name]] for name in tasks], dtype=float) for of in (left, right)]
        value = mean
    low, high, p, values = paired(rows[0], rows[1], value, seed)
    more = tuple(name for name in tasks if (right[name] or 0.0) > (left[name] or 0.0))
    less = tuple(name for name in tasks if (right[name] or 0.0) < (left[name] or 0.0))
    won, lost = (less, more) if metric in LESS_IS_BETTER else (more, less)
    return Difference(metric, *values, low, high, p, won, lost, len(tasks))


def _shared(first: Side, second: Side) -> list[str]:
    other = second.results["plan"]["metrics"]
    return [name for name in first.results["plan"]["metrics"] if name in other]


def _same(first: Side, second: Side, task: str) -> bool:
    name = task.rpartition(":")[0]
    return name in second.items and first.items[name].texts == second.items[name].texts


_HEAD = f"  {'':<20}{'first':>8}{'second':>8}{'difference':>12}{'95 % interval':>20}{'p':>8}{'won':>6}{'lost':>6}"


def _row(one: Difference) -> str:
    interval = f"{one.low:+.1f} to {one.high:+.1f}"
    values = f"{one.first:>8.1f}{one.second:>8.1f}{one.second - one.first:>+12.1f}"
    return f"  {one.metric:<20}{values}{interval:>20}{one.p:>8.3f}{len(one.won):>6}{len(one.lost):>6}"


def _changes(one: Difference) -> list[str]:
    """The items that only one side passes, by name."""
    listed = [("won", one.won), ("lost", one.lost)]
    texts = [f"{one.metric}, {word}: {' '.join(name.rpartition(':')[0] for name in names)}" for word, names in listed if names]
    return [fill(text, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False) for text in texts]
