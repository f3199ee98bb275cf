"""Rules that turn kernels into serial loops and independent loops into kernels, word for word where they can."""

from __future__ import annotations


class Declined(Exception):
    """The rule does not hold for this function; the message is the reason, counted by those who ask."""
