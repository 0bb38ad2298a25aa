"""A near match or a rough draft yields to a good engine that comes later, and to nothing else."""

import pytest

from dukou.language.engines.base import Quality
from dukou.site.bridge.models import Outcome, Spending, Wish
from dukou.site.bridge.precedents import services as precedents
from dukou.site.bridge.services import ask_for_translation
from dukou.site.members.services import follow
from dukou.site.notes.models import Audience, Provenance
from dukou.site.notes.services import NoteText
from dukou.site.talk.services import write_comment
from tests.language.engines.fakes import Broken, Scripted
from tests.translating import WORDS

BODY = "我家的猫叫团子。"
DRAFT = {"⟦1⟧来了": "The ⟦1⟧ comes", BODY: "Cat name is Dumpling.", "你好，欢迎！": "Hello, come!"}


@pytest.fixture
def draft(use):
    """The place has nothing but rough drafts."""
    use(rough := Scripted(dict(DRAFT), name="draft", quality=Quality.ROUGH))
    return rough


@pytest.fixture
def note(lin, maya, write, draft, run_jobs):
    """Lin's note, of which Maya has a rough draft."""
    written = write(lin, "猫税来了", body=BODY)
    ask_for_translation("note", [written.pk], reads=("en",), by=maya)
    run_jobs()
    assert machine(written).quality == Quality.ROUGH
    return written


def machine(text):
    return text.versions.get(provenance=Provenance.MACHINE)


def wish(client, note):
    """What the note's page does about a translation, as it says so."""
    page = client.get(note.get_absolute_url())
    asks = f'hx-post="/notes/{note.pk}/version" hx-trigger="intersect once" hx-swap="none"'
    assert (asks in page.content.decode()) == (page.context["note"].version.wish == "better")
    return page.context["note"].version.wish


def meet(client, text, run_jobs, kind="note"):
    """The page is read, and asks for what it asks for."""
    client.post(f"/{kind}s/{text.pk}/version", headers={"HX-Request": "true"})
    return run_jobs()


def test_a_rough_draft_is_replaced_once_a_good_engine_is_there(
    note, draft, maya, ama, use, run_jobs, as_member
):
    reader = as_member(maya)
    assert wish(reader, note) == ""
    assert meet(reader, note, run_jobs) == 0
    use(good := Scripted(dict(WORDS)), draft)
    assert wish(reader, note) == "better"
    assert meet(reader, note, run_jobs) == 1
    assert (machine(note).body, machine(note).quality) == ("My cat is called Dumpling.", "good")
    assert wish(reader, note) == ""
    assert meet(as_member(ama), note, run_jobs) == 0
    assert len(good.asked) == len(draft.asked) == 1


def test_a_near_match_is_replaced_too(lin, ama, maya, write, use, run_jobs, as_member):
    said = "We picked strawberries up the hill today, and the children were overjoyed!"
    write(
        lin,
        "草莓",
        body="今天去山上摘了草莓，孩子们非常开心！",
        others=[NoteText("en", "Berries", said)],
    )
    precedents.place_waiting()
    use()
    body = "今天去山上摘了草莓，孩子们特别开心。"
    near = write(ama, "草莓", body=body)
    ask_for_translation("note", [near.pk], reads=("en",), by=maya)
    run_jobs()
    assert machine(near).quality == Quality.NEAR
    made = "Today we went strawberry picking in the hills; the kids were especially happy."
    use(Scripted({"草莓": "Strawberries", body: made}))
    assert meet(as_member(maya), near, run_jobs) == 1
    assert (machine(near).body, machine(near).quality) == (made, "good")


def test_what_the_good_engine_refuses_stays_and_is_asked_once(
    note, draft, maya, ama, use, run_jobs, as_member
):
    use(good := Scripted({}), draft)
    reader = as_member(maya)
    assert meet(reader, note, run_jobs) == 1
    assert machine(note).quality == Quality.ROUGH
    assert wish(reader, note) == ""
    assert meet(as_member(ama), note, run_jobs) == 0
    Wish.objects.update(ended_at=None)  # a week later
    meet(reader, note, run_jobs)
    assert len(good.asked) == len(draft.asked) == 1
    use(Scripted(dict(WORDS), name="another"), good, draft)
    Wish.objects.update(ended_at=None)
    meet(reader, note, run_jobs)
    assert machine(note).engine == "another (7)"
    assert len(good.asked) == 1


def test_an_engine_that_does_not_answer_changes_nothing(
    note, draft, maya, use, run_jobs, as_member
):
    use(Broken(), draft)
    before = Spending.objects.get(member=maya).characters
    meet(as_member(maya), note, run_jobs)
    assert machine(note).quality == Quality.ROUGH
    assert Wish.objects.get().outcome == Outcome.FAILED
    assert Spending.objects.get(member=maya).characters == before
    assert machine(note).body in as_member(maya).get(note.get_absolute_url()).content.decode()


def test_it_keeps_to_the_budget(note, draft, maya, use, limits, run_jobs, as_member):
    use(good := Scripted(dict(WORDS)), draft)
    limits(translate_member_daily_chars=5)
    meet(as_member(maya), note, run_jobs)
    assert good.asked == []
    assert Wish.objects.get().outcome == Outcome.BUDGET
    assert machine(note).quality == Quality.ROUGH


def test_what_people_wrote_is_left_alone(note, draft, lin, maya, use, run_jobs, as_member):
    said = {"lang": "en", "title": "Cat tax", "body": "Our cat is called Dumpling."}
    as_member(lin).post(f"/notes/{note.pk}/corrections", said)
    use(good := Scripted(dict(WORDS)), draft)
    assert wish(as_member(maya), note) == ""
    assert meet(as_member(maya), note, run_jobs) == 0
    assert good.asked == []


def test_a_private_text_is_shown_to_no_engine_on_another_machine(
    lin, draft, maya, write, use, run_jobs
):
    note = write(lin, "猫税来了", body=BODY, audience=Audience.ME)
    ask_for_translation("note", [note.pk], reads=("en",), by=maya)
    run_jobs()
    use(good := Scripted(dict(WORDS), is_local=False), draft)
    ask_for_translation("note", [note.pk], reads=("en",), by=maya)
    assert run_jobs() == 0
    assert good.asked == []


@pytest.mark.parametrize("is_local", [False, True])
def test_a_text_for_followers_asks_only_for_engines_that_may_see_it(
    is_local, lin, draft, maya, write, use, run_jobs, as_member
):
    follow(lin, by=maya)
    note = write(lin, "猫税来了", body=BODY, audience=Audience.FOLLOWERS)
    comment = write_comment(note, by=lin, body="你好，欢迎！", lang="zh-Hans")
    reader = as_member(maya)
    for kind, text in (("note", note), ("comment", comment)):
        meet(reader, text, run_jobs, kind)
        assert machine(text).quality == Quality.ROUGH
    use(Scripted(dict(WORDS), is_local=is_local), draft)
    assert wish(reader, note) == ("better" if is_local else "")
    page = reader.get(note.get_absolute_url()).content.decode()
    for kind, text in (("note", note), ("comment", comment)):
        address = f"/{kind}s/{text.pk}/version"
        alone = reader.get(address, headers={"HX-Request": "true"}).content.decode()
        for shown in (page, alone):
            assert (f'hx-post="{address}" hx-trigger="intersect once"' in shown) == is_local


def test_the_very_same_words_by_a_good_engine_cost_nothing(
    note, draft, lin, maya, write, use, run_jobs, as_member
):
    use(good := Scripted(dict(WORDS)), draft)
    again = write(lin, "猫税来了", body=BODY)
    ask_for_translation("note", [again.pk], reads=("en",), by=maya)
    run_jobs()
    meet(as_member(maya), note, run_jobs)
    assert machine(note).body == machine(again).body
    assert len(good.asked) == 1


def test_a_comment_is_bettered_too(lin, draft, maya, write, use, run_jobs, as_member):
    comment = write_comment(write(lin, "猫"), by=lin, body="你好，欢迎！", lang="zh-Hans")
    reader = as_member(maya)
    meet(reader, comment, run_jobs, "comment")
    assert machine(comment).body == "Hello, come!"
    use(Scripted(dict(WORDS)), draft)
    asks = f'hx-post="/comments/{comment.pk}/version" hx-trigger="intersect once" hx-swap="none"'
    assert asks in reader.get(comment.note.get_absolute_url()).content.decode()
    meet(reader, comment, run_jobs, "comment")
    assert machine(comment).body == "Hello and welcome!"
    assert asks not in reader.get(comment.note.get_absolute_url()).content.decode()
