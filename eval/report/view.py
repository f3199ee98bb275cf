"""What a page shows, gathered from a run's folder: results, and every answer with its task and judgements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.items import Task
from eval.metrics.words import words
from eval.runs.judging import ACCEPTED
from eval.runs.plan import BASELINES, Plan, items_of, tasks_of
from eval.runs.results import by_task, rung
from eval.runs.samples import Record, read
from translate.languages import language
from translate.source.parse import captures, parse


@dataclass(frozen=True, slots=True)
class Sample:
    """One answer of one model."""

    task: Task
    model: str
    record: Record
    tags: tuple[str, ...]
    length: int
    """Tokens of the source."""
    evidence: Mapping[str, str]
    """Metric -> what it saw where the greedy answer did not pass."""

    @property
    def verdict(self) -> str:
        """The word on what is answered in the end."""
        return rung(self.record, "verified")

    @property
    def first(self) -> str:
        """The word on the first candidate."""
        return rung(self.record, "greedy")

    @property
    def shown(self) -> int | None:
        """The rank of the candidate that is shown: the verified one, else the first; None where there is none."""
        texts = self.record["prediction"]["texts"]
        at: int | None = self.record["verified"]
        return at if at is not None else 0 if texts else None


@dataclass(frozen=True, slots=True)
class View:
    """A run, ready to be drawn."""

    results: Mapping[str, Any]
    samples: tuple[Sample, ...]

    @property
    def accepted(self) -> str:
        """The best word there is in this run."""
        return ACCEPTED[self.results["plan"]["check"]]

    @property
    def directions(self) -> list[tuple[str, str]]:
        """Source and target of each direction."""
        return [(source, target) for source, target in self.results["plan"]["directions"]]

    def models(self, source: str, target: str) -> list[str]:
        """The models that were made for a direction, in the order they were named."""
        unsupported = [tuple(one) for one in self.results["plan"]["unsupported"]]
        return [model for model in self.results["plan"]["models"] if (model, source, target) not in unsupported]

    def of(self, source: str, target: str, model: str) -> list[Sample]:
        """The samples of one model in one direction."""
        return [one for one in self.samples if (one.task.source, one.task.target, one.model) == (source, target, model)]


def view(folder: Path, results: Mapping[str, Any]) -> View:
    """The run in `folder`, whose results are `results`."""
    plan = Plan(**results["plan"])
    items = items_of(folder)
    records = by_task(folder)
    evidence = _evidence(folder)
    found = []
    for source, target in plan.directions:
        tasks = tasks_of(items, source, target, plan.limit)
        known = [(constructs(task), len(words(task.item.texts[source], source))) for task in tasks]
        # Models before yardsticks.
        for model in sorted((model for model in plan.models if (model, source, target) in records), key=lambda one: one in BASELINES):
            for task, (tags, length) in zip(tasks, known, strict=True):
                seen = evidence.get((model, task.id), {})
                found.append(Sample(task, model, records[model, source, target][task.id], tags, length, seen))
    return View(results, tuple(found))


def constructs(task: Task) -> tuple[str, ...]:
    """The item's tags; where it has none, what its source is built of."""
    if task.item.tags:
        return tuple(task.item.tags)
    found = captures(parse(task.item.texts[task.source], language(task.source)), "constructs")
    return tuple(sorted(name.replace("_", " ") for name in found if not name.endswith("_"))) or ("straight line",)


def _evidence(folder: Path) -> dict[tuple[str, str], dict[str, str]]:
    """Model and task -> metric -> evidence, of the greedy answers."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for row in read(folder / "scores.jsonl"):
        for metric, stored in row["scores"]["greedy"].items():
            for task, seen in stored["evidence"].items():
                found.setdefault((row["model"], task), {})[metric] = seen
    return found


def share(samples: Sequence[Sample], word: str) -> float | None:
    """Percent of the samples that end with that word; None of none."""
    return 100 * sum(one.verdict == word for one in samples) / len(samples) if samples else None
