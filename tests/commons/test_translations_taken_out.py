"""Moderators take a translation out, with a reason that its writer reads; it can be undone."""

import pytest

from dukou.site.bridge.corrections.models import Correction, CorrectionState
from dukou.site.bridge.models import Outcome, Precedent, Wish
from dukou.site.commons.models import Decision, Report
from dukou.site.notes.models import NoteVersion, Provenance
from dukou.site.notes.services import NoteText, delete_note, edit_note, hide_note
from dukou.site.talk.models import CommentVersion, Notice, Notification
from dukou.site.talk.services import write_comment
from tests.cast import make_member, words_of
from tests.commons.taking_out import GOOD, decide, meet, shown, undo


def test_a_version_is_reported_where_it_is_read_and_waits_in_the_queue(
    bettered, note, ama, bo, as_member
):
    reader = as_member(make_member("zoe", reads=["en"]))
    address = shown(reader, note).report_url
    assert reader.get(address).status_code == 200
    said = {"note-version": bettered.pk, "ground": "language", "words": "not what it says"}
    for _ in range(2):
        assert reader.post("/report", said).status_code == 200
    assert Report.objects.count() == 1
    page = words_of(as_member(bo).get("/moderation").content.decode())
    for words in ("Dumpling", "团子", "not what it says", "Take the translation out"):
        assert words in page


def test_the_queue_says_who_translated_and_into_what(bettered, note, maya, bo, as_member):
    as_member(maya).post("/report", {"note-version": bettered.pk, "ground": "language"})
    NoteVersion.objects.filter(pk=bettered.pk).update(by=None)  # its writer has left
    page = words_of(as_member(bo).get("/moderation").content.decode())
    assert "The community's translation" in page.replace("&#x27;", "'")
    assert "Simplified Chinese 猫税来了" in page
    assert "English Cat tax is here" in page


def test_taking_it_out_tells_its_writer_and_leaves_the_text(
    bettered, note, lin, maya, bo, as_member
):
    as_member(maya).post("/report", {"note-version": bettered.pk, "ground": "hate"})
    decide(as_member(bo), "note-version", bettered)
    assert not Report.objects.filter(closed_at=None).exists()
    assert "It says something else." in as_member(maya).get("/notifications").content.decode()
    assert not Notification.objects.filter(member=lin, kind=Notice.DECISION).exists()
    version = shown(as_member(maya), note)
    assert "Our cat" not in version.texts[0].body
    assert "Our cat" not in as_member(maya).get("/search?q=dumpling").content.decode()


def test_who_translated_reads_why_and_no_more_of_the_text(
    bettered, note, lin, maya, bo, write, as_member
):
    comment = write_comment(note, by=lin, body="你好，欢迎！", lang="zh-Hans")
    said = {"kind": "comment", "text_id": comment.pk, "target": "en", "by": maya}
    suggestion = Correction.objects.create(**said, source_digest=b"", before=[""], parts=["Hi"])
    decide(as_member(bo), "note-version", bettered, reason="About the cat.")
    decide(as_member(bo), "correction", suggestion, reason="About the greeting.")
    hide_note(note)
    page = as_member(maya).get("/notifications").content.decode()
    assert "About the cat." in page
    assert "About the greeting." in page
    for told in ("猫税来了", "你好", note.get_absolute_url(), f"comment-{comment.pk}"):
        assert told not in page


def test_the_page_says_so_where_nothing_else_stands(note, maya, bo, as_member, run_jobs):
    machine = note.versions.get(provenance=Provenance.MACHINE)
    decide(as_member(bo), "note-version", machine)
    version = shown(as_member(maya), note)
    assert version.line.startswith("Moderators took the translation out")
    assert version.texts[0].title == "猫税来了"
    assert as_member(bo).get("/moderation/log").status_code == 200


def test_an_engine_is_not_asked_for_the_same_again(note, maya, bo, engine, as_member, run_jobs):
    decide(as_member(bo), "note-version", note.versions.get(provenance=Provenance.MACHINE))
    asked = len(engine.asked)
    meet(note, maya, run_jobs)
    assert len(engine.asked) == asked
    assert Wish.objects.get().outcome == Outcome.REFUSED
    assert not note.versions.filter(provenance=Provenance.MACHINE).exists()


def test_undoing_brings_it_back_as_it_was(bettered, note, maya, ama, bo, as_member):
    decide(as_member(bo), "note-version", bettered)
    assert "Undone." in undo(as_member(bo))
    assert shown(as_member(maya), note).texts[0].title == GOOD["title"]
    assert "Dumpling" in as_member(maya).get("/search?q=dumpling").content.decode()
    assert Precedent.objects.filter(text_id=note.pk).exists()
    told = words_of(as_member(maya).get("/notifications").content.decode())
    assert "A moderator took out your translation It says something else." in told
    assert "Your translation is back It was right." in told


def test_undoing_a_machines_lets_it_be_asked_again(note, maya, bo, as_member):
    decide(as_member(bo), "note-version", note.versions.get(provenance=Provenance.MACHINE))
    undo(as_member(bo))
    assert shown(as_member(maya), note).texts[0].lang == "en"


def test_an_authors_own_version_is_taken_out_and_an_edit_replaces_it(
    lin, maya, bo, write, as_member
):
    note = write(lin, "猫税", others=[NoteText("en", "Cat tax", "")])
    version = note.versions.get(lang="en")
    decide(as_member(bo), "note-version", version)
    assert Notification.objects.filter(member=lin, kind=Notice.DECISION).exists()
    assert shown(as_member(maya), note).texts[0].title == "猫税"
    text, others = NoteText("zh-Hans", "猫税", ""), [NoteText("en", "The cat tax", "")]
    edit_note(note, by=lin, text=text, others=others, audience="everyone", reply_policy="everyone")
    assert shown(as_member(maya), note).texts[0].title == "The cat tax"
    assert "Something newer stands in its place" in undo(as_member(bo))
    assert shown(as_member(maya), note).texts[0].title == "The cat tax"


def test_a_comments_translation_is_taken_out(lin, maya, bo, write, engine, as_member, run_jobs):
    note = write(lin, "猫")
    comment = write_comment(note, by=lin, body="你好，欢迎！", lang="zh-Hans")
    meet(comment, maya, run_jobs, "comment")
    version = comment.versions.get(provenance=Provenance.MACHINE)
    as_member(maya).post("/report", {"comment-version": version.pk, "ground": "language"})
    assert "Hello and welcome" in as_member(bo).get("/moderation").content.decode()
    decide(as_member(bo), "comment-version", version)
    assert not CommentVersion.objects.filter(pk=version.pk).exists()
    assert "Hello" not in as_member(maya).get(note.get_absolute_url()).content.decode()
    undo(as_member(bo))
    assert "Hello" in as_member(maya).get(note.get_absolute_url()).content.decode()


def test_a_suggestion_is_reported_taken_out_and_put_back(note, maya, ama, bo, as_member):
    as_member(maya).post(f"/notes/{note.pk}/corrections", GOOD)
    suggestion = Correction.objects.get()
    reader = as_member(ama)
    assert (
        "/report?correction="
        in reader.get(f"/notes/{note.pk}/corrections?lang=en").content.decode()
    )
    reader.post("/report", {"correction": suggestion.pk, "ground": "spam"})
    decide(as_member(bo), "correction", suggestion)
    suggestion.refresh_from_db()
    assert suggestion.state == CorrectionState.WITHDRAWN
    assert "It says something else." in as_member(maya).get("/notifications").content.decode()
    undo(as_member(bo))
    suggestion.refresh_from_db()
    assert suggestion.state == CorrectionState.WAITING


@pytest.mark.parametrize("meanwhile", ["accepted", "its note deleted"])
def test_a_report_of_what_is_settled_meanwhile_is_closed(
    meanwhile, note, lin, maya, ama, bo, as_member
):
    as_member(maya).post(f"/notes/{note.pk}/corrections", GOOD)
    suggestion = Correction.objects.get()
    as_member(ama).post("/report", {"correction": suggestion.pk, "ground": "spam"})
    if meanwhile == "accepted":
        as_member(lin).post(f"/corrections/{suggestion.pk}", {"agrees": "yes"})
    else:
        delete_note(note, by=lin)
    moderator = as_member(bo)
    assert decide(moderator, "correction", suggestion, act="dismiss").status_code == 200
    assert not Report.objects.filter(closed_at=None).exists()
    said = {"correction": suggestion.pk, "ground": "spam"}
    assert as_member(ama).post("/report", said).status_code == 404


@pytest.mark.parametrize("change", ["words before", "audience since", "words since"])
def test_undoing_brings_back_what_still_fits_as_fresh(
    change, bettered, note, lin, maya, bo, as_member
):
    def edit(body):
        text = NoteText(note.lang, "猫税来了", body)
        edit_note(note, by=lin, text=text, audience="everyone", reply_policy="everyone")

    body = "我家的猫叫团子。"
    if change == "words before":
        body = "我家的两只猫叫团子和元宵。"
        edit(body)
        better = {**GOOD, "body": "Our two cats are called Dumpling and Yuanxiao."}
        as_member(lin).post(f"/notes/{note.pk}/corrections", better)
    version = note.versions.get(provenance=Provenance.COMMUNITY)
    decide(as_member(bo), "note-version", version)
    if change == "words since":
        body = "我家没有猫了。"
    if change != "words before":
        edit(body)
    assert "Undone." in undo(as_member(bo))
    version.refresh_from_db()
    assert version.stale == (change == "words since")


def test_nobody_is_suspended_for_a_machine(note, bo, as_member):
    machine = note.versions.get(provenance=Provenance.MACHINE)
    answer = decide(as_member(bo), "note-version", machine, act="suspend")
    assert "nobody to suspend" in answer.content.decode()
    assert not Decision.objects.exists()


def test_originals_and_what_is_out_already_are_not_taken_out(note, bo, as_member):
    source = note.versions.get(is_source=True)
    assert decide(as_member(bo), "note-version", source).status_code == 404
    machine = note.versions.get(provenance=Provenance.MACHINE)
    decide(as_member(bo), "note-version", machine)
    answer = decide(as_member(bo), "note-version", machine)
    assert "Somebody has decided this already." in answer.content.decode()
    assert Decision.objects.count() == 1


def test_who_may_not_read_the_text_cannot_report_its_version(note, cai, stranger, as_member):
    machine = note.versions.get(provenance=Provenance.MACHINE)
    said = {"note-version": machine.pk, "ground": "spam"}
    assert as_member(cai).post("/report", said).status_code == 404
    assert as_member(cai).get(f"/report?note-version={machine.pk}").status_code == 404
    assert stranger.post("/report", said).status_code == 302
    assert not Report.objects.exists()


def test_only_moderators_decide(bettered, maya, as_member):
    assert decide(as_member(maya), "note-version", bettered).status_code == 404
    assert NoteVersion.objects.filter(pk=bettered.pk).exists()
