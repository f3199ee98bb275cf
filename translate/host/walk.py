"""What a function does to its arrays: every access, with its subscript as a polynomial and the facts that hold there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from translate.host.bounds import COORDINATES, variables
from translate.host.evaluate import Evaluator
from translate.host.knowledge import Knowledge, only_name
from translate.host.places import Access, Place, Value, moved
from translate.host.polynomial import Polynomial, number, quantity
from translate.host.symbols import assigned, below, exits, expressions, leaves, step_of
from translate.source.code import Branch, Declare, Evaluate, Expression, FunctionCode, Group, Leave, Repeat, Statement, Unread

WHOLE = frozenset({"int", "long", "short", "size_t", "unsigned"})


def walked(
    function: FunctionCode,
    given: Mapping[str, Polynomial] | None = None,
    limits: Sequence[Polynomial] = (),
    hosts: Mapping[str, str] | None = None,
) -> Walk:
    """The walk through `function`, at its end; scalar parameters hold what is `given`, or their own names.

    `hosts` says what the caller calls an array, where that is not its own name.
    """
    walk = Walk(Evaluator(Knowledge(always=list(limits)), steady=_steady(function, hosts)))
    for parameter in function.parameters:
        walk.at.begin(parameter, (given or {}).get(parameter.name))
    walk.block(function.body)
    return walk


def _steady(function: FunctionCode, hosts: Mapping[str, str] | None) -> dict[str, str]:
    changed = {
        part.text
        for statement in function.body
        for expression in expressions(statement)
        if expression.kind in ("assign", "update", "call")
        for part in below(expression if expression.kind == "call" else expression.parts[0])
        if part.kind == "name"
    }
    names = {p.name: p.name for p in function.parameters} if hosts is None else hosts
    arrays = [p for p in function.parameters if p.is_array and WHOLE & set(p.type.split()) and p.name in names]
    return {p.name: names[p.name] for p in arrays if p.name not in changed}


@dataclass(slots=True)
class Walk:
    """A walk through a function's statements, loops once for all their rounds."""

    at: Evaluator
    strides: list[Polynomial] = field(default_factory=list)
    """By how much loops step on that start at a thread's own place."""
    sweeps: dict[str, Polynomial] = field(default_factory=dict)
    """Counters of loops that start at a thread's own place and go on one by one -> the start."""
    locals: dict[str, Polynomial] = field(default_factory=dict)
    """What variables are set to that nothing in the function decides."""

    @property
    def found(self) -> list[Access]:
        """The accesses to arrays, in the order of the text."""
        return self.at.found

    def block(self, body: Sequence[Statement]) -> None:
        """Walk statements; names declared in them are forgotten at the end, and what an early exit says."""
        certain = self.at.certain
        outer: dict[str, Value] = {}
        with self.at.known.under(()):
            for statement in body:
                if isinstance(statement, Declare):
                    outer.setdefault(statement.name, self.at.values.get(statement.name))
                self.statement(statement)
        self.at.values.update(outer)
        self.at.certain = certain

    def statement(self, statement: Statement) -> None:
        """Walk one statement."""
        match statement:
            case Declare():
                self._declare(statement)
            case Evaluate(expression):
                self.at.value(expression)
            case Group(body):
                self.block(body)
            case Branch():
                self._branch(statement)
            case Repeat():
                self._repeat(statement)
            case Leave(_, value) if value is not None:
                self.at.value(value)
            case Unread(_, names):
                self.at.unread(sorted(names))

    def _declare(self, declared: Declare) -> None:
        value = self.at.value(declared.value) if declared.value is not None else None
        self.at.types[declared.name] = declared.type
        if "[" in declared.shape:
            value = Place(None, None)
        elif value is None:
            value = self.at.fresh(declared.name) if "*" not in declared.shape else Place(None, None)
        if isinstance(value, Polynomial) and not variables(value):
            self.locals[declared.name] = value
        self.at.values[declared.name] = value

    def _branch(self, branch: Branch) -> None:
        at, certain = self.at, self.at.certain
        if branch.condition is not None:
            at.tests(branch.condition)
            at.value(branch.condition)
        at.certain = False
        before, after = dict(at.values), []
        for body, holds in ((branch.then, True), (branch.otherwise, False)):
            at.values = dict(before)
            with at.known.under(at.conditions(branch.condition, holds)):
                self.block(body)
            if not leaves(body):
                after.append(at.values)
        at.values = self._joined(before, after)
        at.certain = certain
        for body, holds in ((branch.then, False), (branch.otherwise, True)):
            if leaves(body):
                at.known.path = (*at.known.path, *at.conditions(branch.condition, holds))
            if exits(body):
                at.certain = False

    def _joined(self, before: dict[str, Value], after: list[dict[str, Value]]) -> dict[str, Value]:
        result = dict(after[0]) if after else dict(before)
        for name in result:
            ends = [end.get(name) for end in after]
            if len(ends) == 2 and ends[0] != ends[1]:
                result[name] = self.at.either(name, ends)
        return result

    def _repeat(self, loop: Repeat) -> None:
        at, certain = self.at, self.at.certain
        outer = {first.name: at.values.get(first.name) for first in loop.first if isinstance(first, Declare)}
        for first in loop.first:
            self.statement(first)
        starts = dict(at.values)
        with at.known.under(()):
            counter = self._changed(loop)
            at.certain = certain and loop.tested and not exits(loop.body) - {"continue"}
            if loop.condition is not None and loop.tested:
                at.value(loop.condition)
                at.known.path = (*at.known.path, *at.conditions(loop.condition, True))
            self._follow(loop, starts, counter)
            self.block(loop.body)
            for last in (loop.condition if not loop.tested else None, loop.update):
                if last is not None:
                    at.value(last)
        at.certain = certain
        at.values = {**at.values, **self._ended(loop, starts)}
        at.values.update(outer)

    def _changed(self, loop: Repeat) -> str | None:
        """Give every name that the loop changes a fresh value that only moves one way; the name that counts it, if one does."""
        inside = assigned(_round(loop))
        for name, changes in inside.items():
            start = self.at.values.get(name)
            if isinstance(start, Place):
                self.at.values[name] = start.lost()
                continue
            fresh = self.at.fresh(name)
            directions = {step_of(change, self.at.quietly)[1] for change in changes}
            if isinstance(start, Polynomial):
                self._stepping(changes, start, fresh)
                self.at.known.always += [start - fresh] * (directions == {1}) + [fresh - start] * (directions == {-1})
            self.at.values[name] = fresh
        counting = [name for name in assigned(_update(loop)) if len(inside[name]) == 1]
        return next((name for name in counting if self._step(inside[name][0]) == number(1)), None)

    def _stepping(self, changes: Sequence[Expression], start: Polynomial, counter: Polynomial) -> None:
        if any(part.startswith(COORDINATES) for part in start.names):
            for step in map(self._step, changes):
                if step == number(1):
                    self.sweeps[only_name(counter)] = start
                elif step is not None:
                    self.strides.append(step)

    def _step(self, change: Expression) -> Polynomial | None:
        return step_of(change, self.at.quietly)[0]

    def _follow(self, loop: Repeat, starts: Mapping[str, Value], turn: str | None) -> None:
        """Names that grow by the same amount each round get their value from the counter, instead of a fresh one."""
        counter, first = self.at.values.get(turn or ""), starts.get(turn or "")
        if not isinstance(counter, Polynomial) or not isinstance(first, Polynomial):
            return
        inside, updated = assigned(_round(loop)), assigned(_update(loop))
        new = {name for changed in inside if isinstance(value := self.at.values.get(changed), Polynomial) for name in value.names}
        for name in inside:
            step = self._total([*loop.body, *(_update(loop) if name in updated else ())], name) if name != turn else None
            if step is not None and not new & step.names:
                self.at.values[name] = moved(starts.get(name), (counter - first) * step)

    def _total(self, body: Sequence[Statement], name: str) -> Polynomial | None:
        """By how much one pass through `body` changes `name`; None where that is not always the same."""
        total = Polynomial()
        for statement in body:
            changes = assigned([statement]).get(name, [])
            match statement:
                case _ if exits([statement]):
                    return None
                case _ if not changes:
                    continue
                case Evaluate(expression) if expression in changes or expression.kind in ("comma", "assign"):
                    steps = [self._step(change) for change in changes]
                case Group(inner):
                    steps = [self._total(inner, name)]
                case Repeat():
                    steps = [self._altogether(statement, name)]
                case _:
                    return None
            for step in steps:
                if step is None:
                    return None
                total = total + step
        return total

    def _altogether(self, loop: Repeat, name: str) -> Polynomial | None:
        """By how much a counted loop changes a name that is not its counter."""
        rounds, step = self._rounds(loop), self._total(loop.body, name)
        if rounds is None or step is None or name in assigned(_update(loop)):
            return None
        inside = {other for other in assigned(_round(loop)) if other != name}
        values = [self.at.values.get(other) for other in inside]
        changing = {part for value in values if isinstance(value, Polynomial) for part in value.names}
        return None if changing & step.names or inside & step.names else rounds * step

    def _rounds(self, loop: Repeat) -> Polynomial | None:
        """How often a loop runs that counts up by one, given that it runs at all."""
        changes = assigned(_update(loop))
        if len(loop.first) != 1 or len(changes) != 1 or exits(loop.body) - {"continue"}:
            return None
        (counter, steps), first = next(iter(changes.items())), loop.first[0]
        declared = isinstance(first, Declare) and first.name == counter
        started = first.value if isinstance(first, Declare) and declared else None
        if isinstance(first, Evaluate) and first.expression.operator == "=" and first.expression.parts[0].text == counter:
            started = first.expression.parts[1]
        if started is None or [self._step(step) for step in steps] != [number(1)] or counter in assigned(loop.body):
            return None
        start, held = self.at.quietly(started), self.at.values.get(counter)
        self.at.values[counter] = quantity("counter")
        limits = self.at.conditions(loop.condition, True)
        self.at.values[counter] = held
        halves = limits[0].split("counter") if len(limits) == 1 else None
        if halves is None or halves[0] != number(1) or start is None:
            return None
        return number(1) - halves[1] - start

    def _ended(self, loop: Repeat, starts: Mapping[str, Value]) -> dict[str, Value]:
        """What the names that the loop changed hold after it."""
        ends: dict[str, Value] = {}
        rounds, updated = self._rounds(loop), assigned(_update(loop))
        for name in assigned(_round(loop)):
            start = starts.get(name)
            change = self._altogether(loop, name) if name not in updated else None
            if isinstance(start, Place):
                ends[name] = start.lost() if change is None else start.moved(change)
            elif isinstance(start, Polynomial) and change is not None:
                ends[name] = start + change
            elif isinstance(start, Polynomial) and name in updated and rounds is not None:
                ends[name] = self.at.known.greatest((start, start + rounds))
            else:
                ends[name] = self.at.fresh(name)
        return ends


def _update(loop: Repeat) -> tuple[Evaluate, ...]:
    return () if loop.update is None else (Evaluate(loop.update),)


def _round(loop: Repeat) -> list[Statement]:
    """What one round of the loop runs."""
    condition = [Evaluate(loop.condition)] if loop.condition is not None else []
    return [*condition, *loop.body, *_update(loop)]
