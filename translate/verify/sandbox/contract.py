"""What goes into a sandbox and what comes out of it: limits, runs, outcomes, probes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import Enum
from pathlib import Path
from typing import Protocol

from translate.errors import EnvironmentIncomplete

MEBIBYTE = 1 << 20


class SandboxUnavailable(EnvironmentIncomplete):
    """No engine confines a program here, or an engine broke down: never a verdict about the program."""


class Outcome(Enum):
    """How a run ended; everything but `OK` is the program's own failure."""

    OK = "ok"
    FAILED = "failed"  # it ended by itself with a status other than 0
    CRASHED = "crashed"  # a signal ended it
    TIMED_OUT = "timed out"  # wall time, or processor time over all its processes
    KILLED_MEMORY = "killed: memory"
    OUTPUT_LIMIT = "killed: output"
    FILE_LIMIT = "killed: files"  # too large, too many, or its disk is full


@dataclass(frozen=True)
class Limits:
    """What one run may use, each figure summed over all of its processes unless said otherwise."""

    cpu_seconds: float = 10.0
    wall_seconds: float = 10.0
    memory_bytes: int = 1024 * MEBIBYTE
    processes: int = 64  # threads count
    output_bytes: int = 4 * MEBIBYTE  # stdout and stderr together
    file_bytes: int = 256 * MEBIBYTE  # the whole writable disk, and so each file
    files: int = 2000  # folders and links count


ALL_LIMITS = frozenset(limit.name for limit in fields(Limits))
COMPILE_LIMITS = Limits(cpu_seconds=60.0, wall_seconds=90.0, memory_bytes=4096 * MEBIBYTE, file_bytes=1024 * MEBIBYTE)
RUN_LIMITS = Limits()


@dataclass(frozen=True)
class Job:
    """One command line with its input files, ready for any engine."""

    argv: tuple[str, ...]
    files: Mapping[str, bytes]
    results: tuple[str, ...]
    stdin: bytes
    environment: Mapping[str, str]
    limits: Limits


@dataclass(frozen=True)
class Run:
    """What one confined command did; `status` follows the shell (128 + n when signal n ended it)."""

    outcome: Outcome
    status: int
    stdout: bytes
    stderr: bytes
    seconds: float
    engine: str
    limits: Limits
    files: Mapping[str, bytes] = field(default_factory=dict)
    refused: Mapping[str, str] = field(default_factory=dict)  # result file -> why it was not read back
    cpu_seconds: float | None = None
    peak_memory: int | None = None  # bytes; None where the engine cannot tell
    reason: str = ""  # which limit was hit, for a reader
    held: frozenset[str] = ALL_LIMITS  # the limits that the engine can really hold

    @property
    def ok(self) -> bool:
        """True where the program ended by itself with status 0."""
        return self.outcome is Outcome.OK


@dataclass(frozen=True)
class Finding:
    """One property of an engine, whether it holds here, and what was seen."""

    name: str
    holds: bool
    evidence: str


@dataclass(frozen=True)
class Probe:
    """What an engine showed when it was really started."""

    engine: str
    findings: tuple[Finding, ...]

    @property
    def healthy(self) -> bool:
        """True where every property was seen to hold."""
        return bool(self.findings) and all(finding.holds for finding in self.findings)

    @property
    def reasons(self) -> tuple[str, ...]:
        """One line for each property that does not hold."""
        return tuple(f"{finding.name}: {finding.evidence}" for finding in self.findings if not finding.holds)


@dataclass(frozen=True)
class View:
    """What of the host a job sees, read-only: a root to take /usr from, more folders at their own paths, devices."""

    root: Path = Path("/")
    folders: tuple[Path, ...] = ()
    devices: tuple[Path, ...] = ()


class Engine(Protocol):
    """One way to confine a command; made as `Engine(view)`."""

    name: str

    def execute(self, job: Job) -> Run:
        """The run of one job; nothing of it is left when this returns."""

    def missing(self) -> str | None:
        """Why the engine cannot even be started here, or None."""
