"""What a GPU gives a kernel, by ptxas: registers, shared memory, spills, and the occupancy that they allow, for blocks of 256 threads."""

from __future__ import annotations

import re
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from eval.items import Prediction, Score, Task
from eval.metrics import intervals
from eval.metrics.compile import faults
from eval.metrics.context import Context, first
from translate.errors import UsageError
from translate.languages import language
from translate.source.signatures import holds_only_functions
from translate.source.templates import kernels_in
from translate.verify import compilers
from translate.verify.compile import PRELUDES

BLOCK = 256
WARP = 32
TOGETHER = 40
TABLE = Path(__file__).parent.parent / "architectures.toml"
ENTRY = re.compile(
    r"Compiling entry function '(?P<name>[^']+)'.*?(?P<stores>\d+) bytes spill stores, (?P<loads>\d+) bytes spill loads"
    r".*?Used (?P<registers>\d+) registers(?P<rest>[^\n]*)",
    re.DOTALL,
)
SHARED = re.compile(r"(\d+)(?:\+\d+)? bytes smem")


@dataclass(frozen=True, slots=True)
class Resources:
    """What one kernel takes."""

    registers: int
    shared: int
    """Bytes of static shared memory of a block."""
    spills: int
    """Bytes of registers that had to be stored and loaded."""


def score(tasks: Sequence[Task], predictions: Sequence[Prediction], context: Context) -> Score:
    """Mean occupancy in percent of the first candidates that compile, the worst kernel of each; the rest among the parts.

    None for what does not compile and for what is no kernel. Raises CompilerMissing.
    """
    texts = [first(prediction) if task.target == "cuda" else "" for task, prediction in zip(tasks, predictions, strict=True)]
    limits = architecture(context.architecture)
    reasons = faults(tasks, texts) if any(texts) else texts
    able = [i for i, reason in enumerate(reasons) if texts[i] and not reason]
    taken = dict(zip(able, resources([texts[i] for i in able], context.architecture), strict=True))
    found = {i: kernels for i, kernels in taken.items() if kernels}
    worst = {i: min(kernels, key=lambda one: occupancy(one, limits)) for i, kernels in found.items()}
    per_task = {task.id: 100 * occupancy(worst[i], limits) if i in worst else None for i, task in enumerate(tasks)}
    names = ("registers", "shared", "spills")
    parts = {name: sum(getattr(one, name) for one in worst.values()) / len(worst) if worst else None for name in names}
    return intervals.mean("ptxas", per_task, context.seed, parts=parts, signature=f"{context.architecture}|threads:{BLOCK}")


def resources(texts: Sequence[str], architecture: str) -> list[tuple[Resources, ...]]:
    """What each kernel of each text takes; templates with stand-ins; empty where it does not build."""
    new = [text for text in dict.fromkeys(texts) if (text, architecture) not in _SEEN]
    shared = [text for text in new if holds_only_functions(text, language("cuda"))]
    groups = [shared[at : at + TOGETHER] for at in range(0, len(shared), TOGETHER)] + [[text] for text in new if text not in shared]
    while groups:
        group = groups.pop()
        found = _assembled(group, architecture)
        if found is None and len(group) > 1:
            groups += [[text] for text in group]
        else:
            _SEEN.update({(text, architecture): one for text, one in zip(group, found or [()], strict=True)})
    return [_SEEN[text, architecture] for text in texts]


_SEEN: dict[tuple[str, str], tuple[Resources, ...]] = {}
"""Of this process: models share candidates."""


def _assembled(group: Sequence[str], architecture: str) -> list[tuple[Resources, ...]] | None:
    """What the kernels of each text take, all in one unit; None where it does not build."""
    compiler = compilers.find(language("cuda"))
    flags = ["-std=c++17", "-w", f"-arch={architecture}", "-cubin", "-Xptxas", "-v", "{source}", "-o", "{out}"]
    with tempfile.TemporaryDirectory(prefix="hpc-translate-ptxas-") as folder:
        source, out = Path(folder) / "unit.cu", Path(folder) / "unit.cubin"
        source.write_text(PRELUDES["cuda"] + _unit(group), encoding="utf-8")
        status, said = compilers.run(replace(compiler, facts={**compiler.facts, "flags": flags}), source, out)
    if status != 0:
        return None
    kernels = list(ENTRY.finditer(said))
    if len(group) == 1:
        return [tuple(map(_resources, kernels))]
    return [tuple(_resources(one) for one in kernels if _scope(number) in one["name"]) for number in range(len(group))]


def _unit(group: Sequence[str]) -> str:
    if len(group) == 1:
        return f"{group[0]}\n{_instances(group[0])}"
    return "".join(f"namespace {_scope(number)} {{\n{text}\n{_instances(text)}}}\n" for number, text in enumerate(group))


def _instances(text: str) -> str:
    return "".join(f"inline auto instance_{i}_ = &{name}{given};\n" for i, (name, given) in enumerate(kernels_in(text)) if given)


def _scope(number: int) -> str:
    return f"kernels_of_answer_{number}_"


def occupancy(one: Resources, limits: Mapping[str, Any], threads: int = BLOCK) -> float:
    """The share of a multiprocessor's warps that can be resident, between 0 and 1."""
    warps = -(-threads // WARP)
    per_warp = _rounded(one.registers * WARP, limits["register_unit"])
    shared = _rounded(one.shared + limits["shared_reserved"], limits["shared_unit"])
    blocks = min(
        limits["blocks"],
        limits["warps"] // warps,
        limits["registers"] // per_warp // warps if per_warp else limits["blocks"],
        limits["shared"] // shared if shared else limits["blocks"],
    )
    return float(blocks * warps / limits["warps"])


def architecture(name: str) -> Mapping[str, Any]:
    """What a multiprocessor of the architecture holds. Raises UsageError."""
    known = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    if name not in known:
        raise UsageError(f"no architecture is called '{name}'", help=f"use one of {', '.join(known)}")
    found: Mapping[str, Any] = known[name]
    return found


def _resources(match: re.Match[str]) -> Resources:
    shared = SHARED.search(match["rest"])
    return Resources(int(match["registers"]), int(shared[1]) if shared else 0, int(match["stores"]) + int(match["loads"]))


def _rounded(value: int, unit: int) -> int:
    return -(-value // unit) * unit
