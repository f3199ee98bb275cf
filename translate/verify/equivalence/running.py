"""Jobs for a program, and what each of them changed."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from translate.verify.equivalence.launching import Launch
from translate.verify.equivalence.subject import Program
from translate.verify.inputs import ArrayValue, Case
from translate.verify.sandbox import Limits, Sandbox

ANSWER = struct.Struct("<IIiI")
HEAD = struct.Struct("<iiii")
MARK = 0x45515556
ELEMENT_BYTES = 24
FINISHED, FAULT, TOO_MUCH_MEMORY, RACE, TIMED_OUT, UNBUILDABLE = 0, 91, 92, 93, 94, 95
RETURNED = -2
"""The slot of what a function returns."""
MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Change:
    """The elements of one array that a call changed: places, and the bits before and after."""

    kind: str
    width: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Observation:
    """What one call did: how it ended, and its changes by the slot of the original's parameter."""

    status: int
    message: str
    changes: Mapping[int, Change]


NOTHING = Observation(FINISHED, "", {})
"""What a launch of no threads does."""


@dataclass(frozen=True, slots=True)
class Job:
    """One call of one function; `slots` says which of the case's values goes to which parameter."""

    subject: int
    case: Case
    slots: tuple[int, ...]
    launch: Launch | None = None
    milliseconds: int = 400
    dirt: int = 0
    patient: bool = False
    places: frozenset[int] = frozenset()
    """Slots whose number this function takes by its place."""


def observed(program: Program, jobs: Sequence[Job], sandbox: Sandbox, fill: int) -> list[Observation | None]:
    """What came of each job of the program's subjects; None where it gave no answer."""
    entries = {subject: entry for entry, subject in enumerate(program.entries)}
    plan = "".join(_line(number, entries[job.subject], job) for number, job in enumerate(jobs))
    seconds = 10.0 + sum(job.milliseconds for job in jobs) / 1000
    limits = Limits(cpu_seconds=seconds, wall_seconds=60 + 10 * seconds, memory_bytes=2048 * MEBIBYTE, output_bytes=512 * MEBIBYTE)
    environment = {"CUDA_ON_CPU_FILL": str(fill)}
    run = sandbox.run(["./unit"], files={"unit": program.binary}, stdin=plan.encode("ascii"), environment=environment, limits=limits)
    answers = _answers(run.stdout)
    return [answers.get(number) for number in range(len(jobs))]


def _line(number: int, entry: int, job: Job) -> str:
    launch = job.launch or Launch((1, 1, 1), (1, 1, 1))
    words = [number, entry, job.case.style, job.milliseconds, job.dirt, int(job.patient), *launch.grid, *launch.threads, launch.shared]
    arguments = " ".join(_argument(slot, job) for slot in job.slots)
    return f"{' '.join(map(str, words))} {len(job.slots)} {arguments}\n"


def _argument(slot: int, job: Job) -> str:
    if slot == RETURNED:
        return "x"
    value = job.case.values[slot]
    if isinstance(value, ArrayValue):
        first = (1, value.first) if value.first is not None else (0, 0)
        known = f"{value.lowest} {value.count} {value.rows} {int(value.is_many)} {int(value.unsigned)}"
        return f"p {slot} {value.seed} {value.bound} {int(value.ascending)} {first[0]} {first[1]} {known}"
    if slot in job.places:
        return f"p {slot} {slot + 1} 0 0 1 {value!r} 0 1 1 0 0"
    return f"n {value}" if isinstance(value, int) else f"r {value!r}"


def _answers(output: bytes) -> dict[int, Observation]:
    found: dict[int, Observation] = {}
    at = 0
    while at + ANSWER.size <= len(output):
        mark, number, status, length = ANSWER.unpack_from(output, at)
        at += ANSWER.size
        if mark != MARK or at + length > len(output):
            break
        content = output[at : at + length]
        at += length
        found[number] = Observation(status, "", _changes(content)) if status == FINISHED else Observation(status, _said(content), {})
    return found


def _changes(content: bytes) -> dict[int, Change]:
    found: dict[int, Change] = {}
    at = 0
    while at + HEAD.size <= len(content):
        slot, kind, width, count = HEAD.unpack_from(content, at)
        at += HEAD.size
        elements = content[at : at + count * ELEMENT_BYTES]
        at += count * ELEMENT_BYTES
        if slot != RETURNED or kind:
            found[slot] = Change(chr(kind), width, elements)
    return found


def _said(content: bytes) -> str:
    return content.decode("utf-8", "replace")
