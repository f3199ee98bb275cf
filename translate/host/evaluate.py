"""What expressions come to, as polynomials and places, and which elements of arrays they touch on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from translate.host.bounds import variables
from translate.host.knowledge import IT, Knowledge
from translate.host.places import Access, Place, Value, moved
from translate.host.polynomial import Polynomial, number, quantity
from translate.host.symbols import comparison_limits, folded, integer, is_pure, negated
from translate.source.code import Expression, Parameter

COORDINATES = ("threadIdx.", "blockIdx.", "blockDim.", "gridDim.")
NOTHING = Expression("other", "")
ELEMENTS = ("index", "unary")


@dataclass(slots=True)
class Evaluator:
    """What names hold at a place, and what was touched up to there."""

    known: Knowledge
    values: dict[str, Value] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    found: list[Access] = field(default_factory=list)
    tested: set[str] = field(default_factory=set)
    """Pointers that are compared with nothing."""
    certain: bool = True
    steady: Mapping[str, str] = field(default_factory=dict)
    """Arrays of whole numbers that nothing changes -> what the caller calls them."""

    def begin(self, parameter: Parameter, given: Polynomial | None) -> None:
        """Let a parameter hold what it holds at the start."""
        self.types[parameter.name] = parameter.type
        if not parameter.is_array:
            self.values[parameter.name] = given if given is not None else quantity(parameter.name)
            return
        inner = parameter.sizes if "*" in parameter.shape else parameter.sizes[1:]
        self.values[parameter.name] = Place(parameter.name, Polynomial(), parameter.type, tuple(self._size(size) for size in inner))

    def conditions(self, condition: Expression | None, holds: bool) -> list[Polynomial]:
        """What is at most 0 when the condition holds, or does not."""
        if condition is None:
            return []
        return [limit for term in negated(condition, holds) for limit in comparison_limits(*term, self.quietly)]

    def quietly(self, expression: Expression) -> Polynomial | None:
        """The value of `expression`, without noting what it touches or changes."""
        found, values, tested = self.found, dict(self.values), set(self.tested)
        self.found = []
        value = self.value(expression)
        self.found, self.values, self.tested = found, values, tested
        return value if isinstance(value, Polynomial) else None

    def fresh(self, name: str) -> Polynomial:
        """A new value for a variable, of which only the type is known."""
        return self.known.fresh(name, self.types.get(name, ""))

    def either(self, name: str, values: Sequence[Value]) -> Value:
        """One of the values."""
        numbers = [value for value in values if isinstance(value, Polynomial)]
        if len(numbers) == len(values):
            return self.known.one_of(name, numbers)
        places = [value for value in values if isinstance(value, Place)]
        for place in places[1:]:
            self._escapes(place if place.base != places[0].base else None)
        if places and any(place.base != places[0].base for place in places):
            self._escapes(places[0])
        return places[0].lost() if places else None

    def value(self, expression: Expression) -> Value:
        """What the expression comes to; notes every element that it touches."""
        match expression.kind:
            case "number":
                return number(n) if (n := integer(expression.text)) is not None else None
            case "name":
                return self.values[expression.text] if expression.text in self.values else quantity(expression.text)
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
                return self._touch(self.place(expression), expression, reads=True)
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

    def place(self, expression: Expression) -> Value:
        """Where the element that the expression names lies."""
        if expression.kind == "unary" and expression.operator == "*":
            return self.value(expression.parts[0])
        if expression.kind == "member" and expression.parts[0].kind in ELEMENTS:
            return self.place(expression.parts[0])
        if expression.kind != "index":
            return None
        base = self.place(expression.parts[0]) if expression.parts[0].kind == "index" else self.value(expression.parts[0])
        subscript = self.value(expression.parts[1])
        if not isinstance(base, Place):
            return None
        if not isinstance(subscript, Polynomial):
            return Place(base.base, None, base.unit, base.inner[1:])
        for size in base.inner:
            subscript = subscript * size
        return Place(base.base, base.offset, base.unit, base.inner[1:], base.bytes).moved(subscript)

    @contextmanager
    def _maybe(self, limits: Sequence[Polynomial]) -> Iterator[None]:
        certain = self.certain
        self.certain = False
        with self.known.under(limits):
            yield
        self.certain = certain

    def _member(self, expression: Expression) -> Value:
        if expression.text.startswith(COORDINATES):
            return quantity(expression.text)
        self.value(expression.parts[0])
        return None

    def _binary(self, expression: Expression) -> Value:
        operator, (first, second) = expression.operator, expression.parts
        if operator in ("&&", "||", "==", "!="):
            self._tests(first)
            self._tests(second)
        if operator in ("&&", "||"):
            self.value(first)
            with self._maybe(self.conditions(first, operator == "&&")):
                self.value(second)
            return None
        left, right = self.value(first), self.value(second)
        if isinstance(left, Place) or isinstance(right, Place):
            return self._pointer_sum(left, right, operator)
        return None if left is None or right is None else self._sum(left, right, operator)

    def _sum(self, left: Polynomial, right: Polynomial, operator: str) -> Polynomial | None:
        shift = 1 << right.value if right.value is not None and 0 <= right.value < 32 else None
        match operator:
            case "+":
                return folded(left + right)
            case "-":
                return folded(left - right)
            case "*":
                return folded(left * right)
            case "/":
                return self.known.divided(left, right)
            case "%":
                return self.known.rest(left, right)
            case "<<" if shift is not None:
                return folded(left * number(shift))
            case ">>" if shift is not None:
                return self.known.divided(left, number(shift))
            case "&" if right.value is not None and right.value >= 0:
                return self.known.fresh("masked", limits=[IT - right, number(-1) * IT])
        return None

    def _pointer_sum(self, left: Value, right: Value, operator: str) -> Value:
        place, other = (left, right) if isinstance(left, Place) else (right, left)
        if not isinstance(place, Place) or operator not in ("+", "-"):
            return None
        if not isinstance(other, Polynomial) or place.inner:
            return place.lost()
        return place.moved(other * number(1 if operator == "+" else -1))

    def _unary(self, expression: Expression) -> Value:
        part = expression.parts[0] if expression.parts else NOTHING
        if expression.operator == "&":
            return self.place(part) if part.kind in ("index", "unary") else Place(None, None)
        if expression.operator == "*":
            return self._touch(self.place(expression), expression, reads=True)
        if expression.operator == "!":
            self._tests(part)
        value = self.value(part)
        if expression.operator == "-" and isinstance(value, Polynomial):
            return value * number(-1)
        return value if expression.operator == "+" else None

    def _tests(self, expression: Expression) -> None:
        if expression.kind == "name" and isinstance(self.values.get(expression.text), Place):
            self.tested.add(expression.text)

    def tests(self, condition: Expression | None) -> None:
        """Note a pointer that is a condition by itself."""
        self._tests(condition or NOTHING)

    def _cast(self, expression: Expression) -> Value:
        value = self.value(expression.parts[0]) if expression.parts else None
        if isinstance(value, Place):
            unit = expression.operator.replace("*", " ").replace("const", " ")
            return value.as_pointer_to(" ".join(unit.split())) if "*" in expression.operator and not value.inner else value
        return None if any(word in expression.operator for word in ("float", "double")) else value

    def _choice(self, expression: Expression) -> Value:
        condition, *branches = expression.parts
        self._tests(condition)
        self.value(condition)
        values = []
        for part, holds in zip(branches, (True, False), strict=True):
            with self._maybe(self.conditions(condition, holds)):
                values.append(self.value(part))
        first, second = values
        if isinstance(first, Polynomial) and isinstance(second, Polynomial):
            limits = self.conditions(condition, True)
            if len(limits) == 1 and limits[0] in (first - second, first - second + number(1)):
                return self.known.least((first, second))
            if len(limits) == 1 and limits[0] in (second - first, second - first + number(1)):
                return self.known.greatest((first, second))
        return first if first == second else self.either("choice", values)

    def _assign(self, expression: Expression) -> Value:
        place, given = expression.parts
        value = self.value(given)
        if place.kind == "name":
            old = self.values.get(place.text, quantity(place.text))
            if expression.operator != "=":
                value = self._combined(old, value, expression.operator[:-1])
            if value is None:
                value = old.lost() if isinstance(old, Place) else self.fresh(place.text)
            self.values[place.text] = value
        elif place.kind in ELEMENTS or place.kind == "member" and place.parts[0].kind in ELEMENTS:
            # What is set of a structure is only a part of it.
            self._touch(self.place(place), place, reads=expression.operator != "=" or place.kind == "member", writes=True)
        else:
            self.value(place)
        return value

    def _combined(self, old: Value, value: Value, operator: str) -> Value:
        if not isinstance(value, Polynomial):
            return None
        if isinstance(old, Place):
            return moved(old, value * number(1 if operator == "+" else -1)) if operator in ("+", "-") else None
        return self._sum(old, value, operator) if isinstance(old, Polynomial) else None

    def _update(self, expression: Expression) -> Value:
        place = expression.parts[0]
        if place.kind != "name":
            return self._touch(self.place(place), place, reads=True, writes=True)
        old = self.values.get(place.text, quantity(place.text))
        new = self._combined(old, number(1), "+" if "+" in expression.operator else "-")
        self.values[place.text] = new
        return old if expression.operator.startswith("x") else new

    def _call(self, expression: Expression) -> Value:
        name, parts = expression.operator, expression.parts
        if name == "swap":
            for part in parts:
                self._touch(self.place(part), part, reads=True, writes=True)
            return None
        values = [self.value(part) for part in parts]
        if values and isinstance(values[0], Place) and (name == "__ldg" or name.startswith("atomic")):
            return self._touch(values[0], expression, reads=True, writes=name != "__ldg")
        for value in values:
            self._escapes(value)
        numbers = [value for value in values if isinstance(value, Polynomial)]
        if len(numbers) < len(values) or not numbers:
            return None
        if name in ("min", "max") and len(numbers) == 2:
            return self.known.least(numbers) if name == "min" else self.known.greatest(numbers)
        if name in ("__mul24", "__umul24") and len(numbers) == 2:
            return folded(numbers[0] * numbers[1])
        if is_pure(name) and not any(variables(value) for value in numbers):
            return quantity(f"{name}({', '.join(value.text for value in numbers)})")
        return None

    def _touch(self, place: Value, expression: Expression, reads: bool, writes: bool = False) -> Value:
        if not isinstance(place, Place) or place.inner:
            return place if isinstance(place, Place) else None
        if place.base is not None:
            facts = self.known.facts
            access = Access(place.base, place.offset, reads, writes, facts, self.certain, expression.text, place.unit, place.bytes)
            self.found.append(access)
        if writes or not reads:
            return None
        steady = self.steady.get(place.base or "")
        if steady is not None and place.offset is not None and not variables(place.offset) and not place.bytes.terms:
            return quantity(f"{steady}[{place.offset.text}]")
        return self.known.fresh("element", place.unit)

    def _escapes(self, value: Value) -> None:
        if isinstance(value, Place) and value.base is not None:
            self.found.append(Access(value.base, None, True, True, self.known.facts, False, f"{value.base}, which is handed on"))

    def unread(self, names: Sequence[str]) -> None:
        """Note that nothing is known of the names any more."""
        for name in names:
            self._escapes(self.values.get(name))
            self.values[name] = self.values[name] if isinstance(self.values.get(name), Place) else None

    def _size(self, size: Expression) -> Polynomial:
        value = self.value(size) if size.text else None
        return value if isinstance(value, Polynomial) else quantity(size.text)
