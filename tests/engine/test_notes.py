"""Live notes are added, changed and removed one by one, and read as columns."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dukou.engine import (
    DuplicateNote,
    Group,
    LiveNotes,
    Place,
    ShapeMismatch,
    UnknownCohort,
    UnknownNote,
    UnknownTopic,
)
from tests.engine.world import LIN, MAYA, NOW_MS, make_notes, make_place


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
