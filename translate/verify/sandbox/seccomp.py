"""The list of refused system calls, as a program for the kernel and as a profile for container engines."""

from __future__ import annotations

import errno
import json
import platform
import struct
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

# Opcodes of the kernel's packet filter: load a word, compare it, return.
LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, KILL, REFUSE = 0x7FFF0000, 0x80000000, 0x00050000
NUMBER, ARCHITECTURE, ARGUMENT = 0, 4, 16  # offsets in struct seccomp_data; arguments are 8 bytes wide
FOREIGN_CALLS = 0x40000000  # x32 numbers on x86_64: the same calls under other numbers


def supported() -> bool:
    """Whether the numbers of this machine's system calls are known."""
    return platform.machine() in _facts()["architecture"]


@cache
def program() -> bytes:
    """The filter in the kernel's form, for `bwrap --seccomp`."""
    numbers = _facts()["architecture"][platform.machine()]
    column = list(_facts()["architecture"]).index(platform.machine())
    refused = [row[column] for row in _facts()["refused"].values() if row[column] >= 0]
    arguments = _facts()["arguments"]
    code = [
        *_load(ARCHITECTURE),
        _step(EQUAL, numbers["audit"], 1, 0),
        _answer(KILL),
        *_load(NUMBER),
        *_refuse_if(AT_LEAST, FOREIGN_CALLS),
        *(step for number in refused for step in _refuse_if(EQUAL, number)),
        # Its flags lie behind a pointer, which a filter cannot read; libraries fall back to clone.
        *_refuse_if(EQUAL, numbers["clone3"], errno.ENOSYS),
        *_for_call(numbers["clone"], [*_argument(0), *_refuse_if(ANY_BIT, arguments["new_namespace"])]),
        *_for_call(numbers["ioctl"], [*_argument(1), *_each(arguments["terminal_requests"])]),
        *_for_call(numbers["prctl"], [*_argument(0), *_each([arguments["death_signal"]])]),
        *_for_call(numbers["socket"], [*_argument(0), *_others(arguments["socket_families"])]),
        _answer(ALLOW),
    ]
    return b"".join(code)


def profile() -> str:
    """The same list as docker and podman read it, by name."""
    arguments, refused = _facts()["arguments"], sorted(_facts()["refused"])
    allowed = arguments["socket_families"]
    rules: list[dict[str, Any]] = [
        _rule(refused),
        _rule(["clone3"], error=errno.ENOSYS),
        *(_rule(["clone"], _masked(0, 1 << bit)) for bit in range(32) if arguments["new_namespace"] >> bit & 1),
        *(_rule(["ioctl"], _compared(1, request)) for request in arguments["terminal_requests"]),
        _rule(["prctl"], _compared(0, arguments["death_signal"])),
        *(_rule(["socket"], _compared(0, family)) for family in range(64) if family not in allowed),
    ]
    machines = ["SCMP_ARCH_X86_64", "SCMP_ARCH_AARCH64"]
    return json.dumps({"defaultAction": "SCMP_ACT_ALLOW", "architectures": machines, "syscalls": rules})


def _refuse_if(test: int, value: int, error: int = errno.EPERM) -> list[bytes]:
    return [_step(test, value, 0, 1), _answer(REFUSE | error)]


def _each(values: list[int]) -> list[bytes]:
    return [step for value in values for step in _refuse_if(EQUAL, value)]


def _others(values: list[int]) -> list[bytes]:
    """Refuse whatever is not one of `values`."""
    tests = [_step(EQUAL, value, len(values) - place, 0) for place, value in enumerate(values)]
    return [*tests, _answer(REFUSE | errno.EPERM)]


def _for_call(number: int, steps: list[bytes]) -> list[bytes]:
    return [_step(EQUAL, number, 0, len(steps) + 1), *steps, _answer(ALLOW)]


def _argument(place: int) -> list[bytes]:
    return _load(ARGUMENT + 8 * place)


def _load(offset: int) -> list[bytes]:
    return [_step(LOAD, offset)]


def _answer(value: int) -> bytes:
    return _step(RETURN, value)


def _step(opcode: int, value: int, then: int = 0, otherwise: int = 0) -> bytes:
    return struct.pack("=HBBI", opcode, then, otherwise, value)


def _rule(names: list[str], argument: dict[str, Any] | None = None, error: int = errno.EPERM) -> dict[str, Any]:
    rule: dict[str, Any] = {"names": names, "action": "SCMP_ACT_ERRNO", "errnoRet": error}
    return rule | ({"args": [argument]} if argument else {})


def _compared(index: int, value: int) -> dict[str, Any]:
    return {"index": index, "value": value, "op": "SCMP_CMP_EQ"}


def _masked(index: int, bit: int) -> dict[str, Any]:
    return {"index": index, "value": bit, "valueTwo": bit, "op": "SCMP_CMP_MASKED_EQ"}


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "seccomp.toml").read_text(encoding="utf-8"))
