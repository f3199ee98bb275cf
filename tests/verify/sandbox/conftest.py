"""The engines that are healthy here, and the attack programs, compiled once in the sandbox itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from translate.verify.sandbox import Sandbox, memory, open_sandbox, probe_all

ATTACKS = Path(__file__).parent / "attacks"
HEALTHY = [probe.engine for probe in probe_all() if probe.healthy]
# Bubblewrap is attacked whether or not it is healthy: CI fails where it cannot run.
CONFINED = ["bubblewrap", "bubblewrap, no control groups", *(name for name in HEALTHY if name != "bubblewrap")]


@pytest.fixture(params=CONFINED)
def sandbox(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """Each engine that confines here, bubblewrap with both ways to hold memory."""
    engine, _, variant = request.param.partition(", ")
    if variant:
        monkeypatch.setattr(memory, "groups_folder", lambda: None)
    return open_sandbox(engine)


@pytest.fixture(scope="session")
def programs() -> dict[str, bytes]:
    """The attack programs by the name of their source."""
    files = {path.name: path.read_bytes() for path in ATTACKS.iterdir()}
    built = {}
    for path in ATTACKS.glob("*.c"):
        run = open_sandbox("bubblewrap").compile(["gcc", "-O1", "-static", path.name, "-o", path.stem], files=files, results=[path.stem])
        assert run.ok, run.stderr.decode()
        built |= run.files
    return dict(built)


@pytest.fixture
def secret(tmp_path: Path) -> Iterator[Path]:
    """A file of the host with a word in it that no job may see."""
    path = tmp_path / "secret.txt"
    path.write_text("opensesame\n")
    path.chmod(0o644)
    for folder in [tmp_path, *tmp_path.parents[:2]]:
        folder.chmod(0o755)  # the rights of a file are not what hides it
    yield path
