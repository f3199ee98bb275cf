"""Powers: products for small exponents, std::pow for the rest."""

from __future__ import annotations

from translate.corpus.rules.fortran_to_cpp.expressions import (
    COMPLEX,
    FLOATING,
    NUMBERS,
    POSTFIX,
    PRODUCT,
    Value,
    cast,
    converted,
    stronger,
    written,
)
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.syntax import Expression, Integer, Real, Unary


def raised(base: Expression, power: Expression, scope: Scope) -> Value:
    """`base ** power`."""
    first, second = written(base, scope), written(power, scope)
    whole = second.type in NUMBERS[:4]
    if isinstance(power, Integer) and 2 <= power.value <= 3 and first.strength == POSTFIX and "(" not in first.text.replace("(int)", ""):
        if not isinstance(base, (Integer, Real)):
            return Value(" * ".join([first.within(PRODUCT)] * power.value), PRODUCT, first.type)
    kind = stronger(first.type, second.type)
    name = "std::pow" if scope.style.std_maths or kind in COMPLEX else "pow"
    scope.headers.add("cmath")
    if whole and kind in NUMBERS[:4]:
        if isinstance(base, Unary) and base.operand == Integer(1):
            return Value(f"({second.within(PRODUCT)} % 2 == 0 ? 1 : -1)", POSTFIX, "int")
        return cast(kind, Value(f"{name}({first.text}, {second.text})", POSTFIX, "double"), scope)
    if first.type == "float" and whole:
        exponent = f"{second.text}.0f" if isinstance(power, Integer) else cast("float", second, scope).text
        return Value(f"std::pow({first.text}, {exponent})", POSTFIX, "float")
    if kind in FLOATING and first.type in FLOATING and second.type in FLOATING and first.type == second.type:
        return Value(f"{name if kind == 'double' else 'std::pow'}({first.text}, {second.text})", POSTFIX, kind)
    if kind in COMPLEX:
        return Value(f"std::pow({converted(first, kind).text}, {second.text if whole else converted(second, kind).text})", POSTFIX, kind)
    if whole:
        return Value(f"{name}({first.text}, {second.text})", POSTFIX, kind)
    sides = [converted(side, kind) if side.literal else cast(kind, side, scope) for side in (first, second)]
    return Value(f"std::pow({sides[0].text}, {sides[1].text})", POSTFIX, kind)
