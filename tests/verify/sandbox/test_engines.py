"""Which engine answers, what a probe shows, and what the unconfined one admits."""

from __future__ import annotations

import multiprocessing
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from translate.verify.sandbox import ENGINES, Limits, Outcome, SandboxUnavailable, memory, open_sandbox, probe_all
from translate.verify.sandbox import bubblewrap as module
from translate.verify.sandbox.contract import View
from translate.verify.sandbox.engines import Sandbox, first_probe


def test_bubblewrap_is_healthy_here() -> None:
    """No skip: without it nothing above was proved."""
    probe = open_sandbox("bubblewrap").probe()
    assert probe.healthy, probe.reasons


def test_every_engine_is_reported_healthy_or_not() -> None:
    probes = {probe.engine: probe for probe in probe_all()}
    assert set(probes) == set(ENGINES) - {"unconfined"}
    for name, probe in probes.items():
        print(name, "healthy" if probe.healthy else "; ".join(probe.reasons))
        assert probe.healthy or probe.reasons


def test_auto_takes_the_first_that_is_healthy() -> None:
    assert open_sandbox().name == "bubblewrap"


def test_auto_never_falls_back_to_unconfined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    first_probe.cache_clear()
    with pytest.raises(SandboxUnavailable) as caught:
        open_sandbox()
    first_probe.cache_clear()
    assert "bwrap is not installed" in str(caught.value)
    assert "help:" in str(caught.value)


def test_an_unknown_engine_names_the_known() -> None:
    with pytest.raises(SandboxUnavailable, match="no sandbox engine"):
        open_sandbox("chroot")


def test_unconfined_warns() -> None:
    with pytest.warns(UserWarning, match="all of your rights"):
        open_sandbox("unconfined")


def test_a_probe_sees_an_open_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "NAMESPACES", [word for word in module.NAMESPACES if word != "--unshare-net"])
    probe = open_sandbox("bubblewrap").probe()
    assert not probe.healthy
    assert [finding.name for finding in probe.findings if not finding.holds] == ["no network"]


def test_a_probe_sees_a_visible_home(monkeypatch: pytest.MonkeyPatch) -> None:
    original, here = module._inputs, str(Path.cwd())
    monkeypatch.setattr(module, "_inputs", lambda job, handles: [*original(job, handles), "--ro-bind", here, here])
    assert "no secret file" in str(open_sandbox("bubblewrap").probe().reasons)


def test_a_probe_sees_memory_that_is_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "limit_memory", lambda limit: memory.AddedUp(1 << 40))
    assert "memory" in str(open_sandbox("bubblewrap").probe().reasons)


def test_what_cannot_start_is_our_failure_and_no_verdict() -> None:
    sandbox = open_sandbox("bubblewrap", folders=[Path("/no/such/folder")])
    with pytest.raises(SandboxUnavailable, match="/no/such/folder"):
        sandbox.run(["true"])


def test_further_folders_are_seen_read_only(tmp_path: Path) -> None:
    (tmp_path / "header.h").write_text("int x;\n")
    _let_in(tmp_path)
    tools = tmp_path / "header.h"
    sandbox = open_sandbox("bubblewrap", folders=[tmp_path])
    assert sandbox.run(["cat", str(tools)]).stdout == b"int x;\n"
    assert not sandbox.run(["touch", str(tools)]).ok
    assert not sandbox.run(["rm", "-f", str(tools)]).ok


def test_another_root_serves_as_well(tmp_path: Path) -> None:
    """A folder from containers/build-root.sh in small: a shell and what it needs."""
    needed = subprocess.run(["ldd", "/bin/sh"], capture_output=True, text=True, check=True).stdout
    for path in ["/bin/sh", *re.findall(r"/\S+", needed)]:
        copy = tmp_path / path.lstrip("/")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    _let_in(tmp_path)
    run = open_sandbox("bubblewrap", root=tmp_path).run(["sh", "-c", "echo /bin/* /usr/*"])
    assert run.stdout == b"/bin/sh /usr/*\n", run.stderr


def test_a_user_without_rights_is_confined_as_well() -> None:
    """Root starts jobs as a stranger and has control groups; others have neither."""
    with multiprocessing.get_context("fork").Pool(1, initializer=_become_nobody) as pool:
        healthy, reasons = pool.apply(_probe)
    assert healthy, reasons


def _become_nobody() -> None:
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
        os.chdir("/tmp")
    memory.groups_folder.cache_clear()


def _probe() -> tuple[bool, tuple[str, ...]]:
    probe = open_sandbox("bubblewrap").probe()
    return probe.healthy, probe.reasons


def test_the_unconfined_engine_runs_and_says_what_it_holds() -> None:
    sandbox = _unconfined()
    run = sandbox.run(["sh", "-c", "cat a -; echo out >b"], files={"a": b"A"}, stdin=b"in", results=["b"])
    assert (run.outcome, run.stdout, run.files) == (Outcome.OK, b"Ain", {"b": b"out\n"})
    assert "memory_bytes" not in run.held
    assert "memory_bytes" in open_sandbox("bubblewrap").run(["true"]).held


ENDS = [
    ("sleep 60", Limits(wall_seconds=0.2), Outcome.TIMED_OUT),
    ("yes", Limits(output_bytes=1000, file_bytes=1 << 20), Outcome.OUTPUT_LIMIT),
    ("kill -SEGV $$", Limits(), Outcome.CRASHED),
    ("exit 2", Limits(), Outcome.FAILED),
]


@pytest.mark.parametrize(("script", "limits", "outcome"), ENDS)
def test_the_unconfined_engine_ends_what_it_can(script: str, limits: Limits, outcome: Outcome) -> None:
    run = _unconfined().run(["sh", "-c", script], limits=limits)
    assert run.outcome is outcome
    assert len(run.stdout) <= limits.output_bytes


GETS_THROUGH = ["read_file", "read_by_dots", "read_by_link", "see_processes", "signal_host"]


@pytest.mark.parametrize("name", GETS_THROUGH)
def test_the_attacks_do_get_through_where_nothing_confines(programs: dict[str, bytes], secret: Path, name: str) -> None:
    """Else the attacks that are held elsewhere would prove nothing."""
    argument = {"see_processes": "2", "signal_host": str(os.getpid())}.get(name, str(secret))
    run = _unconfined().run(["./host", name, argument], files={"host": programs["host"]})
    assert b"BREACH" in run.stdout


KERNEL_DOORS = ["new_privileges", "keyring", "netlink", "outlive_us", "user_fault", "programs_for_kernel"]


def test_the_doors_are_open_where_nothing_confines(programs: dict[str, bytes]) -> None:
    opened = [
        name for name in KERNEL_DOORS if b"BREACH" in _unconfined().run(["./kernel", name], files={"kernel": programs["kernel"]}).stdout
    ]
    assert {"new_privileges", "netlink", "outlive_us"} <= set(opened)


def _let_in(path: Path) -> None:
    """Root starts a job as a stranger, who must be able to walk to the folder."""
    for folder in [path, *path.parents[:2]]:
        folder.chmod(0o755)


def _unconfined() -> Sandbox:
    from translate.verify.sandbox.unconfined import Unconfined

    return Sandbox(Unconfined(View()))
