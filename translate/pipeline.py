"""A request's whole path: extract, normalise, propose, restore, check, splice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from translate.errors import ModelMissing, UsageError
from translate.languages import Language
from translate.model import PIVOT, RULES, Backend, Reasoned, in_turn
from translate.source.assemble import assemble, headers_of, prototypes_of
from translate.source.callees import callees_of, in_waves, needed_by
from translate.source.extract import declarations_of, extract, translated_whole
from translate.source.normalise import Unreadable, normalise
from translate.source.splice import splice, without_own_headers
from translate.units import Candidate, Diagnostic, Function, Level, NormalisedFunction, SourceUnit, Translation, Verdict
from translate.verify.check import (
    Answer,
    Beside,
    Request,
    compiled,
    compiled_within,
    faults_of_file,
    given_answers,
    one_thread,
    proved,
    read,
    without_fault,
)
from translate.verify.originals import has_main, is_main
from translate.verify.sandbox import Sandbox

TOGETHER = 16
"""Functions that are proposed and compiled at a time."""
STAYS = "main, members and operators stay as they are"
WRITTEN = {RULES: "written by rule", PIVOT: "by way of C++, half of it by rule"}
"""What the report says of whoever is not a model."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Translator:
    """Translates units into one language with one backend, and checks each candidate as far as asked."""

    backend: Backend
    target: Language
    check: Level = Level.COMPILED
    candidates: int = 1
    sandbox: Sandbox | None = None
    seed: int = 1
    host: bool = True
    extents: Mapping[str, str] = field(default_factory=dict)

    def translate(
        self, unit: SourceUnit, only: Sequence[str] = (), progress: Progress = lambda done, all: None
    ) -> tuple[str, list[Translation]]:
        """The unit's text with its functions translated, and what became of each. Raises UsageError, ModelMissing."""
        if not self.backend.supports(unit.language, self.target):
            raise ModelMissing(
                f"no model for {unit.language.name} -> {self.target.name} yet",
                path=unit.path,
                help="give another model with --model; rules knows all directions",
            )
        request = self._request(unit)
        functions = _parts(unit, only, self.target)
        callees = callees_of(functions)
        done: dict[int, Translation] = {}
        for wave in in_waves(callees):
            for start in range(0, len(wave), TOGETHER):
                progress(len(done), len(functions))
                numbers = wave[start : start + TOGETHER]
                beside = [_beside(number, functions, callees, done) for number in numbers]
                done.update(zip(numbers, self._translated([functions[i] for i in numbers], beside, request), strict=True))
        progress(len(functions), len(functions))
        in_order = [done[number] for number in range(len(functions))]
        return _spliced(unit, in_order, self.target), in_order

    def faults(self, unit: SourceUnit, text: str, done: Sequence[Translation]) -> tuple[Diagnostic, ...]:
        """What is wrong with the translated file though its functions are right: leftovers of the other language, names that meet."""
        together = len(done) > 1 or declarations_of(unit)
        asked = self.check >= Level.COMPILED and together and any(item.text is not None for item in done)
        return faults_of_file(text, unit, self.target) if asked else ()

    def prove(self, unit: SourceUnit, given: SourceUnit, only: Sequence[str] = ()) -> list[Translation]:
        """How far the translation in `given`, from wherever it comes, answers each function of `unit`."""
        request = self._request(unit)
        program = has_main(given)
        functions = [function for function in _chosen(unit, only) if not _stays(function) or (program and is_main(function))]
        done = given_answers(functions, given, request)
        return [_translation(function, self.target, answer) for function, answer in zip(functions, done, strict=True)]

    def _request(self, unit: SourceUnit) -> Request:
        return Request(unit, self.target, self.check, self.sandbox, self.seed, self.host, self.extents)

    def _translated(self, functions: Sequence[Function], beside: Sequence[Beside], request: Request) -> list[Translation]:
        """The first candidate of each function that reaches the asked level, else the one that got furthest."""
        forms = [_normalised(function, request) for function in functions]
        known = [(form, of) for form, of in zip(forms, beside, strict=True) if isinstance(form, NormalisedFunction)]
        best = iter(self._best([form for form, _ in known], [of for _, of in known], request))
        return [
            Translation(function, self.target, None, form) if isinstance(form, Verdict) else next(best)
            for function, form in zip(functions, forms, strict=True)
        ]

    def _best(self, forms: Sequence[NormalisedFunction], beside: Sequence[Beside], request: Request) -> list[Translation]:
        best = [self._unanswered for _ in forms]
        tried: list[list[Candidate]] = [[] for _ in forms]
        for backend in in_turn(self.backend, request.unit.language, self.target):
            open_ = [i for i, answer in enumerate(best) if self._is_open(answer)]
            proposed = backend.propose([forms[i] for i in open_], self.target, self.candidates) if open_ else []
            for rank in range(max(map(len, proposed), default=0)):
                ranked = [(i, found[rank]) for i, found in zip(open_, proposed, strict=True) if len(found) > rank]
                self._try([(i, one) for i, one in ranked if self._is_open(best[i])], forms, beside, best, request)
            for i, found in zip(open_, proposed, strict=True):
                tried[i] += found
        best = [
            self._declined(form) if answer == self._unanswered else without_fault(answer, request)
            for form, answer in zip(forms, best, strict=True)
        ]
        return [
            _translation(form.original, self.target, answer, tuple(candidates))
            for form, answer, candidates in zip(forms, best, tried, strict=True)
        ]

    def _is_open(self, answer: Answer) -> bool:
        """Whether more candidates are tried: a kernel of one thread that was proved is the answer only where no other one is."""
        reason = answer.verdict.proof.reason if answer.verdict.proof is not None else ""
        if reason.startswith("the original") and "launch" not in reason:
            return False  # No candidate can be run against it.
        return answer.verdict.level < self.check or answer == self._unanswered or (self.check is Level.EQUIVALENT and one_thread(answer))

    def _declined(self, form: NormalisedFunction) -> Answer:
        """That there is no answer, and what rules have to say of it."""
        asked = in_turn(self.backend, form.original.language, self.target)
        told = [f"; {one.name}: {one.reason(form, self.target)}" for one in asked if isinstance(one, Reasoned)]
        return Answer(None, Verdict(Level.FAILED, self.backend.declines + "".join(told)))

    @property
    def _unanswered(self) -> Answer:
        return Answer(None, Verdict(Level.FAILED, self.backend.declines))

    def _try(
        self,
        candidates: Sequence[tuple[int, Candidate]],
        forms: Sequence[NormalisedFunction],
        beside: Sequence[Beside],
        best: list[Answer],
        request: Request,
    ) -> None:
        """Put the answers that get further than the best so far in their places."""
        read_ones = [(i, candidate, replace(read(forms[i], candidate, request), beside=beside[i])) for i, candidate in candidates]
        kept = [one for one in read_ones if not (one_thread(one[2]) and best[one[0]].verdict.level >= self.check)]
        candidates, answers = [(i, candidate) for i, candidate, _ in kept], [answer for *_, answer in kept]
        answers = self._checked(answers, [forms[i].original for i, _ in candidates], request)
        for (i, candidate), answer in zip(candidates, answers, strict=True):
            if best[i] == self._unanswered or _further(answer) > _further(best[i]):
                best[i] = _signed(answer, candidate)

    def _checked(self, answers: list[Answer], originals: Sequence[Function], request: Request) -> list[Answer]:
        if self.check >= Level.COMPILED:
            answers = compiled(answers, request)
            answers = [compiled_within(answer, original, request) for answer, original in zip(answers, originals, strict=True)]
        return proved(answers, originals, request) if self.check >= Level.EQUIVALENT else answers


def _beside(number: int, functions: Sequence[Function], callees: Sequence[frozenset[int]], done: Mapping[int, Translation]) -> Beside:
    """What a function calls, as it was and as it was translated; nothing where one of them has no translation."""
    needed = needed_by(number, callees)
    texts = tuple(text for one in needed if one in done and (text := done[one].text) is not None)
    return Beside(tuple(functions[one] for one in needed), texts) if len(texts) == len(needed) else Beside()


def _signed(answer: Answer, candidate: Candidate) -> Answer:
    """The answer; one that no model wrote, or not it alone, says so."""
    if candidate.proposer not in WRITTEN:
        return answer
    return replace(answer, verdict=replace(answer.verdict, evidence=f"{answer.verdict.evidence}; {WRITTEN[candidate.proposer]}"))


def _further(answer: Answer) -> tuple[bool, Level, bool]:
    """Candidates in order: one that was refuted is worse than any that was not."""
    refuted = answer.verdict.proof is not None and answer.verdict.proof.refuted
    return not refuted and answer.text is not None, answer.verdict.level, not one_thread(answer)


def _translation(source: Function, target: Language, answer: Answer, candidates: tuple[Candidate, ...] = ()) -> Translation:
    return Translation(source, target, answer.text, answer.verdict, candidates, answer.prelude, answer.notes)


def _spliced(unit: SourceUnit, done: Sequence[Translation], target: Language) -> str:
    """The functions in their file; where the target cannot hold it, in a file of their own with what is left as comments."""
    if unit.language.family != target.family:
        made = "\n".join(item.text for item in done if item.text is not None)
        placed = [(item.source, item.text) for item in done]
        ahead = prototypes_of(placed, target) if target.family == "cpp" else ""
        return assemble(unit, placed, target, f"{headers_of(made, target)}\n{ahead}")
    found = [(item.source, item.text) for item in done if item.text is not None]
    if target.name != "cpp":
        return splice(unit, found, next((item.prelude for item in done if item.prelude), ""))
    needed = headers_of("\n".join(text for _, text in found), target).splitlines()
    missing = "\n".join(line for line in needed if line not in unit.text)
    return without_own_headers(splice(unit, found, missing), unit.language, target)


def _parts(unit: SourceUnit, only: Sequence[str], target: Language) -> list[Function]:
    """What is translated at a time: a whole program into another family of languages, else function by function."""
    program = translated_whole(unit, target) if not only else None
    return [program] if program is not None else _chosen(unit, only)


def _chosen(unit: SourceUnit, only: Sequence[str]) -> list[Function]:
    functions = extract(unit)
    missing = set(only) - {function.name for function in functions}
    if missing:
        have = ", ".join(function.name for function in functions[:10]) or "none"
        raise UsageError(f"no function '{min(missing)}'", path=unit.path, help=f"the file has: {have}")
    return [function for function in functions if not only or function.name in only]


def _stays(function: Function) -> bool:
    return function.name == "main" or "::" in function.name or function.name.startswith("operator")


def _normalised(function: Function, request: Request) -> NormalisedFunction | Verdict:
    crosses = request.unit.language.family != request.target.family
    if _stays(function) and not (crosses and is_main(function) and request.target.name != "cuda"):
        return Verdict(Level.FAILED, STAYS)
    try:
        return normalise(function)
    except Unreadable as fault:
        first = fault.faults[0] if fault.faults else None
        where = (Diagnostic("error", first.message, first.line + function.span.line - 1, first.column),) if first else ()
        return Verdict(Level.FAILED, f"cannot be read: {fault}", where)
