"""`python -m translate.training train`: from the words of the command to a run."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace

import torch
from accelerate import PartialState
from tokenizers import Tokenizer

from translate.errors import UsageError
from translate.training.__main__ import COMMAND
from translate.training.checkpoint import TOKENIZER
from translate.training.examples import Example, read_examples
from translate.training.loop import Plan, train
from translate.training.monolingual import read_functions
from translate.training.notation import NormalForm
from translate.training.objectives import Material
from translate.training.recipes import RECIPES, Recipe
from translate.training.vocabulary import build_tokenizer
from translate.units import Function


def run(options: argparse.Namespace) -> None:
    """Train as the parsed command says."""
    if options.threads:
        torch.set_num_threads(options.threads)
    examples = [example for path in options.examples for example in read_examples(path)]
    functions = [function for path in options.functions for function in read_functions(path)]
    recipe = weighed(RECIPES[options.recipe](), options.weight)
    # Muon needs whole matrices.
    recipe = replace(recipe, muon=False) if options.sharded else recipe
    # One process writes what the others then find.
    with PartialState(cpu=not torch.cuda.is_available()).main_process_first():
        tokenizer = _tokenizer(options, examples, functions)
    material = Material(tokenizer, examples, functions, options.teacher)
    measure = None
    if options.sample:
        from translate.training.sampling import proven_share, read_sample

        sample = read_sample(options.sample)

        def measure(network: torch.nn.Module) -> dict[str, float]:
            return proven_share(network, tokenizer, sample)

    plan = Plan(options.minutes, options.rate, options.init, options.save_seconds, options.log_steps, sharded=options.sharded)
    train(recipe, material, tokenizer, options.out, plan=plan, measure=measure)


def weighed(recipe: Recipe, weights: Sequence[str]) -> Recipe:
    """The recipe with weights such as `generated=0.5` for origins."""
    given = dict(recipe.repeats)
    for word in weights:
        origin, _, times = word.rpartition("=")
        try:
            given[origin] = float(times)
        except ValueError as fault:
            raise UsageError(f"'{word}' is no weight", help="write ORIGIN=TIMES, such as generated=0.5") from fault
    return replace(recipe, repeats=tuple(given.items()))


def _tokenizer(options: argparse.Namespace, examples: Sequence[Example], functions: Sequence[Function]) -> Tokenizer:
    """The run's tokenizer: the one in its folder, the given one, or one made of the data, which the folder then has."""
    out, given = options.out, options.tokenizer
    path = out / TOKENIZER
    if not path.exists():
        if not examples and not functions:
            raise UsageError("nothing to train on", path=str(out), help="give --examples or --functions with readable functions in them")
        out.mkdir(parents=True, exist_ok=True)
        if given:
            made = Tokenizer.from_file(str(given))
        else:
            sides = (side for example in examples for side in (example.source, example.target))
            made = build_tokenizer((*sides, *map(NormalForm().tokens, functions)))
        made.save(str(path))
        (out / COMMAND).write_text(json.dumps(options.words) + "\n", encoding="utf-8")
    found = Tokenizer.from_file(str(path))
    if given and Tokenizer.from_file(str(given)).get_vocab() != found.get_vocab():
        raise UsageError(
            "is not the tokenizer that the run began with", path=str(given), help=f"leave --tokenizer out, or give another --out than {out}"
        )
    return found
