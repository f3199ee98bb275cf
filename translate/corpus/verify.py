"""Pairs that were seen to do the same: each is run on generated inputs, and the verdict is kept, so that nothing is run twice."""

from __future__ import annotations

import math
import sqlite3
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import takewhile
from pathlib import Path
from types import TracebackType
from typing import Self

from translate.corpus.forms import hash_of
from translate.corpus.steps import Progress, Row, cannot_write
from translate.corpus.workers import Workers
from translate.errors import TranslateError
from translate.languages import language
from translate.units import SourceUnit
from translate.verify.equivalence import Pair, compare_many
from translate.verify.originals import has_main
from translate.verify.programs import ProgramPair, compare_many_programs
from translate.verify.sandbox import Sandbox, open_sandbox

VERSION = 1
"""Raise it when the verifier comes to other verdicts: then all is run again."""
TOGETHER = 60
"""Comparisons that share their programs."""
AT_MOST = 96
"""So many where the ones beyond TOGETHER have the same original."""
REMEMBERED = 4_000
EQUIVALENT, UNTESTABLE, FAULT = "equivalent", "untestable", "fault"
NOT_RUN = "not run"
"""Said of a pair for which there was no time yet."""
MOST_REASON = 300
COLUMNS = "key integer primary key, word text, reason text, inputs integer, seed integer, engine text"


@dataclass(frozen=True, slots=True)
class Comparison:
    """An original and a candidate."""

    original: str
    source: str
    candidate: str
    target: str

    def key(self, seed: int) -> int:
        """Names its verdict."""
        return hash_of(str(VERSION), str(seed), self.source, self.original, self.target, self.candidate)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a comparison, or of several that a pair rests on."""

    word: str
    reason: str
    inputs: int
    seed: int
    engine: str


def comparisons(pair: Row) -> list[Comparison]:
    """What has to agree for the pair to hold: one comparison, or two where both sides are compared with a third text."""
    names = [name for name in ("cpp", "cuda", "fortran") if name in pair]
    through = pair.get("through")
    if through is None:
        return [_comparison({name: pair[name] for name in names}, pair["original"])]
    return [
        _comparison({"cpp": through, name: pair[name]}, pair["original"] if pair["original"] in ("cpp", name) else "cpp") for name in names
    ]


def _comparison(texts: dict[str, str], original: str) -> Comparison:
    candidate = next(name for name in texts if name != original)
    return Comparison(texts[original], original, texts[candidate], candidate)


def verify(
    pairs: Iterable[Row],
    store: Verdicts,
    workers: Workers,
    report: Callable[[str], None],
    *,
    seed: int,
    engine: str,
    minutes: float | None = None,
) -> None:
    """Put the verdict on all that `pairs` rest on into `store`, or on what can be run in so many minutes; what it has is not run again."""
    progress = Progress("verify", report)
    until = math.inf if minutes is None else time.monotonic() + 60 * minutes
    batches = takewhile(lambda _: time.monotonic() < until, _batches(_unknown(pairs, store, seed)))
    for answers in workers.map(partial(judged, seed, engine), batches):
        store.put(answers)
        progress.add(len(answers))


def _unknown(pairs: Iterable[Row], store: Verdicts, seed: int) -> Iterator[Comparison]:
    recent: OrderedDict[int, None] = OrderedDict()
    for pair in pairs:
        for one in comparisons(pair):
            key = one.key(seed)
            if key in recent or store.get(key) is not None:
                continue
            # Under way, perhaps; what is older than that is in the store by now, or is run twice at worst.
            recent[key] = None
            if len(recent) > REMEMBERED:
                recent.popitem(last=False)
            yield one


def _batches(asked: Iterable[Comparison]) -> Iterator[list[Comparison]]:
    """Comparisons of one original stay together, so that it is compiled and run once."""
    batch: list[Comparison] = []
    for one in asked:
        full = len(batch) >= AT_MOST or (len(batch) >= TOGETHER and all(one.original != other.original for other in batch))
        if full:
            yield batch
            batch = []
        batch.append(one)
    if batch:
        yield batch


def judged(seed: int, engine: str, batch: Sequence[Comparison]) -> list[tuple[int, Verdict]]:
    """Key and verdict of each. Raises where compilers or the sandbox are missing; a defect of the verifier is a verdict of its own."""
    sandbox = _sandbox(engine)
    programs = [has_main(SourceUnit(one.original, language(one.source), "original")) for one in batch]
    called = [one for one, whole in zip(batch, programs, strict=True) if not whole]
    printing = [one for one, whole in zip(batch, programs, strict=True) if whole]
    found = [*_safely(called, partial(_of_functions, seed, sandbox), seed), *_safely(printing, partial(_of_programs, sandbox), seed)]
    return [(one.key(seed), verdict) for one, verdict in zip([*called, *printing], found, strict=True)]


def _safely(asked: Sequence[Comparison], run: Callable[[Sequence[Comparison]], list[Verdict]], seed: int) -> list[Verdict]:
    """Halved until what the verifier fails at stands alone."""
    if not asked:
        return []
    try:
        return run(asked)
    except TranslateError:
        raise
    # A defect of the verifier has to be seen and must not end hours of work.
    except Exception as fault:
        if len(asked) == 1:
            return [Verdict(FAULT, f"{type(fault).__name__}: {fault}"[:MOST_REASON], 0, seed, "")]
        half = len(asked) // 2
        return [*_safely(asked[:half], run, seed), *_safely(asked[half:], run, seed)]


def _of_functions(seed: int, sandbox: Sandbox, asked: Sequence[Comparison]) -> list[Verdict]:
    pairs = [Pair(one.original, language(one.source), one.candidate, language(one.target)) for one in asked]
    found = compare_many(pairs, seed=seed, sandbox=sandbox)
    return [Verdict(one.word.value, one.reason[:MOST_REASON], one.inputs, seed, one.engine) for one in found]


def _of_programs(sandbox: Sandbox, asked: Sequence[Comparison]) -> list[Verdict]:
    pairs = [ProgramPair(one.original, language(one.source), one.candidate, language(one.target)) for one in asked]
    found = compare_many_programs(pairs, sandbox=sandbox)
    return [Verdict(one.word.value, one.reason[:MOST_REASON], one.inputs, one.seed, one.engine) for one in found]


@cache
def _sandbox(engine: str) -> Sandbox:
    return open_sandbox(engine)


class Verdicts:
    """Verdicts by the hash of what was compared, in a file of SQLite that is only ever added to."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._store = sqlite3.connect(path)
            self._store.execute(f"create table if not exists verdict ({COLUMNS})")
        except (sqlite3.Error, OSError) as fault:
            raise cannot_write(path, fault) from fault

    def get(self, key: int) -> Verdict | None:
        """What is known."""
        row = self._store.execute("select word, reason, inputs, seed, engine from verdict where key = ?", (key,)).fetchone()
        return Verdict(*row) if row else None

    def put(self, answers: Sequence[tuple[int, Verdict]]) -> None:
        """All of them, or none."""
        rows = ((key, one.word, one.reason, one.inputs, one.seed, one.engine) for key, one in answers)
        try:
            with self._store:
                self._store.executemany("insert or ignore into verdict values (?, ?, ?, ?, ?, ?)", rows)
        except sqlite3.Error as fault:
            raise cannot_write(self._path, fault) from fault

    def on(self, pair: Row, seed: int) -> Verdict | None:
        """The verdict on a pair: the worst of what it rests on, with the fewest inputs; None where that was not run."""
        found = [self.get(one.key(seed)) for one in comparisons(pair)]
        known = [one for one in found if one is not None]
        if len(known) < len(found):
            return None
        worst = next((one for one in known if one.word != EQUIVALENT), known[0])
        return Verdict(worst.word, worst.reason, min(one.inputs for one in known), worst.seed, worst.engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self._store.close()
