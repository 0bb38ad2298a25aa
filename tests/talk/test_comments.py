"""Comments: written once, in their language, where the author lets one."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from dukou.site.members import services as members
from dukou.site.members.models import Member
from dukou.site.notes.models import Audience
from dukou.site.talk import services, threads
from dukou.site.talk.models import Comment, CommentVersion, Notification
from tests.cast import AsMember, Write, words_of

HTMX = {"HX-Request": "true"}


def test_a_comment_is_written_in_the_language_it_is_in(
    lin: Member, maya: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅", en="Hot pot")
    answer = as_member(maya).post(
        f"/notes/{note.pk}/comments", {"body": "How spicy is this really?"}, headers=HTMX
    )
    assert answer.status_code == 200
    comment = Comment.objects.get()
    assert comment.lang == "en"
    note.refresh_from_db()
    assert note.comments_count == 1


def test_the_same_key_writes_once(
    lin: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅")
    for _ in range(3):
        as_member(ama).post(f"/notes/{note.pk}/comments", {"body": "香", "key": "k1"})
    assert Comment.objects.count() == 1


def test_other_words_with_the_key_of_a_page_gone_back_to_are_another_comment(
    lin: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅")
    for words in ("香", "辣", "辣"):
        as_member(ama).post(f"/notes/{note.pk}/comments", {"body": words, "key": "k1"})
    bodies = CommentVersion.objects.values_list("body", flat=True)
    assert sorted(bodies) == ["辣", "香"]


def test_what_was_said_this_minute_was_said_just_now(
    lin: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅")
    comment = services.write_comment(note, by=ama, body="香", lang="zh-Hans")
    address = note.get_absolute_url()
    assert "just now" in as_member(lin).get(address).content.decode()
    assert "just now" in as_member(lin).get("/notifications").content.decode()
    Comment.objects.filter(pk=comment.pk).update(at=timezone.now() - timedelta(minutes=5))
    assert "5\xa0minutes ago" in as_member(lin).get(address).content.decode()


def test_comments_of_those_who_are_muted_are_not_counted(
    lin: Member, ama: Member, maya: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅")
    for who in (ama, maya):
        services.write_comment(note, by=who, body="香", lang="zh-Hans")
    address = note.get_absolute_url()
    assert "2 comments" in words_of(as_member(lin).get(address).content.decode())
    members.mute(ama, by=lin)
    assert "1 comment " in words_of(as_member(lin).get(address).content.decode())
    members.mute(maya, by=lin)
    assert "No one has said anything yet." in as_member(lin).get(address).content.decode()
    assert "2 comments" in words_of(as_member(ama).get(address).content.decode())


@pytest.mark.parametrize("page_length", [1, 20])
def test_what_is_counted_is_what_the_reader_sees_after_every_deed(
    page_length: int,
    lin: Member,
    ama: Member,
    maya: Member,
    write: Write,
    as_member: AsMember,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(threads, "THREAD_PAGE", page_length)
    note = write(lin, "火锅")
    of_maya = services.write_comment(note, by=maya, body="Me!", lang="en")
    services.write_comment(note, by=ama, body="也算我", lang="zh-Hans", reply_to=of_maya)
    asked = services.write_comment(note, by=ama, body="谁去？", lang="zh-Hans")
    services.write_comment(note, by=maya, body="Me!", lang="en", reply_to=asked)
    members.mute(maya, by=lin)
    browser = as_member(lin)

    def read(answer: HttpResponse) -> str:
        return words_of(answer.content.decode())

    assert "1 comment " in read(browser.get(note.get_absolute_url()))
    form = {"body": "周六", "reply_to": asked.pk}
    assert read(browser.post(f"/notes/{note.pk}/comments", form, headers=HTMX)).endswith(
        "2 comments"
    )
    assert "2 comments" in read(browser.get(note.get_absolute_url()))
    assert read(browser.delete(f"/comments/{asked.pk}", headers=HTMX)) == "0 comments"
    assert "0 comments" in read(browser.get(note.get_absolute_url()))


def test_an_empty_comment_is_refused_with_a_word(
    lin: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅")
    answer = as_member(ama).post(f"/notes/{note.pk}/comments", {"body": "  \u202e "})
    assert answer.status_code == 422
    assert "Write a word or two first." in answer.content.decode()


def test_a_reply_to_a_reply_hangs_under_the_first_comment(
    lin: Member, ama: Member, write: Write
) -> None:
    note = write(lin, "火锅")
    first = services.write_comment(note, by=ama, body="香", lang="zh-Hans")
    second = services.write_comment(note, by=lin, body="来吃", lang="zh-Hans", reply_to=first)
    third = services.write_comment(note, by=ama, body="好", lang="zh-Hans", reply_to=second)
    assert third.reply_to_id == first.pk
    assert Notification.objects.filter(member=ama, kind="reply").count() == 1


def test_whoever_is_answered_is_named_and_told(
    lin: Member, ama: Member, maya: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅")
    first = services.write_comment(note, by=lin, body="谁去？", lang="zh-Hans")
    second = services.write_comment(note, by=ama, body="我", lang="zh-Hans", reply_to=first)
    form = {"body": "Me too", "reply_to": second.pk}
    said = as_member(maya).post(f"/notes/{note.pk}/comments", form, headers=HTMX)
    page = as_member(lin).get(note.get_absolute_url())
    for answer in (said, page):
        assert f"→ {ama.display_name}" in words_of(answer.content.decode())
    assert Notification.objects.get(member=ama, kind="reply").actor == maya
    services.delete_comment(second, by=ama)
    page = as_member(lin).get(note.get_absolute_url()).content.decode()
    assert "Me too" in page
    assert "→ " not in page


def test_whom_a_comment_names_is_told_once_and_only_of_what_they_may_read(
    lin: Member, ama: Member, maya: Member, write: Write
) -> None:
    note, private = write(lin, "火锅"), write(lin, "日记", audience=Audience.ME)
    services.write_comment(note, by=ama, body="@maya @lin @ama @nobody 一起？", lang="zh-Hans")
    services.write_comment(private, by=lin, body="@maya", lang="und")
    told = Notification.objects.values_list("member__name", "kind")
    assert sorted(told) == [("lin", "comment"), ("maya", "mention")]
    members.block(ama, by=maya)
    services.write_comment(note, by=ama, body="@maya 还去吗", lang="zh-Hans")
    assert Notification.objects.filter(member=maya, kind="mention").count() == 1


@pytest.mark.parametrize("policy", ["nobody", "followers", "followed"])
def test_the_author_decides_who_may_comment(
    policy: str, lin: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅", reply_policy=policy)
    address = f"/notes/{note.pk}/comments"
    assert as_member(ama).post(address, {"body": "香"}).status_code == 403
    members.follow(lin, by=ama)
    members.follow(ama, by=lin)
    expected = 403 if policy == "nobody" else 302
    assert as_member(ama).post(address, {"body": "香"}).status_code == expected


def test_what_was_written_is_not_lost_when_it_is_refused(
    lin: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅", reply_policy="nobody")
    answer = as_member(ama).post(f"/notes/{note.pk}/comments", {"body": "一段很长的话"})
    assert "一段很长的话" in answer.content.decode()


def test_authors_delete_their_comments_and_those_under_their_notes(
    lin: Member, ama: Member, maya: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅")
    mine = services.write_comment(note, by=ama, body="香", lang="zh-Hans")
    other = services.write_comment(note, by=ama, body="好吃", lang="zh-Hans")
    assert as_member(maya).delete(f"/comments/{mine.pk}").status_code == 403
    assert as_member(ama).delete(f"/comments/{mine.pk}").status_code == 302
    assert as_member(lin).delete(f"/comments/{other.pk}").status_code == 302
    note.refresh_from_db()
    assert note.comments_count == 0


def test_comments_of_blocked_and_muted_people_are_not_there(
    lin: Member, ama: Member, maya: Member, write: Write, as_member: AsMember
) -> None:
    note = write(ama, "火锅")
    services.write_comment(note, by=maya, body="Hello from Ohio", lang="en")
    address = f"/notes/{note.pk}/comments"
    assert "Hello from Ohio" in as_member(lin).get(address).content.decode()
    members.mute(maya, by=lin)
    assert "Hello from Ohio" not in as_member(lin).get(address).content.decode()
    members.unmute(maya, by=lin)
    members.block(lin, by=maya)
    assert "Hello from Ohio" not in as_member(lin).get(address).content.decode()
    assert "Hello from Ohio" in as_member(ama).get(address).content.decode()


def test_the_notifications_page_tells_what_happened_and_marks_it_read(
    lin: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅")
    services.like_note(note, by=ama)
    services.write_comment(note, by=ama, body="好香", lang="zh-Hans")
    page = words_of(as_member(lin).get("/notifications").content.decode())
    assert "Ama 阿麻" in page
    assert "好香" in page
    assert not Notification.objects.filter(member=lin, read_at=None).exists()


def test_likes_and_saves_of_a_note_are_told_together(
    lin: Member, ama: Member, maya: Member, bo: Member, write: Write, as_member: AsMember
) -> None:
    note, other = write(lin, "火锅"), write(lin, "凉面")
    services.like_note(note, by=ama)
    services.save_note(note, by=bo)
    services.like_note(note, by=maya)
    services.like_note(other, by=bo)
    services.like_note(note, by=bo)
    browser = as_member(lin)
    page = words_of(browser.get("/notifications").content.decode())
    assert "Bo and 2 others liked your note 火锅" in page
    assert "Bo liked your note 凉面" in page
    assert "Bo saved your note 火锅" in page
    assert "Maya liked" not in page
    services.unlike_note(note, by=bo)
    services.unlike_note(note, by=ama)
    page = words_of(browser.get("/notifications").content.decode())
    assert "Maya liked your note 火锅" in page


def test_a_notification_goes_with_its_note(
    lin: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅")
    services.write_comment(note, by=ama, body="好香", lang="zh-Hans")
    members.block(lin, by=ama)
    assert "好香" not in as_member(lin).get("/notifications").content.decode()


def test_notifications_are_for_members(stranger: Client, rui: Member, as_member: AsMember) -> None:
    assert "/account/login" in stranger.get("/notifications").headers["Location"]
    assert as_member(rui).get("/notifications").headers["Location"] == "/suspended"
