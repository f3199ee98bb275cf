"""Changes to a text by byte range, so that everything else survives byte for byte."""

from __future__ import annotations

from dataclasses import dataclass, field

from translate.source.parse import Node, Tree


@dataclass(slots=True)
class Edits:
    """Replacements in the source of a tree, collected first and applied together."""

    tree: Tree
    changes: list[tuple[int, int, str]] = field(default_factory=list)

    def replace(self, node: Node, text: str) -> None:
        """Put `text` in the place of `node`."""
        self.changes.append((node.start_byte, node.end_byte, text))

    def text(self, node: Node) -> str:
        """The text of `node` with the changes inside it made."""
        source, start = self.tree.source, node.start_byte
        pieces: list[str] = []
        for first, last, text in sorted(self.changes):
            if first >= start and last <= node.end_byte:
                pieces.append(source[start:first].decode("utf-8"))
                pieces.append(text)
                start = last
        return "".join([*pieces, source[start : node.end_byte].decode("utf-8")])
