"""What is trained and how; a recipe is a function that returns its settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from translate.errors import UsageError


@dataclass(frozen=True, slots=True)
class Stage:
    """One objective for a part of the run."""

    objective: str
    """A name in translate.training.objectives.OBJECTIVES."""
    share: float
    """Part of the run's steps, or minutes; the shares of a recipe add up to 1."""
    rate: float = 1.0
    """Factor on both peak learning rates."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides a training run besides its data."""

    name: str
    d_model: int
    """Width of the residual stream."""
    d_ff: int
    """Width of the gated feed-forward layers."""
    heads: int
    """Attention heads of d_model / heads each."""
    encoder_layers: int
    decoder_layers: int
    steps: int
    """Optimiser steps; the learning rate falls to zero at the last one."""
    batch_tokens: int
    """Source and target tokens in a batch, padding included, once warmed up."""
    short_until: float = 0.1
    """Share of the steps over which the longest allowed example grows from `shortest` to all."""
    shortest: int = 120
    """Longest source in tokens at the first step."""
    muon_rate: float = 2e-3
    """Peak learning rate of the weight matrices, for Muon; Keller Jordan 2024, scaled as AdamW's."""
    adam_rate: float = 1e-3
    """Peak learning rate of embeddings, norms and biases, for AdamW."""
    warmup: int = 200
    """Steps over which both rates rise from zero."""
    label_smoothing: float = 0.0
    dropout: float = 0.0
    average: float = 0.998
    """Decay of the moving average of the weights that is exported."""
    repeats: tuple[tuple[str, float], ...] = ()
    """How often examples of an origin are seen in an epoch on average, where that is not once."""
    seed: int = 1
    stages: tuple[Stage, ...] = (Stage("pairs", 1.0),)
    """What is trained, in turn; each stage warms up and falls to zero by itself."""
    accumulate: int = 1
    """Batches whose gradients make up one step."""
    patience: int = 0
    """Evaluations without a better loss on held-out pairs after which the run ends; 0: never."""
    muon: bool = True
    """Whether weight matrices are trained by Muon; AdamW takes all where not, as sharded weights need."""


def recipe_of(saved: Mapping[str, Any], place: Path) -> Recipe:
    """The recipe in the checkpoint of the folder `place`. Raises UsageError for one that this version does not know."""
    try:
        stages = (
            tuple(Stage(**dict(stage)) for stage in saved["stages"]) if "stages" in saved else Recipe.__dataclass_fields__["stages"].default
        )
        return Recipe(**{**saved, "repeats": tuple((name, times) for name, times in saved.get("repeats", ())), "stages": stages})
    except (TypeError, ValueError) as fault:
        said = str(fault).replace("Recipe.__init__() ", "").replace("Stage.__init__()", "a stage")
        raise UsageError(
            f"the checkpoint's recipe is not one of this version: {said}",
            path=str(place),
            help="go on with the version that wrote it, or start afresh with another --out",
        ) from fault


def small() -> Recipe:
    """The embedded model: deep encoder, shallow decoder, one to two hours on two cores."""
    return Recipe(name="small", d_model=256, d_ff=896, heads=4, encoder_layers=6, decoder_layers=3, steps=12_000, batch_tokens=6_000)


def first() -> Recipe:
    """A first model for C++ and CUDA, in an hour and a half on two cores."""
    return Recipe(
        name="first",
        d_model=256,
        d_ff=640,
        heads=4,
        encoder_layers=4,
        decoder_layers=2,
        steps=3_000,
        batch_tokens=4_000,
        warmup=50,
        average=0.99,
        repeats=(("deparallelised", 4), ("rewritten", 2), ("parallelised", 2)),
    )


def embedded() -> Recipe:
    """The model that ships, by the clock (`--minutes`): as wide as `first`, real code often and made-up code seldom."""
    return Recipe(
        name="embedded",
        d_model=256,
        d_ff=640,
        heads=4,
        encoder_layers=4,
        decoder_layers=2,
        steps=3_000,
        batch_tokens=4_000,
        warmup=50,
        average=0.99,
        repeats=(
            ("generated", 0.6),
            ("generated alone", 0.3),
            ("generated unbounded", 0.5),
            ("parallelised", 1.5),
            ("deparallelised", 4),
            ("rewritten", 3),
            ("device", 2),
            ("idiom", 5),
            ("idiom fortran", 4),
            ("generated fortran", 0.5),
            ("procedure fortran", 1.5),
            ("pool fortran", 2),
        ),
    )


def tiny() -> Recipe:
    """For tests: learns a handful of pairs by heart in seconds."""
    return Recipe(
        name="tiny",
        d_model=64,
        d_ff=128,
        heads=2,
        encoder_layers=1,
        decoder_layers=1,
        steps=40,
        batch_tokens=600,
        warmup=5,
        average=0.8,
        shortest=40,
    )


def rosetta() -> Recipe:
    """CodeRosetta's stages on functions and proved pairs, with its ratios of learning rates."""
    stages = (Stage("mlm", 0.25), Stage("aer", 0.05, rate=0.1), Stage("back_translation", 0.3, rate=0.6), Stage("pairs", 0.4))
    return replace(small(), name="rosetta", stages=stages, steps=20_000, label_smoothing=0.1)


def medium() -> Recipe:
    """About 30 M parameters, for a machine with a fast bf16 matrix unit or a GPU."""
    return Recipe(
        name="medium", d_model=512, d_ff=1_408, heads=8, encoder_layers=7, decoder_layers=3, steps=40_000, batch_tokens=12_000, warmup=500
    )


def large() -> Recipe:
    """About 200 M parameters, for several GPUs; AdamW, whose state can be sharded."""
    return Recipe(
        name="large",
        d_model=1_024,
        d_ff=2_816,
        heads=16,
        encoder_layers=12,
        decoder_layers=4,
        steps=100_000,
        batch_tokens=64_000,
        warmup=2_000,
        muon=False,
        adam_rate=3e-4,
        dropout=0.1,
        stages=rosetta().stages,
    )


def ablation() -> Recipe:
    """For comparisons of data and stages on small budgets of tokens (eval.ablation)."""
    return Recipe(
        name="ablation",
        d_model=128,
        d_ff=320,
        heads=4,
        encoder_layers=3,
        decoder_layers=2,
        steps=600,
        batch_tokens=2_000,
        warmup=20,
        average=0.98,
    )


def tiny_stages() -> Recipe:
    """For tests: every objective for a few steps."""
    names = ("mlm", "aer", "dae", "back_translation", "pairs")
    return replace(tiny(), name="tiny_stages", steps=20, stages=tuple(Stage(name, 1 / len(names)) for name in names), warmup=2)


RECIPES = {recipe.__name__: recipe for recipe in (small, first, embedded, rosetta, medium, large, ablation, tiny, tiny_stages)}
