"""Fixed-form Fortran, the layout of punched cards, to free form: line for line, so that every place stays true."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import PurePath

from translate.languages import Language, language

CARD = 72
"""Columns that hold a statement; what stands beyond them is ignored."""
LONG_CARD = 132
"""The same for compilers told to accept long lines."""
FIELD = 6
"""Columns before the statement's text: the label and the mark of a continuation."""

_COMMENT = re.compile(r"[cC*dD!]|\s*$|\s{0,4}!|\s{6,}!")
_LABEL = re.compile(r"[ \d]*$")
_STRING = re.compile(r"('[^']*(?:'|$)|\"[^\"]*(?:\"|$)|!.*|\d[hH].*)")
_WORD_END, _WORD_START = re.compile(r"[\w.]$"), re.compile(r"[\w.]+")
_HOLLERITH = re.compile(r"(\d{1,3})[hH]")
_TAKES_STRING = re.compile(r"\s*(format\s*\(|call\b)", re.IGNORECASE)
# Blanks mean nothing on a card: DO10I is DO 10 I, and 1.2 5 D0 is 1.25D0.
_RUN_ON = (
    (re.compile(r"^(\s*do)\s*(\d+)\s*([a-z]\w*\s*=[^=']*,)", re.IGNORECASE), r"\1 \2 \3"),
    (re.compile(r"^(\s*do)(while\s*\()", re.IGNORECASE), r"\1 \2"),
    (re.compile(r"^(\s*(?:if\s*\(.*\)\s*)?)go\s*to(\d+\s*)$", re.IGNORECASE), r"\1go to \2"),
)
_SPREAD = (
    re.compile(r"(?<!\w)(?:\d[\d ]*\.[\d ]*|\.\d[\d ]*)[de][ ]*[-+]?[ ]*\d+", re.IGNORECASE),
    re.compile(r"(?<!\w)\d+(?:[ ]+\d+)+"),
    re.compile(r"\.[ ]*(?:and|or|not|eq|ne|lt|le|gt|ge|true|false)[ ]*\.", re.IGNORECASE),
)
# In free form a statement may begin in column 1, also with a letter that marks a comment on a card.
_C_WORD = re.compile(r"(c|d)\w*\s*([(=%]|[a-z])|(contains|continue|cycle|close|call|do|data)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Card:
    """One line of a statement taken apart: the label field, the text, and the comment that ends it."""

    row: int
    field: str
    body: str
    continues: bool
    end: str
    comment: str = ""
    open: bool = False
    """Whether the card ends inside a string."""


def in_free_form(text: str, spoken: Language, path: str) -> str:
    """`text` as the grammar of `spoken` reads it: fixed-form Fortran converted, everything else as it is."""
    return to_free_form(text) if spoken.fixed_form and is_fixed_form(text, path) else text


def is_fixed_form(text: str, path: str) -> bool:
    """Whether `text` is fixed form: what the extension of `path` says, unless the text speaks clearly against it."""
    fixed, free = _evidence(text.split("\n"))
    fortran = language("fortran")
    suffixes = {PurePath(path).suffix, PurePath(path).suffix.lower()}
    if suffixes & set(fortran.fixed_form):
        return fixed > 0 or free == 0
    if suffixes & set(fortran.extensions):
        return fixed > 0 and free == 0
    return fixed > free


def to_free_form(text: str, width: int | None = None) -> str:
    """`text` in free form; line n stays line n, and a statement's columns stay where they were.

    Columns move only behind a Hollerith constant, which becomes a string in FORMAT and CALL, and behind words that were
    run together. `width` is the last column that counts; None: 72, or 132 where 72 would cut statements apart.
    """
    lines = text.split("\n")
    free, torn = _converted(lines, width or CARD)
    if width is None and torn and any(len(line) > CARD for line in lines):
        longer, torn_longer = _converted(lines, LONG_CARD)
        free = longer if torn_longer < torn else free
    return "\n".join(free)


@dataclass(frozen=True, slots=True)
class LineMap:
    """Where each line begins, in bytes, in free form and in the fixed form it was made from; and how long the latter is."""

    free: tuple[int, ...]
    fixed: tuple[int, ...]
    lengths: tuple[int, ...]

    def original(self, offset: int) -> int:
        """The byte of the fixed form that byte `offset` of the free form came from, or the end of its line."""
        row = bisect_right(self.free, offset) - 1
        return self.fixed[row] + min(offset - self.free[row], self.lengths[row])


def line_map(free: str, fixed: str) -> LineMap:
    """The map from `free` back to the text that `to_free_form` made it of."""
    lines = fixed.encode("utf-8").split(b"\n")
    lengths = tuple(len(line.rstrip(b"\r")) for line in lines)
    return LineMap(_starts(free.encode("utf-8").split(b"\n")), _starts(lines), lengths)


def _starts(lines: Iterable[bytes]) -> tuple[int, ...]:
    return tuple(accumulate((len(line) + 1 for line in lines), initial=0))[:-1]


def _evidence(lines: Iterable[str]) -> tuple[int, int]:
    """How many lines can only be fixed form, and how many only free form."""
    fixed = free = 0
    continued = False
    for line in lines:
        code = line.rstrip()
        if not code or code[0] in "#!" or code.lstrip()[0] == "!":
            continue
        if code[0] in "cCdD*":
            # `C = 1` and `C comment` look alike; only a word that is no statement tells.
            fixed += code[0] in "*cC" and not _C_WORD.match(code)
        elif re.search(r"[a-zA-Z]", line.expandtabs()[:5]):
            free += 1
        elif not line[:5].strip() and re.match(r"[^\s\w!&'\"]|[&1-9]", line[5:6]) and not continued:
            fixed += 1
        continued = code.endswith("&") and len(code) > FIELD
        free += continued
    return fixed, free


def _converted(lines: Sequence[str], width: int) -> tuple[list[str], int]:
    """The lines in free form, and how many statements end inside parentheses or a string."""
    result = list(lines)
    statement: list[_Card] = []
    torn = 0
    directive = False
    for row, line in enumerate(lines):
        text, end = (line[:-1], "\r") if line.endswith("\r") else (line, "")
        if directive or text.startswith("#"):
            directive = text.endswith("\\")
        elif _COMMENT.match(text):
            result[row] = ("!" + text[1:] if text[:1] in set("cC*dD") else text) + end
        else:
            card = _card(row, text, end, width)
            if not (card.continues and statement):
                torn += _punch(statement, width, result)
                statement = []
            statement.append(card)
    return result, torn + _punch(statement, width, result)


def _card(row: int, text: str, end: str, width: int) -> _Card:
    tab = text.find("\t", 0, FIELD)
    if tab >= 0 and _LABEL.match(text[:tab]):
        continues = re.match("[1-9]", text[tab + 1 :]) is not None
        start = tab + 1 + continues
        return _Card(row, text[: tab + 1] + "&" * continues, text[start : start + width - FIELD], continues, end)
    if not _LABEL.match(text[: FIELD - 1]):
        # Begins before column 7: not a card at all, and left to the grammar.
        return _Card(row, "", text[:width], False, end)
    continues = text[FIELD - 1 : FIELD] not in ("", " ", "0")
    field = text[: FIELD - 1] + ("&" if continues else " ")
    return _Card(row, field, text[FIELD:width], continues, end)


def _punch(statement: list[_Card], width: int, result: list[str]) -> bool:
    """Put the lines of `statement` into `result`; whether it ends inside parentheses or a string."""
    reader = _Reader(width - FIELD)
    cards: list[_Card] = []
    for number, card in enumerate(statement):
        if number == 0:
            reader.takes_string = _TAKES_STRING.match(card.body) is not None
            card = replace(card, body=_untied(card.body))
        if not reader.takes_string and not reader.left:
            within = card.body.find(reader.quote) + 1 if reader.quote else 0
            card = replace(card, body=card.body[:within] + _tight(card.body[within:]))
        if number and not cards[-1].comment and not cards[-1].open and len(statement[number - 1].body) == reader.room:
            cards[-1], card = reader.reopened(*_made_whole(cards[-1], card))
        cards.append(reader.read(card, last=number + 1 == len(statement)))
    filled = [number for number, card in enumerate(cards) if number == 0 or cards[number - 1].open or card.body.strip()]
    for number, card in enumerate(cards):
        # A line of nothing but ampersands is no line of free form.
        free = _printed(card, continued=number < filled[-1]) if number in filled else "!" + card.comment.lstrip("!")
        result[card.row] = free + card.end
    return bool(reader.quote) or reader.left > 0 or reader.depth != 0


def _untied(body: str) -> str:
    """`body` with blanks where words were run together."""
    for pattern, words in _RUN_ON:
        body = pattern.sub(words, body)
    return body


def _tight(body: str) -> str:
    """`body` without blanks inside numbers and operators; what follows stays in its column."""
    parts = _STRING.split(body)
    for number in range(0, len(parts), 2):
        for pattern in _SPREAD:
            parts[number] = pattern.sub(lambda match: match[0].replace(" ", "").ljust(len(match[0])), parts[number])
    return "".join(parts)


def _made_whole(before: _Card, card: _Card) -> tuple[_Card, _Card]:
    """The two cards with a word that is split between them on the first."""
    start = _WORD_START.match(card.body)
    if start is None or not _WORD_END.search(before.body):
        return before, card
    blanks = " " * len(start[0])
    return replace(before, body=before.body + start[0]), replace(card, body=blanks + card.body[start.end() :])


def _printed(card: _Card, continued: bool) -> str:
    if not continued:
        return card.field + card.body + card.comment
    if card.open:
        return card.field + card.body + "&"
    return card.field + card.body.rstrip() + " &" + (" " + card.comment if card.comment else "")


class _Reader:
    """Reads the text of one statement's cards, knowing what is string, Hollerith constant and comment."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.takes_string = False
        self.quote = ""
        self.left = 0
        """Characters of a Hollerith constant still to come."""
        self.depth = 0
        self._before = ""

    def read(self, card: _Card, last: bool) -> _Card:
        """`card` with its comment apart and its Hollerith constants as strings, padded where it ends inside one."""
        pieces: list[str] = []
        position = 0
        body = card.body
        while position < len(body) or (self.inside and not last and position < self.room):
            if position == len(body):
                body = body.ljust(self.room)
            if not self.inside and body[position] == "!":
                break
            taken, piece = self._next(body, position)
            pieces.append(piece)
            position += taken
        return replace(card, body="".join(pieces), comment=body[position:], open=self.inside and not last)

    def reopened(self, before: _Card, card: _Card) -> tuple[_Card, _Card]:
        """The two cards with a doubled quote that is split between them on the first, where the string then goes on."""
        quote = before.body[-1:]
        if quote not in ("'", '"') or not card.body.startswith(quote):
            return before, card
        self.quote = quote
        return replace(before, body=before.body + quote, open=True), replace(card, body=card.body[1:])

    @property
    def inside(self) -> bool:
        return bool(self.quote) or self.left > 0

    def _next(self, body: str, position: int) -> tuple[int, str]:
        """How many characters come next, and what they become."""
        character = body[position]
        if self.left:
            self.left -= 1
            return 1, self._held(character)
        if self.quote:
            self.quote = "" if character == self.quote else self.quote
            return 1, character
        constant = _HOLLERITH.match(body, position) if self._before in ("", "(", ",", "/", "=", "*") else None
        if constant and int(constant[1]):
            self.left = int(constant[1])
            self._before = "'"
            return constant.end() - position, "'" if self.takes_string else constant[0]
        if character in "'\"":
            self.quote = character
        self.depth += (character == "(") - (character == ")")
        self._before = character if not character.isspace() else self._before
        return 1, character

    def _held(self, character: str) -> str:
        """A character of a Hollerith constant."""
        if not self.takes_string:
            return character
        return ("''" if character == "'" else character) + ("'" if self.left == 0 else "")
