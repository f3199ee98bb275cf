"""Confines a job with bubblewrap: namespaces of its own, the host's /usr read-only, one disk in memory."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from subprocess import Popen

from translate.verify.sandbox import seccomp
from translate.verify.sandbox.collect import collect
from translate.verify.sandbox.contract import Job, Limits, Run, View
from translate.verify.sandbox.entry import FOLDER, SCRATCH, STDIN, command, environment, inside
from translate.verify.sandbox.gate import START_SECONDS, Handles, inherited, open_gate, started, sweep, wait_at_gate
from translate.verify.sandbox.memory import Memory, limit_memory
from translate.verify.sandbox.namespace import Namespace
from translate.verify.sandbox.watch import outcome, watch

# On merged systems /bin is a link to usr/bin, on others a folder.
SYSTEM = ("usr", "bin", "sbin", "lib", "lib32", "lib64", "libx32")
CONFIGURATION = ("etc/alternatives", "etc/ld.so.cache", "etc/ld.so.conf", "etc/ld.so.conf.d")
POLL_SECONDS = 0.0005
# No account has this number: what root starts has no right of root or of anybody.
STRANGER = str(0x70000000)
NAMESPACES = (
    "--unshare-user --disable-userns --unshare-ipc --unshare-pid --unshare-net --unshare-uts "
    "--unshare-cgroup-try --uid 1000 --gid 1000 --hostname sandbox --die-with-parent --new-session "
    "--cap-drop ALL --clearenv --as-pid-1"
).split()


class Bubblewrap:
    """Namespaces by bubblewrap. Not covered: faults of the kernel itself, and what timing between jobs gives away."""

    name = "bubblewrap"

    def __init__(self, view: View) -> None:
        self.view = view
        self.program = shutil.which("bwrap")
        sweep("bwrap")

    def missing(self) -> str | None:
        """Why bubblewrap cannot be started here, or None."""
        if self.program is None:
            return "bwrap is not installed (apt install bubblewrap)"
        if not seccomp.supported():
            return f"the system calls of {os.uname().machine} are not listed in seccomp.toml"
        return None

    def execute(self, job: Job) -> Run:
        """The run of one job; no process and no file of it is left when this returns."""
        with limited(job.limits) as memory, inherited() as handles:
            # A file, not a pipe: with the reader dead, bubblewrap would stop half way and leave a child waiting.
            told = handles.holding(b"")
            argv = [*self._arguments(job, handles, told), *command(job)]
            process = handles.stack.enter_context(started(argv, handles.numbers))
            # Moving into a control group takes the kernel as long as bubblewrap takes for its mounts: side by side.
            first = _first_process(process, int(told))
            if first:
                memory.take(first)
            wait_at_gate(process)
            with Namespace(first, FOLDER) as namespace:
                open_gate(process)
                seen, status, seconds = watch(process, namespace, memory, job.limits)
                ended = outcome(seen, status, namespace, job.limits)
                found = collect(namespace.folder, job.results, job.limits)
        return Run(
            outcome=ended,
            status=status,
            stdout=bytes(seen.stdout),
            stderr=bytes(seen.stderr),
            seconds=seconds,
            engine=self.name,
            limits=job.limits,
            files=found.files,
            refused=found.refused,
            cpu_seconds=seen.cpu_seconds,
            peak_memory=memory.peak or None,
            reason=seen.reason,
        )

    def _arguments(self, job: Job, handles: Handles, tells: str) -> list[str]:
        """The command line up to the job: what is separate, what is seen, what is writable."""
        assert self.program
        variables = [word for pair in environment(job).items() for word in ("--setenv", *pair)]
        return [
            *(_as_stranger() if os.getuid() == 0 else []),
            *(self.program, *NAMESPACES, *variables, "--info-fd", tells),
            *("--seccomp", handles.holding(seccomp.program())),
            *_system(self.view),
            *("--proc", "/proc", "--dev", "/dev"),
            *(word for path in self.view.devices for word in ("--dev-bind", str(path), str(path))),
            *("--remount-ro", "/dev", "--size", str(job.limits.file_bytes), "--tmpfs", SCRATCH, "--dir", FOLDER),
            *(word for folder in self.view.folders for word in ("--ro-bind", str(folder), str(folder))),
            *_inputs(job, handles),
            *("--remount-ro", "/", "--chdir", FOLDER, "--"),
        ]


@contextmanager
def limited(limits: Limits) -> Iterator[Memory]:
    """A hold on the job's memory, let go at the end."""
    memory = limit_memory(limits.memory_bytes)
    try:
        yield memory
    finally:
        memory.close()


def _first_process(process: Popen[bytes], told: int) -> int:
    """The host's number for the first process of the new namespace, 0 where bubblewrap ended before."""
    until = time.monotonic() + START_SECONDS
    while b"}" not in (text := os.pread(told, 4096, 0)):
        if process.poll() is not None or time.monotonic() > until:
            return 0
        time.sleep(POLL_SECONDS)
    return int(json.loads(text)["child-pid"])


def _as_stranger() -> list[str]:
    return ["/usr/bin/setpriv", "--reuid", STRANGER, "--regid", STRANGER, "--clear-groups", "--"]


def _system(view: View) -> list[str]:
    """The read-only part: compilers and libraries of the root."""
    words = []
    for name in SYSTEM:
        path = view.root / name
        if path.is_symlink():
            words += ["--symlink", os.readlink(path), f"/{name}"]
        elif path.is_dir():
            words += ["--ro-bind", str(path), f"/{name}"]
    for name in CONFIGURATION:
        words += ["--ro-bind-try", str(view.root / name), f"/{name}"]
    return words


def _inputs(job: Job, handles: Handles) -> list[str]:
    files = {f"{FOLDER}/{inside(name)}": data for name, data in job.files.items()}
    if job.stdin:
        files[STDIN] = job.stdin
    return [word for path, data in files.items() for word in ("--perms", "0755", "--file", handles.holding(data), path)]
