"""An answer and the driver that calls it as one program: C++ compiles and links both, whatever language the answer is in.

The driver declares the C++ function of its item. A function of that name is written around the answer: it hands over each argument by
value or by place as the answer takes it, so that Fortran's places and C++ values fit together.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from eval.items import Task
from eval.metrics.compile import at_hand
from translate.host import PRELUDE, host_part
from translate.languages import language
from translate.source.code import renamed_function
from translate.source.fixed_form import in_free_form
from translate.source.fortran_signatures import chosen, procedures
from translate.source.signatures import Parameter, Signature, signatures
from translate.verify.compile import PRELUDES
from translate.verify.cuda_on_cpu import build_flags, to_cpp, unsupported
from translate.verify.equivalence.fortran_build import FILLS, FORTRAN_FLAGS, FREE_FORM
from translate.verify.equivalence.fortran_wrapper import c_declaration, unit_with
from translate.verify.equivalence.matching import answering, slots
from translate.verify.equivalence.prologue import seeing_headers
from translate.verify.equivalence.running import RETURNED
from translate.verify.sandbox import Limits, Sandbox

CPP_FLAGS = "-std=c++17 -w -O1 -ffp-contract=off"
LIMITS = Limits(cpu_seconds=20.0, wall_seconds=60.0)


@dataclass(frozen=True, slots=True)
class Printed:
    """What a program printed, or why it printed nothing."""

    output: str | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of a program and the command that builds it."""

    files: Mapping[str, str]
    command: str


def printed(task: Task, text: str, sandbox: Sandbox) -> Printed:
    """What the driver of the task's item prints with `text` in the function's place."""
    found = sources(task, text)
    if isinstance(found, str):
        return Printed(None, found)
    files = {name: content.encode("utf-8") for name, content in {**found.files, "driver.cpp": task.item.driver or ""}.items()}
    built = seeing_headers(sandbox).compile(["sh", "-c", found.command], files=files, results=["program"])
    if not built.ok or "program" not in built.files:
        said = built.stderr.decode("utf-8", "replace").splitlines()
        return Printed(
            None, "does not build: " + next((line for line in said if "rror" in line or "undefined" in line), built.outcome.value)
        )
    run = sandbox.run(["./program"], files={"program": built.files["program"]}, limits=LIMITS)
    if not run.ok:
        return Printed(None, f"{run.outcome.value}: {run.stderr.decode('utf-8', 'replace').strip()[:200] or run.reason}")
    return Printed(run.stdout.decode("utf-8", "replace"))


def sources(task: Task, text: str) -> Sources | str:
    """The files beside the driver; a sentence where the answer cannot be called."""
    original = signatures(task.item.texts["cpp"], language("cpp"))
    if not original:
        return "the item has no C++ function for its driver"
    wanted = original[-1]
    if task.target == "cuda":
        return _of_kernel(task.item.texts["cpp"], text, wanted)
    return _of_fortran(text, wanted) if task.target == "fortran" else _of_cpp(text, wanted)


def _of_cpp(text: str, wanted: Signature) -> Sources | str:
    own = answering(wanted, signatures(text, language("cpp")))
    if own is None:
        return "it defines no function that can be called"
    name = f"answer_{secrets.token_hex(4)}"
    around = calling(wanted, own, f"{name}{own.instance}")
    if isinstance(around, Failing):
        return around.reason
    renamed = renamed_function(text, language("cpp"), own.name, name)
    return Sources(
        {"answer.cpp": f"{PRELUDES['cpp']}{at_hand(renamed, 'cpp')}\n{around}\n"}, f"g++ {CPP_FLAGS} answer.cpp driver.cpp -o program"
    )


def _of_kernel(original: str, text: str, wanted: Signature) -> Sources | str:
    if reasons := unsupported(text):
        return reasons[0]
    whole = f"{PRELUDE}{text}"
    if not any(one.name == wanted.name and one.place == "host" for one in signatures(text, language("cuda"))):
        part = host_part(original, text)
        if part.host is None:
            return f"no host function can be written for it: {', '.join(part.missing)}"
        whole = part.text
    flags = " ".join(build_flags("plain"))
    return Sources({"answer.cpp": to_cpp(PRELUDES["cpp"] + whole, "answer.cu")}, f"g++ {flags} answer.cpp driver.cpp -o program")


def _of_fortran(text: str, wanted: Signature) -> Sources | str:
    free = in_free_form(text, language("fortran"), FREE_FORM)
    own = answering(wanted, signatures(free, language("fortran")))
    procedure = chosen(procedures(free), own.name) if own is not None else None
    if own is None or procedure is None or procedure.problem:
        return procedure.problem if procedure is not None else "it defines no procedure that can be called"
    symbol = f"answer_{secrets.token_hex(4)}"
    around = calling(wanted, own, symbol)
    if isinstance(around, Failing):
        return around.reason
    bridge = f'#include <complex>\n#include <cstdint>\n#include <cstddef>\nextern "C" {{ {c_declaration(procedure, symbol)} }}\n{around}\n'
    build = f"gfortran {FORTRAN_FLAGS} -O1 {FILLS['pattern']} -c answer.f90 && g++ {CPP_FLAGS} bridge.cpp driver.cpp answer.o"
    return Sources({"answer.f90": unit_with(free, procedure, symbol), "bridge.cpp": bridge}, f"{build} -lgfortran -lm -o program")


@dataclass(frozen=True, slots=True)
class Failing:
    """Why an answer cannot be called like the original."""

    reason: str


def calling(wanted: Signature, own: Signature, name: str) -> str | Failing:
    """A C++ function under the original's name and parameters that calls the answer as `name`."""
    if any(not parameter.name for parameter in wanted.parameters):
        return Failing("a parameter of the original has no name")
    matched = slots(wanted, own, places=True)
    if isinstance(matched, str):
        return Failing(matched)
    given = [_handed(parameter, wanted, slot) for parameter, slot in zip(own.parameters, matched, strict=False)]
    call = f"{name}({', '.join(given)})"
    if len(matched) > len(own.parameters):
        body = f"*{wanted.parameters[matched[-1]].name} = {call};"
    elif RETURNED in matched:
        body = f"{wanted.returns} returned_ = 0; {call}; return returned_;"
    else:
        body = f"{call};" if wanted.returns == "void" else f"return {call};"
    return f"{wanted.returns} {wanted.name}({', '.join(map(_declared, wanted.parameters))}) {{ {body} }}"


def _handed(parameter: Parameter, wanted: Signature, slot: int) -> str:
    if slot == RETURNED:
        return "&returned_"
    other = wanted.parameters[slot]
    if parameter.is_array and "&" not in parameter.shape:
        kind = parameter.type.replace("const", "").strip()
        return f"({kind}*){other.name}" if other.is_array and "&" not in other.shape else f"({kind}*)&{other.name}"
    return f"*{other.name}" if other.is_array and "&" not in other.shape and "&" not in parameter.shape else other.name


def _declared(parameter: Parameter) -> str:
    before, bracket, behind = parameter.shape.partition("[")
    return f"{parameter.type} {before} {parameter.name}{bracket}{behind}"
