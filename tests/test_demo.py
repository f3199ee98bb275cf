"""The embedded model on the example that a newcomer translates first."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_embedded_model_translates_the_example() -> None:
    command = [sys.executable, "-m", "translate.cli", "examples/saxpy.cpp", "--to", "cuda"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("__global__ void") == 3
    assert done.stderr.count("compiled by nvcc") == 3


def test_the_fortran_example_crosses_to_both_other_languages() -> None:
    for target, done_of in (("cpp", 2), ("cuda", 1)):
        command = [sys.executable, "-m", "translate.cli", "examples/heat.f90", "--to", target]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == (0 if done_of == 2 else 1), done.stderr
        assert done.stderr.count("equivalent on") == done_of
        assert ("// Fortran: function heat_content" in done.stdout) == (target == "cuda"), "a sum is no kernel, and does not vanish"
