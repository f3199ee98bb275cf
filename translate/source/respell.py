"""Pieces of a function in the other family of languages, token by token, so that a translation may name them by a label.

Only what means the same word for word is respelled: assignments, calls, conditions and expressions whose operators, functions and
subscripts both families have. A subscript counts from 0 in one and from the declared lower bound in the other. None for all else.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence

from translate.languages import Language
from translate.source.fortran_arrays import Bound, declared_arrays, parameters_in_c
from translate.source.literals import literal_in, marked, unmarked
from translate.source.subscripts import counted_from, depth_zero, flat, last_operand, matching, separated

ASSIGNMENTS = ("=", "+=", "-=", "*=", "/=")
STEPS = {"++": "+", "--": "-"}
Tokens = tuple[str, ...]


class _Untellable(Exception):
    """The piece has no counterpart that is known word for word."""


def respelled(pieces: Sequence[Tokens], whole: Sequence[str], source: Language, target: Language) -> list[Tokens | None]:
    """Each of `pieces` of the function `whole` in normal form, as `target` spells it."""
    speller: _Speller = _IntoFortran(source, target)
    if not target.line_ends:
        speller = _IntoC(source, target, declared_arrays(whole), parameters_in_c(whole))
    return [_tried(speller, piece) for piece in pieces]


def _tried(speller: _Speller, piece: Tokens) -> Tokens | None:
    try:
        return tuple(speller.piece(list(piece)))
    except _Untellable:
        return None


class _Speller(ABC):
    """What both directions share: one token after the other, names and numbers as they are."""

    def __init__(self, source: Language, target: Language) -> None:
        self.source = source
        self.target = target
        self.words = source.respelling.get(target.family, {})

    @abstractmethod
    def piece(self, tokens: list[str]) -> list[str]:
        """A whole piece."""

    def expression(self, tokens: Sequence[str]) -> list[str]:
        spelled: list[str] = []
        at = 0
        while at < len(tokens):
            at = self.step(tokens, at, spelled)
        return spelled

    @abstractmethod
    def step(self, tokens: Sequence[str], at: int, spelled: list[str]) -> int:
        """Spell what stands at `at`; where to go on."""

    def word(self, token: str) -> str:
        """One token that is no bracket."""
        if token in self.words:
            return self.words[token]
        if token[0].isdigit() or token[0] == "." and token[1:2].isdigit() or token[0] in "\"'":
            literal = literal_in(unmarked(token), self.source, self.target)
            if literal is not None:
                return marked(literal)
        elif token in self.source.same_words or token[1:].isdecimal() and token[0] in "aivnmsf" or token in self.source.fresh_names:
            return token
        raise _Untellable


class _IntoFortran(_Speller):
    def piece(self, tokens: list[str]) -> list[str]:
        if tokens[-1:] == [";"]:
            return self._statement(tokens[:-1])
        if tokens[0] == "(" and matching(tokens, 0) == len(tokens) - 1 and self._declares(tokens[1:-1]):
            return self._parameters(separated(tokens[1:-1]))
        return self.expression(tokens)

    def _declares(self, tokens: Sequence[str]) -> bool:
        return all(len(one) > 1 and (one[0].isalpha() or one[0][0] == "t") for one in separated(tokens))

    def _parameters(self, parameters: Sequence[Sequence[str]]) -> list[str]:
        """The names alone; their types are declared elsewhere."""
        names = [[token for token in one if token[0] in "aiv" and token[1:].isdecimal()] for one in parameters]
        if any(len(found) != 1 for found in names):
            raise _Untellable
        return ["(", *_joined(names), ")"]

    def _statement(self, tokens: list[str]) -> list[str]:
        for at, token in enumerate(tokens):
            if token in ASSIGNMENTS and depth_zero(tokens, at):
                return self._assignment(self.expression(tokens[:at]), token, tokens[at + 1 :])
        if tokens[-1:] and tokens[-1] in STEPS:
            tokens = [tokens[-1], *tokens[:-1]]
        if tokens[0] in STEPS:
            place = self.expression(tokens[1:])
            return [*place, "=", *place, STEPS[tokens[0]], "1"]
        if tokens[0][0] == "f" and tokens[0][1:].isdecimal() and tokens[1:2] == ["("] and matching(tokens, 1) == len(tokens) - 1:
            return ["call", *self.expression(tokens)]
        raise _Untellable

    def _assignment(self, place: list[str], operator: str, value: list[str]) -> list[str]:
        spelled = self.expression(value)
        if operator == "=":
            return [*place, "=", *spelled]
        tight = {"+=": (), "-=": ("+", "-"), "*=": ("+", "-"), "/=": ("+", "-", "*", "/")}[operator]
        if any(token in tight and depth_zero(spelled, at) for at, token in enumerate(spelled)):
            spelled = ["(", *spelled, ")"]
        return [*place, "=", *place, operator[0], *spelled]

    def step(self, tokens: Sequence[str], at: int, spelled: list[str]) -> int:
        token = tokens[at]
        if token == "[":
            end = matching(tokens, at)
            if tokens[end + 1 : end + 2] == ["["] or not spelled:
                raise _Untellable
            spelled += ["(", *counted_from(self.expression(tokens[at + 1 : end]), "1", up=True), ")"]
            return end + 1
        if token == "(" and tokens[at + 1] in self.source.kept and not tokens[at + 1].isdecimal() and tokens[at + 2 : at + 3] == [")"]:
            raise _Untellable
        if token in ("-", "!") and at and tokens[at - 1] in ("+", "-", "*", "/", "<", ">", "<=", ">=", "==", "!="):
            raise _Untellable
        if token == "!" and any(other in ("==", "!=", "<", ">", "<=", ">=") and depth_zero(tokens, i) for i, other in enumerate(tokens)):
            raise _Untellable
        if tokens[at : at + 2] == ["std", "::"]:
            return at + 2
        spelled.append(self.word(token))
        return at + 1


def _joined(parts: Sequence[Sequence[str]]) -> list[str]:
    return [token for part in parts for token in (*part, ",")][:-1]


class _IntoC(_Speller):
    def __init__(
        self, source: Language, target: Language, arrays: Mapping[str, Sequence[Bound]], dummies: Mapping[str, Sequence[str]]
    ) -> None:
        super().__init__(source, target)
        self.arrays = arrays
        self.dummies = dummies

    def piece(self, tokens: list[str]) -> list[str]:
        for at, token in enumerate(tokens):
            if token == "=" and depth_zero(tokens, at):
                return [*self.expression(tokens[:at]), "=", *self.expression(tokens[at + 1 :]), ";"]
        if tokens[0] == "(" and matching(tokens, 0) == len(tokens) - 1:
            names = ["".join(one) for one in separated(tokens[1:-1])]
            if all(name in self.dummies for name in names):
                return ["(", *_joined([self.dummies[name] for name in names]), ")"]
        if tokens[0] == "call":
            if any(token in self.arrays for token in tokens):
                raise _Untellable
            return [*self.expression(tokens[1:]), *([] if "(" in tokens else ["(", ")"]), ";"]
        return self.expression(tokens)

    def step(self, tokens: Sequence[str], at: int, spelled: list[str]) -> int:
        token = tokens[at]
        if token in self.arrays:
            if tokens[at + 1 : at + 2] != ["("]:
                raise _Untellable
            end = matching(tokens, at + 1)
            spelled += [token, "[", *self._offset(self.arrays[token], tokens[at + 2 : end]), "]"]
            return end + 1
        if token == "**":
            return self._square(tokens, at, spelled)
        if token == ".not." and any(other in self.words and depth_zero(tokens, i) for i, other in enumerate(tokens) if other[0] in "=/<>."):
            raise _Untellable
        spelled += self.word(token).split()
        return at + 1

    def _offset(self, bounds: Sequence[Bound], subscripts: Sequence[str]) -> list[str]:
        given = separated(subscripts)
        if len(given) != len(bounds) or ":" in subscripts:
            raise _Untellable
        places = [counted_from(self.expression(one), bound.first, up=False) for one, bound in zip(given, bounds, strict=True)]
        made = flat(places, [bound.extent for bound in bounds])
        if made is None:
            raise _Untellable
        return made

    def _square(self, tokens: Sequence[str], at: int, spelled: list[str]) -> int:
        """`x ** 2` of a variable or an element."""
        first = last_operand(spelled)
        operand = spelled[first:]
        if tokens[at + 1 : at + 2] != ["2"] or first < 0 or not operand[0][1:].isdecimal() or spelled[first - 1 : first] in (["/"], ["."]):
            raise _Untellable
        spelled += ["*", *operand]
        return at + 2
