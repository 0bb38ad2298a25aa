"""Search finds Chinese by words, English by stems, either script by either, and across versions."""

import pytest
from django.test import Client

from dukou.site.members.models import Member
from dukou.site.notes.services import NoteText
from tests.cast import AsMember, Write


@pytest.mark.parametrize(
    "query", ["猫", "貓", "小猫", "北京大学", "大學", "running", "run", "CATS"]
)
def test_a_note_is_found(query: str, lin: Member, write: Write, stranger: Client) -> None:
    write(lin, "北京大学的小猫", en="Cats that ran around campus, running all day")
    answer = stranger.get("/search", {"q": query})
    assert "Cats that ran" in answer.content.decode()


def test_every_word_must_be_found(lin: Member, write: Write, stranger: Client) -> None:
    write(lin, "成都火锅", en="Chengdu hot pot")
    assert "Chengdu hot pot" in stranger.get("/search?q=成都 火锅").content.decode()
    assert "Chengdu hot pot" not in stranger.get("/search?q=重庆 火锅").content.decode()


def test_a_private_note_is_not_found(
    lin: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    write(lin, "只给自己看的秘密", audience="me")
    assert "只给自己看的秘密" not in as_member(ama).get("/search?q=秘密").content.decode()
    assert "只给自己看的秘密" in as_member(lin).get("/search?q=秘密").content.decode()


def test_people_and_topics_are_found(lin: Member, write: Write, stranger: Client) -> None:
    write(lin, "年糕", body="#猫税")
    page = stranger.get("/search?q=林小").content.decode()
    assert 'href="/@lin"' in page
    assert 'href="/topics/cats"' in stranger.get("/search?q=猫税").content.decode()


def test_an_edited_note_is_found_by_its_new_words(
    lin: Member, write: Write, stranger: Client
) -> None:
    from dukou.site.notes.services import edit_note

    note = write(lin, "火锅")
    edit_note(
        note,
        by=lin,
        text=NoteText("zh-Hans", "烧烤", ""),
        audience="everyone",
        reply_policy="everyone",
    )
    assert "烧烤" in stranger.get("/search?q=烧烤").content.decode()
    assert "note-card__open" not in stranger.get("/search?q=火锅").content.decode()


@pytest.mark.parametrize(
    "query", ["", "   ", "!!!", "' OR 1=1 --", "\u202e\u0000", "🐱", "&|!()", "a" * 500]
)
def test_nonsense_is_answered_kindly(query: str, stranger: Client, db: None) -> None:
    assert stranger.get("/search", {"q": query}).status_code == 200


@pytest.mark.usefixtures("standing_clock")
def test_too_many_searches_are_asked_to_wait(stranger: Client, db: None) -> None:
    answers = [stranger.get("/search?q=x").status_code for _ in range(61)]
    assert answers[59] == 200
    assert answers[60] == 429


@pytest.mark.parametrize("query", ["yyds", "YYDS", "what does yyds mean"])
def test_who_searches_for_an_expression_is_told_what_it_means(
    query: str, stranger: Client, db: None
) -> None:
    page = stranger.get("/search", {"q": query}).content.decode()
    assert 'href="/glossary/zh/yyds"' in page
    assert "Nothing found" not in page
    assert "Nothing about this yet" in page
    assert 'href="/glossary/' not in stranger.get("/search?q=Ohio").content.decode()


def test_what_the_glossary_does_not_have_can_be_proposed(stranger: Client, db: None) -> None:
    page = stranger.get("/glossary?q=zzz%26zzz").content.decode()
    assert 'href="/glossary/new?term=zzz%26zzz"' in page
