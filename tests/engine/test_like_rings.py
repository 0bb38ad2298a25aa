"""A ring of accounts that like one author's notes moves the pages of nobody else.

Two authors write alike and are liked alike by those who meet them; the attacker has a ring beside.
What is learnt of it, factors and bridging, must not lift the attacker by a tenth.
"""

from dataclasses import dataclass, replace

import numpy as np
import pytest

from dukou.engine import AuthorCap, EngineConfig, LiveNotes, Place, Reader, ShapeMismatch
from dukou.engine.believing import believed
from dukou.engine.bridging import bridging_scores
from dukou.engine.engagement import Events, Showings
from dukou.engine.exposure import slot_exposure
from dukou.engine.learning import Factors, Learning, learn
from tests.engine.test_abuse import ATTACKER, CONTRACT, HONEST, exposure_of
from tests.engine.world import HOUR_MS, NOW_MS, TOPICS

MEMBERS, NOTES, PER_AUTHOR, RING = 80, 240, 8, 16
OF_HONEST = range(60_000, 60_000 + PER_AUTHOR)
OF_ATTACKER = range(70_000, 70_000 + PER_AUTHOR)
LEARNING = Learning(factors=8, epochs=8)
UNCAPPED = replace(CONTRACT, author_cap=AuthorCap(per_page=2))


@dataclass(frozen=True)
class Past:
    """What was shown and liked before: rows of member, note, and whether they liked it."""

    members: np.ndarray
    notes: np.ndarray
    liked: np.ndarray


def ids() -> np.ndarray:
    """All notes: the others', then the honest author's and the attacker's."""
    return np.array([*range(1, NOTES + 1), *OF_HONEST, *OF_ATTACKER])


def author_of(notes: np.ndarray) -> np.ndarray:
    """The author of each note."""
    of = [
        HONEST if at in OF_HONEST else ATTACKER if at in OF_ATTACKER else 1000 + at // 3
        for at in notes.tolist()
    ]
    return np.array(of)


def organic(rng: np.random.Generator) -> Past:
    """Two tastes; each member was shown a third of all notes and liked of their own side more."""
    notes = ids()
    side = notes % 2
    shown = rng.random((MEMBERS, len(notes))) < 0.33
    members, at = np.nonzero(shown)
    chance = np.where(side[at] == members % 2, 0.35, 0.05)
    return Past(members, notes[at], rng.random(len(at)) < chance)


def ring_likes() -> tuple[np.ndarray, np.ndarray]:
    """Sixteen accounts of both sides like every note of the attacker's, and some others' too."""
    rng = np.random.default_rng(3)
    members, notes = [], []
    for account in range(1000, 1000 + RING):
        for note in (*OF_ATTACKER, *rng.integers(1, NOTES + 1, size=6).tolist()):
            members.append(account)
            notes.append(note)
    return np.array(members), np.array(notes)


def shown_to_a_ring(feed: str) -> Showings:
    """Pages that the ring's accounts open to be shown the attacker's notes: Latest when one is
    new, with what others wrote below it, or a topic that nobody else writes about."""
    rng = np.random.default_rng(5)
    chances = slot_exposure(20, 2, EngineConfig().patience)
    members, pages = [], []
    for account in range(1000, 1000 + RING):
        for note in OF_ATTACKER:
            below = rng.choice(NOTES, 19, replace=False) + 1 if feed == "latest" else []
            members.append(account)
            pages.append([note, *below])
    sizes = [len(page) for page in pages]
    return Showings(
        np.repeat(members, sizes),
        np.concatenate([np.array(page) for page in pages]),
        np.concatenate([chances[:size] for size in sizes]),
        np.ones(sum(sizes), dtype=bool),
    )


def together(one: Showings, other: Showings, *, counted: bool) -> Showings:
    """Both; with `counted`, what members chose to be shown counts as if they had not."""
    own = np.zeros(len(one.members), dtype=bool)
    return Showings(
        np.concatenate((one.members, other.members)),
        np.concatenate((one.notes, other.notes)),
        np.concatenate((one.exposures, other.exposures)),
        None if counted else np.concatenate((own, np.ones(len(other.members), dtype=bool))),
    )


def learnt(
    past: Past,
    *,
    ring: bool,
    careful: bool,
    shown: bool = True,
    feed: str = "",
    counted: bool = False,
) -> tuple[Factors, dict[int, float]]:
    """Factors and bridging scores from what was done; ring members found the notes themselves, or
    had a feed show them."""
    members, notes = past.members[past.liked], past.notes[past.liked]
    raters, rated, ratings = past.members, past.notes, past.liked.astype(float)
    if ring:
        who, what = ring_likes()
        members, notes = np.concatenate((members, who)), np.concatenate((notes, what))
        raters, rated = np.concatenate((raters, who)), np.concatenate((rated, what))
        ratings = np.concatenate((ratings, np.ones(len(who))))
    events = Events(members, notes, np.ones(len(members)))
    showings = Showings(past.members, past.notes, np.ones(len(past.members)))
    if ring and feed:
        showings = together(showings, shown_to_a_ring(feed), counted=counted)
    if careful:
        events = believed(events, author_of(notes), showings)
    rng = np.random.default_rng(0)
    found = learn(events, LEARNING, rng=rng, showings=showings if shown else None)
    _, rater = np.unique(raters, return_inverse=True)
    known, of = np.unique(rated, return_inverse=True)
    bridging = bridging_scores(rater, of, ratings, rng=rng)
    scores = np.clip(bridging.note, -1.0, 1.0).tolist()
    return found, dict(zip(known.tolist(), scores, strict=True))


def community(place: Place, found: Factors, bridging: dict[int, float]) -> LiveNotes:
    """The notes as they stand after learning; those of both authors are alike."""
    notes = LiveNotes(place, factors=LEARNING.factors)
    every = ids()
    notes.add(
        every,
        authors=author_of(every),
        cohorts=[2] * len(every),
        languages=[2] * len(every),
        published=[NOW_MS - HOUR_MS] * len(every),
        topics=[[note % TOPICS] for note in every.tolist()],
        factors=found.of_notes(every),
        followers=[50] * len(every),
        bridging=[bridging.get(note, 0.0) for note in every.tolist()],
    )
    return notes


def gained_by_a_ring(
    place: Place,
    seed: int,
    *,
    careful: bool,
    shown: bool = True,
    feed: str = "",
    counted: bool = False,
) -> float:
    """The attacker's exposure beside the honest author's, with the ring over without it; no cap
    holds either of them back."""
    past = organic(np.random.default_rng(seed))
    shares = []
    for ring in (True, False):
        found, bridging = learnt(
            past, ring=ring, careful=careful, shown=shown, feed=feed, counted=counted
        )

        def of_reader(reader: Reader, at: int, found: Factors = found) -> Reader:
            return replace(reader, factors=found.of_members(np.array([at]))[0])

        notes = community(place, found, bridging)
        exposure = exposure_of(notes, UNCAPPED, reader=of_reader)
        shares.append(exposure[ATTACKER] / exposure[HONEST])
    return shares[0] / shares[1]


@pytest.mark.parametrize("seed", [1, 3])
@pytest.mark.parametrize("careful", [True, False])
def test_a_ring_of_likes_lifts_nothing_for_others(place: Place, seed: int, careful: bool) -> None:
    """Likes of what was not shown tell nothing of the note, believed or not."""
    assert gained_by_a_ring(place, seed, careful=careful) < 1.1


def test_learning_from_likes_alone_a_ring_would_pay(place: Place) -> None:
    """The refusal above is the doing of showings, not an accident of the community."""
    assert gained_by_a_ring(place, 3, careful=False, shown=False) > 1.2


@pytest.mark.parametrize(("feed", "seed"), [("latest", 5), ("topic", 1), ("topic", 5)])
def test_a_ring_gains_nothing_in_feeds_that_it_chooses(place: Place, feed: str, seed: int) -> None:
    """Such a feed tells of its reader only."""
    assert gained_by_a_ring(place, seed, careful=True, feed=feed) < 1.1


@pytest.mark.parametrize("feed", ["latest", "topic"])
def test_were_they_counted_as_explore_is_a_ring_would_pay(place: Place, feed: str) -> None:
    """The refusal above is the doing of `chosen`."""
    assert gained_by_a_ring(place, 5, careful=True, feed=feed, counted=True) > 1.15


def test_events_weigh_less_the_more_they_are_of_one_author_and_unserved() -> None:
    members = np.array([1, 1, 1, 2])
    notes = np.array([10, 11, 20, 10])
    authors = np.array([7, 7, 8, 7])
    events = Events(members, notes, np.array([1.0, 2.0, 1.0, 1.0]))
    assert believed(events, authors).weights.tolist() == [0.5, 2.0, 1.0, 1.0]
    showings = Showings(np.array([1, 2]), np.array([11, 20]), np.ones(2))
    found = believed(events, authors, showings)
    assert found.weights == pytest.approx([0.05, 2.0, 0.1, 0.1])
    with pytest.raises(ShapeMismatch):
        believed(events, authors[:2])
