"""The tokenizer: one piece for every token of the normal form, bytes for whatever else turns up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, processors

from translate.languages import languages
from translate.source.normalise import NEWLINE
from translate.source.references import MOST_LABELS

PAD, END, UNKNOWN = "<pad>", "</s>", "<unk>"
PLACEHOLDERS = {"a": 48, "i": 24, "v": 96, "f": 24, "t": 16, "m": 32, "n": 48, "s": 24}
"""Placeholders with a piece of their own, by letter; higher numbers are spelled in bytes."""


def build_tokenizer(sequences: Iterable[Iterable[str]], *, rarest: int = 2) -> Tokenizer:
    """A tokenizer whose pieces are the fixed tokens of the normal form and those seen at least `rarest` times.

    Words are separated by blanks; a word without a piece becomes its UTF-8 bytes, so that nothing is unknown.
    """
    counts = Counter(token for sequence in sequences for token in sequence)
    frequent = (token for token, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count >= rarest)
    words = dict.fromkeys([*_fixed_tokens(), *frequent])
    bytes_ = [f"<0x{value:02X}>" for value in range(256)]
    # Equal scores: the segmentation with the fewest pieces wins, so a word with a piece of its own is never cut.
    pieces = [(piece, -1.0) for piece in (PAD, END, UNKNOWN, *bytes_, "▁", *(f"▁{word}" for word in words))]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=2, byte_fallback=True))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.decoder = decoders.Sequence([decoders.ByteFallback(), decoders.Metaspace(replacement="▁")])
    tokenizer.post_processor = processors.TemplateProcessing(single=f"$A {END}", special_tokens=[(END, 1)])
    tokenizer.add_special_tokens([AddedToken(token, normalized=False) for token in (PAD, END, UNKNOWN)])
    return tokenizer


def _fixed_tokens() -> list[str]:
    tags = [f"<{language.name}>" for language in languages()]
    labels = [f"<{letter}{number}>" for letter, most in MOST_LABELS.items() for number in range(most)]
    places = [f"{letter}{number}" for letter, most in PLACEHOLDERS.items() for number in range(most)]
    return [*tags, NEWLINE, *labels, *places]
