"""Online back-translation, alternating with denoising batch by batch, which keeps the model from copying (CodeRosetta's third stage)."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from translate.languages import language
from translate.source.normalise import Unrestorable
from translate.source.references import UnknownLabel
from translate.training.batches import Cursor, Encoded, Size
from translate.training.decoding import greedy
from translate.training.examples import Example
from translate.training.losses import Learner
from translate.training.monolingual import Form, forms_of
from translate.training.notation import NormalForm, Notation
from translate.training.objectives import Material, encode, item_random
from translate.training.objectives.dae import Denoising
from translate.training.recipes import Recipe

NORMAL = NormalForm()


class BackTranslation:
    """Cross-entropy of real functions, given sources that the model as it stands writes for them."""

    def __init__(self, material: Material, recipe: Recipe) -> None:
        self._recipe, self._tokenizer = recipe, material.tokenizer
        self._notation = material.notation
        self._denoising = Denoising(material, recipe)
        self._forms = forms_of(material.functions, recipe.name, material.notation)
        self._spoken = sorted({form.function.language.name for form in self._forms})
        self.sizes: Sequence[Size] = self._denoising.sizes

    def batch(self, numbers: Sequence[int], at: Cursor, learner: Learner) -> list[Encoded]:
        """Noisy functions in every other batch; else pseudo sources with their real targets, noise where none can be read."""
        if at.batch % 2 == 0 or len(self._spoken) < 2:
            return self._denoising.batch(numbers, at, learner)
        asked = [(number, self._pseudo_language(number, at.epoch)) for number in numbers]
        prompts = [self._notation.prompt(self._forms[number].function, language(name)) for number, name in asked]
        answers = greedy(learner, encode(prompts, self._tokenizer))
        found: list[Encoded] = []
        for (number, name), answer in zip(asked, answers, strict=True):
            example = pseudo_example(self._forms[number], self._tokenizer.decode(answer).split(), name, self._notation)
            if example is None:
                found.append(self._denoising.noisy(number, at.epoch))
            else:
                source, target = encode([example.source, example.target], self._tokenizer)
                found.append(Encoded(source, target))
        return found

    def loss(self, learner: Learner, batch: Sequence[Encoded]) -> torch.Tensor:
        """Cross-entropy, summed over the target tokens."""
        return self._denoising.loss(learner, batch)

    def _pseudo_language(self, number: int, epoch: int) -> str:
        own = self._forms[number].function.language.name
        return item_random(self._recipe, epoch, number).choice([name for name in self._spoken if name != own])


def pseudo_example(form: Form, answer: Sequence[str], name: str, notation: Notation = NORMAL) -> Example | None:
    """The real function as translation of the model's `answer` in the language `name`; None where that cannot be read."""
    spoken = form.function.language
    try:
        text = notation.text(tuple(answer), form.function, language(name))
    except (UnknownLabel, Unrestorable):
        return None
    made = notation.examples({name: text, spoken.name: form.function.text, "source": name, "origin": "back-translated"})
    return made[0] if made else None
