"""Tokens to free-form Fortran: one statement a line, blocks further in, long lines folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.languages import Language
from translate.source.parse import captures, parse

WIDTH = 100
"""Columns of a line before it is folded; the standard allows 132."""
STEP = "  "

_OPENS, _CLOSES = ("(", "["), (")", "]")
_SIGNS = ("+", "-", "*")
_SLASHES = ("/", "//")
_OPERATORS = (*_SIGNS, *_SLASHES, *_OPENS, "**", "=", "==", "/=", "<", ">", "<=", ">=", "=>", ",", ":", "::", "(/")


def fortran_text(words: Sequence[str], language: Language) -> str:
    """`words` laid out, a newline token ending each statement; words are never changed, but folded when too long."""
    statements = [_pieces(statement, language) for statement in _statements(words)]
    depths = _depths(["".join(pieces) for pieces in statements], language)
    lines = [line for pieces, depth in zip(statements, depths, strict=True) for line in _folded(pieces, depth)]
    return "".join(line + "\n" for line in lines)


def _statements(words: Sequence[str]) -> Iterator[list[str]]:
    statement: list[str] = []
    for word in (*words, "<nl>"):
        if word != "<nl>":
            statement.append(word)
        elif statement:
            yield statement
            statement = []


def _pieces(statement: Sequence[str], language: Language) -> list[str]:
    """The statement cut where it may be folded, each piece with the blank before it."""
    spacing = _Spacing(language)
    pieces: list[str] = []
    for word in statement:
        apart = spacing.blank_before(word)
        if apart or not pieces:
            pieces.append(" " + word if apart else word)
        else:
            pieces[-1] += word
    return pieces


class _Spacing:
    """Where people put blanks in a statement, read word by word."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._before = ""
        self._parens: list[bool] = []
        """For each open parenthesis, whether a keyword and no name stands before it."""
        self._operand = False
        """Whether the word before may be the left side of an operator."""
        self._joins = True
        """Whether the word before belongs to what follows: a sign, an opening parenthesis."""
        self._ends_head = False
        """Whether the word before closes the condition of a statement."""

    def blank_before(self, word: str) -> bool:
        """Whether a blank stands between `word` and the one before; each call moves on by one word."""
        blank = bool(self._before) and self._apart(word)
        self._step(word)
        return blank

    def _apart(self, word: str) -> bool:
        if self._fuses(word):
            return True
        if self._joins or word in (")", "]", ",", "%", ":", "**"):
            return False
        if word in _OPENS:
            return not self._operand or self._ends_head
        if word == "=":
            return not self._parens
        return not (word == "*" and self._before in self.language.sized)

    def _fuses(self, word: str) -> bool:
        """Whether the two words would be read as another one without a blank."""
        return self._before == "(" and word[:1] == "/" or self._before in _SLASHES and word in (")", *_SLASHES, "=")

    def _step(self, word: str) -> None:
        inside = bool(self._parens)
        unary = word in _SIGNS and not self._operand or word == "*" and self._before in self.language.sized
        self._ends_head = word in _CLOSES and inside and self._parens.pop()
        if word in _OPENS:
            self._parens.append(self._before in self.language.set_apart)
        self._joins = unary or word in (*_OPENS, "%", "**") or inside and word in (":", "=")
        dotted = len(word) > 2 and word[0] == word[-1] == "."
        self._operand = word not in _OPERATORS and not dotted and word not in self.language.set_apart
        self._before = word


def _depths(statements: Sequence[str], language: Language) -> list[int]:
    """How far in each statement stands."""
    tree = parse("\n".join(statements), language)
    found = captures(tree, "layout")
    changes = [0] * (len(statements) + 2)
    for node in found.get("block", []):
        row, column = node.end_point
        changes[node.start_point[0] + 1] += 1
        changes[row + (column > 0)] -= 1
    outer = {node.start_point[0] for node in found.get("outer", [])}
    depths, depth = [], 0
    for row in range(len(statements)):
        depth += changes[row]
        depths.append(max(depth - (row in outer), 0))
    return depths


def _folded(pieces: Sequence[str], depth: int) -> Iterator[str]:
    """The lines of a statement, each but the last ending in an ampersand."""
    if pieces[0].startswith("#"):
        yield "".join(pieces)
        return
    # A deep statement keeps half of the line for itself.
    indent = (STEP * depth)[: WIDTH // 2]
    label = pieces[0] if pieces[0].isdecimal() and len(pieces) > 1 else ""
    line = label.ljust(len(indent)) + " " * (len(label) >= len(indent)) if label else indent
    empty = True
    for piece in pieces[bool(label) :]:
        piece = piece.lstrip(" ") if empty else piece
        if not empty and len(line) + len(piece) > WIDTH:
            yield line + " &"
            line, piece = indent + STEP * 2, piece.lstrip(" ")
        while len(line) + len(piece) > WIDTH + 20:
            cut = _cut(piece, WIDTH - len(line))
            yield line + piece[:cut] + "&"
            line, piece = indent + STEP * 2 + "&", piece[cut:]
        line += piece
        empty = False
    yield line


def _cut(text: str, room: int) -> int:
    """Where to cut a long literal: behind the last comma if one is near, never between two quotes."""
    room = max(room, 10)
    comma = text.rfind(",", room // 2, room) + 1
    cut = comma or room
    while cut > 1 and text[cut - 1] in "'\"&":
        cut -= 1
    return cut
