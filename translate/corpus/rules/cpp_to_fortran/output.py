"""What C++ prints, as Fortran prints it."""

from __future__ import annotations

from dataclasses import dataclass

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of, walk_calls
from translate.corpus.rules.cpp_to_fortran.conversions import as_number
from translate.corpus.rules.cpp_to_fortran.exceptions import leave_if_thrown, may_throw
from translate.corpus.rules.cpp_to_fortran.expressions import expression
from translate.corpus.rules.cpp_to_fortran.kinds import TEXT, spelled
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare, call, name, walk_terms
from translate.corpus.rules.cpp_to_fortran.texts import quoted, unescaped
from translate.source.loops import bare as bare_node
from translate.source.parse import Node

ENDS = ("endl", "std::endl")
NEEDED = {"d": "integer", "i": "integer", "u": "integer", "s": "character", "c": "character"}
STREAMS = {"cout": "*", "std::cout": "*", "cerr": "0", "std::cerr": "0"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Text, a value with its format, or the end of a line."""

    text: str = ""
    value: Term | None = None
    format: str = ""
    ends: bool = False
    first: Term | None = None
    """What has to be called, once what stands before is printed, for the value to be there."""


def cout(c: Context, node: Node) -> None:
    """Put what a chain of `<<` prints. Raises Declined."""
    parts: list[Node] = []
    while node.type == "binary_expression" and field_of(node, "operator").type == "<<":
        parts.insert(0, field_of(node, "right"))
        node = field_of(node, "left")
    unit = STREAMS.get(c.text(node))
    if unit is None:
        raise Declined("output to another stream")
    pieces: list[Piece] = []
    for part in parts:
        pieces += inserted(c, part)
    _put(c, pieces, unit)


def printf(c: Context, function: str, arguments: list[Node]) -> None:
    """Put what `printf` or `puts` prints. Raises Declined."""
    if not arguments or arguments[0].type not in ("string_literal", "concatenated_string"):
        raise Declined("a format that is computed")
    text = literal(c, arguments[0])
    if function == "puts":
        _put(c, [*_lines(text), Piece(ends=True)], "*")
        return
    _put(c, _formatted(c, text, arguments[1:]), "*")


def literal(c: Context, node: Node) -> str:
    """The characters of a text, pieces next to each other joined."""
    if node.type == "concatenated_string":
        return "".join(unescaped(c.text(child)) for child in node.named_children if child.type == "string_literal")
    return unescaped(c.text(node))


def inserted(c: Context, node: Node) -> list[Piece]:
    """What one `<<` prints. Raises Declined."""
    text = c.text(node).removeprefix("std::")
    if c.text(node) in ENDS or text in ("flush", "ends"):
        return [Piece(ends=True)] if text == "endl" else []
    if _manipulates(c, node, text):
        return []
    if node.type in ("string_literal", "concatenated_string"):
        return _lines(literal(c, node))
    if node.type == "char_literal":
        return _lines(unescaped(text))
    inner = bare_node(node)
    if inner.type == "conditional_expression" and (choice := _chosen_text(c, inner)):
        return [choice]
    term = bare(expression(c, node))
    if term.kind.family == "complex":
        return _complex(c, term)
    if term.kind.family in ("integer", "real", "character", "logical") and (_prints(c, term) or may_throw(c, node)):
        kept = c.names.local("value", spelled(term.kind, c.style), Symbol("", term.kind))
        value = name(kept.name, term.kind)
        return [Piece(value=_shown(c, value), format=_format(c, value), first=term)]
    return [Piece(value=_shown(c, term), format=_format(c, term))]


def _prints(c: Context, term: Term) -> bool:
    printing = {one.name for first in c.functions.values() for one in first.all() if one.prints}
    return any(inner.text in printing for inner in walk_calls(term))


def _manipulates(c: Context, node: Node, text: str) -> bool:
    state = c.print_format
    if text in ("fixed", "scientific", "defaultfloat", "boolalpha", "noboolalpha", "left", "right", "showpoint"):
        state.fixed = text == "fixed" or (state.fixed and text not in ("scientific", "defaultfloat"))
        state.scientific = text == "scientific" or (state.scientific and text not in ("fixed", "defaultfloat"))
        state.letters = text == "boolalpha" or (state.letters and text != "noboolalpha")
        return True
    if node.type == "call_expression":
        name, arguments = c.text(field_of(node, "function")).removeprefix("std::"), field_of(node, "arguments").named_children
        if name == "setw":
            return True
        if name == "setprecision" and len(arguments) == 1 and c.text(arguments[0]).isdigit():
            state.precision = int(c.text(arguments[0]))
            return True
        if name in ("setprecision", "setfill"):
            raise Declined(f"output with {name}")
    return False


def _chosen_text(c: Context, node: Node) -> Piece | None:
    """`condition ? "yes" : "no"`: two texts of one length, the blanks cut."""
    sides = [bare_node(field_of(node, name)) for name in ("consequence", "alternative")]
    if any(side.type != "string_literal" for side in sides):
        return None
    texts = [unescaped(c.text(side)) for side in sides]
    width = max(map(len, texts))
    if any(text != text.rstrip() or not text for text in texts):
        raise Declined("a choice of texts that end in blanks")
    test = bare(expression(c, field_of(node, "condition")))
    if test.kind.family != "logical":
        raise Declined("a choice of texts by a number")
    raw = [Term("raw", TEXT, (), quoted(text.ljust(width))) for text in texts]
    return Piece(value=call("trim", TEXT, call("merge", TEXT, *raw, test)), format="a")


def _shown(c: Context, term: Term) -> Term:
    if term.kind.family == "logical":
        if not c.print_format.letters:
            return as_number(term)
        return call("trim", TEXT, call("merge", TEXT, Term("raw", TEXT, (), '"true "'), Term("raw", TEXT, (), '"false"'), term))
    if term.kind.family == "integer" and (term.kind.unsigned and term.op in ("-", "neg") and term.text != "moved" or term.kind.size == 1):
        raise Declined("unsigned arithmetic that may wrap")
    if term.kind.family not in ("integer", "real", "character"):
        raise Declined(f"output of {term.kind.family}")
    return term


def _format(c: Context, term: Term) -> str:
    state = c.print_format
    if term.kind.family == "real":
        digits = 6 if state.precision is None else state.precision
        if state.fixed:
            return f"f0.{digits}"
        return f"es{digits + 8}.{digits}" if state.scientific else "g0" if state.precision is None else f"g0.{max(digits, 1)}"
    return "a" if term.kind.family == "character" or (term.kind.family == "logical" and state.letters) else "i0"


def _complex(c: Context, term: Term) -> list[Piece]:
    if term.op not in ("name", "element", "member"):
        raise Declined("output of a complex expression")
    parts = [Term("member", term.kind, (term,), part) for part in ("re", "im")]
    return [Piece("("), Piece(value=parts[0], format="g0"), Piece(","), Piece(value=parts[1], format="g0"), Piece(")")]


def _lines(text: str) -> list[Piece]:
    pieces: list[Piece] = []
    for at, line in enumerate(text.split("\n")):
        pieces += [Piece(ends=True)] if at else []
        pieces += [Piece(line.replace("\t", "  "))] if line else []
    return pieces


def _formatted(c: Context, text: str, arguments: list[Node]) -> list[Piece]:
    pieces: list[Piece] = []
    waiting = list(arguments)
    plain, at = "", 0
    while at < len(text):
        if text[at] != "%":
            plain, at = plain + text[at], at + 1
            continue
        if text[at : at + 2] == "%%":
            plain, at = plain + "%", at + 2
            continue
        end = at + 1
        while end < len(text) and text[end] not in "difeEgGscuxXpo%":
            end += 1
        if end >= len(text) or not waiting:
            raise Declined("a format that is not understood")
        pieces += _lines(plain)
        pieces.append(_converted(c, text[at + 1 : end], text[end], waiting.pop(0)))
        plain, at = "", end + 1
    if waiting:
        raise Declined("a format that is not understood")
    return [*pieces, *_lines(plain)]


def _converted(c: Context, flags: str, letter: str, argument: Node) -> Piece:
    flags = flags.lstrip("-+ 0").replace("l", "").replace("z", "").replace("h", "")
    width, dot, digits = flags.partition(".")
    if (width and not width.isdigit()) or (dot and not digits.isdigit()):
        raise Declined("a format that is not understood")
    inner = bare_node(argument)
    if letter == "s" and inner.type == "conditional_expression" and (choice := _chosen_text(c, inner)):
        return choice
    term = bare(expression(c, argument))
    family, needed = term.kind.family, NEEDED.get(letter, "real")
    if family == "logical" and needed == "integer":
        term, family = as_number(term), "integer"
    if family != needed or letter in "xXpo":
        raise Declined("a value of another type than its format")
    if needed == "integer":
        return Piece(value=_shown(c, term), format=f"i{width or '0'}" if int(width or 0) < 10 else "i0")
    if needed == "character":
        return Piece(value=term, format="a")
    places = digits or "6"
    if letter == "f":
        return Piece(value=term, format=f"f{width}.{places}" if width and int(width) > int(places) + 8 else f"f0.{places}")
    return Piece(value=term, format=f"es{int(places) + 8}.{places}" if letter in "eE" else "g0")


def _put(c: Context, pieces: list[Piece], unit: str) -> None:
    line: list[Piece] = []
    for piece in pieces:
        if piece.first is not None and piece.value is not None:
            if line:
                _put_line(c, line, unit, False)
            line = []
            kept = next(one for one in walk_terms(piece.value) if one.op == "name")
            c.put(f"{kept.text} = {c.fortran(piece.first)}")
            if c.catches:
                leave_if_thrown(c)
        if piece.ends:
            _put_line(c, line, unit, True)
            line = []
        else:
            line.append(piece)
    if line:
        _put_line(c, line, unit, False)


def _put_line(c: Context, line: list[Piece], unit: str, ends: bool) -> None:
    if any(_prints(c, piece.value) for piece in line if piece.value is not None):
        raise Declined("output of a function that prints")
    items = [c.fortran(piece.value) if piece.value is not None else quoted(piece.text) for piece in line]
    if not line:
        c.put("print *" if unit == "*" else f"write({unit}, *)")
        return
    if ends and _listed(c, line):
        # List-directed output puts blanks between values by itself.
        items = [item for at, item in enumerate(items) if not _said_anyway(line, at)]
        c.put(f"print *, {', '.join(items)}" if unit == "*" else f"write({unit}, *) {', '.join(items)}")
        return
    format_ = ", ".join(piece.format or "a" for piece in line)
    if ends and unit == "*":
        c.put(f"print '({format_})', {', '.join(items)}")
        return
    if not ends and (line[-1].value is not None or not line[-1].text[-1:].isspace()):
        c.print_format.open = True
    stays = "" if ends else ", advance='no'"
    c.put(f"write({unit}, '({format_})'{stays}) {', '.join(items)}")


def _said_anyway(line: list[Piece], at: int) -> bool:
    """Whether list-directed output puts a blank there by itself: next to a number, not between texts."""
    if line[at].value is not None or line[at].text.strip() or len(line) == 1:
        return False
    beside = [line[other] for other in (at - 1, at + 1) if 0 <= other < len(line)]
    return any(piece.value is not None and piece.value.kind.family != "character" for piece in beside)


def _listed(c: Context, line: list[Piece]) -> bool:
    """Whether list-directed output says the same but for blanks: numbers stand apart, and none has a format of its own."""
    # List-directed output begins with a blank, also where a line goes on.
    if c.style.output != "list" or c.print_format.open:
        return False
    if any(piece.format not in ("", "a", "g0", "i0") for piece in line):
        return False
    return not any(_touch(a, b) for a, b in zip(line, line[1:], strict=False))


def _touch(left: Piece, right: Piece) -> bool:
    """Whether the two read as one word, or one number, where nothing stands between them."""
    if left.value is not None and right.value is not None:
        return True
    if left.value is not None:
        return right.text[:1].isalnum() or right.text[:1] in ("_", ".")
    return right.value is not None and (left.text[-1:].isalnum() or left.text[-1:] in ("_", ".", "+", "-"))

