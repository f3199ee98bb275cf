"""Starts an engine for real and looks whether each property holds: it starts, hides, refuses and limits."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from translate.verify.sandbox.contract import (
    MEBIBYTE,
    Engine,
    Finding,
    Job,
    Limits,
    Outcome,
    Probe,
    Run,
    SandboxUnavailable,
)

LIMITS = Limits(cpu_seconds=5, wall_seconds=10, memory_bytes=128 * MEBIBYTE, processes=16, file_bytes=8 * MEBIBYTE)
PLAIN_VARIABLES = {"PATH", "HOME", "TMPDIR", "LANG", "PWD", "HOSTNAME", "TERM", "container", "SHLVL", "_"}
SHOWN_ENTRIES = 5


def examine(engine: Engine) -> Probe:
    """Every property of the engine with what was seen; one finding only where it does not start."""
    reason = engine.missing()
    if reason is None:
        try:
            started = _started(engine)
            if not started.holds:
                return Probe(engine.name, (started,))
            with ThreadPoolExecutor(len(CHECKS)) as pool:
                return Probe(engine.name, (started, *pool.map(lambda check: check(engine), CHECKS)))
        except SandboxUnavailable as error:
            reason = error.message
    return Probe(engine.name, (Finding("starts", False, reason),))


def _started(engine: Engine) -> Finding:
    run = _sh(engine, "cat; echo done >out", stdin=b"hello", results=("out",))
    holds = run.ok and run.stdout == b"hello" and run.files == {"out": b"done\n"}
    return Finding("starts", holds, f"{run.outcome.value}, {run.seconds * 1000:.0f} ms {_said(run)}")


def _no_network(engine: Engine) -> Finding:
    run = _sh(engine, "tail -n +3 /proc/net/dev | cut -d: -f1")
    names = run.stdout.decode().split()
    return Finding("no network", run.ok and names in ([], ["lo"]), f"interfaces: {' '.join(names)} {_said(run)}")


def _no_secret(engine: Engine) -> Finding:
    with tempfile.NamedTemporaryFile(prefix="secret-") as secret:
        private = [Path(secret.name), *_some(Path.home()), *_some(Path.cwd()), Path("/etc/shadow-")]
        script = 'for path; do test ! -e "$path" || echo "$path"; done'
        run = _sh(engine, script, *(str(path) for path in private if not path.is_relative_to("/usr")))
    return Finding("no secret file", run.ok and not run.stdout, f"visible: {run.stdout.decode()!r} {_said(run)}")


def _no_environment(engine: Engine) -> Finding:
    run = _sh(engine, "cat /proc/[0-9]*/environ | tr '\\0' '\\n' | cut -d= -f1 | sort -u")
    names = set(run.stdout.decode().split()) - PLAIN_VARIABLES
    return Finding("empty environment", run.ok and not names, f"variables: {sorted(names)} {_said(run)}")


def _no_writing(engine: Engine) -> Finding:
    run = _sh(engine, "for folder in / /usr /etc /dev /proc/sys; do touch $folder/x 2>/dev/null && echo $folder; done; true")
    return Finding("read-only root", run.ok and not run.stdout, f"writable: {run.stdout.decode().split()}")


def _no_namespace(engine: Engine) -> Finding:
    run = _sh(engine, "unshare -Ur true")
    return Finding("no new namespaces", run.status not in (0, 127), _said(run))


def _memory_held(engine: Engine) -> Finding:
    # Four processes, each of them within the limit.
    run = _sh(engine, "for i in 1 2 3 4; do head -c 60M /dev/zero | tail -c 60M | sleep 5 & done; wait")
    return _expect("memory", Outcome.KILLED_MEMORY, run)


def _time_held(engine: Engine) -> Finding:
    run = _sh(engine, "trap '' TERM; sleep 9", limits=replace(LIMITS, wall_seconds=0.2))
    return _expect("wall time", Outcome.TIMED_OUT, run)


def _output_held(engine: Engine) -> Finding:
    run = _sh(engine, "yes")
    finding = _expect("output", Outcome.OUTPUT_LIMIT, run)
    return replace(finding, holds=finding.holds and len(run.stdout) <= LIMITS.output_bytes)


def _disk_held(engine: Engine) -> Finding:
    run = _sh(engine, "head -c 6M /dev/zero >a; head -c 6M /dev/zero >b")
    return _expect("disk", Outcome.FILE_LIMIT, run)


def _processes_held(engine: Engine) -> Finding:
    run = _sh(engine, "for i in $(seq 40); do sleep 5 & done; echo all")
    return Finding("processes", b"all" not in run.stdout, f"{run.outcome.value} {_said(run)}")


def _expect(name: str, outcome: Outcome, run: Run) -> Finding:
    return Finding(name, run.outcome is outcome, f"{run.outcome.value} {run.reason or _said(run)}".strip())


def _sh(
    engine: Engine,
    script: str,
    *arguments: str,
    stdin: bytes = b"",
    results: tuple[str, ...] = (),
    limits: Limits = LIMITS,
) -> Run:
    return engine.execute(Job(("/bin/sh", "-c", script, "sh", *arguments), {}, results, stdin, {}, limits))


def _said(run: Run) -> str:
    return run.stderr.decode("utf-8", "replace").strip()[:200]


def _some(folder: Path) -> list[Path]:
    try:
        return list(itertools.islice(folder.iterdir(), SHOWN_ENTRIES))
    except OSError:
        return []


CHECKS: tuple[Callable[[Engine], Finding], ...] = (
    _no_network,
    _no_secret,
    _no_environment,
    _no_writing,
    _no_namespace,
    _memory_held,
    _time_held,
    _output_held,
    _disk_held,
    _processes_held,
)
