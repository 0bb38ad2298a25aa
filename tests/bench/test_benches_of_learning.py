"""The benches of learning run on little, write their figures, and say what they lack."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dukou.ground.children import module_environment

ROOT = Path(__file__).parents[2]


def run(bench: str, *arguments: str, data: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(ROOT / "bench" / f"{bench}.py"), *arguments],
        env=module_environment() | {"DUKOU_DATA": str(data), "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=600,
    )


def figures(bench: str, *arguments: str, folder: Path) -> dict[str, object]:
    """What a quick run wrote; there are no data in the folder."""
    written = folder / "figures.json"
    done = run(bench, "--quick", *arguments, "--json", str(written), data=folder)
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(written.read_text("utf-8"))
    return found


def test_tastes_are_learnt_from_made_up_users(tmp_path: Path) -> None:
    found = figures("gowalla", folder=tmp_path)
    assert found.keys() == {"recall_at_20", "ndcg_at_20", "seconds", "peak_mb"}
    assert 0.25 < float(str(found["recall_at_20"])) <= 1.0  # a twelfth is chance
    assert 0.1 < float(str(found["ndcg_at_20"])) <= 1.0
    assert float(str(found["peak_mb"])) > 1.0


def test_a_made_up_wave_is_amplified_or_not(tmp_path: Path) -> None:
    found = figures("feedback", "--seeds", "101", folder=tmp_path)
    assert found.keys() == {"amplification_with", "amplification_without"}
    assert all(0.0 <= float(str(value)) < 100.0 for value in found.values())


def test_new_notes_are_placed_by_what_they_say(tmp_path: Path) -> None:
    found = figures("new_notes", "--seeds", "11", folder=tmp_path)
    assert found.keys() == {"quarter", "other_languages"}
    for row in found.values():
        assert isinstance(row, dict)
        assert row.keys() == {"nothing", "topics", "text", "topics and text"}
        assert row["nothing"] == 0.5
        assert all(0.4 < value <= 1.0 for value in row.values())
    quarter = found["quarter"]
    assert isinstance(quarter, dict)
    assert quarter["topics and text"] > 0.52


@pytest.mark.parametrize(
    ("bench", "there", "missing", "where"),
    [
        ("gowalla", (), "gowalla/s_adj_mat.npz, gowalla/test.txt", "gusye1234/LightGCN-PyTorch"),
        ("eight_bits", ("gowalla/s_adj_mat.npz",), "gowalla/test.txt", "LightGCN-PyTorch"),
        (
            "wave_balance",
            ("gowalla/s_adj_mat.npz",),
            "waves/mastodon_hourly_2022_slice.csv",
            "seblammers/mastodon-user-data",
        ),
        ("steam", ("steam/ranking_scores.npz",), "steam/iid2pid.json", "XuChen0427/FairDiverse"),
        (
            "polis",
            ("polis/brexit-consensus/votes.csv", "polis/vtaiwan.uberx/votes.csv"),
            "polis/brexit-consensus/participants-votes.csv",
            "compdemocracy/openData",
        ),
    ],
)
def test_missing_data_are_named_with_where_to_get_them(
    tmp_path: Path, bench: str, there: tuple[str, ...], missing: str, where: str
) -> None:
    for name in there:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    done = run(bench, data=tmp_path)
    assert done.returncode == 1
    assert f"Missing under {tmp_path}: {missing}" in done.stderr
    assert where in done.stderr
