"""What a run is asked for: enough to know whether a folder holds the same run, and to go on with it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from eval.items import Item, Task
from translate.errors import UsageError

BASELINES = ("copy", "rules")
TOGETHER = 24
"""Tasks that are answered, compiled and run at a time; what a kill can cost."""
PLAN, ITEMS = "run.json", "items.jsonl"


@dataclass(frozen=True, slots=True)
class Plan:
    """All that decides the results of a run."""

    suite: str
    data: str
    """Digest of the suite's items."""
    models: tuple[str, ...]
    digests: Mapping[str, str]
    """Model -> digest of its files."""
    directions: tuple[tuple[str, str], ...]
    unsupported: tuple[tuple[str, str, str], ...]
    """Model, source and target for which the model was not made: nothing is asked and nothing scored."""
    candidates: int
    metrics: tuple[str, ...]
    seed: int
    limit: int | None
    check: str
    engine: str
    """What confines the programs; empty where none is run."""
    versions: Mapping[str, str]

    def models_for(self, source: str, target: str) -> list[str]:
        """The models that were made for a direction."""
        return [model for model in self.models if (model, source, target) not in self.unsupported]


@dataclass(frozen=True, slots=True)
class Batch:
    """Tasks of one model and direction that are done together, always the same ones: a model's answers may depend on their company."""

    model: str
    source: str
    target: str
    number: int
    tasks: tuple[Task, ...]

    @property
    def key(self) -> str:
        """Names the batch within its run."""
        return f"{self.model} {self.source}-{self.target} {self.number}"


def batches(plan: Plan, items: Sequence[Item]) -> list[Batch]:
    """The whole work of a run, in order."""
    found = []
    for model in plan.models:
        for source, target in [pair for pair in plan.directions if (model, *pair) not in plan.unsupported]:
            tasks = tasks_of(items, source, target, plan.limit)
            for number, start in enumerate(range(0, len(tasks), TOGETHER)):
                found.append(Batch(model, source, target, number, tuple(tasks[start : start + TOGETHER])))
    return found


def tasks_of(items: Sequence[Item], source: str, target: str, limit: int | None = None) -> list[Task]:
    """The tasks of one direction, in the order of the suite."""
    return [Task(item, source, target) for item in items if source in item.texts and target in item.texts][:limit]


def agree(plan: Plan, items: Sequence[Item], folder: Path) -> None:
    """Write the plan and its items into `folder`, or see that the folder holds this very plan. Raises UsageError."""
    path = folder / PLAN
    wanted = json.loads(json.dumps(asdict(plan)))
    if path.exists():
        known = json.loads(path.read_text(encoding="utf-8"))
        other = sorted(name for name in wanted if known.get(name) != wanted[name])
        if other:
            raise UsageError(
                f"the folder holds a run with another {' and another '.join(other)}",
                path=str(path),
                help="give another --out, or repeat the command that began this run",
            )
        return
    folder.mkdir(parents=True, exist_ok=True)
    _replace(folder / ITEMS, "".join(json.dumps(asdict(item)) + "\n" for item in items))
    _replace(path, json.dumps(wanted, indent=2) + "\n")


def items_of(folder: Path) -> list[Item]:
    """The items that the run in `folder` asked for."""
    rows = map(json.loads, (folder / ITEMS).read_text(encoding="utf-8").splitlines())
    return [Item(**{**row, "tags": tuple(row["tags"])}) for row in rows]


def _replace(path: Path, text: str) -> None:
    temporary = path.with_suffix(".part")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)
