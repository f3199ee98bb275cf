"""String streams: a text that grows by what is written to it."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context, PrintFormat, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import as_number, converted
from translate.corpus.rules.cpp_to_fortran.expressions import expression
from translate.corpus.rules.cpp_to_fortran.kinds import DOUBLE, INT, LETTER, LONG, TEXT, spelled
from translate.corpus.rules.cpp_to_fortran.output import Piece, inserted
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.supplied import supplied
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare, integer, name
from translate.corpus.rules.cpp_to_fortran.texts import quoted
from translate.source.loops import Declared
from translate.source.parse import Node

STREAMS = ("ostringstream", "stringstream")
WIDTHS = ("setw", "setfill", "hex", "oct", "left", "right", "showpoint", "showpos")


def declare_stream(c: Context, one: Declared) -> bool:
    """Declare a string stream; False where the type is another one. Raises Declined."""
    if c.plain(one.type) not in STREAMS:
        return False
    if one.value is not None or one.shape:
        raise Declined("a stream that begins with a text")
    symbol = c.names.local(one.name, spelled(TEXT, c.style), Symbol("", TEXT, role="stream"))
    c.formats[symbol.name] = PrintFormat()
    c.put(f'{symbol.name} = ""')
    return True


def written_to_stream(c: Context, node: Node) -> bool:
    """Put `stream << a << b`; False where the first is no string stream. Raises Declined."""
    parts: list[Node] = []
    while node.type == "binary_expression" and field_of(node, "operator").type == "<<":
        parts.insert(0, field_of(node, "right"))
        node = field_of(node, "left")
    symbol = c.names.find(c.text(node)) if node.type == "identifier" else None
    if symbol is None or symbol.role != "stream" or not parts:
        return False
    kept, c.print_format = c.print_format, c.formats[symbol.name]
    terms = _pieces(c, parts)
    c.print_format = kept
    whole = name(symbol.name, TEXT)
    for term in terms:
        whole = Term("//", TEXT, (whole, term))
    if terms:
        c.put(f"{symbol.name} = {c.fortran(whole)}")
    return True


def _pieces(c: Context, parts: list[Node]) -> list[Term]:
    """What is written, as texts, each as wide as is asked for."""
    terms: list[Term] = []
    width: Term | None = None
    for part in parts:
        word = c.text(part).removeprefix("std::").partition("(")[0]
        if word in WIDTHS:
            given = field_of(part, "arguments").named_children if part.type == "call_expression" else []
            if word == "setw" and len(given) == 1:
                width = bare(converted(c, as_number(expression(c, given[0])), INT))
            elif word == "setfill" and len(given) == 1:
                c.print_format.fill = c.fortran(expression(c, given[0]))
            elif word in ("left", "right"):
                c.print_format.left = word == "left"
            else:
                raise Declined("a number of another form within a text")
            continue
        for piece in inserted(c, part):
            text = _as_text(c, piece)
            if width is not None:
                fill = Term("raw", LETTER, (), c.print_format.fill)
                text = supplied(c, "padded_left" if c.print_format.left else "padded", TEXT, bare(text), width, fill)
            width = None
            terms.append(text)
    return terms


def _as_text(c: Context, piece: Piece) -> Term:
    if piece.ends:
        return Term("raw", TEXT, (), "new_line('a')")
    if piece.value is None:
        return Term("raw", TEXT, (), quoted(piece.text))
    value = bare(piece.value)
    if piece.first is not None:
        raise Declined("a function that prints within a text")
    if value.kind.family == "character":
        return value
    if value.kind.family == "integer":
        return supplied(c, "text_of", TEXT, bare(converted(c, as_number(value), LONG)))
    if value.kind.family == "real" and piece.format.startswith(("f0.", "g0")):
        number = bare(converted(c, value, DOUBLE))
        _, _, digits = piece.format.partition(".")
        function = "fixed_text" if piece.format.startswith("f") else "general_text"
        return supplied(c, function, TEXT, number, integer(int(digits or "6")))
    raise Declined("a value of another kind within a text")
