"""CUDA text to C++ text for the runtime, and the reasons why some text cannot go that way."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translate.languages import language
from translate.source.launches import runnable_on_cpu, unreadable_launches
from translate.source.mentions import Mention, assembly_lines, heap_use_in_device_code, launches_in_device_code, mentions
from translate.source.parse import Tree, parse


@dataclass(frozen=True, slots=True)
class Feature:
    """Something that the runtime does not cover, and the words that show it."""

    reason: str
    names: frozenset[str]
    types: frozenset[str]
    namespaces: frozenset[str]
    prefixes: tuple[str, ...]
    headers: tuple[str, ...]

    def shows_in(self, mention: Mention) -> bool:
        """Whether the mention needs this feature."""
        if mention.kind == "header":
            return any(mention.text == header or (header.endswith("/") and mention.text.startswith(header)) for header in self.headers)
        if mention.kind == "type_identifier" and mention.text in self.types:
            return True
        if mention.kind == "namespace_identifier" and mention.text in self.namespaces:
            return True
        return mention.text in self.names or (bool(self.prefixes) and mention.text.startswith(self.prefixes))


def to_cpp(cuda_text: str, path: str = "kernel.cu") -> str:
    """The same program for g++; a compiler or sanitizer that names a line names the line in `cuda_text`."""
    name = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'#include "cuda_on_cpu.hpp"\n#line 1 "{name}"\n{runnable_on_cpu(_tree(cuda_text))}'


def unsupported(cuda_text: str) -> list[str]:
    """Why the program cannot be tested on the CPU, one reason a line; empty if nothing stands against it."""
    tree = _tree(cuda_text)
    reasons = {
        "inline assembly": assembly_lines(tree),
        "a kernel launched from a kernel": launches_in_device_code(tree),
        "new or malloc in device code": heap_use_in_device_code(tree),
        "a kernel launch that cannot be read, or inside a macro": unreadable_launches(tree),
    }
    found = [f"line {lines[0]}: {reason}" for reason, lines in reasons.items() if lines]
    mentioned = mentions(tree)
    for feature in _features():
        first = next((mention for mention in mentioned if feature.shows_in(mention)), None)
        if first is not None:
            found.append(f"line {first.line}: {feature.reason} ('{first.text}')")
    return found


def _tree(cuda_text: str) -> Tree:
    return parse(cuda_text, language("cuda"))


@cache
def _features() -> tuple[Feature, ...]:
    facts = tomllib.loads((Path(__file__).parent / "unsupported.toml").read_text(encoding="utf-8"))
    return tuple(
        Feature(
            reason=entry["reason"],
            names=frozenset(entry.get("names", [])),
            types=frozenset(entry.get("types", [])),
            namespaces=frozenset(entry.get("namespaces", [])),
            prefixes=tuple(entry.get("prefixes", [])),
            headers=tuple(entry.get("headers", [])),
        )
        for entry in facts["feature"]
    )
