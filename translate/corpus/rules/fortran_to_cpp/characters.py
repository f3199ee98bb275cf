"""Characters and strings: no blanks at their ends, since Fortran's count for nothing there."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.expressions import POSTFIX, RELATION, SUM, Value, cast, character, quoted, written
from translate.corpus.rules.fortran_to_cpp.integers import ONE, evaluated, minus, plus
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.symbols import Symbol
from translate.corpus.rules.fortran_to_cpp.syntax import Apply, Binary, Expression, Integer, Member, Name, Range, Select, Statement, Text


def text_value(value: Expression, symbol: Symbol, scope: Scope) -> str:
    """The text that gives the string `symbol` a value, cut to its length. Raises Declined."""
    room = room_of(symbol, scope)
    if isinstance(value, Text):
        return quoted((value.value if room is None else value.value[:room]).rstrip())
    found = written(value, scope)
    if found.type == "char":
        scope.headers.add("string")
        return f"{found.within(RELATION)} == ' ' ? std::string() : std::string(1, {found.text})"
    if found.type != "std::string":
        raise Declined("assignment of strings")
    size = _longest(value, scope)
    if room is not None and (size is None or size > room):
        raise Declined("a string that may be cut")
    return found.text


def assign_text(target: Expression, place: Value, value: Expression, scope: Scope) -> list[str]:
    """The lines that give a string or character a value."""
    from translate.corpus.rules.fortran_to_cpp.shapes import declared

    if place.type == "char":
        if isinstance(value, Text) and len(value.value) == 1:
            return [f"{place.text} = {character(value.value)};"]
        known = scope.symbols.get(value.name) if isinstance(value, Name) else None
        if known is not None and known.constant and isinstance(known.value, Text) and len(known.value.value) == 1:
            return [f"{place.text} = {character(known.value.value)};"]
        found = written(value, scope)
        if found.type == "char":
            return [f"{place.text} = {found.text};"]
        raise Declined("assignment of strings")
    owner = target.base if isinstance(target, Apply) else target
    symbol = declared(owner, scope)
    if symbol is not None and isinstance(target, Apply) and symbol.bounds is None and symbol.type == "std::string":
        return [_put(symbol, target.arguments, value, scope)]
    if symbol is None or isinstance(target, Apply) and symbol.bounds is None:
        raise Declined("assignment to a substring")
    return [f"{place.text} = {text_value(value, symbol, scope)};"]


def _put(symbol: Symbol, arguments: tuple[Expression, ...], value: Expression, scope: Scope) -> str:
    """The line that changes a part of a string, filled up with blanks or cut as Fortran does it."""
    if len(arguments) != 1 or not isinstance(arguments[0], Range) or arguments[0].step is not None or not scope.closed:
        raise Declined("assignment to a substring")
    first, last = (None if bound is None else written(bound, scope).text for bound in (arguments[0].first, arguments[0].last))
    end = last or room_of(symbol, scope)
    found = written(value, scope)
    if end is None or "put" in scope.taken or found.type not in ("char", "std::string"):
        raise Declined("assignment to a substring")
    scope.helpers.add(PUT)
    scope.headers |= {"algorithm", "string"}
    text = f"std::string(1, {found.text})" if found.type == "char" else found.text
    return f"put({symbol.spelled}, {first or 1}, {end}, {text});"


PUT = """
void put(std::string& text, int first, int last, std::string value) {
value.resize(std::max(last - first + 1, 0), ' ');
text.resize(std::max<std::size_t>(last, text.size()), ' ');
text.replace(first - 1, value.size(), value);
text.erase(text.find_last_not_of(' ') + 1);
}
"""
"""A part of a string, which counts as filled up with blanks, takes another value."""


def concatenated(left: Expression, right: Expression, scope: Scope) -> Value:
    """`a // b`; the left side must not have blanks that Fortran would keep."""
    if not _exact(left, scope) or not _exact(right, scope) and not isinstance(right, Name):
        raise Declined("concatenation of padded strings")
    first, second = (_as_string(written(side, scope)) for side in (left, right))
    if {first.type, second.type} != {"std::string"}:
        raise Declined("concatenation of characters")
    text = first.text
    if isinstance(left, Text) and isinstance(right, Text):
        return Value(quoted(left.value + right.value), POSTFIX, "std::string")
    if isinstance(left, Text):
        text = f"std::string({first.text})" if isinstance(right, Text) else first.text
    return Value(f"{text} + {second.text}", SUM, "std::string")


def _as_string(value: Value) -> Value:
    return Value(f"std::string(1, {value.text})", POSTFIX, "std::string") if value.type == "char" else value


def substring(symbol: Symbol, arguments: tuple[Expression, ...], scope: Scope) -> Value:
    """`s(i:j)`, blanks at its end left out."""
    if len(arguments) != 1 or not isinstance(arguments[0], Range) or arguments[0].step is not None or not scope.closed:
        raise Declined("substring")
    first, last = (None if bound is None else written(bound, scope).text for bound in (arguments[0].first, arguments[0].last))
    size = last or room_of(symbol, scope)
    if size is None or "part" in scope.taken:
        raise Declined("substring")
    scope.helpers.add(PART)
    scope.headers |= {"algorithm", "string"}
    return Value(f"part({symbol.spelled}, {first or 1}, {size})", POSTFIX, "std::string")


PART = """
std::string part(const std::string& text, int first, int last) {
std::string found = text.substr(std::min<std::size_t>(first - 1, text.size()), std::max(last - first + 1, 0));
return found.erase(found.find_last_not_of(' ') + 1);
}
"""
"""A part of a string that counts as filled up with blanks."""


def chosen(statement: Select, scope: Scope, branch: Callable[[str, tuple[Statement, ...]], list[str]]) -> list[str]:
    """`select case` of characters, strings or logicals as a chain of conditions."""
    selector = written(statement.selector, scope)
    if not isinstance(statement.selector, Name | Apply | Member):
        raise Declined("select of strings")
    lines: list[str] = []
    for values, body in sorted(statement.cases, key=lambda case: case[0] is None):
        head = "else"
        if values is not None:
            if any(isinstance(value, Range) for value in values):
                raise Declined("ranges of strings")
            tests = [written(Binary("==" if selector.type != "bool" else "eqv", statement.selector, value), scope).text for value in values]
            head = f"{'else ' if lines else ''}if ({' || '.join(tests)})"
        elif not lines:
            raise Declined("select of strings")
        lines += branch(head, body)
    return lines


def room_of(symbol: Symbol, scope: Scope) -> int | None:
    """The length of a string variable, None where it takes any."""
    if isinstance(symbol.length, str):
        return int(symbol.length) if symbol.length.isdigit() else None
    if symbol.length is None:
        return 1
    size = evaluated(symbol.length, scope.constants)
    if size is None:
        raise Declined("string of unknown length")
    return size


def _longest(value: Expression, scope: Scope) -> int | None:
    """The most characters that `value` may have."""
    from translate.corpus.rules.fortran_to_cpp.shapes import declared

    match value:
        case Text(characters):
            return len(characters)
        case Binary("//", left, right):
            sizes = [_longest(left, scope), _longest(right, scope)]
            return None if None in sizes else sum(size or 0 for size in sizes)
        case Apply(Name("char" | "achar"), _):
            return 1
        case Apply(Name("trim" | "adjustl"), (inner,)):
            return _longest(inner, scope)
        case Apply(Name("repeat"), (Text(characters), count)):
            times_ = evaluated(count, scope.constants)
            return None if times_ is None else len(characters) * times_
    owner = value.base if isinstance(value, Apply) else value
    symbol = declared(owner, scope)
    return room_of(symbol, scope) if symbol is not None and symbol.type == "std::string" else None


def _exact(value: Expression, scope: Scope) -> bool:
    """Whether our string is what Fortran has, blanks at the end too."""
    if isinstance(value, Binary):
        return _exact(value.left, scope) and _exact(value.right, scope)
    return isinstance(value, Text) or isinstance(value, Apply) and value.base in (Name("trim"), Name("char"), Name("achar"))


def _trim(arguments: tuple[Expression, ...], scope: Scope) -> Value:
    value = written(arguments[0], scope)
    if value.type != "std::string" or isinstance(arguments[0], Text | Binary):
        raise Declined("trim of another form")
    return value


def _len_trim(arguments: tuple[Expression, ...], scope: Scope) -> Value:
    value = _trim(arguments, scope)
    return cast("int", Value(f"{value.within(POSTFIX)}.length()", POSTFIX, "size_t"), scope)


def _len(arguments: tuple[Expression, ...], scope: Scope) -> Value:
    value = arguments[0]
    if isinstance(value, Apply) and value.base == Name("trim"):
        return _len_trim(value.arguments, scope)
    symbol = scope.symbols.get(value.name) if isinstance(value, Name) else None
    room = room_of(symbol, scope) if symbol is not None and symbol.type == "std::string" else None
    if room is None:
        raise Declined("length of a string")
    return Value(str(room), POSTFIX, "int")


def _code(arguments: tuple[Expression, ...], scope: Scope) -> Value:
    value = arguments[0]
    if isinstance(value, Text) and len(value.value) == 1:
        return Value(f"static_cast<int>({character(value.value)})", POSTFIX, "int")
    found = written(value, scope)
    if found.type == "char":
        return cast("int", found, scope)
    if found.type == "std::string":
        # A string without blanks at its end still has one where it has nothing else.
        return Value(f"static_cast<int>(({found.within(SUM)} + \" \")[0])", POSTFIX, "int")
    raise Declined("code of a string")


def _letter(arguments: tuple[Expression, ...], scope: Scope) -> Value:
    if len(arguments) != 1:
        raise Declined("a character of another kind")
    return cast("char", written(arguments[0], scope), scope)


def _repeat(arguments: tuple[Expression, ...], scope: Scope) -> Value:
    value = arguments[0]
    if len(arguments) != 2 or not isinstance(value, Text) or len(value.value) != 1 or value.value == " ":
        raise Declined("repeat of another form")
    scope.headers.add("string")
    return Value(f"std::string({written(arguments[1], scope).text}, {character(value.value)})", POSTFIX, "std::string")


def _index(arguments: tuple[Expression, ...], scope: Scope) -> Value:
    if len(arguments) != 2 or not isinstance(arguments[1], Text) or not arguments[1].value.strip():
        raise Declined("index of another form")
    text = _trim(arguments[:1], scope)
    return cast("int", Value(f"{text.within(POSTFIX)}.find({quoted(arguments[1].value)}) + 1", SUM, "size_t"), scope)


CHARACTERS: dict[str, Callable[[tuple[Expression, ...], Scope], Value]] = {
    "trim": _trim, "len_trim": _len_trim, "len": _len, "ichar": _code, "iachar": _code,
    "index": _index, "repeat": _repeat, "char": _letter, "achar": _letter,
}  # fmt: skip
__all__ = ["ONE", "Integer", "minus", "plus"]
