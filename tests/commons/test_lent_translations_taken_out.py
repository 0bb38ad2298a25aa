"""What a translation that was taken out had lent to other texts goes too, and stays out."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dukou.site.bridge.glossary import known
from dukou.site.bridge.glossary.models import GlossaryVersion, State
from dukou.site.bridge.models import BY_PEOPLE, Memory
from dukou.site.bridge.precedents import services as precedents
from dukou.site.bridge.services import forget_old
from dukou.site.notes.models import Provenance
from dukou.site.notes.services import NoteText
from tests.commons.taking_out import GOOD, decide, meet, undo


def test_what_was_lent_elsewhere_goes_too(
    bettered, ama, lin, maya, bo, write, engine, as_member, run_jobs
):
    engine.answers.clear()
    same = write(ama, "猫税来了", body="我家的猫叫团子。")
    near = write(ama, "猫税来了！", body="我家的猫叫团子啊。")
    for copy in (same, near):
        meet(copy, maya, run_jobs)
        assert copy.versions.filter(provenance=Provenance.MACHINE).exists()
    decide(as_member(bo), "note-version", bettered)
    for copy in (same, near):
        assert not copy.versions.filter(provenance=Provenance.MACHINE).exists()
        meet(copy, maya, run_jobs)
        assert not copy.versions.filter(body__contains="Our cat").exists()


@pytest.mark.parametrize("body", ["我家的猫叫团子。", "我家的猫叫团子啊。"])
def test_a_copy_that_was_taken_out_stays_out_until_that_is_undone(
    body, bettered, ama, maya, bo, write, engine, as_member, run_jobs
):
    engine.answers.clear()
    Memory.objects.exclude(engine=BY_PEOPLE).delete()
    copy = write(ama, "猫税来了", body=body)
    meet(copy, maya, run_jobs)
    taken = copy.versions.get(provenance=Provenance.MACHINE)
    decide(as_member(bo), "note-version", taken)
    meet(copy, maya, run_jobs)
    assert not copy.versions.filter(provenance=Provenance.MACHINE).exists()
    forget_old(timezone.now() + timedelta(days=365))
    meet(copy, maya, run_jobs)
    assert not copy.versions.filter(provenance=Provenance.MACHINE).exists()
    undo(as_member(bo))
    assert copy.versions.get(provenance=Provenance.MACHINE) == taken
    again = write(ama, "猫税来了", body=body)
    meet(again, maya, run_jobs)
    assert again.versions.get(provenance=Provenance.MACHINE).body == taken.body


def test_a_near_match_stays_out_when_what_lent_it_is_hidden_and_shown(
    bettered, note, ama, maya, bo, write, engine, as_member, run_jobs
):
    engine.answers.clear()
    copy = write(ama, "猫税来了！", body="我家的猫叫团子啊。")
    meet(copy, maya, run_jobs)
    decide(as_member(bo), "note-version", copy.versions.get(provenance=Provenance.MACHINE))
    decide(as_member(bo), "note", note)
    undo(as_member(bo))
    precedents.place_waiting()
    meet(copy, maya, run_jobs)
    assert not copy.versions.filter(provenance=Provenance.MACHINE).exists()
    other = write(ama, "猫税来了。", body="我家的猫叫团子呀。")
    meet(other, maya, run_jobs)
    assert other.versions.get(provenance=Provenance.MACHINE).body == GOOD["body"]


def test_it_stays_out_where_the_author_wrote_in_both_scripts(
    lin, ama, maya, bo, write, use, as_member, run_jobs
):
    use()
    said = "We picked strawberries up the hill today, and the children were overjoyed!"
    others = [
        NoteText("zh-Hant", "草莓", "今天去山上摘了草莓，孩子們非常開心！"),
        NoteText("zh-Hans", "草莓", "今天我们去山上摘了草莓，孩子们开心极了！"),
    ]
    note = write(lin, "Picking strawberries", body=said, others=others)
    precedents.place_waiting()
    copy = write(ama, "Picking strawberries", body=said.replace(", and", " and"))
    meet(copy, lin, run_jobs, reads=("zh-Hans",))
    decide(as_member(bo), "note-version", copy.versions.get(provenance=Provenance.MACHINE))
    decide(as_member(bo), "note", note)
    undo(as_member(bo))
    precedents.place_waiting()
    meet(copy, lin, run_jobs, reads=("zh-Hans",))
    assert not copy.versions.filter(provenance=Provenance.MACHINE).exists()


@pytest.fixture
def pin():
    """Have an expression become just this in all translations: `pin("团子", "Dumpling")`."""

    def pinned(term, rendering):
        said = {"spellings": [term], "kind": "word", "tone": "neutral"}
        told = {"meaning": {}, "example": {}, "pinned": True, "state": State.ACCEPTED}
        about = {"language": "zh", "key": term, "term": term, "rendering": rendering}
        GlossaryVersion.objects.create(**about, **said, **told)
        known.forget()

    yield pinned
    known.forget()


@pytest.mark.parametrize("body", ["我家的猫叫团子。", "我家的猫叫团子啊。"])
def test_a_copy_stays_out_when_a_term_in_it_gets_pinned(
    body, bettered, ama, maya, bo, write, engine, as_member, run_jobs, pin
):
    engine.answers.clear()
    Memory.objects.exclude(engine=BY_PEOPLE).delete()
    copy = write(ama, "猫税来了", body=body)
    meet(copy, maya, run_jobs)
    decide(as_member(bo), "note-version", copy.versions.get(provenance=Provenance.MACHINE))
    pin("团子", "Dumpling")
    meet(copy, maya, run_jobs)
    assert not copy.versions.filter(provenance=Provenance.MACHINE).exists()
    undo(as_member(bo))
    again = write(ama, "猫税来了", body=body)
    meet(again, maya, run_jobs)
    assert again.versions.get(provenance=Provenance.MACHINE).body == GOOD["body"]


def test_an_engine_is_asked_again_when_a_term_gets_pinned(
    note, maya, bo, engine, as_member, run_jobs, pin
):
    decide(as_member(bo), "note-version", note.versions.get(provenance=Provenance.MACHINE))
    asked = len(engine.asked)
    pin("团子", "Dumpling")
    meet(note, maya, run_jobs)
    assert len(engine.asked) == asked + 1


def test_the_other_script_goes_from_the_memory_too(lin, ama, bo, write, use, as_member, run_jobs):
    use()
    said = "We picked strawberries up the hill today, and the children were overjoyed!"
    hant = [NoteText("zh-Hant", "草莓", "今天去山上摘了草莓，孩子們非常開心！")]
    note = write(lin, "Picking strawberries", body=said, others=hant)
    precedents.place_waiting()
    copy = write(ama, "Picking strawberries", body=said)
    meet(copy, lin, run_jobs, reads=("zh-Hans",))
    assert "孩子们" in copy.versions.get(provenance=Provenance.MACHINE).body
    decide(as_member(bo), "note-version", note.versions.get(lang="zh-Hant"))
    assert not copy.versions.filter(provenance=Provenance.MACHINE).exists()
    meet(copy, lin, run_jobs, reads=("zh-Hans",))
    assert not copy.versions.filter(provenance=Provenance.MACHINE).exists()


def test_a_title_alone_takes_only_its_own_copies_along(
    bettered, lin, ama, maya, bo, write, engine, as_member, run_jobs
):
    kept = write(ama, "猫税来了", body="我家的猫叫团子。")
    note = write(lin, "今天去爬山")
    meet(note, maya, run_jobs)
    said = {"lang": "en", "title": "Off to the hills", "body": ""}
    as_member(lin).post(f"/notes/{note.pk}/corrections", said)
    copy = write(ama, "今天去爬山")
    for text in (kept, copy):
        meet(text, maya, run_jobs)
        assert text.versions.get(provenance=Provenance.MACHINE).engine == "people (1)"
    decide(as_member(bo), "note-version", note.versions.get(provenance=Provenance.COMMUNITY))
    assert not copy.versions.filter(provenance=Provenance.MACHINE).exists()
    assert kept.versions.get(provenance=Provenance.MACHINE).engine == "people (1)"
