"""Statements give what their querysets give, for every viewer, without being composed again."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DataError, connection, transaction
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from dukou.site.members import services as members
from dukou.site.members.models import Member
from dukou.site.notes.models import Note
from dukou.site.notes.queries import feed_for, visible_to
from dukou.site.statements import Statement, rows_of
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


@pytest.mark.django_db
def test_values_are_told_by_place_or_by_name_and_a_sign_of_per_cent_stays_one() -> None:
    assert rows_of("SELECT %s::int, '5 %%', %s::text", [7, "x"]) == [(7, "5 %", "x")]
    twice = "SELECT %(word)s::text || %(word)s::text, %(at)s::int"
    assert rows_of(twice, {"at": 3, "word": "a%s"}) == [("a%sa%s", 3)]


@pytest.mark.django_db
def test_what_does_not_change_stands_in_the_statement() -> None:
    odd = Statement(
        lambda notes: Note.objects.filter(pk__among=notes, place="100 % 'ours'").values_list("pk"),
        "notes",
    )
    assert "'100 %% ''ours'''" in odd.text
    assert odd.text.count("%(notes)s") == 1
    assert odd.rows(notes=[1]) == []


@pytest.mark.django_db
def test_errors_are_django_s() -> None:
    with pytest.raises(DataError), transaction.atomic():
        rows_of("SELECT 1 / %s::int", [0])
    with transaction.atomic():
        transaction.set_rollback(True)
        with pytest.raises(TransactionManagementError):
            rows_of("SELECT 1", [])


@pytest.mark.django_db
def test_what_stands_around_statements_and_logs_sees_them() -> None:
    seen: list[str] = []

    def watch(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        seen.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(watch):
        assert rows_of("SELECT %s::int", [1]) == [(1,)]
    assert seen == ["SELECT %s::int"]
    with CaptureQueriesContext(connection) as caught:
        assert rows_of("SELECT %s::int", [2]) == [(2,)]
    assert len(caught) == 1
