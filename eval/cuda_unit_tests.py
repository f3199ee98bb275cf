"""`python -m eval.cuda_unit_tests FILE`: the unit tests of reference kernels, run on the CPU and held against stored outputs.

FILE holds JSON lines with `id`, `cuda` and `tests` (`cuda_wrapper`, `cuda_inputs`, `expected_outputs`, `cpu_match`). The programs
run without a sandbox: only for files that you trust.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.verify.cuda_on_cpu import build_flags, exit_status, to_cpp, unsupported

BATCH = 16
SECONDS = 20
DIGITS = 1e-4
"""The stored outputs have six digits."""

PRINTER = """
#include <iostream>
#include <cfloat>
#include <climits>
#include <cmath>
#include <cstring>
#include <vector>
#include <algorithm>
using namespace std;
template <class T> void print_value(const T& value) { cout << value; }
template <class T, size_t N> void print_value(const T (&values)[N]) {
    cout << "[ ";
    for (size_t i = 0; i < N; ++i) { if (i) cout << ", "; print_value(values[i]); }
    cout << " ]";
}
template <class F, class... A> void wrapper(F function, A&&... arguments) {
    function(arguments...);
    cout << "Return value: void\\nArguments after function call: (";
    int printed = 0;
    ((cout << (printed++ ? ", " : ""), print_value(arguments)), ...);
    cout << ")\\n";
}
"""


@dataclass(frozen=True, slots=True)
class UnitTest:
    """A kernel with its host function and the cases whose stored outputs are sound."""

    name: str
    kernel: str
    host: str
    inputs: tuple[str, ...]
    expected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`agrees`, `close` (to the digits stored), `differs`, `faults`, `does not build` or `untestable`, and what speaks for it."""

    test: UnitTest
    word: str
    evidence: str = ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each test that does not agree, and the count of each outcome."""
    parser = argparse.ArgumentParser(prog="python -m eval.cuda_unit_tests", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--mode", default="plain", help="plain, address, thread or strict")
    parser.add_argument("--only", action="append", default=[], help="an id")
    options = parser.parse_args(arguments)
    tests = [test for test in unit_tests(options.file) if not options.only or test.name in options.only]
    counts: dict[str, int] = {}
    for outcome in outcomes(tests, options.mode):
        counts[outcome.word] = counts.get(outcome.word, 0) + 1
        if outcome.word not in ("agrees", "close"):
            print(f"{outcome.test.name}: {outcome.word}: {outcome.evidence}", flush=True)
    passed = counts.get("agrees", 0) + counts.get("close", 0)
    print(f"{passed} of {len(tests)} tests pass in {options.mode} mode: {counts}")
    return 0


def unit_tests(path: Path) -> list[UnitTest]:
    """The tests of a file; cases without a stored output or marked unsound are left out, tests without cases too."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        tests = row.get("tests") or {}
        cases = zip(*(tests.get(key, []) for key in ("cuda_inputs", "expected_outputs", "cpu_match")), strict=True)
        sound = [(given, expected) for given, expected, matches in cases if matches and expected]
        if sound:
            inputs, outputs = zip(*sound, strict=True)
            found.append(UnitTest(row["id"], row["cuda"], tests["cuda_wrapper"], inputs, outputs))
    return found


def outcomes(tests: Sequence[UnitTest], mode: str) -> Iterator[Outcome]:
    """What came of each test, many built in one unit."""
    for first in range(0, len(tests), BATCH):
        yield from _batch(tests[first : first + BATCH], mode)


def agreement(expected: str, found: str) -> str:
    """`agrees` for the same text, `close` for numbers that agree to the digits stored, else `differs`."""
    if expected == found:
        return "agrees"
    left, right = _words(expected), _words(found)
    close = len(left) == len(right) and all(map(_close, left, right))
    return "close" if close else "differs"


def _batch(tests: Sequence[UnitTest], mode: str) -> Iterator[Outcome]:
    testable = [test for test in tests if not unsupported(test.kernel + test.host)]
    for test in tests:
        if test not in testable:
            yield Outcome(test, "untestable", "; ".join(unsupported(test.kernel + test.host)))
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "tests"
        message = _build(testable, program, mode)
        if message is None:
            for number, test in enumerate(testable):
                yield _run(test, program, number)
        elif len(testable) == 1:
            yield Outcome(testable[0], "does not build", message)
        else:
            for test in testable:
                yield from _batch([test], mode)


def _build(tests: Sequence[UnitTest], program: Path, mode: str) -> str | None:
    """The first error of the compiler; None if it built."""
    source = program.with_suffix(".cpp")
    source.write_text(to_cpp(_unit(tests), "tests.cu"), encoding="utf-8")
    command = ["g++", str(source), "-o", str(program), *build_flags(mode)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    errors = [line for line in built.stderr.splitlines() if "error" in line]
    return None if built.returncode == 0 else next(iter(errors), built.stderr[:300])


def _unit(tests: Sequence[UnitTest]) -> str:
    """A program that runs case `argv[2]` of test `argv[1]`."""
    pieces = [PRINTER]
    calls = []
    for number, test in enumerate(tests):
        cases = "".join(f"case {i}: {{ {text}\n}} break;\n" for i, text in enumerate(test.inputs))
        pieces.append(f"namespace test_{number} {{\n{test.kernel}\n{test.host}\nvoid run(int c) {{ switch (c) {{ {cases} }} }}\n}}\n")
        calls.append(f"case {number}: test_{number}::run(atoi(argv[2])); break;")
    return "".join(pieces) + f"int main(int, char** argv) {{ switch (atoi(argv[1])) {{ {' '.join(calls)} }} }}\n"


def _run(test: UnitTest, program: Path, number: int) -> Outcome:
    words = set()
    for case, expected in enumerate(test.expected):
        word, evidence = _run_case(program, number, case, expected)
        if word not in ("agrees", "close"):
            return Outcome(test, word, f"case {case}: {evidence}")
        words.add(word)
    return Outcome(test, "close" if "close" in words else "agrees")


def _run_case(program: Path, number: int, case: int, expected: str) -> tuple[str, str]:
    try:
        run = subprocess.run([str(program), str(number), str(case)], capture_output=True, check=False, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return "faults", f"still running after {SECONDS} s"
    if run.returncode != 0:
        said = [line for line in run.stderr.decode("utf-8", "replace").splitlines() if line.strip("= ")]
        return "faults", f"{exit_status(run.returncode) or run.returncode}: {' | '.join(said[:3])}"
    found = run.stdout.decode("utf-8", "replace")
    return agreement(expected, found), f"expected {expected!r}, found {found!r}"


def _words(text: str) -> list[str]:
    return text.replace(",", " ").replace("(", " ").replace(")", " ").split()


def _close(left: str, right: str) -> bool:
    if left == right:
        return True
    try:
        first, second = float(left), float(right)
    except ValueError:
        return False
    return (first != first and second != second) or abs(first - second) <= DIGITS * max(abs(first), abs(second))


if __name__ == "__main__":
    raise SystemExit(main())
