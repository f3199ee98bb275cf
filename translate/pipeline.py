"""A request's whole path: extract, normalise, propose, restore, check, splice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate.errors import ModelMissing, UsageError
from translate.languages import Language
from translate.model import Backend
from translate.source.comments import with_comments
from translate.source.extract import extract
from translate.source.normalise import Unreadable, Unrestorable, normalise, restore
from translate.source.parse import parse, syntax_faults
from translate.source.references import UnknownLabel, resolve
from translate.source.splice import splice
from translate.units import (
    Candidate,
    Diagnostic,
    Function,
    Level,
    NormalisedFunction,
    SourceUnit,
    Translation,
    Verdict,
)
from translate.verify.compile import compile_text


@dataclass(frozen=True, slots=True)
class Translator:
    """Translates units into one language with one backend, and checks each candidate as far as asked."""

    backend: Backend
    target: Language
    check: Level = Level.COMPILED
    candidates: int = 1

    def translate(self, unit: SourceUnit, only: Sequence[str] = ()) -> tuple[str, list[Translation]]:
        """The unit's text with its functions translated, and what became of each. Raises UsageError, ModelMissing."""
        if not self.backend.supports(unit.language, self.target):
            raise ModelMissing(
                f"no model for {unit.language.name} -> {self.target.name} yet",
                path=unit.path,
                help="translate between cpp and cuda, or give a model of your own with --model",
            )
        functions = _chosen(unit, only)
        read = [_normalised(function) for function in functions]
        known = [source for source in read if isinstance(source, NormalisedFunction)]
        proposed = iter(self.backend.propose(known, self.target, self.candidates) if known else [])
        done = [
            self._best(source, next(proposed)) if isinstance(source, NormalisedFunction) else _failed(function, self.target, source)
            for function, source in zip(functions, read, strict=True)
        ]
        return splice(unit, [(item.source, item.text) for item in done if item.text is not None]), done

    def _best(self, source: NormalisedFunction, candidates: Sequence[Candidate]) -> Translation:
        """The first candidate that reaches the asked level, else the one that got furthest."""
        best: Translation | None = None
        for candidate in candidates:
            text, verdict = self._checked(source, candidate)
            if best is None or verdict.level > best.verdict.level:
                best = Translation(source.original, self.target, text, verdict, tuple(candidates))
            if verdict.level >= self.check:
                break
        if best is None:
            return _failed(source.original, self.target, Verdict(Level.FAILED, "the function is too long for the model"))
        return best

    def _checked(self, source: NormalisedFunction, candidate: Candidate) -> tuple[str | None, Verdict]:
        try:
            text = restore(resolve(candidate.tokens, source), {**source.names, **candidate.names}, self.target)
        except (UnknownLabel, Unrestorable) as fault:
            return None, Verdict(Level.FAILED, f"the model's answer cannot be spelled: {fault}")
        tree = parse(text, self.target)
        text = with_comments(text, source.original, tree)
        if self.check < Level.PARSED:
            return text, Verdict(Level.UNCHECKED, "not checked")
        faults = syntax_faults(tree)
        if faults or tree.root.has_error:
            diagnostics = tuple(Diagnostic("error", fault.message, fault.line, fault.column) for fault in faults)
            return None, Verdict(Level.FAILED, "the model's answer does not parse", diagnostics)
        if self.check < Level.COMPILED:
            return text, Verdict(Level.PARSED, "parsed")
        if self.target.name == "cuda" and source.original.language.name == "cpp" and "__global__" not in text and "__device__" not in text:
            # C++ in a .cu file compiles, and translates nothing.
            return text, Verdict(Level.PARSED, "the answer holds no kernel and no device function")
        build = compile_text(text, self.target)
        if build.ok:
            return text, Verdict(Level.COMPILED, f"compiled by {build.compiler.rsplit('/', 1)[-1]}")
        return text, Verdict(Level.PARSED, "parsed, but does not compile on its own", build.diagnostics)


def _chosen(unit: SourceUnit, only: Sequence[str]) -> list[Function]:
    functions = extract(unit)
    missing = set(only) - {function.name for function in functions}
    if missing:
        have = ", ".join(function.name for function in functions[:10]) or "none"
        raise UsageError(f"no function '{min(missing)}'", path=unit.path, help=f"the file has: {have}")
    return [function for function in functions if not only or function.name in only]


def _normalised(function: Function) -> NormalisedFunction | Verdict:
    if function.name == "main" or "::" in function.name or function.name.startswith("operator"):
        return Verdict(Level.FAILED, "main, members and operators stay as they are")
    try:
        return normalise(function)
    except Unreadable as fault:
        first = fault.faults[0] if fault.faults else None
        where = (Diagnostic("error", first.message, first.line + function.span.line - 1, first.column),) if first else ()
        return Verdict(Level.FAILED, f"cannot be read: {fault}", where)


def _failed(function: Function, target: Language, verdict: Verdict | NormalisedFunction) -> Translation:
    assert isinstance(verdict, Verdict)
    return Translation(function, target, None, verdict)
