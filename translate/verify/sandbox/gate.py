"""Starts a confinement and holds the job at its gate until the host is ready to watch it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from subprocess import PIPE, Popen

from translate.verify.sandbox.contract import SandboxUnavailable
from translate.verify.sandbox.namespace import ready

START_SECONDS = 30.0
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Handles:
    """Open files that a child process inherits, closed on our side once it has started."""

    stack: ExitStack
    numbers: list[int]

    def holding(self, data: bytes) -> str:
        """The number of a file in memory with `data` in it."""
        handle = os.memfd_create("input")
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
