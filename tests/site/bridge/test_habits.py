"""How a reader wants other languages: translated always, when they tap, or never; or both texts."""

import pytest

from dukou.site.bridge.models import Wish
from dukou.site.notes.services import NoteText


@pytest.fixture
def note(lin, write):
    return write(lin, "猫税来了", body="我家的猫叫团子。")


@pytest.fixture
def bilingual(lin, write):
    return write(lin, "猫税来了", body="", others=[NoteText("en", "Here is the cat tax", "")])


def keep(client, **said):
    return client.post("/settings/languages/translation", said)


def version(client, note, show=""):
    address = note.get_absolute_url() + (f"?show={show}" if show else "")
    return client.get(address).context["note"].version


def card(client, note):
    feed = client.get("/latest").context["feed"]
    return next(card for card in feed.cards if card.id == note.pk)


def test_always_is_how_it_begins(bilingual, maya, as_member):
    client = as_member(maya)
    assert version(client, bilingual).texts[0].title == "Here is the cat tax"
    assert "Here is the cat tax" in card(client, bilingual).html


def test_on_tap_the_original_stands_until_the_reader_asks(bilingual, maya, as_member):
    client = as_member(maya)
    keep(client, **{"translate-zh-Hans": "tap"})
    assert "猫税来了" in card(client, bilingual).html
    assert version(client, bilingual).texts[0].title == "猫税来了"
    assert version(client, bilingual, "yours").texts[0].title == "Here is the cat tax"


def test_on_tap_nothing_is_translated_before_the_tap(note, maya, as_member, engine, run_jobs):
    client = as_member(maya)
    keep(client, **{"translate-zh-Hans": "tap"})
    assert version(client, note).wish == "tap"
    client.post(f"/notes/{note.pk}/version")
    assert run_jobs() == 1
    assert version(client, note).texts[0].title == "猫税来了"
    assert version(client, note, "yours").texts[0].body == "<p>My cat is called Dumpling.</p>"


def test_never_means_the_original_and_no_offer(bilingual, note, maya, as_member):
    client = as_member(maya)
    keep(client, **{"translate-zh-Hans": "never"})
    shown = version(client, bilingual, "yours")
    assert (shown.texts[0].title, shown.switch, shown.wish) == ("猫税来了", [], "")
    assert version(client, note).wish == ""
    assert not Wish.objects.exists()


def test_who_learns_has_both_texts(bilingual, maya, as_member):
    client = as_member(maya)
    keep(client, both="1")
    titles = [text.title for text in version(client, bilingual).texts]
    assert titles == ["Here is the cat tax", "猫税来了"]


def test_who_learns_has_pinyin_over_chinese_in_either_script(lin, maya, write, as_member):
    client = as_member(maya)
    keep(client, pinyin="1", both="1")
    note = write(lin, "银行行长<b>", body="他去了銀行。\n#猫 https://example.org/猫?a=1&b=2")
    shown = version(client, note, "original").texts[0]
    assert shown.heading.startswith("<ruby>银行<rp>(</rp><rt>yínháng</rt><rp>)</rp></ruby>")
    assert "<rt>hángzhǎng</rt>" in shown.heading
    assert "&lt;b&gt;" in shown.heading
    assert "<ruby>銀行" in shown.body
    assert 'href="https://example.org/' in shown.body
    assert "<rt>" not in shown.body.partition('href="')[2].partition('"')[0]
    keep(client)
    assert "<ruby>" not in version(client, note, "original").texts[0].body


def test_the_page_shows_what_was_kept_and_forgets_it_again(maya, as_member):
    client = as_member(maya)
    keep(
        client, both="1", **{"translate-ja": "tap", "translate-fr": "never", "translate-xx": "tap"}
    )
    page = client.get("/settings/languages")
    habits = {habit.lang: habit.habit for habit in page.context["habits"]}
    assert "en" not in habits
    assert (habits["ja"], habits["fr"], habits["ko"]) == ("tap", "never", "always")
    keep(client)
    maya.refresh_from_db()
    assert (maya.translated_on_tap, maya.never_translated, maya.shows_both) == ([], [], False)
