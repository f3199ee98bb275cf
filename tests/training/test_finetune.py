"""Foreign encoder-decoders, tiny and random, learn pairs and then translate."""

import json
from pathlib import Path

import pytest
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers
from transformers import BartConfig, BartForConditionalGeneration, PreTrainedTokenizerFast, T5Config, T5ForConditionalGeneration

from translate.corpus.generate import generate
from translate.errors import UsageError
from translate.languages import language
from translate.model.seq2seq import Seq2Seq
from translate.source.extract import extract
from translate.source.normalise import normalise
from translate.training import checkpoint
from translate.training.__main__ import main
from translate.training.examples import Example
from translate.training.finetune import RUN, finetune
from translate.units import SourceUnit

SPECIAL = ["<pad>", "</s>", "<s>", "<unk>"]


def base(shape: str, folder: Path) -> Path:
    """A folder with random weights and a byte-level tokenizer that knows nothing of the normal form."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    tokenizer.train_from_iterator(["for int float"], trainers.BpeTrainer(vocab_size=300, special_tokens=SPECIAL, initial_alphabet=alphabet))
    tokenizer.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 1)])
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="<pad>", eos_token="</s>", bos_token="<s>", unk_token="<unk>"
    ).save_pretrained(folder)
    pieces = tokenizer.get_vocab_size()
    if shape == "t5":
        T5ForConditionalGeneration(
            T5Config(vocab_size=pieces, d_model=32, d_kv=16, d_ff=64, num_layers=1, num_heads=2, decoder_start_token_id=0)
        ).save_pretrained(folder)
    else:
        sizes = {
            f"{part}_{what}": size
            for part in ("encoder", "decoder")
            for what, size in (("layers", 1), ("attention_heads", 2), ("ffn_dim", 64))
        }
        ids = {"pad_token_id": 0, "eos_token_id": 1, "bos_token_id": 2, "decoder_start_token_id": 1, "forced_eos_token_id": 1}
        BartForConditionalGeneration(
            BartConfig(vocab_size=pieces, d_model=32, max_position_embeddings=1_024, **sizes, **ids)
        ).save_pretrained(folder)
    return folder


@pytest.mark.parametrize(("shape", "lora"), [("t5", False), ("t5", True), ("bart", False), ("bart", True)])
def test_a_tuned_foreign_model_answers(shape: str, lora: bool, corpus: Path, tmp_path: Path) -> None:
    model = base(shape, tmp_path / "base")
    words = [
        "--base",
        str(model),
        "--pairs",
        str(corpus / "pairs.jsonl"),
        "--out",
        str(tmp_path / "tuned"),
        "--steps",
        "3",
        "--rate",
        "1e-3",
    ]
    assert main(["finetune", *words, *(["--lora"] if lora else [])]) == 0
    tuned = Seq2Seq(tmp_path / "tuned")
    tuned._network.generation_config.max_length = 20
    assert tuned.supports(language("cpp"), language("cuda")) and not tuned.supports(language("cpp"), language("fortran"))
    source = normalise(extract(SourceUnit(generate(1), language("cpp"), "test"))[0])
    assert len(tuned.propose([source], language("cuda"), 1)[0]) == 1
    state = checkpoint.load(tmp_path / "tuned" / RUN)
    assert state is not None
    (trained,) = (weight for name, weight in state["average"].items() if name.endswith("shared.weight"))
    for table in (tuned._network.get_input_embeddings(), tuned._network.get_output_embeddings()):
        assert table.weight.equal(trained)
    described = json.loads((tmp_path / "tuned" / "manifest.json").read_text(encoding="utf-8"))
    assert described["steps"] == 3 and described["base"] == "base"


def test_no_pairs_and_no_model_are_named(examples: list[Example], tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no pairs to train on"):
        finetune(tmp_path, [], tmp_path / "out")
    with pytest.raises(UsageError, match="not an encoder-decoder model"):
        finetune(tmp_path, examples, tmp_path / "out")
