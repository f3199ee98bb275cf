"""What every program of a comparison includes first: the compiler reads it once, and what it made of it is kept."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

from translate.verify import builds
from translate.verify.cuda_on_cpu import build_flags, headers, nvidia_headers
from translate.verify.equivalence.subject import SYSTEM_HEADERS
from translate.verify.sandbox import COMPILE_LIMITS, Sandbox, View

NAME = "unit.hpp"
INCLUDE = f'#include "{NAME}"\n'
RUNTIME = Path(__file__).parent / "runtime"
# Little is optimised: most functions run for less time than it takes to compile them.
PLAIN_FLAGS = ["-std=c++17", "-w", "-ffp-contract=off", "-fwrapv", "-fno-strict-aliasing", "-Og"]
# Calls of the thread instrumentation without its library: races.hpp answers them.
WATCHED = ["-fsanitize=thread", "-U__SANITIZE_THREAD__", "-Og"]
OWN = {"cpp": ("arrays.hpp", "calls.hpp", "driver.hpp"), "cuda": ("cuda_on_cpu.hpp", "arrays.hpp", "calls.hpp", "races.hpp", "driver.hpp")}
KEPT = 6
"""Of these files, some 60 MB each, so many stay on disk."""


def flags(name: str) -> list[str]:
    """How a unit of the language called `name`, `cpp` or `cuda`, is compiled."""
    return [*(build_flags("plain") + WATCHED if name == "cuda" else PLAIN_FLAGS), f"-I{RUNTIME}"]


def seeing_headers(sandbox: Sandbox) -> Sandbox:
    """The same engine, shown our headers and NVIDIA's."""
    view = getattr(sandbox.engine, "view", View())
    wanted = (RUNTIME, headers(), nvidia_headers())
    missing = tuple(folder for folder in wanted if folder not in view.folders)
    return Sandbox(type(sandbox.engine)(replace(view, folders=(*view.folders, *missing)))) if missing else sandbox  # type: ignore[call-arg]


def prologue(name: str, sandbox: Sandbox) -> dict[str, bytes]:
    """The files beside a unit that begins with INCLUDE; a compiler that does not take the second one reads the first."""
    text = _text(name).encode("utf-8")
    root: Path = getattr(sandbox.engine, "view", View()).root
    path = builds.folder().parent / "headers" / f"{_key(name, sandbox.name, root)}.gch"
    with suppress(OSError):
        return {NAME: text, f"{NAME}.gch": path.read_bytes()}
    command = ["g++", *flags(name), "-x", "c++-header", NAME, "-o", f"{NAME}.gch"]
    run = seeing_headers(sandbox).compile(command, files={NAME: text}, results=[f"{NAME}.gch"], limits=COMPILE_LIMITS)
    if run.ok:
        _keep(path, run.files.get(f"{NAME}.gch", b""))
    return {NAME: text, **run.files}


def _text(name: str) -> str:
    system = "".join(f"#include <{header}>\n" for header in SYSTEM_HEADERS)
    return system + "".join(f'#include "{header}"\n' for header in OWN[name])


@cache
def _key(name: str, engine: str, root: Path) -> str:
    """Another header, flag or compiler gives another one."""
    digest = hashlib.sha256(repr((_text(name), flags(name), engine, list(_ages(root)))).encode("utf-8"))
    for folder in (RUNTIME, headers()):
        for path in sorted(folder.rglob("*.h*")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _ages(root: Path) -> Iterator[float]:
    for path in (root / "usr/bin/g++", nvidia_headers() / "builtin_types.h"):
        with suppress(OSError):
            yield path.stat().st_mtime


def _keep(path: Path, content: bytes) -> None:
    """Where nothing can be written, nothing is kept."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "wb") as sink:
            sink.write(content)
        os.replace(temporary, path)
        for old in sorted(path.parent.glob("*.gch"), key=lambda one: one.stat().st_mtime, reverse=True)[KEPT:]:
            old.unlink()
