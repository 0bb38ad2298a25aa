"""A snapshot serves whole or not at all, and the one before it takes over."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dukou.engine import SnapshotCorrupt, SnapshotForeign, SnapshotMissing, snapshot
from dukou.engine.snapshot import Snapshots, read_snapshot, serve_snapshot, write_snapshot


def write(root: Path, value: float, **changes: str) -> Path:
    """A snapshot whose notes are all of that value."""
    arrays = {"notes": np.full((4, 2), value, dtype=np.float32), "ids": np.arange(4)}
    return write_snapshot(root, arrays, place=changes.get("place", "dukou")).path


def value_of(root: Path) -> float:
    """What the serving snapshot holds."""
    served = serve_snapshot(root, place="dukou")
    assert served.snapshot is not None
    return float(served.snapshot.arrays["notes"][0, 0])


def test_arrays_come_back_mapped_and_read_only(tmp_path: Path) -> None:
    facts = {"events": 12}
    arrays = {"notes": np.eye(3), "none": np.zeros((0, 3))}
    written = write_snapshot(tmp_path, arrays, place="dukou", facts=facts)
    served = serve_snapshot(tmp_path, place="dukou").snapshot
    assert served is not None
    assert served.version == written.version == 1
    assert served.facts == facts
    assert isinstance(served.arrays["notes"], np.memmap)
    assert served.arrays["notes"].tolist() == np.eye(3).tolist()
    assert served.arrays["none"].shape == (0, 3)
    with pytest.raises(ValueError, match="read-only"):
        served.arrays["notes"][0, 0] = 5


def test_the_newest_serves_and_the_last_three_are_kept(tmp_path: Path) -> None:
    for value in range(5):
        write(tmp_path, value)
    assert value_of(tmp_path) == 4
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_dir()) == [
        "00000003",
        "00000004",
        "00000005",
    ]


@pytest.mark.parametrize("damage", ["flip", "cut", "remove", "manifest", "seal"])
def test_a_damaged_snapshot_is_refused_and_the_one_before_serves(
    tmp_path: Path, damage: str
) -> None:
    write(tmp_path, 1)
    path = write(tmp_path, 2)
    target = path / "notes.npy"
    content = bytearray(target.read_bytes())
    if damage == "flip":
        content[-1] ^= 1
        target.write_bytes(content)
    elif damage == "cut":
        target.write_bytes(content[:-3])
    elif damage == "remove":
        target.unlink()
    elif damage == "manifest":
        (path / "manifest.json").write_text("{")
    else:
        manifest = path / "manifest.json"
        manifest.write_text(manifest.read_text().replace('"dukou"', '"other"'))
    with pytest.raises(SnapshotCorrupt):
        read_snapshot(path, place="dukou")
    assert value_of(tmp_path) == 1
    assert len(serve_snapshot(tmp_path, place="dukou").refused) == 1


def test_a_snapshot_of_another_place_is_refused(tmp_path: Path) -> None:
    write(tmp_path, 1)
    path = write(tmp_path, 2, place="elsewhere")
    with pytest.raises(SnapshotForeign):
        read_snapshot(path, place="dukou")
    assert value_of(tmp_path) == 1


def test_where_nothing_was_written_nothing_serves(tmp_path: Path) -> None:
    assert serve_snapshot(tmp_path / "none", place="dukou").snapshot is None
    with pytest.raises(SnapshotMissing):
        read_snapshot(tmp_path, place="dukou")


def test_a_named_snapshot_that_is_gone_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, 1)
    (tmp_path / "current").write_text("00000009")
    served = serve_snapshot(tmp_path, place="dukou")
    assert served.snapshot is not None
    assert isinstance(served.refused[0], SnapshotMissing)


def test_a_process_takes_up_a_new_snapshot_and_keeps_the_old_when_it_is_bad(
    tmp_path: Path,
) -> None:
    watching = Snapshots(tmp_path, place="dukou")
    assert watching.latest().snapshot is None
    write(tmp_path, 1)
    first = watching.latest().snapshot
    assert first is not None
    assert first.version == 1
    assert watching.latest().snapshot is first
    bad = write(tmp_path, 2)
    (bad / "ids.npy").unlink()
    later = watching.latest()
    assert later.snapshot is not None
    assert later.snapshot.version == 1
    assert later.refused


def test_a_snapshot_of_another_form_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, 1)
    monkeypatch.setattr(snapshot, "FORM", snapshot.FORM + 1)
    with pytest.raises(SnapshotForeign):
        read_snapshot(tmp_path / "00000001", place="dukou")
    write(tmp_path, 2)
    monkeypatch.undo()
    assert value_of(tmp_path) == 1


def test_an_intact_manifest_that_says_nothing_is_foreign(tmp_path: Path) -> None:
    path = write(tmp_path, 1)
    nothing = hashlib.sha256(b"{}").hexdigest()
    (path / "manifest.json").write_text(json.dumps({"manifest": {}, "sha256": nothing}))
    with pytest.raises(SnapshotForeign):
        read_snapshot(path, place="dukou")


@pytest.mark.parametrize(
    "said",
    [{}, {"arrays": [1], "facts": {}}, {"arrays": {}}]
    + [{"arrays": {"notes": fact}, "facts": {}} for fact in ("x", {}, {"bytes": "x", "sha256": 1})],
)
def test_an_intact_manifest_of_other_content_is_foreign(
    tmp_path: Path, said: dict[str, Any]
) -> None:
    write(tmp_path, 1)
    path = write(tmp_path, 2)
    text = json.dumps({"form": 1, "place": "dukou"} | said, indent=2, sort_keys=True)
    seal = hashlib.sha256(text.encode()).hexdigest()
    (path / "manifest.json").write_text(f'{{"manifest": {text}, "sha256": "{seal}"}}')
    with pytest.raises(SnapshotForeign):
        read_snapshot(path, place="dukou")
    assert value_of(tmp_path) == 1


@pytest.mark.parametrize(
    "content", ["", "[]", '{"manifest": 3, "sha256": ""}', "\x00\x01", "[" * 100_000]
)
def test_a_manifest_of_any_rubbish_is_refused(tmp_path: Path, content: str) -> None:
    write(tmp_path, 1)
    path = write(tmp_path, 2)
    (path / "manifest.json").write_text(content)
    with pytest.raises(SnapshotCorrupt):
        read_snapshot(path, place="dukou")
    assert value_of(tmp_path) == 1


def test_a_file_that_is_no_array_is_refused_though_its_checksum_is_right(tmp_path: Path) -> None:
    write(tmp_path, 1)
    path = write(tmp_path, 2)
    (path / "ids.npy").write_bytes(b"rubbish")
    sealed = json.loads((path / "manifest.json").read_text())
    digest = hashlib.sha256(b"rubbish").hexdigest()
    sealed["manifest"]["arrays"]["ids"] = {"sha256": digest, "bytes": 7}
    text = json.dumps(sealed["manifest"], indent=2, sort_keys=True)
    sealed["sha256"] = hashlib.sha256(text.encode()).hexdigest()
    (path / "manifest.json").write_text(json.dumps(sealed))
    with pytest.raises(SnapshotCorrupt):
        read_snapshot(path, place="dukou")
    assert value_of(tmp_path) == 1


@pytest.mark.parametrize(
    "named", [b"", b"rubbish", b"../elsewhere", b"\xff\xfe\x00", "²".encode(), b"9" * 5000]
)
def test_where_nothing_is_named_the_newest_serves(tmp_path: Path, named: bytes) -> None:
    write(tmp_path, 1)
    write(tmp_path, 2)
    (tmp_path / "²").mkdir()
    (tmp_path / "current").write_bytes(named)
    assert value_of(tmp_path) == 2
    (tmp_path / "current").unlink()
    assert value_of(tmp_path) == 2
    (tmp_path / "current").mkdir()
    assert value_of(tmp_path) == 2


def test_all_three_bad_ones_are_named_and_none_serves(tmp_path: Path) -> None:
    for value in range(3):
        (write(tmp_path, value) / "notes.npy").unlink()
    served = serve_snapshot(tmp_path, place="dukou")
    assert served.snapshot is None
    assert [error.path.name for error in served.refused] == ["00000003", "00000002", "00000001"]


def test_an_operator_can_go_back_and_the_next_writer_goes_on(tmp_path: Path) -> None:
    for value in range(3):
        write(tmp_path, value)
    (tmp_path / "current").write_text("00000002")
    assert value_of(tmp_path) == 1
    write(tmp_path, 7)
    assert value_of(tmp_path) == 7


def test_what_is_mapped_stays_readable_when_it_is_dropped(tmp_path: Path) -> None:
    write(tmp_path, 1)
    served = serve_snapshot(tmp_path, place="dukou").snapshot
    assert served is not None
    for value in range(2, 6):
        write(tmp_path, value)
    assert not served.path.exists()
    assert float(served.arrays["notes"][3, 1]) == 1.0


def test_writers_at_the_same_time_wait_for_each_other(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        paths = list(pool.map(lambda value: write(tmp_path, value), range(8)))
    assert sorted(path.name for path in paths) == [f"{number:08d}" for number in range(1, 9)]
    served = serve_snapshot(tmp_path, place="dukou")
    assert served.snapshot is not None
    assert served.snapshot.version == 8
    assert served.refused == ()


def test_an_interrupted_writer_leaves_the_serving_one_alone(tmp_path: Path) -> None:
    write(tmp_path, 1)
    half = tmp_path / ".building-00000002-1"
    half.mkdir()
    (half / "notes.npy").write_bytes(b"half")
    assert value_of(tmp_path) == 1
    write(tmp_path, 3)
    assert value_of(tmp_path) == 3
    assert not half.exists()
