"""`python -m eval.bench`: what a user waits for and stores; a table of seconds and megabytes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "examples" / "saxpy.cpp"
RUNS = 5


def main() -> int:
    """Print one line a measurement, the best of five runs."""
    translate = [sys.executable, "-m", "translate.cli"]
    with tempfile.TemporaryDirectory() as folder:
        fifty = Path(folder) / "fifty.cpp"
        fifty.write_text((SOURCE.read_text(encoding="utf-8") * 3)[:1_800].rsplit("\n\n", 1)[0] + "\n", encoding="utf-8")
        lines = len(fifty.read_text(encoding="utf-8").splitlines())
        _show("translate --help", *_best([*translate, "--help"]))
        _show(f"{lines} lines, --check none", *_best([*translate, str(fifty), "--to", "cuda", "--check", "none"]))
        _show("one function, --check none", *_best([*translate, str(SOURCE), "--to", "cuda", "--check", "none", "--function", "saxpy"]))
        _show("one function, --check compile", *_best([*translate, str(SOURCE), "--to", "cuda", "--function", "saxpy"]))
        build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, str(ROOT)]
        subprocess.run(build, check=True, capture_output=True)
        wheel = next(Path(folder).glob("*.whl"))
        print(f"{'wheel with weights':<32} {wheel.stat().st_size / 1e6:8.1f} MB")
    return 0


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


if __name__ == "__main__":
    raise SystemExit(main())
