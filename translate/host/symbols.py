"""Small questions about expressions: what they change, what a comparison says, which sum is a thread's number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from translate.host.polynomial import Polynomial, number, quantity
from translate.source.code import Branch, Declare, Evaluate, Expression, Group, Leave, Repeat, Statement

Read = Callable[[Expression], Polynomial | None]
OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
PURE = frozenset("sqrt sqrtf ceil ceilf floor floorf log2 log2f pow powf abs fabs".split())


def integer(text: str) -> int | None:
    """The whole number that a literal spells; None for any other literal."""
    plain = text.lower().replace("'", "")
    digits = plain.rstrip("ul")
    if plain in ("true", "false"):
        return int(plain == "true")
    try:
        return int(digits, 0) if not (digits.startswith("0") and digits.isdecimal()) else int(digits, 8)
    except ValueError:
        return None


def is_pure(name: str) -> bool:
    """Whether a call of the function can be repeated on the host."""
    return name in PURE


def expressions(statement: Statement) -> Iterator[Expression]:
    """Every expression in the statement, outer before inner."""
    roots: list[Expression | None] = []
    inner: list[Statement] = []
    match statement:
        case Declare():
            roots = [statement.value]
        case Evaluate():
            roots = [statement.expression]
        case Leave():
            roots = [statement.value]
        case Branch():
            roots, inner = [statement.condition], [*statement.then, *statement.otherwise]
        case Repeat():
            roots, inner = [statement.condition, statement.update], [*statement.first, *statement.body]
        case Group():
            inner = list(statement.body)
    for root in roots:
        if root is not None:
            yield from below(root)
    for child in inner:
        yield from expressions(child)


def below(expression: Expression) -> Iterator[Expression]:
    """The expression and all its parts."""
    yield expression
    for part in expression.parts:
        yield from below(part)


def assigned(statements: Sequence[Statement]) -> dict[str, list[Expression]]:
    """The plain names that the statements change, each with the expressions that do; names declared inside left out."""
    changes: dict[str, list[Expression]] = {}
    for statement in statements:
        for expression in expressions(statement):
            if expression.kind in ("assign", "update") and expression.parts[0].kind == "name":
                changes.setdefault(expression.parts[0].text, []).append(expression)
    for name in _declared(statements):
        changes.pop(name, None)
    return changes


def _declared(statements: Sequence[Statement]) -> Iterator[str]:
    for statement in statements:
        match statement:
            case Declare():
                yield statement.name
            case Group(body):
                yield from _declared(body)
            case Repeat():
                yield from _declared([*statement.first, *statement.body])
            case Branch():
                yield from _declared([*statement.then, *statement.otherwise])


def step_of(change: Expression, read: Read) -> tuple[Polynomial | None, int | None]:
    """By how much the expression changes its name, and whether upwards (1) or downwards (-1); None where not known."""
    if change.kind == "update":
        up = "+" in change.operator
        return number(1 if up else -1), 1 if up else -1
    name, operator, given = change.parts[0].text, change.operator, change.parts[1]
    if operator in ("*=", "<<="):
        return None, 1
    if operator in ("/=", ">>="):
        return None, -1
    if operator == "=" and given.kind == "binary" and given.operator in "+-" and given.parts[0].text == name:
        operator, given = given.operator + "=", given.parts[1]
    elif operator == "=" and given.kind == "binary" and given.operator == "+" and given.parts[1].text == name:
        operator, given = "+=", given.parts[0]
    if operator not in ("+=", "-="):
        return None, None
    step = read(given)
    if step is None:
        return None, None
    if operator == "-=":
        step = step * number(-1)
    return step, step.sign


def negated(condition: Expression, holds: bool) -> list[tuple[Expression, bool]]:
    """The terms that all hold, or all do not, when the condition does or does not; alternatives say nothing and are left out."""
    if condition.kind == "unary" and condition.operator == "!":
        return negated(condition.parts[0], not holds)
    if condition.kind == "binary" and condition.operator in ("&&", "||"):
        if (condition.operator == "&&") != holds:
            return []
        return [term for part in condition.parts for term in negated(part, holds)]
    return [(condition, holds)]


def comparison_limits(comparison: Expression, holds: bool, read: Read) -> list[Polynomial]:
    """What is at most 0 when the comparison holds, or does not."""
    if comparison.kind != "binary" or comparison.operator not in OPPOSITE:
        return []
    left, right = (read(part) for part in comparison.parts)
    if left is None or right is None:
        return []
    match comparison.operator if holds else OPPOSITE[comparison.operator]:
        case "<":
            return [left - right + number(1)]
        case "<=":
            return [left - right]
        case ">":
            return [right - left + number(1)]
        case ">=":
            return [right - left]
        case "==":
            return [left - right, right - left]
    return []


def folded(polynomial: Polynomial) -> Polynomial:
    """The polynomial with every `blockIdx.x * blockDim.x + threadIdx.x` as `thread.x`; a grid counted in two dimensions has one."""
    for axis in "xyz":
        within, size, block = f"threadIdx.{axis}", f"blockDim.{axis}", f"blockIdx.{axis}"
        halves = polynomial.split(within)
        if halves is None or not halves[0].terms:
            continue
        whole = halves[0] * quantity(size) * quantity(block)
        terms = dict(polynomial.terms)
        if all(terms.get(monomial) == coefficient for monomial, coefficient in whole.terms):
            rows = halves[0] * quantity(size) * quantity("blockIdx.y") * quantity("gridDim.x") if axis == "x" else Polynomial()
            if not all(terms.get(monomial) == coefficient for monomial, coefficient in rows.terms):
                rows = Polynomial()
            polynomial = halves[1] - whole - rows + halves[0] * quantity(f"thread.{axis}")
    return polynomial


def leaves(body: Sequence[Statement]) -> bool:
    """Whether the statements never come to their end."""
    last = body[-1] if body else None
    return isinstance(last, Leave) or (isinstance(last, Group) and leaves(last.body))


def exits(body: Sequence[Statement]) -> set[str]:
    """How the statements may be left before their end: `return`, `break`, `continue`, `goto`."""
    found: set[str] = set()
    for statement in body:
        match statement:
            case Leave(kind, _):
                found.add(kind)
            case Group(inner):
                found |= exits(inner)
            case Repeat():
                found |= exits(statement.body) - {"break", "continue"}
            case Branch():
                found |= exits([*statement.then, *statement.otherwise])
    return found
