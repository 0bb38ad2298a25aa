"""Statements give what their querysets give, for every viewer, without being composed again."""

import pytest

from dukou.site.members import services as members
from dukou.site.members.models import Member
from dukou.site.notes.models import Note
from dukou.site.notes.queries import feed_for, visible_to
from dukou.site.statements import Statement
from dukou.site.talk import services as talk
from tests.cast import Write

AMONG = Statement(
    lambda viewer, ids: feed_for(viewer).filter(pk__among=ids).order_by("pk").values_list("pk"),
    *("viewer", "ids"),
)


def seen_by(viewer: Member, notes: list[Note]) -> list[int]:
    """Which of the notes the statement gives this viewer."""
    return [pk for (pk,) in AMONG.rows(viewer=viewer, ids=[note.pk for note in notes])]


def test_one_statement_serves_every_viewer(
    lin: Member, maya: Member, ama: Member, write: Write
) -> None:
    public = write(maya, "For everyone")
    followers = write(maya, "For my followers", audience="followers")
    mine = write(maya, "Only me", audience="me")
    notes = [public, followers, mine]
    talk.follow_member(maya, by=ama)
    assert seen_by(lin, notes) == [public.pk]
    assert seen_by(ama, notes) == [public.pk, followers.pk]
    assert seen_by(maya, notes) == [public.pk, followers.pk, mine.pk]


def test_a_block_acts_on_the_next_call(lin: Member, maya: Member, write: Write) -> None:
    notes = [write(maya, "Hello")]
    assert seen_by(lin, notes) == [notes[0].pk]
    members.block(maya, by=lin)
    assert seen_by(lin, notes) == []


def test_a_list_may_be_empty_or_long(lin: Member, maya: Member, write: Write) -> None:
    notes = [write(maya, f"Note {number}") for number in range(5)]
    assert seen_by(lin, []) == []
    assert seen_by(lin, notes) == [note.pk for note in notes]


@pytest.mark.django_db
def test_sql_is_never_written_from_one_viewer_s_particulars() -> None:
    def build(viewer: Member) -> object:
        return visible_to(viewer).filter(lang=viewer.home_language).values_list("pk")

    hasty = Statement(build, "viewer")  # type: ignore[arg-type]  # what nobody should write
    with pytest.raises(Member.DoesNotExist):
        hasty.rows(viewer=Member(pk=1))
