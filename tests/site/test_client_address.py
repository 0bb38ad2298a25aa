"""Limits count visitors, also behind a proxy, and nobody can pretend to be somebody else."""

import time
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import pytest
from allauth.core.internal import ratelimit
from django.test import Client, RequestFactory
from pytest_django import Settings

from dukou.site.client import client_network
from dukou.site.members import limits
from dukou.site.members.limits import SEARCHING
from dukou.site.members.models import Member
from tests.cast import PASSWORD

WRONG = 10  # in a minute, from one address
Behind = Callable[..., dict[str, object]]


@pytest.fixture(autouse=True)
def a_minute_that_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the tries take here, they come within one minute."""
    still = SimpleNamespace(time=lambda: 1_900_000_000.0, monotonic=time.monotonic)
    monkeypatch.setattr(limits, "time", still)
    monkeypatch.setattr(ratelimit, "time", still)


@pytest.fixture
def behind_proxy(settings: Settings) -> Behind:
    """How a request comes in through Caddy on the same machine: its word is the last."""
    settings.CONFIGURATION = replace(settings.CONFIGURATION, origin="https://dukou.example")
    settings.ALLOWED_HOSTS = ["testserver"]

    def forwarded(visitor: str, *, claims: str = "") -> dict[str, object]:
        word = f"{claims}, {visitor}" if claims else visitor
        return {"headers": {"X-Forwarded-For": word}, "REMOTE_ADDR": "127.0.0.1"}

    return forwarded


def sign_in(browser: Client, came: dict[str, object], *, name: str, password: str = "x") -> int:
    """The status of a try: 302 in, 200 wrong, 429 too many."""
    answer = browser.post("/account/login/", {"login": name, "password": password}, **came)
    page = answer.content.decode()
    return 429 if "Too many" in page else answer.status_code


def test_wrong_passwords_of_one_visitor_close_the_door_for_nobody_else(
    lin: Member, stranger: Client, behind_proxy: Behind
) -> None:
    tries = [
        sign_in(stranger, behind_proxy("203.0.113.7"), name=f"nobody{at}")
        for at in range(WRONG + 1)
    ]
    assert tries == [200] * WRONG + [429]
    came = behind_proxy("198.51.100.4")
    assert sign_in(stranger, came, name="lin", password=PASSWORD) == 302


def test_a_forged_header_does_not_make_a_visitor_new(
    lin: Member, stranger: Client, behind_proxy: Behind
) -> None:
    tries = [
        sign_in(
            stranger,
            behind_proxy("203.0.113.7", claims=f"198.51.100.{at}"),
            name=f"nobody{at}",
        )
        for at in range(WRONG + 1)
    ]
    assert tries[-1] == 429


def test_our_own_limits_count_the_same_visitor(stranger: Client, behind_proxy: Behind) -> None:
    for at in range(SEARCHING.count):
        stranger.get("/search?q=x", **behind_proxy("203.0.113.7", claims=f"198.51.100.{at}"))
    assert stranger.get("/search?q=x", **behind_proxy("203.0.113.7")).status_code == 429
    assert stranger.get("/search?q=x", **behind_proxy("198.51.100.4")).status_code == 200


@pytest.mark.parametrize(
    ("remote", "forwarded", "counted"),
    [
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("10.0.0.2", "203.0.113.7", "203.0.113.7"),
        ("8.8.8.8", "203.0.113.7", "8.8.8.8"),
        ("127.0.0.1", "unknown", "127.0.0.1"),
        ("127.0.0.1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("127.0.0.1", "::ffff:203.0.113.7", "203.0.113.7"),
        ("", "", ""),
    ],
)
def test_whom_a_limit_counts(
    behind_proxy: Behind, remote: str, forwarded: str, counted: str
) -> None:
    request = RequestFactory().get(
        "/", REMOTE_ADDR=remote, headers={"X-Forwarded-For": forwarded} if forwarded else {}
    )
    assert client_network(request) == counted


def test_without_a_proxy_its_word_counts_for_nothing() -> None:
    request = RequestFactory().get(
        "/", REMOTE_ADDR="127.0.0.1", headers={"X-Forwarded-For": "203.0.113.7"}
    )
    assert client_network(request) == "127.0.0.1"
