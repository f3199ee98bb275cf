"""Work on a Ray cluster: two nodes give what one process gives, and an address where nobody is gives a clear error."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.corpus.corpora import built, node_of, refused, small_corpus
from translate.corpus.__main__ import main
from translate.corpus.workers import OnRay
from translate.errors import EnvironmentIncomplete, UsageError

pytestmark = pytest.mark.cluster
STORE = 80 * 2**20
NODE = {"num_cpus": 1, "object_store_memory": STORE, "include_dashboard": False}


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of two nodes with one processor each, of whom nothing stays."""
    from ray.cluster_utils import Cluster

    # A socket's path holds 107 characters, which pytest's own folders would use up.
    folder = tempfile.mkdtemp(prefix="ray", dir="/tmp")
    nodes = Cluster()
    try:
        nodes.add_node(**NODE, temp_dir=folder)
        nodes.add_node(**NODE)
        yield nodes.address
    finally:
        nodes.shutdown()
        shutil.rmtree(folder)
    assert of_folder(folder) == []


def of_folder(folder: str) -> list[str]:
    """Command lines that name the session's folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
        except OSError:
            continue
        if os.fsencode(folder) in command:
            found.append(os.fsdecode(command))
    return found


def closed_port() -> int:
    """One on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_two_nodes_build_what_one_process_builds(cluster: str, tmp_path: Path) -> None:
    for name in ("here", "ray"):
        (tmp_path / name).mkdir()
    # The first file of each source: a kernel, a loop, and the pairs that are proved of them.
    built(small_corpus(tmp_path / "here", generated=0), tmp_path / "here" / "out", limit=1)
    recipe, out = small_corpus(tmp_path / "ray", generated=0), tmp_path / "ray" / "out"
    assert main(["build", str(recipe), "--out", str(out), "--limit", "1", "--ray", cluster]) == 0
    for name in ("hashes.json", "verified.jsonl", "yields.md"):
        assert (out / name).read_bytes() == (tmp_path / "here" / "out" / name).read_bytes()
    assert (out / "verified.jsonl").stat().st_size > 0


def test_both_nodes_work_and_answers_keep_their_order(cluster: str) -> None:
    with OnRay(cluster) as crew:
        assert list(crew.map(abs, range(-20, 0))) == list(range(20, 0, -1))
        assert len(set(crew.map(node_of, range(200)))) == 2


def test_an_error_comes_back_as_itself(cluster: str) -> None:
    with OnRay(cluster) as crew, pytest.raises(UsageError, match="no good"):
        list(crew.map(refused, [1]))


@pytest.mark.parametrize("address", ("nonsense", f"127.0.0.1:{closed_port()}", "nowhere.invalid:6379"))
def test_nobody_at_an_address_is_told(address: str) -> None:
    with pytest.raises(EnvironmentIncomplete, match=f"no Ray cluster answers at {address}") as told:
        OnRay(address)
    assert "ray start --head" in told.value.help


def test_the_command_names_the_address_and_ends_with_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    address = f"127.0.0.1:{closed_port()}"
    assert main(["build", str(small_corpus(tmp_path)), "--out", str(tmp_path / "out"), "--ray", address]) == 3
    assert f"error: no Ray cluster answers at {address}: " in capsys.readouterr().err
