"""How fast a corpus is made: functions through extraction and dedup, pairs through the verifier, on one and on two processors."""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from translate.corpus.distinct import distinct_functions
from translate.corpus.functions import chunks_of, functions_of_files
from translate.corpus.making import batched, pairs_of_record
from translate.corpus.pairs import made_up
from translate.corpus.sources import Member
from translate.corpus.steps import run_step
from translate.corpus.suites import Suites
from translate.corpus.tried import Tried
from translate.corpus.verify import TOGETHER, Comparison, comparisons, judged
from translate.corpus.workers import workers

FUNCTIONS, IN_FILE, PAIRS = 3_000, 6, 240
JOBS = (1, 2)


def main() -> None:
    """Print a line for each measurement: how many a second, and the processor seconds of one."""
    pairs = _comparisons(PAIRS)
    for jobs in JOBS:
        _show(f"functions, {jobs} processes", FUNCTIONS, partial(_functions, jobs))
        _show(f"verified pairs, {jobs} processes", len(pairs), partial(_pairs, jobs, pairs))


def _functions(jobs: int) -> None:
    """Extracted, in normal form, and without copies and near copies."""
    with tempfile.TemporaryDirectory() as name, workers(jobs) as crew:
        folder = Path(name)
        done = run_step(folder / "extracted", "", chunks_of(_files()), functions_of_files, crew, _silent)
        distinct_functions([done], folder / "functions", Suites([]), 0.0, _silent)


def _pairs(jobs: int, pairs: Sequence[Comparison]) -> None:
    """Compared, as a build does it."""
    with workers(jobs) as crew:
        for _ in crew.map(partial(judged, 1, "auto"), batched(pairs, TOGETHER)):
            pass


def _files() -> Iterator[Member]:
    for number in range(0, FUNCTIONS, IN_FILE):
        text = "\n".join(made_up(1, number + at)["text"] for at in range(IN_FILE))
        yield Member("generated", "Apache-2.0", f"{number}.cpp", text.encode())


def _comparisons(count: int) -> list[Comparison]:
    """As a build has them: kernels and Fortran of one function together."""
    found: dict[Comparison, None] = {}
    number = 0
    while len(found) < count:
        for pair in pairs_of_record(made_up(1, number), Tried(Counter(), ""), random.Random(number)):
            found |= dict.fromkeys(comparisons(pair))
        number += 1
    return list(found)[:count]


def _show(what: str, count: int, work: Callable[[], object]) -> None:
    before, began = _cpu_seconds(), time.perf_counter()
    work()
    wall, cpu = time.perf_counter() - began, _cpu_seconds() - before
    print(f"{what:<32} {count / wall:8.1f} a second, {cpu / count:8.4f} s of processor each")


def _cpu_seconds() -> float:
    """Of this process and of those that it started and saw the end of."""
    return sum(os.times()[:4])


def _silent(line: str) -> None:
    pass
