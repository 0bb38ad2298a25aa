"""A note that says the wrong language is put right by its author, a moderator or two readers."""

import pytest
from django.test import Client

from dukou.site.bridge.models import Outcome, Wish
from dukou.site.bridge.services import ask_for_translation
from dukou.site.members.models import Member
from dukou.site.members.services import delete_member
from dukou.site.notes.models import LanguageCorrection, Note, Provenance
from dukou.site.notes.services import store_version
from tests.cast import AsMember, Write, make_member, words_of


@pytest.fixture
def note(lin: Member, write: Write) -> Note:
    note = write(lin, "駅前の猫")
    note.versions.update(lang="zh-Hans")
    Note.objects.filter(pk=note.pk).update(lang="zh-Hans")
    note.refresh_from_db()
    return note


def say(browser: Client, note: Note, lang: str) -> str:
    answer = browser.post(f"/notes/{note.pk}/language", {"lang": lang}, follow=True)
    note.refresh_from_db()
    return words_of(answer.content.decode())


def test_the_author_is_believed(note: Note, lin: Member, as_member: AsMember) -> None:
    store_version(note, lang="ja", title="駅前", body="", provenance=Provenance.MACHINE)
    store_version(note, lang="en", title="A cat", body="", provenance=Provenance.MACHINE)
    browser = as_member(lin)
    page = browser.get(note.get_absolute_url()).content.decode()
    assert f"/notes/{note.pk}/language" in page
    asked = words_of(browser.get(f"/notes/{note.pk}/language").content.decode())
    assert "says that it is in Simplified Chinese" in asked
    assert "This note is in Japanese from now on" in say(browser, note, "ja")
    assert note.lang == "ja"
    assert [(one.lang, one.stale) for one in note.versions.order_by("lang")] == [
        ("en", True),
        ("ja", False),
    ]


def test_so_is_a_moderator(note: Note, bo: Member, as_member: AsMember) -> None:
    say(as_member(bo), note, "ja")
    assert note.lang == "ja"


def test_readers_are_believed_when_two_say_the_same(
    note: Note, maya: Member, ama: Member, as_member: AsMember
) -> None:
    for _ in range(2):
        assert "If another reader says the same" in say(as_member(maya), note, "ja")
    assert note.lang == "zh-Hans"
    say(as_member(ama), note, "ja")
    assert note.lang == "ja"
    assert LanguageCorrection.objects.filter(applied_at__isnull=False).count() == 2


def test_readers_do_not_overrule_the_author(
    note: Note, lin: Member, maya: Member, ama: Member, as_member: AsMember
) -> None:
    say(as_member(lin), note, "ja")
    for reader in (maya, ama, make_member("third")):
        say(as_member(reader), note, "ko")
    assert note.lang == "ja"


def test_a_wish_that_came_to_nothing_may_be_made_again(
    lin, maya, write, engine, run_jobs, as_member
) -> None:
    note = write(lin, "你好，欢迎！")
    note.versions.update(lang="ja")
    Note.objects.filter(pk=note.pk).update(lang="ja")
    ask_for_translation("note", [note.pk], reads=("en",), by=maya)
    run_jobs()
    assert Wish.objects.get().outcome == Outcome.NO_ENGINE
    say(as_member(lin), note, "zh-Hans")
    as_member(maya).post(f"/notes/{note.pk}/version")
    run_jobs()
    assert note.versions.get(provenance=Provenance.MACHINE).title == "Hello and welcome!"


@pytest.mark.parametrize(
    ("lang", "words"),
    [("", "Choose one"), ("xx", "Choose one"), ("zh-Hans", "already"), ("en", "another version")],
)
def test_what_cannot_be_is_refused(
    lang: str, words: str, note: Note, lin: Member, as_member: AsMember
) -> None:
    store_version(note, lang="en", title="A cat", body="", provenance=Provenance.AUTHOR)
    assert words in say(as_member(lin), note, lang)
    assert note.lang == "zh-Hans"
    assert not LanguageCorrection.objects.exists()


def test_strangers_are_asked_to_sign_in(note: Note, stranger: Client) -> None:
    assert stranger.post(f"/notes/{note.pk}/language", {"lang": "ja"}).status_code == 302
    assert "Wrong language?" not in stranger.get(note.get_absolute_url()).content.decode()


def test_a_correction_outlives_whoever_made_it(
    note: Note, maya: Member, as_member: AsMember
) -> None:
    say(as_member(maya), note, "ja")
    delete_member(maya)
    assert LanguageCorrection.objects.get().by is None
