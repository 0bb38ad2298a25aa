"""Reports and decisions: each with a reason that the member reads, each can be undone."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from dukou.site.commons import services
from dukou.site.commons.models import Decision, Report
from dukou.site.commons.services import DecisionError, Subject
from dukou.site.members.models import Member
from dukou.site.notes.pictures import encode
from dukou.site.notes.services import NoteText, keep_picture, publish_note
from dukou.site.talk import services as talk
from tests.cast import AsMember, Write, words_of
from tests.site.notes.files import scene


def test_a_note_is_reported_once_and_waits_in_the_queue(
    lin: Member, ama: Member, bo: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "转发领奖")
    for _ in range(2):
        answer = as_member(ama).post(
            "/report", {"note": note.pk, "ground": "spam", "words": "third time today"}
        )
        assert answer.status_code == 200
    assert Report.objects.count() == 1
    page = words_of(as_member(bo).get("/moderation").content.decode())
    assert "转发领奖" in page
    assert "third time today" in page


def test_moderators_see_the_pictures_of_a_reported_note(
    lin: Member, ama: Member, bo: Member, tmp_path: Path, settings: Settings, as_member: AsMember
) -> None:
    settings.MEDIA_ROOT = tmp_path
    kept = [keep_picture(lin, encode(scene()), alt=alt) for alt in ("a cat", "a dog")]
    words = NoteText("zh-Hans", "转发领奖", "")
    note = publish_note(by=lin, text=words, media=kept)
    as_member(ama).post("/report", {"note": note.pk, "ground": "spam"})
    page = as_member(bo).get("/moderation").content.decode()
    assert all(f"{picture.stem}-medium.webp" in page for picture in kept)
    assert 'alt="a cat"' in page


def test_a_report_needs_a_ground_and_keeps_the_words(
    lin: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "转发领奖")
    answer = as_member(ama).post("/report", {"note": note.pk, "words": "my careful words"})
    assert answer.status_code == 422
    assert "my careful words" in answer.content.decode()


def test_hiding_takes_every_version_away_at_once_and_undoing_brings_it_back(
    lin: Member, ama: Member, bo: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "转发领奖", en="Repost to win")
    moderator, reader = as_member(bo), as_member(ama)
    moderator.post(f"/moderation/note/{note.pk}", {"act": "hide", "reason": "Spam."})
    for address in (note.get_absolute_url(), f"/notes/{note.pk}/version?show=original"):
        assert reader.get(address).status_code == 404
    assert "Repost to win" not in reader.get("/search?q=repost").content.decode()
    assert "转发领奖" not in reader.get("/latest").content.decode()
    told = words_of(as_member(lin).get("/notifications").content.decode())
    assert "A moderator hid your note Spam." in told
    assert "only you see it now" in as_member(lin).get(note.get_absolute_url()).content.decode()
    decision = Decision.objects.get()
    assert "转发领奖" in moderator.get("/moderation/log").content.decode()
    moderator.post(f"/moderation/log/{decision.pk}/undo", {"reason": "A mistake."})
    assert "转发领奖" not in moderator.get("/moderation/log").content.decode()
    assert reader.get(note.get_absolute_url()).status_code == 200
    told = words_of(as_member(lin).get("/notifications").content.decode())
    assert "Your note can be seen again A mistake." in told
    own = as_member(lin).get(note.get_absolute_url()).content.decode()
    assert "only you see it now" not in own


def test_a_decision_without_a_reason_is_not_taken(
    lin: Member, bo: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "转发领奖")
    answer = as_member(bo).post(
        f"/moderation/note/{note.pk}", {"act": "hide", "reason": " "}, follow=True
    )
    assert "Write the reason: the member reads it." in answer.content.decode()
    assert not Decision.objects.exists()


def test_a_suspended_member_reads_why_and_comes_back_when_it_is_undone(
    lin: Member, bo: Member, write: Write, as_member: AsMember
) -> None:
    write(lin, "转发领奖")
    decision = services.suspend(Subject(member=lin), by=bo, reason="Forty times the same note.")
    browser = as_member(lin)
    assert browser.get("/latest").headers["Location"] == "/suspended"
    assert "Forty times the same note." in browser.get("/suspended").content.decode()
    assert "转发领奖" not in as_member(bo).get("/latest").content.decode()
    services.undo(decision, by=bo, reason="He deleted them.")
    told = words_of(browser.get("/notifications").content.decode())
    assert "A moderator closed your account Forty times the same note." in told
    assert "Your account is open again He deleted them." in told
    assert browser.get("/latest").status_code == 200


def test_moderators_suspend_neither_themselves_nor_each_other(bo: Member, keeper: Member) -> None:
    with pytest.raises(DecisionError):
        services.suspend(Subject(member=bo), by=bo, reason="No.")
    with pytest.raises(DecisionError):
        services.suspend(Subject(member=keeper), by=bo, reason="No.")
    services.suspend(Subject(member=bo), by=keeper, reason="Sold invitations.")
    bo.refresh_from_db()
    assert bo.suspended


def test_a_comment_is_hidden_and_its_reports_closed(
    lin: Member, ama: Member, bo: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅")
    comment = talk.write_comment(note, by=ama, body="骂人的话", lang="zh-Hans")
    services.report(Subject(comment=comment), by=lin, ground="harassment")
    services.hide(Subject(comment=comment), by=bo, reason="Rude.")
    assert "骂人的话" not in as_member(lin).get(note.get_absolute_url()).content.decode()
    assert not Report.objects.filter(closed_at=None).exists()
    assert "Rude." in as_member(ama).get("/notifications").content.decode()


@pytest.mark.parametrize("address", ["/moderation", "/moderation/log"])
def test_the_moderators_pages_are_not_there_for_others(
    address: str, lin: Member, rui: Member, as_member: AsMember, stranger: Client
) -> None:
    assert as_member(lin).get(address).status_code == 404
    assert stranger.get(address)["Location"] == f"/account/login/?next={address}"
    assert as_member(rui).get(address).headers["Location"] == "/suspended"


def test_deciding_is_not_there_for_others(
    lin: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅")
    answer = as_member(ama).post(f"/moderation/note/{note.pk}", {"act": "hide", "reason": "x"})
    assert answer.status_code == 404


def test_what_one_may_not_see_one_cannot_report(
    lin: Member, cai: Member, write: Write, as_member: AsMember, stranger: Client
) -> None:
    note = write(lin, "火锅")
    assert as_member(cai).get(f"/report?note={note.pk}").status_code == 404
    assert as_member(cai).get("/report?member=lin").status_code == 404
    assert "/account/login" in stranger.get(f"/report?note={note.pk}").headers["Location"]


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
def test_the_rules_stand_on_one_page_in_three_languages(language: str, db: None) -> None:
    page = Client(headers={"accept-language": language}).get("/rules").content.decode()
    for heading in ("House rules", "渡口的规矩", "渡口的規矩"):
        assert heading in page
