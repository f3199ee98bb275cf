"""Runs originals until their answers can be trusted, and candidates until they agree with them or do not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from translate.source.signatures import Signature
from translate.verify.equivalence.judging import Difference, difference
from translate.verify.equivalence.launching import Launch, Scheme
from translate.verify.equivalence.running import (
    FINISHED,
    NOTHING,
    RACE,
    RETURNED,
    TIMED_OUT,
    UNBUILDABLE,
    Job,
    Observation,
    observed,
)
from translate.verify.equivalence.subject import Failure, Program, Subject
from translate.verify.equivalence.verdict import Counterexample, Equivalence, Word
from translate.verify.inputs import Case
from translate.verify.sandbox import Sandbox

FEWEST_CASES = 3
SQUARE = 8
"""Rows of this many elements and as many rows fill more than one block."""
ORIGINAL_MILLISECONDS = 400
CANDIDATE_MILLISECONDS = 3_000
# What variables and shared memory hold that nobody has set: the original's answer must not depend on it.
FILLS = (("zero", 0, 0), ("pattern", 127, 90))
Built = tuple[Sequence[Program], Mapping[int, Failure]]
"""Programs, and for each subject that is in none of them the reason."""
LOST = Observation(-1, "its process was lost", {})
WORDS = {RACE: Word.DIFFERENT, TIMED_OUT: Word.TIMED_OUT, UNBUILDABLE: Word.UNTESTABLE}


@dataclass(frozen=True, slots=True)
class Subjects:
    """A function with the cases to run it on, the original's slot of each of its parameters, and how to launch it."""

    subject: Subject
    slots: tuple[int, ...]
    cases: tuple[Case, ...]
    schemes: tuple[Scheme, ...]

    @property
    def places(self) -> frozenset[int]:
        """The slots that it takes by place."""
        return frozenset(slot for slot, parameter in zip(self.slots, self.subject.signature.parameters, strict=False) if parameter.is_array)


@dataclass(frozen=True, slots=True)
class Expected:
    """The cases on which an original is sound, and what it does there."""

    cases: tuple[Case, ...]
    observations: tuple[Observation, ...]

    @property
    def size(self) -> int:
        """Bytes of what was seen."""
        return sum(len(change.content) for one in self.observations for change in one.changes.values())


@dataclass(frozen=True, slots=True)
class Seen:
    """One call's case, launch and outcome."""

    case: Case
    launch: Launch | None
    observation: Observation


def expected(asked: Sequence[Subjects], built: Sequence[Built], sandbox: Sandbox) -> list[Expected | Equivalence]:
    """What each original does in its cases; UNTESTABLE where that depends on chance, or where too few cases are left.

    `built` holds their programs once for each of FILLS.
    """
    answers: list[Expected | Equivalence | None] = [
        _not_built(failure) if (failure := built[0][1].get(number) or built[1][1].get(number)) else None for number in range(len(asked))
    ]
    for turn in range(max((len(one.schemes) for one in asked), default=0) or 1):
        open_ = [number for number, answer in enumerate(answers) if answer is None or _may_launch_otherwise(answer, asked[number], turn)]
        runs = [
            _run(asked, open_, turn, programs, sandbox, ORIGINAL_MILLISECONDS, (shared, dirt), patient=True)
            for (programs, _), (_, shared, dirt) in zip(built, FILLS, strict=True)
        ]
        for number in open_:
            answers[number] = _sound(asked[number].subject.signature, runs[0].get(number), runs[1].get(number))
    return [answer if answer is not None else _untestable("the original cannot be launched") for answer in answers]


def judged(
    asked: Sequence[Subjects], known: Sequence[Expected | Equivalence], built: Built, originals: Sequence[Signature], sandbox: Sandbox
) -> list[Equivalence]:
    """The verdict on each candidate; a kernel passes under the first way to launch it in which it always agrees."""
    programs, failures = built
    tried: set[int] = set()
    answers = [_before_running(what, failures.get(number)) for number, what in enumerate(known)]
    for turn in range(max((len(one.schemes) for one in asked), default=0) or 1):
        open_ = [
            number
            for number, answer in enumerate(answers)
            if answer is None or (turn < len(asked[number].schemes) and number in tried and not answer.agrees)
        ]
        runs = _run(asked, open_, turn, programs, sandbox, CANDIDATE_MILLISECONDS, (127, 90), patient=False)
        for number in open_:
            what = known[number]
            assert isinstance(what, Expected)
            tried.add(number)
            verdict = _verdict(asked[number], what, originals[number], runs.get(number), turn)
            # The first way to launch is the one that says most about what is wrong.
            if verdict is not None and (answers[number] is None or verdict.agrees):
                answers[number] = verdict
    return [answer or _untestable("how many threads it needs cannot be told") for answer in answers]


def _run(
    asked: Sequence[Subjects],
    numbers: Sequence[int],
    turn: int,
    programs: Sequence[Program],
    sandbox: Sandbox,
    milliseconds: int,
    fills: tuple[int, int],
    *,
    patient: bool,
) -> dict[int, list[Seen]]:
    """What came of every call of the subjects under their scheme number `turn`; none where it cannot be launched so."""
    jobs: dict[int, list[Job]] = {}
    for number in numbers:
        found = _jobs(number, asked[number], turn, milliseconds, fills[1], patient=patient)
        if found is not None:
            jobs[number] = found
    seen: dict[int, list[Seen]] = {}
    for program in programs:
        inside = [number for number in program.entries if number in jobs]
        if inside:
            seen.update(_run_together(program, {number: jobs[number] for number in inside}, sandbox, fills[0]))
    return seen


def _run_together(program: Program, jobs: Mapping[int, list[Job]], sandbox: Sandbox, shared_fill: int) -> dict[int, list[Seen]]:
    flat = [job for number in jobs for job in jobs[number] if not _idle(job)]
    outcomes = dict(zip(map(id, flat), observed(program, flat, sandbox, shared_fill), strict=True))
    if len(jobs) > 1 and any(_cut_off([outcomes[id(job)] for job in jobs[number] if not _idle(job)]) for number in jobs):
        # One of them took the others down, so each is asked by itself.
        return {number: _run_together(program, {number: jobs[number]}, sandbox, shared_fill)[number] for number in jobs}
    return {number: [_seen(job, outcomes.get(id(job))) for job in jobs[number]] for number in jobs}


def _seen(job: Job, outcome: Observation | None) -> Seen:
    return Seen(job.case, job.launch, NOTHING if _idle(job) else outcome or LOST)


def _idle(job: Job) -> bool:
    return job.launch is not None and job.launch.grid[0] == 0


def _cut_off(outcomes: Sequence[Observation | None]) -> bool:
    return None in outcomes and not any(one is not None and one.status == TIMED_OUT for one in outcomes)


def _jobs(number: int, one: Subjects, turn: int, milliseconds: int, dirt: int, *, patient: bool) -> list[Job] | None:
    if one.subject.signature.place != "kernel":
        places = one.places
        return [Job(number, case, one.slots, None, milliseconds, dirt, patient, places) for case in one.cases] if turn == 0 else None
    if turn >= len(one.schemes):
        return None
    found = []
    for case in one.cases:
        launches = one.schemes[turn].launches(case.names)
        if launches is None:
            return None
        for launch in launches or [Launch((0, 1, 1), (1, 1, 1))]:
            found.append(Job(number, case, one.slots, launch, milliseconds, dirt, patient, one.places))
    return found


def _sound(original: Signature, first: Sequence[Seen] | None, second: Sequence[Seen] | None) -> Expected | Equivalence | None:
    """What both runs agree on; None where the original was not launched."""
    if first is None or second is None:
        return None
    kept: dict[int, tuple[Case, Observation]] = {}
    dropped: dict[int, str] = {}
    for one, other in zip(first, second, strict=True):
        number = one.case.number
        faulty = next((seen.observation for seen in (one, other) if seen.observation.status != FINISHED), None)
        if faulty is not None:
            if faulty.status in (RACE, UNBUILDABLE):
                return _untestable(f"the original: {_with_parameter(faulty.message, original)}")
            dropped[number] = faulty.message or f"signal {faulty.status - 128}"
            continue
        before = kept.setdefault(number, (one.case, one.observation))[1]
        if difference(one.observation, other.observation, one.case.style) is not None:
            return _untestable("the original reads what nobody has set, or is not deterministic")
        if difference(before, one.observation, one.case.style) is not None:
            return _untestable("the original's result depends on how it is launched")
    left = [kept[number] for number in sorted(kept) if number not in dropped]
    if len(left) < FEWEST_CASES:
        return _untestable(f"the original fails on too many inputs: {next(iter(dropped.values()), 'no input')}")
    if not any(change.content for _, observation in left for change in observation.changes.values()):
        return _untestable("the original changes nothing that can be seen")
    return Expected(tuple(case for case, _ in left), tuple(observation for _, observation in left))


def _may_launch_otherwise(answer: Expected | Equivalence, one: Subjects, turn: int) -> bool:
    return isinstance(answer, Equivalence) and answer.reason.startswith("the original") and 0 < turn < len(one.schemes)


def _verdict(one: Subjects, known: Expected, original: Signature, runs: Sequence[Seen] | None, turn: int) -> Equivalence | None:
    if runs is None:
        return None
    right = {case.number: observation for case, observation in zip(known.cases, known.observations, strict=True)}
    sizes = tuple(case.sizes for case in known.cases)
    failed = [seen for seen in runs if _fails(right[seen.case.number], seen)]
    failed.sort(key=lambda seen: (seen.observation is LOST, _weight(seen)))
    excused = {seen.case.number for seen in failed} if _only_where_rows_overlap(failed, runs) else set()
    if len(failed) == 0 or excused:
        trusted = f", launch trusted: {runs[0].launch}" if one.schemes and one.schemes[turn].trusted else ""
        note = f", not on {len(excused)} whose sizes make iterations overlap" if excused else ""
        count = sum(seen.case.number not in excused for seen in runs)
        compared = tuple(case.sizes for case in known.cases if case.number not in excused)
        return Equivalence(Word.EQUIVALENT, f"agrees on {count} inputs{note}{trusted}", count, compared)
    return _failure(failed[0], right[failed[0].case.number], original, len(runs), sizes)


def _fails(right: Observation, seen: Seen) -> bool:
    return seen.observation.status != FINISHED or difference(right, seen.observation, seen.case.style) is not None


def _only_where_rows_overlap(failed: Sequence[Seen], runs: Sequence[Seen]) -> bool:
    """Whether threads meet only where sizes differ, as in a transposition meant for squares, and all is well on large squares."""
    if not failed or any(seen.observation.status != RACE or len(set(seen.case.sizes)) < 2 for seen in failed):
        return False
    if any(seen.launch is None or seen.launch.grid[1] * seen.launch.threads[1] == 1 for seen in failed):
        return False  # One axis has no rows: where its threads meet, they meet.
    numbers = {seen.case.number for seen in failed}
    sound = {seen.case.number: seen.case.sizes for seen in runs if seen.case.number not in numbers}
    squares = [sizes for sizes in sound.values() if len(set(sizes)) == 1 and sizes[0] > SQUARE]
    return len(sound) >= FEWEST_CASES and bool(squares)


def _weight(seen: Seen) -> int:
    launched = seen.launch.grid[0] * seen.launch.threads[0] if seen.launch else 0
    return sum(seen.case.sizes) * 100_000 + launched


def _failure(seen: Seen, right: Observation, original: Signature, count: int, sizes: tuple[tuple[int, ...], ...]) -> Equivalence:
    status, message = seen.observation.status, seen.observation.message
    arguments = tuple(_numbers(original, seen.case))
    launched = str(seen.launch) if seen.launch else ""
    if status == FINISHED:
        where = difference(right, seen.observation, seen.case.style)
        if not isinstance(where, Difference):
            name = original.parameters[where.slot].name if where is not None and where.slot >= 0 else "the returned value"
            return Equivalence(Word.UNTESTABLE, f"{name} has another type on each side", count, sizes)
        name = "the returned value" if where.slot == RETURNED else f"{original.parameters[where.slot].name}[{where.place}]"
        example = Counterexample(arguments, name, where.expected, where.found, launched)
        return Equivalence(Word.DIFFERENT, str(example), count, sizes, counterexample=example)
    message = _with_parameter(message, original) or _without_message(status)
    example = Counterexample(arguments, "the call", "finished", message, launched)
    return Equivalence(WORDS.get(status, Word.CRASHED), message, count, sizes, counterexample=example)


def _without_message(status: int) -> str:
    if status == TIMED_OUT:
        return "it does not end"
    return f"ended by signal {status - 128}" if status > 128 else "it ends without returning"


def _with_parameter(message: str, original: Signature) -> str:
    """The message with the name of the parameter that the program knows by its number only."""
    for slot, parameter in enumerate(original.parameters):
        message = message.replace(f"argument {slot}, element ", f"'{parameter.name}', element ")
    return message


def _numbers(original: Signature, case: Case) -> Iterator[tuple[str, str]]:
    for parameter, value in zip(original.parameters, case.values, strict=True):
        if isinstance(value, int | float):
            yield parameter.name, str(value)


def _before_running(what: Expected | Equivalence, failure: Failure | None) -> Equivalence | None:
    if isinstance(what, Equivalence):
        return what
    return Equivalence(Word.NOT_COMPILED, failure.message) if failure is not None else None


def _not_built(failure: Failure) -> Equivalence:
    return _untestable(f"the original does not compile on its own: {failure.message}")


def _untestable(reason: str) -> Equivalence:
    return Equivalence(Word.UNTESTABLE, reason)
