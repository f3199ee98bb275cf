"""`python -m eval.ablation`: arms of training on the same budget of tokens, each scored on a suite; an arm that is done stays done."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from eval.items import Prediction, Task
from eval.metrics import Context, score
from eval.suite_readers import read_suite
from translate.errors import TranslateError
from translate.languages import language
from translate.source.extract import extract
from translate.source.normalise import Unreadable, Unrestorable
from translate.source.references import UnknownLabel
from translate.training.ablation import ARMS, Trained, pool_of, run_arm
from translate.training.decoding import greedy
from translate.training.objectives import encode
from translate.units import SourceUnit

DIRECTIONS = (("cpp", "cuda"), ("cuda", "cpp"))
METRICS = ("compile", "bleu")
RESULT = "result.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and score every arm; print the table."""
    options = _parser().parse_args(arguments)
    try:
        print(_table(_results(options)), end="")
        return 0
    except TranslateError as error:
        print(error, file=sys.stderr)
        return error.exit_code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval.ablation", description=__doc__)
    parser.add_argument("--pairs", type=Path, action="append", required=True, help="what `corpus pairs` or `corpus idioms` wrote")
    parser.add_argument("--functions", type=Path, required=True, help="what `corpus gather` wrote")
    parser.add_argument("--suite", default="babeltower", help="suite to score on")
    parser.add_argument("--dev", type=Path, help="its data, where it does not bring its own")
    parser.add_argument("--limit", type=int, default=60, help="items of it for each direction, evenly spread")
    parser.add_argument("--each", type=int, default=800, help="pairs of real code, and made-up ones, that are run and trained on")
    parser.add_argument("--tokens", type=int, default=600_000, help="length of each arm, read and written")
    parser.add_argument("--arm", action="append", help="only this one; may be repeated")
    parser.add_argument("--engine", default="auto", help="where pairs are run")
    parser.add_argument("--threads", type=int, default=1, help="processor threads of training")
    parser.add_argument("--out", type=Path, required=True)
    return parser


def _results(options: argparse.Namespace) -> list[dict[str, Any]]:
    torch.set_num_threads(options.threads)
    items = read_suite(options.suite, options.dev).items
    items = items[:: max(1, len(items) // options.limit)][: options.limit]
    pool = pool_of(options.pairs, options.functions, options.out / "verdicts.db", _say, each=options.each, engine=options.engine)
    found = []
    for arm in ARMS:
        if options.arm and arm.name not in options.arm:
            continue
        folder = options.out / arm.name.replace(" ", "-").replace(",", "")
        if not (folder / RESULT).is_file():
            _say(f"{arm.name}:")
            trained = run_arm(arm, pool, options.tokens, folder, _say)
            row = {"arm": arm.name, **trained.figures}
            for source, target in DIRECTIONS:
                row |= _scored(trained, [Task(item, source, target) for item in items if {source, target} <= set(item.texts)])
            (folder / RESULT).write_text(json.dumps(row, indent=1) + "\n", encoding="utf-8")
        found.append(json.loads((folder / RESULT).read_text(encoding="utf-8")))
    return found


def _scored(trained: Trained, tasks: Sequence[Task]) -> dict[str, float | None]:
    answers = _predictions(trained, tasks)
    way = f"{tasks[0].source}-{tasks[0].target}"
    return {f"{name} {way}": score(name, tasks, answers, Context()).value for name in METRICS}


def _predictions(trained: Trained, tasks: Sequence[Task]) -> list[Prediction]:
    """Greedy answers; none where the source cannot be read, or the answer not be spelled."""
    asked = {}
    for task in tasks:
        functions = extract(SourceUnit(task.item.texts[task.source], language(task.source), task.item.id))
        try:
            if len(functions) == 1:
                asked[task.id] = functions[0], trained.notation.prompt(functions[0], language(task.target))
        except Unreadable:
            continue
    answers = greedy(trained.learner, encode([prompt for _, prompt in asked.values()], trained.tokenizer))
    texts = {}
    for (name, (function, _)), answer in zip(asked.items(), answers, strict=True):
        words = tuple(trained.tokenizer.decode(answer).split())
        try:
            texts[name] = trained.notation.text(words, function, language(tasks[0].target))
        except (UnknownLabel, Unrestorable):
            continue
    return [Prediction(task.id, (texts[task.id],) if task.id in texts else (), 0.0, 0) for task in tasks]


def _table(rows: Sequence[dict[str, Any]]) -> str:
    """In Markdown: compile rate and BLEU in each direction, then the pairs that no arm has seen."""
    head = ["arm", "pairs", "steps", *(f"{name} {source} -> {target}" for source, target in DIRECTIONS for name in METRICS)]
    head += ["held-out loss a token", "nats a function", "whole targets right"]
    lines = [" | ".join(head), "|".join("---" for _ in head)]
    for row in rows:
        scores = [row[f"{name} {source}-{target}"] for source, target in DIRECTIONS for name in METRICS]
        shown = ["-" if value is None else f"{value:.1f}" for value in scores]
        held = [f"{row['held_out_loss']:.3f}", f"{row['held_out_nats']:.1f}", f"{row['exact']:.1%}"] if "exact" in row else ["-"] * 3
        lines.append(" | ".join([row["arm"], f"{row['pairs']:,}", f"{row['steps']:,}", *shown, *held]))
    return "".join(f"| {line} |\n" for line in lines)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
