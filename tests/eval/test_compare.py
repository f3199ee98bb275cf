"""Two sides held against each other: what chance gives, and which items changed."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from sacrebleu.metrics.bleu import BLEU

from eval.__main__ import main
from eval.compare import difference, side
from eval.items import Item, Prediction, Score, Task
from eval.metrics import Context, score
from eval.metrics.words import spaced
from eval.runs.resampling import paired, with_interval
from eval.runs.results import RESULTS

TRUTH = "__global__ void f(float *a, int n) {{ int i = threadIdx.x; if (i < n) a[i] = {}.0f; }}"


def suite(path: Path, count: int) -> Path:
    rows = [{"id": f"item-{number}", "cpp": f"void f{number}() {{}}", "cuda": TRUTH.format(number)} for number in range(count)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def answered(folder: Path, data: Path, texts: list[str]) -> Path:
    """A finished run in which the given texts are the answers."""
    folder.mkdir()
    given = folder / "given.jsonl"
    rows = [{"task": f"item-{number}:cpp-cuda", "texts": [text]} for number, text in enumerate(texts)]
    given.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    arguments = ["run", str(data), "--model", str(given), "--no-baselines", "--direction", "cpp-cuda", "--out", str(folder)]
    assert main([*arguments, "--check", "parse", "--metrics", "bleu,exact_match"]) == 0
    return folder


def test_what_was_won_and_lost_and_by_how_much(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = suite(tmp_path / "pairs.jsonl", 12)
    right = [TRUTH.format(number) for number in range(12)]
    wrong = [text.replace("a[i] =", "a[0] +=") for text in right]
    first = answered(tmp_path / "first", data, [right[0], *wrong[1:]])
    second = answered(tmp_path / "second", data, [wrong[0], *right[1:]])
    assert main(["compare", str(first), str(second)]) == 0
    said = capsys.readouterr().out
    exact = next(line for line in said.splitlines() if line.split()[:1] == ["exact_match"])
    assert exact.split()[1:4] == ["8.3", "91.7", "+83.3"] and exact.split()[-2:] == ["11", "1"]
    assert "exact_match, lost: item-0\n" in said and "exact_match, won: item-1 item-2" in said
    assert main(["compare", str(first), str(first)]) == 0
    same = next(line for line in capsys.readouterr().out.splitlines() if line.split()[:1] == ["bleu"])
    assert same.split()[-3:] == ["1.000", "0", "0"], "a run does not differ from itself"


def test_corpus_scores_are_those_of_sacrebleu_on_the_common_tasks(tmp_path: Path) -> None:
    texts = [TRUTH.format(number).replace("int i", "int k") for number in range(6)]
    one = side(str(answered(tmp_path / "one", suite(tmp_path / "pairs.jsonl", 6), texts)))
    other = side(str(answered(tmp_path / "other", suite(tmp_path / "four.jsonl", 4), texts[:4])))
    found = difference(one, other, "cpp", "cuda", "greedy", "bleu", 1)
    outputs, references = [spaced(text, "cuda") for text in texts[:4]], [spaced(TRUTH.format(number), "cuda") for number in range(4)]
    assert found is not None and found.counted == 4
    assert found.first == found.second == BLEU(tokenize="none").corpus_score(outputs, [references]).score


@pytest.mark.parametrize(
    ("second", "surely"),
    [
        (np.ones((100, 1)), True),  # every row is better
        (np.tile([[1.0], [-1.0]], (50, 1)), False),  # as many are worse
    ],
)
def test_only_what_chance_does_not_give_is_significant(second: np.ndarray, surely: bool) -> None:
    first = np.zeros((100, 1)) + np.linspace(-0.1, 0.1, 100)[:, None]
    low, high, p, values = paired(first, second, lambda rows: float(rows.mean()), 1)
    assert (p < 0.01) == surely and (low > 0) == surely and low <= values[1] - values[0] <= high
    assert paired(first, second, lambda rows: float(rows.mean()), 1)[:3] == (low, high, p), "the same for the same seed"


def test_what_cannot_be_compared_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = suite(tmp_path / "pairs.jsonl", 2)
    run = answered(tmp_path / "run", data, ["", ""])
    (tmp_path / "begun").mkdir()
    rows = [
        ([str(run)], "one run alone"),
        ([str(run), str(tmp_path / "begun")], "no finished run"),
        ([str(run), f"{run}:rules"], "no model 'rules'"),
    ]
    for arguments, said in rows:
        assert main(["compare", *arguments]) == 2
        assert said in capsys.readouterr().err
    assert (run / RESULTS).is_file() and Item("a", {}).kind == "function"


def test_every_score_of_a_corpus_has_an_interval_around_it() -> None:
    tasks = [Task(Item(f"item-{number}", {"cpp": "", "cuda": TRUTH.format(number)}), "cpp", "cuda") for number in range(8)]
    texts = [TRUTH.format(number) if number % 2 else TRUTH.format(number).replace("threadIdx.x", "0") for number in range(8)]
    given = [Prediction(task.id, (text,), 0.0, 0) for task, text in zip(tasks, texts, strict=True)]
    for metric in ("bleu", "chrf", "codebleu"):
        found = with_interval(score(metric, tasks, given, Context()), tasks, given, 1)
        assert found.low is not None and found.value is not None and found.high is not None
        assert found.low < found.value < found.high <= 100.0 + 1e-9
        assert found == with_interval(score(metric, tasks, given, Context()), tasks, given, 1), "the same for the same seed"
    assert with_interval(Score("equivalence", 50.0, 2, low=1.0, high=2.0), tasks, given, 1).low == 1.0
