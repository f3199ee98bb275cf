"""What every program of a comparison includes first: the compiler reads it once, and what it made of it is kept."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

from translate.verify.cuda_on_cpu import build_flags, headers, nvidia_headers
from translate.verify.equivalence.subject import SYSTEM_HEADERS
from translate.verify.sandbox import COMPILE_LIMITS, Limits, Run, Sandbox, View

NAME = "unit.hpp"
INCLUDE = f'#include "{NAME}"\n'
RUNTIME = Path(__file__).parent / "runtime"
# Little is optimised: most functions run for less time than it takes to compile them.
PLAIN_FLAGS = ["-std=c++17", "-w", "-ffp-contract=off", "-fwrapv", "-fno-strict-aliasing", "-Og"]
# Calls of the thread instrumentation without its library: races.hpp answers them.
WATCHED = ["-fsanitize=thread", "-U__SANITIZE_THREAD__", "-Og"]
OWN = {"cpp": ("arrays.hpp", "calls.hpp", "driver.hpp"), "cuda": ("cuda_on_cpu.hpp", "arrays.hpp", "calls.hpp", "races.hpp", "driver.hpp")}
KEPT = 6
"""Of these folders, some 60 MB each, so many stay on disk."""


def flags(name: str) -> list[str]:
    """How a unit of the language called `name`, `cpp` or `cuda`, is compiled."""
    return [*(build_flags("plain") + WATCHED if name == "cuda" else PLAIN_FLAGS), f"-I{RUNTIME}"]


def seeing_headers(sandbox: Sandbox, *further: Path) -> Sandbox:
    """The same engine, shown our headers and NVIDIA's, and `further` folders."""
    view = getattr(sandbox.engine, "view", View())
    wanted = (RUNTIME, headers(), nvidia_headers(), *further)
    missing = tuple(folder for folder in wanted if folder not in view.folders)
    return Sandbox(type(sandbox.engine)(replace(view, folders=(*view.folders, *missing)))) if missing else sandbox  # type: ignore[call-arg]


def compiled_with(name: str, sandbox: Sandbox, command: str, files: Mapping[str, bytes], results: Sequence[str], limits: Limits) -> Run:
    """The run of a shell `command`, in which {flags} stands for those of the language, on a unit that begins with INCLUDE."""
    folder = _prepared(name, sandbox)
    found = [] if folder is None else [folder]
    given = files if found else {**files, NAME: _text(name).encode("utf-8")}
    spelled = command.format(flags=" ".join([*flags(name), *(f"-I{one}" for one in found)]))
    return seeing_headers(sandbox, *found).compile(["sh", "-c", spelled], files=given, results=results, limits=limits)


def _prepared(name: str, sandbox: Sandbox) -> Path | None:
    """The folder with the headers as the compiler keeps them, made where it is not there; None where that is not possible."""
    root: Path = getattr(sandbox.engine, "view", View()).root
    try:
        folder = _ours() / _key(name, sandbox.name, root)
        if (folder / f"{NAME}.gch").is_file():
            return folder
    except OSError:
        return None
    text = _text(name).encode("utf-8")
    command = ["g++", *flags(name), "-x", "c++-header", NAME, "-o", f"{NAME}.gch"]
    run = seeing_headers(sandbox).compile(command, files={NAME: text}, results=[f"{NAME}.gch"], limits=COMPILE_LIMITS)
    if not run.ok or f"{NAME}.gch" not in run.files:
        return None
    return _kept(folder, {NAME: text, f"{NAME}.gch": run.files[f"{NAME}.gch"]})


@cache
def _ours() -> Path:
    """A folder that whoever runs in the sandbox can read, and nobody but us can write. Raises OSError."""
    folder = Path(tempfile.gettempdir()) / f"hpc-translate-headers-{os.getuid()}"
    folder.mkdir(mode=0o755, exist_ok=True)
    seen = folder.lstat()
    if not stat.S_ISDIR(seen.st_mode) or seen.st_uid != os.getuid() or seen.st_mode & 0o022:
        raise PermissionError(f"{folder} belongs to somebody else")
    # What root starts runs there as nobody.
    if os.getuid() == 0 and not all(parent.stat().st_mode & stat.S_IXOTH for parent in folder.resolve().parents):
        raise PermissionError(f"{folder} cannot be reached by others")
    return folder


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


def _kept(folder: Path, files: Mapping[str, bytes]) -> Path | None:
    """The folder with the files in it, whole; None where nothing can be written."""
    try:
        new = Path(tempfile.mkdtemp(dir=folder.parent, suffix=".part"))
        new.chmod(0o755)
        for name, content in files.items():
            (new / name).write_bytes(content)
        with suppress(OSError):
            new.rename(folder)  # Another process may have been faster.
        shutil.rmtree(new, ignore_errors=True)
        for old in sorted(folder.parent.iterdir(), key=lambda one: one.stat().st_mtime, reverse=True)[KEPT:]:
            shutil.rmtree(old, ignore_errors=True)
    except OSError:
        return None
    return folder
