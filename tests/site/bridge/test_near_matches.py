"""A translation that people made serves a text that differs a little, and says so."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from dukou.language.engines.base import Quality
from dukou.site.bridge.models import BY_PEOPLE, Memory, Precedent
from dukou.site.bridge.precedents import services as precedents
from dukou.site.bridge.precedents.shelf import forget_process_state
from dukou.site.bridge.services import ask_for_translation, forget_old
from dukou.site.commons.models import Decision
from dukou.site.members.services import delete_member, lift_suspension, suspend
from dukou.site.notes.models import Audience, Provenance
from dukou.site.notes.services import (
    NoteText,
    delete_note,
    edit_note,
    hide_note,
    publish_note,
    show_note,
)
from dukou.site.talk.services import write_comment
from tests.cast import make_member
from tests.language.engines.fakes import Scripted

BODY = "今天去山上摘了3斤草莓，孩子们非常开心！"
SAID = "We picked 3斤 of strawberries up the hill today, and the children were overjoyed!"
NEAR = "今天去山上摘了3斤草莓，孩子们特别开心。"


@pytest.fixture
def bilingual(lin, write):
    """Lin's note in both languages, and what the jobs make of it."""
    note = write(lin, "草莓", body=BODY, others=[NoteText("en", "Strawberries", SAID)])
    precedents.place_waiting()
    return note


@pytest.fixture
def meet(maya, run_jobs):
    """Maya, who reads English, meets a text: gives the machine's version of it, if any."""

    def met(text, kind="note"):
        ask_for_translation(kind, [text.pk], reads=("en",), by=maya)
        run_jobs()
        return text.versions.filter(provenance=Provenance.MACHINE).first()

    return met


def shown(client, note):
    return client.get(note.get_absolute_url()).context["note"].version


def test_a_near_match_is_served_and_shows_the_other_text(
    bilingual, ama, maya, write, meet, use, as_member
):
    use()
    near = write(ama, "草莓！", body=NEAR)
    version = meet(near)
    assert (version.title, version.body, version.quality) == ("Strawberries", SAID, Quality.NEAR)
    client = as_member(maya)
    line = shown(client, near)
    assert line.line.startswith("Near match")
    page = client.get(line.near_url).content.decode()
    assert "非常" in page
    assert "特别" in page
    assert bilingual.get_absolute_url() in page


def test_a_body_that_is_like_anothers_title_is_compared_with_that(
    lin, ama, maya, write, meet, use, as_member
):
    use()
    write(lin, BODY, others=[NoteText("en", SAID, "")])
    precedents.place_waiting()
    near = publish_note(by=ama, text=NoteText("zh", "", NEAR), design="letter")
    assert meet(near).body == SAID
    page = as_member(maya).get(f"/notes/{near.pk}/near?lang=en").content.decode()
    assert "非常" in page
    assert "特别" in page


def test_the_same_words_come_as_they_are(bilingual, ama, write, meet, use):
    use()
    version = meet(write(ama, "草莓", body=BODY))
    assert (version.body, version.engine, version.quality) == (SAID, "people (1)", Quality.GOOD)


def test_another_number_is_not_near(bilingual, ama, write, meet, use):
    use()
    assert meet(write(ama, "草莓", body=NEAR.replace("3", "5"))) is None


def test_a_good_engine_comes_before_a_near_match(bilingual, ama, write, meet, use):
    made = "Picked 3斤 of strawberries in the hills today; the kids were so happy."
    use(Scripted({"草莓！": "Strawberries!", NEAR: made}))
    version = meet(write(ama, "草莓！", body=NEAR))
    assert (version.body, version.quality) == (made, Quality.GOOD)


def test_a_near_match_comes_before_a_rough_draft(bilingual, ama, write, meet, use):
    rough = Scripted({"草莓！": "Berries", NEAR: "Berry hill today"}, quality=Quality.ROUGH)
    use(rough)
    assert meet(write(ama, "草莓！", body=NEAR)).body == SAID


def test_what_a_good_engine_refused_a_near_match_may_do(bilingual, ama, write, meet, use):
    use(Scripted({}))
    assert meet(write(ama, "草莓！", body=NEAR)).quality == Quality.NEAR


def test_an_accepted_correction_serves_comments(lin, ama, maya, write, meet, engine, as_member):
    note = write(lin, "猫")
    comment = write_comment(note, by=lin, body="你好，欢迎！", lang="zh-Hans")
    meet(comment, "comment")
    said = {"lang": "en", "body": "Hi there, come on in!"}
    as_member(lin).post(f"/comments/{comment.pk}/corrections", said)
    precedents.place_waiting()
    engine.answers.clear()
    other = write_comment(note, by=ama, body="您好，欢迎啊！", lang="zh-Hans")
    version = meet(other, "comment")
    assert (version.body, version.quality) == ("Hi there, come on in!", Quality.NEAR)
    page = as_member(maya).get(f"/comments/{other.pk}/near?lang=en")
    assert "欢迎" in page.content.decode()


def test_the_same_words_come_as_they_are_while_another_text_lends_them(
    bilingual, lin, bo, ama, write, meet, use
):
    use()
    other = write(bo, "草莓", body=BODY, others=[NoteText("en", "Strawberries", SAID)])
    precedents.place_waiting()
    delete_note(bilingual, by=lin)
    forget_old(timezone.now())
    version = meet(write(ama, "草莓", body=BODY))
    assert (version.body, version.quality) == (SAID, Quality.GOOD)
    delete_note(other, by=bo)
    assert meet(write(ama, "草莓", body=BODY)) is None


@pytest.mark.parametrize("said", [BODY, NEAR])
@pytest.mark.parametrize("away", ["hidden", "suspended"])
def test_a_text_that_is_hidden_lends_nothing_until_it_is_shown_again(
    away, said, bilingual, lin, bo, ama, write, meet, use
):
    use()
    Precedent.objects.update(made_at=timezone.now() - timedelta(hours=1))
    if away == "suspended":
        suspend(lin, by=bo, reason="Spam.")
    else:
        hide_note(bilingual)
    assert meet(write(ama, "草莓！", body=said)) is None
    forget_old(timezone.now())
    lift_suspension(lin)
    show_note(bilingual)
    assert meet(write(ama, "草莓！", body=said)).body == SAID


@pytest.mark.parametrize("said", [BODY, NEAR])
@pytest.mark.parametrize("away", ["deleted", "edited", "followers", "without English", "left"])
def test_a_text_that_is_gone_lends_nothing(away, said, bilingual, lin, ama, write, meet, use):
    use()
    if away == "deleted":
        delete_note(bilingual, by=lin)
    elif away == "left":
        delete_member(lin)
    else:
        text = NoteText("zh-Hans", "草莓", "换了别的话。" if away == "edited" else BODY)
        others = [NoteText("en", "Strawberries", SAID)] if away == "followers" else []
        audience = Audience.FOLLOWERS if away == "followers" else Audience.EVERYONE
        about = {"audience": audience, "reply_policy": "everyone"}
        edit_note(bilingual, by=lin, text=text, others=others, **about)
    assert meet(write(ama, "草莓！", body=said)) is None
    forget_old(timezone.now())
    assert not Precedent.objects.exists()
    assert not Memory.objects.filter(engine=BY_PEOPLE).exists()


@pytest.mark.parametrize("said", [BODY, NEAR])
def test_a_text_that_turns_out_to_be_in_another_language_lends_nothing(
    said, bilingual, lin, ama, write, meet, use, as_member
):
    use()
    as_member(lin).post(f"/notes/{bilingual.pk}/language", {"lang": "ja"})
    assert Precedent.objects.filter(source="ja").count() == Precedent.objects.count() == 2
    assert meet(write(ama, "草莓", body=said)) is None


def test_it_lends_again_once_it_is_back(bilingual, lin, bo, ama, write, meet, use, as_member):
    use()
    moderator = as_member(bo)
    moderator.post(f"/moderation/note/{bilingual.pk}", {"act": "hide", "reason": "A mistake."})
    assert meet(write(ama, "草莓", body=BODY)) is None
    assert meet(write(ama, "草莓！", body=NEAR)) is None
    undo = f"/moderation/log/{Decision.objects.get().pk}/undo"
    moderator.post(undo, {"reason": "It was one."})
    precedents.place_waiting()
    assert meet(write(ama, "草莓", body=BODY)).body == SAID
    assert meet(write(ama, "草莓！", body=NEAR)).body == SAID


def test_a_comment_lends_again_once_it_is_back(lin, bo, ama, write, meet, engine, as_member):
    note = write(lin, "猫")
    comment = write_comment(note, by=lin, body="你好，欢迎！", lang="zh-Hans")
    meet(comment, "comment")
    said = {"lang": "en", "body": "Hi there, come on in!"}
    as_member(lin).post(f"/comments/{comment.pk}/corrections", said)
    moderator = as_member(bo)
    moderator.post(f"/moderation/comment/{comment.pk}", {"act": "hide", "reason": "A mistake."})
    Memory.objects.exclude(engine=BY_PEOPLE).delete()
    engine.answers.clear()
    assert meet(write_comment(note, by=ama, body="你好，欢迎！", lang="zh-Hans"), "comment") is None
    moderator.post(f"/moderation/log/{Decision.objects.get().pk}/undo", {"reason": "It was one."})
    precedents.place_waiting()
    again = write_comment(note, by=ama, body="你好，欢迎！", lang="zh-Hans")
    assert meet(again, "comment").body == "Hi there, come on in!"


def test_comments_lend_nothing_once_their_notes_author_is_gone(
    lin, bo, ama, maya, write, meet, engine, as_member
):
    note = write(lin, "猫")
    comment = write_comment(note, by=ama, body="你好，欢迎！", lang="zh-Hans")
    meet(comment, "comment")
    said = {"lang": "en", "body": "Hi there, come on in!"}
    as_member(ama).post(f"/comments/{comment.pk}/corrections", said)
    precedents.place_waiting()
    Memory.objects.exclude(engine=BY_PEOPLE).delete()
    engine.answers.clear()
    suspend(lin, by=bo, reason="Spam.")
    other = write_comment(write(maya, "Cats"), by=ama, body="你好，欢迎！", lang="zh-Hans")
    assert meet(other, "comment") is None
    asked = len(engine.asked)
    more = write_comment(note, by=ama, body="又来了", lang="zh-Hans")
    assert meet(more, "comment") is None
    assert len(engine.asked) == asked


def test_an_edit_of_something_else_keeps_what_was_lent(bilingual, lin):
    before = set(Precedent.objects.values_list("pk", flat=True))
    text, others = NoteText(bilingual.lang, "草莓", BODY), [NoteText("en", "Red berries", SAID)]
    edit_note(
        bilingual, by=lin, text=text, others=others, audience="everyone", reply_policy="everyone"
    )
    after = set(Precedent.objects.values_list("pk", flat=True))
    assert len(before & after) == len(before - after) == 1


def test_who_may_not_read_the_other_text_is_told_so(
    bilingual, ama, maya, write, meet, use, as_member
):
    use()
    near = write(ama, "草莓！", body=NEAR)
    meet(near)
    hide_note(bilingual)
    page = as_member(maya).get(f"/notes/{near.pk}/near?lang=en").content.decode()
    assert "not there any more" in page
    assert "非常" not in page


def test_a_note_without_a_near_match_has_no_such_page(bilingual, maya, as_member):
    assert as_member(maya).get(f"/notes/{bilingual.pk}/near?lang=en").status_code == 404


def test_an_authors_version_that_says_something_else_is_not_remembered(lin, ama, write, meet, use):
    use()
    other = "The new phone has a better camera, but the battery is worse than it was before."
    write(lin, "草莓", body=BODY, others=[NoteText("en", "Strawberries", other)])
    precedents.place_waiting()
    assert not Precedent.objects.exists()
    assert meet(write(ama, "草莓", body=BODY)) is None


def test_notes_that_are_not_public_are_no_precedent(lin, write):
    text = [NoteText("en", "Strawberries", SAID)]
    write(lin, "草莓", body=BODY, others=text, audience=Audience.FOLLOWERS)
    assert not Precedent.objects.exists()


def test_another_process_learns_of_what_is_new(bilingual, lin, ama, write, meet, use):
    use()
    assert meet(write(ama, "草莓！", body=NEAR)) is not None
    write(lin, "云", body="云好美。", others=[NoteText("en", "Clouds", "Such lovely clouds.")])
    precedents.place_waiting()
    assert meet(write(ama, "云！", body="云好美啊。")).body == "Such lovely clouds."
    forget_process_state()
    assert meet(write(ama, "云", body="云好美呀！")).body == "Such lovely clouds."


@pytest.mark.django_db(transaction=True)
def test_jobs_that_read_the_same_note_at_once_keep_its_words_once(write):
    author = make_member("lin")
    note = write(author, "草莓", body=BODY, others=[NoteText("en", "Strawberries", SAID)])
    many = 6
    together = Barrier(many)

    def renew(_):
        together.wait()
        precedents.renew(note)
        connection.close()

    for _ in range(5):
        Precedent.objects.all().delete()
        with ThreadPoolExecutor(many) as pool:
            list(pool.map(renew, range(many)))
        assert Precedent.objects.count() == 2
