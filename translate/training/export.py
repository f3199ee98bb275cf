"""From a checkpoint to what ships: a Hugging Face folder in bf16, and the same model for CTranslate2 in int8."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from translate.errors import UsageError
from translate.training import checkpoint
from translate.training.checkpoint import TOKENIZER
from translate.training.network import new_network
from translate.training.recipes import recipe_of
from translate.training.vocabulary import END, PAD, UNKNOWN


def export(run: Path, folder: Path, manifest: dict[str, Any] | None = None) -> None:
    """Write the averaged weights of `run` to `folder` as a transformers model, bf16, with its tokenizer and manifest."""
    from transformers import PreTrainedTokenizerFast

    state = checkpoint.load(run)
    if state is None:
        raise UsageError("no checkpoint to export", path=str(run), help="train first, or name the folder given to --out")
    tokenizer = Tokenizer.from_file(str(run / TOKENIZER))
    recipe = recipe_of(state["recipe"])
    network = new_network(recipe, tokenizer.get_vocab_size())
    network.load_state_dict(state["average"], strict=False)
    network.bfloat16().save_pretrained(folder)
    PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer, pad_token=PAD, eos_token=END, unk_token=UNKNOWN, model_max_length=1024
    ).save_pretrained(folder)
    described = {"recipe": state["recipe"], "steps": state["step"], **(manifest or {})}
    (folder / "manifest.json").write_text(json.dumps(described, indent=2) + "\n", encoding="utf-8")


def convert(folder: Path, out: Path, quantization: str = "int8_float32") -> None:
    """Write the transformers model in `folder` to `out` for CTranslate2."""
    from ctranslate2.converters import TransformersConverter

    TransformersConverter(str(folder), copy_files=[TOKENIZER, "manifest.json"]).convert(str(out), quantization=quantization, force=True)
    # The vocabulary is in the tokenizer's file already.
    shutil.rmtree(out / "__pycache__", ignore_errors=True)
