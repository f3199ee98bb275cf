"""The n-gram parts of CodeBLEU: BLEU of orders 1 to 4 over the grammar's tokens, and the same with keywords weighing five times as much."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from translate.languages import Language
from translate.source.normalise import NEWLINE, leaves_of
from translate.source.parse import parse

ORDERS = (1, 2, 3, 4)
SMOOTHING = 0.1
"""What an order without any match counts for (method 1 of Chen and Cherry, 2014)."""
OTHER_WEIGHT = 0.2
Gram = tuple[str, ...]
Weigh = Callable[[Gram], float]


def ngram_match(pairs: Sequence[tuple[str, str]], spoken: Language) -> float | None:
    """Corpus BLEU between 0 and 1; None where the references hold no token."""
    return _bleu(pairs, spoken, lambda gram: 1.0)


def weighted_ngram_match(pairs: Sequence[tuple[str, str]], spoken: Language) -> float | None:
    """The same where a single token weighs 1 if the language gives it its meaning, else 0.2."""
    own = {word for pair in pairs for text in pair for word in _read(text, spoken)[1]}
    return _bleu(pairs, spoken, lambda gram: OTHER_WEIGHT if len(gram) == 1 and gram[0] not in own else 1.0)


def _bleu(pairs: Sequence[tuple[str, str]], spoken: Language, weigh: Weigh) -> float | None:
    sides = [(_read(output, spoken)[0], _read(truth, spoken)[0]) for output, truth in pairs]
    found, wanted = (sum(len(side[at]) for side in sides) for at in (0, 1))
    if not wanted:
        return None
    precisions = [_precision(sides, order, weigh) for order in ORDERS]
    if not found or not precisions[0][0]:
        return 0.0
    logarithms = [math.log((matched or SMOOTHING) / total) for matched, total in precisions]
    return math.exp(min(1 - wanted / found, 0.0) + sum(logarithms) / len(ORDERS))


def _precision(sides: Sequence[tuple[Gram, Gram]], order: int, weigh: Weigh) -> tuple[float, float]:
    """The weight of the n-grams that match, and of all; never less than 1 in all, so that short corpora have a quotient."""
    matched = total = 0.0
    for output, truth in sides:
        counts, limits = _grams(output, order), _grams(truth, order)
        matched += sum(weigh(gram) * min(count, limits[gram]) for gram, count in counts.items())
        total += sum(weigh(gram) * count for gram, count in counts.items())
    return matched, total or 1.0


def _grams(words: Gram, order: int) -> Counter[Gram]:
    return Counter(words[at : at + order] for at in range(len(words) - order + 1))


@cache
def _read(text: str, spoken: Language) -> tuple[Gram, frozenset[str]]:
    """The tokens, and those among them that the language gives their meaning: keywords, builtin types and functions."""
    leaves = [leaf for leaf in leaves_of(parse(text, spoken)) if spoken.line_ends or leaf.text != NEWLINE]
    own = {leaf.text for leaf in leaves if leaf.text in spoken.kept or (leaf.kind is None and leaf.text.isidentifier())}
    return tuple(word for leaf in leaves for word in leaf.text.split()), frozenset(own)
