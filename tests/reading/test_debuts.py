"""First notes are promised readers: as many as can be kept, shown to their author, and kept."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone, translation

from dukou.engine import ReasonCode
from dukou.site.bridge.reader import viewer_for
from dukou.site.members.models import Member
from dukou.site.members.services import follow
from dukou.site.notes.models import Audience, Note
from dukou.site.notes.services import delete_note
from dukou.site.reading.allocation.debuts import raise_promises
from dukou.site.reading.allocation.pricing import merge_reports
from dukou.site.reading.allocation.serving import (
    forget_process_state,
    hand_over_now,
    process_state,
    serve_page,
)
from dukou.site.reading.models import DebutPromise, ServedPage
from dukou.site.reading.reach.owed import promise_words
from dukou.site.reading.tasks import raise_first_promises
from tests.cast import AsMember, Write, make_member, words_of
from tests.reading.conftest import NEWCOMER, Bind

PROMISED = """\
[debut]
providers = {}
impressions = 100
"""


def read_pages(*members: Member, pages: int = 10) -> None:
    """Each of the members reads so many pages, which are then counted."""
    for member in members:
        for _ in range(pages):
            serve_page(viewer_for(member), session=uuid4())
    hand_over_now()
    merge_reports()


@pytest.fixture
def read(bind: Bind, notes: list[Note]) -> None:
    """First notes are promised readers, and Walt reads a lot of English."""
    bind(PROMISED)
    read_pages(make_member("walt", home_language="en", reads=["en"]), pages=30)


@pytest.fixture
def nova() -> Member:
    """Somebody who has just come."""
    return make_member("nova", **NEWCOMER)


@pytest.mark.usefixtures("read")
def test_a_first_note_is_promised_what_can_be_expected(nova: Member, write: Write) -> None:
    promises = [
        DebutPromise.objects.get(note=write(nova, f"Hello everybody, this is my note {at}"))
        for at in range(3)
    ]
    assert all(0 < promise.impressions <= 100 for promise in promises)
    assert promises[0].deadline - promises[0].issued_at == timedelta(hours=48)
    fourth = write(nova, "Hello again")
    assert not DebutPromise.objects.filter(note=fourth).exists()


def test_nothing_is_promised_where_nobody_reads(bind: Bind, nova: Member, write: Write) -> None:
    bind(PROMISED)
    write(nova, "Hello")
    assert not DebutPromise.objects.exists()


@pytest.mark.usefixtures("read")
def test_only_public_notes_of_whom_the_clause_names_are_promised(
    ama: Member, nova: Member, write: Write, bind: Bind
) -> None:
    write(nova, "Only for me", audience=Audience.ME)
    bind('[debut]\nproviders = { arrival = "newcomer" }\n')
    write(make_member("old", home_language="en"), "I am not new")
    assert not DebutPromise.objects.exists()
    write(nova, "For everyone")
    assert DebutPromise.objects.count() == 1


@pytest.mark.usefixtures("read")
def test_deleting_and_publishing_again_earns_no_further_promise(nova: Member, write: Write) -> None:
    for at in range(5):
        delete_note(write(nova, f"Look what I have found here {at}"), by=nova)
    assert DebutPromise.objects.filter(author=nova).count() == 3


@pytest.mark.usefixtures("read")
def test_pages_keep_the_promise_and_every_process_counts(nova: Member, write: Write) -> None:
    note = write(nova, "Hello from far away")
    half = timedelta(hours=24)  # of the promise's time is over, and nobody has seen the note
    issued_at, deadline = timezone.now() - half, timezone.now() + half
    DebutPromise.objects.update(impressions=4, expected=4.0, issued_at=issued_at, deadline=deadline)
    readers = [make_member(f"reader{at}", home_language="en", reads=["en"]) for at in range(4)]
    for reader in readers:
        follow(nova, by=reader)  # likely to care
    read_pages(*readers[:2], pages=1)
    forget_process_state()
    read_pages(*readers[2:], pages=1)
    served = ServedPage.objects.filter(note_ids__contains=[note.pk])
    given = sum(page.exposures[page.note_ids.index(note.pk)] for page in served)
    assert given > 0
    assert DebutPromise.objects.get().given == pytest.approx(given, abs=1e-6)
    assert ReasonCode.DEBUT in [page.reasons[page.note_ids.index(note.pk)] for page in served]


@pytest.mark.usefixtures("read")
def test_after_a_quiet_hour_a_promise_grows_and_never_shrinks(nova: Member, write: Write) -> None:
    write(nova, "Hello from far away")
    promise = DebutPromise.objects.get()
    next_hour = promise.issued_at.replace(minute=1) + timedelta(hours=1)
    assert raise_promises(now=promise.issued_at) == 0  # its own hour is not over
    assert raise_promises(now=next_hour) == 1
    raised = DebutPromise.objects.get().impressions
    assert promise.impressions < raised <= 100
    assert raise_promises(now=next_hour) == 0
    DebutPromise.objects.update(impressions=100)
    raise_first_promises.func(0)
    raise_promises(now=next_hour)
    assert DebutPromise.objects.get().impressions == 100


@pytest.mark.usefixtures("read")
def test_nothing_grows_that_is_hidden_or_once_the_contract_promises_nothing(
    nova: Member, write: Write, bind: Bind
) -> None:
    note = write(nova, "Hello from far away")
    next_hour = DebutPromise.objects.get().issued_at.replace(minute=1) + timedelta(hours=1)
    bind("")
    assert raise_promises(now=next_hour) == 0
    bind(PROMISED)
    Note.objects.filter(pk=note.pk).update(hidden_at=timezone.now())
    assert raise_promises(now=next_hour) == 0
    Note.objects.filter(pk=note.pk).update(hidden_at=None)
    assert raise_promises(now=next_hour) == 1


@pytest.mark.usefixtures("read")
def test_the_author_is_told_that_a_fresh_promise_may_grow(nova: Member, write: Write) -> None:
    write(nova, "Hello from far away")
    promise = DebutPromise.objects.get()
    grows = "It may grow after this hour if few come; it never shrinks."
    with translation.override("en"):
        assert grows in promise_words(promise, now=promise.issued_at)
        assert grows not in promise_words(promise, now=promise.issued_at + timedelta(hours=1))
        promise.given = float(promise.impressions)
        assert grows not in promise_words(promise, now=promise.issued_at)


@pytest.mark.usefixtures("read")
def test_a_promise_survives_a_restart(nova: Member, write: Write) -> None:
    note = write(nova, "Hello from far away")
    forget_process_state()
    read_pages(make_member("reader", home_language="en", reads=["en"]), pages=1)
    assert note.pk in process_state().till.debuts.promises


@pytest.mark.usefixtures("read")
def test_the_author_alone_sees_the_promise_on_the_note(
    nova: Member, write: Write, as_member: AsMember, stranger: Client
) -> None:
    note = write(nova, "Hello from far away")
    DebutPromise.objects.update(impressions=60, given=41.3)
    line = "Promised 60 first views within 48 hours, 41 so far."
    assert line in words_of(as_member(nova).get(note.get_absolute_url()).content.decode())
    assert line not in words_of(stranger.get(note.get_absolute_url()).content.decode())
    DebutPromise.objects.update(given=60.0)
    words = words_of(as_member(nova).get(note.get_absolute_url()).content.decode())
    assert "The 60 first views that were promised have been given." in words


@pytest.mark.usefixtures("read")
def test_the_balance_page_counts_promises(nova: Member, write: Write, stranger: Client) -> None:
    kept, broken, gone, _open = [
        write(make_member(f"new{at}", **NEWCOMER), f"Hello everybody, this is my note {at}")
        for at in range(4)
    ]
    over = timezone.now() - timedelta(minutes=1)
    DebutPromise.objects.update(impressions=10, given=2)
    DebutPromise.objects.filter(note=kept).update(given=9.8, impressions=10)
    DebutPromise.objects.filter(note=broken).update(deadline=over)
    DebutPromise.objects.filter(note=gone).update(deadline=over)
    Note.objects.filter(pk=gone.pk).update(hidden_at=over)
    page = stranger.get("/balance")
    words = words_of(page.content.decode())
    assert (page.context["kept"], page.context["broken"]) == (0, 1)
    assert "Promises made 3 in the last 30 days, of 10 views on average" in words
    assert "Kept 1 of 2" in words
    assert "Open 1" in words


@pytest.mark.usefixtures("read")
def test_what_is_held_of_a_member_names_their_promises(nova: Member, write: Write) -> None:
    from dukou.site.reading.holdings import _promises

    note = write(nova, "Hello")
    assert [row["note_id"] for row in _promises(nova)] == [note.pk]
