"""docs/engine.md names every field that a contract may have, and its examples run."""

import re
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dukou.engine import AuthorCap, Contract, DebutClause, Exploration, Group, ShareClause

GUIDE = (Path(__file__).parents[2] / "docs" / "engine.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("clause", [ShareClause, AuthorCap, DebutClause, Exploration, Group])
def test_every_field_of_a_clause_is_explained(clause: type) -> None:
    writing = GUIDE.split("## Writing a contract")[1].split("## The algorithm")[0]
    for field in fields(clause):
        assert f"`{field.name}" in writing, field.name


@pytest.mark.parametrize("table", ["[[share]]", "[author_cap]", "[debut]", "[exploration]"])
def test_every_table_has_a_heading(table: str) -> None:
    assert f"### `{table}`" in GUIDE


def test_the_contract_in_the_guide_is_one() -> None:
    written = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)[0]
    contract = Contract.from_toml(written)
    assert contract.ids == ("residents-home", "small-creators")
    assert contract.debut is not None


def test_the_code_in_the_guide_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    contract = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)[0]
    (tmp_path / "contract.toml").write_text(contract, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)[0]
    found: dict[str, object] = {}
    exec(compile(code, "docs/engine.md", "exec"), found)
    assert found["page"].note_ids == (1,)  # type: ignore[attr-defined]
    assert found["now"] <= datetime.now(UTC)  # type: ignore[operator]
