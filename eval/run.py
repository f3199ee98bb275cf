"""`python -m eval run`: what is asked on the command line, as a plan; what is missing is said before anything starts."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from eval.leak import recorded
from eval.metrics import METRICS, RUNS_CODE, SLOW
from eval.runs import provenance
from eval.runs.judging import Checks
from eval.runs.models import digest, supports
from eval.runs.plan import BASELINES, Plan
from eval.runs.results import write_results
from eval.runs.running import run as work
from eval.runs.summary import table
from eval.suite_readers import Suite, narrowed, read_suite
from translate.errors import UsageError
from translate.languages import language
from translate.verify.sandbox import SandboxUnavailable, open_sandbox

COMPILES = RUNS_CODE | {"compile", "debugging_success", "ptxas"}


def run(options: argparse.Namespace) -> int:
    """Answer, check and score; print the table. Raises UsageError, EnvironmentIncomplete."""
    suite = read_suite(options.suite, options.file)
    suite = narrowed(suite, options.ids) if options.ids else suite
    plan, checks = planned(options, suite)
    try:
        work(plan, suite.items, options.out, checks, options.jobs)
    except KeyboardInterrupt:
        print(f"\n{options.out}: note: stopped\nhelp: the same command goes on where this one was", file=sys.stderr)
        return 130
    print(table(write_results(plan, suite, options.out, options.jobs, recorded(plan.models, suite.items))))
    return 0


def planned(options: argparse.Namespace, suite: Suite) -> tuple[Plan, Checks]:
    """The plan, and how far candidates are checked."""
    metrics = _metrics(options.metrics)
    models = tuple(dict.fromkeys([*([] if options.no_baselines else BASELINES), *options.model]))
    if not models:
        raise UsageError("no model given", path="eval", help="name one with --model, or leave out --no-baselines")
    directions = _directions(options.direction, suite)
    targets = sorted({target for _, target in directions})
    engine = _engine(options.engine) if options.check == "run" or RUNS_CODE & set(metrics) else ""
    compiles = options.check != "parse" or COMPILES & set(metrics)
    versions = provenance.versions([*targets, "cpp"] if engine else targets if compiles else [])
    plan = Plan(
        suite=options.suite,
        data=suite.digest,
        models=models,
        digests={model: found for model in models if (found := digest(model))},
        directions=directions,
        unsupported=_unsupported(models, directions),
        candidates=options.candidates,
        metrics=metrics,
        seed=options.seed,
        limit=options.limit,
        check=options.check,
        engine=engine,
        versions=versions,
    )
    return plan, Checks(options.check, engine, options.seed, options.candidates, metrics)


def _engine(asked: str) -> str:
    """The name of the engine that runs programs. Raises SandboxUnavailable."""
    found = open_sandbox(asked)
    missing = found.engine.missing()
    if missing:
        raise SandboxUnavailable(f"{asked}: {missing}", help="see docs/sandbox.md; or run nothing: --check compile --metrics compile,bleu")
    return found.name


def _metrics(asked: str | None) -> tuple[str, ...]:
    names = [name.strip() for name in asked.split(",")] if asked else [name for name in METRICS if name not in SLOW]
    unknown = [name for name in names if name not in METRICS]
    if unknown:
        raise UsageError(f"no metric is called '{unknown[0]}'", path="eval", help=f"use some of {', '.join(METRICS)}")
    return tuple(dict.fromkeys(names))


def _directions(asked: Sequence[str], suite: Suite) -> tuple[tuple[str, str], ...]:
    known = suite.directions
    if not asked:
        return tuple(known)
    wanted = [tuple(one.split("-")) for one in asked]
    for one in wanted:
        if one not in known:
            there = ", ".join("-".join(pair) for pair in known)
            raise UsageError(f"the suite has no direction '{'-'.join(one)}'", path=suite.name, help=f"it has {there}")
    return tuple(pair for pair in known if pair in wanted)


def _unsupported(models: Sequence[str], directions: Sequence[tuple[str, str]]) -> tuple[tuple[str, str, str], ...]:
    """Which model was not made for which direction. Raises UsageError for one that was made for none of them, or that is none."""
    found: list[tuple[str, str, str]] = []
    for model in models:
        lacking = [(model, *pair) for pair in directions if not supports(model, *map(language, pair))]
        if len(lacking) == len(directions) and model not in BASELINES:
            said = f"the model '{model}' was made for none of the directions"
            raise UsageError(said, path="eval", help="give a --direction that it was made for")
        found += lacking
    return tuple(found)
