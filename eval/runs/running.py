"""Runs a plan: models answer in processes of their own, checks run side by side, and every finished batch is on the disk at once."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import groupby
from multiprocessing import active_children, get_context
from pathlib import Path
from typing import Any

from eval.items import Item
from eval.runs import samples
from eval.runs.answering import Answerer, end_with
from eval.runs.judging import Checks, judged_batch
from eval.runs.plan import Batch, Plan, agree, batches
from eval.runs.progress import Progress

SAMPLES, SCORES = "samples.jsonl", "scores.jsonl"
AHEAD = 1
"""Batches that are answered while others are checked."""


def run(plan: Plan, items: Sequence[Item], folder: Path, checks: Checks, jobs: int) -> None:
    """Do what of the plan is not done yet in `folder`. Raises UsageError where the folder holds another run."""
    agree(plan, items, folder)
    work = batches(plan, items)
    done = {row["batch"] for row in samples.read(folder / SCORES)}
    samples.read(folder / SAMPLES)
    progress = Progress(sum(len(batch.tasks) for batch in work), sum(len(batch.tasks) for batch in work if batch.key in done))
    with ProcessPoolExecutor(jobs, get_context("spawn"), end_with, (os.getpid(),)) as pool:
        running: dict[Future[dict[str, Any]], Batch] = {}
        try:
            for batch, answered in _answered([batch for batch in work if batch.key not in done], plan.candidates):
                running[pool.submit(judged_batch, batch.tasks, answered, checks)] = batch
                if len(running) >= jobs + AHEAD:
                    _write_finished(running, folder, progress)
            while running:
                _write_finished(running, folder, progress)
        except BaseException:
            # What they are at is not finished in any case.
            for worker in active_children():
                worker.terminate()
            raise
    progress.close()


def _answered(work: Sequence[Batch], count: int) -> Iterator[tuple[Batch, list[Any]]]:
    """Each batch with its predictions; a model is loaded once for its neighbours in the order of work."""
    for model, own in groupby(work, key=lambda batch: batch.model):
        with Answerer(model, count) as answerer:
            for batch in own:
                yield batch, answerer.answers(batch.tasks)


def _write_finished(running: dict[Future[dict[str, Any]], Batch], folder: Path, progress: Progress) -> None:
    """Wait for a batch and write it down: first its samples, then the line that says that they are all there."""
    finished, _ = wait(running, return_when=FIRST_COMPLETED)
    for future in finished:
        batch = running.pop(future)
        found = future.result()
        place = {"model": batch.model, "source": batch.source, "target": batch.target}
        samples.append(folder / SAMPLES, [{**place, **record, "time": time.time()} for record in found["samples"]])
        samples.append(folder / SCORES, [{"batch": batch.key, **place, "number": batch.number, "scores": found["scores"]}])
        progress.add(len(batch.tasks))
