"""`python -m eval report`: one HTML page of a run that needs nothing but itself."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from eval.report.page import page
from eval.report.view import view
from eval.runs.results import RESULTS
from translate.errors import UsageError


def report(options: argparse.Namespace) -> int:
    """Write the page and say where it is. Raises UsageError."""
    path: Path = options.run / RESULTS
    if not path.is_file():
        raise UsageError("no finished run", path=str(options.run), help="give the folder of a run, or finish it by repeating its command")
    out = options.out or options.run / "report.html"
    text = page(view(options.run, json.loads(path.read_text(encoding="utf-8"))))
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as fault:
        said = f"cannot be written: {fault.strerror}"
        raise UsageError(said, path=str(out), help="name a file in a folder that you may write to") from fault
    print(f"{out}: {len(text) / 1e6:.1f} MB")
    return 0
