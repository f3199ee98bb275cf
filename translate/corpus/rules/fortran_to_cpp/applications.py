"""`name(arguments)` as C++: elements, calls of functions, intrinsic functions; and how arguments are passed."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.elements import element
from translate.corpus.rules.fortran_to_cpp.expressions import POSTFIX, Value, character, quoted, reference, written
from translate.corpus.rules.fortran_to_cpp.facts import FACTS
from translate.corpus.rules.fortran_to_cpp.intrinsics import intrinsic
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.symbols import Symbol, extent, is_place, lower, spelled
from translate.corpus.rules.fortran_to_cpp.syntax import Apply, Expression, Integer, Keyword, Member, Name, Range, Text


def applied(value: Apply, scope: Scope) -> Value:
    """An element, a substring, or what a function returns."""
    if isinstance(value.base, Member):
        from translate.corpus.rules.fortran_to_cpp.members import member_element

        return member_element(value, scope)
    if not isinstance(value.base, Name):
        raise Declined("substring of an element")
    name = value.base.name
    symbol = scope.symbols.get(name)
    if symbol is not None and symbol.bounds is not None and "function" not in symbol.attributes:
        return element(symbol, symbol.spelled, value.arguments, scope)
    if name in scope.procedures or symbol is not None and symbol.attributes & {"external", "function"}:
        return function(name, value.arguments, scope)
    if symbol is not None and symbol.type == "std::string":
        from translate.corpus.rules.fortran_to_cpp.characters import substring

        return substring(symbol, value.arguments, scope)
    if symbol is None and name in FACTS.functions:
        return intrinsic(name, value.arguments, scope)
    raise Declined("a function from elsewhere")


def function(name: str, arguments: tuple[Expression, ...], scope: Scope) -> Value:
    """A call of a function that is not intrinsic."""
    known = scope.procedures.get(name)
    if known is not None:
        if known.unit.kind != "function" or known.result.bounds is not None:
            raise Declined("function with an array result")
        return Value(f"{spelled(name)}({', '.join(passed_all(name, arguments, scope))})", POSTFIX, known.result.type)
    kind = scope.symbols[name].type
    if not kind or kind == "std::string":
        raise Declined("a function from elsewhere")
    by_start = name in FACTS.takes_arrays
    texts = [passed_blindly(argument, scope, by_start) for argument in arguments]
    return Value(f"{spelled(name)}({', '.join(texts)})", POSTFIX, kind)


def passed_all(name: str, arguments: tuple[Expression, ...], scope: Scope) -> list[str]:
    """The arguments of a call of a known procedure, in the order of its parameters."""
    known = scope.procedures[name]
    ordered: dict[str, Expression] = {}
    for position, argument in enumerate(arguments):
        if isinstance(argument, Keyword):
            ordered[argument.name] = argument.value
        elif position < len(known.unit.parameters):
            ordered[known.unit.parameters[position]] = argument
    if set(ordered) != set(known.unit.parameters) or len(arguments) != len(ordered):
        raise Declined("number of arguments")
    return [passed(ordered[parameter.name], parameter, scope) for parameter in known.parameters]


def passed(argument: Expression, parameter: Symbol, scope: Scope) -> str:
    """One argument for a known parameter."""
    if parameter.bounds is not None:
        return _array(argument, parameter, scope)
    if parameter.type == "char" and isinstance(argument, Text) and len(argument.value) == 1:
        return character(argument.value)
    value = written(argument, scope)
    if value.type != parameter.type:
        if parameter.by != "value" or not value.literal:
            raise Declined("argument of another type")
    if parameter.by == "value" or parameter.by == "constant reference":
        return value.text
    if not is_place(argument, scope.symbols):
        raise Declined("an expression for an argument that comes back")
    return value.text if parameter.by == "reference" else address(value)


def address(value: Value) -> str:
    """A pointer to a place."""
    return value.text[1:] if value.text.startswith("*") else f"&{value.text}"


def passed_blindly(argument: Expression, scope: Scope, by_start: bool) -> str:
    """One argument for a procedure that nothing is known of; with `by_start`, an element stands for the array from there on."""
    match argument:
        case Text(characters):
            return character(characters) if len(characters) == 1 else quoted(characters)
        case Name(name) if name in scope.symbols and scope.symbols[name].bounds is not None:
            return start(scope.symbols[name])
        case Name(name) if name in scope.symbols and scope.symbols[name].attributes & {"external"}:
            return spelled(name)
        case Apply(Name(name), subscripts) if name in scope.symbols and scope.symbols[name].bounds is not None:
            symbol = scope.symbols[name]
            if any(isinstance(subscript, Range) for subscript in subscripts):
                raise Declined("section as an argument")
            found = element(symbol, symbol.spelled, subscripts, scope)
            return f"&{found.text}" if by_start else found.text
        case Keyword():
            raise Declined("keyword in a call of an unknown procedure")
    return written(argument, scope).text


def start(symbol: Symbol) -> str:
    """A pointer to the first element of an array."""
    if symbol.storage in ("nested", "table") or symbol.storage == "vector" and symbol.type == "bool":
        raise Declined("array of arrays as an argument")
    return f"{symbol.spelled}.data()" if symbol.storage == "vector" else symbol.spelled


def _array(argument: Expression, parameter: Symbol, scope: Scope) -> str:
    match argument:
        case Name(name) if name in scope.symbols and scope.symbols[name].bounds is not None:
            symbol = scope.symbols[name]
            if symbol.type != parameter.type:
                raise Declined("argument of another type")
            if parameter.storage == "pointer":
                return start(symbol)
            if symbol.storage != parameter.storage or symbol.rank != parameter.rank:
                raise Declined("array passed in another shape")
            return symbol.spelled
        case Apply(Name(name), subscripts) if name in scope.symbols and scope.symbols[name].bounds is not None:
            symbol = scope.symbols[name]
            if symbol.type != parameter.type or symbol.storage in ("nested", "table") or parameter.storage != "pointer":
                raise Declined("array passed in another shape")
            return f"&{element(symbol, symbol.spelled, _from(subscripts, symbol), scope).text}"
    raise Declined("array expression as an argument")


def _from(subscripts: tuple[Expression, ...], symbol: Symbol) -> tuple[Expression, ...]:
    """The first element of a section that lies in one piece."""
    first: list[Expression] = []
    whole = True
    for subscript, bound in zip(subscripts, symbol.bounds or (), strict=False):
        if isinstance(subscript, Range):
            if not whole or subscript.step is not None:
                raise Declined("section in pieces as an argument")
            whole = subscript.first is None and (subscript.last is None or subscript.last == bound.last)
            first.append(subscript.first if subscript.first is not None else lower(bound))
        else:
            whole = False
            first.append(subscript)
    if any(isinstance(s, Range) for s in subscripts) and not _in_one_piece(subscripts):
        raise Declined("section in pieces as an argument")
    return tuple(first)


def _in_one_piece(subscripts: tuple[Expression, ...]) -> bool:
    kinds = [isinstance(s, Range) for s in subscripts]
    return kinds == sorted(kinds, reverse=True)


__all__ = ["Integer", "applied", "extent", "passed", "reference"]
