"""Nonsense in addresses and their queries: absent, or as if it were not there, but no error."""

from collections.abc import Iterator
from urllib.parse import quote, urlencode

import pytest
from django.test import Client

from dukou.site.members.models import Member
from tests.abuse.conftest import Belongings
from tests.abuse.hostile import TEXTS, harm_in
from tests.cast import AsMember

NAMES = [
    *("/@{text}", "/@{text}/saved", "/@{text}/followers", "/@{text}/{note}", "/topics/{text}"),
    *("/@{text}/{note}/card.png", "/@{text}/{note}/history", "/@{text}/{note}/edit"),
    *("/members/{text}/follow", "/members/{text}/block", "/members/{text}/mute"),
    *("/packs/{text}", "/media/{text}", "/moderation/{text}/{note}", "/{text}"),
]
QUERIES = [
    *("/search?q", "/suggest?q", "/detect?of", "/explore?session", "/report?note"),
    *("/report?comment", "/report?member", "/@lin/{note}?show", "/notes/{note}/version?show"),
    *("/account/login/?next", "/welcome/introduction/preview?words", "/?page", "/?slot"),
]
NUMBERS = [
    *("/latest?max_id", "/following?max_id", "/saved?max_id", "/notifications?max_id"),
    *(
        "/@lin?max_id",
        "/@lin/followers?max_id",
        "/search?q=猫&from",
        "/notes/{note}/comments?max_id",
    ),
    *("/collections/{shelf}?max_id", "/notes/{note}/version?looks", "/moderation/log?max_id"),
    *("/@lin/{note}?page=1&slot", "/@lin/{note}?slot=1&page", "/report?note", "/report?comment"),
]
NUMBERS_SENT = [
    *("/notes/{note}/save?collection", "/notes/{note}/comments?body=x&reply_to", "/dial?step"),
    *("/notes/{note}/like?page=1&slot", "/members/lin/follow?note", "/drafts/{draft}?do=remove-"),
    *("/drafts/{draft}?picture", "/seen?slot"),
]
NONSENSE = ["²", "٣", "-1", "0", "1e9", "", "x", "1" * 19, "9" * 19, "9" * 40, "9" * 5000]


@pytest.fixture(params=["stranger", "bo"])
def browser(request: pytest.FixtureRequest, stranger: Client, as_member: AsMember) -> Client:
    """One who may do nothing and one who may do most."""
    found = request.getfixturevalue(request.param)
    return found if isinstance(found, Client) else as_member(found)


def test_no_name_in_an_address_is_an_error(browser: Client, lins: Belongings) -> None:
    for address in NAMES:
        for text in short_texts():
            path = lins.in_(address).replace("{text}", quote(text, errors="surrogatepass"))
            for response in (browser.get(path), browser.post(path)):
                assert response.status_code < 500
                assert harm_in(response.content.decode("utf-8", "replace")) == []


def test_no_word_in_a_query_is_an_error_or_more_than_text(
    browser: Client, lins: Belongings
) -> None:
    for address in QUERIES:
        for text in short_texts():
            path, name = lins.in_(address).split("?")
            response = browser.get(f"{path}?{urlencode({name: text}, errors='surrogatepass')}")
            assert response.status_code < 500
            assert harm_in(response.content.decode()) == []


def test_no_number_in_a_query_is_an_error(browser: Client, lins: Belongings) -> None:
    for address in NUMBERS:
        for number in NONSENSE:
            asked = f"{lins.in_(address)}={quote(number)}"
            assert browser.get(asked).status_code < 500, asked


def test_no_number_that_is_sent_is_an_error(
    lin: Member, lins: Belongings, as_member: AsMember
) -> None:
    browser = as_member(lin)
    for address in NUMBERS_SENT:
        path, query = lins.in_(address).split("?")
        for number in NONSENSE:
            sent = f"{query}{'' if query.endswith('-') else '='}{quote(number)}"
            response = browser.post(
                f"{path}?{sent}", sent, content_type="application/x-www-form-urlencoded"
            )
            assert response.status_code < 500, (path, sent)


def test_no_number_in_a_path_is_an_error(
    lin: Member, lins: Belongings, as_member: AsMember
) -> None:
    browser = as_member(lin)
    for number in ("9" * 19, "9" * 40, "9" * 5000):
        for path in (f"/@lin/{number}", f"/why/{number}/0", f"/why/{lins.page}/{number}"):
            assert browser.get(path).status_code == 404
        for path in (f"/notes/{number}/like", f"/comments/{number}/like", f"/drafts/{number}"):
            assert browser.post(path).status_code == 404


def short_texts() -> Iterator[str]:
    """The hostile texts, as far as an address can hold them."""
    return (text[:500] for text in TEXTS.values() if text.strip())
