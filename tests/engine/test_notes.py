"""Live notes are added, changed and removed one by one, and read as columns."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dukou.engine import (
    DuplicateNote,
    FormerNotes,
    Group,
    LiveNotes,
    NotFinite,
    Place,
    Reader,
    ShapeMismatch,
    UnknownCohort,
    UnknownNote,
    UnknownTopic,
)
from tests.engine.world import (
    LIN,
    MAYA,
    NOW_MS,
    bare,
    make_notes,
    make_place,
    make_reader,
    page_for,
)


def add(notes: LiveNotes, *ids: int, **changes: object) -> None:
    """Notes of author 1, of Lin's cohort, in Chinese, published now."""
    size = len(ids)
    given: dict[str, object] = {
        "authors": [1] * size,
        "cohorts": [0] * size,
        "languages": [1] * size,
        "published": [NOW_MS] * size,
    }
    notes.add(ids, **(given | changes))  # type: ignore[arg-type]


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 12)), max_size=60))
@settings(max_examples=60, deadline=None)
def test_index_holds_just_what_was_added_and_not_removed(steps: list[tuple[bool, int]]) -> None:
    notes = LiveNotes(make_place(), factors=2, capacity=1)
    expected: dict[int, int] = {}
    for number, (adding, note_id) in enumerate(steps):
        if adding and note_id not in expected:
            add(notes, note_id, authors=[number], topics=[[number % 5]], factors=[[number, 1]])
            expected[note_id] = number
        elif not adding:
            notes.remove([note_id])
            expected.pop(note_id, None)
    assert sorted(notes.column("id").tolist()) == sorted(expected)
    for note_id, number in expected.items():
        row = int(notes.rows([note_id])[0])
        assert notes.author_ids[int(notes.column("author")[row])] == number
        step = max(number, 1) / 127
        assert notes.factors[row].tolist() == pytest.approx([number, 1], abs=step / 2)
        assert notes.topic_sets[int(notes.column("topic_set")[row])] == (number % 5,)


def test_adding_is_all_or_nothing(place: Place) -> None:
    notes = LiveNotes(place)
    add(notes, 1)
    with pytest.raises(DuplicateNote):
        add(notes, 2, 1)
    with pytest.raises(DuplicateNote):
        add(notes, 3, 3)
    with pytest.raises(UnknownCohort):
        add(notes, 4, cohorts=[3])
    with pytest.raises(ShapeMismatch):
        add(notes, 5, authors=[1, 2])
    with pytest.raises(ShapeMismatch):
        add(notes, 6, factors=np.zeros((1, 3)))
    assert notes.column("id").tolist() == [1]


def test_a_topic_below_0_is_refused_and_changes_nothing(place: Place) -> None:
    notes = LiveNotes(place)
    add(notes, 1, topics=[[0]])
    with pytest.raises(UnknownTopic):
        add(notes, 2, authors=[7], topics=[[3, -1]])
    with pytest.raises(UnknownTopic):
        notes.update([1], language=[2], topics=[[-2]])
    assert notes.author_index(7) is None
    assert notes.column("language").tolist() == [1]
    assert notes.topic_sets[int(notes.column("topic_set")[0])] == (0,)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
@pytest.mark.parametrize("name", ["quality", "bridging", "factors"])
def test_what_is_no_number_is_refused_and_changes_nothing(
    place: Place, lin: Reader, name: str, number: float
) -> None:
    notes = make_notes(place, 40)
    before = page_for(lin, notes, bare()).note_ids
    column = np.full((1, 8) if name == "factors" else 1, number)
    with pytest.raises(NotFinite):
        add(notes, 99, **{name: column})
    with pytest.raises(NotFinite):
        notes.update([1], followers=[9], **{name: column})  # type: ignore[arg-type]
    assert page_for(lin, notes, bare()).note_ids == before


def test_update_changes_only_what_is_given(place: Place) -> None:
    notes = LiveNotes(place, factors=2)
    add(notes, 1, 2, quality=[0.5, 0.5], topics=[[1], [2]])
    notes.update([2], quality=[0.9], topics=[[3, 1]], factors=np.ones((1, 2)))
    assert notes.column("quality").tolist() == pytest.approx([0.5, 0.9])
    assert notes.topic_sets[int(notes.column("topic_set")[1])] == (1, 3)
    assert notes.factors == pytest.approx(np.array([[0, 0], [1, 1]]))
    with pytest.raises(UnknownNote):
        notes.update([7], quality=[1.0])
    with pytest.raises(ShapeMismatch):
        notes.update([1], published=[0])


def test_followers_are_the_authors_on_all_their_notes(place: Place) -> None:
    notes = LiveNotes(place)
    add(notes, 1, 2, 3, authors=[8, 9, 8], followers=[1, 5, 1])
    notes.set_followers(8, 40)
    assert notes.column("followers").tolist() == [40, 5, 40]
    assert notes.median_followers() == 22.5


def test_groups_pick_notes_by_cohort_topic_and_followers(place: Place) -> None:
    notes = LiveNotes(place)
    add(
        notes,
        *(1, 2, 3),
        authors=[1, 2, 3],
        cohorts=[0, 1, 2],
        languages=[1, 2, 2],
        published=[NOW_MS] * 3,
        topics=[[0], [0, 1], [1]],
        followers=[10, 20, 30],
    )
    rows = np.arange(3)

    def picked(**given: object) -> list[bool]:
        group = Group(**given)  # type: ignore[arg-type]
        return notes.in_group(group, rows, reader=MAYA).tolist()

    assert picked(arrival="resident") == [True, True, False]
    assert picked(language="en") == [False, True, True]
    assert picked(language="same") == [False, True, True]
    assert picked(topic="topic-0") == [True, True, False]
    assert picked(followers_below="median") == [True, False, False]
    assert picked(followers_at_least=20, arrival="newcomer") == [False, False, True]
    assert notes.group_mask(Group(language="same"), reader=LIN).tolist() == [True, False, False]


def test_topics_count_less_where_many_are_piled_up(place: Place) -> None:
    notes = LiveNotes(place)
    add(notes, 1, 2, topics=[[0], [0, 1, 2, 3]])
    liking = np.array([1.0, 0.0], dtype=np.float32)
    one, four = notes.topic_sets.affinity(liking)[notes.column("topic_set")]
    assert one == pytest.approx(1.0)
    assert four == pytest.approx(3**0.5 / 4)


DAY_MS = 24 * 3_600_000
crowds = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 3 * DAY_MS)), min_size=1, max_size=40)


@given(crowds, st.integers(1, 40), st.integers(2, 5))
def test_a_crowd_is_what_the_author_published_in_the_day_before(
    notes: list[tuple[int, int]], at_once: int, one_in: int
) -> None:
    """Whatever of it was taken away since."""
    index = LiveNotes(make_place(), factors=2, capacity=4)
    for start in range(0, len(notes), at_once):
        some = notes[start : start + at_once]
        index.add(
            range(start, start + len(some)),
            authors=[author for author, _ in some],
            cohorts=[0] * len(some),
            languages=[0] * len(some),
            published=[NOW_MS + at for _, at in some],
        )
        index.remove(range(start, start + len(some), one_in))
    for number, (author, at) in enumerate(notes):
        if number not in index:
            continue
        before = [
            other
            for other, (by, when) in enumerate(notes)
            if by == author and at - DAY_MS < when <= at and (when, other) < (at, number)
        ]
        assert index.column("crowd")[index.rows([number])] == len(before)


def crowd_of(notes: LiveNotes, note_id: int) -> int:
    """How many notes its author published in the day before it."""
    return int(notes.column("crowd")[notes.rows([note_id])[0]])


def test_what_was_taken_away_before_the_index_was_made_counts_too(place: Place) -> None:
    former = FormerNotes()
    former.enter([1, 2, 3], [1, 1, 9], [NOW_MS - DAY_MS // 2] * 3)
    notes = LiveNotes(place, former=former)
    add(notes, 4)
    assert crowd_of(notes, 4) == 2
    former.forget(NOW_MS)
    add(notes, 5)
    assert (crowd_of(notes, 5), len(former)) == (1, 0)


def test_what_came_back_stays_known_however_old_it_is(place: Place) -> None:
    notes = make_notes(place, 3)
    add(notes, 102, before=[[101]])
    notes.former.forget(NOW_MS + 1)
    assert notes.column("id")[notes.rows([101])].tolist() == [102]


def test_a_note_that_comes_back_was_seen_as_what_it_was(place: Place) -> None:
    notes = make_notes(place, 60)
    add(notes, 101, 102)
    notes.remove([101])
    add(notes, 103, before=[[101]])
    notes.remove([103])
    add(notes, 104, before=[[101, 103]])
    add(notes, 105)
    assert crowd_of(notes, 105) == 4
    for others in ([], range(201, 260)):  # looked for one by one, and in order
        found = notes.rows([*others, 101, 103, 102])
        assert notes.column("id")[found].tolist() == [104, 104, 102]
    reader = make_reader(place, session=[101])
    assert 104 not in page_for(reader, notes, bare(), slots=70).note_ids
    assert 102 in page_for(reader, notes, bare(), slots=70).note_ids


def test_a_note_that_is_shown_again_counts_once(place: Place) -> None:
    notes = LiveNotes(place)
    add(notes, 1)
    notes.remove([1])
    add(notes, 1)
    add(notes, 2)
    assert crowd_of(notes, 2) == 1


def test_topics_that_were_left_are_matched_and_not_named(place: Place) -> None:
    notes = LiveNotes(place)
    add(notes, 1, 2, topics=[[1], [0, 1]])
    notes.update([1], topics=[[1]], left=[[0, 1]])
    sets = notes.column("topic_set")
    assert notes.topic_sets[int(sets[0])] == (1,)
    assert notes.topic_sets.left(int(sets[0])) == (0,)
    liking = np.array([1.0, 0.2], dtype=np.float32)
    one, both = notes.topic_sets.affinity(liking)[sets]
    assert one == both
    assert notes.topic_sets.having(0)[sets].all()


def test_the_note_whose_number_a_group_has_stands_for_the_others(place: Place) -> None:
    notes = LiveNotes(place)
    add(notes, 1, 2, 3, published=[3, 1, 2], copies=[3, 3, 3])
    assert notes.column("id")[notes.copies_of(3)].tolist() == [3, 2, 1]


def test_copies_leave_their_group_when_they_go(place: Place) -> None:
    notes = LiveNotes(place)
    add(notes, 1, 2, 3, published=[3, 1, 2], copies=[9, 9, 9])
    assert notes.column("id")[notes.copies_of(9)].tolist() == [2, 3, 1]
    notes.remove([2])
    notes.update([3], copies=[0])
    assert notes.column("id")[notes.copies_of(9)].tolist() == [1]


def test_index_stays_small(place: Place) -> None:
    notes = make_notes(place, 3000, factors=64)
    assert notes.nbytes / 4096 < 400
