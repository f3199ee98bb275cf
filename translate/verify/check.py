"""How far a proposed text gets: spelled, parsed, compiled on its own or within its file, equivalent to the original."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from translate.host import host_function
from translate.languages import Language
from translate.source.answer import finished_text
from translate.source.assemble import headers_of
from translate.source.comments import with_comments
from translate.source.extract import declarations_of
from translate.source.normalise import Unrestorable
from translate.source.parse import parse, syntax_faults
from translate.source.references import UnknownLabel
from translate.source.splice import splice, without_own_headers
from translate.units import Candidate, Diagnostic, Function, Level, NormalisedFunction, Proof, SourceUnit, Verdict
from translate.verify.compile import HOST_ALONE, Build, compile_many, compile_within
from translate.verify.equivalence import Equivalence, Pair, Word, compare_many
from translate.verify.originals import is_main, runnable, whole
from translate.verify.programs import ProgramPair, compare_many_programs
from translate.verify.sandbox import Sandbox

ONE_THREAD = "one thread does all the work\nno loop was found whose iterations are independent; the kernel is right, and slow"
"""Said of a kernel that runs its function as it stands."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of every function of one unit."""

    unit: SourceUnit
    target: Language
    level: Level
    sandbox: Sandbox | None = None
    """Needed where the level is EQUIVALENT."""
    seed: int = 1
    host: bool = True
    """Whether a kernel gets a host function that calls it under the original's name."""
    extents: Mapping[str, str] = field(default_factory=dict)
    """Array or `threads.x` -> its extent, where it cannot be derived."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The functions of the unit that one of them calls, and their translations."""

    functions: tuple[Function, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def original(self) -> str:
        """What stands before a function that calls them."""
        return "".join(f"{function.text}\n" for function in self.functions)

    @property
    def translated(self) -> str:
        """What stands before its translation."""
        return "".join(f"{text}\n" for text in self.texts)


@dataclass(frozen=True, slots=True)
class Answer:
    """A candidate as text of the target language, None where it has none, and how far it got."""

    text: str | None
    verdict: Verdict
    alone: str = ""
    """The translated function without its host function."""
    prelude: str = ""
    notes: tuple[str, ...] = ()
    beside: Beside = Beside()


def read(source: NormalisedFunction, candidate: Candidate, request: Request) -> Answer:
    """The candidate's text, with its host function, parsed if that is asked."""
    target = request.target
    try:
        text = finished_text(candidate, source, target)
    except (UnknownLabel, Unrestorable) as fault:
        return Answer(None, Verdict(Level.FAILED, f"the model's answer cannot be spelled: {fault}"))
    text = with_comments(text, source.original, parse(text, target))
    return parsed(text, source.original, request)


def one_thread(answer: Answer) -> bool:
    """Whether it is a kernel that runs its function as it stands."""
    return "__global__" in answer.alone and "threadIdx" not in answer.alone and "blockIdx" not in answer.alone


def parsed(text: str, original: Function, request: Request) -> Answer:
    """A text for `original`, wherever it comes from, as an answer; parsed if that is asked."""
    if request.level >= Level.PARSED:
        tree = parse(text, request.target)
        if tree.root.has_error:
            diagnostics = tuple(Diagnostic("error", fault.message, fault.line, fault.column) for fault in syntax_faults(tree))
            return Answer(None, Verdict(Level.FAILED, "the answer does not parse", diagnostics))
    verdict = Verdict(Level.PARSED, "parsed") if request.level >= Level.PARSED else Verdict(Level.UNCHECKED, "not checked")
    return _hosted(Answer(text, verdict, text), original, request)


def compiled(answers: Sequence[Answer], request: Request) -> list[Answer]:
    """The parsed answers that the compiler takes on their own, the others with what it says; many in one unit."""
    wanted = [i for i, answer in enumerate(answers) if answer.verdict.level == Level.PARSED and not _untranslated(answer, request)]
    builds = dict(zip(wanted, _compiled_beside([answers[i] for i in wanted], request.target), strict=True))
    return [_built(answer, builds[i]) if i in builds else _named(answer, request) for i, answer in enumerate(answers)]


def _compiled_beside(answers: Sequence[Answer], target: Language) -> list[Build]:
    """What the compiler says of each with what it calls before it; lines count from its own start."""
    builds = compile_many([answer.beside.translated + (answer.text or "") for answer in answers], target)
    return [_counted_from(answer.beside.translated.count("\n"), build) for answer, build in zip(answers, builds, strict=True)]


def _counted_from(lines: int, build: Build) -> Build:
    """The diagnostics with lines of the text behind the first so many, without those of what stands before."""
    own = [replace(one, line=one.line - lines) if one.line else one for one in build.diagnostics if not one.line or one.line > lines]
    return replace(build, diagnostics=tuple(own) or build.diagnostics)


def compiled_within(answer: Answer, function: Function, request: Request) -> Answer:
    """The answer compiled in its file, among the types and macros that it needs."""
    if answer.text is None or answer.verdict.level != Level.PARSED or not answer.verdict.diagnostics:
        return answer
    if request.unit.language.family != request.target.family or any(HOST_ALONE in one.message for one in answer.verdict.diagnostics):
        return answer
    around = zip(answer.beside.functions, answer.beside.texts, strict=True)
    text = splice(request.unit, [*around, (function, answer.text)], answer.prelude)
    build = compile_within(text, request.target, Path(request.unit.path).parent)
    if not build.ok:
        return answer
    return replace(answer, verdict=Verdict(Level.COMPILED, f"compiled within its file by {_compiler(build)}"))


def without_fault(answer: Answer, request: Request) -> Answer:
    """The answer without its text where that does not compile though its file does: then nothing is missing, and it is wrong."""
    if answer.text is None or answer.verdict.level != Level.PARSED or not answer.verdict.diagnostics:
        return answer
    if not _compiles(request.unit):
        return answer
    return replace(answer, text=None, verdict=replace(answer.verdict, evidence="the answer does not compile"))


@lru_cache(maxsize=8)
def _compiles(unit: SourceUnit) -> bool:
    return compile_within(unit.text, unit.language, Path(unit.path).parent).ok


def faults_of_file(text: str, unit: SourceUnit, target: Language) -> tuple[Diagnostic, ...]:
    """What the compiler says of the translated file of `unit`; nothing where the file of the original does not compile either."""
    build = compile_within(text, target, Path(unit.path).parent)
    return () if build.ok or not _compiles(unit) else build.diagnostics


def proved(answers: Sequence[Answer], originals: Sequence[Function], request: Request) -> list[Answer]:
    """The compiled answers that do what their originals do, the others with what was seen; all in a few programs."""
    assert request.sandbox is not None
    compiled_ones = [i for i, answer in enumerate(answers) if answer.verdict.level == Level.COMPILED]
    wanted = [i for i in compiled_ones if not is_main(originals[i])]
    fortran = request.unit.language.name == "fortran"
    context = without_own_headers(declarations_of(request.unit), request.unit.language, request.target) if wanted and not fortran else ""
    pairs = []
    for i in wanted:
        # The kernel alone sees more launches, the host function what a user calls.
        whole = f"{answers[i].prelude}\n{answers[i].text}" if answers[i].prelude else answers[i].alone
        for text in dict.fromkeys((answers[i].alone, whole)):
            pairs.append((i, _pair(answers[i], originals[i], text, context, request)))
    verdicts = compare_many([pair for _, pair in pairs], seed=request.seed, sandbox=request.sandbox)
    done = list(answers)
    for i in wanted:
        first, *hosts = [verdict for (at, _), verdict in zip(pairs, verdicts, strict=True) if at == i]
        done[i] = _judged(answers[i], first, hosts[0] if hosts else None)
    mains = [i for i in compiled_ones if i not in wanted]
    for i, printed in zip(mains, _printed([answers[i].alone for i in mains], request), strict=True):
        done[i] = _judged(answers[i], printed, None)
    return done


def _pair(answer: Answer, original: Function, text: str, context: str, request: Request) -> Pair:
    """Both with what they call before them; Fortran has the whole of its unit around it."""
    fortran = request.unit.language.name == "fortran"
    whole = runnable(original, request.unit) if fortran else replace(original, text=answer.beside.original + original.text)
    return Pair(whole, request.unit.language, answer.beside.translated + text, request.target, context)


def _printed(programs: Sequence[str], request: Request) -> list[Equivalence]:
    """The verdict on each program by what it prints, against that of the whole unit."""
    assert request.sandbox is not None
    pairs = [
        ProgramPair(whole(request.unit), request.unit.language, headers_of(program, request.target) + program, request.target)
        for program in programs
    ]
    return compare_many_programs(pairs, sandbox=request.sandbox)


def given_answers(functions: Sequence[Function], given: SourceUnit, request: Request) -> list[Answer]:
    """How far a whole file, from wherever it comes, answers each of `functions`."""
    given = replace(given, text=whole(given))
    tree = parse(given.text, request.target)
    if tree.root.has_error:
        found = tuple(Diagnostic("error", fault.message, fault.line, fault.column) for fault in syntax_faults(tree))
        return [Answer(None, Verdict(Level.FAILED, "the candidate does not parse", found)) for _ in functions]
    verdict = Verdict(Level.PARSED, "parsed")
    if request.level >= Level.COMPILED:
        build = compile_within(given.text, request.target, Path(given.path).parent)
        if not build.ok:
            build = compile_many([given.text], request.target)[0]
        verdict = _built(Answer(given.text, verdict), build).verdict
    answers = [Answer(given.text, verdict, given.text) for _ in functions]
    if request.level < Level.EQUIVALENT or verdict.level < Level.COMPILED:
        return answers
    verdicts = _given_verdicts(functions, given, request)
    return [_judged(answer, found, None) for answer, found in zip(answers, verdicts, strict=True)]


def _given_verdicts(functions: Sequence[Function], given: SourceUnit, request: Request) -> list[Equivalence]:
    """Functions are called with the same inputs; a main program is run with all of its unit, for what it prints."""
    assert request.sandbox is not None
    mains = [is_main(function) for function in functions]
    called = [runnable(function, request.unit) for function, main in zip(functions, mains, strict=True) if not main]
    pairs = [Pair(original, original.language, given.text, request.target) for original in called]
    verdicts = iter(compare_many(pairs, seed=request.seed, sandbox=request.sandbox))
    program = ProgramPair(whole(request.unit), request.unit.language, given.text, request.target)
    printed = compare_many_programs([program] if any(mains) else [], sandbox=request.sandbox)
    return [printed[0] if main else next(verdicts) for main in mains]


def _hosted(answer: Answer, original: Function, request: Request) -> Answer:
    if not request.host or request.target.name != "cuda" or original.language.name != "cpp":
        return replace(answer, notes=(ONE_THREAD,)) if request.host and one_thread(answer) else answer
    text = answer.alone
    if "__global__" not in text:
        # Those who call the function on the host go on calling it.
        both = text if "__host__" in text else text.replace("__device__", "__host__ __device__", 1)
        return replace(answer, text=both, alone=both)
    if "__shared__" in text and request.level < Level.EQUIVALENT:
        # The size of a block is then part of what the kernel computes, and only a run shows whether it is right.
        return replace(answer, notes=("no host function: the kernel shares memory, so its block size matters\nuse --check run",))
    serial = (ONE_THREAD,) if one_thread(answer) else ()
    part = host_function(original.text, original.name, text, request.extents)
    if part.host is None:
        missing = f"no host function: cannot tell {', '.join(part.missing)}"
        return replace(answer, notes=(*serial, f"{missing}\n{'; '.join(part.help)}"))
    measured = (f"the extent of '{name}' is looked for in the data\nstate it with --extent {name}=EXPRESSION" for name in part.measured)
    notes = (*serial, *measured)
    return replace(answer, text=f"{part.kernel.rstrip()}\n\n{part.host}", prelude=part.prelude, notes=notes)


def _built(answer: Answer, build: Build) -> Answer:
    if build.ok:
        return replace(answer, verdict=Verdict(Level.COMPILED, f"compiled by {_compiler(build)}"))
    return replace(answer, verdict=Verdict(Level.PARSED, "parsed, but does not compile on its own", build.diagnostics))


def _judged(answer: Answer, found: Equivalence, of_host: Equivalence | None) -> Answer:
    built = answer.verdict.evidence
    refuted = of_host is not None and of_host.word in (Word.DIFFERENT, Word.CRASHED, Word.TIMED_OUT)
    if of_host is not None and found.agrees and (refuted or ("__shared__" in answer.alone and not of_host.agrees)):
        note = f"no host function: the one made for it is {of_host.word.value}: {of_host.reason}\nlaunch the kernel by hand"
        answer = replace(answer, text=answer.alone, prelude="", notes=(note,))
    proof = _proof(found)
    if found.agrees:
        both = ", host function too" if of_host is not None and of_host.agrees else ""
        seconds = found.seconds + (of_host.seconds if of_host else 0.0)
        ran = f"equivalent on {found.inputs} inputs" if found.inputs != 1 else "prints the same"
        evidence = f"{ran} (seed {found.seed}, {found.engine}, {seconds:.1f} s{both}), {built}"
        return replace(answer, verdict=Verdict(Level.EQUIVALENT, evidence, proof=proof))
    if proof.refuted:
        return replace(answer, text=None, verdict=Verdict(Level.COMPILED, f"{found.word.value}: {found.reason}", proof=proof))
    return replace(answer, verdict=Verdict(Level.COMPILED, f"{built}, not run: {found.reason}", proof=proof))


def _proof(found: Equivalence) -> Proof:
    shown = str(found.counterexample) if found.counterexample else None
    return Proof(found.word.value, found.reason, found.inputs, found.sizes, found.seed, found.engine, found.seconds, shown)


def _untranslated(answer: Answer, request: Request) -> bool:
    """C++ in a .cu file compiles, and translates nothing."""
    cuda = request.target.name == "cuda" and request.unit.language.name == "cpp"
    return cuda and "__global__" not in answer.alone and "__device__" not in answer.alone


def _named(answer: Answer, request: Request) -> Answer:
    if answer.verdict.level == Level.PARSED and _untranslated(answer, request):
        return replace(answer, verdict=Verdict(Level.PARSED, "the answer holds no kernel and no device function"))
    return answer


def _compiler(build: Build) -> str:
    return build.compiler.rsplit("/", 1)[-1]
