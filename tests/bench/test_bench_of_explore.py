"""The bench of Explore runs: servers start, pages come, figures are written."""

import json
import subprocess
import sys
from pathlib import Path

from dukou.ground.children import module_environment

ROOT = Path(__file__).parents[2]
ASKED_FOR = {
    "ratio_to_plain_10k",
    "ratio_to_plain_100k",
    "growth_10k_to_100k",
    "ratio_to_bare_view",
}


def test_a_smoke_run_writes_its_figures(tmp_path: Path) -> None:
    figures = tmp_path / "figures.json"
    command = [sys.executable, str(ROOT / "bench/explore.py"), "--quick", "--json", str(figures)]
    subprocess.run(command, env=module_environment(), check=True, capture_output=True, timeout=300)
    found = json.loads(figures.read_text("utf-8"))
    assert found.keys() >= ASKED_FOR
    assert all(value > 0 for value in found.values())
