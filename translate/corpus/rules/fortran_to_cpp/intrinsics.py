"""Intrinsic functions of scalars as C++."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.bits import BITS
from translate.corpus.rules.fortran_to_cpp.expressions import (
    CHOICE,
    COMPLEX,
    FLOATING,
    NUMBERS,
    POSTFIX,
    PREFIX,
    PRODUCT,
    RELATION,
    SUM,
    Value,
    cast,
    converted,
    stronger,
    written,
)
from translate.corpus.rules.fortran_to_cpp.facts import FACTS
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.symbols import kind_number
from translate.corpus.rules.fortran_to_cpp.syntax import Apply, Expression, Keyword, Name

WHOLE = NUMBERS[:4]
WHOLE_KINDS = {1: "signed char", 2: "short", 4: "int", 8: "long long"}


def intrinsic(name: str, arguments: tuple[Expression, ...], scope: Scope) -> Value:
    """What the intrinsic function `name` gives. Raises Declined."""
    general = FACTS.specific.get(name, name)
    if general in FACTS.maths:
        return _maths(FACTS.maths[general], [written(argument, scope) for argument in arguments], scope)
    if general in _RULES:
        return _RULES[general]([argument for argument in arguments], scope)
    if general in _TYPED:
        return _TYPED[general](*_with_kind(general, name, arguments, scope), scope)
    from translate.corpus.rules.fortran_to_cpp.reductions import REDUCTIONS

    if general in REDUCTIONS:
        return REDUCTIONS[general](arguments, scope)
    from translate.corpus.rules.fortran_to_cpp.characters import CHARACTERS

    if general in CHARACTERS:
        return CHARACTERS[general](arguments, scope)
    raise Declined(f"intrinsic {name}")


def called(name: str, scope: Scope) -> str:
    """The name of a function of <cmath> in the style asked for."""
    scope.headers.add("cmath")
    return f"std::{name}" if scope.style.std_maths or name in scope.symbols else name


def _maths(name: str, values: list[Value], scope: Scope) -> Value:
    kind = values[0].type
    if kind not in FLOATING + COMPLEX or any(value.type != kind for value in values):
        raise Declined("function of another type")
    # The plain name of a C function computes in double precision.
    spelled = called(name, scope) if kind == "double" else f"std::{name}"
    scope.headers.add("cmath")
    return Value(f"{spelled}({', '.join(value.text for value in values)})", POSTFIX, kind)


def _with_kind(general: str, name: str, arguments: tuple[Expression, ...], scope: Scope) -> tuple[list[Value], str]:
    """The arguments of a conversion without its kind, and the type that it gives."""
    plain, size = [], 4
    for position, argument in enumerate(arguments):
        last = {"real": 1, "int": 1, "nint": 1, "floor": 1, "ceiling": 1, "aint": 1, "anint": 1, "cmplx": 2}.get(general, 9)
        if isinstance(argument, Keyword) and argument.name == "kind" or position == last and not isinstance(argument, Keyword):
            number = kind_number(argument.value if isinstance(argument, Keyword) else argument, scope.constants)
            if number is None or number not in (WHOLE_KINDS if general in ("int", "nint", "floor", "ceiling") else (4, 8)):
                raise Declined("kind that is not known here")
            size = number
        else:
            plain.append(written(argument, scope))
    explicit = size == 8 or len(plain) < len(arguments)
    if general in ("int", "nint", "floor", "ceiling"):
        return plain, WHOLE_KINDS[size]
    if general in ("aint", "anint") or general == "real" and not explicit and plain[0].type in COMPLEX and name == "real":
        return plain, ("double" if "double" in plain[0].type else "float") if not explicit else {4: "float", 8: "double"}[size]
    return plain, "double" if size == 8 or general in ("dble", "dcmplx", "dreal") else "float"


def _real(values: list[Value], kind: str, scope: Scope) -> Value:
    (value,) = values
    if value.type in COMPLEX:
        part = Value(f"{value.within(POSTFIX)}.real()", POSTFIX, value.type[13:-1])
        return cast(kind, part, scope)
    if value.type not in NUMBERS:
        raise Declined("conversion of what is no number")
    if value.literal:
        return converted(value, kind)
    return cast(kind, value, scope)


def _int(values: list[Value], kind: str, scope: Scope) -> Value:
    if values[0].type not in NUMBERS[:6]:
        raise Declined("conversion of what is no number")
    return cast(kind, values[0], scope)


def _nint(values: list[Value], kind: str, scope: Scope) -> Value:
    return cast(kind, Value(f"{called('round', scope)}({values[0].text})", POSTFIX, values[0].type), scope)


def _rounded(name: str) -> Callable[[list[Value], str, Scope], Value]:
    def rule(values: list[Value], kind: str, scope: Scope) -> Value:
        if values[0].type not in FLOATING:
            raise Declined("function of another type")
        inner = Value(f"{called(name, scope)}({values[0].text})", POSTFIX, "double" if scope.style.std_maths is False else values[0].type)
        return cast(kind, inner, scope) if kind in WHOLE or kind != inner.type else inner

    return rule


def _cmplx(values: list[Value], kind: str, scope: Scope) -> Value:
    if len(values) == 1 and values[0].type in COMPLEX:
        return Value(f"std::complex<{kind}>({values[0].text})", POSTFIX, f"std::complex<{kind}>")
    if len(values) == 1:
        values = [*values, Value("0.0" if kind == "double" else "0.0f", POSTFIX, kind)]
    parts = [converted(value, kind) if value.literal else cast(kind, value, scope) if value.type in WHOLE else value for value in values]
    return Value(f"std::complex<{kind}>({parts[0].text}, {parts[1].text})", POSTFIX, f"std::complex<{kind}>")


def _abs(arguments: list[Expression], scope: Scope) -> Value:
    value = written(arguments[0], scope)
    if value.type not in NUMBERS:
        raise Declined("function of another type")
    scope.headers.add("cmath")
    name = "fabs" if value.type == "double" and not scope.style.std_maths and "fabs" not in scope.symbols else "std::abs"
    scope.headers.add("cstdlib")
    kind = value.type[13:-1] if value.type in COMPLEX else value.type
    return Value(f"{name}({value.text})", POSTFIX, kind)


def _mod(arguments: list[Expression], scope: Scope) -> Value:
    first, second = (written(argument, scope) for argument in arguments)
    if first.type in WHOLE and second.type in WHOLE:
        return Value(f"{first.within(PRODUCT)} % {second.within(PREFIX)}", PRODUCT, stronger(first.type, second.type))
    return _maths("fmod", [first, second], scope)


def _modulo(arguments: list[Expression], scope: Scope) -> Value:
    first, second = (written(argument, scope) for argument in arguments)
    if first.type in WHOLE and second.type in WHOLE:
        divisor = second.within(PREFIX)
        return Value(f"({first.within(PRODUCT)} % {divisor} + {divisor}) % {divisor}", PRODUCT, stronger(first.type, second.type))
    if first.type != second.type or first.type not in FLOATING:
        raise Declined("function of another type")
    scope.headers.add("cmath")
    whole = f"std::floor({first.within(PRODUCT)} / {second.within(PREFIX)})"
    return Value(f"{first.within(SUM)} - {whole} * {second.within(PREFIX)}", SUM, first.type)


def _extreme(name: str) -> Callable[[list[Expression], Scope], Value]:
    def rule(arguments: list[Expression], scope: Scope) -> Value:
        values = [written(argument, scope) for argument in arguments]
        kind = values[0].type
        for value in values[1:]:
            kind = stronger(kind, value.type)
        if kind in COMPLEX:
            raise Declined("function of another type")
        values = [converted(v, kind) if v.literal and v.type in FLOATING and v.type != kind else cast(kind, v, scope) for v in values]
        scope.headers.add("algorithm")
        texts = ", ".join(value.text for value in values)
        if len(values) == 2 and kind == "double" and not scope.style.std_maths:
            scope.headers.add("cmath")
            return Value(f"f{name}({texts})", POSTFIX, kind)
        return Value(f"std::{name}({texts})" if len(values) == 2 else f"std::{name}({{{texts}}})", POSTFIX, kind)

    return rule


def _sign(arguments: list[Expression], scope: Scope) -> Value:
    size, sign = (written(argument, scope) for argument in arguments)
    if size.type in WHOLE and sign.type in WHOLE:
        scope.headers.add("cstdlib")
        return Value(f"({sign.within(RELATION)} >= 0 ? std::abs({size.text}) : -std::abs({size.text}))", POSTFIX, size.type)
    if size.type != sign.type:
        raise Declined("function of another type")
    return _maths("copysign", [size, sign], scope)


def _dim(arguments: list[Expression], scope: Scope) -> Value:
    first, second = (written(argument, scope) for argument in arguments)
    if first.type != second.type:
        raise Declined("function of another type")
    scope.headers.add("algorithm")
    zero = {"int": "0", "long long": "0LL", "double": "0.0", "float": "0.0f"}.get(first.type)
    if zero is None:
        raise Declined("function of another type")
    return Value(f"std::max({first.within(SUM)} - {second.within(PRODUCT)}, {zero})", POSTFIX, first.type)


def _conjg(arguments: list[Expression], scope: Scope) -> Value:
    value = written(arguments[0], scope)
    if value.type not in COMPLEX:
        raise Declined("function of another type")
    return Value(f"std::conj({value.text})", POSTFIX, value.type)


def _aimag(arguments: list[Expression], scope: Scope) -> Value:
    value = written(arguments[0], scope)
    if value.type not in COMPLEX:
        raise Declined("function of another type")
    return Value(f"{value.within(POSTFIX)}.imag()", POSTFIX, value.type[13:-1])


def _merge(arguments: list[Expression], scope: Scope) -> Value:
    first, second, mask = (written(argument, scope) for argument in arguments)
    if first.type != second.type or mask.type != "bool" or first.type == "std::string":
        raise Declined("function of another type")
    return Value(f"({mask.within(CHOICE + 1)} ? {first.within(CHOICE + 1)} : {second.within(CHOICE)})", POSTFIX, first.type)


def _limit(name: str) -> Callable[[list[Expression], Scope], Value]:
    def rule(arguments: list[Expression], scope: Scope) -> Value:
        value = arguments[0]
        if isinstance(value, Name) and value.name in scope.symbols:
            kind = scope.symbols[value.name].type
        elif isinstance(value, Apply):
            raise Declined("limits of an expression")
        else:
            kind = written(value, scope).type
        if kind not in NUMBERS[:6]:
            raise Declined("function of another type")
        scope.headers.add("limits")
        return Value(f"std::numeric_limits<{kind}>::{name}()", POSTFIX, kind)

    return rule


def _dprod(arguments: list[Expression], scope: Scope) -> Value:
    first, second = (cast("double", written(argument, scope), scope) for argument in arguments)
    return Value(f"{first.within(PRODUCT)} * {second.within(PREFIX)}", PRODUCT, "double")


_RULES: dict[str, Callable[[list[Expression], Scope], Value]] = {
    "abs": _abs, "mod": _mod, "modulo": _modulo, "max": _extreme("max"), "min": _extreme("min"), "sign": _sign, "dim": _dim,
    "conjg": _conjg, "aimag": _aimag, "merge": _merge, **BITS, "huge": _limit("max"), "tiny": _limit("min"), "epsilon": _limit("epsilon"),
    "dprod": _dprod,
}  # fmt: skip
_TYPED: dict[str, Callable[[list[Value], str, Scope], Value]] = {
    "real": _real, "dble": _real, "int": _int, "nint": _nint, "floor": _rounded("floor"), "ceiling": _rounded("ceil"),
    "aint": _rounded("trunc"), "anint": _rounded("round"), "cmplx": _cmplx, "dcmplx": _cmplx, "dreal": _real,
}  # fmt: skip
