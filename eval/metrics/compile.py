"""Share of first candidates that the real compiler takes as they are; a kernel counts when its entry point comes out."""

from __future__ import annotations

from collections.abc import Sequence

from eval.dodges import dodge
from eval.items import Prediction, Score, Task
from eval.metrics import intervals
from eval.metrics.context import Context, first
from translate.languages import language
from translate.source.extract import functions_of
from translate.source.parse import parse, walk
from translate.units import Diagnostic
from translate.verify.compile import compile_many

UNTRANSLATED = "no translation"
AT_HAND = ("max", "min")
"""What a function cut from its file had from a macro or a `using`, and every published test of such functions provides."""


def score(tasks: Sequence[Task], predictions: Sequence[Prediction], context: Context) -> Score:
    """100 for each task whose first candidate compiles and is a translation, else 0. Raises CompilerMissing."""
    texts = [first(prediction) for prediction in predictions]
    reasons = faults(tasks, texts)
    return intervals.share(
        "compile",
        {task.id: 0.0 if reason else 100.0 for task, reason in zip(tasks, reasons, strict=True)},
        evidence={task.id: reason for task, reason in zip(tasks, reasons, strict=True) if reason},
        parts={"untranslated": 100 * sum(reason.startswith(UNTRANSLATED) for reason in reasons) / max(len(reasons), 1)},
    )


def faults(tasks: Sequence[Task], texts: Sequence[str]) -> list[str]:
    """For each text why it does not count as compiled: no answer, no translation, or the compiler's first words; empty where it does."""
    found = [_without_compiler(task, text) for task, text in zip(tasks, texts, strict=True)]
    for name in sorted({task.target for task in tasks}):
        wanted = [i for i, task in enumerate(tasks) if task.target == name and not found[i]]
        for i, build in zip(wanted, compile_many([at_hand(texts[i], name) for i in wanted], language(name)), strict=True):
            found[i] = "" if build.ok else said(build.diagnostics)
    return found


def at_hand(text: str, spoken: str) -> str:
    """C++ with `std::max` and `std::min` under their plain names, where it says these and defines no such function itself."""
    if spoken != "cpp" or "max" not in text and "min" not in text:
        return text
    code = parse(text, language(spoken))
    mentioned = {code.text(node) for node in walk(code.root) if node.type == "identifier"}
    defined = {one.name for one in functions_of(code)}
    wanted = [name for name in AT_HAND if name in mentioned - defined and f"define {name}" not in text]
    # On the line of the first code, so that directives stay alone and the compiler's lines stay those of the text.
    lines = text.split("\n")
    first = next((at for at, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), 0)
    lines[first] = "".join(f"using std::{name}; " for name in wanted) + lines[first]
    return "\n".join(lines)


def said(diagnostics: Sequence[Diagnostic]) -> str:
    """The first message, with its line."""
    if not diagnostics:
        return "the compiler refused it"
    one = diagnostics[0]
    return f"line {one.line}: {one.message}" if one.line is not None else one.message


def _without_compiler(task: Task, text: str) -> str:
    if not text.strip():
        return "no answer"
    reason = dodge(task, text)
    return f"{UNTRANSLATED}: {reason}" if reason else ""
