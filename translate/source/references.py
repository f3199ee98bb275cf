"""Labels for pieces of the source, so that a translation names what it repeats instead of spelling it again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate.languages import Language
from translate.source.respell import respelled
from translate.units import NormalisedFunction, Segment

# Capture name -> label letter and the fewest tokens worth a label; in a tie the earlier kind wins.
SEGMENT_KINDS = {
    "block": ("b", 3),
    "statement": ("s", 3),
    "parameters": ("l", 3),
    "parameter": ("p", 2),
    "expression": ("e", 3),
    "bound": ("e", 1),
}
MOST_LABELS = {"b": 32, "s": 96, "l": 4, "p": 32, "e": 128}
"""Labels that exist, by letter; later pieces have none and are spelled out."""


class UnknownLabel(ValueError):
    """A label that the source does not have."""


def labelled_segments(ranges: Iterable[tuple[str, int, int]]) -> tuple[Segment, ...]:
    """Segments for `(kind, start, end)` token ranges, outer before inner, numbered in order within their kind."""
    order = list(SEGMENT_KINDS)
    unique: dict[tuple[int, int], str] = {}
    for kind, start, end in sorted(ranges, key=lambda item: order.index(item[0])):
        if end - start >= SEGMENT_KINDS[kind][1]:
            unique.setdefault((start, end), kind)
    counts = dict.fromkeys(MOST_LABELS, 0)
    segments: list[Segment] = []
    for (start, end), kind in sorted(unique.items(), key=lambda item: (item[0][0], -item[0][1])):
        letter = SEGMENT_KINDS[kind][0]
        if counts[letter] < MOST_LABELS[letter]:
            segments.append(Segment(start, end, f"<{letter}{counts[letter]}>"))
            counts[letter] += 1
    return tuple(segments)


def labelled(source: NormalisedFunction) -> list[str]:
    """The tokens of `source` with each segment's label before it: what a model reads."""
    tokens: list[str] = []
    position = 0
    for segment in source.segments:
        tokens.extend(source.tokens[position : segment.start])
        tokens.append(segment.label)
        position = segment.start
    return [*tokens, *source.tokens[position:]]


def pieces_of(source: NormalisedFunction, target: Language) -> dict[str, tuple[str, ...]]:
    """Label -> what it stands for in a translation into `target`; labels of pieces that it spells in its own way are left out."""
    spoken = source.original.language
    pieces = [source.tokens[segment.start : segment.end] for segment in source.segments]
    if spoken.family != target.family:
        found = respelled(pieces, source.tokens, spoken, target)
        return {segment.label: piece for segment, piece in zip(source.segments, found, strict=True) if piece}
    return {segment.label: piece for segment, piece in zip(source.segments, pieces, strict=True)}


def refer(target: NormalisedFunction, source: NormalisedFunction) -> list[str]:
    """The tokens of `target` with a label for every piece that `source` has word for word: what a model writes.

    Of several equal pieces of the source, the next one after the last named is taken.
    """
    known: dict[tuple[str, ...], list[str]] = {}
    order = {segment.label: number for number, segment in enumerate(source.segments)}
    for label, piece in pieces_of(source, target.original.language).items():
        known.setdefault(piece, []).append(label)
    tokens: list[str] = []
    position, last = 0, -1
    for segment in target.segments:
        labels = known.get(target.tokens[segment.start : segment.end])
        if segment.start < position or labels is None:
            continue
        label = next((label for label in labels if order[label] > last), labels[0])
        last = order[label]
        tokens.extend(target.tokens[position : segment.start])
        tokens.append(label)
        position = segment.end
    return [*tokens, *target.tokens[position:]]


def resolve(tokens: Sequence[str], source: NormalisedFunction, target: Language) -> list[str]:
    """`tokens` of a translation into `target` with every label replaced by what it names; the inverse of refer. Raises UnknownLabel."""
    pieces = pieces_of(source, target)
    spelled: list[str] = []
    for token in tokens:
        if token in pieces:
            spelled.extend(pieces[token])
        elif is_label(token):
            raise UnknownLabel(token)
        else:
            spelled.append(token)
    return spelled


def is_label(token: str) -> bool:
    """Whether `token` has the form of a label: `<s12>`."""
    return token.startswith("<") and token.endswith(">") and token[1:2] in MOST_LABELS and token[2:-1].isdecimal()
