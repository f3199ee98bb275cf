"""Share of first candidates that print what they must: with the item's driver around a function, or as whole programs; in the sandbox."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from eval.drivers import printed
from eval.items import Prediction, Score, Task
from eval.metrics import intervals
from eval.metrics.compile import faults
from eval.metrics.context import Context, first
from translate.languages import language
from translate.verify.equivalence import Word
from translate.verify.printed import mismatch
from translate.verify.programs import ProgramPair, compare_many_programs
from translate.verify.sandbox import Sandbox

AT_A_TIME = 2
Result = tuple[float | None, str]
"""What counts, None where left out; and what was seen."""


def score(tasks: Sequence[Task], predictions: Sequence[Prediction], context: Context) -> Score:
    """100 where the output agrees, else 0; None for a function without a driver, and where the source program itself cannot be run.

    Numbers are compared as far as they are printed. Raises SandboxUnavailable, CompilerMissing.
    """
    assert context.sandbox is not None
    texts = [first(prediction) for prediction in predictions]
    results: dict[int, Result] = {i: (None, "nothing to run it with") for i in range(len(tasks))}
    able = [i for i, task in enumerate(tasks) if task.item.kind == "program" or _has_driver(task)]
    reasons = faults([tasks[i] for i in able], [texts[i] for i in able])
    failed = {i: reason for i, reason in zip(able, reasons, strict=True) if reason}
    results.update({i: (0.0, reason) for i, reason in failed.items()})
    results.update(_driven([i for i in able if tasks[i].item.kind != "program" and i not in failed], tasks, texts, context.sandbox))
    results.update(_programs([i for i in able if tasks[i].item.kind == "program"], failed, tasks, texts, context.sandbox))
    return intervals.share(
        "execution",
        {task.id: results[i][0] for i, task in enumerate(tasks)},
        evidence={task.id: results[i][1] for i, task in enumerate(tasks) if results[i][0] != 100.0},
    )


def _has_driver(task: Task) -> bool:
    return task.item.driver is not None and task.item.expected is not None and "cpp" in task.item.texts


def _driven(numbers: Sequence[int], tasks: Sequence[Task], texts: Sequence[str], sandbox: Sandbox) -> dict[int, Result]:
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        return dict(zip(numbers, pool.map(lambda i: _with_driver(tasks[i], texts[i], sandbox), numbers), strict=True))


def _with_driver(task: Task, text: str, sandbox: Sandbox) -> Result:
    found = printed(task, text, sandbox)
    if found.output is None:
        return 0.0, found.reason
    where = mismatch(task.item.expected or "", found.output)
    return (100.0, "") if where is None else (0.0, f"line {where.line} is {where.found!r}, not {where.expected!r}")


def _programs(
    numbers: Sequence[int], failed: dict[int, str], tasks: Sequence[Task], texts: Sequence[str], sandbox: Sandbox
) -> dict[int, Result]:
    """Whole programs against what their source prints; a source that cannot be run leaves all its answers out."""
    pairs = []
    for i in numbers:
        task = tasks[i]
        original, source = task.item.texts[task.source], language(task.source)
        # The source beside itself says whether it can be run at all, also where the answer does not compile.
        candidate, target = (original, source) if i in failed else (texts[i], language(task.target))
        pairs.append(ProgramPair(original, source, candidate, target))
    found: dict[int, Result] = {}
    for i, verdict in zip(numbers, compare_many_programs(pairs, sandbox=sandbox), strict=True):
        if verdict.word is Word.UNTESTABLE and verdict.reason.startswith("the original"):
            found[i] = (None, verdict.reason)
        else:
            found[i] = (0.0, failed[i]) if i in failed else (100.0 if verdict.agrees else 0.0, f"{verdict.word.value}: {verdict.reason}")
    return found
