"""A host function does to the caller's arrays what the original does, and touches nothing else."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from host_programs import SIZES, cases, program

from translate.verify.cuda_on_cpu import build_flags, to_cpp

CASES = cases()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("host")
    source = folder / "program.cpp"
    source.write_text(to_cpp(program(CASES), "program.cu"))
    subprocess.run(["g++", str(source), "-o", str(folder / "program"), *build_flags("address")], check=True)
    return folder / "program"


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case.name for case in CASES])
def test_it_gives_bitwise_what_the_original_gives(built: Path, number: int) -> None:
    # What is not copied in is filled with a byte that no result has.
    environment = {"CUDA_ON_CPU_FILL": "165", "ASAN_OPTIONS": "detect_leaks=1"}
    command = [str(built), str(number), ",".join(map(str, SIZES))]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
