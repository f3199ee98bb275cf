"""Holds the memory of a whole job: by a control group where one can be made, else by adding up and killing."""

from __future__ import annotations

import itertools
import os
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import Protocol

from translate.verify.sandbox.namespace import Namespace, Usage
from translate.verify.sandbox.scratch import lives, owner

GROUPS = Path("/sys/fs/cgroup")
PREFIX = "hpc-translate"
_numbers = itertools.count()


class Memory(Protocol):
    """The memory limit of one job."""

    peak: int

    def take(self, first: int) -> None:
        """Count the process `first` and all that it starts from now on."""

    def exceeded(self, namespace: Namespace, usage: Usage) -> bool:
        """Whether the job has used more than it may."""

    def close(self) -> None:
        """Forget the limit; every process is gone by now."""


class AddedUp:
    """The sum over the processes and their disk, looked at a hundred times a second.

    Between two looks a job can go past the limit. System calls that make memory outside of processes are refused.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.peak = 0

    def take(self, first: int) -> None:
        """Nothing: the job is watched from outside."""

    def exceeded(self, namespace: Namespace, usage: Usage) -> bool:
        """Whether processes and disk together hold more than the limit."""
        disk = namespace.disk()[0]
        used = usage.resident + disk
        if used > self.limit:  # Pages shared after a fork were counted once for each process.
            used = namespace.proportional() + disk
        self.peak = max(self.peak, used)
        return used > self.limit

    def close(self) -> None:
        """Nothing was set up."""


class OfContainer(AddedUp):
    """The limit that a container engine has set, seen through the container's own group, and the sum beside it."""

    def __init__(self, limit: int, first: int) -> None:
        super().__init__(limit)
        self.groups = [folder for folder in _groups_of(first) if folder.is_dir()]

    def exceeded(self, namespace: Namespace, usage: Usage) -> bool:
        """Whether the kernel has killed a process of the container, or the sum is past the limit."""
        return any(map(_kills, self.groups)) or super().exceeded(namespace, usage)


class ControlGroup:
    """A group of the kernel's own, which counts all memory and kills inside the group."""

    def __init__(self, parent: Path, limit: int) -> None:
        self.peak = 0
        self.folder = parent / f"{PREFIX}-{owner()}-{next(_numbers)}"
        self.folder.mkdir()
        try:
            self._limit(limit)
        except OSError:
            self.close()
            raise

    def take(self, first: int) -> None:
        """Move `first` into the group; its children are born there."""
        with suppress(ProcessLookupError):  # it has ended already; whoever waits for it says why
            (self.folder / "cgroup.procs").write_text(str(first))

    def exceeded(self, namespace: Namespace, usage: Usage) -> bool:
        """Whether the kernel has killed a process of the group."""
        return _kills(self.folder) > 0

    def close(self) -> None:
        """Remove the group; the kernel may take a moment to see that it is empty."""
        self.peak = int(_text(self.folder / "memory.peak") or _text(self.folder / "memory.max_usage_in_bytes") or 0)
        for _ in range(200):
            with suppress(FileNotFoundError, OSError):
                self.folder.rmdir()
            if not self.folder.exists():
                return
            time.sleep(0.005)

    def _limit(self, limit: int) -> None:
        if (self.folder / "memory.max").exists():
            (self.folder / "memory.max").write_text(str(limit))
            (self.folder / "memory.oom.group").write_text("1")
            with suppress(OSError):  # a kernel without swap accounting
                (self.folder / "memory.swap.max").write_text("0")
        else:
            (self.folder / "memory.limit_in_bytes").write_text(str(limit))
            with suppress(OSError):
                (self.folder / "memory.memsw.limit_in_bytes").write_text(str(limit))


def limit_memory(limit: int) -> Memory:
    """The strongest hold on memory that this machine allows us."""
    parent = groups_folder()
    if parent is not None:
        with suppress(OSError):
            return ControlGroup(parent, limit)
    return AddedUp(limit)


@cache
def groups_folder() -> Path | None:
    """The folder in which we may make control groups that limit memory, or None; old ones of ours are swept."""
    for folder in _candidates():
        with suppress(OSError):
            _try(folder)
            _sweep(folder)
            return folder
    return None


def _try(folder: Path) -> None:
    """Raises OSError where a process cannot be moved into a limited group below `folder`."""
    with Popen(["/bin/cat"], stdin=PIPE, stdout=DEVNULL) as process:
        group = ControlGroup(folder, 1 << 30)
        try:
            group.take(process.pid)
        finally:
            process.kill()
            process.wait()
            group.close()


def _candidates() -> list[Path]:
    first, unified = _groups_of("self")
    # In version 2 a group with processes in it cannot limit its children: try those above our own.
    above = [folder for folder in (unified, *unified.parents) if folder.is_relative_to(GROUPS)]
    found = [first, *filter(_passes_memory_on, above)]
    return [folder for folder in found if os.access(folder, os.W_OK)]


def _groups_of(process: int | str) -> tuple[Path, Path]:
    """The folders of a process's groups, of version 1 for memory and of version 2; they need not exist."""
    own: dict[str, str] = {}
    for line in _text(Path(f"/proc/{process}/cgroup")).splitlines():
        _, controllers, path = line.split(":", 2)
        own |= dict.fromkeys(controllers.split(","), path.lstrip("/"))
    return GROUPS / "memory" / own.get("memory", "none"), GROUPS / own.get("", "none")


def _kills(folder: Path) -> int:
    """How many processes of a group the kernel has killed for want of memory."""
    events = _text(folder / "memory.events") or _text(folder / "memory.oom_control")
    return sum(int(line.split()[1]) for line in events.splitlines() if line.startswith("oom_kill "))


def _text(path: Path) -> str:
    """The text of a file, empty where it cannot be read."""
    with suppress(OSError):
        return path.read_text()
    return ""


def _passes_memory_on(folder: Path) -> bool:
    return "memory" in _text(folder / "cgroup.subtree_control").split()


def _sweep(parent: Path) -> None:
    """Remove the groups of owners that were killed; a group with a process in it stays."""
    for folder in parent.glob(f"{PREFIX}-*"):
        if not lives(folder.name.removeprefix(f"{PREFIX}-").rpartition("-")[0]):
            with suppress(OSError):
                folder.rmdir()
