"""What one hour may promise: sized by who has come, and shared out when it is over."""

from hypothesis import given
from hypothesis import strategies as st

from dukou.engine import DebutClause
from dukou.engine.allotment import HOUR_MS, Allotment, shared_out
from dukou.engine.debut import Promise

CLAUSE = DebutClause(impressions=100, hours=48, per_page=2)
HOUR = 482_000

sizes = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=20)


def allotment(promises: list[Promise], *, pages: float = 1000.0, hour: int = HOUR) -> Allotment:
    at = (hour + 1) * HOUR_MS - 1
    return Allotment.of(hour, promises, CLAUSE, pages_expected=pages, at=at)


def promised(note_id: int, impressions: int, *, hour: int = HOUR, given: float = 0.0) -> Promise:
    at = hour * HOUR_MS
    return Promise(note_id, at, at + 48 * HOUR_MS, impressions, expected=100.0, given=given)


def test_an_hour_may_promise_a_fifth_of_what_is_not_owed_to_others() -> None:
    assert allotment([]).whole == 180.0
    earlier = [promised(1, 100, hour=HOUR - 5, given=40.0), promised(2, 50, hour=HOUR - 50)]
    assert allotment(earlier).whole == 0.2 * (900.0 - 60.0)
    assert allotment([*earlier, promised(3, 30)]).left == 0.2 * 840.0 - 30.0
    assert allotment([], pages=-1.0).whole == 0.0


def test_parts_grow_smaller_with_who_has_come_and_who_came_the_hour_before() -> None:
    first, second = allotment([]), allotment([promised(1, 20)])
    assert (first.next, second.next) == (180.0 / 8, 180.0 / 16)
    before = [promised(at, 1, hour=HOUR - 1, given=1.0) for at in range(40)]
    assert allotment(before).next == 180.0 / 40
    many = [promised(at, 1, hour=HOUR - 1, given=1.0) for at in range(400)]
    assert allotment(many).next == 3.0
    assert allotment(many, pages=10_000.0).next == 1800.0 / 80


def test_at_least_three_are_promised_while_the_allotment_suffices() -> None:
    assert allotment([], pages=50.0).next == 3.0
    assert allotment([promised(1, 7)], pages=50.0).next == 2.0
    assert allotment([promised(1, 9)], pages=50.0).next == 0.0


def test_what_is_left_raises_the_smallest_to_one_level() -> None:
    assert shared_out([20, 3, 5], [100, 100, 100], 10.0) == [20, 9, 9]
    assert shared_out([20, 3, 5], [100, 4, 100], 10.0) == [20, 4, 14]
    assert shared_out([20, 3], [10, 2], 50.0) == [20, 3]
    assert shared_out([], [], 50.0) == []


@given(sizes, st.floats(0.0, 500.0))
def test_sharing_out_spends_what_is_left_and_no_more(
    notes: list[tuple[int, int]], left: float
) -> None:
    had, most = [has for has, _ in notes], [top for _, top in notes]
    found = shared_out(had, most, left)
    spent = sum(found) - sum(had)
    assert spent <= left
    assert all(
        has <= size <= max(has, top) for size, has, top in zip(found, had, most, strict=True)
    )
    raised = [size for size, has in zip(found, had, strict=True) if size > has]
    wanting = [size for size, top in zip(found, most, strict=True) if size < top]
    assert not raised or min(wanting, default=60) >= max(raised)  # nobody was passed over
    assert not wanting or spent + len(wanting) > left  # one more for each would be too many
