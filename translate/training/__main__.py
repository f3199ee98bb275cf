"""`python -m translate.training`: prepare pairs, train, resume, export."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from translate.errors import TranslateError, UsageError
from translate.training.recipes import RECIPES


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status is that of the errors in translate.errors."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options) or 0)
    except TranslateError as error:
        print(error, file=sys.stderr)
        return error.exit_code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m translate.training", description=__doc__)
    commands = parser.add_subparsers(required=True)
    prepare = commands.add_parser("prepare", help="pairs of functions to examples in normal form")
    prepare.add_argument("pairs", type=Path, help="JSON lines with a text under 'cpp' and one under 'cuda'")
    prepare.add_argument("--out", type=Path, required=True)
    prepare.add_argument("--jobs", type=int, default=1)
    prepare.set_defaults(run=_prepare)
    train = commands.add_parser("train", help="train a recipe, or go on where its checkpoint stands")
    train.add_argument("recipe", choices=sorted(RECIPES))
    train.add_argument("--examples", type=Path, required=True)
    train.add_argument("--out", type=Path, required=True)
    train.add_argument("--threads", type=int, default=0, help="processor threads; 0 leaves it to torch")
    train.set_defaults(run=_train)
    export = commands.add_parser("export", help="a checkpoint to a transformers folder and to CTranslate2 int8")
    export.add_argument("run_folder", type=Path, metavar="RUN")
    export.add_argument("--transformers", type=Path, required=True)
    export.add_argument("--ctranslate2", type=Path)
    export.add_argument("--manifest", type=Path, help="JSON that says where the data came from")
    export.set_defaults(run=_export)
    return parser


def _prepare(options: argparse.Namespace) -> None:
    from translate.training.examples import prepare

    for name, count in prepare(_existing(options.pairs), options.out, jobs=options.jobs).most_common():
        print(f"{count:9,} {name}")


def _train(options: argparse.Namespace) -> None:
    import torch
    from tokenizers import Tokenizer

    from translate.training.examples import read_examples
    from translate.training.export import TOKENIZER
    from translate.training.loop import train
    from translate.training.vocabulary import build_tokenizer

    if options.threads:
        torch.set_num_threads(options.threads)
    examples = read_examples(_existing(options.examples))
    options.out.mkdir(parents=True, exist_ok=True)
    path = options.out / TOKENIZER
    if not path.exists():
        build_tokenizer(side for example in examples for side in (example.source, example.target)).save(str(path))
    train(RECIPES[options.recipe](), examples, Tokenizer.from_file(str(path)), options.out)


def _export(options: argparse.Namespace) -> None:
    from translate.training.export import convert, export

    manifest = json.loads(_existing(options.manifest).read_text(encoding="utf-8")) if options.manifest else None
    export(options.run_folder, options.transformers, manifest)
    if options.ctranslate2:
        convert(options.transformers, options.ctranslate2)


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise UsageError("no such file", path=str(path), help="check the name; `prepare` writes what `train` reads")
    return path


if __name__ == "__main__":
    raise SystemExit(main())
