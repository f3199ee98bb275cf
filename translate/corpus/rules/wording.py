"""Words in the text of an expression."""

from __future__ import annotations


def substituted(text: str, word: str, value: str) -> str:
    """`text` with `value` wherever the word stands alone."""
    pieces, position = [], 0
    while (found := text.find(word, position)) >= 0:
        end = found + len(word)
        alone = not (text[found - 1 : found].isidentifier() or text[found - 1 : found].isdigit()) or found == 0
        alone = alone and not (text[end : end + 1].isidentifier() or text[end : end + 1].isdigit())
        pieces.append(text[position:found] + (value if alone else word))
        position = end
    return "".join([*pieces, text[position:]])


def words_of(text: str) -> set[str]:
    """The names and numbers in `text`."""
    return set("".join(c if c.isalnum() or c == "_" else " " for c in text).split())
