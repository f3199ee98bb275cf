"""`python -m translate.training`: prepare pairs, make a tokenizer, train, resume, export."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from translate.errors import TranslateError, UsageError
from translate.training.recipes import RECIPES

COMMAND = "command.json"
"""The words of the command that began a run, in its folder."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status is that of the errors in translate.errors."""
    try:
        words = _spelled_out(list(sys.argv[1:] if arguments is None else arguments))
        options = _parser().parse_args(words, argparse.Namespace(words=words))
        return int(options.run(options) or 0)
    except TranslateError as error:
        print(error, file=sys.stderr)
        return error.exit_code


def _spelled_out(words: list[str]) -> list[str]:
    """`RECIPE ...` is `train RECIPE ...`; `--resume DIR` is the command that began the run in DIR."""
    if words[:1] == ["--resume"] and len(words) > 1:
        path = Path(words[1]) / COMMAND
        if not path.is_file():
            raise UsageError("no run to resume", path=words[1], help="name the folder that was given to --out")
        return [*json.loads(path.read_text(encoding="utf-8")), *words[2:]]
    return ["train", *words] if words and words[0] in RECIPES else words


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m translate.training",
        description=__doc__,
        epilog="RECIPE alone is train RECIPE; --resume DIR goes on with a run",
    )
    commands = parser.add_subparsers(required=True)
    prepare = commands.add_parser("prepare", help="pairs of functions to examples in normal form")
    prepare.add_argument("pairs", type=Path, help="JSON lines with a text under 'cpp' and one under 'cuda'")
    prepare.add_argument("--out", type=Path, required=True)
    prepare.add_argument("--jobs", type=int, default=1)
    prepare.set_defaults(run=_prepare)
    vocabulary = commands.add_parser("vocabulary", help="a tokenizer for the tokens of examples")
    vocabulary.add_argument("examples", type=Path, nargs="+")
    vocabulary.add_argument("--out", type=Path, required=True)
    vocabulary.add_argument("--rarest", type=int, default=2, help="how often a token is seen at least to have a piece of its own")
    vocabulary.set_defaults(run=_vocabulary)
    _add_train(commands.add_parser("train", help="train a recipe, or go on where its checkpoint stands"))
    _add_finetune(commands.add_parser("finetune", help="any transformers encoder-decoder on pairs, to a folder for translate --model"))
    export = commands.add_parser("export", help="a checkpoint to a transformers folder and to CTranslate2 int8")
    export.add_argument("run_folder", type=Path, metavar="RUN")
    export.add_argument("--transformers", type=Path, help="default: RUN/transformers")
    export.add_argument("--ctranslate2", type=Path, help="left out without it, unless --transformers is left out too: RUN/ctranslate2")
    export.add_argument("--examples", type=Path, help="compare the answers to a hundred of its sources before and after export")
    export.add_argument("--trained-on", type=Path, action="append", default=[], help="examples whose hashes the manifest names")
    export.add_argument("--manifest", type=Path, help="JSON that says where the data came from")
    export.set_defaults(run=_export)
    return parser


def _add_train(train: argparse.ArgumentParser) -> None:
    train.add_argument("recipe", choices=sorted(RECIPES))
    train.add_argument("--examples", type=Path, action="append", default=[], help="what `prepare` wrote; may be repeated")
    train.add_argument("--functions", type=Path, action="append", default=[], help="what `corpus gather` wrote; may be repeated")
    train.add_argument("--out", type=Path, required=True)
    train.add_argument("--tokenizer", type=Path, help="made by `vocabulary`; default: the run's own, made of its examples")
    train.add_argument("--init", type=Path, help="run, or transformers folder, whose weights are the first ones")
    train.add_argument("--teacher", type=Path, help="transformers folder to distill from")
    train.add_argument("--weight", action="append", default=[], metavar="ORIGIN=TIMES", help="how often its examples are seen in an epoch")
    train.add_argument("--minutes", type=float, help="length of the run by the clock, which the schedule then follows")
    train.add_argument("--rate", type=float, default=1.0, help="factor on the recipe's learning rates")
    train.add_argument("--threads", type=int, default=0, help="processor threads; 0 leaves it to torch")
    train.add_argument("--save-seconds", type=float, default=240.0, help="time between checkpoints")
    train.add_argument("--log-steps", type=int, default=50, help="steps between lines of the log")
    train.add_argument("--sharded", action="store_true", help="processes share weights and optimiser out (FSDP); AdamW for all")
    train.add_argument("--sample", type=Path, help="pairs whose sources are translated, compiled and run at every evaluation")
    train.set_defaults(run=_train)


def _add_finetune(finetune: argparse.ArgumentParser) -> None:
    finetune.add_argument("--base", type=Path, required=True, help="folder of the model")
    finetune.add_argument("--pairs", type=Path, required=True, help="JSON lines with a text under each language's name")
    finetune.add_argument("--out", type=Path, required=True)
    finetune.add_argument("--lora", action="store_true", help="train adapters and embeddings alone (needs peft)")
    finetune.add_argument("--steps", type=int, default=1_000)
    finetune.add_argument("--rate", type=float, default=5e-5, help="peak learning rate")
    finetune.add_argument("--minutes", type=float, help="length of the run by the clock")
    finetune.add_argument("--threads", type=int, default=0, help="processor threads; 0 leaves it to torch")
    finetune.set_defaults(run=_finetune)


def _prepare(options: argparse.Namespace) -> None:
    from translate.training.examples import prepare

    for name, count in prepare(_existing(options.pairs), options.out, jobs=options.jobs).most_common():
        print(f"{count:9,} {name}")


def _vocabulary(options: argparse.Namespace) -> None:
    from translate.training.examples import read_examples
    from translate.training.vocabulary import build_tokenizer

    examples = [example for path in options.examples for example in read_examples(_existing(path))]
    tokenizer = build_tokenizer((side for example in examples for side in (example.source, example.target)), rarest=options.rarest)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(options.out))
    print(f"{tokenizer.get_vocab_size():9,} pieces of {len(examples):,} examples")


def _train(options: argparse.Namespace) -> None:
    from translate.training.command import run

    for path in (*options.examples, *options.functions, *([options.tokenizer] if options.tokenizer else [])):
        _existing(path)
    run(options)


def _finetune(options: argparse.Namespace) -> None:
    import torch

    from translate.training.examples import prepare, read_examples
    from translate.training.finetune import finetune
    from translate.training.loop import Plan

    if options.threads:
        torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    prepared = options.out / "examples.jsonl"
    prepare(_existing(options.pairs), prepared)
    plan = Plan(minutes=options.minutes)
    finetune(options.base, read_examples(prepared), options.out, steps=options.steps, rate=options.rate, lora=options.lora, plan=plan)


def _export(options: argparse.Namespace) -> None:
    from translate.training.examples import source_forms
    from translate.training.export import convert, export
    from translate.training.manifest import write_training

    manifest = json.loads(_existing(options.manifest).read_text(encoding="utf-8")) if options.manifest else None
    folder = options.transformers or options.run_folder / "transformers"
    export(options.run_folder, folder, manifest)
    if options.trained_on:
        write_training((form for path in options.trained_on for form in source_forms(_existing(path))), folder)
    int8 = options.ctranslate2 or (None if options.transformers else options.run_folder / "ctranslate2")
    if int8:
        convert(folder, int8)
    if options.examples:
        from translate.training.examples import read_examples
        from translate.training.parity import parity

        found = parity(options.run_folder, folder, int8, [example.source for example in read_examples(_existing(options.examples))[:100]])
        print(f"{found.exported:.1%} of {found.sources} answers are the same after export")
        if found.int8 is not None:
            print(f"{found.int8:.1%} are the same in int8")


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise UsageError("no such file", path=str(path), help="check the name; `prepare` writes what `train` reads")
    return path


if __name__ == "__main__":
    raise SystemExit(main())
