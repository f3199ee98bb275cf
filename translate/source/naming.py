"""Placeholders for the names and literals of a function, and for those of its translation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate.languages import Language
from translate.source.extract import MAIN
from translate.source.literals import literal_in, marked, meaning
from translate.units import Function, NormalisedFunction

# Capture name -> first letter of the placeholder; in a tie the earlier one wins.
# Parameters and loop counters, or what tells threads apart, are numbered by themselves: a model need not count names before it.
PLACEHOLDER_KINDS = {
    "whole": "s",
    "parameter": "a",
    "counter": "i",
    "number": "n",
    "member": "m",
    "declared": "v",
    "function": "f",
    "type": "t",
    "variable": "v",
}
LETTERS = "".join(PLACEHOLDER_KINDS.values())


@dataclass(frozen=True, slots=True)
class Leaf:
    """A token of the source: its text, its bytes, and the capture that says what it is (None: itself)."""

    text: str
    start: int
    end: int
    kind: str | None
    defined: bool = False
    parameter: bool = False
    counter: bool = False


class Naming:
    """Hands out placeholders; members and literals have name spaces of their own."""

    def __init__(self, function: Function, leaves: Sequence[Leaf]) -> None:
        self.language = function.language
        self.names: dict[str, str] = {}
        self._given: dict[tuple[str, str], str] = {}
        self._counts = dict.fromkeys(LETTERS, 0)
        self._defined = {folded(leaf.text, self.language) for leaf in leaves if leaf.defined} - {MAIN}
        kinds = [(leaf, "parameter" if leaf.parameter else "counter") for leaf in leaves if leaf.parameter or leaf.counter]
        self._letters = {folded(leaf.text, self.language): PLACEHOLDER_KINDS[kind] for leaf, kind in reversed(kinds)}

    def token(self, leaf: Leaf) -> str:
        if leaf.kind is None:
            return leaf.text
        letter = PLACEHOLDER_KINDS[leaf.kind]
        if letter == "v":
            letter = self._letters.get(folded(leaf.text, self.language), letter)
        key = self._key(letter, leaf.text)
        if key not in self._given:
            # Case means something within a text, also where it means nothing in names.
            spelling = self._spelling(leaf.text if letter == "s" else folded(leaf.text, self.language), letter)
            if spelling is not None:
                return spelling
            self._given[key] = f"{letter}{self._counts[letter]}"
            self._counts[letter] += 1
        return self._named(self._given[key], leaf.text)

    def _named(self, token: str, text: str) -> str:
        self.names.setdefault(token, text)
        return token

    def _key(self, letter: str, text: str) -> tuple[str, str]:
        """The name space and the spelling that names are compared by."""
        space = letter if letter in "smn" else "name"
        return space, text if space == "s" else folded(text, self.language)

    def _spelling(self, text: str, letter: str) -> str | None:
        """The token of what stands for itself; None where a placeholder is due."""
        if letter in "ns":
            return marked(text) if marked(text) in self.language.kept_literals else None
        if letter == "m":
            return text if text in self.language.kept_members else None
        return text if self._is_kept(text) else None

    def _is_kept(self, text: str) -> bool:
        return text in self.language.kept and text not in self._defined


class SharedNaming(Naming):
    """As Naming, for a translation: what the source has a placeholder for keeps it."""

    def __init__(self, function: Function, leaves: Sequence[Leaf], source: NormalisedFunction) -> None:
        super().__init__(function, leaves)
        other = source.original.language
        self._folds = self.language.ignores_case or other.ignores_case
        self._spelled, self._other = source.names, other
        for token, name in source.names.items():
            # Spelled alike, 5.0 is of double precision in C and of single precision in Fortran: literals are compared by what they mean.
            if token[0] not in "ns" or other.family == self.language.family:
                self._given.setdefault(self._key(token[0], name), token)
            self._counts[token[0]] = max(self._counts[token[0]], int(token[1:]) + 1)
        literals = [item for item in reversed(list(source.names.items())) if item[0][0] in "ns" and other.family != self.language.family]
        self._meanings = {found: token for token, name in literals if (found := meaning(name, other))}
        self._title = folded(function.name.rsplit("::", 1)[-1], self.language)
        self._titled = _title_of(source)

    def token(self, leaf: Leaf) -> str:
        if leaf.kind in ("function", "variable") and self._titled and folded(leaf.text, self.language) == self._title != MAIN:
            return self._titled if self._titled == MAIN else self._named(self._titled, leaf.text)
        if leaf.kind in ("number", "whole") and (token := self._meanings.get(meaning(leaf.text, self.language) or "")):
            # A letter of C++ is a text of one letter elsewhere, and would come back as a text.
            letter = leaf.text.startswith("'") and not self.language.line_ends
            if not letter or literal_in(self._spelled[token], self._other, self.language) == leaf.text:
                return self._named(token, leaf.text)
        # `std` of C++ is no variable STD of Fortran, whose spelling it would come back with.
        given = self._given.get(("name", leaf.text.lower()), "")
        if leaf.kind is not None and self._is_kept(leaf.text) and self._spelled.get(given) != leaf.text:
            return leaf.text
        return super().token(leaf)

    def _key(self, letter: str, text: str) -> tuple[str, str]:
        space, spelling = super()._key(letter, text)
        return space, spelling.lower() if self._folds and space != "s" else spelling

    def _spelling(self, text: str, letter: str) -> str | None:
        return marked(text) if letter in "ns" else super()._spelling(text, letter)

    def _is_kept(self, text: str) -> bool:
        return text in self.language.fresh_names if text in self._defined else text in self.language.kept


def _title_of(source: NormalisedFunction) -> str | None:
    """The token of the source's own name."""
    name = source.original.name.rsplit("::", 1)[-1]
    if name == MAIN:
        return MAIN
    return next((token for token, text in source.names.items() if token[0] in "fv" and text == name), None)


def folded(text: str, spoken: Language) -> str:
    """`text` as names are compared in the language: in lower case where case means nothing."""
    return text.lower() if spoken.ignores_case else text
