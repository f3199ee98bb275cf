"""Formatted output item by item, with std::cout and <iomanip> or with printf."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.expressions import COMPLEX, FLOATING, SHIFT, SUM, Value, quoted, written
from translate.corpus.rules.fortran_to_cpp.formats import Edit
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.syntax import Expression, Text

CONVERSIONS = {"int": "d", "long long": "lld", "short": "d", "signed char": "d"}


def shown(value: Value) -> str:
    """A value as operand of `<<`."""
    if value.type == "bool":
        return f'({value.within(4)} ? "T" : "F")'
    if value.type not in ("std::string", "char", "int", "long long", "short", *FLOATING, *COMPLEX):
        raise Declined("output of a structure")
    return value.within(SUM if value.strength != SHIFT else SHIFT + 1)


def merged(pieces: list[str]) -> list[str]:
    """Literals that follow each other as one."""
    result: list[str] = []
    for piece in pieces:
        if result and result[-1].startswith('"') and piece.startswith('"'):
            result[-1] = result[-1][:-1] + piece[1:]
        else:
            result.append(piece)
    return result


class Stream:
    """Formatted output with std::cout and <iomanip>."""

    def __init__(self, stream: str, scope: Scope) -> None:
        self.stream, self.scope = stream, scope
        self.pieces: list[str] = []
        self.lines: list[str] = []
        self.state = ""

    def plain(self, edit: Edit) -> None:
        """What prints no item."""
        if edit.kind == "text":
            self.pieces.append(quoted(edit.text))
        elif edit.kind == "skip":
            self.pieces.append(quoted(" " * edit.width))
        elif edit.kind == "line":
            self.pieces.append(self.scope.style.newline)

    def item(self, item: Expression, edit: Edit) -> None:
        """One item under its descriptor."""
        self.pieces += self.parts(item, edit)

    def parts(self, item: Expression, edit: Edit) -> list[str]:
        """The operands of `<<` for one item."""
        value = written(item, self.scope)
        check(edit, value, item)
        before = (
            [f"std::setw({edit.width})"] if edit.width > (edit.kind == "l") and not (edit.kind == "a" and isinstance(item, Text)) else []
        )
        if edit.kind in ("f", "e", "es", "g"):
            before = [*self._digits(edit), *before]
        return [*before, quoted(item.value) if isinstance(item, Text) else shown(value)]

    def _digits(self, edit: Edit) -> list[str]:
        kind = {"f": "std::fixed", "g": "std::defaultfloat"}.get(edit.kind, "std::scientific")
        digits = (edit.digits if edit.digits is not None else 6) - (edit.kind == "e")
        state = f"{kind} {digits}"
        if state == self.state:
            return []
        self.state = state
        self.scope.formatted = True
        return [kind, f"std::setprecision({max(digits, 0)})"]

    def each(self, items: tuple[Expression, ...], edits: list[Edit]) -> list[str]:
        """The line inside of a loop."""
        left = list(items)
        self.state = ""
        for edit in edits:
            if edit.takes:
                self.item(left.pop(0), edit)
            else:
                self.plain(edit)
        self.state = ""
        line = f"{self.stream} << {' << '.join(merged(self.pieces))};"
        self.pieces = []
        return [line]

    def flush(self) -> None:
        """What has come so far is printed."""
        if self.pieces:
            self.lines.append(f"{self.stream} << {' << '.join(merged(self.pieces))};")
        self.pieces = []

    def end(self, advance: bool) -> None:
        """The line is over."""
        if advance:
            self.pieces.append(self.scope.style.newline)
        self.flush()


class Printf(Stream):
    """Formatted output with printf."""

    def __init__(self, scope: Scope) -> None:
        super().__init__("", scope)
        self.values: list[str] = []

    def plain(self, edit: Edit) -> None:
        if edit.kind == "line":
            self.pieces.append("\\n")
        elif edit.kind in ("text", "skip"):
            self.pieces.append((quoted(edit.text)[1:-1] if edit.kind == "text" else " " * edit.width).replace("%", "%%"))

    def item(self, item: Expression, edit: Edit) -> None:
        value = written(item, self.scope)
        check(edit, value, item)
        if isinstance(item, Text):
            self.pieces.append(quoted(item.value)[1:-1].replace("%", "%%"))
            return
        width = str(edit.width) if edit.width > (edit.kind == "l") else ""
        text = value.text
        if edit.kind == "i":
            self.pieces.append(f"%{width}{CONVERSIONS[value.type]}")
        elif edit.kind in ("a", "l"):
            self.pieces.append(f"%{width}{'c' if value.type == 'char' else 's'}")
            text = shown(value) if value.type == "bool" else text if value.type == "char" else f"{value.within(13)}.c_str()"
        else:
            digits = max((edit.digits if edit.digits is not None else 6) - (edit.kind == "e"), 0)
            self.pieces.append(f"%{width}.{digits}{ {'f': 'f', 'g': 'g'}.get(edit.kind, 'e') }")
        self.values.append(text)

    def each(self, items: tuple[Expression, ...], edits: list[Edit]) -> list[str]:
        left = list(items)
        kept, self.lines = self.lines, []
        for edit in edits:
            if edit.takes:
                self.item(left.pop(0), edit)
            else:
                self.plain(edit)
        self.flush()
        found, self.lines = self.lines, kept
        return found

    def flush(self) -> None:
        if self.pieces:
            self.lines.append(f"printf({', '.join([quoted_again(self.pieces), *self.values])});")
            self.scope.headers.add("cstdio")
        self.pieces, self.values = [], []

    def end(self, advance: bool) -> None:
        if advance:
            self.pieces.append("\\n")
        self.flush()


def quoted_again(pieces: list[str]) -> str:
    """Pieces of a format that are escaped already, as one literal."""
    return '"' + "".join(pieces) + '"'


def check(edit: Edit, value: Value, item: Expression) -> None:
    wanted = {"i": ("int", "long long", "short"), "a": ("std::string", "char"), "l": ("bool",)}.get(edit.kind, FLOATING)
    if value.type not in wanted and not (edit.kind == "g" and value.type == "int"):
        raise Declined("descriptor for another type")
    if edit.kind == "a" and edit.width and isinstance(item, Text) and len(item.value) > edit.width:
        raise Declined("a string cut by its format")
