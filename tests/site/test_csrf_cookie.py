"""The token's cookie: no answer brings back an older one than the browser has."""

import pytest
from django.conf import settings
from django.test import Client

from dukou.site.members.models import Member
from tests.cast import PASSWORD

COOKIE = settings.CSRF_COOKIE_NAME


@pytest.fixture
def browser(db: None) -> Client:
    """A stranger whose tokens are checked, with the sign-in page open."""
    client = Client(enforce_csrf_checks=True)
    assert client.get("/account/login/").cookies[COOKIE].value
    return client


def test_a_page_sends_it_to_whoever_lacks_it_only(browser: Client) -> None:
    assert COOKIE not in browser.get("/account/login/").cookies
    del browser.cookies[COOKIE]
    assert COOKIE in browser.get("/account/login/").cookies


def test_signing_in_gives_a_new_one(browser: Client, lin: Member) -> None:
    lin.set_password(PASSWORD)
    lin.save()
    before = browser.cookies[COOKIE].value
    given = {"login": lin.name, "password": PASSWORD, "csrfmiddlewaretoken": before}
    answer = browser.post("/account/login/", given)
    assert answer.status_code == 302
    assert answer.cookies[COOKIE].value != before
    assert COOKIE not in browser.get("/latest").cookies


def test_what_carries_another_token_is_refused(browser: Client, lin: Member) -> None:
    browser.force_login(lin)
    assert browser.post("/theme", {"theme": "dark"}).status_code == 403
    token = {"csrfmiddlewaretoken": browser.cookies[COOKIE].value}
    assert browser.post("/theme", {"theme": "dark", **token}).status_code == 302
