"""Fortran formats as lists of edit descriptors."""

from __future__ import annotations

from dataclasses import dataclass

from translate.corpus.rules import Declined

MOST = 400
"""Descriptors of one format, repetitions written out."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One descriptor: `i`, `f`, `e`, `es`, `g`, `a`, `l`, or `text`, `skip`, `line`, `stop`."""

    kind: str
    width: int = 0
    digits: int | None = None
    text: str = ""

    @property
    def takes(self) -> bool:
        """Whether it prints an item."""
        return self.kind in ("i", "f", "e", "es", "g", "a", "l")


@dataclass(frozen=True, slots=True)
class Format:
    """The descriptors in order, and those that are used again and again when items are left."""

    edits: tuple[Edit, ...]
    again: tuple[Edit, ...]
    unlimited: bool = False
    """Whether the repetition stays on the line."""


def parsed(text: str) -> Format:
    """The format in parentheses. Raises Declined."""
    text = text.strip()
    if not (text.startswith("(") and text.endswith(")")):
        raise Declined("format that is none")
    reader = _Reader(text[1:-1])
    edits = reader.items()
    if reader.at < len(reader.text):
        raise Declined("format that is none")
    again = reader.last_group if reader.last_group is not None else tuple(edits)
    return Format(tuple(edits), again, reader.unlimited)


class _Reader:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.depth = 0
        self.last_group: tuple[Edit, ...] | None = None
        self.unlimited = False

    def items(self) -> list[Edit]:
        """Descriptors up to the closing parenthesis or the end."""
        found: list[Edit] = []
        while self.at < len(self.text) and self.text[self.at] != ")":
            char = self.text[self.at]
            if char in ", \t":
                self.at += 1
            elif char in "'\"":
                found.append(Edit("text", text=self._literal(char)))
            elif char == "/":
                self.at += 1
                found.append(Edit("line"))
            elif char == ":":
                self.at += 1
                found.append(Edit("stop"))
            else:
                found += self._repeated()
            if len(found) > MOST:
                raise Declined("long format")
        return found

    def _literal(self, quote: str) -> str:
        end = self.at + 1
        result = ""
        while end < len(self.text):
            if self.text[end] == quote:
                if self.text[end + 1 : end + 2] != quote:
                    self.at = end + 1
                    return result
                end += 1
            result += self.text[end]
            end += 1
        raise Declined("format that is none")

    def _number(self) -> int | None:
        start = self.at
        while self.at < len(self.text) and self.text[self.at].isdigit():
            self.at += 1
        return int(self.text[start : self.at]) if self.at > start else None

    def _repeated(self) -> list[Edit]:
        unlimited = self.text[self.at] == "*"
        self.at += unlimited
        count = self._number()
        while self.text[self.at : self.at + 1] == " ":
            self.at += 1
        if self.text[self.at : self.at + 1] == "(":
            return self._group(1 if count is None else count, unlimited)
        word = ""
        while self.at < len(self.text) and self.text[self.at].isalpha():
            word += self.text[self.at].lower()
            self.at += 1
        if word == "x":
            return [Edit("skip", count or 1)]
        if word in ("t", "tr", "tl"):
            self._number()
            if word != "t" and word != "tr":
                raise Declined("format t")
            return [Edit("skip", 1)]
        if word in ("sp", "ss", "bn"):
            raise Declined(f"format {word}")
        if word == "d":
            word = "e"
        if word not in ("i", "f", "e", "es", "g", "a", "l") or unlimited:
            raise Declined(f"format {word or self.text[self.at : self.at + 1]}")
        return [self._edit(word)] * (count or 1)

    def _edit(self, word: str) -> Edit:
        width = self._number() or 0
        digits = None
        if self.text[self.at : self.at + 1] == ".":
            self.at += 1
            digits = self._number()
        if word in ("f", "e", "es") and digits is None or word == "i" and digits is not None and digits > 1:
            raise Declined(f"format {word} of another form")
        if word == "i" and width == 1:
            # Two digits come out as an asterisk, which C++ has no word for.
            raise Declined("a number that may not fit its format")
        if self.text[self.at : self.at + 1].lower() == "e" and word in ("e", "es", "g"):
            self.at += 1
            self._number()
        return Edit(word, width, digits)

    def _group(self, count: int, unlimited: bool) -> list[Edit]:
        self.at += 1
        self.depth += 1
        inner = self.items()
        self.depth -= 1
        if self.text[self.at : self.at + 1] != ")":
            raise Declined("format that is none")
        self.at += 1
        if self.depth == 0:
            self.last_group = tuple(inner * count)
            self.unlimited = unlimited
        if not inner or len(inner) * count > MOST:
            raise Declined("long format")
        return inner * count
