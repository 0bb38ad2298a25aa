"""The doctor finds what is wrong and says how to mend it."""

import re
from typing import Literal

import pytest

from dukou.engine.kernel import State
from dukou.ground.configuration import Configuration
from dukou.ground.health import Finding, findings, register_check
from dukou.language.kernel import State as SearchState
from dukou.site.reading import health
from tests.place import Place


def verdict(said: str, name: str) -> str:
    """ok, warn or fail, as printed before the check's name."""
    found = re.search(rf"^(ok|warn|fail) +{name} ", said, re.MULTILINE)
    assert found, said
    return found[1]


def test_a_healthy_place_has_nothing_to_mend_inside(lived_in: Place) -> None:
    said = lived_in.dukou("doctor")
    for name in ("settings", "database", "disk", "pictures"):
        assert verdict(said, name) == "ok"
    for name in ("mail", "address"):
        assert verdict(said, name) == "warn"
    assert "DUKOU_SMTP_URL" in said


def test_missing_migrations_fail(place: Place) -> None:
    said = place.dukou("doctor", succeeds=False)
    assert verdict(said, "database") == "fail"
    assert "dukou migrate" in said


def test_a_dead_mail_server_fails(lived_in: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(lived_in.environment, "DUKOU_SMTP_URL", "smtp://127.0.0.1:9")
    assert verdict(lived_in.dukou("doctor", succeeds=False), "mail") == "fail"


def test_an_unreachable_database_ends_the_examination(place: Place) -> None:
    place.environment["DATABASE_URL"] = "postgresql://nobody@127.0.0.1:1/none"
    said = place.dukou("doctor", succeeds=False)
    assert verdict(said, "database") == "fail"
    assert "Traceback" not in said


def test_a_setting_that_cannot_be_used_is_one_sentence(place: Place) -> None:
    place.environment["DUKOU_SIGN_UP"] = "maybe"
    assert place.dukou("doctor", succeeds=False).startswith("dukou: DUKOU_SIGN_UP")


def test_a_check_that_breaks_is_a_finding_of_its_own() -> None:
    @register_check("broken")
    def broken(_found: Configuration) -> Finding:
        raise ValueError("half a check")

    found = dict(findings(Configuration()))
    assert found["broken"].level == "fail"
    assert "half a check" in found["broken"].says


def test_it_says_whether_ranking_is_compiled(
    lived_in: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(lived_in.environment, "DUKOU_KERNEL", "0")
    said = lived_in.dukou("doctor")
    assert verdict(said, "engine kernel") == verdict(said, "search kernel") == "ok"
    assert said.count("switched off (DUKOU_KERNEL)") == 2


@pytest.mark.parametrize("why", ["missing", "foreign", "broken"])
def test_without_the_compiled_kernel_it_says_how_to_get_it(
    why: Literal["missing", "foreign", "broken"], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "ranking_state", lambda: State(None, why))
    monkeypatch.setattr(health, "search_state", lambda: SearchState(None, why))
    for check in (health.engine_kernel, health.search_kernel):
        found = check(Configuration())
        assert found.level == "warn"
        assert "C compiler" in found.mend
