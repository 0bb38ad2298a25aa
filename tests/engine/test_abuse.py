"""Attackers gain little over an honest author of the same quality, on a small community."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import numpy as np
import pytest

from dukou.engine import (
    AuthorCap,
    Contract,
    EngineConfig,
    Exploration,
    LiveNotes,
    Place,
    Prices,
    Reader,
    ShapeMismatch,
)
from tests.engine.world import (
    HOUR_MS,
    NOW,
    NOW_MS,
    TOPICS,
    at_home,
    bare,
    make_notes,
    make_reader,
    page_for,
    small_creators,
)

HONEST, ATTACKER = 50_001, 50_002
SUCCESSES, AGAIN = range(72_000, 72_010), range(84_000, 84_010)
PAGES = 120
CONTRACT = bare(
    at_home(),
    small_creators(floor=0.3),
    author_cap=AuthorCap(per_page=2, share=0.02),
    exploration=Exploration(slots=0),
)
UNCAPPED = replace(CONTRACT, author_cap=AuthorCap(per_page=2))
FIRST = replace(CONTRACT, author_cap=AuthorCap(per_page=2, share=0.1, notes_a_day=10))
EIGHT_A_DAY = replace(CONTRACT, author_cap=AuthorCap(per_page=2, notes_a_day=8))
Attack = Callable[..., None]


def write(notes: LiveNotes, author: int, ids: range, **changes: object) -> None:
    """Ordinary notes of an author, an hour old, of middling quality."""
    size = len(ids)
    given: dict[str, object] = {
        "authors": [author] * size,
        "cohorts": [2] * size,
        "languages": [2] * size,
        "published": [NOW_MS - HOUR_MS] * size,
        "topics": [
            [note_id % TOPICS, (note_id + 3) % TOPICS, (note_id + 7) % TOPICS] for note_id in ids
        ],
        "followers": [50] * size,
        "quality": [0.6] * size,
    }
    notes.add(ids, **(given | changes))  # type: ignore[arg-type]


def exposure_of(
    notes: LiveNotes,
    contract: Contract = CONTRACT,
    *,
    halfway: Attack | None = None,
    pages: int = PAGES,
    reader: Callable[[Reader, int], Reader] = lambda reader, seed: reader,
) -> dict[int, float]:
    """Exposure by author over the pages of forty readers in one evening.

    `halfway`: what happens in the middle of it. `reader`: what is known of each of them beside.
    """
    prices = Prices.start(contract, zone="Asia/Shanghai")
    readers = [reader(make_reader(notes.place, seed=seed), seed) for seed in range(40)]
    total: dict[int, float] = {}
    for number in range(pages):
        if halfway is not None and number == pages // 2:
            halfway(notes)
        at = number % len(readers)
        now = NOW + timedelta(minutes=2 * number)
        page = page_for(readers[at], notes, contract, prices, seed=number, now=now)
        prices.step(page, now=now)
        session = (*readers[at].session, *page.note_ids)
        readers[at] = replace(readers[at], account=page.account, session=session)
        for author, exposure in page.author_exposure.items():
            total[author] = total.get(author, 0.0) + exposure
    return total


def flood(notes: LiveNotes) -> None:
    """Four hundred notes where the honest author wrote eight."""
    write(notes, ATTACKER, range(70_000, 70_400))


def pile_up_topics(notes: LiveNotes) -> None:
    """Every topic on every note."""
    write(notes, ATTACKER, range(70_000, 70_008), topics=[list(range(TOPICS))] * 8)


def date_ahead(notes: LiveNotes) -> None:
    """Notes from tomorrow."""
    write(notes, ATTACKER, range(70_000, 70_008), published=[NOW_MS + 24 * HOUR_MS] * 8)


def upload_again(notes: LiveNotes) -> None:
    """The honest author's pictures, half an hour later."""
    write(
        notes,
        ATTACKER,
        range(70_000, 70_008),
        published=[NOW_MS - HOUR_MS // 2] * 8,
        copies=list(range(901, 909)),
    )


@pytest.mark.parametrize(
    ("attack", "contract"),
    [
        (flood, CONTRACT),
        (flood, EIGHT_A_DAY),
        (pile_up_topics, CONTRACT),
        (pile_up_topics, UNCAPPED),
        (date_ahead, UNCAPPED),
        (upload_again, UNCAPPED),
    ],
)
def test_an_attacker_gains_less_than_a_tenth_over_an_honest_author(
    place: Place, attack: Attack, contract: Contract
) -> None:
    """Where no cap holds either back the rest of the engine must do it alone."""
    notes = make_notes(place, 600, newcomers=0.6)
    write(notes, HONEST, range(60_000, 60_008), copies=list(range(901, 909)))
    attack(notes)
    gained = exposure_of(notes, contract)
    assert gained[HONEST] > 0.0
    assert gained.get(ATTACKER, 0.0) <= 1.1 * gained[HONEST]


def test_a_flood_comes_to_no_more_than_a_loose_cap_allows(place: Place) -> None:
    notes = make_notes(place, 600, newcomers=0.6)
    write(notes, HONEST, range(60_000, 60_008))
    flood(notes)
    gained = exposure_of(notes, replace(CONTRACT, author_cap=AuthorCap(share=0.05)))
    assert gained[ATTACKER] <= 1.1 * 0.05 * sum(gained.values())


def test_without_the_cap_a_flood_would_pay(place: Place) -> None:
    """The refusal above is the cap's doing, not an accident of the community."""
    notes = make_notes(place, 600, newcomers=0.6)
    write(notes, HONEST, range(60_000, 60_008))
    flood(notes)
    open_contract = replace(CONTRACT, author_cap=AuthorCap(per_page=20))
    gained = exposure_of(notes, open_contract)
    assert gained[ATTACKER] > 1.1 * gained[HONEST]


def test_an_edit_does_not_make_a_note_new(place: Place) -> None:
    notes = make_notes(place, 50)
    before = notes.freshness(EngineConfig(), NOW).copy()
    notes.update([1, 2], quality=[0.9, 0.9])
    assert np.array_equal(notes.freshness(EngineConfig(), NOW), before)


def test_where_only_one_writes_much_pages_are_full_all_the_same(place: Place) -> None:
    notes = make_notes(place, 5)
    flood(notes)
    page = page_for(make_reader(place), notes, EIGHT_A_DAY, Prices.start(EIGHT_A_DAY))
    assert len(page.note_ids) == len(page_for(make_reader(place), notes, UNCAPPED).note_ids)


def test_a_flood_gains_nothing_in_the_lot(place: Place) -> None:
    notes = make_notes(place, 600, newcomers=0.6)
    write(notes, HONEST, range(60_000, 60_008))
    flood(notes)
    gained = exposure_of(notes, replace(CONTRACT, exploration=Exploration()))
    assert gained[ATTACKER] <= 1.1 * gained[HONEST]


def topics_of(notes: LiveNotes, ids: range) -> list[list[int]]:
    """What notes are about."""
    sets = notes.column("topic_set")[notes.rows(ids)].tolist()
    return [list(notes.topic_sets[at]) for at in sets]


def edit_after_success(notes: LiveNotes, *, told: bool = True) -> None:
    """The attacker's notes, once seen, become about something else; `told` what they have left."""
    had = topics_of(notes, SUCCESSES)
    topics = [[(topic + 6) % TOPICS for topic in some] for some in had]
    notes.update(list(SUCCESSES), topics=topics, left=had if told else None)


def take_away_and_upload_again(notes: LiveNotes, *, told: bool = True) -> None:
    """The attacker's notes, once seen, go and come back; `told` as what they are."""
    topics = topics_of(notes, SUCCESSES)
    published = [NOW_MS - HOUR_MS if told else NOW_MS + 119 * 60_000] * len(SUCCESSES)
    notes.remove(SUCCESSES)
    before = [[gone] for gone in SUCCESSES] if told else None
    write(notes, ATTACKER, AGAIN, published=published, topics=topics, before=before)


def had(place: Place, contract: Contract, attack: Attack | None) -> float:
    """What somebody has who wrote the same as another, and then does that."""
    notes = make_notes(place, 600, newcomers=0.6)
    write(notes, HONEST, range(60_000, 60_000 + len(SUCCESSES)))
    write(notes, ATTACKER, SUCCESSES)
    return exposure_of(notes, contract, halfway=attack)[ATTACKER]


def gain(place: Place, contract: Contract, attack: Attack) -> float:
    """How many times what they would have had as an honest author."""
    return had(place, contract, attack) / had(place, contract, None)


@pytest.mark.parametrize("attack", [edit_after_success, take_away_and_upload_again])
@pytest.mark.parametrize("contract", [CONTRACT, FIRST, UNCAPPED])
def test_what_is_done_after_success_gains_less_than_a_tenth(
    place: Place, contract: Contract, attack: Attack
) -> None:
    assert gain(place, contract, attack) <= 1.1


@pytest.mark.parametrize("attack", [edit_after_success, take_away_and_upload_again])
def test_it_would_pay_where_nobody_remembers(place: Place, attack: Attack) -> None:
    """The refusal above is due to what the index is told."""
    assert gain(place, UNCAPPED, partial(attack, told=False)) > 1.1


def test_what_comes_back_as_something_else_is_one_more_note_of_the_day(place: Place) -> None:
    """A picture that was cut a little cannot be known again: under the first contract whoever
    published ten notes and deletes them has none left to publish that day."""
    assert gain(place, FIRST, partial(take_away_and_upload_again, told=False)) <= 1.1


def test_an_edit_gains_little_over_whoever_gave_all_topics_at_once(place: Place) -> None:
    """Readers go far down here, where a note of many topics meets more of them than one of few: the
    honest author writes what the attacker's notes are about in the end."""
    notes = make_notes(place, 600, newcomers=0.6)
    both = [sorted({(at + by) % TOPICS for by in (0, 3, 7, 6, 9, 1)}) for at in SUCCESSES]
    write(notes, HONEST, range(60_000, 60_000 + len(SUCCESSES)), topics=both)
    write(notes, ATTACKER, SUCCESSES)
    gained = exposure_of(notes, UNCAPPED, halfway=edit_after_success, pages=400)
    assert gained[ATTACKER] <= 1.1 * gained[HONEST]


def test_whoever_adds_a_topic_that_was_forgotten_loses_nothing(place: Place) -> None:
    def add(notes: LiveNotes) -> None:
        topics = [[*some, (some[0] + 6) % TOPICS] for some in topics_of(notes, SUCCESSES)]
        notes.update(list(SUCCESSES), topics=topics, left=[[] for _ in topics])

    assert 1.0 <= gain(place, UNCAPPED, add) <= 1.1


def test_nobody_changes_the_cohort_of_a_note_that_is_out(place: Place) -> None:
    notes = make_notes(place, 50)
    for column in ("cohort", "author", "published"):
        with pytest.raises(ShapeMismatch):
            notes.update([1], **{column: [0]})
