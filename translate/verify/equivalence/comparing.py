"""Original and candidate on the same inputs, many pairs at a time."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Container, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from translate.languages import Language
from translate.source.fixed_form import in_free_form
from translate.source.parse import parse
from translate.source.signatures import Signature, signatures, with_lengths, words
from translate.source.threads import ThreadUse, thread_use
from translate.source.unset import may_read_unset
from translate.source.usage import Usage, usage
from translate.units import Function
from translate.verify.cuda_on_cpu import unsupported
from translate.verify.equivalence.launching import Scheme, schemes
from translate.verify.equivalence.matching import answering, slots
from translate.verify.equivalence.observing import FILLS, Built, Expected, Subjects, expected, judged
from translate.verify.equivalence.program import build
from translate.verify.equivalence.subject import NOBODY, Subject
from translate.verify.equivalence.verdict import Equivalence, Word
from translate.verify.inputs import Case, cases
from translate.verify.sandbox import Sandbox

AT_A_TIME = 2
FEW = 4
"""More pairs than that come in many batches, side by side by themselves."""

Key = tuple[str, ...]
REMEMBERED: OrderedDict[Key, Expected | Equivalence] = OrderedDict()
"""What originals did, since their candidates come one rank after the other."""
MOST_REMEMBERED = 64
MOST_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Pair:
    """An original and what is said to do the same; `context` is put before both: types, macros, callees."""

    original: Function | str
    source: Language
    candidate: str
    target: Language
    context: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A pair that can be run: both functions, the inputs, and the ways to launch whichever of them is a kernel."""

    original: Subject
    candidate: Subject
    slots: tuple[int, ...]
    cases: tuple[Case, ...]
    original_schemes: tuple[Scheme, ...]
    candidate_schemes: tuple[Scheme, ...]


def compare(
    original: Function | str, source: Language, candidate: str, target: Language, *, seed: int = 1, sandbox: Sandbox, context: str = ""
) -> Equivalence:
    """Whether `candidate` does what `original` does, on generated inputs, run in the sandbox."""
    return compare_many([Pair(original, source, candidate, target, context)], seed=seed, sandbox=sandbox)[0]


def compare_many(pairs: Sequence[Pair], *, seed: int = 1, sandbox: Sandbox) -> list[Equivalence]:
    """The verdict on each pair; their functions share programs, and each original is run once however many candidates it has."""
    began = time.monotonic()
    prepared = [prepare(pair, seed) for pair in pairs]
    ready = [one for one in prepared if isinstance(one, Prepared)]
    verdicts = iter(_verdicts(ready, sandbox))
    done = [next(verdicts) if isinstance(one, Prepared) else one for one in prepared]
    each = (time.monotonic() - began) / max(len(pairs), 1)
    return [replace(one, seed=seed, engine=sandbox.name, seconds=each) for one in done]


def prepare(pair: Pair, seed: int) -> Prepared | Equivalence:
    """All that is known of a pair before anything is compiled; a verdict where that already ends it."""
    text = in_free_form(pair.original if isinstance(pair.original, str) else pair.original.text, pair.source, "")
    pair = replace(pair, candidate=in_free_form(pair.candidate, pair.target, ""))
    original = _chosen_original(pair, text)
    if original is None:
        return _untestable("the original is no function that can be called by its name")
    if parse(pair.candidate, pair.target).root.has_error:
        return Equivalence(Word.NOT_COMPILED, "the candidate does not parse")
    answer = answering(original, signatures(pair.candidate, pair.target))
    if answer is None:
        return _untestable("the candidate defines no function that can be called by its name")
    if "fortran" in (pair.source.name, pair.target.name) or not any(one.is_container for one in answer.parameters):
        original = with_lengths(original, text)
    reason = _refusal(pair, text, original, answer)
    across = "fortran" in (pair.source.name, pair.target.name)
    matched = slots(original, answer, places=across or (answer.place == "kernel" and original.returns != "void"))
    if reason or isinstance(matched, str):
        return _untestable(reason or str(matched))
    if reason := _lengthless(original, answer, matched, f"{text}\n{pair.candidate}"):
        return _untestable(reason)
    return _prepared(pair, text, original, answer, matched, seed)


def _lengthless(original: Signature, answer: Signature, matched: tuple[int, ...], texts: str) -> str:
    """The container whose length decides what happens, while the other side has an array of which nobody knows the length."""
    for slot, parameter in zip(matched, answer.parameters, strict=False):
        one, other = (original.parameters[slot], parameter) if slot >= 0 else (parameter, parameter)
        told = [extent for side in (one, other) for extent in side.extents]
        if one.is_container != other.is_container and not (told and all(told)) and ".size()" in texts:
            return f"the length of '{other.name}' cannot be told"
    return ""


def _prepared(pair: Pair, text: str, original: Signature, answer: Signature, matched: tuple[int, ...], seed: int) -> Prepared:
    shared = (pair.source.name == "fortran") == (pair.target.name == "fortran")
    first = Subject(f"{pair.context}\n{text}" if pair.context else text, pair.source, original)
    second = Subject(f"{pair.context}\n{pair.candidate}" if pair.context and shared else pair.candidate, pair.target, answer)
    used, candidate_used = usage(text, original.name, pair.source), usage(pair.candidate, answer.name, pair.target)
    together = zip(matched, answer.parameters, strict=False)
    by_slot = {original.parameters[slot].name: parameter.name for slot, parameter in together if slot >= 0}
    by_name = {new: old for old, new in by_slot.items()}
    merged = _merged(used, _renamed(candidate_used, by_name))
    of_original: tuple[Scheme, ...] = ()
    of_candidate: tuple[Scheme, ...] = ()
    if original.place == "kernel":
        loops = used if answer.place == "kernel" else _renamed(candidate_used, by_name)
        of_original = _schemes(thread_use(text, original.name), loops, original.names)
    if answer.place == "kernel":
        of_candidate = _schemes(thread_use(pair.candidate, answer.name), merged, tuple(by_slot))
    told = merged if original.place == "kernel" else replace(used, shapes=merged.shapes, pitches=merged.pitches)
    if pair.source.name == "fortran":
        # An array expression is as deep as its arrays have indices, though no loop is written.
        told = replace(told, depth=max([told.depth, *(len(extents) for _, extents in merged.shapes)]))
    sides = (original.parameters, (replace(one, name=by_name[one.name]) for one in answer.parameters if one.name in by_name))
    unsigned = frozenset(one.name for parameters in sides for one in parameters if _is_unsigned(one.type))
    inputs = cases(original, told, seed, lowest=1 if pair.source.name == "fortran" else 0, unsigned=unsigned)
    return Prepared(first, second, matched, tuple(inputs), of_original, of_candidate)


def _is_unsigned(kind: str) -> bool:
    """Whether C says so; Fortran has no such type, and takes the same bits for a signed number."""
    return any(word == "unsigned" or word.startswith("uint") or word in ("size_t", "uchar") for word in words(kind))


def _schemes(use: ThreadUse, loops: Usage, known: Sequence[str]) -> tuple[Scheme, ...]:
    return tuple(schemes(use, loops, frozenset(known)))


def _merged(used: Usage, candidate: Usage) -> Usage:
    """The original's own, with the numbers that the candidate compares with."""
    return replace(
        used,
        constants=tuple(sorted({*used.constants, *candidate.constants})),
        bounds=used.bounds | candidate.bounds,
        subscripts=used.subscripts | candidate.subscripts,
        pitches=(used.pitches | candidate.pitches) - used.bounds,
        shapes=used.shapes or candidate.shapes,
    )


def _renamed(used: Usage, names: dict[str, str]) -> Usage:
    """The same in the names of the other side's parameters."""

    def one(name: str) -> str:
        plain = name.removesuffix("[]")
        return names.get(plain, plain) + name[len(plain) :]

    def text(expression: str) -> str:
        words = "".join(c if c.isalnum() or c == "_" else f"\0{c}\0" for c in expression).split("\0")
        return "".join(names.get(word, word) for word in words)

    return replace(
        used,
        bounds=frozenset(map(one, used.bounds)),
        subscripts=frozenset(map(one, used.subscripts)),
        byte_distances=frozenset(map(one, used.byte_distances)),
        divisors=frozenset(map(one, used.divisors)),
        read_at_zero_only=frozenset(map(one, used.read_at_zero_only)),
        extents=tuple(tuple(map(text, nest)) for nest in used.extents),
        definitions=tuple((name, text(value)) for name, value in used.definitions),
        pitches=frozenset(map(one, used.pitches)),
        shapes=tuple((names.get(name, name), tuple(map(text, extents))) for name, extents in used.shapes),
    )


def _chosen_original(pair: Pair, text: str) -> Signature | None:
    defined = signatures(text, pair.source)
    if isinstance(pair.original, Function):
        name = pair.original.name.lower() if pair.source.ignores_case else pair.original.name
        return next((one for one in defined if one.name == name), None)
    kernels = [one for one in defined if one.place == "kernel"]
    return kernels[0] if kernels else defined[-1] if defined else None


def _refusal(pair: Pair, text: str, original: Signature, answer: Signature) -> str:
    if original.problem or answer.problem:
        return original.problem or f"the candidate: {answer.problem}"
    if any(parameter.depth > 1 for parameter in (*original.parameters, *answer.parameters)):
        return "pointers to pointers are not built"
    if any("..." in parameter.type or "&&" in parameter.shape for parameter in original.parameters):
        return "its parameters cannot be built"
    for body, of in ((text, pair.source), (pair.candidate, pair.target)):
        if of.name == "cuda" and (reasons := unsupported(body)):
            return reasons[0]
    return ""


def _verdicts(ready: Sequence[Prepared], sandbox: Sandbox) -> list[Equivalence]:
    """The verdict on each; equal originals are run once, and for a while remembered."""
    asked, places, keys = _originals(ready, sandbox.name)
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        # A program for each value of what nobody sets, and one with the candidates: compiled side by side.
        first, second = (fill for fill, _, _ in FILLS)
        new = {number: one.subject for number, one in enumerate(asked) if keys[number] not in REMEMBERED}
        set_first = pool.submit(build, list(new.items()), sandbox, first)
        # Of many, those whose original does not compile need no more programs.
        failures = set_first.result()[1] if len(ready) > FEW else {}
        again = {number: one for number, one in new.items() if number not in failures and may_read_unset(one.text, one.language)}
        set_again = pool.submit(build, list(again.items()), sandbox, second)
        tried = [(number, one.candidate) for number, one in enumerate(ready) if places[number] not in failures]
        candidates = pool.submit(build, tried, sandbox, second)
        built = [set_first.result(), _with(set_again.result(), set_first.result(), again)]
        seen = expected([asked[number] for number in new], [_renumbered(one, list(new)) for one in built], sandbox)
        answers = dict(zip(new, seen, strict=True))
        known = [answers[place] if place in answers else REMEMBERED[keys[place]] for place in places]
        _remember({keys[number]: answer for number, answer in answers.items()})
        subjects = [
            Subjects(one.candidate, one.slots, what.cases if isinstance(what, Expected) else (), one.candidate_schemes)
            for one, what in zip(ready, known, strict=True)
        ]
        return judged(subjects, known, candidates.result(), [one.original.signature for one in ready], sandbox)


def _renumbered(built: Built, numbers: Sequence[int]) -> Built:
    """The same with the place in `numbers` for each number."""
    places = {number: place for place, number in enumerate(numbers)} | {NOBODY: NOBODY}
    programs = [replace(one, entries=tuple(places[number] for number in one.entries)) for one in built[0]]
    return programs, {places[number]: failure for number, failure in built[1].items()}


def _remember(answers: Mapping[Key, Expected | Equivalence]) -> None:
    for key, answer in answers.items():
        if isinstance(answer, Equivalence) or answer.size <= MOST_BYTES:
            REMEMBERED[key] = answer
    while len(REMEMBERED) > MOST_REMEMBERED:
        REMEMBERED.popitem(last=False)


def _with(again: Built, first: Built, numbers: Container[int]) -> Built:
    """What was built again, and the rest as it was: for that it makes no difference."""
    same = [replace(one, entries=tuple(NOBODY if number in numbers else number for number in one.entries)) for one in first[0]]
    return [*again[0], *same], {**first[1], **again[1]}


def _originals(ready: Sequence[Prepared], engine: str) -> tuple[list[Subjects], list[int], list[Key]]:
    """The different originals, for each pair the place of its own among them, and what names each."""
    places: list[int] = []
    asked: list[Subjects] = []
    known: dict[Key, int] = {}
    for one in ready:
        # How a kernel is launched follows from the loops of its counterpart.
        launch = one.candidate.text if one.original_schemes else ""
        key = (engine, one.original.text, one.original.signature.name, one.original.language.name, launch, repr(one.cases))
        if key not in known:
            known[key] = len(asked)
            slots_of_all = tuple(slot for slot, given in enumerate(one.original.signature.parameters) if not given.implied)
            asked.append(Subjects(one.original, slots_of_all, one.cases, one.original_schemes))
        places.append(known[key])
    return asked, places, list(known)


def _untestable(reason: str) -> Equivalence:
    return Equivalence(Word.UNTESTABLE, reason)
