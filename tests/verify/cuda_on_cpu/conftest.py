"""Programs of this folder, rewritten and built once a mode."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from translate.verify.cuda_on_cpu import build_flags, to_cpp

FOLDER = Path(__file__).parent
Runs = Callable[..., "subprocess.CompletedProcess[str]"]
Program = Callable[[str, str], Runs]


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """`program("sound", "plain")("case")` runs a case of `sound.cu`, built in plain mode."""
    folder = tmp_path_factory.mktemp("cuda_on_cpu")

    @cache
    def built(name: str, mode: str) -> Runs:
        source, binary = folder / f"{name}_{mode}.cpp", folder / f"{name}_{mode}"
        source.write_text(to_cpp((FOLDER / f"{name}.cu").read_text(), f"{name}.cu"))
        subprocess.run(["g++", str(source), "-o", str(binary), *build_flags(mode)], check=True)

        def run(case: str, **environment: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run([str(binary), case], env=environment, capture_output=True, text=True, check=False, timeout=60)

        return run

    return built
