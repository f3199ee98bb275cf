"""Scalar Fortran expressions as C++."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.integers import collected, constant_part, plus
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.symbols import Symbol
from translate.corpus.rules.fortran_to_cpp.syntax import (
    Apply,
    Binary,
    Expression,
    Integer,
    Logical,
    Member,
    Name,
    Pair,
    Real,
    Text,
    Unary,
)

POSTFIX, PREFIX, PRODUCT, SUM, SHIFT, RELATION, EQUALITY, BIT_AND, BIT_XOR, BIT_OR, AND, OR, CHOICE = range(13, 0, -1)
STRENGTH = {
    "*": PRODUCT, "/": PRODUCT, "%": PRODUCT, "+": SUM, "-": SUM, "<": RELATION, ">": RELATION, "<=": RELATION, ">=": RELATION,
    "==": EQUALITY, "!=": EQUALITY, "&": BIT_AND, "^": BIT_XOR, "|": BIT_OR, "&&": AND, "||": OR, "<<": SHIFT, ">>": SHIFT,
}  # fmt: skip
NUMBERS = ("signed char", "short", "int", "long long", "float", "double", "std::complex<float>", "std::complex<double>")
FLOATING = NUMBERS[4:6]
COMPLEX = NUMBERS[6:]


@dataclass(frozen=True, slots=True)
class Value:
    """C++ text, how tightly its outermost operator binds, and its type."""

    text: str
    strength: int
    type: str
    literal: str = ""
    """What a literal is in double precision, where that is the same number."""

    def within(self, strength: int) -> str:
        """The text as operand of an operator of that strength."""
        return self.text if self.strength >= strength else f"({self.text})"


def written(value: Expression, scope: Scope) -> Value:
    """The C++ of a scalar expression. Raises Declined."""
    from translate.corpus.rules.fortran_to_cpp.characters import concatenated
    from translate.corpus.rules.fortran_to_cpp.members import member

    match value:
        case Integer(number, kind):
            return Value(
                f"{number}LL" if abs(number) > 2**31 - 1 else str(number), POSTFIX, "long long" if _kind(kind, scope) == 8 else "int"
            )
        case Real(digits, kind):
            return _real(digits, "double" if kind == "d" or _kind(kind, scope) == 8 else "float")
        case Logical(truth):
            return Value("true" if truth else "false", POSTFIX, "bool")
        case Text(characters):
            return Value(quoted(characters), POSTFIX, "std::string")
        case Pair(real, imaginary):
            return _pair(real, imaginary, scope)
        case Name(name):
            return variable(name, scope)
        case Unary(operator, operand):
            return _unary(operator, written(operand, scope))
        case Binary("**", base, power):
            return _raised(base, power, scope)
        case Binary("//", left, right):
            return concatenated(left, right, scope)
        case Binary(operator, left, right):
            return _binary(operator, left, right, scope)
        case Member(base, name):
            return member(base, name, scope)
        case Apply():
            return _application(value, scope)
    raise Declined(f"{type(value).__name__.lower()} in an expression")


def converted(value: Value, kind: str) -> Value:
    """`value` as an operand beside one of type `kind`, for which C++ has no conversion of its own."""
    if value.literal and kind in FLOATING:
        return Value(value.literal + ("f" if kind == "float" and "." in value.literal else ""), POSTFIX, kind)
    if kind in COMPLEX:
        part = kind.removeprefix("std::complex<").rstrip(">")
        if value.type in COMPLEX and value.type != kind:
            return Value(f"{kind}({value.text})", POSTFIX, kind)
        if value.type not in COMPLEX and value.type != part:
            plain = converted(value, part) if value.literal else value
            return plain if plain.type == part else Value(f"{part}({value.text})", POSTFIX, part)
    return value


def assigned(value: Value, kind: str, scope: Scope) -> str:
    """The text that gives a variable of type `kind` the value."""
    if kind in FLOATING and value.type in COMPLEX:
        return f"{value.within(POSTFIX)}.real()"
    if kind in NUMBERS[:4] and value.type in COMPLEX:
        return f"{cast(kind, Value(value.within(POSTFIX) + '.real()', POSTFIX, 'double'), scope).text}"
    if (kind == "bool") != (value.type == "bool") or (kind == "std::string") != (value.type == "std::string"):
        raise Declined("assignment between types")
    if kind in COMPLEX and value.type in NUMBERS[:4] and not value.literal:
        return converted(value, kind).text
    if value.literal and kind in FLOATING and value.type != kind or kind in COMPLEX and value.type in COMPLEX:
        return converted(value, kind).text
    if kind in COMPLEX and value.literal:
        return converted(value, kind).text
    return value.text


def cast(kind: str, value: Value, scope: Scope) -> Value:
    """The value in another type."""
    if value.type == kind:
        return value
    if scope.style.functional_casts and " " not in kind:
        return Value(f"{kind}({value.text})", POSTFIX, kind)
    return Value(f"static_cast<{kind}>({value.text})", POSTFIX, kind)


def quoted(characters: str) -> str:
    """A C++ string literal."""
    if not all(32 <= ord(c) < 127 for c in characters):
        raise Declined("characters beyond ASCII")
    return '"' + characters.replace("\\", "\\\\").replace('"', '\\"').replace("??", "?\\?") + '"'


def stronger(left: str, right: str) -> str:
    """The type that arithmetic on two types gives."""
    if left not in NUMBERS or right not in NUMBERS:
        raise Declined("arithmetic on what is no number")
    if {left, right} == {"std::complex<float>", "double"}:
        return "std::complex<double>"
    return NUMBERS[max(NUMBERS.index(left), NUMBERS.index(right), 2)]


def variable(name: str, scope: Scope) -> Value:
    """A variable as an operand."""
    symbol = scope.symbols.get(name)
    if symbol is None or not symbol.type:
        raise Declined("a name from elsewhere")
    if symbol.attributes & {"external", "function"} and "result" not in symbol.attributes:
        raise Declined("procedure as a value")
    if symbol.bounds is not None:
        raise Declined("array as a scalar")
    return reference(symbol)


def reference(symbol: Symbol) -> Value:
    """A scalar or whole array by its name."""
    if symbol.by == "pointer" and symbol.bounds is None:
        return Value(f"*{symbol.spelled}", PREFIX, symbol.type)
    return Value(symbol.spelled, POSTFIX, symbol.type)


def _integer(number: int, kind: str) -> Value:
    return Value(f"{number}LL" if abs(number) > 2**31 - 1 else str(number), POSTFIX, kind)


def _kind(kind: str, scope: Scope) -> int:
    if not kind:
        return 4
    size = int(kind) if kind.isdigit() else scope.constants.get(kind, 0)
    if size not in (1, 2, 4, 8):
        raise Declined("kind that is not known here")
    return size


def _real(digits: str, kind: str) -> Value:
    mantissa, _, power = digits.partition("e")
    mantissa = mantissa + "0" if mantissa.endswith(".") else mantissa
    mantissa = "0" + mantissa if mantissa.startswith(".") else mantissa
    number = int(power or 0)
    if "." not in mantissa:
        mantissa += ".0" if not number else ""
    text = mantissa + (f"e{number}" if number else "")
    if kind == "double":
        return Value(text, POSTFIX, kind, text)
    try:
        exact = struct.unpack("f", struct.pack("f", float(text)))[0] == float(text)
    except OverflowError:
        raise Declined("a real out of range") from None
    return Value(text + "f", POSTFIX, "float", text if exact else "")


def _pair(real: Expression, imaginary: Expression, scope: Scope) -> Value:
    first, second = written(real, scope), written(imaginary, scope)
    kind = stronger(stronger(first.type, second.type), "float")
    return Value(f"std::complex<{kind}>({converted(first, kind).text}, {converted(second, kind).text})", POSTFIX, f"std::complex<{kind}>")


def _unary(operator: str, operand: Value) -> Value:
    if (operator == "!") != (operand.type == "bool"):
        raise Declined("operator on another type")
    strength = PRODUCT if operator == "-" else PREFIX
    inner = operand.within(strength)
    if inner.startswith(operator):
        inner = f"({inner})"
    literal = f"-{operand.literal}" if operator == "-" and operand.literal else ""
    return Value(operator + inner, PREFIX if operand.strength >= PREFIX else PRODUCT, operand.type, literal)


def _binary(operator: str, left: Expression, right: Expression, scope: Scope) -> Value:
    if operator in ("==", "!=", "<", ">", "<=", ">="):
        return _relation(operator, left, right, scope)
    first, second = written(left, scope), written(right, scope)
    if operator in ("&&", "||", "eqv", "neqv"):
        if first.type != "bool" or second.type != "bool":
            raise Declined("logical operator on numbers")
        operator = {"eqv": "==", "neqv": "!="}.get(operator, operator)
        strength = STRENGTH[operator]
        inner = strength + (operator != "&&" and operator != "||")
        if operator == "||":
            return Value(f"{_apart(first)} || {_apart(second)}", strength, "bool")
        return Value(f"{first.within(inner)} {operator} {second.within(inner)}", strength, "bool")
    kind = stronger(first.type, second.type)
    if operator not in STRENGTH:
        raise Declined("operator of its own")
    strength = STRENGTH[operator]
    first, second = _beside(first, second, kind)
    return Value(f"{first.within(strength)} {operator} {second.within(strength + 1)}", strength, kind)


def _apart(value: Value) -> str:
    """An operand of `||`; compilers warn of a bare `&&` there."""
    return f"({value.text})" if value.strength == AND else value.within(OR)


def _beside(first: Value, second: Value, kind: str) -> tuple[Value, Value]:
    """Both operands as C++ wants them for arithmetic in `kind`."""
    if kind in COMPLEX:
        return converted(first, kind), converted(second, kind)
    if kind == "double" or kind == "float":
        return _precise(first, kind), _precise(second, kind)
    return first, second


def _precise(value: Value, kind: str) -> Value:
    return converted(value, kind) if value.literal and value.type == "float" else value


def _relation(operator: str, left: Expression, right: Expression, scope: Scope) -> Value:
    first, second = written(left, scope), written(right, scope)
    if {first.type, second.type} <= {"std::string", "char"}:
        return _compared(operator, first, second, left, right, scope)
    kind = stronger(first.type, second.type)
    if kind in NUMBERS[:4] and (moved := constant_part(left)) and not isinstance(left, Integer):
        # `i + 1 == n` reads better as `i == n - 1`.
        left, right = plus(left, Integer(-moved)), plus(right, Integer(-moved))
        if isinstance(right, Integer | Unary) or constant_part(right) == 0 or operator in ("==", "!="):
            first, second = written(left, scope), written(collected(right), scope)
    strength = STRENGTH[operator]
    first, second = _beside(first, second, kind)
    return Value(f"{first.within(strength + 1)} {operator} {second.within(strength + 1)}", strength, "bool")


def _compared(operator: str, first: Value, second: Value, left: Expression, right: Expression, scope: Scope) -> Value:
    """Characters; blanks at the end do not count, and our strings have none."""
    if "char" in (first.type, second.type):
        texts = [_character(value, source, scope) for value, source in ((first, left), (second, right))]
        return Value(f"{texts[0]} {operator} {texts[1]}", STRENGTH[operator], "bool")
    if any(isinstance(source, Text) and source.value != source.value.rstrip() for source in (left, right)):
        raise Declined("blanks at the end of a string")
    if isinstance(left, Text) and isinstance(right, Text):
        raise Declined("two literals compared")
    return Value(f"{first.within(RELATION)} {operator} {second.within(RELATION)}", STRENGTH[operator], "bool")


def _character(value: Value, source: Expression, scope: Scope) -> str:
    if value.type == "char":
        return value.text
    if isinstance(source, Text) and len(source.value) == 1:
        return character(source.value)
    from translate.corpus.rules.fortran_to_cpp.shapes import declared

    symbol = declared(source.base if isinstance(source, Apply) else source, scope)
    if value.type == "std::string" and symbol is not None and symbol.length in (None, Integer(1), "1"):
        # A blank is kept as nothing.
        return f'({value.within(SUM)} + " ")[0]'
    raise Declined("a character compared with a string")


def character(letter: str) -> str:
    """A C++ character literal."""
    if not 32 <= ord(letter) < 127:
        raise Declined("characters beyond ASCII")
    return "'" + {"\\": "\\\\", "'": "\\'"}.get(letter, letter) + "'"


def _raised(base: Expression, power: Expression, scope: Scope) -> Value:
    from translate.corpus.rules.fortran_to_cpp.powers import raised

    return raised(base, power, scope)


def _application(value: Apply, scope: Scope) -> Value:
    from translate.corpus.rules.fortran_to_cpp.applications import applied

    return applied(value, scope)
