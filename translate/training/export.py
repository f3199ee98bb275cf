"""From a checkpoint to what ships: a Hugging Face folder in bf16, and the same model for CTranslate2 in int8."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from translate.errors import UsageError
from translate.training import checkpoint
from translate.training.checkpoint import TOKENIZER
from translate.training.logs import LOG
from translate.training.manifest import FILES
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
    recipe = recipe_of(state["recipe"], run)
    network = new_network(recipe, tokenizer.get_vocab_size())
    network.load_state_dict(state["average"], strict=False)
    network.bfloat16().save_pretrained(folder)
    PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer, pad_token=PAD, eos_token=END, unk_token=UNKNOWN, model_max_length=1024
    ).save_pretrained(folder)
    described = {"recipe": state["recipe"], "steps": state["step"], **(manifest or {})}
    (folder / "manifest.json").write_text(json.dumps(described, indent=2) + "\n", encoding="utf-8")
    (folder / "README.md").write_text(
        card(described, _last_scores(run), sum(weight.numel() for weight in network.parameters())), encoding="utf-8"
    )


def convert(folder: Path, out: Path, quantization: str = "int8_float32") -> None:
    """Write the transformers model in `folder` to `out` for CTranslate2."""
    from ctranslate2.converters import TransformersConverter

    beside = [name for name in (TOKENIZER, "manifest.json", *FILES.values()) if (folder / name).is_file()]
    TransformersConverter(str(folder), copy_files=beside).convert(str(out), quantization=quantization, force=True)
    # The vocabulary is in the tokenizer's file already.
    shutil.rmtree(out / "__pycache__", ignore_errors=True)


def card(manifest: Mapping[str, Any], scores: Mapping[str, float], parameters: int) -> str:
    """The model card: what it is, what it scored on held-out pairs when it was last looked at, what it was trained on."""
    data = {key: value for key, value in manifest.items() if key != "recipe"}
    table = [f"| {name} | {value:.4g} |" for name, value in scores.items()] or ["| none | not evaluated |"]
    lines = [
        "---",
        "license: apache-2.0",
        "library_name: transformers",
        "tags: [code, translation, cuda, fortran, cpp]",
        "---",
        "",
        f"Encoder-decoder of {parameters / 1e6:.1f} M parameters, recipe `{manifest['recipe']['name']}`, {manifest['steps']} steps.",
        "It reads functions in hpc-translate's normal form: use it as `translate FILE --to cuda --model FOLDER`.",
        "Its answers are proposals: `translate` compiles and runs each against its original.",
        "",
        "| held-out pairs | |",
        "|---|---|",
        *table,
        "",
        "Data and settings:",
        "",
        "```json",
        json.dumps({**data, "recipe": manifest["recipe"]}, indent=2),
        "```",
        "",
    ]
    return "\n".join(lines)


def _last_scores(run: Path) -> dict[str, float]:
    """The figures of the run's last evaluation; empty where there was none."""
    path = run / LOG
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.is_file() else []
    plain = ("step", "loss", "tokens_per_second", "stage")
    evaluated = [row for row in rows if any(key not in plain for key in row)]
    return {key: value for key, value in evaluated[-1].items() if key not in plain} if evaluated else {}
