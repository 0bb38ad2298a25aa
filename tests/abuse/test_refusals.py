"""Who is refused, and how, at every address of the site."""

from collections.abc import Iterable
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from dukou.site.members.models import Member
from tests.abuse.conftest import Belongings
from tests.abuse.lines import CLOSED, GONE, LINS_ALONE, PAGES, SIGN_IN
from tests.cast import AsMember

FROM_AFAR = "203.0.113.7"
LINES = [line for lines in PAGES.values() for line in lines]


def patterns(resolver: URLResolver, before: str = "") -> Iterable[tuple[str, URLPattern]]:
    """Every pattern with the address up to it."""
    for entry in resolver.url_patterns:
        here = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from patterns(entry, here)
        else:
            yield here, entry


def test_every_page_of_the_site_has_a_line() -> None:
    names = {
        found.name
        for address, found in patterns(get_resolver())
        if not address.removeprefix("^/").startswith("admin/")
    }
    assert names == set(PAGES), "write a line in tests/abuse/lines.py"


def test_a_stranger_reads_what_is_public_and_is_asked_to_sign_in_for_more(
    stranger: Client, lins: Belongings
) -> None:
    assert answers(stranger, lins) == expected("stranger", lins)


def test_a_blocked_member_finds_nothing_of_whoever_blocked_them(
    cai: Member, lins: Belongings, as_member: AsMember
) -> None:
    assert answers(as_member(cai), lins) == expected("blocked", lins)


def test_a_suspended_member_reaches_why_and_their_data_alone(
    rui: Member, lins: Belongings, as_member: AsMember
) -> None:
    assert answers(as_member(rui), lins) == expected("suspended", lins)


@pytest.mark.parametrize("who", ["stranger", "maya", "cai", "rui"])
def test_what_is_of_one_member_alone_has_no_address_for_others(
    who: str, lins: Belongings, request: pytest.FixtureRequest, as_member: AsMember
) -> None:
    found = request.getfixturevalue(who)
    browser = found if isinstance(found, Client) else as_member(found)
    refusals = {GONE, CLOSED} if who == "rui" else {GONE, SIGN_IN}
    let_in = {ask: answer(browser, ask, lins) for ask in LINS_ALONE}
    assert {ask: got for ask, got in let_in.items() if got not in refusals} == {}


def test_notifications_and_lists_show_nobody_elses(
    maya: Member, lins: Belongings, as_member: AsMember
) -> None:
    browser = as_member(maya)
    for address in ("/notifications", "/drafts", "/saved", "/search?q=自己", "/@lin", "/latest"):
        page = browser.get(address).content.decode()
        assert "自己看" not in page
        assert "没写完的" not in page


def test_the_operators_tables_are_for_the_operator(
    stranger: Client, lin: Member, bo: Member, as_member: AsMember
) -> None:
    addresses = {
        "/" + address.replace("<path:object_id>", "1")
        for address, found in patterns(get_resolver())
        if address.startswith("admin/") and "(?P" not in address and "content_type" not in address
    }
    for browser in (stranger, as_member(lin), as_member(bo)):
        opened = {
            address
            for address in addresses - {"/admin/login/"}
            if browser.get(address).status_code not in (302, 403, 404)
        }
        assert opened <= {"/admin/jsi18n/"}


def answers(browser: Client, lins: Belongings) -> dict[str, str]:
    """What the browser gets at each line."""
    return {line.ask: answer(browser, line.ask, lins) for line in LINES}


def expected(who: str, lins: Belongings) -> dict[str, str]:
    """What it should get."""
    return {line.ask: lins.in_(getattr(line, who)) for line in LINES}


def answer(browser: Client, ask: str, lins: Belongings) -> str:
    """The status or the address one is sent to; what was done by asking is undone."""
    method, address = lins.in_(ask).split(" ", 1)
    parts = urlsplit(address)
    given = dict(parse_qsl(parts.query))
    with transaction.atomic():
        if method == "GET":
            response = browser.get(parts.path, given, REMOTE_ADDR=FROM_AFAR)
        else:
            response = browser.post(parts.path, {**given, "_method": method})
        transaction.set_rollback(True)
    return _outcome(response)


def _outcome(response: HttpResponse) -> str:
    if not 300 <= response.status_code < 400:
        return str(response.status_code)
    path = urlsplit(response["Location"]).path
    if path == "/account/login/":
        return SIGN_IN
    return "/drafts/*" if path.startswith("/drafts/") else path
