"""Training a tiny model: killed and resumed it is the same run, and what is exported answers."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from translate.corpus.generate import generate
from translate.errors import UsageError
from translate.languages import language
from translate.model.embedded import Embedded
from translate.model.seq2seq import Seq2Seq
from translate.source.extract import extract
from translate.source.normalise import normalise
from translate.training.checkpoint import STATE, TOKENIZER
from translate.training.examples import Example
from translate.training.export import convert, export
from translate.training.loop import LOG, train
from translate.training.parity import parity
from translate.training.recipes import tiny
from translate.units import SourceUnit

# What forty steps teach goes round in circles, and an answer that is cut off is none.
RECIPE = replace(tiny(), steps=160)


def losses(folder: Path) -> list[float]:
    return [json.loads(line)["loss"] for line in (folder / LOG).read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def whole(examples: list[Example], tokenizer: Tokenizer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    tokenizer.save(str(folder / TOKENIZER))
    train(RECIPE, examples, tokenizer, folder, log_steps=1, report=lambda line: None)
    return folder


def test_a_run_that_is_killed_and_resumed_has_the_same_losses(
    examples: list[Example], tokenizer: Tokenizer, whole: Path, tmp_path: Path
) -> None:
    for _ in range(3):
        train(RECIPE, examples, tokenizer, tmp_path, log_steps=1, stop_after=60, report=lambda line: None)
    assert losses(tmp_path) == losses(whole)
    assert losses(whole)[-1] < losses(whole)[0]


def test_what_is_exported_answers_in_both_formats(examples: list[Example], whole: Path, tmp_path: Path) -> None:
    export(whole, tmp_path / "hf", {"directions": [["cpp", "cuda"]]})
    convert(tmp_path / "hf", tmp_path / "ct2")
    found = parity(whole, tmp_path / "hf", tmp_path / "ct2", [example.source for example in examples[:20]])
    assert found.exported == 1 and found.int8 is not None
    assert "recipe `tiny`, 160 steps" in (tmp_path / "hf" / "README.md").read_text(encoding="utf-8")
    sources = [normalise(extract(SourceUnit(generate(seed), language("cpp"), "test"))[0]) for seed in range(1, 9)]
    for model in (Seq2Seq(tmp_path / "hf"), Embedded(tmp_path / "ct2")):
        assert model.supports(language("cpp"), language("cuda")) and not model.supports(language("cuda"), language("cpp"))
        assert 2 in [len(found) for found in model.propose(sources, language("cuda"), 2)]


def test_no_word_is_unknown(tokenizer: Tokenizer) -> None:
    text = "void größe v95 \U0001f600 __weird"
    assert tokenizer.decode(tokenizer.encode(text).ids) == text


def test_a_checkpoint_cut_short_is_named(examples: list[Example], tokenizer: Tokenizer, whole: Path, tmp_path: Path) -> None:
    (tmp_path / STATE).write_bytes((whole / STATE).read_bytes()[:5000])
    with pytest.raises(UsageError, match="cannot be read"):
        train(tiny(), examples, tokenizer, tmp_path)


def test_no_examples_is_a_clear_error(tokenizer: Tokenizer, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no examples"):
        train(tiny(), [], tokenizer, tmp_path)
