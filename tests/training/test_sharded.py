"""Weights shared out over two processes: the losses of one process, killed and resumed, and resumed by one alone."""

import json
import os
import shutil
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
from translate.training.examples import read_examples
from translate.training.loop import LOG, learner_for, train
from translate.training.monolingual import read_functions
from translate.training.objectives import Material
from translate.training.recipes import tiny, tiny_stages
from translate.training.sharding import shard

ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
LAUNCHER = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2"]
LAUNCHER += ["--rdzv-backend", "c10d", "--rdzv-endpoint", "localhost:0"]


def losses(folder: Path) -> dict[int, float]:
    rows = [json.loads(line) for line in (folder / LOG).read_text(encoding="utf-8").splitlines()]
    return {row["step"]: row["loss"] for row in rows}


def kill(folder: str) -> None:
    """End all processes that were told of a folder; the launcher's children have sessions of their own."""
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if os.fsencode(folder) in (place / "cmdline").read_bytes():
                os.kill(int(place.name), signal.SIGKILL)
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue


def sharded(corpus: Path, out: Path, until: str = "") -> None:
    """Train with two processes, to the end or until a line begins like `until`."""
    data = ["--examples", str(corpus / "examples.jsonl"), "--functions", str(corpus / "functions.jsonl"), "--out", str(out)]
    words = [*LAUNCHER, "-m", "translate.training", "tiny_stages", *data, "--log-steps", "1", "--save-seconds", "0", "--threads", "1"]
    words.append("--sharded")
    with subprocess.Popen(words, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stderr is not None
        told = []
        for line in process.stderr:
            told.append(line)
            if until and line.startswith(until):
                kill(str(out))
    assert process.returncode == (-signal.SIGKILL if until else 0), "".join(told[-20:])


def alone(corpus: Path, like: Path, out: Path) -> None:
    """The same run by this process."""
    tokenizer = Tokenizer.from_file(str(like / checkpoint.TOKENIZER))
    material = Material(tokenizer, read_examples(corpus / "examples.jsonl"), read_functions(corpus / "functions.jsonl"))
    recipe = replace(tiny_stages(), muon=False)
    train(recipe, material, tokenizer, out, report=lambda line: None, log_steps=1, tensorboard=False)


@pytest.fixture(scope="module")
def whole(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of every stage with two processes."""
    out = tmp_path_factory.mktemp("sharded") / "whole"
    sharded(corpus, out)
    return out


def test_shared_out_weights_have_the_losses_of_whole_ones(corpus: Path, whole: Path, tmp_path: Path) -> None:
    first = checkpoint.load(whole)
    assert first is not None and not first["recipe"]["muon"]
    assert all(type(weight) is torch.Tensor for weight in (*first["network"].values(), *first["average"].values()))
    alone(corpus, whole, tmp_path)
    one, two = losses(tmp_path), losses(whole)
    assert one.keys() == two.keys()
    # Sums in another order: rounding, which training then spreads.
    assert [two[step] for step in sorted(two)] == pytest.approx([one[step] for step in sorted(one)], rel=1e-2)


def test_killed_and_resumed_it_is_the_same_run_and_one_process_can_take_it_over(corpus: Path, whole: Path, tmp_path: Path) -> None:
    killed, taken_over = tmp_path / "killed", tmp_path / "taken over"
    sharded(corpus, killed, until="step 9 ")
    assert max(losses(killed)) < max(losses(whole))
    shutil.copytree(killed, taken_over)
    sharded(corpus, killed)
    assert losses(killed) == losses(whole)
    alone(corpus, whole, taken_over)
    assert list(losses(taken_over).values()) == pytest.approx(list(losses(whole).values()), rel=1e-2)


def test_what_cannot_be_shared_out_is_said(material: Material) -> None:
    with pytest.raises(UsageError, match="Muon needs whole matrices"):
        shard(learner_for(tiny(), material), tiny())
