"""A run from the command line: what it leaves behind, what it says when something is missing, and that a kill changes nothing."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from eval.__main__ import main
from eval.items import Item, Prediction, Task
from eval.runs import samples
from eval.runs.answering import Answerer, predictions
from eval.runs.judging import Checks, Judgement, choice, ladder, stop_where_lost
from eval.runs.plan import TOGETHER
from eval.runs.progress import Progress
from translate.errors import EnvironmentIncomplete, UsageError

ROOT = Path(__file__).parent.parent.parent
FAST = ("--check", "compile", "--metrics", "compile,bleu,exact_match", "--direction", "cpp-cuda", "--jobs", "2")
EXECUTED = ("--model", "reference", "--check", "run", "--metrics", "bleu,equivalence")


def loop(number: int) -> str:
    return f"void scale_{number}(float *a, int n) {{ for (int i = 0; i < n; i++) a[i] = a[i] * {number + 2}.0f; }}"


def kernel(number: int) -> str:
    index = "int i = blockIdx.x * blockDim.x + threadIdx.x;"
    return f"__global__ void scale_{number}(float *a, int n) {{ {index} if (i < n) a[i] = a[i] * {number + 2}.0f; }}"


def pairs(path: Path, count: int) -> Path:
    rows = [{"id": f"pair-{number:02}", "cpp": loop(number), "cuda": kernel(number)} for number in range(count)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def task(number: int) -> Task:
    return Task(Item(f"pair-{number}", {"cpp": loop(number), "cuda": kernel(number)}), "cpp", "cuda")


def results(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    return found


def score(found: dict[str, Any], model: str, metric: str, level: str = "greedy") -> float | None:
    value: float | None = next(
        row["value"] for row in found["scores"] if (row["model"], row["level"], row["metric"]) == (model, level, metric)
    )
    return value


def unrecorded(folder: Path) -> bytes:
    """All of results.json but the section that may differ."""
    return (folder / "results.json").read_bytes().partition(b'\n "recorded"')[0]


def command(suite: Path, out: Path, *further: str) -> list[str]:
    return [sys.executable, "-m", "eval", "run", str(suite), "--out", str(out), *FAST, *further]


def test_references_score_100_copies_count_as_untranslated_and_all_is_recorded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    suite, out = pairs(tmp_path / "pairs.jsonl", 4), tmp_path / "run"
    assert main(["run", str(suite), "--out", str(out), *FAST, "--model", "reference"]) == 0
    found = results(out)
    assert [score(found, "reference", metric) for metric in ("compile", "bleu", "exact_match")] == pytest.approx([100.0] * 3)
    assert score(found, "copy", "compile") == 0.0, "C++ left as it is in a .cu file compiles, and translates nothing"
    assert score(found, "copy", "bleu", "verified") == 0.0, "no answer is no score"
    assert score(found, "rules", "compile") == 100.0
    assert found["plan"]["versions"]["compiler of cuda"] and found["plan"]["data"] and found["recorded"]["machine"]["cores"]
    assert any(row["signature"].startswith("nrefs:1") for row in found["scores"])
    assert [row["rungs"] for row in found["ladder"] if row["model"] == "copy"] == [{"untranslated": 4}] * 2
    assert "rules (verified)" in capsys.readouterr().out


def test_first_that_the_verifier_accepts_is_the_verified_answer() -> None:
    wrong = kernel(1).replace("* 3.0f", "* 4.0f")
    late = kernel(1).replace("if (i < n) ", "")
    broken = kernel(1).replace("int i", "imt i")
    texts = (loop(1), broken, wrong, kernel(1), late)
    found = ladder([task(1)], [Prediction("t", texts, 0.0, 0)], Checks("run", "bubblewrap", 1, 5, ()))[0]
    assert [one.word for one in found] == ["untranslated", "not compiled", "different", "equivalent"], "what comes after is not tried"
    assert found[1].messages and found[2].counterexample
    assert choice(found, "equivalent") == 3
    assert choice(found[:3], "equivalent") == 1, "what was refuted is no answer"


def test_refuted_and_dodging_candidates_leave_no_answer() -> None:
    assert choice([Judgement("different"), Judgement("untranslated"), Judgement("not parsed")], "equivalent") is None
    assert choice([Judgement("not compiled"), Judgement("untestable"), Judgement("untestable")], "equivalent") == 1


@pytest.mark.parametrize("model", ["Raising", "Dying"])
def test_a_model_that_breaks_down_on_one_item_fails_on_this_item_only(model: str) -> None:
    tasks = [task(number) for number in range(16, 19)]
    with Answerer(f"tests.eval.breaking_models:{model}", 1) as answerer:
        answered = answerer.answers(tasks)
    assert [bool(one.texts) for one in answered] == [True, False, True]
    assert "the model broke down" in (answered[1].fault or "")


def test_functions_between_other_text_are_translated_in_place() -> None:
    text = "#define TWO 2.0f\n" + loop(0) + "\n" + loop(1)
    answered = predictions("rules", [Task(Item("two", {"cpp": text, "cuda": ""}), "cpp", "cuda")], 1)[0]
    assert answered.texts[0].startswith("#define TWO") and answered.texts[0].count("__global__") == 2


def test_killed_at_half_and_resumed_gives_the_same_results(tmp_path: Path) -> None:
    suite = pairs(tmp_path / "pairs.jsonl", 2 * TOGETHER + 3)
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    subprocess.run(command(suite, whole, *EXECUTED), cwd=ROOT, check=True, capture_output=True)
    process = subprocess.Popen(command(suite, cut, *EXECUTED), cwd=ROOT, stdout=subprocess.DEVNULL)
    while process.poll() is None and len(lines(cut / "scores.jsonl")) < 4:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.02)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL, "it was killed before its end"
    before = lines(cut / "scores.jsonl")
    for name in ("scores.jsonl", "samples.jsonl"):
        with (cut / name).open("a", encoding="utf-8") as torn:
            torn.write('{"batch": "torn')
    subprocess.run(command(suite, cut, *EXECUTED), cwd=ROOT, check=True, capture_output=True)
    assert unrecorded(cut) == unrecorded(whole) and len(unrecorded(whole)) > 1_000
    after = lines(cut / "scores.jsonl")
    assert after[: len(before)] == before, "what was finished is not run again"
    assert max(Counter(json.loads(line)["batch"] for line in after).values()) == 1


def lines(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [line for line in text.splitlines(keepends=True) if line.endswith("\n")]


def test_a_folder_with_another_run_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    suite, out = pairs(tmp_path / "pairs.jsonl", 1), tmp_path / "run"
    assert main(["run", str(suite), "--out", str(out), *FAST]) == 0
    assert main(["run", str(suite), "--out", str(out), *FAST, "--seed", "2"]) == 2
    assert "another seed" in capsys.readouterr().err


FAULTS = [
    # what is wrong, arguments, exit status, what is said
    ("unknown metric", ["--metrics", "bleu,blue"], 2, "no metric is called 'blue'"),
    ("unknown model", ["--model", "gpt"], 2, "no model is called 'gpt'"),
    ("unknown direction", ["--direction", "cpp-fortran"], 2, "no direction 'cpp-fortran'"),
    ("unknown engine", ["--engine", "qemu"], 3, "no sandbox engine is called 'qemu'"),
    ("no such class", ["--model", "tests.eval.breaking_models:Missing"], 2, "no model is at"),
    ("no predictions", ["--model", "missing.jsonl"], 2, "missing.jsonl: error: cannot be read"),
]


@pytest.mark.parametrize(("further", "status", "said"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_what_is_wrong_is_said_before_anything_starts(
    further: Sequence[str], status: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    suite = pairs(tmp_path / "pairs.jsonl", 1)
    assert main(["run", str(suite), "--out", str(tmp_path / "run"), *further]) == status
    error = capsys.readouterr().err
    assert said in error and "\nhelp: " in error
    assert not (tmp_path / "run").exists()


def test_a_compiler_that_is_not_there_is_named(tmp_path: Path) -> None:
    suite = pairs(tmp_path / "pairs.jsonl", 1)
    asked = command(suite, tmp_path / "run", "--direction", "cuda-cpp")
    done = subprocess.run(asked, cwd=ROOT, env={**os.environ, "PATH": str(tmp_path)}, capture_output=True, text=True, check=False)
    assert done.returncode == 3 and "no g++ found\nhelp: apt-get install g++" in done.stderr


def test_broken_suites_are_named_with_their_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"id": "a", "cpp": "void f() {}", "cuda": "void f() {}"}\n{"id": "b", "cpp": "void f() {}"}\n', encoding="utf-8")
    assert main(["run", str(path), "--out", str(tmp_path / "run"), *FAST]) == 2
    assert f"{path}:2:1: error: no column 'cuda'" in capsys.readouterr().err


def test_predictions_from_elsewhere_are_scored(tmp_path: Path) -> None:
    suite, given = pairs(tmp_path / "pairs.jsonl", 2), tmp_path / "given.jsonl"
    given.write_text(json.dumps({"task": "pair-00:cpp-cuda", "texts": [kernel(0)]}) + "\n", encoding="utf-8")
    assert main(["run", str(suite), "--out", str(tmp_path / "run"), *FAST, "--model", str(given), "--no-baselines"]) == 0
    found = results(tmp_path / "run")
    assert score(found, str(given), "compile") == 50.0, "what the file does not answer is a failure, and not left out"


def test_a_torn_last_line_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "samples.jsonl"
    samples.append(path, [{"task": "a", "text": "é\u2028\n"}, {"task": "b"}])
    with path.open("ab") as torn:
        torn.write(b'{"task": "c", "te')
    assert [row["task"] for row in samples.read(path)] == ["a", "b"]
    samples.append(path, [{"task": "c"}])
    assert [row["task"] for row in samples.read(path)] == ["a", "b", "c"]


def test_a_machine_that_loses_processes_ends_the_run_and_a_candidate_that_does_not() -> None:
    lost, right = [Judgement("crashed", "its process was lost")], [Judgement("equivalent", "agrees on 9 inputs")]
    stop_where_lost([lost] * 4 + [right] * 4)
    stop_where_lost([lost] * 3)
    with pytest.raises(EnvironmentIncomplete, match="the processes of 5 of 9 items were lost"):
        stop_where_lost([lost] * 5 + [right] * 4)


def test_progress_shows_rate_and_time_left_of_this_process() -> None:
    bar = Progress(200, 100)
    bar.done = 120
    assert bar.line(10.0).endswith("120/200 tasks, 2.0 a second, 0:40 left")
    assert bar.line(0.0).endswith("? left")


def test_help_loads_no_framework() -> None:
    code = (
        "import sys, eval.__main__ as e\ntry: e.main(['run', '--help'])\nexcept SystemExit: pass\n"
        "print(sorted({'torch', 'transformers', 'datasets', 'sacrebleu', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")


def test_errors_come_back_from_other_processes_as_they_were() -> None:
    error = UsageError("no JSON", path="a.jsonl", line=3, column=1, help="write JSON")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
