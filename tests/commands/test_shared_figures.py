"""Figures that web processes share lie in memory, and no run leaves them there for good."""

import subprocess
import sys
from pathlib import Path

import pytest

from dukou.commands import parts
from tests.place import Place


def test_what_a_killed_run_left_is_cleared_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "SHARED_MEMORY", tmp_path)
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left = tmp_path / f"dukou-figures-{gone.pid}-a"
    left.mkdir()
    place = Place(tmp_path / "home")
    first, second = (
        parts.web_part(place.configuration, port=8000, database_url="").environment for _ in "12"
    )
    assert not left.exists()
    assert Path(first["PROMETHEUS_MULTIPROC_DIR"]).is_dir()
    assert first["PROMETHEUS_MULTIPROC_DIR"] != second["PROMETHEUS_MULTIPROC_DIR"]
