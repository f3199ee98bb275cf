"""A few pairs and functions, made up, and what they become."""

import json
from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer

from translate.corpus.generate import generate
from translate.corpus.rules import Declined
from translate.corpus.rules.parallelise import parallelise
from translate.training.examples import Example, prepare, read_examples
from translate.training.monolingual import read_functions
from translate.training.objectives import Material
from translate.training.vocabulary import build_tokenizer

torch.set_num_threads(1)


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with pairs.jsonl, examples.jsonl and functions.jsonl."""
    folder = tmp_path_factory.mktemp("corpus")
    with (
        (folder / "pairs.jsonl").open("w", encoding="utf-8") as pairs,
        (folder / "functions.jsonl").open("w", encoding="utf-8") as functions,
    ):
        for seed in range(60):
            text = generate(seed)
            try:
                kernel = parallelise(text)
            except Declined:
                continue
            pairs.write(json.dumps({"cpp": text, "cuda": kernel, "origin": "test"}) + "\n")
            for spoken, side in (("cpp", text), ("cuda", kernel)):
                functions.write(json.dumps({"language": spoken, "name": "f", "text": side, "clean": True, "tokens": 100}) + "\n")
    prepare(folder / "pairs.jsonl", folder / "examples.jsonl")
    return folder


@pytest.fixture(scope="session")
def examples(corpus: Path) -> list[Example]:
    return read_examples(corpus / "examples.jsonl")


@pytest.fixture(scope="session")
def tokenizer(examples: list[Example]) -> Tokenizer:
    return build_tokenizer(side for example in examples for side in (example.source, example.target))


@pytest.fixture(scope="session")
def material(corpus: Path, examples: list[Example], tokenizer: Tokenizer) -> Material:
    return Material(tokenizer, examples, read_functions(corpus / "functions.jsonl"))
