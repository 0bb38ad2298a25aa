"""First notes that are published in the same instant are promised one after the other."""

from threading import Event
from uuid import UUID

import pytest
from django.db import connection, transaction

from dukou.site.bridge.reader import viewer_for
from dukou.site.notes.models import Note
from dukou.site.reading.allocation.pricing import merge_reports
from dukou.site.reading.allocation.serving import hand_over_now, serve_page
from dukou.site.reading.models import DebutPromise
from tests.at_once import while_halfway
from tests.cast import Write, make_member
from tests.reading.conftest import NEWCOMER, Bind

PROMISED = """\
[debut]
providers = {}
impressions = 100
"""


@pytest.fixture
def read(committed: None, bind: Bind, notes: list[Note]) -> None:
    """First notes are promised readers, and there are some."""
    bind(PROMISED)
    walt = make_member("walt", home_language="en", reads=["en"])
    for at in range(30):
        serve_page(viewer_for(walt), session=UUID(int=at))
    hand_over_now()
    merge_reports()


def promised(note: Note) -> int:
    return DebutPromise.objects.get(note=note).impressions


@pytest.mark.usefixtures("read")
def test_the_second_knows_what_the_first_was_promised(write: Write) -> None:
    one, other = (make_member(name, **NEWCOMER) for name in ("nova", "sol"))
    written, go_on = Event(), Event()

    def publish_slowly() -> Note:
        with transaction.atomic():
            note = write(one, "Hello from far away")
            written.set()
            go_on.wait(30)
        connection.close()
        return note

    def publish() -> Note:
        note = write(other, "Good morning to all of you")
        connection.close()
        return note

    slow, quick = while_halfway(publish_slowly, publish, halfway=written, go_on=go_on)
    first, second = promised(slow.result()), promised(quick.result())
    assert 0 < second < first
