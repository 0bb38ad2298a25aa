"""Of notes that show or say the same only the first stands on Explore, from the next page on."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from dukou.site.bridge.reader import viewer_for
from dukou.site.members.models import Member
from dukou.site.notes.models import Audience, Media, Note
from dukou.site.notes.services import (
    NoteText,
    delete_note,
    edit_note,
    hide_note,
    show_note,
)
from dukou.site.notes.services.copies import fold_new
from dukou.site.reading.allocation.serving import process_state, serve_page
from tests.cast import Write, make_member

TEXT = "The ferry leaves at six from the second pier, bring a warm coat and somebody to talk to"


@pytest.fixture(autouse=True)
def running(db: None) -> None:
    """A process that looks at every page, as after two seconds."""
    process_state().index._next_look = 0.0


def shown_to(reader: Member) -> list[int]:
    """The notes on the reader's next page."""
    process_state().index._next_look = 0.0
    page = serve_page(viewer_for(reader), session=uuid.uuid4()).page
    return [slot.note_id for slot in page.slots]


def long_ago(note: Note) -> None:
    """Nothing of the note has changed for an hour: running processes do not look at it again."""
    Note.objects.filter(pk=note.pk).update(changed_at=timezone.now() - timedelta(hours=1))


@pytest.mark.parametrize("again", [TEXT, TEXT.upper() + "!!!", TEXT.replace(", ", " 🚢 ")])
def test_a_text_that_was_there_before_is_folded_into_the_first(
    ama: Member, lin: Member, write: Write, again: str
) -> None:
    first = write(ama, "Tonight", body=TEXT)
    assert first.pk in shown_to(lin)
    long_ago(first)
    copy = write(make_member("parrot"), "Tonight", body=again)
    assert copy.near_copy_of_id == first.pk
    shown = shown_to(lin)
    assert copy.pk not in shown
    assert first.pk in shown


def test_a_picture_that_was_there_before_is_folded_into_the_first(
    ama: Member, lin: Member, write: Write
) -> None:
    first, copy = write(ama, "One"), write(make_member("parrot"), "Another")
    assert {first.pk, copy.pk} <= set(shown_to(lin))
    long_ago(first)
    for note in (first, copy):
        Media.objects.create(owner=note.author, note=note, position=0, fingerprint=77)
        fold_new(note)
    shown = shown_to(make_member("reader"))
    assert first.pk in shown
    assert copy.pk not in shown


def test_greetings_and_what_others_cannot_read_fold_nothing(ama: Member, write: Write) -> None:
    write(ama, "Hello everybody")
    assert write(make_member("shy"), "Hello everybody").near_copy_of_id is None
    hidden = write(ama, "Tonight", body=TEXT, audience=Audience.ME)
    assert write(make_member("parrot"), "Tonight", body=TEXT).near_copy_of_id is None
    assert Note.objects.get(pk=hidden.pk).near_copy_of_id is None


def test_a_note_that_says_something_else_now_stands_by_itself(ama: Member, write: Write) -> None:
    write(ama, "Tonight", body=TEXT)
    copy = write(parrot := make_member("parrot"), "Tonight", body=TEXT)
    other = NoteText("en", "Tonight", "Somebody sang on the second pier until the lamps went out")
    edit_note(copy, by=parrot, text=other, audience=copy.audience, reply_policy=copy.reply_policy)
    assert Note.objects.get(pk=copy.pk).near_copy_of_id is None


def test_when_the_first_goes_the_next_stands_for_the_others(
    ama: Member, lin: Member, write: Write
) -> None:
    first = write(ama, "Tonight", body=TEXT)
    copies = [write(make_member(f"parrot{at}"), "Tonight", body=TEXT) for at in range(3)]
    shown_to(lin)
    delete_note(first, by=ama)
    folded = [Note.objects.get(pk=copy.pk).near_copy_of_id for copy in copies]
    assert folded == [None, copies[0].pk, copies[0].pk]
    shown = set(shown_to(make_member("reader"))) & {copy.pk for copy in copies}
    assert shown == {copies[0].pk}


def test_when_the_first_says_something_else_its_copies_stand_without_it(
    ama: Member, write: Write
) -> None:
    first = write(ama, "Tonight", body=TEXT)
    copy = write(make_member("parrot"), "Tonight", body=TEXT)
    other = NoteText("en", "Tonight", "Somebody sang on the second pier until the lamps went out")
    edit_note(first, by=ama, text=other, audience=first.audience, reply_policy=first.reply_policy)
    assert Note.objects.get(pk=copy.pk).near_copy_of_id is None


def test_a_note_that_everyone_may_read_later_is_not_shown_beside_its_copy(
    ama: Member, write: Write
) -> None:
    own = write(ama, "Tonight", body=TEXT, audience=Audience.ME)
    copy = write(ama, "Tonight", body=TEXT)
    text = NoteText("en", "Tonight", TEXT)
    edit_note(own, by=ama, text=text, audience=Audience.EVERYONE, reply_policy=own.reply_policy)
    shown = shown_to(make_member("reader"))
    assert len({own.pk, copy.pk} & set(shown)) == 1


def test_an_old_note_that_is_made_a_copy_does_not_push_the_first_aside(
    ama: Member, write: Write
) -> None:
    parrot = make_member("parrot")
    old = write(
        parrot, "Yesterday", body="Nothing happened but rain, and the kettle was on all day"
    )
    first = write(ama, "Tonight", body=TEXT)
    text = NoteText("en", "Tonight", TEXT)
    edit_note(old, by=parrot, text=text, audience=old.audience, reply_policy=old.reply_policy)
    edit_note(first, by=ama, text=text, audience=old.audience, reply_policy=old.reply_policy)
    assert Note.objects.get(pk=old.pk).near_copy_of_id == first.pk
    assert Note.objects.get(pk=first.pk).near_copy_of_id is None
    assert {old.pk, first.pk} & set(shown_to(make_member("reader"))) == {first.pk}


def test_a_first_that_was_hidden_stands_for_its_copies_again(ama: Member, write: Write) -> None:
    first = write(ama, "Tonight", body=TEXT)
    hide_note(first)
    copies = [write(make_member(f"parrot{at}"), "Tonight", body=TEXT) for at in range(2)]
    assert Note.objects.get(pk=copies[1].pk).near_copy_of_id == copies[0].pk
    show_note(first)
    assert [Note.objects.get(pk=copy.pk).near_copy_of_id for copy in copies] == [first.pk] * 2
