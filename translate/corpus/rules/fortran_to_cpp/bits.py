"""Intrinsic functions of bits as C++."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.expressions import (
    BIT_AND,
    BIT_OR,
    BIT_XOR,
    NUMBERS,
    POSTFIX,
    PREFIX,
    RELATION,
    SHIFT,
    SUM,
    Value,
    written,
)
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.syntax import Expression, Integer, Unary

WHOLE = NUMBERS[:4]


def _bits(operator: str, strength: int) -> Callable[[list[Expression], Scope], Value]:
    def rule(arguments: list[Expression], scope: Scope) -> Value:
        first, second = (written(argument, scope) for argument in arguments)
        if first.type not in WHOLE or second.type not in WHOLE:
            raise Declined("function of another type")
        # Compilers ask for parentheses here although the rules are clear.
        return Value(f"{first.within(PREFIX)} {operator} {second.within(PREFIX)}", strength, first.type)

    return rule


def _not(arguments: list[Expression], scope: Scope) -> Value:
    value = written(arguments[0], scope)
    return Value(f"~{value.within(PREFIX)}", PREFIX, value.type)


def _ishft(arguments: list[Expression], scope: Scope) -> Value:
    value, count = written(arguments[0], scope), arguments[1]
    if value.type not in ("int", "long long"):
        raise Declined("function of another type")
    right = f"static_cast<{value.type}>(static_cast<unsigned {value.type}>({value.text}) >> {{}})"
    if isinstance(count, Unary) and isinstance(count.operand, Integer):
        return Value(right.format(count.operand.value), POSTFIX, value.type)
    if isinstance(count, Integer):
        return Value(f"{value.within(SHIFT)} << {count.value}", SHIFT, value.type)
    by = written(count, scope)
    text = f"{by.within(RELATION)} >= 0 ? {value.within(SHIFT)} << {by.within(SUM)} : {right.format(f'-({by.text})')}"
    return Value(f"({text})", POSTFIX, value.type)


def _bit_set(on: bool) -> Callable[[list[Expression], Scope], Value]:
    def rule(arguments: list[Expression], scope: Scope) -> Value:
        value, bit = (written(argument, scope) for argument in arguments)
        if value.type not in ("int", "long long"):
            raise Declined("function of another type")
        mask = f"({'1LL' if value.type == 'long long' else '1'} << {bit.within(SUM)})"
        if on:
            return Value(f"{value.within(PREFIX)} | {mask}", BIT_OR, value.type)
        return Value(f"{value.within(PREFIX)} & ~{mask}", BIT_AND, value.type)

    return rule


def _btest(arguments: list[Expression], scope: Scope) -> Value:
    value, bit = (written(argument, scope) for argument in arguments)
    return Value(f"(({value.within(SHIFT)} >> {bit.within(SUM)}) & 1) != 0", RELATION - 1, "bool")


def _ibits(arguments: list[Expression], scope: Scope) -> Value:
    value, first, count = (written(argument, scope) for argument in arguments)
    if value.type not in ("int", "long long") or not isinstance(arguments[2], Integer) or not 0 < arguments[2].value < 31:
        raise Declined("bits of another form")
    return Value(f"({value.within(SHIFT)} >> {first.within(SUM)}) & {2 ** arguments[2].value - 1}", BIT_AND, value.type)


def _shifted(left: bool) -> Callable[[list[Expression], Scope], Value]:
    def rule(arguments: list[Expression], scope: Scope) -> Value:
        value, by = (written(argument, scope) for argument in arguments)
        if value.type not in ("int", "long long"):
            raise Declined("function of another type")
        if left:
            return Value(f"{value.within(SHIFT)} << {by.within(SUM)}", SHIFT, value.type)
        bits = f"static_cast<unsigned {value.type}>({value.text}) >> {by.within(SUM)}"
        return Value(f"static_cast<{value.type}>({bits})", POSTFIX, value.type)

    return rule


def _popcnt(arguments: list[Expression], scope: Scope) -> Value:
    value = written(arguments[0], scope)
    if value.type not in ("int", "long long"):
        raise Declined("function of another type")
    return Value(f"__builtin_popcount{'' if value.type == 'int' else 'll'}({value.text})", POSTFIX, "int")


BITS: dict[str, Callable[[list[Expression], Scope], Value]] = {
    "iand": _bits("&", BIT_AND), "ior": _bits("|", BIT_OR), "ieor": _bits("^", BIT_XOR), "not": _not, "ishft": _ishft,
    "ibset": _bit_set(True), "ibclr": _bit_set(False), "btest": _btest, "ibits": _ibits,
    "shiftl": _shifted(True), "shiftr": _shifted(False), "popcnt": _popcnt,
}  # fmt: skip
