"""`python -m eval.bench`: what a user waits for and stores, and how fast results are checked."""

from __future__ import annotations

import argparse
import itertools
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from translate.corpus import throughput as corpus_throughput
from translate.corpus.generate import generate
from translate.corpus.rules import Declined
from translate.corpus.rules.parallelise import parallelise
from translate.languages import language
from translate.verify.compile import compile_many, compile_text
from translate.verify.equivalence import Pair, compare_many
from translate.verify.sandbox import open_sandbox

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "examples" / "saxpy.cpp"
RUNS = 5
ALONE = 10


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one line a measurement; of what the command takes, the best of five runs."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description=__doc__)
    parser.add_argument("--only", choices=PARTS, action="append", help="a part of it; may be repeated; default: all")
    for part in parser.parse_args(arguments).only or PARTS:
        PARTS[part]()
    return 0


def _command() -> None:
    translate = [sys.executable, "-m", "translate.cli"]
    with tempfile.TemporaryDirectory() as folder:
        fifty = Path(folder) / "fifty.cpp"
        fifty.write_text((SOURCE.read_text(encoding="utf-8") * 3)[:1_800].rsplit("\n\n", 1)[0] + "\n", encoding="utf-8")
        lines = len(fifty.read_text(encoding="utf-8").splitlines())
        _show("translate --help", *_best([*translate, "--help"]))
        _show(f"{lines} lines, --check none", *_best([*translate, str(fifty), "--to", "cuda", "--check", "none"]))
        _show("one function, --check none", *_best([*translate, str(SOURCE), "--to", "cuda", "--check", "none", "--function", "saxpy"]))
        one = [*translate, str(SOURCE), "--to", "cuda", "--function", "saxpy", "--check"]
        _show("one function, --check compile", *_best([*one, "compile"]))
        _show("one function, --check run", *_best([*one, "run"]))
        build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, str(ROOT)]
        subprocess.run(build, check=True, capture_output=True)
        wheel = next(Path(folder).glob("*.whl"))
        print(f"{'wheel with weights':<32} {wheel.stat().st_size / 1e6:8.1f} MB")


def _checks() -> None:
    with tempfile.TemporaryDirectory() as store:
        os.environ["XDG_CACHE_HOME"] = store
        _compile_checks()
        _verdicts("cold")
        _verdicts("known programs")


def _training() -> None:
    subprocess.run([sys.executable, "-m", "translate.training.throughput"], cwd=ROOT, check=True)


def _compile_checks() -> None:
    """Compile checks per processor second, many in a unit against one nvcc a file, and from the store."""
    kernels = [kernel for _, kernel in _pairs(100)]
    cuda = language("cuda")
    together = _cpu_seconds(lambda: compile_many(kernels, cuda)) / len(kernels)
    alone = _cpu_seconds(lambda: [compile_text(kernel, cuda, afresh=True) for kernel in kernels[:ALONE]]) / ALONE
    print(f"{'compile check, one nvcc a file':<32} {alone:8.3f} s of processor")
    print(f"{'compile check, 100 together':<32} {together:8.3f} s of processor, {alone / together:.0f} times as many")
    began = time.perf_counter()
    compile_many(kernels, cuda)
    print(f"{'compile check, known':<32} {(time.perf_counter() - began) / len(kernels):8.5f} s")


def _verdicts(how: str) -> None:
    """Verdicts per second on 200 functions and kernels made up for it."""
    cpp, cuda = language("cpp"), language("cuda")
    pairs = [Pair(loop, cpp, kernel, cuda) for loop, kernel in _pairs(200)]
    began = time.perf_counter()
    verdicts = compare_many(pairs, sandbox=open_sandbox())
    seconds = time.perf_counter() - began
    words = ", ".join(f"{n} {word}" for word, n in Counter(verdict.word.value for verdict in verdicts).items())
    print(f"{f'verdicts on 200 functions, {how}':<32} {len(pairs) / seconds:8.1f} a second ({words})")


def _pairs(count: int) -> list[tuple[str, str]]:
    """Loops and the kernels that a rule makes of them."""
    made: list[tuple[str, str]] = []
    for seed in itertools.count():
        if len(made) == count:
            return made
        loop = generate(seed)
        with suppress(Declined):
            made.append((loop, parallelise(loop)))
    return made


def _cpu_seconds(work: Callable[[], object]) -> float:
    """Processor time of `work` with all that it starts."""
    before = os.times()
    work()
    after = os.times()
    return sum(after[:4]) - sum(before[:4])


def _best(command: list[str]) -> tuple[float, float]:
    """Wall seconds and peak memory in MB of the fastest of five runs."""
    return min(_once(command) for _ in range(RUNS))


def _once(command: list[str]) -> tuple[float, float]:
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - began, usage.ru_maxrss / 1e3


def _show(what: str, seconds: float, megabytes: float) -> None:
    print(f"{what:<32} {seconds:8.2f} s {megabytes:8.0f} MB")


PARTS: dict[str, Callable[[], object]] = {
    "command": _command,
    "checks": _checks,
    "training": _training,
    "corpus": corpus_throughput.main,
}


if __name__ == "__main__":
    raise SystemExit(main())
