"""From a reader who cannot read a text to a version that everybody gets."""

import pytest

from dukou.language.engines.base import Quality
from dukou.site.bridge.models import Memory, Outcome, Spending, Wish
from dukou.site.bridge.services import ask_for_translation, translate
from dukou.site.notes.models import Audience, NoteVersion, Provenance
from dukou.site.notes.services import NoteText, delete_note, edit_note, hide_note
from dukou.site.talk.services import write_comment
from tests.language.engines.fakes import Broken, Scripted

BODY = "我家的猫叫团子。"


def ask(note, by, reads=("en",), kind="note"):
    ask_for_translation(kind, [note.pk], reads=reads, by=by)


def machine_version(note):
    return note.versions.get(provenance=Provenance.MACHINE)


def outcome(note, kind="note"):
    return Wish.objects.get(kind=kind, text_id=note.pk).outcome


@pytest.fixture
def note(lin, write):
    return write(lin, "猫税来了", body=BODY)


def test_a_note_is_translated_once_for_every_reader(note, maya, ama, engine, run_jobs):
    ask(note, maya)
    ask(note, ama)
    assert run_jobs() == 1
    version = machine_version(note)
    assert (version.lang, version.title, version.body) == (
        "en",
        "Here is the cat tax",
        "My cat is called Dumpling.",
    )
    assert (version.engine, version.quality) == ("scripted (7)", "good")
    assert outcome(note) == Outcome.DONE
    ask(note, ama)
    assert run_jobs() == 0


def test_a_comment_is_translated_too(note, lin, maya, engine, run_jobs):
    comment = write_comment(note, by=lin, body="你好，欢迎！ @maya 😊", lang="zh-Hans")
    ask(comment, maya, kind="comment")
    run_jobs()
    version = comment.versions.get(provenance=Provenance.MACHINE)
    assert version.body == "Hello and welcome! @maya 😊"


def test_a_translation_is_found_by_search(note, maya, engine, run_jobs):
    ask(note, maya)
    run_jobs()
    found = NoteVersion.objects.extra(where=["search @@ plainto_tsquery('english', 'dumplings')"])
    assert [version.note_id for version in found] == [note.pk]


def test_readers_who_can_read_it_ask_for_nothing(note, lin, engine, run_jobs):
    ask(note, lin, reads=("zh-Hant",))
    ask(note, lin, reads=("en", "zh-Hans"))
    assert not Wish.objects.exists()


def test_both_scripts_of_chinese_are_one_translation(maya, lin, ama, write, use, run_jobs):
    use(Scripted({"Which software do you use?": "你们用什么软件？"}))
    note = write(maya, "Which software do you use?")
    ask(note, lin, reads=("zh-Hans",))
    ask(note, ama, reads=("zh-Hant",))
    assert run_jobs() == 1
    assert machine_version(note).lang == "zh-Hans"


def test_an_authors_version_in_the_other_script_is_good_enough(lin, maya, write, engine, run_jobs):
    others = [NoteText("zh-Hant", "貓稅來了", "")]
    note = write(maya, "Here is the cat tax for all of you", others=others)
    ask(note, lin, reads=("zh-Hans",))
    assert run_jobs() == 0


def test_the_first_language_that_an_engine_can_do_is_taken(note, maya, engine, run_jobs):
    ask(note, maya, reads=("ja", "en-GB"))
    run_jobs()
    assert machine_version(note).lang == "en"


def test_the_same_words_are_never_sent_twice(note, maya, lin, write, engine, run_jobs):
    again = write(lin, "猫税来了", body=BODY)
    ask(note, maya)
    ask(again, maya)
    run_jobs()
    assert machine_version(again).body == machine_version(note).body
    assert len(engine.asked) == 1  # title and body of one of the notes, together
    assert Memory.objects.count() == 2


def test_what_was_rough_stays_rough_and_yields_to_a_better_engine(
    note, maya, lin, write, engine, use, run_jobs
):
    rough = Scripted(engine.answers, name="draft", quality=Quality.ROUGH)
    use(rough)
    ask(note, maya)
    run_jobs()
    second, third = (write(lin, "猫税来了", body=BODY) for _ in range(2))
    ask(second, maya)
    run_jobs()
    assert machine_version(second).quality == "rough"
    use(engine)
    ask(third, maya)
    run_jobs()
    assert (machine_version(third).quality, machine_version(third).engine) == (
        "good",
        "scripted (7)",
    )


@pytest.mark.parametrize("audience", [Audience.FOLLOWERS, Audience.ME])
def test_text_that_is_not_public_stays_on_the_machine(
    lin, maya, write, engine, use, run_jobs, audience
):
    note = write(lin, "猫税来了", body=BODY, audience=audience)
    comment = write_comment(note, by=lin, body="你好，欢迎！", lang="zh-Hans")
    ask(note, maya)
    ask(comment, maya, kind="comment")
    run_jobs()
    assert engine.asked == []
    assert outcome(note) == outcome(comment, "comment") == Outcome.NO_ENGINE
    use(Scripted(engine.answers, is_local=True))
    translate("note", note.pk, "en", asked_by=maya.pk)
    assert machine_version(note).title == "Here is the cat tax"


def test_hidden_and_deleted_notes_are_not_translated(note, lin, maya, bo, engine, run_jobs):
    ask(note, maya)
    hide_note(note)
    run_jobs()
    assert engine.asked == []
    assert not Wish.objects.exists()
    translate("note", note.pk + 1, "en", asked_by=None)
    delete_note(note, by=lin)
    translate("note", note.pk or 1, "en", asked_by=None)


def test_an_edit_makes_the_translation_stale_and_the_next_reader_refreshes_it(
    note, lin, maya, engine, run_jobs
):
    ask(note, maya)
    run_jobs()
    edit_note(
        note,
        by=lin,
        text=NoteText("zh-Hans", "今天去爬山", ""),
        audience=note.audience,
        reply_policy=note.reply_policy,
    )
    assert machine_version(note).stale
    ask(note, maya)
    run_jobs()
    version = machine_version(note)
    assert (version.title, version.stale) == ("Hiking today", False)


def test_an_edit_while_the_engine_works_is_not_overwritten(note, lin, maya, use, run_jobs):
    class Slow(Scripted):
        def translate(self, texts, source, target):
            note.versions.update(body="另一句话")
            return super().translate(texts, source, target)

    use(Slow({"⟦1⟧来了": "Here is the ⟦1⟧", BODY: "My cat is called Dumpling."}))
    ask(note, maya)
    run_jobs()
    assert not note.versions.filter(provenance=Provenance.MACHINE).exists()
    assert outcome(note) == Outcome.FAILED


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ((), Outcome.NO_ENGINE),
        ((Scripted({}),), Outcome.REFUSED),
        ((Scripted({"猫税来了": "猫税来了"}),), Outcome.REFUSED),
        ((Broken(),), Outcome.FAILED),
    ],
)
def test_what_went_wrong_is_kept_and_nothing_breaks(note, maya, use, run_jobs, chosen, expected):
    use(*chosen)
    ask(note, maya)
    run_jobs()
    assert outcome(note) == expected
    ask(note, maya)
    assert run_jobs() == 0


def test_a_text_without_language_ends_the_wish(lin, maya, write, engine, run_jobs):
    note = write(lin, "猫税来了")
    note.versions.update(title="😭😭", body="12:30")
    ask(note, maya)
    run_jobs()
    assert outcome(note) == Outcome.NOTHING


def characters(member):
    return Spending.objects.get(member=member).characters


def test_characters_are_counted_for_the_member_and_the_place(note, maya, engine, run_jobs):
    ask(note, maya)
    run_jobs()
    assert characters(maya) == characters(None) == len("猫税来了") + len(BODY)


def test_the_memory_costs_nothing(note, maya, ama, lin, write, engine, run_jobs):
    ask(note, maya)
    run_jobs()
    ask(write(lin, "猫税来了", body=BODY), ama)
    run_jobs()
    assert not Spending.objects.filter(member=ama).exists()


@pytest.mark.parametrize("limit", ["translate_member_daily_chars", "translate_daily_chars"])
def test_out_of_budget_no_engine_is_asked(note, maya, engine, limits, run_jobs, limit):
    limits(**{limit: 5})
    ask(note, maya)
    run_jobs()
    assert outcome(note) == Outcome.BUDGET
    assert engine.asked == []
    assert not Spending.objects.filter(characters__gt=0).exists()


def test_a_dead_engine_costs_nothing(note, maya, use, run_jobs):
    use(Broken())
    ask(note, maya)
    run_jobs()
    assert characters(maya) == characters(None) == 0


def test_twenty_notes_are_asked_for_without_a_query_for_each_that_is_known(
    lin, maya, write, engine, run_jobs, django_assert_num_queries
):
    notes = [write(lin, f"今天去爬山{n}") for n in range(20)]
    ids = [note.pk for note in notes]
    ask_for_translation("note", ids, reads=("en",), by=maya)
    # savepoint, versions, wishes, release
    with django_assert_num_queries(4):
        ask_for_translation("note", ids, reads=("en",), by=maya)
