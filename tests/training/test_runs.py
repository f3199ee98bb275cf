"""Whole runs as commands: killed, resumed, on two processes, by the clock, from given weights, and what goes wrong."""

import json
import os
import resource
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer

from translate.errors import UsageError
from translate.training import checkpoint
from translate.training.__main__ import main
from translate.training.examples import Example
from translate.training.loop import LOG, train
from translate.training.objectives import Material
from translate.training.recipes import Recipe, Stage, tiny, tiny_stages

ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}


def losses(folder: Path) -> dict[int, float]:
    """Step -> loss; of a step taken twice, the last."""
    rows = [json.loads(line) for line in (folder / LOG).read_text(encoding="utf-8").splitlines()]
    return {row["step"]: row["loss"] for row in rows}


def quiet(line: str) -> None:
    pass


def run(recipe: Recipe, material: Material, out: Path, **changes: object) -> None:
    train(recipe, material, material.tokenizer, out, report=quiet, log_steps=1, tensorboard=False, **changes)


def command(corpus: Path, recipe: str, out: Path) -> list[str]:
    data = ["--examples", str(corpus / "examples.jsonl"), "--functions", str(corpus / "functions.jsonl")]
    return [recipe, *data, "--out", str(out), "--log-steps", "1", "--save-seconds", "0", "--threads", "1"]


def test_every_stage_killed_at_any_moment_goes_on_with_the_same_losses(corpus: Path, tmp_path: Path) -> None:
    assert main(command(corpus, "tiny_stages", tmp_path / "whole")) == 0
    killed = tmp_path / "killed"
    words = [sys.executable, "-m", "translate.training", *command(corpus, "tiny_stages", killed)]
    with subprocess.Popen(words, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if line.startswith("step 14 "):
                process.send_signal(signal.SIGKILL)
                break
    assert process.returncode == -signal.SIGKILL
    assert checkpoint.load(killed) is not None and max(losses(killed)) < tiny_stages().steps
    assert main(["--resume", str(killed)]) == 0
    assert losses(killed) == losses(tmp_path / "whole")


def test_two_processes_have_the_losses_of_one(corpus: Path, tmp_path: Path) -> None:
    assert main(command(corpus, "tiny", tmp_path / "one")) == 0
    launcher = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2", "--master-port", "0", "--rdzv-backend", "c10d"]
    launcher += ["--rdzv-endpoint", "localhost:0"]
    done = subprocess.run(
        [*launcher, "-m", "translate.training", *command(corpus, "tiny", tmp_path / "two")], env=ENVIRONMENT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    one, two = losses(tmp_path / "one"), losses(tmp_path / "two")
    assert one.keys() == two.keys()
    # Sums in another order: what the first steps differ by is rounding, which training then spreads.
    assert [two[step] for step in range(1, 11)] == pytest.approx([one[step] for step in range(1, 11)], rel=2e-2)
    assert two[40] == pytest.approx(one[40], rel=0.2)


def test_accumulated_gradients_take_as_many_batches_a_step(material: Material, tmp_path: Path) -> None:
    run(replace(tiny(), accumulate=3, label_smoothing=0.1), material, tmp_path, stop_after=4)
    state = checkpoint.load(tmp_path)
    assert state is not None and state["step"] == 4 and state["cursor"]["batch"] >= 12 or state["cursor"]["epoch"] > 0


def test_a_run_by_the_clock_ends_trained_and_counts_what_it_ran_before(material: Material, tmp_path: Path) -> None:
    endless = replace(tiny(), steps=10**9)
    run(endless, material, tmp_path, minutes=60.0, stop_after=3)
    state = checkpoint.load(tmp_path)
    assert state is not None and state["elapsed"] > 0
    checkpoint.save(tmp_path, {**state, "elapsed": 3_599.5})
    run(endless, material, tmp_path, minutes=60.0)
    after = checkpoint.load(tmp_path)
    assert after is not None and after["elapsed"] >= 3_600 and after["step"] > 3


def test_a_run_starts_from_the_average_of_another(material: Material, tmp_path: Path) -> None:
    run(tiny(), material, tmp_path / "first", stop_after=30)
    material.tokenizer.save(str(tmp_path / "first" / checkpoint.TOKENIZER))
    run(tiny(), material, tmp_path / "afresh", stop_after=1)
    run(tiny(), material, tmp_path / "second", start=tmp_path / "first", stop_after=1)
    assert losses(tmp_path / "second")[1] < losses(tmp_path / "afresh")[1]


def test_a_run_without_progress_ends(material: Material, tmp_path: Path) -> None:
    run(replace(tiny(), patience=2), material, tmp_path, rate=0.0, evaluate_steps=1)
    assert max(losses(tmp_path)) == 3


def test_a_loss_that_is_no_number_loses_nothing(material: Material, tmp_path: Path) -> None:
    run(tiny(), material, tmp_path, stop_after=2)
    state = checkpoint.load(tmp_path)
    assert state is not None
    state["network"]["shared.weight"][5:] = float("nan")
    checkpoint.save(tmp_path, state)
    with pytest.raises(UsageError, match="the loss is nan at step 2"):
        run(tiny(), material, tmp_path)
    after = checkpoint.load(tmp_path)
    assert after is not None and after["step"] == 2 and after["cursor"] == state["cursor"]


def test_a_disk_without_room_keeps_the_checkpoint_before(material: Material, tmp_path: Path) -> None:
    run(tiny(), material, tmp_path, stop_after=2)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(UsageError, match="no checkpoint of step 4 could be written, the checkpoint before it is kept"):
            run(tiny(), material, tmp_path, stop_after=2)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    state = checkpoint.load(tmp_path)
    assert state is not None and state["step"] == 2 and [path.name for path in tmp_path.glob("*.part")] == []


@pytest.mark.parametrize("place", ["resumed", "started from"])
def test_a_tokenizer_that_does_not_fit_is_named(place: str, examples: list[Example], material: Material, tmp_path: Path) -> None:
    run(tiny(), material, tmp_path / "run", stop_after=1)
    other = Tokenizer.from_str(material.tokenizer.to_str())
    other.add_tokens(["another"])
    out, start = (tmp_path / "run", None) if place == "resumed" else (tmp_path / "new", tmp_path / "run")
    with pytest.raises(UsageError, match="pieces|shape"):
        run(tiny(), Material(other, examples), out, start=start)


def test_distilling_needs_a_teacher_and_learns_from_it(material: Material, tmp_path: Path) -> None:
    from translate.training.export import export

    material.tokenizer.save(str(tmp_path / checkpoint.TOKENIZER))
    run(tiny(), material, tmp_path, stop_after=1)
    export(tmp_path, tmp_path / "teacher")
    taught = Material(material.tokenizer, material.examples, teacher=tmp_path / "teacher")
    for objective in ("distill", "distill_sequences"):
        recipe = replace(tiny(), stages=(Stage(objective, 1.0),))
        run(recipe, taught, tmp_path / objective, stop_after=1)
        assert torch.isfinite(torch.tensor(losses(tmp_path / objective)[1]))
        with pytest.raises(UsageError, match="no teacher"):
            run(recipe, material, tmp_path / f"{objective} alone")


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [("empty.jsonl", "", "nothing to train on"), ("broken.jsonl", '{"source": 3}\n', "not an example")],
)
def test_bad_files_are_named(name: str, content: str, word: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert main(["tiny", "--examples", str(tmp_path / name), "--out", str(tmp_path / "run")]) == 2
    assert word in capsys.readouterr().err


def test_a_vocabulary_made_beforehand_is_the_runs(corpus: Path, tmp_path: Path) -> None:
    made = tmp_path / "tokenizer.json"
    assert main(["vocabulary", str(corpus / "examples.jsonl"), "--out", str(made)]) == 0
    words = ["--examples", str(corpus / "examples.jsonl"), "--examples", str(corpus / "examples.jsonl"), "--tokenizer", str(made)]
    assert main(["train", "tiny", *words, "--out", str(tmp_path / "run"), "--weight", "test=0.5", "--minutes", "0.001"]) == 0
    assert (tmp_path / "run" / checkpoint.TOKENIZER).read_text(encoding="utf-8") == made.read_text(encoding="utf-8")
