"""Scores become chances, for the few as for the many."""

from dataclasses import replace

import numpy as np
import pytest

from dukou.engine import LiveNotes, Place, Reader, ShapeMismatch
from dukou.engine.calibration import Calibration, Line, calibrate, composed, relative
from tests.engine.world import bare, page_for


def fitted(seed: int = 0) -> tuple[Calibration, np.ndarray]:
    """Cohort 0's scores are chances; cohort 1's come out a third of theirs; cohort 2 is unseen."""
    rng = np.random.default_rng(seed)
    cohorts = (rng.random(20_000) < 0.1).astype(int)
    chance = 0.1 + 0.6 * rng.random(20_000)
    scores = np.where(cohorts == 1, chance / 3, chance)
    engaged = (rng.random(20_000) < chance).astype(float)
    found = calibrate(
        scores,
        engaged,
        cohorts,
        np.zeros(20_000, int),
        cohort_count=3,
        language_count=2,
        prior=5.0,
    )
    return found, scores


def test_a_group_that_is_known_badly_is_worth_what_it_gives() -> None:
    found, _ = fitted()
    for cohort, factor in ((0, 1.0), (1, 1 / 3)):
        chances = np.array([0.2, 0.4, 0.6])
        line = found.of_cohort(cohort)
        assert line.offset[0] + line.slope[0] * factor * chances == pytest.approx(chances, abs=0.06)


def test_a_group_without_slots_goes_by_the_common_line() -> None:
    found, _ = fitted()
    assert found.slope[2, 1] == pytest.approx(found.slope[2, 0])
    assert found.slope[2, 0] > 0.0


def test_nothing_learnt_changes_nothing() -> None:
    none = np.zeros(0)
    found = calibrate(none, none, none, none, cohort_count=1, language_count=1)
    assert (found.slope.tolist(), found.offset.tolist()) == ([[1.0]], [[0.0]])
    assert len(found.of_cohort(9).slope) == 0


def test_slots_that_few_people_see_are_worth_as_much() -> None:
    rng = np.random.default_rng(4)
    scores, chances = rng.random(40_000), rng.uniform(0.2, 1.0, 40_000)
    engaged = (rng.random(40_000) < chances * (0.1 + 0.5 * scores)).astype(float)
    group = (chances < 0.6).astype(int)
    sizes = {"cohort_count": 2, "language_count": 1}
    one = np.zeros(40_000, int)
    found = calibrate(scores, engaged, group, one, **sizes, chances=chances)
    assert found.slope[:, 0] == pytest.approx([0.5, 0.5], abs=0.06)
    assert found.offset[:, 0] == pytest.approx([0.1, 0.1], abs=0.03)
    blind = calibrate(scores, engaged, group, one, **sizes)
    assert blind.slope[1, 0] < 0.3


@pytest.mark.parametrize("seed", range(10))
def test_bad_luck_in_a_few_slots_does_not_end_all_ranking(seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores, engaged = rng.random(30), (rng.random(30) < 0.1).astype(float)
    group = np.zeros(30, int)
    found = calibrate(scores, engaged, group, group, cohort_count=1, language_count=1)
    assert found.slope[0, 0] > 0.0


def test_columns_of_other_lengths_are_refused() -> None:
    with pytest.raises(ShapeMismatch):
        calibrate(
            np.zeros(2), np.zeros(1), np.zeros(2), np.zeros(2), cohort_count=1, language_count=1
        )


def test_rank_uses_the_readers_line_and_logs_what_it_used(
    place: Place, lin: Reader, notes: LiveNotes
) -> None:
    line = Line(np.array([1.0, 1.0, 0.0]), np.array([0.0, 0.0, 9.0]))
    plain = page_for(lin, notes, bare())
    lifted = page_for(replace(lin, calibration=line), notes, bare())
    english = {int(n) for n in notes.column("id")[notes.column("language") == 2]}
    assert not set(plain.note_ids) <= english
    ranked = [slot for slot in lifted.slots if slot.propensity > 0.5]
    assert {slot.note_id for slot in ranked} <= english
    assert all(slot.terms.relevance == pytest.approx(9.0) for slot in ranked)


def test_a_relative_line_says_only_how_a_group_differs() -> None:
    rng = np.random.default_rng(5)
    scores = rng.normal(1.0, 0.4, 4000)
    cohorts = rng.integers(2, size=4000)
    chance = np.clip(0.05 + 0.1 * scores - 0.06 * (cohorts == 1), 0.0, 1.0)
    engaged = (rng.random(4000) < chance).astype(float)
    nothing = np.zeros(4000, dtype=np.int64)
    lines = calibrate(scores, engaged, cohorts, nothing, cohort_count=2, language_count=1)
    whole = calibrate(scores, engaged, nothing, nothing, cohort_count=1, language_count=1)
    found = relative(lines, whole)
    assert found is not None
    assert found.slope[:, 0] == pytest.approx([1.0, 1.0], abs=0.5)
    lifted = found.slope[:, 0] + found.offset[:, 0]
    assert lifted[0] > 1.0 > lifted[1]
    same = relative(whole, whole)
    assert same is not None
    assert (same.slope[0, 0], same.offset[0, 0]) == (1.0, 0.0)
    flat = Calibration(np.zeros((1, 1)), np.zeros((1, 1)))
    assert relative(lines, flat) is None


def test_two_lines_in_a_row_are_one() -> None:
    first = Calibration(np.array([[2.0]]), np.array([[0.5]]))
    second = Calibration(np.array([[0.5]]), np.array([[-1.0]]))
    both = composed(first, second)
    score = 3.0
    then = second.slope * (first.slope * score + first.offset) + second.offset
    assert both.slope * score + both.offset == pytest.approx(then)
