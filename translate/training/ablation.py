"""What each part of the recipe is worth on a small budget: the same model and as many tokens, each time without one of them."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers

from translate.corpus.verify import EQUIVALENT, Verdicts, verify
from translate.corpus.workers import Here
from translate.errors import UsageError
from translate.training import checkpoint
from translate.training.batches import Encoded
from translate.training.evaluation import evaluate
from translate.training.examples import Example
from translate.training.loop import Plan, learner_for, train
from translate.training.losses import Learner, target_count
from translate.training.monolingual import read_functions
from translate.training.notation import NormalForm, Notation, Spelled
from translate.training.objectives import Material, encode
from translate.training.recipes import Stage, ablation
from translate.training.vocabulary import END, PAD, UNKNOWN, build_tokenizer
from translate.units import Function

Row = dict[str, Any]
SEED = 1
HELD_OUT = 6
"""One function in so many is kept from all arms."""
FROM_KERNELS = ("deparallelised", "rewritten", "device", "unbounded")
"""Origins whose kernel was there first."""
LONGEST = 400
"""Tokens of a side of an example: a long one would be a batch by itself."""
MLM, AER, BACK = Stage("mlm", 0.1), Stage("aer", 0.05, rate=0.5), Stage("back_translation", 0.15, rate=0.6)


@dataclass(frozen=True, slots=True)
class Arm:
    """One way to train."""

    name: str
    first: tuple[Stage, ...] = (MLM, AER, BACK)
    """Stages before the pairs, which have the rest of the tokens."""
    kinds: tuple[str, ...] = ("made up", "real")
    verified: bool = True
    notation: Notation = NormalForm()


ARMS = (
    Arm("all"),
    Arm("no normal form", notation=Spelled()),
    Arm("no verification filter", verified=False),
    Arm("no DAE, no back-translation", first=(MLM, AER)),
    Arm("no AER", first=(MLM, BACK)),
    Arm("pairs alone", first=()),
    Arm("idioms and generator only", kinds=("made up",)),
    Arm("real code only", kinds=("real",)),
)


@dataclass(frozen=True, slots=True)
class Pool:
    """What arms are trained on and compared by."""

    pairs: Sequence[Row]
    """Each with its `kind` and the `word` of its verdict."""
    held_out: Sequence[Row]
    functions: Sequence[Function]


@dataclass(frozen=True, slots=True)
class Trained:
    """What came of an arm: the averaged weights, and what they say of the pairs that no arm has seen."""

    learner: Learner
    tokenizer: Tokenizer
    notation: Notation
    figures: Mapping[str, float]


def pool_of(pairs: Sequence[Path], functions: Path, store: Path, report: Callable[[str], None], *, each: int, engine: str) -> Pool:
    """Up to `each` real and `each` made-up pairs, run against each other where that is not in `store`; 500 functions of a language."""
    rows = _sampled((json.loads(line) for path in pairs for line in path.open(encoding="utf-8")), each)
    if not rows:
        raise UsageError("no pairs to train on", path=str(pairs[0]), help="give what `python -m translate.corpus pairs` wrote")
    with Verdicts(store) as verdicts:
        verify(rows, verdicts, Here(), report, seed=SEED, engine=engine)
        judged = [{**row, "word": found.word} for row in rows if (found := verdicts.on(row, SEED)) is not None]
    kept = [random.Random(row["cpp"]).randrange(HELD_OUT) == 0 for row in judged]
    held = [row for row, out in zip(judged, kept, strict=True) if out and row["word"] == EQUIVALENT]
    return Pool([row for row, out in zip(judged, kept, strict=True) if not out], held, _some_functions(functions))


def chosen(pool: Pool, arm: Arm) -> list[Row]:
    """The pairs of an arm: the verified ones, or as many of each origin whatever their verdict is; as many in all as `all` has."""
    ours = [row for row in pool.pairs if row["kind"] in arm.kinds]
    proved = [row for row in ours if row["word"] == EQUIVALENT]
    if arm.verified:
        return proved
    left = Counter(row["origin"] for row in proved)
    found = []
    for row in ours:
        if left[row["origin"]] > 0:
            left[row["origin"]] -= 1
            found.append(row)
    return found


def run_arm(arm: Arm, pool: Pool, tokens: int, out: Path, report: Callable[[str], None]) -> Trained:
    """Train an arm for so many tokens, from its checkpoint where there is one."""
    examples = _examples(chosen(pool, arm), arm.notation)
    tokenizer = _tokenizer(arm.notation, examples, pool.functions)
    recipe = replace(ablation(), stages=(*arm.first, Stage("pairs", 1 - sum(stage.share for stage in arm.first))))
    recipe = replace(recipe, steps=max(20, round(tokens / (0.85 * recipe.batch_tokens))))
    material = Material(tokenizer, examples, pool.functions, notation=arm.notation)
    train(recipe, material, tokenizer, out, plan=Plan(tokens=tokens, evaluate_steps=10**9, tensorboard=False), report=report)
    state = checkpoint.load(out)
    assert state is not None
    learner = learner_for(recipe, material)
    learner.network.load_state_dict(state["average"], strict=False)
    unseen = _encoded(_examples(pool.held_out, arm.notation), tokenizer)
    found = evaluate(learner, unseen)
    each = target_count(unseen) / max(1, len(unseen))
    figures = {**found, "held_out_nats": found.get("held_out_loss", 0.0) * each, "target_tokens": each, "pairs": len(chosen(pool, arm))}
    return Trained(learner.eval(), tokenizer, arm.notation, {**figures, "tokens": state["tokens"], "steps": state["step"]})


def kind_of(row: Row) -> str:
    """Whether people wrote what the pair is made of."""
    return "made up" if row["origin"].startswith(("generated", "idiom")) else "real"


def _sampled(rows: Iterable[Row], each: int) -> list[Row]:
    """The same ones whatever the order of the file."""
    by_kind: dict[str, list[Row]] = {"made up": [], "real": []}
    for row in rows:
        if "cpp" in row and "cuda" in row:
            by_kind[kind_of(row)].append(row)
    found = []
    for kind, ours in by_kind.items():
        ours.sort(key=lambda row: random.Random(row["cpp"] + row["cuda"]).random())
        # There are few idioms for many made-up functions.
        idioms = [row for row in ours if row["origin"].startswith("idiom")][: each // 3]
        ours = (idioms + [row for row in ours if not row["origin"].startswith("idiom")])[:each]
        found += [{**row, "kind": kind, "original": "cuda" if row["origin"] in FROM_KERNELS else "cpp"} for row in ours]
    random.Random(SEED).shuffle(found)
    return found


def _some_functions(path: Path, most: int = 500) -> list[Function]:
    found: list[Function] = []
    of = Counter[str]()
    ours = [one for one in read_functions(path, 256) if one.language.name in ("cpp", "cuda")]
    random.Random(SEED).shuffle(ours)
    for function in ours:
        if of[function.language.name] < most:
            of[function.language.name] += 1
            found.append(function)
    return found


def _examples(pairs: Sequence[Row], notation: Notation) -> list[Example]:
    made = dict.fromkeys(example for pair in pairs for example in notation.examples(pair))
    return [example for example in made if max(len(example.source), len(example.target)) <= LONGEST]


def _encoded(examples: Sequence[Example], tokenizer: Tokenizer) -> list[Encoded]:
    sides = (encode([getattr(example, side) for example in examples], tokenizer) for side in ("source", "target"))
    return [Encoded(*both) for both in zip(*sides, strict=True)]


def _tokenizer(notation: Notation, examples: Sequence[Example], functions: Sequence[Function]) -> Tokenizer:
    """The usual one of normal form; of names as they are, as many byte pairs as the usual one has pieces, since each name would be one."""
    sides = [side for example in examples for side in (example.source, example.target)] + list(map(notation.tokens, functions))
    if isinstance(notation, NormalForm):
        return build_tokenizer(sides)
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=True)
    tokenizer.decoder = decoders.ByteLevel()
    special = [PAD, END, UNKNOWN, *(f"<{name}>" for name in ("cpp", "cuda"))]
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=2_000, special_tokens=special[:3], initial_alphabet=alphabet, show_progress=False)
    tokenizer.train_from_iterator((" ".join(side) for side in sides), trainer)
    tokenizer.add_tokens(special[3:])
    tokenizer.post_processor = processors.TemplateProcessing(single=f"$A {END}", special_tokens=[(END, 1)])
    return tokenizer
