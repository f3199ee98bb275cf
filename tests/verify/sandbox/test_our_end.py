"""When our own process is killed at any moment, nothing of the job is left."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from translate.verify.sandbox import Sandbox, memory, scratch
from translate.verify.sandbox.bubblewrap import Bubblewrap
from translate.verify.sandbox.contract import View

ROOT = Path(__file__).parents[3]
DRIVER = """
import sys
from translate.verify.sandbox import open_sandbox, memory
if sys.argv[2] == "added up":
    memory.groups_folder = lambda: None
sandbox = open_sandbox(sys.argv[1])
print("ready", flush=True)
while True:
    sandbox.run(["sh", "-c", "setsid sleep 987 & sleep 987", sys.argv[3]])
"""
# From before the first process exists to well after the job runs, in steps shorter than each of the stages.
MOMENTS = [0.0, 0.001, 0.002, 0.003, 0.004, 0.005, 0.006, 0.008, 0.010, 0.012, 0.014, 0.016, 0.020, 0.030, 0.1, 0.3]


@pytest.mark.parametrize("hold", ["control groups", "added up"])
@pytest.mark.parametrize("moment", MOMENTS)
def test_no_process_and_no_folder_outlives_us(moment: float, hold: str) -> None:
    marker = f"orphan-{os.getpid()}-{time.monotonic_ns()}"
    with subprocess.Popen([sys.executable, "-c", DRIVER, "bubblewrap", hold, marker], stdout=subprocess.PIPE, cwd=ROOT) as driver:
        assert driver.stdout and driver.stdout.readline() == b"ready\n"
        time.sleep(moment)
        driver.send_signal(signal.SIGKILL)
    if not _gone(marker):
        # Killed inside its own fork, bubblewrap leaves a child that waits for it; the job is not in it.
        assert {_name(process) for process in _holders(marker)} == {"bwrap"}
        Bubblewrap(View())
        assert _gone(marker)


def test_what_waits_for_a_killed_owner_is_swept(tmp_path: Path) -> None:
    program = tmp_path / "bwrap"
    shutil.copy(shutil.which("sleep") or "", program)
    processes = []
    for name in (_killed_owner(), scratch.owner()):
        handle = os.memfd_create(f"hpc-translate-{name}")
        processes.append(subprocess.Popen([program, "987"], pass_fds=[handle]))
        os.close(handle)
    left, own = processes
    try:
        while {_name(str(process.pid)) for process in processes} != {"bwrap"}:
            time.sleep(0.001)
        Bubblewrap(View())
        assert left.wait(5) == -signal.SIGKILL
        assert own.poll() is None, "that of a living owner goes on"
    finally:
        for process in processes:
            process.kill()
            process.wait()


def _killed_owner() -> str:
    code = "from translate.verify.sandbox import scratch; print(scratch.owner())"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()


def _name(process: str) -> str:
    return Path(f"/proc/{process}/comm").read_text().strip()


@pytest.mark.parametrize("moment", [0.2, 1.0])
def test_no_engine_keeps_a_job_without_us(sandbox: Sandbox, moment: float) -> None:
    """A container belongs to a daemon, which does not die with us."""
    marker = f"orphan-{os.getpid()}-{time.monotonic_ns()}"
    with subprocess.Popen(
        [sys.executable, "-c", DRIVER, sandbox.name, "", marker], stdout=subprocess.PIPE, cwd=ROOT
    ) as driver:
        assert driver.stdout and driver.stdout.readline() == b"ready\n"
        time.sleep(moment)
        driver.send_signal(signal.SIGKILL)
    assert _gone(marker)


def test_a_killed_owner_s_folders_are_swept() -> None:
    code = "from translate.verify.sandbox import scratch\nwith scratch.folder() as f: print(f, flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as owner:
        assert owner.stdout
        left = Path(owner.stdout.readline().decode().strip())
        with scratch.folder():
            assert left.is_dir(), "a living owner keeps its folder"
        owner.send_signal(signal.SIGKILL)
    with scratch.folder() as own:
        assert not left.exists()
        assert own.is_dir()
    assert not own.exists()


def test_a_killed_owner_s_control_groups_are_swept() -> None:
    parent = memory.groups_folder()
    if parent is None:
        return  # where there are none, none can be left
    code = "from translate.verify.sandbox import memory\ng = memory.limit_memory(1 << 30)\nprint(g.folder, flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as owner:
        assert owner.stdout
        left = Path(owner.stdout.readline().decode().strip())
        assert left.is_dir()
        owner.send_signal(signal.SIGKILL)
    memory.groups_folder.cache_clear()
    memory.groups_folder()
    assert not left.exists()


def test_an_interrupted_call_leaves_nothing(sandbox: Sandbox) -> None:
    marker = f"interrupted-{os.getpid()}-{time.monotonic_ns()}"

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    try:
        with pytest.raises(KeyboardInterrupt):
            sandbox.run(["sh", "-c", "setsid sleep 987 & sleep 987", marker])
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert _gone(marker, seconds=0.0)


def _gone(marker: str, seconds: float = 5.0) -> bool:
    """Whether no process with the marker is left; the kernel sends the deaths one after the other."""
    until = time.monotonic() + seconds
    while _holders(marker):
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


def _holders(marker: str) -> list[str]:
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if marker.encode() in path.read_bytes():
                found.append(path.parent.name)
        except OSError:
            continue
    return [name for name in found if name != str(os.getpid())]
