"""A note after it was published: changed, with its history; or deleted."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from dukou.site.members.models import Follow, Member
from dukou.site.notes.models import Draft, Media, Note, NoteVersion, Provenance
from dukou.site.notes.services import hide_note, store_version
from dukou.site.talk import services as talk
from dukou.site.talk.models import Comment, Notification
from tests.cast import AsMember, Write, words_of
from tests.site.notes.conftest import Desk, SitDown
from tests.site.notes.files import scene, written
from tests.site.notes.test_pictures import ids

CaptureCallbacks = DjangoCaptureOnCommitCallbacks


@pytest.fixture
def note(lin: Member, write: Write) -> Note:
    """A text card in two languages."""
    return write(lin, "今天的猫在晒太阳", body="她不动。", en="The cat is in the sun today")


def opened(browser: Client, note: Note) -> Desk:
    """The composer with the note in it."""
    page = browser.get(f"{note.get_absolute_url()}/edit")
    assert page.status_code == 200
    return Desk(browser, f"/drafts/{Draft.objects.get(note=note).pk}")


def text_of(note: Note, lang: str) -> tuple[str, str]:
    version = NoteVersion.objects.get(note=note, lang=lang, provenance="author")
    return version.title, version.body


def test_an_edit_waits_until_it_is_published(lin: Member, note: Note, as_member: AsMember) -> None:
    desk = opened(as_member(lin), note)
    assert "今天的猫在晒太阳" in desk.page()
    desk.save(title="今天的猫在睡觉", body="她不动。")
    assert text_of(note, "zh-Hans")[0] == "今天的猫在晒太阳"
    assert desk.published(title="今天的猫在睡觉", body="她动了。") == note
    note.refresh_from_db()
    assert text_of(note, "zh-Hans") == ("今天的猫在睡觉", "她动了。")
    assert note.edited_at is not None
    assert not Draft.objects.exists()


def test_an_edit_may_go_on_later_or_be_given_up(
    lin: Member, note: Note, as_member: AsMember
) -> None:
    browser = as_member(lin)
    opened(browser, note).save(title="half a change")
    desk = opened(browser, note)
    assert "half a change" in browser.get(f"{note.get_absolute_url()}/edit").content.decode()
    assert "Change of a published note" in browser.get("/drafts").content.decode()
    response = browser.post(desk.url, {"_method": "DELETE"})
    assert response["Location"] == note.get_absolute_url()
    assert text_of(note, "zh-Hans")[0] == "今天的猫在晒太阳"


def test_what_others_made_of_the_old_text_turns_stale(
    lin: Member, note: Note, as_member: AsMember
) -> None:
    store_version(
        note, lang="ja", title="猫", body="", provenance=Provenance.MACHINE, engine="test 1"
    )
    desk = opened(as_member(lin), note)
    desk.published(title="今天的猫在晒太阳", body="她不动。", place="成都")
    assert not note.versions.get(lang="ja").stale
    desk = opened(as_member(lin), note)
    desk.published(title="今天的狗在晒太阳", body="它不动。")
    assert note.versions.get(lang="ja").stale


def test_settings_and_topics_survive_an_edit(
    lin: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "猫税 #猫", topics=["阳台"], design="ticket", sensitive=True, place="成都")
    page = opened(as_member(lin), note).page()
    for kept in ('value="ticket" checked', 'value="阳台" checked', 'value="成都"'):
        assert kept in page
    assert 'value="猫" checked' not in page


def test_a_third_language_survives_an_edit(lin: Member, note: Note, as_member: AsMember) -> None:
    store_version(note, lang="ja", title="猫が寝ている", body="", provenance=Provenance.AUTHOR)
    opened(as_member(lin), note).published(title="今天的狗", other_title="Today's dog")
    assert text_of(note, "ja") == ("猫が寝ている", "")
    assert text_of(note, "en") == ("Today's dog", "")


def test_topics_of_an_edit_have_the_author_s_names(
    maya: Member, write: Write, as_member: AsMember
) -> None:
    note = write(maya, "Noodles at six", topics=["美食"])
    assert 'value="food" checked' in opened(as_member(maya), note).page()


def test_pictures_of_a_note_change_when_the_edit_is_published(
    lin: Member,
    sit_down: SitDown,
    as_member: AsMember,
    media: Path,
    django_capture_on_commit_callbacks: CaptureCallbacks,
) -> None:
    desk = sit_down(lin)
    for _ in range(2):
        desk.add(written(scene(), "JPEG"))
    first, second = ids(desk)
    note = desk.published(title="两张", picture=[first, second], **{f"alt-{second}": "a cat"})
    change = opened(as_member(lin), note)
    change.browser.delete(f"{change.url}/pictures/{first}")
    change.add(written(scene(), "JPEG"))
    kept, new = ids(change)
    assert kept == second
    assert [each.pk for each in note.media.all()] == [first, second]
    with django_capture_on_commit_callbacks(execute=True):
        change.published(title="两张", picture=[new, kept], **{f"alt-{kept}": "a cat"})
    assert [(each.pk, each.alt) for each in note.media.all()] == [(new, ""), (kept, "a cat")]
    assert len(list(media.rglob("*.webp"))) == 6
    history = change.browser.get(f"{note.get_absolute_url()}/history").content.decode()
    assert "there were 2 before" in words_of(history)


def test_without_its_last_picture_a_note_becomes_a_card(
    lin: Member, sit_down: SitDown, as_member: AsMember, media: Path
) -> None:
    desk = sit_down(lin)
    desk.add(written(scene(), "JPEG"))
    (only,) = ids(desk)
    note = desk.published(title="一张", picture=[only])
    change = opened(as_member(lin), note)
    change.browser.delete(f"{change.url}/pictures/{only}")
    change.published(title="一张", design="ink")
    note.refresh_from_db()
    assert (note.kind, note.design, Media.objects.count()) == ("card", "ink", 0)


def test_a_change_given_up_leaves_the_pictures(
    lin: Member,
    sit_down: SitDown,
    as_member: AsMember,
    media: Path,
    django_capture_on_commit_callbacks: CaptureCallbacks,
) -> None:
    desk = sit_down(lin)
    desk.add(written(scene(), "JPEG"))
    note = desk.published(title="一张", picture=ids(desk))
    change = opened(as_member(lin), note)
    change.add(written(scene(), "JPEG"))
    with django_capture_on_commit_callbacks(execute=True):
        change.browser.post(change.url, {"_method": "DELETE"})
    assert note.media.count() == Media.objects.count() == 1
    assert len(list(media.rglob("*.webp"))) == 3


class TestHistory:
    """What it said before, and what each edit changed."""

    @pytest.fixture
    def edited(self, lin: Member, note: Note, as_member: AsMember) -> Note:
        """Edited twice: a word of the original, then the English version as well."""
        desk = opened(as_member(lin), note)
        desk.publish(
            title="今天的狗在晒太阳", body="她不动。", other_title="The cat is in the sun today"
        )
        desk = opened(as_member(lin), note)
        desk.publish(
            title="今天的狗在晒太阳",
            body="<b>它</b>不动。",
            other_title="The dog is in the sun today",
        )
        return note

    def test_it_shows_what_changed(self, edited: Note, stranger: Client) -> None:
        page = stranger.get(f"{edited.get_absolute_url()}/history").content.decode()
        assert "<del>猫</del><ins>狗</ins>" in page
        assert "<del>cat</del><ins>dog</ins>" in page
        assert "&lt;b&gt;" in page
        assert "<b>它" not in page
        assert page.index("<del>cat</del>") < page.index("<del>猫</del>")
        assert "今天的猫在晒太阳" in page[page.index("As first published") :]

    def test_it_comes_alone_for_a_sheet(self, edited: Note, stranger: Client) -> None:
        url = f"{edited.get_absolute_url()}/history"
        sheet = stranger.get(url, headers={"HX-Request": "true"}).content.decode()
        assert "<html" not in sheet
        assert "<del>猫</del>" in sheet

    def test_a_note_that_never_changed_says_so(self, note: Note, stranger: Client) -> None:
        page = stranger.get(f"{note.get_absolute_url()}/history").content.decode()
        assert "This note says what it said at first" in page

    def test_an_edit_of_nothing_is_no_edit(
        self, lin: Member, note: Note, as_member: AsMember
    ) -> None:
        desk = opened(as_member(lin), note)
        title, body = text_of(note, "zh-Hans")
        desk.publish(title=title, body=body, other_title=text_of(note, "en")[0],
                     other_body=text_of(note, "en")[1])  # fmt: skip
        note.refresh_from_db()
        assert (note.edited_at, note.edits.count()) == (None, 0)

    def test_who_may_not_read_the_note_reads_no_history(
        self,
        lin: Member,
        maya: Member,
        cai: Member,
        edited: Note,
        as_member: AsMember,
        stranger: Client,
    ) -> None:
        url = f"{edited.get_absolute_url()}/history"
        assert as_member(maya).get(url).status_code == 200
        assert as_member(cai).get(url).status_code == 404
        assert stranger.get(url.replace("@lin", "@maya")).status_code == 404
        hide_note(edited)
        for browser in (stranger, as_member(maya)):
            assert browser.get(url).status_code == 404
        assert as_member(lin).get(url).status_code == 200


class TestDeletion:
    """Taking a note away takes everything."""

    def test_it_asks_first(self, lin: Member, note: Note, as_member: AsMember) -> None:
        browser = as_member(lin)
        page = browser.get(f"{note.get_absolute_url()}/delete").content.decode()
        assert "Delete this note?" in page
        assert f'action="/notes/{note.pk}"' in page
        assert Note.objects.exists()

    def test_nothing_of_it_is_left(
        self,
        lin: Member,
        maya: Member,
        sit_down: SitDown,
        as_member: AsMember,
        stranger: Client,
        media: Path,
        django_capture_on_commit_callbacks: CaptureCallbacks,
    ) -> None:
        desk = sit_down(lin)
        desk.add(written(scene(), "JPEG"))
        note = desk.published(
            title="猫晒太阳", body="@maya", picture=ids(desk), other_title="Sunlit cat"
        )
        talk.write_comment(note, by=maya, body="cute", lang="en")
        talk.like_note(note, by=maya)
        browser = as_member(lin)
        opened(browser, note).add(written(scene(), "JPEG"))
        with django_capture_on_commit_callbacks(execute=True):
            response = browser.post(f"/notes/{note.pk}", {"_method": "DELETE"})
        assert response["Location"] == "/@lin"
        for model in (Note, NoteVersion, Media, Comment, Notification, Draft):
            assert not model.objects.exists(), model
        assert not list(media.rglob("*.webp"))
        lin.refresh_from_db()
        assert lin.notes_count == 0
        assert stranger.get(note.get_absolute_url()).status_code == 404
        assert "猫晒太阳" not in stranger.get("/latest").content.decode()

    @pytest.mark.parametrize("who", ["maya", "bo", "cai"])
    def test_only_the_author_can(
        self, who: str, note: Note, as_member: AsMember, request: pytest.FixtureRequest
    ) -> None:
        browser = as_member(request.getfixturevalue(who))
        assert browser.delete(f"/notes/{note.pk}").status_code == 404
        for page in ("edit", "delete"):
            assert browser.get(f"{note.get_absolute_url()}/{page}").status_code == 404
        assert Note.objects.exists()

    def test_strangers_and_the_suspended_cannot(
        self, note: Note, rui: Member, as_member: AsMember, stranger: Client
    ) -> None:
        for browser, place in ((stranger, "/account/login"), (as_member(rui), "/suspended")):
            for response in (
                browser.delete(f"/notes/{note.pk}"),
                browser.get(f"{note.get_absolute_url()}/edit"),
                browser.get(f"{note.get_absolute_url()}/delete"),
            ):
                assert response["Location"].startswith(place)
        assert Note.objects.exists()


def test_a_changed_audience_takes_effect_at_once(
    lin: Member, maya: Member, note: Note, as_member: AsMember, stranger: Client
) -> None:
    url = note.get_absolute_url()
    opened(as_member(lin), note).published(title="自己看", audience="followers")
    assert stranger.get(url).status_code == as_member(maya).get(url).status_code == 404
    Follow.objects.create(follower=maya, followed=lin)
    assert as_member(maya).get(url).status_code == 200


def calls_of(member: Member) -> list[Notification]:
    return list(Notification.objects.filter(member=member, kind="mention"))


def test_whom_an_edit_mentions_no_more_was_not_called(
    lin: Member, maya: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "今天的猫在晒太阳", body="@maya @ama 来看")
    kept = calls_of(ama)
    assert calls_of(maya)
    opened(as_member(lin), note).published(title="今天的猫在晒太阳", body="@ama 来看")
    assert calls_of(maya) == []
    assert calls_of(ama) == kept
    assert "mentioned you" not in as_member(maya).get("/notifications").content.decode()


def test_a_note_kept_to_oneself_calls_nobody(
    lin: Member, maya: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "今天的猫在晒太阳", body="@maya 来看")
    assert calls_of(maya)
    opened(as_member(lin), note).published(
        title="今天的猫在晒太阳", body="@maya 来看", audience="me"
    )
    assert calls_of(maya) == []
