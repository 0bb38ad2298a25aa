"""A place that grows learns more factors: every process takes them up, and none is confused."""

import json
import shutil
import uuid
from dataclasses import asdict
from itertools import product

import numpy as np
import pytest
from django.conf import settings
from django.test import Client

from dukou.engine.learning import Learning
from dukou.engine.snapshot import Snapshot, write_snapshot
from dukou.site.bridge.reader import viewer_for
from dukou.site.members.models import Member, ReaderKey
from dukou.site.notes.models import Note
from dukou.site.reading.allocation.live import Live
from dukou.site.reading.allocation.live_index import LiveIndex
from dukou.site.reading.allocation.profile import reader_for
from dukou.site.reading.allocation.serving import process_state, serve_page
from dukou.site.reading.allocation.snapshots import place_name, settings_for, snapshots_folder
from dukou.site.reading.health import engine_snapshot
from dukou.site.reading.tasks import learn_taste
from dukou.site.talk.models import Like
from tests.cast import AsMember, Write, make_member

FANS, NOTES = 700, 16


@pytest.fixture(autouse=True)
def empty_folder() -> None:
    """No snapshot of another test."""
    shutil.rmtree(snapshots_folder(), ignore_errors=True)


@pytest.fixture
def notes(write: Write) -> list[Note]:
    """Notes by as many authors."""
    return [write(make_member(f"author{at}"), f"第{at}天") for at in range(NOTES)]


def grown(notes: list[Note], members: int, *, name: str) -> list[Member]:
    """So many more members; even ones like the first half of the notes, odd ones the second."""
    Member.objects.bulk_create(
        Member(name=f"{name}{at:04}", email=f"{name}{at}@example.org") for at in range(members)
    )
    fans = list(Member.objects.filter(name__startswith=name).order_by("name"))
    ReaderKey.objects.bulk_create(ReaderKey(member=fan) for fan in fans)
    half = len(notes) // 2
    Like.objects.bulk_create(
        Like(member=fan, note=note)
        for at, fan in enumerate(fans)
        for note in (notes[half:] if at % 2 else notes[:half])
    )
    return fans


def looked(index: LiveIndex) -> Live:
    """The process's next look, without waiting for its time."""
    index._next_look = index._shelves._next_look = 0.0
    return index.refresh()


def learnt(*, factors: int) -> None:
    """The hourly job has run, and learnt so many factors."""
    learn_taste.func(0)
    (found,) = {path.read_text() for path in snapshots_folder().glob("current")}
    manifest = json.loads((snapshots_folder() / found / "manifest.json").read_text())["manifest"]
    assert manifest["facts"]["learning"]["factors"] == factors


def liking(member: Member) -> dict[int, float]:
    """What similar members' taste says of each note on the member's next page."""
    page = serve_page(viewer_for(member), session=uuid.uuid4()).page
    return {slot.note_id: slot.terms.similar for slot in page.slots}


def test_running_processes_take_up_more_factors(
    notes: list[Note], lin: Member, as_member: AsMember, stranger: Client
) -> None:
    fans = grown(notes, 20, name="early")
    learnt(factors=32)
    here, elsewhere = process_state().index, LiveIndex()
    assert [looked(index).notes.width for index in (here, elsewhere)] == [32, 32]
    assert stranger.get("/").status_code == 200
    grown(notes, FANS * 2, name="late")
    learnt(factors=64)
    assert [looked(index).notes.width for index in (here, elsewhere)] == [64, 64]
    for member in (fans[0], lin):
        assert as_member(member).get("/").status_code == 200
    similar = liking(fans[0])
    mine, theirs = ([similar[note.pk] for note in part] for part in (notes[:8], notes[8:]))
    assert min(mine) > max(theirs) + 0.3


def test_a_page_in_the_making_goes_on_with_what_it_began_with(notes: list[Note]) -> None:
    fan, *_ = grown(notes, 20, name="early")
    learnt(factors=32)
    index = process_state().index
    before = looked(index)
    grown(notes, FANS * 2, name="late")
    learnt(factors=64)
    after = looked(index)
    for live, width in ((before, 32), (after, 64)):
        reader, _ = reader_for(viewer_for(fan), live, session=uuid.uuid4(), translated=("zh",))
        assert len(reader.factors) == live.notes.width == live.shelf.width == width
    assert set(before.notes.column("id")) == set(after.notes.column("id"))
    assert before.place is after.place


def written(change: dict[str, np.ndarray], **facts: object) -> Snapshot:
    """A whole snapshot of this place, of eight factors but for the change."""
    ids, rows = np.arange(3), np.ones((3, 8), np.float32)
    arrays = {"member_ids": ids, "members": rows, "note_ids": ids, "notes": rows} | change
    kept = {"events": 60, "mean": 0.0, "learning": asdict(Learning(factors=8))}
    return write_snapshot(snapshots_folder(), arrays, place=place_name(), facts=kept | facts)


@pytest.mark.parametrize(
    "change",
    [
        {"members": np.ones((3, 9), np.float32)},
        {"note_ids": np.arange(4)},
        {"notes": np.ones(3, np.float32)},
        {
            "content_topics": np.ones((1, 9), np.float32),
            "content_languages": np.ones((1, 8), np.float32),
            "content_author_ids": np.arange(0),
            "content_authors": np.ones((0, 8), np.float32),
            "content_texts": np.ones((0, 8), np.float32),
            "content_text_centre": np.ones(0, np.float32),
        },
        {
            "content_topics": np.ones((1, 8), np.float32),
            "content_languages": np.ones((1, 8), np.float32),
            "content_author_ids": np.arange(0),
            "content_authors": np.ones((0, 8), np.float32),
            "content_texts": np.ones((300, 8), np.float32),
            "content_text_centre": np.ones(300, np.float32),
        },
    ],
    ids=[
        "readers of another size",
        "a note too many",
        "no table",
        "content of another size",
        "texts of another space",
    ],
)
def test_what_does_not_fit_is_refused_and_what_served_goes_on(
    change: dict[str, np.ndarray], lin: Member, as_member: AsMember
) -> None:
    first = written({})
    running = process_state().index
    assert looked(running).notes.width == 8
    written(change)
    for index in (running, LiveIndex()):
        live = looked(index)
        assert live.shelf.snapshot is not None
        assert live.shelf.snapshot.version == first.version
    found = engine_snapshot(settings.CONFIGURATION)
    assert found.level == "warn"
    assert "an older one serves" in found.says
    assert as_member(lin).get("/").status_code == 200


def test_what_was_learnt_in_an_unknown_way_is_refused(db: None) -> None:
    written({}, learning={"depth": 3})
    assert looked(LiveIndex()).shelf.snapshot is None


def test_a_snapshot_of_before_settings_were_noted_serves(db: None) -> None:
    ids, rows = np.arange(3), np.ones((3, 32), np.float32)
    arrays = {"member_ids": ids, "members": rows, "note_ids": ids, "notes": rows}
    facts = {"events": 60, "factors": 32, "mean": 0.0}
    write_snapshot(snapshots_folder(), arrays, place=place_name(), facts=facts)
    assert looked(LiveIndex()).shelf.width == 32


@pytest.mark.parametrize(("events", "notes_there"), list(product([60, 20_000, 10**7], [50, 10**6])))
def test_many_notes_have_fewer_factors_each(events: int, notes_there: int) -> None:
    found = settings_for(events, notes=notes_there, shown=True)
    assert found.factors == Learning.sized(0).factors or found.factors * notes_there <= 25_000_000
    assert found.factors <= Learning.sized(events).factors
