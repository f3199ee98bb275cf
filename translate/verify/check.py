"""How far a proposed text gets: spelled, parsed, compiled on its own, or compiled within its file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.languages import Language
from translate.source.comments import with_comments
from translate.source.elsewhere import respelled_calls
from translate.source.normalise import Unrestorable, restore
from translate.source.parse import parse, syntax_faults
from translate.source.references import UnknownLabel, resolve
from translate.source.splice import splice
from translate.units import Candidate, Diagnostic, Level, NormalisedFunction, SourceUnit, Verdict
from translate.verify.compile import Build, compile_many, compile_within


@dataclass(frozen=True, slots=True)
class Answer:
    """A candidate as text of the target language, None where it has none, and how far it got."""

    text: str | None
    verdict: Verdict


def read(source: NormalisedFunction, candidate: Candidate, target: Language, asked: Level) -> Answer:
    """The candidate's text, parsed if that is asked."""
    try:
        text = restore(resolve(candidate.tokens, source), {**source.names, **candidate.names}, target)
    except (UnknownLabel, Unrestorable) as fault:
        return Answer(None, Verdict(Level.FAILED, f"the model's answer cannot be spelled: {fault}"))
    text = respelled_calls(text, source.original.language, target)
    tree = parse(text, target)
    text = with_comments(text, source.original, tree)
    if asked < Level.PARSED:
        return Answer(text, Verdict(Level.UNCHECKED, "not checked"))
    faults = syntax_faults(tree)
    if faults or tree.root.has_error:
        diagnostics = tuple(Diagnostic("error", fault.message, fault.line, fault.column) for fault in faults)
        return Answer(None, Verdict(Level.FAILED, "the model's answer does not parse", diagnostics))
    return Answer(text, Verdict(Level.PARSED, "parsed"))


def compiled(answers: Sequence[Answer], source: Language, target: Language) -> list[Answer]:
    """The parsed answers that the compiler takes on their own, the others with what it says; many in one unit."""
    wanted = [answer for answer in answers if answer.verdict.level == Level.PARSED and not _untranslated(answer, source, target)]
    builds = iter(compile_many([answer.text or "" for answer in wanted], target))
    return [_built(answer, next(builds)) if answer in wanted else _named(answer, source, target) for answer in answers]


def compiled_within(answer: Answer, unit: SourceUnit, function: NormalisedFunction, target: Language) -> Answer:
    """The answer compiled in its file, among the types and macros that it needs."""
    if answer.text is None or answer.verdict.level != Level.PARSED or not answer.verdict.diagnostics:
        return answer
    build = compile_within(splice(unit, [(function.original, answer.text)]), target, Path(unit.path).parent)
    if not build.ok:
        return answer
    return Answer(answer.text, Verdict(Level.COMPILED, f"compiled within its file by {_compiler(build)}"))


def _built(answer: Answer, build: Build) -> Answer:
    if build.ok:
        return Answer(answer.text, Verdict(Level.COMPILED, f"compiled by {_compiler(build)}"))
    return Answer(answer.text, Verdict(Level.PARSED, "parsed, but does not compile on its own", build.diagnostics))


def _untranslated(answer: Answer, source: Language, target: Language) -> bool:
    """C++ in a .cu file compiles, and translates nothing."""
    text = answer.text or ""
    return target.name == "cuda" and source.name == "cpp" and "__global__" not in text and "__device__" not in text


def _named(answer: Answer, source: Language, target: Language) -> Answer:
    if answer.verdict.level == Level.PARSED and _untranslated(answer, source, target):
        return Answer(answer.text, Verdict(Level.PARSED, "the answer holds no kernel and no device function"))
    return answer


def _compiler(build: Build) -> str:
    return build.compiler.rsplit("/", 1)[-1]
