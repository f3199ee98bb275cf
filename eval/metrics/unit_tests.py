"""Unit tests that a suite brings, as BabelTower's: share passed by the first candidate, and pass@k over all of them.

A kernel is called through the host function that we write for it; where that does not pass, through the suite's own host function, if
the kernel takes the same arguments as the reference. Both launch it as a user would; passing through either counts.
A test that the original C++ function does not pass here itself, or passes by reading out of bounds, is unsound and left out for
every translator.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb
from typing import Any

from eval.cuda_unit_tests import Outcome, UnitTest
from eval.dodges import dodge
from eval.items import Prediction, Score, Task
from eval.metrics import intervals
from eval.metrics.compile import at_hand, faults
from eval.metrics.context import Context, reference
from eval.unit_programs import outcomes
from translate.host import host_part
from translate.languages import language
from translate.source.code import renamed_function
from translate.source.parse import parse, walk
from translate.source.signatures import Signature, signatures
from translate.verify.sandbox import Sandbox

PASSED = ("agrees", "close")


@dataclass(frozen=True, slots=True)
class Attempt:
    """One candidate of one task, and the tests that it may pass, the better one first."""

    task: int
    tests: tuple[UnitTest, ...]
    reason: str = ""
    """Why there is no test."""


def score(tasks: Sequence[Task], predictions: Sequence[Prediction], context: Context) -> Score:
    """100 where the first candidate passes every sound case, else 0; None without sound tests. pass@k is among the parts.

    Fewer candidates than were asked for count as failed ones. Raises SandboxUnavailable, CompilerMissing.
    """
    assert context.sandbox is not None
    tested = _tested(tasks, context.sandbox)
    attempts = [one for i in tested for one in _attempts(i, tasks[i], predictions[i])]
    results = _passed(attempts, context.sandbox)
    per_task: dict[str, float | None] = dict.fromkeys((task.id for task in tasks), None)
    evidence: dict[str, str] = {}
    counts: list[tuple[int, int]] = []
    for i in tested:
        found = [result for attempt, result in zip(attempts, results, strict=True) if attempt.task == i]
        per_task[tasks[i].id] = 0.0 if not found or found[0] else 100.0
        if not found or found[0]:
            evidence[tasks[i].id] = found[0] if found else "no answer"
        counts.append((max(len(found), context.candidates), sum(not reason for reason in found)))
    ks = sorted({1, context.candidates})
    parts = {f"pass@{k}": 100 * sum(pass_at(k, *one) for one in counts) / len(counts) if counts else None for k in ks}
    return intervals.share("unit_tests", per_task, parts=parts, evidence=evidence)


def pass_at(k: int, count: int, passed: int) -> float:
    """The chance that one of `k` of `count` candidates passes, unbiased: 1 - C(n-c, k) / C(n, k) (Chen et al., 2021)."""
    return 1.0 - comb(count - passed, k) / comb(count, k)


def _tested(tasks: Sequence[Task], sandbox: Sandbox) -> list[int]:
    """The tasks whose tests can be put to an answer, and are passed by the original C++ function."""
    able = [i for i, task in enumerate(tasks) if _cases(task.item.tests, "cpp_inputs") and _reachable(task)]
    own = [_of_function(tasks[i], tasks[i].item.texts["cpp"]) for i in able]
    return [i for i, outcome in zip(able, outcomes(own, sandbox, "address"), strict=True) if outcome.word in PASSED]


def _reachable(task: Task) -> bool:
    """Whether the answer can be called as the tests do: always for a kernel; for C++ where the kernel takes what the reference takes."""
    if task.target == "cuda":
        return "cpp" in task.item.texts
    if task.target != "cpp" or task.source != "cuda":
        return task.target == "cpp"
    ours, theirs = _entry(task.item.texts["cuda"], "cuda"), _entry(task.item.texts["cpp"], "cpp")
    return ours is not None and theirs is not None and _kinds(ours) == _kinds(theirs)


def _attempts(number: int, task: Task, prediction: Prediction) -> list[Attempt]:
    reasons = faults([task] * len(prediction.texts), prediction.texts)
    return [
        Attempt(number, (), reason) if reason else _attempt(number, task, text)
        for text, reason in zip(prediction.texts, reasons, strict=True)
    ]


def _attempt(number: int, task: Task, text: str) -> Attempt:
    if reason := dodge(task, text):
        return Attempt(number, (), f"no translation: {reason}")
    tests = _of_kernel(task, text) if task.target == "cuda" else [_of_function(task, text)]
    return Attempt(number, tuple(tests), "" if tests else "no host function can be written for it")


def _passed(attempts: Sequence[Attempt], sandbox: Sandbox) -> list[str]:
    """For each attempt why it failed; empty where it passed."""
    reasons = [attempt.reason for attempt in attempts]
    for turn in range(max((len(one.tests) for one in attempts), default=0)):
        open_ = [i for i, one in enumerate(attempts) if turn < len(one.tests) and (turn == 0 or reasons[i])]
        for i, outcome in zip(open_, outcomes([attempts[i].tests[turn] for i in open_], sandbox), strict=True):
            passed = outcome.word in PASSED
            reasons[i] = "" if passed else reasons[i] if turn else _said(outcome)
    return reasons


def _said(outcome: Outcome) -> str:
    return f"{outcome.word}: {outcome.evidence}"


def _of_function(task: Task, text: str) -> UnitTest:
    """The tests on a C++ function, under the name by which they call it."""
    inputs, expected = zip(*_cases(task.item.tests, "cpp_inputs"), strict=True)
    wanted, own = _entry(task.item.texts["cpp"], "cpp"), _entry(text, "cpp")
    if wanted is not None and own is not None and own.name != wanted.name:
        text = renamed_function(text, language("cpp"), own.name, wanted.name)
    return UnitTest(task.id, "", at_hand(text, "cpp"), inputs, expected)


def _of_kernel(task: Task, text: str) -> list[UnitTest]:
    """The tests on a kernel, through our host function and through the suite's own; none where neither can be had."""
    found = []
    original, tests = task.item.texts["cpp"], task.item.tests or {}
    inputs, expected = zip(*_cases(tests, "cpp_inputs"), strict=True)
    wanted = _entry(original, "cpp")
    if wanted is not None and any(one.name == wanted.name and one.place == "host" for one in signatures(text, language("cuda"))):
        return [UnitTest(task.id, text, "", inputs, expected)]
    part = host_part(original, text)
    if part.host is not None:
        found.append(UnitTest(task.id, part.kernel, part.host, inputs, expected))
    ours, theirs = _entry(text, "cuda"), _entry(reference(task), "cuda")
    if ours is not None and theirs is not None and _kinds(ours) == _kinds(theirs) and _launches(tests.get("cuda_wrapper")):
        renamed = text if ours.name == theirs.name else renamed_function(text, language("cuda"), ours.name, theirs.name)
        through, wanted_outputs = zip(*_cases(tests, "cuda_inputs"), strict=True)
        found.append(UnitTest(task.id, renamed, tests["cuda_wrapper"], through, wanted_outputs))
    return found


def _launches(host: str | None) -> bool:
    """Whether a suite's host function calls a kernel at all; one that computes by itself would pass any answer."""
    return bool(host) and any(node.type == "kernel_call_syntax" for node in walk(parse(host or "", language("cuda")).root))


def _cases(tests: Mapping[str, Any] | None, key: str) -> list[tuple[str, str]]:
    """Calls and what they must print; cases that the suite marks unsound or has no output for are left out."""
    given = tests or {}
    outputs = given.get("expected_outputs", [])
    sound = given.get("cpu_match") or [True] * len(outputs)
    rows = zip(given.get(key, []), outputs, sound, strict=False)
    return [(call, expected) for call, expected, matches in rows if matches and expected]


def _entry(text: str, spoken: str) -> Signature | None:
    """The kernel of a text, or its last function."""
    defined = signatures(text, language(spoken))
    kernels = [one for one in defined if one.place == "kernel"]
    return kernels[0] if kernels else defined[-1] if defined else None


def _kinds(signature: Signature) -> list[tuple[str, int]]:
    """The types of the parameters, in order."""
    return [(parameter.type.replace("const", "").strip(), parameter.depth) for parameter in signature.parameters]
