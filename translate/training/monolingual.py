"""Functions of one language each, as `python -m translate.corpus gather` writes them."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from translate.errors import UsageError
from translate.languages import language
from translate.training.checkpoint import TOKENIZER
from translate.training.notation import Notation
from translate.training.vocabulary import END, UNKNOWN
from translate.units import Function, Span

LONGEST = 512
"""Tokens; CodeRosetta's limit."""


def read_functions(path: Path, longest: int = LONGEST) -> list[Function]:
    """The functions in `path` that parse and are not too long. Raises UsageError where a line is no record."""
    found: list[Function] = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                row = json.loads(line)
                if row.get("clean", True) and (row.get("tokens") or 0) <= longest:
                    text = row["text"]
                    found.append(Function(row["name"], text, language(row["language"]), Span(0, len(text.encode("utf-8")), 1, 1)))
            except (ValueError, KeyError, TypeError, AttributeError) as fault:
                raise UsageError(
                    f"not a function's record: {fault}",
                    path=str(path),
                    line=number,
                    help="give what `python -m translate.corpus gather` wrote",
                ) from fault
    return found


class Pieces:
    """Ids of single tokens, so that whole tokens can be masked, dropped and put in."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, list[int]] = {}
        self.end = _id(tokenizer, END)
        # No text has an unknown piece: what has none of its own is spelled in bytes. So this one is free to stand for a mask.
        self.mask = _id(tokenizer, UNKNOWN)

    def of(self, token: str) -> list[int]:
        """The ids of a token, without the end."""
        if token not in self._known:
            self._known[token] = self._tokenizer.encode(token, add_special_tokens=False).ids
        return self._known[token]

    def sequence(self, tokens: Iterable[str | None]) -> array[int]:
        """The ids of tokens, with the end; None is a mask."""
        ids: array[int] = array("i")
        for token in tokens:
            ids.extend([self.mask] if token is None else self.of(token))
        ids.append(self.end)
        return ids


def _id(tokenizer: Tokenizer, piece: str) -> int:
    found = tokenizer.token_to_id(piece)
    if found is None:
        raise UsageError(f"the tokenizer has no {piece}", path=TOKENIZER, help="make one by `python -m translate.training vocabulary`")
    return int(found)


@dataclass(frozen=True, slots=True)
class Form:
    """A function and its tokens."""

    function: Function
    tokens: tuple[str, ...]


def forms_of(functions: Sequence[Function], recipe: str, notation: Notation) -> list[Form]:
    """The readable ones among `functions`. Raises UsageError where there is none."""
    forms = [Form(function, tokens) for function in functions if (tokens := notation.tokens(function))]
    if not forms:
        raise UsageError("no functions to train on", path=recipe, help="give --functions with what `translate.corpus gather` wrote")
    return forms
