"""Folders of our own on the host's disk, locked while their owner lives and swept when it was killed."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = f"hpc-translate-{os.getuid()}-"
LOCK = "lock"


@contextmanager
def folder() -> Iterator[Path]:
    """A new folder that only we can enter, gone at the end; what killed owners left is removed first."""
    with _alone():
        _sweep()
        path = Path(tempfile.mkdtemp(prefix=PREFIX))
        held = _locked(path / LOCK)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
        os.close(held)


def owner() -> str:
    """A name for our process that no other one bears, not even one that gets its number later."""
    return f"{os.getpid()}-{_started(os.getpid())}"


def lives(owner: str) -> bool:
    """Whether the process of that name is still there."""
    process, _, start = owner.partition("-")
    return process.isdigit() and _started(int(process)) == start


def _started(process: int) -> str:
    """When a process was started, in ticks since boot."""
    with suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[19]
    return ""


def _sweep() -> None:
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if path.is_symlink() or not path.is_dir() or path.stat().st_uid != os.getuid():
            continue
        try:
            held = _locked(path / LOCK)
        except BlockingIOError:
            continue  # its owner lives
        shutil.rmtree(path, ignore_errors=True)
        os.close(held)


@contextmanager
def _alone() -> Iterator[None]:
    """Nobody else makes or sweeps folders meanwhile: a new folder has no lock for a moment."""
    held = _locked(Path(tempfile.gettempdir()) / f"{PREFIX}sweep", wait=True)
    try:
        yield
    finally:
        os.close(held)


def _locked(path: Path, *, wait: bool = False) -> int:
    """An open lock file; the kernel lets go of the lock when we die. Raises BlockingIOError."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BaseException:
        os.close(handle)
        raise
    return handle
