"""Attackers gain little over an honest author of the same quality, on a small community."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

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
PAGES = 120
CONTRACT = bare(
    at_home(),
    small_creators(floor=0.3),
    author_cap=AuthorCap(per_page=2, share=0.02),
    exploration=Exploration(slots=0),
)
Attack = Callable[[LiveNotes], None]


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
    reader: Callable[[Reader, int], Reader] = lambda reader, seed: reader,
) -> dict[int, float]:
    """Exposure by author over the pages of forty readers in one evening.

    `halfway`: what happens in the middle of it. `reader`: what is known of each of them beside.
    """
    prices = Prices.start(contract, zone="Asia/Shanghai")
    readers = [reader(make_reader(notes.place, seed=seed), seed) for seed in range(40)]
    total: dict[int, float] = {}
    for number in range(PAGES):
        if halfway is not None and number == PAGES // 2:
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


@pytest.mark.parametrize("attack", [flood, pile_up_topics, date_ahead, upload_again])
def test_an_attacker_gains_less_than_a_tenth_over_an_honest_author_or_the_cap(
    place: Place, attack: Attack
) -> None:
    notes = make_notes(place, 600, newcomers=0.6)
    write(notes, HONEST, range(60_000, 60_008), copies=list(range(901, 909)))
    attack(notes)
    gained = exposure_of(notes)
    allowed = 0.02 * sum(gained.values())
    attacker, honest = gained.get(ATTACKER, 0.0), gained.get(HONEST, 0.0)
    assert honest > 0.0
    assert attacker <= max(1.1 * honest, 1.1 * allowed)


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


def test_a_flood_gains_nothing_in_the_lot(place: Place) -> None:
    notes = make_notes(place, 600, newcomers=0.6)
    write(notes, HONEST, range(60_000, 60_008))
    flood(notes)
    gained = exposure_of(notes, replace(CONTRACT, exploration=Exploration()))
    assert gained[ATTACKER] <= 1.1 * gained[HONEST]


def edit_after_success(notes: LiveNotes) -> None:
    """The attacker's notes, once seen, become about something else."""
    ids = range(70_000, 70_008)
    topics = [[(at + 6) % TOPICS, (at + 9) % TOPICS, (at + 1) % TOPICS] for at in ids]
    notes.update(list(ids), topics=topics)


def test_edits_after_success_gain_less_than_a_tenth(place: Place) -> None:
    notes = make_notes(place, 600, newcomers=0.6)
    write(notes, HONEST, range(60_000, 60_008))
    write(notes, ATTACKER, range(70_000, 70_008))
    gained = exposure_of(notes, halfway=edit_after_success)
    assert gained[ATTACKER] <= 1.1 * gained[HONEST]


def test_nobody_changes_the_cohort_of_a_note_that_is_out(place: Place) -> None:
    notes = make_notes(place, 50)
    for column in ("cohort", "author", "published"):
        with pytest.raises(ShapeMismatch):
            notes.update([1], **{column: [0]})
