"""What a function does to its arrays: every access, with its subscript as a polynomial and the facts that hold there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from translate.host.bounds import COORDINATES, Facts, variables
from translate.host.polynomial import Polynomial, number, quantity
from translate.host.symbols import assigned, comparison_limits, folded, integer, is_pure, negated, step_of
from translate.source.code import (
    Branch,
    Declare,
    Evaluate,
    Expression,
    FunctionCode,
    Group,
    Leave,
    Parameter,
    Repeat,
    Statement,
    Unread,
)

SMALL = {"unsigned char": 255, "uint8_t": 255, "uchar": 255, "unsigned short": 65535, "uint16_t": 65535, "bool": 1}
READS_ONE = frozenset({"__ldg"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pointer points: an offset into an array parameter, or into something of the function's own (base None)."""

    base: str | None
    offset: Polynomial | None
    inner: tuple[Polynomial, ...] = ()
    """The sizes of the dimensions that are still to be subscripted, after the first."""
    bytes: Polynomial = field(default_factory=Polynomial)
    """What is to be added to the offset, in bytes."""


Value = Polynomial | Place | None


@dataclass(frozen=True, slots=True)
class Access:
    """One mention of an array's element; `subscript` None where it cannot be said."""

    array: str
    subscript: Polynomial | None
    reads: bool
    writes: bool
    facts: Facts
    certain: bool
    """Whether every round of the loops around it comes here."""
    text: str
    bytes: Polynomial = field(default_factory=Polynomial)


def accesses(function: FunctionCode, given: Mapping[str, Polynomial] | None = None, known: Sequence[Polynomial] = ()) -> list[Access]:
    """The accesses to the array parameters of `function`, whose other parameters have the values `given`, or their own names."""
    return walked(function, given, known).found


def walked(function: FunctionCode, given: Mapping[str, Polynomial] | None = None, known: Sequence[Polynomial] = ()) -> Walk:
    """The walk through `function`, at its end."""
    walk = Walk(facts=Facts(tuple(known)))
    for parameter in function.parameters:
        walk.types[parameter.name] = parameter.type
        walk.values[parameter.name] = walk.argument(parameter, (given or {}).get(parameter.name))
    walk.block(function.body)
    return walk


@dataclass(slots=True)
class Walk:
    """The state of a walk through a function: what names hold now, and what is known."""

    facts: Facts
    values: dict[str, Value] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    found: list[Access] = field(default_factory=list)
    tested: set[str] = field(default_factory=set)
    """Pointers that the function compares with nothing."""
    strides: list[Polynomial] = field(default_factory=list)
    """By how much loops step on that start at a thread's own place."""
    sweeps: dict[str, Polynomial] = field(default_factory=dict)
    """Counters of loops that start at a thread's own place and go on one by one -> the start."""
    certain: bool = True
    count: int = 0

    def argument(self, parameter: Parameter, given: Polynomial | None) -> Value:
        """What the parameter holds at the start."""
        if parameter.is_array:
            return Place(
                parameter.name,
                Polynomial(),
                tuple(self._number(size) for size in parameter.sizes[-_inner(parameter) :] if _inner(parameter)),
            )
        return given if given is not None else quantity(parameter.name)

    def block(self, body: Sequence[Statement]) -> None:
        """Walk statements; names declared in them are forgotten at the end, and facts hold to the end."""
        facts, certain = self.facts, self.certain
        outer: dict[str, Value] = {}
        for statement in body:
            if isinstance(statement, Declare):
                outer.setdefault(statement.name, self.values.get(statement.name))
            self.statement(statement)
        self.values.update(outer)
        self.facts, self.certain = Facts(facts.limits, self.facts.choices), certain

    def statement(self, statement: Statement) -> None:
        match statement:
            case Declare():
                self._declare(statement)
            case Evaluate(expression):
                self.value(expression)
            case Group(body):
                self.block(body)
            case Branch():
                self._branch(statement)
            case Repeat():
                self._repeat(statement)
            case Leave(_, value):
                if value is not None:
                    self.value(value)
            case Unread(_, names):
                for name in names:
                    self._escapes(self.values.get(name))
                    self.values[name] = self.values[name] if isinstance(self.values.get(name), Place) else None

    def _declare(self, declared: Declare) -> None:
        value = self.value(declared.value) if declared.value is not None else None
        self.types[declared.name] = declared.type
        if "[" in declared.shape:
            value = Place(None, None)
        elif value is None and "*" not in declared.shape:
            value = self.fresh(declared.name, declared.type)
        self.values[declared.name] = value

    def _branch(self, branch: Branch) -> None:
        held, certain = self.facts, self.certain
        if branch.condition is not None:
            self.value(branch.condition)
        self.certain = False
        before = dict(self.values)
        after: list[dict[str, Value]] = []
        for body, holds in ((branch.then, True), (branch.otherwise, False)):
            self.values = dict(before)
            self.facts = Facts((*held.limits, *self.conditions(branch.condition, holds)), self.facts.choices)
            self.block(body)
            if not _leaves(body):
                after.append(self.values)
        self.values = self._joined(before, after)
        self.facts, self.certain = Facts(held.limits, self.facts.choices), certain
        for body, holds in ((branch.then, False), (branch.otherwise, True)):
            if _leaves(body):
                self.facts = self.facts.also(self.conditions(branch.condition, holds))
                self.certain = False

    def _joined(self, before: dict[str, Value], after: list[dict[str, Value]]) -> dict[str, Value]:
        result = dict(after[0]) if after else dict(before)
        for name in result:
            ends = [end.get(name) for end in after]
            if len(ends) == 2 and ends[0] != ends[1]:
                result[name] = self._either(name, ends)
        return result

    def _either(self, name: str, ends: Sequence[Value]) -> Value:
        known = tuple(end for end in ends if isinstance(end, Polynomial))
        if len(known) < len(ends):
            places = {end.base for end in ends if isinstance(end, Place)}
            return Place(places.pop(), None) if len(places) == 1 else None
        fresh = self.fresh(name, "")
        self.facts.choices[_only(fresh)] = known
        return fresh

    def _repeat(self, loop: Repeat) -> None:
        outer = {first.name: self.values.get(first.name) for first in loop.first if isinstance(first, Declare)}
        for first in loop.first:
            self.statement(first)
        held, certain = self.facts, self.certain
        starts = dict(self.values)
        turn = self._changed(loop)
        self.certain = certain and loop.tested and not _may_leave(loop.body)
        if loop.condition is not None and loop.tested:
            self.value(loop.condition)
            self.facts = self.facts.also(self.conditions(loop.condition, True))
        self._follow(loop, starts, turn)
        self.block(loop.body)
        if loop.condition is not None and not loop.tested:
            self.value(loop.condition)
        if loop.update is not None:
            self.value(loop.update)
        self.facts, self.certain = Facts(held.limits, self.facts.choices), certain
        self.values = {**self.values, **self._ended(loop, starts)}
        self.values.update(outer)

    def _changed(self, loop: Repeat) -> str | None:
        """Give every name that the loop changes a fresh value that only moves one way; the name that counts it, if one does."""
        inside = assigned([*loop.body, *([Evaluate(loop.update)] if loop.update else [])])
        for name in inside:
            start = self.values.get(name)
            direction = self._direction(inside[name])
            if isinstance(start, Place):
                self.values[name] = Place(start.base, None)
                continue
            fresh = self.fresh(name, self.types.get(name, ""))
            if isinstance(start, Polynomial) and any(part.startswith(COORDINATES) for part in start.names):
                self._stepping(inside[name], start, fresh)
            if isinstance(start, Polynomial) and direction:
                self.facts = self.facts.also([start - fresh if direction > 0 else fresh - start])
            self.values[name] = fresh
        counting = [change for change in assigned([Evaluate(loop.update)] if loop.update else []) if len(inside[change]) == 1]
        return next((name for name in counting if self._step(inside[name][0]) == number(1)), None)

    def _stepping(self, changes: Sequence[Expression], start: Polynomial, counter: Polynomial) -> None:
        for step in map(self._step, changes):
            if step == number(1):
                self.sweeps[_only(counter)] = start
            elif step is not None:
                self.strides.append(step)

    def _direction(self, changes: Sequence[Expression]) -> int | None:
        signs = {step_of(change, self._quietly)[1] for change in changes}
        return signs.pop() if len(signs) == 1 else None

    def _step(self, change: Expression) -> Polynomial | None:
        return step_of(change, self._quietly)[0]

    def _follow(self, loop: Repeat, starts: dict[str, Value], turn: str | None) -> None:
        """Names that grow by the same amount each round get their value from the counter, instead of a fresh one."""
        counter, first = self.values.get(turn or ""), starts.get(turn or "")
        if not isinstance(counter, Polynomial) or not isinstance(first, Polynomial):
            return
        rounds = counter - first
        updated = assigned([Evaluate(loop.update)] if loop.update else [])
        for name in assigned([*loop.body, *([Evaluate(loop.update)] if loop.update else [])]):
            start = starts.get(name)
            if name == turn or start is None:
                continue
            step = self._total([*loop.body, *([Evaluate(loop.update)] if name in updated and loop.update else [])], name)
            if step is not None and not set(variables(step)) & {_only(v) for v in self.values.values() if _single(v)} - _old(starts):
                self.values[name] = _moved(start, rounds * step)

    def _total(self, body: Sequence[Statement], name: str) -> Polynomial | None:
        """By how much one pass through `body` changes `name`; None where that is not always the same."""
        total = Polynomial()
        for statement in body:
            changes = assigned([statement]).get(name, [])
            if not changes:
                continue
            match statement:
                case Evaluate(expression) if expression in changes or expression.kind in ("comma", "assign"):
                    steps = [self._step(change) for change in changes]
                case Group(inner):
                    steps = [self._total(inner, name)]
                case Repeat():
                    steps = [self._rounds_of(statement, name)]
                case _:
                    return None
            for step in steps:
                if step is None:
                    return None
                total = total + step
        return total

    def _rounds_of(self, loop: Repeat, name: str) -> Polynomial | None:
        """By how much a counted loop changes `name` altogether."""
        step = self._total(loop.body, name)
        if step is None or loop.condition is None or loop.update is None or _may_leave(loop.body) or len(loop.first) != 1:
            return None
        first, changes = loop.first[0], assigned([Evaluate(loop.update)])
        counter = first.name if isinstance(first, Declare) else next(iter(assigned([first])), "")
        started = first.value if isinstance(first, Declare) else first.expression.parts[-1] if isinstance(first, Evaluate) else None
        if set(changes) != {counter} or self._step(changes[counter][0]) != number(1) or started is None:
            return None
        start, held = self._quietly(started), self.values.get(counter)
        self.values[counter] = quantity("counter")
        limits = self.conditions(loop.condition, True)
        self.values[counter] = held
        halves = limits[0].split("counter") if len(limits) == 1 else None
        if halves is None or halves[0] != number(1) or not isinstance(start, Polynomial):
            return None
        return (number(1) - halves[1] - start) * step

    def _ended(self, loop: Repeat, starts: dict[str, Value]) -> dict[str, Value]:
        """What the names that the loop changed hold after it."""
        ends: dict[str, Value] = {}
        inside = assigned([*loop.body, *([Evaluate(loop.update)] if loop.update else [])])
        for name in inside:
            start, change = starts.get(name), self._rounds_of(loop, name)
            if isinstance(start, Place):
                ends[name] = Place(start.base, None)
            elif isinstance(start, Polynomial) and change is not None:
                ends[name] = start + change
            else:
                ends[name] = self.fresh(name, self.types.get(name, ""))
        return ends

    def conditions(self, condition: Expression | None, holds: bool) -> list[Polynomial]:
        """What is at most 0 when the condition holds, or does not."""
        if condition is None:
            return []
        return [limit for term in negated(condition, holds) for limit in comparison_limits(*term, self._quietly)]

    def _quietly(self, expression: Expression) -> Polynomial | None:
        """The value of `expression`, without noting what it touches."""
        found, values, facts = self.found, dict(self.values), self.facts
        self.found = []
        value = self.value(expression)
        self.found, self.values, self.facts = found, values, Facts(facts.limits, self.facts.choices)
        return value if isinstance(value, Polynomial) else None

    @contextmanager
    def _under(self, limits: Sequence[Polynomial]) -> Iterator[None]:
        held, certain = self.facts, self.certain
        self.facts, self.certain = held.also(limits), False
        yield
        self.facts, self.certain = Facts((*held.limits, *self.facts.limits[len(held.limits) + len(limits) :]), self.facts.choices), certain

    def value(self, expression: Expression) -> Value:
        """What the expression comes to; notes every element that it touches."""
        match expression.kind:
            case "number":
                return number(n) if (n := integer(expression.text)) is not None else None
            case "name":
                return self._named(expression.text)
            case "member":
                return self._member(expression)
            case "sizeof":
                return quantity(expression.text)
            case "binary":
                return self._binary(expression)
            case "unary":
                return self._unary(expression)
            case "cast":
                return self._cast(expression)
            case "index":
                return self._loaded(self.place(expression), expression, reads=True)
            case "choice":
                return self._choice(expression)
            case "assign":
                return self._assign(expression)
            case "update":
                return self._update(expression)
            case "call":
                return self._call(expression)
        values = [self.value(part) for part in expression.parts]
        return values[-1] if values and expression.kind == "comma" else None

    def _named(self, name: str) -> Value:
        return self.values[name] if name in self.values else quantity(name)

    def _member(self, expression: Expression) -> Value:
        if expression.text.startswith(("threadIdx.", "blockIdx.", "blockDim.", "gridDim.")):
            return quantity(expression.text)
        self.value(expression.parts[0])
        return None

    def _binary(self, expression: Expression) -> Value:
        operator = expression.operator
        if operator in ("&&", "||"):
            for part in expression.parts:
                if part.kind == "name" and isinstance(self.values.get(part.text), Place):
                    self.tested.add(part.text)
            self.value(expression.parts[0])
            with self._under(self.conditions(expression.parts[0], operator == "&&")):
                self.value(expression.parts[1])
            return None
        left, right = (self.value(part) for part in expression.parts)
        if isinstance(left, Place) or isinstance(right, Place):
            return self._pointer_sum(left, right, operator)
        if left is None or right is None:
            return None
        match operator:
            case "+":
                return folded(left + right)
            case "-":
                return folded(left - right)
            case "*":
                return folded(left * right)
            case "/" | "%":
                return self._divided(left, right, operator)
            case "<<" if right.value is not None and 0 <= right.value < 32:
                return folded(left * number(1 << right.value))
            case ">>" if right.value is not None and 0 <= right.value < 32:
                return self._divided(left, number(1 << right.value), "/")
            case "&" if right.value is not None and right.value >= 0:
                return self.fresh("masked", "", [quantity("@") - right, number(-1) * quantity("@")])
        return None

    def _pointer_sum(self, left: Value, right: Value, operator: str) -> Value:
        place, other = (left, right) if isinstance(left, Place) else (right, left)
        if not isinstance(place, Place) or operator not in "+-":
            return None
        if not isinstance(other, Polynomial) or place.inner:
            return Place(place.base, None)
        return _moved(place, other * number(1 if operator == "+" else -1))

    def _divided(self, left: Polynomial, right: Polynomial, operator: str) -> Polynomial | None:
        if left.value is not None and right.value:
            return number(int(left.value / right.value)) if operator == "/" else number(left.value % right.value)
        if not variables(left) and not variables(right):
            return quantity(f"(({left.text}) {operator} ({right.text}))")
        if operator == "%":
            return self.fresh("rest", "", [quantity("@") - right + number(1), quantity("@") - left, number(-1) * quantity("@")])
        exact = left.divided(right)
        if exact is not None:
            return exact
        return self._quotient(left, right)

    def _quotient(self, left: Polynomial, right: Polynomial) -> Polynomial:
        limits = [number(-1) * quantity("@"), quantity("@") - left]
        for limit in self.facts.limits:
            # limit <= 0 and limit = left - more: left is at most -more, and so the quotient at most -more / right.
            more = left - limit
            if variables(more):
                continue
            over = (more + number(1)).divided(right)
            at_most = over - number(1) if over is not None else quantity(f"(({more.text}) / ({right.text}))")
            limits.append(quantity("@") - at_most)
        if right.value is not None:
            limits.append(quantity("@") * right - left)
        return self.fresh("quotient", "", limits)

    def _unary(self, expression: Expression) -> Value:
        part = expression.parts[0] if expression.parts else Expression("other", "")
        if expression.operator == "&":
            return self.place(part) if part.kind in ("index", "unary") else Place(None, None)
        if expression.operator == "*":
            return self._loaded(self.place(expression), expression, reads=True)
        if expression.operator == "!" and part.kind == "name" and isinstance(self.values.get(part.text), Place):
            self.tested.add(part.text)
        value = self.value(part)
        if expression.operator == "-" and isinstance(value, Polynomial):
            return value * number(-1)
        return value if expression.operator == "+" else None

    def _cast(self, expression: Expression) -> Value:
        value = self.value(expression.parts[0]) if expression.parts else None
        if isinstance(value, Polynomial):
            return None if any(word in expression.operator for word in ("float", "double")) else value
        return value

    def _choice(self, expression: Expression) -> Value:
        condition, first, second = expression.parts
        self.value(condition)
        values = []
        for part, holds in ((first, True), (second, False)):
            with self._under(self.conditions(condition, holds)):
                values.append(self.value(part))
        if isinstance(values[0], Polynomial) and isinstance(values[1], Polynomial):
            return self._smaller_or_larger(condition, values[0], values[1])
        return self._either("choice", values)

    def _smaller_or_larger(self, condition: Expression, first: Polynomial, second: Polynomial) -> Value:
        limits = self.conditions(condition, True)
        if len(limits) == 1 and limits[0] in (first - second, first - second + number(1)):
            return self._extreme((first, second), least=True)
        if len(limits) == 1 and limits[0] in (second - first, second - first + number(1)):
            return self._extreme((first, second), least=False)
        return first if first == second else self._either("choice", (first, second))

    def _extreme(self, values: Sequence[Polynomial], least: bool) -> Polynomial:
        if least:
            return self.fresh("least", "", [quantity("@") - value for value in values])
        fresh = self.fresh("greatest", "", [value - quantity("@") for value in values])
        self.facts.choices[_only(fresh)] = tuple(values)
        return fresh

    def _assign(self, expression: Expression) -> Value:
        place, given = expression.parts
        if place.kind == "name":
            old = self._named(place.text)
            value = self.value(given)
            if expression.operator != "=":
                value = self._combined(old, value, expression.operator[:-1])
            if value is None and not isinstance(old, Place):
                value = self.fresh(place.text, self.types.get(place.text, ""))
            self.values[place.text] = value
            return value
        value = self.value(given)
        if place.kind in ("index", "unary"):
            self._loaded(self.place(place), place, reads=expression.operator != "=", writes=True)
        else:
            self.value(place)
        return value

    def _combined(self, old: Value, value: Value, operator: str) -> Value:
        if isinstance(old, Place):
            return _moved(old, value * number(1 if operator == "+" else -1)) if isinstance(value, Polynomial) else Place(old.base, None)
        if isinstance(old, Polynomial) and isinstance(value, Polynomial):
            if operator in "+-*":
                return folded({"+": old + value, "-": old - value, "*": old * value}[operator])
            if operator in "/%":
                return self._divided(old, value, operator)
        return None

    def _update(self, expression: Expression) -> Value:
        place = expression.parts[0]
        if place.kind != "name":
            return self._loaded(self.place(place), place, reads=True, writes=True)
        old = self._named(place.text)
        new = self._combined(old, number(1), "+" if "+" in expression.operator else "-")
        self.values[place.text] = new
        return old if expression.operator.startswith("x") else new

    def _call(self, expression: Expression) -> Value:
        name = expression.operator
        if name.startswith("atomic") and expression.parts:
            place = self.value(expression.parts[0])
            for part in expression.parts[1:]:
                self.value(part)
            if isinstance(place, Place):
                self._note(place, expression, reads=True, writes=True)
            return None
        if name in ("swap",):
            for part in expression.parts:
                self._loaded(self.place(part), part, reads=True, writes=True)
            return None
        values = [self.value(part) for part in expression.parts]
        if name in READS_ONE and values and isinstance(values[0], Place):
            return self._loaded(values[0], expression, reads=True)
        for value in values:
            self._escapes(value)
        known = [value for value in values if isinstance(value, Polynomial)]
        if name in ("min", "max") and len(known) == 2:
            return self._extreme(known, least=name == "min")
        if name in ("__mul24", "__umul24") and len(known) == 2:
            return folded(known[0] * known[1])
        if known and len(known) == len(values) and is_pure(name) and not any(variables(value) for value in known):
            return quantity(f"{name}({', '.join(value.text for value in known)})")
        return None

    def place(self, expression: Expression) -> Value:
        """Where the element that the expression names lies."""
        if expression.kind == "unary" and expression.operator == "*":
            return self.value(expression.parts[0])
        if expression.kind != "index":
            return None
        base = self.place(expression.parts[0]) if expression.parts[0].kind == "index" else self.value(expression.parts[0])
        subscript = self.value(expression.parts[1])
        if not isinstance(base, Place):
            return None
        if not isinstance(subscript, Polynomial):
            return Place(base.base, None, base.inner[1:])
        for size in base.inner:
            subscript = subscript * size
        return _moved(Place(base.base, base.offset, base.inner[1:], base.bytes), subscript)

    def _loaded(self, place: Value, expression: Expression, reads: bool, writes: bool = False) -> Value:
        if not isinstance(place, Place):
            return None
        if place.inner:
            return place
        self._note(place, expression, reads, writes)
        return self.fresh("element", self.types.get(place.base or "", "")) if reads and not writes else None

    def _note(self, place: Place, expression: Expression, reads: bool, writes: bool) -> None:
        if place.base is not None:
            self.found.append(Access(place.base, place.offset, reads, writes, self.facts, self.certain, expression.text, place.bytes))

    def _escapes(self, value: Value) -> None:
        if isinstance(value, Place) and value.base is not None:
            self.found.append(Access(value.base, None, True, True, self.facts, False, f"{value.base} is handed on"))

    def fresh(self, stem: str, kind: str, limits: Sequence[Polynomial] = ()) -> Polynomial:
        """A new quantity of the type; `@` stands for it in `limits`."""
        self.count += 1
        result = quantity(f"{stem}#{self.count}")
        plain = " ".join(word for word in kind.split() if word != "const")
        if plain in SMALL:
            limits = [*limits, quantity("@") - number(SMALL[plain])]
        if plain.startswith("unsigned") or plain in SMALL or plain in ("size_t", "uint"):
            limits = [*limits, number(-1) * quantity("@")]
        self.facts = self.facts.also(limit.replaced({"@": result}) for limit in limits)
        return result

    def _number(self, size: Expression) -> Polynomial:
        value = self.value(size) if size.text else None
        return value if isinstance(value, Polynomial) else quantity(size.text)


def _moved(start: Value, by: Polynomial) -> Value:
    if isinstance(start, Place):
        return Place(start.base, None if start.offset is None else folded(start.offset + by), start.inner, start.bytes)
    return folded(start + by) if isinstance(start, Polynomial) else None


def _inner(parameter: Parameter) -> int:
    return max(len(parameter.sizes) - (0 if "*" in parameter.shape else 1), 0)


def _only(value: Value) -> str:
    return next(iter(value.names)) if isinstance(value, Polynomial) and value.names else ""


def _single(value: Value) -> bool:
    return isinstance(value, Polynomial) and len(value.names) == 1


def _old(starts: Mapping[str, Value]) -> set[str]:
    return {name for value in starts.values() if isinstance(value, Polynomial) for name in value.names}


def _leaves(body: Sequence[Statement]) -> bool:
    """Whether the statements never come to their end."""
    last = body[-1] if body else None
    return isinstance(last, Leave) or (isinstance(last, Group) and _leaves(last.body))


def _may_leave(body: Sequence[Statement]) -> bool:
    """Whether the statements may end a loop around them."""
    for statement in body:
        match statement:
            case Leave(kind, _) if kind != "continue":
                return True
            case Group(inner) | Repeat(_, _, _, inner, _) if _may_leave(inner):
                return True
            case Branch(_, then, otherwise) if _may_leave(then) or _may_leave(otherwise):
                return True
    return False
