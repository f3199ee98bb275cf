"""`python -m eval`: runs a suite, compares runs, writes a report, looks for a suite in training data."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from translate.errors import EnvironmentIncomplete, TranslateError

# Command -> function, imported only when asked for, so that `--help` waits for none of them.
COMMANDS = {
    "run": "eval.run:run",
    "compare": "eval.compare:compare",
    "report": "eval.report:report",
    "leak": "eval.leak:leak",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status is that of the errors in translate.errors."""
    options = parser().parse_args(arguments)
    module, name = COMMANDS[options.command].split(":")
    try:
        return int(getattr(_imported(module), name)(options))
    except TranslateError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def parser() -> argparse.ArgumentParser:
    """The arguments of `python -m eval`."""
    made = argparse.ArgumentParser(prog="python -m eval", description=__doc__, epilog="docs/evaluation.md says more")
    commands = made.add_subparsers(dest="command", required=True)
    _run(commands.add_parser("run", help="score models on a suite, beside the baselines"))
    compare = commands.add_parser("compare", help="what differs between runs, and whether by more than chance")
    compare.add_argument("runs", nargs="+", metavar="RUN[:MODEL]", help="folder of a run; each is held against the first")
    compare.add_argument("--seed", type=int, default=1, metavar="N", help="of the bootstrap")
    report = commands.add_parser("report", help="one HTML page of a run")
    report.add_argument("run", type=Path, metavar="RUN", help="folder of a run")
    report.add_argument("--out", type=Path, metavar="PAGE", help="default: report.html in that folder")
    leak = commands.add_parser("leak", help="share of a suite that a model was trained on")
    _suite(leak)
    given = leak.add_mutually_exclusive_group(required=True)
    given.add_argument("--model", metavar="NAME|FOLDER", help="a model whose manifest names the hashes of its training data")
    given.add_argument("--training", type=Path, metavar="FILE", help="JSON lines of training data, a text under each language's name")
    return made


def _run(made: argparse.ArgumentParser) -> None:
    _suite(made)
    made.add_argument("--model", action="append", default=[], metavar="NAME|FOLDER", help="embedded, or a folder; may be repeated")
    made.add_argument("--direction", action="append", default=[], metavar="FROM-TO", help="such as cpp-cuda; default: all there are")
    made.add_argument("--candidates", type=_positive, default=5, metavar="K", help="candidates asked for")
    made.add_argument("--metrics", metavar="A,B,...", help="default: all but slow ones")
    made.add_argument("--check", choices=("parse", "compile", "run"), default="run", help="what the verified one must pass")
    made.add_argument("--engine", default="auto", metavar="NAME", help="auto, bubblewrap, podman or docker")
    made.add_argument("--jobs", type=_positive, default=2, metavar="N", help="checks side by side")
    made.add_argument("--seed", type=int, default=1, metavar="N", help="of the inputs and of the bootstrap")
    made.add_argument("--limit", type=_positive, metavar="N", help="only the first tasks of each direction")
    made.add_argument("--no-baselines", action="store_true", help="leave out copy and rules")
    made.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the run; a run that was cut off goes on")


def _suite(made: argparse.ArgumentParser) -> None:
    made.add_argument("suite", metavar="SUITE", help="a name in eval/suites/, a TOML file, or a file of pairs")
    made.add_argument("--file", type=Path, metavar="PATH", help="the data of a suite that does not bring its own")
    made.add_argument("--ids", type=Path, metavar="FILE", help="only the items whose ids stand in FILE, one a line")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _imported(module: str) -> object:
    try:
        return import_module(module)
    except ModuleNotFoundError as missing:
        if missing.name and missing.name.split(".")[0] in ("eval", "translate"):
            raise
        said = f"the Python package '{missing.name}' is missing"
        raise EnvironmentIncomplete(said, path="eval", help="pip install 'hpc-translate[eval]'") from missing


if __name__ == "__main__":
    raise SystemExit(main())
