"""Whoever edits or uploads again after success gains little over an honest author, however loose
the share of an author is."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from dukou.engine import LiveNotes
from dukou.engine.clock import millis
from dukou.site.bridge.reader import viewer_for
from dukou.site.members.models import Member
from dukou.site.members.registry import all_holdings
from dukou.site.notes.models import Audience, FormerNote, Note, Topic
from dukou.site.notes.services import NoteText, clear_leftovers, delete_note, edit_note, hide_note
from dukou.site.reading.allocation.serving import forget_process_state, process_state, serve_page
from tests.cast import AsMember, Write, make_member, words_of
from tests.reading.conftest import Bind

LOOSE = """\
[author_cap]
per_page = 2
[exploration]
slots = 0
"""
WORDS = ("ferry", "harbour", "lantern", "market")
ENGLISH = {"home_language": "en", "reads": ["en"]}


def say(author: Member, at: int) -> str:
    """A text that nobody else writes."""
    return f"{author.name} saw a {WORDS[at % 4]} number {at} and stayed with it until dark"


def change(note: Note, **what: object) -> None:
    """An edit by the author; what is not given stays."""
    source = note.versions.get(is_source=True)
    given: dict[str, object] = {
        "text": NoteText(source.lang, source.title, source.body),
        "audience": note.audience,
        "reply_policy": note.reply_policy,
        "topics": [topic.slug for topic in note.topics.all()],
    }
    edit_note(note, by=note.author, **(given | what))  # type: ignore[arg-type]


def age(*notes: Note, hours: float = 6.0) -> None:
    """The notes were published so long before."""
    for note in notes:
        note.published_at = timezone.now() - timedelta(hours=hours)
        note.save(update_fields=["published_at"])


def take_away(note: Note) -> int:
    """Its author deletes the note; its id."""
    note_id = note.pk
    delete_note(note, by=note.author)
    return note_id


def live() -> LiveNotes:
    """What is live in this process, which looks as after two seconds."""
    process_state().index.look_again()
    return process_state().index.refresh().notes


def crowd_of(note: Note) -> int:
    """How many notes of its author this process counts in the day before it."""
    notes = live()
    return int(notes.column("crowd")[notes.rows([note.pk])[0]])


def matched_by(note: Note) -> tuple[set[str], set[str]]:
    """The topics that the note has, and those that it is matched by beside them."""
    notes, keys = live(), process_state().index.live.topic_pks
    at = int(notes.column("topic_set")[notes.rows([note.pk])[0]])
    parts = notes.topic_sets[at], notes.topic_sets.left(at)
    now, left = [
        set(
            Topic.objects.filter(pk__in=[keys[topic] for topic in part]).values_list(
                "slug", flat=True
            )
        )
        for part in parts
    ]
    return now, left


@pytest.fixture
def nova(bind: Bind) -> Member:
    """Somebody who writes, where nothing holds authors back."""
    bind(LOOSE)
    return make_member("nova", **ENGLISH)


def test_uploading_again_gains_nothing_over_an_honest_author(
    nova: Member, write: Write, as_member: AsMember
) -> None:
    authors = [make_member(f"author{at}", **ENGLISH) for at in range(16)]
    honest = (authors[7], authors[8])  # of equal notes the older stands first
    authors.insert(8, nova)
    notes = [
        write(author, say(author, at), topics=["food"]) for at in range(4) for author in authors
    ]
    age(*notes)
    had = {author.pk: 0.0 for author in authors}
    readers = {make_member(f"reader{at}", **ENGLISH): uuid.uuid4() for at in range(4)}
    for number in range(3):
        live()
        for reader, session in readers.items():
            page = serve_page(viewer_for(reader), session=session).page
            for author, exposure in page.author_exposure.items():
                had[author] += exposure
        if number == 1:
            for at, note in enumerate(nova.notes.order_by("pk")):
                as_member(nova).post(f"/notes/{note.pk}", {"_method": "DELETE"})
                write(nova, say(nova, at), topics=["food"])
    assert Note.objects.filter(author=nova).count() == 4
    assert had[nova.pk] <= 1.1 * sum(had[author.pk] for author in honest) / 2


def test_what_comes_back_is_as_old_as_it_was_in_every_process(nova: Member, write: Write) -> None:
    first = write(nova, say(nova, 0))
    age(first, hours=40)
    first_id = take_away(first)
    second = write(nova, say(nova, 0))
    take_away(second)
    third = write(nova, say(nova, 0))
    for _ in range(2):
        notes = live()
        row = int(notes.rows([first_id])[0])
        assert notes.column("id")[row] == third.pk
        assert notes.column("published")[row] == pytest.approx(millis(first.published_at), abs=1)
        forget_process_state()


@pytest.mark.parametrize("way", ["deleted", "narrowed", "hidden"])
def test_what_is_gone_counts_in_the_day_of_its_author(nova: Member, write: Write, way: str) -> None:
    gone = write(nova, say(nova, 0))
    write(nova, say(nova, 1))
    mine = write(nova, say(nova, 2), audience=Audience.ME)
    live()
    if way == "deleted":
        take_away(gone)
    elif way == "narrowed":
        change(gone, audience=Audience.ME)
    else:
        hide_note(gone)
    take_away(mine)
    write(nova, say(nova, 0))  # again
    last = write(nova, say(nova, 3))
    for _ in range(2):
        assert crowd_of(last) == 3
        forget_process_state()


def test_what_was_gone_before_a_process_looked_counts_too(nova: Member, write: Write) -> None:
    live()
    take_away(write(nova, say(nova, 0)))
    assert crowd_of(write(nova, say(nova, 1))) == 1


def test_whoever_deletes_a_note_is_told_what_is_remembered(
    nova: Member, write: Write, as_member: AsMember
) -> None:
    address = write(nova, say(nova, 0)).get_absolute_url()
    words = words_of(as_member(nova).get(f"{address}/delete").content.decode())
    assert "uploaded again, it counts as the same note" in words


def test_a_note_that_everyone_may_read_again_is_no_former_one(nova: Member, write: Write) -> None:
    note = write(nova, say(nova, 0))
    change(note, audience=Audience.ME)
    live()
    change(note, audience=Audience.EVERYONE)
    assert not FormerNote.objects.exists()
    assert crowd_of(write(nova, say(nova, 1))) == 1


def test_a_note_goes_on_counting_for_topics_that_it_has_left(nova: Member, write: Write) -> None:
    note = write(nova, say(nova, 0), topics=["food", "travel"])
    age(note)
    live()
    change(note, topics=["travel", "pets"])
    for _ in range(2):
        assert matched_by(note) == ({"travel", "pets"}, {"food"})
        forget_process_state()
    change(note, topics=["food", "travel"])
    assert matched_by(note) == ({"food", "travel"}, {"pets"})


def test_whoever_puts_it_right_at_once_or_adds_a_topic_has_left_none(
    nova: Member, write: Write
) -> None:
    note = write(nova, say(nova, 0), topics=["food"])
    change(note, topics=["pets"])
    assert matched_by(note) == ({"pets"}, set())
    age(note)
    change(note, topics=["pets", "travel"])
    assert matched_by(note) == ({"pets", "travel"}, set())


def test_other_topics_are_no_way_round_by_uploading_again(nova: Member, write: Write) -> None:
    first = write(nova, say(nova, 0), topics=["food"])
    age(first)
    take_away(first)
    second = write(nova, say(nova, 0), topics=["pets"])
    assert matched_by(second) == ({"pets"}, {"food"})
    change(second, audience=Audience.ME)
    change(second, topics=["music"])
    change(second, audience=Audience.EVERYONE)
    assert matched_by(second) == ({"music"}, {"food", "pets"})


def test_somebody_elses_upload_is_as_old_but_keeps_its_topics(nova: Member, write: Write) -> None:
    first = write(nova, "The same words of the same song that everybody sings", topics=["music"])
    age(first)
    first_id = take_away(first)
    parrot = make_member("parrot", **ENGLISH)
    copy = write(parrot, "The same words of the same song that everybody sings", topics=["pets"])
    assert live().rows([first_id]).tolist() == live().rows([copy.pk]).tolist()
    assert matched_by(copy) == ({"pets"}, set())


def test_former_notes_are_forgotten_in_the_end(nova: Member, write: Write) -> None:
    take_away(write(nova, say(nova, 0)))
    clear_leftovers(now=timezone.now() + timedelta(days=29))
    assert FormerNote.objects.exists()
    clear_leftovers(now=timezone.now() + timedelta(days=31))
    assert not FormerNote.objects.exists()


def test_what_is_remembered_is_among_what_is_held_of_a_member(nova: Member, write: Write) -> None:
    note_id = take_away(write(nova, say(nova, 0)))
    held = {holding.name: list(holding.rows(nova)) for holding in all_holdings()}
    assert [row["note_id"] for row in held["former_notes"]] == [note_id]
