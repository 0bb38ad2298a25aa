"""The contract's editor: for the operator alone, refusing what cannot bind, losing nothing."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from dukou.engine import Contract, DebutClause, Group, TopicCap
from dukou.engine.faults import ENGLISH
from dukou.site.members.models import Member
from dukou.site.notes.models import Note
from dukou.site.reading.allocation.serving import forget_process_state
from dukou.site.reading.contract_faults import WORDS
from dukou.site.reading.models import ContractVersion, ServedPage
from tests.cast import AsMember, words_of
from tests.reading.conftest import HOME_CLAUSE, Bind

ADDRESS = "/balance/contract"


@pytest.fixture
def version(bind: Bind) -> ContractVersion:
    """The version that is to be changed."""
    return bind(HOME_CLAUSE)


@pytest.fixture
def browser(keeper: Member, as_member: AsMember) -> Client:
    """The operator's browser."""
    return as_member(keeper)


def sent_form(version: ContractVersion, **changes: Any) -> dict[str, Any]:
    """The form of the version with one clause, as the browser sends it, with changes."""
    return {
        "as": "form",
        "based_on": version.pk,
        "why": "A wave has come.",
        "clause-TOTAL_FORMS": "1",
        "clause-INITIAL_FORMS": "1",
        "clause-0-id": "residents-home",
        "clause-0-readers_arrival": "resident",
        "clause-0-providers_arrival": "resident",
        "clause-0-floor": "55",
        "clause-0-ceiling": "80",
        "clause-0-window": "day",
        "clause-0-band": "on",
        "clause-0-tier": "1",
        "clause-0-after_days": "0",
        "clause-0-reason_en": "Neighbours keep meeting neighbours.",
        "per_page": "2",
        "cap_share": "10",
        "notes_a_day": "0",
        "cap_window": "day",
        "exploration": "on",
    } | {name.replace("__", "-"): value for name, value in changes.items()}


def sent_text(version: ContractVersion, toml: str, **changes: Any) -> dict[str, Any]:
    """The text as the browser sends it."""
    return {"as": "text", "based_on": version.pk, "why": "A wave.", "toml": toml} | changes


def newest() -> Contract:
    """The contract in force."""
    return Contract.from_toml(ContractVersion.objects.latest().toml)


def test_a_changed_clause_is_a_new_version_with_its_reason(
    browser: Client, keeper: Member, version: ContractVersion
) -> None:
    answer = browser.post(ADDRESS, sent_form(version, clause__0__floor="62.5"))
    assert (answer.status_code, answer["Location"]) == (302, "/balance")
    made = ContractVersion.objects.latest()
    assert (made.by, made.reason) == (keeper, "A wave has come.")
    assert newest().shares[0].floor == 0.625
    assert newest().shares[0].reason == {"en": "Neighbours keep meeting neighbours."}


def test_the_form_writes_what_it_was_shown(browser: Client, version: ContractVersion) -> None:
    before = newest()
    browser.post(ADDRESS, sent_form(version, cap_share="100"))
    after = newest()
    assert after.shares == before.shares
    assert after.author_cap == before.author_cap
    assert after.exploration == before.exploration


def test_it_binds_with_the_next_page(
    browser: Client, version: ContractVersion, notes: list[Note]
) -> None:
    browser.get("/")
    browser.post(ADDRESS, sent_form(version, clause__0__floor="90", clause__0__ceiling="100"))
    browser.get("/")
    page = ServedPage.objects.latest("pk")
    assert page.contract_id == ContractVersion.objects.latest().pk
    assert page.clause_exposure[0] / page.clause_base[0] >= 0.85


def test_a_promise_is_added_and_another_taken_out(
    browser: Client, version: ContractVersion
) -> None:
    answer = browser.post(ADDRESS, sent_form(version, add="small", clause__0__floor="not a number"))
    html = answer.content.decode()
    assert 'value="not a number"' in html
    assert 'name="clause-1-floor" value="35"' in html
    assert "field__error" not in html
    small = {
        "clause-TOTAL_FORMS": "2",
        "clause-0-DELETE": "on",
        "clause-1-id": "small-creators",
        "clause-1-providers_followers": "below",
        "clause-1-providers_count": "1000",
        "clause-1-floor": "35",
        "clause-1-ceiling": "100",
        "clause-1-window": "week",
        "clause-1-tier": "2",
        "clause-1-after_days": "0",
    }
    browser.post(ADDRESS, sent_form(version) | small)
    (clause,) = newest().shares
    assert (clause.id, clause.providers.followers_below) == ("small-creators", 1000)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"clause__0__floor": "90"}, "Write a number that is not above “at most”."),
        ({"clause__0__floor": "120"}, "less than or equal to 100"),
        ({"clause__0__id": "no spaces"}, "Enter a valid “slug”"),
        ({"clause__0__providers_followers": "below"}, "Write the number of followers."),
        ({"clause__0__providers_topic": "kites"}, "Nobody has written about this topic yet."),
        ({"cap_share": "0"}, "Write a number above 0."),
        ({"why": " "}, "Say in a sentence why it changes."),
    ],
)
def test_what_cannot_bind_is_said_beside_its_field_and_nothing_is_lost(
    browser: Client, version: ContractVersion, changes: dict[str, str], words: str
) -> None:
    changes = {"clause__0__reason_en": "Words not to be lost."} | changes
    answer = browser.post(ADDRESS, sent_form(version, **changes))
    assert answer.status_code == 422
    html = answer.content.decode()
    beside = html.split('class="field__error"', 1)[1].split("</p>")[0]
    assert words in words_of(f"<p{beside}")
    assert "Words not to be lost." in html
    assert ContractVersion.objects.count() == 1


def test_two_clauses_of_one_name_are_refused(browser: Client, version: ContractVersion) -> None:
    form = sent_form(version)
    twice = {name.replace("-0-", "-1-"): value for name, value in form.items() if "-0-" in name}
    answer = browser.post(ADDRESS, form | twice | {"clause-TOTAL_FORMS": "2"})
    assert answer.status_code == 422
    assert "residents-home.id: 2 clauses have this id" in words_of(answer.content.decode())


def test_the_text_is_kept_as_it_was_written(browser: Client, version: ContractVersion) -> None:
    toml = f"# Agreed on in the assembly.\n{HOME_CLAUSE}"
    browser.post(ADDRESS, sent_text(version, toml))
    assert ContractVersion.objects.latest().toml.replace("\r\n", "\n") == toml


def test_an_error_in_the_text_names_its_line_and_what_to_write(
    browser: Client, version: ContractVersion
) -> None:
    toml = HOME_CLAUSE.replace("0.80", '"much"')
    answer = browser.post(ADDRESS, sent_text(version, toml))
    assert answer.status_code == 422
    words = words_of(answer.content.decode())
    assert "Line 6 · share.ceiling" in words
    assert "Write a number, for example 0.55." in words
    assert "<code>ceiling = &quot;much&quot;</code>" in answer.content.decode()
    assert ContractVersion.objects.count() == 1


def test_an_error_in_the_text_is_said_in_the_language_of_its_reader(
    browser: Client, version: ContractVersion
) -> None:
    toml = HOME_CLAUSE.replace("0.80", '"much"')
    for lang, words in {
        "zh-CN": '第 6 行 · share.ceiling："much" 的类型不对。写一个数字，比如 0.55。',
        "zh-TW": '第 6 行 · share.ceiling："much" 的類型不對。寫一個數字，例如 0.55。',
    }.items():
        answer = browser.post(ADDRESS, sent_text(version, toml), headers={"accept-language": lang})
        assert words in unescape(words_of(answer.content.decode()))


def test_a_stored_contract_that_cannot_be_read_gives_way_to_the_one_before(
    browser: Client, version: ContractVersion
) -> None:
    stricter = f"{HOME_CLAUSE}\n[debut]\nhours = {10**12}\n"
    ContractVersion.objects.create(toml=stricter, reason="Written when that was allowed.")
    forget_process_state()
    assert browser.get("/").status_code == 200
    assert browser.get("/balance").status_code == 200
    assert browser.get(ADDRESS).status_code == 200
    answer = browser.post(ADDRESS, sent_form(version, clause__0__floor="60"))
    assert answer.status_code == 302
    assert newest().shares[0].floor == 0.6


def test_a_reason_that_nobody_can_read_is_none(browser: Client, version: ContractVersion) -> None:
    answer = browser.post(ADDRESS, {**sent_text(version, HOME_CLAUSE), "why": "\u202e"})
    assert answer.status_code == 422
    assert "Say in a sentence why it changes." in words_of(answer.content.decode())


def test_every_fault_of_the_engine_has_our_words_for_the_same_facts() -> None:
    with override("en"):
        said = {fault: tuple(map(str, words)) for fault, words in WORDS.items()}
    assert said == {
        fault: tuple(_with_percents(text) for text in english) for fault, english in ENGLISH.items()
    }


def _with_percents(text: str) -> str:
    return re.sub(r"\{(\w+)\}", r"%(\1)s", text).replace("{{", "{").replace("}}", "}")


def test_the_form_turns_into_text_and_back(browser: Client, version: ContractVersion) -> None:
    form = sent_form(version, clause__0__floor="60", switch="1")
    html = browser.post(ADDRESS, form).content.decode()
    assert "floor = 0.6" in html
    assert "A wave has come." in html
    text = HOME_CLAUSE.replace("0.55", "0.66")
    html = browser.post(ADDRESS, sent_text(version, text, switch="1")).content.decode()
    assert 'name="clause-0-floor" value="66"' in html
    assert ContractVersion.objects.count() == 1


def test_a_change_on_an_older_version_is_not_laid_over_a_newer_one(
    browser: Client, version: ContractVersion, bind: Bind
) -> None:
    form = sent_form(version, clause__0__floor="61")
    theirs = bind(HOME_CLAUSE.replace("0.55", "0.50"))
    answer = browser.post(ADDRESS, form)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Somebody else has changed the contract" in html
    assert 'value="61"' in html
    assert f'value="{theirs.pk}"' in html
    assert ContractVersion.objects.latest() == theirs


def test_for_others_it_is_not_there(
    lin: Member, bo: Member, version: ContractVersion, as_member: AsMember, stranger: Client
) -> None:
    for other in (as_member(lin), as_member(bo)):
        assert other.get(ADDRESS).status_code == 404
        assert other.post(ADDRESS, sent_form(version)).status_code == 404
    assert stranger.get(ADDRESS)["Location"] == f"/account/login/?next={ADDRESS}"
    assert stranger.post(ADDRESS, sent_form(version)).status_code == 302
    assert ContractVersion.objects.count() == 1


@pytest.mark.parametrize("mode", ["form", "text"])
def test_it_opens_in_both_ways_of_writing(
    browser: Client, version: ContractVersion, mode: str
) -> None:
    html = browser.get(f"{ADDRESS}?as={mode}").content.decode()
    assert ('name="toml"' in html) == (mode == "text")
    assert "Neighbours keep meeting neighbours." in html


CAPS = {
    "topic_cap": "on",
    "topic_per_page": "6",
    "topic_share": "25",
    "topic_window": "week",
    "debut": "on",
    "debut_arrival": "newcomer",
    "debut_notes": "3",
    "debut_impressions": "60",
    "debut_hours": "24",
    "debut_per_page": "1",
}


def test_the_topic_cap_and_first_notes_are_written_and_taken_out_again(
    browser: Client, version: ContractVersion
) -> None:
    browser.post(ADDRESS, sent_form(version, **CAPS))
    made = newest()
    assert made.topic_cap == TopicCap(per_page=6, share=0.25, window="week")
    assert made.debut == DebutClause(
        providers=Group(arrival="newcomer"), notes=3, impressions=60, hours=24, per_page=1
    )
    html = browser.get(ADDRESS).content.decode()
    assert 'name="debut_impressions" value="60"' in html
    words = words_of(browser.get("/balance").content.decode())
    assert "Each of the first 3 notes by newcomers is promised up to 60 first views" in words
    assert "No topic has more than 6 notes on a page" in words
    browser.post(ADDRESS, sent_form(version, based_on=ContractVersion.objects.latest().pk))
    assert (newest().topic_cap, newest().debut) == (None, None)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"debut_notes": ""}, "Write a whole number from 1."),
        ({"topic_share": "0"}, "Write a number above 0."),
    ],
)
def test_a_cap_or_promise_needs_its_numbers(
    browser: Client, version: ContractVersion, changes: dict[str, str], words: str
) -> None:
    answer = browser.post(ADDRESS, sent_form(version, **(CAPS | changes)))
    assert answer.status_code == 422
    assert words in words_of(answer.content.decode())
