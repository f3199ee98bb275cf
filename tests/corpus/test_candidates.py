"""Self-training: a model's candidates on functions without a counterpart; of them only what was run and agrees is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.corpus.corpora import built, small_corpus
from translate.corpus.candidates import write_candidates
from translate.corpus.steps import read_rows
from translate.errors import UsageError
from translate.model.embedded import Embedded


def asked(corpus: Path, out: Path, model: Embedded) -> dict[str, int]:
    return dict(write_candidates(corpus / "functions", out, model, "cpp", "cuda", count=3, most=9, share=1.0))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Functions alone: nothing of it is run."""
    folder = tmp_path_factory.mktemp("corpus")
    built(small_corpus(folder), folder / "out", minutes=0.0)
    return folder / "out"


def test_only_candidates_that_agree_are_kept(corpus: Path, tmp_path: Path) -> None:
    counts = asked(corpus, tmp_path / "asked.jsonl", Embedded())
    assert counts["functions"] >= 2 and counts["candidates"] > counts["functions"]
    lines = list(read_rows(tmp_path / "asked.jsonl"))
    wrong = next(line | {"cuda": line["cuda"].replace("+ y[", "- y["), "id": "wrong"} for line in lines if "+ y[" in line["cuda"])
    with (tmp_path / "asked.jsonl").open("a", encoding="utf-8") as sink:
        sink.write(json.dumps(wrong) + "\n")
    built(small_corpus(tmp_path), tmp_path / "out", aligned=[tmp_path / "asked.jsonl"], sides=("cpp", "cuda"))
    kept = [row for row in read_rows(tmp_path / "out" / "verified.jsonl") if row["origin"] == "self-training"]
    assert 0 < len(kept) <= len(lines) and wrong["cuda"] not in {row["cuda"] for row in kept}
    assert all(row["evidence"]["verdict"] == "equivalent" and "__global__" in row["cuda"] for row in kept)
    assert "| self-training |" in (tmp_path / "out" / "yields.md").read_text(encoding="utf-8")


def test_cut_off_after_a_function_it_goes_on_with_the_same_lines(corpus: Path, tmp_path: Path) -> None:
    whole, out = tmp_path / "whole.jsonl", tmp_path / "cut.jsonl"
    asked(corpus, whole, Embedded())
    lines = whole.read_text(encoding="utf-8").splitlines(keepends=True)
    first = [line for line in lines if json.loads(line)["of"] == json.loads(lines[0])["of"]]
    out.write_text("".join(first), encoding="utf-8")
    assert asked(corpus, out, Embedded())["candidates"] == len(lines) - len(first)
    assert out.read_text(encoding="utf-8") == "".join(lines)


def test_a_folder_without_functions_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no functions are here"):
        asked(tmp_path, tmp_path / "out.jsonl", Embedded())
