"""String streams: a text that grows by what is written to it."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context, PrintFormat, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import as_number, converted
from translate.corpus.rules.cpp_to_fortran.kinds import DOUBLE, LONG, TEXT, spelled
from translate.corpus.rules.cpp_to_fortran.output import Piece, inserted
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.supplied import supplied
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare, integer, name
from translate.corpus.rules.cpp_to_fortran.texts import quoted
from translate.source.loops import Declared
from translate.source.parse import Node

STREAMS = ("ostringstream", "stringstream")
WIDTHS = ("setw", "setfill", "hex", "oct", "left", "right", "showpoint")


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
    if any(c.text(part).removeprefix("std::").partition("(")[0] in WIDTHS for part in parts):
        raise Declined("a width within a text")
    kept, c.print_format = c.print_format, c.formats[symbol.name]
    terms = [_as_text(c, piece) for part in parts for piece in inserted(c, part)]
    c.print_format = kept
    whole = name(symbol.name, TEXT)
    for term in terms:
        whole = Term("//", TEXT, (whole, term))
    if terms:
        c.put(f"{symbol.name} = {c.fortran(whole)}")
    return True


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
