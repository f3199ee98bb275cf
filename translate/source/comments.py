"""Comments of a function, and the statements they belong to."""

from __future__ import annotations

from bisect import bisect_left

from translate.languages import Language
from translate.source.parse import Tree, captures, parse, walk
from translate.units import Function


def with_comments(text: str, original: Function, target_tree: Tree) -> str:
    """`text` with the comments of `original`: before the statement they stood at where `text` has it, else above all."""
    tree = parse(original.text, original.language)
    places = {tokens: start for start, tokens in reversed(_statements(target_tree))}
    anchors = _statements(tree)
    starts = [start for start, _ in anchors]
    above: list[str] = []
    inside: list[tuple[int, str]] = []
    for comment in captures(tree, "normalise").get("comment", []):
        trailing = tree.source[: comment.start_byte].rpartition(b"\n")[2].strip() != b""
        if trailing:
            near = bisect_left(starts, comment.start_byte) - 1
        else:
            near = bisect_left(starts, comment.end_byte)
        words = "\n".join(comment_lines(tree.text(comment).replace("\r\n", "\n").rstrip(), original.language, target_tree.language))
        anchor = anchors[near][1] if 0 <= near < len(anchors) else None
        if anchor in places and anchor is not None:
            inside.append((places[anchor], words))
        else:
            above.append(words)
    source = target_tree.source
    for place, words in sorted(inside, key=lambda item: -item[0]):
        line_start = source.rfind(b"\n", 0, place) + 1
        indent = source[line_start:place]
        if indent.strip():
            above.append(words)
            continue
        lines = "\n".join(indent.decode() + line.strip() for line in words.split("\n"))
        source = source[:line_start] + lines.encode() + b"\n" + source[line_start:]
    return "".join(f"{words}\n" for words in above) + source.decode("utf-8")


def comment_lines(words: str, source: Language, target: Language) -> list[str]:
    """A comment of `source` as lines of comment in `target`; as it is where both write comments alike."""
    if source.comment == target.comment:
        return words.splitlines()
    lines = [line.strip() for line in words.splitlines()]
    bare = [line.removeprefix(source.comment).removeprefix("/*").removesuffix("*/").removeprefix("* ").strip() for line in lines]
    return [f"{target.comment} {line}".rstrip() for line in bare]


def _statements(tree: Tree) -> list[tuple[int, tuple[str, ...]]]:
    """Start and tokens of every statement, in order; of a loop or branch, the tokens before its body."""
    found = captures(tree, "references")
    nodes = {node.start_byte: node for node in (*found.get("statement", []),)}
    result = []
    for start, node in sorted(nodes.items()):
        body = next((child for child in node.children if child.type == "compound_statement"), None)
        end = body.start_byte if body is not None else node.end_byte
        leaves = [leaf for leaf in walk(node) if leaf.child_count == 0 and leaf.end_byte <= end and leaf.type != "comment"]
        result.append((start, tuple(tree.text(leaf) for leaf in leaves)))
    return result
