"""Public notes get a place among texts of all languages, behind the member's back."""

import numpy as np
import pytest
from django.db import connection

from dukou.language.vectors import DIMENSIONS, vectors
from dukou.site.members.models import Member
from dukou.site.members.services import delete_member
from dukou.site.notes import services
from dukou.site.notes.models import Note, NoteVector
from dukou.site.notes.services import NoteText
from dukou.site.notes.services.placing import PLACE, PLACE_WAITING, text_to_place
from dukou.site.notes.vectors import vectors_of
from tests.cast import Write


def waiting_jobs() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (args->>'note_id')::bigint FROM procrastinate_jobs"
            " WHERE task_name = %s AND queue_name = 'language' ORDER BY id",
            [PLACE],
        )
        return [note_id for (note_id,) in cursor.fetchall()]


def edit(note: Note, title: str, *, audience: str = "everyone") -> None:
    services.edit_note(
        note,
        by=note.author,
        text=NoteText("en", title, ""),
        audience=audience,
        reply_policy="everyone",
    )


def test_a_published_note_is_placed_by_a_job(lin: Member, write: Write) -> None:
    note = write(lin, "我的猫在沙发上睡觉")
    assert waiting_jobs() == [note.pk]
    assert vectors_of([note.pk])[0].size == 0
    services.place_note(note.pk)
    ids, found = vectors_of([note.pk])
    assert ids.tolist() == [note.pk]
    assert found.dtype == np.float32
    assert found.shape == (1, DIMENSIONS)
    assert found[0] @ vectors(["my cat sleeps on the sofa"])[0] > 0.6


def test_placing_twice_changes_nothing(lin: Member, write: Write) -> None:
    note = write(lin, "Cat tax")
    services.place_note(note.pk)
    made = NoteVector.objects.get().made_at
    services.place_note(note.pk)
    assert NoteVector.objects.get().made_at == made


def test_an_edit_takes_the_old_place_away_at_once(lin: Member, write: Write) -> None:
    note = write(lin, "Cat tax")
    services.place_note(note.pk)
    edit(note, "How to file your taxes")
    assert not NoteVector.objects.exists()
    assert waiting_jobs() == [note.pk, note.pk]
    services.place_note(note.pk)
    assert vectors_of([note.pk])[1][0] @ vectors(["tax return"])[0] > 0.4


@pytest.mark.parametrize("audience", ["followers", "me"])
def test_what_is_not_public_has_no_place(audience: str, lin: Member, write: Write) -> None:
    hidden = write(lin, "Cat tax", audience=audience)
    shown = write(lin, "Dog tax")
    assert services.place_waiting() == 1
    services.place_note(hidden.pk)
    edit(shown, "Dog tax", audience=audience)
    services.place_note(shown.pk)
    assert not NoteVector.objects.exists()


def test_those_left_over_are_placed_in_batches(lin: Member, write: Write) -> None:
    notes = [write(lin, f"Note {number}") for number in range(3)]
    assert services.place_waiting(most=2) == 2
    assert set(vectors_of([note.pk for note in notes])[0]) == {notes[1].pk, notes[2].pk}
    NoteVector.objects.update(space="another space")
    assert vectors_of([note.pk for note in notes])[0].size == 0
    assert services.place_waiting() == 3
    assert services.place_waiting() == 0


def test_a_note_that_is_edited_meanwhile_is_not_placed_by_its_old_words(
    lin: Member, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = write(lin, "Cat tax")

    def slow_vectors(texts: list[str]) -> object:
        edit(note, "Dog tax")
        return vectors(texts)

    monkeypatch.setattr("dukou.site.notes.services.placing.vectors", slow_vectors)
    services.place_note(note.pk)
    assert not NoteVector.objects.exists()


def test_deleting_and_leaving_take_the_place_along(lin: Member, ama: Member, write: Write) -> None:
    first, second = write(lin, "Cat tax"), write(ama, "Dog tax")
    services.place_waiting()
    services.delete_note(first, by=lin)
    delete_member(ama)
    assert vectors_of([first.pk, second.pk])[0].size == 0
    assert not NoteVector.objects.exists()


def test_topics_that_the_text_does_not_say_count() -> None:
    assert text_to_place("年糕", "#猫税", ["猫税", "宠物"]) == "年糕\n#猫税\n宠物"
    assert text_to_place("", "Hi", []) == "Hi"


def test_asking_for_all_twice_makes_one_job(db: None) -> None:
    services.ask_for_vectors()
    services.ask_for_vectors()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE task_name = %s", [PLACE_WAITING]
        )
        assert cursor.fetchone() == (1,)
