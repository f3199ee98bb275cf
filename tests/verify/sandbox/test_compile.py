"""Sources that turn the compiler against its user."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from translate.verify.sandbox import COMPILE_LIMITS, Outcome, Sandbox

MIB = 1 << 20
LIMITS = replace(COMPILE_LIMITS, cpu_seconds=3, wall_seconds=6, memory_bytes=512 * MIB, file_bytes=64 * MIB)
INCBIN = 'asm(".globl data\\ndata: .incbin \\"{}\\"");'

SPIES = [
    ('#include "{}"', "include"),
    (INCBIN, "the assembler's include, which no preprocessor flag stops"),
    ('#if __has_include("{}")\n#error opensesame\n#endif', "only asking whether it is there"),
    ('int x;\n#pragma GCC dependency "{}"', "a pragma that opens it"),
]


@pytest.mark.parametrize(("source", "reason"), SPIES, ids=[row[1] for row in SPIES])
def test_the_compiler_shows_no_secret(sandbox: Sandbox, secret: Path, source: str, reason: str) -> None:
    run = _compile(sandbox, source.format(secret))
    assert b"opensesame" not in run.stderr + run.stdout + run.files.get("a.o", b"")


ENVIRONMENTS = ["/proc/self/environ", "/proc/1/environ"]


@pytest.mark.parametrize("path", ENVIRONMENTS)
@pytest.mark.parametrize("source", ['#include "{}"', INCBIN], ids=["include", "incbin"])
def test_the_compiler_shows_no_variable_of_ours(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, source: str, path: str) -> None:
    monkeypatch.setenv("API_KEY", "opensesame")
    run = _compile(sandbox, source.format(path))
    assert b"opensesame" not in run.stderr + run.stdout + run.files.get("a.o", b"")


BOMBS = [
    ('#include "/dev/zero"', "an endless include"),
    ("template<int n> struct S { S<n - 1> a; S<n - 2> b; };\nS<900000> s;", "endless templates"),
    ("#include __FILE__\n#include __FILE__", "includes of itself"),
    ("int a[1ul << 38] = {1};", "an object file larger than the disk"),
    ("constexpr int f(int n) { return n ? f(n - 1) + f(n - 1) : 0; }\nconstexpr int x = f(90);", "endless constants"),
]


@pytest.mark.parametrize(("source", "reason"), BOMBS, ids=[row[1] for row in BOMBS])
def test_a_bomb_ends_with_the_compiler(sandbox: Sandbox, source: str, reason: str) -> None:
    run = _compile(sandbox, source)
    assert run.outcome is not Outcome.OK
    assert len(run.stderr) <= LIMITS.output_bytes


def test_an_honest_program_compiles_and_runs(sandbox: Sandbox) -> None:
    source = b"#include <iostream>\n#include <vector>\nint main() { std::vector<int> v(3, 7); std::cout << v[2]; }"
    built = sandbox.compile(["g++", "-O1", "a.cpp", "-o", "a"], files={"a.cpp": source}, results=["a"])
    assert built.ok, built.stderr
    run = sandbox.run(["./a"], files=built.files)
    assert (run.ok, run.stdout) == (True, b"7")


def _compile(sandbox: Sandbox, source: str):
    return sandbox.compile(["g++", "-c", "a.cpp", "-o", "a.o"], files={"a.cpp": source.encode()}, results=["a.o"], limits=LIMITS)
