"""Runs a job with all of our rights, for machines that can do no better and users who said so."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL, Popen, TimeoutExpired

from translate.verify.sandbox import scratch
from translate.verify.sandbox.collect import collect
from translate.verify.sandbox.contract import Job, Limits, Outcome, Run, View
from translate.verify.sandbox.entry import FILE_TOO_LARGE, environment, inside, per_process

HELD = frozenset({"wall_seconds", "output_bytes"})


class Unconfined:
    """Nothing is confined: the job reads and writes what we can, reaches the network, and may stay behind.

    Held all the same: wall time of what stays in its process group; processor time and file size of each process;
    output as far as it fits the limit on a file. Not held: memory, number of processes, number of files, total disk.
    """

    name = "unconfined"

    def __init__(self, view: View) -> None:
        self.view = view

    def missing(self) -> str | None:
        """None: it starts everywhere."""
        return None

    def execute(self, job: Job) -> Run:
        """The run of one job in a folder of its own."""
        with scratch.folder() as above:
            folder = above / "job"
            _lay_out(job, folder)
            (above / "stdin").write_bytes(job.stdin)
            started = time.monotonic()
            status, timed_out = _run(job, above, folder)
            seconds = time.monotonic() - started
            stdout, stderr, flooded = _output(above, job.limits)
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                found = collect(handle, job.results, job.limits)
            finally:
                os.close(handle)
        return Run(
            outcome=_outcome(status, timed_out, flooded),
            status=status,
            stdout=stdout,
            stderr=stderr,
            seconds=seconds,
            engine=self.name,
            limits=job.limits,
            files=found.files,
            refused=found.refused,
            held=HELD,
        )


def _run(job: Job, above: Path, folder: Path) -> tuple[int, bool]:
    """Status as a shell tells it, and whether time ran out."""
    script = " && ".join([*per_process(job.limits), 'exec "$@"'])
    with (
        (above / "stdin").open("rb") as stdin,
        (above / "stdout").open("wb") as stdout,
        (above / "stderr").open("wb") as stderr,
    ):
        process = Popen(
            ["/bin/sh", "-c", script, "sh", *job.argv],
            stdin=stdin if job.stdin else DEVNULL,
            stdout=stdout,
            stderr=stderr,
            cwd=folder,
            env=environment(job) | {"HOME": str(folder), "TMPDIR": str(above)},
            start_new_session=True,
        )
        try:
            status = process.wait(job.limits.wall_seconds)
        except TimeoutExpired:
            return 137, True
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    return (status if status >= 0 else 128 - status), False


def _output(above: Path, limits: Limits) -> tuple[bytes, bytes, bool]:
    parts, room, flooded = [], limits.output_bytes, False
    for name in ("stdout", "stderr"):
        with (above / name).open("rb") as file:
            parts.append(file.read(room))
        flooded |= (above / name).stat().st_size > room
        room -= len(parts[-1])
    return parts[0], parts[1], flooded


def _outcome(status: int, timed_out: bool, flooded: bool) -> Outcome:
    if timed_out or status == 128 + signal.SIGXCPU:
        return Outcome.TIMED_OUT
    if flooded:
        return Outcome.OUTPUT_LIMIT
    if status == FILE_TOO_LARGE:
        return Outcome.FILE_LIMIT
    if status == 0:
        return Outcome.OK
    return Outcome.CRASHED if status > 128 else Outcome.FAILED


def _lay_out(job: Job, folder: Path) -> None:
    folder.mkdir()
    for name, data in job.files.items():
        path = folder / inside(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        path.chmod(0o700)
