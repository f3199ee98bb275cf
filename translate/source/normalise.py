"""Normal form and back: a function's tokens, with a placeholder for every name that a translator need not spell."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import tree_sitter

from translate.languages import Language
from translate.source.layout import laid_out
from translate.source.literals import unmarked
from translate.source.naming import LETTERS, PLACEHOLDER_KINDS, Leaf, Naming, SharedNaming, folded
from translate.source.parse import SyntaxFault, Tree, captures, parse, syntax_faults, too_deep
from translate.source.references import SEGMENT_KINDS, labelled_segments
from translate.units import Function, NormalisedFunction

NEWLINE = "<nl>"
"""Ends a line where lines matter: after a preprocessor directive, after a Fortran statement."""

_CONTINUED = re.compile(r"&[ \t\r]*(?:![^\n]*)?\n(?:[ \t\r]*(?:![^\n]*)?\n)*[ \t]*&?|\s*\n\s*&?")
GENERATED_NAMES = {"a": "argument", "i": "counter", "f": "helper", "t": "Type", "v": "local", "m": "member"}


DIRECTIVES = frozenset(
    """
    # #if #ifdef #ifndef #elif #elifdef #elifndef #else #endif #define #undef #include #include_next #import
    #pragma #error #warning #line #ident
    """.split()
)


class Unreadable(ValueError):
    """The text has syntax faults, so that there is no normal form."""

    def __init__(self, faults: Sequence[SyntaxFault]) -> None:
        super().__init__(faults[0].message if faults else "cannot be read")
        self.faults = tuple(faults)


class Unrestorable(ValueError):
    """The tokens hold a placeholder or label that stands for nothing."""


def normalise(function: Function, source: NormalisedFunction | None = None) -> NormalisedFunction:
    """The normal form of `function`; with a `source`, that of a translation of it.

    Placeholders are numbered by first appearance. A translation shares those of its source, its own name and literals of the
    same value among them; a name that only it has is kept if it is one of the language's fresh names, else it gets the next
    free number, and a literal that only it has is spelled. Raises Unreadable.
    """
    tree = readable(function.text, function.language)
    leaves = list(leaves_of(tree))
    naming = Naming(function, leaves) if source is None else SharedNaming(function, leaves, source)
    tokens = tuple(naming.token(leaf) for leaf in leaves)
    starts = [leaf.start for leaf in leaves]
    ranges = [
        (kind, bisect_left(starts, node.start_byte), bisect_left(starts, node.end_byte))
        for kind, nodes in captures(tree, "references").items()
        if kind in SEGMENT_KINDS
        for node in nodes
    ]
    return NormalisedFunction(tokens, naming.names, labelled_segments(ranges), function)


def restore(tokens: Sequence[str], names: Mapping[str, str], language: Language) -> str:
    """The text that `tokens` stand for, laid out as code; the inverse of normalise up to layout and comments.

    Raises Unrestorable for a label or for a literal that `names` does not hold.
    """
    return laid_out(spelled(tokens, names, language), language)


def spelled(tokens: Sequence[str], names: Mapping[str, str], language: Language) -> list[str]:
    """`tokens` with every placeholder replaced by what it stands for."""
    taken = {folded(word, language) for word in (*names.values(), *tokens)}
    fresh = frozenset(language.fresh_names) - language.kept
    used = {folded(name, language) for name in names.values()}
    given: dict[str, str] = {}
    words: list[str] = []
    for position, token in enumerate(tokens):
        if token in names:
            words.append(names[token])
        elif is_placeholder(token) or token.startswith("<") and token[1:2].isalpha() and token != NEWLINE:
            words.append(given.setdefault(token, "") or _invented(token, taken, given))
        elif token in fresh and token in used and not (position and tokens[position - 1] in (".", "->", "%")):
            words.append(given.setdefault(token, "") or _invented(token, taken, given))
        else:
            words.append(unmarked(token))
    return words


def readable(text: str, language: Language) -> Tree:
    """The tree of `text`; raises Unreadable where it has faults or is nested too deeply."""
    tree = parse(text, language)
    if tree.root.has_error:
        raise Unreadable(syntax_faults(tree))
    if too_deep(tree.root):
        raise Unreadable([SyntaxFault(1, 1, "nested too deeply to translate")])
    return tree


def is_placeholder(token: str) -> bool:
    """Whether `token` has the form of a placeholder: a kind's letter and a number."""
    return token[:1] in LETTERS and token[1:].isdecimal() and token[1:].isascii()


def leaves_of(tree: Tree) -> Iterator[Leaf]:
    """The tokens of `tree` without comments; where lines matter, their ends are tokens of their own."""
    found = captures(tree, "normalise")
    kinds: dict[tuple[int, int], str] = {}
    for kind in ("word", *PLACEHOLDER_KINDS, "comment", "continuation"):
        for node in found.get(kind, []):
            kinds.setdefault((node.start_byte, node.end_byte), kind)
    for node in found.get("directive", []):
        if node.type == "preproc_function_def" or b"\\\n" in tree.source[node.start_byte : node.end_byte].replace(b"\r", b""):
            kinds[node.start_byte, node.end_byte] = "whole"
    counters = {node.start_byte for node in captures(tree, "locals").get("counter", [])}
    found_leaves = _joined(_leaves(tree, kinds, _definitions(tree)))
    leaves = (replace(leaf, counter=True) if leaf.start in counters else leaf for leaf in found_leaves)
    return _statements(leaves, tree.language) if tree.language.line_ends else leaves


def _definitions(tree: Tree) -> dict[int, bool]:
    """Where names are defined, and whether as a parameter."""
    lists = [(node.start_byte, node.end_byte) for node in captures(tree, "references").get("parameters", [])]
    starts = [start for start, _ in lists]

    def is_parameter(at: int) -> bool:
        last = bisect_right(starts, at) - 1
        return last >= 0 and at < lists[last][1]

    return {node.start_byte: is_parameter(node.start_byte) for node in captures(tree, "locals").get("definition", [])}


def _leaves(tree: Tree, kinds: Mapping[tuple[int, int], str], defined: Mapping[int, bool]) -> Iterator[Leaf]:
    row: int | None = None
    """Where the last token ended, if a new line ends what it belongs to."""
    end = 0
    for node in _leaf_nodes(tree, kinds):
        kind = kinds.get((node.start_byte, node.end_byte))
        if kind == "continuation":
            row = None
            continue
        if kind == "word":
            kind = None
        if row is not None and node.start_point[0] > row + tree.source.count(b"\\\n", end, node.start_byte):
            yield Leaf(NEWLINE, node.start_byte, node.start_byte, None)
            row = None
        text = tree.text(node)
        if not text.strip():
            # The end of a directive's line; what follows stands in a row below it.
            continue
        directive = text.startswith("#")
        if directive:
            if kind is None and "".join(text.split()) not in DIRECTIVES:
                row, column = node.start_point
                raise Unreadable([SyntaxFault(row + 1, column + 1, f"no directive is called '{text.strip()}'")])
            yield Leaf(NEWLINE, node.start_byte, node.start_byte, None)
            # A backslash before an empty line continues nothing.
            text = text.strip().rstrip("\\ \t\r\n") if kind else "".join(text.split())
        if directive or row is not None or tree.language.line_ends:
            row = node.start_point[0] + text.strip().count("\n") if directive else node.end_point[0]
        end = node.end_byte
        at = node.start_byte
        yield Leaf(text.strip(), at, end, kind, at in defined, defined.get(at, False))
    if row is not None:
        yield Leaf(NEWLINE, len(tree.source), len(tree.source), None)


def _joined(leaves: Iterable[Leaf]) -> Iterator[Leaf]:
    """`leaves` with one for `>=` where the parser took its first half for the end of a template's arguments."""
    before: Leaf | None = None
    for leaf in leaves:
        if before is not None and (before.text, leaf.text) == (">", "=") and before.end == leaf.start:
            before = replace(before, text=">=", end=leaf.end)
            continue
        if before is not None:
            yield before
        before = leaf
    if before is not None:
        yield before


def _statements(leaves: Iterable[Leaf], spoken: Language) -> Iterator[Leaf]:
    """`leaves` with one newline token between two statements, keywords in one spelling, literals on one line."""
    ended = False
    end: int | None = None
    for leaf in leaves:
        if leaf.kind is None and leaf.text in (NEWLINE, ";"):
            ended = True
            continue
        if ended and end is not None:
            yield Leaf(NEWLINE, end, end, None)
        ended, end = False, leaf.end
        if leaf.kind is not None:
            yield replace(leaf, text=_CONTINUED.sub("", leaf.text)) if "\n" in leaf.text else leaf
            continue
        word = leaf.text if leaf.text.startswith("#") else folded(leaf.text, spoken)
        spelling = spoken.respelled.get(word, word)
        if spelling == leaf.text:
            yield leaf
        else:
            yield from (Leaf(part, leaf.start, leaf.end, None) for part in spelling.split())


def _leaf_nodes(tree: Tree, kinds: Mapping[tuple[int, int], str]) -> Iterator[tree_sitter.Node]:
    stack = [tree.root]
    while stack:
        node = stack.pop()
        kind = kinds.get((node.start_byte, node.end_byte))
        if kind == "comment" or node.start_byte == node.end_byte:
            continue
        children = node.children
        if kind is not None or not children or _hides_text(node, children, tree.source):
            yield node
        else:
            stack.extend(reversed(children))


def _hides_text(node: tree_sitter.Node, children: Sequence[tree_sitter.Node], source: bytes) -> bool:
    """Whether some text of `node` belongs to none of its children."""
    ends = [node.start_byte, *(child.end_byte for child in children)]
    starts = [*(child.start_byte for child in children), node.end_byte]
    return any(end < start and source[end:start].strip(b" \t\r\n\f\v\\") != b"" for end, start in zip(ends, starts, strict=True))


def _invented(token: str, taken: set[str], given: dict[str, str]) -> str:
    stem = GENERATED_NAMES.get(token[0]) if is_placeholder(token) else token
    if stem is None or stem.startswith("<"):
        raise Unrestorable(f"'{token}' stands for nothing")
    name = next(name for name in (f"{stem}{number}" for number in range(1, len(taken) + 2)) if name not in taken)
    taken.add(name)
    given[token] = name
    return name


