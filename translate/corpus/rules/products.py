"""Subscripts as sums of products."""

from __future__ import annotations

from translate.source.loops import bare, squeezed, terms
from translate.source.parse import Node, Tree


def expanded(tree: Tree, node: Node) -> list[list[str]]:
    """The sum of products that `node` is, each product a list of factors; products of sums are multiplied out."""
    parts: list[list[str]] = []
    for term in terms(node, "+"):
        products: list[list[str]] = [[]]
        for factor in terms(term, "*"):
            inner = bare(factor)
            operator = inner.child_by_field_name("operator") if inner.type == "binary_expression" else None
            if operator is not None and operator.type == "+":
                products = [[*p, *q] for p in products for q in expanded(tree, inner)]
            else:
                products = [[*p, squeezed(tree.text(inner))] for p in products]
        parts.extend(products)
    return parts
