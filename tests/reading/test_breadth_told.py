"""The balance page says how broad pages are beside choices, of all readers together."""

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client

from dukou.site.bridge.reader import viewer_for
from dukou.site.members.models import ReaderKey
from dukou.site.notes.models import Event, EventKind, Note
from dukou.site.reading.allocation.serving import serve_page
from dukou.site.reading.balance.breadth import KEY
from tests.cast import Write, make_member, words_of

TOPICS = ["猫税", "徒步", "火锅", "电影", "化妆", "读书"]


@pytest.fixture(autouse=True)
def nothing_kept(db: None) -> None:
    """No figure of another test."""
    cache.delete(KEY)


@pytest.fixture
def notes(write: Write) -> list[Note]:
    """Notes about six topics."""
    return [
        write(make_member(f"author{at}"), f"第{at}天的笔记", body=f"#{TOPICS[at % len(TOPICS)]}")
        for at in range(24)
    ]


def read_and_choose(notes: list[Note], *, readers: int) -> None:
    """So many readers are shown everything, and choose notes about two topics only."""
    for at in range(readers):
        member = make_member(f"reader{at}")
        for _ in range(2):
            serve_page(viewer_for(member), session=uuid4())
        key = ReaderKey.objects.get(member=member)
        for note in [note for number, note in enumerate(notes) if number % len(TOPICS) < 2]:
            Event.objects.create(kind=EventKind.OPEN, note_id=note.pk, reader_key=key.key)


def test_pages_and_choices_are_compared(notes: list[Note], stranger: Client) -> None:
    read_and_choose(notes, readers=5)
    words = words_of(stranger.get("/balance").content.decode())
    assert "Pages narrower than choices 0 of 5" in words
    shown = float(words.split("Pages are as broad as ")[1].split()[0])
    chosen = float(words.split("What readers chose ")[1].split()[0])
    assert chosen < 2.5 < 4.5 < shown


def test_of_few_readers_nothing_is_told(notes: list[Note], stranger: Client) -> None:
    read_and_choose(notes, readers=4)
    assert "narrower than choices" not in stranger.get("/balance").content.decode()
