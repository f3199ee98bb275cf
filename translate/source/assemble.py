"""A whole file in a language that cannot hold the one it comes from: translated functions, and as comments all that is left."""

from __future__ import annotations

from collections.abc import Sequence

from translate.languages import Language
from translate.source.callees import callees_of
from translate.source.comments import comment_lines
from translate.source.fixed_form import in_free_form
from translate.source.parse import captures, parse, walk
from translate.units import Function, SourceUnit


def assemble(unit: SourceUnit, made: Sequence[tuple[Function, str | None]], target: Language, prelude: str = "") -> str:
    """The text of a file in `target`: each function's translation in its place; what has none, and what is between functions, as comments.

    Nothing of the source vanishes: a line that is no comment keeps the name of its language before it.
    """
    content = unit.text.encode("utf-8")
    pieces: list[str] = [prelude.strip()] if prelude.strip() else []
    at = 0
    for function, text in sorted(made, key=lambda item: item[0].span.start):
        pieces.append(_leftover(content[at : function.span.start].decode("utf-8"), unit, target))
        pieces.append(text.strip("\n") if text is not None else _as_comment(function.text, function.language, target))
        at = function.span.end
    pieces.append(_leftover(content[at:].decode("utf-8"), unit, target))
    return "\n\n".join(piece for piece in pieces if piece.strip()) + "\n"


def headers_of(text: str, language: Language) -> str:
    """The lines that include the standard headers that `text` needs, in the order of the grammar's table."""
    tree = parse(text, language)
    found = captures(tree, "normalise")
    words = {tree.text(node) for kind in ("variable", "function", "type") for node in found.get(kind, [])}
    wanted = [header for header, names in language.headers.items() if words & names]
    return "".join(f"#include <{header}>\n" for header in wanted)


def prototypes_of(made: Sequence[tuple[Function, str | None]], language: Language) -> str:
    """Declarations of the C++ functions that are called before they are defined."""
    callees = callees_of([function for function, _ in made])
    early = sorted({later for number, found in enumerate(callees) for later in found if later > number and made[number][1] is not None})
    return "".join(_prototype(text, language) for number in early if (text := made[number][1]) is not None)


def _prototype(text: str, language: Language) -> str:
    tree = parse(text, language)
    node = next((node for node in walk(tree.root) if node.type == "function_definition"), None)
    body = node.child_by_field_name("body") if node is not None else None
    return f"{tree.source[node.start_byte : body.start_byte].decode('utf-8').strip()};\n" if node is not None and body is not None else ""


def _leftover(text: str, unit: SourceUnit, target: Language) -> str:
    free = in_free_form(text, unit.language, unit.path) if text.strip() else ""
    return _as_comment(free, unit.language, target)


def _as_comment(text: str, source: Language, target: Language) -> str:
    lines: list[str] = []
    for line in text.strip("\n").splitlines():
        if not line.strip():
            if lines and lines[-1]:
                lines.append("")
        elif line.lstrip().startswith((source.comment, "/*", "*")):
            lines += comment_lines(line, source, target)
        else:
            lines.append(f"{target.comment} {source.title}: {line.rstrip()}")
    return "\n".join(lines).rstrip()


