"""The first program inside of every confinement: takes its limits, says that it is there, waits, becomes the job."""

from __future__ import annotations

import math

from translate.verify.sandbox.contract import Job, Limits

SCRATCH = "/tmp"
FOLDER = "/tmp/job"
STDIN = "/tmp/.stdin"
OPEN_FILES = 512
# Where we die before the line "go" is sent, the gate is closed and the job never starts. The shell stays as the first
# process, so that the job is not: it would be deaf to its own signals. The shell's remarks on those stay out of stderr.
GATE = 'printf . && read -r go && exec 3>&2 2>/dev/null && { ( exec "$@" <"$0" 2>&3 3>&- ); exit $?; }'


def command(job: Job) -> list[str]:
    """The job's command line behind its gate: it prints one byte, then waits for a line on its standard input."""
    stdin = STDIN if job.stdin else "/dev/null"
    return ["/bin/sh", "-c", f"{_limits(job.limits)} && {GATE}", stdin, *job.argv]


def environment(job: Job) -> dict[str, str]:
    """What a compiler needs to start, and what the job asks for; nothing of our own environment."""
    plain = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": FOLDER, "TMPDIR": SCRATCH, "LANG": "C.UTF-8"}
    return plain | dict(job.environment)


def _limits(limits: Limits) -> str:
    processes = limits.processes + 1  # this shell
    return " && ".join(
        [
            # The watcher adds up the processor time of all processes; this is for one that it does not see.
            f"ulimit -t {math.ceil(limits.cpu_seconds) + 1}",
            f"ulimit -f {math.ceil(limits.file_bytes / 512)}",
            "ulimit -c 0",
            f"ulimit -n {OPEN_FILES}",
            # Shells do not agree on the letter.
            f"{{ ulimit -u {processes} 2>/dev/null || ulimit -p {processes}; }}",
        ]
    )
