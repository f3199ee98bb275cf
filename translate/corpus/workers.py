"""Who does the work: this process, processes of this machine, or a Ray cluster; answers come in the order of the tasks."""

from __future__ import annotations

import ctypes
import pickle
import signal
import socket
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from importlib import import_module
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from translate.errors import EnvironmentIncomplete, TranslateError

Task = TypeVar("Task")
Answer = TypeVar("Answer")
PR_SET_PDEATHSIG = 1
AHEAD = 2
"""Tasks in flight for each worker: enough that none waits, few enough that memory stays flat."""
REACHED_WITHIN = 10.0
"""Seconds."""


class Workers(Protocol):
    """Does the same work on many tasks."""

    def map(self, work: Callable[[Task], Answer], tasks: Iterable[Task]) -> Iterator[Answer]:
        """The answers in the order of the tasks, which are read only a little ahead."""
        ...

    def __enter__(self) -> Self: ...
    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None: ...


class Here:
    """This process, one task after the other."""

    def map(self, work: Callable[[Task], Answer], tasks: Iterable[Task]) -> Iterator[Answer]:
        """See Workers."""
        return map(work, tasks)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        pass


class Processes:
    """Processes of this machine."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool = ProcessPoolExecutor(jobs, initializer=_die_with_parent)

    def map(self, work: Callable[[Task], Answer], tasks: Iterable[Task]) -> Iterator[Answer]:
        """See Workers. Raises TranslateError where a process is gone."""
        # What the work brings along, such as a suite, is read once by each process.
        carried = pickle.dumps(work)
        try:
            ahead = AHEAD * self._jobs
            yield from _in_order(lambda task: self._pool.submit(_run, carried, task), lambda future: future.result(), tasks, ahead)
        except BrokenProcessPool as fault:
            told = "a process ended by itself, most likely for want of memory"
            raise TranslateError(told, path="corpus", help="give fewer --jobs; the same command goes on where this one was") from fault

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self._pool.shutdown(cancel_futures=True)


class OnRay:
    """The processors of a Ray cluster, whose nodes have this package installed; tasks carry their data, so no disk is shared."""

    def __init__(self, address: str) -> None:
        try:
            ray: Any = import_module("ray")
        except ImportError as fault:
            raise EnvironmentIncomplete("ray is not installed", path="corpus", help="pip install 'hpc-translate[ray]'") from fault
        try:
            _reach(address)
            ray.init(address=address, log_to_driver=False, configure_logging=False)
        except (OSError, ValueError, RuntimeError) as fault:
            told = f"no Ray cluster answers at {address}: {str(fault).strip().splitlines()[0]}"
            raise EnvironmentIncomplete(told, path="corpus", help="start one with `ray start --head`, or leave out --ray") from fault
        self._ray = ray

    def map(self, work: Callable[[Task], Answer], tasks: Iterable[Task]) -> Iterator[Answer]:
        """See Workers. The work of a lost node is done again by another."""
        remote = self._ray.remote(num_cpus=1, max_retries=3)(_run)
        shared = self._ray.put(pickle.dumps(work))
        ahead = AHEAD * max(1, int(self._ray.cluster_resources().get("CPU", 1)))
        answers: Iterator[Answer] = _in_order(lambda task: remote.remote(shared, task), self._answer, tasks, ahead)
        return answers

    def _answer(self, future: Any) -> Any:
        try:
            return self._ray.get(future)
        except self._ray.exceptions.RayTaskError as fault:
            raise fault.cause from fault

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self._ray.shutdown()


def workers(jobs: int, ray: str | None = None) -> Workers:
    """Those that are asked for."""
    if ray is not None:
        return OnRay(ray)
    return Processes(jobs) if jobs > 1 else Here()


def _reach(address: str) -> None:
    """Raises OSError where nobody listens at `host:port`."""
    host, _, port = address.rpartition(":")
    if host and port.isdigit():
        # Ray itself asks again for minutes, and says why on standard error only.
        socket.create_connection((host.removeprefix("ray://"), int(port)), REACHED_WITHIN).close()


def _die_with_parent() -> None:
    """A killed build leaves nobody behind who waits for tasks; known to Linux only."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _run(carried: bytes, task: Any) -> Any:
    return _loaded(carried)(task)


@lru_cache(maxsize=2)
def _loaded(carried: bytes) -> Callable[[Any], Any]:
    work: Callable[[Any], Any] = pickle.loads(carried)
    return work


def _in_order(start: Callable[[Task], Any], answer: Callable[[Any], Any], tasks: Iterable[Task], ahead: int) -> Iterator[Any]:
    waiting: deque[Any] = deque()
    for task in tasks:
        waiting.append(start(task))
        if len(waiting) >= ahead:
            yield answer(waiting.popleft())
    while waiting:
        yield answer(waiting.popleft())
