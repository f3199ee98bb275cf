"""What two functions are compared by: a hash of the normal form, and a MinHash of its runs of tokens."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from datasketch import MinHash

from translate.languages import Language
from translate.source.normalise import Unreadable, is_placeholder, normalise
from translate.units import Function, Span

RUN = 5
"""Tokens in a run."""
PERMUTATIONS = 64
SCHEME = "affine32"
BANDS, ROWS = 12, 5
"""Signatures of similarity 0.8 share a band in 99 of 100 cases, of 0.5 in 31; whether they are near is then looked up in all of it."""
NEAR = 0.8
"""Jaccard similarity from which on a function is a near copy."""


@dataclass(frozen=True, slots=True)
class Form:
    """A function without its names."""

    digest: int
    """64 bits of the normal form, sign included as databases store them."""
    signature: bytes
    """MinHash, four bytes a permutation."""
    tokens: int


def form_of(text: str, language: Language, name: str = "") -> Form | None:
    """The form of a function, or of a text that holds several; None where it has syntax faults."""
    try:
        tokens = normalise(Function(name, text, language, Span(0, 0, 1, 1))).tokens
    except (Unreadable, RecursionError):
        return None
    return Form(hash_of(language.name, *tokens), _signature(tokens), len(tokens))


def hash_of(*words: str) -> int:
    """64 bits, signed."""
    return int.from_bytes(hashlib.blake2b("\0".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little", signed=True)


def likeness(one: bytes, other: bytes) -> float:
    """The estimated Jaccard similarity of two signatures, off by 0.05 or so."""
    return float(np.mean(np.frombuffer(one, dtype="<u4") == np.frombuffer(other, dtype="<u4")))


def bands(signature: bytes, space: str) -> list[int]:
    """A hash for each band of a signature; those of another space, such as another language, are others."""
    size = 4 * ROWS
    return [hash_of(space, str(at), signature[at * size : (at + 1) * size].hex()) for at in range(BANDS)]


def _signature(tokens: Sequence[str]) -> bytes:
    plain = [token[0] if is_placeholder(token) else token for token in tokens]
    runs = {" ".join(plain[at : at + RUN]) for at in range(max(1, len(plain) - RUN + 1))}
    made = MinHash(num_perm=PERMUTATIONS, permutations=_first().permutations, scheme=SCHEME)
    made.update_batch([run.encode("utf-8") for run in runs])
    return bytes(np.asarray(made.hashvalues, dtype="<u4").tobytes())


def minhash_of(signature: bytes) -> MinHash:
    """The signature as datasketch has it."""
    values = np.frombuffer(signature, dtype="<u4").copy()
    return MinHash(num_perm=PERMUTATIONS, hashvalues=values, permutations=_first().permutations, scheme=SCHEME)


@cache
def _first() -> MinHash:
    """Its permutations are drawn once."""
    return MinHash(num_perm=PERMUTATIONS, seed=1, scheme=SCHEME)
