"""The home-world dial moves the next page inside the contract's bounds."""

import json

import pytest
from django.test import Client

from dukou.site.members.models import Member
from dukou.site.reading.models import ServedPage
from tests.cast import AsMember, words_of
from tests.reading.conftest import HOME_CLAUSE, Bind


def home_share(browser: Client) -> float:
    """Share of the exposure of the next page that goes to residents."""
    browser.get("/")
    page = ServedPage.objects.latest("pk")
    return page.clause_exposure[0] / page.clause_base[0]


@pytest.fixture
def wide(bind: Bind) -> None:
    """A contract that leaves the dial room: any share from 0.1 to 0.9."""
    bind(HOME_CLAUSE.replace("0.55", "0.10").replace("0.80", "0.90"))


@pytest.mark.usefixtures("wide", "notes")
def test_the_dial_moves_the_next_page(lin: Member, as_member: AsMember) -> None:
    browser = as_member(lin)
    browser.post("/dial", {"step": "0"})
    at_home = home_share(browser)
    browser.post("/dial", {"step": "4"})
    across = home_share(browser)
    assert at_home >= 0.65
    assert across <= 0.35


@pytest.mark.usefixtures("notes")
def test_the_dial_stays_inside_the_contract(lin: Member, bind: Bind, as_member: AsMember) -> None:
    bind(HOME_CLAUSE)
    browser = as_member(lin)
    browser.post("/dial", {"step": "4"})
    assert home_share(browser) >= 0.5


def test_each_step_says_its_bounds(lin: Member, bind: Bind, as_member: AsMember) -> None:
    bind(HOME_CLAUSE)
    answer = as_member(lin).post("/dial", {"step": "0"}, headers={"hx-request": "true"})
    assert "74% to 80% of your page: notes by people who live here" in words_of(
        answer.content.decode()
    )
    assert json.loads(answer["HX-Trigger"]) == {"dial-moved": {"step": 0}}


def test_without_javascript_the_dial_leads_to_explore(lin: Member, as_member: AsMember) -> None:
    answer = as_member(lin).post("/dial", {"step": "3"})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    lin.refresh_from_db()
    assert lin.dial == 1


@pytest.mark.parametrize("step", ["5", "-1", "", "home", "²"])
def test_a_step_that_is_none_changes_nothing(lin: Member, as_member: AsMember, step: str) -> None:
    assert as_member(lin).post("/dial", {"step": step}).status_code == 422
    lin.refresh_from_db()
    assert lin.dial == 0


def test_strangers_and_the_suspended_have_no_dial(
    stranger: Client, rui: Member, as_member: AsMember
) -> None:
    assert "/account/login" in stranger.post("/dial", {"step": "0"})["Location"]
    assert as_member(rui).post("/dial", {"step": "0"})["Location"] == "/suspended"


@pytest.mark.usefixtures("notes")
def test_explore_shows_the_dial_to_members_only(
    lin: Member, as_member: AsMember, stranger: Client
) -> None:
    assert "home-world-dial" in as_member(lin).get("/").content.decode()
    assert "<home-world-dial" not in stranger.get("/").content.decode()
