"""A reader says it better: suggested in place, decided by the author or by two readers."""

import pytest

from dukou.site.bridge.corrections.models import Correction, CorrectionState
from dukou.site.bridge.services import ask_for_translation
from dukou.site.notes.models import Provenance
from dukou.site.notes.services import NoteText, edit_note
from dukou.site.talk.models import Notice, Notification
from dukou.site.talk.services import write_comment
from tests.cast import make_member
from tests.language.engines.fakes import Scripted

BETTER = {"lang": "en", "title": "Cat tax, paid", "body": "This is Dumpling, my cat."}


@pytest.fixture
def note(lin, maya, write, engine, run_jobs):
    """Lin's note, which a machine has translated for Maya."""
    written = write(lin, "猫税来了", body="我家的猫叫团子。")
    ask_for_translation("note", [written.pk], reads=("en",), by=maya)
    run_jobs()
    return written


def reader(name):
    return make_member(name, home_language="en", reads=["en"])


def suggest(client, note, **said):
    return client.post(f"/notes/{note.pk}/corrections", BETTER | said, follow=True)


def say(client, correction, agrees="yes"):
    return client.post(f"/corrections/{correction.pk}", {"agrees": agrees}, follow=True)


def shown_to(member, note, as_member):
    return as_member(member).get(note.get_absolute_url()).context["note"].version


@pytest.fixture
def suggested(note, maya, as_member):
    suggest(as_member(maya), note)
    return Correction.objects.get()


def test_the_author_accepts_and_the_writer_is_thanked(
    suggested, note, lin, maya, as_member, run_jobs
) -> None:
    assert Notification.objects.filter(member=lin, kind=Notice.SUGGESTED, actor=maya).exists()
    say(as_member(lin), suggested)
    version = shown_to(reader("zoe"), note, as_member)
    assert version.texts[0].title == "Cat tax, paid"
    assert "@maya" in version.line
    assert Notification.objects.filter(member=maya, kind=Notice.THANKED).exists()


def test_two_readers_of_the_language_accept(suggested, note, ama, as_member) -> None:
    say(as_member(ama), suggested)
    suggested.refresh_from_db()
    assert suggested.state == CorrectionState.WAITING
    say(as_member(reader("zoe")), suggested)
    suggested.refresh_from_db()
    assert suggested.state == CorrectionState.ACCEPTED
    version = note.versions.get(provenance=Provenance.COMMUNITY)
    assert (version.lang, version.title, version.by.name) == ("en", "Cat tax, paid", "maya")


def test_an_accepted_wording_is_remembered_for_the_same_words(
    suggested, lin, ama, write, as_member, run_jobs
) -> None:
    say(as_member(lin), suggested)
    again = write(ama, "猫税来了", body="今天没带来。")
    ask_for_translation("note", [again.pk], reads=("en",), by=reader("zoe"))
    run_jobs()
    same = write(ama, "猫税来了", body="我家的猫叫团子。")
    ask_for_translation("note", [same.pk], reads=("en",), by=reader("yun"))
    run_jobs()
    version = same.versions.get(provenance=Provenance.MACHINE)
    assert (version.title, version.body) == (BETTER["title"], BETTER["body"])
    assert "People translated" in shown_to(reader("tom"), same, as_member).line


def test_who_does_not_read_the_language_has_no_say(suggested, as_member) -> None:
    say(as_member(make_member("wen", home_language="zh-Hans", reads=["zh-Hans"])), suggested)
    assert not suggested.votes.exists()


def test_nobody_votes_for_their_own(suggested, maya, as_member) -> None:
    say(as_member(maya), suggested)
    assert not suggested.votes.exists()


def test_two_readers_send_it_away(suggested, note, ama, as_member) -> None:
    for member in (ama, reader("zoe")):
        say(as_member(member), suggested, agrees="no")
    suggested.refresh_from_db()
    assert suggested.state == CorrectionState.REFUSED
    assert not note.versions.filter(provenance=Provenance.COMMUNITY).exists()


def test_an_edit_of_the_original_makes_it_outdated(suggested, note, lin, ama, as_member) -> None:
    changed = NoteText("zh-Hans", "狗税来了", "我家的狗叫馒头。")
    edit_note(note, by=lin, text=changed, audience="everyone", reply_policy="everyone")
    say(as_member(ama), suggested)
    suggested.refresh_from_db()
    assert suggested.state == CorrectionState.OUTDATED


def test_an_edit_after_it_was_accepted_has_the_text_translated_anew(
    suggested, note, lin, maya, as_member, engine, run_jobs
) -> None:
    say(as_member(lin), suggested)
    text = NoteText("zh-Hans", "今天去爬山", "")
    edit_note(note, by=lin, text=text, audience="everyone", reply_policy="everyone")
    version = shown_to(maya, note, as_member)
    assert version.texts[0].title == "Cat tax, paid"
    assert "the original has changed since" in version.line
    assert version.wish == "meet"
    as_member(maya).post(f"/notes/{note.pk}/version")
    run_jobs()
    assert shown_to(maya, note, as_member).texts[0].title == "Hiking today"
    assert note.versions.filter(provenance=Provenance.COMMUNITY, stale=True).exists()


def test_it_can_be_taken_back_by_its_writer_alone(suggested, maya, ama, as_member) -> None:
    as_member(ama).delete(f"/corrections/{suggested.pk}")
    assert Correction.objects.exists()
    as_member(maya).delete(f"/corrections/{suggested.pk}")
    assert not Correction.objects.exists()


def test_what_the_author_wrote_is_the_authors(lin, maya, write, as_member) -> None:
    note = write(lin, "猫税", others=[NoteText("en", "Cat tax", "")])
    assert shown_to(maya, note, as_member).correct_url == ""
    assert as_member(maya).get(f"/notes/{note.pk}/corrections?lang=en").status_code == 404


@pytest.mark.parametrize(
    "said",
    [
        {"title": "", "body": "  "},
        {"title": "Here is the cat tax", "body": "My cat is called Dumpling."},
    ],
)
def test_nothing_new_is_refused_and_nothing_is_lost(note, maya, as_member, said) -> None:
    response = suggest(as_member(maya), note, why="clearer", **said)
    assert response.status_code == 422
    assert "clearer" in response.content.decode()
    assert not Correction.objects.exists()


def test_what_leaves_out_the_title_or_the_text_is_refused(note, maya, as_member) -> None:
    for missing in ("title", "body"):
        response = suggest(as_member(maya), note, **{missing: " \u200b"})
        assert response.status_code == 422
        assert "Write your version first" in response.content.decode()
    assert not Correction.objects.exists()


def test_the_note_says_that_a_wording_waits(suggested, note, as_member) -> None:
    assert shown_to(reader("zoe"), note, as_member).suggestions == 1
    page = as_member(reader("tom")).get(shown_to(reader("kim"), note, as_member).correct_url)
    (waiting,) = page.context["page"].waiting
    assert (waiting.by.name, waiting.agree) == ("maya", 0)


def test_a_comment_is_said_better_too(note, lin, maya, use, as_member, run_jobs) -> None:
    use(Scripted({"欢迎！": "Welcome!"}))
    comment = write_comment(note, by=lin, body="欢迎！", lang="zh-Hans")
    ask_for_translation("comment", [comment.pk], reads=("en",), by=maya)
    run_jobs()
    address = f"/comments/{comment.pk}/corrections"
    as_member(maya).post(address, {"lang": "en", "body": "Glad you came!"})
    say(as_member(lin), Correction.objects.get())
    assert comment.versions.get(provenance=Provenance.COMMUNITY).body == "Glad you came!"


def test_a_traditional_reader_writes_in_their_script(
    lin, maya, ama, write, use, run_jobs, as_member
) -> None:
    use(Scripted({"Which software do you use?": "你们用什么软件？"}))
    note = write(maya, "Which software do you use?")
    wen = make_member("wen", home_language="zh-Hant", reads=["zh-Hant"])
    ask_for_translation("note", [note.pk], reads=("zh-Hant",), by=wen)
    run_jobs()
    suggest(as_member(wen), note, lang="zh-Hant", title="你們都用什麼軟體呀？", body="")
    say(as_member(maya), Correction.objects.get())
    assert shown_to(lin, note, as_member).texts[0].title == "你们都用什么软件呀？"
    assert shown_to(wen, note, as_member).texts[0].title == "你們都用什麼軟體呀？"
