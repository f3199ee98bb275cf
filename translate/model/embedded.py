"""The model that ships with the package: CTranslate2, int8, on the processor."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import ctranslate2
from tokenizers import Tokenizer

from translate.errors import ModelMissing
from translate.languages import Language
from translate.model.prompt import prompt
from translate.units import Candidate, NormalisedFunction

WEIGHTS = Path(__file__).parent / "weights"
LONGEST_INPUT = 1_024
"""Pieces; a longer function gets no candidate."""
LONGEST_OUTPUT = 768


class Embedded:
    """Beam search over a CTranslate2 folder."""

    name = "embedded"

    def __init__(self, folder: Path = WEIGHTS) -> None:
        if not (folder / "model.bin").is_file():
            raise ModelMissing("no model in this folder", path=str(folder), help="install the package with its weights")
        self.folder = folder

    def supports(self, source: Language, target: Language) -> bool:
        """Whether the model's manifest names this direction."""
        return [source.name, target.name] in self._manifest.get("directions", [])

    def propose(self, inputs: Sequence[NormalisedFunction], target: Language, count: int) -> list[list[Candidate]]:
        """The `count` best of a beam for each input."""
        pieces = [self._tokenizer.encode(" ".join(prompt(source, target))).tokens for source in inputs]
        short = [number for number, tokens in enumerate(pieces) if len(tokens) <= LONGEST_INPUT]
        found: list[list[Candidate]] = [[] for _ in inputs]
        if short:
            results = self._translator.translate_batch(
                [pieces[number] for number in short],
                beam_size=max(count, 1),
                num_hypotheses=count,
                return_scores=True,
                max_input_length=0,
                max_decoding_length=LONGEST_OUTPUT,
                max_batch_size=16,
            )
            for number, result in zip(short, results, strict=True):
                found[number] = [
                    Candidate(self._words(tokens), score, self.name) for tokens, score in zip(result.hypotheses, result.scores, strict=True)
                ]
        return found

    def _words(self, tokens: Sequence[str]) -> tuple[str, ...]:
        ids = [self._tokenizer.token_to_id(token) for token in tokens]
        return tuple(self._tokenizer.decode([i for i in ids if i is not None]).split())

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        return Tokenizer.from_file(str(self.folder / "tokenizer.json"))

    @cached_property
    def _translator(self) -> ctranslate2.Translator:
        return ctranslate2.Translator(str(self.folder), device="cpu", inter_threads=1, intra_threads=2)

    @cached_property
    def _manifest(self) -> dict[str, list[list[str]]]:
        path = self.folder / "manifest.json"
        found: dict[str, list[list[str]]] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        return found
