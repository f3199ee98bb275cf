"""The embedded model on the example that a newcomer translates first."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("models", [["--model", "embedded"], []])
def test_the_embedded_model_translates_the_example_and_so_do_all_in_turn(models: list[str]) -> None:
    command = [sys.executable, "-m", "translate.cli", "examples/saxpy.cpp", "--to", "cuda", *models]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("__global__ void") == 3
    assert done.stderr.count("compiled by nvcc") == 3


@pytest.mark.parametrize("target", ["cpp", "cuda"])
def test_the_fortran_example_crosses_to_both_other_languages(target: str) -> None:
    command = [sys.executable, "-m", "translate.cli", "examples/heat.f90", "--to", target]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("equivalent on") == 2 and "heat_content" in done.stdout
