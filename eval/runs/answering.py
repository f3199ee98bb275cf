"""What a model answers to tasks, as texts; a model that breaks down fails on the tasks that break it, and on no other."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import TracebackType

from eval.items import Prediction, Task
from eval.runs.models import loaded, unchanged, without_backend
from translate.errors import TranslateError
from translate.languages import Language, language
from translate.source.assemble import headers_of, prototypes_of
from translate.source.extract import extract, translated_whole
from translate.source.normalise import Unreadable, normalise
from translate.source.splice import splice
from translate.units import Candidate, Function, Level, NormalisedFunction, SourceUnit
from translate.verify.check import Request, read

PARENT_SECONDS = 1.0


class Answerer:
    """A model in a process of its own, so that not even a crash of native code ends the run."""

    def __init__(self, model: str, count: int) -> None:
        self.model = model
        self.count = count
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Answerer:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def answers(self, tasks: Sequence[Task]) -> list[Prediction]:
        """A prediction for each task; where all together break the model, each is tried alone. Raises TranslateError."""
        ready = without_backend(self.model)
        if ready is not None:
            return ready(tasks, self.count)
        self._pool = self._pool or _process()
        try:
            return self._pool.submit(predictions, self.model, tasks, self.count).result()
        except TranslateError:
            raise
        except Exception as broken:
            if isinstance(broken, BrokenProcessPool):
                self._pool.shutdown()
                self._pool = None
            if len(tasks) == 1:
                return [Prediction(tasks[0].id, (), 0.0, 0, f"the model broke down: {_words(broken)}")]
        return [prediction for task in tasks for prediction in self.answers([task])]


def predictions(model: str, tasks: Sequence[Task], count: int) -> list[Prediction]:
    """What the model proposes for tasks of one direction, best first; raises what the model raises."""
    proposer, target = loaded(model), language(tasks[0].target)
    began = time.perf_counter()
    units = [SourceUnit(task.item.texts[task.source], language(task.source), task.item.id) for task in tasks]
    functions = [_parts(unit, target) for unit in units]
    forms = [[_normalised(function) for function in found] for found in functions]
    known = [form for found in forms for form in found if isinstance(form, NormalisedFunction)]
    proposed = dict(zip(map(id, known), proposer.propose(known, target, count) if known else [], strict=True))
    each = (time.perf_counter() - began) / len(tasks)
    answered = [
        _prediction(task, unit, found, [(form, proposed.get(id(form), [])) for form in made], target.name, each)
        for task, unit, found, made in zip(tasks, units, functions, forms, strict=True)
    ]
    # The rule's answer is the source where it does not hold, and so it is where the source has no normal form.
    return [unchanged(task) if model == "rules" and not one.texts else one for task, one in zip(tasks, answered, strict=True)]


def _parts(unit: SourceUnit, target: Language) -> list[Function]:
    """What is translated at a time, as the command does it: a whole program into another family, else function by function."""
    program = translated_whole(unit, target)
    return [program] if program is not None else extract(unit)


Proposed = tuple[NormalisedFunction | str, Sequence[Candidate]]


def _prediction(
    task: Task, unit: SourceUnit, functions: Sequence[Function], proposed: Sequence[Proposed], target: str, seconds: float
) -> Prediction:
    unreadable = next((form for form, _ in proposed if isinstance(form, str)), None)
    if unreadable is not None or not functions:
        return Prediction(task.id, (), seconds, 0, unreadable or "no function is found in the text")
    if not all(candidates for _, candidates in proposed):
        return Prediction(task.id, (), seconds, 0, "the model has no answer")
    request = Request(unit, language(target), Level.UNCHECKED, host=False)
    ranks = range(max(len(candidates) for _, candidates in proposed))
    texts = [_text(unit, functions, [_at(rank, one, request) for one in proposed], target) for rank in ranks]
    tokens = sum(len(candidates[0].tokens) for _, candidates in proposed)
    return Prediction(task.id, tuple(texts), seconds, tokens, None if any(texts) else "no candidate can be spelled")


def _at(rank: int, proposed: Proposed, request: Request) -> str | None:
    """The function's candidate of that rank, or its last; None where it cannot be spelled."""
    form, candidates = proposed
    assert isinstance(form, NormalisedFunction)
    return read(form, candidates[min(rank, len(candidates) - 1)], request).text


def _text(unit: SourceUnit, functions: Sequence[Function], texts: Sequence[str | None], target: str) -> str:
    """The translated text: what is between functions stays where the target language may hold it. Empty where a function is missing."""
    made = [(function, text) for function, text in zip(functions, texts, strict=True) if text is not None]
    if len(made) < len(functions):
        return ""
    if unit.language.name in language(target).holds and len(functions) > 1:
        return splice(unit, made)
    alone = "\n\n".join(text.strip("\n") for _, text in made) + "\n"
    if unit.language.family != language(target).family == "cpp":
        alone = prototypes_of(made, language(target)) + alone
    return alone if unit.language.family == language(target).family else headers_of(alone, language(target)) + alone


def _normalised(function: Function) -> NormalisedFunction | str:
    try:
        return normalise(function)
    except Unreadable as fault:
        return f"the source cannot be read: {fault}"


def _words(broken: BaseException) -> str:
    if isinstance(broken, BrokenProcessPool):
        return "its process ended"
    return f"{type(broken).__name__}: {broken}".strip(": ")


def _process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, get_context("spawn"), end_with, (os.getpid(),))


def end_with(parent: int) -> None:
    """Tie this process to its parent: deaf to the keyboard, and gone soon after the parent is, however that ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(PARENT_SECONDS)
    os._exit(1)
