"""Programs that try to get out, to stay, or to take more than they may; one property a row."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from translate.verify.sandbox import Limits, Outcome, Run, Sandbox

MIB = 1 << 20
TIGHT = Limits(
    cpu_seconds=5,
    wall_seconds=10,
    memory_bytes=128 * MIB,
    processes=32,
    output_bytes=MIB,
    file_bytes=32 * MIB,
    files=500,
)
SHORT = replace(TIGHT, wall_seconds=0.5)
OWN_END = {Outcome.OK, Outcome.FAILED, Outcome.CRASHED}


def attack(sandbox: Sandbox, programs: dict[str, bytes], program: str, *words: str, limits: Limits = TIGHT) -> Run:
    return sandbox.run([f"./{program}", *words], files={program: programs[program]}, results=["*"], limits=limits)


RESOURCES = [
    # attack, argument, limits, how it may end, reason
    ("fork_count", "32", TIGHT, OWN_END, "the limit on processes holds"),
    ("fork_bomb", "", SHORT, {Outcome.TIMED_OUT, Outcome.KILLED_MEMORY}, "a fork bomb does not outrun the kill"),
    ("thread_count", "32", TIGHT, OWN_END, "threads count as processes"),
    ("memory_private", "512", TIGHT, {Outcome.KILLED_MEMORY}, "memory of one process"),
    ("memory_shared", "512", TIGHT, {Outcome.KILLED_MEMORY}, "shared memory counts as well"),
    ("memory_spread", "240", TIGHT, {Outcome.KILLED_MEMORY}, "RLIMIT_AS is per process: twenty share one limit here"),
    ("memory_files", "512", TIGHT, OWN_END | {Outcome.KILLED_MEMORY}, "memfd pages belong to no process"),
    ("memory_segments", "512", TIGHT, OWN_END | {Outcome.KILLED_MEMORY}, "detached segments belong to no process"),
    ("memory_pipes", "128", TIGHT, OWN_END | {Outcome.KILLED_MEMORY}, "buffers of the kernel are memory too"),
    ("disk_one", "32", TIGHT, {Outcome.FILE_LIMIT}, "one large file"),
    ("disk_spread", "32", TIGHT, {Outcome.FILE_LIMIT}, "sixteen files, each of them within the limit"),
    ("disk_elsewhere", "", TIGHT, OWN_END, "bubblewrap leaves /dev and / writable unless told otherwise"),
    ("sparse", "", TIGHT, {Outcome.FILE_LIMIT}, "a file of holes costs no disk, but whoever reads it pays"),
    ("many_files", "500", TIGHT, {Outcome.FILE_LIMIT}, "empty files cost the kernel memory"),
    ("many_links", "500", TIGHT, {Outcome.FILE_LIMIT}, "so do names of one file"),
    ("deep_folders", "500", TIGHT, {Outcome.FILE_LIMIT}, "so do folders, and a reader that recurses would fall"),
    ("flood", "1", TIGHT, {Outcome.OUTPUT_LIMIT}, "stdout"),
    ("flood", "2", TIGHT, {Outcome.OUTPUT_LIMIT}, "stderr counts with stdout"),
    ("busy", "1", replace(TIGHT, cpu_seconds=0.5), {Outcome.TIMED_OUT}, "processor time of one process"),
    ("busy", "8", replace(TIGHT, cpu_seconds=0.5), {Outcome.TIMED_OUT}, "processor time is added up"),
    ("busy_reaped", "", SHORT, {Outcome.TIMED_OUT}, "children that nobody waits for hide their processor time"),
    ("stubborn", "", SHORT, {Outcome.TIMED_OUT}, "signals can be ignored, but for one"),
    ("stopped", "", SHORT, {Outcome.TIMED_OUT}, "a stopped process uses no processor time"),
    ("core", "", TIGHT, {Outcome.CRASHED}, "a core dump would fill the disk"),
    ("raise_limits", "", TIGHT, OWN_END, "hard limits cannot be raised"),
]


@pytest.mark.parametrize(("name", "argument", "limits", "ends", "reason"), RESOURCES, ids=[row[4] for row in RESOURCES])
def test_takes_no_more_than_it_may(
    sandbox: Sandbox,
    programs: dict[str, bytes],
    name: str,
    argument: str,
    limits: Limits,
    ends: set[Outcome],
    reason: str,
) -> None:
    run = attack(sandbox, programs, "resources", name, argument, limits=limits)
    assert run.status != 99, "no such attack"
    assert b"BREACH" not in run.stdout, run.stdout[:500]
    assert run.outcome in ends, (run.outcome, run.status, run.reason, run.stderr)
    assert len(run.stdout) + len(run.stderr) <= limits.output_bytes
    assert sum(map(len, run.files.values())) <= limits.file_bytes
    assert not [name for name in run.files if "core" in name]


KERNEL = [
    ("mount_tmpfs", "mount is refused"),
    ("remount_root", "what is read-only stays so"),
    ("change_root", "chroot is refused"),
    ("pivot", "pivot_root is refused"),
    ("new_user_namespace", "a user namespace opens most of the kernel"),
    ("clone_user_namespace", "clone and clone3 make one as well"),
    ("new_mount_namespace", "unshare is refused"),
    ("new_mount_api", "there is a second set of mount calls"),
    ("by_handle", "a file handle goes around every path"),
    ("enter_namespaces", "setns is refused"),
    ("device_node", "a device node of one's own opens the disk"),
    ("devices", "no device but the harmless ones"),
    ("module", "kernel modules"),
    ("keyring", "keyrings outlive the process"),
    ("user_fault", "userfaultfd"),
    ("io_uring", "io_uring does system calls that no filter sees"),
    ("programs_for_kernel", "bpf and perf_event_open"),
    ("restart", "reboot"),
    ("host_name", "the host's name"),
    ("kernel_log", "the kernel's log"),
    ("kernel_settings", "/proc/sys is read-only"),
    ("become_root", "no way to another user"),
    ("new_privileges", "setuid files give nothing"),
    ("setuid_file", "not even those of the system"),
    ("capabilities", "no capability is left"),
    ("foreign_vsock", "a network namespace does not confine vsock"),
    ("netlink", "netlink is a wide door"),
    ("packet", "raw packets"),
    ("trace_first", "the first process has no filter"),
    ("trace_parent", "ptrace is refused"),
    ("first_process", "/proc/1/mem is writable, so the first process must be as confined as the job"),
    ("outlive_us", "a job dies with us: it cannot call that off"),
    ("terminal_open", "TIOCSTI types into our terminal"),
    ("foreign_calls", "the same system calls under other numbers"),
]


@pytest.mark.parametrize(("name", "reason"), KERNEL, ids=[row[1] for row in KERNEL])
def test_stays_behind_the_walls(sandbox: Sandbox, programs: dict[str, bytes], name: str, reason: str) -> None:
    run = attack(sandbox, programs, "kernel", name)
    assert run.status != 99, "no such attack"
    assert b"BREACH" not in run.stdout, run.stdout


SECRETS = [
    ("read_file", "a file of the host under its own path"),
    ("read_by_dots", "the same by .."),
    ("read_by_link", "the same by a link"),
    ("read_by_first", "the same by the first process's root"),
]


@pytest.mark.parametrize(("name", "reason"), SECRETS, ids=[row[1] for row in SECRETS])
def test_sees_no_file_of_the_host(sandbox: Sandbox, programs: dict[str, bytes], secret: Path, name: str, reason: str) -> None:
    for path in (secret, Path(__file__), Path.home(), Path("/var/run/docker.sock"), Path("/run/dbus")):
        if path.exists() and path != Path("/root"):
            assert b"BREACH" not in attack(sandbox, programs, "host", name, str(path)).stdout, path


def test_sees_no_password_file(sandbox: Sandbox, programs: dict[str, bytes]) -> None:
    run = sandbox.run(["./host", "read_file", "/root/.bashrc"], files={"host": programs["host"]})
    assert b"BREACH" not in run.stdout
    assert b"BREACH" not in attack(sandbox, programs, "host", "read_shadow").stdout


def test_sees_no_variable_of_ours(sandbox: Sandbox, programs: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("API_KEY", "opensesame")
    # The word in halves: the attack's own command line must not hold it.
    run = attack(sandbox, programs, "host", "read_environments", "API_KEY")
    seen = [line for line in run.stdout.splitlines() if b"cmdline" not in line]
    assert not seen, run.stdout
    plain = sandbox.run(["sh", "-c", "cat /proc/*/environ"])
    assert b"opensesame" not in plain.stdout


def test_sees_no_process_of_the_host(sandbox: Sandbox, programs: dict[str, bytes]) -> None:
    assert b"BREACH" not in attack(sandbox, programs, "host", "see_processes", "6").stdout
    assert b"BREACH" not in attack(sandbox, programs, "host", "signal_host", str(os.getpid())).stdout


def test_kills_nobody_of_the_host(sandbox: Sandbox, programs: dict[str, bytes]) -> None:
    run = attack(sandbox, programs, "host", "kill_everybody")
    assert run.outcome in OWN_END
    assert sandbox.run(["true"]).ok


def test_inherits_no_handle(sandbox: Sandbox, programs: dict[str, bytes], secret: Path) -> None:
    handle = os.open(secret, os.O_RDONLY)
    os.set_inheritable(handle, True)
    try:
        assert b"BREACH" not in attack(sandbox, programs, "host", "open_handles").stdout
        assert b"BREACH" not in attack(sandbox, programs, "host", "write_to_parent").stdout
    finally:
        os.close(handle)


@pytest.mark.parametrize("name", ["linger", "breed"])
def test_leaves_no_process_behind(sandbox: Sandbox, programs: dict[str, bytes], name: str) -> None:
    marker = f"marker-{name}-{os.getpid()}"
    attack(sandbox, programs, "host", name, marker)
    assert marker not in _command_lines()


def _command_lines() -> str:
    lines = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(path.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace"))
        except OSError:
            continue
    return "\n".join(lines)


@pytest.fixture
def listeners(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Sockets of the host that take whoever comes, by the attack's name."""
    tcp, udp = socket.socket(), socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    path, abstract = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)
    word = f"door-{os.getpid()}-{threading.get_ident()}"
    tcp.bind(("127.0.0.1", 0))
    udp.bind(("127.0.0.1", 0))
    udp.setblocking(False)
    path.bind(str(tmp_path / "door"))
    abstract.bind("\0" + word)
    for listener in (tcp, path, abstract):
        listener.listen()
    yield {
        "tcp": str(tcp.getsockname()[1]),
        "udp": str(udp.getsockname()[1]),
        "path": str(tmp_path / "door"),
        "abstract": "@" + word,
    }
    arrived = b""
    try:
        arrived = udp.recv(100)
    except BlockingIOError:
        pass
    for opened in (tcp, udp, path, abstract):
        opened.close()
    assert not arrived, "a packet came through"


DOORS = [
    ("tcp", "tcp", "TCP to the host"),
    ("udp", "udp", "UDP to the host"),
    ("resolver", "tcp", "a name server"),
    ("local_socket", "path", "a socket with a file"),
    ("local_socket", "abstract", "a socket without a file"),
]


@pytest.mark.parametrize(("name", "door", "reason"), DOORS, ids=[row[2] for row in DOORS])
def test_reaches_no_network(
    sandbox: Sandbox, programs: dict[str, bytes], listeners: dict[str, str], name: str, door: str, reason: str
) -> None:
    assert b"BREACH" not in attack(sandbox, programs, "host", name, listeners[door]).stdout
