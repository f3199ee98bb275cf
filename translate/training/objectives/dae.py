"""Denoising: a function in full from what noise leaves of it (CodeRosetta's third stage)."""

from __future__ import annotations

import random
from collections.abc import Sequence

import torch

from translate.model.prompt import tag
from translate.source.normalise import is_placeholder
from translate.training.batches import Cursor, Encoded, Size
from translate.training.losses import Learner, cross_entropy
from translate.training.monolingual import Form, Pieces, forms_of
from translate.training.objectives import Material, item_random
from translate.training.recipes import Recipe

MASKED, DROPPED, INSERTED = 0.15, 0.25, 0.15
"""Shares of the tokens in the first epoch."""
GROWTH = 0.025
"""Added to each share with every epoch."""
MOST = 0.5


class Denoising:
    """Cross-entropy of the function's tokens, given the noisy ones and its language's tag."""

    def __init__(self, material: Material, recipe: Recipe) -> None:
        self._recipe = recipe
        self._pieces = Pieces(material.tokenizer)
        self._forms = forms_of(material.functions, recipe.name, material.notation)
        self._foreign = _foreign_words(self._forms)
        lengths = [len(self._pieces.sequence(form.tokens)) for form in self._forms]
        self.sizes: Sequence[Size] = [Size(length + 2, length) for length in lengths]

    def batch(self, numbers: Sequence[int], at: Cursor, learner: Learner) -> list[Encoded]:
        """Noisy functions, and what they were."""
        return [self.noisy(number, at.epoch) for number in numbers]

    def noisy(self, number: int, epoch: int) -> Encoded:
        """A function of the material as that epoch sees it."""
        form = self._forms[number]
        spoken = form.function.language
        left = noised(form.tokens, self._foreign[spoken.name], item_random(self._recipe, epoch, number), epoch)
        return Encoded(self._pieces.sequence([tag(spoken), tag(spoken), *left]), self._pieces.sequence(form.tokens))

    def loss(self, learner: Learner, batch: Sequence[Encoded]) -> torch.Tensor:
        """Cross-entropy, summed over the target tokens."""
        return cross_entropy(learner.scores(batch), batch, self._recipe.label_smoothing)


def noised(tokens: Sequence[str], foreign: Sequence[str], rng: random.Random, epoch: int = 0) -> list[str | None]:
    """What is left of `tokens`: some dropped, words of the language twice as often, some masked (None), some of another language put in."""
    masked, dropped, inserted = (min(MOST, share + GROWTH * epoch) for share in (MASKED, DROPPED, INSERTED))
    words = sum(map(is_word, tokens))
    # So that the mean over all tokens is the share that was asked for.
    plain = dropped * len(tokens) / (len(tokens) + words)
    left: list[str | None] = []
    for token in tokens:
        if foreign and rng.random() < inserted:
            left.append(rng.choice(foreign))
        if rng.random() >= (2 * plain if is_word(token) else plain):
            left.append(None if rng.random() < masked else token)
    return left


def is_word(token: str) -> bool:
    """Whether the token is one of the language's own words."""
    return token[:1].isalpha() and not is_placeholder(token)


def _foreign_words(forms: Sequence[Form]) -> dict[str, list[str]]:
    """For each language, the tokens of the others, in order."""
    seen: dict[str, set[str]] = {}
    for form in forms:
        seen.setdefault(form.function.language.name, set()).update(form.tokens)
    return {name: sorted(set().union(*(words for other, words in seen.items() if other != name)) - own) for name, own in seen.items()}
