"""Assignments that change what stands there, by the operators that say so."""

from __future__ import annotations

from translate.corpus.rules.fortran_to_cpp.expressions import NUMBERS, Value, assigned, written
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.syntax import Binary, Expression, Integer


def compound(place: Value, target: Expression, value: Expression, scope: Scope) -> str:
    """`s += x` for `s = s + x`; for reals only where the operation stays the same."""
    if not scope.style.compound_assignment or not isinstance(value, Binary) or value.left != target or value.operator not in "+-*/":
        return ""
    # What one of them leaves to run before is the same as what the other does.
    ahead = [*scope.before]
    whole, scope.before = written(value, scope), ahead
    right = written(value.right, scope)
    if whole.type != place.type or place.type not in NUMBERS:
        return ""
    if value.operator in "+-" and value.right == Integer(1) and place.type in NUMBERS[:4]:
        sign = value.operator * 2
        return f"{place.within(14 if place.text.startswith('*') else 0)}{sign};" if scope.style.post_increment else f"{sign}{place.text};"
    text = right.text
    if right.literal and place.type in NUMBERS[4:6]:
        text = assigned(right, place.type, scope)
    elif place.type in NUMBERS[6:] and right.type != place.type:
        return ""
    return f"{place.text} {value.operator}= {text};"
