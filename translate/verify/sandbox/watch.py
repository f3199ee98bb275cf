"""Watches a running job: takes its output, holds it to its limits, and leaves nothing of it alive."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from subprocess import Popen

from translate.verify.sandbox.contract import Limits, Outcome
from translate.verify.sandbox.entry import FILE_TOO_LARGE
from translate.verify.sandbox.memory import Memory
from translate.verify.sandbox.namespace import Namespace, ready

TICK = 0.01
DRAIN_SECONDS = 5.0
CHUNK = 1 << 16


@dataclass
class Seen:
    """What came out of a job so far."""

    stdout: bytearray = field(default_factory=bytearray)
    stderr: bytearray = field(default_factory=bytearray)
    cpu_seconds: float = 0.0
    broken: Outcome | None = None
    reason: str = ""

    @property
    def output(self) -> int:
        """Bytes of output so far."""
        return len(self.stdout) + len(self.stderr)


def watch(process: Popen[bytes], namespace: Namespace, memory: Memory, limits: Limits) -> tuple[Seen, int, float]:
    """What a started job printed, its status and its seconds; all of its processes are dead on return."""
    seen, started = Seen(), time.monotonic()
    streams, looked = _streams(process, seen), 0.0
    while not namespace.empty() and not seen.broken:
        _take(streams, [namespace.alive], limits, seen)
        now = time.monotonic()
        if now - looked >= TICK and not seen.broken:
            seen.broken, looked = _broken(namespace, memory, limits, seen, now - started), now
    seconds = time.monotonic() - started
    namespace.end()
    # Every writer is dead: what the pipes still hold is all there will be.
    until = time.monotonic() + DRAIN_SECONDS
    while streams and time.monotonic() < until:
        _take(streams, [], limits, seen)
    if memory.exceeded(namespace, namespace.usage()) and not seen.broken:
        seen.broken, seen.reason = Outcome.KILLED_MEMORY, _memory_reason(limits)
    return seen, process.wait(), seconds


def outcome(seen: Seen, status: int, namespace: Namespace, limits: Limits) -> Outcome:
    """How the job ended, the limit that ended it before its own status."""
    if seen.broken:
        return seen.broken
    if status == 0:
        return Outcome.OK
    if status == FILE_TOO_LARGE or namespace.disk_is_full():
        seen.reason = f"its disk of {limits.file_bytes} bytes was full"
        return Outcome.FILE_LIMIT
    return Outcome.CRASHED if status > 128 else Outcome.FAILED


def _streams(process: Popen[bytes], seen: Seen) -> dict[int, bytearray]:
    assert process.stdout and process.stderr
    streams = {process.stdout.fileno(): seen.stdout, process.stderr.fileno(): seen.stderr}
    for handle in streams:
        os.set_blocking(handle, False)
    return streams


def _take(streams: dict[int, bytearray], others: list[int], limits: Limits, seen: Seen) -> None:
    """Wait a tick for output, or for one of `others`, and take it as far as it is allowed."""
    readable = ready([*streams, *others], TICK)
    for handle in [handle for handle in readable if handle in streams]:
        chunk = os.read(handle, CHUNK)
        if not chunk:
            del streams[handle]
        room = limits.output_bytes - seen.output
        streams.get(handle, bytearray()).extend(chunk[:room])
        if len(chunk) > room and not seen.broken:
            seen.broken, seen.reason = Outcome.OUTPUT_LIMIT, f"it printed more than {limits.output_bytes} bytes"


def _broken(namespace: Namespace, memory: Memory, limits: Limits, seen: Seen, seconds: float) -> Outcome | None:
    """The limit that the job has just run into."""
    usage = namespace.usage()
    seen.cpu_seconds = max(seen.cpu_seconds, usage.cpu_seconds)
    if memory.exceeded(namespace, usage):
        seen.reason = _memory_reason(limits)
        return Outcome.KILLED_MEMORY
    if seconds > limits.wall_seconds:
        seen.reason = f"it took longer than {limits.wall_seconds:g} s"
        return Outcome.TIMED_OUT
    if seen.cpu_seconds > limits.cpu_seconds:
        seen.reason = f"it used more than {limits.cpu_seconds:g} s of processor time"
        return Outcome.TIMED_OUT
    if namespace.disk()[1] > limits.files:
        seen.reason = f"it made more than {limits.files} files"
        return Outcome.FILE_LIMIT
    return None


def _memory_reason(limits: Limits) -> str:
    return f"its processes used more than {limits.memory_bytes} bytes of memory together"
