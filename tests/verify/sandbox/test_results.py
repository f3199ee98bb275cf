"""Result files laid out to lead the reader astray, and what honest jobs get back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from translate.verify.sandbox import Limits, Outcome, Sandbox

MIB = 1 << 20
LIMITS = Limits(file_bytes=8 * MIB, files=300, memory_bytes=256 * MIB)

LAID_OUT = [
    ("ln -s /etc/passwd out", "out", "a link", "a link to a file of the host"),
    ("ln -s /dev/zero out", "out", "a link", "a link to an endless device"),
    ("echo x >a; ln a out", "out", "a file with several names", "a second name of a file that changes later"),
    ("mkfifo out", "out", "not a regular file", "a pipe without a writer blocks whoever opens it"),
    ("truncate -s 7M out; truncate -s 7M out2", "out*", "larger than", "holes cost no disk but memory of ours"),
]


@pytest.mark.parametrize(("script", "wanted", "why", "reason"), LAID_OUT, ids=[row[3] for row in LAID_OUT])
def test_reads_back_plain_files_only(sandbox: Sandbox, script: str, wanted: str, why: str, reason: str) -> None:
    run = sandbox.run(["sh", "-c", script], results=[wanted], limits=LIMITS)
    assert run.ok, run.stderr
    assert why in str(run.refused), run.refused
    assert all(len(data) <= 7 * MIB for data in run.files.values())


def test_a_linked_folder_is_not_entered(sandbox: Sandbox) -> None:
    run = sandbox.run(["sh", "-c", "ln -s /etc sub; ln -s .. up"], results=["*"], limits=LIMITS)
    assert run.refused == {"sub": "a link", "up": "a link"}
    assert not run.files


def test_reads_no_more_files_than_allowed(sandbox: Sandbox) -> None:
    run = sandbox.run(["sh", "-c", "for i in $(seq 50); do echo $i >$i; done"], results=["*"], limits=replace(LIMITS, files=20))
    assert len(run.files) <= 20


def test_names_are_bytes(sandbox: Sandbox) -> None:
    script = "printf x >\"$(printf 'a\\nb')\"; printf y >\"$(printf '\\377')\"; printf z >-rf"
    run = sandbox.run(["sh", "-c", script], results=["*"], limits=LIMITS)
    assert sorted(run.files.values()) == [b"x", b"y", b"z"]


def test_files_and_folders_travel_both_ways(sandbox: Sandbox) -> None:
    files = {"include/a.h": b"\x00\xff", "run.sh": b"#!/bin/sh\ncat include/a.h - >sub/out\n"}
    run = sandbox.run(["sh", "-c", "mkdir sub; ./run.sh"], files=files, stdin=b"in", results=["sub/*"], limits=LIMITS)
    assert run.ok, run.stderr
    assert run.files == {"sub/out": b"\x00\xffin"}


@pytest.mark.parametrize("name", ["/tmp/x", "../x", "a/../../x", "."])
def test_input_names_stay_inside(sandbox: Sandbox, name: str) -> None:
    with pytest.raises(ValueError, match="inside"):
        sandbox.run(["true"], files={name: b""})


ENDS = [
    ("exit 0", Outcome.OK, 0, "success"),
    ("exit 3", Outcome.FAILED, 3, "a status of its own"),
    ("kill -SEGV $$", Outcome.CRASHED, 139, "a signal"),
    ("no-such-program", Outcome.FAILED, 127, "a program that is not there"),
]


@pytest.mark.parametrize(("script", "outcome", "status", "reason"), ENDS, ids=[row[3] for row in ENDS])
def test_says_how_it_ended(sandbox: Sandbox, script: str, outcome: Outcome, status: int, reason: str) -> None:
    run = sandbox.run(["sh", "-c", script], limits=LIMITS)
    assert (run.outcome, run.status) == (outcome, status)
    assert run.engine == sandbox.name
    assert run.limits == LIMITS


def test_a_crash_adds_no_words_to_what_the_program_said(sandbox: Sandbox) -> None:
    run = sandbox.run(["sh", "-c", "echo mine >&2; kill -SEGV $$"], limits=LIMITS)
    assert run.stderr == b"mine\n"


def test_a_closed_standard_output_is_not_an_end(sandbox: Sandbox) -> None:
    run = sandbox.run(["sh", "-c", "exec >&- 2>&-; sleep 0.1; echo late >out"], results=["out"], limits=LIMITS)
    assert run.ok
    assert run.files == {"out": b"late\n"}


def test_jobs_run_side_by_side(sandbox: Sandbox) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as pool:
        runs = list(pool.map(lambda number: sandbox.run(["echo", str(number)], limits=LIMITS), range(12)))
    assert [run.stdout for run in runs] == [b"%d\n" % number for number in range(12)]


def test_a_program_that_uses_no_memory_to_speak_of_passes_after_forks(sandbox: Sandbox) -> None:
    # Ten processes that share one block: counted once, or honest programs die.
    code = "x = b'1' * (60 << 20)\nimport os, time\nfor _ in range(9):\n    if os.fork() == 0: break\ntime.sleep(0.5)"
    run = sandbox.run(["/usr/bin/python3", "-c", code], limits=LIMITS)
    assert run.outcome is Outcome.OK or run.status == 127, run
