"""The first program inside of every confinement: takes its limits, says that it is there, waits, becomes the job."""

from __future__ import annotations

import math
from pathlib import PurePosixPath

from translate.verify.sandbox.contract import Job, Limits

SCRATCH = "/tmp"
FOLDER = "/tmp/job"
STDIN = "/tmp/.stdin"
OPEN_FILES = 512
# What a shell reports for a program ended by SIGXFSZ.
FILE_TOO_LARGE = 128 + 25
# Where we die before the line "go" is sent, the gate is closed and the job never starts. The shell stays as the first
# process, so that the job is not: it would be deaf to its own signals. The shell's remarks on those stay out of stderr.
GATE = 'printf . && read -r go && exec 3>&2 2>/dev/null && {watcher}( exec "$@" <"$0" 2>&3 3>&- ); exit $?'
# In a container nobody else notices our death: the daemon keeps it. The gate stays open until then.
WATCHER = 'cd "$HOME"; unset OLDPWD; ( read -r end; kill -KILL -1 ) <&4 >/dev/null 3>&- & exec 4<&-; '


def command(job: Job, *, alone: bool = True) -> list[str]:
    """The job's command line behind its gate: it prints one byte, then waits for a line on its standard input.

    Where it is not `alone`, no kernel kills it with us and its user has other processes: containers.
    """
    stdin = STDIN if job.stdin else "/dev/null"
    script = [*per_process(job.limits), *([_processes(job.limits)] if alone else ["exec 4<&0"])]
    gate = GATE.format(watcher="" if alone else WATCHER)
    return ["/bin/sh", "-c", f"{' && '.join(script)} && {gate}", stdin, *job.argv]


def environment(job: Job) -> dict[str, str]:
    """What a compiler needs to start, and what the job asks for; nothing of our own environment."""
    plain = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": FOLDER, "TMPDIR": SCRATCH, "LANG": "C.UTF-8"}
    return plain | dict(job.environment)


def inside(name: str) -> PurePosixPath:
    """`name` as a path inside of the job's folder. Raises ValueError where it leads out."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise ValueError(f"{name!r} is not a name inside of the job's folder")
    return path


def per_process(limits: Limits) -> list[str]:
    """The shell commands that limit each process by itself."""
    return [
        # The watcher adds up the processor time of all processes; this is for one that it does not see.
        f"ulimit -t {math.ceil(limits.cpu_seconds) + 1}",
        f"ulimit -f {math.ceil(limits.file_bytes / 512)}",
        "ulimit -c 0",
        f"ulimit -n {OPEN_FILES}",
    ]


def _processes(limits: Limits) -> str:
    most = limits.processes + 1  # this shell
    return f"{{ ulimit -u {most} 2>/dev/null || ulimit -p {most}; }}"  # shells do not agree on the letter
