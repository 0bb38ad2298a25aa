"""The bench of fairness among publishers runs on made-up scores and says what it lacks."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from scipy.sparse import coo_array, save_npz

from dukou.ground.children import module_environment

ROOT = Path(__file__).parents[2]
MEASURES = {"ndcg", "mmf", "gini", "min_max"}


def run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(ROOT / "bench/steam.py"), *arguments],
        env=module_environment() | {"DUKOU_DATA": str(folder)},
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Scores of 40 readers for 300 games by 5 publishers."""
    rng = np.random.default_rng(1)
    (tmp_path / "steam").mkdir()
    save_npz(tmp_path / "steam/ranking_scores.npz", coo_array(rng.random((40, 300))))
    owners = {str(game): str(owner) for game, owner in enumerate(rng.integers(0, 5, 300))}
    (tmp_path / "steam/iid2pid.json").write_text(json.dumps(owners))
    return tmp_path


def test_it_writes_a_front_and_a_plot(data: Path) -> None:
    figures, plot = data / "figures.json", data / "front.svg"
    arguments = ["--orders", "1", "--no-rivals", "--json", str(figures), "--plot", str(plot)]
    done = run(data, *arguments)
    assert done.returncode == 0, done.stderr
    found = json.loads(figures.read_text("utf-8"))
    assert found.keys() == {"front", "front_half", "rivals", "ms_per_arrival"}
    assert all(one.keys() == MEASURES for one in (*found["front"], *found["front_half"]))
    assert found["front"][0]["ndcg"] == pytest.approx(1.0)
    assert found["front"][-1]["gini"] < found["front"][0]["gini"]
    assert found["rivals"] == {}
    assert plot.read_text("utf-8").startswith("<svg")


def test_missing_data_are_named_with_where_to_get_them(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode != 0
    assert "XuChen0427/FairDiverse" in done.stderr
    assert os.fspath(tmp_path) in done.stderr
