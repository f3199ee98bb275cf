"""Counted loops: whether they count from 0, and their headers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.expressions import NUMBERS, SUM, written
from translate.corpus.rules.fortran_to_cpp.integers import ONE, collected, constant_part, evaluated, minus
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.symbols import lower
from translate.corpus.rules.fortran_to_cpp.syntax import Apply, Binary, Call, Do, Expression, ImpliedDo, Integer, Name, Print, Unary
from translate.corpus.rules.fortran_to_cpp.visiting import mentions, nodes, rewritten

WHOLE = NUMBERS[:4]


def shifted(loop: Do, scope: Scope) -> Do:
    """The loop counted from 0, its body adapted, where that reads better; otherwise as it is."""
    step = evaluated(loop.step, scope.constants)
    if not scope.style.zero_based or step is None or loop.variable not in scope.counters or _handed_over(loop, scope):
        return loop
    if _gain(loop.body, loop.variable, scope) <= 0:
        return loop
    return replace(loop, first=minus(loop.first, ONE), last=minus(loop.last, ONE), body=_lowered(loop.body, loop.variable, scope))


def header(loop: Do, scope: Scope) -> str:
    """`for (...)`; before it, what keeps a bound that the body changes."""
    name = scope.symbols[loop.variable].spelled
    if scope.symbols[loop.variable].type not in WHOLE or scope.symbols[loop.variable].by == "pointer":
        raise Declined("loop over reals or through a pointer")
    kind = scope.symbols[loop.variable].type + " " if loop.variable in scope.counters else ""
    step = evaluated(loop.step, scope.constants)
    first = written(loop.first, scope)
    if first.type not in WHOLE or written(loop.last, scope).type not in WHOLE:
        raise Declined("loop over reals or through a pointer")
    changed = {name for name in mentions(loop.last) if name in scope.changes(loop.body)} or any(_calls(loop.last, scope))
    if changed:
        last = written(loop.last, scope).text
        end = scope.fresh(f"{name}_end", "last")
        scope.before.append(f"const int {end} = {last};")
        tests = {True: f"{name} <= {end}", False: f"{name} >= {end}"}
    else:
        tests = {up: _test(name, loop.last, up, scope) for up in (True, False)}
    if step is None:
        if set(mentions(loop.step)) & scope.changes(loop.body):
            raise Declined("loop step changed in the loop")
        stride = written(loop.step, scope)
        test = f"{stride.within(SUM)} > 0 ? {tests[True]} : {tests[False]}"
        return f"for ({kind}{name} = {first.text}; {test}; {name} += {stride.text})"
    if step == 0:
        raise Declined("loop step of zero")
    return f"for ({kind}{name} = {first.text}; {tests[step > 0]}; {_advance(name, step, scope)})"


def _advance(name: str, step: int, scope: Scope) -> str:
    if abs(step) == 1:
        sign = "++" if step > 0 else "--"
        return f"{name}{sign}" if scope.style.post_increment else f"{sign}{name}"
    return f"{name} += {step}" if step > 0 else f"{name} -= {-step}"


def _test(name: str, last: Expression, up: bool, scope: Scope) -> str:
    constant = constant_part(last)
    if isinstance(last, (Integer, Unary)) and scope.style.zero_based and up and name in scope.zero:
        return f"{name} < {constant + 1}"
    if up and constant == -1 and not isinstance(last, Unary):
        return f"{name} < {written(collected(Binary('+', last, ONE)), scope).within(SUM)}"
    return f"{name} {'<=' if up else '>='} {written(last, scope).within(SUM)}"


def _calls(value: Expression, scope: Scope) -> list[bool]:
    return [
        True
        for node in nodes(value)
        if isinstance(node, Apply)
        and isinstance(node.base, Name)
        and (node.base.name in scope.procedures or scope.is_external(node.base.name))
    ]


def _handed_over(loop: Do, scope: Scope) -> bool:
    """Whether the counter itself goes to a procedure that takes a variable, or counts what only whole sums can be taken from."""
    for node in nodes(loop.body):
        if isinstance(node, Call) and Name(loop.variable) in node.arguments:
            known = scope.procedures.get(node.name)
            if known is None or any(p.by != "value" for p in known.parameters):
                return True
        if isinstance(node, Apply) and isinstance(node.base, Name) and Name(loop.variable) in node.arguments:
            known = scope.procedures.get(node.base.name)
            if known is not None and any(p.by != "value" for p in known.parameters):
                return True
    return False


def _gain(value: object, name: str, scope: Scope) -> int:
    """By how many constants the subscripts and sums get shorter when `name` counts from 0."""
    if isinstance(value, Apply) and isinstance(value.base, Name) and (symbol := scope.symbols.get(value.base.name)) and symbol.bounds:
        total = 0
        for subscript, bound in zip(value.arguments, symbol.bounds, strict=False):
            first = evaluated(lower(bound), scope.constants)
            total += _of_sum(subscript, name, 0 if first is None else first, scope)
        return total
    if isinstance(value, Do):
        return _gain(value.body, name, scope)
    if isinstance(value, Name):
        return -1 if value.name == name else 0
    if isinstance(value, Binary) and value.operator in ("+", "-"):
        return _of_sum(value, name, 0, scope)
    if isinstance(value, Binary) and value.operator in ("==", "!=", "<", ">", "<=", ">="):
        return _of_sum(Binary("-", value.left, value.right), name, 0, scope)
    if isinstance(value, (tuple, list)):
        return sum(_gain(item, name, scope) for item in value)
    if isinstance(value, Print):
        return 2 * _gain(value.items, name, scope)
    if hasattr(value, "__dataclass_fields__"):
        return sum(_gain(getattr(value, field), name, scope) for field in value.__dataclass_fields__)
    return 0


def _of_sum(value: object, name: str, base: int, scope: Scope) -> int:
    if not isinstance(value, (Name, Binary, Integer, Apply, Unary)):
        return _gain(value, name, scope)
    terms = _summands(value, 1)
    constant = constant_part(value) - base
    total, coefficient = 0, 0
    for sign, term in terms:
        if term == Name(name):
            coefficient += sign
        elif isinstance(term, Binary) and term.operator in "+-":
            total += _of_sum(term, name, 0, scope)
        else:
            total += _gain(term, name, scope)
    if coefficient:
        total += (constant != 0) - (constant + coefficient != 0)
    return total


def _summands(value: Expression, sign: int) -> list[tuple[int, Expression]]:
    match value:
        case Integer():
            return []
        case Unary("-", inner):
            return _summands(inner, -sign)
        case Binary("+" | "-" as operator, left, right):
            return _summands(left, sign) + _summands(right, sign if operator == "+" else -sign)
    return [(sign, value)]


def _lowered(body: tuple[Any, ...], name: str, scope: Scope) -> tuple[Any, ...]:
    """The body where the counter is one less than it was."""

    def change(node: object) -> object:
        if isinstance(node, Name) and node.name == name:
            return Binary("+", node, ONE)
        if isinstance(node, Binary) and node.operator in ("+", "-") and name in mentions(node) and _whole(node, scope):
            return collected(node)
        return node

    result = rewritten(body, change)
    assert isinstance(result, tuple)
    return result


def _whole(node: Expression, scope: Scope) -> bool:
    before = list(scope.before)
    try:
        return written(node, scope).type in WHOLE
    except Declined:
        return False
    finally:
        scope.before[:] = before


def contained_counters(body: object, candidates: set[str]) -> set[str]:
    """Those names that are mentioned only as counters and inside the loops that count with them."""
    inside: dict[str, int] = {}
    for node in nodes(body):
        if isinstance(node, (Do, ImpliedDo)) and node.variable in candidates:
            counted = node.body if isinstance(node, Do) else node.items
            inside[node.variable] = inside.get(node.variable, 0) + 1 + mentions(counted)[node.variable]
    total = mentions(body)
    return {name for name, count in inside.items() if total[name] == count}
