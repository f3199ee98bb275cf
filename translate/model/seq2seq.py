"""Any encoder-decoder folder that transformers can load."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from translate.errors import ModelMissing
from translate.languages import Language
from translate.model.prompt import prompt
from translate.units import Candidate, NormalisedFunction

LONGEST_INPUT = 1_024
LONGEST_OUTPUT = 768


class Seq2Seq:
    """Beam search over a transformers folder that was trained on the normal form."""

    name = "seq2seq"
    declines = "the function is too long for the model"

    def __init__(self, folder: Path) -> None:
        from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

        try:
            self._tokenizer: Any = AutoTokenizer.from_pretrained(str(folder))
            self._network: Any = AutoModelForSeq2SeqLM.from_pretrained(str(folder)).eval()
        except (OSError, ValueError) as fault:
            raise ModelMissing(
                f"not an encoder-decoder model: {fault}", path=str(folder), help="name a folder that transformers can load"
            ) from fault
        manifest = folder / "manifest.json"
        self._directions = json.loads(manifest.read_text(encoding="utf-8")).get("directions") if manifest.exists() else None

    def supports(self, source: Language, target: Language) -> bool:
        """Whether the folder's manifest names this direction; True where there is no manifest to ask."""
        return self._directions is None or [source.name, target.name] in self._directions

    def propose(self, inputs: Sequence[NormalisedFunction], target: Language, count: int) -> list[list[Candidate]]:
        """The `count` best of a beam for each input."""
        return [self._for_one(source, target, count) for source in inputs]

    def _for_one(self, source: NormalisedFunction, target: Language, count: int) -> list[Candidate]:
        import torch

        read = self._tokenizer(" ".join(prompt(source, target)), return_tensors="pt")
        if read["input_ids"].shape[1] > LONGEST_INPUT:
            return []
        with torch.no_grad():
            rows = self._network.generate(
                input_ids=read["input_ids"],
                attention_mask=read["attention_mask"],
                num_beams=max(count, 1),
                num_return_sequences=count,
                max_new_tokens=LONGEST_OUTPUT,
            )
        texts = (self._tokenizer.decode(row, skip_special_tokens=True) for row in rows)
        return [Candidate(tuple(text.split()), None, self.name) for text in texts]
