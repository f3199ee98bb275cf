"""Runs code that nobody has read: compilers on it, and what they build, confined and limited.

    sandbox = open_sandbox()                        # "auto": the first engine that passes a real probe
    built = sandbox.compile(["g++", "-O2", "a.cpp", "-o", "a"], files={"a.cpp": text}, results=["a"])
    if built.ok:
        run = sandbox.run(["./a", "10"], files=built.files, stdin=b"1 2 3\n", results=["out.txt"])
        run.outcome, run.status, run.stdout, run.stderr, run.files, run.seconds, run.peak_memory
    sandbox.probe().healthy

The current folder of a job is `/tmp/job`; it holds `files` (all of them executable) and is gone afterwards.
`results` are names or `fnmatch` patterns relative to it; a file that is not plain is named in `run.refused`.
A failing, crashing or greedy program is a value (`run.outcome`); `SandboxUnavailable` is raised where the
sandbox itself fails. Every `Run` says which engine and which limits were in force. A sandbox may be used from
several threads at a time. `docs/sandbox.md` says what is covered and what is not.
"""

from __future__ import annotations

from translate.verify.sandbox.contract import (
    COMPILE_LIMITS,
    RUN_LIMITS,
    Finding,
    Limits,
    Outcome,
    Probe,
    Run,
    SandboxUnavailable,
    View,
)
from translate.verify.sandbox.engines import ENGINES, Sandbox, open_sandbox, probe_all

__all__ = [
    "COMPILE_LIMITS",
    "ENGINES",
    "RUN_LIMITS",
    "Finding",
    "Limits",
    "Outcome",
    "Probe",
    "Run",
    "Sandbox",
    "SandboxUnavailable",
    "View",
    "open_sandbox",
    "probe_all",
]
