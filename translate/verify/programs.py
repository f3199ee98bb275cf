"""Whether a whole program prints what another one prints: both are built and run in the sandbox, many pairs side by side."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from translate.languages import Language
from translate.source.fixed_form import in_free_form
from translate.verify.cuda_on_cpu import build_flags, to_cpp, unsupported
from translate.verify.equivalence.fortran_build import FILLS, FORTRAN_FLAGS, FREE_FORM
from translate.verify.equivalence.prologue import seeing_headers
from translate.verify.equivalence.verdict import Counterexample, Equivalence, Word
from translate.verify.printed import mismatch, tokens
from translate.verify.sandbox import COMPILE_LIMITS, Limits, Outcome, Run, Sandbox

AT_A_TIME = 2
RUNS = 2
"""Of the original: what differs between them is left to chance."""
LIMITS = Limits(cpu_seconds=5.0, wall_seconds=60.0)
BUILD_LIMITS = replace(COMPILE_LIMITS, wall_seconds=600.0)
"""On a busy machine a compiler waits longer than it works, and what counts is the work."""
ENVIRONMENT = {"GFORTRAN_ERROR_BACKTRACE": "n"}
CPP_FLAGS = ("-std=c++17", "-w", "-O0", "-ffp-contract=off", "-fwrapv", "-ftrivial-auto-var-init=pattern")
SHOWN = 200


@dataclass(frozen=True, slots=True)
class ProgramPair:
    """Two whole programs, each with its `main`, modules and procedures, and what both read from standard input."""

    original: str
    source: Language
    candidate: str
    target: Language
    stdin: bytes = b""


@dataclass(frozen=True, slots=True)
class _Built:
    """Programs of one text, one for each value of what nobody sets; or the compiler's word."""

    binaries: tuple[bytes, ...]
    message: str = ""


def compare_programs(
    original: str, source: Language, candidate: str, target: Language, *, sandbox: Sandbox, stdin: bytes = b""
) -> Equivalence:
    """Whether `candidate` prints what `original` prints."""
    return compare_many_programs([ProgramPair(original, source, candidate, target, stdin)], sandbox=sandbox)[0]


def compare_many_programs(pairs: Sequence[ProgramPair], *, sandbox: Sandbox) -> list[Equivalence]:
    """The verdict on each pair; those of one original are judged by the same runs of it."""
    began = time.monotonic()
    asked = list(dict.fromkeys((pair.original, pair.source, pair.stdin) for pair in pairs))
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        known = dict(zip(asked, pool.map(lambda one: _expected(one[0], one[1], one[2], sandbox), asked), strict=True))
        verdicts = list(pool.map(lambda pair: _judged(known[pair.original, pair.source, pair.stdin], pair, sandbox), pairs))
    each = (time.monotonic() - began) / max(len(pairs), 1)
    return [replace(verdict, engine=sandbox.name, seconds=each) for verdict in verdicts]


def _expected(text: str, language: Language, stdin: bytes, sandbox: Sandbox) -> str | Equivalence:
    """What the original prints, whenever it runs; UNTESTABLE where that depends on chance."""
    if reason := _uncovered(text, language):
        return _untestable(reason)
    built = _built(text, language, sandbox, every_fill=True)
    if not built.binaries:
        return _untestable(f"the original does not compile: {built.message}")
    printed = []
    for turn in range(RUNS):
        run = _run(built.binaries[turn % len(built.binaries)], sandbox, stdin)
        if not run.ok:
            return _untestable(f"the original fails: {_how(run)}")
        printed.append(run.stdout.decode("utf-8", "replace"))
    if mismatch(printed[0], printed[1]) is not None:
        return _untestable("the original prints what nobody has set, or is not deterministic")
    return printed[0] if printed[0].strip() else _untestable("the original prints nothing")


def _judged(expected: str | Equivalence, pair: ProgramPair, sandbox: Sandbox) -> Equivalence:
    if isinstance(expected, Equivalence):
        return expected
    if reason := _uncovered(pair.candidate, pair.target):
        return _untestable(reason)
    built = _built(pair.candidate, pair.target, sandbox, every_fill=False)
    if not built.binaries:
        return Equivalence(Word.NOT_COMPILED, built.message)
    run = _run(built.binaries[0], sandbox, pair.stdin)
    if not run.ok:
        word = Word.TIMED_OUT if run.outcome is Outcome.TIMED_OUT else Word.CRASHED
        return Equivalence(word, _how(run), 1, counterexample=Counterexample((), "the run", "ends well", _how(run)))
    where = mismatch(expected, run.stdout.decode("utf-8", "replace"))
    if where is None:
        return Equivalence(Word.EQUIVALENT, f"prints the same {len(tokens(expected))} words and numbers", 1)
    example = Counterexample((), f"line {where.line} of what it prints", repr(where.expected[:SHOWN]), repr(where.found[:SHOWN]))
    return Equivalence(Word.DIFFERENT, str(example), 1, counterexample=example)


def _uncovered(text: str, language: Language) -> str:
    return next(iter(unsupported(text)), "") if language.name == "cuda" else ""


def _built(text: str, language: Language, sandbox: Sandbox, *, every_fill: bool) -> _Built:
    """C++ is built once, as that takes long; what nobody sets is then no value that a program would print by chance."""
    commands = _commands(language, every_fill=every_fill)
    names = [f"program{number}" for number in range(len(commands))]
    script = " && ".join(command.format(out=name) for command, name in zip(commands, names, strict=True))
    files = {"text.f90" if language.name == "fortran" else "text.cpp": _spelled(text, language).encode("utf-8")}
    view = seeing_headers(sandbox) if language.name == "cuda" else sandbox
    run = view.compile(["sh", "-c", script], files=files, results=names, limits=BUILD_LIMITS)
    if run.ok and all(name in run.files for name in names):
        return _Built(tuple(run.files[name] for name in names))
    return _Built((), _complaint(run))


def _commands(language: Language, *, every_fill: bool) -> list[str]:
    if language.name == "fortran":
        fills = list(FILLS.values()) if every_fill else [FILLS["pattern"]]
        return [f"gfortran {FORTRAN_FLAGS} -O0 {fill} text.f90 -o {{out}}" for fill in fills]
    flags = " ".join(build_flags("plain") if language.name == "cuda" else CPP_FLAGS)
    return [f"g++ {flags} text.cpp -o {{out}}"]


def _spelled(text: str, language: Language) -> str:
    if language.name == "fortran":
        return in_free_form(text, language, FREE_FORM)
    return to_cpp(text) if language.name == "cuda" else text


def _run(binary: bytes, sandbox: Sandbox, stdin: bytes) -> Run:
    return sandbox.run(["./program"], files={"program": binary}, stdin=stdin, environment=ENVIRONMENT, limits=LIMITS)


def _how(run: Run) -> str:
    """How a run ended that did not end well."""
    said = run.stderr.decode("utf-8", "replace").strip().splitlines()
    word = next((line.strip() for line in said if "error" in line.lower() or "terminate" in line), said[-1].strip() if said else "")
    ended = f"ends with status {run.status}" if run.outcome is Outcome.FAILED else run.reason or run.outcome.value
    return f"{ended}: {word[:SHOWN]}" if word else ended


def _complaint(run: Run) -> str:
    lines = [line.strip() for line in run.stderr.decode("utf-8", "replace").splitlines() if line.strip()]
    wanted = ("error:", "Error:", "undefined reference", "multiple definition")
    found = next((line for line in lines if any(word in line for word in wanted)), lines[-1] if lines else run.reason or run.outcome.value)
    return found.split("rror: ", 1)[-1][:SHOWN]


def _untestable(reason: str) -> Equivalence:
    return Equivalence(Word.UNTESTABLE, reason)
