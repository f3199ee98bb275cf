"""Chooses an engine and offers its three verbs: compile, run, probe."""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from translate.verify.sandbox.contract import (
    COMPILE_LIMITS,
    RUN_LIMITS,
    Engine,
    Job,
    Limits,
    Probe,
    Run,
    SandboxUnavailable,
    View,
)
from translate.verify.sandbox.probe import examine

ENGINES = {
    "bubblewrap": "translate.verify.sandbox.bubblewrap:Bubblewrap",
    "podman": "translate.verify.sandbox.container:Podman",
    "docker": "translate.verify.sandbox.container:Docker",
    "unconfined": "translate.verify.sandbox.unconfined:Unconfined",
}
CONFINING = ("bubblewrap", "podman", "docker")


class Sandbox:
    """One engine with one view of the host."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.name = engine.name

    def compile(
        self,
        argv: Iterable[str],
        *,
        files: Mapping[str, bytes] | None = None,
        results: Iterable[str] = (),
        stdin: bytes = b"",
        environment: Mapping[str, str] | None = None,
        limits: Limits = COMPILE_LIMITS,
    ) -> Run:
        """The run of a compiler, under the wider limits that compilers need."""
        return self.run(argv, files=files, results=results, stdin=stdin, environment=environment, limits=limits)

    def run(
        self,
        argv: Iterable[str],
        *,
        files: Mapping[str, bytes] | None = None,
        results: Iterable[str] = (),
        stdin: bytes = b"",
        environment: Mapping[str, str] | None = None,
        limits: Limits = RUN_LIMITS,
    ) -> Run:
        """The run of `argv` beside `files`, with the wanted `results` read back."""
        job = Job(tuple(argv), dict(files or {}), tuple(results), stdin, dict(environment or {}), limits)
        return self.engine.execute(job)

    def probe(self) -> Probe:
        """What this engine really holds here, property by property."""
        return examine(self.engine)


def open_sandbox(engine: str = "auto", *, root: Path = Path("/"), folders: Iterable[Path] = (), devices: Iterable[Path] = ()) -> Sandbox:
    """A sandbox by engine name; an engine asked for by name is not probed.

    `folders` (a CUDA tool kit) are shown read-only at their own paths. `root` is where bubblewrap takes /usr from:
    the host, or a folder unpacked from what containers/build-root.sh makes; podman and docker run that as an image.
    """
    view = View(root, tuple(folders), tuple(devices))
    if engine == "auto":
        return _first_healthy(view)
    if engine == "unconfined":
        warnings.warn("unconfined: generated code runs with all of your rights", stacklevel=2)
    return Sandbox(_engine(engine, view))


def probe_all(root: Path = Path("/")) -> tuple[Probe, ...]:
    """Every confining engine with what it showed, the healthy and the others."""
    return tuple(examine(_engine(name, View(root))) for name in CONFINING)


def _first_healthy(view: View) -> Sandbox:
    reasons = []
    for name in CONFINING:
        probe = first_probe(name, view)
        if probe.healthy:
            return Sandbox(_engine(name, view))
        reasons.append(f"{name} ({'; '.join(probe.reasons)})")
    raise SandboxUnavailable(
        "no sandbox works here: " + ", ".join(reasons),
        help="install bubblewrap (apt install bubblewrap), or see docs/sandbox.md",
    )


@cache
def first_probe(name: str, view: View) -> Probe:
    """What the engine showed when this process first asked."""
    return examine(_engine(name, view))


def _engine(name: str, view: View) -> Engine:
    if name not in ENGINES:
        raise SandboxUnavailable(f"no sandbox engine is called {name!r}", help="choose one of " + ", ".join(ENGINES))
    module, _, attribute = ENGINES[name].partition(":")
    engine: Engine = getattr(importlib.import_module(module), attribute)(view)
    return engine
