"""Addresses that only take what a page sends, opened like a page."""

import pytest
from django.test import Client

from dukou.site.members.models import Member
from tests.cast import AsMember, words_of

SENT_TO = ("/notes/7/like", "/language", "/seen", "/theme", "/drafts/7/pictures")


@pytest.mark.parametrize("address", SENT_TO)
def test_an_address_that_takes_no_visit_says_so_in_a_page(address: str, stranger: Client) -> None:
    answer = stranger.get(address)
    assert answer.status_code == 405
    assert "POST" in answer["Allow"]
    assert "<title>No page to read here" in answer.content.decode()
    assert "Go back to that page" in words_of(answer.content.decode())


def test_it_speaks_the_reader_s_language(lin: Member, as_member: AsMember) -> None:
    Member.objects.filter(pk=lin.pk).update(interface_language="zh-hans")
    assert "这里没有可看的页面" in as_member(lin).get("/notes/7/like").content.decode()


def test_a_page_takes_nothing_that_is_sent(stranger: Client, db: None) -> None:
    answer = stranger.post("/latest")
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD"
    assert answer.content


def test_a_part_of_a_page_is_answered_without_one(stranger: Client, db: None) -> None:
    answer = stranger.get("/notes/7/like", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.content) == (405, b"")
