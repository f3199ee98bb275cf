"""Small corpora to build: sources in folders, and what it takes to end a build in the middle."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from translate.corpus.build import Settings, build
from translate.corpus.workers import Here, Workers
from translate.errors import UsageError

SAXPY = """void saxpy(int n, float a, const float *x, float *y) {
    for (int i = 0; i < n; i++) {
        y[i] = a * x[i] + y[i];
    }
}
"""
RENAMED = SAXPY.replace("saxpy", "axpy").replace("x[", "u[").replace("*x", "*u").replace("y", "w").replace("axpw", "axpy")
CLAMP = """void clamp(double *out, const double *in, double low, double high, int count) {
    for (int k = 0; k < count; ++k) {
        double v = in[k];
        if (v < low) v = low;
        if (v > high) v = high;
        out[k] = v;
    }
}
"""
SCALE = """__global__ void scale(float *data, float factor, int size) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < size) data[i] = data[i] * factor - 1.0f;
}
"""
NORM = """subroutine squares(n, x, y)
  implicit none
  integer, intent(in) :: n
  real(8), intent(in) :: x(n)
  real(8), intent(out) :: y(n)
  integer :: i
  do i = 1, n
    y(i) = x(i) * x(i) + 2.0d0
  end do
end subroutine squares
"""
SUITE = """void decay(int steps, const double *rate, double *level, double loss) {
    for (int t = 0; t < steps; t++) {
        level[t] = level[t] * (1.0 - rate[t]) - loss / 3.0;
    }
}
"""
BROKEN = "void half(int n) { for (int i = 0; i < n; i++) { int"
RECIPE = """suites = ["suite"]
generated = {generated}
[[package]]
name = "first"
registry = "folder"
licence = "MIT"
path = "first"
[[package]]
name = "second"
registry = "folder"
licence = "BSD-3-Clause"
path = "second"
"""


def small_corpus(folder: Path, more: str = "", generated: int = 1) -> Path:
    """A recipe of two folders, in which a file is a copy but for names and another is that of a test set."""
    files = {
        "first/saxpy.cpp": SAXPY,
        "first/deep/scale.cu": SCALE,
        "first/half.c": BROKEN,
        "second/axpy.cpp": RENAMED,
        "second/clamp.cpp": CLAMP,
        "second/squares.f90": NORM,
        "second/decay.cpp": SUITE.replace("decay", "fade").replace("level", "value"),
        "suite/decay.cpp": SUITE,
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    path = folder / "recipe.toml"
    path.write_text(RECIPE.format(generated=generated) + more, encoding="utf-8")
    return path


def built(recipe: Path, out: Path, workers: Workers | None = None, **settings: Any) -> tuple[str, list[str]]:
    """The tables of a build, and what it told meanwhile."""
    told: list[str] = []
    with workers or Here() as crew:
        return build(recipe, out, Settings(**settings), crew, told.append), told


class Killed(Here):
    """Ends its process without a word once it has given so many answers."""

    def __init__(self, answers: int) -> None:
        self._left = answers

    def map(self, work: Callable[[Any], Any], tasks: Iterable[Any]) -> Iterator[Any]:
        """See Workers."""
        for task in tasks:
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            self._left -= 1
            yield work(task)


def exit_of(work: Callable[[], object], largest_file: int | None = None) -> int:
    """How a process ended that did the work: 0, or the negative number of a signal, or 1 after an exception that names a full disk."""

    def run() -> None:
        if largest_file is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
        work()

    process = multiprocessing.get_context("fork").Process(target=run)
    process.start()
    process.join()
    assert process.exitcode is not None
    return process.exitcode


def node_of(_: int) -> str:
    """The node that works on it."""
    import ray

    return str(ray.get_runtime_context().get_node_id())


def refused(_: int) -> int:
    """An error of ours, as a task raises it."""
    raise UsageError("no good", path="here", help="another")
