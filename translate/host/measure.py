"""Extents that only the data decide: the part of the original that finds its largest subscript, as code for the host."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate.host.symbols import assigned, below, exits, expressions, is_pure
from translate.source.code import Branch, Declare, Evaluate, Expression, FunctionCode, Group, Leave, Parameter, Repeat, Statement

EXTENT = "extent_"
"""What the code calls the largest subscript so far; the original must not use it."""
INDENT = "    "


class _Undecidable(Exception):
    """The subscripts depend on something that the host cannot repeat."""


def measured(original: FunctionCode, array: Parameter) -> tuple[str, ...] | None:
    """The lines of an expression: one more than the largest subscript of `array`; None where the data to be looked at change."""
    if EXTENT in original.names or len(array.sizes) > ("*" not in array.shape):
        return None
    slice_ = _Slice(original, array.name)
    try:
        lines = slice_.block(original.body)
    except _Undecidable:
        return None
    if slice_.mentions != sum(e.kind == "name" and e.text == array.name for s in original.body for e in expressions(s)):
        return None
    return ("[=]() mutable {", f"{INDENT}long long {EXTENT} = 0;", *(INDENT + line for line in lines), f"{INDENT}return {EXTENT};", "}()")


class _Slice:
    """What of a function must run to know the subscripts of one array."""

    def __init__(self, function: FunctionCode, array: str) -> None:
        self.array = array
        self.mentions = 0
        """How often the array was met where it is subscripted."""
        self.changed = {place.text for s in function.body for e in expressions(s) for place in _written(e)}
        self.needed = self._needed(function.body)

    def block(self, body: Sequence[Statement]) -> list[str]:
        """The lines for the statements."""
        return [line for statement in body for line in self.statement(statement)]

    def statement(self, statement: Statement) -> list[str]:
        """The lines for one statement; none if it has no say."""
        match statement:
            case Declare():
                touched = self.touched(statement.value) if statement.value is not None else []
                if statement.name not in self.needed:
                    return touched
                if "*" in statement.shape or "[" in statement.shape or "&" in statement.shape:
                    raise _Undecidable
                value = f" = {self.repeated(statement.value)}" if statement.value is not None else ""
                return [*touched, f"{statement.type.replace('const ', '')} {statement.name}{value};"]
            case Evaluate(expression):
                return [*self.touched(expression), *self._assignment(expression)]
            case Group(body):
                lines = self.block(body)
                return ["{", *_indented(lines), "}"] if lines else []
            case Branch():
                return self._branch(statement)
            case Repeat():
                return self._loop(statement)
            case Leave(kind, value):
                if value is not None or kind not in ("break", "continue"):
                    raise _Undecidable
                return [f"{kind};"]
        if self.array in statement.names or self.needed & statement.names:
            raise _Undecidable
        return []

    def touched(self, expression: Expression) -> list[str]:
        """Lines that note every subscript of the array in the expression, as far as it is looked at."""
        if expression.kind == "choice":
            return [*self.touched(expression.parts[0]), *self._if(expression.parts[0], *map(self.touched, expression.parts[1:]))]
        if expression.operator in ("&&", "||"):
            first, second = expression.parts
            lines = self.touched(second)
            return [*self.touched(first), *(self._if(first, lines, []) if expression.operator == "&&" else self._if(first, [], lines))]
        order = reversed(expression.parts) if expression.kind == "assign" else expression.parts
        lines = [line for part in order for line in self.touched(part)]
        if expression.kind == "index" and expression.parts[0].text == self.array:
            self.mentions += 1
            subscript = self.repeated(expression.parts[1])
            lines.append(f"{EXTENT} = std::max<long long>({EXTENT}, static_cast<long long>({subscript}) + 1);")
        return lines

    def repeated(self, expression: Expression | None) -> str:
        """The text of an expression that can run once more. Raises _Undecidable."""
        for part in below(expression) if expression is not None else ():
            changes = part.kind in ("assign", "update", "other") or (part.kind == "call" and not is_pure(part.operator))
            if changes or (part.kind == "index" and _base(part) in self.changed):
                raise _Undecidable
        return expression.text if expression is not None else ""

    def _assignment(self, expression: Expression) -> list[str]:
        lines = []
        parts = expression.parts if expression.kind == "comma" else (expression,)
        for part in parts:
            if part.kind in ("assign", "update") and part.parts[0].text in self.needed:
                for given in part.parts[1:]:
                    self.repeated(given)
                lines.append(f"{part.text};")
            elif self.needed & set(assigned([Evaluate(part)])):
                raise _Undecidable
        return lines

    def _branch(self, branch: Branch) -> list[str]:
        if branch.condition is None:
            if self.block([*branch.then, *branch.otherwise]):
                raise _Undecidable
            return []
        lines = self._if(branch.condition, self.block(branch.then), self.block(branch.otherwise))
        return [*self.touched(branch.condition), *lines]

    def _if(self, condition: Expression, then: list[str], otherwise: list[str]) -> list[str]:
        if not then and not otherwise:
            return []
        lines = [f"if ({self.repeated(condition)}) {{", *_indented(then), "}"]
        return [*lines[:-1], "} else {", *_indented(otherwise), "}"] if otherwise else lines

    def _loop(self, loop: Repeat) -> list[str]:
        if not self._has_a_say(loop):
            return []
        first, inside = self.block(loop.first), self.block(loop.body)
        if loop.condition is None or self.touched(loop.condition) or not loop.tested:
            raise _Undecidable
        update = ", ".join(line.removesuffix(";") for line in self._assignment(loop.update)) if loop.update is not None else ""
        head = f"for (; {self.repeated(loop.condition)}; {update}) {{"
        return ["{", *_indented(first), INDENT + head, *_indented(_indented(inside)), INDENT + "}", "}"]

    def _needed(self, body: Sequence[Statement]) -> set[str]:
        """The scalars that subscripts, and the way to them, depend on."""
        needed: set[str] = set()
        while True:
            more = needed | set(self._names(body, needed))
            if more == needed:
                return needed
            needed = more

    def _names(self, body: Sequence[Statement], needed: set[str]) -> Iterable[str]:
        for statement in body:
            if not self._has_a_say(statement, needed) and not exits([statement]):
                continue
            match statement:
                case Branch(condition, then, otherwise):
                    yield from _names_in(condition)
                    yield from self._names([*then, *otherwise], needed)
                case Repeat(first, condition, update, inner, _):
                    yield from (*_names_in(condition), *_names_in(update))
                    yield from self._names([*first, *inner], needed)
                case Group(inner):
                    yield from self._names(inner, needed)
                case Declare(_, name, _, value) if name in needed:
                    yield from _names_in(value)
            for expression in expressions(statement):
                if expression.kind == "index" and expression.parts[0].text == self.array:
                    yield from _names_in(expression.parts[1])
                if expression.kind in ("assign", "update") and expression.parts[0].text in needed:
                    yield from (name for part in expression.parts for name in _names_in(part))
                if expression.kind == "choice" or expression.operator in ("&&", "||"):
                    yield from _names_in(expression.parts[0]) if self.array in set(_names_in(expression)) else ()

    def _has_a_say(self, statement: Statement, needed: set[str] | None = None) -> bool:
        """Whether the statement touches the array, or sets something that is needed."""
        wanted = self.needed if needed is None else needed
        if isinstance(statement, Declare) and statement.name in wanted:
            return True
        return any(
            (e.kind == "name" and e.text == self.array) or (e.kind in ("assign", "update") and e.parts[0].text in wanted)
            for e in expressions(statement)
        )


def _names_in(expression: Expression | None) -> list[str]:
    return [part.text for part in below(expression) if part.kind == "name"] if expression is not None else []


def _written(expression: Expression) -> list[Expression]:
    """The arrays that the expression may change."""
    if expression.kind in ("assign", "update") and expression.parts[0].kind in ("index", "unary"):
        return [part for part in below(expression.parts[0]) if part.kind == "name"][:1]
    if expression.kind == "call" and not is_pure(expression.operator):
        return [part for part in below(expression) if part.kind == "name"]
    return []


def _base(expression: Expression) -> str:
    while expression.kind == "index":
        expression = expression.parts[0]
    return expression.text


def _indented(lines: Iterable[str]) -> list[str]:
    return [INDENT + line for line in lines]
