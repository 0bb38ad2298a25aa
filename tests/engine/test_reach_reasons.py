"""Why a note reached few: the reasons follow from how it stands, and never pass four."""

import numpy as np
import pytest

from dukou.engine import (
    LiveNotes,
    Match,
    Place,
    Promise,
    Reach,
    explain_reach,
    match_note,
    match_share,
)
from dukou.engine.reach import (
    ReachAged,
    ReachCapped,
    ReachClosed,
    ReachCrowded,
    ReachInterest,
    ReachLanguage,
    ReachNobody,
    ReachOwed,
    ReachSoFar,
    ReachWell,
)
from tests.engine.world import NOW, NOW_MS, make_notes, make_reader

GOOD = Match(rank=0.9, language=1.0, topic=0.5, competes=True)
POOR = Match(rank=0.1, language=0.0, topic=0.0, competes=False)


def reach(**changes: object) -> Reach:
    """A note that stands well with two readers."""
    given: dict[str, object] = {
        "readers": 2,
        "pages": 3,
        "views": 1.5,
        "closed": None,
        "matches": [GOOD, GOOD],
        "weights": [3.0, 1.0],
        "hours_old": 1.0,
    }
    return Reach(**(given | changes))  # type: ignore[arg-type]


def kinds(found: Reach) -> list[type]:
    """The reasons by kind."""
    return [type(reason) for reason in explain_reach(found, now=NOW_MS)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, [ReachSoFar, ReachWell]),
        ({"closed": "audience"}, [ReachSoFar, ReachClosed]),
        ({"matches": [], "weights": []}, [ReachSoFar, ReachNobody]),
        ({"capped": True}, [ReachSoFar, ReachCapped]),
        ({"crowded": 10}, [ReachSoFar, ReachCrowded]),
        ({"hours_old": 100.0}, [ReachSoFar, ReachAged]),
        ({"matches": [POOR, GOOD]}, [ReachSoFar, ReachLanguage, ReachInterest]),
    ],
)
def test_the_reasons_follow_from_how_it_stands(
    changes: dict[str, object], expected: list[type]
) -> None:
    assert kinds(reach(**changes)) == expected


def test_a_promise_is_told_while_it_is_owed() -> None:
    promise = Promise(1, NOW_MS - 1000, NOW_MS + 1000, impressions=60, expected=200.0, given=41.0)
    assert kinds(reach(promise=promise))[1] is ReachOwed
    promise.given = 60.0
    assert ReachOwed not in kinds(reach(promise=promise))


def test_there_are_never_more_than_four() -> None:
    promise = Promise(1, NOW_MS - 1000, NOW_MS + 1000, impressions=60, expected=200.0)
    worst = reach(promise=promise, capped=True, matches=[POOR, POOR], hours_old=999.0)
    assert len(kinds(worst)) == 4


def test_pages_weigh_readers() -> None:
    found = reach(matches=[GOOD, POOR])
    assert (found.competes, found.pages_lately) == (3, 4)
    assert found.matching == found.read_directly == 0.75
    assert match_share([], []) is None


def test_a_note_stands_as_it_would_among_the_live_ones(place: Place) -> None:
    notes = make_notes(place, 400)
    liking = np.zeros(12, dtype=np.float32)
    liking[0] = 1.0
    cares = make_reader(place, topics=liking, factors=np.zeros(8, np.float32))
    not_so = make_reader(place, topics=np.roll(liking, 6), factors=np.zeros(8, np.float32))
    one = LiveNotes(place, factors=8, capacity=1)
    one.add([9001], authors=[77], cohorts=[0], languages=[1], published=[NOW_MS], topics=[[0]])
    first, second = match_note([cares, not_so], notes, one, now=NOW)
    assert first.rank > 0.95
    assert first.matches()
    assert second.rank < first.rank
    assert second.topic == 0.0
    assert first.language == 1.0
