"""What a run comes out with: `results.json`, the same to the byte however often the run was cut off, but for its section `recorded`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from eval.items import Item, Prediction, Score, Task
from eval.metrics import BY_TASK, METRICS, Context, intervals, score
from eval.runs import models, provenance, samples
from eval.runs.judging import LEVELS, RUNGS
from eval.runs.plan import Plan, tasks_of
from eval.runs.resampling import with_interval
from eval.runs.running import SAMPLES, SCORES
from eval.suite_readers import Suite

SCHEMA = 1
RESULTS = "results.json"
WORTH_A_POOL = 2_000
"""Texts to be scored, below which starting processes takes longer."""
TIMED = ("cost",)
"""Metrics that measure time: no two runs agree on them."""
Key = tuple[str, str, str]
"""Model, source, target."""
Records = Mapping[Key, Mapping[str, samples.Record]]
Part = tuple[Key, str, str]
"""A key, level and metric."""


@dataclass(frozen=True, slots=True)
class Work:
    """A metric to be computed over all tasks of a direction."""

    metric: str
    tasks: tuple[Task, ...]
    predictions: tuple[Prediction, ...]
    seed: int
    candidates: int


def write_results(plan: Plan, suite: Suite, folder: Path, jobs: int, leaks: Mapping[str, Any]) -> dict[str, Any]:
    """Score what the run has answered, and write it all to `results.json` in `folder`."""
    found = by_task(folder)
    rows = _rows(plan, suite.items, found, _by_task_scores(folder), jobs)
    made = {
        "schema": SCHEMA,
        "suite": {"name": suite.name, "title": suite.title, "items": len(suite.items), "columns": dict(suite.columns)},
        "plan": asdict(plan),
        "manifests": {model: models.manifest(model) for model in plan.models},
        "leaks": dict(leaks),
        "tasks": {"-".join(pair): [task.id for task in _tasks(plan, suite.items, *pair)] for pair in plan.directions},
        "ladder": _ladders(plan, suite.items, found),
        "scores": [row for row in rows if row["metric"] not in TIMED],
        "recorded": _recorded(found, [row for row in rows if row["metric"] in TIMED]),
    }
    temporary = folder / f"{RESULTS}.part"
    temporary.write_text(_spelled(made), encoding="utf-8")
    temporary.replace(folder / RESULTS)
    return made


def by_task(folder: Path) -> dict[Key, dict[str, samples.Record]]:
    """The record of each task by model and direction; of one that was written twice, the last."""
    found: dict[Key, dict[str, samples.Record]] = {}
    for row in samples.read(folder / SAMPLES):
        found.setdefault((row["model"], row["source"], row["target"]), {})[row["task"]] = row
    return found


def answers(records: Mapping[str, samples.Record], tasks: Sequence[Task], level: str) -> list[Prediction]:
    """The predictions of one level: all candidates, or the one that the verifier chose."""
    return [_answer(records[task.id], level) for task in tasks]


def _answer(record: samples.Record, level: str) -> Prediction:
    stored = record["prediction"]
    given = Prediction(**{**stored, "texts": tuple(stored["texts"])})
    if level == "greedy":
        return given
    at = record["verified"]
    return replace(given, texts=() if at is None else (given.texts[at],), seconds=given.seconds + record["check_seconds"])


def _rows(plan: Plan, items: Sequence[Item], found: Records, parts: Mapping[Part, list[Score]], jobs: int) -> list[dict[str, Any]]:
    """One row for each direction, model, level and metric."""
    places = [
        (source, target, model, level, metric)
        for source, target in plan.directions
        for model in plan.models_for(source, target)
        for level in LEVELS
        for metric in METRICS
        if metric in plan.metrics
    ]
    whole = [place for place in places if place[4] not in BY_TASK]
    work = []
    for source, target, model, level, metric in whole:
        tasks = tuple(_tasks(plan, items, source, target))
        given = tuple(answers(found[model, source, target], tasks, level))
        work.append(Work(metric, tasks, given, plan.seed, plan.candidates))
    if sum(len(one.tasks) for one in work) < WORTH_A_POOL:
        scores = dict(zip(whole, map(_scored, work), strict=True))
    else:
        with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
            scores = dict(zip(whole, pool.map(_scored, work), strict=True))
    for place in places:
        source, target, model, level, metric = place
        if metric in BY_TASK:
            scores[place] = intervals.together( parts[(model, source, target), level, metric], plan.seed)
    return [_row(place, scores[place], _tasks(plan, items, place[0], place[1])) for place in places]


def _scored(work: Work) -> Score:
    found = score(work.metric, work.tasks, work.predictions, Context(seed=work.seed, candidates=work.candidates))
    return with_interval(found, work.tasks, work.predictions, work.seed)


def _by_task_scores(folder: Path) -> dict[Part, list[Score]]:
    rows = {row["batch"]: row for row in samples.read(folder / SCORES)}
    found: dict[Part, list[Score]] = {}
    for row in sorted(rows.values(), key=lambda row: int(row["number"])):
        for level, scores in row["scores"].items():
            for metric, stored in scores.items():
                key = ((row["model"], row["source"], row["target"]), level, metric)
                found.setdefault(key, []).append(Score(**stored))
    return found


def _row(place: tuple[str, ...], found: Score, tasks: Sequence[Task]) -> dict[str, Any]:
    source, target, model, level, metric = place
    return {
        "source": source,
        "target": target,
        "model": model,
        "level": level,
        "metric": metric,
        "value": found.value,
        "low": found.low,
        "high": found.high,
        "counted": found.counted,
        "left_out": found.left_out,
        "signature": found.signature,
        "parts": dict(found.parts),
        "per_task": [found.per_task.get(task.id) for task in tasks],
    }


def _ladders(plan: Plan, items: Sequence[Item], found: Records) -> list[dict[str, Any]]:
    """How many tasks ended on which rung, by model, direction and level; and how many answers were no answers, and why."""
    rows = []
    for source, target in plan.directions:
        for model in plan.models_for(source, target):
            records = [found[model, source, target][task.id] for task in _tasks(plan, items, source, target)]
            for level in LEVELS:
                counts = Counter(rung(record, level) for record in records)
                rungs = {word: counts[word] for word in RUNGS if counts[word]}
                rows.append({"source": source, "target": target, "model": model, "level": level, "rungs": rungs})
    return rows


def rung(record: samples.Record, level: str) -> str:
    """The word on the answer of that level; of a task whose candidates were all refuted, that on the first."""
    judgements = record["judgements"]
    at = 0 if level == "greedy" or record["verified"] is None else record["verified"]
    return str(judgements[at]["word"]) if judgements else "no answer"


def _recorded(found: Records, timed: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What differs from run to run."""
    records = [record for of in found.values() for record in of.values()]
    return {
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "answering_seconds": sum(record["prediction"]["seconds"] for record in records),
        "checking_seconds": sum(record["check_seconds"] for record in records),
        "machine": provenance.machine(),
        "command": provenance.command(),
        "revision": provenance.revision(),
        "scores": list(timed),
    }


def _tasks(plan: Plan, items: Sequence[Item], source: str, target: str) -> list[Task]:
    return tasks_of(items, source, target, plan.limit)


def _spelled(made: Mapping[str, Any]) -> str:
    """JSON with one row of a list a line."""
    pieces = []
    for name, value in made.items():
        if isinstance(value, list):
            inner = ",\n".join(f"  {json.dumps(row)}" for row in value)
            pieces.append(f" {json.dumps(name)}: [\n{inner}\n ]")
        else:
            pieces.append(f" {json.dumps(name)}: {json.dumps(value)}")
    return "{\n" + ",\n".join(pieces) + "\n}\n"
