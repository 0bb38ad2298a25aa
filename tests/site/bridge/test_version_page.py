"""The version switch, over HTTP: with htmx, as plain links, and for those who may not."""

import pytest

from dukou.site.bridge.models import Outcome, Wish
from dukou.site.notes.models import Audience
from dukou.site.talk.services import write_comment
from tests.cast import words_of

HTMX = {"HX-Request": "true"}


@pytest.fixture
def note(lin, write):
    return write(lin, "猫税来了", body="我家的猫叫团子。")


@pytest.fixture
def bilingual(lin, write):
    return write(lin, "猫税来了", en="Cat tax")


def version(browser, note, show="", kind="notes", **headers):
    query = f"?show={show}" if show else ""
    return browser.get(f"/{kind}/{note.pk}/version{query}", headers=HTMX | headers)


def test_each_choice_of_the_switch_shows_its_texts(bilingual, maya, as_member):
    browser = as_member(maya)
    yours = version(browser, bilingual, "yours").content.decode()
    assert 'lang="en"' in yours
    assert "猫税来了" not in yours
    original = version(browser, bilingual, "original").content.decode()
    assert 'lang="zh-Hans"' in original
    assert "Cat tax" not in original
    both = version(browser, bilingual, "both").content.decode()
    assert both.index("Cat tax") < both.index("猫税来了")
    for choice in ("Original", "Yours", "Both"):
        assert choice in yours


def test_plain_links_lead_to_the_note_in_that_version(bilingual, maya, as_member):
    browser = as_member(maya)
    answer = browser.get(f"/notes/{bilingual.pk}/version?show=original")
    assert answer.headers["Location"] == f"/@lin/{bilingual.pk}?show=original"
    comment = write_comment(bilingual, by=maya, body="So cute", lang="en")
    answer = browser.get(f"/comments/{comment.pk}/version?show=original")
    assert answer.headers["Location"] == f"/@lin/{bilingual.pk}#comment-{comment.pk}"


def test_a_text_that_is_met_asks_for_its_translation_and_waits_for_it(
    note, maya, as_member, engine, run_jobs
):
    browser = as_member(maya)
    met = version(browser, note).content.decode()
    assert "Not translated yet. Here is the Simplified Chinese original." in met
    assert "intersect once" in met
    asked = browser.post(f"/notes/{note.pk}/version", headers=HTMX).content.decode()
    assert "Being translated from Simplified Chinese." in asked
    assert "looks=1" in asked
    run_jobs()
    come = version(browser, note).content.decode()
    assert "My cat is called Dumpling." in come
    assert "Translated from Simplified Chinese by machine: scripted" in words_of(come)
    assert "hx-trigger" not in come


@pytest.mark.parametrize(
    ("outcome", "said", "offers"),
    [
        (Outcome.REFUSED, "No translation from Simplified Chinese was good enough", True),
        (Outcome.FAILED, "did not arrive", True),
        (Outcome.BUDGET, "Today&#x27;s translations are used up", True),
        (Outcome.NO_ENGINE, "Nothing here translates from Simplified Chinese", False),
    ],
)
def test_how_a_wish_ended_is_said_in_plain_words_beside_the_original(
    note, maya, as_member, outcome, said, offers
):
    Wish.objects.create(kind="note", text_id=note.pk, target="en", outcome=outcome)
    page = version(as_member(maya), note).content.decode()
    assert said in page
    assert "我家的猫叫团子。" in page
    assert ("<button" in page) == offers
    assert "intersect" not in page


def test_a_page_does_not_look_for_ever(note, maya, as_member):
    Wish.objects.create(kind="note", text_id=note.pk, target="en")
    browser = as_member(maya)
    page = browser.get(f"/notes/{note.pk}/version?looks=99", headers=HTMX).content.decode()
    assert "load delay" not in page


def test_comments_have_a_version_switch_too(note, lin, maya, as_member, engine, run_jobs):
    comment = write_comment(note, by=lin, body="你好，欢迎！", lang="zh-Hans")
    browser = as_member(maya)
    browser.post(f"/comments/{comment.pk}/version", headers=HTMX)
    run_jobs()
    page = version(browser, comment, kind="comments").content.decode()
    assert "Hello and welcome!" in page
    assert f'id="comment-text-{comment.pk}"' in page
    original = version(browser, comment, "original", kind="comments").content.decode()
    assert "你好，欢迎！" in original
    assert "Yours" in original


def test_the_interface_speaks_the_language_of_the_reader(note, lin, maya, ama, write, as_member):
    english = write(maya, "Here is the cat tax for all of you")
    lin.interface_language = "zh-hans"
    lin.save()
    assert "还没有翻译" in version(as_member(lin), english).content.decode()
    ama.interface_language = "zh-hant"
    ama.save()
    ama.reading_languages.all().delete()
    assert "還沒有翻譯" in version(as_member(ama), english).content.decode()


def test_a_stranger_reads_but_does_not_ask(note, stranger, engine):
    page = version(stranger, note)
    assert "猫税来了" in page.content.decode()
    assert "<form" not in page.content.decode()
    answer = stranger.post(f"/notes/{note.pk}/version")
    assert answer.headers["Location"].startswith("/account/login/")
    assert not Wish.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_not_read_the_note_gets_no_version_of_it(
    lin, write, cai, stranger, as_member, engine, method
):
    note = write(lin, "猫税来了", audience=Audience.FOLLOWERS)
    comment = write_comment(note, by=lin, body="你好，欢迎！", lang="zh-Hans")
    for address in (f"/notes/{note.pk}/version", f"/comments/{comment.pk}/version"):
        for browser in (stranger, as_member(cai)):
            assert getattr(browser, method)(address, headers=HTMX).status_code == 404
    assert not Wish.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_suspended_member_gets_no_version(lin, write, rui, as_member, engine, method):
    note = write(lin, "猫税来了")
    answer = getattr(as_member(rui), method)(f"/notes/{note.pk}/version")
    assert answer.headers["Location"] == "/suspended"
    assert not Wish.objects.exists()


@pytest.mark.parametrize("address", ["/notes/999/version", "/comments/999/version"])
def test_absent_texts_look_like_forbidden_ones(maya, as_member, address):
    assert as_member(maya).get(address).status_code == 404


def test_markup_in_a_translation_is_shown_as_text(note, maya, as_member, lin):
    from dukou.site.notes.services import store_version

    store_version(
        note,
        lang="en",
        title="<script>alert(1)</script>",
        body="<img src=x onerror=alert(1)> [a](javascript:alert(1))",
        provenance="machine",
    )
    page = version(as_member(maya), note).content.decode()
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page
