"""Confines a job in a container of podman or docker, made from the image that containers/ describes."""

from __future__ import annotations

import os
import shutil
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from translate.verify.sandbox import scratch, seccomp
from translate.verify.sandbox.collect import collect
from translate.verify.sandbox.contract import Job, Run, SandboxUnavailable, View
from translate.verify.sandbox.entry import OPEN_FILES, SCRATCH, STDIN, command, environment, inside
from translate.verify.sandbox.gate import open_gate, started, wait_at_gate
from translate.verify.sandbox.memory import OfContainer
from translate.verify.sandbox.namespace import Namespace
from translate.verify.sandbox.watch import outcome, watch

IMAGE = "localhost/hpc-translate-root"
OWNER = "hpc-translate.owner"
# No account of the host has this number.
STRANGER = "1879048192:1879048192"
ANSWER_SECONDS = 60
WALLS = (
    "--interactive --pull never --network none --ipc none --read-only --cap-drop all --log-driver none "
    "--hostname sandbox --security-opt no-new-privileges --ulimit core=0:0 --ulimit nproc=4096:4096 "
    # Their own defaults are higher than a process in a small machine may raise its limits to.
    f"--ulimit nofile={OPEN_FILES}:{OPEN_FILES}"
).split()


class _Container:
    """What podman and docker do alike; a subclass names the program and what only it understands."""

    name: str
    own_words: tuple[str, ...] = ()

    def __init__(self, view: View) -> None:
        self.view = view
        self.program = shutil.which(self.name)
        self._swept = False

    def missing(self) -> str | None:
        """Why the engine cannot be started here, or None."""
        if self.program is None:
            return f"{self.name} is not installed"
        known = self._ask("image", "inspect", "--format", "{{.Id}}", IMAGE)
        if known.returncode:
            said = known.stderr.strip().splitlines()
            return f"{said[-1] if said else 'no answer'}; containers/build-root.sh makes the image {IMAGE}"
        return None

    def execute(self, job: Job) -> Run:
        """The run of one job; its container is removed when this returns."""
        if not self._swept:
            self._sweep()
        name = f"hpc-translate-{uuid.uuid4().hex}"
        with scratch.folder() as folder, self._named(name):
            profile = folder / "seccomp.json"
            profile.write_text(seccomp.profile(), encoding="utf-8")
            argv = [*self._arguments(job, name, profile), *command(job, alone=False)]
            with started(argv, (), environment=os.environ) as process:
                wait_at_gate(process)
                first = int(self._inspect(name, "{{.State.Pid}}"))
                with Namespace(first, SCRATCH) as namespace:
                    memory = OfContainer(job.limits.memory_bytes, first)
                    files = _lay_out(job, namespace.folder)
                    try:
                        open_gate(process, close=False)
                        seen, status, seconds = watch(process, namespace, memory, job.limits)
                        ended = outcome(seen, status, namespace, job.limits)
                        found = collect(files, job.results, job.limits)
                    finally:
                        os.close(files)
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

    def _arguments(self, job: Job, name: str, profile: Path) -> list[str]:
        limits = job.limits
        assert self.program
        return [
            *(self.program, "run", *WALLS, *self.own_words, "--name", name, "--label", f"{OWNER}={scratch.owner()}"),
            *("--security-opt", f"seccomp={profile}", "--user", STRANGER),
            *("--memory", str(limits.memory_bytes), "--memory-swap", str(limits.memory_bytes)),
            *("--pids-limit", str(limits.processes + 3)),  # the first shell, its watcher, and one in between
            *("--tmpfs", f"{SCRATCH}:rw,exec,nosuid,nodev,mode=1777,size={limits.file_bytes}"),
            *("--tmpfs", "/dev/mqueue:ro,size=4096"),  # else everybody may write there
            *(word for folder in self.view.folders for word in ("--volume", f"{folder}:{folder}:ro")),
            *(word for device in self.view.devices for word in ("--device", str(device))),
            *(word for pair in environment(job).items() for word in ("--env", "=".join(pair))),
            *("--workdir", SCRATCH, IMAGE),
        ]

    @contextmanager
    def _named(self, name: str) -> Iterator[None]:
        try:
            yield
        finally:
            self._ask("rm", "--force", "--volumes", name)

    def _inspect(self, name: str, format: str) -> str:
        answer = self._ask("inspect", "--format", format, name)
        if answer.returncode:
            raise SandboxUnavailable(
                f"{self.name} does not know its own container: {answer.stderr.strip()}",
                help="use --sandbox bubblewrap, or see docs/sandbox.md",
            )
        return answer.stdout.strip()

    def _sweep(self) -> None:
        """Remove the containers of owners that were killed."""
        listed = self._ask("ps", "--all", "--filter", f"label={OWNER}", "--format", f'{{{{.ID}}}} {{{{.Label "{OWNER}"}}}}')
        for line in listed.stdout.splitlines():
            name, _, owner = line.partition(" ")
            if not scratch.lives(owner):
                self._ask("rm", "--force", "--volumes", name)
        self._swept = True

    def _ask(self, *words: str) -> subprocess.CompletedProcess[str]:
        assert self.program
        return subprocess.run(
            [self.program, *words],
            capture_output=True,
            text=True,
            errors="replace",
            stdin=subprocess.DEVNULL,
            timeout=ANSWER_SECONDS,
            check=False,
        )


class Podman(_Container):
    """A container of podman. Not covered: the kernel's faults; rootless on control groups of version 1, memory."""

    name = "podman"
    own_words: tuple[str, ...] = ("--read-only-tmpfs=false", "--http-proxy=false")

    def __init__(self, view: View) -> None:
        super().__init__(view)
        # crun 1.8 cannot raise its own limits inside a container or a small machine; runc does not try.
        if shutil.which("runc"):
            self.own_words = (*self.own_words, "--runtime", "runc")


class Docker(_Container):
    """A container of docker's daemon on this machine. Not covered: the kernel's faults, and the daemon's own."""

    name = "docker"


def _lay_out(job: Job, disk: int) -> int:
    """The job's folder, open, with its files in it; nothing else runs on that disk yet."""
    os.mkdir("job", dir_fd=disk)
    os.chmod("job", 0o777, dir_fd=disk)
    folder = os.open("job", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC, dir_fd=disk)
    for name, data in job.files.items():
        path = inside(name)
        for parent in list(path.parents)[-2::-1]:
            if not os.path.isdir(f"/proc/self/fd/{folder}/{parent}"):
                os.mkdir(str(parent), dir_fd=folder)
                os.chmod(str(parent), 0o777, dir_fd=folder)
        _write(str(path), data, folder)
    if job.stdin:
        _write(Path(STDIN).name, job.stdin, disk)
    return folder


def _write(name: str, data: bytes, folder: int) -> None:
    handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o700, dir_fd=folder)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        os.fchmod(handle, 0o777)
