"""A job's process and file namespaces as the host sees them: what is used, who lives, and how all of it ends."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from types import TracebackType

from translate.verify.sandbox.contract import SandboxUnavailable

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
DEATH_SECONDS = 20.0


@dataclass(frozen=True)
class Usage:
    """What the processes alive now have used."""

    processes: int
    cpu_seconds: float
    resident: int  # bytes; a page shared by two processes counts twice


class Namespace:
    """Handles on the namespaces of one first process; they stay valid when the process and its mounts are gone."""

    def __init__(self, first_process: int, folder: str) -> None:
        with ExitStack() as stack:
            self.alive = os.pidfd_open(first_process)
            stack.callback(os.close, self.alive)
            self._processes = _folder(f"/proc/{first_process}/root/proc")
            stack.callback(os.close, self._processes)
            # An open folder keeps its file system: results are read after the last writer is dead.
            self.folder = _folder(f"/proc/{first_process}/root{folder}")
            stack.callback(os.close, self.folder)
            self._close = stack.pop_all()

    def __enter__(self) -> Namespace:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.end()
        self._close.close()

    def end(self) -> None:
        """Kill every process; on return none is left."""
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.alive, signal.SIGKILL)
        # The first process of a namespace becomes dead only after all the others are.
        if not self.empty(DEATH_SECONDS):
            raise SandboxUnavailable("a sandboxed process cannot be killed", help="look for a process in state D with `ps`")

    def empty(self, seconds: float = 0.0) -> bool:
        """Whether no process is left, after waiting up to `seconds` for it."""
        return bool(ready([self.alive], seconds))

    def disk(self) -> tuple[int, int]:
        """Bytes and entries (files, folders, links) on the job's disk."""
        facts = os.fstatvfs(self.folder)
        return (facts.f_blocks - facts.f_bfree) * facts.f_frsize, facts.f_files - facts.f_ffree

    def disk_is_full(self) -> bool:
        """Whether the next write finds no room."""
        return os.fstatvfs(self.folder).f_bfree == 0

    def usage(self) -> Usage:
        """Processor time and resident memory, summed over the processes."""
        rows = [row for name in self._names() if (row := self._row(name)) is not None]
        return Usage(len(rows), sum(row[0] for row in rows), sum(row[1] for row in rows))

    def proportional(self) -> int:
        """Bytes of memory with shared pages counted once; slower than `usage`."""
        return sum(self._share(name) for name in self._names())

    def _names(self) -> list[str]:
        with suppress(OSError):
            return [name for name in os.listdir(self._processes) if name.isdigit()]
        return []

    def _row(self, name: str) -> tuple[float, int] | None:
        fields = self._read(f"{name}/stat").rpartition(")")[2].split()
        if len(fields) < 22:
            return None
        # utime, stime, and those of the children that were waited for; rss.
        return sum(map(int, fields[11:15])) / TICKS, int(fields[21]) * PAGE

    def _share(self, name: str) -> int:
        lines = self._read(f"{name}/smaps_rollup").splitlines()
        return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))

    def _read(self, path: str) -> str:
        """The text of a file under the job's /proc, empty when that process has just ended."""
        with suppress(OSError):
            handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC, dir_fd=self._processes)
            with os.fdopen(handle) as file:
                return file.read()
        return ""


def ready(handles: Iterable[int], seconds: float) -> list[int]:
    """Which of the open `handles` can be read from within `seconds`."""
    poll = select.poll()  # select() knows no handle above 1023
    for handle in handles:
        poll.register(handle, select.POLLIN)
    return [handle for handle, _ in poll.poll(seconds * 1000)]


def _folder(path: str) -> int:
    return os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
