"""Share of first candidates that do what their source does on generated inputs, by our own verifier, run in the sandbox."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from eval.items import Prediction, Score, Task
from eval.metrics import intervals
from eval.metrics.compile import faults
from eval.metrics.context import Context, first, reference
from translate.languages import language
from translate.verify.equivalence import Equivalence, Pair, Word, compare_many
from translate.verify.equivalence.comparing import prepare
from translate.verify.programs import ProgramPair, compare_many_programs
from translate.verify.sandbox import Sandbox

_SEEN: dict[tuple[str, str, str, str, int, str], Equivalence] = {}
"""Verdicts of this process: models share candidates, and levels of a run share most of them."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What counts for one task, and what was seen: None is left out."""

    value: float | None
    word: str
    reason: str


def score(tasks: Sequence[Task], predictions: Sequence[Prediction], context: Context) -> Score:
    """100 where the first candidate is EQUIVALENT, else 0; None where the source and its own reference cannot be compared either.

    A candidate that cannot be tested although the reference can, failed. Raises SandboxUnavailable, CompilerMissing.
    """
    assert context.sandbox is not None
    found = judged(tasks, [first(prediction) for prediction in predictions], context.sandbox, context.seed)
    words = Counter(one.word for one in found if one.value is not None)
    counted = sum(words.values())
    return intervals.share(
        "equivalence",
        {task.id: one.value for task, one in zip(tasks, found, strict=True)},
        evidence={task.id: f"{one.word}: {one.reason}" for task, one in zip(tasks, found, strict=True) if one.value != 100.0},
        parts={word: 100 * count / counted for word, count in sorted(words.items())},
    )


def judged(tasks: Sequence[Task], texts: Sequence[str], sandbox: Sandbox, seed: int) -> list[Judged]:
    """What counts for each text as the answer to its task."""
    reasons = faults(tasks, texts)
    compared = [i for i, reason in enumerate(reasons) if not reason]
    verdicts = dict(zip(compared, verdicts_on([tasks[i] for i in compared], [texts[i] for i in compared], sandbox, seed), strict=True))
    # Also where nothing came to be compared: which tasks count must not depend on who answers them.
    unclear = [i for i in range(len(tasks)) if i not in verdicts or verdicts[i].word in (Word.UNTESTABLE, Word.NOT_COMPILED)]
    truths = dict(
        zip(unclear, verdicts_on([tasks[i] for i in unclear], [reference(tasks[i]) for i in unclear], sandbox, seed), strict=True)
    )
    found = []
    for i, task in enumerate(tasks):
        own = _untestable_by_itself(task, seed) or (truths[i].reason if i in truths and truths[i].word is Word.UNTESTABLE else "")
        if own:
            found.append(Judged(None, "untestable", own))
        elif i not in verdicts:
            found.append(Judged(0.0, "not compiled", reasons[i]))
        else:
            verdict = verdicts[i]
            found.append(Judged(100.0 if verdict.agrees else 0.0, verdict.word.value, verdict.reason))
    return found


def verdicts_on(tasks: Sequence[Task], texts: Sequence[str], sandbox: Sandbox, seed: int) -> list[Equivalence]:
    """The verifier's word on each text, of a program by what it prints; what was asked before in this process is not run again."""
    keys = [
        (task.source, task.item.texts[task.source], task.target, text, seed, sandbox.name) for task, text in zip(tasks, texts, strict=True)
    ]
    new = {key: task.item.kind for key, task in zip(keys, tasks, strict=True) if key not in _SEEN}
    called = [key for key, kind in new.items() if kind != "program"]
    pairs = [Pair(source_text, language(source), text, language(target)) for source, source_text, target, text, _, _ in called]
    _SEEN.update(zip(called, compare_many(pairs, seed=seed, sandbox=sandbox), strict=True))
    printing = [key for key, kind in new.items() if kind == "program"]
    programs = [ProgramPair(source_text, language(source), text, language(target)) for source, source_text, target, text, _, _ in printing]
    _SEEN.update(zip(printing, compare_many_programs(programs, sandbox=sandbox), strict=True))
    return [_SEEN[key] for key in keys]


def _untestable_by_itself(task: Task, seed: int) -> str:
    """Why the source and its own reference cannot be compared, as far as reading tells; empty where they can."""
    if task.item.kind == "program":
        return ""
    source, target = language(task.source), language(task.target)
    found = prepare(Pair(task.item.texts[task.source], source, reference(task), target), seed)
    return found.reason if isinstance(found, Equivalence) and found.word is Word.UNTESTABLE else ""
