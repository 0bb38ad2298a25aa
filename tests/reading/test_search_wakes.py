"""Whoever is about to search has the process begin to load what search by meaning needs."""

import dataclasses
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client

from dukou.site.reading.search import near
from tests.place import eventually


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was begun to be loaded, in a process that has not loaded anything."""
    begun: list[str] = []
    found = dataclasses.replace(settings.CONFIGURATION, search_by_meaning=True)
    monkeypatch.setattr(settings, "CONFIGURATION", found)
    near.forget_process_state()
    monkeypatch.setattr(near, "_load_behind", lambda: begun.append("notes"))
    yield begun
    near.forget_process_state()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/search", "/search/suggestions?q=mi"])
def test_opening_the_search_or_typing_begins_it(
    address: str, begun: list[str], stranger: Client
) -> None:
    assert stranger.get(address).status_code == 200
    eventually(lambda: begun == ["notes"], "nothing was begun")
