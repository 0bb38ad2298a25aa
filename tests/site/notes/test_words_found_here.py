"""Words that notes use and no dictionary has: found at night, then searched and asked about."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils import timezone

from dukou.language import place_words
from dukou.site.members.models import Member
from dukou.site.notes import new_words
from dukou.site.notes.models import NewWord
from dukou.site.notes.services import find_new_words, hide_note
from tests.cast import AsMember, Write, make_member, words_of

SAID = (
    "今天偷感很重，躲在角落吃完了蛋糕",
    "第一次去健身房，偷感拉满",
    "你们上班有偷感吗？我每天都有",
    "朋友说我拍照偷感十足",
    "這種偷感真的很可愛",
)
OTHERS = ("谁偷了我的感动", "今天天气很好，我们去公园散步", "公园里的猫很胖", "一起去公园跑步吗")


@pytest.fixture
def authors(lin: Member, ama: Member, cai: Member) -> list[Member]:
    return [lin, ama, cai, make_member("wen", home_language="zh-Hans", reads=["zh-Hans"])]


@pytest.fixture
def notes(authors: list[Member], write: Write) -> None:
    for number, text in enumerate((*SAID, *OTHERS)):
        write(authors[number % len(authors)], text)


def found(browser: Client, query: str) -> str:
    return browser.get(f"/search?{urlencode({'q': query})}").content.decode()


def test_a_new_word_is_searched_as_one_word_in_both_scripts(notes: None, stranger: Client) -> None:
    assert "谁偷了我的感动" in found(stranger, "偷感")
    assert find_new_words(timezone.now()) == 1 + accepted_words()
    page = found(stranger, "偷感")
    assert "谁偷了我的感动" not in page
    assert "第一次去健身房" in page
    assert "這種偷感真的很可愛" in page
    assert "谁偷了我的感动" in found(stranger, "偷了")


def accepted_words() -> int:
    """Rows for short expressions of the glossary, which count as words too."""
    return NewWord.objects.filter(authors=0).count()


def test_a_note_from_before_every_process_knew_the_word_is_found_after_the_next_night(
    notes: None, lin: Member, write: Write, stranger: Client
) -> None:
    now = timezone.now()
    find_new_words(now - timedelta(minutes=5))
    new_words.freshen()
    place_words.know(found=())  # as a process that looked a minute too early
    write(lin, "出门倒垃圾也偷感满满")
    new_words.forget()
    assert "出门倒垃圾" not in found(stranger, "偷感")
    find_new_words(now)
    assert "出门倒垃圾" in found(stranger, "偷感")


def test_readers_are_asked_what_it_means_until_somebody_has_said_so(
    notes: None, maya: Member, as_member: AsMember, stranger: Client
) -> None:
    assert "New in notes here" not in words_of(as_member(maya).get("/glossary").content.decode())
    find_new_words(timezone.now())
    page = as_member(maya).get("/glossary", headers={"accept-language": "en"}).content.decode()
    assert "New in notes here" in words_of(page)
    assert f"/glossary/new?language=zh&amp;{urlencode({'term': '偷感'})}" in page
    assert "New in notes here" not in words_of(
        as_member(maya).get("/glossary?side=en").content.decode()
    )
    assert "New in notes here" not in words_of(stranger.get("/glossary").content.decode())


def test_what_is_hidden_or_said_by_one_alone_is_no_word_of_the_place(
    lin: Member, ama: Member, cai: Member, write: Write
) -> None:
    for text in SAID:
        write(lin, text)
    find_new_words(timezone.now())
    assert not NewWord.objects.filter(word="偷感").exists()
    for member in (ama, cai):
        hide_note(write(member, SAID[0]))
    find_new_words(timezone.now())
    assert not NewWord.objects.filter(word="偷感").exists()


def test_twice_in_a_night_changes_nothing_and_what_nobody_says_goes(notes: None) -> None:
    now = timezone.now()
    find_new_words(now)
    rows = list(NewWord.objects.order_by("word").values_list("word", "notes", "authors"))
    assert ("偷感", 5, 4) in rows
    assert find_new_words(now) == 0
    assert list(NewWord.objects.order_by("word").values_list("word", "notes", "authors")) == rows
    NewWord.objects.create(word="没人说了", seen_at=now - timedelta(days=200))
    find_new_words(now)
    assert not NewWord.objects.filter(word="没人说了").exists()
