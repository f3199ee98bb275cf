"""Output to the screen with std::cout or printf."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp import arrays
from translate.corpus.rules.fortran_to_cpp.characters import room_of
from translate.corpus.rules.fortran_to_cpp.expressions import Value, quoted, written
from translate.corpus.rules.fortran_to_cpp.formats import Edit, Format, parsed
from translate.corpus.rules.fortran_to_cpp.scope import Scope
from translate.corpus.rules.fortran_to_cpp.streams import Printf, Stream, merged, shown
from translate.corpus.rules.fortran_to_cpp.syntax import NAMED, Do, Expression, ImpliedDo, Integer, Print, Sequence, Text


def printed(statement: Print, scope: Scope) -> list[str]:
    """The lines that print the items of one statement."""
    items = [inner for item in statement.items for inner in (item.items if isinstance(item, Sequence) else (item,))]
    stream = "std::cerr" if statement.error else "std::cout"
    if statement.layout is None:
        if statement.into:
            raise Declined("output elsewhere than to the screen")
        return _listed(items, statement.advance, stream, scope)
    text = _format(statement.layout, scope)
    if statement.into:
        return _into(statement, items, parsed(text), scope)
    return _laid_out(items, parsed(text), statement.advance, stream, scope)


def _format(layout: str, scope: Scope) -> str:
    """The text of a format that is given by its label, by the name of a constant, or as it is."""
    if layout.isdigit():
        found = scope.unit.formats.get(layout)
    elif layout.startswith(NAMED):
        symbol = scope.symbols.get(layout.removeprefix(NAMED))
        found = symbol.value.value if symbol is not None and symbol.constant and isinstance(symbol.value, Text) else None
    else:
        found = layout
    if found is None:
        raise Declined("format that is none")
    return found


def _into(statement: Print, items: list[Expression], layout: Format, scope: Scope) -> list[str]:
    """A string that takes what would be printed, blanks at its end left out."""
    symbol = scope.symbols.get(statement.into)
    if symbol is None or symbol.type != "std::string" or symbol.bounds is not None:
        raise Declined("output elsewhere than to the screen")
    if any(edit.kind in ("line", "e", "es", "g") for edit in layout.edits):
        # Their digits are others in C++, which a string would keep.
        raise Declined("output elsewhere than to the screen")
    stream, size = scope.fresh("out", "text"), room_of(symbol, scope)
    scope.headers |= {"sstream", "string"}
    lines = _laid_out(items, layout, False, stream, scope)
    whole = f"{stream}.str()" if size is None else f"{stream}.str().substr(0, {size})"
    last = f"{symbol.spelled}.erase({symbol.spelled}.find_last_not_of(' ') + 1);"
    return [f"std::ostringstream {stream};", *lines, f"{symbol.spelled} = {whole};", last]


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
    return [f"{stream} << {' << '.join(merged(pieces))};"]


def _loop(item: Expression, scope: Scope, each: Callable[[tuple[Expression, ...]], list[str]]) -> list[str]:
    """A loop that does `each` with every element of an array, or every turn of an implied do."""
    if isinstance(item, ImpliedDo):
        if any(isinstance(inner, ImpliedDo) for inner in item.items):
            if len(item.items) > 1:
                raise Declined("implied do of another form")
            return arrays.counted(
                Do(item.variable, item.first, item.last, item.step or Integer(1), item.items),
                scope,
                lambda loop: _loop(loop.body[0], scope, each),
            )
        if any(arrays.rank(inner, scope) for inner in item.items):
            raise Declined("implied do of another form")
        loop = Do(item.variable, item.first, item.last, item.step or Integer(1), item.items)
        return arrays.counted(loop, scope, lambda loop: each(loop.body))
    return arrays.over(item, scope, lambda inner: each((inner,)))


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
            self.lines.append(f"{self.stream} << {' << '.join(merged(self.pieces))};")
        self.pieces = []

    def end(self, advance: bool) -> None:
        """The line is over."""
        if advance:
            self.pieces.append(self.scope.style.newline)
        if self.pieces:
            self.lines.append(f"{self.stream} << {' << '.join(merged(self.pieces))};")


def _laid_out(items: list[Expression], layout: Format, advance: bool, stream: str, scope: Scope) -> list[str]:
    """Formatted output: each item meets its descriptor."""
    writer = Printf(scope) if scope.style.print_with_printf and stream == "std::cout" else Stream(stream, scope)
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


def _up_to_item(queue: list[Edit], layout: Format, writer: Stream) -> list[Edit]:
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
