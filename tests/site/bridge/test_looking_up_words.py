"""Looking up words over HTTP: with htmx, without JavaScript, and for those who may not."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from dukou.ground.configuration import configuration
from dukou.site.bridge.words.health import dictionary
from dukou.site.bridge.words.models import SavedWord, UnknownExpression
from dukou.site.bridge.words.queries import unknown_expressions
from dukou.site.bridge.words.services import forget_old_expressions
from dukou.site.members.registry import all_holdings
from dukou.site.members.services import follow
from dukou.site.notes.models import Audience
from dukou.site.notes.services import delete_note
from dukou.site.talk.services import write_comment
from tests import cast

HTMX = {"HX-Request": "true"}
BODY = "我家的猫叫团子，我在银行工作。"
BANK = BODY.index("银行") + len("猫税来了 ")


def words_of(answer):
    return cast.words_of(answer.content.decode())


@pytest.fixture
def note(lin, write):
    return write(lin, "猫税来了", body=BODY)


@pytest.fixture
def maya_browser(maya, as_member):
    return as_member(maya)


def test_a_note_that_is_not_read_offers_its_words(note, maya_browser, lin, as_member):
    page = words_of(maya_browser.get(note.get_absolute_url()))
    assert "Look up words" in page
    assert "Read it word for word" in page
    assert "查词" not in words_of(as_member(lin).get(note.get_absolute_url()))


def test_a_translated_note_offers_its_words_but_no_gloss(maya_browser, lin, write):
    bilingual = write(lin, "猫税来了", en="Cat tax")
    page = words_of(maya_browser.get(bilingual.get_absolute_url()))
    assert "Look up words" in page
    assert "Read it word for word" not in page


def test_without_javascript_the_page_has_each_word_with_its_gloss(note, maya_browser):
    answer = maya_browser.get(f"/notes/{note.pk}/words")
    page = answer.content.decode()
    assert "<title>Word for word" in page
    assert "<rt>yínháng</rt>" in page
    assert '<span class="words__short" lang="en">bank</span>' in page
    assert "not a translation" in page
    assert "CC BY-SA 4.0" in page
    assert f'href="/notes/{note.pk}/words?at={BANK}#word"' in page


def test_a_word_is_explained_where_it_is_tapped(note, maya_browser):
    tapped = maya_browser.get(f"/notes/{note.pk}/words", headers=HTMX).content.decode()
    assert f'hx-get="/notes/{note.pk}/words?at={BANK}"' in tapped
    assert "<html" not in tapped
    card = maya_browser.get(f"/notes/{note.pk}/words?at={BANK}", headers=HTMX).content.decode()
    assert card.lstrip().startswith('<article class="word-card">')
    assert "银行" in card
    assert "yínháng" in card
    assert "bank" in card
    page = maya_browser.get(f"/notes/{note.pk}/words?at={BANK}").content.decode()
    assert "<html" in page
    assert '<article class="word-card">' in page


def test_english_is_explained_in_chinese_of_the_readers_script(maya, lin, write, as_member):
    note = write(maya, "Cat tax", body="My cats gave up on the bank.")
    page = as_member(lin).get(f"/notes/{note.pk}/words").content.decode()
    assert '<span class="words__short" lang="zh-Hans">银行</span>' in page
    assert "放弃" in page


def test_a_comment_has_words_too(note, lin, maya_browser):
    comment = write_comment(note, by=lin, body="你好，欢迎！", lang="zh-Hans")
    tapped = maya_browser.get(f"/comments/{comment.pk}/words", headers=HTMX).content.decode()
    assert f'id="comment-text-{comment.pk}"' in tapped
    card = maya_browser.get(f"/comments/{comment.pk}/words?at=0", headers=HTMX)
    assert "hello" in words_of(card)


def test_a_stranger_looks_words_up_and_keeps_none(note, client):
    card = client.get(f"/notes/{note.pk}/words?at={BANK}", headers=HTMX | {"Accept-Language": "en"})
    assert "bank" in words_of(card)
    assert "Keep" not in words_of(card)


@pytest.mark.parametrize("at", ["x", "-1", "999999", "9" * 30, "4", ""])
def test_a_place_without_a_word_is_not_found(note, maya_browser, at):
    assert maya_browser.get(f"/notes/{note.pk}/words?at={at}", headers=HTMX).status_code == 404


def test_who_may_not_read_the_note_or_its_words_gets_nothing(note, cai, lin, as_member):
    assert as_member(cai).get(f"/notes/{note.pk}/words").status_code == 404
    assert as_member(lin).get(f"/notes/{note.pk}/words").status_code == 404


def test_a_word_is_kept_once_and_given_up(note, maya, maya_browser):
    for _ in range(2):
        kept = maya_browser.post(f"/notes/{note.pk}/words", {"at": BANK}, headers=HTMX)
        assert "In my words" in words_of(kept)
    word = SavedWord.objects.get(member=maya)
    assert (word.word, word.reading, word.meaning) == ("银行", "yínháng", "bank")
    mine = maya_browser.get("/words").content.decode()
    assert f'href="/notes/{note.pk}/words"' in mine
    given_up = maya_browser.post(
        f"/notes/{note.pk}/words", {"at": BANK, "drop": word.pk}, headers=HTMX
    )
    assert "Keep" in words_of(given_up)
    assert not SavedWord.objects.exists()


def test_the_list_works_without_javascript_and_goes_along_as_a_table(note, maya, maya_browser):
    answer = maya_browser.post(f"/notes/{note.pk}/words", {"at": BANK})
    assert answer.headers["Location"] == f"/notes/{note.pk}/words?at={BANK}"
    table = maya_browser.get("/words.csv").content.decode("utf-8-sig").splitlines()
    assert table[0] == "word,reading,meaning,language,date"
    assert table[1].startswith("银行,yínháng,bank,zh,")
    word = SavedWord.objects.get(member=maya)
    gone = maya_browser.post(f"/words/{word.pk}", {"_method": "DELETE"})
    assert gone.headers["Location"] == "/words"
    assert "No words yet" in words_of(maya_browser.get("/words"))


def test_the_table_has_the_day_that_the_list_shows(note, maya, maya_browser):
    maya_browser.post(f"/notes/{note.pk}/words", {"at": BANK})
    late = datetime(2026, 3, 1, 20, 30, tzinfo=UTC)
    SavedWord.objects.update(at=late)
    maya.time_zone = "Asia/Shanghai"
    maya.save()
    assert "March 2, 2026" in words_of(maya_browser.get("/words"))
    assert "2026-03-02" in maya_browser.get("/words.csv").content.decode()


def test_a_kept_word_outlives_its_note(note, maya_browser, lin):
    maya_browser.post(f"/notes/{note.pk}/words", {"at": BANK})
    delete_note(note, by=lin)
    assert "银行" in words_of(maya_browser.get("/words"))


def test_nobody_takes_a_word_off_anothers_list(note, maya, maya_browser, ama, as_member):
    maya_browser.post(f"/notes/{note.pk}/words", {"at": BANK})
    word = SavedWord.objects.get(member=maya)
    as_member(ama).post(f"/words/{word.pk}", {"_method": "DELETE"})
    assert SavedWord.objects.filter(pk=word.pk).exists()


def test_an_unknown_expression_is_counted_once_a_member(lin, maya, ama, write, as_member):
    note = write(maya, "so skibidi", body="Total skibidi.")
    for reader in (lin, lin, ama):
        card = as_member(reader).get(f"/notes/{note.pk}/words?at=3", headers=HTMX)
        assert card.status_code == 200
    assert [tuple(row) for row in unknown_expressions(2)] == [("skibidi", "en", 2)]
    assert unknown_expressions(3) == []


def test_what_many_looked_up_in_vain_is_suggested_for_the_glossary(
    lin, maya, ama, bo, cai, write, as_member
):
    note = write(maya, "so skibidi")
    for reader in (lin, ama, cai):
        assert "skibidi" not in words_of(as_member(bo).get("/glossary"))
        as_member(reader).get(f"/notes/{note.pk}/words?at=3", headers=HTMX)
    page = as_member(bo).get("/glossary").content.decode()
    assert 'href="/glossary/new?language=en&amp;term=skibidi"' in page


def test_the_doctor_knows_the_edition_of_the_dictionary():
    assert dictionary(configuration()).says == "CC-CEDICT of 2023-11-07"


def test_expressions_of_private_notes_and_of_strangers_are_not_kept(
    lin, maya, write, as_member, client
):
    follow(maya, by=lin)
    note = write(maya, "so skibidi", audience=Audience.FOLLOWERS)
    assert as_member(lin).get(f"/notes/{note.pk}/words?at=3", headers=HTMX).status_code == 200
    public = write(maya, "so skibidi")
    client.get(f"/notes/{public.pk}/words?at=3", headers=HTMX | {"Accept-Language": "zh-Hans"})
    assert not UnknownExpression.objects.exists()


def test_old_unknown_expressions_are_let_go(lin, maya, write, as_member):
    note = write(maya, "so skibidi")
    as_member(lin).get(f"/notes/{note.pk}/words?at=3", headers=HTMX)
    forget_old_expressions(timezone.now())
    assert UnknownExpression.objects.exists()
    forget_old_expressions(timezone.now() + timedelta(days=181))
    assert not UnknownExpression.objects.exists()


def test_words_are_taken_along_and_left(note, lin, maya, write, maya_browser, as_member):
    maya_browser.post(f"/notes/{note.pk}/words", {"at": BANK})
    english = write(maya, "so skibidi")
    as_member(lin).get(f"/notes/{english.pk}/words?at=3", headers=HTMX)
    holdings = {holding.name: holding for holding in all_holdings()}
    assert [row["word"] for row in holdings["saved_words"].rows(maya)] == ["银行"]
    assert [row["key"] for row in holdings["words_not_found"].rows(lin)] == ["skibidi"]
    maya.delete()
    lin.delete()
    assert not SavedWord.objects.exists()
    assert not UnknownExpression.objects.exists()


MIXED = "Today my roommate said 你是不是傻 and I laughed so hard."


def test_words_of_a_mixed_text_are_offered_to_who_does_not_read_them(
    maya, write, maya_browser, lin, as_member
):
    note = write(maya, "Week two", body=MIXED)
    assert note.lang == "en"
    page = words_of(maya_browser.get(note.get_absolute_url()))
    assert "Look up words" in page
    assert "Read it word for word" not in page
    whole = maya_browser.get(f"/notes/{note.pk}/words").content.decode()
    assert '<span class="words__short" lang="en">stupid</span>' in whole
    assert 'class="words__word" lang="zh' in whole
    assert ">roommate<" not in whole
    at = len("Week two\x1f") + MIXED.index("傻")
    card = maya_browser.get(f"/notes/{note.pk}/words?at={at}", headers=HTMX).content.decode()
    assert "shǎ" in card
    plain = write(maya, "Week two", body="Nothing happened. #猫 @lin 🐱")
    assert "Look up words" not in words_of(maya_browser.get(plain.get_absolute_url()))


def test_words_that_a_reader_reads_are_not_offered_in_a_mixed_text(write, lin, ama, as_member):
    note = write(lin, "这个vibe真的绝了", body="这家店的咖啡也好喝。")
    page = as_member(lin).get(note.get_absolute_url()).content.decode()
    assert '<h1 class="note__title">这个<span lang="en">vibe</span>真的绝了</h1>' in page
    assert "Look up words" in page
    assert "Look up words" not in words_of(as_member(ama).get(note.get_absolute_url()))
