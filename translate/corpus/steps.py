"""Steps that can be killed: each writes numbered parts atomically, and a stamp of its inputs when it is finished."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from translate.corpus.workers import Workers
from translate.errors import TranslateError

Row = dict[str, Any]
Part = tuple[list[Row], Counter[str]]
"""Rows, and what there is to count."""
Task = TypeVar("Task")
STAMP = "step.json"
SECONDS_BETWEEN = 10.0


class CannotWrite(TranslateError):
    """The disk is full, or the folder may not be written to."""


@dataclass(frozen=True, slots=True)
class Done:
    """A finished step: its parts in order, what was counted, and the hash of all that it wrote."""

    folder: Path
    parts: int
    digest: str
    counts: Counter[str] = field(hash=False)

    def paths(self) -> list[Path]:
        """Its parts, in order."""
        return [part_path(self.folder, number) for number in range(self.parts)]

    def rows(self, seed: int | None = None) -> Iterator[Row]:
        """All rows, one part in memory at a time; with a seed, the parts in an order drawn by it."""
        paths = self.paths()
        if seed is not None:
            random.Random(seed).shuffle(paths)
        for path in paths:
            yield from read_rows(path)


def parts_of(steps: Iterable[Done]) -> list[Path]:
    """The parts of several steps, in order."""
    return [path for step in steps for path in step.paths()]


def inputs_of(*what: object) -> str:
    """A hash over settings and the digests of earlier steps."""
    return hashlib.sha256(json.dumps(what, sort_keys=True, default=str).encode("utf-8")).hexdigest()


def run_step(
    folder: Path,
    inputs: str,
    tasks: Iterable[Task],
    work: Callable[[Task], Part],
    workers: Workers,
    report: Callable[[str], None],
    counts: Counter[str] | None = None,
) -> Done:
    """A part for each task, those that are there left as they are; `counts` is what the reader of the tasks counts meanwhile."""
    if (found := finished(folder, inputs)) is not None:
        return found
    there = begun(folder, inputs)
    todo = ((number, task) for number, task in enumerate(tasks) if number >= there)
    progress = Progress(folder.name, report)
    number = there
    for number, (rows, counted) in workers.map(partial(_numbered, work), todo):
        write_part(folder, number, rows, counted)
        progress.add(len(rows))
        number += 1
    # The tasks that were there already are gone through as well, so that what is counted on the way is complete.
    return finish(folder, inputs, number, counts or Counter())


def _numbered(work: Callable[[Task], Part], task: tuple[int, Task]) -> tuple[int, Part]:
    return task[0], work(task[1])


def finished(folder: Path, inputs: str) -> Done | None:
    """The step in `folder`, if it was finished with these inputs and all of its parts are there."""
    stamp = _stamp(folder)
    if stamp.get("inputs") != inputs or "digest" not in stamp:
        return None
    done = Done(folder, stamp["parts"], stamp["digest"], Counter(stamp["counts"]))
    return done if all(path.is_file() for path in done.paths()) else None


def begun(folder: Path, inputs: str) -> int:
    """How many parts of a step with these inputs are there; parts of other inputs are removed."""
    if _stamp(folder).get("inputs") != inputs:
        shutil.rmtree(folder, ignore_errors=True)
        write(folder / STAMP, json.dumps({"inputs": inputs}))
    number = 0
    while part_path(folder, number).is_file():
        number += 1
    return number


def finish(folder: Path, inputs: str, parts: int, counts: Counter[str]) -> Done:
    """Stamp the step as finished."""
    total = Counter(counts)
    digest = hashlib.sha256()
    for number in range(parts):
        path = part_path(folder, number)
        digest.update(path.read_bytes())
        total.update(json.loads(path.with_suffix(".counts").read_text(encoding="utf-8")))
    done = Done(folder, parts, digest.hexdigest(), total)
    stamp = {"inputs": inputs, "parts": parts, "digest": done.digest, "counts": dict(sorted(total.items()))}
    write(folder / STAMP, json.dumps(stamp, indent=1))
    return done


def write_part(folder: Path, number: int, rows: Sequence[Row], counts: Counter[str]) -> None:
    """The part is there when its rows are, so the counts come first."""
    path = part_path(folder, number)
    write(path.with_suffix(".counts"), json.dumps(dict(sorted(counts.items()))))
    write(path, "".join(json.dumps(row) + "\n" for row in rows))


def write(path: Path, text: str) -> None:
    """The whole of `text`, or nothing. Raises CannotWrite."""
    temporary = path.with_name(path.name + ".half")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(path)
    except OSError as fault:
        temporary.unlink(missing_ok=True)
        raise cannot_write(path, fault) from fault


def cannot_write(path: Path, fault: Exception) -> CannotWrite:
    """What a user is told whose disk is full."""
    reason = (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
    return CannotWrite(f"cannot be written: {reason}", path=str(path), help="make room; the same command goes on where this one was")


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def part_path(folder: Path, number: int) -> Path:
    """Where a part lies."""
    return folder / f"{number:06}.jsonl"


def _stamp(folder: Path) -> dict[str, Any]:
    path = folder / STAMP
    stamp: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return stamp


class Progress:
    """Tells now and then how much is done and how fast."""

    def __init__(self, name: str, report: Callable[[str], None], of: int | None = None) -> None:
        self._name, self._report, self._of = name, report, of
        self._began = self._told = time.monotonic()
        self._count = 0

    def add(self, count: int) -> None:
        """So many more are done."""
        self._count += count
        now = time.monotonic()
        if now - self._told >= SECONDS_BETWEEN:
            self._told = now
            of = f" of {self._of:,}" if self._of is not None else ""
            self._report(f"{self._name}: {self._count:,}{of}, {self._count / (now - self._began):,.1f} a second")
