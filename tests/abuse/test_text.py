"""Hostile text in every field: it is never an error, and never more than text."""

from urllib.parse import urlencode, urlsplit

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from dukou.site.members.models import Member
from tests.abuse.conftest import Belongings
from tests.abuse.fields import COMPOSER, FIELDS, Field
from tests.abuse.hostile import TEXTS, harm_in, harm_in_kept, strays_in
from tests.cast import AsMember, make_member

FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def noa(db: None) -> Member:
    """Someone who has just signed up and sees the welcome."""
    member = make_member("noa", home_language="en", reads=["en"])
    member.welcomed_at = None
    member.save(update_fields=["welcomed_at"])
    return member


@pytest.fixture
def readers(
    lin: Member, maya: Member, bo: Member, keeper: Member, noa: Member, as_member: AsMember
) -> dict[str, Client]:
    """Who writes, and who reads along; nobody is signed in with the browser of `visitor`."""
    members = {member.name: as_member(member) for member in (lin, maya, bo, keeper, noa)}
    return {**members, "visitor": Client(headers={"accept-language": "en"})}


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.id)
def test_whatever_is_written_stays_text(
    field: Field, readers: dict[str, Client], lins: Belongings
) -> None:
    found = {name: harm(field, text, readers, lins) for name, text in TEXTS.items()}
    assert {name: what for name, what in found.items() if what} == {}


def harm(field: Field, text: str, readers: dict[str, Client], lins: Belongings) -> list[str]:
    """What the text achieves in this field, wherever it is shown; then it is unwritten."""
    with transaction.atomic():
        there = _written(field, text, readers[field.by], lins)
        done = harm_in_kept(field.kept(), limit=field.limit)
        for shown in field.shown:
            who, path = lins.in_(shown).replace("{there}", there).split(" ")
            page = _page(readers[who], path)
            done += [f"{shown}: {what}" for what in harm_in(page) + strays_in(page)]
        transaction.set_rollback(True)
    readers["visitor"].cookies.clear()
    return done


def _written(field: Field, text: str, browser: Client, lins: Belongings) -> str:
    """Sends the form, and says where it led."""
    address = lins.in_(field.address)
    if field.address == COMPOSER:
        address = browser.get(COMPOSER)["Location"]
    form = {name: lins.in_(value) for name, value in field.rest.items()}
    form[lins.in_(field.name)] = field.within(text)
    response = browser.post(address, urlencode(form, errors="surrogatepass"), content_type=FORM)
    assert response.status_code < 500
    assert harm_in(_text(response)) == []
    return urlsplit(response.headers.get("Location", "/rules")).path


def _page(browser: Client, path: str) -> str:
    response = browser.get(path)
    assert response.status_code < 500
    return _text(response)


def _text(response: HttpResponse) -> str:
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    return response.content.decode() if is_page else ""
