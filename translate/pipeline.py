"""A request's whole path: extract, normalise, propose, restore, check, splice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from translate.errors import ModelMissing, UsageError
from translate.languages import Language
from translate.model import Backend
from translate.source.extract import extract
from translate.source.normalise import Unreadable, normalise
from translate.source.splice import splice
from translate.units import Candidate, Diagnostic, Function, Level, NormalisedFunction, SourceUnit, Translation, Verdict
from translate.verify.check import Answer, compiled, compiled_within, read

TOGETHER = 16
"""Functions that are proposed and compiled at a time."""
STAYS = "main, members and operators stay as they are"
TOO_LONG = Verdict(Level.FAILED, "the function is too long for the model")
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Translator:
    """Translates units into one language with one backend, and checks each candidate as far as asked."""

    backend: Backend
    target: Language
    check: Level = Level.COMPILED
    candidates: int = 1

    def translate(
        self, unit: SourceUnit, only: Sequence[str] = (), progress: Progress = lambda done, all: None
    ) -> tuple[str, list[Translation]]:
        """The unit's text with its functions translated, and what became of each. Raises UsageError, ModelMissing."""
        if not self.backend.supports(unit.language, self.target):
            raise ModelMissing(
                f"no model for {unit.language.name} -> {self.target.name} yet",
                path=unit.path,
                help="translate between cpp and cuda, or give a model of your own with --model",
            )
        functions = _chosen(unit, only)
        done: list[Translation] = []
        for start in range(0, len(functions), TOGETHER):
            progress(start, len(functions))
            done += self._translated(unit, functions[start : start + TOGETHER])
        progress(len(functions), len(functions))
        return splice(unit, [(item.source, item.text) for item in done if item.text is not None]), done

    def _translated(self, unit: SourceUnit, functions: Sequence[Function]) -> list[Translation]:
        """The first candidate of each function that reaches the asked level, else the one that got furthest."""
        forms = [_normalised(function) for function in functions]
        known = [form for form in forms if isinstance(form, NormalisedFunction)]
        proposed = self.backend.propose(known, self.target, self.candidates) if known else []
        best = iter(self._best(unit, known, proposed))
        return [
            Translation(function, self.target, None, form) if isinstance(form, Verdict) else next(best)
            for function, form in zip(functions, forms, strict=True)
        ]

    def _best(
        self, unit: SourceUnit, forms: Sequence[NormalisedFunction], proposed: Sequence[Sequence[Candidate]]
    ) -> list[Translation]:
        best = [Answer(None, TOO_LONG) for _ in forms]
        for rank in range(max(map(len, proposed), default=0)):
            open_ = [i for i, tried in enumerate(proposed) if len(tried) > rank and best[i].verdict.level < self.check]
            answers = [read(forms[i], proposed[i][rank], self.target, self.check) for i in open_]
            if self.check >= Level.COMPILED:
                answers = compiled(answers, unit.language, self.target)
            for i, answer in zip(open_, answers, strict=True):
                if best[i].verdict is TOO_LONG or answer.verdict.level > best[i].verdict.level:
                    best[i] = answer
        if self.check >= Level.COMPILED:
            best = [compiled_within(answer, unit, form, self.target) for answer, form in zip(best, forms, strict=True)]
        return [
            Translation(form.original, self.target, answer.text, answer.verdict, tuple(tried))
            for form, answer, tried in zip(forms, best, proposed, strict=True)
        ]


def _chosen(unit: SourceUnit, only: Sequence[str]) -> list[Function]:
    functions = extract(unit)
    missing = set(only) - {function.name for function in functions}
    if missing:
        have = ", ".join(function.name for function in functions[:10]) or "none"
        raise UsageError(f"no function '{min(missing)}'", path=unit.path, help=f"the file has: {have}")
    return [function for function in functions if not only or function.name in only]


def _normalised(function: Function) -> NormalisedFunction | Verdict:
    if function.name == "main" or "::" in function.name or function.name.startswith("operator"):
        return Verdict(Level.FAILED, STAYS)
    try:
        return normalise(function)
    except Unreadable as fault:
        first = fault.faults[0] if fault.faults else None
        where = (Diagnostic("error", first.message, first.line + function.span.line - 1, first.column),) if first else ()
        return Verdict(Level.FAILED, f"cannot be read: {fault}", where)
