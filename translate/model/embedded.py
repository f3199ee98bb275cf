"""The model that ships with the package: CTranslate2, int8, on the processor."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from translate.errors import ModelMissing
from translate.languages import Language
from translate.model.prompt import prompt
from translate.source.normalise import is_placeholder
from translate.source.references import is_label, pieces_of
from translate.units import Candidate, NormalisedFunction

if TYPE_CHECKING:
    import ctranslate2
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).parent / "weights"
LONGEST_INPUT = 1_024
"""Pieces; a longer function gets no candidate."""
LONGEST_OUTPUT = 768
SHORTEST_LIMIT = 48
"""Pieces that an answer may have however short its source is, besides two for each of the source's."""
NEW_NAMES = {"a": 4, "i": 8, "v": 24, "f": 4, "t": 2, "m": 2}
"""How many names of each kind a translation may make up."""


class Embedded:
    """Beam search over a CTranslate2 folder."""

    name = "embedded"
    declines = "the function is too long for the model"

    def __init__(self, folder: Path = WEIGHTS) -> None:
        if not (folder / "model.bin").is_file():
            raise ModelMissing("no model in this folder", path=str(folder), help="install the package with its weights")
        self.folder = folder

    def supports(self, source: Language, target: Language) -> bool:
        """Whether the model's manifest names this direction."""
        return [source.name, target.name] in self._manifest.get("directions", [])

    def propose(self, inputs: Sequence[NormalisedFunction], target: Language, count: int) -> list[list[Candidate]]:
        """The `count` best of a beam for each input."""
        return [self._proposed(source, target, count) for source in inputs]

    def _proposed(self, source: NormalisedFunction, target: Language, count: int) -> list[Candidate]:
        pieces = self._tokenizer.encode(" ".join(prompt(source, target))).tokens
        if len(pieces) > LONGEST_INPUT:
            return []
        longest = min(LONGEST_OUTPUT, SHORTEST_LIMIT + 2 * len(pieces))
        (result,) = self._translator.translate_batch(
            [pieces],
            beam_size=max(count, 1),
            num_hypotheses=count,
            return_scores=True,
            max_input_length=0,
            max_decoding_length=longest,
            suppress_sequences=[[piece] for piece in self._empty(source, target)],
        )
        # What is cut off at the limit goes round in circles.
        pairs = [pair for pair in zip(result.hypotheses, result.scores, strict=True) if len(pair[0]) < longest]
        return [Candidate(self._words(tokens), score, self.name) for tokens, score in pairs]

    def _empty(self, source: NormalisedFunction, target: Language) -> list[str]:
        """The pieces that would stand for nothing in a translation of `source`: labels, literals and numbers of names that it lacks."""
        known = set(pieces_of(source, target)) | set(source.names)
        after = {letter: 1 + max((int(token[1:]) for token in source.names if token[0] == letter), default=-1) for letter in NEW_NAMES}
        empty = []
        for word, piece in self._references:
            new = word[0] in NEW_NAMES and int(word[1:]) < after[word[0]] + NEW_NAMES[word[0]]
            if word not in known and not new:
                empty.append(piece)
        return empty

    @cached_property
    def _references(self) -> list[tuple[str, str]]:
        """The words of the vocabulary that point into the source, each with its piece."""
        words = [(piece.removeprefix("▁"), piece) for piece in self._tokenizer.get_vocab() if piece.startswith("▁") and len(piece) > 1]
        return [(word, piece) for word, piece in words if is_label(word) or is_placeholder(word)]

    def _words(self, tokens: Sequence[str]) -> tuple[str, ...]:
        ids = [self._tokenizer.token_to_id(token) for token in tokens]
        return tuple(self._tokenizer.decode([i for i in ids if i is not None]).split())

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        # Imported by the first question: where rules answer all of them, nobody waits for it.
        from tokenizers import Tokenizer

        return Tokenizer.from_file(str(self.folder / "tokenizer.json"))

    @cached_property
    def _translator(self) -> ctranslate2.Translator:
        import ctranslate2

        return ctranslate2.Translator(str(self.folder), device="cpu", inter_threads=1, intra_threads=2)

    @cached_property
    def _manifest(self) -> dict[str, list[list[str]]]:
        path = self.folder / "manifest.json"
        found: dict[str, list[list[str]]] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        return found
