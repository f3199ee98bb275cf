"""Functions of many pairs in one program that runs jobs; the two sides of a comparison are never in the same program."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import replace

from translate.languages import language
from translate.source.launches import runnable_on_cpu
from translate.source.parse import parse, walk
from translate.source.signatures import signatures
from translate.source.structures import of_one_type
from translate.source.threads import thread_use
from translate.verify.equivalence.fortran_program import built as built_of_fortran
from translate.verify.equivalence.prologue import INCLUDE, compiled_with
from translate.verify.equivalence.subject import Failure, Program, Subject
from translate.verify.sandbox import COMPILE_LIMITS, Run, Sandbox

TOGETHER = 40
# On a busy machine a compiler waits longer than it works, and what counts is the work.
UNIT_LIMITS = replace(COMPILE_LIMITS, wall_seconds=900.0, output_bytes=16 << 20)
MESSAGE = re.compile(r"^(?P<file>[^\s(:]+):(?P<line>\d+):(?:\d+:)?\s*(?:fatal )?error:\s*(?P<text>.*)$", re.MULTILINE)


def build(numbered: Sequence[tuple[int, Subject]], sandbox: Sandbox, fill: str) -> tuple[list[Program], dict[int, Failure]]:
    """Programs for the subjects, and for each that does not compile the compiler's word; `fill` is what variables that nobody sets hold."""
    programs: list[Program] = []
    failures: dict[int, Failure] = {}
    of_fortran = [(number, subject) for number, subject in numbered if subject.language.name == "fortran"]
    for at in range(0, len(of_fortran), TOGETHER):
        program, refused = built_of_fortran(of_fortran[at : at + TOGETHER], sandbox, fill)
        programs += [program] if program is not None else []
        failures.update(refused)
    for name in ("cpp", "cuda"):
        of_language = [(number, subject) for number, subject in numbered if subject.language.name == name]
        shared = [pair for pair in of_language if not pair[1].alone]
        groups = [shared[at : at + TOGETHER] for at in range(0, len(shared), TOGETHER)]
        groups += [[pair] for pair in of_language if pair[1].alone]
        while groups:
            group = groups.pop(0)
            run = _compiled(group, name, sandbox, fill)
            if run.ok and "unit" in run.files:
                programs.append(Program(run.files["unit"], tuple(number for number, _ in group)))
                continue
            faulty = _messages(run, group)
            failures.update(faulty)
            rest = [pair for pair in group if pair[0] not in faulty]
            if faulty and rest:
                groups.insert(0, rest)
            elif len(rest) > 1:
                groups[:0] = [rest[: len(rest) // 2], rest[len(rest) // 2 :]]
            elif rest:
                failures[rest[0][0]] = Failure(_last_words(run))
    return programs, failures


def _compiled(group: Sequence[tuple[int, Subject]], name: str, sandbox: Sandbox, fill: str) -> Run:
    command = f"g++ {{flags}} -ftrivial-auto-var-init={fill} -c unit.cpp -o unit.o && g++ unit.o -o unit"
    return compiled_with(name, sandbox, command, {"unit.cpp": _unit(group, name).encode("utf-8")}, ["unit"], UNIT_LIMITS)


def _unit(group: Sequence[tuple[int, Subject]], name: str) -> str:
    pieces = [INCLUDE]
    calls = []
    parts = ""
    for number, subject in group:
        # Nobody can name what another candidate of the program does.
        scope = f"s{secrets.token_hex(8)}" if not subject.alone else ""
        text = runnable_on_cpu(parse(subject.text, language("cuda"))) if name == "cuda" else subject.text
        names = _names(subject) if name != "cuda" else ""
        # A program's own start is a function like any other.
        before, behind = (f"namespace {scope} {{", "}") if scope else ("#define main main_of_text", "#undef main")
        pieces.append(f'{before}\n{names}\n#line 1 "pair_{number}"\n{text}\n{behind}\n')
        calls.append(_entry(subject, scope))
        parts += "".join(
            f"template <> struct Parts<{scope}::{structure}> {{ using type = {kind}; }};\n"
            for structure, kind in of_one_type(subject.text, subject.language).items()
        )
    functions = "".join(f"static void entry_{at}(Job& job) {{ {call} }}\n" for at, (call, _) in enumerate(calls))
    table = ", ".join(f"{{entry_{at}, {marks}}}" for at, (_, marks) in enumerate(calls))
    pieces.append(f"namespace equivalence {{\n{parts}}}\n")
    pieces.append(f'#line 1 "entries"\nnamespace equivalence {{\n{functions}extern const Entry entries[] = {{{table}}};\n}}\n')
    return "".join([*pieces, "int main() { return equivalence::serve(); }\n"])


def _names(subject: Subject) -> str:
    """What puts `min` and `max` at hand, which a function cut from its file had from an include or a macro."""
    code = parse(subject.text, subject.language)
    mentioned = {code.text(node) for node in walk(code.root) if node.type == "identifier"}
    defined = {one.name for one in signatures(subject.text, subject.language)}
    wanted = [name for name in ("max", "min") if name in mentioned - defined and f"define {name}" not in subject.text]
    return "".join(f"using std::{name}; " for name in wanted)


def _entry(subject: Subject, scope: str) -> tuple[str, str]:
    signature = subject.signature
    function = f"&{scope}::{signature.scope}{signature.name}{signature.instance}"
    if signature.place != "kernel":
        return f"call({function}, job);", "false, false"
    use = thread_use(subject.text, signature.name)
    marks = f"{str(use.uses_warps).lower()}, {str(use.uses_fences).lower()}"
    return f'launch({function}, "{signature.name}", job);', marks


def _messages(run: Run, group: Sequence[tuple[int, Subject]]) -> dict[int, Failure]:
    said: dict[int, Failure] = {}
    entries = [number for number, _ in group]
    for match in MESSAGE.finditer(run.stderr.decode("utf-8", "replace")):
        file, line = match["file"], int(match["line"])
        if file.startswith("pair_"):
            said.setdefault(int(file.removeprefix("pair_")), Failure(f"line {line}: {match['text']}"))
        elif file == "entries" and 2 <= line < 2 + len(entries):
            said.setdefault(entries[line - 2], Failure(match["text"]))
    return said


def _last_words(run: Run) -> str:
    lines = run.stderr.decode("utf-8", "replace").strip().splitlines()
    last = lines[-1] if lines else run.reason or run.outcome.value
    return next((line for line in lines if "error" in line or "undefined reference" in line), last)
