"""Where numbers come from: versions of compilers, grammars and packages, the machine, the command line, the revision."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from translate.languages import language
from translate.verify import compilers

PACKAGES = (
    "sacrebleu codebleu datasketch ctranslate2 tokenizers clang-format torch transformers "
    "tree-sitter tree-sitter-cpp tree-sitter-cuda tree-sitter-fortran nvidia-cuda-nvcc nvidia-cuda-runtime"
).split()
ROOT = Path(__file__).parent.parent.parent


def versions(targets: Sequence[str]) -> dict[str, str]:
    """Compilers of `targets` and packages, by name. Raises CompilerMissing."""
    found = {"python": platform.python_version()}
    for name in PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    for target in sorted(set(targets)):
        compiler = compilers.find(language(target))
        found[f"compiler of {target}"] = _version(compiler.version)
    return found


def machine() -> dict[str, Any]:
    """What ran it."""
    return {"system": platform.platform(), "processor": _processor(), "cores": len(os.sched_getaffinity(0)), "memory_bytes": _memory()}


def command() -> list[str]:
    """The command line, as it was typed after the interpreter."""
    return ["python", "-m", "eval", *sys.argv[1:]]


def revision() -> str:
    """The git commit of this checkout, with `+` where files differ from it; empty where there is none."""
    try:
        commit = _git("rev-parse", "HEAD")
        return commit + ("+" if _git("status", "--porcelain", "--untracked-files=no") else "")
    except (OSError, subprocess.CalledProcessError):
        return ""


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _version(said: str) -> str:
    """The line of a compiler's own words that names a release."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return next((line for line in lines if line.startswith("Build ")), lines[0] if lines else "unknown")


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def _memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
