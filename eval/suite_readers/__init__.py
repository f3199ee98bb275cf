"""Reads suites: their descriptions are TOML files in `eval/suites/`, their items come out the same whatever the data looks like.

suite = read_suite("babeltower", Path("babeltower_valid.jsonl"))
suite.name, suite.items, suite.digest, suite.columns, suite.directions
"""

from __future__ import annotations

from eval.suite_readers.suite import Suite, narrowed, read_suite

__all__ = ["Suite", "narrowed", "read_suite"]
