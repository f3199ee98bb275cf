"""Starts a confinement and holds the job at its gate until the host is ready to watch it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE, Popen

from translate.verify.sandbox.contract import SandboxUnavailable
from translate.verify.sandbox.namespace import ready
from translate.verify.sandbox.scratch import lives, owner

START_SECONDS = 30.0
PREFIX = "hpc-translate-"
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Handles:
    """Open files that a child process inherits, closed on our side once it has started."""

    stack: ExitStack
    numbers: list[int]

    def holding(self, data: bytes) -> str:
        """The number of a file in memory with `data` in it."""
        handle = os.memfd_create(f"{PREFIX}{owner()}")
        self.stack.callback(os.close, handle)
        with os.fdopen(handle, "wb", closefd=False) as file:
            file.write(data)
        os.lseek(handle, 0, os.SEEK_SET)
        return self.keep(handle)

    def keep(self, handle: int) -> str:
        """The number of `handle`, which the child is to inherit."""
        self.numbers.append(handle)
        return str(handle)


@contextmanager
def inherited() -> Iterator[Handles]:
    """A set of handles to pass on, closed at the end."""
    with ExitStack() as stack:
        yield Handles(stack, [])


@contextmanager
def started(argv: Sequence[str], handles: Sequence[int], environment: Mapping[str, str] = NOTHING) -> Iterator[Popen[bytes]]:
    """A process with three pipes and, as its environment can be read inside, an empty one; dead at the end."""
    process = Popen(argv, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment, cwd="/", pass_fds=handles)
    try:
        yield process
    finally:
        process.kill()
        for stream in (process.stdin, process.stdout, process.stderr):
            with suppress(OSError):
                stream.close()  # type: ignore[union-attr]
        process.wait()


def sweep(program: str) -> None:
    """End what waits for ever on a `program` that was killed, its owner with it, while it made a confinement.

    Nothing of the job has run in it: the waiting process is a fork of `program` itself.
    """
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if (process / "comm").read_text().strip() == program:
                alive = os.pidfd_open(int(process.name))
                try:
                    if _left_behind(process):
                        signal.pidfd_send_signal(alive, signal.SIGKILL)
                finally:
                    os.close(alive)


def _left_behind(process: Path) -> bool:
    """Whether a process holds a file in memory of an owner that is gone."""
    held = (os.readlink(link).removesuffix(" (deleted)") for link in (process / "fd").iterdir())
    owners = [name.removeprefix(f"/memfd:{PREFIX}") for name in held if name.startswith(f"/memfd:{PREFIX}")]
    return any(not lives(name) for name in owners)


def wait_at_gate(process: Popen[bytes]) -> None:
    """Return when the job stands at its gate. Raises SandboxUnavailable with the engine's own words."""
    assert process.stdout and process.stderr
    until = time.monotonic() + START_SECONDS
    if ready([process.stdout.fileno()], until - time.monotonic()) and process.stdout.read(1) == b".":
        return
    process.kill()
    said = process.stderr.read(2000).decode("utf-8", "replace").strip()
    raise SandboxUnavailable(f"the sandbox did not start: {said or 'no answer'}", help="see docs/sandbox.md, or use --check compile")


def open_gate(process: Popen[bytes], *, close: bool = True) -> None:
    """Let the job run; a gate that is left open closes with us."""
    assert process.stdin
    with suppress(BrokenPipeError):
        process.stdin.write(b"go\n")
        process.stdin.flush()
        if close:
            process.stdin.close()
