"""What functions look like to the model: in normal form with labels; or token by token with their names, to compare with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from translate.languages import Language
from translate.model.prompt import prompt, tag
from translate.source.answer import answer_text
from translate.source.layout import laid_out
from translate.source.literals import BLANK, unmarked
from translate.source.normalise import NEWLINE, Unreadable, normalise, spelled
from translate.training.examples import Example, examples_of, sides_of
from translate.units import Candidate, Function


class Notation(Protocol):
    """How a function is read and written."""

    def tokens(self, function: Function) -> tuple[str, ...]:
        """The function alone; empty where it cannot be read."""

    def prompt(self, function: Function, target: Language) -> list[str]:
        """What the model reads to translate it. Raises Unreadable."""

    def examples(self, pair: Mapping[str, Any]) -> list[Example]:
        """All directions of a pair; none where a side cannot be read."""

    def text(self, answer: tuple[str, ...], function: Function, target: Language) -> str:
        """The code that an answer stands for. Raises UnknownLabel, Unrestorable."""


class NormalForm:
    """Placeholders for names, labels for what is repeated."""

    def tokens(self, function: Function) -> tuple[str, ...]:
        """See Notation."""
        try:
            return normalise(function).tokens
        except Unreadable:
            return ()

    def prompt(self, function: Function, target: Language) -> list[str]:
        """See Notation."""
        return prompt(normalise(function), target)

    def examples(self, pair: Mapping[str, Any]) -> list[Example]:
        """See Notation."""
        return examples_of(pair)

    def text(self, answer: tuple[str, ...], function: Function, target: Language) -> str:
        """See Notation."""
        return answer_text(Candidate(answer, None, "model"), normalise(function), target)


class Spelled:
    """The same tokens with every name and literal as it is, and no labels: what normal form is worth is seen beside it."""

    def tokens(self, function: Function) -> tuple[str, ...]:
        """See Notation."""
        try:
            return self._words(function)
        except Unreadable:
            return ()

    def prompt(self, function: Function, target: Language) -> list[str]:
        """See Notation."""
        return [tag(target), tag(function.language), *self._words(function)]

    def examples(self, pair: Mapping[str, Any]) -> list[Example]:
        """See Notation."""
        try:
            return [
                Example(tuple(self.prompt(source, target.language)), self._words(target), str(pair.get("origin", "pair")))
                for source, target in sides_of(pair)
            ]
        except Unreadable:
            return []

    def text(self, answer: tuple[str, ...], function: Function, target: Language) -> str:
        """See Notation."""
        return laid_out([unmarked(word) for word in answer], target)

    def _words(self, function: Function) -> tuple[str, ...]:
        form = normalise(function)
        words = spelled(form.tokens, form.names, function.language)
        return tuple(word if word == NEWLINE else "".join(BLANK if one.isspace() else one for one in word) for word in words)

