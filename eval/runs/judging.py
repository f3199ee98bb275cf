"""How far each candidate gets, rank by rank as `translate --candidates K --check run` tries them, and what the metrics say of a batch."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import Any

from eval.dodges import dodge
from eval.items import Prediction, Task
from eval.metrics import BY_TASK, Context, score
from eval.metrics.compile import at_hand
from eval.metrics.equivalence import verdicts_on
from translate.errors import EnvironmentIncomplete
from translate.languages import language
from translate.source.parse import parse, syntax_faults
from translate.units import Diagnostic
from translate.verify.compile import compile_many
from translate.verify.equivalence import Word
from translate.verify.equivalence.observing import LOST
from translate.verify.sandbox import Sandbox, open_sandbox

RUNGS = (
    "no answer",
    "not parsed",
    "untranslated",
    "not compiled",
    "crashed",
    "timed out",
    "different",
    "parsed",
    "compiled",
    "untestable",
    "equivalent",
)
"""What is said of a candidate, from worst to best; `parsed` where nothing is compiled, `compiled` where nothing is run."""
REFUTED = ("crashed", "timed out", "different")
UNREFUTED = ("not compiled", "parsed", "compiled", "untestable")
LEVELS = ("greedy", "verified")
MANY_LOST = 4
"""Items of a batch whose processes are lost by themselves now and then: a candidate that takes all memory."""
ACCEPTED = {"parse": "parsed", "compile": "compiled", "run": "equivalent"}
"""Level to check to -> the best word of it."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How far one candidate got, and what stopped it."""

    word: str
    """One of RUNGS."""
    reason: str = ""
    messages: tuple[str, ...] = ()
    """What the parser or compiler said, with lines."""
    counterexample: str | None = None


@dataclass(frozen=True, slots=True)
class Checks:
    """How far candidates are checked, and where."""

    level: str
    """`parse`, `compile` or `run`."""
    engine: str
    """Where programs are run; empty where none is."""
    seed: int
    candidates: int
    metrics: tuple[str, ...]

    @property
    def accepted(self) -> str:
        """The word that ends the search among candidates."""
        return ACCEPTED[self.level]


def judged_batch(tasks: Sequence[Task], predictions: Sequence[Prediction], checks: Checks) -> dict[str, Any]:
    """Records of the samples, and the scores by task of both levels, ready to be written down."""
    began = time.perf_counter()
    judgements = ladder(tasks, predictions, checks)
    stop_where_lost(judgements)
    each = (time.perf_counter() - began) / len(tasks)
    chosen = [choice(found, checks.accepted) for found in judgements]
    verified = [
        replace(one, texts=() if at is None else (one.texts[at],), seconds=one.seconds + each)
        for one, at in zip(predictions, chosen, strict=True)
    ]
    context = Context(sandbox=_sandbox(checks.engine) if checks.engine else None, seed=checks.seed, candidates=checks.candidates)
    wanted = [name for name in checks.metrics if name in BY_TASK]
    scores = {
        level: {name: score(name, tasks, answers, context) for name in wanted}
        for level, answers in zip(LEVELS, (predictions, verified), strict=True)
    }
    samples = [
        {"task": task.id, "prediction": asdict(answer), "judgements": [asdict(one) for one in found], "verified": at, "check_seconds": each}
        for task, answer, found, at in zip(tasks, predictions, judgements, chosen, strict=True)
    ]
    return {"samples": samples, "scores": {level: {name: asdict(one) for name, one in of.items()} for level, of in scores.items()}}


def stop_where_lost(judgements: Sequence[Sequence[Judgement]]) -> None:
    """Raises EnvironmentIncomplete where so many processes were lost that the machine must be at fault and not the candidates."""
    lost = sum(any(LOST.message in one.reason for one in found) for found in judgements)
    if lost >= MANY_LOST and lost > len(judgements) / 2:
        told = f"the processes of {lost} of {len(judgements)} items were lost"
        raise EnvironmentIncomplete(told, help="end other work, or give fewer --jobs; the same command goes on where this one was")


def ladder(tasks: Sequence[Task], predictions: Sequence[Prediction], checks: Checks) -> list[list[Judgement]]:
    """The judgements on each task's candidates, best candidate first, up to and with the first that is accepted."""
    found: list[list[Judgement]] = [[] for _ in tasks]
    # First candidates alone, since most are accepted; then all others at once, since each round builds and runs the originals anew.
    for ranks in (slice(0, 1), slice(1, None)):
        asked = [
            (i, text)
            for i, one in enumerate(predictions)
            if not any(judgement.word == checks.accepted for judgement in found[i])
            for text in one.texts[ranks]
        ]
        distinct = list(dict.fromkeys(asked))
        known = dict(zip(distinct, judged([tasks[i] for i, _ in distinct], [text for _, text in distinct], checks), strict=True))
        for i, text in asked:
            found[i].append(known[i, text])
    return [_until(judgements, checks.accepted) for judgements in found]


def _until(judgements: list[Judgement], accepted: str) -> list[Judgement]:
    at = next((rank for rank, one in enumerate(judgements) if one.word == accepted), len(judgements))
    return judgements[: at + 1]


def choice(judgements: Sequence[Judgement], accepted: str) -> int | None:
    """The rank that is answered in the end: the accepted one, else the first that got furthest without being refuted; None for none."""
    for rank, judgement in enumerate(judgements):
        if judgement.word == accepted:
            return rank
    left = [rank for rank, one in enumerate(judgements) if one.word in UNREFUTED]
    return max(left, key=lambda rank: (RUNGS.index(judgements[rank].word), -rank), default=None)


def judged(tasks: Sequence[Task], texts: Sequence[str], checks: Checks) -> list[Judgement]:
    """How far each text gets as the answer to its task."""
    found = [_read(task, text) for task, text in zip(tasks, texts, strict=True)]
    if checks.level != "parse":
        _compile(tasks, texts, found)
    if checks.level == "run":
        _run(tasks, texts, found, checks)
    return found


def _read(task: Task, text: str) -> Judgement:
    if not text.strip():
        return Judgement("no answer", "the candidate cannot be spelled")
    reason = dodge(task, text)
    if reason:
        return Judgement("untranslated", reason)
    tree = parse(text, language(task.target))
    if not tree.root.has_error:
        return Judgement("parsed")
    faults = tuple(f"{fault.line}:{fault.column}: {fault.message}" for fault in syntax_faults(tree)[:3])
    return Judgement("not parsed", "the text has syntax faults", faults)


def _compile(tasks: Sequence[Task], texts: Sequence[str], found: list[Judgement]) -> None:
    """Replace the judgement on those that the compiler was asked about."""
    for name in sorted({task.target for task in tasks}):
        asked = [i for i, task in enumerate(tasks) if task.target == name and found[i].word == "parsed"]
        for i, build in zip(asked, compile_many([at_hand(texts[i], name) for i in asked], language(name)), strict=True):
            said = tuple(map(_line, build.diagnostics))
            found[i] = Judgement("compiled") if build.ok else Judgement("not compiled", "the compiler refuses it", said)


def _run(tasks: Sequence[Task], texts: Sequence[str], found: list[Judgement], checks: Checks) -> None:
    """Replace the judgement on those that were run against their original."""
    asked = [i for i, judgement in enumerate(found) if judgement.word == "compiled"]
    verdicts = verdicts_on([tasks[i] for i in asked], [texts[i] for i in asked], _sandbox(checks.engine), checks.seed)
    for i, verdict in zip(asked, verdicts, strict=True):
        shown = str(verdict.counterexample) if verdict.counterexample else None
        reason = f"agrees on {verdict.inputs} inputs" if verdict.agrees else verdict.reason
        # What nvcc takes and the engine for kernels does not is no fault of the candidate.
        word = "untestable" if verdict.word is Word.NOT_COMPILED else verdict.word.value
        found[i] = Judgement(word, reason, counterexample=shown)


def _line(said: Diagnostic) -> str:
    place = ":".join(str(part) for part in (said.line, said.column) if part is not None)
    return f"{place}: {said.message}" if place else said.message


@cache
def _sandbox(engine: str) -> Sandbox:
    return open_sandbox(engine)
