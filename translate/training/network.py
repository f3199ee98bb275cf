"""The network: a T5 encoder-decoder with relative positions, gated GELU and tied embeddings, made afresh."""

from __future__ import annotations

import torch
from transformers import T5Config, T5ForConditionalGeneration
from transformers.models.t5.modeling_t5 import T5DenseGatedActDense

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
    network = T5ForConditionalGeneration(config)
    for module in network.modules():
        if isinstance(module, T5DenseGatedActDense):
            # The same function as gelu_new, which transformers spells out in six operations.
            module.act = torch.nn.GELU(approximate="tanh")
    return network


def optimisers(network: torch.nn.Module, recipe: Recipe, bf16: bool = False) -> list[torch.optim.Optimizer]:
    """Muon for the weight matrices of the layers, AdamW for embeddings, position biases and norms, and for all without Muon."""
    matrices: list[torch.Tensor] = []
    rest: list[torch.Tensor] = []
    for name, weight in network.named_parameters():
        if weight.requires_grad:
            layered = (
                recipe.muon and weight.ndim == 2 and not any(part in name for part in ("shared", "relative_attention_bias", "entities"))
            )
            (matrices if layered else rest).append(weight)
    adam = torch.optim.AdamW(rest, lr=recipe.adam_rate, betas=(0.9, 0.98), weight_decay=0.0)
    return [Muon(matrices, lr=recipe.muon_rate, bf16=bf16), adam] if matrices else [adam]


def peaks(recipe: Recipe, count: int) -> tuple[float, ...]:
    """The peak learning rate of each of the `count` optimisers."""
    return (recipe.muon_rate, recipe.adam_rate)[-count:]
