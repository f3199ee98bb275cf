"""The arrow of imports: tests -> eval -> translate -> grammars, and what the translating install may load."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "translate").rglob("*.py"))


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_one_way(path: Path) -> None:
    roots = {name.split(".")[0] for name in imports(path)}
    assert not roots & {"eval", "tests"}
    if path.parent.name != "source":
        assert not {root for root in roots if root.startswith("tree_sitter")}, "tree-sitter lives in translate/source"


def test_datasets_folder_does_not_shadow_the_package() -> None:
    assert not (ROOT / "datasets" / "__init__.py").exists()


def test_translating_loads_no_training_framework() -> None:
    code = (
        "import sys; from translate.cli import main; main(['examples/saxpy.cpp','--to','cuda','--model','rules','--check','none']);"
        "print(sorted({'torch','transformers','datasets'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.strip().endswith("[]")
