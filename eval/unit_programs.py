"""Unit tests of many functions in shared programs, built and run in the sandbox.

Each case runs in a process of its own, forked by a small main that collects what it prints, so that a crash ends one case and no
case sees what another left. What a candidate prints is compared outside, where the expected text is; the program does not hold it.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from eval.cuda_unit_tests import PRINTER, Outcome, UnitTest, agreement
from translate.host import PRELUDE
from translate.languages import language
from translate.source.signatures import holds_only_functions
from translate.verify.cuda_on_cpu import build_flags, exit_status, to_cpp, unsupported
from translate.verify.equivalence.prologue import seeing_headers
from translate.verify.sandbox import COMPILE_LIMITS, Limits, Sandbox

TOGETHER = 16
AT_A_TIME = 2
CASE_SECONDS = 5
# A busy machine is no fault of a candidate: processor time counts.
LIMITS = Limits(cpu_seconds=60.0, wall_seconds=300.0, memory_bytes=1 << 31)
ENVIRONMENT = {"ASAN_OPTIONS": "detect_leaks=0"}
FRAME = struct.Struct("<II")
FLAGS = ["-w", "-O0"]
"""Six-digit cases of a few elements: building takes far longer than running."""
MESSAGE = re.compile(r"^test_(?P<number>\d+):(?P<line>\d+):(?:\d+:)?\s*(?:fatal )?error:\s*(?P<text>.*)$", re.MULTILINE)
# No header may be included among the tests; those of host functions are included above.
CHECK = "\n".join(line for line in PRELUDE.splitlines() if not line.startswith("#include")) + "\n"
COLLECTOR = """
#include <sys/resource.h>
#include <sys/wait.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string>
#include <unistd.h>
static void collect(void (*run)(int), int number) {
    int ends[2];
    if (pipe(ends)) return;
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], 1); close(ends[0]); close(ends[1]);
        rlimit most = {SECONDS, SECONDS + 1}; setrlimit(RLIMIT_CPU, &most);
        run(number);
        std::cout.flush(); fflush(stdout);
        _exit(0);
    }
    close(ends[1]);
    std::string said; char piece[4096]; ssize_t count;
    while ((count = read(ends[0], piece, sizeof piece)) > 0) if (said.size() < 1 << 20) said.append(piece, count);
    close(ends[0]);
    int status = 0; waitpid(child, &status, 0);
    uint32_t head[2] = {WIFEXITED(status) ? (uint32_t)WEXITSTATUS(status) : 128u + WTERMSIG(status), (uint32_t)said.size()};
    fwrite(head, sizeof head, 1, stdout); fwrite(said.data(), 1, said.size(), stdout); fflush(stdout);
}
""".replace("SECONDS", str(CASE_SECONDS))


_SEEN: dict[tuple[UnitTest, str, str], Outcome] = {}


def outcomes(tests: Sequence[UnitTest], sandbox: Sandbox, mode: str = "plain") -> list[Outcome]:
    """What came of each test; equal tests are run once, and none twice in one process. In `address` mode a read out of bounds faults."""
    new = [test for test in dict.fromkeys(tests) if (test, mode, sandbox.name) not in _SEEN]
    for test in new:
        if reasons := unsupported(test.kernel + test.host):
            _SEEN[test, mode, sandbox.name] = Outcome(test, "untestable", reasons[0])
    left = [test for test in new if (test, mode, sandbox.name) not in _SEEN]
    shared = [test for test in left if _shares(test)]
    batches = [shared[at : at + TOGETHER] for at in range(0, len(shared), TOGETHER)] + [[test] for test in left if not _shares(test)]
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        for batch in pool.map(lambda batch: list(_batch(batch, sandbox, mode)), batches):
            _SEEN.update({(outcome.test, mode, sandbox.name): outcome for outcome in batch})
    return [_SEEN[test, mode, sandbox.name] for test in tests]


def _shares(test: UnitTest) -> bool:
    """Whether nothing of it runs or reaches out by itself."""
    return holds_only_functions(test.kernel + "\n" + test.host, language("cuda"))


def _batch(tests: Sequence[UnitTest], sandbox: Sandbox, mode: str) -> Iterator[Outcome]:
    run = seeing_headers(sandbox).compile(
        ["sh", "-c", f"g++ tests.cpp -o tests {' '.join([*build_flags(mode), *FLAGS])}"],
        files={"tests.cpp": to_cpp(_unit(tests), "tests.cu").encode("utf-8")},
        results=["tests"],
        limits=COMPILE_LIMITS,
    )
    if run.ok and "tests" in run.files:
        yield from (_run(test, number, run.files["tests"], sandbox) for number, test in enumerate(tests))
        return
    text = run.stderr.decode("utf-8", "replace")
    named = {int(match["number"]): match["text"] for match in reversed(list(MESSAGE.finditer(text)))}
    yield from (Outcome(test, "does not build", named[number]) for number, test in enumerate(tests) if number in named)
    rest = [test for number, test in enumerate(tests) if number not in named]
    if len(tests) == 1 and rest:
        yield Outcome(tests[0], "does not build", next((line for line in text.splitlines() if "error" in line), text[:300] or run.reason))
    elif named or len(rest) == 1:
        yield from _batch(rest, sandbox, mode) if rest else ()
    else:
        yield from _batch(rest[: len(rest) // 2], sandbox, mode)
        yield from _batch(rest[len(rest) // 2 :], sandbox, mode)


def _unit(tests: Sequence[UnitTest]) -> str:
    """A program that runs all cases of test `argv[1]`."""
    pieces, calls = [PRINTER, CHECK, COLLECTOR], []
    for number, test in enumerate(tests):
        cases = "".join(f"case {i}: {{ {text}\n}} break;\n" for i, text in enumerate(test.inputs))
        pieces.append(f'namespace test_{number} {{\n#line 1 "test_{number}"\n{test.kernel}\n{test.host}\n')
        pieces.append(f"static void run(int c) {{ switch (c) {{ {cases} }} }}\n}}\n")
        calls.append(f"case {number}: for (int i = 0; i < {len(test.inputs)}; ++i) collect(test_{number}::run, i); break;")
    return "".join(pieces) + f'#line 1 "main"\nint main(int, char** argv) {{ switch (atoi(argv[1])) {{ {" ".join(calls)} }} }}\n'


def _run(test: UnitTest, number: int, program: bytes, sandbox: Sandbox) -> Outcome:
    run = sandbox.run(["./tests", str(number)], files={"tests": program}, environment=ENVIRONMENT, limits=LIMITS)
    frames = list(_frames(run.stdout))
    words = set()
    for case, expected in enumerate(test.expected):
        if case >= len(frames):
            return Outcome(test, "faults", f"case {case}: {run.reason or run.outcome.value}")
        status, said = frames[case]
        if status:
            return Outcome(test, "faults", f"case {case}: {exit_status(status) or f'ended with status {status}'}")
        words.add(agreement(expected, said))
        if "differs" in words:
            return Outcome(test, "differs", f"case {case}: expected {expected!r}, found {said[:400]!r}")
    return Outcome(test, "close" if "close" in words else "agrees")


def _frames(output: bytes) -> Iterator[tuple[int, str]]:
    at = 0
    while at + FRAME.size <= len(output):
        status, length = FRAME.unpack_from(output, at)
        at += FRAME.size
        yield status, output[at : at + length].decode("utf-8", "replace")
        at += length
