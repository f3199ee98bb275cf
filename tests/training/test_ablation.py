"""Notations, arms and their pairs; a checkpoint of another make; a sample translated during a run."""

import json
from pathlib import Path

import pytest
import torch

from eval.ablation import main as ablate
from translate.errors import UsageError
from translate.languages import language
from translate.source.extract import extract
from translate.source.normalise import normalise
from translate.training import checkpoint, sampling
from translate.training.__main__ import main
from translate.training.ablation import ARMS, Pool, chosen
from translate.training.loop import LOG, Plan, train
from translate.training.notation import NormalForm, Spelled
from translate.training.objectives import Material
from translate.training.recipes import recipe_of, tiny
from translate.units import SourceUnit


@pytest.mark.parametrize("notation", [NormalForm(), Spelled()], ids=lambda one: type(one).__name__)
def test_a_target_is_the_code_that_it_stands_for(notation: NormalForm | Spelled, corpus: Path) -> None:
    pairs = [json.loads(line) for line in (corpus / "pairs.jsonl").read_text(encoding="utf-8").splitlines()[:10]]
    for pair in pairs:
        (source,) = extract(SourceUnit(pair["cpp"], language("cpp"), "pair"))
        (wanted,) = extract(SourceUnit(pair["cuda"], language("cuda"), "pair"))
        there, _ = notation.examples(pair)
        text = notation.text(there.target, source, language("cuda"))
        (found,) = extract(SourceUnit(text, language("cuda"), "answer"))
        assert normalise(found).tokens == normalise(wanted).tokens
        assert list(there.source) == notation.prompt(source, language("cuda"))


def test_a_name_is_spelled_in_one_notation_alone() -> None:
    (function,) = extract(SourceUnit("void f(int n, int *total) { total[0] = n; puts(\"a b\"); }", language("cpp"), "test"))
    assert "total" in Spelled().tokens(function) and "total" not in NormalForm().tokens(function)
    assert not any(" " in token for token in Spelled().tokens(function))
    assert len(Spelled().tokens(function)) == len(NormalForm().tokens(function))


def test_without_the_filter_an_arm_has_as_many_pairs_of_each_origin() -> None:
    rows = [
        {"cpp": f"{number}", "origin": origin, "kind": kind, "word": "equivalent" if number % 3 else "different"}
        for number in range(30)
        for origin, kind in (("generated", "made up"), ("rewritten", "real"))
    ]
    arms = {arm.name: chosen(Pool(rows, (), ()), arm) for arm in ARMS}
    assert {row["word"] for row in arms["all"]} == {"equivalent"} and len(arms["all"]) == 40
    assert {row["word"] for row in arms["no verification filter"]} == {"equivalent", "different"}
    assert [row["kind"] for row in arms["no verification filter"]].count("real") == 20
    assert {row["kind"] for row in arms["real code only"]} == {"real"}
    assert {row["kind"] for row in arms["idioms and generator only"]} == {"made up"}


def test_a_run_by_tokens_ends_with_them_and_goes_on_where_it_was(material: Material, tmp_path: Path) -> None:
    for out, stops in ((tmp_path / "whole", [None]), (tmp_path / "killed", [3, None])):
        for stop in stops:
            plan = Plan(tokens=5_000, stop_after=stop, log_steps=1, tensorboard=False)
            train(tiny(), material, material.tokenizer, out, plan=plan, report=lambda line: None)
    whole, killed = ((tmp_path / name / LOG).read_text(encoding="utf-8").splitlines() for name in ("whole", "killed"))
    assert [json.loads(line)["loss"] for line in whole] == [json.loads(line)["loss"] for line in killed]
    state = checkpoint.load(tmp_path / "killed")
    assert state is not None and 5_000 <= state["tokens"] < 6_000


def test_arms_end_in_a_table_and_what_is_done_is_not_run_again(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--pairs", str(corpus / "pairs.jsonl"), "--functions", str(corpus / "functions.jsonl"), "--suite", str(corpus / "pairs.jsonl")]
    words += ["--limit", "2", "--each", "12", "--tokens", "1500", "--arm", "no normal form", "--arm", "pairs alone", "--out", str(tmp_path)]
    assert ablate(words) == 0
    table = capsys.readouterr().out
    assert [line.split("|")[1].strip() for line in table.splitlines()[2:]] == ["no normal form", "pairs alone"]
    result = json.loads((tmp_path / "pairs-alone" / "result.json").read_text(encoding="utf-8"))
    assert result["tokens"] >= 1_500 and result["pairs"] > 0 and result["compile cpp-cuda"] is not None
    (tmp_path / "pairs-alone" / checkpoint.STATE).unlink()
    assert ablate(words) == 0
    assert capsys.readouterr().out == table and not (tmp_path / "pairs-alone" / checkpoint.STATE).exists()


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda state: state.pop("bf16"), "the checkpoint has no 'bf16'"),
        (lambda state: state["recipe"].update(wings=2), "the checkpoint's recipe is not one of this version: got an unexpected keyword"),
        (lambda state: state["recipe"].pop("d_ff"), "the checkpoint's recipe is not one of this version: missing 1 required"),
        (lambda state: state["recipe"]["stages"][0].update(wings=2), "the checkpoint's recipe is not one of this version: a stage got"),
        (lambda state: state["optimizers"].pop(), "the checkpoint does not fit this run"),
        (lambda state: state["average"].update(wings=torch.zeros(1)), "the checkpoint does not fit this run"),
        (lambda state: state["cursor"].update(wings=2), "the checkpoint does not fit this run"),
    ],
)
def test_a_checkpoint_of_another_make_is_named(change: object, word: str, material: Material, tmp_path: Path) -> None:
    assert callable(change)
    train(tiny(), material, material.tokenizer, tmp_path, stop_after=1, tensorboard=False, report=lambda line: None)
    state = checkpoint.load(tmp_path)
    assert state is not None
    change(state)
    torch.save(state, tmp_path / checkpoint.STATE)
    with pytest.raises(UsageError, match=word) as told:
        train(tiny(), material, material.tokenizer, tmp_path, tensorboard=False, report=lambda line: None)
    assert "help: " in str(told.value) and str(tmp_path) in str(told.value)


@pytest.mark.parametrize("content", [torch.zeros(3), {"model": {}}, [1]])
def test_the_file_of_another_program_is_named(content: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    torch.save(content, tmp_path / checkpoint.STATE)
    assert main(["export", str(tmp_path)]) == 2
    assert "it is from another version, or another program\nhelp: " in capsys.readouterr().err


def test_a_checkpoint_of_before_the_count_of_tokens_goes_on(material: Material, tmp_path: Path) -> None:
    train(tiny(), material, material.tokenizer, tmp_path, stop_after=1, tensorboard=False, report=lambda line: None)
    state = checkpoint.load(tmp_path)
    assert state is not None and recipe_of(state["recipe"], tmp_path) == tiny()
    del state["tokens"]
    checkpoint.save(tmp_path, state)
    train(tiny(), material, material.tokenizer, tmp_path, stop_after=1, tensorboard=False, report=lambda line: None)
    after = checkpoint.load(tmp_path)
    assert after is not None and after["step"] == 2


def test_a_sample_is_translated_compiled_and_run_during_a_run(corpus: Path, tmp_path: Path) -> None:
    # Two functions that the model has by heart after a while.
    sample = tmp_path / "sample.jsonl"
    sample.write_text("".join((corpus / "pairs.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)[:2]), encoding="utf-8")
    words = ["tiny", "--examples", str(corpus / "examples.jsonl"), "--sample", str(sample), "--threads", "1"]
    assert main([*words, "--out", str(tmp_path / "run")]) == 0
    last = json.loads((tmp_path / "run" / LOG).read_text(encoding="utf-8").splitlines()[-1])
    for name in ("sample_readable", "sample_compiles", "sample_equivalent"):
        assert 0 <= last[name] <= 1
    assert last["sample_equivalent"] <= last["sample_compiles"] <= last["sample_readable"]


def test_the_answers_of_a_sample_are_judged_by_what_they_do(corpus: Path, tmp_path: Path) -> None:
    pairs = [json.loads(line) for line in (corpus / "pairs.jsonl").read_text(encoding="utf-8").splitlines()[:2]]
    (tmp_path / "sample.jsonl").write_text("".join(json.dumps(pair) + "\n" for pair in pairs), encoding="utf-8")
    sample = sampling.read_sample(tmp_path / "sample.jsonl")
    assert [(function.language.name, target.name) for function, target in sample] == [("cpp", "cuda"), ("cuda", "cpp")] * 2
    right = [pairs[number // 2][target.name] for number, (_, target) in enumerate(sample)]
    assert sampling.judged(sample, right) == {"sample_readable": 1.0, "sample_compiles": 1.0, "sample_equivalent": 1.0}
    assert sampling.judged(sample, [right[0], None, "__global__ void f(", right[3]])["sample_equivalent"] == 0.5


@pytest.mark.parametrize("content", ["", "{}\n", "no JSON\n", '{"cpp": "int x;"}\n'])
def test_a_sample_without_pairs_is_named(content: str, tmp_path: Path, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample = tmp_path / "sample.jsonl"
    sample.write_text(content, encoding="utf-8")
    words = ["tiny", "--examples", str(corpus / "examples.jsonl"), "--out", str(tmp_path / "run"), "--sample"]
    assert main([*words, str(sample)]) == 2 and main([*words, str(tmp_path / "none")]) == 2
    assert "sample.jsonl" in (said := capsys.readouterr().err) and said.count("help: ") == 2
