"""The compiled kernel gives the same pages as numpy, bit for bit, and takes nothing unchecked."""

from dataclasses import replace
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dukou.engine import (
    AuthorCap,
    Contract,
    EngineConfig,
    Exploration,
    Group,
    LiveNotes,
    Prices,
    Reader,
    ShapeMismatch,
    ShareClause,
    TopicCap,
    slot_exposure,
)
from dukou.engine.calibration import Line
from dukou.engine.candidates import best_rows
from dukou.engine.contract import DebutClause
from dukou.engine.debut import Debuts
from dukou.engine.kernel import Among, kernel
from dukou.engine.own_price import own_price
from tests.engine.world import (
    AMA,
    HOUR_MS,
    LIN,
    MAYA,
    NOW,
    NOW_MS,
    TOPICS,
    at_home,
    bare,
    make_place,
    make_reader,
    page_for,
    small_creators,
)

compiled = pytest.mark.skipif(
    kernel() is None, reason="no compiled kernel (install a C compiler, then run script/setup)"
)


def random_notes(rng: np.random.Generator, count: int, *, width: int, compiled: bool) -> LiveNotes:
    """Notes of few authors and many, with equal scores, copies, and some dated ahead."""
    notes = LiveNotes(make_place(), factors=width, capacity=4, compiled=compiled)
    authors = rng.integers(1, 2 + rng.integers(1, count + 1), size=count)
    factors = rng.normal(0, 0.2, size=(count, width)) * rng.integers(0, 2, size=(count, 1))
    notes.add(
        rng.permutation(count) + 1,
        authors=authors,
        cohorts=authors % 3,
        languages=rng.integers(0, 3, size=count),
        published=NOW_MS - rng.integers(-1, 40, size=count) * HOUR_MS,
        topics=[rng.choice(TOPICS, size=rng.integers(0, 12), replace=False) for _ in range(count)],
        factors=factors,
        followers=rng.integers(0, 50, size=count),
        copies=np.where(rng.random(count) < 0.3, rng.integers(1, 5, size=count), 0),
        quality=np.round(rng.random(count), 1),
        bridging=rng.normal(0, 0.3, size=count),
    )
    return notes


def random_reader(rng: np.random.Generator, count: int, *, width: int) -> Reader:
    """A reader who knows, hides and has seen some of the notes; some have no factors or topics."""

    def some(most: int) -> tuple[int, ...]:
        return tuple(rng.integers(1, count + 2, size=rng.integers(0, most + 1)).tolist())

    changes: dict[str, Any] = {
        "cohort": [LIN, AMA, MAYA][rng.integers(3)],
        "dial": float(rng.integers(-2, 3)),
        "authors": dict.fromkeys(some(5), 0.5),
        "followed": frozenset(some(5)),
        "hidden": some(4),
        "hidden_authors": some(2),
        "session": some(count // 4),
        "seen": some(count),
        "factors": rng.normal(0, 0.2, size=width).astype(np.float32),
    }
    if rng.random() < 0.3:
        changes["factors"] = np.zeros(0, dtype=np.float32)
    if rng.random() < 0.3:
        changes["calibration"] = Line(rng.random(3) * 2, rng.normal(0, 0.2, size=3))
    return make_reader(make_place(), seed=int(rng.integers(1000)), **changes)


def random_contract(rng: np.random.Generator) -> Contract:
    """Clauses that bind, with and without bands, under narrow and wide caps."""
    clauses = [
        at_home(floor=0.3 + 0.4 * float(rng.random()), ceiling=0.8),
        small_creators(floor=float(rng.random())),
        ShareClause(id="few", providers=Group(topic="topic-1"), floor=0.4, ceiling=0.6, tier=3),
    ]
    caps: dict[str, Any] = {"author_cap": AuthorCap(per_page=int(rng.integers(1, 4)))}
    if rng.random() < 0.5:
        caps["topic_cap"] = TopicCap(per_page=int(rng.integers(1, 5)), share=0.2)
    if rng.random() < 0.5:
        caps["debut"] = DebutClause(providers=Group(), per_page=3)
    caps["exploration"] = Exploration(slots=int(rng.integers(2)))
    return bare(*clauses[: rng.integers(1, 4)], **caps)


@compiled
@given(
    seed=st.integers(0, 100_000),
    count=st.integers(1, 150),
    slots=st.integers(1, 24),
    width=st.sampled_from([0, 3, 8, 32, 64, 200]),
)
@settings(max_examples=150, deadline=None)
def test_pages_are_those_of_numpy_bit_for_bit(
    seed: int, count: int, slots: int, width: int
) -> None:
    rng = np.random.default_rng(seed)
    contract = random_contract(rng)
    reader = random_reader(rng, count, width=width)
    config = EngineConfig(
        candidates=int(rng.integers(1, 60)), candidates_per_clause=int(rng.integers(1, 40))
    )
    ways = []
    for compiled in (False, True):
        notes = random_notes(np.random.default_rng(seed), count, width=width, compiled=compiled)
        ways.append((notes, Prices.start(contract), Debuts()))
    for page in range(3):
        found = []
        for notes, prices, debuts in ways:
            if contract.debut is not None:
                for note_id in range(1, count, 5):
                    debuts.issue(note_id, contract.debut, pages_expected=400, now=NOW)
            made = page_for(
                reader, notes, contract, prices,
                seed=page, slots=slots, config=config, debuts=debuts,
            )  # fmt: skip
            prices.step(made, now=NOW, config=config)
            debuts.step(made)
            found.append(made)
        one, two = found
        assert one.slots == two.slots
        assert one.plain.note_ids == two.plain.note_ids
        assert one.natural.tolist() == two.natural.tolist()
        assert one.feasible.tolist() == two.feasible.tolist()
        assert one.account == two.account
        reader = replace(reader, account=one.account, session=(*reader.session, *one.note_ids))


@compiled
def test_pages_are_those_of_numpy_where_authors_are_many() -> None:
    count, found = 6000, []
    for compiled in (False, True):
        notes = LiveNotes(make_place(), factors=0, compiled=compiled)
        notes.add(
            range(1, count + 1),
            authors=range(1, count + 1),
            cohorts=[0] * count,
            languages=[0] * count,
            published=[NOW_MS - 40 * HOUR_MS] * count,
            topics=[[at % 7] for at in range(count)],
        )
        nothing = np.zeros(0, dtype=np.float32)
        reader = make_reader(
            make_place(), factors=nothing, authors={4503: 0.5, 17: 0.4}, hidden_authors=(5000,)
        )
        contract = bare()
        found.append(page_for(reader, notes, contract, Prices.start(contract)))
    assert found[0].slots == found[1].slots
    assert 4503 in found[1].note_ids


@compiled
@given(seed=st.integers(0, 100_000), size=st.integers(1, 300), levels=st.sampled_from([3, 10**6]))
@settings(max_examples=30, deadline=None)
def test_best_rows_are_those_of_numpy(seed: int, size: int, levels: int) -> None:
    rng = np.random.default_rng(seed)
    count = int(rng.choice([50, 3_000, 40_000]))
    score = (rng.integers(0, levels, size=count) / levels).astype(np.float32)
    score[rng.random(count) < rng.random()] = -np.inf
    by_numpy, by_kernel = (LiveNotes(make_place(), compiled=way) for way in (False, True))
    sets = rng.integers(0, 9, size=count).astype(np.int32)
    groups = [
        Among(size),
        Among.of_mask(size, rng.random(count) < rng.random()),
        Among(size, by_set=rng.random(9) < 0.5),
        Among(size, rows=np.flatnonzero(rng.random(count) < 0.02)),
    ]
    extra = rng.integers(0, count, size=3)
    expected = best_rows(by_numpy, score, groups, topic_sets=sets, extra=extra)
    assert best_rows(by_kernel, score, groups, topic_sets=sets, extra=extra).tolist() == (
        expected.tolist()
    )
    kept = score[expected]
    assert (kept[1:] <= kept[:-1]).all()


@compiled
@given(
    score=st.lists(st.integers(-6, 6), min_size=1, max_size=60),
    low=st.floats(0, 1),
    slots=st.integers(1, 24),
    chance=st.randoms(use_true_random=False),
)
@settings(max_examples=80, deadline=None)
def test_own_price_is_that_of_numpy(
    score: list[int], low: float, slots: int, chance: Random
) -> None:
    values = np.array(score, dtype=np.float64)
    members, open_ = (np.array([chance.random() < 0.5 for _ in score]) for _ in range(2))
    worth = slot_exposure(slots, 2, 0.93)
    band = {"low": low, "high": min(low + 0.1, 1.0), "cap": 6.0}
    expected = own_price(values, members, open_, worth, **band)
    assert own_price(values, members, open_, worth, **band, kernel=kernel()) == expected


@compiled
def test_what_is_not_what_it_seems_is_refused() -> None:
    found = kernel()
    assert found is not None
    score, nothing = np.zeros(8, dtype=np.float32), np.zeros(0, dtype=np.int64)
    sets = np.zeros(8, dtype=np.int32)
    for changes in (
        {"score": score.astype(np.float64)},
        {"score": np.zeros(16, dtype=np.float32)[::2]},
        {"topic_set": sets[:7]},
        {"groups": [Among.of_mask(2, np.ones(64, dtype=bool))]},
        {"groups": [Among(2, rows=np.zeros(2, dtype=np.int32))]},
        {"extra": nothing.astype(np.int32)},
    ):
        given: dict[str, Any] = {"score": score, "groups": [Among(2)], "topic_set": sets,
                                 "extra": nothing} | changes  # fmt: skip
        with pytest.raises(ShapeMismatch):
            found.best(given.pop("score"), given.pop("groups"), **given)
    assert found.best(score, [Among(2)], topic_set=sets, extra=nothing).tolist() == [0, 1]
