"""Whether what is exported says what was trained: the same greedy tokens, and how much int8 changes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer

from translate.errors import UsageError
from translate.training import checkpoint
from translate.training.checkpoint import TOKENIZER
from translate.training.decoding import greedy
from translate.training.losses import Learner
from translate.training.network import new_network
from translate.training.recipes import recipe_of


@dataclass(frozen=True, slots=True)
class Parity:
    """Shares of the sources with the very same answer; None where there is no such model."""

    sources: int
    exported: float
    int8: float | None


def parity(run: Path, folder: Path, int8: Path | None, sources: Sequence[Sequence[str]]) -> Parity:
    """The averaged weights of `run`, rounded to bf16, against its exports in `folder` and `int8`, on token sequences.

    Computed in fp32 on both sides: transformers keeps some of a T5's matrices in fp32, which would decide ties by itself.
    """
    from transformers import AutoModelForSeq2SeqLM

    state = checkpoint.load(run)
    if state is None:
        raise UsageError("no checkpoint to compare with", path=str(run), help="train first, or name the folder given to --out")
    tokenizer = Tokenizer.from_file(str(run / TOKENIZER))
    trained = new_network(recipe_of(state["recipe"], run), tokenizer.get_vocab_size())
    trained.load_state_dict(state["average"], strict=False)
    ids = [tokenizer.encode(" ".join(source)).ids for source in sources]
    wanted = greedy(Learner(trained.bfloat16().float(), bf16=False), ids)  # type: ignore[no-untyped-call]
    exported = AutoModelForSeq2SeqLM.from_pretrained(str(folder), dtype=torch.float32)
    found = greedy(Learner(exported, bf16=False), ids)
    return Parity(len(ids), _same(wanted, found), _same(wanted, _int8(int8, tokenizer, ids)) if int8 else None)


def _int8(folder: Path, tokenizer: Tokenizer, ids: Sequence[Sequence[int]]) -> list[list[int | None]]:
    from ctranslate2 import Translator

    translator = Translator(str(folder), device="cpu", intra_threads=1)
    pieces = [[tokenizer.id_to_token(number) for number in row] for row in ids]
    results = translator.translate_batch(pieces, beam_size=1, max_decoding_length=256)
    return [[tokenizer.token_to_id(piece) for piece in result.hypotheses[0]] for result in results]


def _same(one: Sequence[Sequence[int]], other: Sequence[Sequence[int | None]]) -> float:
    return sum(list(a) == list(b) for a, b in zip(one, other, strict=True)) / len(one)
