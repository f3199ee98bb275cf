"""Integer arithmetic on expressions: constants folded, sums collected."""

from __future__ import annotations

from collections.abc import Mapping

from translate.corpus.rules.fortran_to_cpp.syntax import Binary, Expression, Integer, Unary

ONE = Integer(1)


def plus(left: Expression, right: Expression) -> Expression:
    """The sum, simplified."""
    return collected(Binary("+", left, right))


def minus(left: Expression, right: Expression) -> Expression:
    """The difference, simplified."""
    return collected(Binary("-", left, right))


def times(left: Expression, right: Expression) -> Expression:
    """The product, without factors of one."""
    if left == ONE or right == Integer(0):
        return right
    if right == ONE or left == Integer(0):
        return left
    if isinstance(left, Integer) and isinstance(right, Integer):
        return Integer(left.value * right.value)
    return Binary("*", left, right)


def collected(value: Expression) -> Expression:
    """A sum of terms with one constant at its end; terms that cancel are gone."""
    terms, constant = _terms(value, 1)
    kept: list[tuple[int, Expression]] = []
    for sign, term in terms:
        if (-sign, term) in kept:
            kept.remove((-sign, term))
        else:
            kept.append((sign, term))
    # A sum that begins with a minus reads worse.
    if kept and kept[0][0] < 0:
        kept.sort(key=lambda item: item[0] < 0)
    if not kept:
        return Integer(constant) if constant >= 0 else Unary("-", Integer(-constant))
    if kept[0][0] < 0 and constant > 0:
        result: Expression = Integer(constant)
        constant = 0
    else:
        sign, term = kept.pop(0)
        result = term if sign > 0 else Unary("-", term)
    for sign, term in kept:
        result = Binary("+" if sign > 0 else "-", result, term)
    if constant:
        result = Binary("+" if constant > 0 else "-", result, Integer(abs(constant)))
    return result


def constant_part(value: Expression) -> int:
    """The constant of the sum that `value` is."""
    return _terms(value, 1)[1]


def evaluated(value: Expression | None, constants: Mapping[str, int]) -> int | None:
    """The number that `value` is, None where it is not constant."""
    match value:
        case Integer(number):
            return number
        case Unary("-", inner):
            found = evaluated(inner, constants)
            return None if found is None else -found
        case Binary(operator, left, right):
            first, second = evaluated(left, constants), evaluated(right, constants)
            if first is None or second is None:
                return None
            return _operate(operator, first, second)
    name = getattr(value, "name", None)
    return constants.get(name) if isinstance(name, str) and type(value).__name__ == "Name" else None


def _operate(operator: str, first: int, second: int) -> int | None:
    if operator == "/" and second:
        quotient = abs(first) // abs(second)
        return quotient if (first < 0) == (second < 0) else -quotient
    if operator == "**" and 0 <= second < 64:
        return int(first**second)
    return {"+": first + second, "-": first - second, "*": first * second}.get(operator)


def _terms(value: Expression, sign: int) -> tuple[list[tuple[int, Expression]], int]:
    match value:
        case Integer(number):
            return [], sign * number
        case Unary("-", inner):
            return _terms(inner, -sign)
        case Binary("+" | "-" as operator, left, right):
            first, low = _terms(left, sign)
            second, high = _terms(right, sign if operator == "+" else -sign)
            return first + second, low + high
    return [(sign, value)], 0
