"""A new note is placed in its first second, a new member on their first page, and what binds
people together counts."""

import shutil
import time
import uuid
from datetime import timedelta
from types import SimpleNamespace

import numpy as np
import pytest
from django.utils import timezone

from dukou.engine import Cohort, Place
from dukou.language.vectors import SPACE, vectors
from dukou.site.bridge.reader import viewer_for
from dukou.site.members.models import Member, ReaderKey
from dukou.site.notes.models import Note, NoteVector, Topic
from dukou.site.notes.vectors import stored
from dukou.site.reading.allocation import attention, levelling, live_index
from dukou.site.reading.allocation.serving import (
    forget_process_state,
    process_state,
    serve_page,
)
from dukou.site.reading.allocation.shelf import Shelf
from dukou.site.reading.allocation.shelves import Shelves
from dukou.site.reading.allocation.snapshots import snapshots_folder
from dukou.site.reading.allocation.taste import learn_now
from dukou.site.reading.models import Impression, Interest, ServedPage
from dukou.site.talk import services as talk
from tests.cast import Write, make_member

CATS, HILLS = "#猫税", "#徒步"


@pytest.fixture(autouse=True)
def empty_folder() -> None:
    """No snapshot of another test."""
    shutil.rmtree(snapshots_folder(), ignore_errors=True)


class Crowds:
    """Those who like cats and those who like hills, and the notes of both."""

    def __init__(self, write: Write) -> None:
        self.fans = [[make_member(f"{kind}{n}") for n in range(8)] for kind in ("cat", "hill")]
        self.notes: list[list[Note]] = [[], []]
        for side, topic in enumerate((CATS, HILLS)):
            for number in range(8):
                author = make_member(f"author{side}{number}")
                note = write(author, f"第{side}{number}天", body=topic)
                self.notes[side].append(note)
                for fan in self.fans[side]:
                    if fan.name != f"cat{number}" or number != 0:
                        talk.like_note(note, by=fan)


@pytest.fixture
def crowds(write: Write) -> Crowds:
    """Enough to learn from."""
    return Crowds(write)


def learnt() -> None:
    """Learn, and begin as a fresh process that takes it up."""
    assert learn_now() is not None
    forget_process_state()


def similar_to(member: Member) -> dict[int, float]:
    """What similar members' taste says of each note on the member's page."""
    page = serve_page(viewer_for(member), session=uuid.uuid4()).page
    return {slot.note_id: slot.terms.similar for slot in page.slots}


def test_a_new_note_is_placed_by_what_it_is_about(crowds: Crowds, write: Write) -> None:
    learnt()
    process_state()
    cat = write(make_member("nova"), "又来一只", body=CATS)
    hill = write(make_member("sol"), "又上一座", body=HILLS)
    for fans, near, far in ((crowds.fans[0], cat, hill), (crowds.fans[1], hill, cat)):
        similar = similar_to(fans[3])
        assert similar[near.pk] > 0.2
        assert similar[near.pk] > similar.get(far.pk, 0.0) + 0.1


def test_a_new_note_is_placed_by_its_text_once_that_has_a_place(
    write: Write, crowds: Crowds
) -> None:
    texts = {0: "小猫在窗台上睡觉", 1: "清晨爬山看日出"}
    for side, notes in enumerate(crowds.notes):
        for note, vector in zip(notes, vectors([texts[side]] * 8), strict=True):
            NoteVector.objects.create(note=note, space=SPACE, numbers=stored(vector))
        Note.topics.through.objects.filter(note__in=notes).delete()
    learnt()
    index = process_state().index
    note = write(make_member("nova"), "A kitten asleep on the window sill")
    live = index.refresh()
    before = live.notes.factors[live.notes.rows([note.pk])[0]].copy()
    (vector,) = vectors(["A kitten asleep on the window sill"])
    NoteVector.objects.create(note=note, space=SPACE, numbers=stored(vector))
    index._next_look = index._next_texts = 0.0
    assert index.refresh() is live
    after = live.notes.factors[live.notes.rows([note.pk])[0]]
    cats, hills = (live.shelf.of_member(fans[3].pk) for fans in crowds.fans)
    assert (after - before) @ (cats - hills) > 0.0


def test_texts_are_placed_while_others_go_on_writing(
    write: Write, crowds: Crowds, monkeypatch: pytest.MonkeyPatch
) -> None:
    for notes, text in zip(crowds.notes, ("小猫在窗台上睡觉", "清晨爬山看日出"), strict=True):
        for note, vector in zip(notes, vectors([text] * 8), strict=True):
            NoteVector.objects.create(note=note, space=SPACE, numbers=stored(vector))
    learnt()
    index = process_state().index
    note = write(make_member("nova"), "A kitten asleep on the window sill")
    live = index.refresh()
    before = live.notes.factors[live.notes.rows([note.pk])[0]].copy()
    (vector,) = vectors(["A kitten asleep on the window sill"])
    NoteVector.objects.create(note=note, space=SPACE, numbers=stored(vector))
    Note.objects.filter(pk=note.pk).update(changed_at=timezone.now() - timedelta(minutes=5))
    clock = [time.monotonic()]
    ours = SimpleNamespace(monotonic=lambda: clock[0], time=time.time)
    monkeypatch.setattr(live_index, "time", ours)
    for at in range(5):
        write(make_member(f"busy{at}"), f"Something else, number {at}")
        clock[0] += 4.0
        index.refresh()
    assert not np.array_equal(live.notes.factors[live.notes.rows([note.pk])[0]], before)


def test_a_new_member_is_placed_by_what_they_like_and_tap_first(crowds: Crowds) -> None:
    learnt()
    fresh = make_member("fresh")
    topic = Topic.objects.get(names__normalized="猫税")
    Interest.objects.create(member=fresh, topic=topic)
    similar = similar_to(fresh)
    cats = np.mean([similar.get(note.pk, 0.0) for note in crowds.notes[0]])
    hills = np.mean([similar.get(note.pk, 0.0) for note in crowds.notes[1]])
    assert cats > hills + 0.1
    tapper = make_member("tapper")
    for note in crowds.notes[1][:3]:
        talk.like_note(note, by=tapper)
    similar = similar_to(tapper)
    cats = np.mean([similar.get(note.pk, 0.0) for note in crowds.notes[0]])
    hills = np.mean([similar.get(note.pk, 0.0) for note in crowds.notes[1]])
    assert hills > cats + 0.1


def test_what_both_crowds_like_bridges_and_counts(crowds: Crowds, write: Write) -> None:
    bridge = write(make_member("ferry"), "渡口的茶摊")
    for fan in (*crowds.fans[0], *crowds.fans[1]):
        talk.like_note(bridge, by=fan)
    for side, notes in enumerate(crowds.notes):
        for note in notes:
            for stranger in crowds.fans[1 - side]:
                talk.not_for_me(note, by=stranger)
    learnt()
    notes = process_state().index.live.notes
    scores = dict(zip(notes.column("id").tolist(), notes.column("bridging").tolist(), strict=True))
    assert scores[bridge.pk] == max(scores.values())
    assert scores[bridge.pk] > 0.05
    page = serve_page(viewer_for(make_member("fresh")), session=uuid.uuid4()).page
    terms = {slot.note_id: slot.terms.bridging for slot in page.slots}
    assert terms[bridge.pk] > 0.0


def chance_places(member: Member, notes: list[Note], *, liked: int) -> None:
    """The member saw each of the notes where chance had put it, and then liked so many."""
    key, _ = ReaderKey.objects.get_or_create(member=member)
    for at, note in enumerate(notes):
        terms = [0.0] * 18
        terms[2] = 1.0 + at / 100
        page = ServedPage.objects.create(
            reader_key=key.key,
            surface="explore",
            contract_id=1,
            note_ids=[note.pk],
            reasons=[3],
            propensities=[0.1],
            exposures=[1.0],
            terms=terms,
            clause_exposure=[],
            clause_base=[],
            plain_clause_exposure=[],
        )
        Impression.objects.create(page_id=page.pk, slot=0)
        if at >= len(notes) - liked:
            talk.like_note(note, by=member)


def test_scores_are_levelled_where_a_group_likes_less_than_they_say(
    crowds: Crowds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(levelling, "FEWEST_PLACES", 60)
    monkeypatch.setattr(levelling, "FEWEST_LIKED", 10)
    ServedPage.objects.all().delete()
    notes = [*crowds.notes[0], *crowds.notes[1]]
    for number in range(4):
        chance_places(make_member(f"zh{number}", home_language="zh-Hans"), notes, liked=8)
        chance_places(make_member(f"en{number}", home_language="en"), notes, liked=1)
    learnt()
    shelf = Shelves().newer(than=Shelf())
    assert shelf is not None
    place = Place(languages=["und", "zh-Hans", "en"])
    chinese = shelf.line_of(Cohort("zh-Hans", "CN"), place)
    english = shelf.line_of(Cohort("en", "US"), place)
    assert chinese is not None
    assert english is not None
    at = place.languages.index("zh-Hans")
    worth = [line.slope[at] * 1.1 + line.offset[at] for line in (chinese, english)]
    assert worth[0] > worth[1] + 0.02
    assert shelf.line_of(Cohort("ja", "JP"), place) is None
    again = learn_now()
    assert again is not None
    assert "calibration_slope" in again.arrays


def test_places_are_worth_what_beacons_tell(
    crowds: Crowds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attention, "FEWEST_PLACES", 20)
    ServedPage.objects.all().delete()
    member = make_member("scroller")
    key, _ = ReaderKey.objects.get_or_create(member=member)
    ids = list(Note.objects.order_by("pk").values_list("pk", flat=True)[:8])
    for at in range(400):
        drawn = at % 8
        page = ServedPage.objects.create(
            reader_key=key.key,
            surface="explore",
            contract_id=1,
            note_ids=ids,
            reasons=[3 if slot == drawn else 0 for slot in range(8)],
            propensities=[0.1] * 8,
            exposures=[1.0] * 8,
            terms=[0.0] * 18 * 8,
            clause_exposure=[],
            clause_base=[],
            plain_clause_exposure=[],
        )
        Impression.objects.create(page_id=page.pk, slot=0)
        if 0 < drawn < 4:  # nobody looks farther than the second row
            Impression.objects.create(page_id=page.pk, slot=drawn)
    learnt()
    page = serve_page(viewer_for(make_member("fresh")), session=uuid.uuid4()).page
    worth = [slot.exposure for slot in page.slots]
    assert worth == sorted(worth, reverse=True)
    assert worth[0] > 0.95
    assert worth[3] > worth[4] + 0.2
