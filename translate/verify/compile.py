"""Whether the real compiler takes a candidate; for a kernel, whether its entry point comes out."""

from __future__ import annotations

import re
import resource
import shutil
import signal
import subprocess
import sysconfig
import tempfile
import tomllib
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
PRELUDE = "".join(
    f"#include <{name}>\n" for name in "cmath cstdio cstdlib cstring cstdint climits cfloat cstddef algorithm limits iostream".split()
)
# Compilers print `file:line:col: error: message`; nvcc prints `file(line): error: message`.
MESSAGE = re.compile(r"^[^\s(:]+(?::(\d+):(\d+)|\((\d+)\)):\s*(?:fatal )?(error)\s*(?:#\S+)?:?\s*(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Build:
    """What the compiler said."""

    ok: bool
    diagnostics: tuple[Diagnostic, ...]
    compiler: str


def compile_text(text: str, language: Language, *, prelude: str = PRELUDE, kernel: str | None = None) -> Build:
    """Compile `text` after `prelude`; with `kernel`, that kernel's `.entry` must come out as well.

    The compiler runs in an empty folder, with limits on time and on what it writes. Lines in the diagnostics count from
    the start of `text`. Raises CompilerMissing.
    """
    compiler = find(language)
    facts = _facts()[language.name]
    with tempfile.TemporaryDirectory(prefix="translate-") as folder:
        source, out = Path(folder) / f"candidate{facts['suffix']}", Path(folder) / facts["out"]
        source.write_text(f'{prelude}#line 1 "candidate"\n{text}\n', encoding="utf-8")
        flags = [flag.format(source=source, out=out) for flag in facts["flags"]]
        status, output = _run([compiler, *flags], folder)
        if status != 0:
            return Build(False, _diagnostics(output, status), compiler)
        if kernel is not None and not re.search(rf"\.entry\s+\w*{re.escape(kernel)}", out.read_text(encoding="utf-8")):
            missing = Diagnostic("error", f"the compiler made no entry point for the kernel '{kernel}'")
            return Build(False, (missing,), compiler)
    return Build(True, (), compiler)


@cache
def find(language: Language) -> str:
    """The path of the compiler for `language`, from PATH or from its Python package. Raises CompilerMissing."""
    facts = _facts().get(language.name)
    if facts is None:
        raise CompilerMissing(f"no compiler is known for {language.title}", help="use --check parse")
    found = next((path for name in facts["names"] if (path := shutil.which(name))), None)
    packaged = Path(sysconfig.get_paths()["purelib"]) / facts["pypi"]
    if found is None and facts["pypi"] and packaged.is_file():
        found = str(packaged)
    if found is None:
        raise CompilerMissing(f"no {facts['names'][0]} found", help=facts["install"])
    return found


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "compilers.toml").read_text(encoding="utf-8"))


def _run(command: list[str], folder: str) -> tuple[int, str]:
    """Exit status and output; a compiler that takes too long is killed with everything it started."""
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "TMPDIR": folder, "HOME": folder, "LC_ALL": "C"}
    process = subprocess.Popen(
        command,
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


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    import os

    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def _limits() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, FILE_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _diagnostics(output: str, status: int) -> tuple[Diagnostic, ...]:
    found = tuple(
        Diagnostic("error", match[5].strip(), int(match[1] or match[3]), int(match[2]) if match[2] else None)
        for match in MESSAGE.finditer(output)
    )
    if found:
        return found[:5]
    last = output.strip().splitlines()[-1:] or [f"the compiler ended with status {status} or ran out of time"]
    return (Diagnostic("error", last[0]),)
