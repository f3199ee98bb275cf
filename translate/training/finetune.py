"""Fine-tuning of any encoder-decoder that transformers loads, fully or by low-rank adapters, to a folder that `translate --model` takes."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch

from translate.errors import EnvironmentIncomplete, UsageError
from translate.training import checkpoint
from translate.training.batches import Encoded
from translate.training.examples import Example
from translate.training.logs import Report, to_terminal
from translate.training.loop import Plan, train
from translate.training.objectives import Material
from translate.training.recipes import Recipe

RUN = "run"
"""Folder of the run within the folder of the result."""
ADAPTED = ("q", "v", "q_proj", "v_proj")
"""Layers with adapters: queries and values, as T5 and BART call them (Hu et al. 2021)."""
SPELLED = 0.95
"""Share of the examples that the tokenizer has to give back word for word."""


def finetune(
    base: Path,
    examples: Sequence[Example],
    out: Path,
    *,
    steps: int = 1_000,
    rate: float = 5e-5,
    lora: bool = False,
    batch_tokens: int = 4_000,
    plan: Plan | None = None,
    report: Report = to_terminal,
) -> None:
    """Train the model in `base` on examples in normal form and write it to `out`, adapters merged; goes on where it was killed.

    Raises UsageError where `base` is no encoder-decoder, or its tokenizer cannot spell the normal form.
    """
    plan = plan or Plan()
    if not examples:
        raise UsageError("no pairs to train on", path=str(out), help="give a pair file with readable functions")
    network, tokenizer = _open(base)
    _teach_words(tokenizer, network, examples)
    encoded = [Encoded(*(_ids(side, tokenizer) for side in (example.source, example.target))) for example in examples]
    if lora:
        network = _with_adapters(network)
    recipe = Recipe(
        name="finetune_lora" if lora else "finetune",
        # The shape is that of the base.
        d_model=0,
        d_ff=0,
        heads=0,
        encoder_layers=0,
        decoder_layers=0,
        steps=steps,
        batch_tokens=batch_tokens,
        warmup=max(1, min(100, steps // 10)),
        short_until=0.0,
        adam_rate=rate,
        muon=False,
    )
    material = Material(tokenizer.backend_tokenizer, examples, encoded=encoded)
    train(recipe, material, tokenizer.backend_tokenizer, out / RUN, plan=plan, report=report, network=network)
    state = checkpoint.load(out / RUN)
    if state is None or state["step"] < steps and plan.minutes is None:
        return
    network.load_state_dict(state["average"], strict=False)
    whole = network.merge_and_unload() if lora else network
    whole.save_pretrained(out)
    tokenizer.save_pretrained(out)
    described = {"base": str(base.name), "recipe": state["recipe"], "steps": state["step"], "directions": _directions(examples)}
    (out / "manifest.json").write_text(json.dumps(described, indent=2) + "\n", encoding="utf-8")


def _open(base: Path) -> tuple[Any, Any]:
    from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

    try:
        network = AutoModelForSeq2SeqLM.from_pretrained(str(base), dtype=torch.float32, local_files_only=True)
        return network, AutoTokenizer.from_pretrained(str(base), local_files_only=True)
    except (OSError, ValueError, KeyError) as fault:
        raise UsageError(
            f"not an encoder-decoder model: {fault}", path=str(base), help="name a folder that transformers can load"
        ) from fault


def _teach_words(tokenizer: Any, network: Any, examples: Sequence[Example]) -> None:
    """Add to tokenizer and embeddings the words that it cannot spell, and labels and tags, which are one thing each."""
    words = dict.fromkeys(word for example in examples for side in (example.source, example.target) for word in side)
    missing = [word for word in words if word.startswith("<") and word.endswith(">") or not _spells(word, tokenizer)]
    tokenizer.add_tokens(missing)
    if len(tokenizer) > network.get_input_embeddings().weight.shape[0]:
        network.resize_token_embeddings(len(tokenizer))
    sides = [side for example in examples[:500] for side in (example.source, example.target)]
    right = sum(tuple(tokenizer.decode(_ids(side, tokenizer), skip_special_tokens=True).split()) == side for side in sides)
    if right < SPELLED * len(sides):
        raise UsageError(
            f"the tokenizer gives back {right} of {len(sides)} texts word for word",
            path=str(tokenizer.name_or_path),
            help="choose a model with a tokenizer that keeps blanks and case",
        )


def _spells(word: str, tokenizer: Any) -> bool:
    ids = tokenizer(word, add_special_tokens=False)["input_ids"]
    return tokenizer.unk_token_id not in ids and tokenizer.decode(ids).strip() == word


def _ids(words: Sequence[str], tokenizer: Any) -> array[int]:
    return array("i", tokenizer(" ".join(words))["input_ids"])


def _with_adapters(network: Any) -> Any:
    if not find_spec("peft"):
        raise EnvironmentIncomplete("peft is not installed", help="pip install 'hpc-translate[train]'")
    from peft import LoraConfig, get_peft_model

    names = {name.rsplit(".", 1)[-1] for name, _ in network.named_modules()}
    wanted = [name for name in ADAPTED if name in names]
    adapted = get_peft_model(network, LoraConfig(task_type="SEQ_2_SEQ_LM", r=16, lora_alpha=32, target_modules=wanted))
    # New words have new rows, so the embeddings are trained whole, in place: a copy of them would come untied from the output.
    adapted.get_input_embeddings().weight.requires_grad_(True)
    return adapted


def _directions(examples: Sequence[Example]) -> list[list[str]]:
    """Source and target language of the examples, by the tags that their sources begin with."""
    return [list(pair) for pair in sorted({(example.source[1].strip("<>"), example.source[0].strip("<>")) for example in examples})]
