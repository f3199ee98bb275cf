"""Output to the screen with std::cout or printf."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp import arrays
from translate.corpus.rules.fortran_to_cpp.expressions import COMPLEX, FLOATING, SHIFT, SUM, Value, quoted, written
from translate.corpus.rules.fortran_to_cpp.formats import Edit, Format, parsed
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.syntax import Apply, Binary, Do, Expression, ImpliedDo, Integer, Name, Print, Sequence, Text

CONVERSIONS = {"int": "d", "long long": "lld", "short": "d", "signed char": "d"}


def printed(statement: Print, scope: Scope) -> list[str]:
    """The lines that print the items of one statement."""
    items = [inner for item in statement.items for inner in (item.items if isinstance(item, Sequence) else (item,))]
    stream = "std::cerr" if statement.error else "std::cout"
    if statement.layout is None:
        return _listed(items, statement.advance, stream, scope)
    text = scope.unit.formats.get(statement.layout) if statement.layout.isdigit() else statement.layout
    if text is None:
        raise Declined("format that is none")
    return _laid_out(items, parsed(text), statement.advance, stream, scope)


def shown(value: Value) -> str:
    """A value as operand of `<<`."""
    if value.type == "bool":
        return f'({value.within(4)} ? "T" : "F")'
    if value.type not in ("std::string", "char", "int", "long long", "short", *FLOATING, *COMPLEX):
        raise Declined("output of a structure")
    return value.within(SUM if value.strength != SHIFT else SHIFT + 1)


def _listed(items: list[Expression], advance: bool, stream: str, scope: Scope) -> list[str]:
    line = _Line(stream, scope)
    for item in items:
        if isinstance(item, ImpliedDo) or arrays.rank(item, scope):
            line.flush()
            line.lines += _loop(item, scope, lambda inner: _each(inner, stream, scope))
            line.after = "space"
        elif isinstance(item, Text):
            line.text(item.value)
        else:
            value = written(item, scope)
            line.value(value)
    line.end(advance)
    return line.lines


def _each(items: tuple[Expression, ...], stream: str, scope: Scope) -> list[str]:
    pieces = []
    for inner in items:
        if isinstance(inner, Text):
            pieces.append(quoted(inner.value))
        else:
            pieces += [shown(written(inner, scope)), '" "']
    return [f"{stream} << {' << '.join(_merged(pieces))};"]


def _loop(item: Expression, scope: Scope, each: Callable[[tuple[Expression, ...]], list[str]]) -> list[str]:
    """A loop that does `each` with every element of an array, or every turn of an implied do."""
    if isinstance(item, ImpliedDo):
        if any(isinstance(inner, ImpliedDo) for inner in item.items):
            if len(item.items) > 1:
                raise Declined("implied do of another form")
            return arrays.counted(
                Do(item.variable, item.first, item.last, item.step or Integer(1), item.items), scope, lambda loop: _loop(loop.body[0], scope, each)
            )
        if any(arrays.rank(inner, scope) for inner in item.items):
            raise Declined("implied do of another form")
        loop = Do(item.variable, item.first, item.last, item.step or Integer(1), item.items)  # type: ignore[arg-type]
        return arrays.counted(loop, scope, lambda loop: each(loop.body))  # type: ignore[arg-type]
    return arrays.over(item, scope, lambda inner: each((inner,)))


def _merged(pieces: list[str]) -> list[str]:
    """Literals that follow each other as one."""
    result: list[str] = []
    for piece in pieces:
        if result and result[-1].startswith('"') and piece.startswith('"'):
            result[-1] = result[-1][:-1] + piece[1:]
        else:
            result.append(piece)
    return result


class _Line:
    """One line of list-directed output as it grows."""

    def __init__(self, stream: str, scope: Scope) -> None:
        self.stream, self.scope = stream, scope
        self.pieces: list[str] = []
        self.lines: list[str] = []
        self.after = ""

    def text(self, characters: str) -> None:
        """A literal: beside another text without a blank between them."""
        apart = self.after == "value" and not characters.startswith(" ")
        self.pieces.append(quoted(" " * apart + characters))
        self.after = "space" if characters.endswith(" ") else "text"

    def value(self, value: Value) -> None:
        """A value: numbers stand apart from everything."""
        textual = value.type in ("std::string", "char")
        if self.after == "value" or self.after == "text" and not textual:
            self.pieces.append('" "')
        self.pieces.append(shown(value))
        self.after = "text" if textual else "value"

    def flush(self) -> None:
        """What has come so far is printed."""
        if self.after in ("text", "value"):
            self.pieces.append('" "')
        if self.pieces:
            self.lines.append(f"{self.stream} << {' << '.join(_merged(self.pieces))};")
        self.pieces = []

    def end(self, advance: bool) -> None:
        """The line is over."""
        if advance:
            self.pieces.append(self.scope.style.newline)
        if self.pieces:
            self.lines.append(f"{self.stream} << {' << '.join(_merged(self.pieces))};")


def _laid_out(items: list[Expression], layout: Format, advance: bool, stream: str, scope: Scope) -> list[str]:
    """Formatted output: each item meets its descriptor."""
    writer = _Printf(scope) if scope.style.print_with_printf and stream == "std::cout" else _Stream(stream, scope)
    queue = list(layout.edits)
    for item in items:
        queue = _up_to_item(queue, layout, writer)
        if isinstance(item, ImpliedDo) or arrays.rank(item, scope):
            count = arrays.count(item, scope)
            group, queue = _same(queue, layout, count, item)
            writer.flush()
            writer.lines += _loop(item, scope, lambda inner, group=group: writer.each(inner, group))  # type: ignore[misc]
        else:
            writer.item(item, queue.pop(0))
    for edit in queue:
        if edit.takes or edit.kind == "stop":
            break
        writer.plain(edit)
    writer.end(advance)
    return writer.lines


def _up_to_item(queue: list[Edit], layout: Format, writer: _Stream) -> list[Edit]:
    for _ in range(2):
        while queue and not queue[0].takes:
            writer.plain(queue.pop(0))
        if queue:
            return queue
        if not any(edit.takes for edit in layout.again):
            raise Declined("format without room for its items")
        if not layout.unlimited:
            writer.plain(Edit("line"))
        queue = list(layout.again)
    raise Declined("format without room for its items")


def _same(queue: list[Edit], layout: Format, count: int | None, item: Expression) -> tuple[list[Edit], list[Edit]]:
    """The descriptors for one turn of a loop, and those left after it."""
    width = len(item.items) if isinstance(item, ImpliedDo) and not isinstance(item.items[0], ImpliedDo) else 1
    turn = queue[:width]
    if any(not edit.takes for edit in turn) or len(turn) < width:
        raise Declined("format of a loop")
    if count is not None and len(queue) >= count * width and queue[: count * width] == turn * count:
        return turn, queue[count * width :]
    period = _period(queue, width, layout)
    if period is not None:
        return period, []
    raise Declined("format of a loop")


def _period(queue: list[Edit], width: int, layout: Format) -> list[Edit] | None:
    """What one turn takes of a format that goes on with the same, blanks included; None where it does not."""
    plain = [edit for edit in queue if edit.kind != "skip"]
    if any(edit != plain[at % width] for at, edit in enumerate(plain)) or any(not edit.takes for edit in plain):
        return None
    takes = [edit for edit in layout.again if edit.kind != "skip"]
    if any(edit not in plain[:width] for edit in takes):
        return None
    turn: list[Edit] = []
    for edit in queue:
        if edit.takes and sum(e.takes for e in turn) == width:
            break
        turn.append(edit)
    return turn


class _Stream:
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
        _check(edit, value, item)
        before = [f"std::setw({edit.width})"] if edit.width and edit.kind != "l" and not (edit.kind == "a" and isinstance(item, Text)) else []
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
        line = f"{self.stream} << {' << '.join(_merged(self.pieces))};"
        self.pieces = []
        return [line]

    def flush(self) -> None:
        """What has come so far is printed."""
        if self.pieces:
            self.lines.append(f"{self.stream} << {' << '.join(_merged(self.pieces))};")
        self.pieces = []

    def end(self, advance: bool) -> None:
        """The line is over."""
        if advance:
            self.pieces.append(self.scope.style.newline)
        self.flush()


class _Printf(_Stream):
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
        _check(edit, value, item)
        if isinstance(item, Text):
            self.pieces.append(quoted(item.value)[1:-1].replace("%", "%%"))
            return
        width = str(edit.width) if edit.width and edit.kind != "l" else ""
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


def _check(edit: Edit, value: Value, item: Expression) -> None:
    wanted = {"i": ("int", "long long", "short"), "a": ("std::string", "char"), "l": ("bool",)}.get(edit.kind, FLOATING)
    if value.type not in wanted and not (edit.kind == "g" and value.type == "int"):
        raise Declined("descriptor for another type")
    if edit.kind == "a" and edit.width and isinstance(item, Text) and len(item.value) > edit.width:
        raise Declined("a string cut by its format")


__all__ = ["Apply", "Binary", "Name"]
