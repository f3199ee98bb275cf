"""The network: a T5 encoder-decoder with relative positions, gated GELU and tied embeddings, made afresh."""

from __future__ import annotations

import torch
from transformers import T5Config, T5ForConditionalGeneration

from translate.training.muon import Muon
from translate.training.recipes import Recipe


def new_network(recipe: Recipe, pieces: int) -> T5ForConditionalGeneration:
    """A network with random weights for a vocabulary of `pieces`; pad is id 0, end is id 1."""
    torch.manual_seed(recipe.seed)
    config = T5Config(
        vocab_size=pieces,
        d_model=recipe.d_model,
        d_kv=recipe.d_model // recipe.heads,
        d_ff=recipe.d_ff,
        num_heads=recipe.heads,
        num_layers=recipe.encoder_layers,
        num_decoder_layers=recipe.decoder_layers,
        dropout_rate=recipe.dropout,
        feed_forward_proj="gated-gelu",
        relative_attention_num_buckets=32,
        relative_attention_max_distance=128,
        pad_token_id=0,
        eos_token_id=1,
        decoder_start_token_id=0,  # type: ignore[call-arg]
    )
    return T5ForConditionalGeneration(config)


def optimisers(network: torch.nn.Module, recipe: Recipe) -> list[torch.optim.Optimizer]:
    """Muon for the weight matrices of the layers, AdamW for embeddings, position biases and norms."""
    matrices: list[torch.Tensor] = []
    rest: list[torch.Tensor] = []
    for name, weight in network.named_parameters():
        layered = weight.ndim == 2 and "shared" not in name and "relative_attention_bias" not in name
        (matrices if layered else rest).append(weight)
    return [
        Muon(matrices, lr=recipe.muon_rate),
        torch.optim.AdamW(rest, lr=recipe.adam_rate, betas=(0.9, 0.98), weight_decay=0.0),
    ]


def rate_at(step: int, recipe: Recipe) -> float:
    """The share of the peak learning rate at `step`: linear warm-up, then linear to zero."""
    if step < recipe.warmup:
        return (step + 1) / recipe.warmup
    return max(0.0, (recipe.steps - step) / max(1, recipe.steps - recipe.warmup))
