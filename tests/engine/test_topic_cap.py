"""The topic cap: no topic fills a page or a day while there is something else to show."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from dukou.engine import (
    AuthorCap,
    Contract,
    ContractError,
    Exploration,
    LiveNotes,
    Page,
    Place,
    Prices,
    TopicCap,
    dump_prices,
    dump_report,
    load_prices,
    load_report,
)
from tests.engine.world import NOW, NOW_MS, TOPICS, bare, make_reader, page_for

HOT = 0


def contract(**cap: object) -> Contract:
    """No clause but a topic cap."""
    return bare(
        topic_cap=TopicCap(**cap),  # type: ignore[arg-type]
        author_cap=AuthorCap(per_page=20),
        exploration=Exploration(slots=0),
    )


def hot_notes(place: Place, *, hot: int, others: int) -> LiveNotes:
    """So many notes about the hot topic, and others."""
    notes = LiveNotes(place, factors=8)
    size = hot + others
    notes.add(
        range(1, size + 1),
        authors=[1000 + at for at in range(size)],
        cohorts=[0] * size,
        languages=[1] * size,
        published=[NOW_MS - 1000 * at for at in range(size)],
        topics=[[HOT]] * hot + [[1 + at % (TOPICS - 1)] for at in range(others)],
    )
    return notes


def fond_of_it(place: Place) -> np.ndarray:
    """A liking of the hot topic alone."""
    liking = np.zeros(TOPICS, dtype=np.float32)
    liking[HOT] = 1.0
    return liking


def about_it(page: Page, hot: int) -> int:
    """Notes about the hot topic on a page."""
    return sum(note_id <= hot for note_id in page.note_ids)


def test_a_page_takes_no_more_of_a_topic_than_the_cap(place: Place) -> None:
    notes = hot_notes(place, hot=900, others=200)
    reader = make_reader(place, topics=fond_of_it(place))
    assert about_it(page_for(reader, notes, bare(exploration=Exploration(slots=0))), 900) == 20
    page = page_for(reader, notes, contract(per_page=6))
    assert (len(page.slots), about_it(page, 900)) == (20, 6)


def test_the_cap_yields_where_the_page_would_stay_short(place: Place) -> None:
    notes = hot_notes(place, hot=60, others=5)
    page = page_for(make_reader(place, topics=fond_of_it(place)), notes, contract(per_page=6))
    assert (len(page.slots), about_it(page, 60)) == (20, 15)


def test_a_note_counts_for_each_of_its_topics(place: Place) -> None:
    notes = hot_notes(place, hot=0, others=200)
    size = 40
    notes.add(
        range(1000, 1000 + size),
        authors=[5000 + at for at in range(size)],
        cohorts=[0] * size,
        languages=[1] * size,
        published=[NOW_MS] * size,
        topics=[[HOT, 1 + at % 3] for at in range(size)],
    )
    reader = make_reader(place, topics=fond_of_it(place))
    page = page_for(reader, notes, contract(per_page=4))
    assert sum(note_id >= 1000 for note_id in page.note_ids) == 4
    assert page.topic_exposure["topic-0"] > 0.0


def days_pages(place: Place, notes: LiveNotes, given: Contract) -> Iterator[tuple[Page, Prices]]:
    """The pages of thirty readers in two hours, after a day like it."""
    prices = Prices.start(given, zone="Asia/Shanghai")
    for number in range(60):
        now = NOW + timedelta(minutes=2 * number)
        reader = make_reader(place, seed=number, topics=fond_of_it(place))
        page = page_for(reader, notes, given, prices, seed=number, now=now)
        prices.step(page, now=now)
        yield page, prices


def test_a_topic_that_had_its_share_of_the_day_rests(place: Place) -> None:
    notes = hot_notes(place, hot=300, others=300)
    given = contract(per_page=20, share=0.02)
    pages = [page for page, _ in days_pages(place, notes, given)]
    assert about_it(pages[0], 300) == 20
    assert about_it(pages[-1], 300) == 0
    assert len(pages[-1].slots) == 20


def test_what_topics_had_goes_from_process_to_process_and_survives(place: Place) -> None:
    notes = hot_notes(place, hot=300, others=300)
    given = contract(per_page=20, share=0.02)
    *_, (_, prices) = days_pages(place, notes, given)
    report = load_report(dump_report(prices.report()))
    assert report.topics.counts["topic-0"] > 0.0
    whole = Prices.start(given, zone="Asia/Shanghai")
    whole.merge([report], now=NOW)
    again = load_prices(dump_prices(whole), given)
    assert again.accounts.topics["topic-0"] == pytest.approx(report.topics.counts["topic-0"])
    fresh = Prices.start(given, zone="Asia/Shanghai")
    fresh.adopt(again)
    assert "topic-0" in fresh.accounts.topics_at_cap(NOW + timedelta(hours=2))
    assert again.under(replace(given, version=2)).accounts.topics["topic-0"] > 0.0


def test_it_is_written_and_read_and_refused() -> None:
    given = contract(per_page=5, share=0.25, window="week")
    assert Contract.from_toml(given.to_toml()) == given
    assert Contract.from_toml("version = 1").topic_cap is None
    for wrong in ("per_page = 0", "share = 0", 'window = "month"'):
        with pytest.raises(ContractError) as refused:
            Contract.from_toml(f"[topic_cap]\n{wrong}\n")
        assert refused.value.line == 2
    with pytest.raises(ContractError):
        Contract.from_toml('[author_cap]\nwindow = "month"\n')
