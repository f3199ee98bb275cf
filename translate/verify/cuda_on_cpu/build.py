"""How a rewritten source is compiled: include folders and the flags of each mode, as `modes.toml` states them."""

from __future__ import annotations

import os
import shutil
import sysconfig
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

from translate.errors import EnvironmentIncomplete

ExitStatus = Literal["fault", "address", "race"]

TYPES = "builtin_types.h"


def headers() -> Path:
    """The folder of the runtime's headers."""
    return Path(__file__).parent / "runtime"


def build_flags(mode: str = "plain") -> list[str]:
    """The arguments for g++ or clang++, include folders and all; KeyError for a mode that there is not."""
    facts = _facts()
    folders = [f"-I{headers() / 'include'}", f"-I{headers()}", "-isystem", str(nvidia_headers())]
    return [*facts["always"], *facts["modes"][mode]["flags"], *folders]


def exit_status(status: int) -> ExitStatus | None:
    """What the runtime or a sanitizer says by the exit status; None where the status is the program's own."""
    meaning: ExitStatus | None = _facts()["exit_status"].get(str(status))
    return meaning


@cache
def nvidia_headers() -> Path:
    """The folder of NVIDIA's own headers, for the types; EnvironmentIncomplete if there is none."""
    for folder in _header_folders():
        if (folder / TYPES).is_file():
            return folder
    raise EnvironmentIncomplete("NVIDIA's headers were not found, so CUDA cannot run on the CPU", help="pip install 'hpc-translate[cuda]'")


def _header_folders() -> Iterator[Path]:
    for scheme in ("purelib", "platlib"):
        yield from sorted((Path(sysconfig.get_path(scheme)) / "nvidia").glob("*/include"), reverse=True)
    for variable in ("CUDA_HOME", "CUDA_PATH"):
        if os.environ.get(variable):
            yield Path(os.environ[variable]) / "include"
    nvcc = shutil.which("nvcc")
    if nvcc is not None:
        yield Path(nvcc).resolve().parent.parent / "include"
    yield Path("/usr/local/cuda/include")
    yield Path("/usr/include")


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "modes.toml").read_text(encoding="utf-8"))
