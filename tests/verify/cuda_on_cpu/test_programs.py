"""Real programs on the CPU: sound ones pass in every mode, and each fault is found by the mode that looks for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from translate.verify.cuda_on_cpu import exit_status

FOLDER = Path(__file__).parent
SOUND = (FOLDER / "sound.cu").read_text()
FAULTY = (FOLDER / "faulty.cu").read_text()
CASES = [case for case in re.findall(r"CASE\((\w+)\)", SOUND) if case != "name"]


@pytest.mark.parametrize("mode", ["plain", "address", "thread", "strict"])
@pytest.mark.parametrize("case", CASES)
def test_a_sound_program_passes_in_every_mode(program, mode: str, case: str) -> None:
    run = program("sound", mode)(case)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("mode", "case"),
    [
        ("address", "past_device_array"),
        ("address", "past_shared_array"),  # The neighbour in shared memory must not hide it.
        ("address", "past_dynamic_shared_memory"),
        ("address", "past_local_array"),  # On the stack of a fiber.
        ("thread", "missing_barrier"),
        ("thread", "update_without_atomic"),
        ("thread", "race_between_blocks"),
    ],
)
def test_a_sanitizer_names_the_line_of_the_fault(program, mode: str, case: str) -> None:
    run = program("faulty", mode)(case)
    assert exit_status(run.returncode) == {"address": "address", "thread": "race"}[mode]
    line = next(number for number, text in enumerate(FAULTY.splitlines(), 1) if text.endswith(f"// fault: {case}"))
    first_frame = next(text for text in run.stderr.splitlines() if text.lstrip().startswith("#0"))
    assert f"faulty.cu:{line}" in first_frame


@pytest.mark.parametrize(
    ("mode", "case", "message"),
    [
        ("strict", "host_array_on_the_stack", "a host pointer is used in a kernel"),
        ("strict", "host_array_on_the_heap", "a host pointer is used in a kernel"),
        ("strict", "large_host_array", "a host pointer is used in a kernel"),  # Too large for the usual heap.
        ("strict", "device_pointer_on_the_host", "a device pointer is used in host code"),
        ("strict", "after_cudaFree", "invalid address used in a kernel"),
        ("plain", "null_pointer", "invalid address used in a kernel"),
        ("thread", "null_pointer", "invalid address used in a kernel"),  # Not to be taken for a race.
        ("plain", "endless_recursion", "a thread's stack overflows"),
        ("plain", "trapped", "the kernel called __trap()"),
        ("plain", "deadlock", "deadlock: 16 threads wait at a barrier and 16 at a warp operation"),
        ("thread", "deadlock", "deadlock: 16 threads wait at a barrier and 16 at a warp operation"),
        ("plain", "mask_without_the_caller", "leaves out the calling lane 1"),
    ],
)
def test_a_fault_ends_the_run_with_a_message(program, mode: str, case: str, message: str) -> None:
    run = program("faulty", mode)(case)
    assert exit_status(run.returncode) == "fault"
    assert message in run.stderr and "came to the end" not in run.stdout


@pytest.mark.parametrize("case", ["host_array_on_the_stack", "race_between_blocks", "past_device_array"])
def test_plain_mode_looks_for_none_of_these(program, case: str) -> None:
    assert program("faulty", "plain")(case).returncode == 0


@pytest.mark.parametrize(("fill", "values"), [(None, "0 0"), ("255", "-1 -1")])
def test_two_fills_tell_apart_who_reads_what_nobody_wrote(program, fill: str | None, values: str) -> None:
    environment = {"CUDA_ON_CPU_FILL": fill} if fill else {}
    assert program("faulty", "plain")("never_written", **environment).stdout.startswith(values)
