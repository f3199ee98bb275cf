"""Fortran procedures of many pairs in one program: each is compiled by itself, its symbols hidden from the others."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import replace

from translate.source.fortran_signatures import Procedure, chosen, procedures
from translate.verify import compilers
from translate.verify.equivalence.fortran_build import BOUNDS, FILLS, FORTRAN_FLAGS
from translate.verify.equivalence.fortran_wrapper import c_declaration, unit_with
from translate.verify.equivalence.prologue import INCLUDE, RUNTIME, compiled_with
from translate.verify.equivalence.subject import Failure, Program, Subject
from translate.verify.sandbox import COMPILE_LIMITS, Run, Sandbox

# On a busy machine a compiler waits longer than it works, and what counts is the work.
LIMITS = replace(COMPILE_LIMITS, wall_seconds=900.0, output_bytes=16 << 20)


def built(group: Sequence[tuple[int, Subject]], sandbox: Sandbox, fill: str) -> tuple[Program | None, dict[int, Failure]]:
    """A program with all that compile, and the compiler's word on each that does not."""
    # Nobody can name what another candidate of the program does.
    symbols = {number: f"s{secrets.token_hex(8)}" for number, _ in group}
    found = {number: _procedure(subject) for number, subject in group}
    files = {f"{symbols[number]}.f90": unit_with(subject.text, found[number], symbols[number]) for number, subject in group}
    files["unit.cpp"] = _driver([(found[number], symbols[number]) for number, _ in group])
    commands = [f"one {symbols[number]} {'' if _declares_too_little(found[number]) else BOUNDS}" for number, _ in group]
    files["build.sh"] = (RUNTIME / "fortran.sh").read_text(encoding="utf-8").replace("@each@", "\n".join(commands))
    command = f"sh build.sh '{FORTRAN_FLAGS} -O1 {FILLS[fill]}' '{{flags}}'"
    run = compiled_with("cpp", sandbox, command, {name: text.encode("utf-8") for name, text in files.items()}, ["unit", "*.err"], LIMITS)
    failures = {number: _failure(run, symbol) for number, symbol in symbols.items() if run.files.get(f"{symbol}.err")}
    if "unit" in run.files:
        return Program(run.files["unit"], tuple(number for number, _ in group)), failures
    said = Failure(_last_words(run))
    return None, {number: failures.get(number, said) for number, _ in group}


def _procedure(subject: Subject) -> Procedure:
    found = chosen(procedures(subject.text), subject.signature.name)
    assert found is not None, "the signature was read from the same text"
    return found


def _driver(found: Sequence[tuple[Procedure, str]]) -> str:
    declared = "\n".join(c_declaration(procedure, symbol) for procedure, symbol in found)
    functions = "\n".join(f"static void entry_{at}(Job& job) {{ call(&{symbol}, job); }}" for at, (_, symbol) in enumerate(found))
    table = ", ".join(f"{{entry_{at}, false, false}}" for at in range(len(found)))
    return (
        f'{INCLUDE}extern "C" {{\n{declared}\n}}\n'
        f"namespace equivalence {{\n{functions}\nextern const Entry entries[] = {{{table}}};\n}}\n"
        "int main() { return equivalence::serve(); }\n"
    )


def _declares_too_little(procedure: Procedure) -> bool:
    """Whether an array is declared with one element, which before assumed sizes meant any number of them."""
    return any(one.declared.extents and one.declared.extents[-1].upper == "1" for one in procedure.dummies)


def _failure(run: Run, symbol: str) -> Failure:
    said = run.files[f"{symbol}.err"].decode("utf-8", "replace")
    match = re.search(compilers.known()["fortran"]["message"], said, re.MULTILINE)
    if match is not None:
        return Failure(f"line {match['line']}: {match['text'].strip()}".replace(f"target_{symbol}", "it"))
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    missing = next((line for line in lines if "undefined reference" in line), lines[-1])
    return Failure(missing[missing.find("undefined reference") :] if "undefined reference" in missing else missing)


def _last_words(run: Run) -> str:
    lines = run.stderr.decode("utf-8", "replace").strip().splitlines()
    return next((line for line in lines if "error" in line), lines[-1] if lines else run.reason or run.outcome.value)
