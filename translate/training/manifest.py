"""What a model was trained on, as hashes: its manifest names them, so that anybody can look whether a test was among it.

Two files beside the weights, named in `manifest.json`:
`training_hashes`   gzip of sorted unsigned 64-bit numbers, little-endian: BLAKE2b of each distinct normal form
`training_sketches` gzip of 32 bytes for each distinct normal form: one-bit MinHash of its runs of five tokens (Li and König, 2010)
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from translate.errors import UsageError
from translate.languages import Language
from translate.source.extract import extract
from translate.source.normalise import Unreadable, is_placeholder, normalise
from translate.units import Function, SourceUnit

HASHES, SKETCHES = "training_hashes", "training_sketches"
FILES = {HASHES: "training-hashes.gz", SKETCHES: "training-sketches.gz"}
SHINGLE = 5
"""Tokens in a run."""
BITS = 256
AGAIN = "export the model again, or take the entry out of manifest.json"
Hashes = npt.NDArray[np.uint64]
Sketches = npt.NDArray[np.uint8]


def normal_forms(text: str, language: Language) -> list[tuple[str, ...]]:
    """The tokens of each readable function of `text`."""
    return [form for function in extract(SourceUnit(text, language, "text")) if (form := _normal_form(function)) is not None]


def digest(tokens: Sequence[str]) -> int:
    """64 bits of a normal form."""
    return int.from_bytes(hashlib.blake2b(" ".join(tokens).encode("utf-8"), digest_size=8).digest(), "little")


def sketch(tokens: Sequence[str]) -> Sketches:
    """32 bytes of which two share the more, the more runs of tokens their functions share; all placeholders of a kind are one token."""
    plain = [token[0] if is_placeholder(token) else token for token in tokens]
    runs = {" ".join(plain[at : at + SHINGLE]) for at in range(max(1, len(plain) - SHINGLE + 1))}
    numbers = np.array([zlib.crc32(run.encode("utf-8")) for run in sorted(runs)], dtype=np.uint64)
    factors, offsets = _permutations()
    # The high half of a product that wraps around is a hash by itself (Dietzfelbinger's multiply-shift).
    least = ((numbers[:, None] * factors + offsets) >> np.uint64(32)).min(axis=0)
    return np.packbits((least & np.uint64(1)).astype(np.uint8))


def similarities(own: Sketches, many: Sketches) -> npt.NDArray[np.float64]:
    """The estimated Jaccard similarity of one sketch with each of `many`, rows of 32 bytes; off by 0.04 or so."""
    different = np.unpackbits(own ^ many, axis=1).sum(axis=1)
    shares: npt.NDArray[np.float64] = np.clip(1.0 - 2.0 * different / BITS, 0.0, 1.0)
    return shares


def write_training(forms: Iterable[Sequence[str]], folder: Path) -> dict[str, Any]:
    """Write what the model in `folder` was trained on beside it and name the files in its manifest, which is returned."""
    distinct = {digest(form): tuple(form) for form in forms}
    order = sorted(distinct)
    written = {
        HASHES: np.array(order, dtype="<u8").tobytes(),
        SKETCHES: b"".join(sketch(distinct[number]).tobytes() for number in order),
    }
    for name, content in written.items():
        # Without the time, so that the same data gives the same file.
        (folder / FILES[name]).write_bytes(gzip.compress(content, mtime=0))
    path = folder / "manifest.json"
    manifest = {**(json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}), **FILES, "training_functions": len(order)}
    path.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return manifest


def read_training(folder: Path) -> tuple[Hashes, Sketches | None] | None:
    """Hashes and sketches that the manifest in `folder` names; None where it names none. Raises UsageError for a damaged file."""
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    if HASHES not in manifest:
        return None
    hashes = np.frombuffer(_content(folder / manifest[HASHES], 8), dtype="<u8")
    if SKETCHES not in manifest:
        return hashes, None
    return hashes, np.frombuffer(_content(folder / manifest[SKETCHES], BITS // 8), dtype=np.uint8).reshape(-1, BITS // 8)


def _content(path: Path, size: int) -> bytes:
    try:
        content = gzip.decompress(path.read_bytes())
    except (OSError, EOFError, zlib.error) as fault:
        raise UsageError(f"cannot be read: {fault}", path=str(path), help=AGAIN) from fault
    if len(content) % size:
        raise UsageError("is cut off", path=str(path), help=AGAIN)
    return content


def _normal_form(function: Function) -> tuple[str, ...] | None:
    try:
        return normalise(function).tokens
    except Unreadable:
        return None


@cache
def _permutations() -> tuple[Hashes, Hashes]:
    draw = np.random.Generator(np.random.PCG64(1))
    factors, offsets = (draw.integers(1, 2**63, BITS, dtype=np.uint64) for _ in range(2))
    return factors | np.uint64(1), offsets
