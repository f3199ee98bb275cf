"""The compilers of this machine: where they are, what they say, and the limits under which they run."""

from __future__ import annotations

import os
import re
import resource
import shutil
import signal
import subprocess
import sysconfig
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from translate.errors import CompilerMissing
from translate.languages import Language
from translate.units import Diagnostic

SECONDS = 60
CPU_SECONDS = 40
FILE_BYTES = 256_000_000


@dataclass(frozen=True, slots=True)
class Compiler:
    """One compiler, and what is known of its language's files and flags."""

    path: str
    version: str
    """What it prints of itself: two compilers that print the same build the same."""
    facts: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Its name for a reader."""
        return Path(self.path).name


@cache
def find(language: Language) -> Compiler:
    """The compiler for `language`, from PATH or from its Python package. Raises CompilerMissing."""
    facts = known().get(language.name)
    if facts is None:
        raise CompilerMissing(f"no compiler is known for {language.title}", help="use --check parse")
    found = next((path for name in facts["names"] if (path := shutil.which(name))), None)
    packaged = Path(sysconfig.get_paths()["purelib"]) / facts["pypi"]
    if found is None and facts["pypi"] and packaged.is_file():
        found = str(packaged)
    if found is None:
        raise CompilerMissing(f"no {facts['names'][0]} found", help=facts["install"])
    said = subprocess.run([found, "--version"], capture_output=True, text=True, check=False, timeout=SECONDS).stdout
    return Compiler(found, said, facts)


@cache
def known() -> dict[str, Any]:
    """The tables of compilers.toml, by language."""
    tables: dict[str, Any] = tomllib.loads((Path(__file__).parent / "compilers.toml").read_text(encoding="utf-8"))
    return tables


def run(compiler: Compiler, source: Path, out: Path, further: Sequence[str] = ()) -> tuple[int, str]:
    """Exit status and output on one file; a compiler that takes too long is killed with everything it started."""
    folder = str(source.parent)
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "TMPDIR": folder, "HOME": folder, "LC_ALL": "C"}
    process = subprocess.Popen(
        [compiler.path, *(flag.format(source=source, out=out) for flag in compiler.facts["flags"]), *further],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=_limits,
    )
    try:
        output, _ = process.communicate(timeout=SECONDS)
    except BaseException as interruption:
        _kill_group(process)
        if isinstance(interruption, subprocess.TimeoutExpired):
            return -signal.SIGKILL, ""
        raise
    return process.returncode, output.decode("utf-8", "replace")


def messages(compiler: Compiler, output: str) -> list[tuple[str, Diagnostic]]:
    """The errors in `output`, each with the file that it names."""
    found = []
    for match in re.finditer(compiler.facts["message"], output, re.MULTILINE):
        groups = match.groupdict()
        line = int(groups["line"] or groups["host_line"])
        column = int(groups["column"]) if groups["column"] else None
        found.append((groups["file"], Diagnostic("error", groups["text"].strip(), line, column)))
    return found


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def _limits() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, FILE_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
