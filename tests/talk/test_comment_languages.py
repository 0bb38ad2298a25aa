"""A comment that says the wrong language is put right by its author, a moderator or two readers."""

import io
import json
import zipfile

import pytest
from django.test import Client

from dukou.site.bridge.models import BY_PEOPLE, Memory, Outcome, Precedent, Wish
from dukou.site.bridge.precedents import services as precedents
from dukou.site.bridge.services import ask_for_translation
from dukou.site.bridge.translatable import Made, translatable
from dukou.site.commons.models import Decision
from dukou.site.members import limits
from dukou.site.members.models import Member
from dukou.site.members.services import delete_member, mute
from dukou.site.notes.models import Note, Provenance
from dukou.site.notes.services import store_version
from dukou.site.talk.models import Comment, CommentLanguageCorrection
from dukou.site.talk.services import hide_comment, write_comment
from tests.cast import AsMember, Write, make_member, words_of

HTMX = {"HX-Request": "true"}


@pytest.fixture
def note(ama: Member, write: Write) -> Note:
    return write(ama, "猫")


@pytest.fixture
def comment(note: Note, lin: Member) -> Comment:
    """Lin's Japanese, under Ama's note, taken for Chinese."""
    return write_comment(note, by=lin, body="駅前の猫", lang="zh-Hans")


def say(browser: Client, comment: Comment, lang: str) -> str:
    answer = browser.post(f"/comments/{comment.pk}/language", {"lang": lang}, follow=True)
    comment.refresh_from_db()
    return words_of(answer.content.decode())


def test_its_author_is_believed(comment: Comment, lin: Member, as_member: AsMember) -> None:
    store_version(comment, lang="ja", body="駅前", provenance=Provenance.MACHINE)
    store_version(comment, lang="en", body="A cat", provenance=Provenance.MACHINE)
    browser, address = as_member(lin), f"/comments/{comment.pk}/language"
    page = browser.get(comment.note.get_absolute_url()).content.decode()
    assert f'href="{address}" data-sheet' in page
    asked = words_of(browser.get(address).content.decode())
    assert "駅前の猫" in asked
    assert "This comment says that it is in Simplified Chinese" in asked
    answer = browser.post(address, {"lang": "ja"})
    assert answer["Location"] == f"{comment.note.get_absolute_url()}#comment-{comment.pk}"
    page = browser.get(comment.note.get_absolute_url()).content.decode()
    assert "This comment is in Japanese from now on" in words_of(page)
    assert 'class="comment__text" lang="ja"' in page
    comment.refresh_from_db()
    assert comment.lang == "ja"
    known = comment.versions.order_by("lang").values_list("lang", "provenance", "stale")
    assert list(known) == [("en", "machine", True), ("ja", "author", False)]


def test_the_sheet_is_a_part_of_the_page_and_a_page(
    comment: Comment, maya: Member, as_member: AsMember
) -> None:
    browser, address = as_member(maya), f"/comments/{comment.pk}/language"
    assert "<html" in browser.get(address).content.decode()
    sheet = browser.get(address, headers=HTMX).content.decode()
    assert "<html" not in sheet
    assert 'value="ja"' in sheet
    assert 'value="zh-Hans"' not in sheet


def test_so_is_a_moderator(comment: Comment, bo: Member, as_member: AsMember) -> None:
    assert "from now on" in say(as_member(bo), comment, "ja")
    assert comment.lang == "ja"
    assert not Decision.objects.exists()


def test_the_notes_author_is_a_reader(comment: Comment, ama: Member, as_member: AsMember) -> None:
    assert "If another reader says the same" in say(as_member(ama), comment, "ja")
    assert comment.lang == "zh-Hans"


def test_readers_are_believed_when_two_say_the_same(
    comment: Comment, maya: Member, ama: Member, as_member: AsMember
) -> None:
    for _ in range(2):
        assert "If another reader says the same" in say(as_member(maya), comment, "ja")
    say(as_member(ama), comment, "ko")
    assert comment.lang == "zh-Hans"
    say(as_member(ama), comment, "ja")
    assert comment.lang == "ja"
    said = CommentLanguageCorrection.objects.filter(applied_at__isnull=False)
    assert set(said.values_list("by__name", "after")) == {("maya", "ja"), ("ama", "ja")}


@pytest.mark.parametrize("whose", ["lin", "bo"])
def test_readers_do_not_overrule_them(
    whose: str, comment: Comment, lin: Member, bo: Member, maya: Member, as_member: AsMember
) -> None:
    say(as_member({"lin": lin, "bo": bo}[whose]), comment, "ja")
    for reader in (maya, make_member("second"), make_member("third")):
        say(as_member(reader), comment, "ko")
    assert comment.lang == "ja"


@pytest.mark.parametrize(
    ("lang", "words"), [("", "Choose one"), ("xx", "Choose one"), ("zh-Hans", "already")]
)
def test_what_cannot_be_is_refused(
    lang: str, words: str, comment: Comment, lin: Member, as_member: AsMember
) -> None:
    assert words in say(as_member(lin), comment, lang)
    assert comment.lang == "zh-Hans"
    assert not CommentLanguageCorrection.objects.exists()


def test_what_is_sent_twice_counts_once(comment: Comment, lin: Member, as_member: AsMember) -> None:
    browser = as_member(lin)
    say(browser, comment, "ja")
    assert "The comment is in that language already" in say(browser, comment, "ja")
    assert CommentLanguageCorrection.objects.count() == 1


@pytest.mark.usefixtures("standing_clock")
def test_who_says_too_much_waits(
    comment: Comment, lin: Member, maya: Member, as_member: AsMember
) -> None:
    for _ in range(limits.CORRECTING_LANGUAGE.count):
        limits.spend(limits.CORRECTING_LANGUAGE, f"member:{maya.pk}")
    answer = as_member(maya).post(f"/comments/{comment.pk}/language", {"lang": "ja"})
    assert answer.status_code == 429
    assert not CommentLanguageCorrection.objects.exists()


@pytest.mark.parametrize("why", ["hidden", "muted", "gone"])
def test_of_what_one_may_not_read_one_learns_nothing(
    why: str, comment: Comment, lin: Member, maya: Member, as_member: AsMember
) -> None:
    address = f"/comments/{comment.pk}/language"
    if why == "hidden":
        hide_comment(comment)
    elif why == "muted":
        mute(lin, by=maya)
    else:
        comment.delete()
    browser = as_member(maya)
    assert browser.get(address).status_code == 404
    assert browser.post(address, {"lang": "ja"}).status_code == 404
    assert not CommentLanguageCorrection.objects.exists()


def test_strangers_are_asked_to_sign_in(comment: Comment, stranger: Client) -> None:
    address = f"/comments/{comment.pk}/language"
    assert stranger.post(address, {"lang": "ja"}).status_code == 302
    assert address not in stranger.get(comment.note.get_absolute_url()).content.decode()


def test_a_correction_outlives_whoever_made_it_and_is_taken_along(
    comment: Comment, maya: Member, lin: Member, as_member: AsMember
) -> None:
    say(as_member(maya), comment, "ja")
    taken = as_member(maya).post("/settings/data/export")
    archive = zipfile.ZipFile(io.BytesIO(b"".join(taken.streaming_content)))  # type: ignore[attr-defined]
    (row,) = json.loads(archive.read("comment_language_corrections.json"))
    assert (row["comment_id"], row["before"], row["after"]) == (comment.pk, "zh-Hans", "ja")
    delete_member(maya)
    assert CommentLanguageCorrection.objects.get().by is None
    delete_member(lin)
    assert not CommentLanguageCorrection.objects.exists()


def test_translations_are_made_anew(note, lin, maya, engine, run_jobs, as_member) -> None:
    comment = write_comment(note, by=lin, body="你好，欢迎！", lang="ja")
    ask_for_translation("comment", [comment.pk], reads=("en",), by=maya)
    run_jobs()
    assert Wish.objects.get().outcome == Outcome.NO_ENGINE
    say(as_member(lin), comment, "zh-Hans")
    page = as_member(maya).get(note.get_absolute_url()).content.decode()
    assert f'hx-post="/comments/{comment.pk}/version"' in page
    as_member(maya).post(f"/comments/{comment.pk}/version")
    run_jobs()
    made = comment.versions.get(provenance=Provenance.MACHINE)
    assert (made.body, made.stale) == ("Hello and welcome!", False)


def test_what_was_under_way_from_the_wrong_language_is_not_kept(
    comment: Comment, lin: Member, as_member: AsMember
) -> None:
    texts = translatable("comment")
    source = texts.sources([comment.pk])[comment.pk]
    say(as_member(lin), comment, "ja")
    made = Made(Provenance.MACHINE, engine="scripted (7)", quality="good")
    assert not texts.keep(source, lang="en", parts=["Station cat"], made=made)
    assert not comment.versions.filter(lang="en").exists()


def test_what_people_made_of_it_serves_no_other_text(
    note, lin, ama, maya, engine, run_jobs, as_member
) -> None:
    comment = write_comment(note, by=lin, body="你好，欢迎！", lang="zh-Hans")
    ask_for_translation("comment", [comment.pk], reads=("en",), by=maya)
    run_jobs()
    better = {"lang": "en", "body": "Hi there, come on in!"}
    as_member(lin).post(f"/comments/{comment.pk}/corrections", better)
    precedents.place_waiting()
    assert Precedent.objects.exists()
    assert Memory.objects.filter(engine=BY_PEOPLE).exists()
    say(as_member(lin), comment, "ja")
    assert not Precedent.objects.exists()
    assert not Memory.objects.filter(engine=BY_PEOPLE).exists()
    assert comment.versions.get(provenance=Provenance.COMMUNITY).stale
