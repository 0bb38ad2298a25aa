"""Cards that were written before: right the moment anything changes, and nobody else's."""

import re
from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dukou.site.bridge.reader import viewer_for
from dukou.site.members import services as members
from dukou.site.members.models import Member
from dukou.site.notes.models import Media, MediaState, Provenance
from dukou.site.notes.services import NoteText, edit_note
from dukou.site.notes.services.hiding import hide_note, show_note
from dukou.site.notes.services.versions import store_version
from dukou.site.reading.allocation.serving import look_again, process_state, serve_page
from dukou.site.reading.card_rows import marks_among
from dukou.site.reading.models import ServedPage
from dukou.site.reading.seal import seal
from dukou.site.reading.written_cards import KeptCards, feed_cards
from dukou.site.talk import services as talk
from tests.cast import AsMember, Write, make_member

FEEDS = pytest.mark.parametrize("feed", ["/", "/latest"])


def html_of(browser: Client, feed: str = "/latest") -> str:
    return browser.get(feed).content.decode()


def card_of(html: str, note_id: int) -> str:
    """The card of a note."""
    found = re.search(rf'<article [^>]*data-note="{note_id}".*?</article>', html, re.DOTALL)
    assert found is not None
    return found[0]


@FEEDS
def test_a_card_is_not_written_twice(
    feed: str, lin: Member, ama: Member, as_member: AsMember, write: Write
) -> None:
    note = write(ama, "爬山")
    browser = as_member(lin)
    first = card_of(html_of(browser, feed), note.pk)
    with CaptureQueriesContext(connection) as caught:
        again = card_of(html_of(browser, feed), note.pk)
    assert not any("alt_others" in query["sql"] for query in caught if query["sql"])
    changing = r"[\w-]{20,}|\d{10,}"  # seals and tokens whole, also where many figures begin one
    assert re.sub(changing, "", first) == re.sub(changing, "", again)


@FEEDS
def test_an_edit_shows_at_once(
    feed: str, lin: Member, ama: Member, as_member: AsMember, write: Write
) -> None:
    note = write(ama, "爬山", body="八点出发。")
    browser = as_member(lin)
    assert "八点出发" in html_of(browser, feed)
    for hour in ("九", "十"):
        about = {"audience": "everyone", "reply_policy": "everyone", "design": "letter"}
        edit_note(note, by=ama, text=NoteText("zh-Hans", "爬山", f"{hour}点出发。"), **about)  # type: ignore[arg-type]
        assert f"{hour}点出发" in html_of(browser, feed)


@FEEDS
def test_a_hidden_note_is_gone_at_once_and_back_at_once(
    feed: str, lin: Member, ama: Member, as_member: AsMember, write: Write
) -> None:
    note = write(ama, "爬山")
    browser = as_member(lin)
    assert "爬山" in html_of(browser, feed)
    hide_note(note)
    assert "爬山" not in html_of(browser, feed)
    show_note(note)
    assert "爬山" in html_of(browser, "/latest")


@FEEDS
def test_a_suspended_author_is_gone_at_once(
    feed: str, lin: Member, ama: Member, bo: Member, as_member: AsMember, write: Write
) -> None:
    write(ama, "爬山")
    browser = as_member(lin)
    assert "爬山" in html_of(browser, feed)
    members.suspend(ama, by=bo, reason="The same advertisement under forty notes.")
    assert "爬山" not in html_of(browser, feed)


def test_what_one_may_see_another_may_not(
    lin: Member, maya: Member, cai: Member, as_member: AsMember, write: Write, stranger: Client
) -> None:
    note = write(lin, "给朋友的", en="For friends", audience="followers")
    members.follow(lin, by=maya)
    assert "For friends" in html_of(as_member(maya), "/following")
    assert "For friends" not in html_of(as_member(cai), "/@lin")
    assert "For friends" not in html_of(stranger, "/@lin")
    members.unfollow(lin, by=maya)
    assert str(note.pk) not in html_of(as_member(maya), "/@lin")


def test_a_like_is_its_reader_s_own(
    lin: Member, ama: Member, bo: Member, as_member: AsMember, write: Write
) -> None:
    note = write(bo, "爬山", en="Up the hill")
    mine, other = as_member(lin), as_member(ama)
    html_of(mine), html_of(other)
    talk.like_note(note, by=lin)
    liked, unliked = card_of(html_of(mine), note.pk), card_of(html_of(other), note.pk)
    assert 'aria-pressed="true"' in liked
    assert 'value="DELETE"' in liked
    assert 'aria-pressed="false"' in unliked
    assert 'value="DELETE"' not in unliked
    assert "<span>1</span>" in liked
    assert "<span>1</span>" in unliked
    talk.unlike_note(note, by=lin)
    assert 'aria-pressed="false"' in card_of(html_of(mine), note.pk)


def test_each_reader_gets_it_in_their_languages(
    lin: Member, maya: Member, ama: Member, as_member: AsMember, write: Write
) -> None:
    note = write(ama, "爬山", en="Up the hill")
    assert "爬山" in card_of(html_of(as_member(lin)), note.pk)
    assert "Up the hill" in card_of(html_of(as_member(maya)), note.pk)
    members.set_reading_languages(lin, ["en"])
    assert "Up the hill" in card_of(html_of(as_member(lin)), note.pk)


def test_the_page_s_language_is_the_card_s(
    lin: Member, ama: Member, as_member: AsMember, write: Write
) -> None:
    note = write(ama, "爬山", en="Up the hill")
    browser = as_member(lin)
    assert "Bilingual" in card_of(html_of(browser), note.pk)
    browser.post("/language", {"language": "zh-hans"})
    card = card_of(html_of(browser), note.pk)
    assert "Bilingual" not in card
    assert 'lang="zh-hans"' in card


def test_a_translation_that_arrives_is_shown(
    maya: Member, ama: Member, as_member: AsMember, write: Write
) -> None:
    note = write(ama, "爬山")
    browser = as_member(maya)
    assert "爬山" in card_of(html_of(browser), note.pk)
    texts = {"title": "Up the hill", "body": ""}
    machine = {"provenance": Provenance.MACHINE, "engine": "draft", "quality": "rough"}
    store_version(note, lang="en", **machine, **texts)  # type: ignore[type-var]
    assert "Up the hill" in card_of(html_of(browser), note.pk)
    assert "Translated" in card_of(html_of(browser), note.pk)
    store_version(note, lang="en", **machine, title="Over the hill", body="")  # type: ignore[type-var]
    assert "Over the hill" in card_of(html_of(browser), note.pk)


def test_a_new_name_and_face_are_shown(
    lin: Member, ama: Member, as_member: AsMember, write: Write
) -> None:
    note = write(ama, "爬山")
    browser = as_member(lin)
    assert "Ama 阿麻" in card_of(html_of(browser), note.pk)
    members.save_profile(ama, shown="Amaranth", bio="", bio_lang="")
    members.set_avatar(ama, "avatars/new.webp")
    card = card_of(html_of(browser), note.pk)
    assert "Amaranth" in card
    assert "avatars/new.webp" in card


def test_a_picture_shows_once_it_is_ready_and_is_described_anew(
    lin: Member, ama: Member, as_member: AsMember, write: Write
) -> None:
    note = write(ama, "爬山")
    about = {"width": 400, "height": 300, "stem": "pictures/aa/one", "alt": "A hill"}
    picture = Media.objects.create(owner=ama, note=note, **about)
    browser = as_member(lin)
    assert "pictures/aa/one" not in card_of(html_of(browser), note.pk)
    for change in ({"state": MediaState.READY}, {"alt": "Two hills"}, {"stem": "pictures/bb/two"}):
        Media.objects.filter(pk=picture.pk).update(**change)
        picture.refresh_from_db()
        card = card_of(html_of(browser), note.pk)
        assert f'alt="{picture.alt}"' in card
        assert picture.stem in card
    picture.delete()
    assert "pictures/bb/two" not in card_of(html_of(browser), note.pk)


def test_every_page_has_its_own_seals_and_reasons(
    lin: Member, ama: Member, as_member: AsMember, write: Write
) -> None:
    note = write(ama, "爬山")
    for member in (lin, make_member("river", reads=["zh-Hans"])):
        card = card_of(html_of(as_member(member), "/"), note.pk)
        page = ServedPage.objects.latest("pk")
        slot = page.note_ids.index(note.pk)
        assert f'data-page="{page.pk}" data-slot="{slot}"' in card
        assert f'data-seal="{seal(page.pk, slot)}"' in card
        assert f'href="/why/{page.pk}/{slot}"' in card
        assert f'href="/@ama/{note.pk}?page={page.pk}&amp;slot={slot}"' in card
    unranked = card_of(html_of(as_member(lin), "/@ama"), note.pk)
    assert 'data-page="0"' in unranked
    assert f'href="/notes/{note.pk}/save"' in unranked


def test_its_forms_bear_the_token_of_their_page(lin: Member, ama: Member, write: Write) -> None:
    note = write(ama, "爬山")
    for member in (lin, make_member("river", reads=["zh-Hans"])):
        browser = Client(enforce_csrf_checks=True)
        browser.force_login(member)
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html_of(browser))
        assert token is not None
        answer = browser.post(f"/notes/{note.pk}/like", {"csrfmiddlewaretoken": token[1]})
        assert answer.status_code == 302
    note.refresh_from_db()
    assert note.likes_count == 2


def test_a_note_cannot_write_into_the_page(
    lin: Member, ama: Member, as_member: AsMember, write: Write
) -> None:
    note = write(ama, "100 % %(page)s %(token)s %s", body="<b>%(seal)s</b> {{ seal }}")
    card = card_of(html_of(as_member(lin)), note.pk)
    assert "100 % %(page)s %(token)s %s" in card
    assert "&lt;b&gt;%(seal)s&lt;/b&gt; {{ seal }}" in card


def test_the_first_pictures_of_a_page_are_fetched_at_once(
    lin: Member, ama: Member, as_member: AsMember, write: Write
) -> None:
    for number in range(9):
        note = write(ama, f"第{number}天")
        about = {"width": 400, "height": 300, "stem": f"pictures/aa/{number}"}
        Media.objects.create(owner=ama, note=note, state=MediaState.READY, **about)
    pictures = re.findall(r"<img [^>]*pictures/aa[^>]*>", html_of(as_member(lin)))
    assert ["lazy" in picture for picture in pictures] == [False] * 6 + [True] * 3


def test_what_is_written_on_new_cards_comes_with_the_page(
    lin: Member, ama: Member, as_member: AsMember, write: Write
) -> None:
    write(ama, "爬山")
    browser = as_member(lin)
    html_of(browser, "/")
    new = write(ama, "坐船")
    about = {"width": 400, "height": 300}
    for number in range(2):
        about["stem"] = f"pictures/aa/{number}"
        Media.objects.create(owner=ama, note=new, state=MediaState.READY, **about)
    look_again()
    process_state().index.look_again()
    asked: list[str] = []
    with connection.execute_wrapper(
        lambda run, sql, *more: (asked.append(sql), run(sql, *more))[1]
    ):
        card = card_of(html_of(browser, "/"), new.pk)
    asked = [sql for sql in asked if "alt_others" in sql]
    assert ["INSERT INTO reading_servedpage" in sql for sql in asked] == [True]
    assert "坐船" in card
    assert "pictures/aa/0" in card
    members.block(ama, by=lin)
    assert "坐船" not in html_of(browser, "/")


def test_whoever_may_not_see_a_note_is_not_told_what_is_written_on_it(
    lin: Member, ama: Member, write: Write
) -> None:
    note = write(ama, "坐船")
    viewer = viewer_for(lin)
    everybody = serve_page(viewer, session=uuid4(), unwritten=list)
    assert [*everybody.rows] == [note.pk]
    Member.objects.filter(pk=ama.pk).update(suspended=True)  # the process does not know it yet
    served = serve_page(viewer, session=uuid4(), unwritten=list)
    assert (served.note_ids, served.rows, served.marks) == ((note.pk,), {}, {})


def test_a_note_that_changes_between_the_two_looks_is_kept_by_the_second(
    lin: Member, ama: Member, write: Write
) -> None:
    note = write(ama, "爬山")
    viewer = viewer_for(lin)
    before = marks_among([note.pk], lin)
    talk.like_note(note, by=ama)
    (card,) = feed_cards([note.pk], viewer, marks=before)
    assert "<span>1</span>" in card.html
    talk.unlike_note(note, by=ama)
    (card,) = feed_cards([note.pk], viewer)
    assert "<span></span>" in card.html


def test_a_note_that_goes_between_the_two_looks_is_left_out(
    lin: Member, ama: Member, write: Write
) -> None:
    note = write(ama, "爬山")
    viewer = replace(viewer_for(lin), reads=("zh-Hans", "fr"))  # nothing was written for them yet
    before = marks_among([note.pk], lin)
    members.block(ama, by=lin)
    assert feed_cards([note.pk], viewer, marks=before) == []


def test_the_cards_that_were_not_wanted_longest_make_room() -> None:
    kept = KeptCards(most_bytes=21_000)
    keys = [((number,), ("en",), "en", False, True) for number in range(5)]
    for key in keys[:4]:
        kept.put(key, "x" * 4000)
    assert kept.get(keys[0]) is not None
    kept.put(keys[4], "x" * 1000)
    assert [kept.get(key) is not None for key in keys] == [True, False, True, True, True]
    assert kept.bytes <= 21_000
    kept.put(keys[4], "x" * 1000)
    assert kept.bytes <= 21_000
